"""The values of training: exercises with their keys and traps, a trainee's marks and paper."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from workbench.checks.values import Family
from workbench.text.values import Bilingual, Span

Level = Literal["easy", "medium", "hard"]
TrapSort = Literal["two-events", "updated-toll", "approximate", "former-holder", "other"]

LEVELS: tuple[Level, ...] = ("easy", "medium", "hard")
TRAP_SORTS: tuple[TrapSort, ...] = ("two-events", "updated-toll", "approximate", "former-holder", "other")
FIELDS = (
    "accident", "disaster", "elections", "economy", "sport", "courts", "diplomacy", "health", "conflict", "culture",
    "science", "local", "other",
)  # fmt: skip
KINDS: dict[Family, tuple[str, ...]] = {
    "contradiction": (
        "quantity", "casualties", "date", "time", "duration", "place", "actor", "attribution", "identity", "negation",
        "quote", "score", "sequence",
    ),
    "anachronism": ("office", "organisation", "state", "lifespan"),
    "calendar": ("weekday", "month-names", "hijri", "utc-offset", "no-such-day"),
    "arithmetic": ("sum", "percentage", "difference", "age"),
    "sourcing": ("unattributed", "vague", "anonymous", "speculation"),
    "copy": ("insertion", "quotation-mark", "bracket", "repetition", "doubled-word", "truncated"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ExerciseArticle:
    """One article of an exercise. ``id`` is ``a`` or ``b``; ``text`` as read, line ends as ``\\n``; ``date`` is the
    day it was written, where the trainee is told."""

    id: str
    text: str
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Words of an article that a fault lies in. ``others`` are passages of the same article that say the same (a toll
    in the headline and in the body): marking one of them is as good."""

    article: str
    span: Span
    others: tuple[Span, ...] = ()

    def spans(self) -> tuple[Span, ...]:
        return (self.span, *self.others)


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One fault of an exercise. ``kinds`` are all kinds that are right, the best first; ``teaches`` says what is
    wrong and what one learns, ``source`` what settles it; ``hints`` lead there in steps."""

    id: str
    places: tuple[KeyPlace, ...]
    family: Family
    kinds: tuple[str, ...]
    teaches: Bilingual
    source: Bilingual
    points: float = 1.0
    hints: tuple[Bilingual, ...] = ()

    @property
    def kind(self) -> str:
        return self.kinds[0]


@dataclass(frozen=True, slots=True)
class Trap:
    """What looks like a fault of ``family`` and is none."""

    id: str
    places: tuple[KeyPlace, ...]
    sort: TrapSort
    family: Family
    why: Bilingual


@dataclass(frozen=True, slots=True)
class Gloss:
    """What words of an article mean, in English, for who reads Arabic with effort."""

    article: str
    span: Span
    meaning: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise as opened. Equal when all of it is. ``hint_cost`` and ``alarm_cost`` are points taken off for each
    hint and each false alarm; ``minutes`` is what the clock gives, if the trainee wants one."""

    id: str
    version: int
    title: Bilingual
    level: Level
    field: str
    articles: tuple[ExerciseArticle, ...]
    key: tuple[KeyEntry, ...]
    traps: tuple[Trap, ...] = ()
    goals: tuple[Bilingual, ...] = ()
    debrief: Bilingual | None = None
    glosses: tuple[Gloss, ...] = ()
    minutes: int | None = None
    hint_cost: float = 0.5
    alarm_cost: float = 0.0

    def text(self, article: str) -> str:
        """The text of an article; KeyError where there is none of that name."""
        for one in self.articles:
            if one.id == article:
                return one.text
        raise KeyError(article)

    def entry(self, id: str) -> KeyEntry:
        """The key's entry of that name; KeyError where there is none."""
        for one in self.key:
            if one.id == id:
                return one
        raise KeyError(id)


@dataclass(frozen=True, slots=True)
class MarkPlace:
    """Words that a trainee marked: ``text[start:end]`` of the article."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """One fault as a trainee sees it: one passage, or passages linked with each other. Empty ``family`` and ``kind``:
    not chosen yet."""

    id: str
    places: tuple[MarkPlace, ...]
    family: str = ""
    kind: str = ""
    why: str = ""
    verify: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A trainee's answers to one version of one exercise. ``digest`` tells the texts they were written on; ``hints``
    are (entry, step) pairs; ``only`` names the entries of a second try, empty for all; ``handed_in`` is the day."""

    exercise: str
    version: int
    digest: str
    name: str = ""
    marks: tuple[Mark, ...] = ()
    hints: tuple[tuple[str, int], ...] = ()
    seconds: int = 0
    handed_in: dt.date | None = None
    only: tuple[str, ...] = ()
