"""What the words around an event's noun make of it: another one, a new one, told of on a day, counted, in a place."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.claims.clauses import Clause
from workbench.claims.view import SentenceView, Trigger
from workbench.knowledge.base import Knowledge
from workbench.knowledge.claim_cues import ClaimCues
from workbench.mentions.values import Amount, Entity, Mention

# Of these each has its day and place: several are told apart.
COUNTABLE = frozenset(("attack", "accident", "fire", "storm", "quake", "match", "clash", "protest"))
# How many words behind an event may stand before «آخر».
_NEAR = 3


def is_counted(view: SentenceView, at: int) -> bool:
    """Whether a plural is two or has its number: «هجومان», «ثلاث هجمات»."""
    return any(entry.number == "dual" for entry in view.entries[at][:2]) or any(
        seen.first <= at < seen.last and isinstance(seen.mention.value, Amount) for seen in view.seen
    )


def beside_event(view: SentenceView, offset: int) -> bool:
    """Whether a noun of an event stands right before the character ``offset``: «زلزال الأربعاء»."""
    at = next((number for number, token in enumerate(view.tokens) if token.end > offset), 0)
    return any(trigger.at == at - 1 and trigger.noun for trigger in view.triggers)


def clause_at(view: SentenceView, offset: int) -> Clause:
    for clause in view.clauses:
        if offset < view.tokens[clause.last - 1].end:
            return clause
    return view.clauses[-1]


def another(view: SentenceView, found: Sequence[Trigger], cues: ClaimCues) -> bool:
    """Whether one of the events is called another, a similar, an earlier one: «حادث سير آخر», «هجمات مماثلة». In «وأصيب
    خمسة آخرون» they are other people."""
    return any(
        trigger.noun and view.has_key(cues.another, trigger.at + 1, trigger.at + 1 + _NEAR) is not None
        for trigger in found
    )


def introduces(view: SentenceView, clause: Clause, trigger: Trigger, cues: ClaimCues) -> bool:
    """Whether an event without an article is a new one: the object of a verb («نفذت غارات»), not «أي هجوم»."""
    if not trigger.noun or trigger.definite or trigger.family not in COUNTABLE:
        return False
    if trigger.at > 0 and view.tokens[trigger.at - 1].key in cues.no_new_event:
        return False
    return any(
        (entry := view.entry(before)) is not None and entry.pos == "verb" and entry.kind != "report"
        for before in range(clause.first, trigger.at)
    )


def is_publication(view: SentenceView, clause: Clause, offset: int) -> bool:
    """«وقال اليوم», «بحسب ما أفادت المجلة السبت»: the day somebody spoke, not the day it happened."""
    at = next((number for number, token in enumerate(view.tokens) if token.start >= offset), clause.first)
    for before in range(at - 1, max(clause.first - 1, at - 5), -1):
        entry = view.entry(before)
        if entry is not None and entry.kind == "report":
            return True
    return False


def located(view: SentenceView, mentions: Sequence[Mention], origin: int, knowledge: Knowledge) -> set[str]:
    """Places where something is said to be. A country, its capital or a palace is one only behind a word of place; else
    it stands for a government («اتهمت واشنطن», «طالب البيت الأبيض»)."""
    found = set()
    for mention in mentions:
        value = mention.value
        if mention.type != "place" or not isinstance(value, Entity):
            continue
        id = value.id or value.name
        place = knowledge.world.places.get(id)
        capital = place is not None and knowledge.geography.is_capital(id)
        if place is not None and (knowledge.geography.is_wide(id) or capital or place.kind == "palace"):
            at = next((n for n, token in enumerate(view.tokens) if token.end > mention.start - origin), 0)
            joined = view.tokens[at].key.startswith("ب") and not place.name.startswith("ب")
            if not joined and not (at > 0 and view.tokens[at - 1].key in knowledge.claim_cues.locating):
                continue
        found.add(id)
    return found
