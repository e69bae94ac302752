"""Whether somebody named was caught or is still at large."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.name_words import name_at
from workbench.claims.polarity import polarity_at
from workbench.claims.values import Assertion
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Entity
from workbench.text.normal import key

CUSTODY, HELD, AT_LARGE = "custody", "held", "at-large"
_BEHIND, _STILL_BEFORE = 8, 8


def custody_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """«أوقفت الشرطة مدير المصنع راكيش باتيل», «لا يزال مديره راكيش باتيل فارا»: a statement with predicate ``custody``,
    whose ``of`` is the name, folded; ``state`` says which."""
    for first, last, state, at in (*_caught(view, knowledge), *_at_large(view, knowledge)):
        name = " ".join(token.text for token in view.tokens[first:last])
        clause = view.clause_of(at)
        yield Assertion(
            "statement", view.span(min(first, at), max(last, at + 1)), view.span(clause.first, clause.last), CUSTODY,
            key(name), Entity(None, name), state=state, context=view.context(0, len(view.tokens)),
        )  # fmt: skip


def _caught(view: SentenceView, knowledge: Knowledge) -> Iterator[tuple[int, int, str, int]]:
    cues = knowledge.claim_cues
    for at in range(len(view.tokens)):
        entry = view.entry(at)
        if entry is None or entry.pos not in ("verb", "masdar", "noun") or entry.concept not in cues.catching_concepts:
            continue
        if entry.enclitic or polarity_at(view, at, cues) != "affirmed" or entry.proclitics.endswith(("س", "ل")):
            continue
        for place in range(at + 1, min(len(view.tokens), at + 1 + _BEHIND)):
            last = name_at(view, place, knowledge)
            if last is not None:
                if not _is_another(view, place, knowledge):
                    yield place, last, HELD, at
                break
            word = next(iter(view.entries[place]), None)
            part_of_it = word is not None and word.concept in cues.catching_concepts
            if view.tokens[place].kind == "punctuation" or (
                word is not None and not part_of_it and (word.pos == "masdar" or word.proclitics.startswith("ب"))
            ):
                break  # «بتهمة قتل سامر الخطيب»


def _at_large(view: SentenceView, knowledge: Knowledge) -> Iterator[tuple[int, int, str, int]]:
    cues = knowledge.claim_cues
    for at, token in enumerate(view.tokens):
        if token.key not in cues.at_large:
            continue
        before = range(max(0, at - _STILL_BEFORE), at)
        still = next((one for one in before if view.tokens[one].key.removeprefix("و") in cues.still_word), None)
        if still is None:
            continue
        for place in range(still + 1, at):
            last = name_at(view, place, knowledge)
            if last is not None and at - place > 1:
                if not _is_another(view, place, knowledge):
                    yield place, min(last, at), AT_LARGE, at
                break


def _is_another(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """«شقيق سامر الخطيب», «محامي سامر الخطيب»: whether the word before a name makes it somebody of theirs."""
    entry = view.entry(at - 1) if at > 0 else None
    if entry is None or entry.definite or entry.enclitic or entry.pos != "noun":
        return False
    return knowledge.claim_cues.kinship(entry.concept) is not None or entry.kind == "role"
