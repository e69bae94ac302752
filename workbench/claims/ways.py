"""How a place stands to what happened: where, whence, whither, under whose flag."""

from __future__ import annotations

from workbench.claims.sides import named_sort
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge

WHENCE, WHITHER, FLAG, SCENE, SORT = "whence", "whither", "flag", "scene:", "sort:"
_PREFIX = "ب"


def way_traits(view: SentenceView, first: int, knowledge: Knowledge) -> frozenset[str]:
    """Traits of the place that begins at token ``first``: ``whence`` or ``whither`` of something that moves («أبحر من
    مدينة زوارة»), ``flag`` («ترفع علم بنما»), ``scene:deal`` for where a deal was made («وقعت في نيروبي اتفاقا»,
    «شهدت بريتوريا توقيع الاتفاق»), ``sort:ميناء`` where the word before says so («ميناء بوشهر»)."""
    cues = knowledge.claim_cues
    at = first - 1
    while at >= 0 and (_is_head(view, at, knowledge) or _is_nation(view, at)):
        at -= 1
    sort = named_sort(view.tokens[first - 1].key, cues.facility) if first else None
    found = {f"{SORT}{sort}"} if sort is not None else set()
    return frozenset(found | _ways(view, at, first, knowledge)) if at >= 0 else frozenset(found)


def _ways(view: SentenceView, at: int, first: int, knowledge: Knowledge) -> frozenset[str]:
    """What token ``at`` makes of the place behind it, heads and adjectives between."""
    cues = knowledge.claim_cues
    word = view.tokens[at].key
    if word in cues.flag:
        return frozenset((FLAG,))
    clause = view.clause_of(first)
    if word in cues.host:
        return frozenset(f"{SCENE}{trigger.family}" for trigger in view.triggers if trigger.at > first)
    inside = any(view.tokens[near].plain.startswith(_PREFIX) for near in range(at + 1, first + 1))
    if word in cues.inside or inside:
        return frozenset(
            f"{SCENE}{trigger.family}" for trigger in view.triggers if clause.first <= trigger.at < clause.last
        )
    way = WHENCE if word in cues.whence else WHITHER if word in cues.whither else ""
    return frozenset((way,)) if way and _moves(view, clause.first, at, knowledge) else frozenset()


def _is_head(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """«مدينة», «ميناء», «شاطئ» before the name."""
    cues, word = knowledge.claim_cues, view.tokens[at].key
    if word in cues.whence:
        return False
    return any(
        named_sort(word, sorts) is not None for sorts in (cues.side_of, cues.facility, cues.district, cues.shore)
    )


def _is_nation(view: SentenceView, at: int) -> bool:
    """«العاصمة الكينية نيروبي»"""
    return any(entry.pos == "adjective" and entry.kind == "nationality" for entry in view.entries[at][:1])


def _moves(view: SentenceView, first: int, last: int, knowledge: Knowledge) -> bool:
    """Whether the nearest verb, verbal noun or participle of tokens ``first`` to ``last`` is one of moving."""
    cues = knowledge.claim_cues
    for at in range(last - 1, first - 1, -1):
        for entry in view.entries[at]:
            moves = entry.kind == "move" and entry.concept not in cues.staying_concepts
            if moves or entry.concept in cues.moving_concepts:
                return True
        if any(entry.pos in ("verb", "masdar") for entry in view.entries[at][:1]):
            return False
    return False
