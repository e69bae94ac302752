"""One point of time put together: day, part of the day and clock in any order, and one day named twice."""

from __future__ import annotations

from dataclasses import replace

from workbench.mentions.times.clocks import clock_at, part_at
from workbench.mentions.times.day_words import attached_day, day_at
from workbench.mentions.times.joins import State, longer
from workbench.mentions.times.scan import Found, Scan
from workbench.mentions.times.values import Clock, DayShift, Fields, Moment, Part, Within

_POINTS = {"midnight": (0, 0), "noon": (12, 0)}


def point_at(scan: Scan, i: int, joined: bool = False) -> Found | None:
    """The longest point of time that begins at ``i``; None where the words may be something else. With ``joined`` (a
    preposition or the other end of a range stands before) less is needed."""
    state = _start(scan, i, joined) if 0 <= i < len(scan.tokens) else None
    if state is None:
        return None
    while (more := longer(scan, state)) is not None:
        state = more
    return _result(scan, state, joined)


def _start(scan: Scan, i: int, joined: bool) -> State | None:
    portion = _portion_at(scan, i)
    if portion is not None:
        return portion
    clock = None
    key = scan.key(i)
    if scan.entries[i] or scan.tokens[i].kind == "number" or key in scan.numerals:
        clock = clock_at(scan, i)
    day = day_at(scan, i)
    if clock is not None and (day is None or clock.end >= day.end) and isinstance(clock.node, Moment):
        return State(i, clock.end, None, clock.node.part, clock.node.clock, clock.pieces, clock.proclitic)
    part_found = _part_start(scan, i, day, joined)
    if part_found is not None:
        return part_found
    if day is None:
        return None
    if isinstance(day.node, Moment):
        return State(i, day.end, day.node.day, day.node.part, None, day.pieces, day.proclitic)
    return State(i, day.end, day.node, None, None, day.pieces, day.proclitic, day.firm or joined)


def _part_start(scan: Scan, i: int, day: Found | None, joined: bool) -> State | None:
    """A part of the day before its day (مساء الخميس), before a clock, or alone after a preposition (في المساء)."""
    this = scan.word(i, "this")
    if this is not None:
        part = part_at(scan, this[1], "definite")
        if part is None or part[0].proclitic:
            return None
        pieces = (scan.piece("part", i, part[1]),)
        return State(i, part[1], DayShift(0), Part(part[0].value), None, pieces, this[0].proclitic)
    found = part_at(scan, i)
    if found is None or (day is not None and day.end > found[1]):
        return None
    word, end = found
    if scan.guarded("part", i - 1, -1):
        return None
    pieces = (scan.piece("part", i, end),)
    state = State(i, end, None, Part(word.value), None, pieces, word.proclitic, firm=False)
    construct = part_at(scan, i, "construct")
    if construct is not None:
        held = attached_day(scan, construct[1])
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
        led = scan.guarded("part-led", i - 1, -1) or joined or definite[0].proclitic in ("ب", "ل")
        noon = (
            definite[0].value == "noon" and not scan.guarded("noon", i - 1, -1) and scan.key(i - 1) not in ("في", "وفي")
        )
        midnight = definite[0].value == "midnight" or bool(definite[0].rest and not definite[0].shy)
        mere = scan.alone and not definite[0].shy and definite[0].value != "noon"
        ok = (led and not definite[0].shy and definite[0].value != "noon") or noon or midnight or mere
        return replace(state, firm=ok, part=Part(definite[0].value))
    return state


def _portion_at(scan: Scan, i: int) -> State | None:
    """«ساعة متأخرة من مساء الخميس», «وقت مبكر اليوم», «الساعات الأولى من فجر السبت»."""
    for word, end in scan.words_at(i, "portion"):
        part = part_at(scan, end, "construct", "definite")
        which = "late" if word.value == "late" else "early"
        if part is not None and not part[0].proclitic:
            held = attached_day(scan, part[1]) if part[0].form == "construct" else None
            if held is None and part[0].form == "construct":
                continue
            pieces = (scan.piece("part", i, part[1]), *(held.pieces if held is not None else ()))
            node = held.node if held is not None else None
            stop = held.end if held is not None else part[1]
            return State(i, stop, node, Part(part[0].value, which), None, pieces, word.proclitic)  # type: ignore[arg-type]
        if not word.rest:
            continue
        held = attached_day(scan, end)
        if held is not None:
            id = "night" if which == "late" else "morning"
            pieces = (scan.piece("part", i, end), *held.pieces)
            return State(i, held.end, held.node, Part(id, which), None, pieces, word.proclitic)  # type: ignore[arg-type]
    return None


def _result(scan: Scan, state: State, joined: bool) -> Found | None:
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


def _led(scan: Scan, state: State) -> bool:
    """Whether a preposition makes a month of a word that may be another («مارس», «نيسان»)."""
    node = state.day
    inner = node.what if isinstance(node, Within) else node
    if not isinstance(inner, Fields) or (inner.month is None and not inner.months):
        return scan.key(state.begin - 1) in ("نهايه", "مطلع", "بدايه")
    month = scan.word(state.begin, "month")
    standing = month[0].form if month is not None else "alone"
    if standing != "dated" and scan.spoken <= state.end - state.begin:
        return True
    if standing != "led":
        return False
    if state.proclitic in ("ب", "ل"):
        return True
    before = scan.key(state.begin - 1)
    if scan.guarded("month-led", state.begin - 1, -1):
        return True
    follows = state.proclitic == "و" or before in ("و", "،", ",", "-", "–")
    return follows and _month_before(scan, state.begin)


def _month_before(scan: Scan, i: int) -> bool:
    at = i - 2 if scan.key(i - 1) in ("و", "،", ",", "-", "–") else i - 1
    return at >= 0 and any(word.kind == "month" for word in scan.entries[at])
