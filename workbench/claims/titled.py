"""People whom no table knows, by their titles: «الرئيس التنفيذي للشركة هشام الدسوقي»."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.name_words import is_known, may_be_family, name_at
from workbench.claims.values import Assertion
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Entity

# How many words a title has at most.
_LONGEST_TITLE = 5
_TITLE_WORDS = frozenset(("noun", "adjective", "participle", "masdar"))
_ROLES = frozenset(("role", "military", "office"))


def title_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """A claim of kind office for each name of two words or more behind a title: ``predicate`` is the concept of the
    title's noun, ``of`` the concepts of its other words joined by ``|``, the value the name."""
    known = (one for one in view.seen if one.mention.type == "person" and is_known(one.mention))
    named = {at for seen in known for at in range(seen.first, seen.last)}
    at = 0
    while at < len(view.tokens):
        last = name_at(view, at, knowledge)
        if last is None or at in named:
            at += 1
            continue
        head = _head(view, at)
        if head is not None:
            span, clause = view.span(at, last), view.clause_of(at)
            entry = view.entry(head)
            others = view.context(head + 1, at)
            yield Assertion(
                "office", span, view.span(clause.first, clause.last), entry.concept if entry is not None else "",
                "|".join(sorted(others)), Entity(None, view.reading.text[span.start : span.end]),
                context=view.context(0, len(view.tokens)),
            )  # fmt: skip
        at = last


def _head(view: SentenceView, name: int) -> int | None:
    """The first word of the title that ends where a name begins."""
    found = None
    for at in range(name - 1, max(-1, name - 1 - _LONGEST_TITLE), -1):
        entry = next(iter(view.entries[at]), None)
        if entry is None or entry.pos not in _TITLE_WORDS or view.tokens[at].kind != "word":
            break
        if any(one.pos == "verb" and one.kind == "report" for one in view.entries[at]):
            # «وذكر مدير الإسعاف …» tells of no male.
            break
        if entry.pos != "adjective" and entry.kind in _ROLES:
            found = at
        if may_be_family(view, at) and entry.pos == "noun" and found is None and at < name - 2:
            break
    if found == name - 1 and not any(entry.definite for entry in view.entries[found][:1]):
        # «وحجاج سمير عبد القادر» in a list is three names.
        return None
    return found
