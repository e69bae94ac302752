"""The days that a stretch of text names, as far as events can be told apart by them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.claims.values import Claim
from workbench.mentions.values import Mention, Timex

# What lasts longer is a period in which several things happened, not the day of one.
PERIOD_DAYS = 8
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_ONE_SIDED = re.compile(r"(?:\.\./)?(\d{4}-\d\d-\d\d)(?:T[\w:]+)?(?:/\.\.)?")
_DAY_OF_YEAR = re.compile(r"XXXX-(\d\d-\d\d)")


@dataclass(frozen=True, slots=True)
class When:
    """``begin``/``end`` where the days are known; ``weekday`` 1 to 7 or ``stamp`` (month and day, ``MM-DD``) where only
    that is; ``period`` for a month, a year, «the last four months». ``start`` is where it stands in the article;
    ``edge`` the day that a stretch open on one side begins or ends with («منذ عصر الثلاثاء»)."""

    begin: dt.date | None
    end: dt.date | None
    weekday: int | None
    stamp: str | None
    period: bool
    start: int
    edge: dt.date | None = None


def days_named(mentions: Sequence[Mention]) -> list[When]:
    """The days and periods among the mentions, in order; clocks and parts of a day without a day left out."""
    found = []
    for mention in mentions:
        value = mention.value
        if mention.type not in ("date", "time") or not isinstance(value, Timex):
            continue
        begin, end = day_of(value.begin), day_of(value.end)
        if begin is not None and end is not None:
            found.append(When(begin, end, None, None, (end - begin).days >= PERIOD_DAYS, mention.start))
        elif (weekday := weekday_named(value.timex)) is not None:
            found.append(When(None, None, weekday, None, False, mention.start))
        elif match := _DAY_OF_YEAR.match(value.timex):
            found.append(When(None, None, None, match[1], False, mention.start))
        elif not value.timex.startswith("T"):
            match = _ONE_SIDED.fullmatch(value.timex)
            found.append(When(begin, end, None, None, True, mention.start, day_of(match[1]) if match else None))
    return found


def day_of(text: str | None) -> dt.date | None:
    """The day of an ISO date or minute; None for a clock without a day."""
    if text is None or text.startswith("T"):
        return None
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


def tells_hour(claim: Claim) -> bool:
    """Whether a claim tells an hour, or since when by the clock: «من السادسة صباح الأحد»."""
    value = claim.value
    since = isinstance(value, Timex) and value.end is None and "T" in (value.begin or "")
    return claim.kind == "time" or since


def weekday_named(timex: str) -> int | None:
    """1 for Monday to 7 for Sunday, where a TIMEX3 value gives the weekday only."""
    match = _WEEKDAY.match(timex)
    return int(match[1]) if match else None


def stamp_of(day: dt.date) -> str:
    return f"{day.month:02}-{day.day:02}"
