"""What may join a point of time from the right: a day, a part of it, a clock, the day named once more."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.mentions.times.clocks import clock_at, make_clock, part_at, zone_at
from workbench.mentions.times.day_words import attached_day, bare_day_at, day_at, is_day
from workbench.mentions.times.scan import Scan
from workbench.mentions.times.units import period_at
from workbench.mentions.times.values import (
    Clock,
    DayAnd,
    DayShift,
    Edge,
    Fields,
    Length,
    Moment,
    Moved,
    Node,
    Now,
    Nth,
    Part,
    Period,
    Piece,
    UnitCount,
    Weekday,
    Within,
)

_DAY_ROLES = frozenset(("weekday", "relative", "day", "month", "year", "date"))
_QUOTES = frozenset("'\"“”«»‘’")


@dataclass(frozen=True, slots=True)
class State:
    """What has been put together so far of ``tokens[begin:end]``."""

    begin: int
    end: int
    day: Node | None = None
    part: Part | None = None
    clock: Clock | None = None
    pieces: tuple[Piece, ...] = ()
    proclitic: str = ""
    firm: bool = True
    into: int | None = None


def longer(scan: Scan, state: State) -> State | None:
    """The state with one more component from the right, None where nothing joins."""
    if state.end >= len(scan.tokens):
        return None
    if state.day is not None and (state.clock is None or state.pieces[-1].role in _DAY_ROLES):
        merged = _same_day(scan, state)
        if merged is not None:
            return merged
    if state.day is None and (state.clock is not None or state.part is not None):
        with_day = _with_day(scan, state)
        if with_day is not None:
            return with_day
    if state.clock is not None and state.clock.zone is None:
        zone = zone_at(scan, state.end)
        if zone is not None:
            piece = scan.piece("zone", state.end, zone[1])
            clock = replace(state.clock, zone=zone[0])
            return replace(state, end=zone[1], clock=clock, pieces=(*state.pieces, piece))
    if state.part is None and (state.day is not None or state.clock is not None):
        with_part = _with_part(scan, state)
        if with_part is not None:
            return with_part
    if state.clock is None and (state.day is not None or state.part is not None):
        return _with_clock(scan, state)
    return None


def _with_day(scan: Scan, state: State) -> State | None:
    end = state.end
    for at in (end, end + 1):
        skipped = at > end
        link = scan.key(end)
        if skipped and not (link in ("من", "في", "ل", "بتاريخ") or scan.comma(end)):
            break
        if at >= len(scan.tokens):
            break
        if scan.key(at) == "يوم" and scan.figure(at + 1, 2) is not None and scan.word(at + 1, "weekday") is None:
            found = day_at(scan, at + 1)
        else:
            found = day_at(scan, at)
        if found is not None and isinstance(found.node, Moment) and not skipped:
            # «8 الليلة»
            if found.node.day is None or state.clock is None or state.part != found.node.part:
                return None
            return replace(state, end=found.end, day=found.node.day, pieces=state.pieces + found.pieces)
        if found is None and state.clock is not None and link in ("في", "يوم") and skipped:
            found = bare_day_at(scan, at)
        if found is None or (found.proclitic and found.proclitic not in ("ل", "ب")):
            continue
        if isinstance(found.node, (Moment, Now)) or not is_day(found.node) or not found.firm:
            continue
        if skipped and scan.comma(end) and not isinstance(found.node, (Fields, DayShift, DayAnd)):
            continue
        if skipped and link == "من" and isinstance(found.node, Fields) and state.clock is None:
            continue
        return replace(state, end=found.end, day=found.node, pieces=state.pieces + found.pieces, firm=True)
    return None


def _with_part(scan: Scan, state: State) -> State | None:
    end = state.end
    if state.day is not None and not is_day(state.day):
        return None
    found = part_at(scan, end, "adverb")
    if found is not None and len(scan.key(end)) <= 2 and state.clock is None:
        found = None  # «م» and «ص» need a clock
    if found is None and scan.key(end) in ("في", "من", "خلال"):
        found = part_at(scan, end + 1, "definite")
    if found is None:
        definite = part_at(scan, end, "definite")
        if (
            definite is not None and definite[0].value in ("afternoon", "forenoon", "noon", "small-hours", "midnight")
        ) or (definite is not None and definite[0].proclitic == "ب"):
            found = definite
    if found is None or (found[0].proclitic and found[0].proclitic != "ب"):
        return None
    word, after = found
    if state.clock is None and word.form == "adverb" and part_at(scan, end, "construct") is not None:
        held = attached_day(scan, after)
        if held is not None and isinstance(held.node, (Weekday, DayShift)) and not isinstance(state.day, Period):
            return None  # «... الخميس مساء الجمعة»: the evening belongs to what follows
    clock = state.clock
    if clock is not None and clock.twelve:
        clock = make_clock(scan, clock.written, clock.minute, clock.second, word.value, clock.zone)
    pieces = (*state.pieces, scan.piece("part", end, after))
    return replace(state, end=after, part=Part(word.value), clock=clock, pieces=pieces)


def _with_clock(scan: Scan, state: State) -> State | None:
    if state.day is not None and not is_day(state.day):
        return None
    end = state.end
    at = end
    loose = False
    if scan.key(at) == "t" and scan.figure(at + 1, 2) is not None and not scan.tokens[at + 1].spaced:
        at += 1  # ISO 8601: 2013-03-14T20:45
    if scan.comma(at):
        at += 1
    link = scan.key(at)
    if link in ("في", "عند", "علي", "بحدود") or link == "نحو":
        at, loose = at + 1, True
    at = scan.about(at)
    if at >= len(scan.tokens):
        return None
    headed = scan.word(at, "clock") is not None
    figures = scan.figure(at, 2) is not None
    exact = figures and scan.key(at + 1) == ":"
    parted = figures and isinstance(state.day, (Fields, DayAnd)) and part_at(scan, at + 1, "adverb") is not None
    if (
        not headed
        and not exact
        and not loose
        and not parted
        and not (state.part is not None and scan.is_word(at) and at == end)
    ):
        return None
    mere = figures and not headed and not exact and part_at(scan, at + 1, "adverb") is None
    if mere and (state.part is None or not scan.ends_at(at + 1)):
        return None
    found = clock_at(scan, at, joined=True)
    if found is None or not isinstance(found.node, Moment) or found.node.clock is None:
        return None
    if not headed and not exact and not figures and scan.comma(end):
        return None
    clock = found.node.clock
    own = found.node.part or state.part
    if clock.twelve and state.part is not None:
        clock = make_clock(scan, clock.written, clock.minute, clock.second, state.part.id, clock.zone, True)
    return replace(state, end=found.end, clock=clock, part=own, pieces=state.pieces + found.pieces, firm=True)


def _same_day(scan: Scan, state: State) -> State | None:
    """The day named once more, or narrowed: «أمس الخميس», «الجمعة 15 مارس», «الأحد (10 مارس)», «الموافق», «من
    الأسبوع المقبل», «ليل الخميس الجمعة»."""
    day = state.day
    assert day is not None
    end = state.end
    night = _night_into(scan, state)
    if night is not None:
        return night
    at, bracket, equals = end, False, False
    named = scan.word(at, "equals")
    comma = scan.comma(at)
    if comma and scan.word(at + 1, "equals") is not None:
        at, comma = at + 1, False
        named = scan.word(at, "equals")
    if named is not None and named[0].value == "being" and _bare_weekday(scan, named[1]) is None:
        return None  # «وهو يوم عطلة», «وكان الأربعاء الماضي»
    if named is not None:
        at, equals = named[1], True
        if scan.key(at) in ("ل", "في", ":", "يوم") and _bare_weekday(scan, at) is None:
            at += 1
    elif comma:
        at += 1
    elif scan.key(at) == "(" or scan.key(at) in _QUOTES:
        bracket = scan.key(at) == "("
        at += 1
        while not bracket and scan.key(at) in _QUOTES:
            at += 1
        named = scan.word(at, "equals")
        if named is not None:
            at, equals = named[1], True
    elif scan.dash(at) and scan.tokens[at].spaced and isinstance(day, Weekday):
        at += 1
    elif scan.key(at) == "من":
        return _within(scan, state, at + 1)
    elif scan.key(at) in ("بتاريخ", "في") and isinstance(day, (Weekday, DayShift)):
        at += 1
    if at >= len(scan.tokens) or scan.tokens[at].kind not in ("word", "number"):
        return None
    if scan.key(at) in ("يوم",) and scan.figure(at + 1, 2) is not None:
        at += 1
    found = day_at(scan, at)
    if found is None or (found.proclitic and not (equals and found.proclitic == "ل")):
        return None
    node = _merge_days(day, found.node, equals or bracket, comma, scan.key(end) in ("في", "بتاريخ"))
    if node is None:
        return _within(scan, state, at) if at == end else None
    stop = found.end
    if bracket:
        if scan.key(stop) != ")":
            return None
        stop += 1
    elif scan.key(end) in _QUOTES and scan.key(stop) in _QUOTES:
        stop += 1
    return replace(state, end=stop, day=node, pieces=state.pieces + found.pieces, firm=True)


def _bare_weekday(scan: Scan, i: int) -> Weekday | None:
    """«يوم أربعاء», «يوم الأربعاء» at ``i``, and nothing that says which one."""
    found = day_at(scan, i) if scan.key(i) == "يوم" else None
    return found.node if found is not None and isinstance(found.node, Weekday) and found.node.shift is None else None


def _merge_days(day: Node, more: Node, equals: bool, comma: bool, linked: bool) -> Node | None:
    if isinstance(day, DayAnd) and isinstance(day.first, DayAnd) and isinstance(day.first.first, DayAnd):
        return None
    if isinstance(more, Fields) and more.day is not None:
        if isinstance(day, Weekday) or (isinstance(day, DayShift) and not linked):
            return DayAnd(day, more)
        if isinstance(day, DayAnd) and not (
            isinstance(day.second, Fields) and day.second.calendar == more.calendar and day.second.month
        ):
            return DayAnd(day, more)
        if isinstance(day, Fields) and day.day is not None and (day.calendar != more.calendar):
            return DayAnd(day, more) if not comma or equals else None
        if isinstance(day, Within) and isinstance(day.what, Weekday):
            return DayAnd(day, more)
    if (
        isinstance(more, Within)
        and isinstance(more.what, Fields)
        and more.what.day
        and isinstance(day, (Weekday, DayShift))
    ):
        return DayAnd(day, more)
    if isinstance(more, (Weekday, DayAnd)) and not linked:
        if isinstance(day, DayShift) and (isinstance(more, Weekday) or isinstance(more.first, Weekday)):
            return DayAnd(day, more) if isinstance(more, Weekday) else DayAnd(DayAnd(day, more.first), more.second)
        if (
            isinstance(day, Fields)
            and day.day is not None
            and isinstance(more, Weekday)
            and more.shift is None
            and not comma
        ):
            return DayAnd(more, day)
        if (
            isinstance(day, Fields)
            and day.day is not None
            and isinstance(more, DayAnd)
            and isinstance(more.second, Fields)
        ):
            return DayAnd(day, more) if more.second.calendar != day.calendar else None
        if isinstance(day, Period) and day.unit == "week" and isinstance(more, Weekday) and not comma:
            return Within(more, day)
    return None


def _within(scan: Scan, state: State, at: int) -> State | None:
    """«الثلاثاء (من) الأسبوع الماضي», «15 مارس من العام الماضي»."""
    if at >= len(scan.tokens):
        return None
    period = period_at(scan, at)
    if period is None or period.proclitic or not isinstance(period.node, Period):
        return None
    day = state.day
    if day is None or not _holds(period.node.unit, day):
        return None
    return replace(state, end=period.end, day=Within(day, period.node))


def _holds(unit: str, day: Node) -> bool:
    """Whether a period of the unit may hold a day (or a month) that leaves it open."""
    if isinstance(day, Weekday):
        return unit == "week" and day.shift is None
    if isinstance(day, DayAnd):
        return unit == "month" and isinstance(day.second, Fields) and day.second.month is None
    if isinstance(day, Fields):
        return unit == "year" and day.year is None and day.shift is None and day.month is not None
    return unit == "year" and isinstance(day, (Edge, Nth)) and _yearless(day)


def _yearless(node: Node) -> bool:
    inner = node.of if isinstance(node, (Edge, Nth)) else node
    return isinstance(inner, Fields) and inner.year is None and inner.shift is None


def _night_into(scan: Scan, state: State) -> State | None:
    """«ليل الخميس الجمعة»: the night that leads from one day into the next."""
    if (
        state.part is None
        or state.part.id not in ("night", "small-hours", "midnight")
        or not isinstance(state.day, Weekday)
    ):
        return None
    at = state.end
    if scan.key(at) in ("-", "–", "/", "علي", "الي"):
        at += 1
    found = scan.word(at, "weekday")
    if found is None or found[0].form != "named" or found[0].proclitic:
        return None
    if found[0].number != state.day.weekday % 7 + 1:
        return None
    dated = day_at(scan, at)
    if dated is not None and isinstance(dated.node, Weekday) and dated.end == found[1]:
        later = _same_day(scan, State(at, found[1], dated.node, None, None, dated.pieces))
        if later is not None and isinstance(later.day, DayAnd):
            # «ليل الجمعة السبت 5 مارس»: the date is the second day's
            eve = Moved(Length((UnitCount("day", 1.0),)), -1, later.day)
            return replace(state, end=later.end, day=eve, into=found[0].number, pieces=state.pieces + later.pieces)
    return replace(state, end=found[1], into=found[0].number)
