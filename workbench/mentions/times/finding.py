"""Times in a sentence: dates, clocks, lengths, sets, as the sentence itself says them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.knowledge.base import Knowledge
from workbench.mentions.times.lean import is_done, is_yearless, lean_at
from workbench.mentions.times.moved import moved_at
from workbench.mentions.times.points import point_at
from workbench.mentions.times.ranges import (
    TWO_DAYS,
    period_and_range,
    range_at,
    range_from_number,
    range_from_point,
    two_days_at,
)
from workbench.mentions.times.scan import Found, Scan
from workbench.mentions.times.units import length_at, set_at, unit_at, whole_length_at
from workbench.mentions.times.values import (
    DayAnd,
    Fields,
    Length,
    Moment,
    Moved,
    Node,
    Now,
    Period,
    Range,
    Repeated,
    TimeReading,
    Weekday,
    Window,
    Within,
)  # fmt: skip
from workbench.mentions.values import Mention, MentionType
from workbench.text.values import Token

_RANGE_STARTS = frozenset(("from", "between"))
_HOURLY = frozenset(("second", "minute", "hour"))


def find_times(tokens: Sequence[Token], knowledge: Knowledge) -> tuple[Mention, ...]:
    """Every time that a sentence names, in order, none overlapping: mentions of type date, time, duration or set whose
    value is a TimeReading. A pure function of the sentence; offsets count from its start."""
    readings, numerals = knowledge.times.readings, knowledge.numerals
    entries = [readings.get(token.key, ()) for token in tokens]
    spoken = sum(token.kind in ("word", "number", "latin") for token in tokens)
    scan = Scan(tokens, entries, knowledge.times, numerals, knowledge.amounts, knowledge.lexicon, spoken)
    mentions: list[Mention] = []
    story: Fields | None = None
    i = 0
    while i < len(tokens):
        if not entries[i] and tokens[i].kind != "number" and tokens[i].key not in numerals:
            i += 1
            continue
        found = expression_at(scan, i)
        if found is None:
            i += 1
            continue
        if not _is_name(scan, found):
            found = replace(found, node=_as_told(found.node, story))
            story = _story(found.node) or story
            mentions.append(_mention(scan, found))
        i = found.end
    return tuple(mentions)


def expression_at(scan: Scan, i: int) -> Found | None:
    """The longest time that begins at ``tokens[i]``."""
    kinds = {word.kind for word in scan.entries[i]}
    if kinds & {"every", "daily", "day-noun"}:
        found = set_at(scan, i)
        if found is not None:
            return found
    if kinds & _RANGE_STARTS:
        found = range_at(scan, i)
        if found is not None:
            return found
    if scan.key(i) in TWO_DAYS:
        found = two_days_at(scan, i)
        if found is not None:
            return found
    best = _point(scan, i)
    if "side" in kinds:
        for candidate in (_side_at(scan, i), moved_at(scan, i)):
            if candidate is not None and (best is None or candidate.end > best.end):
                best = candidate
    if "length" in kinds:
        whole = whole_length_at(scan, i)
        if whole is not None and (best is None or whole.end > best.end):
            best = whole
    length = _length(scan, i)
    if length is not None and (best is None or length.end > best.end):
        best = length
    if best is None and (scan.tokens[i].kind == "number" or scan.tokens[i].key in scan.numerals):
        return _shared_month(scan, i)
    return best


def _point(scan: Scan, i: int) -> Found | None:
    point = point_at(scan, i)
    if point is not None:
        for longer in (range_from_point(scan, point), period_and_range(scan, point)):
            if longer is not None:
                return longer
        return _every_year(scan, point) or _clock_side(scan, point) or _shared_shift(scan, point)
    token = scan.tokens[i]
    if token.kind == "number" or token.key in scan.numerals:
        return range_from_number(scan, i)
    return None


def _side_at(scan: Scan, i: int) -> Found | None:
    """A time that a preposition leaves open on one side: «منذ 2011», «حتى الجمعة», «قبل الساعة 2», «بعد 2003»."""
    side = scan.word(i, "side")
    if side is None:
        return None
    word, at = side
    at = scan.about(at)
    if at >= len(scan.tokens) or scan.tokens[at].kind not in ("word", "number"):
        return None
    point = point_at(scan, at, joined=True)
    if point is None or point.kind in ("length", "set", "span") or isinstance(point.node, (Window, Length, Repeated)):
        return None
    if isinstance(point.node, Moved):
        return None
    if isinstance(point.node, Now) and word.value in ("before", "after"):
        return None
    if word.value == "since":
        stretch = range_from_point(scan, point)
        if stretch is not None and not scan.dash(point.end):
            return replace(stretch, begin=i, proclitic=word.proclitic)
        node: Node = Range(point.node, None)
    elif word.value == "until":
        node = Range(None, point.node)
    elif word.value == "before":
        node = Range(None, point.node, excludes=True)
    else:
        node = Range(point.node, None, excludes=True)
    return Found("span", node, i, point.end, point.pieces, word.proclitic)


def _every_year(scan: Scan, point: Found) -> Found | None:
    """«الثامن من مارس من كل عام»: a date of every year."""
    node = point.node
    if (
        not isinstance(node, Fields)
        or node.year is not None
        or node.month is None
        or scan.key(point.end) not in ("من", "في")
    ):
        return None
    yearly = set_at(scan, point.end + 1)
    if yearly is None or not isinstance(yearly.node, Repeated) or not isinstance(yearly.node.every, Length):
        return None
    if yearly.node.every.amounts[0].unit != "year":
        return None
    return Found("set", Repeated(node), point.begin, yearly.end, point.pieces, point.proclitic)


def _clock_side(scan: Scan, point: Found) -> Found | None:
    """«غدا بعد الساعة 3», «أمس قبل الثامنة مساء»: a day, and a clock that leaves one side of it open."""
    side = scan.word(point.end, "side")
    if point.kind != "day" or side is None or side[0].value == "since" or isinstance(point.node, (Range, Now)):
        return None
    clock = point_at(scan, scan.about(side[1]), joined=True)
    if clock is None or clock.kind != "clock" or not isinstance(clock.node, Moment) or clock.node.day is not None:
        return None
    moment = replace(clock.node, day=point.node)
    excludes = side[0].value != "until"
    node = Range(moment, None, excludes) if side[0].value == "after" else Range(None, moment, excludes)
    return Found("span", node, point.begin, clock.end, point.pieces + clock.pieces, point.proclitic)


def _length(scan: Scan, i: int) -> Found | None:
    """A length, announced by the word before it where it is a bare unit: «لمدة أسبوع»."""
    before = scan.entries[i - 1] if i > 0 else ()
    announced = any(word.kind == "length" and not word.rest for word in before) or scan.alone
    unit = unit_at(scan, i)
    if (
        unit is None
        and scan.tokens[i].kind == "word"
        and scan.tokens[i].key not in scan.numerals
        and not scan.entries[i]
    ):
        return None
    if unit is not None and unit[0].proclitic not in ("", "و", "ل"):
        return None
    if unit is not None and scan.key(i - 1) == "بعد" and unit_at(scan, i - 2) is not None:
        return None  # «يوما بعد يوم»
    found = length_at(scan, i, announced)
    if found is None or not isinstance(found.node, Length):
        return None
    if found.node.amounts[0].count is None and (not found.firm or scan.key(i - 1) in ("قبل", "بعد", "منذ")):
        return None
    if not found.firm and scan.alone and not any(word.kind == "length" for word in before):
        return found if scan.ends_at(found.end) and unit is not None and unit[0].form == "singular" else None
    return found


def _shared_shift(scan: Scan, point: Found) -> Found:
    """«السبت والأحد المقبلين»: what is said of the second day holds for the first."""
    if not isinstance(point.node, Weekday) or point.node.shift is not None:
        return point
    second = scan.word(point.end, "weekday")
    if second is None or second[0].proclitic != "و":
        return point
    shift = scan.word(second[1], "shift")
    if shift is None:
        return point
    return replace(point, node=replace(point.node, shift=shift[0].number))


def _shared_month(scan: Scan, i: int, more: int = 5) -> Found | None:
    """«في 11 و12 فبراير»: the first day has the second's month; so has each of up to five before it."""
    day = scan.figure(i, 2)
    if (
        day is None
        or not 1 <= day <= 31
        or scan.key(i - 1) not in ("في", "يوم", "يومي", "وفي", "ايام", "من", "بين", "و", "،")
    ):
        return None
    at = i + 1
    if scan.key(at) != "و" and not scan.comma(at):
        return None
    second = point_at(scan, at + 1)
    if second is None:
        second = _shared_month(scan, at + 1, more - 1) if more > 0 else None
    if second is None:
        return None
    node = second.node
    if isinstance(node, Within) and isinstance(node.what, Fields) and node.what.day:
        shared: Node = Within(replace(node.what, day=day), node.period)
    elif isinstance(node, Fields) and node.day is not None and (node.month is not None or node.months):
        shared = replace(node, day=day)
    else:
        return None
    return Found("day", shared, i, i + 1, (scan.piece("day", i, i + 1, day),))


