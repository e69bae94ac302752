"""The values of alignment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.text.values import Bilingual

Relation = Literal["agrees", "contradicts", "updates", "unsure"]


@dataclass(frozen=True, slots=True)
class Alignment:
    """One claim of article A beside one of another article. ``score`` is 0 to 1; ``steps`` say why both speak of the
    same event, one by one; ``late`` is the claim that is the later word where ``relation`` is ``updates``."""

    claims: tuple[str, str]
    score: float
    relation: Relation
    why: Bilingual
    by: Literal["program", "person"] = "program"
    steps: tuple[Bilingual, ...] = ()
    late: str | None = None
