"""Times seen from the day of the text: TIMEX3 values and the days or minutes they cover."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from workbench.knowledge.words.time_words import TimeWords
from workbench.mentions.times.days import spot_of
from workbench.mentions.times.spots import View
from workbench.mentions.times.values import (
    Clock,
    DayShift,
    Edge,
    Fields,
    Lean,
    Length,
    Moment,
    Moved,
    Node,
    Part,
    Range,
    Repeated,
    TimeReading,
    Weekday,
    Window,
)  # fmt: skip
from workbench.mentions.values import ArticleDate, Timex

_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Reference:
    """The day from which a text speaks: an interval of days (ends included), None where it is not known at all."""

    begin: dt.date | None
    end: dt.date | None


NO_REFERENCE = Reference(None, None)


def reference_of(date: ArticleDate) -> Reference:
    """The reference that an article's date gives."""
    return Reference(date.begin, date.end)


def resolve_time(reading: TimeReading, reference: Reference, words: TimeWords) -> Timex:
    """The TIMEX3 value of a time and the days or minutes it covers, seen from the day of the text.

    Full days are ``YYYY-MM-DD`` (the last one included), minutes ``YYYY-MM-DDTHH:MM``; a clock or a part of the day
    whose day is not known is ``THH:MM``. What the text and the reference leave open stays None, and XXXX in the value.
    Where the reference is an interval, only what is the same for all of its days is given.
    """
    begin, end = reference.begin, reference.end
    if begin is None or end is None or begin > end:
        return _resolve(reading, None, words)
    first = _resolve(reading, begin, words)
    if begin == end or first == _resolve(reading, end, words):
        return first
    return _resolve(reading, None, words)


def _resolve(reading: TimeReading, day: dt.date | None, words: TimeWords) -> Timex:
    view = View(day, reading.lean, reading.alone, reading.done)
    try:
        return _timex(reading.node, view, words)
    except (OverflowError, ValueError):
        # a date at the edge of the calendar: the words are known, the days are not
        return Timex("XXXX-XX-XX")


def _timex(node: Node, view: View, words: TimeWords) -> Timex:
    if isinstance(node, Length):
        return Timex(length_timex(node))
    if isinstance(node, Repeated):
        return Timex(_set_timex(node.every, words))
    if isinstance(node, Range):
        return _range(node, view, words)
    if isinstance(node, Moment):
        return _moment(node, view, words)
    if isinstance(node, Edge) and node.which == "end" and isinstance(node.of, (DayShift, Weekday)):
        return _moment(Moment(node.of, None, Clock(23, 59, None, False)), view, words)
    if isinstance(node, Window):
        return _window(node, view)
    if isinstance(node, Moved):
        return _moved(node, view)
    spot = spot_of(node, view)
    return Timex(spot.timex, _iso(spot.first), _iso(spot.last))


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day is not None else None


# ---------------------------------------------------------------------------------------------------------- lengths

_LETTERS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "M", "second": "S"}


def length_timex(length: Length) -> str:
    """«ثلاثة أشهر ويومان» as P3M2D; a number that the text leaves open is X."""
    counts: dict[str, float | None] = {}
    for amount in length.amounts:
        unit, count = amount.unit, amount.count
        if unit in ("decade", "century"):
            count = None if count is None else count * (10 if unit == "decade" else 100)
            unit = "year"
        if unit == "week" and len(length.amounts) > 1:
            count = None if count is None else count * 7
            unit = "day"
        before = counts.get(unit, 0.0)
        counts[unit] = None if count is None or before is None else before + count
    date = "".join(
        _number(counts[unit]) + _LETTERS[unit] for unit in ("year", "month", "week", "day") if unit in counts
    )
    clock = "".join(_number(counts[unit]) + _LETTERS[unit] for unit in ("hour", "minute", "second") if unit in counts)
    return "P" + date + ("T" + clock if clock else "")


def _number(count: float | None) -> str:
    if count is None:
        return "X"
    return str(int(count)) if count == int(count) else f"{count:.4f}".rstrip("0")


def _set_timex(every: Node, words: TimeWords) -> str:
    if isinstance(every, Length):
        return length_timex(every)
    if isinstance(every, Weekday):
        return f"XXXX-WXX-{every.weekday}"
    if isinstance(every, Fields) and every.month is not None:
        return f"XXXX-{every.month:02d}" + (f"-{every.day:02d}" if every.day is not None else "")
    if isinstance(every, Moment) and every.part is not None:
        return f"XXXX-XX-XXT{words.parts[every.part.id].timex}"
    return "P1D"


# ----------------------------------------------------------------------------------------------------------- clocks


