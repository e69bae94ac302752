"""The language of a text, as far as this program cares: Arabic, another language in Arabic script, English, unknown."""

from __future__ import annotations

import re

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]+")
_SAMPLE = 20_000  # characters looked at
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(("the", "of", "and", "to", "in", "a", "is", "was", "that", "for", "on", "with", "said", "by"))
_PERSIAN = frozenset(("است", "که", "را", "این", "می", "های", "شد", "از", "برای", "آن", "شده", "کرد", "با"))
_URDU = frozenset(("کے", "ہے", "میں", "کی", "اور", "نے", "سے", "کا", "ہیں", "کو", "پر", "گیا", "تھا"))


def language_of(text: str) -> str:
    """``ar``, ``fa``, ``ur``, ``en``, or ``und`` where nothing tells. A single Arabic word is Arabic."""
    sample = text[:_SAMPLE]
    words = _ARABIC.findall(sample)
    arabic = sum(map(len, words))
    # Where the rest is too short to outweigh the Arabic letters, it need not be read.
    latin = sum(map(len, _LATIN.findall(sample))) if len(sample) > arabic * 3 else 0
    if not arabic and not latin:
        return "und"
    if arabic >= latin * 0.5:
        seen = set(words)
        for language, common in (("fa", _PERSIAN), ("ur", _URDU)):
            if sum(map(words.count, common & seen)) * 12 > len(words):
                return language
        return "ar"
    words = _WORD.findall(sample)
    english = sum(word.casefold() in _ENGLISH for word in words)
    return "en" if english * 12 > len(words) else "und"
