"""Hijri dates beside Gregorian ones that cannot be the same day."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from workbench.checks.calendar.slips import Slip, days_in, fields_in
from workbench.checks.values import Evidence
from workbench.checks.wording import quoted
from workbench.knowledge.time.calendars import HIJRI_AR, HIJRI_EN, date_or_none, hijri_days, hijri_of
from workbench.knowledge.time.days import day_ar, day_en
from workbench.knowledge.words.time_words import TimeWords
from workbench.mentions.times.values import DayAnd, Fields, Node, TimeReading
from workbench.mentions.values import SentenceReading
from workbench.text.values import Bilingual, Token

_SOURCE = "hijridate: Umm al-Qura"
_BEFORE = 6  # words in front of two dates in which «يصادف» says that they are one day
_APART = 6  # words between them
_SIGNS = frozenset("،(-–")


def hijri_pairs(read: SentenceReading, words: TimeWords) -> Iterator[tuple[DayAnd, int, int]]:
    """Two dates of a sentence, one of each calendar, that the words say are one day though they are read as two:
    both, and where they begin and end in the sentence."""
    dated = [m for m in read.mentions if isinstance(m.value, TimeReading) and _one_date(m.value.node) is not None]
    starts = [token.start for token in read.tokens] if len(dated) > 1 else []
    for left, right in pairwise(dated):
        assert isinstance(left.value, TimeReading)
        assert isinstance(right.value, TimeReading)
        one, other = _one_date(left.value.node), _one_date(right.value.node)
        if one is None or other is None or one.calendar == other.calendar:
            continue
        first, last = bisect_left(starts, left.end), bisect_left(starts, right.start)
        before = read.tokens[max(0, bisect_left(starts, left.start) - _BEFORE) : bisect_left(starts, left.start)]
        if last - first <= _APART and _same_day_said(before, read.tokens[first:last], words):
            yield DayAnd(left.value.node, right.value.node), left.start, right.end


def _one_date(node: Node) -> Fields | None:
    """The day and month of a time that names one date of one calendar."""
    days = list(days_in(node))
    fields = [f for day in days for f in fields_in(day) if f.month and f.day]
    return fields[0] if len(days) == 1 and len({f.calendar for f in fields}) == 1 else None


def _same_day_said(before: Sequence[Token], between: Sequence[Token], words: TimeWords) -> bool:
    """Whether nothing stands between two dates that could part them, and a word like «يصادف» joins them."""
    passed_over = words.cues.between_dates | _SIGNS
    if not all(token.key in passed_over or _equals(token, words) for token in between):
        return False
    return any(_equals(token, words) for token in (*between, *before))


def _equals(token: Token, words: TimeWords) -> bool:
    return any(word.kind == "equals" and not word.rest for word in words.readings.get(token.key, ()))


def hijri_slip(day: Node, words: str, start: int, end: int, headline: bool) -> Slip | None:
    """A Hijri date beside a Gregorian one that lie more than a day apart."""
    both = list(fields_in(day))
    hijri = next((f for f in both if f.calendar == "hijri" and f.month and f.day), None)
    gregorian = next((f for f in both if f.calendar == "gregorian" and f.month and f.day), None)
    if hijri is None or gregorian is None or hijri.month is None or hijri.day is None:
        return None
    if gregorian.month is None or gregorian.day is None:
        return None
    right: dt.date | None = None
    apart: int | None = None
    if hijri.year is not None:
        days = hijri_days(hijri.year, hijri.month, hijri.day)
        if days is None:
            return None
        right = days[0]
        years = (gregorian.year,) if gregorian.year is not None else (right.year - 1, right.year, right.year + 1)
        stated = [date_or_none(year, gregorian.month, gregorian.day) for year in years]
        apart = min((abs((found - right).days) for found in stated if found is not None), default=None)
    elif gregorian.year is not None:
        stated_day = date_or_none(gregorian.year, gregorian.month, gregorian.day)
        shown = hijri_of(stated_day) if stated_day is not None else None
        if stated_day is None or shown is None:
            return None
        nearest = [
            found[0]
            for year in (shown[0] - 1, shown[0], shown[0] + 1)
            if (found := hijri_days(year, hijri.month, hijri.day)) is not None
        ]
        right = min(nearest, key=lambda found: abs((found - stated_day).days), default=None)
        apart = abs((right - stated_day).days) if right is not None else None
    if right is None or apart is None or apart <= 1:
        return None
    name_en = f"{hijri.day} {HIJRI_EN[hijri.month - 1]}" + (f" {hijri.year}" if hijri.year else "")
    name_ar = f"{hijri.day} {HIJRI_AR[hijri.month - 1]}" + (f" {hijri.year} هـ" if hijri.year else "")
    return Slip(
        "hijri", start, end,
        Bilingual(
            f"The Hijri and the Gregorian date in {quoted(words)} are {apart} days apart: "
            f"{name_en} was {day_en(right)}.",
            f"بين التاريخين الهجري والميلادي في {quoted(words)} فارق {_days_ar(apart)}: "
            f"{name_ar} يوافق {day_ar(right)}.",
        ),
        Evidence(
            Bilingual(
                f"{name_en} is {day_en(right)} by Umm al-Qura; where the new moon is sighted it may differ by a day.",
                f"{name_ar} يوافق {day_ar(right)} بتقويم أم القرى، وقد يختلف يوما حيث تُعتمد رؤية الهلال.",
            ),
            _SOURCE,
        ),
        (hijri.year, hijri.month, hijri.day, gregorian.year, gregorian.month, gregorian.day),
        "medium" if apart > 2 else "low", 0.9 if apart > 2 else 0.6, headline,
    )  # fmt: skip


def may_fall_on(day: Node, weekday: int) -> bool:
    """Whether the Hijri date of a day, give or take the sighting of the moon, is of an ISO ``weekday``: then the fault
    of both is that of the Gregorian one."""
    for fields in fields_in(day):
        if fields.calendar == "hijri" and fields.year and fields.month and fields.day:
            days = hijri_days(fields.year, fields.month, fields.day)
            return days is None or any((days[0] + dt.timedelta(n)).isoweekday() == weekday for n in (-1, 0, 1))
    return True


def _days_ar(count: int) -> str:
    """«يومين», «5 أيام», «20 يوما»."""
    if count == 2:
        return "يومين"
    return f"{count} أيام" if count <= 10 else f"{count} يوما"