def _moment(node: Moment, view: View, words: TimeWords) -> Timex:
    spot = spot_of(node.day, view) if node.day is not None else None
    single = spot.first if spot is not None and spot.first is not None and spot.first == spot.last else None
    prefix = "" if spot is None else spot.timex
    if single is not None:
        prefix = single.isoformat()
    known = spot is None or single is not None
    day = single.isoformat() if single is not None else ""
    if node.clock is not None:
        clock = node.clock
        second = f":{clock.second:02d}" if clock.second is not None else ""
        timex = f"{prefix}T{clock.hour:02d}:{clock.minute:02d}{second}"
        zone = clock.zone if clock.zone != "local" else None
        if not known:
            return Timex(timex, None, None, zone)
        hour = clock.hour
        if hour == 24:
            next_day = single + dt.timedelta(days=1) if single is not None else None
            at = f"{next_day.isoformat() if next_day is not None else ''}T00:{clock.minute:02d}"
        else:
            at = f"{day}T{hour:02d}:{clock.minute:02d}"
        if single is not None and node.part is not None and node.part.id == "small-hours" and hour < 6:
            # two hours after Thursday's midnight may be Thursday's or Friday's
            return Timex(timex, at, f"{(single + dt.timedelta(days=1)).isoformat()}{at[10:]}", zone)
        return Timex(timex, at, at, zone)
    if node.part is None:
        return Timex(prefix or "XXXX-XX-XX", _iso(spot.first) if spot else None, _iso(spot.last) if spot else None)
    part = words.parts[node.part.id]
    timex = f"{prefix}T{part.timex}"
    if not known:
        return Timex(timex)
    begin, end = _portion(part.begin, part.end, node.part)
    if single is not None and node.into is not None:
        return Timex(timex, f"{day}T{begin}", f"{(single + dt.timedelta(days=1)).isoformat()}T05:59")
    if single is not None and node.part.id == "midnight":
        return Timex(timex, f"{day}T21:00", f"{(single + dt.timedelta(days=1)).isoformat()}T02:59")
    if single is not None and node.part.id == "small-hours":
        return Timex(timex, f"{day}T{begin}", f"{(single + dt.timedelta(days=1)).isoformat()}T{end}")
    return Timex(timex, f"{day}T{begin}", f"{day}T{end}")


def _portion(begin: str, end: str, part: Part) -> tuple[str, str]:
    """The early or late half of a part of the day."""
    if part.portion is None:
        return begin, end
    first, last = (int(text[:2]) * 60 + int(text[3:]) for text in (begin, end))
    middle = (first + last + 1) // 2
    first, last = (first, middle) if part.portion == "early" else (middle, last)
    return f"{first // 60:02d}:{first % 60:02d}", f"{last // 60:02d}:{last % 60:02d}"


# ----------------------------------------------------------------------------------------------------------- ranges


def _range(node: Range, view: View, words: TimeWords) -> Timex:
    if node.begin is None or node.end is None:
        return _open_range(node, view, words)
    first, last = _two_sides(node.begin, node.end, view, words)
    zone = first.zone or last.zone
    begin, end = first.begin, last.end
    if (
        begin is not None
        and end is not None
        and end < begin
        and "T" in begin
        and begin[:10] == end[:10]
        and begin[0] != "T"
    ):
        # from ten in the evening to four in the morning: the next day's four
        next_day = dt.date.fromisoformat(end[:10]) + dt.timedelta(days=1)
        end = next_day.isoformat() + end[10:]
    elif begin is not None and end is not None and end[:10] < begin[:10] and begin[0] != "T":
        begin = end = None
    return Timex(f"{first.timex}/{last.timex}", begin, end, zone)


def _two_sides(begin: Node, end: Node, view: View, words: TimeWords) -> tuple[Timex, Timex]:
    """Both ends, the open one seen from the other: «من الثلاثاء إلى الخميس» is within one week."""
    if view.day is None:
        return _timex(begin, view, words), _timex(end, view, words)
    if view.lean != "past" or not isinstance(_plain(begin), Weekday):
        first = _timex(begin, view, words)
        anchor = _day_of(first.begin)
        if anchor is not None and _floating(end):
            return first, _timex(end, View(anchor, "future", False), words)
        return first, _timex(end, view, words)
    last = _timex(end, view, words)
    anchor = _day_of(last.end)
    if anchor is not None:
        return _timex(begin, View(anchor, "past", False), words), last
    return _timex(begin, view, words), last


def _plain(node: Node | None) -> Node | None:
    if isinstance(node, Moment):
        return _plain(node.day)
    return node


