"""Days and periods told in words: أمس, مطلع العام, ثاني أربعاء من أكتوبر, الربع الثالث, السبعينيات."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbench.mentions.times.dates import day_of_month_at, month_at, month_first_at, weekday_at, year_at, year_number
from workbench.mentions.times.feasts import feast_at, season_at
from workbench.mentions.times.scan import Found, Scan
from workbench.mentions.times.units import age_follows, period_at, unit_at
from workbench.mentions.times.values import (
    Century,
    DayShift,
    Decade,
    Edge,
    Fields,
    Moment,
    Node,
    Now,
    Nth,
    Part,
    Period,
    Rest,
    Season,
    Unit,
    Weekday,
    WeekOf,
)

_OF = frozenset(("من", "في", "ل", "خلال"))
_UNITS_OF_NTH: dict[str, Unit] = {"day": "day", "week": "week", "year": "year", "month": "month", "decade": "decade"}
_SHARES: dict[str, Unit] = {"half": "half", "quarter": "quarter"}
_NO_DAY = frozenset(("في", "وفي"))


def day_word_at(scan: Scan, i: int) -> Found | None:
    """«اليوم», «يوم أمس», «بعد غد», «الليلة الماضية», «الآن»."""
    now = scan.word(i, "now")
    if now is not None:
        return Found("day", Now(), i, now[1], proclitic=now[0].proclitic)
    night = scan.word(i, "night")
    if night is not None:
        node: Node = Moment(DayShift(night[0].number), Part("night"), None)
        return Found("part", node, i, night[1], proclitic=night[0].proclitic)
    noun = scan.word(i, "day-noun")
    at = noun[1] if noun is not None else i
    found = scan.word(at, "day")
    if found is None or (noun is not None and (found[0].proclitic or found[0].number == 0)):
        return None
    word, end = found
    if word.number == -1 and scan.guarded("yesterday", -1, end):
        return None
    if word.number == 0 and noun is None:
        if scan.guarded("today", i - 1, end):
            return None
        if scan.key(i - 1) in _NO_DAY and scan.word(end, "weekday") is None:
            return None  # «مرتين في اليوم»
        if word.proclitic == "ب" or word.proclitic == "ك":
            return None
    if word.number == 1 and scan.key(at) in ("غد", "الغد") and noun is None and scan.guarded("tomorrow", i - 1, -1):
        return None
    proclitic = noun[0].proclitic if noun is not None else word.proclitic
    piece = scan.piece("relative", at, end, word.number)
    return Found("day", DayShift(word.number), i, end, (piece,), proclitic)


def whole_at(scan: Scan, i: int, after_of: bool = False) -> Found | None:
    """A period that something may be the start, the end or a part of: «العام», «مارس 2013», «القرن الماضي», «2014»."""
    best: Found | None = None
    for found in _wholes_at(scan, i, after_of):
        if best is None or found.end > best.end:
            best = found
    return best


def _wholes_at(scan: Scan, i: int, after_of: bool) -> Iterator[Found]:
    period = period_at(scan, i, bare=True)
    if period is not None and isinstance(period.node, (Period, DayShift)):
        today = isinstance(period.node, Period) and period.node.unit == "day" and period.node.shift == 0
        yield replace(period, firm=True, node=DayShift(0) if today else period.node)
    month = month_at(scan, i)
    if month is not None:
        found = month_first_at(scan, i)
        if found is not None and _is_month(found.node):
            yield replace(found, firm=True)
    year = year_at(scan, i)
    if year is not None and year.number is not None:
        pieces = (year.piece,) if year.piece is not None else ()
        yield Found("day", Fields(year.calendar or "gregorian", year.number), i, year.end, pieces)
    for reader in (decade_at, century_at, share_at, season_at):
        found = reader(scan, i)
        if found is not None:
            yield found
    if after_of or scan.figure(i) is not None:
        number = year_number(scan, i)
        if number is not None and 1800 <= number[0] <= 2200:
            yield Found("day", Fields(year=number[0]), i, number[1], (scan.piece("year", i, number[1], number[0]),))


def _is_month(node: Node) -> bool:
    inner = getattr(node, "what", node)
    return isinstance(inner, Fields) and inner.day is None


def of_whole_at(scan: Scan, i: int, needs_of: bool = False) -> Found | None:
    """The same behind «من» or «في»; without ``needs_of`` also directly."""
    if scan.key(i) in _OF:
        return whole_at(scan, i + 1, after_of=True)
    if needs_of and not (scan.key(i).startswith("لل") or scan.word(i, "this") is not None):
        found = whole_at(scan, i)
        return found if found is not None and isinstance(found.node, Fields) and found.node.year is not None else None
    return whole_at(scan, i)


def edge_at(scan: Scan, i: int) -> Found | None:
    """«مطلع العام», «منتصف آذار», «أواخر الأسبوع المقبل», «بقية الشهر»."""
    rest = scan.word(i, "rest")
    if rest is not None and rest[0].proclitic in ("", "و", "في", "ل"):
        whole = whole_at(scan, rest[1])
        if whole is not None and isinstance(whole.node, (Period, DayShift)):
            return Found(
                "day", Rest(whole.node, rest[0].value == "gone"), i, whole.end, whole.pieces, rest[0].proclitic
            )
        return None
    for word, end in scan.words_at(i, "edge"):
        key = scan.key(i)
        whole = whole_at(scan, scan.about(end))
        if whole is None and scan.key(end) == "من":
            whole = whole_at(scan, end + 1)
        if whole is None and word.value == "end" and key.removeprefix(word.proclitic) != "اخر":
            day = day_word_at(scan, end) or weekday_at(scan, end)
            whole = day if day is not None and isinstance(day.node, (DayShift, Weekday)) else None
        if whole is None or whole.proclitic or (isinstance(whole.node, (DayShift, Weekday)) and word.value != "end"):
            continue
        bare = key.removeprefix(word.proclitic)
        if bare in ("اخر", "اول", "وسط", "فاتح") and not (isinstance(whole.node, Period) and whole.node.unit != "day"):
            continue
        return Found("day", Edge(word.value, whole.node), i, whole.end, whole.pieces, word.proclitic)  # type: ignore[arg-type]
    return None


def share_at(scan: Scan, i: int) -> Found | None:
    """«الربع الثالث من هذا العام», «النصف الأول من 2013»."""
    share = scan.word(i, "share")
    if share is None or share[0].value not in _SHARES or not scan.key(i).endswith(("الربع", "النصف", "الفصل")):
        return None
    number, end = _number_after(scan, share[1])
    if number is None and share[0].value == "quarter" and scan.key(i).endswith("الربع"):
        shift = scan.word(share[1], "shift")
        if shift is not None and not shift[0].proclitic:
            return Found("day", Period("quarter", shift[0].number), i, shift[1], proclitic=share[0].proclitic)
    if number is None or number > (2 if share[0].value == "half" else 4):
        return None
    whole = of_whole_at(scan, end)
    if whole is None or not _is_yearly(whole.node):
        led = scan.alone or scan.guarded("share-led", i - 1, -1)
        if share[0].value != "quarter" or not scan.ends_at(end) or not led:
            return None
        whole = Found("day", Period("year", 0), i, end)
    return Found(
        "day", Nth(number, _SHARES[share[0].value], whole.node), i, whole.end, whole.pieces, share[0].proclitic
    )


def _is_yearly(node: Node) -> bool:
    if isinstance(node, Fields):
        return node.month is None and node.year is not None
    return (isinstance(node, Period) and node.unit in ("year", "month", "century", "decade")) or isinstance(
        node, Century
    )


def _number_after(scan: Scan, i: int) -> tuple[int | None, int]:
    """A definite ordinal behind a noun («الأسبوع الثالث», «الأخير»), and the index after it."""
    if scan.key(i) in ("الاخير", "الاخيره"):
        return -1, i + 1
    numeral = scan.ordinal(i)
    if numeral is None or not numeral.definite or numeral.particles != "ال":
        return None, i
    return int(numeral.value), numeral.last


def nth_at(scan: Scan, i: int) -> Found | None:
    """«ثاني أربعاء من أكتوبر», «الثلاثاء الأخير من مارس», «الأسبوع الأول من الشهر», «أول أيام عيد الفطر»."""
    number: int | None = None
    end = i
    last = scan.word(i, "last")
    if last is not None and last[0].proclitic in ("", "و", "في"):
        number, end = -1, last[1]
    else:
        numeral = scan.ordinal(i)
        if numeral is not None and not numeral.definite and 1 <= numeral.value <= 60:
            number, end = int(numeral.value), numeral.last
    if number is not None:
        return _nth_noun(scan, i, number, end)
    weekday = scan.word(i, "weekday")
    noun = scan.word(i, "day-noun")
    if weekday is None and noun is not None:
        weekday = scan.word(noun[1], "weekday")
    if weekday is not None:
        number, end = _number_after(scan, weekday[1])
        whole = of_whole_at(scan, end, needs_of=True) if number is not None else None
        if number is None or whole is None or number > 5:
            return None
        piece = scan.piece("weekday", weekday[1] - 1, weekday[1], weekday[0].number)
        return Found(
            "day",
            Nth(number, weekday[0].number, whole.node, dated=number > 0),
            i,
            whole.end,
            (piece,),
            weekday[0].proclitic,
        )
    unit = unit_at(scan, i, "singular")
    if unit is not None and unit[0].definite and unit[0].value in ("day", "week", "decade"):
        number, end = _number_after(scan, unit[1])
        whole = of_whole_at(scan, end, needs_of=True) if number is not None else None
        if number is None or whole is None or not _larger(whole.node, unit[0].value):
            return None
        what = _UNITS_OF_NTH[unit[0].value]
        return Found("day", Nth(number, what, whole.node), i, whole.end, whole.pieces, unit[0].proclitic)
    return None


def _nth_noun(scan: Scan, i: int, number: int, at: int) -> Found | None:
    noun = scan.word(at, "day-noun")
    weekday = scan.word(noun[1], "weekday") if noun is not None else None
    weekday = weekday or scan.word(at, "weekday")
    if weekday is not None and not weekday[0].proclitic:
        whole = of_whole_at(scan, weekday[1], needs_of=True)
        if whole is None:
            return None
        piece = scan.piece("weekday", weekday[1] - 1, weekday[1], weekday[0].number)
        return Found("day", Nth(number, weekday[0].number, whole.node), i, whole.end, (piece,))
    share = scan.word(at, "share")
    if share is not None and share[0].value in _SHARES and not share[0].proclitic and scan.key(at) in ("ربع", "نصف"):
        whole = of_whole_at(scan, share[1])
        if whole is None or not _is_yearly(whole.node) or not 1 <= number <= 4:
            return None
        return Found("day", Nth(number, _SHARES[share[0].value], whole.node), i, whole.end, whole.pieces)
    unit = unit_at(scan, at, "singular", "plural")
    if unit is None or unit[0].proclitic or unit[0].definite or unit[0].value not in _UNITS_OF_NTH:
        return None
    if unit[0].form == "plural":
        feast = feast_at(scan, unit[1])
        if feast is not None and unit[0].value == "day" and number > 0:
            return Found("day", Nth(number, "day", feast.node), i, feast.end)
        if unit[0].value != "day":
            return None
    whole = of_whole_at(scan, unit[1], needs_of=unit[0].form == "singular")
    if whole is None or not _larger(whole.node, unit[0].value):
        return None
    return Found("day", Nth(number, _UNITS_OF_NTH[unit[0].value], whole.node), i, whole.end, whole.pieces)


_SIZES = ("day", "week", "month", "year", "decade", "century")


def _larger(node: Node, unit: str) -> bool:
    inner = getattr(node, "what", node)
    if isinstance(inner, Period):
        return inner.unit in _SIZES and _SIZES.index(inner.unit) > _SIZES.index(unit)
    if isinstance(inner, Fields):
        return inner.day is None and (inner.month is None or unit in ("day", "week"))
    return isinstance(inner, (Nth, Decade, Century, Season))


def decade_at(scan: Scan, i: int) -> Found | None:
    """«السبعينيات», «عقد الثمانينات», «تسعينات القرن الماضي»."""
    lead = scan.word(i, "unit")
    at = lead[1] if lead is not None and lead[0].value == "decade" and lead[0].form == "singular" else i
    found = scan.word(at, "decade")
    if found is None:
        return None
    word, end = found
    century: int | None = None
    definite = word.definite or at > i
    follow = end + 1 if scan.key(end) == "من" else end
    of = century_at(scan, follow)
    if of is not None:
        end = of.end
        if isinstance(of.node, Century):
            century = (of.node.number - 1) * 100
        elif isinstance(of.node, Period):
            century = 1900 if of.node.shift == -1 else 2000
    elif not definite or age_follows(scan, end) or scan.word(end, "shift") is not None:
        return None
    proclitic = lead[0].proclitic if at > i and lead is not None else word.proclitic
    return Found("day", Decade(word.number, century), i, end, proclitic=proclitic)


def century_at(scan: Scan, i: int) -> Found | None:
    """«القرن العشرين», «القرن الماضي», «القرن الـ19»."""
    unit = unit_at(scan, i, "singular")
    if unit is None or unit[0].value != "century" or not unit[0].definite:
        return None
    period = period_at(scan, i)
    if period is not None:
        return period
    at = unit[1] + 1 if scan.key(unit[1]) == "ال" else unit[1]
    number = scan.figure(at, 2)
    end = at + 1
    if number is None:
        ordinal = scan.ordinal(at)
        if ordinal is None or not ordinal.definite:
            return None
        number, end = int(ordinal.value), ordinal.last
    if not 1 <= number <= 30 or scan.key(end) in ("قبل", "ق"):
        return None
    return Found("day", Century(number), i, end, proclitic=unit[0].proclitic)


def week_of_at(scan: Scan, i: int) -> Found | None:
    """«أسبوع 18 مارس», «الأسبوع من 18 مارس»."""
    unit = unit_at(scan, i, "singular")
    if unit is None or unit[0].value != "week":
        return None
    at = unit[1]
    while scan.key(at) in ("من", "يوم", "في"):
        at += 1
    day = day_of_month_at(scan, at) if scan.figure(at) is not None else None
    if day is None:
        return None
    return Found("day", WeekOf(day.node), i, day.end, day.pieces, unit[0].proclitic)
