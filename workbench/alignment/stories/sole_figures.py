"""Figures that two reports of one story each give once, under whichever events they tell them: a firm's net debt at the
end of March, how many teams a tournament had, how long the talks went on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from workbench.alignment.candidates import GENERIC, Candidate, EventPair, is_name, one_story
from workbench.alignment.kinds.comparing import compare_claims
from workbench.alignment.kinds.counted import one_each
from workbench.alignment.relations import compare
from workbench.claims.events.values import ArticleEvent
from workbench.claims.figures.elided import ELIDED
from workbench.claims.figures.lengths import LASTED
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount

_SCORE = 0.6
# What a thing has at all times.
_STANDING = frozenset(("of:capacity",))
_OWN_WORDS = 2  # besides what is counted


def sole_figures_across(
    a: ArticleClaims, b: ArticleClaims, pairs: Iterable[EventPair], knowledge: Knowledge
) -> Iterator[tuple[EventPair, Candidate]]:
    """Figures of one thing, each the only one of it in its report, that stand under events which are no pair; not of
    times that are two."""
    chosen = tuple(pairs)
    told = one_story(chosen)
    if told is None:
        return
    paired = {(one.a.id, one.b.id) for one in chosen}
    events = {event.id: event for event in a.events}, {event.id: event for event in b.events}
    sole = [[claim for claim in x.claims if _is_sole(claim, x.claims, knowledge)] for x in (a, b)]
    for one in sole[0]:
        for other in sole[1]:
            if one.kind != other.kind or (one.event, other.event) in paired or not _one_thing(one, other, knowledge):
                continue
            if not _of_one_time(one, other, events[0].get(one.event or ""), events[1].get(other.event or "")):
                continue
            found = compare_claims(one, other, a.claims, b.claims, told, knowledge)
            spans = _within_a_time(one, a.claims) or _within_a_time(other, b.claims)
            alike = found is not None and not spans and _is_told_alike(one, other, told, knowledge)
            if found is not None and (found.verdict == "agree" or alike):
                yield told, Candidate(one, other, found.verdict, max(_SCORE, found.score))


def _is_sole(claim: Claim, claims: Sequence[Claim], knowledge: Knowledge) -> bool:
    """Whether a figure is a report's only one of its thing."""
    lasted = claim.kind == "duration" and LASTED in claim.traits
    counted = claim.kind == "quantity" and isinstance(claim.value, Amount) and claim.value.unit is not None
    if not (lasted or counted) or claim.role != "whole" or not claim.of or claim.of in GENERIC or claim.part != "body":
        return False
    if ELIDED in claim.traits or claim.polarity != "affirmed":
        return False
    return not any(
        other.id != claim.id and other.kind == claim.kind and _one_thing(other, claim, knowledge)
        and compare(other.value, claim.value) != "agree" for other in claims
    )  # fmt: skip


def _one_thing(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    if one_each(a, b):
        return True
    if not knowledge.lexicon.concepts.stands_for(a.of, b.of):
        return False
    if not isinstance(a.value, Amount) or not isinstance(b.value, Amount):
        return a.kind == b.kind
    one, other, amounts = a.value.unit, b.value.unit, knowledge.amounts
    return one is not None and other is not None and (
        one == other or amounts.of_one_kind(one, other) or amounts.same_money(one, other)
        or (a.of == one and b.of == other)
    )  # fmt: skip


def _of_one_time(a: Claim, b: Claim, in_a: ArticleEvent | None, in_b: ArticleEvent | None) -> bool:
    """Whether nothing says that two figures are of two times: their events, where both have days of their own."""
    if _STANDING & a.traits & b.traits or in_a is None or in_b is None or not (in_a.own_time and in_b.own_time):
        return True
    first, last = dt.date.min, dt.date.max
    return (in_a.begin or first) <= (in_b.end or last) and (in_b.begin or first) <= (in_a.end or last)


def _within_a_time(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a count is of all that happened in some days: «أحبطت خلال أربعة أيام 80 محاولة»."""
    return claim.kind == "quantity" and any(x.kind == "duration" and x.clause == claim.clause for x in claims)


def _is_told_alike(a: Claim, b: Claim, told: EventPair, knowledge: Knowledge) -> bool:
    """Whether the words around figures that differ say that they are of one thing: the same said of it, or words
    enough, and no two names."""
    if knowledge.lexicon.is_a(a.of, "person"):
        return False  # of whom many do the same
    names = [{word for word in claim.context - told.topic if is_name(word, knowledge)} for claim in (a, b)]
    if all(names) and not names[0] & names[1]:
        return False
    concepts = knowledge.lexicon.concepts
    unit = a.value.unit or "" if isinstance(a.value, Amount) else ""
    shared = a.context & b.context - {concepts.common(a.of), a.of, unit, knowledge.amounts.nouns_of.get(unit, "")}
    predicates = a.predicate != "" and concepts.stands_for(a.predicate, b.predicate)
    return len(shared) >= (1 if predicates else _OWN_WORDS)
