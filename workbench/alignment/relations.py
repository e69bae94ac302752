"""Whether two values can both be true of one thing."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal
from zoneinfo import ZoneInfo

from workbench.claims.events.when import weekday_named
from workbench.mentions.values import Amount, Entity, Score, Timex, Value

Verdict = Literal["agree", "differ", "unsure"]

# "About 900" still covers 945; from a tenth to a quarter away nobody can say; beyond that it is another figure.
APPROXIMATE_NEAR = 0.10
APPROXIMATE_FAR = 0.25
# "More than 50" may stand for 90, hardly for 900; "thousands" for anything below a hundred thousand.
_FAR_BOUNDS = 2
_FAR_WORDS = 50
# From here on, and with a fraction, figures are told in fewer digits: at least as many as these.
_ROUNDED_FROM = 1_000_000
_KEPT_DIGITS = 2
_CLOCK_SLACK = dt.timedelta(minutes=10)
# A night belongs to two days.
_NIGHT = dt.timedelta(hours=36)
_SHORTLY = dt.timedelta(minutes=30)
_DAY = dt.timedelta(days=1)
_ANY_DAY = "2000-01-01"
_LENGTH = re.compile(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?"
                     r"(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?")  # fmt: skip
_SECONDS = (31_557_600.0, 2_629_800.0, 604_800.0, 86_400.0, 3_600.0, 60.0, 1.0)


def compare(a: Value, b: Value, approximate: bool = False) -> Verdict:
    """``approximate`` says that a side's words hedge a value that carries no such mark itself (times, durations)."""
    if isinstance(a, Amount) and isinstance(b, Amount):
        return compare_amounts(a, b)
    if isinstance(a, Timex) and isinstance(b, Timex):
        if a.timex.startswith("P") and b.timex.startswith("P"):
            return compare_durations(a, b, approximate)
        return compare_times(a, b, approximate)
    if isinstance(a, Score) and isinstance(b, Score):
        return "agree" if sorted(a.values) == sorted(b.values) else "differ"
    if isinstance(a, Entity) and isinstance(b, Entity):
        if a.id is not None and b.id is not None:
            return "agree" if a.id == b.id else "differ"
        return "agree" if a.name == b.name else "unsure"
    return "unsure"


def compare_amounts(a: Amount, b: Amount) -> Verdict:
    """A bounded or approximate figure agrees with any figure inside what it says."""
    low_a, high_a = _bounds(a)
    low_b, high_b = _bounds(b)
    if low_a <= high_b and low_b <= high_a:
        return "agree"
    if _rounded(a, b) or _rounded(b, a):
        return "unsure"
    if not (a.approximate or b.approximate):
        return "differ"
    gap = low_b - high_a if low_b > high_a else low_a - high_b
    size = max(abs(x) for x in (low_a, high_a, low_b, high_b) if abs(x) != float("inf"))
    if size and gap / size <= APPROXIMATE_NEAR:
        return "agree"
    return "unsure" if size and gap / size <= APPROXIMATE_FAR else "differ"


def _rounded(a: Amount, b: Amount) -> bool:
    """Whether an exact figure is another one in fewer digits: 17 per cent and 17.1, 1.8 and 1.84 thousand million.
    Counts of people and things are not rounded so."""
    if a.low is None or b.low is None or a.low != a.high or b.low != b.high or not b.low or not a.low:
        return False
    one, other = _significant(a.low), _significant(b.low)
    whole = b.low == int(b.low) and min(a.low, b.low) < _ROUNDED_FROM
    if whole or len(one) < _KEPT_DIGITS or len(one) >= len(other):
        return False
    places = len(one) - 1 - math.floor(math.log10(abs(b.low)))
    return math.isclose(round(b.low, places), a.low)


def _significant(value: float) -> str:
    return f"{abs(value):.10g}".replace(".", "").strip("0")


def is_far(a: Value, b: Value) -> bool:
    """Whether two amounts agree only because one has no end: «أكثر من 50» denies no 900, but does not say it either.
    «آلاف» reaches as far as its word."""
    if not isinstance(a, Amount) or not isinstance(b, Amount):
        return False
    marks = [mark for amount in (a, b) if (mark := amount.high if amount.low is None else amount.low) is not None]
    if len(marks) < 2 or not any(None in (amount.low, amount.high) for amount in (a, b)):
        return False
    return max(marks) > min(marks) * (_FAR_WORDS if a.approximate or b.approximate else _FAR_BOUNDS)


