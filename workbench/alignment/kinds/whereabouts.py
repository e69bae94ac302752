"""Whether two reports of one event place it alike: in the same port, on the same side of a town."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.alignment.candidates import LEAD_SENTENCE, EventPair, is_name
from workbench.alignment.kinds.spots import are_two_sites, differ_on_spot, is_reversed, one_vehicle
from workbench.alignment.kinds.which_place import (
    FAR_KM,
    Place,
    are_one,
    known_place,
    place_of,
    same_sort,
    village_and_town,
)
from workbench.alignment.likeness import one_name
from workbench.alignment.relations import Verdict
from workbench.claims.places.fronts import CALLED, FRONT
from workbench.claims.places.fronts import SORT as OF_SORT
from workbench.claims.places.named import CARRIED, OTHER_MATCH, PERSONAL, PROPER
from workbench.claims.places.sides import FAR, PART, STOREY, THE_TOWN, is_side, opposite_sides, storey_of
from workbench.claims.places.sites import SITE
from workbench.claims.places.ways import (
    CENTRE,
    FIRST,
    FLAG,
    FLAGGED,
    FUELLED,
    HANDED,
    NAME,
    NEAR,
    NEXT,
    SCENE,
    SIGNED,
    VEHICLE,
    WHENCE,
    WHITHER,
)
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Memory

_SHARED_WORDS = 3
_PALACE = "قصر"
# What begins on one floor.
_BURNS = frozenset(("fire", "blast"))
_OF_BODIES = frozenset(("corpse", "killed-person", "victim", "missing-person"))
_WAYS = frozenset((WHENCE, WHITHER, FLAG, NEAR, CENTRE, FIRST, NEXT, HANDED, SIGNED))


def compare_whereabouts(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> Verdict | None:
    """Two claims of kind place of one event. Ports, airports, bases, sides of a town, towns that something left or went
    to, and the town of what both articles are about are held against each other where each report names one only."""
    several = pair.a.several or pair.b.several
    if is_side(a.predicate) or is_side(b.predicate):
        if not (is_side(a.predicate) and is_side(b.predicate)):
            return None
        if a.of != b.of or THE_TOWN in (a.of, b.of):
            return None if several else _beside_the_town(a, b, in_a, in_b)
        if a.predicate == b.predicate:
            return "agree"
        sides = all(len({one.predicate for one in claims if is_side(one.predicate) and one.of == a.of}) == 1
                    for claims in (in_a, in_b))  # fmt: skip
        few = PART in a.traits & b.traits and len(a.context & b.context) < _SHARED_WORDS - 1
        return "differ" if sides and not several and not few and opposite_sides(a.predicate, b.predicate) else None
    if STOREY in (a.predicate, b.predicate):
        if a.predicate != b.predicate:
            return None
        return _storeys(a, b, in_a, in_b, pair, knowledge.claim_cues.onset_concepts)
    if FRONT in (a.predicate, b.predicate):
        return _fronts(a, b, in_a, in_b, pair) if a.predicate == b.predicate else None
    one, other = place_of(a, knowledge), place_of(b, knowledge)
    if is_reversed(a, b, in_a, in_b, pair, knowledge):
        return "differ"
    if {WHENCE, WHITHER} <= (a.traits ^ b.traits):
        return None
    if are_one(one, other, knowledge):
        return "agree"
    if not several and are_two_sites(a, b, in_a, in_b, pair, knowledge):
        return "differ"
    if FUELLED in a.traits & b.traits and not several and differ_on_spot(a, b, in_a, in_b, pair, knowledge):
        return "differ"
    if (one.facility or other.facility) and (_is_told(one, in_b, knowledge) or _is_told(other, in_a, knowledge)):
        return None  # «حولت رحلتان إلى مطار كاتانيا»: whoever tells of both tells of two
    if one.facility and other.facility:
        return _facilities(a, b, (one, other), (in_a, in_b), pair, knowledge)
    if several:
        return None
    if any(_apart_on(way, a, b, in_a, in_b, pair, knowledge) for way in a.traits & b.traits):
        return "differ"
    if differ_on_spot(a, b, in_a, in_b, pair, knowledge):
        return "differ"
    if not (one.sort and other.sort and same_sort(one.sort, other.sort, knowledge)) or one.id or other.id:
        return None
    if village_and_town(one, other):
        return None
    # A story has many villages: only what happened there in the same words is held against each other.
    return "differ" if len(a.context & b.context) >= _SHARED_WORDS else None


def _beside_the_town(a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim]) -> Verdict | None:
    """Two sides of a town that one report or both do not name there: only what lies equally far from it is surely one
    thing («على بعد 12 كيلومترا شمال المدينة»), and each report tells of one such distance."""
    if THE_TOWN not in (a.of, b.of):
        return None
    far = [{trait for trait in claim.traits if trait.startswith(FAR)} for claim in (a, b)]
    if not far[0] or far[0] != far[1]:
        return None
    if any(len({x.predicate for x in claims if far[0] <= x.traits}) > 1 for claims in (in_a, in_b)):
        return None
    if a.predicate == b.predicate:
        return "agree"
    return "differ" if opposite_sides(a.predicate, b.predicate) else None


def _is_told(place: Place, claims: Sequence[Claim], knowledge: Knowledge) -> bool:
    """Whether a report names a place, or the town that it is called by, as well."""
    return any(
        (place.id and known_place(claim) == place.id) or are_one(place, place_of(claim, knowledge), knowledge)
        for claim in claims
        if claim.kind == "place" and not is_side(claim.predicate) and claim.predicate not in (STOREY, FRONT)
    )


def _facilities(
    a: Claim, b: Claim, places: tuple[Place, Place], claims: tuple[Sequence[Claim], Sequence[Claim]], pair: EventPair,
    knowledge: Knowledge,
) -> Verdict | None:  # fmt: skip
    """Two facilities of one sort: the story has one of them, or they stand in like words, and each report names one
    only. One called after a person may be the other, called after its town."""
    one, other = places
    cues = knowledge.claim_cues
    if not same_sort(one.sort, other.sort, knowledge) or OTHER_MATCH in a.traits | b.traits:
        return None
    if any(place.name.partition(" ")[0] in cues.side_of for place in places):
        return None  # «مطار العاصمة»
    if pair.a.several or pair.b.several or (WHENCE in a.traits) != (WHENCE in b.traits):
        return None
    if any(trait.startswith(NAME) and PROPER not in claim.traits for claim in (a, b) for trait in claim.traits):
        return None  # «سوق المواشي»
    if not all(_only(place, told, knowledge) for place, told in zip(places, claims, strict=True)):
        return None
    towns = tuple(_town(claim, place) for claim, place in ((a, one), (b, other)))
    if PERSONAL in a.traits | b.traits or not (one.alone and other.alone):
        if all(towns):
            apart = knowledge.geography.distance(*towns)
            if towns[0] != towns[1]:
                return "differ" if apart is not None and apart >= FAR_KM else None
        one_only = (PERSONAL in a.traits) != (PERSONAL in b.traits)
        if bool(one.id) != bool(other.id) or (one_only and any(towns)):
            return None
    if one.alone and other.alone:
        return "differ"
    shared = len(a.context & b.context)
    if (WHITHER in a.traits or WHITHER in b.traits) and CARRIED not in a.traits & b.traits:
        return None  # of the many who were hurt some were taken here, some there
    if CARRIED in a.traits & b.traits:
        return "differ" if _one_patient(a, b, knowledge) else None
    return "differ" if shared >= _SHARED_WORDS - _one_scene(a, b, one, other) else None


def _one_scene(a: Claim, b: Claim, one: Place, other: Place) -> int:
    """How many words in common the same thing told of two palaces is worth: «أقيمت مراسم في قصر الوطن», «جرت مراسم
    الاستقبال داخل قصر الشاطئ»."""
    scenes = {trait for trait in a.traits & b.traits if trait.startswith(SCENE)}
    return _SHARED_WORDS - 1 if scenes and one.sort == other.sort == _PALACE else 0


def _one_patient(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """Whether those taken to hospital are one person: of one name, or hurt in both reports and called by nothing that
    tells two apart («السائق», «الراكبة»)."""
    if any(is_name(word, knowledge) for word in a.context & b.context):
        return True
    concepts = knowledge.lexicon.concepts
    people = [{word for word in claim.context if concepts.is_a(word, "person")} for claim in (a, b)]
    hurt = all(any(concepts.is_a(word, "injure") for word in claim.context) for claim in (a, b))
    return hurt and (not all(people) or bool(people[0] & people[1]))


def _town(claim: Claim, place: Place) -> str:
    """The known place by which a facility is called, or in which the text says it lies."""
    return place.id or min((trait.removeprefix("in:") for trait in claim.traits if trait.startswith("in:")), default="")


def _fronts(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair
) -> Verdict | None:
    """In front of what the crowd of both reports gathered, each naming one such place: of one sort and name, of two
    sorts («أمام البرلمان», «أمام وزارة التربية»), or of one sort and two names."""
    if not (pair.a.main and pair.b.main) or pair.a.several or pair.b.several:
        return None
    if not all(len({x.traits for x in claims if x.predicate == FRONT}) == 1 for claims in (in_a, in_b)):
        return None
    sorts = [{trait for trait in claim.traits if trait.startswith(OF_SORT)} for claim in (a, b)]
    names = [{trait for trait in claim.traits if trait.startswith(CALLED)} for claim in (a, b)]
    if sorts[0] == sorts[1] and (names[0] & names[1] or not (names[0] and names[1])):
        return "agree"
    return "differ" if max(a.sentence, b.sentence) <= LEAD_SENTENCE else None


def _storeys(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, onset: frozenset[str]
) -> Verdict | None:
    """Two storeys, the only ones that the reports name, of one fire or in like words. Not all lands count from the same
    one."""
    one, other = storey_of(a.traits), storey_of(b.traits)
    alone = all(len({storey_of(claim.traits) for claim in claims} - {None}) == 1 for claims in (in_a, in_b))
    if one is None or other is None or not alone:
        return None
    if one == other:
        return "agree"
    # «شب الحريق في الطابق الأول», «عثر على الجثث في الطابق الثالث»
    began = pair.a.kinds & pair.b.kinds & _BURNS and any(claim.context & onset for claim in (a, b)) and not any(
        claim.context & _OF_BODIES for claim in (a, b)
    )
    told = began or len(a.context & b.context) >= _SHARED_WORDS
    return "differ" if abs(one - other) > 1 and told and not (pair.a.several or pair.b.several) else None


def _apart_on(
    way: str, a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> bool:
    """Whether both say whence, whither, under which flag or where it happened (``way``), far from each other, and
    neither report names another place for it."""
    if way not in (WHENCE, WHITHER, FLAG) and not way.startswith(SCENE):
        return False
    one, other = known_place(a), known_place(b)
    geography = knowledge.geography
    if not one or not other or geography.touch(one, other):
        return False
    if way == FLAG:
        if len(_flying(a, b)) > 1:
            return False
        far = geography.is_wide(one) and geography.is_wide(other)
    else:
        apart = geography.distance(one, other)
        far = not (geography.is_wide(one) or geography.is_wide(other)) and apart is not None and apart >= FAR_KM
    alone = all(_alone(way, place, claims, knowledge) for place, claims in ((one, in_a), (other, in_b)))
    if not far or not alone:
        return False
    if way.startswith(SCENE):
        kind = way.removeprefix(SCENE)
        main = pair.a.main and pair.b.main and kind in pair.a.kinds & pair.b.kinds
        return main and max(a.sentence, b.sentence) <= LEAD_SENTENCE
    shared = a.context & b.context - {one, other}
    said = a.predicate != "" and knowledge.lexicon.concepts.stands_for(a.predicate, b.predicate)
    if way == FLAG and _one_vessel(a, b, pair, knowledge):
        return True
    if VEHICLE in a.traits & b.traits and one_vehicle(a, b, pair):
        return bool(shared)
    return len(shared) >= (_SHARED_WORDS - 1 if said else _SHARED_WORDS)


def _flying(a: Claim, b: Claim) -> frozenset[str]:
    """What is said to fly the flags: one word, or two things."""
    return frozenset(trait for claim in (a, b) for trait in claim.traits if trait.startswith(FLAGGED))


def _one_vessel(a: Claim, b: Claim, pair: EventPair, knowledge: Knowledge) -> bool:
    """Whether what flies the flag is called so that a story has one: not «السفينة», where two may be told of."""
    flying = {trait.removeprefix(FLAGGED) for trait in _flying(a, b)}
    of_one = len(flying) == 1 and not flying & knowledge.claim_cues.any_vessel_concepts
    return of_one and pair.a.main and pair.b.main


def _alone(way: str, place: str, claims: Sequence[Claim], knowledge: Knowledge) -> bool:
    """Whether no other place stands so in an article's claims, but what ``place`` lies in or what lies in it."""
    geography = knowledge.geography
    others = {known_place(claim) for claim in claims if claim.kind == "place" and way in claim.traits}
    return all(
        geography.touch(place, other) for other in others
        if other and geography.is_wide(other) == geography.is_wide(place)
    )


