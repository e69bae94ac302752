"""Lengths of time beside the dates or hours they lie between: «من 3 إلى 9 مارس (عشرة أيام)»."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from workbench.checks.figures import Figure, Line, tokens_of
from workbench.knowledge.words.sum_words import SumWords
from workbench.mentions.values import Amount, Timex, ToldSentence

LengthUnit = Literal["minutes", "hours", "days", "weeks", "months"]

_UNITS: dict[str, LengthUnit] = {"TM": "minutes", "TH": "hours", "D": "days", "W": "weeks", "M": "months"}
_CLOCKS = re.compile(r"T(\d\d):(\d\d)/T(\d\d):(\d\d)$")
_MONTHS = re.compile(r"\d{4}-\d\d/\d{4}-\d\d$")
_NEAR = 4  # words from the one to the other


@dataclass(frozen=True, slots=True)
class WrongLength:
    """``stated`` (in ``unit``) where the two ends make ``least`` to ``most``. ``first``/``last``: tokens of both."""

    unit: LengthUnit
    stated: float
    least: float
    most: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A range of dates or hours in tokens ``first`` to ``last``."""

    first: int
    last: int
    timex: str
    begin: str
    end: str
    weekdays: bool = False


@dataclass(frozen=True, slots=True)
class LengthReader:
    words: SumWords

    def wrong_lengths(self, told: ToldSentence, line: Line) -> Iterator[WrongLength]:
        """Lengths of one sentence that the range right before or behind them does not bear out."""
        lengths = [f for f in line.figures if f.kind == "length" and f.unit in _UNITS and f.low == f.high and f.low > 0]
        if not lengths:
            return
        stretches = (*_stretches(told, line), *_ordinal_hours(told, line))
        if len(stretches) != 1 or (stretches[0].first and line.key(stretches[0].first).startswith("و")):
            return  # «من 9 إلى 11 صباحا ومن 4 إلى 6 مساء، أي أربع ساعات» adds two up
        for stretch in stretches:
            for length in lengths:
                if self._of(line, stretch, length) and not _rated(line, length.after):
                    wrong = _held(stretch, length)
                    if wrong is not None:
                        yield wrong

    def _of(self, line: Line, stretch: _Stretch, length: Figure) -> bool:
        """Whether nothing but words like «أي لمدة» or an opening bracket join the two."""
        if stretch.last < length.first <= stretch.last + _NEAR:
            at = stretch.last
            while at < length.first and line.key(at) in ("،", ",", "و"):
                at += 1
            if line.key(at) in ("(", "[") and length.first - at <= 2:
                return True
            hit = self.words.cues["lasting"].at(line.tokens, at)
            return hit is not None and length.first - hit.last in (0, 1)
        if length.after <= stretch.first <= length.after + 2:
            before = any(
                (hit := self.words.cues["lasting"].at(line.tokens, at)) is not None
                and all(line.key(n).startswith("ال") for n in range(hit.last, length.first))
                for at in range(max(0, length.first - 4), length.first)
            )
            between = {line.key(at) for at in range(length.after, stretch.first)}
            return before and between <= {"،", ",", "(", "من", "تمتد", "يمتد", "بين"}
        return False


def _stretches(told: ToldSentence, line: Line) -> Iterator[_Stretch]:
    for mention in told.mentions:
        value = mention.value
        if mention.type not in ("date", "time") or not isinstance(value, Timex) or "/" not in value.timex:
            continue
        if value.begin is None or value.end is None:
            continue
        at = tokens_of(line.tokens, mention)
        words = [line.tokens[n] for n in at]
        written = any(char.isdigit() for token in words for char in token.plain)
        days = len(value.begin) == 10 and not _MONTHS.match(value.timex)
        if days and not written and not any(_names_month(line, n) for n in at):
            yield _Stretch(at.start, at.stop, value.timex, value.begin, value.end, weekdays=True)
        else:
            yield _Stretch(at.start, at.stop, value.timex, value.begin, value.end)


