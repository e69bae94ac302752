"""Which deed of a clause a time is of, where words of order join another to it: «التقوا ذويهم الاثنين، غداة إطلاق
سراحهم», «غداة غرق المركب انتشلت الفرق الاثنين خمس جثث»."""

from __future__ import annotations

from workbench.claims.clauses import Clause
from workbench.claims.view import SentenceView
from workbench.knowledge.words.claim_cues import ClaimCues

# The time is one deed's, and its clause tells of another that came before or after.
LINKED = "linked"
_REACH = 5
_FROM = frozenset(("من", "علي", "عن"))


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


def other_deed(view: SentenceView, first: int, last: int, cues: ClaimCues) -> int | None:
    """Where among the tokens ``first`` to ``last`` a deed of another hour or day begins to be told: «تفجير بالموصل بعد
    ساعات من هجوم الفلوجة», «غداة هجوم الفلوجة»; None where none is. «بعد انفجار سيارة» alone may be what happened."""
    for at in range(first, last):
        if view.tokens[at].key not in cues.linking:
            continue
        for behind in range(at + 1, min(at + _REACH, last)):
            lengths = [view.entry(near) for near in range(at + 1, behind)]
            if view.tokens[behind].key in _FROM and any(one is not None and one.kind == "time" for one in lengths):
                return at
        entry = view.entry(at)
        if entry is not None and entry.kind == "time":
            return at  # «غداة», «عشية»
    return None
