"""What a figure counts where its noun is left out: «اعتقلت 27 شخصا، ثم أطلقت 19 منهم», «عارضه تسعة»."""

from __future__ import annotations

from workbench.claims.view import Seen, SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Entry
from workbench.knowledge.words.claim_cues import ClaimCues
from workbench.mentions.values import Amount

ELIDED = "elided"
_OF_PEOPLE = frozenset(("منهم", "منهن"))
_ACCUSATIVE = ("ا", "ة")
_COUNTED = frozenset(("noun", "participle"))
_NO_THING = frozenset(("time", "numeral", "measure"))
_HEARD = frozenset("تم جرى".split())


def counted_behind(view: SentenceView, at: int) -> str:
    """The noun behind a numeral whose mention does not have it, as a numeral above ten takes it: «القضية 14 متهما»."""
    if at >= len(view.tokens) or view.tokens[at].kind != "word":
        return ""
    entry = view.entry(at)
    if entry is None or entry.definite or entry.enclitic or entry.pos not in _COUNTED or entry.kind in _NO_THING:
        return ""
    return entry.concept if view.tokens[at].plain.endswith(_ACCUSATIVE) and not entry.proclitics else ""


def elided_thing(view: SentenceView, seen: Seen, knowledge: Knowledge) -> str:
    """The concept of the noun that a figure of no noun counts: that of the last count before it in the sentence, or
    people where the words around speak of people; empty where nothing tells."""
    at = seen.last
    behind = view.tokens[at].key if at < len(view.tokens) else ""
    antecedent = _last_counted(view, seen, knowledge)
    if behind in knowledge.claim_cues.of_them:
        return antecedent or ("person" if behind in _OF_PEOPLE else "")
    if behind in knowledge.claim_cues.others | knowledge.claim_cues.the_rest:
        return antecedent or ("person" if behind.endswith(("ون", "ين")) else "")
    if _they_do(view, at):
        return antecedent or "person"
    return antecedent if antecedent and _stands_alone(view, seen) else ""


def is_of_them(view: SentenceView, seen: Seen, cues: ClaimCues) -> bool:
    """Whether a figure is said to be some of those told of: «19 منهم»."""
    return seen.last < len(view.tokens) and view.tokens[seen.last].key in cues.of_them


def _last_counted(view: SentenceView, seen: Seen, knowledge: Knowledge) -> str:
    """What the last count before it counts, if it is a thing or people."""
    for other in reversed(view.seen):
        value = other.mention.value
        if other.last > seen.first or not isinstance(value, Amount) or other.mention.type not in ("quantity", "number"):
            continue
        if value.unit is None:
            unit = counted_behind(view, other.last)
            if unit:
                return unit
            continue
        return "" if value.unit in knowledge.amounts.measure_ids or value.unit.isupper() else value.unit
    return ""


def _they_do(view: SentenceView, at: int) -> bool:
    """«17 نُقلوا إلى المستشفيات», «27 جرى توقيفهم»: people, by the verb's ending or by whom it was done to."""
    entry = _verb(view, at)
    if entry is None or entry.proclitics:
        return False
    if entry.person == 3 and entry.number == "plural":
        return True
    after = view.entry(at + 1) if at + 1 < len(view.tokens) else None
    return entry.lemma in _HEARD and after is not None and after.pos == "masdar" and after.enclitic in ("هم", "هن")


def _verb(view: SentenceView, at: int) -> Entry | None:
    if at >= len(view.tokens):
        return None
    return next((entry for entry in view.entries[at] if entry.pos == "verb"), None)


def _stands_alone(view: SentenceView, seen: Seen) -> bool:
    """Whether a figure is the whole object or subject of its verb or preposition: «وعارضه تسعة», «عن ألف ومئتين», «تعرض
    الوزارة ثلاثة آلاف»; not what only numbers a name («الجولة 5»)."""
    if seen.last < len(view.tokens):
        behind = view.entry(seen.last)
        word = view.tokens[seen.last]
        if word.kind == "word" and (behind is None or behind.pos not in ("particle", "verb")):
            return False
    first = view.tokens[seen.first]
    if first.kind == "word" and first.key[:1] in "وبل" and view.entry(seen.first) is not None:
        return True
    if seen.first == 0:
        return False
    before = view.entry(seen.first - 1)
    if before is None:
        return False
    if before.pos in ("verb", "particle"):
        return True
    return before.definite and first.kind == "word" and view.tokens[seen.first - 1].kind == "word"
