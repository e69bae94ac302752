"""The words by which the parts of an article are told apart: agencies' signatures, captions, bylines, links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.text.normal import key

_WORD = re.compile(r"[^\W_]+")
# «وكالة فرانس برس»، «وكالة الأنباء السعودية»: the word before the name says nothing about which agency it is.
_BEFORE_NAME = frozenset({"وكاله", "عن", "قناه", "صحيفه", "موقع", "جريده"})


def signature(words: str) -> str:
    """What cues are looked up by: folded words with one space between; spaced or dotted initials become one word, so
    that «أ ف ب», «أ.ف.ب» and «ا. ف. ب» are the same."""
    pieces: list[str] = []
    initials: list[str] = []
    for word in _WORD.findall(key(words)):
        if len(word) == 1 and not word.isdigit():
            initials.append(word)
            continue
        if initials:
            pieces.append(".".join(initials))
            initials.clear()
        pieces.append(word)
    if initials:
        pieces.append(".".join(initials))
    return " ".join(pieces)


@dataclass(frozen=True, slots=True)
class ArticleCues:
    """Signatures (see ``signature``) by what they tell. Without any, no credit, caption or link is recognised."""

    agencies: Mapping[str, str] = field(default_factory=dict)
    """signature: canonical name of the agency"""
    unnamed_agencies: frozenset[str] = frozenset()
    signoffs: Mapping[str, str] = field(default_factory=dict)
    """closing words of an agency's desk: its canonical name"""
    captions: frozenset[str] = frozenset()
    caption_starts: frozenset[str] = frozenset()
    caption_ends: frozenset[str] = frozenset()
    byline_starts: frozenset[str] = frozenset()
    source_starts: frozenset[str] = frozenset()
    aside_starts: frozenset[str] = frozenset()
    not_places: frozenset[str] = frozenset()
    weekdays: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    date_starts: frozenset[str] = frozenset()

    def agency(self, words: str) -> str | None:
        """The canonical name of the agency that these words, and no others, are the signature of."""
        return self.agency_of(signature(words))

    def agency_of(self, signed: str) -> str | None:
        """The same for words that are a signature already."""
        while signed:
            if signed in self.agencies:
                return self.agencies[signed]
            first, _, signed = signed.partition(" ")
            if first not in _BEFORE_NAME:
                return None
        return None


NO_CUES = ArticleCues()


def starts_with(signed: str, starts: frozenset[str], longest: int = 4) -> bool:
    """Whether the first words of a signature are one of ``starts``, whole words only."""
    words = signed.split(" ", longest)[:longest]
    return any(" ".join(words[:count]) in starts for count in range(1, len(words) + 1))


def ends_with(signed: str, ends: frozenset[str], longest: int = 4) -> bool:
    """Whether the last words of a signature are one of ``ends``, whole words only."""
    words = signed.rsplit(" ", longest)[-longest:]
    return any(" ".join(words[-count:]) in ends for count in range(1, len(words) + 1))
