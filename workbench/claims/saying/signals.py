"""Whether a distress call, a warning, an apology was given or not, whichever verb carries it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.polarity import polarity_at
from workbench.claims.values import Assertion, Polarity
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge

SIGNAL, WHO = "signal", "who:"
_VERB_BEFORE, _READINGS, _NEAR = 6, 4, 3
_THAT = frozenset(("ان", "بان"))


def signal_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """«لم يوجه أي نداء استغاثة», «أطلق الطيار نداء استغاثة», «من دون إنذار»: a statement with predicate ``signal``,
    ``of`` what was given, ``who:`` the words between it and its verb; neither a plan nor a wish, nor what is so only
    till now."""
    cues = knowledge.claim_cues
    concepts = cues.signal_concepts | cues.given_concepts
    for at in range(len(view.tokens)):
        of = next((
            entry.concept for entry in view.entries[at][:2] if entry.concept in concepts
            and entry.pos in ("noun", "masdar") and not entry.definite and not entry.enclitic
        ), "")  # fmt: skip
        told = _told(view, at, knowledge) if of else None
        if told is None:
            continue
        verb, polarity = told
        clause = view.clause_of(at)
        who = view.context(verb + 1, at)
        yield Assertion(
            "statement", view.span(verb, at + 1), view.span(clause.first, clause.last), SIGNAL, of, None, polarity,
            context=view.context(0, len(view.tokens)), traits=frozenset(f"{WHO}{one}" for one in who if one != of),
        )  # fmt: skip


def _told(view: SentenceView, at: int, knowledge: Knowledge) -> tuple[int, Polarity] | None:
    """Where what is said of a noun begins, and whether it was given."""
    cues = knowledge.claim_cues
    for place in range(at - 1, max(-1, at - 1 - _VERB_BEFORE), -1):
        if view.tokens[place].kind == "punctuation":
            return None
        carries = any(
            entry.concept in cues.carrier_concepts and entry.pos == "verb" and not entry.proclitics.endswith(("س", "ل"))
            for entry in view.entries[place][:_READINGS]
        )  # fmt: skip
        if not carries:
            if any(entry.pos == "verb" for entry in view.entries[place][:1]):
                return None
            continue
        before = range(max(0, place - _NEAR), place)
        keys = {view.tokens[one].key for one in before}
        polarity = polarity_at(view, place, cues)
        that = place > 0 and view.tokens[place - 1].key in _THAT and polarity == "affirmed"
        if keys & (cues.condition | cues.future) or that or polarity == "uncertain":
            return None
        behind = " ".join(token.key for token in view.tokens[at : view.clause_of(at).last])
        return None if any(word in behind for word in cues.so_far) else (place, polarity)
    return None
