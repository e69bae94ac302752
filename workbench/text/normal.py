"""Normal forms of Arabic text, with a map back into the untouched text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Marks that carry no letters: harakat and Quranic signs, superscript alef, tatweel, direction marks and isolates,
# zero-width characters, the byte order mark, soft hyphen.
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640"
                    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\u061c]+")  # fmt: skip
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufeff]")
_DIGITS = {ord(c): str(d) for zero in "٠۰" for d, c in enumerate(chr(ord(zero) + i) for i in range(10))}
_DIGIT = re.compile("[٠-٩۰-۹]")
_FOLDS = (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ى", "ي"), ("ی", "ي"), ("ې", "ي"), ("ک", "ك"),
          ("ڪ", "ك"), ("ة", "ه"), ("ۀ", "ه"), ("ە", "ه"), ("ہ", "ه"), ("ھ", "ه"), ("ؤ", "و"), ("ئ", "ي"),
          ("گ", "ك"), ("چ", "ج"), ("پ", "ب"), ("ڤ", "ف"))  # fmt: skip


def plain(word: str) -> str:
    """The word without marks that carry no letters; presentation forms as letters, digits in ASCII."""
    if _MARKS.search(word):
        word = _MARKS.sub("", word)
    if _PRESENTATION.search(word):
        word = _MARKS.sub("", unicodedata.normalize("NFKC", word))
    if _DIGIT.search(word):
        word = word.translate(_DIGITS)
    return word


def fold(plain_word: str) -> str:
    """The look-up key of a plain word: hamza seats, final ya, ta marbuta and letters of Persian keyboards folded."""
    for letter, folded in _FOLDS:
        if letter in plain_word:
            plain_word = plain_word.replace(letter, folded)
    return plain_word if plain_word.isascii() is False else plain_word.casefold()


def key(word: str) -> str:
    """``fold(plain(word))``: what tables are looked up by."""
    return fold(plain(word))


@dataclass(frozen=True, slots=True)
class NormalText:
    """A normalised text; ``offsets[i]`` is where its character ``i`` stands in the untouched text, and the last
    entry is the untouched text's length."""

    text: str
    offsets: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the untouched text behind ``text[start:end]``, marks inside it included."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1


def normal_text(text: str) -> NormalText:
    """The whole text folded for searching, character by character, white space runs as one space."""
    out: list[str] = []
    offsets: list[int] = []
    for at, character in enumerate(text):
        folded = " " if character.isspace() else key(character)
        if folded == " " and out and out[-1] == " ":
            continue
        for piece in folded:
            out.append(piece)
            offsets.append(at)
    offsets.append(len(text))
    return NormalText("".join(out), tuple(offsets))
