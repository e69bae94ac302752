"""Days as tables give them, exact or known only to the month or the year; the months' and weekdays' names with which
every date is written for people."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

MONTHS_EN = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
             "November", "December")  # fmt: skip
MONTHS_AR = ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
             "ديسمبر")  # fmt: skip
WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS_AR = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")


def plain_en(day: dt.date) -> str:
    """"13 February 2020": as every date is written in English."""
    return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}"


def plain_ar(day: dt.date) -> str:
    """«13 فبراير 2020»: as every date is written in Arabic."""
    return f"{day.day} {MONTHS_AR[day.month - 1]} {day.year}"


def day_en(day: dt.date) -> str:
    """The same with its weekday: "Thursday, 13 February 2020"."""
    return f"{WEEKDAYS_EN[day.weekday()]}, {plain_en(day)}"


def day_ar(day: dt.date) -> str:
    """The same with its weekday: «الخميس 13 فبراير 2020»."""
    return f"{WEEKDAYS_AR[day.weekday()]} {plain_ar(day)}"


@dataclass(frozen=True, slots=True)
class Day:
    """A day that lies from ``first`` to ``last`` (both included); the two are equal when the day is known."""

    first: dt.date
    last: dt.date

    @property
    def exact(self) -> bool:
        return self.first == self.last

    def __str__(self) -> str:
        if self.exact:
            return self.first.isoformat()
        if (self.first.year, self.first.month) == (self.last.year, self.last.month):
            return f"{self.first.year:04}-{self.first.month:02}"
        return f"{self.first.year:04}"

    @property
    def english(self) -> str:
        if self.exact:
            return plain_en(self.first)
        if self.first.month == self.last.month:
            return f"{MONTHS_EN[self.first.month - 1]} {self.first.year}"
        return str(self.first.year)

    @property
    def arabic(self) -> str:
        if self.exact:
            return plain_ar(self.first)
        if self.first.month == self.last.month:
            return f"{MONTHS_AR[self.first.month - 1]} {self.first.year}"
        return f"عام {self.first.year}"


def exactly(date: dt.date) -> Day:
    return Day(date, date)


def read_day(cell: str) -> Day:
    """``2021-01-20``, ``2003-09`` or ``1998``. Raises ValueError for anything else, a day that does not exist too."""
    if len(cell) == 10 and cell[4] == "-" and cell[7] == "-":
        date = dt.date.fromisoformat(cell)
        return Day(date, date)
    if len(cell) == 7 and cell[4] == "-":
        first = dt.date(int(cell[:4]), int(cell[5:]), 1)
        return Day(first, end_of_month(first))
    if len(cell) == 4 and cell.isascii() and cell.isdigit():
        return Day(dt.date(int(cell), 1, 1), dt.date(int(cell), 12, 31))
    raise ValueError(f"{cell!r} is no day: YYYY-MM-DD, YYYY-MM or YYYY")


def end_of_month(day: dt.date) -> dt.date:
    following = dt.date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return following - dt.timedelta(days=1)
