"""Whether two reports of one event place it alike: in the same port, on the same side of a town."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.alignment.likeness import one_name
from workbench.alignment.relations import Verdict
from workbench.claims.sides import is_side, named_sort, opposite_sides
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.text.normal import key

_SHARED_WORDS = 3


def compare_whereabouts(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], several: bool, knowledge: Knowledge
) -> Verdict | None:
    """Two claims of kind place of one event. Ports, airports, bases, and sides of a town are held against each other
    where each report names one only; ``several`` says that a report tells of several events."""
    if is_side(a.predicate) or is_side(b.predicate):
        if not (is_side(a.predicate) and is_side(b.predicate)) or a.of != b.of:
            return None
        if a.predicate == b.predicate:
            return "agree"
        sides = all(len({one.predicate for one in claims if is_side(one.predicate) and one.of == a.of}) == 1
                    for claims in (in_a, in_b))  # fmt: skip
        return "differ" if sides and not several and opposite_sides(a.predicate, b.predicate) else None
    cues = knowledge.claim_cues
    one, other = _named(a, cues.facility), _named(b, cues.facility)
    if one is not None and other is not None:
        if one[0] != other[0]:
            return None
        alone = all(_only(place, claims, cues.facility) for place, claims in ((one, in_a), (other, in_b)))
        return "agree" if one_name(one[1], other[1]) else "differ" if alone and not several else None
    if a.value == b.value:
        return "agree"
    one, other = _named(a, cues.district), _named(b, cues.district)
    if one is None or other is None or one[0] != other[0] or one_name(one[1], other[1]):
        return None
    # A story has many villages: only what happened there in the same words is held against each other.
    shared = len(a.context & b.context)
    return "differ" if shared >= _SHARED_WORDS and not several else None


def sort_of_place(claim: Claim, knowledge: Knowledge) -> object:
    """What a place claim can be held against: sides of towns, facilities and districts of one sort, else the same
    place."""
    if is_side(claim.predicate):
        return "side"
    cues = knowledge.claim_cues
    named = _named(claim, cues.facility) or _named(claim, cues.district)
    return named[0] if named is not None else claim.value


def _named(claim: Claim, sorts: frozenset[str]) -> tuple[str, str] | None:
    """What sort of place a claim names, of ``sorts``, and by which name; None without a name."""
    if " " not in claim.text:
        return None
    first, _, rest = key(claim.text).partition(" ")
    sort = named_sort(first, sorts)
    return (sort, rest) if sort is not None and rest else None


def _only(place: tuple[str, str], claims: Sequence[Claim], sorts: frozenset[str]) -> bool:
    others = (_named(claim, sorts) for claim in claims if claim.kind == "place")
    return all(other is None or other[0] != place[0] or one_name(other[1], place[1]) for other in others)

