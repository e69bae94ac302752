"""Telling the encodings of Arabic text apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.text.values import Bilingual


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the name of the encoding it was written in."""

    text: str
    encoding: str


_MARKED = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_UNKNOWN = Bilingual(
    "it is in no encoding that could be recognised; save it as UTF-8.",
    "تعذر التعرف على ترميز النص، فاحفظه بترميز UTF-8.",
)
_BINARY = Bilingual("it is not plain text.", "محتواه ليس نصا عاديا.")
_SURROGATES = Bilingual(
    "it holds halves of characters (lone surrogates): it was damaged on its way here.",
    "يحتوي على أنصاف محارف (surrogates) مما يعني أن النص تلف قبل وصوله.",
)
_HIGH = re.compile(rb"[\x80-\xff]")
# What a single byte may not be in ISO-8859-6: nothing is assigned there.
_NOT_ISO = re.compile(rb"[\x80-\x9f\xa1-\xa3\xa5-\xab\xae-\xba\xbc-\xbe\xc0\xdb-\xdf\xf3-\xff]")
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_ARABIC = "\u0621-\u063a\u0641-\u064a"
_ARABIC_LETTER = re.compile(f"[{_ARABIC}]")
# Signs of a wrong reading: accented Latin, currency and typographic signs inside an Arabic word, a vowel sign at its
# beginning or two tanween in it, a final letter in its middle.
_STRANGE = re.compile(
    f"(?<=[{_ARABIC}])[\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u024f\u0152-\u0192]|[\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u024f\u0152-\u0192](?=[{_ARABIC}])"
    f"|(?<![{_ARABIC}\u064b-\u0652\u0640])[\u064b-\u0652]|[\u064b-\u064d](?=[{_ARABIC}])(?!\u064b?ا\\b)"
    f"|[ةى](?=[{_ARABIC}])|(?<=[{_ARABIC}])[إ](?=\\b)"
)
# How often each letter stands in a thousand letters of Arabic news, roughly.
_PER_MILLE = {
    "ا": 157, "ل": 122, "ي": 77, "م": 62, "و": 60, "ن": 60, "ر": 48, "ت": 46, "ب": 38, "ع": 36, "د": 33, "ة": 32,
    "ه": 31, "س": 29, "ف": 27, "ق": 24, "أ": 23, "ك": 22, "ح": 20, "ج": 16, "ش": 13, "إ": 11, "ص": 11, "ط": 11,
    "ى": 10, "خ": 9, "ذ": 8, "ض": 7, "غ": 6, "ز": 7, "ث": 7, "ئ": 5, "ء": 4, "ظ": 2, "آ": 2, "ؤ": 1,
}  # fmt: skip


def decode(data: bytes) -> Decoded | Bilingual:
    """The text that the bytes write, or a sentence saying why there is none. ``data`` is not empty."""
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _strict(data[len(mark):], encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        # Two-byte units without a mark decode as UTF-8 too where all their letters are Latin.
        return _unmarked_utf16(data) or Decoded(text, "utf-8") if "\x00" in text else Decoded(text, "utf-8")
    wide = _unmarked_utf16(data)
    if wide:
        return wide
    if b"\x00" in data:
        return _BINARY
    damaged = _damaged_utf8(data)
    return damaged or _single_byte(data)


def _strict(data: bytes, encoding: str) -> Decoded | Bilingual:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        try:
            data.decode(encoding, "surrogatepass")
        except UnicodeDecodeError:
            return _damaged(encoding)
        return _SURROGATES


def _damaged(encoding: str) -> Bilingual:
    name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
    return Bilingual(f"it is damaged {name} text.", f"النص بترميز {name} لكنه تالف.")


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a byte order mark: one byte of every pair is 00 or 06 nearly throughout."""
    if len(data) < 4 or len(data) % 2:
        return None
    half = len(data) // 2
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = data[offset::2]
        if (high.count(0) + high.count(6)) * 10 < half * 9:
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.count("\x00") == 0 and sum(c.isalnum() or c.isspace() for c in text) * 2 > len(text):
            return Decoded(text, encoding)
    return None


def _damaged_utf8(data: bytes) -> Bilingual | None:
    """A sentence where the bytes are UTF-8 but for a few: read as anything else they would be gibberish."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        pass
    else:
        return _SURROGATES
    high = len(_HIGH.findall(data))
    sequences = _UTF8_SEQUENCE.findall(data)
    return _damaged("utf-8") if sum(map(len, sequences)) * 10 > high * 8 else None


def _single_byte(data: bytes) -> Decoded | Bilingual:
    """Windows-1256 or ISO-8859-6, whichever reads more like Arabic; refused where neither reads like a text."""
    windows = data.decode("cp1256")
    best = Decoded(windows, "cp1256")
    if not _NOT_ISO.search(data):
        iso = data.decode("iso-8859-6")
        if _likeness(iso) > _likeness(windows):
            best = Decoded(iso, "iso-8859-6")
    return best if _readable(best.text) else _UNKNOWN


def _likeness(text: str) -> float:
    """How much a text reads like Arabic: common letters and articles count for it, signs of a wrong reading against."""
    letters = _ARABIC_LETTER.findall(text)
    score = sum(_PER_MILLE.get(letter, 0) for letter in letters) / 40
    score += 4 * len(re.findall(rf"(?<![{_ARABIC}])[وفبك]?ال(?=[{_ARABIC}])", text))
    return score - 6 * len(_STRANGE.findall(text))


def _readable(text: str) -> bool:
    letters = sum(character.isalpha() for character in text)
    seen = sum(not character.isspace() for character in text)
    return letters * 2 > seen and len(_STRANGE.findall(text)) * 12 < letters