def _names_month(line: Line, at: int) -> bool:
    return line.key(at).removeprefix("ال") in ("شهر",) or not line.key(at).removeprefix("و").startswith(
        ("ال", "من", "الي", "حتي", "يوم", "بين")
    )


def _ordinal_hours(told: ToldSentence, line: Line) -> Iterator[_Stretch]:
    """«من التاسعة إلى الحادية عشرة»: hours, where hours are counted beside them."""
    hours = [
        (tokens_of(line.tokens, m), int(m.value.low)) for m in told.mentions
        if m.type == "ordinal" and isinstance(m.value, Amount) and m.value.low is not None and 1 <= m.value.low <= 12
    ]  # fmt: skip
    for (one, begin), (other, end) in pairwise(hours):
        between = [line.key(at) for at in range(one.stop, other.start)]
        led = line.key(one.start - 1) in ("من", "بين") or line.key(one.start - 1) == "الساعه"
        feminine = all(line.key(at.start).removeprefix("و").endswith(("ه", "يه")) for at in (one, other))
        joined = set(between) <= line.words.until | {"الساعه"} and len(between) <= 2
        if led and feminine and joined and (between or line.key(other.start).startswith("و")):
            timex = f"T{begin:02d}:00/T{end:02d}:00"
            yield _Stretch(one.start, other.stop, timex, timex[:6], timex[7:])


def _rated(line: Line, after: int) -> bool:
    """Whether a length is not the whole of it, but what is done of it each day or in one go."""
    word, words = line.key(after), line.words
    return word in words.part_of_length or word in words.per_time or word in line.cues.each


def _held(stretch: _Stretch, length: Figure) -> WrongLength | None:
    unit = _UNITS[str(length.unit)]
    hours = _CLOCKS.match(stretch.timex)
    if (hours is not None) is not (unit in ("hours", "minutes")):
        return None
    slack = max(1.0, 0.15 * length.low) if length.approximate else 0.0
    if hours is not None:
        begin, end = (int(hours.group(n)) + int(hours.group(n + 1)) / 60 for n in (1, 3))
        ahead = (end - begin) % 12
        ways = [ahead, ahead + 12]  # the words may leave open which half of the day
        least = 0.5
        if unit == "minutes":
            ways, least = [round(60 * way) for way in ways], 1.0
        if any(abs(way - length.low) <= least + slack for way in ways):
            return None
        made = min(ways, key=lambda way: abs(way - length.low))
        return WrongLength(unit, length.low, made, made, *_both(stretch, length))
    begin_day, end_day = _day(stretch.begin), _day(stretch.end)
    if begin_day is None or end_day is None or end_day < begin_day:
        return None
    days = (end_day - begin_day).days
    if stretch.weekdays:
        return None if unit != "days" else _of_weekdays(days % 7, stretch, length, slack)
    if unit == "days":
        if stretch.timex.count("-") < 4:
            return None  # months and years are no days
        least, most = float(days), float(days + 1)
        slack = max(slack, 0.04 * days) if days > 60 else slack
    elif unit == "weeks":
        least, most, slack = days / 7, (days + 1) / 7, slack + 3 / 7
    else:
        least, most = days / 30.4, (days + 1) / 30.4
        if _MONTHS.match(stretch.timex):
            whole = round((days + 1) / 30.4)
            least, most = whole - 1.0, float(whole)
        else:
            slack += 0.5
    if least - slack <= length.low <= most + slack:
        return None
    return WrongLength(unit, length.low, least, most, *_both(stretch, length))


def _of_weekdays(days: int, stretch: _Stretch, length: Figure, slack: float) -> WrongLength | None:
    if any(abs(days + weeks + both - length.low) <= slack for weeks in (0, 7, 14) for both in (0, 1)):
        return None
    return WrongLength("days", length.low, days, days + 1, *_both(stretch, length))


def _both(stretch: _Stretch, length: Figure) -> tuple[int, int]:
    return min(stretch.first, length.first), max(stretch.last, length.after)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
