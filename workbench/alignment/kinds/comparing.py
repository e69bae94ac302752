"""Which claims of one event can be held against each other: each kind by its own module."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from workbench.alignment.candidates import (
    Candidate,
    EventPair,
    any_other_one,
    is_plan_and_outcome,
    likeness_of,
    one_of_several,
)
from workbench.alignment.kinds.counted import compare_quantities, out_of_all_proportion
from workbench.alignment.kinds.dated import compare_dates
from workbench.alignment.kinds.denied import flat_denial
from workbench.alignment.kinds.doers import compare_doers, compare_nations, is_deed
from workbench.alignment.kinds.holders import compare_holders
from workbench.alignment.kinds.in_turn import may_follow
from workbench.alignment.kinds.lasting import compare_lasting
from workbench.alignment.kinds.one_measure import compare_measures
from workbench.alignment.kinds.orders import compare_orders
from workbench.alignment.kinds.people import (
    compare_ages,
    compare_casualties,
    compare_people,
    none_of_group,
    of_another_group,
    one_died_since,
)
from workbench.alignment.kinds.said import compare_actors, compare_custody, compare_statements
from workbench.alignment.kinds.signals import compare_signals
from workbench.alignment.kinds.whereabouts import compare_whereabouts, keys_of_place, scene_of
from workbench.alignment.relations import compare
from workbench.claims.events.when import PERIOD_DAYS, day_of
from workbench.claims.people.custody import CUSTODY
from workbench.claims.people.fates import FATE
from workbench.claims.people.nations import NATION
from workbench.claims.people.penalties import PENALTY
from workbench.claims.people.uncounted import NONE_OF
from workbench.claims.saying.orders import FIRST, ORDER
from workbench.claims.saying.signals import SIGNAL
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Memory
from workbench.mentions.values import Amount, Timex

# Kinds of claims that are held against each other.
_TOGETHER: Mapping[str, str] = {"date": "time", "casualties": "quantity"}
# What claims of a kind speak of, where no more than the kind counts.
_ANYTHING: tuple[object, ...] = (None,)
NO_PLACES: Mapping[str, tuple[object, ...]] = {}


# What is planned of a coming event, and may turn out otherwise.
_PLANNED = frozenset(("quantity", "duration", "date", "time", "place"))
_OF_DAYS = frozenset(("date", "time", "duration", "casualties"))


class ClaimIndex:
    """Claims by their sort and, where that takes no weighing, by what they speak of: most pairs of claims have nothing
    to do with each other. ``places``: what place claims, by their ids, can be held against others by."""

    def __init__(
        self, claims: Iterable[Claim], knowledge: Knowledge, places: Mapping[str, tuple[object, ...]] = NO_PLACES
    ) -> None:
        self._concepts = knowledge.lexicon.concepts
        self._places = places
        self._claims = tuple(claims)
        self._rows: dict[str, dict[object, list[int]]] = {}
        for number, claim in enumerate(self._claims):
            rows = self._rows.setdefault(_TOGETHER.get(claim.kind, claim.kind), {})
            for what in self._spoken_of(claim):
                rows.setdefault(what, []).append(number)

    def like(self, claim: Claim, after: int = -1) -> list[Claim]:
        """All that ``compare_claims`` could make something of beside ``claim``, in order; only those behind number
        ``after``."""
        kind = claim.kind
        rows = self._rows.get(_TOGETHER.get(kind, kind))
        if rows is None:
            return []
        spoken_of = self._spoken_of(claim)
        if kind == "statement":
            spoken_of = (*spoken_of, *self._concepts.against(claim.predicate))
        found = [row for what in spoken_of if (row := rows.get(what)) is not None]
        if not found:
            return []
        numbers = found[0] if len(found) == 1 else sorted({number for row in found for number in row})
        return [self._claims[number] for number in numbers if number > after]

    def _spoken_of(self, claim: Claim) -> tuple[object, ...]:
        """What a claim speaks of: one thing, but for a place's many."""
        if claim.kind == "statement":
            return (claim.predicate,)
        return self._places[claim.id] if claim.kind == "place" else _ANYTHING


def keys_of_places(claims: Iterable[Claim], knowledge: Knowledge, words: Memory) -> dict[str, tuple[object, ...]]:
    """By the id of each place claim all by which it can be held against another."""
    return {claim.id: keys_of_place(claim, knowledge, words) for claim in claims if claim.kind == "place"}


