"""Calendars: months and their lengths, Hijri dates (Umm al-Qura), Easter, feasts, names of days and months."""

from __future__ import annotations

import calendar
import datetime as dt

# A month by both its names: where a finding is about them.
MONTHS_TWICE = ("كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيو",
                "تموز/يوليو", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر",
                "كانون الأول/ديسمبر")  # fmt: skip
HIJRI_EN = ("Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II", "Rajab", "Shaban", "Ramadan", "Shawwal",
            "Dhu al-Qada", "Dhu al-Hijja")  # fmt: skip
HIJRI_AR = ("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال",
            "ذو القعدة", "ذو الحجة")  # fmt: skip


def longest_month(month: int) -> int:
    """How many days a month of the Gregorian calendar has at most."""
    return calendar.monthrange(2000, month)[1]


def date_or_none(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has none such."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of a month, None outside the years 1 to 9999."""
    first = date_or_none(year, month, 1)
    if first is None:
        return None
    return first, first.replace(day=calendar.monthrange(year, month)[1])


def year_days(year: int) -> tuple[dt.date, dt.date] | None:
    first = date_or_none(year, 1, 1)
    return (first, dt.date(year, 12, 31)) if first is not None else None


def shifted(day: dt.date, days: int) -> dt.date | None:
    """So many days later, None beyond the calendar's ends."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def months_later(day: dt.date, months: int) -> dt.date | None:
    """The same day so many months later; the last of a month where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    days = month_days(year, month + 1) if 1 <= year <= 9999 else None
    return days[0].replace(day=min(day.day, days[1].day)) if days is not None else None


def hijri_days(year: int, month: int | None, day: int | None) -> tuple[dt.date, dt.date] | None:
    """The Gregorian days of a Hijri day, month or year by Umm al-Qura; None outside its tables (1343 to 1500) or where
    there is no such day. A thirtieth that a month of 29 days lacks is the first of the next month."""
    from hijridate import Hijri

    try:
        if month is None:
            first = Hijri(year, 1, 1)
            return _gregorian(first), _gregorian(Hijri(year, 12, Hijri(year, 12, 1).month_length()))
        first = Hijri(year, month, 1)
        if day is None:
            return _gregorian(first), _gregorian(first) + dt.timedelta(days=first.month_length() - 1)
        if not 1 <= day <= 30:
            return None
        one = _gregorian(first) + dt.timedelta(days=day - 1)
        return one, one
    except (ValueError, OverflowError):
        return None


def hijri_of(day: dt.date) -> tuple[int, int, int] | None:
    """The Hijri year, month and day of a Gregorian day by Umm al-Qura; None outside its tables."""
    from hijridate import Gregorian

    try:
        hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return hijri.year, hijri.month, hijri.day


def _gregorian(hijri: object) -> dt.date:
    found = hijri.to_gregorian()  # type: ignore[attr-defined]
    return dt.date(found.year, found.month, found.day)


def easter(year: int) -> dt.date | None:
    """Western Easter of a year by the Gregorian rule."""
    if not 1583 <= year <= 9999:
        return None
    century, golden = year // 100, year % 19
    skipped, correction = century // 4, (8 * century + 13) // 25
    epact = (century - skipped - correction + 19 * golden + 15) % 30
    epact -= (epact // 28) * (1 - (epact // 28) * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + skipped) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    return dt.date(year, month, offset + 28 - 31 * (month // 4))


def feast_days(rule: str, days: int, year: int) -> list[tuple[dt.date, dt.date]]:
    """The days of a feast that begin in a Gregorian year, by its rule in ``lexicon/holidays.tsv``: usually one stretch,
    two or none for a Hijri feast."""
    kind, *rest = rule.split(" ")
    firsts: list[dt.date | None] = []
    if kind == "gregorian":
        month, day = rest[0].split("-")
        firsts.append(date_or_none(year, int(month), int(day)))
    elif kind == "easter":
        sunday = easter(year)
        firsts.append(shifted(sunday, int(rest[0])) if sunday is not None else None)
    elif kind == "nth":
        firsts.append(_nth_weekday(year, int(rest[0]), int(rest[1]), int(rest[2])))
    elif kind == "hijri":
        month, day = rest[0].split("-")
        middle = date_or_none(year, 7, 1)
        hijri = hijri_of(middle) if middle is not None else None
        for hijri_year in range(hijri[0] - 1, hijri[0] + 2) if hijri is not None else ():
            found = hijri_days(hijri_year, int(month), int(day))
            if found is not None and found[0].year == year:
                firsts.append(found[0])
    stretches = []
    for first in firsts:
        last = shifted(first, days - 1) if first is not None else None
        if first is not None and last is not None:
            stretches.append((first, last))
    return stretches


def _nth_weekday(year: int, month: int, number: int, weekday: int) -> dt.date | None:
    days = month_days(year, month) if 1 <= year <= 9999 else None
    if days is None:
        return None
    if number > 0:
        return shifted(days[0], (weekday - days[0].isoweekday()) % 7 + 7 * (number - 1))
    return shifted(days[1], -((days[1].isoweekday() - weekday) % 7))