def scene_of(claim: Claim, claims: Iterable[Claim], knowledge: Knowledge) -> frozenset[str]:
    """The towns and provinces that a claim's clause names, else those in which its sentence says that something
    happened; but for those that something left or went to and for capitals, whose names stand for governments."""
    geography = knowledge.geography
    told = [
        place for place in claims
        if place.kind == "place" and place.sentence == claim.sentence and (id := known_place(place))
        and not place.traits & {WHENCE, WHITHER, FLAG} and geography.is_local(id) and not geography.is_capital(id)
    ]  # fmt: skip
    beside = [place for place in told if place.clause == claim.clause]
    return frozenset(
        known_place(place) for place in beside or told
        if beside or any(trait.startswith(SCENE) for trait in place.traits)
    )  # fmt: skip


def keys_of_place(claim: Claim, knowledge: Knowledge, words: Memory) -> tuple[object, ...]:
    """All by which a place claim can be held against another: sides, storeys, facilities and districts of one sort,
    ways of standing to what happened, the same place."""
    if is_side(claim.predicate):
        return ("side",)
    if claim.predicate in (STOREY, FRONT):
        return (claim.predicate,)
    place = place_of(claim, knowledge, words)
    ways = [trait for trait in sorted(claim.traits) if trait in _WAYS or trait.startswith((SCENE, SITE))]
    if WHENCE in ways or WHITHER in ways:
        ways.append("course")
    return (*ways, *(part for part in (place.group, place.id, place.name) if part))


def _only(place: Place, claims: Sequence[Claim], knowledge: Knowledge) -> bool:
    others = [place_of(claim, knowledge) for claim in claims if claim.kind == "place" and claim.predicate != FRONT
              and not is_side(claim.predicate)]
    return all(
        other.sort == "" or not same_sort(other.sort, place.sort, knowledge) or one_name(other.name, place.name)
        for other in others
    )
