"""Of which nation somebody is: the one driver, a named coach, most of those aboard."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.name_words import name_at
from workbench.claims.values import Assertion
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Entity
from workbench.text.normal import key

NATION, MOST = "nation", "most"
_BEHIND = 3
_FROM = frozenset(("من",))
_CITIZENSHIP = frozenset(("الجنسيه", "الجنسية", "جنسيه", "جنسية"))


def nation_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """A claim of kind actor with predicate ``nation``: ``of`` is the concept of the only one of their sort («سائق
    الشاحنة سوري الجنسية»: ``driver``), a name («المدرب الجزائري سمير بن عاشور»), or ``most`` («معظمهم إثيوبيون»); the
    value is the state. Nothing where the sentence tells of an origin or of two nationalities."""
    cues = knowledge.claim_cues
    if view.has_key(cues.of_origin, 0, len(view.tokens)) is not None:
        return
    for at in range(len(view.tokens)):
        if not _is_nation(view, at):
            continue
        whose = _most(view, at, knowledge) or _by_name(view, at, knowledge) or _by_role(view, at, knowledge)
        if whose is None:
            continue
        first, last, of = whose
        clause = view.clause_of(at)
        state = view.named[at]
        yield Assertion(
            "actor", view.span(min(first, at), max(last, at + 1)), view.span(clause.first, clause.last), NATION, of,
            Entity(state, view.tokens[at].text), context=view.context(0, len(view.tokens)),
        )  # fmt: skip


def _is_nation(view: SentenceView, at: int) -> bool:
    return at in view.named and any(
        entry.kind in ("nationality",) for entry in view.entries[at][:2]
    )


def _most(view: SentenceView, at: int, knowledge: Knowledge) -> tuple[int, int, str] | None:
    """«معظمهم إثيوبيون», «أغلبهم من الصوماليين», «معظمهم من الجنسية الباكستانية»"""
    for place in range(at - 1, max(-1, at - 1 - _BEHIND), -1):
        word = view.tokens[place].key
        if word in knowledge.claim_cues.most_of_them:
            return place, at + 1, MOST
        if word not in _FROM and word not in _CITIZENSHIP:
            return None
    return None


def _by_name(view: SentenceView, at: int, knowledge: Knowledge) -> tuple[int, int, str] | None:
    """«المدرب الجزائري سمير بن عاشور», «المغربي سمير بن عاشور»; of «الرئيس الفرنسي» the office is the nation's."""
    if not view.tokens[at].key.lstrip("وفلب").startswith("ال") or at + 1 >= len(view.tokens):
        return None
    last = name_at(view, at + 1, knowledge)
    if last is None:
        return None
    before = next(iter(view.entries[at - 1]), None) if at > 0 else None
    noun = before is not None and before.pos in ("noun", "participle", "masdar", "adjective") and before.definite
    if noun and before is not None and before.kind != "role":
        return None
    name = " ".join(token.text for token in view.tokens[at + 1 : last])
    return (at - 1 if noun else at), last, key(name)


def _by_role(view: SentenceView, at: int, knowledge: Knowledge) -> tuple[int, int, str] | None:
    """«سائق لبناني», «سائقها اللبناني», «سائق الشاحنة سوري الجنسية»: one of whom there is one."""
    cues = knowledge.claim_cues
    nation = view.entries[at][0]
    if nation.number != "singular" or nation.gender != "m":
        return None
    for place in (at - 1, at - 2):
        entry = view.entries[place][0] if place >= 0 and view.entries[place] else None
        if entry is None or entry.concept not in cues.lone_concepts or entry.number != "singular":
            continue
        citizen = at + 1 < len(view.tokens) and view.tokens[at + 1].key in _CITIZENSHIP
        between = place == at - 2
        if between and not (citizen and view.tokens[at - 1].key.startswith("ال")):
            return None
        definite = entry.definite or bool(entry.enclitic)
        # «السائق القطري» tells one of several drivers apart.
        several = view.tokens[place].key.removeprefix("و").startswith("ال") and not citizen
        if several or (not between and definite != nation.definite and not citizen):
            return None
        behind = at + 1 + citizen
        named = behind < len(view.tokens) and name_at(view, behind, knowledge) is not None
        return None if named else (place, at + 1 + citizen, entry.concept)
    return None
