"""Which deed of a clause a time is of, where words of order join another to it: «التقوا ذويهم الاثنين، غداة إطلاق
سراحهم», «غداة غرق المركب انتشلت الفرق الاثنين خمس جثث»."""

from __future__ import annotations

from workbench.claims.clauses import Clause
from workbench.claims.view import SentenceView
from workbench.knowledge.words.claim_cues import ClaimCues

# The time is one deed's, and its clause tells of another that came before or after.
LINKED = "linked"


def own_part(view: SentenceView, first: int, last: int, clause: Clause, cues: ClaimCues) -> Clause:
    """The part of its clause that the time at tokens ``first`` to ``last`` belongs to: the clause itself where no other
    deed is joined to what the time is of."""
    deeds = [trigger.at for trigger in view.triggers if clause.first <= trigger.at < clause.last]
    behind = view.has_key(cues.linking, last, clause.last)
    if behind is not None and any(at > behind for at in deeds) and _tells(view, clause.first, behind, first, last):
        return Clause(clause.first, behind, clause.opening)
    ahead = view.has_key(cues.linking, clause.first, first)
    if ahead is not None:
        for at in range(ahead + 1, first):
            entry = view.entry(at)
            if entry is not None and entry.pos == "verb" and any(ahead < deed < at for deed in deeds):
                return Clause(at, clause.last, clause.opening)
    return clause


def _tells(view: SentenceView, begin: int, end: int, first: int, last: int) -> bool:
    """Whether a verb or a verbal noun stands among the tokens, beside those of the time."""
    for at in range(begin, end):
        entry = view.entry(at)
        if entry is not None and entry.pos in ("verb", "masdar") and not first <= at < last:
            return True
    return False
