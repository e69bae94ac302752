"""What a sentence says happened, did not happen, or is only said to: its verbs and verbal nouns with their polarity."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from workbench.claims.polarity import polarity_at
from workbench.claims.values import Assertion, Polarity
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.lexicon import Entry

# What an operator governs stands within this many words after it.
_GOVERNED = 12
_SUBJECT_WORDS = 3
_LONGEST_SENTENCE = 80


def statement_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """``predicate`` is the concept said, ``of`` the concepts of the words beside it that tell whose rise or fall it is,
    joined by ``|``; ``context`` holds the content words of the whole sentence without the predicate."""
    if len(view.tokens) > _LONGEST_SENTENCE:
        return
    asks = any(token.text in "؟?" for token in view.tokens[-2:])
    operators = _operators(view, knowledge)
    everything = view.context(0, len(view.tokens))
    for at, entries in enumerate(view.entries):
        entry = _predicate(entries)
        if entry is None or entry.concept in knowledge.operators:
            continue
        polarity = polarity_at(view, at, knowledge.claim_cues)
        governing = _governing(operators, at)
        first = at
        if governing is not None:
            place, effect = governing
            if effect == "alleges":
                polarity = "uncertain"
            elif polarity == "affirmed":
                polarity, first = "negated", place
            elif polarity == "negated":
                polarity = "uncertain"
        elif polarity == "negated":
            while first > 0 and at - first < 5 and view.tokens[first].key not in knowledge.claim_cues.negation:
                first -= 1
        if asks:
            polarity = "uncertain"
        if at - first > 8:
            first = at
        yield Assertion(
            "statement",
            view.span(first, at + 1),
            view.span(0, len(view.tokens)),
            entry.concept,
            "|".join(sorted(_subject(view, at, entry))),
            None,
            polarity,
            context=everything - {entry.concept},
        )


def _predicate(entries: tuple[Entry, ...]) -> Entry | None:
    for entry in entries[:3]:
        if entry.pos in ("verb", "masdar") and entry.kind != "report":
            return entry
        if entry.pos == "noun" and entry.kind == "event":
            return entry
    return None


def _operators(view: SentenceView, knowledge: Knowledge) -> list[tuple[int, Literal["negates", "alleges"]]]:
    found = []
    for at, entries in enumerate(view.entries):
        for entry in entries[:2]:
            effect = knowledge.operators.get(entry.concept)
            if effect is not None and entry.pos in ("verb", "masdar"):
                polarity: Polarity = polarity_at(view, at, knowledge.claim_cues)
                if polarity == "affirmed":
                    found.append((at, effect))
                break
    for at in range(len(view.tokens) - 1):
        if view.tokens[at].key == "لا" and view.tokens[at + 1].key in ("صحه", "وجود", "اساس"):
            found.append((at, "negates"))
    return sorted(found)


def _governing(
    operators: list[tuple[int, Literal["negates", "alleges"]]], at: int
) -> tuple[int, Literal["negates", "alleges"]] | None:
    """The operator that reaches the word: the last one before it, within reach."""
    found = None
    for operator in operators:
        if operator[0] < at <= operator[0] + _GOVERNED:
            found = operator
    return found


def _subject(view: SentenceView, at: int, entry: Entry) -> frozenset[str]:
    """Content words right behind a verbal noun; before and behind a verb."""
    after = view.context(at + 1, min(len(view.tokens), at + 1 + _SUBJECT_WORDS))
    if entry.pos != "verb":
        return after
    return after | view.context(max(0, at - _SUBJECT_WORDS), at)
