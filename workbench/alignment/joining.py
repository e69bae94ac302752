"""Articles side by side: events told by several articles become one, claims are aligned, a person's word is heeded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from workbench.alignment.candidates import EventPair
from workbench.alignment.claims import align, align_quotes, pair_events
from workbench.alignment.events import EventMatch
from workbench.alignment.relations import compare
from workbench.alignment.stories.common_ground import doubted
from workbench.alignment.stories.parallel import align_parallel
from workbench.alignment.stories.shared_figures import align_figures
from workbench.alignment.stories.told_apart import without_told_apart
from workbench.alignment.values import Alignment
from workbench.claims.events.values import ArticleEvent, event_name
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim, Event
from workbench.knowledge.base import Knowledge
from workbench.knowledge.working_memory import WorkingMemory
from workbench.text.values import Bilingual

_TITLE = 60
_BY_HAND = Bilingual("A person joined them.", "وصلهما المدقق.")
_SAME_BY_HAND = Bilingual("A person said that they are one event.", "قال المدقق إنهما حدث واحد.")


@dataclass(frozen=True, slots=True)
class Decisions:
    """A person's word about claims, by their ids: which belong together or do not, which tell of one event or two."""

    joined: tuple[tuple[str, str], ...] = ()
    parted: tuple[tuple[str, str], ...] = ()
    same_event: tuple[tuple[str, str], ...] = ()
    different_event: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """All articles' claims with the events they share, and the alignments of each article with the first."""

    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    alignments: tuple[Alignment, ...]


def join_articles(
    articles: Sequence[ArticleClaims], decisions: Decisions, knowledge: Knowledge, memory: WorkingMemory
) -> Joined:
    """Hold every further article against the first. Decisions that name unknown claims are passed over. ``memory``
    keeps what is worked out from one article alone, and its claims under the names of the events they share."""
    same: dict[tuple[str, str], str] = {}
    alignments: list[Alignment] = []
    for other in articles[1:]:
        pairs = _decided(articles[0], other, pair_events(articles[0], other, knowledge), decisions)
        for pair in pairs:
            if pair.match.verdict == "same":
                same[pair.b.article, pair.b.id] = pair.a.id
        found = (*align(articles[0], other, pairs, knowledge, memory), *align_quotes(articles[0], other, knowledge))
        found = (*found, *align_figures(articles[0], other, pairs, found, knowledge))
        found = (*found, *align_parallel(articles[0], other, knowledge, memory))
        found = tuple(doubted(articles[0], other, pairs, found))
        found = tuple(without_told_apart(articles[0], other, found, knowledge))
        alignments += _by_hand(articles[0], other, found, decisions)
    named = _shared_names(articles, same)
    claims = tuple(chain.from_iterable(
        _renamed(article, names, memory) for article, names in zip(articles, named, strict=True)
    ))  # fmt: skip
    return Joined(claims, tuple(_events(articles, named, claims)), tuple(alignments))


def _shared_names(
    articles: Sequence[ArticleClaims], same: Mapping[tuple[str, str], str]
) -> tuple[tuple[str, ...], ...]:
    """What the events of each article are called beside those of the others: the first article's as they are, what it
    tells too (``same``: its name by article and own name) as there, the rest by the numbers that follow."""
    count = 0
    named = []
    for article in articles:
        names = []
        for event in article.events:
            shared = same.get((article.reading.article.id, event.id))
            count += shared is None
            names.append(shared or event_name(count))
        named.append(tuple(names))
    return tuple(named)


def _renamed(article: ArticleClaims, events: tuple[str, ...], memory: WorkingMemory) -> tuple[Claim, ...]:
    """The article's claims with ``events`` for the names of its own, in order."""
    if events == tuple(event.id for event in article.events):
        return article.claims

    def renamed() -> tuple[Claim, ...]:
        new = {event.id: name for event, name in zip(article.events, events, strict=True)}
        return tuple(claim.of_event(new[claim.event] if claim.event is not None else None) for claim in article.claims)

    return memory.recall("renamed", (article, events), renamed)


def _decided(
    a: ArticleClaims, b: ArticleClaims, pairs: Sequence[EventPair], decisions: Decisions
) -> tuple[EventPair, ...]:
    if not decisions.same_event and not decisions.different_event:
        return tuple(pairs)
    of_a, of_b = _event_by_claim(a), _event_by_claim(b)

    def named(rows: Sequence[tuple[str, str]]) -> Iterator[tuple[ArticleEvent, ArticleEvent]]:
        for one, other in rows:
            if one in of_b and other in of_a:
                one, other = other, one
            if one in of_a and other in of_b:
                yield of_a[one], of_b[other]

    apart = {(one.id, other.id) for one, other in named(decisions.different_event)}
    kept = [pair for pair in pairs if (pair.a.id, pair.b.id) not in apart]
    for one, other in named(decisions.same_event):
        kept = [pair for pair in kept if pair.a.id != one.id and pair.b.id != other.id]
        kept.append(EventPair(one, other, EventMatch("same", 5.0, (_SAME_BY_HAND,))))
    return tuple(kept)


def _event_by_claim(article: ArticleClaims) -> dict[str, ArticleEvent]:
    events = {event.id: event for event in article.events}
    return {claim.id: events[claim.event] for claim in article.claims if claim.event is not None}


def _by_hand(
    a: ArticleClaims, b: ArticleClaims, found: Sequence[Alignment], decisions: Decisions
) -> tuple[Alignment, ...]:
    if not decisions.parted and not decisions.joined:
        return tuple(found)
    parted = {frozenset(pair) for pair in decisions.parted}
    kept = [alignment for alignment in found if frozenset(alignment.claims) not in parted]
    in_a = {claim.id: claim for claim in a.claims}
    in_b = {claim.id: claim for claim in b.claims}
    for one, other in decisions.joined:
        if one in in_b and other in in_a:
            one, other = other, one
        if one not in in_a or other not in in_b:
            continue
        verdict = compare(in_a[one].value, in_b[other].value)
        kept = [alignment for alignment in kept if alignment.claims != (one, other)]
        kept.append(
            Alignment(
                (one, other), 1.0,
                "agrees" if verdict == "agree" else "contradicts" if verdict == "differ" else "unsure",
                _BY_HAND, by="person", steps=(_BY_HAND,),
            )
        )  # fmt: skip
    return tuple(kept)


def _events(
    articles: Sequence[ArticleClaims], named: Sequence[Sequence[str]], claims: Sequence[Claim]
) -> Iterator[Event]:
    told: dict[str, list[ArticleEvent]] = {}
    for article, names in zip(articles, named, strict=True):
        for event, name in zip(article.events, names, strict=True):
            told.setdefault(name, []).append(event)
    members: dict[str, list[str]] = {}
    for claim in claims:
        if claim.event is not None:
            members.setdefault(claim.event, []).append(claim.id)
    for id, events in told.items():
        if id not in members and not any(event.main for event in events):
            continue
        dated = [event for event in events if event.own_time] or events
        begin = next((event.begin for event in dated if event.begin is not None), None)
        end = next((event.end for event in dated if event.end is not None), None)
        title = " ".join(events[0].title.split())
        title = title if len(title) <= _TITLE else title[: _TITLE - 1].rsplit(" ", 1)[0] + "…"
        place = next((place for event in events for place in sorted(event.places)), None)
        yield Event(
            id, Bilingual(title or id, title or id), _iso(begin), _iso(end), place, tuple(members.get(id, ()))
        )


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day is not None else None
