"""Passages and notes that an editor put into a story and that were meant to go, or to be asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.knowledge.copy_words import CopyWords
from workbench.text.tokens import read_tokens
from workbench.text.values import Span, Token

InsertionKind = Literal["passage", "note", "blank", "markup"]

_SQUARE = re.compile(r"\[([^\[\]]{0,4000})\]|\{([^{}]{0,4000})\}")
_ROUND = re.compile(r"\(([^()\n]{0,160})\)")
_BLANK = re.compile(r"_{4,}|\.{9,}(?!\.)")
_MARKUP = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,9}(?:\s[^<>\n]{0,200})?/?>|&(?:[A-Za-z]{2,8}|#\d{2,5});")
_LATIN_MARK = re.compile(r"(?<![A-Za-z])(?:X{3,}|x{4,}|T[KT]{1,3}|TODO|FIXME)(?![A-Za-z])")
_STOP = re.compile(r"[.!?؟…]\s*[\"»”]?\s*\Z")
_PASSAGE = 8  # words: a clarification in brackets is shorter
_SENTENCE = 5  # words, where the bracket holds a sentence of its own, stop included


@dataclass(frozen=True, slots=True)
class Insertion:
    """``start``/``end`` take in the brackets. A passage belongs to no source and no quotation; a note speaks to the
    desk; a blank was never filled in; markup is what a page's code left behind. ``words`` counts those inside."""

    start: int
    end: int
    kind: InsertionKind
    words: int


def find_insertions(text: str, quoted: Sequence[Span], words: CopyWords) -> Iterator[Insertion]:
    """What was put into a text, in order of kind. ``quoted`` are the quotations: brackets in them explain a word."""
    for match in _SQUARE.finditer(text):
        inner = match.group(1) if match.group(1) is not None else match.group(2)
        if any(span.start < match.start() and match.end() < span.end for span in quoted):
            continue
        if not inner.strip():
            yield Insertion(match.start(), match.end(), "blank", 0)
            continue
        tokens = _words(inner)
        if not any(token.kind == "word" for token in tokens) and not _is_note(inner, words, True):
            continue
        if tokens and tokens[0].key in words.labels:
            continue
        if _is_note(inner, words, True) and len(tokens) < 30:
            yield Insertion(match.start(), match.end(), "note", len(tokens))
        elif len(tokens) >= _PASSAGE or (len(tokens) >= _SENTENCE and _STOP.search(inner)):
            yield Insertion(match.start(), match.end(), "passage", len(tokens))
    for match in _ROUND.finditer(text):
        if _is_note(match.group(1), words, False):
            yield Insertion(match.start(), match.end(), "note", len(_words(match.group(1))))
    signs: tuple[tuple[re.Pattern[str], InsertionKind], ...] = (
        (_BLANK, "blank"), (_LATIN_MARK, "note"), (_MARKUP, "markup")
    )  # fmt: skip
    for pattern, kind in signs:
        for match in pattern.finditer(text):
            yield Insertion(match.start(), match.end(), kind, 0)


def _words(text: str) -> list[Token]:
    return [token for token in read_tokens(text) if token.kind in ("word", "number", "latin")]


def _is_note(inner: str, words: CopyWords, square: bool) -> bool:
    """Whether a bracket speaks to the desk. Round brackets must show it by a question mark or a colon as well."""
    tokens = read_tokens(inner)
    asks = "؟" in inner or "?" in inner
    if tokens and all(token.text in "؟?!" for token in tokens):
        return True
    if not tokens or not (square or asks or ":" in inner):
        return False
    hit = words.notes.at(tokens, 0)
    if hit is None:
        return False
    if hit.value == "whole":
        return asks and all(token.kind == "punctuation" for token in tokens[hit.last :])
    return square or asks or any(token.text == ":" for token in tokens[hit.last : hit.last + 1])
