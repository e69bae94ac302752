"""Whether two reports of one event place it alike: in the same port, on the same side of a town."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from workbench.alignment.relations import Verdict
from workbench.claims.sides import facility_in, is_side, opposite_sides
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.knowledge.claim_cues import ClaimCues
from workbench.text.normal import key

# From this likeness on (0 to 100) two words are one name, however spelt.
_ONE_NAME = 70


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
    one, other = _facility(a, cues), _facility(b, cues)
    if a.value == b.value and (one is None) == (other is None):
        return "agree"
    if one is None or other is None or one[0] != other[0]:
        return None
    if _alike(one[1], other[1]):
        return "agree"
    alone = all(_only(one, claims, cues) for one, claims in ((one, in_a), (other, in_b)))
    return "differ" if alone and not several else None


def _facility(claim: Claim, cues: ClaimCues) -> tuple[str, str] | None:
    """What sort of facility a place claim names, and by which name; None without a name."""
    first, _, rest = key(claim.text).partition(" ")
    sort = facility_in(first, cues)
    return (sort, rest) if sort is not None and rest else None


def _only(facility: tuple[str, str], claims: Sequence[Claim], cues: ClaimCues) -> bool:
    others = (_facility(claim, cues) for claim in claims if claim.kind == "place")
    return all(other is None or other[0] != facility[0] or _alike(other[1], facility[1]) for other in others)


def _alike(one: str, other: str) -> bool:
    return one in other or other in one or ratio(one, other) >= _ONE_NAME
