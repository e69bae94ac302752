"""What two reports without a day may both have been right about, one after the other."""

from __future__ import annotations

from workbench.alignment.candidates import Candidate, EventPair
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge

_FIRST, _CORE = "with:first", "core:"


def may_follow(found: Candidate, pair: EventPair, knowledge: Knowledge) -> bool:
    """Whether two statements that exclude each other may have been so in turn: neither report's day is known, and the
    events have none in common. «المغتربون يشاركون للمرة الأولى» was not so before; what fell may have risen, what is
    cancelled was decided, and who had no agreement may reach one."""
    a, b = found.a, found.b
    if a.article == b.article or a.kind != "statement" or not has_no_day(pair):
        return False
    cues, concepts = knowledge.claim_cues, knowledge.lexicon.concepts
    swings = {a.predicate, b.predicate} <= cues.step_concepts | cues.swing_concepts
    if swings and concepts.opposed(a.predicate, b.predicate):
        return True
    for denied, said in ((a, b), (b, a)):
        if denied.polarity != "negated" and not concepts.opposed(denied.predicate, said.predicate):
            continue
        if _FIRST in said.traits and _FIRST not in denied.traits:
            return True
        if denied.polarity == "negated" and (_undone(denied, knowledge) or denied.predicate in cues.outcome_concepts):
            return True
    return False


def has_no_day(pair: EventPair) -> bool:
    """Whether a report has no day, nor the two events one in common."""
    return (pair.date_a is None or pair.date_b is None) and not pair.a.days & pair.b.days


def _undone(denied: Claim, knowledge: Knowledge) -> bool:
    """«إلغاء مصادرة أملاك»: only what was decided can be cancelled."""
    return any(f"{_CORE}{concept}" in denied.traits for concept in knowledge.claim_cues.undoing_concepts)
