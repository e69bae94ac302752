"""The engine's public face: drafts in, what was read and found out. Knows no Qt, no SQLite, no file formats."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.alignment.values import Alignment
from workbench.checks.subject import Profile
from workbench.checks.values import Finding
from workbench.claims.values import Claim, Event
from workbench.knowledge.base import Knowledge
from workbench.mentions.reading import ArticleReading


@dataclass(frozen=True, slots=True)
class Draft:
    """A text to be read: decoded, line ends as ``\\n``. ``date`` is the day a person gave for it."""

    text: str
    date: dt.date | None = None
    path: str | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Overrides:
    """A person's word, which outranks the program's. Claims are named by their ids, findings by their keys."""

    joined: tuple[tuple[str, str], ...] = ()
    parted: tuple[tuple[str, str], ...] = ()
    same_event: tuple[tuple[str, str], ...] = ()
    different_event: tuple[tuple[str, str], ...] = ()
    dates: dict[str, dt.date] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found, with everything it rests on. Articles are called ``a``, ``b``, ``c`` … in call order."""

    readings: tuple[ArticleReading, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    alignments: tuple[Alignment, ...]
    findings: tuple[Finding, ...]


class Engine:
    """Reads and checks articles with one body of knowledge, remembering the sentences it has read.

    The memory is only a cache: a sentence's reading is a pure function of its text. One engine belongs to one thread
    at a time.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def read(self, draft: Draft, id: str = "a") -> ArticleReading:
        """Read one article without comparing anything."""
        raise NotImplementedError

    def check(
        self, drafts: Sequence[Draft], overrides: Overrides | None = None, profile: Profile | None = None
    ) -> CheckResult:
        """Read the drafts, compare each with the first, and run every check that the profile leaves on."""
        raise NotImplementedError
