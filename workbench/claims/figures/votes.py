"""How many voted against: «وعارضها 119», «مقابل رفض 109»."""

from __future__ import annotations

from workbench.claims.view import Seen, SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount

AGAINST, BESIDE = "votes-against", "vote-beside:"
# How many words stand between the word and its figure; from which figure on a count of votes tells of one vote.
_NEAR, _MANY = 2, 10


def votes_beside(view: SentenceView, seen: Seen, knowledge: Knowledge) -> frozenset[str]:
    """``vote-beside:181`` for each other figure of a vote whose votes against are counted here; empty where they are
    not: the word of opposing stands right before, one of voting in the sentence, and another count beside it."""
    cues, value = knowledge.claim_cues, seen.mention.value
    if seen.mention.type not in ("number", "quantity") or not isinstance(value, Amount) or value.low is None:
        return frozenset()
    unit = value.unit
    if unit is not None and not (knowledge.lexicon.is_a(unit, "person") or unit in cues.vote_units):
        return frozenset()
    tokens = view.tokens
    if view.has_key(cues.vote_against, max(0, seen.first - _NEAR), seen.first) is None:
        return frozenset()
    if any(token.kind == "punctuation" for token in tokens[max(0, seen.first - _NEAR) : seen.first]):
        return frozenset()
    if view.has_key(cues.vote_word, 0, len(tokens)) is None:
        return frozenset()
    others = [one.mention.value for one in view.seen if one is not seen and one.mention.type in ("number", "quantity")]
    return frozenset(
        f"{BESIDE}{other.low:g}" for other in others
        if isinstance(other, Amount) and other.low is not None and other.low == other.high and other.low >= _MANY
    )
