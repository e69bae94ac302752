"""The values of claims and events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.mentions.values import Value
from workbench.text.values import Bilingual, PartKind, Span

ClaimKind = Literal[
    "quantity", "casualties", "date", "time", "duration", "place", "actor", "office", "score", "quote", "statement"
]
Polarity = Literal["affirmed", "negated", "uncertain"]


@dataclass(frozen=True, slots=True)
class Claim:
    """Something an article says. ``span`` covers the words of the value, ``clause`` the clause they stand in.
    ``event`` is None for what is timeless (where a base lies, how old a state is). Equal when all fields are."""

    id: str
    article: str
    kind: ClaimKind
    span: Span
    text: str
    clause: Span
    part: PartKind
    predicate: str
    of: str
    value: Value
    polarity: Polarity = "affirmed"
    state: str | None = None
    source: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, as one or several articles tell it; ``begin``/``end`` are ISO days or None."""

    id: str
    label: Bilingual
    begin: str | None
    end: str | None
    place: str | None
    claims: tuple[str, ...]
