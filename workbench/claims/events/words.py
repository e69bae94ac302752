"""What the words around an event's noun make of it: another one, a new one, told of on a day, counted, in a place."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.claims.clauses import Clause
from workbench.claims.events.linked import other_deed
from workbench.claims.view import SentenceView, Trigger
from workbench.knowledge.base import Knowledge
from workbench.knowledge.words.claim_cues import ClaimCues
from workbench.mentions.values import Amount, Entity, Mention

# Of these each has its day and place: several are told apart.
COUNTABLE = frozenset(("attack", "accident", "fire", "storm", "quake", "match", "clash", "protest"))
# How many words behind an event may stand before «آخر».
_NEAR = 3
_PEOPLE = frozenset(("role", "person", "military", "office"))
_HARMS = frozenset(("kill", "wound"))
_SUFFERED = frozenset(("burn", "suffocation"))
_BRINGS_UP = frozenset(("mention", "point-out"))
_DESCRIBING = frozenset("وهو وهي وهما وهم".split())
_LONG_WORD = 5


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
    خمسة آخرون» they are other people, in «الانقلاب قاده الرائد السابق» the major is a former one."""
    for trigger in found:
        at = view.has_key(cues.another, trigger.at + 1, trigger.at + 1 + _NEAR) if trigger.noun else None
        if at is None:
            continue
        between = [view.entry(near) for near in range(trigger.at + 1, at)]
        if not any(entry is not None and (entry.kind in _PEOPLE or entry.pos == "verb") for entry in between):
            return True
    return False


def in_present(view: SentenceView) -> bool:
    """Whether a sentence begins with a verb of the present: «ويصطحب الرئيس معه», «وتتحدث معلومات». What «يذكر أن» and
    «يشار إلى أن» bring up is of another time."""
    first = next((at for at, token in enumerate(view.tokens) if token.kind == "word"), None)
    if first is None:
        return False
    entry, word = view.entry(first), view.tokens[first].key
    if entry is None:
        return word.startswith("وي") and len(word) >= _LONG_WORD and first not in view.named
    return entry.pos == "verb" and entry.form == "present" and entry.concept not in _BRINGS_UP


def is_description(view: SentenceView, clause: Clause) -> bool:
    """Whether a clause only says more of what stands before it: «وهي ثمرة عقد يعود إلى سنة 2009», «الذي دشن عام»."""
    return clause.first > 0 and (clause.opening == "relative" or view.tokens[clause.first].key in _DESCRIBING)


def is_known(trigger: Trigger) -> bool:
    """Whether a noun speaks of one event that was told: «قبل أن يكمل الفريق اللقاء»."""
    return trigger.noun and trigger.definite and not trigger.several


def introduces(view: SentenceView, clause: Clause, trigger: Trigger, cues: ClaimCues) -> bool:
    """Whether an event without an article is a new one: the object of a verb («نفذت غارات»), not «أي هجوم»."""
    if not trigger.noun or trigger.definite or trigger.family not in COUNTABLE:
        return False
    if trigger.at > 0 and view.tokens[trigger.at - 1].key in cues.no_new_event:
        return False
    own = view.entry(trigger.at)
    if own is not None and (own.kind in _HARMS or own.concept in _SUFFERED) and own.proclitics.startswith(("ب", "و")):
        # «أصيبوا بحروق واختناقات»: what they suffered.
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
    found: set[str] = set()
    for mention in mentions:
        value = mention.value
        if mention.type != "place" or not isinstance(value, Entity):
            continue
        if found and _of_another(view, mention.start - origin, knowledge):
            continue  # «تفجير بالموصل بعد ساعات من هجوم الفلوجة»
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


def _of_another(view: SentenceView, start: int, knowledge: Knowledge) -> bool:
    """Whether a place is that of another deed, of another hour or day, told behind the one that the clause is of."""
    at = next((n for n, token in enumerate(view.tokens) if token.end > start), 0)
    other = other_deed(view, 0, at, knowledge.claim_cues)
    return other is not None and any(other < trigger.at < at for trigger in view.triggers)
