"""What went on, where the words give its length without naming it beside: «وبدأ إطلاق النار … واستمر ساعتين», or
without a verb of lasting: «أمطار هطلت على المنطقة طوال 36 ساعة»."""

from __future__ import annotations

from workbench.claims.clauses import Clause
from workbench.claims.view import Seen, SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Entry

# How far behind the verb of beginning its noun may stand, and before it where «كان» opens; between what goes on and
# the words of its length; between these and the length.
_REACH_NOUN, _REACH_WAS, _REACH_LENGTH, _PHRASE = 2, 5, 10, 2
_JOINED, _PAST, _FEMININE = ("و", "ف"), "قد", "ت"
_NO_THING = frozenset(("time", "numeral", "person", "role", "measure", "extent", "place"))


def begun_before(view: SentenceView, verb: int, knowledge: Knowledge) -> str:
    """What the sentence says had begun before a verb of lasting that names nothing itself, as a concept: «وبدأ إطلاق
    النار … واستمر», «وكان إطلاق النار قد بدأ …، وتواصل»; empty where none did, or another verb stands between."""
    if not view.tokens[verb].key.startswith(_JOINED):
        return ""
    onset = knowledge.claim_cues.onset_concepts | knowledge.claim_cues.raging_concepts
    for at in range(verb - 1, -1, -1):
        verbs = [entry for entry in view.entries[at][:2] if entry.pos == "verb"]
        if not verbs or view.tokens[at].key in knowledge.claim_cues.was:
            continue
        if not any(entry.concept in onset for entry in verbs):
            return ""
        if view.tokens[at].key.endswith(_FEMININE) != view.tokens[verb].key.endswith(_FEMININE):
            return ""  # «بدأ الهجوم …، واستمرت ساعتين»: something else
        if at and view.tokens[at - 1].key == _PAST:
            was = view.has_key(knowledge.claim_cues.was, max(0, at - 1 - _REACH_WAS * 2), at)
            found = _noun(view, range(was + 1, at)) if was is not None else None
        else:
            found = _noun(view, range(at + 1, min(len(view.tokens), at + 1 + _REACH_NOUN)))
        return found.concept if found is not None else ""
    return ""


def throughout(view: SentenceView, seen: Seen, clause: Clause, knowledge: Knowledge) -> str:
    """What a phrase of time says went on so long, as a concept: «هطلت … طوال 36 ساعة», «دارت اشتباكات على مدى ثلاث
    ساعات», «قصف لمدة ساعتين»; empty where nothing that goes on stands before it, or another figure between."""
    cues = knowledge.claim_cues
    phrase = view.has_key(cues.throughout, max(clause.first, seen.first - _PHRASE), seen.first + 1)
    if phrase is None:
        return ""
    for at in range(phrase - 1, max(clause.first, phrase - _REACH_LENGTH) - 1, -1):
        if view.tokens[at].kind == "punctuation" or any(one.last == at + 1 for one in view.seen if is_length(one)):
            break
        if at and view.tokens[at - 1].key in cues.negation:
            continue  # «دون انقطاع»
        entries = view.entries[at][:2]
        if any(entry.pos == "verb" and entry.concept in cues.raging_concepts for entry in entries):
            own = _noun(view, range(at + 1, min(at + 2, phrase))) or _noun(view, range(at - 1, max(-1, at - 4), -1))
            if own is not None and own.concept in cues.going_concepts:
                return own.concept
            return next(entry.concept for entry in entries if entry.pos == "verb")
        if any(entry.pos in ("noun", "masdar") and entry.concept in cues.going_concepts for entry in entries):
            return next(entry.concept for entry in entries if entry.concept in cues.going_concepts)
        if any(entry.pos == "verb" for entry in entries[:1]):
            return ""
    return ""


def is_length(seen: Seen) -> bool:
    """Whether something seen is a length of time."""
    return seen.mention.type == "duration"


def _noun(view: SentenceView, places: range) -> Entry | None:
    for at in places:
        entry = view.entry(at)
        if entry is not None and entry.pos in ("noun", "masdar") and entry.kind not in _NO_THING:
            return entry
    return None
