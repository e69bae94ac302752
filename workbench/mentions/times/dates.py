"""Dates by their fields: 15/3/2013, الخامس عشر من نيسان/أبريل, مارس 2013, الجمعة الموافق 27 ديسمبر, عام 1434 هـ."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import cast

from workbench.mentions.times.scan import Found, Scan
from workbench.mentions.times.units import period_at, same_period_at, unit_at
from workbench.mentions.times.values import Calendar, DayAnd, Fields, Node, Period, Piece, Weekday, Within

_DOTTED = re.compile(r"(\d{1,4})[.,](\d{1,2})[.,](\d{1,4})$")
_SLASHES = frozenset("/\\")


@dataclass(frozen=True, slots=True)
class Month:
    """One or several names of a month: ``number`` is None where they disagree; ``led`` says that «شهر» or a twin
    stands with it, ``day_like`` that nothing more is needed to read it as a month."""

    calendar: Calendar
    number: int | None
    numbers: tuple[int, ...]
    begin: int
    end: int
    standing: str
    proclitic: str
    piece: Piece


@dataclass(frozen=True, slots=True)
class Year:
    """A year with its calendar; ``relative`` is «العام الماضي» in its place."""

    number: int | None
    calendar: Calendar | None
    end: int
    piece: Piece | None
    relative: Node | None = None


# ----------------------------------------------------------------------------------------------------------- months


def month_at(scan: Scan, i: int) -> Month | None:
    """A month's name at ``i``, «شهر» before it and its twin of another press after it included."""
    noun = scan.word(i, "month-noun")
    if noun is not None:
        at = noun[1]
        found = _named_month(scan, at)
        if found is not None and not found.proclitic:
            return replace(found, begin=i, standing="alone", proclitic=noun[0].proclitic)
        return _numbered_month(scan, i, at, noun[0].proclitic)
    return _named_month(scan, i)


def _numbered_month(scan: Scan, i: int, at: int, proclitic: str) -> Month | None:
    """«الشهر الثامن», «شهر 8»."""
    number = scan.figure(at, 2) if scan.tokens[i].key.endswith("شهر") else None
    end = at + 1
    if number is None and scan.tokens[i].key.endswith("الشهر"):
        ordinal = scan.ordinal(at)
        if ordinal is not None and ordinal.definite and not ordinal.particles.startswith("و"):
            number, end = int(ordinal.value), ordinal.last
            if scan.key(end) in ("علي", "من") and year_after(scan, end, "gregorian") is None:
                return None  # «الشهر الثالث على التوالي»
    elif number is not None and scan.is_word(end) and scan.word(end, "year-noun", "from", "to", "side") is None:
        return None
    if number is None or not 1 <= number <= 12:
        return None
    piece = scan.piece("month", at, end, number)
    return Month("gregorian", number, (number,), i, end, "alone", proclitic, piece)


def _named_month(scan: Scan, i: int) -> Month | None:
    found = scan.word(i, "month")
    if found is None:
        return None
    word, end = found
    calendar = cast(Calendar, word.value)
    numbers, systems, last, standing = [word.number], {word.detail}, end, word.form
    while calendar == "gregorian":
        at, mark = end, ""
        if scan.key(at) in _SLASHES or scan.key(at) == "(" or (scan.dash(at) and not scan.tokens[at].spaced):
            mark, at = scan.key(at), at + 1
        twin = scan.word(at, "month")
        if twin is None or twin[0].value != calendar or twin[0].proclitic:
            break
        if twin[0].detail in systems and not (mark == "/" and twin[0].number != numbers[0] and _day_before(scan, i)):
            break  # «مارس/أبريل» are two months, unless it is one day: «27 جويلية/جوان»
        if mark not in ("/", "(") and twin[0].number != numbers[0] and not _one_day(scan, i, twin[1], mark):
            break
        end = twin[1]
        if mark == "(":
            if scan.key(end) != ")":
                end = last
                break
            end += 1
        numbers.append(twin[0].number)
        systems.add(twin[0].detail)
        standing, last = "alone", end
    number = numbers[0] if len(set(numbers)) == 1 else None
    return Month(
        calendar, number, tuple(numbers), i, last, standing, word.proclitic, scan.piece("month", i, last, number)
    )


def _one_day(scan: Scan, i: int, end: int, mark: str) -> bool:
    """Whether two names side by side, a day before them and a year behind, are meant for one month, of whichever they
    are: «3 نوفمبر تشرين الأول 2019»."""
    return not mark and _day_before(scan, i) and year_number(scan, end) is not None


