"""Results of one match: its end, its halves, its sets."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.alignment.candidates import LEAD_SENTENCE, Candidate, sorts_of
from workbench.alignment.relations import Verdict
from workbench.claims.figures.results import SET, STAGE
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Score

_HALF, _WHICH_HALF = "half-of-match", frozenset(("first", "second-in-order"))


def compare_results(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], verdict: Verdict, likeness: float,
    knowledge: Knowledge,
) -> Candidate | None:  # fmt: skip
    """Two results that differ: of one half, of one set where the others are the same, or of the end."""
    if _of_one(a, b, STAGE) is False or _other_sides(a, b, knowledge):
        return None
    if _only_set(a, b, in_a, in_b):
        return Candidate(a, b, verdict, 0.7 + 0.2 * likeness)
    return None if _of_one(a, b, SET) is False else _ends(a, b, in_a, in_b, verdict, likeness)


def of_two_matches(a: Claim, b: Claim) -> bool:
    """Whether two equal results are of two matches, or of two sets: «6-3 و6-1» of the semi-final beside «6-4 و3-6
    و7-5»."""
    turned = _marked(a, SET) != _marked(b, SET) and _values(a.value) != _values(b.value)
    return turned or False in (_of_one(a, b, STAGE), _of_one(a, b, SET))


def _marked(claim: Claim, mark: str) -> frozenset[str]:
    return frozenset(trait for trait in claim.traits if trait.startswith(mark))


def _of_one(a: Claim, b: Claim, mark: str) -> bool | None:
    one, other = _marked(a, mark), _marked(b, mark)
    return one == other if one and other else None


def _only_set(a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim]) -> bool:
    """Whether all other sets of two rows of them are the same: «6-4 و3-6 و7-5», «6-4 و3-6 و6-2»."""
    if not _of_one(a, b, SET):
        return False
    rows = [
        {next(iter(_marked(x, SET))): x.value for x in claims if _marked(x, SET) and x.clause == claim.clause}
        for claims, claim in ((in_a, a), (in_b, b))
    ]
    same = [key for key in rows[0] if _values(rows[0][key]) == _values(rows[1].get(key))]
    return rows[0].keys() == rows[1].keys() and len(same) == len(rows[0]) - 1 > 0


def _values(value: object) -> tuple[int, ...]:
    return tuple(value.values) if isinstance(value, Score) else ()


def _ends(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], verdict: Verdict, likeness: float
) -> Candidate | None:
    """Two results of one match: of one half of it, or its end as the leads give it."""
    if a.role == b.role == "part" and _HALF in a.context & b.context:
        # «انتهى الشوط الأول بالتعادل 1-1», «أنهى الشوط الأول متقدما بهدف»
        halves = [claim.context & _WHICH_HALF for claim in (a, b)]
        return Candidate(a, b, verdict, 0.6 + 0.2 * likeness) if halves[0] == halves[1] and halves[0] else None
    if a.role != b.role or a.role == "part" or sorts_of(a) != sorts_of(b):
        return None
    ends = _is_end(a, in_a) and _is_end(b, in_b) and both_lead(a, b)
    return Candidate(a, b, verdict, 0.6 + 0.2 * likeness) if ends else None


def _is_end(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a result is the first that a report gives: those behind it are of halves, quarters and other matches."""
    results = [other for other in claims if other.kind == "score" and other.value != claim.value]
    return all(other.span.start > claim.span.start or other.role == "part" for other in results)


def both_lead(a: Claim, b: Claim) -> bool:
    """Whether both stand where a report says how it ended."""
    return a.sentence <= LEAD_SENTENCE and b.sentence <= LEAD_SENTENCE


def _other_sides(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """Whether two results are each of a side that the other's clause does not name: «على البرتغال 1-صفر», «على كندا
    2-1»."""
    world, wide = knowledge.world, knowledge.geography.is_wide
    sides = [
        {word for word in claim.context if word in world.organisations or (word in world.places and wide(word))}
        for claim in (a, b)
    ]
    return bool(sides[0] - sides[1]) and bool(sides[1] - sides[0])
