"""Clocks and parts of the day: الساعة 20:45 بالتوقيت المحلي, العاشرة والنصف صباحا, الخامسة إلا ربعا, بعد الظهر."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from workbench.knowledge.words.time_words import TimeWord
from workbench.mentions.times.lean import future_before
from workbench.mentions.times.scan import Found, Scan
from workbench.mentions.times.units import age_follows, length_at
from workbench.mentions.times.values import Clock, Length, Moment, Part, Piece

_DECIMAL = re.compile(r"(\d{1,2})[.,٫](\d{2})$")
_MINUTES = frozenset(("دقيقه", "دقايق", "دقيقتين"))
_HOURS = frozenset(("الواحده", "الثانيه", "الثالثه", "الرابعه", "الخامسه", "السادسه", "السابعه", "الثامنه", "التاسعه",
                    "العاشره", "الحاديه"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Hour:
    hour: int
    minute: int
    second: int | None
    end: int
    certain: bool
    exact: bool  # written with minutes in figures


def part_at(scan: Scan, i: int, *forms: str) -> tuple[TimeWord, int] | None:
    for word, end in scan.words_at(i, "part"):
        if not forms or word.form in forms:
            return word, end
    return None


def clock_at(scan: Scan, i: int, joined: bool = False) -> Found | None:
    """A clock at ``i``, with its part of the day and its zone. ``joined``: a day or a part of one stands before it, so
    that «في السابعة» and «في 7» are clocks too."""
    head = scan.word(i, "clock")
    if head is not None:
        if head[0].proclitic not in ("", "و", "ف", "ب", "ل"):
            return None
        at = scan.about(head[1])
        read = _hour_at(scan, at, headed=True)
        return _finish(scan, i, read, headed=True, proclitic=head[0].proclitic) if read is not None else None
    before = _minutes_before_hour(scan, i)
    if before is not None:
        return before
    read = _hour_at(scan, i, headed=False)
    if read is None:
        return None
    proclitic = "و" if scan.is_word(i) and scan.key(i).startswith("وا") else ""
    return _finish(scan, i, read, headed=joined, proclitic=proclitic)


def bare_hour_at(scan: Scan, i: int) -> Found | None:
    """A mere hour, to be believed only where something else shows that it is one (the other end of a range)."""
    head = scan.word(i, "clock")
    read = _hour_at(scan, scan.about(head[1]) if head is not None else i, headed=True)
    if read is None or (read.certain is False and scan.is_word(i) and scan.key(i) not in _HOURS and head is None):
        return None
    return _finish(scan, i, read, headed=True)


def _hour_at(scan: Scan, i: int, headed: bool) -> _Hour | None:
    tokens = scan.tokens
    if not 0 <= i < len(tokens):
        return None
    token = tokens[i]
    if token.kind == "number":
        return _figures_at(scan, i, headed)
    key = token.key.removeprefix("و") if token.key.startswith("وال") else token.key
    if key.startswith("لل"):
        key = "ال" + key[2:]
    if key.startswith("بال"):
        key = key[1:]
    if key not in _HOURS:
        return None
    return _words_at(scan, i, key)


def _figures_at(scan: Scan, i: int, headed: bool) -> _Hour | None:
    tokens = scan.tokens
    token = tokens[i]
    decimal = _DECIMAL.match(token.plain)
    if decimal is not None:
        hour, minute = int(decimal[1]), int(decimal[2])
        if hour > 24 or minute > 59:
            return None
        end = i + 1
        if not headed and zone_at(scan, end) is None and part_at(scan, end, "adverb") is None:
            return None
        return _Hour(hour, minute, None, end, certain=True, exact=True)
    value = scan.figure(i, 2)
    if value is None or value > 24 or (not token.spaced and i > 0 and tokens[i - 1].key in (":", "/")):
        return None
    if scan.key(i + 1) == ":" and scan.figure(i + 2, 2) is not None and not tokens[i + 2].spaced:
        minute_text = tokens[i + 2].plain
        minute = int(minute_text)
        if len(minute_text) != 2 or minute > 59 or tokens[i + 1].spaced:
            return None
        end, second = i + 3, None
        if scan.key(end) == ":" and scan.figure(end + 1, 2) is not None and not tokens[end + 1].spaced:
            second = int(tokens[end + 1].plain)
            end += 2
            if second > 59 or (scan.key(end) == ":" and scan.figure(end + 1) is not None):
                return None
        if value == 24 and minute:
            return None
        return _Hour(value, minute, second, end, certain=True, exact=True)
    minute, end = _minutes_after(scan, i + 1)
    if minute < 0:
        return _Hour((value - 1) % 24, minute + 60, None, end, certain=True, exact=False)
    return _Hour(value, minute, None, end, certain=minute != 0 or end > i + 1, exact=False)


def _words_at(scan: Scan, i: int, key: str) -> _Hour | None:
    if key == "الواحده":
        hour, end = 1, i + 1
        if scan.key(end).startswith("وال") and scan.word(end, "share") is None:
            numeral = scan.ordinal(i)
            if numeral is not None and numeral.value > 12:
                return None
    else:
        numeral = scan.ordinal(i)
        if numeral is None:
            return None
        hour, end = int(numeral.value), numeral.last
        if 20 < hour < 60:
            # «الساعة السابعة والثلاثين» is half past seven where an hour is meant
            minute = hour // 10 * 10
            return _Hour(hour % 10, minute, None, end, certain=False, exact=False) if hour % 10 else None
        if key == "الحاديه" and hour != 11:
            return None
    if hour > 12:
        return None
    minute, after = _minutes_after(scan, end)
    hour_end = _Hour(hour, minute, None, after, certain=after > end, exact=False)
    if minute < 0:
        return replace(hour_end, hour=(hour - 2) % 12 + 1, minute=minute + 60)
    return hour_end


def _minutes_after(scan: Scan, i: int) -> tuple[int, int]:
    """Minutes told after an hour: «والنصف», «إلا ربعا», «وثلاث وعشرون دقيقة», «و 30 دقيقة»; negative ones go back."""
    minus = scan.word(i, "minus")
    if minus is not None:
        amount = _minute_amount(scan, minus[1])
        return (-amount[0], amount[1]) if amount is not None else (0, i)
    at = i
    if scan.key(i) == "و":
        at = i + 1
    elif not scan.key(i).startswith("و"):
        return 0, i
    amount = _minute_amount(scan, at)
    if amount is None:
        return 0, i
    minute, end = amount
    more = _minutes_after(scan, end)
    if more[1] > end and 0 <= minute + more[0] < 60:
        return minute + more[0], more[1]
    return minute, end


def _minute_amount(scan: Scan, i: int) -> tuple[int, int] | None:
    if not (scan.is_word(i) or scan.figure(i, 2) is not None):
        return None
    numeral = scan.cardinal(i)
    if numeral is None:
        share = scan.word(i, "share")
        return (
            (30 if share[0].value == "half" else 15, share[1])
            if share and share[0].value in ("half", "quarter")
            else None
        )
    if numeral.fraction:
        minute = round(numeral.value * 60)
        end = numeral.last
        if scan.key(end) in ("ساعه", "الساعه"):
            end += 1
        return (minute, end) if minute in (15, 20, 30, 40, 45) else None
    if numeral.value != int(numeral.value) or not 0 < numeral.value < 60:
        return None
    end = numeral.last
    if scan.key(end) in _MINUTES:
        return int(numeral.value), end + 1
    if scan.tokens[i].kind == "number" or (scan.is_word(end) and part_at(scan, end, "adverb") is None):
        return None
    return (int(numeral.value), end) if numeral.value % 5 == 0 else None


def _minutes_before_hour(scan: Scan, i: int) -> Found | None:
    """«ثلاث دقائق قبل الثامنة», «ربع ساعة بعد العاشرة»."""
    length = length_at(scan, i)
    if length is None or not isinstance(length.node, Length) or scan.key(length.end) not in ("قبل", "بعد"):
        return None
    amount = length.node.amounts[0]
    if len(length.node.amounts) > 1 or amount.unit not in ("minute", "hour") or amount.count is None:
        return None
    minutes = amount.count * (60 if amount.unit == "hour" else 1)
    if minutes != int(minutes) or not 0 < minutes < 60:
        return None
    at = length.end + 1
    head = scan.word(at, "clock")
    read = _hour_at(scan, scan.about(head[1]) if head is not None else at, headed=True)
    if read is None:
        return None
    total = read.hour * 60 + read.minute + (int(minutes) if scan.key(length.end) == "بعد" else -int(minutes))
    shifted = replace(read, hour=total // 60 % 24, minute=total % 60, certain=True)
    return _finish(scan, i, shifted, headed=True)


def _finish(scan: Scan, i: int, read: _Hour, headed: bool, proclitic: str = "") -> Found | None:
    """The clock with the part of the day and the zone that follow it; None where nothing shows that it is a clock."""
    end = read.end
    part, after_part = _part_after(scan, i, end, headed, read)
    zone = zone_at(scan, after_part)
    if part is None and zone is None and not headed and not read.exact and not (read.certain and scan.is_word(i)):
        # «إنها السابعة», «سأعود في السابعة»: an hour only where nothing else is said of it
        mere = scan.is_word(i) and scan.ends_at(end) and end <= i + 2
        if not mere or not (
            scan.key(i - 1) == "انها" or (scan.key(i - 1) in ("في", "عند") and future_before(scan, i - 1))
        ):
            return None
    if age_follows(scan, end) or (not headed and not read.exact and part is None and _counted(scan, i, end)):
        return None
    pieces: list[Piece] = [scan.piece("clock", i, end)]
    if part is not None and after_part > end:
        pieces.append(scan.piece("part", end, after_part))
    end = after_part
    name = None
    if zone is not None:
        name, zone_end = zone
        pieces.append(scan.piece("zone", end, zone_end))
        end = zone_end
        if part is None:
            part, after_part = _part_after(scan, i, end, headed, read)
            if part is not None:
                end = after_part
    clock = make_clock(scan, read.hour, read.minute, read.second, part.id if part else None, name, read.exact)
    return Found("clock", Moment(None, part, clock), i, end, tuple(pieces), proclitic)


def _counted(scan: Scan, i: int, end: int) -> bool:
    before = scan.key(i - 1)
    return before.startswith("ال") and before.endswith("ه") and before != "الساعه"


def make_clock(
    scan: Scan, hour: int, minute: int, second: int | None, part: str | None, zone: str | None, exact: bool = False
) -> Clock:
    """A clock by the part of the day it is in: eight in the evening is 20."""
    written = hour
    if part is None or hour > 12 or hour == 0:
        return Clock(hour, minute, second, part is None and 0 < hour <= 12 and not (exact and zone), zone, written)
    half = scan.words.parts[part].half
    if half == "am":
        hour = hour % 12
    elif half == "pm":
        hour = 12 if hour == 12 and (exact or part != "evening") else hour % 12 + 12 if hour < 12 else 0
    elif half == "noon":
        hour = hour + 12 if hour < 6 else hour
    else:
        hour = hour % 12 if hour == 12 or hour < 6 else hour + 12
    return Clock(hour, minute, second, False, zone, written)


def _part_after(scan: Scan, i: int, end: int, headed: bool, read: _Hour) -> tuple[Part | None, int]:
    """The part of the day after an hour: «مساء», «في الليل», «من صباح» (whose day is read later)."""
    tokens = scan.tokens
    at = end
    if scan.key(at) == "," or scan.key(at) == "،":
        return None, end
    lead = scan.key(at) in ("في", "من", "ب")
    found = part_at(scan, at + 1, "definite") if lead else part_at(scan, at, "adverb", "definite")
    if found is None and not lead and (headed or scan.alone or scan.guarded("clock-led", i - 1, -1)):
        tonight = scan.word(at, "night")
        if tonight is not None and tonight[0].number == 0 and not tonight[0].proclitic:
            return Part("night"), end
    short = found is not None and not lead and len(scan.key(at)) <= 2 and not scan.key(at).isascii()
    if short and not (headed or read.exact):
        return None, end
    if found is None:
        construct = part_at(scan, at + 1 if lead else at, "construct")
        if construct is not None and (
            headed or read.exact or read.certain or lead or scan.guarded("clock-led", i - 1, -1)
        ):
            return Part(construct[0].value), construct[1]
        return None, end
    word, after = found
    if word.form == "adverb" and not headed and not read.exact and not read.certain and not scan.is_word(i):
        # «مقتل 8 مساء الخميس»: eight people, unless the tanwin or a word before says that it is a clock
        written = tokens[at].text
        tanwin = "\u064b" in written
        if not tanwin and scan.guarded("counting", i - 1, -1):
            return None, end
        if (
            not tanwin
            and after < len(tokens)
            and scan.word(after, "day", "weekday")
            and not scan.guarded("clock-led", i - 1, -1)
        ):
            return None, end
    if short and scan.key(after) == "." and not tokens[after].spaced and not scan.ends_at(after + 1):
        after += 1
    return Part(word.value), after


def zone_at(scan: Scan, i: int) -> tuple[str, int] | None:
    """«بالتوقيت المحلي», «ت غ», «بتوقيت بغداد», «GMT+3» at ``i``, and the index after it."""
    if scan.key(i) in ("حسب", "بحسب", "وفق", "من"):
        i += 1
    found = scan.word(i, "zoned")
    if found is None:
        if scan.key(i) in ("بتوقيت", "توقيت", "وبتوقيت"):
            return _named_zone(scan, i + 1)
        return None
    word, end = found
    if word.value == "utc":
        return _offset_after(scan, end)
    if word.value == "local":
        return "local", end
    named = _named_zone(scan, end)
    if named is not None:
        return named
    return None


def _named_zone(scan: Scan, i: int) -> tuple[str, int] | None:
    for at in (i, i + 1):
        for rest, zone in scan.words.zones.get(scan.key(at), ()):
            if tuple(scan.key(at + 1 + n) for n in range(len(rest))) == rest:
                end = at + 1 + len(rest)
                return _offset_after(scan, end) if zone == "UTC" else (zone, end)
        if scan.key(at) not in ("مدينه", "العاصمه", "دوله", "جمهوريه", "سلطنه"):
            break
    return None


def _offset_after(scan: Scan, i: int) -> tuple[str, int]:
    """«+3» after GMT."""
    sign = scan.key(i)
    hours = scan.figure(i + 1, 2)
    if sign in ("+", "-", "−") and hours is not None and hours <= 14:
        if hours == 0:
            return "UTC", i + 2
        return f"Etc/GMT{'-' if sign == '+' else '+'}{hours}", i + 2
    return "UTC", i
