"""Whether somebody named was acquitted or convicted."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.name_words import name_at
from workbench.claims.people.fates import FATE
from workbench.claims.polarity import polarity_at
from workbench.claims.values import Assertion
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Entity
from workbench.text.normal import key

ACQUITTED, CONVICTED = "acquitted", "convicted"
_BEHIND, _BEFORE, _NEAR = 8, 12, 4
# Who takes part in a trial without being tried.
_AT_COURT = frozenset(("judge", "lawyer", "adviser", "prosecutor"))


def verdict_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """«برأت المحكمة هند العتيبي وطلال بوشهري», «هند العتيبي، وهي موظفة، أدينت»: a statement with predicate ``fate``,
    whose ``of`` is the name, folded; ``state`` says which."""
    verdicts = {at: state for at in range(len(view.tokens)) if (state := _state(view, at, knowledge))}
    told: set[tuple[str, str]] = set()
    for at, state in verdicts.items():
        if polarity_at(view, at, knowledge.claim_cues) != "affirmed" or _asked(view, at, knowledge):
            continue
        for first, last in _names(view, at, frozenset(verdicts), knowledge):
            name = " ".join(token.text for token in view.tokens[first:last])
            if (key(name), state) in told:
                continue
            told.add((key(name), state))
            clause = view.clause_of(at)
            yield Assertion(
                "statement", view.span(min(first, at), max(last, at + 1)), view.span(clause.first, clause.last), FATE,
                key(name), Entity(None, name), state=state, context=view.context(0, len(view.tokens)),
            )  # fmt: skip


def _state(view: SentenceView, at: int, knowledge: Knowledge) -> str | None:
    cues = knowledge.claim_cues
    for entry in view.entries[at][:2]:
        if entry.pos == "verb" or entry.pos in ("masdar", "noun"):
            if entry.concept in cues.acquit_concepts:
                return ACQUITTED
            court = view.has_key(cues.prison, 0, len(view.tokens)) is not None or any(
                near.kind == "court" or near.concept == "court"
                for place in range(max(0, at - _NEAR), min(len(view.tokens), at + _NEAR)) if place != at
                for near in view.entries[place][:1]
            )
            if entry.concept in cues.convict_concepts and court:
                return CONVICTED
    return None


def _asked(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """«طلب المحامي براءة موكله»: nobody has given that verdict."""
    return any(
        knowledge.operators.get(entry.concept) in ("alleges", "negates", "accuses")
        for place in range(max(0, at - _NEAR), at) for entry in view.entries[place][:1] if entry.pos != "particle"
    )  # fmt: skip


def _names(
    view: SentenceView, at: int, verdicts: frozenset[int], knowledge: Knowledge
) -> Iterator[tuple[int, int]]:
    """Those whose names stand behind the verdict, joined by «و»; else the first name before it in its sentence."""
    found, place = False, at + 1
    end = view.clause_of(at).last
    while place < min(end, at + _BEHIND) and place not in verdicts:
        last = name_at(view, place, knowledge)
        if last is not None and not _of_court(view, place):
            found, at = True, last
            yield place, last
            place = last
            continue
        entry = next(iter(view.entries[place]), None)
        if entry is not None and entry.pos == "verb" and view.tokens[place].kind == "word" and last is None:
            break
        if view.tokens[place].text in ".؛;:()«»\"" or (view.tokens[place].text in "،," and found):
            break
        place += 1
    if found:
        return
    for place in range(at - 1, max(-1, at - 1 - _BEFORE), -1):
        if place in verdicts:
            return
        last = name_at(view, place, knowledge)
        if last is not None and last <= at:
            if not _of_court(view, place):
                yield place, last
            return


def _of_court(view: SentenceView, at: int) -> bool:
    """Whether the word before a name says that its bearer is a judge or a lawyer."""
    return at > 0 and any(entry.concept in _AT_COURT for entry in view.entries[at - 1][:2])
