"""Places of which a story has one: where a quake was strongest, the first fell ill, a journey began and ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from workbench.alignment.candidates import Candidate, EventPair, likeness_of, one_story
from workbench.alignment.kinds.which_place import FAR_KM, Place, are_one, known_place, place_of, village_and_town
from workbench.alignment.relations import Verdict
from workbench.claims.places.named import PERSONAL, PROPER
from workbench.claims.places.sites import SITE, STANDS
from workbench.claims.places.ways import (
    CENTRE,
    FIRST,
    FUELLED,
    HANDED,
    MOVED,
    NEAR,
    NEXT,
    SIGNED,
    VEHICLE,
    WHENCE,
    WHITHER,
)
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge

# The only ones by themselves, and those that words in common must make the only ones.
_ONLY = (CENTRE, FIRST, NEXT, FUELLED)
_SHARED = {HANDED: 0, SIGNED: 0, WHENCE: 1, WHITHER: 1, NEAR: 2}
_OF_KIND = frozenset((HANDED, NEAR))
# What belongs to the story wherever its sentence puts it in time, and what belongs to its days only.
_ANY_TIME, _IN_TIME = (FIRST, NEXT), (WHENCE, WHITHER)
_DAYS = dt.timedelta(days=3)
_BEFALLS = frozenset(("accident", "attack", "blast", "fire", "arrest", "incident"))
_DEAL = "deal"
_OTHER = {WHENCE: WHITHER, WHITHER: WHENCE}


def differ_on_spot(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> bool:
    """Whether two claims give different places for what has one, and each report gives one only. Where no table knows
    a place, nothing tells whether it lies in the other: sorts must be alike then."""
    one, other = place_of(a, knowledge), place_of(b, knowledge)
    if not _apart(one, other, a, b, knowledge):
        return False
    for spot in (*_ONLY, *_SHARED):
        if spot not in a.traits & b.traits:
            continue
        if not all(_alone(spot, place, told, knowledge) for place, told in ((one, in_a), (other, in_b))):
            continue
        if spot in _ONLY:
            return True
        if spot in _OTHER and not one_vehicle(a, b, pair):
            continue
        if spot == SIGNED and _DEAL not in pair.a.kinds | pair.b.kinds:
            continue
        shared = (a.context & b.context) - {one.id, other.id}
        if len(shared) >= _SHARED[spot] and (spot not in _OF_KIND or pair.a.kinds & pair.b.kinds):
            return True
    return False


def are_two_sites(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> bool:
    """Whether two places of one sort are each the site of the same thing: «يقع الفندق في شارع باستور», «الفندق كائن في
    شارع محمد الخامس», in the story that both articles are about, each with one such place."""
    sites = {trait for trait in a.traits & b.traits if trait.startswith(SITE)}
    if (PERSONAL in a.traits) != (PERSONAL in b.traits):
        return False  # «ملعب الحسن», «ملعب إربد»
    if not sites or not (pair.a.main and pair.b.main and pair.match.verdict == "same"):
        return False
    one, other = place_of(a, knowledge), place_of(b, knowledge)
    if not all(place.id or PROPER in claim.traits for place, claim in ((one, a), (other, b))):
        return False
    geography = knowledge.geography
    if any(place.id and geography.is_wide(place.id) for place in (one, other)):
        return False
    if one.id and other.id and geography.touch(one.id, other.id):
        return False
    return all(_alone(site, place, told, knowledge) for site in sites for place, told in ((one, in_a), (other, in_b)))


def spots_across(
    a: ArticleClaims, b: ArticleClaims, pairs: Iterable[EventPair], knowledge: Knowledge
) -> Iterator[tuple[EventPair, Candidate]]:
    """The places of one story that its reports tell in the background or under another day: where the first fell ill,
    where a boat had sailed from. Only where what the articles are about is one."""
    chosen = tuple(pairs)
    told = one_story(chosen)
    if told is None:
        return
    paired = {(one.a.id, one.b.id) for one in chosen}
    places_a, places_b = ([claim for claim in x.claims if claim.kind == "place"] for x in (a, b))
    of_days = {claim.id for x, places in ((a, places_a), (b, places_b)) for claim in places if _of_days(claim, x)}
    spots_b = [claim for claim in places_b if claim.id in of_days or _is_any_time(claim)]
    for one in places_a:
        if one.id not in of_days and not _is_any_time(one):
            continue
        for other in spots_b:
            if (one.event, other.event) in paired or not (one.event and other.event):
                continue
            spots = [spot for spot in one.traits & other.traits if spot in _ANY_TIME or spot.startswith(STANDS)]
            if not spots and not {one.id, other.id} <= of_days:
                continue
            verdict: Verdict | None = None
            here, there = place_of(one, knowledge), place_of(other, knowledge)
            if is_reversed(one, other, places_a, places_b, told, knowledge):
                verdict = "differ"
            elif spots and are_one(here, there, knowledge):
                verdict = "agree"
            elif differ_on_spot(one, other, places_a, places_b, told, knowledge) or are_two_sites(
                one, other, places_a, places_b, told, knowledge
            ):
                verdict = "differ"
            if verdict is not None:
                yield told, Candidate(one, other, verdict, 0.5 + likeness_of(one.context, other.context) / 2)


def _is_any_time(claim: Claim) -> bool:
    """Whether it is the same on all days where it is: a dam stands on one river."""
    return not claim.traits.isdisjoint(_ANY_TIME) or any(trait.startswith(STANDS) for trait in claim.traits)


def _of_days(claim: Claim, article: ArticleClaims) -> bool:
    """Whether a claim tells whence or whither something went in the days of what its article is about."""
    if not claim.traits & set(_IN_TIME):
        return False
    main = next((event for event in article.events if event.main), None)
    own = next((event for event in article.events if event.id == claim.event), None)
    if main is None or own is None:
        return False
    if own.main or own.begin is None or main.begin is None or main.end is None or own.end is None:
        return own.main or (own.begin is None and own.weekday is None and own.stamp is None)
    return own.begin - main.end <= _DAYS and main.begin - own.end <= _DAYS


def is_reversed(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> bool:
    """Whether what one report says that a vehicle left is where it went in the other: «من ورزازات إلى مراكش», «من
    مراكش إلى ورزازات»."""
    for way, back in _OTHER.items():
        if way not in a.traits or back not in b.traits or way in b.traits or back in a.traits:
            continue
        one, other = place_of(a, knowledge), place_of(b, knowledge)
        same = are_one(one, other, knowledge) or (one.id and other.id and knowledge.geography.touch(one.id, other.id))
        alone = all(_alone(on, place, told, knowledge) for on, place, told in ((way, one, in_a), (back, other, in_b)))
        # Where the other report also tells of the way there, it tells of two journeys.
        there = any(
            on in claim.traits and are_one(place_of(claim, knowledge), place, knowledge)
            for on, place, told in ((way, other, in_b), (back, one, in_a)) for claim in told if claim.kind == "place"
        )
        if same and alone and not there and one_vehicle(a, b, pair):
            return True
    return False


def one_vehicle(a: Claim, b: Claim, pair: EventPair) -> bool:
    """Whether both tell how the vehicle went that something befell: trains that run every day go both ways."""
    if MOVED in a.traits | b.traits or not pair.a.kinds & pair.b.kinds & _BEFALLS:
        return False
    named = (VEHICLE in a.traits) + (VEHICLE in b.traits)
    return named == 2 or (named == 1 and (pair.a.main or pair.b.main))


def _apart(one: Place, other: Place, a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """Whether two places are certainly not one, nor one in the other, as far as is known."""
    geography = knowledge.geography
    if one.id and other.id:
        distance = geography.distance(one.id, other.id)
        wide = geography.is_wide(one.id) or geography.is_wide(other.id)
        return not geography.touch(one.id, other.id) and not wide and distance is not None and distance >= FAR_KM
    if any(geography.is_wide(place.id) for place in (one, other) if place.id):
        return False
    if village_and_town(one, other):
        return False
    if any(not place.id and PROPER not in claim.traits for place, claim in ((one, a), (other, b))):
        return False
    sorts = {place.group for place in (one, other) if place.group}
    return len(sorts) < 2 or sorts <= {"town", "port"}


def _alone(spot: str, place: Place, claims: Sequence[Claim], knowledge: Knowledge) -> bool:
    """Whether no other place stands so in an article's claims, but what ``place`` lies in or what lies in it."""
    geography = knowledge.geography
    for claim in claims:
        if claim.kind != "place" or spot not in claim.traits:
            continue
        other, id = place_of(claim, knowledge), known_place(claim)
        if are_one(place, other, knowledge) or (id and place.id and geography.touch(id, place.id)):
            continue
        # «قرب بلدة بيرنين غواري في ولاية كادونا»: a province or a country holds it.
        if id and (geography.is_wide(id) or knowledge.geography.places[id].kind == "governorate"):
            continue
        return False
    return True
