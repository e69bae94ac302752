"""What a time says by itself, as a small tree: fields of a calendar, days counted from the text's, clocks, lengths."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from workbench.mentions.values import TimeExpression

Calendar = Literal["gregorian", "hijri"]
Unit = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "half", "year", "decade", "century"]
EdgeName = Literal["start", "mid", "end"]
Lean = Literal["past", "future"]
Role = Literal["weekday", "relative", "day", "month", "year", "date", "clock", "zone", "part"]


@dataclass(frozen=True, slots=True)
class Fields:
    """A calendar date as far as it is written. ``months`` keeps every month named where two names stand side by side
    («شباط/مارس»); ``month`` is None where they disagree. ``event`` marks dates known by an event of some other year
    («هجمات 11 سبتمبر»), which are never completed from the article's date; ``shift`` is -1 for «أبريل الماضي», 1 for
    «المقبل», 0 for «الجاري»."""

    calendar: Calendar = "gregorian"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    months: tuple[int, ...] = ()
    event: bool = False
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class DayShift:
    """So many days from the day of the text: اليوم, أمس, غدا."""

    days: int


@dataclass(frozen=True, slots=True)
class Now:
    """The time of writing itself: الآن."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (ISO 1 to 7); ``shift`` is -1 for الماضي, 1 for المقبل, 0 for هذا, None where none is said."""

    weekday: int
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A week, month, year … seen from the one that holds the day of the text. ``told`` ones are seen from wherever the
    story has got to (الأسبوع التالي) and are known only where nothing has been told."""

    unit: Unit
    shift: int
    told: bool = False


@dataclass(frozen=True, slots=True)
class UnitCount:
    """So much of one unit; ``count`` is None where the text does not say how many («أيام»)."""

    unit: Unit
    count: float | None


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time by its length, the largest unit first as written."""

    amounts: tuple[UnitCount, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A length before (``sign`` -1) or after (1) an anchor; without one, before or after the day of the text. ``since``
    marks «منذ ثلاثة أيام», which may be three days ago or the three days until now; ``exact`` counts years to the
    day; ``bound`` is what the words say of the length: about so much, more, less."""

    length: Length
    sign: int
    anchor: Node | None = None
    since: bool = False
    exact: bool = False
    bound: Literal["about", "more", "less"] | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """The last (``sign`` -1) or next (1) so-much up to or from the day of the text: «الأشهر الأربعة الماضية»."""

    length: Length
    sign: int


@dataclass(frozen=True, slots=True)
class Edge:
    """The start, middle or end of a period."""

    which: EdgeName
    of: Node


@dataclass(frozen=True, slots=True)
class Nth:
    """The ``number``-th weekday (1 to 7), day, week, quarter, half or third of a period; -1 is the last. ``dated``
    ones may name the day of the month instead: «الثلاثاء الثالث من مارس» is the third of March if that is a Tuesday."""

    number: int
    what: int | Unit
    of: Node
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a period from the day of the text on, or (``gone``) what has gone of it."""

    of: Node
    gone: bool = False


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week that holds a day: «أسبوع 18 مارس»."""

    day: Node


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years by their tens: 70 for السبعينيات; ``century`` is the hundred they belong to (1900) where it is said."""

    tens: int
    century: int | None = None


@dataclass(frozen=True, slots=True)
class Century:
    """The ``number``-th century: 20 is 1900 to 1999, as TIMEX3 counts."""

    number: int


@dataclass(frozen=True, slots=True)
class Season:
    """SP, SU, FA or WI of a year (Fields or Period), or seen from the season of the text by ``shift``."""

    name: str
    year: Node | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Weekend:
    """Saturday and Sunday of the week that lies ``shift`` weeks away."""

    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Feast:
    """A day that a calendar gives, by its rule in ``lexicon/holidays.tsv``, of a year or seen from the text's."""

    rule: str
    days: int
    year: Node | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """A part of a larger period: «الثالث من الشهر المقبل», «مارس العام الماضي», «الجمعة من الأسبوع المقبل»."""

    what: Node
    period: Node


@dataclass(frozen=True, slots=True)
class DayAnd:
    """One day named twice: «أمس الخميس», «الجمعة 15 مارس», «21 ذي الحجة الموافق 26 أكتوبر»: the first outranks."""

    first: Node
    second: Node


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock as written: ``hour`` 0 to 24; ``second`` None where it is not given. ``twelve`` says that the hour may
    be either half of the day. ``zone`` is an IANA name, "local" for «بالتوقيت المحلي», None where none is given;
    ``written`` the hour without the part of the day."""

    hour: int
    minute: int
    second: int | None
    twelve: bool
    zone: str | None = None
    written: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day, by its id in ``lexicon/day_parts.tsv``; ``portion`` narrows it: early, late."""

    id: str
    portion: Literal["early", "late"] | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A clock or a part of a day, with the day where it is said. ``into`` is the weekday that a night leads into
    («ليل الخميس الجمعة»)."""

    day: Node | None
    part: Part | None
    clock: Clock | None
    into: int | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another, both included; an open side is None. ``before``/``after`` sides exclude the time that
    is named: «قبل 2003» ends with 2002."""

    begin: Node | None
    end: Node | None
    excludes: bool = False


@dataclass(frozen=True, slots=True)
class Repeated:
    """Every so often: «يوميا», «كل أسبوعين», «كل ثلاثاء»."""

    every: Node


Node: TypeAlias = (
    Fields | DayShift | Now | Weekday | Period | Length | Moved | Window | Edge | Nth | Rest | Decade | Century | Season
    | WeekOf
    | Weekend | Feast | Within | DayAnd | Moment | Range | Repeated
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """Which words of a sentence say what: ``start``/``end`` count from the sentence's start, ``value`` is the number
    of the weekday, day, month or year; "calendar" of a month is in its node."""

    role: Role
    start: int
    end: int
    value: int | None = None


@dataclass(frozen=True, slots=True)
class TimeReading(TimeExpression):
    """A time as its sentence says it. ``lean`` tells whether the words around speak of what was or of what will be;
    ``alone`` that the sentence says nothing else; ``done`` that it is the time of a deed told as over. Equal when all
    fields are."""

    node: Node
    lean: Lean | None = None
    alone: bool = False
    pieces: tuple[Piece, ...] = field(default=())
    done: bool = False
