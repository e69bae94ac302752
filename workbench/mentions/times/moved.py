"""Days told by a length from another: قبل يومين, منذ أسبوع, بعد 3 أيام من الآن, عشية عيد الفطر."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias, cast

from workbench.mentions.times.dates import day_of_month_at, weekday_at
from workbench.mentions.times.feasts import feast_at
from workbench.mentions.times.periods import day_word_at
from workbench.mentions.times.scan import Found, Scan
from workbench.mentions.times.units import length_at, unit_at
from workbench.mentions.times.values import DayShift, Length, Moved, Unit, UnitCount

Bound: TypeAlias = Literal["about", "more", "less"]

_BOUNDS: Mapping[str, Bound] = {"low": "more", "high": "less", "about": "about"}
_EVENT_LINKS = frozenset(("من", "علي", "عن", "لل", "ل"))


def eve_at(scan: Scan, i: int) -> Found | None:
    """«عشية عيد الفطر», «عشية الخميس»: the day before."""
    eve = scan.word(i, "eve")
    if eve is None:
        return None
    day = feast_at(scan, eve[1]) or weekday_at(scan, eve[1]) or day_of_month_at(scan, eve[1])
    if day is None or day.proclitic:
        return None
    before = Moved(Length((UnitCount("day", 1.0),)), -1, day.node)
    return Found("day", before, i, day.end, day.pieces, eve[0].proclitic)


def moved_at(scan: Scan, i: int) -> Found | None:
    """«قبل يومين», «منذ أسبوع», «بعد 3 أشهر من الآن», «قبل أيام»; «أسبوعين من اليوم», «3 أيام مضت»."""
    side = scan.word(i, "side")
    if side is None or side[0].value not in ("before", "after", "since"):
        return None
    at, bound = _bound_at(scan, side[1])
    length = length_at(scan, at, announced=True) or (_whole_unit_at(scan, at) if bound is not None else None)
    if length is None or not isinstance(length.node, Length):
        return None
    sign = 1 if side[0].value == "after" else -1
    end = length.end
    if unit_at(scan, i - 1) is not None and end == at + 1:
        return None  # «يوما بعد يوم»
    ago = scan.word(end, "ago")
    if ago is not None and ago[0].number == sign:
        end = ago[1]
    since = side[0].value == "since" and not scan.moment_verb(i - 1)
    if scan.key(end) in _EVENT_LINKS or scan.key(end).startswith("لل"):
        anchor = _anchor_at(scan, end + 1) if scan.key(end) == "من" else None
        if anchor is None and scan.key(end) in ("من", "علي", "عن"):
            # told from an event («بعد يومين من القصف»): only the length is certain
            if any(amount.count is None for amount in length.node.amounts):
                return None
            return (
                Found("length", length.node, length.begin, length.end)
                if not since
                else Found("day", Moved(length.node, sign, None, since), i, end, proclitic=side[0].proclitic)
            )
        if anchor is not None:
            return Found(
                "day", Moved(length.node, sign, anchor.node, bound=bound), i, anchor.end, proclitic=side[0].proclitic
            )
    return Found("day", Moved(length.node, sign, None, since, bound=bound), i, end, proclitic=side[0].proclitic)


def _bound_at(scan: Scan, i: int) -> tuple[int, Bound | None]:
    """Where a length begins behind «نحو», «أكثر من», «ما يزيد على», «ما يقارب» at ``i``, and what they make of it."""
    at = scan.about(i)
    bound: Bound | None = "about" if at > i else None
    hit = scan.amounts.before.at(scan.tokens, at) if at < len(scan.tokens) else None
    if hit is not None and not hit.value.bare:
        bound, at = _BOUNDS[hit.value.kind], scan.about(hit.last)
    return at, bound


def _whole_unit_at(scan: Scan, i: int) -> Found | None:
    """«العام» of «منذ ما يقارب العام», «قبل أكثر من الشهر»: one."""
    unit = unit_at(scan, i, "singular")
    if unit is None or not unit[0].definite or scan.word(unit[1], "shift", "told") is not None:
        return None
    if not scan.ends_at(unit[1]) and scan.figure(unit[1]) is not None:
        return None
    return Found("length", Length((UnitCount(cast(Unit, unit[0].value), 1.0),)), i, unit[1])


def _anchor_at(scan: Scan, i: int) -> Found | None:
    day = day_word_at(scan, i) or weekday_at(scan, i) or feast_at(scan, i) or day_of_month_at(scan, i)
    if day is not None:
        return day
    if scan.word(i, "unit") is not None and scan.key(i) == "اليوم":
        return Found("day", DayShift(0), i, i + 1)
    return None


def length_and_anchor_at(scan: Scan, i: int) -> Found | None:
    """«أسبوعين من الغد», «3 أيام مضت», «ثلاثة أيام بعد الاثنين»."""
    length = length_at(scan, i)
    if length is None or not isinstance(length.node, Length):
        return None
    end = length.end
    ago = scan.word(end, "ago")
    if ago is not None and ago[0].value and not ago[0].proclitic and scan.key(i - 1) not in ("خلال", "غضون"):
        if scan.key(end) in ("مقبله", "قادمه", "سابقه", "سبقت") or scan.key(i - 1) in ("ل", "لمده", "مدي", "مدار"):
            return None
        return Found("day", Moved(length.node, ago[0].number), i, ago[1])
    link = scan.key(end)
    if link == "من":
        now = scan.word(end + 1, "day", "now")
        if now is not None and not now[0].proclitic and (now[0].kind == "now" or now[0].number in (0, 1, -1)):
            anchor = day_word_at(scan, end + 1)
            if anchor is not None:
                return Found("day", Moved(length.node, 1, anchor.node), i, anchor.end)
        return None
    if link in ("قبل", "بعد"):
        after_anchor = weekday_at(scan, end + 1) or day_word_at(scan, end + 1)
        if after_anchor is not None and not after_anchor.proclitic:
            sign = 1 if link == "بعد" else -1
            return Found("day", Moved(length.node, sign, after_anchor.node), i, after_anchor.end, after_anchor.pieces)
    return None
