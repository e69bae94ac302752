"""The values of mentions: what a stretch of text names, before anyone asks what is claimed with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

from workbench.text.values import Bilingual, Span, Token

MentionType = Literal[
    "number", "ordinal", "percentage", "money", "quantity", "score", "date", "time", "duration", "set",
    "person", "office", "organisation", "place", "quotation",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure with bounds: exact has ``low == high``; an open bound is None. ``unit`` is an ISO 4217 code for money,
    the identifier of the counted thing or measure for a quantity, None for bare numbers."""

    low: float | None
    high: float | None
    approximate: bool = False
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """A result of a match or a vote, in the order of the text."""

    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Timex:
    """A TIMEX3 value and, where text and reference allow it, the interval it covers as ISO 8601 strings:
    full days (last one included) or minutes of the clock on the wall (``THH:MM`` where the day is not known); an open
    side is None."""

    timex: str
    begin: str | None = None
    end: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something named; ``id`` is the knowledge's slug, None where it knows only the form."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as its sentence says it, before the article's date is known: a pure function of the sentence's text.
    Its concrete form belongs to workbench.mentions.times.finding, which alone builds and resolves it."""


Value: TypeAlias = Amount | Score | Timex | Entity | TimeExpression | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed stretch of text. Offsets count from the sentence's start in a SentenceReading, from the article's
    start in an ArticleReading. Each stretch is mentioned once, under its most specific type."""

    start: int
    end: int
    type: MentionType
    value: Value

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def moved(self, by: int) -> Mention:
        return Mention(self.start + by, self.end + by, self.type, self.value)


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """What one sentence says by itself: a pure function of its text, so that it can be cached by it. ``things`` are
    the diseases, products, wars and the like it names, which are no mentions; they may lie over those."""

    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    things: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class ToldSentence:
    """A sentence as its article lets it be understood: ``mentions`` have their times and names resolved, ``quoted`` are
    the article's closed quotations as far as they lie in it; all offsets count from the sentence's start, so that the
    place of a sentence in its article changes nothing here.

    Told apart by identity: while the memory lasts, equal ones are one and the same, and what is worked out from one can
    be remembered under it.
    """

    reading: SentenceReading
    mentions: tuple[Mention, ...]
    quoted: tuple[Span, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.reading.tokens


@dataclass(frozen=True, slots=True)
class ArticleDate:
    """The day (or interval of days, ends included) on which an article was written, and how that is known."""

    begin: dt.date | None
    end: dt.date | None
    source: Literal["given", "dateline", "inferred", "unknown"]
    why: Bilingual