def _day_before(scan: Scan, i: int) -> bool:
    """Whether a day's number stands before a month at ``i``."""
    at = i - 2 if scan.key(i - 1) == "من" else i - 1
    return scan.figure(at, 2) is not None or scan.key(at) in scan.numerals


# ------------------------------------------------------------------------------------------------------------ years


def year_number(scan: Scan, i: int) -> tuple[int, int] | None:
    """A year of four digits, or in words from a thousand on, and the index after it."""
    value = scan.figure(i)
    if value is not None:
        return (value, i + 1) if 1000 <= value <= 2999 and len(scan.tokens[i].plain) == 4 else None
    if not scan.is_word(i):
        return None
    numeral = scan.cardinal(i)
    if numeral is None or numeral.particles or numeral.value != int(numeral.value):
        return None
    return (int(numeral.value), numeral.last) if 1000 <= numeral.value <= 2999 else None


def _era(scan: Scan, i: int) -> tuple[Calendar | None, int]:
    at = i + 1 if scan.key(i) == "(" else i
    found = scan.word(at, "era")
    if found is None or found[0].value == "bce":
        return None, i
    end = found[1]
    if (
        scan.key(end) == "."
        and not scan.tokens[end].spaced
        and scan.key(at) in ("ه", "م")
        and not scan.ends_at(end + 1)
    ):
        end += 1
    if at > i:
        if scan.key(end) != ")":
            return None, i
        end += 1
    return ("hijri" if found[0].value == "hijri" else "gregorian"), end


def year_at(scan: Scan, i: int, calendar: Calendar | None = None) -> Year | None:
    """«عام 2013», «سنة ألفين وعشرة», «العام 1434 هـ», «عام 67»; the noun is needed."""
    noun = scan.word(i, "year-noun")
    if noun is None or (scan.key(i).endswith("العام") and scan.guarded("year", i - 1, -1)):
        return None
    at = noun[1]
    if scan.word(at, "month") is not None:
        return None
    found = year_number(scan, at)
    if found is None:
        number = scan.figure(at, 2)
        short = number is not None and number >= 40 and scan.key(i).endswith("عام") and not scan.is_word(at + 1)
        if number is None or not short:
            return None
        return Year(1900 + number, "gregorian", at + 1, scan.piece("year", at, at + 1, 1900 + number))
    number, end = found
    era, end = _era(scan, end)
    if scan.word(end, "era") is not None and era is None:
        return None  # before Christ
    return Year(number, era or _calendar_of(number, calendar), end, scan.piece("year", at, end, number))


def _calendar_of(year: int, calendar: Calendar | None) -> Calendar:
    return calendar or ("hijri" if 1380 <= year <= 1480 else "gregorian")


def year_after(scan: Scan, i: int, calendar: Calendar, mark: str = "") -> Year | None:
    """The year that completes a day and month or a month before ``i``: «2013», «، 2013», «/2013», «من عام 2014»,
    «من العام الماضي». Two digits are a year only behind the ``mark`` that stands between day and month too."""
    tokens = scan.tokens
    at = i
    if scan.key(i) in _SLASHES or (scan.dash(i) and not (i < len(tokens) and tokens[i].spaced)) or scan.key(i) == ".":
        at = i + 1
        number = scan.figure(at)
        if number is None or (tokens[at].spaced and scan.key(i) == ".") or len(tokens[at].plain) not in (2, 4):
            return None
        if len(tokens[at].plain) == 2:
            if scan.key(i) != mark:
                return None
            number = _full_year(number)
        if not 1000 <= number <= 2999:
            return None
        era, end = _era(scan, at + 1)
        return Year(number, era or calendar, end, scan.piece("year", at, at + 1, number))
    comma = scan.comma(i)
    if comma:
        at = i + 1
    number = scan.figure(at)
    if number is not None and 1000 <= number <= 2999 and len(tokens[at].plain) == 4:
        if comma and not 1900 <= number <= 2100:
            return None
        if counts(scan, at):
            return None
        era, end = _era(scan, at + 1)
        return Year(number, era or calendar, end, scan.piece("year", at, at + 1, number))
    if comma and scan.word(at, "year-noun") is None:
        return None
    if scan.key(at) == "من" or scan.key(at) == "في":
        of_number = scan.figure(at + 1)
        if scan.key(at) == "من" and of_number is not None and 1900 <= of_number <= 2100 and not scan.is_word(at + 2):
            return Year(of_number, calendar, at + 2, scan.piece("year", at + 1, at + 2, of_number))
        at += 1
    noun = year_at(scan, at, calendar)
    if noun is not None:
        return replace(noun, calendar=calendar if noun.calendar == "gregorian" else noun.calendar)
    period = period_at(scan, at, bare=at > i) or same_period_at(scan, at)
    if period is not None and isinstance(period.node, Period) and period.node.unit == "year" and not period.proclitic:
        return Year(None, None, period.end, None, period.node)
    words = year_number(scan, at) if at == i and scan.is_word(at) else None
    if words is not None:
        return Year(words[0], calendar, words[1], scan.piece("year", at, words[1], words[0]))
    return None


