"""The checker's to-do list: what stands only in the draft, each with what would settle it."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.review.pairing import pairs
from workbench.text.values import Span

if TYPE_CHECKING:
    from workbench.claims.values import Claim
    from workbench.engine import CheckResult
    from workbench.text.values import Article


@dataclass(frozen=True, slots=True)
class TodoItem:
    """Words of the draft that no report speaks of. ``key`` is stable across runs and edits elsewhere; ``kind`` the
    weightiest kind of claim in them, which decides what would settle them; ``words`` what a person reads: a clause, or
    as much of its sentence as makes sense by itself, its marks in pairs. ``start`` and ``end`` are where it stands."""

    key: str
    words: str
    kind: str
    start: int
    end: int
    article: str = "a"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that will be one item."""

    span: Span
    claims: tuple[Claim, ...]


_WEIGHT = ("casualties", "quantity", "quote", "actor", "date", "time", "place", "office", "duration", "score",
           "statement")  # fmt: skip
_TELLING = frozenset(("casualties", "quote", "statement", "actor"))  # a few words of these can be a whole statement
_GRAVE = _TELLING | {"quantity"}
_LONGEST = 240  # letters of an item that was widened
_FEW, _LEAST = 5, 3  # words; fewer say little by themselves, fewer than the least nothing, whatever they are about
_EDGE = " \t\n.,،؛:;-–—[]"
_PAIRS = {"«": "»", "(": ")", "[": "]", "“": "”"}
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}
_SIGNS = re.compile(r"[«»()\[\]“”\"]")
_WORD = re.compile(r"[^\W\d_]{2,}")


def todo_items(result: CheckResult, other: str | None) -> tuple[TodoItem, ...]:
    """One item a clause, in the order of the text; one that says nothing by itself (an age in brackets, half a
    name, the place before a dash) goes with its neighbour or its sentence. Without another report everything stands
    only in the draft. Names and offices alone are nothing to settle: a clause counts for what it asserts."""
    if other is not None:
        alone = [claim for claim, _, standing, _ in pairs(result, other) if standing == "only-a" and claim is not None]
    else:
        alone = [claim for claim in result.claims if claim.article == "a"]
    reading = next((one for one in result.readings if one.article.id == "a"), None)
    if reading is None:
        return ()
    article = reading.article
    items: dict[str, TodoItem] = {}
    for piece in _pieces(alone, article):
        words = _readable(article.text, piece.span)
        if not _says_something(words, piece):
            continue
        # The figure once counted equal clauses; it stays, or what projects have ticked would be open again.
        named = f"{_at_its_edges(article.text, piece.span)}\n1"
        key = hashlib.sha256(named.encode("utf-8", "replace")).hexdigest()[:12]
        kind = min((claim.kind for claim in piece.claims), key=_weight)
        items.setdefault(key, TodoItem(key, words, kind, piece.span.start, piece.span.end))
    return tuple(items.values())


def _pieces(claims: list[Claim], article: Article) -> list[_Piece]:
    """The claims by their clauses, sentence by sentence, fragments joined to what they belong to."""
    datelines = [part for part in article.parts if part.kind == "dateline"]
    clauses: dict[tuple[int, int], list[Claim]] = {}
    for claim in claims:
        if not any(part.start <= claim.span.start < part.end for part in datelines):
            clauses.setdefault((claim.clause.start, claim.clause.end), []).append(claim)
    by_sentence: dict[tuple[int, int], list[_Piece]] = {}
    for (start, end), found in sorted(clauses.items()):
        piece = _Piece(Span(start, end), tuple(found))
        by_sentence.setdefault(_sentence(article, start), []).append(piece)
    pieces = []
    for (start, end), group in by_sentence.items():
        pieces += _joined(group, article.text, Span(start, end))
    return pieces


def _joined(pieces: list[_Piece], text: str, sentence: Span) -> list[_Piece]:
    """The pieces of one sentence: a fragment goes with the nearest whole clause, or takes in its sentence."""
    whole = [piece for piece in pieces if not _is_fragment(piece, text)]
    fragments = [piece for piece in pieces if piece not in whole]
    if not whole and fragments:
        around = Span(fragments[0].span.start, fragments[-1].span.end)
        claims = tuple(claim for piece in fragments for claim in piece.claims)
        return [_Piece(_widened(text, around, sentence), claims)]
    for piece in fragments:
        nearest = min(whole, key=lambda one: _apart(one.span, piece.span))
        span = Span(min(nearest.span.start, piece.span.start), max(nearest.span.end, piece.span.end))
        if span.end - span.start > _LONGEST:  # too far off to be read together
            whole.append(_Piece(_widened(text, piece.span, sentence), piece.claims))
        else:
            whole[whole.index(nearest)] = _with(nearest, piece, span)
    return _without_inner(sorted(whole, key=lambda piece: (piece.span.start, -piece.span.end)))


