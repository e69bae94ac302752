"""How old people are said to be."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.values import Assertion
from workbench.claims.view import Seen, SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Entity

_AGE_WORDS = frozenset("العمر عمر عمره عمرها عمرا".split())
_YEARS = frozenset("عاما عام سنه سنوات اعوام سنين ربيعا".split())
_OPENERS = frozenset("(،,")
_REACH = 8


def age_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """«سامح الدالي (41 عاما)», «البالغ من العمر 47 عاما»: a length of years that is somebody's age. ``of`` is the
    person's identifier or name, else the concept of the noun before."""
    for seen in view.seen:
        if seen.mention.type != "duration" or not _years(view, seen):
            continue
        told = view.has_key(_AGE_WORDS, seen.first - 3, seen.first) is not None
        opened = seen.first > 0 and view.tokens[seen.first - 1].text in _OPENERS
        if not told and not opened:
            continue
        of = _person_before(view, seen, opened and not told)
        if not of:
            continue
        clause = view.clause_of(seen.first)
        yield Assertion(
            "quantity", seen.mention.span, view.span(clause.first, clause.last), "age", of, seen.mention.value,
            context=view.context(0, len(view.tokens)),
        )  # fmt: skip


def _years(view: SentenceView, seen: Seen) -> bool:
    return view.tokens[seen.last - 1].key in _YEARS


def _person_before(view: SentenceView, seen: Seen, close: bool) -> str:
    """The last person named before; right before where only a bracket or a comma leads to the age."""
    for other in reversed(view.seen):
        value = other.mention.value
        if other.last > seen.first or other.mention.type != "person" or not isinstance(value, Entity):
            continue
        if seen.first - other.last <= (2 if close else _REACH):
            return value.id or value.name
    at = seen.first - 1
    while at > 0 and (view.tokens[at].kind == "punctuation" or view.tokens[at].key in _AGE_WORDS | {"من", "البالغ"}):
        at -= 1
    names: list[str] = []
    while at >= 0 and view.tokens[at].kind == "word" and not view.entries[at] and len(names) < 3:
        names.insert(0, view.tokens[at].key)
        at -= 1
    if names:
        return " ".join(names)
    entry = view.entry(at) if at >= 0 else None
    return entry.concept if entry is not None and entry.pos in ("noun", "participle") else ""