def compare_claims(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> Candidate | None:
    """Whether two claims of one event can be held against each other at all, and what comes of it."""
    found = _compared(a, b, in_a, in_b, pair, knowledge)
    differ = found is not None and found.verdict == "differ"
    if differ and pair.match.next_day and a.kind in _OF_DAYS:
        return None  # of two days of a story that goes on
    if found is not None and differ and may_follow(found, pair, knowledge):
        return replace(found, verdict="unsure")
    return None if differ and a.kind in _PLANNED and is_plan_and_outcome(pair, in_a, in_b) else found


def _compared(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> Candidate | None:
    likeness = likeness_of(a.context, b.context)
    if {a.kind, b.kind} == {"quantity", "casualties"}:
        return compare_people(a, b, likeness, knowledge)
    if a.kind != b.kind and {a.kind, b.kind} != {"date", "time"}:
        return None
    one_side = NONE_OF in a.traits ^ b.traits and {a.polarity, b.polarity} == {"affirmed", "negated"}
    if a.kind == "casualties" and one_side:
        return _of_one_scene(none_of_group(a, b, in_a, in_b, likeness, knowledge), in_a, in_b, pair, knowledge)
    if a.kind == "casualties":
        counts = compare_casualties(a, b, likeness, knowledge)
        if counts is not None and of_another_group(counts, in_a, in_b):
            return None
        if counts is not None and one_died_since(counts, in_a, in_b):
            return replace(counts, verdict="unsure")
        return _of_one_scene(counts, in_a, in_b, pair, knowledge)
    if "age" in (a.predicate, b.predicate):
        return compare_ages(a, b, in_a, in_b, likeness, knowledge)
    if a.kind in ("quantity", "duration", "score"):
        measured = compare_measures(a, b, in_a, in_b, pair, likeness, knowledge) if a.kind == "quantity" else None
        if measured is not None:
            return measured
        found = compare_lasting(a, b, in_a, in_b, pair, likeness, knowledge) if a.kind == "duration" else None
        found = found or compare_quantities(a, b, in_a, in_b, likeness, knowledge, pair.topic, pair.owned)
        differ = found is not None and found.verdict == "differ" and a.kind == "duration"
        if differ and (_at_other_hours(a, b, in_a, in_b) or out_of_all_proportion(a.value, b.value)):
            return None
        return _of_one_scene(found, in_a, in_b, pair, knowledge)
    if a.kind in ("date", "time"):
        when = compare_dates(a, b, in_a, in_b, pair, likeness, knowledge)
        differ = when is not None and when.verdict == "differ"
        return None if differ and (_dates_a_share(a, in_a) or _dates_a_share(b, in_b)) else when
    if a.kind == "actor" and NATION in (a.predicate, b.predicate):
        return compare_nations(a, b, in_a, in_b, likeness, knowledge)
    if a.kind == "actor" and (is_deed(a) or is_deed(b)):
        return compare_doers(a, b, in_a, in_b, likeness, pair, knowledge)
    if a.kind == "actor":
        by = compare_actors(a, b, likeness, knowledge)
        return None if by is not None and by.verdict == "differ" and (_tells(in_a, b) or _tells(in_b, a)) else by
    if a.kind == "statement" and {ORDER, FIRST} & {a.predicate, b.predicate}:
        return compare_orders(a, b, in_a, in_b, likeness, pair)
    if a.kind == "statement" and SIGNAL in (a.predicate, b.predicate):
        return compare_signals(a, b, in_a, in_b, likeness, pair, knowledge)
    if a.kind == "statement" and CUSTODY in (a.predicate, b.predicate):
        return compare_custody(a, b, in_a, in_b, likeness, pair)
    if a.kind == "statement" and PENALTY in (a.predicate, b.predicate):
        return None  # held against each other, and against terms of years, by their own way
    if a.kind == "statement" and FATE in (a.predicate, b.predicate):
        told_two = any(
            other.predicate == FATE and other.of == claim.of and other.state != claim.state
            for claims, claim in ((in_a, a), (in_b, b)) for other in claims
        )  # fmt: skip
        return None if told_two else compare_statements(a, b, likeness, pair, knowledge)
    if a.kind == "statement":
        found = compare_statements(a, b, likeness, pair, knowledge)
        some = a.predicate != b.predicate and (_counts(a, in_a) or _counts(b, in_b))
        some = some or "aside" in a.traits | b.traits
        if some or found is None or found.verdict == "unsure":
            found = flat_denial(a, b, in_a, in_b, pair, knowledge) or (None if some else found)
        both = found is not None and found.verdict == "differ" and _says_too(in_a, b) and _says_too(in_b, a)
        return None if both else found
    if a.kind == "office":
        who = compare_holders(a, b, in_a, in_b, pair, knowledge)
        return None if who is None else Candidate(a, b, who, 0.5 + likeness / 4)
    if a.kind == "place":
        where = compare_whereabouts(a, b, in_a, in_b, pair, knowledge)
        return None if where is None else Candidate(a, b, where, 0.5 + likeness / 2)
    return None


def _periods(claim: Claim, claims: Sequence[Claim]) -> frozenset[tuple[str, str]]:
    """The stretches of a month or more that a claim's clause names, each by its first and last day."""
    times = [other.value for other in claims if other.kind == "date" and other.clause == claim.clause]
    return frozenset(
        (time.begin, time.end)
        for time in times
        if isinstance(time, Timex) and (begin := day_of(time.begin)) and (end := day_of(time.end))
        and (end - begin).days >= PERIOD_DAYS and time.begin and time.end
    )  # fmt: skip


def _at_other_hours(a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim]) -> bool:
    """Whether the sentences of two lengths name hours or parts of a day that are two: «عند الواحدة بعد الظهر عطل البحث
    أربعين دقيقة», «توقف البحث ست ساعات ليلا»."""
    if not all(isinstance(x.value, Timex) and x.value.timex.startswith("PT") for x in (a, b)):
        return False
    hours = [
        [x.value for x in claims if x.kind in ("date", "time") and x.sentence == claim.sentence]
        for claim, claims in ((a, in_a), (b, in_b))
    ]
    return all(hours) and all(compare(one, other) == "differ" for one in hours[0] for other in hours[1])


def _dates_a_share(when: Claim, claims: Sequence[Claim]) -> bool:
    """Whether an hour is that of a percentage, not of what happened: «39,2 في المئة عند الساعة الثالثة»."""
    return isinstance(when.value, Timex) and "T" in when.value.timex and any(
        claim.kind == "quantity" and isinstance(claim.value, Amount) and claim.value.unit is None
        and claim.clause == when.clause for claim in claims
    )  # fmt: skip


def _says_too(claims: Sequence[Claim], other: Claim) -> bool:
    """Whether a report says itself what the other says against it: it tells of a dispute."""
    return any(
        claim.kind == "statement" and claim.predicate == other.predicate and claim.polarity == other.polarity
        for claim in claims
    )  # fmt: skip


def _tells(claims: Sequence[Claim], other: Claim) -> bool:
    """Whether a report has itself who did it, or who did not, as the other says."""
    return any(
        claim.kind == "actor" and claim.predicate == other.predicate and claim.polarity == other.polarity
        and claim.value == other.value for claim in claims
    )  # fmt: skip


def _counts(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a figure stands in a statement's clause: 112 came, 18 stayed away."""
    return any(other.kind in ("quantity", "casualties") and other.clause.overlaps(claim.clause) for other in claims)


def _of_several_places(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], knowledge: Knowledge
) -> bool:
    """Whether one figure is of several places of a sort and the other of one: «760 منزلا في الولايات الثلاث», «قال حاكم
    الولاية إن 340 منزلا دمرت»."""
    sorts = knowledge.claim_cues.parts_of_land
    counted, named = [], []
    for claim, claims in ((a, in_a), (b, in_b)):
        beside = [other for other in claims if other.sentence == claim.sentence]
        counted.append({other.of for other in beside if other.kind == "quantity" and other.of in sorts})
        named.append({word for other in beside for word in other.context if word in sorts})
    return any(bool(counted[at] & (named[1 - at] - counted[1 - at])) for at in (0, 1))


def _of_one_scene(
    found: Candidate | None, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> Candidate | None:
    """A difference is none where one figure is a town's that the other report does not know: «47 إصابة في البلاد», «19
    إصابة في سبها»; where the clause of one names a place and the other tells of others; of two in a row («الموجة
    الثانية»), of two quarters of a year."""
    if found is None or found.verdict != "differ" or found.a.kind not in ("quantity", "casualties", "score"):
        return found
    periods = [_periods(found.a, in_a), _periods(found.b, in_b)]
    if any_other_one(found.a, found.b) or (all(periods) and not periods[0] & periods[1]):
        return None
    if _of_several_places(found.a, found.b, in_a, in_b, knowledge):
        return None
    if found.a.kind == "score":
        return found
    if one_of_several(found.a, found.b):
        return replace(found, verdict="unsure")
    geography = knowledge.geography
    here, there = scene_of(found.a, in_a, knowledge), scene_of(found.b, in_b, knowledge)
    between = any(word in knowledge.world.places for word in found.a.context & found.b.context)
    if between and found.a.of == found.b.of and found.a.of in knowledge.claim_cues.journey_concepts:
        return found  # «رحلات بين صنعاء وعدن», «بين صنعاء ومأرب»
    for own, other, claim, event in ((here, there, found.b, pair.b), (there, here, found.a, pair.a)):
        own -= claim.context
        known = other or frozenset(place for place in event.places if geography.is_local(place))
        if own and known and not any(geography.touch(one, place) for one in own for place in known):
            return None
        if own and not known and not own & event.words:
            return replace(found, verdict="unsure")
    return found
