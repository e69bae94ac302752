"""How long somebody is banned from a sport: «أوقف لمدة أربع سنوات», «عوقب بالحرمان من المنافسات ثلاث سنوات»."""

from __future__ import annotations

from workbench.claims.view import Seen, SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.times.values import Length, TimeReading

BAN = "ban-term"
_BEFORE, _BEHIND, _CHANGED = 14, 2, 8
_BREAKS = frozenset(".؛;،,!؟")
_LONG = frozenset("year month week".split())


def is_ban(view: SentenceView, seen: Seen, knowledge: Knowledge) -> bool:
    """Whether a length of weeks, months or years is that of a ban from a sport just given: the word of it stands before
    in the same breath or right behind, and the sentence is of sport; not one asked for, changed or served before."""
    cues, value, tokens = knowledge.claim_cues, seen.mention.value, view.tokens
    if not isinstance(value, TimeReading) or not isinstance(value.node, Length):
        return False
    if not {amount.unit for amount in value.node.amounts} <= _LONG:
        return False
    if {token.key for token in tokens[max(0, seen.first - 1) : seen.first + 1]} & cues.when:
        return False  # «أوقف السباق بعد سنتين»
    if view.has_key(cues.ban_field, 0, len(tokens)) is None:
        return False
    other = cues.not_the_sentence | cues.ban_changed | cues.negation
    beside = tokens[max(0, seen.first - _BEFORE) : seen.last + _CHANGED]
    if any({token.key, token.key.removeprefix("و")} & other for token in beside):
        return False
    behind = range(seen.last, min(len(tokens), seen.last + _BEHIND))
    for at in (*range(seen.first - 1, max(-1, seen.first - 1 - _BEFORE), -1), *behind):
        if tokens[at].text in _BREAKS or any(_is_other(one, seen, at) for one in view.seen):
            if at >= seen.last:
                return False
            return view.has_key(cues.ban_word, seen.last, seen.last + _BEHIND) is not None
        if tokens[at].key in cues.ban_word:
            return True
    return False


def _is_other(one: Seen, seen: Seen, at: int) -> bool:
    return one is not seen and one.mention.type == "duration" and one.first <= at < one.last
