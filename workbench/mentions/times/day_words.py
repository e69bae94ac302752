"""The longest day or period that begins at a word, whichever reader knows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workbench.mentions.times.dates import counts, day_of_month_at, month_first_at, numeric_date_at, weekday_at, year_at
from workbench.mentions.times.feasts import feast_at, season_at, weekend_at
from workbench.mentions.times.lean import future_before
from workbench.mentions.times.moved import eve_at, length_and_anchor_at
from workbench.mentions.times.periods import century_at, day_word_at, decade_at, edge_at, nth_at, share_at, week_of_at
from workbench.mentions.times.scan import Found, Scan
from workbench.mentions.times.units import period_at, window_at
from workbench.mentions.times.values import (
    DayAnd,
    DayShift,
    Feast,
    Fields,
    Moment,
    Moved,
    Node,
    Now,
    Nth,
    Period,
    Weekday,
    Within,
)

# Which readers a day may begin with, by the kinds of words at its first token.
_DAY_READERS: tuple[tuple[frozenset[str], Callable[[Scan, int], Found | None]], ...] = (
    (frozenset(("day", "now", "night", "day-noun")), day_word_at),
    (frozenset(("weekday", "day-noun", "this")), weekday_at),
    (frozenset(("holiday", "day-noun", "portion", "edge")), feast_at),
    (frozenset(("weekend",)), weekend_at),
    (frozenset(("edge", "rest")), edge_at),
    (frozenset(("share",)), share_at),
    (frozenset(("season", "this")), season_at),
    (frozenset(("decade", "unit")), decade_at),
    (frozenset(("unit",)), century_at),
    (frozenset(("unit", "this")), period_at),
    (frozenset(("unit", "last")), window_at),
    (frozenset(("unit",)), week_of_at),
    (frozenset(("eve",)), eve_at),
    (frozenset(("weekday", "day-noun", "unit", "last")), nth_at),
    (frozenset(("month", "month-noun")), month_first_at),
)


def day_at(scan: Scan, i: int) -> Found | None:
    """The longest day or period that begins at ``i``."""
    if not 0 <= i < len(scan.tokens):
        return None
    best: Found | None = None
    kinds = {word.kind for word in scan.entries[i]}
    candidates: list[Found | None] = [reader(scan, i) for needed, reader in _DAY_READERS if kinds & needed]
    token = scan.tokens[i]
    if token.key in ("يوم", "ليوم", "ويوم", "بيوم", "نهار") and scan.figure(i + 1, 2) is not None:
        for found in (numeric_date_at(scan, i + 1), day_of_month_at(scan, i + 1)):
            if found is not None:
                candidates.append(replace(found, begin=i, proclitic=token.key.removesuffix("يوم").removesuffix("نهار")))
    if "year-noun" in kinds:
        candidates.append(_year_found(scan, i))
    if token.kind == "number":
        candidates += [numeric_date_at(scan, i), day_of_month_at(scan, i), _bare_year_at(scan, i), window_at(scan, i)]
        candidates += [length_and_anchor_at(scan, i), coming_day_at(scan, i)]
    elif token.key in scan.numerals or "first-day" in kinds:
        candidates += [day_of_month_at(scan, i), nth_at(scan, i), window_at(scan, i), length_and_anchor_at(scan, i)]
        candidates.append(coming_day_at(scan, i))
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
    if scan.key(before) == "و" and 1900 <= (scan.figure(before - 1) or 0) <= 2099:
        before -= 2
        if scan.key(before) not in ("عامي", "سنتي", "اعوام", "سنوات", "العامين", "في", "بين"):
            return None
    elif not (scan.guarded("year-led", before, -1) or scan.guarded("year-of", before, -1)
              or (scan.guarded("year-of", before - 1, -1) and scan.nameless(before))):  # fmt: skip
        return None  # «أولمبياد 2016», «أولمبياد ريو 2016»
    if counts(scan, i):
        return None
    if scan.key(i + 1) in ("%", ":", "/") or (scan.dash(i + 1) and not scan.tokens[i + 1].spaced):
        return None
    if scan.word(i + 1, "unit") is not None and not scan.key(i + 1).startswith("ال"):
        return None
    return Found("day", Fields(year=number), i, i + 1, (scan.piece("year", i, i + 1, number),))


def attached_day(scan: Scan, i: int) -> Found | None:
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


def coming_day_at(scan: Scan, i: int) -> Found | None:
    """«سيعقد في 15», «سأعود في السابع والعشرين»: a mere day of the month of what is to come, where the clause ends
    with it or a clock follows."""
    if scan.key(i - 1) not in ("في", "يوم", "بتاريخ", "ليوم"):
        return None
    day, end = scan.figure(i, 2), i + 1
    if day is None and scan.is_word(i):
        ordinal = scan.ordinal(i)
        if ordinal is None or not ordinal.definite or ordinal.particles != "ال" or scan.key(i).endswith("ه"):
            return None
        day, end = int(ordinal.value), ordinal.last
    if day is None or not 1 <= day <= 31 or not (scan.ends_at(end) or scan.word(end, "clock") is not None):
        return None
    headed = scan.word(end, "clock") is not None
    if scan.key(end) in (":", "/", "%", "-") or not (headed or future_before(scan, i - 1)):
        return None
    return Found("day", Fields(day=day), i, end, (scan.piece("day", i, end, day),))


def bare_day_at(scan: Scan, i: int) -> Found | None:
    """«الساعة 8 مساء في 15»: a mere day of the month."""
    day = scan.figure(i, 2)
    if day is None or not 1 <= day <= 31 or not scan.ends_at(i + 1):
        return None
    return Found("day", Fields(day=day), i, i + 1, (scan.piece("day", i, i + 1, day),))


def is_day(node: Node) -> bool:
    """Whether the node names one day, not a longer period."""
    if isinstance(node, Fields):
        return node.day is not None
    if isinstance(node, Within):
        return is_day(node.what)
    if isinstance(node, Nth):
        return isinstance(node.what, int) or node.what == "day"
    return isinstance(node, (DayShift, Weekday, DayAnd, Feast, Moved))
