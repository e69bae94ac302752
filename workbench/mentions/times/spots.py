"""Days that a time covers, and which of several like days is meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from workbench.knowledge.time.calendars import date_or_none, month_days, year_days
from workbench.mentions.times.values import Lean, Node

# The past is nearer to news than the future: a day eight months ago outranks one in five.
_PAST_WEIGHT = 0.6
# «أجلت إلى 23 فبراير» is told as past: a day so long ago is not believed where the one to come is much nearer.
_FAR = 200
_EARLY = 2


@dataclass(frozen=True, slots=True)
class View:
    """From where and how a time is seen: the day of the text (None: not known), the lean of the words around, whether
    the sentence says nothing else (an announcement: what is to come), whether it tells of a deed that is over."""

    day: dt.date | None
    lean: Lean | None = None
    alone: bool = False
    done: bool = False

    @property
    def ahead(self) -> bool:
        return self.lean == "future" or (self.lean is None and self.alone)


@dataclass(frozen=True, slots=True)
class Spot:
    """A TIMEX3 value and the days it covers; both None where they are not known."""

    timex: str
    first: dt.date | None = None
    last: dt.date | None = None


def day_spot(day: dt.date | None, unknown: str = "XXXX-XX-XX") -> Spot:
    return Spot(day.isoformat(), day, day) if day is not None else Spot(unknown)


def stretch_spot(timex: str, days: tuple[dt.date, dt.date] | None) -> Spot:
    return Spot(timex, *days) if days is not None else Spot(timex)


def full_spot(year: int, month: int | None, day: int | None) -> Spot:
    if month is None:
        return stretch_spot(f"{year:04d}", year_days(year))
    if day is None:
        return stretch_spot(f"{year:04d}-{month:02d}", month_days(year, month))
    return day_spot(date_or_none(year, month, day), f"{year:04d}-{month:02d}-XX")


def chosen(spots: list[Spot], view: View, shift: int | None) -> Spot | None:
    """Which of several like spots is meant: by «الماضي» or «المقبل», by the lean, else the nearest, the past first."""
    day = view.day
    if day is None or not spots:
        return None
    before = [spot for spot in spots if spot.last is not None and spot.last < day]
    after = [spot for spot in spots if spot.first is not None and spot.first > day]
    now = [
        spot for spot in spots if spot.first is not None and spot.last is not None and spot.first <= day <= spot.last
    ]
    if shift is not None and shift < 0:
        return before[shift] if len(before) >= -shift else None
    if shift is not None and shift > 0:
        return after[shift - 1] if len(after) >= shift else None
    if shift == 0:
        same = [spot for spot in spots if spot.first is not None and spot.first.year == day.year]
        return now[0] if now else same[0] if same else None
    if now:
        return now[0]
    past = before[-1] if before else None
    coming = after[0] if after else None
    if coming is None or past is None:
        return past or coming
    assert past.last is not None
    assert coming.first is not None
    ago, ahead = (day - past.last).days, (coming.first - day).days
    if view.ahead:
        return coming
    if view.done:
        # A page may be dated a day or two before what it tells.
        return coming if coming.first == coming.last and ahead <= _EARLY else past
    if view.lean == "past":
        return coming if ago > _FAR and ahead * 3 < ago else past
    return past if ago * _PAST_WEIGHT <= ahead else coming


SpotOf: TypeAlias = Callable[[Node, View], Spot]
