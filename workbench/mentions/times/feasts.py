"""Seasons, weekends and feasts: صيف 2013, عطلة نهاية الأسبوع, عيد الفطر الماضي."""

from __future__ import annotations

from workbench.mentions.times.dates import year_at
from workbench.mentions.times.scan import Found, Scan
from workbench.mentions.times.units import period_at
from workbench.mentions.times.values import Feast, Fields, Period, Season, Weekend


def season_at(scan: Scan, i: int) -> Found | None:
    """«صيف 2013», «الشتاء الماضي», «هذا الخريف»."""
    this = scan.word(i, "this")
    at = this[1] if this is not None else i
    found = scan.word(at, "season")
    if found is None or (this is not None and not found[0].definite):
        return None
    word, end = found
    proclitic = this[0].proclitic if this is not None else word.proclitic
    if this is not None:
        return Found("day", Season(word.value, None, 0), i, end, proclitic=proclitic)
    if scan.guarded("season", -1, end):
        return None
    shift = scan.word(end, "shift")
    if word.definite:
        if shift is not None and not shift[0].proclitic:
            return Found("day", Season(word.value, None, shift[0].number), i, shift[1], proclitic=proclitic)
        this_after = scan.word(end, "this")
        year = year_at(scan, end) if this_after is None else None
        if year is not None and year.number is not None:
            return Found("day", Season(word.value, Fields(year=year.number)), i, year.end, proclitic=proclitic)
        led = scan.guarded("season-led", i - 1, -1) or scan.alone
        return Found("day", Season(word.value), i, end, proclitic=proclitic) if led else None
    year_node = period_at(scan, end)
    if year_node is None and scan.key(end) == "من":
        year_node = period_at(scan, end + 1, bare=True)
    if year_node is not None and isinstance(year_node.node, Period) and year_node.node.unit == "year":
        return Found("day", Season(word.value, year_node.node), i, year_node.end, proclitic=proclitic)
    year = year_at(scan, end)
    if year is not None and year.number is not None:
        return Found("day", Season(word.value, Fields(year=year.number)), i, year.end, proclitic=proclitic)
    number = scan.figure(end)
    if number is not None and 1900 <= number <= 2100:
        return Found("day", Season(word.value, Fields(year=number)), i, end + 1, proclitic=proclitic)
    return None


def weekend_at(scan: Scan, i: int) -> Found | None:
    """«عطلة نهاية الأسبوع», «نهاية الأسبوع الماضي», «هذه العطلة» is none."""
    found = scan.word(i, "weekend")
    if found is None:
        return None
    word, end = found
    shift = scan.word(end, "shift")
    if shift is not None and not shift[0].proclitic:
        return Found("day", Weekend(shift[0].number), i, shift[1], proclitic=word.proclitic)
    this = scan.word(end, "this")
    if this is not None:
        return Found("day", Weekend(0), i, this[1], proclitic=word.proclitic)
    return Found("day", Weekend(), i, end, proclitic=word.proclitic)


def feast_at(scan: Scan, i: int) -> Found | None:
    """A feast, with its year where it is said: «عيد الفطر الماضي», «يوم عيد الميلاد 2012»."""
    noun = scan.word(i, "day-noun", "portion", "edge")
    found = scan.word(i, "holiday")
    at = i
    if found is None and noun is not None and noun[0].kind == "day-noun":
        at = noun[1]
        found = scan.word(at, "holiday")
    if found is None:
        return None
    word, end = found
    if scan.key(at - 1) in ("ذكري", "شهر"):
        return None
    days, rule = word.number, word.value
    shift = scan.word(end, "shift")
    if shift is not None and not shift[0].proclitic:
        return Found("day", Feast(rule, days, None, shift[0].number), i, shift[1], proclitic=word.proclitic)
    at = end + 1 if scan.key(end) in ("من", "في", "ل", "لعام") else end
    period = period_at(scan, at)
    if period is not None and isinstance(period.node, Period) and period.node.unit == "year":
        return Found("day", Feast(rule, days, period.node), i, period.end, proclitic=word.proclitic)
    year = year_at(scan, at)
    number = scan.figure(at)
    if year is not None and year.number is not None:
        return Found("day", Feast(rule, days, Fields(year=year.number)), i, year.end, proclitic=word.proclitic)
    if number is not None and rule.startswith("hijri") and 1300 <= number <= 1500:
        return Found("day", Feast(rule, days, Fields("hijri", number)), i, at + 1, proclitic=word.proclitic)
    if number is not None and 1900 <= number <= 2100:
        return Found("day", Feast(rule, days, Fields(year=number)), i, at + 1, proclitic=word.proclitic)
    return Found("day", Feast(rule, days), i, end, proclitic=word.proclitic)
