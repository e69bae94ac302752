"""Sets of one match in two reports: the first of one with the first of the other."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.alignment.candidates import LEAD_SENTENCE, Candidate, is_name
from workbench.claims.sets import ROUND, SET
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Score

_Row = dict[str, tuple[int, ...]]


def is_set(claim: Claim) -> bool:
    return any(trait.startswith(SET) for trait in claim.traits)


def one_round(a: Claim, b: Claim) -> bool:
    """Whether both tell of one round of a tournament, as far as they name it."""
    rounds = [{trait for trait in claim.traits if trait.startswith(ROUND)} for claim in (a, b)]
    return rounds[0] == rounds[1]


def compare_sets(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], knowledge: Knowledge
) -> Candidate | None:
    """Two results that stand at one place of the rows of sets which both reports give first, high up, where the rows
    are as long and share a set at its place: «6-4 و3-6 و7-5», «6-4 و3-6 و6-2». A report may tell it from the loser's
    side; a set that only one of them gives says nothing."""
    rows = [_row(claim, claims) for claim, claims in ((a, in_a), (b, in_b))]
    if not any(is_name(word, knowledge) for word in a.context & b.context):
        return None  # «فازت على مونتيرو», «فازت مع زميلتها»
    if not rows[0] or rows[0].keys() != rows[1].keys() or not one_round(a, b):
        return None
    turned = {place: values[::-1] for place, values in rows[1].items()}
    shared, other = (sum(rows[0][place] == row[place] for place in row) for row in (rows[1], turned))
    place = _place(a)
    if place != _place(b) or max(shared, other) == 0 or shared == other:
        return None
    told = rows[1] if shared > other else turned
    # «6-4 و6-3», «6-3 و6-4»: the order alone is no other result.
    if sorted(rows[0].values()) == sorted(told.values()) and rows[0] != told:
        return None
    return Candidate(a, b, "agree" if rows[0][place] == told[place] else "differ", 0.7)


def _place(claim: Claim) -> str:
    return next((trait for trait in claim.traits if trait.startswith(SET)), "")


def _row(claim: Claim, claims: Sequence[Claim]) -> _Row:
    """The row of sets in which a claim stands, by their places; empty where it is not the first of its report."""
    results = [other for other in claims if other.kind == "score"]
    first = min((other.span.start for other in results), default=-1)
    same = [other for other in results if is_set(other) and other.sentence == claim.sentence]
    row: _Row = {}
    for other in sorted(same, key=lambda one: one.span.start):
        if _place(other) in row or not isinstance(other.value, Score):
            break  # a second row in the sentence
        row[_place(other)] = other.value.values
    leads = claim.sentence <= LEAD_SENTENCE and bool(same) and min(one.span.start for one in same) == first
    return row if leads and row.get(_place(claim)) == getattr(claim.value, "values", None) else {}
