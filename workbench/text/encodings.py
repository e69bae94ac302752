"""Telling the encodings of Arabic text apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from math import log2

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
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
# What a single byte may not be in ISO-8859-6: nothing is assigned there.
_NOT_ISO = re.compile(rb"[\x80-\x9f\xa1-\xa3\xa5-\xab\xae-\xba\xbc-\xbe\xc0\xdb-\xdf\xf3-\xff]")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# The upper halves of letters, punctuation, box drawing and Arabic presentation forms.
_WIDE_HALVES = b"\x00\x01\x02\x03\x04\x05\x06\x07\x20\x21\x22\x25\xfb\xfc\xfd\xfe"
_ARABIC = "\u0621-\u063a\u0641-\u064a"
_ARABIC_WORD = re.compile(f"[{_ARABIC}]+")
_SIGN = "\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u024f\u0152-\u0192"
# Signs of a wrong reading: accented Latin, currency and typographic signs inside an Arabic word, an accented letter
# alone, a vowel sign with no letter before it, a tanween or a letter that only ends words inside one.
_STRANGE = re.compile(
    f"(?<=[{_ARABIC}])[{_SIGN}]|[{_SIGN}](?=[{_ARABIC}])|(?<![A-Za-z])[\u00e0-\u00ff](?![A-Za-z])|[¬¦¯¸¹]"
    f"|(?<![{_ARABIC}\u064b-\u0652\u0640])[\u064b-\u0652]|[\u064b-\u064d](?=[{_ARABIC}])(?!ا\\b)|[ةى](?=[{_ARABIC}])"
)
_PLAUSIBLE = re.compile("[\t\n\r -~\u0600-\u06ff\ufb50-\ufeff]")
_LATIN = re.compile("[A-Za-z]")
_MIXED = re.compile("[A-Za-z][\u0600-\u06ff\u200e\u200f]|[\u0600-\u06ff\u200e\u200f][A-Za-z]")
_VOWEL = re.compile("[\u064b\u064e-\u0652]")
_TANWEEN = re.compile("[\u064c\u064d]")
_ARTICLE = re.compile(f"(?<![{_ARABIC}])[وفبك]?ال(?=[{_ARABIC}])")
# Which letters follow a letter in Arabic news, the commonest first; ``^`` and ``$`` are a word's beginning and end.
_FOLLOWERS = {
    "^": "اموبأعفتلإسحقينجكشردهخصطغآضزثذظ", "ء": "$اةت", "آ": "خلنمث", "أ": "نمسوحرشعكصجيقفخد$بثهزضتلطةغىذ",
    "ؤ": "وكاسلدهشت", "إ": "لصنسعديخحطبجثقشمفضرذغتهز", "ئ": "يرالقةدبوفمنحهزت$ىعج",
    "ا": "ل$رتنمبدءئعسفقحصجيهشكخوطزثضةغذؤظ", "ب": "ا$يةرعلدومتسنبهقطحأإشغجكصضثىفذزخ", "ة": "$",
    "ت": "$حهلوريمشفصاقبعجنسخىدتطأكظضغزثؤذئةآ", "ث": "$رنالثةميوتقهفىأ", "ج": "امر$نيولهدثةتعزبئسأىح",
    "ح": "امد$ريةتكقوسلثصفضجزبطىنظذهش", "خ": "ارلصطتيم$ةبوخفدذنسضز", "د": "$ياوةمرثدعنىفهتلكسقخبءحأش",
    "ذ": "$يهالكىرفونمبخ", "ر": "$ياةوكبعتئقفسطدجحىضهمرأشنصغلزخث", "ز": "ي$اةورمبلتهىدنعكقفجحز",
    "س": "يت$ابلونعرمةفكطقؤجهخىئسحد", "ش": "راخفي$هتمبكوقعأندةلطغحسجىئ", "ص": "ار$يحدلوطبفمةنعصغهت",
    "ض": "$ايحربودمهةىلخعتغط", "ط": "ا$رةقلوينفبعدمهتأطىسش", "ظ": "اةرم$ليهفوب", "ع": "ل$ادنيةمروبهتضقشزسجصىكطفظث",
    "غ": "اري$دلزوتنمضطبةفس", "ف": "ي$ىارتجةلظعوضقطنهسخزدصحبغكشذإمأ", "ق": "$ايتلوردةعبطضصىمنفهسذجقش",
    "ك": "ايرم$وزلتندةسبثهشأفذى", "ل": "$مايىتأسعقولحنبجدإةكهشفطصرغخذثزضآظ",
    "م": "$ناصحدسيرةولتعقشجبهكفمخطزؤثىغئذضأظ", "ن": "$ياتهفةقوطسدبىظشعجزذحمصخكنغئضر", "ه": "$امردويجذبةنلتزشضهى",
    "و": "الرمن$قيدأبتفزجعسإطكىحهضصشوذخغةثظآء", "ى": "$", "ي": "$ةناردلوقمسعهتبفيكحشطزثجخضئصذغأؤىظء",
}  # fmt: skip
_RARE = 8.0  # bits, for a letter that never follows
# By Zipf's rule the letter of rank r follows half as often as that of rank r/2.
_PAIR_COSTS = {
    (letter, follower): log2(rank + 1)
    for letter, followers in _FOLLOWERS.items()
    for rank, follower in enumerate(followers, 1)
}
_SAMPLE = 20_000  # characters; more say nothing new
_COMMON = frozenset(
    ("من", "في", "فى", "على", "إن", "أن", "ان", "إلى", "الى", "عن", "هو", "هي", "مع", "ما", "لا", "لم", "لن", "هذا",
     "هذه", "التي", "الذي", "بعد", "قبل", "بين", "كان", "كانت", "قال", "وقال", "قالت", "تم", "أو", "كل", "حتى", "ثم")
)  # fmt: skip


def decode(data: bytes) -> Decoded | Bilingual:
    """The text that the bytes write, or a sentence saying why there is none. ``data`` is not empty."""
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _strict(data[len(mark):], encoding)
    if b"\x00" in data or b"\x06" in data:
        # No text in bytes holds these; in UTF-16 they are the upper half of every Latin and every Arabic letter.
        wide = _unmarked_utf16(data)
        if wide:
            return wide
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
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
    """UTF-16 without a byte order mark: one byte of a pair is 00 (Latin) or 06 (Arabic) at least every other time, and
    else that of a punctuation mark, a direction mark or a presentation form; the other byte hardly ever is."""
    if len(data) < 4 or len(data) % 2:
        return None
    half = len(data) // 2
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = data[offset::2], data[1 - offset::2]
        if (high.count(0) + high.count(6)) * 2 < half or (low.count(0) + low.count(6)) * 4 > half:
            continue
        if len(high.translate(None, _WIDE_HALVES)) * 20 > half:
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(_PLAUSIBLE.findall(text)) * 2 >= len(text):
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
    """Windows-1256 or ISO-8859-6, whichever reads more like Arabic; else what the bytes are in another script."""
    if _CONTROL.search(data):
        return _BINARY
    readings = [Decoded(data.decode("cp1256"), "cp1256")]
    if not _NOT_ISO.search(data):
        readings.append(Decoded(data.decode("iso-8859-6"), "iso-8859-6"))
    readings.sort(key=lambda reading: _likeness(reading.text), reverse=True)
    return next((reading for reading in readings if _readable(reading.text)), None) or _foreign(data)


def _foreign(data: bytes) -> Decoded | Bilingual:
    """A text of another script: Western European where most letters are plain Latin, else a confident guess."""
    sample = data[:_SAMPLE]
    encoding = "cp1252"
    if len(_LATIN.findall(sample.decode("latin-1"))) * 2 < len(sample):
        from charset_normalizer import from_bytes

        best = from_bytes(sample, threshold=0.1).best()
        if best is None or best.chaos > 0.05 or best.coherence < 0.3:
            return _UNKNOWN
        encoding = best.encoding
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return _UNKNOWN


def _likeness(text: str) -> float:
    """How much a text reads like Arabic: each pair of letters costs the more the rarer it is, each sign of a wrong
    reading costs as much as a word."""
    sample = text[:_SAMPLE]
    cost = 12.0 * len(_STRANGE.findall(sample)) + 6.0 * len(_TANWEEN.findall(sample))
    cost += len(_VOWEL.findall(sample))
    cost -= 4.0 * len(_ARTICLE.findall(sample))
    for word in _ARABIC_WORD.findall(sample):
        if word in _COMMON:
            cost -= 8.0
        for pair in pairwise(f"^{word}$"):
            cost += _PAIR_COSTS.get(pair, _RARE)
    return -cost


def _readable(text: str) -> bool:
    """Whether a reading has few strange places, and hardly a Latin word with Arabic signs in it."""
    sample = text[:_SAMPLE]
    letters = sum(character.isalnum() for character in sample)
    latin = len(_LATIN.findall(sample))
    mixed = len(_MIXED.findall(sample))
    return len(_STRANGE.findall(sample)) * 12 < letters and not (mixed * 100 > latin > letters / 2)