def counts(scan: Scan, i: int) -> bool:
    """Whether the figure at ``i`` is a round one and counts what follows it: «في مارس 2000 شخص»; not «في مارس 2000 في
    القاهرة» nor «في مارس 2000 أعلن»."""
    return (scan.figure(i) or 1) % 100 == 0 and scan.counted(i + 1)


def _full_year(short: int) -> int:
    return 2000 + short if short < 50 else 1900 + short


# ------------------------------------------------------------------------------------------------------- whole dates


def numeric_date_at(scan: Scan, i: int) -> Found | None:
    """Figures alone: «15/3/2013», «2013-03-15», «15.3.2013», and «22/04» or «3/2015» where that is all it can be."""
    tokens = scan.tokens
    token = tokens[i]
    dotted = _DOTTED.match(token.plain) if "." in token.plain or "," in token.plain else None
    if dotted is not None:
        return _three_parts(scan, i, i + 1, (dotted[1], dotted[2], dotted[3]), strict=True)
    if i > 0 and not token.spaced and scan.key(i - 1) in ("/", "-", ":", "."):
        return None
    if scan.figure(i) is None or i + 2 >= len(tokens):
        return None
    mark = scan.key(i + 1)
    if mark not in _SLASHES and not scan.dash(i + 1):
        return None
    if scan.figure(i + 2) is None or tokens[i + 1].spaced != tokens[i + 2].spaced:
        return None
    if scan.key(i + 3) == mark and scan.figure(i + 4) is not None and tokens[i + 3].spaced == tokens[i + 4].spaced:
        if scan.key(i + 5) == mark and not tokens[i + 5].spaced:
            return None
        parts = (token.plain, tokens[i + 2].plain, tokens[i + 4].plain)
        return _three_parts(scan, i, i + 5, parts, strict=tokens[i + 1].spaced)
    if scan.key(i + 3) in _SLASHES or scan.key(i + 3) == ":":
        return None
    return None if tokens[i + 1].spaced else _two_parts(scan, i, mark)


def _three_parts(scan: Scan, i: int, end: int, parts: tuple[str, str, str], strict: bool) -> Found | None:
    first, middle, last = (int(part) for part in parts)
    if len(parts[0]) == 4 and len(parts[2]) <= 2:
        year, month, day = first, middle, last
    elif len(parts[2]) == 4 and len(parts[0]) <= 2:
        day, month, year = first, middle, last
    elif max(map(len, parts)) <= 2 and not strict:
        day, month, year = first, middle, _full_year(last)
        if len(parts[2]) < 2:
            return None
    else:
        return None
    if month > 12 and day <= 12:
        day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 12 and 1000 <= year <= 2999):
        return None
    era, end = _era(scan, end)
    calendar: Calendar = "hijri" if era == "hijri" or 1300 <= year <= 1500 else "gregorian"
    pieces = (scan.piece("date", i, end),)
    return Found("day", Fields(calendar, year, month, day, (month,)), i, end, pieces)


def _two_parts(scan: Scan, i: int, mark: str) -> Found | None:
    tokens = scan.tokens
    first, second = int(tokens[i].plain), int(tokens[i + 2].plain)
    wide = len(tokens[i].plain), len(tokens[i + 2].plain)
    before = scan.key(i - 1)
    if scan.guarded("numbered", i - 1, -1):
        return None
    if wide[1] == 4 and 1 <= first <= 12 and 1900 <= second <= 2100 and wide[0] <= 2:
        return _month_of_year(scan, i, first, second)
    if wide[0] == 4 and 1 <= second <= 12 and 1900 <= first <= 2100 and wide[1] <= 2:
        return _month_of_year(scan, i, second, first) if mark in _SLASHES or wide[1] == 2 else None
    if max(wide) > 2 or not first or not second:
        return None
    day, month = (first, second) if second <= 12 else (second, first)
    if day > 31 or month > 12 or (first, second) == (24, 7):
        return None
    cued = scan.guarded("day-led", i - 1, -1) or (i > 0 and scan.word(i - 1, "weekday") is not None)
    if mark not in _SLASHES and (not cued or before in ("من", "بين") or scan.is_word(i + 3)):
        return None
    if not cued and day <= 12 and (wide != (2, 2) or scan.is_word(i + 3)):
        return None
    if not cued and scan.is_word(i + 3) and scan.word(i + 3, "clock", "part", "to", "side", "day") is None:
        return None
    pieces = (scan.piece("date", i, i + 3),)
    return Found("day", Fields("gregorian", None, month, day, (month,)), i, i + 3, pieces, firm=cued or mark == "/")


