"""Stretches from one time to another: من 3 إلى 5 مارس, بين عامي 2006 و2007, 2006-2007, من الثلاثاء إلى الخميس."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.mentions.times.clocks import bare_hour_at, make_clock
from workbench.mentions.times.points import point_at
from workbench.mentions.times.scan import Found, Scan
from workbench.mentions.times.values import (
    Clock,
    DayAnd,
    Fields,
    Length,
    Moment,
    Node,
    Now,
    Period,
    Piece,
    Range,
    Weekday,
    Within,
)  # fmt: skip

TWO_DAYS = frozenset(("يومي", "ليلتي"))


@dataclass(frozen=True, slots=True)
class _Side:
    """One end of a range: a point, or a mere number that only the other end can explain."""

    found: Found | None
    number: int | None
    begin: int
    end: int
    hour: Found | None = None


def range_at(scan: Scan, i: int, day: Node | None = None) -> Found | None:
    """A range announced by «من» or «بين» at ``i``; ``day`` is the day it was said for just before, if any."""
    for word, start in scan.words_at(i, "between", "from"):
        between = word.value == "between" or scan.key(start - 1) == "بين"
        at = start
        if scan.key(at) in ("يوم", "ايام") and scan.figure(at + 1, 2) is not None:
            at += 1
        first = _side_at(scan, at)
        if first is None:
            continue
        link = _link_after(scan, first.end, between)
        if link is None:
            continue
        found = _joined(scan, i, first, link, day)
        if found is not None:
            return replace(found, proclitic=word.proclitic)
    return None


def two_days_at(scan: Scan, i: int) -> Found | None:
    """«يومي 15 و16 يناير»: two days that follow each other are one stretch."""
    first = _side_at(scan, i + 1)
    link = _link_after(scan, first.end, True) if first is not None and first.number is not None else None
    if first is None or link is None or first.number is None or scan.figure(link) != first.number + 1:
        return None
    return _joined(scan, i, first, link, None)


def range_from_point(scan: Scan, point: Found) -> Found | None:
    """A range whose first end has been read: «2 أكتوبر إلى 22 أكتوبر», «4 مساء - 5 مساء»."""
    if isinstance(point.node, (Now, Range)):
        return None
    link = _link_after(scan, point.end, False)
    if link is None:
        return None
    return _joined(scan, point.begin, _Side(point, None, point.begin, point.end), link, None)


def range_from_number(scan: Scan, i: int) -> Found | None:
    """A range that begins with a mere number: «13-15 يوليو», «2006-2007», «8 - 29 يونيو»."""
    first = _side_at(scan, i)
    if first is None or first.found is not None:
        return None
    link = _link_after(scan, first.end, False)
    return _joined(scan, i, first, link, None) if link is not None else None


def _link_after(scan: Scan, i: int, between: bool) -> int | None:
    """The index after «إلى», «حتى», a dash or, with ``between``, «و» (which may be written onto the next word)."""
    if i >= len(scan.tokens):
        return None
    if between:
        if scan.key(i) == "و":
            return i + 1
        if scan.is_word(i) and scan.key(i).startswith("و") and scan.word(i, "to") is None:
            return i
    to = scan.word(i, "to")
    if to is not None and to[0].proclitic in ("", "و"):
        return to[1]
    if scan.dash(i) or (scan.key(i) == "/" and scan.figure(i + 1) is not None and len(scan.tokens[i + 1].plain) == 4):
        return i + 1
    return None


def _side_at(scan: Scan, i: int) -> _Side | None:
    if i >= len(scan.tokens):
        return None
    token = scan.tokens[i]
    if token.kind not in ("word", "number"):
        return None
    found = point_at(scan, i, joined=True)
    if found is not None and found.kind != "length":
        return _Side(found, None, i, found.end)
    number = scan.figure(i)
    end = i + 1
    if number is None:
        numeral = scan.ordinal(i) or scan.cardinal(i, alone=True)
        if numeral is None or numeral.value != int(numeral.value) or not 1 <= numeral.value <= 31:
            hour = bare_hour_at(scan, i)
            return _Side(None, None, i, hour.end, hour) if hour is not None else None
        number, end = int(numeral.value), numeral.last
    hour = bare_hour_at(scan, i)
    return _Side(None, number, i, max(end, hour.end) if hour is not None else end, hour)


def _joined(scan: Scan, i: int, first: _Side, link: int, day: Node | None) -> Found | None:
    at = scan.about(link)
    second = _side_at(scan, at)
    if second is None:
        return None
    pair = _pair(scan, first, second, day)
    if pair is None:
        return None
    begin, end = pair
    pieces: tuple[Piece, ...] = ()
    for side in (first, second):
        if side.found is not None:
            pieces += side.found.pieces
    return Found("span", Range(begin, end), i, second.end, pieces)


def _pair(scan: Scan, first: _Side, second: _Side, day: Node | None) -> tuple[Node, Node] | None:
    a, b = first.found, second.found
    if a is not None and b is not None:
        if first.hour is None and a.kind in ("clock", "part") and b.kind in ("clock", "part"):
            return _clocks(scan, a.node, b.node, day)
        if a.kind == "day" and b.kind == "day":
            return _days(a.node, b.node)
        if (a.kind == "day" and b.kind in ("clock", "part")) or (a.kind in ("clock", "part") and b.kind == "day"):
            return (a.node, b.node) if _dated(a.node) and _dated(b.node) else None
        return None
    if a is not None:
        return _completed(scan, a, second, day)
    if b is not None:
        return _begun(scan, first, b, day)
    if first.hour is not None and second.hour is not None:
        x, y = _clock_of(first.hour.node), _clock_of(second.hour.node)
        told = x is not None and y is not None and (
            day is not None or first.number is None or second.number is None
            or _headed(scan, first) or _headed(scan, second) or _minutes(scan, first) or _minutes(scan, second)
        )  # fmt: skip
        if told and not scan.counted(second.end):
            return _clocks(scan, first.hour.node, second.hour.node, day)
    if first.number is not None and second.number is not None:
        return _years(scan, first, second)
    return None


def _headed(scan: Scan, side: _Side) -> bool:
    return scan.word(side.begin, "clock") is not None


def _minutes(scan: Scan, side: _Side) -> bool:
    return any(scan.key(n) == ":" for n in range(side.begin, side.end))


def _years(scan: Scan, first: _Side, second: _Side) -> tuple[Node, Node] | None:
    x, y = first.number or 0, second.number or 0
    if len(scan.tokens[second.begin].plain) == 2 and scan.tokens[second.begin].kind == "number":
        y += x // 100 * 100
    if not (1800 <= x < y <= 2100 and y - x <= 150) or scan.tokens[first.begin].kind != "number":
        return None
    after = scan.key(second.end)
    if (after in ("/", "-") and not scan.tokens[second.end].spaced) or (
        scan.counted(second.end) and x % 100 == 0
    ):
        return None
    return Fields(year=x), Fields(year=y)


def _dated(node: Node) -> bool:
    return not isinstance(node, Moment) or node.day is not None


def _clock_of(node: Node) -> Clock | None:
    return node.clock if isinstance(node, Moment) else None


def _days(a: Node, b: Node) -> tuple[Node, Node] | None:
    """Two days, months or years; what only the second says holds for the first too."""
    if isinstance(a, Length) or isinstance(b, Length):
        return None
    x = a.second if isinstance(a, DayAnd) else a
    y = b.second if isinstance(b, DayAnd) else b
    if isinstance(x, Fields) and isinstance(y, Fields):
        if x.calendar != y.calendar and x.month is not None and y.month is not None:
            return None
        filled = _filled(x, y)
        a = DayAnd(a.first, filled) if isinstance(a, DayAnd) else filled
    elif isinstance(x, Fields) and isinstance(y, Within) and isinstance(y.what, Fields) and x.year is None:
        a = Within(replace(x, month=x.month or y.what.month), y.period)
    elif isinstance(x, Weekday) and isinstance(y, Weekday) and x.shift is None and y.shift is not None:
        a = replace(x, shift=y.shift)
    elif isinstance(x, Weekday) and isinstance(y, Within) and isinstance(y.what, Weekday):
        a = Within(x, y.period)
    return a, b


def _filled(x: Fields, y: Fields) -> Fields:
    month = x.month if x.month is not None or x.day is None else y.month
    year = x.year
    if year is None and y.year is not None and month is not None:
        year = y.year if y.month is None or month <= y.month else y.year - 1
    shift = x.shift if x.shift is not None or year is not None else y.shift
    return replace(x, year=year, month=month, months=x.months or y.months, shift=shift, calendar=y.calendar)


def _clocks(scan: Scan, a: Node, b: Node, day: Node | None) -> tuple[Node, Node] | None:
    """Two clocks or parts of the day: a part of the day or a day said once holds for both where it can."""
    if not isinstance(a, Moment) or not isinstance(b, Moment):
        return None
    x, y = a.clock, b.clock
    if x is not None and y is not None:
        if x.twelve and not y.twelve and b.part is not None:
            late = replace(x, hour=x.hour % 12 + 12, twelve=False)
            early = replace(x, hour=x.hour % 12 if x.hour == 12 and y.hour < 12 else x.hour, twelve=False)
            x = late if (late.hour, late.minute) < (y.hour, y.minute) else early
        elif y.twelve and (not x.twelve or (y.hour, y.minute) <= (x.hour, x.minute)):
            # the next hour of that name: from one in the afternoon to four, from ten in the evening to four
            late_end = replace(y, hour=y.hour % 12 + 12)
            if (y.hour, y.minute) <= (x.hour, x.minute) < (late_end.hour, late_end.minute):
                y = late_end
            y = replace(y, twelve=x.twelve)
        a, b = replace(a, clock=x), replace(b, clock=y)
    shared = b.day if b.day is not None else day
    if a.day is None and shared is not None:
        a = replace(a, day=shared)
    if b.day is None and (a.day is not None):
        b = replace(b, day=a.day)
    return a, b


def _completed(scan: Scan, a: Found, second: _Side, day: Node | None) -> tuple[Node, Node] | None:
    """The second end is a mere number: «أغسطس 27 إلى 29», «الساعة 1 بعد الظهر إلى 4», «2006-07»."""
    node = a.node
    number = second.number
    if isinstance(node, Moment) and node.clock is not None:
        if second.hour is None or scan.counted(second.end):
            return None
        return _clocks(scan, node, second.hour.node, day)
    inner = node.second if isinstance(node, DayAnd) else node
    if number is None or scan.counted(second.end):
        return None
    if isinstance(inner, Fields) and inner.day is not None and inner.day < number <= 31:
        return node, replace(inner, day=number)
    if isinstance(inner, Within) and isinstance(inner.what, Fields) and inner.what.day and number <= 31:
        return node, replace(inner, what=replace(inner.what, day=number))
    if isinstance(inner, Fields) and inner.month is None and inner.year is not None:
        year = number if number >= 1000 else inner.year // 100 * 100 + number
        plain = scan.tokens[second.begin].plain
        if len(plain) in (2, 4) and inner.year < year <= inner.year + 150:
            return node, Fields(inner.calendar, year)
    return None


def _begun(scan: Scan, first: _Side, b: Found, day: Node | None) -> tuple[Node, Node] | None:
    """The first end is a mere number: «من 3 إلى 5 مارس», «من 4-23 في الشهر المقبل», «من 5 إلى 6 في المساء»."""
    node, number = b.node, first.number
    if isinstance(node, Moment) and node.clock is not None:
        return _clocks(scan, first.hour.node, node, day) if first.hour is not None else None
    if number is None:
        return None
    inner = node.second if isinstance(node, DayAnd) else node
    if isinstance(inner, Fields):
        if inner.day is not None and inner.month is not None and 1 <= number <= 31:
            return replace(inner, day=number), node
        if inner.month is None and inner.day is None and inner.year is not None and 1000 <= number < inner.year:
            return Fields(inner.calendar, number), node
        if inner.day is None and inner.year is not None and 1000 <= number <= inner.year:
            return Fields(inner.calendar, number), node
    if isinstance(inner, Within) and isinstance(inner.what, Fields) and inner.what.day and number <= 31:
        return replace(inner, what=replace(inner.what, day=number)), node
    if isinstance(inner, Moment) and isinstance(inner.day, Fields) and inner.day.day and 1 <= number <= 31:
        return replace(inner.day, day=number), node
    return None


def period_and_range(scan: Scan, point: Found) -> Found | None:
    """«هذا الأسبوع من الثلاثاء إلى الخميس», «غدا من 4 إلى 5», «22 أبريل بين 5 و6 مساء»."""
    at = point.end + 1 if scan.comma(point.end) else point.end
    if scan.word(at, "from", "between") is None or isinstance(point.node, (Range, Length, Now)):
        return None
    if isinstance(point.node, Moment) and (point.node.clock is not None or point.node.day is None):
        return None
    day = point.node.day if isinstance(point.node, Moment) else point.node
    found = range_at(scan, at, day)
    if found is None or not isinstance(found.node, Range):
        return None
    begin, end = found.node.begin, found.node.end
    if isinstance(point.node, Period) and isinstance(begin, Weekday) and isinstance(end, Weekday):
        node: Node = Range(Within(begin, point.node), Within(end, point.node))
    elif isinstance(point.node, (Period, Length)) or not isinstance(begin, Moment):
        return None
    else:
        if isinstance(point.node, Moment) and point.node.part is not None:
            begin, end = _in_part(scan, begin, point.node), _in_part(scan, end, point.node)
        node = Range(begin, end)
    return Found("span", node, point.begin, found.end, point.pieces + found.pieces, point.proclitic)


def _in_part(scan: Scan, node: Node | None, held: Moment) -> Node | None:
    if isinstance(node, Moment) and node.clock is not None and node.clock.twelve and held.part is not None:
        clock = node.clock
        return replace(
            node, clock=make_clock(scan, clock.written, clock.minute, clock.second, held.part.id, clock.zone, True)
        )
    return node
