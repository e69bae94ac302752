"""Figures in Arabic-Indic digits, for people who choose them in the Arabic interface."""

from __future__ import annotations

import re
from typing import Literal

Digits = Literal["western", "arabic"]
_DIGITS = str.maketrans("0123456789%", "٠١٢٣٤٥٦٧٨٩٪")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_FRACTION = re.compile(r"(?<=\d)\.(?=\d)")
# What stays as it was written: quotations, and whatever hangs together with Latin letters (names, addresses, keys).
_KEPT = re.compile(r"«[^«»]*»|\S*[A-Za-z]\S*")


def arabic_indic(figure: str) -> str:
    """A figure, a day or a clock in Arabic-Indic digits, with Arabic signs for thousands, fractions and per cent."""
    return _FRACTION.sub("٫", _THOUSANDS.sub("٬", figure)).translate(_DIGITS)


def sentence_in_arabic_indic(sentence: str) -> str:
    """The same for a sentence; quotations and Latin words in it stay as they are."""
    pieces, at = [], 0
    for kept in _KEPT.finditer(sentence):
        pieces += [arabic_indic(sentence[at : kept.start()]), kept.group()]
        at = kept.end()
    return "".join((*pieces, arabic_indic(sentence[at:])))
