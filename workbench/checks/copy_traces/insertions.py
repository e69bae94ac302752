"""Passages and notes that an editor put into a story and that were meant to go, or to be asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.knowledge.words.copy_words import CopyWords
from workbench.knowledge.working_memory import WorkingMemory
from workbench.mentions.reading import ArticleReading
from workbench.text.tokens import read_tokens
from workbench.text.values import Token

InsertionKind = Literal["passage", "note", "blank", "markup"]

_SQUARE = re.compile(r"\[([^\[\]]{0,4000})\]|\{([^{}]{0,4000})\}")
_ROUND = re.compile(r"\(([^()\n]{0,160})\)")
_BLANK = re.compile(r"_{4,}|\.{9,}(?!\.)")
_MARKUP = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,9}(?:\s[^<>\n]{0,200})?/?>|&(?:[A-Za-z]{2,8}|#\d{2,5});")
_LATIN_MARK = re.compile(r"(?<![A-Za-z])(?:X{3,}|x{4,}|T[KT]{1,3}|TODO|FIXME)(?![A-Za-z])")
# Signs without brackets; a text that has none of the needles has none of the signs either.
_SIGNS: tuple[tuple[re.Pattern[str], InsertionKind, tuple[str, ...]], ...] = (
    (_BLANK, "blank", ("____", ".........")),
    (_LATIN_MARK, "note", ("XXX", "xxxx", "TK", "TT", "TODO", "FIXME")),
    (_MARKUP, "markup", ("<", "&")),
)
_STOP = re.compile(r"[.!?؟…]\s*[\"»”]?\s*\Z")
_PASSIVES = ("ي", "ت", "سي", "ست")
_PASSAGE = 8  # words: a clarification in brackets is shorter
_LINE = 40  # tokens of a sentence that speaks to the desk
_SENTENCE = 5  # words, where the bracket holds a sentence of its own, stop included


@dataclass(frozen=True, slots=True)
class Insertion:
    """``start``/``end`` take in the brackets. A passage belongs to no source and no quotation; a note speaks to the
    desk; a blank was never filled in; markup is what a page's code left behind. ``words`` counts those inside."""

    start: int
    end: int
    kind: InsertionKind
    words: int


@dataclass(frozen=True, slots=True)
class _Inner:
    """What stands between two brackets: its words, signs left out, and whether it speaks to the desk."""

    words: tuple[Token, ...]
    note: bool


def find_insertions(reading: ArticleReading, words: CopyWords, memory: WorkingMemory) -> Iterator[Insertion]:
    """What was put into an article, in order of kind."""
    yield from bracketed_insertions(reading, words, memory)
    text = reading.article.text
    for match in _ROUND.finditer(text):
        inner = _inner(match.group(1), words, False, memory)
        if inner.note:
            yield Insertion(match.start(), match.end(), "note", len(inner.words))
    yield from _without_brackets(reading, words)
    for pattern, kind, needles in _SIGNS:
        if any(needle in text for needle in needles):
            for match in pattern.finditer(text):
                yield Insertion(match.start(), match.end(), kind, 0)


def bracketed_insertions(reading: ArticleReading, words: CopyWords, memory: WorkingMemory) -> Iterator[Insertion]:
    """Those between square or curly brackets. In a quotation brackets explain a word."""
    text = reading.article.text
    for match in _SQUARE.finditer(text):
        inside = match.group(1) if match.group(1) is not None else match.group(2)
        start, end = match.span()
        if any(one.end is not None and one.start < start and end < one.end for one in reading.quotations):
            continue
        if not inside.strip():
            yield Insertion(start, end, "blank", 0)
            continue
        inner = _inner(inside, words, True, memory)
        if not any(token.kind == "word" for token in inner.words) and not inner.note:
            continue
        if inner.words and inner.words[0].key in words.labels:
            continue
        if inner.note and len(inner.words) < 30:
            yield Insertion(start, end, "note", len(inner.words))
        elif len(inner.words) >= _PASSAGE or (len(inner.words) >= _SENTENCE and _STOP.search(inside)):
            yield Insertion(start, end, "passage", len(inner.words))


def _without_brackets(reading: ArticleReading, words: CopyWords) -> Iterator[Insertion]:
    """«ملاحظة للمحرر: …», «يرجى التثبت من الرقم قبل النشر»: sentences that speak to the desk."""
    for sentence, read in zip(reading.article.sentences, reading.sentences, strict=True):
        first = next((at for at, token in enumerate(read.tokens) if token.kind != "punctuation"), None)
        if first is None or len(read.tokens) > _LINE:
            continue
        hit = words.notes.at(read.tokens, first)
        if hit is None or hit.value not in ("line", "asks") or any(token.text in "[]{}()" for token in read.tokens):
            continue
        behind = read.tokens[hit.last : hit.last + 1]
        named = hit.value == "line" and bool(behind) and behind[0].text == ":"
        asks = hit.value == "asks" and any(found.value == "within" for found in words.notes.find(read.tokens))
        if named or asks:
            start, end = sentence.start + read.tokens[first].start, sentence.start + read.tokens[-1].end
            yield Insertion(start, end, "note", sum(token.kind != "punctuation" for token in read.tokens))


def _inner(text: str, words: CopyWords, square: bool, memory: WorkingMemory) -> _Inner:
    def read() -> _Inner:
        tokens = read_tokens(text)
        said = tuple(token for token in tokens if token.kind in ("word", "number", "latin"))
        return _Inner(said, _is_note(text, tokens, len(said), words, square))

    return memory.recall("bracket", (text, square), read)


def _is_note(text: str, tokens: Sequence[Token], count: int, words: CopyWords, square: bool) -> bool:
    """Whether a bracket, of ``count`` words, speaks to the desk. Round brackets must show it by a question mark or a
    colon as well."""
    asks = "؟" in text or "?" in text
    if tokens and all(token.text in "؟?!" for token in tokens):
        return True
    if not tokens or not (square or asks or ":" in text):
        return False
    hit = words.notes.at(tokens, 0)
    if square and count > 1 and any(found.value == "within" for found in words.notes.find(tokens)):
        return True
    if square and _is_to_be_done(tokens, words):
        return True
    if hit is None or hit.value in ("within", "ends", "later"):
        return False
    if hit.value == "whole":
        return asks and all(token.kind == "punctuation" for token in tokens[hit.last :])
    return square or asks or any(token.text == ":" for token in tokens[hit.last : hit.last + 1])


def _is_to_be_done(tokens: Sequence[Token], words: CopyWords) -> bool:
    """«رقم سعر التذكرة يستكمل», «فقرة عن الرد تدرج لاحقا»: what the bracket ends with is still to be done."""
    found = list(words.notes.find(tokens))
    end = max((at + 1 for at, token in enumerate(tokens) if token.kind != "punctuation"), default=0)
    if found and found[-1].value == "later" and found[-1].last == end:
        end = found.pop().first
    last = next((hit for hit in found if hit.last == end and hit.first), None)
    if last is None:
        return False
    return last.value == "ends" or (last.value == "begins" and tokens[last.first].key.startswith(_PASSIVES))
