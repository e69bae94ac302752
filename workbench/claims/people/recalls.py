"""Counts by which a text comes back to a group it has told of: «الموقوفين الخمسة», «الناجون، وعددهم 76», «أعضاء اللجنة
السبعة», «ركابها الأربعة والثمانين»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.claims.values import Assertion
from workbench.claims.view import Seen, SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Entry
from workbench.mentions.values import Amount

_OPEN = frozenset(("،", ",", "("))
_WHERE = frozenset("في من قرب داخل خلال منذ".split())
_BACK = 10  # words between «الأشخاص» and «وعددهم»
_CHAIN = 5  # words of «أعضاء لجنة السياسة النقدية»
_MANNER = 6  # words that may tell which of several are meant
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Recall:
    """``seen``: the count; ``head``: the token of the noun that is counted, ``noun`` its concept; ``state``: what that
    noun or the words behind it say became of them; ``body``: the tokens of whom or what they are members, ``owned``
    where only a pronoun tells that; ``said``: the tokens that tell them from others."""

    seen: Seen
    head: int
    noun: str
    state: str | None
    body: tuple[int, ...]
    owned: bool
    said: tuple[int, ...]


def recalls_of(view: SentenceView, knowledge: Knowledge) -> tuple[Recall, ...]:
    """The recalls of a sentence, in order."""
    found = []
    for seen in view.seen:
        value = seen.mention.value
        if seen.mention.type not in ("number", "quantity") or not isinstance(value, Amount):
            continue
        if value.low is None or value.low != value.high or value.approximate or value.low < _LEAST:
            continue
        recall = (
            _counted_after(view, seen, knowledge) or _numbered(view, seen, knowledge)
            or _counted_before(view, seen, knowledge)
        )  # fmt: skip
        if recall is not None:
            found.append(recall)
    return tuple(found)


def recall_assertions(view: SentenceView, knowledge: Knowledge, taken: frozenset[int]) -> Iterator[Assertion]:
    """Recalls that are no other claim, by the first characters in ``taken``: of people by what became of them, else of
    what is counted."""
    for recall in recalls_of(view, knowledge):
        mention, value = recall.seen.mention, recall.seen.mention.value
        if mention.start in taken or not isinstance(value, Amount):
            continue
        clause = view.clause_of(recall.head)
        context = view.context(clause.first, clause.last)
        span = view.span(clause.first, max(clause.last, recall.seen.last))
        if recall.state is not None:
            yield Assertion(
                "casualties", mention.span, span, recall.state, "person", Amount(value.low, value.high),
                state=recall.state, context=context,
            )  # fmt: skip
        elif (recall.body or recall.owned) and not (recall.head and view.tokens[recall.head - 1].key == "من"):
            # «خمسة من مقاعد المجلس التسعة» counts the five.
            yield Assertion(
                "quantity", mention.span, span, "", recall.noun, Amount(value.low, value.high, unit=recall.noun),
                context=context, traits=frozenset(("total",)),
            )  # fmt: skip


def _counted_after(view: SentenceView, seen: Seen, knowledge: Knowledge) -> Recall | None:
    """«الموقوفين الخمسة», «الشبان الأربعة الذين اعتقلوا», «ركابها الـ84», «أعضاء لجنة السياسة النقدية التسعة»."""
    if not seen.first or not view.tokens[seen.first].key.startswith("ال"):
        return None
    said = _said(view, seen.last, knowledge)
    at = seen.first - 1
    entry = _noun(view, at)
    if entry is not None and entry.number == "plural" and (entry.definite or entry.enclitic):
        owned = bool(entry.enclitic)
        return Recall(seen, at, entry.concept, _state(view, at, said, knowledge), (), owned, said)
    for head in range(at - 1, max(-1, at - 1 - _CHAIN), -1):
        if view.tokens[head + 1].kind == "punctuation" or _is_break(view, head + 1):
            return None
        noun = _noun(view, head)
        # «أعضاء اللجنة»: the body stands right behind, all up to the count is its name.
        if noun is not None and noun.number == "plural" and not (noun.definite or noun.enclitic):
            return Recall(seen, head, noun.concept, None, tuple(range(head + 1, seen.first)), False, said)
    return None


def _counted_before(view: SentenceView, seen: Seen, knowledge: Knowledge) -> Recall | None:
    """«الخمسة الموقوفون»: only of people whose noun says what became of them."""
    if not view.tokens[seen.first].key.removeprefix("و").startswith("ال") or seen.last >= len(view.tokens):
        return None
    noun = _noun(view, seen.last)
    if noun is None or noun.number != "plural" or not noun.definite:
        return None
    state = _state(view, seen.last, (), knowledge)
    if not state:
        return None
    return Recall(seen, seen.last, noun.concept, state, (), False, _said(view, seen.last + 1, knowledge))


def _numbered(view: SentenceView, seen: Seen, knowledge: Knowledge) -> Recall | None:
    """«الأشخاص الذين أوقفهم الدرك، وعددهم 36», «الناجين البالغ عددهم 76»."""
    mark = seen.first - 1
    if mark < 0 or view.tokens[mark].key not in knowledge.recalls.numbering:
        return None
    end = mark
    if end and view.tokens[end - 1].key in ("البالغ", "والبالغ"):
        end -= 1
    if end and view.tokens[end - 1].text in _OPEN:
        end -= 1
    back = range(end - 1, max(-1, end - 1 - _BACK), -1)
    stop = next((at for at in back if view.tokens[at].kind == "punctuation"), -1)
    # «السكان الذين أجلتهم الفرق، وعددهم 250»
    who = next((at for at in back if at > stop and view.tokens[at].key in knowledge.claim_cues.relative), end)
    for head in range(who - 1, max(stop, end - 1 - _BACK), -1):
        if any(one.first == head for one in view.seen if _counts(one)):
            return None
        noun = _noun(view, head)
        if noun is None or noun.number != "plural" or not (noun.definite or noun.enclitic):
            continue
        said = tuple(range(head + 1, end))
        return Recall(seen, head, noun.concept, _state(view, head, said, knowledge), (), bool(noun.enclitic), said)
    return None


def _counts(seen: Seen) -> bool:
    return isinstance(seen.mention.value, Amount)


def _noun(view: SentenceView, at: int) -> Entry | None:
    """The reading of a token as a noun that may be counted."""
    if at < 0:
        return None
    first = next(iter(view.entries[at]), None)
    if first is None or first.pos not in ("noun", "participle") or first.kind in ("numeral", "time"):
        return None
    plural = next((one for one in view.entries[at] if one.number == "plural" and one.lemma == first.lemma), first)
    return plural if plural.pos in ("noun", "participle") else first


def _is_break(view: SentenceView, at: int) -> bool:
    """Whether a word ends a chain of nouns: a verb, a particle."""
    first = next(iter(view.entries[at]), None)
    return first is not None and first.pos in ("verb", "particle")


def _said(view: SentenceView, first: int, knowledge: Knowledge) -> tuple[int, ...]:
    """The words behind a count that say which ones are meant: «الذين أوقفوا في …», «في القضية», «المصريين»."""
    if first >= len(view.tokens):
        return ()
    word, entries = view.tokens[first].key, view.entries[first]
    # «الحاضرون», «السوريين»; not «زار الجنود الخمسة الموقع»
    sort = word.startswith("ال") and (
        any(entry.number == "plural" for entry in entries[:2]) if entries else word.endswith(("ون", "ين", "ات"))
    )
    if word not in knowledge.claim_cues.relative | _WHERE and not sort:
        return ()
    found = []
    for at in range(first, min(first + _MANNER, len(view.tokens))):
        if view.tokens[at].kind == "punctuation" or (at > first + 1 and view.tokens[at].key.startswith("و")):
            break
        if sort and not view.tokens[at].key.startswith("ال"):
            break  # «اللاعبون الستة المصابون عن المباراة»
        found.append(at)
    return tuple(found)


def _state(view: SentenceView, head: int, said: tuple[int, ...], knowledge: Knowledge) -> str | None:
    """What became of those counted, by their noun («الموقوفين») or the words behind it («الذين أوقفهم الدرك»)."""
    for entry in view.entries[head][:2]:
        for role, state in knowledge.casualties.of(entry.lemma):
            if role == "person" and entry.pos != "verb":
                return state
    relatives = knowledge.claim_cues.relative
    behind = [at for at in said[:2] if view.tokens[at].key not in relatives]
    if not behind:
        return None
    relative = view.tokens[said[0]].key in relatives
    if not relative and said[0] != behind[0]:
        return None
    for entry in view.entries[behind[0]][:3]:
        for role, state in knowledge.casualties.of(entry.lemma):
            if role == ("verb" if relative else "person") and (relative == (entry.pos == "verb")):
                return state
    return None
