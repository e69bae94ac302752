"""In front of what a crowd gathered: a parliament, a court, a ministry, an embassy."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.values import Assertion
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.words.claim_cues import ClaimCues
from workbench.mentions.values import Entity

FRONT = "in-front-of"
SORT, CALLED = "front:", "called:"
_GATHERS = "protest"
_NAMED = frozenset(("ministry", "embassy", "court", "university"))
_LONGEST, _MOST_NAMES = 3, 3
_NEAR = 6


def front_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """A claim of kind place with predicate ``in-front-of``; its traits ``front:ministry`` and, for what there are
    several of, ``called:التربيه`` for each word of its name. Only right behind a word for a protest."""
    cues = knowledge.claim_cues
    crowds = [trigger.at for trigger in view.triggers if trigger.family == _GATHERS]
    for at, token in enumerate(view.tokens):
        if token.key not in cues.front_word or not any(at - _NEAR <= crowd < at for crowd in crowds):
            continue  # «قال الوزير أمام البرلمان»
        first = at + 1
        while first < len(view.tokens) and view.tokens[first].key in cues.front_part:
            first += 1
        sort, last = _body(view, first, cues)
        if not sort:
            continue
        names = list[str]()
        end = last
        if sort in _NAMED:
            while end < len(view.tokens) and len(names) < _MOST_NAMES and _goes_on(view, end):
                names.append(view.tokens[end].key.removeprefix("و").removeprefix("ال"))
                end += 1
        span, clause = view.span(at, end), view.clause_of(at)
        yield Assertion(
            "place", span, view.span(clause.first, clause.last), FRONT, "",
            Entity(None, view.reading.text[span.start : span.end]), context=view.context(0, len(view.tokens)),
            traits=frozenset((f"{SORT}{sort}", *(f"{CALLED}{name}" for name in names))),
        )  # fmt: skip


def _body(view: SentenceView, at: int, cues: ClaimCues) -> tuple[str, int]:
    """The sort of what stands at a token, and the token behind its words; "" for what no row has."""
    sorts = {
        "parliament": cues.front_parliament, "court": cues.front_court, "ministry": cues.front_ministry,
        "embassy": cues.front_embassy, "cabinet": cues.front_cabinet, "palace": cues.front_palace,
        "bank": cues.front_bank, "university": cues.front_university,
    }  # fmt: skip
    for size in range(_LONGEST, 0, -1):
        words = " ".join(token.key for token in view.tokens[at : at + size])
        for sort, forms in sorts.items():
            if words in forms:
                return sort, at + size
    return "", at


def _goes_on(view: SentenceView, at: int) -> bool:
    entry = view.entries[at][0] if view.entries[at] else None
    told = view.tokens[at].kind == "word" and (entry is None or entry.pos not in ("verb", "particle"))
    return told and view.tokens[at].key.startswith(("ال", "وال"))
