"""What a place is said to be the site of: where a hotel stands, a match is played, a campaign is launched."""

from __future__ import annotations

from workbench.claims.places.sides import named_sort
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge

SITE = "site:"
TOWN, QUARTER, WATER = "town", "quarter", "water"
_OVER = frozenset(("علي", "فوق"))
_BUILT = frozenset(("building", "place"))
_REACH = 3
_STANDS, _HELD, _BEGUN = "stands", "held", "begun"
STANDS = f"{SITE}{_STANDS}:"


def site_traits(view: SentenceView, first: int, known: bool, knowledge: Knowledge) -> frozenset[str]:
    """``site:stands:street:hotel`` for «يقع الفندق في شارع باستور», ``site:held:stadium:match`` for «أقيمت المباراة على
    استاد برج العرب», ``site:begun:refugee-camp:campaign`` for «دشنت الحملة في مخيم الجفينة»: how something is there,
    what sort of place that is and what it is; none where nothing is said to be. ``first``: the token of the place's
    sort, else of its name; ``known``: the tables know the place by its name."""
    sort = _sort(view, first, known, knowledge)
    clause = view.clause_of(first)
    if sort == WATER:
        built = _over_it(view, first)
        return frozenset((f"{SITE}{_STANDS}:{sort}:{built}",)) if built else frozenset()
    for at in range(clause.first, clause.last) if sort else ():
        way = _way(view, at, knowledge)
        thing = _thing(view, at, first, way == _STANDS, knowledge) if way else ""
        if way and thing and not (way == _BEGUN and sort == TOWN):
            return frozenset((f"{SITE}{way}:{sort}:{thing}",))
    return frozenset()


def _sort(view: SentenceView, first: int, known: bool, knowledge: Knowledge) -> str:
    """What sort of place stands there, by its word or by the one before its name."""
    cues, concept = knowledge.claim_cues, knowledge.lexicon.concept
    for at in (first, first - 1):
        word = named_sort(view.tokens[at].key, cues.place_sorts | cues.quarter) if at >= 0 else None
        if word is not None and word in cues.water:
            return WATER
        if word is not None and not (word in cues.town or word in cues.quarter):
            return concept(word) or word
        if word is not None:
            return TOWN if word in cues.town else QUARTER
    return TOWN if known else ""


def _over_it(view: SentenceView, first: int) -> str:
    """«سد ترابي على نهر غونت», «الجسر مقام على وادي سيبوس»: what stands on a river."""
    if first < 1 or view.tokens[first - 1].key not in _OVER:
        return ""
    for near in range(first - 2, max(-1, first - 2 - _REACH), -1):
        entry = next(iter(view.entries[near]), None)
        if entry is not None and entry.pos == "noun" and entry.kind in _BUILT and entry.number == "singular":
            return entry.concept
    return ""


def _way(view: SentenceView, at: int, knowledge: Knowledge) -> str:
    cues, word = knowledge.claim_cues, view.tokens[at].key.removeprefix("و")
    if word in cues.standing_word:
        return _STANDS
    for entry in view.entries[at][:2]:
        if entry.pos == "verb" and entry.concept in cues.venue_concepts:
            return _HELD
        if entry.pos == "verb" and entry.form == "past" and entry.concept in cues.launching_concepts:
            return _BEGUN
    return ""


def _is_another(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """«النسخة المقبلة», «المباراة السابقة»: not the one that the story is of."""
    beside = view.entries[at + 1][:2] if at + 1 < len(view.tokens) else ()
    return any(entry.concept in knowledge.claim_cues.not_this_concepts for entry in beside)


def _thing(view: SentenceView, at: int, place: int, before: bool, knowledge: Knowledge) -> str:
    """The definite noun nearest behind the word, else right before it: «يقع الفندق», «الفندق كائن في»; ``before``: not
    behind the place («قرب الميناء»)."""
    behind = range(at + 1, place if before else min(len(view.tokens), at + 2 + _REACH + 4 * (at < place)))
    for near in (*behind, *range(at - 1, max(-1, at - 1 - _REACH), -1)):
        if view.tokens[near].kind == "punctuation":
            continue
        if near in view.named or near == place or near - 1 == place:
            continue
        entry = next(iter(view.entries[near]), None)
        if entry is None or entry.pos not in ("noun", "masdar") or not entry.definite or entry.enclitic:
            continue
        if entry.kind in ("role", "person", "office", "place", "time", "organisation"):
            continue
        if _is_another(view, near, knowledge):
            return ""
        concept: str = entry.concept
        return concept
    return ""
