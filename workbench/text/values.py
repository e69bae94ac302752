"""The values of the text layer. Offsets count Unicode code points, from 0, end-exclusive."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

PartKind = Literal["headline", "standfirst", "dateline", "body", "caption"]
TokenKind = Literal["word", "number", "latin", "punctuation", "symbol"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the untouched text: ``text[start:end]``. Equal when both ends are."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One sentence for people, in English and in Arabic. Neither is ever empty."""

    en: str
    ar: str


@dataclass(frozen=True, slots=True)
class Token:
    """One word, figure or sign. ``start``/``end`` count from the start of the text that was tokenised (a sentence).

    ``plain`` is the text without marks that carry no letters (diacritics, tatweel, direction marks, presentation
    forms), digits in ASCII; ``key`` is ``plain`` folded for look-up (hamza seats, final ya, ta marbuta, case).
    A word and the figure written against it («بـ14», «و30») are two tokens; ``spaced`` says whether white space
    (or the start of the text) stands before the token.
    """

    start: int
    end: int
    text: str
    plain: str
    key: str
    kind: TokenKind
    spaced: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A headline, standfirst, dateline, body or caption."""

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article; ``paragraph`` numbers the article's paragraphs from 0, a headline is one."""

    start: int
    end: int
    text: str
    part: PartKind
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: ``start``/``end`` take in the marks, ``inner`` does not. ``end`` of an unclosed one is None."""

    start: int
    end: int | None
    inner: Span
    opening: str
    closing: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read: ``text`` is decoded, line ends are ``\\n``, otherwise untouched.

    ``asides`` belong to no part and have no sentences: titles of other stories between the paragraphs. ``paragraphs``
    are those that sentences number, which follow from the text and count in no comparison; empty where it has not
    been read for them.
    """

    id: str
    text: str
    title: str
    parts: tuple[Part, ...]
    sentences: tuple[Sentence, ...]
    credit: str | None
    language: str
    path: str | None = None
    sha256: str = ""
    asides: tuple[Span, ...] = ()
    paragraphs: tuple[Span, ...] = field(default=(), compare=False)
