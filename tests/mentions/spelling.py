"""Spells whole numbers out in Arabic words, both genders and both cases, the ways the press does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Case = Literal["nominative", "oblique"]

_UNITS_WITH_MASCULINE = ("", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
_UNITS_WITH_FEMININE = ("", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع", "عشر")
_TENS = ("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_HUNDREDS = ("", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع")
_SCALES = (
    (10**12, "تريليون", "تريليونات"),
    (10**9, "مليار", "مليارات"),
    (10**6, "مليون", "ملايين"),
    (10**3, "ألف", "آلاف"),
)


@dataclass(frozen=True)
class Style:
    """How a writer spells: ``hundred`` is مئة or مائة, ``apart`` writes it as a word of its own, ``joint`` is what
    stands between the parts («و» against the word or after a space), ``feminine`` agrees with a feminine noun."""

    feminine: bool = False
    case: Case = "nominative"
    hundred: str = "مئة"
    apart: bool = False
    joint: str = " و"


def spelled(number: int, style: Style) -> str:
    """``number`` (0 to 10**15 - 1) in words."""
    if number == 0:
        return "صفر"
    parts = []
    for value, singular, plural in _SCALES:
        count, number = divmod(number, value)
        if count:
            parts.append(_scaled(count, singular, plural, style))
    if number:
        parts.append(_below_thousand(number, style))
    return style.joint.join(parts)


def _scaled(count: int, singular: str, plural: str, style: Style) -> str:
    """A count of a scale word; scale words are masculine."""
    counting = Style(False, style.case, style.hundred, style.apart, style.joint)
    if count == 1:
        return singular
    if count == 2:
        return singular + ("ان" if style.case == "nominative" else "ين")
    words = _below_thousand(count, counting)
    if 3 <= count % 100 <= 10:
        return f"{words} {plural}"
    if 11 <= count % 100 <= 99:
        return f"{words} {singular}ا"
    if count % 100 == 0 and count // 100 == 2:
        return f"{words[:-1]} {singular}"  # «مئتا ألف»
    return f"{words} {singular}"


def _below_thousand(number: int, style: Style) -> str:
    hundreds, rest = divmod(number, 100)
    parts = []
    if hundreds == 1:
        parts.append(style.hundred)
    elif hundreds == 2:
        parts.append(style.hundred[:-1] + ("تان" if style.case == "nominative" else "تين"))
    elif hundreds:
        parts.append(_HUNDREDS[hundreds] + (" " if style.apart else "") + style.hundred)
    if rest:
        parts.append(_below_hundred(rest, style))
    return style.joint.join(parts)


def _below_hundred(number: int, style: Style) -> str:
    units = _UNITS_WITH_FEMININE if style.feminine else _UNITS_WITH_MASCULINE
    two = units[2] if style.case == "nominative" else units[2].replace("ان", "ين")
    if number <= 10:
        return two if number == 2 else units[number]
    tens, unit = divmod(number, 10)
    if tens == 1:
        ten = "عشرة" if style.feminine else "عشر"
        if unit == 1:
            return f"{'إحدى' if style.feminine else 'أحد'} {ten}"
        if unit == 2:
            return f"{two[:-1]} {ten}"
        return f"{'ثماني' if units[unit] == 'ثمان' else units[unit]} {ten}"
    word = _TENS[tens] + ("ون" if style.case == "nominative" else "ين")
    if unit == 0:
        return word
    first = two if unit == 2 else ("إحدى" if unit == 1 and style.feminine else units[unit])
    return f"{first}{style.joint}{word}"
