"""Whether two reports of one event place it alike: in the same port, on the same side of a town."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.alignment.candidates import LEAD_SENTENCE, EventPair
from workbench.alignment.likeness import one_name
from workbench.alignment.relations import Verdict
from workbench.claims.sides import STOREY, is_side, named_sort, opposite_sides, storey_of
from workbench.claims.values import Claim
from workbench.claims.ways import FLAG, SCENE, SORT, WHENCE, WHITHER
from workbench.knowledge.base import Knowledge
from workbench.mentions.name_values import is_doubtful
from workbench.mentions.values import Entity
from workbench.text.normal import key

_SHARED_WORDS = 3
# Nearer than this, two towns may be given for what lies between them.
_FAR_KM = 40
# What begins on one floor.
_BURNS = frozenset(("fire", "blast"))


def compare_whereabouts(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> Verdict | None:
    """Two claims of kind place of one event. Ports, airports, bases, sides of a town, towns that something left or went
    to, and the town of what both articles are about are held against each other where each report names one only."""
    several = pair.a.several or pair.b.several
    if is_side(a.predicate) or is_side(b.predicate):
        if not (is_side(a.predicate) and is_side(b.predicate)) or a.of != b.of:
            return None
        if a.predicate == b.predicate:
            return "agree"
        sides = all(len({one.predicate for one in claims if is_side(one.predicate) and one.of == a.of}) == 1
                    for claims in (in_a, in_b))  # fmt: skip
        return "differ" if sides and not several and opposite_sides(a.predicate, b.predicate) else None
    if a.predicate == b.predicate == STOREY:
        return _storeys(a, b, in_a, in_b, pair)
    if a.value == b.value and _known(a):
        return "agree"
    cues = knowledge.claim_cues
    one, other = _named(a, cues.facility), _named(b, cues.facility)
    if one is not None and other is not None:
        if one[0] != other[0] or any(name.partition(" ")[0] in cues.side_of for _, name in (one, other)):
            return None  # «مطار العاصمة»
        several = several or (WHENCE in a.traits) != (WHENCE in b.traits)
        alone = all(_only(place, claims, cues.facility) for place, claims in ((one, in_a), (other, in_b)))
        return "agree" if one_name(one[1], other[1]) else "differ" if alone and not several else None
    if a.value == b.value:
        return "agree"
    if not several and any(_apart_on(way, a, b, in_a, in_b, pair, knowledge) for way in a.traits & b.traits):
        return "differ"
    one, other = _named(a, cues.district), _named(b, cues.district)
    if one is None or other is None or one[0] != other[0] or one_name(one[1], other[1]):
        return None
    # A story has many villages: only what happened there in the same words is held against each other.
    shared = len(a.context & b.context)
    return "differ" if shared >= _SHARED_WORDS and not several else None


def _storeys(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair
) -> Verdict | None:
    """Two storeys, the only ones that the reports name, of one fire or in like words. Not all lands count from the same
    one."""
    one, other = storey_of(a.traits), storey_of(b.traits)
    alone = all(len({storey_of(claim.traits) for claim in claims} - {None}) == 1 for claims in (in_a, in_b))
    if one is None or other is None or not alone:
        return None
    if one == other:
        return "agree"
    told = a.context & b.context or pair.a.kinds & pair.b.kinds & _BURNS
    return "differ" if abs(one - other) > 1 and told and not (pair.a.several or pair.b.several) else None


def _apart_on(
    way: str, a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> bool:
    """Whether both say whence, whither, under which flag or where it happened (``way``), far from each other, and
    neither report names another place for it."""
    one, other = _known(a), _known(b)
    geography = knowledge.geography
    if not one or not other or geography.touch(one, other):
        return False
    if way == FLAG:
        far = geography.is_wide(one) and geography.is_wide(other)
    else:
        apart = geography.distance(one, other)
        far = not (geography.is_wide(one) or geography.is_wide(other)) and apart is not None and apart >= _FAR_KM
    alone = all(_alone(way, place, claims, knowledge) for place, claims in ((one, in_a), (other, in_b)))
    if not far or not alone:
        return False
    if way.startswith(SCENE):
        kind = way.removeprefix(SCENE)
        main = pair.a.main and pair.b.main and kind in pair.a.kinds & pair.b.kinds
        return main and max(a.sentence, b.sentence) <= LEAD_SENTENCE
    shared = a.context & b.context - {one, other}
    said = a.predicate != "" and knowledge.lexicon.concepts.stands_for(a.predicate, b.predicate)
    return len(shared) >= (_SHARED_WORDS - 1 if said else _SHARED_WORDS)


def _alone(way: str, place: str, claims: Sequence[Claim], knowledge: Knowledge) -> bool:
    """Whether no other place stands so in an article's claims, but what ``place`` lies in or what lies in it."""
    geography = knowledge.geography
    others = {_known(claim) for claim in claims if claim.kind == "place" and way in claim.traits}
    return all(
        geography.touch(place, other) for other in others
        if other and geography.is_wide(other) == geography.is_wide(place)
    )


def _known(claim: Claim) -> str:
    value = claim.value
    return value.id or "" if isinstance(value, Entity) and not is_doubtful(value) else ""


def scene_of(claim: Claim, claims: Iterable[Claim], knowledge: Knowledge) -> frozenset[str]:
    """The towns and provinces that a claim's clause names, else those in which its sentence says that something
    happened; but for those that something left or went to and for capitals, whose names stand for governments."""
    geography = knowledge.geography
    told = [
        place for place in claims
        if place.kind == "place" and place.sentence == claim.sentence and (id := _known(place))
        and not place.traits & {WHENCE, WHITHER, FLAG} and geography.is_local(id) and not geography.is_capital(id)
    ]  # fmt: skip
    beside = [place for place in told if place.clause == claim.clause]
    return frozenset(
        _known(place) for place in beside or told
        if beside or any(trait.startswith(SCENE) for trait in place.traits)
    )  # fmt: skip


def ways_of_place(claim: Claim) -> frozenset[str]:
    """The ways by which a place claim can be held against one of another place."""
    return frozenset(trait for trait in claim.traits if trait in (WHENCE, WHITHER, FLAG) or trait.startswith(SCENE))


def sort_of_place(claim: Claim, knowledge: Knowledge) -> object:
    """What a place claim can be held against: sides of towns, facilities and districts of one sort, else the same
    place."""
    if is_side(claim.predicate):
        return "side"
    if claim.predicate == STOREY:
        return STOREY
    cues = knowledge.claim_cues
    named = _named(claim, cues.facility) or _named(claim, cues.district)
    return named[0] if named is not None else claim.value


def _named(claim: Claim, sorts: frozenset[str]) -> tuple[str, str] | None:
    """What sort of place a claim names, of ``sorts``, and by which name; None without a name."""
    said = next((trait.removeprefix(SORT) for trait in claim.traits if trait.startswith(SORT)), "")
    if said in sorts:
        return said, key(claim.text)
    if " " not in claim.text:
        return None
    first, _, rest = key(claim.text).partition(" ")
    sort = named_sort(first, sorts)
    return (sort, rest) if sort is not None and rest else None


def _only(place: tuple[str, str], claims: Sequence[Claim], sorts: frozenset[str]) -> bool:
    others = (_named(claim, sorts) for claim in claims if claim.kind == "place")
    return all(other is None or other[0] != place[0] or one_name(other[1], place[1]) for other in others)

