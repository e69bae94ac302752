"""Normal forms of Arabic text, with a map back into the untouched text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Signs that belong to the letter before them: vowel signs, Quranic marks, superscript alef, tatweel, combining accents.
ATTACHED = (
    "\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff"
)
# Signs that nobody sees: zero-width characters, direction marks and isolates, soft hyphen, byte order mark.
UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_MARKS = re.compile(f"[{ATTACHED}{UNSEEN}]+")
_ATTACHED = re.compile(f"[{ATTACHED}]+")
_HAMZA_APART = re.compile("[اويىہەهۀۂ][\u0653-\u0655]")
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufeff]")
_DIGITS = {ord(zero) + value: str(value) for zero in "٠۰" for value in range(10)}
_DIGIT = re.compile("[٠-٩۰-۹]")
_NOT_PLAIN = re.compile(f"[{ATTACHED}{UNSEEN}\ufb50-\ufdff\ufe70-\ufeff٠-٩۰-۹]")
_FOLDS = (
    ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ى", "ي"), ("ی", "ي"), ("ې", "ي"), ("ک", "ك"), ("ڪ", "ك"),
    ("ة", "ه"), ("ۀ", "ه"), ("ە", "ه"), ("ہ", "ه"), ("ھ", "ه"), ("ؤ", "و"), ("ئ", "ي"), ("گ", "ك"), ("چ", "ج"),
    ("پ", "ب"), ("ڤ", "ف"), ("ڨ", "ق"),
)  # fmt: skip
_FOLDABLE = re.compile(f"[{''.join(letter for letter, _ in _FOLDS)}]")


def plain(word: str) -> str:
    """The word without marks that carry no letters; presentation forms as letters, digits in ASCII."""
    if not _NOT_PLAIN.search(word):
        return word
    if _MARKS.search(word):
        if _HAMZA_APART.search(word):
            word = unicodedata.normalize("NFC", word)
        word = _MARKS.sub("", word)
    if _PRESENTATION.search(word):
        word = _MARKS.sub("", unicodedata.normalize("NFKC", word))
    if _DIGIT.search(word):
        word = word.translate(_DIGITS)
    return word


def fold(plain_word: str) -> str:
    """The look-up key of a plain word: hamza seats, final ya, ta marbuta, letters of Persian keyboards and case
    folded. As long as the word, but for Latin letters whose small form is longer («ß»)."""
    if _FOLDABLE.search(plain_word):
        for letter, folded in _FOLDS:
            if letter in plain_word:
                plain_word = plain_word.replace(letter, folded)
    return plain_word.casefold() if plain_word[:1] < "\u0590" else plain_word


def key(word: str) -> str:
    """``fold(plain(word))``: what tables are looked up by."""
    return fold(plain(word))


def fold_words(text: str) -> str:
    """The keys of the words of a text, parted by single spaces."""
    text = " ".join(text.split())
    apart = _NOT_PLAIN.search(text) and (_PRESENTATION.search(text) or _HAMZA_APART.search(text))
    if text == text.casefold() and not apart:
        return key(text)  # no letter of it needs to know which word it stands in
    return " ".join(map(key, text.split(" ")))


@dataclass(frozen=True, slots=True)
class NormalText:
    """A normalised text with its map: its character ``i`` stands for ``untouched[offsets[i]:ends[i]]``, vowel signs
    and tatweel behind the letter taken in. Several characters may stand for one ligature; signs that nobody sees and
    white space behind white space are passed over."""

    text: str
    offsets: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the untouched text behind ``text[start:end]``, everything between its ends included."""
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else (self.ends[-1] if self.ends else 0)
            return at, at
        return self.offsets[start], self.ends[end - 1]


def normal_text(text: str) -> NormalText:
    """The whole text folded for searching, letter by letter as ``key`` does; each run of white space is one space."""
    out: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    folded: dict[str, str] = {}
    for at, character in enumerate(text):
        piece = folded.get(character)
        if piece is None:
            piece = folded[character] = " " if character.isspace() else key(character)
        if not piece:
            if ends and ends[-1] == at and out[-1] != " " and _ATTACHED.match(character):
                # Every character of a ligature takes the sign in.
                last = len(ends) - 1
                start = offsets[last]
                while last >= 0 and offsets[last] == start:
                    ends[last] = at + 1
                    last -= 1
            continue
        if piece == " " and out and out[-1] == " ":
            ends[-1] = at + 1
            continue
        for letter in piece:
            out.append(letter)
            offsets.append(at)
            ends.append(at + 1)
    return NormalText("".join(out), tuple(offsets), tuple(ends))