def in_one_unit(a: Value, b: Value, scales: Mapping[str, tuple[str, float]]) -> tuple[Value, Value]:
    """Two amounts of measures of one kind as amounts of the same measure, anything else as it is. ``scales`` gives the
    measure of the kind and how many of it one is. What was turned is approximate: «12 كيلومترا» are «7.5 أميال»."""
    if not isinstance(a, Amount) or not isinstance(b, Amount) or a.unit == b.unit or not a.unit or not b.unit:
        return a, b
    one, other = scales.get(a.unit), scales.get(b.unit)
    if one is None or other is None or one[0] != other[0]:
        return a, b
    return _turned(a, *one, a.approximate or one != other), _turned(b, *other, b.approximate or one != other)


def _turned(amount: Amount, unit: str, times: float, approximate: bool) -> Amount:
    low, high = (None if bound is None else bound * times for bound in (amount.low, amount.high))
    return replace(amount, low=low, high=high, unit=unit, approximate=approximate)


def _bounds(amount: Amount) -> tuple[float, float]:
    low = float("-inf") if amount.low is None else amount.low
    high = float("inf") if amount.high is None else amount.high
    return low, high


def seconds(timex: str) -> float | None:
    """The length of a TIMEX3 duration in seconds, a month as a twelfth of a year; None where it gives none."""
    match = _LENGTH.fullmatch(timex)
    if not match or not any(match.groups()):
        return None
    return sum(float(number) * unit for number, unit in zip(match.groups(), _SECONDS, strict=True) if number)


def _months(timex: str) -> bool:
    """Whether a length is counted in months or years, whose days differ."""
    return "M" in timex.partition("T")[0] or "Y" in timex


def compare_durations(a: Timex, b: Timex, approximate: bool = False) -> Verdict:
    length_a, length_b = seconds(a.timex), seconds(b.timex)
    if length_a is None or length_b is None:
        return "unsure"
    apart = abs(length_a - length_b) / max(length_a, length_b, 1.0)
    # Fifteen days are two weeks, thirty days a month.
    calendar = _months(a.timex) != _months(b.timex) or ("W" in a.timex) != ("W" in b.timex)
    if apart <= (APPROXIMATE_NEAR if approximate else 0.08 if calendar else 0.01):
        return "agree"
    return "unsure" if approximate and apart <= APPROXIMATE_FAR else "differ"


def compare_times(a: Timex, b: Timex, approximate: bool = False) -> Verdict:
    """Days and clocks: the coarser agrees with what lies inside it. Clocks of two zones are compared on the day that
    either names; where neither does, they can only agree."""
    if a.zone != b.zone and a.zone is not None and b.zone is not None:
        return _across_zones(a, b)
    weekday_a, weekday_b = weekday(a), weekday(b)
    known_a, known_b = _interval(a), _interval(b)
    if known_a is not None and known_b is not None and is_dayless(a) != is_dayless(b):
        # A clock beside a day: only their clocks can be held together, where both have one.
        known_a, known_b = _clock_only(a, known_a), _clock_only(b, known_b)
    if known_a is None or known_b is None:
        if _bound_within(a, b) or _bound_within(b, a) or _shortly(a, b) or _shortly(b, a):
            return "agree"
        if weekday_a is not None and weekday_b is not None:
            return "agree" if weekday_a == weekday_b else "differ"
        return "unsure"
    if known_a[0] <= known_b[1] and known_b[0] <= known_a[1]:
        return "agree"
    gap = known_b[0] - known_a[1] if known_b[0] > known_a[1] else known_a[0] - known_b[1]
    if approximate and gap <= dt.timedelta(minutes=30):
        return "agree"
    if gap <= _CLOCK_SLACK and "T" in (a.begin or "") and "T" in (b.begin or ""):
        return "unsure"
    return "differ"