def _floating(node: Node) -> bool:
    """Whether a day could be one of many: a weekday, a date without its year."""
    plain = _plain(node)
    if isinstance(plain, Weekday):
        return plain.shift is None
    return isinstance(plain, Fields) and plain.year is None and plain.shift is None and not plain.event


def _day_of(text: str | None) -> dt.date | None:
    if text is None or len(text) < 10 or text[0] == "T":
        return None
    return dt.date.fromisoformat(text[:10])


def _open_range(node: Range, view: View, words: TimeWords) -> Timex:
    if node.begin is not None:
        lean: Lean | None = "past" if not node.excludes and view.lean is None and not view.alone else view.lean
        side = _timex(node.begin, replace(view, lean=lean), words)
        begin = side.begin
        if node.excludes:
            begin = _after(side.end)
        return Timex(f"{side.timex}/..", begin, None, side.zone)
    assert node.end is not None
    side = _timex(node.end, view, words)
    end = _before(side.begin) if node.excludes else side.end
    return Timex(f"../{side.timex}", None, end, side.zone)


def _after(end: str | None) -> str | None:
    day = _day_of(end)
    if end is None or day is None or "T" in end:
        return end
    return (day + dt.timedelta(days=1)).isoformat()


def _before(begin: str | None) -> str | None:
    day = _day_of(begin)
    if begin is None or day is None or "T" in begin:
        return begin
    return (day - dt.timedelta(days=1)).isoformat()


def _moved(node: Moved, view: View) -> Timex:
    anchor = spot_of(node.anchor, view).first if node.anchor is not None else view.day
    days = _whole_days(node.length)
    told = node.anchor is None and node.sign > 0 and view.lean == "past"
    if anchor is None or days is None or told:
        hourly = any(amount.unit in ("second", "minute", "hour") for amount in node.length.amounts)
        return Timex("XXXX-XX-XXTXX:XX" if hourly else "XXXX-XX-XX")
    moved = spot_of(Moved(node.length, node.sign, DayShift(0)), View(anchor, view.lean, view.alone))
    if node.since and not view.alone:
        return Timex(f"{moved.timex}/..", _iso(moved.first), None, None)
    if node.bound is None or moved.first is None or moved.last is None:
        return Timex(moved.timex, _iso(moved.first), _iso(moved.last))
    return _bounded(node, moved.first, moved.last, anchor)


_SLACK = {"century": 18262, "decade": 1826, "year": 183, "month": 15, "week": 3}  # days: half of the unit


def _bounded(node: Moved, first: dt.date, last: dt.date, anchor: dt.date) -> Timex:
    """«قبل نحو ثلاثة أشهر», «قبل أكثر من عام», «بعد أقل من شهر»: as wide as the words are."""
    if node.bound == "about":
        slack = dt.timedelta(days=_SLACK.get(node.length.amounts[-1].unit, 1))
        middle = first + (last - first) / 2
        return Timex(f"{middle - slack}/{middle + slack}", _iso(middle - slack), _iso(middle + slack))
    begin: dt.date | None
    end: dt.date | None
    if node.sign < 0:
        begin, end = (None, last) if node.bound == "more" else (first, anchor)
    else:
        begin, end = (first, None) if node.bound == "more" else (anchor, last)
    return Timex(f"{_iso(begin) or '..'}/{_iso(end) or '..'}", _iso(begin), _iso(end))


def _whole_days(length: Length) -> float | None:
    """Whether a length can be counted in days: its count of hours if they make whole days; None where it cannot."""
    total = 0.0
    for amount in length.amounts:
        if amount.count is None:
            return None
        if amount.unit == "hour":
            if amount.count % 24:
                return None
            total += amount.count / 24
        elif amount.unit in ("minute", "second"):
            return None
        else:
            total += amount.count
    return total


def _window(node: Window, view: View) -> Timex:
    timex = length_timex(node.length)
    if view.day is None:
        return Timex(timex)
    one = dt.timedelta(days=1)
    if any(amount.count is None for amount in node.length.amounts):
        if node.sign < 0:
            return Timex(timex, None, view.day.isoformat())
        return Timex(timex, view.day.isoformat(), None)
    if not _whole_days(node.length):
        return Timex(timex)
    hourly = all(amount.unit == "hour" for amount in node.length.amounts)
    edge = spot_of(Moved(node.length, node.sign, DayShift(0), exact=True), view)
    far = edge.first if node.sign < 0 else edge.last
    if far is None or far == view.day:
        return Timex(timex)
    if node.sign < 0:
        return Timex(timex, far.isoformat(), (view.day if hourly else view.day - one).isoformat())
    return Timex(timex, (view.day if hourly else view.day + one).isoformat(), far.isoformat())
