"""What is told of a match besides its result: in which minute somebody scored or was sent off, which title it was."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.clauses import Clause
from workbench.claims.values import Assertion
from workbench.claims.view import Seen, SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount

MINUTE, TITLE = "minute-of-match", "title"
_LAST_MINUTE = 130
_NEAR = 4


def match_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """«في الدقيقة 38»: ``of`` is ``minute-of-match``, ``predicate`` ``goal``, ``penalty`` or
    ``dismissal``. «للمرة الثالثة», «اللقب
    الخامس»: ``of`` is ``title``, for how many somebody has won."""
    cues = knowledge.claim_cues
    for seen in view.seen:
        value = seen.mention.value
        if seen.mention.type not in ("number", "ordinal") or not isinstance(value, Amount) or value.low is None:
            continue
        before = view.tokens[seen.first - 1].key if seen.first else ""
        clause = view.clause_of(seen.first)
        if before in cues.minute and value.low <= _LAST_MINUTE:
            act = _act(view, seen, clause, knowledge)
            if act:
                yield _counted(view, seen, clause, act, MINUTE, Amount(value.low, value.high, unit=MINUTE))
        elif seen.mention.type == "ordinal" and before in cues.nth_title | cues.nth_time:
            sports = view.has_key(cues.title_word, 0, len(view.tokens)) is not None
            row = view.has_key(cues.in_a_row, seen.last, seen.last + _NEAR) is not None
            if sports and not row:
                yield _counted(view, seen, clause, "win", TITLE, Amount(value.low, value.high, unit=TITLE))


def _act(view: SentenceView, seen: Seen, clause: Clause, knowledge: Knowledge) -> str:
    """What happened in a minute: the nearest word of scoring or of sending off in its clause; a penalty's goal is a
    penalty."""
    cues = knowledge.claim_cues
    acts = {"goal": cues.goal_word, "penalty": cues.penalty_word, "dismissal": cues.dismissal_word}
    found = [
        (abs(at - seen.first), act)
        for act, words in acts.items()
        for at in range(clause.first, clause.last)
        if view.tokens[at].key in words or view.tokens[at].key.removeprefix("و") in words
    ]
    nearest = min(found)[1] if found else ""
    return "penalty" if nearest == "goal" and any(act == "penalty" for _, act in found) else nearest


def _counted(
    view: SentenceView, seen: Seen, clause: Clause, predicate: str, of: str, value: Amount
) -> Assertion:
    return Assertion(
        "quantity", seen.mention.span, view.span(clause.first, clause.last), predicate, of, value,
        context=view.context(clause.first, clause.last),
    )  # fmt: skip
