"""The events of two articles with the claims that speak of each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.review.pairing import STANDINGS, claim_words, pairs
from workbench.review.timeline import day_of

if TYPE_CHECKING:
    from workbench.claims.values import Claim, Event
    from workbench.engine import CheckResult
    from workbench.review.pairing import Standing
    from workbench.text.values import Bilingual


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """One claim of an event; ``words`` are what a person reads of it, ``standing`` what the other article says to
    it: the gravest of several."""

    claim: Claim
    words: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """``label`` is None for what belongs to no event: where a base lies, how old a state is. ``begin`` and ``end`` are
    None where the day is not known. ``articles`` are those that tell of it, the draft first."""

    id: str
    label: Bilingual | None
    begin: dt.date | None
    end: dt.date | None
    articles: tuple[str, ...]
    claims: tuple[ToldClaim, ...]


def told_events(result: CheckResult, other: str | None) -> tuple[ToldEvent, ...]:
    """Events in the order in which the draft comes to them, then those of ``other`` alone, then what is timeless."""
    shown = ("a",) if other is None else ("a", other)
    texts = {reading.article.id: reading.article.text for reading in result.readings}
    standings = _standings(result, other)
    claims = {claim.id: claim for claim in result.claims if claim.article in shown}

    def told(ids: list[str] | tuple[str, ...]) -> tuple[ToldClaim, ...]:
        own = sorted((claims[id] for id in ids if id in claims), key=lambda one: (one.article, one.span.start))
        lone: dict[str, Standing] = {article: "only-a" if article == "a" else "only-b" for article in shown}
        return tuple(
            ToldClaim(claim, claim_words(claim, texts), standings.get(claim.id, lone[claim.article])) for claim in own
        )

    events = [_event(event, told(event.claims)) for event in result.events]
    events = [event for event in events if event.claims]
    events.sort(key=lambda event: (event.claims[0].claim.article, event.claims[0].claim.span.start))
    timeless = told([claim.id for claim in result.claims if claim.event is None])
    if timeless:
        events.append(ToldEvent("", None, None, None, _articles(timeless), timeless))
    return tuple(events)


def _event(event: Event, claims: tuple[ToldClaim, ...]) -> ToldEvent:
    return ToldEvent(event.id, event.label, day_of(event.begin), day_of(event.end), _articles(claims), claims)


def _articles(claims: tuple[ToldClaim, ...]) -> tuple[str, ...]:
    return tuple(sorted({told.claim.article for told in claims}))


def _standings(result: CheckResult, other: str | None) -> dict[str, Standing]:
    found: dict[str, Standing] = {}
    if other is None:
        return found
    for own, theirs, standing, _ in pairs(result, other):
        for claim in (own, theirs):
            before = found.get(claim.id) if claim is not None else None
            if claim is not None and (before is None or STANDINGS.index(standing) < STANDINGS.index(before)):
                found[claim.id] = standing
    return found
