"""Of which match of a tournament and which of its sets a result is."""

from __future__ import annotations

from workbench.claims.clauses import Clause
from workbench.claims.view import Seen, SentenceView
from workbench.knowledge.words.claim_cues import ClaimCues

STAGE, SET = "stage:", "set:"
_IN = frozenset(("في", "ضمن"))
_BETWEEN = frozenset(("،", ",", "و", "ثم"))
_BEHIND, _GOAL = 6, 5
_LONGEST = 4


def result_traits(view: SentenceView, seen: Seen, clause: Clause, cues: ClaimCues) -> frozenset[str]:
    """``stage:semi-final`` for a match «في نصف النهائي»; ``set:2/3`` for the second of «6-4 و3-6 و7-5»."""
    row = _row(view, seen)
    place = row.index(seen)
    found = frozenset((f"{SET}{place + 1}/{len(row)}",)) if len(row) > 1 else frozenset[str]()
    return found | stage_of(view, seen.first, row[-1].last, clause, cues)


def stage_of(view: SentenceView, first: int, last: int, clause: Clause, cues: ClaimCues) -> frozenset[str]:
    """``stage:semi-final`` where the clause before token ``first``, or the words right from ``last`` on, say in which
    part of a tournament."""
    before = range(first - 1, clause.first - 1, -1)
    behind = range(last, min(len(view.tokens), last + _BEHIND))
    stage = next((told for at in (*before, *behind) if (told := _stage(view, at, clause, cues))), "")
    return frozenset((f"{STAGE}{stage}",)) if stage else frozenset()


def _row(view: SentenceView, seen: Seen) -> list[Seen]:
    """The results that stand in a row with one, parted by «و» or commas alone."""
    scores = [one for one in view.seen if one.mention.type == "score"]
    at = scores.index(seen)
    first, last = at, at + 1
    while first > 0 and _joined(view, scores[first - 1], scores[first]):
        first -= 1
    while last < len(scores) and _joined(view, scores[last - 1], scores[last]):
        last += 1
    return scores[first:last]


def _joined(view: SentenceView, one: Seen, other: Seen) -> bool:
    between = view.tokens[one.last : other.first]
    return len(between) <= 2 and all(token.key in _BETWEEN or token.text in _BETWEEN for token in between)


def _stage(view: SentenceView, at: int, clause: Clause, cues: ClaimCues) -> str:
    """The stage that a «في» at a token tells; a place in the next one that was won («مقعده في نصف النهائي») is none."""
    if view.tokens[at].key not in _IN or view.has_key(cues.stage_won, max(clause.first, at - _GOAL), at) is not None:
        return ""
    keys = [token.key for token in view.tokens[at + 1 : at + 2 + _LONGEST]]
    while keys and keys[0] in cues.stage_word:
        keys = keys[1:]
    told = f"{' '.join(keys)} "
    stages = {
        "semi-final": cues.stage_semi, "quarter-final": cues.stage_quarter, "sixteen": cues.stage_sixteen,
        "early": cues.stage_early, "final": cues.stage_final,
    }  # fmt: skip
    for name, forms in stages.items():
        form = next((form for form in forms if told.startswith(f"{form} ")), None)
        if form is not None:
            return f"{name}:{form}" if name == "early" else name
    return ""
