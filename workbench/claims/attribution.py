"""Who says what a sentence says."""

from __future__ import annotations

from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.lexicon import Memory
from workbench.text.values import Span

_BY = frozenset("بحسب حسب وفق وفقا طبقا نقلا استنادا".split())
_JOINTS = frozenset(("عن", "ل", "الي"))
_THAT = frozenset("ان انه انها انهم بان بانه بانها اليوم امس مساء صباح".split())
_STOPS = frozenset("،,؛;:.()[]«»\"“”")
_LONGEST = 9


def source_of(view: SentenceView, knowledge: Knowledge, words: Memory) -> Span | None:
    """The words that name the source of a sentence, as a stretch of it: behind «بحسب», or the subject of its first verb
    of saying. None where the sentence names none."""
    tokens = view.tokens
    for at, token in enumerate(tokens):
        if token.key in _BY or (token.key.startswith("و") and token.key[1:] in _BY):
            first = at + 1
            while first < len(tokens) and tokens[first].key in _JOINTS:
                first += 1
            return _phrase(view, first)
    for at, token in enumerate(tokens):
        if knowledge.speech.attributes(token, words):
            entry = view.entry(at)
            if entry is not None and entry.pos != "verb":
                continue
            after = _phrase(view, at + 1)
            if after is not None:
                return after
            first = at
            while first > 0 and at - first < _LONGEST and tokens[first - 1].text not in _STOPS:
                first -= 1
            return view.span(first, at) if first < at else None
    return None


def _phrase(view: SentenceView, first: int) -> Span | None:
    last = first
    while last < len(view.tokens) and last - first < _LONGEST:
        token = view.tokens[last]
        if token.text in _STOPS or token.key in _THAT:
            break
        last += 1
    return view.span(first, last) if last > first else None