def _without_inner(pieces: list[_Piece]) -> list[_Piece]:
    """A clause inside another one is looked into with it, unless that is long."""
    kept: list[_Piece] = []
    for piece in pieces:
        around = next((one for one in kept if _holds(one.span, piece.span)), None)
        if around is None:
            kept.append(piece)
        else:
            kept[kept.index(around)] = _with(around, piece, around.span)
    return kept


def _with(piece: _Piece, smaller: _Piece, span: Span) -> _Piece:
    """Both as one; the day, place or age that the smaller one gives weighs less than what the other tells."""
    return _Piece(span, piece.claims + tuple(claim for claim in smaller.claims if claim.kind in _GRAVE))


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and outer.end - outer.start <= _LONGEST


def _apart(a: Span, b: Span) -> int:
    return max(a.start, b.start) - min(a.end, b.end)


def _is_fragment(piece: _Piece, text: str) -> bool:
    """Whether words say too little to be looked into by themselves."""
    words = _at_its_edges(text, piece.span)
    count = len(_WORD.findall(words))
    if count < _FEW:
        return count < _LEAST or not _tells(piece)
    return count < 2 * _FEW and _balanced(words) != words


def _widened(text: str, span: Span, sentence: Span) -> Span:
    """The sentence, or as many of its words around the span as can be read at a glance."""
    start, end = min(sentence.start, span.start), max(sentence.end, span.end)
    if end - start <= _LONGEST:
        return Span(start, end)
    room = max(0, _LONGEST - (span.end - span.start))
    begin = max(start, span.start - room * 2 // 3)
    while start < begin < span.start and not text[begin - 1].isspace():
        begin += 1
    finish = min(end, begin + max(_LONGEST, span.end - begin))
    while span.end < finish < end and not text[finish].isspace():
        finish -= 1
    return Span(begin, finish)


def _sentence(article: Article, offset: int) -> tuple[int, int]:
    """The sentence that an offset stands in; its line where no sentences are known."""
    after = bisect_right(article.sentences, offset, key=lambda sentence: sentence.start)
    if after and offset < article.sentences[after - 1].end:
        return article.sentences[after - 1].start, article.sentences[after - 1].end
    end = article.text.find("\n", offset)
    return article.text.rfind("\n", 0, offset) + 1, len(article.text) if end < 0 else end


def _at_its_edges(text: str, span: Span) -> str:
    """The words without what joins them to their neighbours."""
    return " ".join(text[span.start : span.end].split()).strip(_EDGE)


def _readable(text: str, span: Span) -> str:
    return _balanced(_at_its_edges(text, span)).strip(_EDGE)


def _says_something(words: str, piece: _Piece) -> bool:
    count = len(_WORD.findall(words))
    return count >= _LEAST or (count == _LEAST - 1 and _tells(piece))


def _tells(piece: _Piece) -> bool:
    return any(claim.kind in _TELLING for claim in piece.claims)


def _balanced(words: str) -> str:
    """The words with every bracket and quotation mark that has no partner in them left out."""
    if not _SIGNS.search(words):
        return words
    open_: list[int] = []
    lost: set[int] = set()
    for place, sign in enumerate(words):
        if sign in _PAIRS:
            open_.append(place)
        elif sign in _OPENING:
            if open_ and words[open_[-1]] == _OPENING[sign]:
                open_.pop()
            else:
                lost.add(place)
    lost.update(open_)
    straight = [place for place, sign in enumerate(words) if sign == '"']
    if len(straight) % 2:
        # The one at an edge has its partner elsewhere.
        lost.add(straight[0] if straight[0] == 0 else straight[-1])
    return " ".join("".join(sign for place, sign in enumerate(words) if place not in lost).split())


def _weight(kind: str) -> int:
    return _WEIGHT.index(kind) if kind in _WEIGHT else len(_WEIGHT)
