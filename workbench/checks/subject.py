"""What a check looks at: one article, or several side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from workbench.alignment.values import Alignment
from workbench.checks.values import Finding
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.knowledge.working_memory import WorkingMemory
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
    """One article, as the checks see it that need no second one; nothing in it is ever changed. ``within`` holds pairs
    of its claims that cannot both be true. In ``memory`` a check may keep what it works out from one sentence."""

    reading: ArticleReading
    claims: tuple[Claim, ...]
    within: tuple[Alignment, ...]
    knowledge: Knowledge
    profile: Profile
    memory: WorkingMemory = field(default_factory=WorkingMemory)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several articles side by side: what a check of their differences looks at. ``alignments`` join claims of the
    first with claims of the others."""

    readings: tuple[ArticleReading, ...]
    claims: tuple[Claim, ...]
    alignments: tuple[Alignment, ...]
    knowledge: Knowledge


ArticleCheck: TypeAlias = Callable[[Subject], Iterable[Finding]]
ComparisonCheck: TypeAlias = Callable[[Comparison], Iterable[Finding]]