def _month_of_year(scan: Scan, i: int, month: int, year: int) -> Found:
    return Found("day", Fields("gregorian", year, month, None, (month,)), i, i + 3, (scan.piece("date", i, i + 3),))


def day_of_month_at(scan: Scan, i: int) -> Found | None:
    """A day's number with its month, the year where it is given: «15 مارس», «الثالث من كانون الثاني/يناير 2013»,
    «20 الجاري», «4 من الشهر المقبل»."""
    number = _day_number(scan, i)
    if number is None:
        return None
    day, after, proclitic = number
    at = after
    while scan.key(at) == "من" or (scan.key(at) in ("/", "-", ".") and not scan.key(at + 1).isdigit()):
        at += 1
        if at > after + 1:
            return None
    month = month_at(scan, at)
    if month is not None and month.proclitic == "":
        found = _with_year(scan, i, day, scan.piece("day", i, after, day), month, proclitic)
        if month.standing == "dated" and scan.key(after) == "-" and found.end == month.end:
            return None  # «2-صفر» is two to nil
        return found
    if scan.key(at) == "في":
        at += 1
    period = period_at(scan, at, bare=scan.key(after) == "من") or same_period_at(scan, at)
    if period is not None and isinstance(period.node, Period) and period.node.unit == "month":
        what = Fields(day=day)
        return Found("day", Within(what, period.node), i, period.end, (scan.piece("day", i, after, day),), proclitic)
    shift = scan.word(after, "shift")
    if shift is not None and scan.figure(i) is not None and scan.key(after) in ("الجاري", "الحالي", "المقبل", "الماضي"):
        if not (shift[0].number == 0 or scan.guarded("day-led", i - 1, -1) or scan.word(i - 1, "weekday")):
            return None
        what = Fields(day=day)
        pieces = (scan.piece("day", i, after, day),)
        return Found("day", Within(what, Period("month", shift[0].number)), i, shift[1], pieces, proclitic)
    return None


def _day_number(scan: Scan, i: int) -> tuple[int, int, str] | None:
    value = scan.figure(i, 2)
    if value is not None:
        return (value, i + 1, "") if 1 <= value <= 31 else None
    if not scan.is_word(i):
        return None
    first = scan.word(i, "first-day")
    if first is not None:
        return 1, i + 1, first[0].proclitic
    numeral = scan.ordinal(i) or scan.cardinal(i)
    if numeral is None or numeral.fraction or numeral.dual or not 1 <= numeral.value <= 31:
        return None
    if numeral.value != int(numeral.value):
        return None
    return int(numeral.value), numeral.last, numeral.particles.removesuffix("ال")


def _with_year(scan: Scan, i: int, day: int | None, day_piece: Piece | None, month: Month, proclitic: str) -> Found:
    pieces = [piece for piece in (day_piece, month.piece) if piece is not None]
    end, year, calendar, outer = month.end, None, month.calendar, None
    shift = scan.word(end, "shift")
    mark = scan.key(month.begin - 1) if day is not None and month.begin > i else ""
    following = year_after(scan, end, month.calendar, mark)
    if shift is not None and not shift[0].proclitic:
        end, outer = shift[1], shift[0].number
    elif following is not None:
        end, year, calendar = following.end, following.number, following.calendar or calendar
        if calendar == "hijri" and month.calendar == "gregorian":
            calendar = "gregorian"
        if following.piece is not None:
            pieces.append(following.piece)
    event = year is None and outer is None and scan.guarded("event", i - 1, -1)
    node: Node = Fields(calendar, year, month.number, day, month.numbers, event, outer)
    if outer is None and following is not None and following.relative is not None:
        node = Within(node, following.relative)
    firm = day is not None or month.standing == "alone" or year is not None or outer is not None
    return Found("day", node, i, end, tuple(pieces), proclitic, firm)


