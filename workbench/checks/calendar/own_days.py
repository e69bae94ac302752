"""Days of one sentence that speak from two: «اليوم الخميس» and «غدا السبت»."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.checks.calendar.slips import Slip
from workbench.checks.values import Evidence
from workbench.checks.wording import quoted
from workbench.knowledge.time.days import WEEKDAYS_AR, WEEKDAYS_EN
from workbench.mentions.times.values import DayAnd, DayShift, Moment, TimeReading, Weekday
from workbench.mentions.values import Mention, SentenceReading
from workbench.text.values import Bilingual, Quotation

_WEEKDAYS = "lexicon/weekdays.tsv"


def own_day_slip(
    read: SentenceReading, offset: int, quotations: Sequence[Quotation], headline: bool
) -> Slip | None:
    """The first day that cannot be told from the day that one before it in the sentence is told from. What is quoted
    was said on a day of its own."""
    first: tuple[Mention, int] | None = None
    for mention in read.mentions:
        written = _written_on(mention)
        if written is None or _is_quoted(offset + mention.start, quotations):
            continue
        if first is None:
            first = mention, written
            continue
        if first[1] == written:
            continue
        one, other = (read.text[x.start : x.end] for x in (first[0], mention))
        days = (first[1], written)
        en, ar = ([names[day - 1] for day in days] for names in (WEEKDAYS_EN, WEEKDAYS_AR))
        return Slip(
            "weekday", offset + mention.start, offset + mention.end,
            Bilingual(
                f"{quoted(one)} and {quoted(other)} are not told from one day.",
                f"لا يمكن أن يُحسب {quoted(one)} و{quoted(other)} من يوم واحد.",
            ),
            Evidence(
                Bilingual(
                    f"By the first, today is a {en[0]}; by the second, a {en[1]}.",
                    f"«اليوم» بحسب العبارة الأولى هو {ar[0]}، وبحسب الثانية هو {ar[1]}.",
                ),
                _WEEKDAYS,
            ),
            ("own-day", *days), "medium", 0.85, headline,
        )  # fmt: skip
    return None


def _is_quoted(at: int, quotations: Sequence[Quotation]) -> bool:
    return any(quote.start <= at and (quote.end is None or at < quote.end) for quote in quotations)


def _written_on(mention: Mention) -> int | None:
    """The weekday on which a sentence with «أمس الأربعاء» was written, 1 to 7; None for any other time."""
    value = mention.value
    node = value.node if isinstance(value, TimeReading) else None
    if isinstance(node, Moment):
        node = node.day
    while isinstance(node, DayAnd) and isinstance(node.first, DayAnd):
        node = node.first
    if not isinstance(node, DayAnd) or not isinstance(node.first, DayShift) or not isinstance(node.second, Weekday):
        return None
    return (node.second.weekday - node.first.days - 1) % 7 + 1
