"""Moments as the file keeps them: UTC, ISO 8601, so that text order is time order."""

from __future__ import annotations

import datetime as dt


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def written(moment: dt.datetime | None) -> str | None:
    """A moment as text; one without a zone is taken for UTC."""
    if moment is None:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return aware.astimezone(dt.UTC).isoformat(timespec="microseconds")


def moment(words: str | None) -> dt.datetime | None:
    """The moment that ``written`` wrote. Raises ValueError for other words."""
    if words is None:
        return None
    return dt.datetime.fromisoformat(words).astimezone(dt.UTC)


def known_moment(words: str) -> dt.datetime:
    """A moment that is always there."""
    return dt.datetime.fromisoformat(words).astimezone(dt.UTC)


def day(words: str | None) -> dt.date | None:
    return dt.date.fromisoformat(words) if words is not None else None