def _across_zones(a: Timex, b: Timex) -> Verdict:
    known_a, known_b = _interval(a), _interval(b)
    if known_a is None or known_b is None or not all("T" in (time.begin or "") for time in (a, b)):
        return "unsure"
    days = [known[0].date() for time, known in ((a, known_a), (b, known_b)) if not is_dayless(time)]
    moments = []
    for time, known in ((a, known_a), (b, known_b)):
        begin = known[0] if not (is_dayless(time) and days) else dt.datetime.combine(days[0], known[0].time())
        moments.append(begin.replace(tzinfo=ZoneInfo(time.zone or "UTC")))
    gap = abs(moments[0] - moments[1])
    if not days or len(days) < 2:
        # Without its day a clock may be of the evening before.
        gap = min(gap % _DAY, _DAY - gap % _DAY)
    if gap <= _CLOCK_SLACK:
        return "agree"
    return "differ" if days else "unsure"


def _shortly(bound: Timex, other: Timex) -> bool:
    """Whether a clock lies within half an hour of the one that a stretch open on one side names: «قبيل العاشرة»,
    «9:50»."""
    side = bound.end if bound.begin is None else bound.begin if bound.end is None else None
    known = _interval(other)
    if side is None or known is None or "T" not in side or "T" not in (other.begin or ""):
        return False
    if known[1] - known[0] > _SHORTLY:
        return False
    clock = dt.datetime.fromisoformat(f"{_ANY_DAY}{side[side.index('T'):]}")
    moment = known[0].replace(year=clock.year, month=clock.month, day=clock.day)
    if not (side.startswith("T") or is_dayless(other)) and side[:10] != (other.begin or "")[:10]:
        return False
    gap = clock - moment if bound.begin is None else moment - clock
    return dt.timedelta(0) <= gap <= _SHORTLY


def same_stretch(a: Value, b: Value) -> bool:
    """Whether two times are one stretch, or both lie within one day: «هذا الشهر» and a day of it are neither."""
    if not isinstance(a, Timex) or not isinstance(b, Timex):
        return False
    known_a, known_b = _interval(a), _interval(b)
    if known_a is None or known_b is None:
        if _shortly(a, b) or _shortly(b, a):
            return True
        begun, ended = (side_a is not None and side_b is not None and side_a[:10] == side_b[:10]
                        for side_a, side_b in ((a.begin, b.begin), (a.end, b.end)))
        return begun or ended or (weekday(a) is not None and weekday(b) is not None)
    return known_a == known_b or max(known[1] - known[0] for known in (known_a, known_b)) <= _NIGHT


def weekday(time: Timex) -> int | None:
    """1 for Monday to 7 for Sunday, from an unresolved weekday or a known single day."""
    named = weekday_named(time.timex)
    if named is not None:
        return named
    if time.begin and time.end and time.begin[:10] == time.end[:10] and not time.begin.startswith("T"):
        return dt.date.fromisoformat(time.begin[:10]).isoweekday()
    return None


def _bound_within(open_sided: Timex, other: Timex) -> bool:
    """Whether the day that one stretch begins or ends with, its other side being open, is one that the other begins or
    ends with, or lies in: «منذ عصر الثلاثاء» and «الثلاثاء», «حتى 25 سبتمبر» and «من 10 إلى 25 سبتمبر»."""
    if (open_sided.begin is None) == (open_sided.end is None):
        return False
    bound = open_sided.begin or open_sided.end or ""
    side = other.begin if open_sided.begin else other.end
    known = _interval(other)
    if known is not None and (known[1] - known[0]).days < 1:
        day = _interval(Timex(bound, bound, bound))
        return day is not None and known[0] <= day[0] <= known[1]
    return side is not None and side[:10] == bound[:10]


def is_dayless(time: Value) -> bool:
    """Whether a time is a clock of no day."""
    return isinstance(time, Timex) and (time.begin or "").startswith("T")


def _interval(time: Timex) -> tuple[dt.datetime, dt.datetime] | None:
    """The minutes a time covers; a clock without a day stands on an arbitrary one."""
    if time.begin is None or time.end is None:
        return None
    try:
        begin, end = (
            dt.datetime.fromisoformat(f"{_ANY_DAY}{text}" if text.startswith("T") else text)
            for text in (time.begin, time.end)
        )
    except ValueError:
        return None
    if "T" not in time.end:
        end += dt.timedelta(days=1, minutes=-1)
    return begin, end


def _clock_only(time: Timex, known: tuple[dt.datetime, dt.datetime]) -> tuple[dt.datetime, dt.datetime] | None:
    if "T" not in (time.begin or "") or known[1] - known[0] >= dt.timedelta(days=1):
        return None
    begin, end = (moment.replace(year=2000, month=1, day=1) for moment in known)
    return begin, end
