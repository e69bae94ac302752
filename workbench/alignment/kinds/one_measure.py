"""Measures of which a story has one: how high somebody was stuck, how fast the train went, what the haul was worth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.alignment.candidates import Candidate, EventPair, is_name, likeness_of, one_story
from workbench.alignment.relations import compare, in_one_unit
from workbench.claims.figures.measured import BEARER, MEASURE
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount

# The height of a thing itself, and sums that no word tells apart, may be of another thing.
_OF_ANYTHING = frozenset(f"{MEASURE}{one}" for one in "height length depth diameter sum cost content flow".split())
_COST, _SPEED = f"{MEASURE}cost", f"{MEASURE}speed"
_SAY_NOTHING = frozenset("height altitude depth length value price cost speed amount reach be estimate".split())
_LEAD = 2


def compare_measures(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, likeness: float,
    knowledge: Knowledge,
) -> Candidate | None:  # fmt: skip
    """Two figures that both reports call by one measure, each giving one figure of it; the height or length of a thing,
    or a sum of money, only where words around it are shared too, a sum only in both leads."""
    shared = _measures(a) & _measures(b)
    if not shared & a.traits & b.traits and not (_one_speed(a, in_a) and _one_speed(b, in_b)):
        return None
    if not shared or pair.match.verdict != "same" or a.polarity != b.polarity or a.role != "whole" != b.role:
        return None
    if b.role != "whole" or of_two(a, b, knowledge) or _others(a) != _others(b) or not _one_kind(a, b, knowledge):
        return None
    measure = next(iter(shared))
    units = {unit for claim in (a, b) if isinstance(claim.value, Amount) and (unit := claim.value.unit)}
    units |= {knowledge.amounts.nouns_of.get(unit, "") for unit in units}
    # «اتفاقات قيمتها 18 مليارا»: where both name what is worth it, only that has to have one worth.
    named = knowledge.lexicon.concepts.stands_for(a.of, b.of) and a.of not in units | _SAY_NOTHING
    if _borne(a) & _borne(b):  # «عمقه 62 مترا», of a well; the shaft beside it is another's
        in_a, in_b = ([x for x in claims if _borne(x) & _borne(a)] for claims in (in_a, in_b))
    of_a, of_b = ([x for x in claims if x.of == one.of] if named else claims for claims, one in ((in_a, a), (in_b, b)))
    if not (_only(a, of_a, measure, knowledge) and _only(b, of_b, measure, knowledge)):
        return None
    words = a.context & b.context - units - _SAY_NOTHING
    if measure in _OF_ANYTHING and not words:
        return None
    leads = max(a.sentence, b.sentence) <= _LEAD and _alone(a, in_a) and _alone(b, in_b)
    if measure == f"{MEASURE}sum" and not leads:
        return None
    names = [{x for x in claim.context - pair.topic if x.isascii() and is_name(x, knowledge)} for claim in (a, b)]
    if all(names) and not names[0] & names[1] and not words:
        return None
    verdict = compare(*in_one_unit(a.value, b.value, knowledge.amounts.scales), a.approximate or b.approximate)
    return Candidate(a, b, verdict, 0.6 + 0.3 * likeness)


def measures_across(
    a: ArticleClaims, b: ArticleClaims, pairs: Iterable[EventPair], knowledge: Knowledge
) -> Iterator[tuple[EventPair, Candidate]]:
    """How deep, high or long one thing of a story is, under whichever event its reports tell it: the well into which a
    child fell on Tuesday and from which he is dug out on Thursday. Only where what both articles are about is one, and
    each gives one such figure of anything."""
    chosen = tuple(pairs)
    told = one_story(chosen)
    if told is None:
        return
    paired = {(one.a.id, one.b.id) for one in chosen}
    borne_a, borne_b = ([claim for claim in x.claims if claim.kind == "quantity" and _borne(claim)] for x in (a, b))
    for one in borne_a:
        for other in borne_b:
            if (one.event, other.event) in paired or not _borne(one) <= other.traits or not _one_kind(
                one, other, knowledge
            ):
                continue
            measure = min(trait for trait in one.traits if trait.startswith(MEASURE))
            if measure in other.traits and _only(one, borne_a, measure, knowledge) and _only(
                other, borne_b, measure, knowledge
            ) and one.polarity == other.polarity:
                verdict = compare(*in_one_unit(one.value, other.value, knowledge.amounts.scales),
                                  one.approximate or other.approximate)  # fmt: skip
                yield told, Candidate(one, other, verdict, 0.6 + 0.3 * likeness_of(one.context, other.context))


def _measures(claim: Claim) -> frozenset[str]:
    """The measures that a figure gives; a train's speed at the moment of the crash is the one that is told of it."""
    return frozenset(_SPEED if one == f"{_SPEED}-at" else one for one in claim.traits if one.startswith(MEASURE))


def _one_speed(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a report gives one speed, before, at or after anything."""
    return not any(
        any(trait.startswith(_SPEED) for trait in other.traits) and compare(other.value, claim.value) == "differ"
        for other in claims
    )


def _borne(claim: Claim) -> frozenset[str]:
    return frozenset(trait for trait in claim.traits if trait.startswith(BEARER))


def of_two(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """Whether two figures give two measures («سقطت من علو 80 مترا», «على علو 30 مترا»), a measure of two things («بئر
    عمقها 32 مترا», «نفق عمقه 28 مترا»), or the costs of two."""
    borne = [{one.removeprefix(BEARER) for one in _borne(claim)} for claim in (a, b)]
    if all(borne) and not any(knowledge.lexicon.concepts.kin(x, y) for x in borne[0] for y in borne[1]):
        return True
    measures = [_measures(claim) for claim in (a, b)]
    if all(measures) and not measures[0] & measures[1]:
        return True
    units = {unit for claim in (a, b) if isinstance(claim.value, Amount) and (unit := claim.value.unit)}
    nothing = units | {knowledge.amounts.nouns_of.get(unit, "") for unit in units} | _SAY_NOTHING
    named = a.of not in nothing and b.of not in nothing
    return measures[0] == measures[1] == {_COST} and named and not knowledge.lexicon.concepts.stands_for(a.of, b.of)


def _others(claim: Claim) -> frozenset[str]:
    """What else a figure is told to be of: of each, of what is asked, a step."""
    return frozenset(one for one in claim.traits if one == "step" or one.startswith(("each:", "of:", "from:", "nth:")))


def _one_kind(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    if not isinstance(a.value, Amount) or not isinstance(b.value, Amount) or not a.value.unit or not b.value.unit:
        return False
    one, other, amounts = a.value.unit, b.value.unit, knowledge.amounts
    return one == other or amounts.of_one_kind(one, other) or amounts.same_money(one, other)


def _only(claim: Claim, claims: Sequence[Claim], measure: str, knowledge: Knowledge) -> bool:
    """Whether a report gives one figure of a measure: the same, told again or in other money, is no second."""
    return not any(
        measure in other.traits and other.id != claim.id and _one_kind(claim, other, knowledge)
        and compare(*in_one_unit(claim.value, other.value, knowledge.amounts.scales)) == "differ"
        for other in claims
    )


def _alone(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a report gives no other sum in that money."""
    unit = claim.value.unit if isinstance(claim.value, Amount) else None
    return not any(
        other.id != claim.id and isinstance(other.value, Amount) and other.value.unit == unit
        and compare(other.value, claim.value) == "differ"
        for other in claims
    )
