"""Who was given which ministry of a cabinet: «أُسندت وزارة العدل إلى …», «تسلم … حقيبة الداخلية»."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.polarity import polarity_at
from workbench.claims.saying.doers import DEED, named_at
from workbench.claims.values import Assertion
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Entity

PORTFOLIO = "portfolio"
# How far the verb stands before the ministry, and whom it is given to behind.
_VERB_BEFORE, _NAME_AFTER = 8, 10
_TO = frozenset("الي ل".split())
_ARTICLES = ("لل", "ال")
_YEARS, _ON = ("date",), "علي"


def portfolio_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """A claim of kind actor with the trait ``deed``: ``predicate`` is ``portfolio``, ``of`` the words of the ministry
    without their article («عدل», «تعليم عالي»), the value who was given it. Nothing of whom it had been before («الذي
    تولى وزارة العدل»)."""
    cues = knowledge.claim_cues
    for at in range(1, len(view.tokens) - 1):
        if _bare(view.tokens[at].key) not in cues.portfolio_word or not view.tokens[at + 1].key.startswith(_ARTICLES):
            continue
        before = view.entry(at - 1)
        led = before is not None and before.kind == "preposition" and view.tokens[at - 1].key != _ON
        verb = None if led else _verb(view, at, knowledge)
        if verb is None:
            continue
        of, last = _ministry(view, at + 1)
        who = _given_to(view, last, knowledge) if _gives(view, verb, knowledge) else _taker(view, verb, at, knowledge)
        clause = view.clause_of(at)
        whole = view.span(clause.first, clause.last)
        if who is None or polarity_at(view, verb, cues) != "affirmed" or _is_past(view, verb, clause.first, knowledge):
            continue
        first, behind, entity = who
        yield Assertion(
            "actor", view.span(min(verb, first), max(last, behind)), whole, PORTFOLIO, of, entity,
            context=view.context(clause.first, clause.last), traits=frozenset((DEED, "sort:person")),
        )  # fmt: skip


def _bare(word: str) -> str:
    return word[1:] if word[:1] in ("ب", "و") and len(word) > 5 else word


def _verb(view: SentenceView, at: int, knowledge: Knowledge) -> int | None:
    """The verb of giving or taking that governs a ministry: the nearest verb before it in its clause."""
    first = view.clause_of(at).first
    for place in range(at - 1, max(first, at - _VERB_BEFORE) - 1, -1):
        if _gives(view, place, knowledge) or _takes(view, place, knowledge):
            return place
        if any(entry.pos in ("verb", "masdar") for entry in view.entries[place][:1]):
            return None
    return None


def _gives(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    cues = knowledge.claim_cues
    return view.tokens[at].key.removeprefix("و") in cues.portfolio_given or any(
        entry.pos == "verb" and entry.concept in cues.portfolio_given_concepts for entry in view.entries[at][:1]
    )


def _takes(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    return any(
        entry.pos == "verb" and entry.concept in knowledge.claim_cues.portfolio_taken_concepts and not entry.enclitic
        for entry in view.entries[at][:3]
    )


def _ministry(view: SentenceView, at: int) -> tuple[str, int]:
    """The words of a ministry, with the adjective that tells it from another: «التعليم العالي»."""
    words = [view.tokens[at].key]
    entry = view.entry(at + 1) if at + 1 < len(view.tokens) else None
    if entry is not None and entry.definite and entry.pos == "adjective" and entry.kind != "nationality":
        words.append(view.tokens[at + 1].key)
    return " ".join(word.removeprefix("لل").removeprefix("ال") for word in words), at + len(words)


def _given_to(view: SentenceView, first: int, knowledge: Knowledge) -> tuple[int, int, Entity] | None:
    """«إلى رئيس الوزراء الأسبق مانويل فالس»: who is named behind the word for whom it is given to."""
    led = False
    for place in range(first, min(len(view.tokens), first + _NAME_AFTER)):
        if view.tokens[place].kind == "punctuation" and led:
            return None
        led = led or view.tokens[place].key in _TO
        who = named_at(view, place, knowledge) if led else None
        if who is not None:
            return who
    return None


def _taker(view: SentenceView, verb: int, at: int, knowledge: Knowledge) -> tuple[int, int, Entity] | None:
    """Who is named between the verb and the ministry, or behind it («وتسلم وزارة العدل خالد الرفاعي»), or right before
    the verb."""
    between = [who for place in range(verb + 1, at) if (who := named_at(view, place, knowledge)) is not None]
    if between:
        return between[-1]  # «عين الرئيس أحمد سالم خالد الرفاعي وزيرا للعدل»
    for place in range(max(0, verb - 4), verb):
        who = named_at(view, place, knowledge)
        if who is not None and who[1] == verb:
            return who
    if at - verb > 1:
        return None
    for place in (at + 2, at + 3):
        who = named_at(view, place, knowledge) if place < len(view.tokens) else None
        if who is not None:
            return who
    return None


def _is_past(view: SentenceView, verb: int, first: int, knowledge: Knowledge) -> bool:
    """«الذي تولى», «كان يتولى», «تولى وزارة العدل عام 2012»: what was so before what is told."""
    cues = knowledge.claim_cues
    keys = [view.tokens[at].key.removeprefix("و") for at in range(max(0, verb - 3), verb)]
    if any(word in cues.relative or word in cues.was for word in keys):
        return True
    last = view.clause_of(verb).last
    return any(seen.mention.type in _YEARS and first <= seen.first < last for seen in view.seen)
