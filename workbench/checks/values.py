"""The values of findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.text.values import Bilingual

Family = Literal["contradiction", "anachronism", "calendar", "arithmetic", "sourcing", "copy"]
Severity = Literal["high", "medium", "low"]
Scope = Literal["across", "internal"]


@dataclass(frozen=True, slots=True)
class Place:
    """Words of an article that a finding points at."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One step of the reasoning, and where the fact comes from (a table's row, a calendar, the text)."""

    text: Bilingual
    source: str


@dataclass(frozen=True, slots=True)
class Mend:
    """A replacement certain enough to offer."""

    article: str
    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. ``key`` is stable across runs and edits: made from the rule, the quoted words, the normalised values
    and the occurrence, never from offsets. ``confidence`` is 0 to 1."""

    key: str
    family: Family
    kind: str
    scope: Scope
    severity: Severity
    confidence: float
    rule: str
    places: tuple[Place, ...]
    message: Bilingual
    evidence: tuple[Evidence, ...] = ()
    mends: tuple[Mend, ...] = ()
    claims: tuple[str, ...] = ()
    headline: bool = False
