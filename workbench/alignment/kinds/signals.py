"""Whether one report says that a call or a warning was given, and the other that none was."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.alignment.candidates import GENERIC, Candidate, EventPair
from workbench.claims.saying.signals import SIGNAL, WHO
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge


def compare_signals(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], likeness: float, pair: EventPair,
    knowledge: Knowledge,
) -> Candidate | None:  # fmt: skip
    """«لم يوجه قائدها أي نداء استغاثة», «وجه نداء استغاثة»: of what both reports are about, each telling it one way; of
    what many may give, the giver's own word stands in both."""
    if a.predicate != b.predicate or a.of != b.of or not (pair.a.main and pair.b.main and pair.match.verdict == "same"):
        return None
    if a.of not in knowledge.claim_cues.signal_concepts and not (_who(a) & _who(b)) - GENERIC:
        return None
    if a.polarity == b.polarity:
        return Candidate(a, b, "agree", 0.5 + likeness / 4)
    if any(len({x.polarity for x in told if x.predicate == SIGNAL and x.of == a.of}) > 1 for told in (in_a, in_b)):
        return None
    return Candidate(a, b, "differ", 0.55 + likeness / 4)


def _who(claim: Claim) -> frozenset[str]:
    return frozenset(trait for trait in claim.traits if trait.startswith(WHO))
