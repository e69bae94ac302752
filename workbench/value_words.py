"""Values in words for people: in the fewest for chips and tables, whole for reports and whatever has room."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from workbench.mentions.values import Amount, Score, Timex
from workbench.wording import day_words, month_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.mentions.values import Value
    from workbench.wording import Code, Words

_LENGTH = re.compile(r"P(?=.)((?:[\d.]+[YMWD])*)(?:T(?=.)((?:[\d.]+[HMS])*))?")
_PART = re.compile(r"([\d.]+)([A-Z])")
_UNITS = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}
_CLOCK_UNITS = {"H": "hours", "M": "minutes", "S": "seconds"}


def value_in_words(
    value: Value, words: Words, code: Code, zone: Callable[[str], str] = str, brief: bool = False
) -> str:
    """A figure, a result or a time as people write it; empty for names, statements and what cannot be said without the
    text. ``zone`` names a time zone («بتوقيت بغداد»). ``brief``: a day, a month, a year or a clock alone, nothing for
    other intervals."""
    match value:
        case Amount():
            figures = amount_words(value)
            return f"{figures}%" if figures and value.unit == "percent" else figures
        case Score():
            return "–".join(str(one) for one in value.values)
        case Timex():
            length = length_words(value.timex, words, code)
            return length or (time_words(value, code) if brief else when_words(value, words, code, zone))
        case _:
            return ""


def figure(number: float) -> str:
    """A figure with its thousands apart, without a fraction it does not have."""
    if float(number).is_integer() and abs(number) < 1e15:
        return f"{int(number):,}"
    return f"{number:,.2f}".rstrip("0").rstrip(".")


def amount_words(amount: Amount) -> str:
    """«11–14», «≥ 50», «≈ 900», «30»; always from left to right."""
    low, high = amount.low, amount.high
    if low is not None and high is not None:
        words = figure(low) if low == high else f"{figure(low)}–{figure(high)}"
    elif low is not None:
        words = f"≥ {figure(low)}"
    elif high is not None:
        words = f"≤ {figure(high)}"
    else:
        return ""
    return f"≈ {words}" if amount.approximate and low == high else words


def length_words(timex: str, words: Words, code: Code) -> str:
    """How long something lasts or how old somebody is, from a TIMEX3 length: «8 سنوات» (``P8Y``), «33 دقيقة و12 ثانية»
    (``PT33M12S``), «3 ساعات ونصف ساعة» (``PT3.5H``). Empty for what is no length, or one of an unknown number."""
    found = _LENGTH.fullmatch(timex)
    if found is None:
        return ""
    parts = []
    for group, units in ((found[1], _UNITS), (found[2], _CLOCK_UNITS)):
        for number, unit in _PART.findall(group or ""):
            whole, _, fraction = number.partition(".")
            if not whole.isdigit() or fraction.strip("0") not in ("", "5"):
                return ""
            if int(whole) or not fraction.strip("0"):
                parts.append(words.count(code, f"span.{units[unit]}", int(whole)))
            if fraction.strip("0"):
                parts.append(words.say(code, f"span.{units[unit]}.half"))
    return (" و" if code == "ar" else " and ").join(parts)


def time_words(time: Timex, code: Code) -> str:
    """The day, the month, the year or the clock that a time stands for; empty where it is none of them."""
    begin, end = time.begin, time.end
    if begin is None:
        return ""
    if "T" in begin:
        clock = begin.split("T", 1)[1]
        return clock if begin == end or end is None else _day(begin, code)
    if begin == end:
        return _day(begin, code)
    return _whole(begin, end, code) if end is not None else ""


def when_words(time: Timex, words: Words, code: Code, zone: Callable[[str], str] = str) -> str:
    """A time with all that is known of it: «16 أغسطس 2023، 18:00–23:59», «من 2014 إلى 2019», «منذ أبريل 2009»,
    «20:45 بتوقيت بغداد». Empty for what has no place on the calendar."""
    begin, end, timex = time.begin, time.end, time.timex
    if timex.startswith("P") and not timex.startswith("PRESENT"):
        return ""  # a length of unknown number with a side on the calendar: neither says what the text says
    first, _, last = timex.partition("/")
    if begin is not None and end is not None:
        said = _between(begin, end, first, last, words, code)
    elif begin is not None:
        said = words.say(code, "when.since", begin=_bound(begin, first, words, code))
    elif end is not None:
        said = words.say(code, "when.until", end=_bound(end, last, words, code))
    else:
        return ""
    return f"{said} {zone(time.zone)}" if time.zone else said


def _between(begin: str, end: str, first: str, last: str, words: Words, code: Code) -> str:
    if begin == end:
        return _bound(begin, "", words, code)
    if whole := _whole(begin, end, code):
        return whole
    (day, clock), (other, until) = _halves(begin), _halves(end)
    if clock and until and day == other:
        clocks = f"{clock}–{until}"
        return words.say(code, "when.moment", day=_day(day, code), clock=clocks) if day else clocks
    if not last:  # one word for all of it, a season or a week: its days
        first = ""
    return words.say(
        code, "when.span", begin=_bound(begin, first, words, code), end=_bound(end, last, words, code)
    )  # fmt: skip


def _bound(iso: str, written: str, words: Words, code: Code) -> str:
    """One side of an interval, no finer than the text has it: ``written`` is its half of the TIMEX3 value."""
    if re.fullmatch(r"\d{4}", written):
        return written
    if re.fullmatch(r"\d{4}-\d{2}", written):
        return month_words(int(written[:4]), int(written[5:]), code)
    day, clock = _halves(iso)
    if not clock:
        return _day(day, code)
    return words.say(code, "when.moment", day=_day(day, code), clock=clock) if day else clock


def _halves(iso: str) -> tuple[str, str]:
    """The day and the clock of an ISO moment, either of them empty where it has none."""
    day, _, clock = iso.partition("T")
    return day, clock


def _whole(begin: str, end: str, code: Code) -> str:
    """The year or the month that two days bound, both included; empty where they bound neither."""
    if begin.endswith("-01-01") and end.endswith("-12-31"):
        return begin[:4] if begin[:4] == end[:4] else ""
    try:
        first, last = dt.date.fromisoformat(begin), dt.date.fromisoformat(end)
    except ValueError:
        return ""
    after = last + dt.timedelta(days=1)
    if first.day == 1 and after.day == 1 and (last.year, last.month) == (first.year, first.month):
        return month_words(first.year, first.month, code)
    return ""


def _day(iso: str, code: Code) -> str:
    try:
        return day_words(dt.date.fromisoformat(iso[:10]), code)
    except ValueError:
        return ""
