"""What came before what in two reports that give no times: congratulated before the result, and behind it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.alignment.candidates import GENERIC, Candidate, EventPair
from workbench.claims.saying.orders import DID, EARLIER, FIRST, LATER, OF, ORDER, WHO
from workbench.claims.values import Claim

_SHARED = 2


def compare_orders(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], likeness: float, pair: EventPair
) -> Candidate | None:
    """«هنأ نيكولوف منافسته قبل إعلان النتائج», «هاتف نيكولوف … مهنئا بعد إعلان النتائج»; «أولا في الخزان ثم في
    المستودع», «أولا في المستودع ثم في الخزان»: of one story, neither report telling both."""
    if a.predicate != b.predicate or pair.match.verdict != "same":
        return None
    if a.predicate == FIRST:
        turned = _words(a, EARLIER) & _words(b, LATER) and _words(b, EARLIER) & _words(a, LATER)
        return Candidate(a, b, "differ", 0.6) if turned else None
    if not _one_deed(a, b):
        return None
    if a.state == b.state:
        return Candidate(a, b, "agree", 0.5 + likeness / 4)
    both = any(
        other.predicate == ORDER and other.state == theirs.state and _one_deed(other, theirs)
        for claims, theirs in ((in_a, b), (in_b, a)) for other in claims
    )
    return None if both else Candidate(a, b, "differ", 0.55 + likeness / 4)


def _one_deed(a: Claim, b: Claim) -> bool:
    """Whether one did one thing before or behind one thing: what it is told by in two words, or in all that one has."""
    who = (_words(a, WHO) & _words(b, WHO)) - GENERIC
    of_a, of_b = _words(a, OF), _words(b, OF)
    of = of_a & of_b
    return bool(_words(a, DID) & _words(b, DID) and who and of) and (len(of) >= _SHARED or of in (of_a, of_b))


def _words(claim: Claim, mark: str) -> frozenset[str]:
    return frozenset(trait.removeprefix(mark) for trait in claim.traits if trait.startswith(mark))
