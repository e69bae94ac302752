"""Clocks of the world: how far a zone's clock stood from Coordinated Universal Time on a day."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def utc_offset(zone: str, day: dt.date, hour: int = 12) -> int | None:
    """Minutes by which a zone's clock was ahead of UTC at an hour of a day on its own wall; None for a zone that the
    tz database does not know. On days when clocks change, the hour decides."""
    try:
        moment = dt.datetime(day.year, day.month, day.day, min(hour, 23), 30, tzinfo=ZoneInfo(zone))
        offset = moment.utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OverflowError, OSError):
        return None
    return round(offset.total_seconds() / 60) if offset is not None else None


def utc_offsets(zone: str, first: dt.date, last: dt.date) -> frozenset[int]:
    """Every offset (minutes) that a zone's clock had between two days; the days around them count too, since a clock
    may have changed in the night. Looks at the first of each month and both ends, at most 40 years."""
    days = [first - dt.timedelta(days=1), first, last, last + dt.timedelta(days=1)] if first.year > 1 else [first, last]
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month) and len(days) < 480:
        days.append(dt.date(year, month, 15))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return frozenset(offset for day in days if (offset := utc_offset(zone, day)) is not None)
