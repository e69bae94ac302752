"""Units of time: lengths (ثلاثة أيام), periods (الشهر الماضي), windows (الأشهر الأربعة الماضية), sets (كل يوم)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from workbench.knowledge.words.time_words import TimeWord
from workbench.mentions.times.scan import Found, Scan
from workbench.mentions.times.values import (
    DayShift,
    Length,
    Moment,
    Part,
    Period,
    Repeated,
    Unit,
    UnitCount,
    Weekday,
    Window,
)  # fmt: skip

_WHOLE = frozenset(("كامل", "كامله", "كاملا", "كاملين", "كاملتين", "باكمله", "باكملها", "واحد", "واحده", "واحدا"))
_OF_TIME = frozenset(("الزمن", "الزمان"))
_AGES = frozenset(("عمره", "عمرها", "العمر", "عمري", "اعمارهم"))


def unit_at(scan: Scan, i: int, *forms: str) -> tuple[TimeWord, int] | None:
    found = scan.word(i, "unit")
    if found is not None and (not forms or found[0].form in forms):
        return found
    return None


def _unit(word: TimeWord) -> Unit:
    return cast(Unit, word.value)


# ---------------------------------------------------------------------------------------------------------- lengths

_LESSER: Mapping[str, tuple[str, ...]] = {
    "hour": ("minute",), "minute": ("second",), "day": ("hour",), "year": ("month",), "month": ("day", "week"),
    "week": ("day",),
}  # fmt: skip


def amount_at(scan: Scan, i: int, announced: bool) -> tuple[UnitCount, int, bool] | None:
    """One unit with its number at ``i``: «ثلاثة أيام», «يومين», «نصف ساعة», «ساعة ونصف». With ``announced`` a bare unit
    counts as one, a bare plural as an unknown number. The last value says whether the text itself gives a number."""
    few = scan.word(i, "few")
    if few is not None and few[0].value == "few":
        unit = unit_at(scan, few[1], "plural")
        return (UnitCount(_unit(unit[0]), None), unit[1], True) if unit is not None else None
    unit = unit_at(scan, i)
    if unit is not None:
        return _unit_first(scan, unit[0], unit[1], announced)
    numeral = scan.cardinal(i)
    if numeral is None:
        return None
    after = numeral.last
    unit = unit_at(scan, after)
    if unit is None:
        return None
    word, end = unit
    if word.proclitic or word.form == "dual" or (word.definite and not numeral.fraction):
        return None
    if word.value == "year" and word.form == "singular" and (scan.figure(end) or 0) >= 1000:
        return None  # «كأس 16 عام 2010»
    single = numeral.value < 2 and not numeral.fraction
    if numeral.ordinal or (word.value in ("decade", "century") and word.shy and single):
        return None
    count, end = _with_fraction(scan, float(numeral.value), end)
    return UnitCount(_unit(word), count), end, True


def _unit_first(scan: Scan, word: TimeWord, end: int, announced: bool) -> tuple[UnitCount, int, bool] | None:
    """A dual, or a bare unit with «واحد», «ونصف», or announced by «لمدة», «منذ»."""
    unit = _unit(word)
    if word.form == "dual":
        if word.definite or (word.shy and not announced and scan.key(end + 1) not in _OF_TIME):
            return None
        count, after = _with_fraction(scan, 2.0, end)
        return UnitCount(unit, count), after, True
    if word.form == "plural":
        if announced and not word.definite and (not word.shy or word.value == "decade"):
            vague = scan.word(end, "few")
            return UnitCount(unit, None), vague[1] if vague is not None else end, True
        counted = scan.cardinal(end) if word.definite and scan.is_word(end) else None
        if counted is not None and counted.definite and not counted.ordinal and not counted.fraction:
            return UnitCount(unit, float(counted.value)), counted.last, True  # «هدنة الأيام الثلاثة»
        return None
    if word.definite:
        return None
    if scan.key(end) in _WHOLE:
        return UnitCount(unit, 1.0), end + 1, True
    numeral = scan.cardinal(end) if scan.is_word(end) else None
    if numeral is not None and numeral.fraction and numeral.particles == "و":
        count, after = _with_fraction(scan, 1.0, end)
        return UnitCount(unit, count), after, True
    if scan.key(end) == "و":
        count, after = _with_fraction(scan, 1.0, end)
        if after > end:
            return UnitCount(unit, count), after, True
    return (UnitCount(unit, 1.0), end, False) if announced else None


def _with_fraction(scan: Scan, count: float, i: int) -> tuple[float, int]:
    """«ونصف», «ونصف الساعة», «وربع» after a unit."""
    at = i + 1 if scan.key(i) == "و" else i
    numeral = scan.cardinal(at) if scan.is_word(at) else None
    if numeral is None or not numeral.fraction or not 0 < numeral.value < 1:
        return count, i
    if at == i and numeral.particles not in ("و", "وال"):
        return count, i
    after = numeral.last
    unit = unit_at(scan, after, "singular")
    if unit is not None and not unit[0].proclitic:
        after = unit[1]
    return count + numeral.value, after


def _one_and_more(scan: Scan, i: int) -> tuple[UnitCount, int, bool] | None:
    """The bare unit of «ساعة و52 دقيقة», «يوم و6 ساعات»: one, where a counted lesser unit follows."""
    unit = unit_at(scan, i, "singular")
    if unit is None or unit[0].definite or unit[0].proclitic not in ("", "و", "ب", "ل"):
        return None
    behind = unit[1] + 1 if scan.key(unit[1]) == "و" else unit[1]
    if behind == unit[1] and not (scan.is_word(behind) and scan.key(behind).startswith("و")):
        return None
    more = amount_at(scan, behind, False)
    if more is None or more[0].unit not in _LESSER.get(_unit(unit[0]), ()):
        return None
    return UnitCount(_unit(unit[0]), 1.0), unit[1], True


def length_at(scan: Scan, i: int, announced: bool = False) -> Found | None:
    """A length at ``i``: one or several units joined by «و», the larger first or not."""
    begin = i
    first = amount_at(scan, i, announced) or _one_and_more(scan, i)
    if first is None:
        return None
    amount, end, counted = first
    amounts = [amount]
    while len(amounts) < 6:
        at = end
        if scan.key(at) == "و":
            at += 1
        elif not (scan.is_word(at) and scan.key(at).startswith("و")):
            break
        joined = at == end
        more = amount_at(scan, at, False)
        if more is None and joined:
            unit = unit_at(scan, at)
            if unit is not None and unit[0].proclitic == "و" and unit[0].form != "plural":
                more = _unit_first(scan, unit[0], unit[1], True)
        elif more is None:
            more = amount_at(scan, at, True)
        if more is None or any(more[0].unit == given.unit for given in amounts):
            break
        if scan.key(begin - 1) == "بين" and more[0].unit not in _LESSER.get(amounts[-1].unit, ()):
            break  # «بين ستة أشهر وتسع سنوات»: two ends, no sum
        amounts.append(more[0])
        end = more[1]
    if not counted and len(amounts) == 1 and not announced:
        return None
    return Found("length", Length(tuple(amounts)), begin, end, firm=counted)


def whole_length_at(scan: Scan, i: int) -> Found | None:
    """«طوال اليوم», «طيلة أسبوع», «كامل الشهر»: one whole unit."""
    found = scan.word(i, "length")
    if found is None or found[0].value != "whole" or found[0].proclitic not in ("", "و"):
        return None
    unit = unit_at(scan, found[1], "singular")
    if unit is None or unit[0].proclitic or unit[0].value in ("second", "minute"):
        return None
    if scan.key(i) in ("كل", "وكل") and not unit[0].definite:
        return None  # a set: «كل يوم»
    if scan.word(unit[1], "shift", "told") is not None or scan.figure(unit[1]) is not None:
        return None
    return Found("length", Length((UnitCount(_unit(unit[0]), 1.0),)), i, unit[1])


# ---------------------------------------------------------------------------------------------------------- periods


def period_at(scan: Scan, i: int, bare: bool = False) -> Found | None:
    """A period seen from the day of the text: «هذا الأسبوع», «الشهر الماضي», «العام 2013» is none. With ``bare`` also
    «الشهر» by itself, which is the present one."""
    this = scan.word(i, "this")
    if this is not None:
        if scan.key(this[1]) == "الربع":
            return Found("day", Period("quarter", 0), i, this[1] + 1, proclitic=this[0].proclitic)
        unit = unit_at(scan, this[1], "singular")
        if unit is None or not unit[0].definite or unit[0].proclitic or unit[0].value in ("second", "minute", "hour"):
            return None
        if unit[0].value == "day":
            return Found("day", DayShift(0), i, unit[1], proclitic=this[0].proclitic)
        end = unit[1]
        more = scan.word(end, "shift")
        shift = 0
        if more is not None and more[0].number == 0:
            end = more[1]
        return Found("day", Period(_unit(unit[0]), shift), i, end, proclitic=this[0].proclitic)
    unit = unit_at(scan, i, "singular")
    if unit is None or not unit[0].definite:
        return None
    word, end = unit
    if word.value == "year" and scan.guarded("year", i - 1, -1):
        return None
    shift_word = scan.word(end, "shift", "told")
    if shift_word is None or shift_word[0].proclitic:
        after = scan.word(end, "this")
        if after is not None and not after[0].proclitic and word.value not in ("second", "minute", "hour", "day"):
            return Found("day", Period(_unit(word), 0), i, after[1], proclitic=word.proclitic)
        if bare and word.value in ("week", "month", "year", "decade", "century", "day"):
            return Found("day", Period(_unit(word), 0), i, end, proclitic=word.proclitic, firm=False)
        return None
    shifted, after_shift = shift_word
    told = shifted.kind == "told"
    if word.value in ("second", "minute", "hour"):
        if told or shifted.number == 0 or word.value != "hour":
            return None
        window = Window(Length((UnitCount(_unit(word), 1.0),)), -1 if shifted.number < 0 else 1)
        return Found("day", window, i, after_shift, proclitic=word.proclitic)
    if word.value == "day" and not told:
        if scan.key(end) in ("الاخير", "الحالي", "الجاري"):
            return None
        return Found("day", DayShift(shifted.number), i, after_shift, proclitic=word.proclitic)
    if told and shifted.number == 0:
        return None
    return Found("day", Period(_unit(word), shifted.number, told), i, after_shift, proclitic=word.proclitic)


def same_period_at(scan: Scan, i: int) -> Found | None:
    """«العام نفسه», «نفس الشهر», «ذلك العام»: a period that the story has named before."""
    that = scan.word(i, "that")
    unit = unit_at(scan, that[1] if that is not None else i, "singular")
    if unit is None or not unit[0].definite or unit[0].value not in ("month", "year", "week"):
        return None
    end = unit[1]
    if that is None:
        told = scan.word(end, "told")
        if told is None or told[0].number != 0:
            return None
        end = told[1]
    return Found("day", Period(_unit(unit[0]), 0, told=True), i, end)


def window_at(scan: Scan, i: int) -> Found | None:
    """«الأشهر الأربعة الماضية», «اليومين المقبلين», «الـ24 ساعة الماضية», «آخر ثلاثة أيام»."""
    last = scan.word(i, "last")
    if last is not None:
        at = last[1]
        if scan.key(at) in ("ال", "ل"):
            at += 1
        length = length_at(scan, at)
        if length is None or not isinstance(length.node, Length):
            return None
        return Found("day", Window(length.node, -1), i, length.end, proclitic=last[0].proclitic)
    unit = unit_at(scan, i, "dual", "plural")
    if unit is not None and unit[0].definite:
        return _window_from_unit(scan, i, unit[0], unit[1])
    at = i + 1 if scan.key(i) in ("ال", "وال", "بال", "لل") else i
    numeral = scan.cardinal(at)
    if numeral is None:
        return None
    if at == i and not numeral.definite and scan.tokens[i].kind == "word":
        definite_unit = unit_at(scan, numeral.last, "plural", "singular")
        if definite_unit is None or not definite_unit[0].definite:
            return None
    unit = unit_at(scan, numeral.last)
    if unit is None or unit[0].proclitic or numeral.fraction:
        return None
    shift = scan.word(unit[1], "shift")
    if shift is None or shift[0].proclitic or abs(shift[0].number) != 1:
        return None
    length_node = Length((UnitCount(_unit(unit[0]), float(numeral.value)),))
    return Found(
        "day", Window(length_node, shift[0].number), i, shift[1], proclitic=numeral.particles.removesuffix("ال")
    )


def _window_from_unit(scan: Scan, i: int, word: TimeWord, end: int) -> Found | None:
    count: float | None = 2.0 if word.form == "dual" else None
    shift = scan.word(end, "shift")
    if word.form == "plural":
        at = end + 1 if scan.key(end) in ("ال", "لل") else end
        numeral = scan.cardinal(at)
        if numeral is not None and not numeral.fraction and (numeral.definite or scan.tokens[at].kind == "number"):
            count, end = float(numeral.value), numeral.last
            if unit := unit_at(scan, end, "singular"):
                end = unit[1]  # «الساعات الأربع والعشرين ساعة»
        vague = scan.word(end, "few")
        if vague is not None and vague[0].value == "vague":
            end = vague[1]
        shift = scan.word(end, "shift")
        if shift is not None and count is None:
            at = shift[1] + 1 if scan.key(shift[1]) in ("ال", "لل") else shift[1]
            late = scan.cardinal(at)  # «الأيام الماضية الثلاثة»
            if late is not None and late.definite and not late.fraction:
                count = float(late.value)
                length = Length((UnitCount(_unit(word), count),))
                return Found("day", Window(length, shift[0].number), i, late.last, proclitic=word.proclitic)
    if shift is None or shift[0].proclitic or abs(shift[0].number) != 1:
        return None
    length = Length((UnitCount(_unit(word), count),))
    return Found("day", Window(length, shift[0].number), i, shift[1], proclitic=word.proclitic)


# ------------------------------------------------------------------------------------------------------------- sets


def set_at(scan: Scan, i: int) -> Found | None:
    """«يوميا», «كل أسبوعين», «كل ثلاثاء», «كل صباح»."""
    daily = scan.word(i, "daily")
    if daily is not None and daily[0].proclitic in ("", "و", "ف"):
        units: dict[str, Unit] = {"P1D": "day", "P1W": "week", "P1M": "month", "P1Y": "year", "PT1H": "hour"}
        return Found("set", Repeated(Length((UnitCount(units[daily[0].value], 1.0),))), i, daily[1])
    every = scan.word(i, "every")
    if every is None:
        return _days_named_at(scan, i)
    at = every[1]
    noun = scan.word(at, "day-noun")
    weekday = scan.word(noun[1] if noun is not None else at, "weekday")
    if weekday is not None and not weekday[0].proclitic and (noun is not None or weekday[0].number != 1):
        return Found("set", Repeated(Weekday(weekday[0].number)), i, weekday[1])
    part = scan.word(at, "part")
    if part is not None and part[0].form == "construct" and not part[0].proclitic and not scan.is_word(part[1]):
        return Found("set", Repeated(Moment(None, Part(part[0].value), None)), i, part[1])
    amount = amount_at(scan, at, True)
    if amount is None or amount[0].count is None:
        return None
    return Found("set", Repeated(Length((amount[0],))), i, amount[1])


def _days_named_at(scan: Scan, i: int) -> Found | None:
    """«أيام الجمعة»: every Friday; «أيام الجمعة والسبت الماضية» are days."""
    if scan.key(i).removeprefix("و") != "ايام":
        return None
    weekday = scan.word(i + 1, "weekday")
    if weekday is None or scan.word(weekday[1], "shift", "weekday") is not None or scan.figure(weekday[1]) is not None:
        return None
    return Found("set", Repeated(Weekday(weekday[0].number)), i, weekday[1])


def age_follows(scan: Scan, i: int) -> bool:
    """Whether «من عمره» follows: «في الثامنة من عمره» is no clock."""
    return scan.key(i) == "من" and scan.key(i + 1) in _AGES
