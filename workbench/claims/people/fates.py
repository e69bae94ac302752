"""Whether somebody known by what they do died or came through: «سائق الحافلة»."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.people.befallen import is_person
from workbench.claims.polarity import polarity_at
from workbench.claims.values import Assertion
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge

FATE = "fate"
_DEAD, _ALIVE = "killed", "rescued"
_OPPOSITE = {_DEAD: _ALIVE, _ALIVE: _DEAD}
# Kinds of nouns that tell one of those there from the others: of children and soldiers there are many.
_POSTS = frozenset(("role", "office"))
_REACH = 4
# What may follow «قضى» where it means that somebody died.
_PERISH, _OF_DYING = "perish", frozenset("في اثر جراء متاثرا نحبه خلال علي".split())


def fate_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """«نجا سائق الحافلة», «سائق القطار قضى في الحادث»: a statement with predicate ``fate``, whose ``of`` is the
    person's concept and what goes with it («driver train»); ``state`` says whether they died or came through."""
    for at in range(len(view.tokens)):
        state = _state(view, at, knowledge)
        if state is None:
            continue
        who = _role(view, at + 1, knowledge) or _role_before(view, at, knowledge)
        if who is None:
            continue
        first, last, of = who
        polarity = polarity_at(view, at, knowledge.claim_cues)
        if polarity == "uncertain":
            continue
        clause = view.clause_of(at)
        yield Assertion(
            "statement", view.span(min(first, at), max(last, at + 1)), view.span(clause.first, clause.last), FATE, of,
            None, state=state if polarity == "affirmed" else _OPPOSITE[state],
            context=view.context(clause.first, clause.last),
        )  # fmt: skip


def _state(view: SentenceView, at: int, knowledge: Knowledge) -> str | None:
    """What a word says became of somebody; «لقي» only with «حتفه» behind it, «قضى» only with what it was in."""
    for entry in view.entries[at][:2]:
        for role, state in knowledge.casualties.of(entry.lemma):
            if role == "person" or (role in ("verb", "carrier")) != (entry.pos == "verb"):
                continue
            ended = any(_is_end(view, near, knowledge) for near in range(at + 1, at + 1 + _REACH))
            if role == "carrier" and not ended and not (entry.concept == _PERISH and _closes(view, at + 1)):
                continue
            if state in _OPPOSITE:
                return state
    return None


def _closes(view: SentenceView, at: int) -> bool:
    """«قضى في الحادث», not «قضى ليلته»."""
    return at >= len(view.tokens) or view.tokens[at].kind == "punctuation" or view.tokens[at].key in _OF_DYING


def _is_end(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    return at < len(view.tokens) and any(
        role == "event" and state == _DEAD
        for entry in view.entries[at][:2]
        for role, state in knowledge.casualties.of(entry.lemma)
    )


def _role(view: SentenceView, at: int, knowledge: Knowledge) -> tuple[int, int, str] | None:
    """The one person, called by a definite noun of a role, that begins at a token: the tokens and what it is."""
    if at >= len(view.tokens):
        return None
    entry = view.entry(at)
    if entry is None or entry.pos not in ("noun", "participle") or entry.number != "singular":
        return None
    if entry.proclitics not in ("", "ال") or entry.kind not in _POSTS or not is_person(entry.concept, knowledge):
        return None
    behind = view.entry(at + 1) if at + 1 < len(view.tokens) else None
    if behind is not None and not entry.definite and behind.definite and behind.pos in ("noun", "masdar"):
        return at, at + 2, f"{entry.concept} {knowledge.lexicon.concepts.common(behind.concept)}"
    # Of two vehicles each has its driver; a minister is one.
    alone = entry.kind == "office" and entry.definite and view.tokens[at].key.startswith("ال")
    return (at, at + 1, entry.concept) if alone else None


def _role_before(view: SentenceView, at: int, knowledge: Knowledge) -> tuple[int, int, str] | None:
    """«سائق القطار قضى», «سائق الحافلة لقي بدوره حتفه»: whoever opens the clause of the verb at a token."""
    clause = view.clause_of(at)
    for first in range(max(clause.first, at - _REACH), at):
        who = _role(view, first, knowledge)
        opens = first == clause.first or view.tokens[first - 1].key in ("ان", "وان", "بان", "فيما", "بينما")
        if who is not None and opens:
            between = [view.entry(near) for near in range(who[1], at)]
            return who if not any(one is not None and one.pos == "verb" for one in between[:-1]) else None
    return None
