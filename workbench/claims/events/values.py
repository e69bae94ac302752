"""The values of events, as one article tells them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArticleEvent:
    """One event as one article tells it; ``id`` is its name in that article. ``begin``/``end`` bound its days (None:
    not known), ``weekday`` is 1 to 7 and ``stamp`` month and day where only that is known; ``own_time`` says whether
    the text itself dates it (else it has the article's date), ``days`` are all days on which the text says that some of
    it was. ``places``, ``names`` hold identifiers or folded words (``places`` taken from the main event where
    ``placed`` is false), ``kinds`` families of events, ``words`` concepts of what is said of it (``weight``: how much
    they tell, together), ``rare`` words that no table knows, ``figures`` the exact counts given of it; ``several``: it
    is told as several («هجمات», «حادثي سير»); ``written``: the last day on which the
    article can have been written, where it is known."""

    id: str
    article: str
    main: bool
    begin: dt.date | None
    end: dt.date | None
    weekday: int | None
    stamp: str | None
    own_time: bool
    days: frozenset[dt.date]
    places: frozenset[str]
    placed: bool
    kinds: frozenset[str]
    names: frozenset[str]
    rare: frozenset[str]
    words: frozenset[str]
    figures: frozenset[float]
    several: bool
    title: str
    weight: float
    written: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Grouping:
    """An article's events, and for each sentence the event (by index) of each of its clauses."""

    events: tuple[ArticleEvent, ...]
    clause_events: tuple[tuple[int, ...], ...]


def event_name(number: int) -> str:
    """What event ``number`` is called, counted from 1; the first article's names are those of all articles."""
    return f"e{number}"
