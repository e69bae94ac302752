"""One point of time put together: day, part of the day and clock in any order, and one day named twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from workbench.mentions.times_clocks import clock_at, make_clock, part_at
from workbench.mentions.times_dates import (
    day_of_month_at,
    month_first_at,
    numeric_date_at,
    weekday_at,
    year_at,
)  # fmt: skip
from workbench.mentions.times_periods import (
    century_at,
    day_word_at,
    decade_at,
    edge_at,
    feast_at,
    length_and_anchor_at,
    nth_at,
    season_at,
    share_at,
    weekend_at,
)  # fmt: skip
from workbench.mentions.times_scan import Found, Scan
from workbench.mentions.times_units import period_at, window_at
from workbench.mentions.times_values import (
    Clock,
    DayAnd,
    DayShift,
    Edge,
    Fields,
    Moment,
    Node,
    Now,
    Nth,
    Part,
    Period,
    Piece,
    Weekday,
    Within,
)  # fmt: skip

# Which readers a day may begin with, by the kinds of words at its first token.
_DAY_READERS: tuple[tuple[frozenset[str], Callable[[Scan, int], Found | None]], ...] = (
    (frozenset(("day", "now", "night", "day-noun")), day_word_at),
    (frozenset(("weekday", "day-noun")), weekday_at),
    (frozenset(("holiday", "day-noun", "portion", "edge")), feast_at),
    (frozenset(("weekend",)), weekend_at),
    (frozenset(("edge", "rest")), edge_at),
    (frozenset(("share",)), share_at),
    (frozenset(("season", "this")), season_at),
    (frozenset(("decade", "unit")), decade_at),
    (frozenset(("unit",)), century_at),
    (frozenset(("unit", "this")), period_at),
    (frozenset(("unit", "last")), window_at),
    (frozenset(("weekday", "day-noun", "unit", "last")), nth_at),
    (frozenset(("month", "month-noun")), month_first_at),
)
_YEAR_LEADS = frozenset((
    "في", "منذ", "حتي", "خلال", "قبل", "بعد", "الي", "وفي", "مطلع", "نهايه", "اواخر", "اوايل", "بدايه", "منتصف", "حتى",
    "ومنذ", "وحتي", "لسنه", "طوال", "اواسط", "بحلول", "عامي", "مند", "والي",
))  # fmt: skip
_PART_LEADS = frozenset(("في", "خلال", "عند", "منذ", "حتي", "قبل", "بعد", "طوال", "وفي", "الي", "طيله", "اثناء"))
_POINTS = {"midnight": (0, 0), "noon": (12, 0)}


@dataclass(frozen=True, slots=True)
class _State:
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


def day_at(scan: Scan, i: int) -> Found | None:
    """The longest day or period that begins at ``i``."""
    best: Found | None = None
    kinds = {word.kind for word in scan.entries[i]}
    candidates: list[Found | None] = [reader(scan, i) for needed, reader in _DAY_READERS if kinds & needed]
    token = scan.tokens[i]
    if "year-noun" in kinds:
        candidates.append(_year_found(scan, i))
    if token.kind == "number":
        candidates += [numeric_date_at(scan, i), day_of_month_at(scan, i), _bare_year_at(scan, i), window_at(scan, i)]
        candidates.append(length_and_anchor_at(scan, i))
    elif token.key in scan.numerals or token.key in ("الفاتح", "فاتح"):
        candidates += [day_of_month_at(scan, i), nth_at(scan, i), window_at(scan, i), length_and_anchor_at(scan, i)]
    elif "unit" in kinds:
        candidates.append(length_and_anchor_at(scan, i))
    for found in candidates:
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


def _year_found(scan: Scan, i: int) -> Found | None:
    year = year_at(scan, i)
    if year is None or year.number is None:
        return None
    word = scan.word(i, "year-noun")
    pieces = (year.piece,) if year.piece is not None else ()
    proclitic = word[0].proclitic if word is not None else ""
    return Found("day", Fields(year.calendar or "gregorian", year.number), i, year.end, pieces, proclitic)


def _bare_year_at(scan: Scan, i: int) -> Found | None:
    """«في 2013», «انتخابات 2012»: four digits that a word before shows to be a year."""
    number = scan.figure(i)
    if number is None or len(scan.tokens[i].plain) != 4 or not 1900 <= number <= 2099:
        return None
    before = i - 1
    if scan.key(before) in ("ال", "ل", "ب") and not scan.tokens[i].spaced:
        before -= 1
    if scan.key(before) not in _YEAR_LEADS and not scan.guarded("year-of", before, -1):
        return None
    if number % 100 == 0 and scan.is_word(i + 1) and not scan.key(i + 1).startswith(("ال", "و", "ب", "ل", "في", "من")):
        return None
    if scan.key(i + 1) in ("%", ":", "/") or (scan.dash(i + 1) and not scan.tokens[i + 1].spaced):
        return None
    if scan.word(i + 1, "unit") is not None and not scan.key(i + 1).startswith("ال"):
        return None
    return Found("day", Fields(year=number), i, i + 1, (scan.piece("year", i, i + 1, number),))


def point_at(scan: Scan, i: int, joined: bool = False) -> Found | None:
    """The longest point of time that begins at ``i``; None where the words may be something else. With ``joined`` (a
    preposition or the other end of a range stands before) less is needed."""
    state = _start(scan, i, joined)
    if state is None:
        return None
    while (longer := _longer(scan, state)) is not None:
        state = longer
    return _result(scan, state, joined)


def _start(scan: Scan, i: int, joined: bool) -> _State | None:
    portion = _portion_at(scan, i)
    if portion is not None:
        return portion
    clock = None
    key = scan.key(i)
    if scan.entries[i] or scan.tokens[i].kind == "number" or key in scan.numerals:
        clock = clock_at(scan, i)
    day = day_at(scan, i)
    if clock is not None and (day is None or clock.end >= day.end) and isinstance(clock.node, Moment):
        part = next((piece for piece in clock.pieces if piece.role == "part"), None)
        held = Part(_part_id(scan, part)) if part is not None else None
        return _State(i, clock.end, None, held, clock.node.clock, clock.pieces, clock.proclitic)
    part_found = _part_start(scan, i, day, joined)
    if part_found is not None:
        return part_found
    if day is None:
        return None
    if isinstance(day.node, Moment):
        return _State(i, day.end, day.node.day, day.node.part, None, day.pieces, day.proclitic)
    return _State(i, day.end, day.node, None, None, day.pieces, day.proclitic, day.firm or joined)


def _part_id(scan: Scan, piece: Piece) -> str:
    at = next(n for n, token in enumerate(scan.tokens) if token.start >= piece.start)
    for n in (at, at + 1):
        found = part_at(scan, n)
        if found is not None:
            return found[0].value
    return "daytime"


def _part_start(scan: Scan, i: int, day: Found | None, joined: bool) -> _State | None:
    """A part of the day before its day (مساء الخميس), before a clock, or alone after a preposition (في المساء)."""
    this = scan.word(i, "this")
    if this is not None:
        part = part_at(scan, this[1], "definite")
        if part is None or part[0].proclitic:
            return None
        pieces = (scan.piece("part", i, part[1]),)
        return _State(i, part[1], DayShift(0), Part(part[0].value), None, pieces, this[0].proclitic)
    found = part_at(scan, i)
    if found is None or (day is not None and day.end > found[1]):
        return None
    word, end = found
    if scan.guarded("part", i - 1, -1):
        return None
    pieces = (scan.piece("part", i, end),)
    state = _State(i, end, None, Part(word.value), None, pieces, word.proclitic, firm=False)
    construct = part_at(scan, i, "construct")
    if construct is not None:
        held = _attached_day(scan, construct[1])
        if held is not None:
            return replace(
                state,
                end=held.end,
                day=held.node,
                pieces=pieces + held.pieces,
                firm=True,
                part=Part(construct[0].value),
            )
        if scan.key(construct[1]) == "ال" or (word.form == "construct" and construct[1] == end):
            adverb = part_at(scan, i, "adverb")
            if adverb is None:
                return None
            return replace(state, part=Part(adverb[0].value), end=adverb[1])
    definite = part_at(scan, i, "definite")
    if definite is not None and definite[1] == end:
        led = scan.key(i - 1) in _PART_LEADS or joined or definite[0].proclitic in ("ب", "ل")
        noon = (
            definite[0].value == "noon" and not scan.guarded("noon", i - 1, -1) and scan.key(i - 1) not in ("في", "وفي")
        )
        midnight = definite[0].value == "midnight"
        ok = (led and not definite[0].shy and definite[0].value != "noon") or noon or midnight or scan.alone
        return replace(state, firm=ok, part=Part(definite[0].value))
    return state


def _attached_day(scan: Scan, i: int) -> Found | None:
    """The day right after a part of it: «مساء الخميس», «فجر يوم أمس», «صباح 15 مارس», «مساء اليوم نفسه» is none."""
    if i >= len(scan.tokens) or scan.tokens[i].kind not in ("word", "number"):
        return None
    if scan.key(i) == "يوم" and scan.figure(i + 1, 2) is not None:
        found = day_at(scan, i + 1)
        if found is not None:
            return replace(found, begin=i)
    found = day_at(scan, i)
    if found is None or found.proclitic or isinstance(found.node, (Moment, Now)):
        return None
    node = found.node
    if (isinstance(node, Fields) and node.day is None) or isinstance(node, Period):
        return None
    if isinstance(node, (DayShift, Weekday, Fields, DayAnd, Within, Nth)):
        return found
    return None


def _portion_at(scan: Scan, i: int) -> _State | None:
    """«ساعة متأخرة من مساء الخميس», «وقت مبكر اليوم», «الساعات الأولى من فجر السبت»."""
    for word, end in scan.words_at(i, "portion"):
        part = part_at(scan, end, "construct", "definite")
        which = "late" if word.value == "late" else "early"
        if part is not None and not part[0].proclitic:
            held = _attached_day(scan, part[1]) if part[0].form == "construct" else None
            if held is None and part[0].form == "construct":
                continue
            pieces = (scan.piece("part", i, part[1]), *(held.pieces if held is not None else ()))
            node = held.node if held is not None else None
            stop = held.end if held is not None else part[1]
            return _State(i, stop, node, Part(part[0].value, which), None, pieces, word.proclitic)  # type: ignore[arg-type]
        if not word.rest:
            continue
        held = _attached_day(scan, end)
        if held is not None:
            id = "night" if which == "late" else "morning"
            pieces = (scan.piece("part", i, end), *held.pieces)
            return _State(i, held.end, held.node, Part(id, which), None, pieces, word.proclitic)  # type: ignore[arg-type]
    return None


def _longer(scan: Scan, state: _State) -> _State | None:
    """The state with one more component from the right, None where nothing joins."""
    if state.end >= len(scan.tokens):
        return None
    if state.day is not None and state.clock is None:
        merged = _same_day(scan, state)
        if merged is not None:
            return merged
    if state.day is None and (state.clock is not None or state.part is not None):
        with_day = _with_day(scan, state)
        if with_day is not None:
            return with_day
    if state.part is None and (state.day is not None or state.clock is not None):
        with_part = _with_part(scan, state)
        if with_part is not None:
            return with_part
    if state.clock is None and (state.day is not None or state.part is not None):
        return _with_clock(scan, state)
    return None


def _with_day(scan: Scan, state: _State) -> _State | None:
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
        if found is None and state.clock is not None and link in ("في", "يوم") and skipped:
            found = _bare_day_at(scan, at)
        if found is None or (found.proclitic and found.proclitic not in ("ل", "ب")):
            continue
        if isinstance(found.node, (Moment, Now)) or not _is_day(found.node) or not found.firm:
            continue
        if skipped and scan.comma(end) and not isinstance(found.node, (Fields, DayShift, DayAnd)):
            continue
        if skipped and link == "من" and isinstance(found.node, Fields) and state.clock is None:
            continue
        return replace(state, end=found.end, day=found.node, pieces=state.pieces + found.pieces, firm=True)
    return None


def _bare_day_at(scan: Scan, i: int) -> Found | None:
    """«الساعة 8 مساء في 15»: a mere day of the month."""
    day = scan.figure(i, 2)
    if day is None or not 1 <= day <= 31 or not scan.ends_at(i + 1):
        return None
    return Found("day", Fields(day=day), i, i + 1, (scan.piece("day", i, i + 1, day),))


def _is_day(node: Node) -> bool:
    """Whether the node names one day, not a longer period."""
    if isinstance(node, Fields):
        return node.day is not None
    if isinstance(node, Within):
        return _is_day(node.what)
    if isinstance(node, Nth):
        return isinstance(node.what, int) or node.what == "day"
    return isinstance(node, (DayShift, Weekday, DayAnd)) or type(node).__name__ in ("Feast", "Moved")


def _with_part(scan: Scan, state: _State) -> _State | None:
    end = state.end
    if state.day is not None and not _is_day(state.day):
        return None
    found = part_at(scan, end, "adverb")
    if found is not None and len(scan.key(end)) <= 2 and state.clock is None:
        found = None  # «م» and «ص» need a clock
    if found is None and scan.key(end) in ("في", "من", "خلال"):
        found = part_at(scan, end + 1, "definite")
    if found is None:
        definite = part_at(scan, end, "definite")
        if definite is not None and definite[0].value in ("afternoon", "forenoon", "noon", "small-hours", "midnight"):
            found = definite
        elif definite is not None and definite[0].proclitic == "ب":
            found = definite
    if found is None or (found[0].proclitic and found[0].proclitic != "ب"):
        return None
    word, after = found
    if state.clock is None and word.form == "adverb" and part_at(scan, end, "construct") is not None:
        held = _attached_day(scan, after)
        if held is not None and isinstance(held.node, (Weekday, DayShift)) and not isinstance(state.day, Period):
            return None  # «... الخميس مساء الجمعة»: the evening belongs to what follows
    clock = state.clock
    if clock is not None and clock.twelve:
        clock = make_clock(scan, clock.written, clock.minute, clock.second, word.value, clock.zone)
    pieces = (*state.pieces, scan.piece("part", end, after))
    return replace(state, end=after, part=Part(word.value), clock=clock, pieces=pieces)


def _with_clock(scan: Scan, state: _State) -> _State | None:
    if state.day is not None and not _is_day(state.day):
        return None
    end = state.end
    at = end
    loose = False
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
    if not headed and not exact and not loose and not (state.part is not None and scan.is_word(at) and at == end):
        return None
    if figures and not headed and not exact and (state.part is None or not scan.ends_at(at + 1)):
        return None
    found = clock_at(scan, at, joined=True)
    if found is None or not isinstance(found.node, Moment) or found.node.clock is None:
        return None
    if not headed and not exact and not figures and scan.comma(end):
        return None
    clock = found.node.clock
    part = next((piece for piece in found.pieces if piece.role == "part"), None)
    own = Part(_part_id(scan, part)) if part is not None else state.part
    if clock.twelve and state.part is not None:
        clock = make_clock(scan, clock.written, clock.minute, clock.second, state.part.id, clock.zone, True)
    return replace(state, end=found.end, clock=clock, part=own, pieces=state.pieces + found.pieces, firm=True)


def _same_day(scan: Scan, state: _State) -> _State | None:
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
    if named is not None:
        at, equals = named[1], True
        if scan.key(at) in ("ل", "في", ":", "يوم"):
            at += 1
    elif comma:
        at += 1
    elif scan.key(at) == "(":
        at, bracket = at + 1, True
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
    return replace(state, end=stop, day=node, pieces=state.pieces + found.pieces, firm=True)


def _merge_days(day: Node, more: Node, equals: bool, comma: bool, linked: bool) -> Node | None:
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


def _within(scan: Scan, state: _State, at: int) -> _State | None:
    """«الثلاثاء (من) الأسبوع الماضي», «15 مارس من العام الماضي»."""
    if at >= len(scan.tokens):
        return None
    period = period_at(scan, at)
    if period is None or period.proclitic or not isinstance(period.node, Period):
        return None
    day = state.day
    fits = (isinstance(day, Weekday) and day.shift is None and period.node.unit == "week") or (
        isinstance(day, (Weekday, DayAnd)) and period.node.unit == "month" and scan.key(at - 1) == "من"
        and isinstance(day, DayAnd)
    ) or (isinstance(day, Fields) and day.year is None and day.shift is None and day.month is not None and period.node.unit == "year") or (
        isinstance(day, (Edge, Nth)) and period.node.unit == "year" and _yearless(day)
    )  # fmt: skip
    if not fits or day is None:
        return None
    return replace(state, end=period.end, day=Within(day, period.node))


def _yearless(node: Node) -> bool:
    inner = node.of if isinstance(node, (Edge, Nth)) else node
    return isinstance(inner, Fields) and inner.year is None and inner.shift is None


def _night_into(scan: Scan, state: _State) -> _State | None:
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
    return replace(state, end=found[1], into=found[0].number)


def _result(scan: Scan, state: _State, joined: bool) -> Found | None:
    if state.part is None and state.clock is None:
        if state.day is None or not (state.firm or _led(scan, state)):
            return None
        return Found("day", state.day, state.begin, state.end, state.pieces, state.proclitic)
    clock, part = state.clock, state.part
    if clock is None and part is not None and state.day is None:
        if not state.firm:
            return None
        point = _POINTS.get(part.id)
        if point is not None:
            clock = Clock(point[0], point[1], None, False, None, point[0])
            return Found("clock", Moment(None, None, clock), state.begin, state.end, state.pieces, state.proclitic)
        return Found("part", Moment(None, part, None), state.begin, state.end, state.pieces, state.proclitic)
    kind = "clock" if clock is not None else "part"
    node = Moment(state.day, part, clock, state.into)
    return Found(kind, node, state.begin, state.end, state.pieces, state.proclitic)  # type: ignore[arg-type]


_MONTH_LEADS = frozenset((
    "في", "منذ", "حتي", "خلال", "قبل", "بعد", "الي", "من", "بين", "وفي", "لغايه", "نهايه", "مطلع", "بدايه", "ومنذ", "بحلول",
    "اواخر", "اوايل", "منتصف", "اواسط", "طوال", "وحتي", "ومن", "مستهل", "غضون", "ختام", "والي", "هذا",
))  # fmt: skip


def _led(scan: Scan, state: _State) -> bool:
    """Whether a preposition makes a month of a word that may be another («مارس», «نيسان»)."""
    node = state.day
    inner = node.what if isinstance(node, Within) else node
    if not isinstance(inner, Fields) or (inner.month is None and not inner.months):
        return scan.key(state.begin - 1) in ("نهايه", "مطلع", "بدايه")
    standing = next((word.form for word in scan.entries[state.begin] if word.kind == "month"), "alone")
    if scan.alone:
        return True
    if standing != "led":
        return False
    if state.proclitic in ("ب", "ل"):
        return True
    before = scan.key(state.begin - 1)
    if before in _MONTH_LEADS and scan.is_word(state.begin - 1):
        return not scan.is_word(state.end) or not (scan.key(state.begin - 1) == "من" and False)
    follows = state.proclitic == "و" or before in ("و", "،", ",", "-", "–")
    return follows and _month_before(scan, state.begin)


def _month_before(scan: Scan, i: int) -> bool:
    return any(word.kind == "month" for n in (i - 1, i - 2, i - 3) if n >= 0 for word in scan.entries[n])
