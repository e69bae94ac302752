"""Death or life, where a court gave that and no term of years."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.polarity import polarity_at
from workbench.claims.values import Assertion
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge

PENALTY, DEATH, LIFE, ASKED = "penalty", "death", "life", "asked"
_BEFORE, _AFTER = 6, 8


def penalty_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """«السجن المؤبد», «حكمت المحكمة بإعدامه», «السجن مدى الحياة»: a statement with predicate ``penalty``; ``state``
    says which, the trait ``asked`` that nobody has given it yet."""
    cues = knowledge.claim_cues
    for at in range(len(view.tokens)):
        state, last = _state(view, at, knowledge)
        if state is None:
            continue
        doubtful = view.has_key(cues.not_the_sentence, max(0, at - _BEFORE), at + _AFTER) is not None
        asked = doubtful or polarity_at(view, at, cues) != "affirmed"
        clause = view.clause_of(at)
        yield Assertion(
            "statement", view.span(at, last), view.span(clause.first, clause.last), PENALTY, "", None, state=state,
            context=view.context(0, len(view.tokens)), traits=frozenset((ASKED,)) if asked else frozenset(),
        )  # fmt: skip


def _state(view: SentenceView, at: int, knowledge: Knowledge) -> tuple[str | None, int]:
    """The penalty that begins at a token, and the token behind it."""
    cues, word = knowledge.claim_cues, view.tokens[at].key
    if word in cues.penalty_life:
        return LIFE, at + 1
    lifelong = at + 1 < len(view.tokens) and view.has_phrase(cues.penalty_lifelong, at, at + 2)
    if lifelong and view.has_key(cues.prison, max(0, at - _BEFORE), at) is not None:
        return LIFE, at + 2
    if word in cues.penalty_death and (at == 0 or view.has_key(cues.penalty_court, 0, len(view.tokens)) is not None):
        return DEATH, at + 1
    return None, at
