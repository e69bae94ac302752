"""Negation and doubt around a word."""

from __future__ import annotations

from workbench.claims.values import Polarity
from workbench.claims.view import Seen, SentenceView
from workbench.knowledge.words.claim_cues import ClaimCues

_WHETHER = (("ما", "اذا"), ("اذا", "ما"), ("عما", "اذا"))
# A negation reaches five words, doubt three; neither reaches over a comma.
_REACH = 5
_DOUBT_REACH = 3
_PERHAPS = "قد"
_BELOW = frozenset(("دون", "بدون"))


def polarity_at(view: SentenceView, at: int, cues: ClaimCues) -> Polarity:
    """Whether the word ``tokens[at]`` is affirmed, negated or in doubt, judged by the words before it in its clause
    («لم يعرف ما إذا» leaves in doubt; «لا يزال», «لا يقل عن» negate nothing)."""
    clause = view.clause_of(at)
    keys = [token.key for token in view.tokens[clause.first : at]]
    for place in range(len(keys) - 1):
        if (keys[place], keys[place + 1]) in _WHETHER:
            return "uncertain"
    for place in range(len(keys) - 1, max(-1, len(keys) - 1 - _REACH), -1):
        if negates(view, clause.first + place, cues):
            return "negated"
    for place in range(max(0, len(keys) - _DOUBT_REACH), len(keys)):
        doubted = not {keys[place], keys[place].removeprefix("و")}.isdisjoint(cues.doubt)
        if doubted and not (keys[place] == _PERHAPS and _past(view, clause.first + place + 1)):
            return "uncertain"
    return "affirmed"


def negates(view: SentenceView, at: int, cues: ClaimCues) -> bool:
    """Whether ``tokens[at]`` is a word of negation that negates what follows: not «لا يزال», nor «دون 74 دولارا», where
    it means below."""
    if view.tokens[at].key not in cues.negation or at + 1 >= len(view.tokens):
        return False
    if view.tokens[at + 1].key in cues.no_negation:
        return False
    return not (view.tokens[at].key in _BELOW and any(seen.first == at + 1 and _figure(seen) for seen in view.seen))


def _figure(seen: Seen) -> bool:
    return seen.mention.type in ("number", "money", "percentage", "quantity")


def _past(view: SentenceView, at: int) -> bool:
    """Whether a verb in the past stands there: «قد» says of it that it is done."""
    return any(entry.pos == "verb" and entry.form == "past" for entry in view.entries[at][:1])