def month_first_at(scan: Scan, i: int) -> Found | None:
    """A month with what follows it: «مارس 2013», «مايو تسعة وعشرين», «أكتوبر/ 2», «يناير الثاني والعشرين، 2018»."""
    month = month_at(scan, i)
    if month is None:
        return None
    if (month.numbers[0] and month.standing != "dated") or month.calendar == "hijri":
        at = month.end
        if scan.key(at) in ("/", "-", "."):
            at += 1
        day = _day_number(scan, at)
        if day is not None and not day[2] and _day_stands(scan, day[1], at):
            found = _with_year(scan, i, day[0], scan.piece("day", at, day[1], day[0]), replace(month, end=day[1]), "")
            return replace(found, proclitic=month.proclitic)
    return _with_year(scan, i, None, None, month, month.proclitic)


def _day_stands(scan: Scan, end: int, begin: int) -> bool:
    """Whether a number after a month is its day and counts nothing: nothing, a sign, a year or a range follows."""
    if month_at(scan, end) is not None:
        return False
    if scan.key(begin - 1) in ("/", "-") or scan.ends_at(end):
        return True
    if scan.word(end, "to", "clock") is not None or scan.dash(end):
        return True
    number = scan.figure(end)
    return number is not None and 1900 <= number <= 2100


# --------------------------------------------------------------------------------------------------------- weekdays


def weekday_at(scan: Scan, i: int, bare: bool = False) -> Found | None:
    """«الخميس», «يوم الجمعة الماضي», «الجمعة 15», «ثلاثاء الأسبوع الفائت» with ``bare``."""
    this = scan.word(i, "this")
    noun = scan.word(this[1] if this is not None else i, "day-noun")
    at = noun[1] if noun is not None else this[1] if this is not None else i
    found = scan.word(at, "weekday")
    if found is None or (at > i and found[0].proclitic):
        return None
    word, end = found
    if scan.key(end) == "عشر":
        return None  # «الأحد عشر»: eleven
    if word.form == "bare" and not bare and (noun is None or this is not None):
        # «ثلاثاء الأسبوع الفائت»
        week = period_at(scan, end)
        if week is None or not isinstance(week.node, Period) or week.node.unit != "week":
            return None
    if noun is None and scan.guarded("weekday", i - 1, end):
        return None
    proclitic = this[0].proclitic if this is not None else noun[0].proclitic if noun is not None else word.proclitic
    piece = scan.piece("weekday", at, end, word.number)
    shift: int | None = 0 if this is not None else None
    later = scan.word(end, "shift")
    if later is not None and not later[0].proclitic:
        shift, end = later[0].number, later[1]
    elif (after := scan.word(end, "this")) is not None and not after[0].proclitic and unit_at(scan, after[1]) is None:
        shift, end = 0, after[1]
    pieces: tuple[Piece, ...] = (piece,)
    node: Node = Weekday(word.number, shift)
    day = scan.figure(end, 2)
    if shift is None and day is not None and 1 <= day <= 31 and _bare_day_stands(scan, end):
        pieces += (scan.piece("day", end, end + 1, day),)
        node, end = DayAnd(node, Fields(day=day)), end + 1
    elif shift is None:
        ordinal = scan.ordinal(end)
        if (
            ordinal is not None
            and ordinal.definite
            and not ordinal.particles.startswith("و")
            and 2 <= ordinal.value <= 31
        ):
            stands = scan.ends_at(ordinal.last) or scan.word(ordinal.last, "to", "clock", "part") is not None
            if stands and ordinal.value > 5:
                pieces += (scan.piece("day", end, ordinal.last, int(ordinal.value)),)
                node, end = DayAnd(node, Fields(day=int(ordinal.value))), ordinal.last
    return Found("day", node, i, end, pieces, proclitic)


def _bare_day_stands(scan: Scan, i: int) -> bool:
    """Whether the figure after a weekday is a day of the month: it counts nothing and begins no date or clock."""
    after = scan.key(i + 1)
    if after in (":", "/", "-", "%", ".") and scan.tokens[i + 1 :] and not scan.tokens[i + 1].spaced:
        return after in ("-", ".") and not scan.key(i + 2).isdigit()
    if scan.ends_at(i + 1):
        return not scan.comma(i + 1) or scan.key(i + 2) not in ("بينهم", "منهم", "من")
    if scan.word(i + 1, "to", "clock") is not None:
        return True
    weekday = scan.word(i + 1, "weekday")  # «الثلاثاء 12 والأربعاء 13 مارس»
    return weekday is not None and weekday[0].proclitic == "و" and scan.figure(weekday[1], 2) is not None