def _is_name(scan: Scan, found: Found) -> bool:
    """Dates that have become names: «حركة 6 أبريل», «قوى 14 آذار», «ثورة يناير»."""
    node = found.node
    if not isinstance(node, Fields) or node.year is not None or node.shift is not None:
        return False
    if not node.month and not node.months:
        return False
    before = found.begin - 1
    if scan.guarded("name", before, -1):
        return True
    return node.day is None and scan.guarded("event", before, -1)


def _story(node: Node | None) -> Fields | None:
    """The month or year that a time names, for «من الشهر نفسه» later in the sentence."""
    if isinstance(node, Fields):
        return node
    if isinstance(node, Range):
        return _story(node.end) or _story(node.begin)
    if isinstance(node, Moment):
        return _story(node.day)
    return _story(node.second) if isinstance(node, DayAnd) else None


def _as_told(node: Node, story: Fields | None) -> Node:
    """The node with «الشهر نفسه», «العام نفسه» replaced by the month or year named before."""
    if story is None:
        return node
    if isinstance(node, Range):
        begin = _as_told(node.begin, story) if node.begin is not None else None
        end = _as_told(node.end, story) if node.end is not None else None
        return replace(node, begin=begin, end=end)
    if isinstance(node, Moment) and node.day is not None:
        return replace(node, day=_as_told(node.day, story))
    if not isinstance(node, Within) or not isinstance(node.what, Fields) or not isinstance(node.period, Period):
        return node
    if not node.period.told or node.period.shift != 0:
        return node
    what = node.what
    if node.period.unit == "month" and what.month is None and story.month is not None:
        return replace(story, day=what.day)
    if node.period.unit == "year" and story.year is not None and story.calendar == what.calendar:
        return replace(what, year=story.year)
    return node


def _mention(scan: Scan, found: Found) -> Mention:
    tokens = scan.tokens
    inside = sum(token.kind in ("word", "number", "latin") for token in tokens[found.begin : found.end])
    lean = lean_at(scan, found)
    side = scan.word(found.begin, "side")
    if lean is None and side is not None and side[0].value == "since":
        lean = "past"
    done = is_yearless(found.node) and is_done(scan, found, lean)
    value = TimeReading(found.node, lean, inside == scan.spoken, found.pieces, done)
    return Mention(tokens[found.begin].start, tokens[found.end - 1].end, _type(found.node), value)


def _type(node: Node) -> MentionType:
    if isinstance(node, Length):
        return "duration"
    if isinstance(node, Repeated):
        return "set"
    return "time" if _is_clock(node) else "date"


def _is_clock(node: Node | None) -> bool:
    if isinstance(node, Moment):
        return True
    if isinstance(node, Range):
        return _is_clock(node.begin) or _is_clock(node.end)
    if isinstance(node, (Moved, Window)):
        return any(amount.unit in _HOURLY and (amount.count or 1) % 24 for amount in node.length.amounts)
    return isinstance(node, DayAnd) and _is_clock(node.first)
