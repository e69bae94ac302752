"""What a check looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from workbench.alignment.values import Alignment
from workbench.checks.values import Finding
from workbench.claims.values import Claim, Event
from workbench.knowledge.base import Knowledge
from workbench.knowledge.lexicon import Memory
from workbench.mentions.reading import ArticleReading


@dataclass(frozen=True, slots=True)
class Profile:
    """A newsroom's settings: checks switched off (``family`` or ``family/kind``), severities, thresholds by name,
    sources it accepts."""

    off: frozenset[str] = frozenset()
    severities: dict[str, str] = field(default_factory=dict)
    thresholds: dict[str, float] = field(default_factory=dict)
    accepted_sources: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Subject:
    """Everything a check may look at; nothing in it is ever changed. ``alignments`` join claims of two articles,
    ``within`` claims of one. ``memory`` spares the lexicon reading a word twice."""

    readings: tuple[ArticleReading, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    alignments: tuple[Alignment, ...]
    within: tuple[Alignment, ...]
    knowledge: Knowledge
    profile: Profile
    memory: Memory = field(default_factory=dict)


Check: TypeAlias = Callable[[Subject], Iterable[Finding]]
