"""Dates and times that disagree with themselves: a weekday, twin months, a Hijri date, a day that no month has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.checks.calendar.clock_zones import ClockPair, clock_pairs, disagreement
from workbench.checks.calendar.hijri import hijri_pairs, hijri_slip, may_fall_on
from workbench.checks.calendar.own_days import own_day_slip
from workbench.checks.calendar.slips import Slip, days_in, fields_in, weekday_in
from workbench.checks.keys import KeyMaker
from workbench.checks.subject import Subject
from workbench.checks.values import Evidence, Finding, Mend
from workbench.checks.wording import place, quoted
from workbench.knowledge.time.calendars import MONTHS_TWICE, date_or_none, longest_month
from workbench.knowledge.time.days import MONTHS_AR, MONTHS_EN, WEEKDAYS_AR, WEEKDAYS_EN, plain_ar, plain_en
from workbench.mentions.dating import reference_in
from workbench.mentions.reading import ArticleReading
from workbench.mentions.times.days import spot_of
from workbench.mentions.times.spots import View
from workbench.mentions.times.values import (
    Fields,
    Node,
    Piece,
    TimeReading,
)
from workbench.mentions.values import Mention
from workbench.text.normal import plain
from workbench.text.values import Bilingual

_LONGEST = 120  # characters of a span
_GREGORIAN = "Gregorian calendar"
_MONTH_NAMES = "lexicon/months.tsv"
_TZ = "tz database"
_FIRST_YEAR, _LAST_YEAR = 1900, 2199  # no printed weekday outside is worth doubting
_NEAR_DAYS = 45  # a date without its year this near to the article's day is of that year


def check_calendar(subject: Subject) -> Iterator[Finding]:
    """Dates and times that cannot all be right; one finding a fault."""
    reading, article = subject.reading, subject.reading.article
    keys = KeyMaker()
    for slip in sorted(_slips(reading, subject), key=lambda slip: slip.start):
        where = place(article, slip.start, min(slip.end, slip.start + _LONGEST))
        rule = f"calendar/{slip.kind}"
        mends = tuple(Mend(article.id, *mend) for mend in slip.mends)
        yield Finding(
            keys.key(rule, [where.text], (article.id, *slip.values)), "calendar", slip.kind,
            "internal", slip.severity, slip.confidence, rule, (where,), slip.message, (slip.evidence,), mends,
            headline=slip.headline,
        )  # fmt: skip


def _slips(reading: ArticleReading, subject: Subject) -> Iterator[Slip]:
    reference = reference_in(reading.date, reading.sentences)
    today = reference.begin if reference.begin == reference.end else None
    for number, (sentence, read) in enumerate(zip(reading.article.sentences, reading.sentences, strict=True)):
        headline = sentence.part == "headline"
        dates = [
            slip for mention in read.mentions if isinstance(mention.value, TimeReading)
            for slip in _date_slips(reading, sentence.start, mention, mention.value, today, headline)
        ]  # fmt: skip
        yield from dates
        own = own_day_slip(read, sentence.start, reading.quotations, headline) if not dates else None
        if own is not None:
            yield own
        for day, first, last in hijri_pairs(read, subject.knowledge.times):
            start, end = sentence.start + first, sentence.start + last
            slip = hijri_slip(day, reading.article.text[start:end], start, end, headline)
            if slip is not None:
                yield slip
        for pair in clock_pairs(read):
            slip = _clock_slip(reading, number, pair, subject, headline)
            if slip is not None:
                yield slip


def _date_slips(
    reading: ArticleReading,
    offset: int,
    mention: Mention,
    value: TimeReading,
    today: dt.date | None,
    headline: bool,
) -> Iterator[Slip]:
    """The faults of one time. Its pieces tell which words to point at; one date has one fault, the gravest first;
    but for a weekday that fits neither of two calendars' dates."""
    days = list(days_in(value.node))
    groups = _piece_groups(value.pieces, len(days))
    told: set[tuple[str, int, int]] = set()
    for day, pieces in zip(days, groups, strict=False):
        start = offset + (min(piece.start for piece in pieces) if pieces else mention.start)
        end = offset + (max(piece.end for piece in pieces) if pieces else mention.end)
        if len(days) == 1:
            end = max(end, min(offset + mention.end, start + _LONGEST))
        words = reading.article.text[start:end]
        for slip in (
            _months(day, pieces, reading, offset, start, end, today, headline),
            _no_such_day(day, pieces, words, start, end, headline),
            hijri_slip(day, words, start, end, headline),
            _weekday(day, pieces, reading, offset, start, end, today, headline),
        ):
            if slip is not None:
                if (slip.kind, start, end) not in told:
                    yield slip
                told.add((slip.kind, start, end))
                weekday = weekday_in(day)
                if slip.kind != "hijri" or weekday is None or may_fall_on(day, weekday):
                    break


def _piece_groups(pieces: tuple[Piece, ...], days: int) -> list[tuple[Piece, ...]]:
    """The pieces of each day of a range; all of them for a single day."""
    dated = tuple(piece for piece in pieces if piece.role in ("weekday", "relative", "day", "month", "year", "date"))
    if days <= 1:
        return [dated]
    groups: list[list[Piece]] = [[]]
    for piece in dated:
        roles = {held.role for held in groups[-1]}
        if piece.role in roles or "date" in roles or (piece.role == "weekday" and groups[-1]):
            groups.append([])
        groups[-1].append(piece)
    if len(groups) != days:
        return [()] * days
    return [tuple(group) for group in groups]


# -------------------------------------------------------------------------------------------------------------- months


def _months(
    day: Node, pieces: tuple[Piece, ...], reading: ArticleReading, offset: int, start: int, end: int,
    today: dt.date | None, headline: bool,
) -> Slip | None:  # fmt: skip
    """«14 شباط/مارس», «تموز/يونيو الماضي»: two names of one month that are of two months."""
    words, before = reading.article.text[start:end], reading.article.text[offset:start]
    for fields in fields_in(day):
        named = tuple(dict.fromkeys(fields.months))
        if fields.calendar != "gregorian" or fields.month is not None or len(named) < 2:
            continue
        if fields.day is None and _may_be_two(named, fields, words, before):
            continue
        en = " and ".join(MONTHS_EN[month - 1] for month in named)
        ar = " و".join(f"«{MONTHS_TWICE[month - 1]}»" for month in named)
        return Slip(
            "month-names", start, end,
            Bilingual(
                f"The two names of the month in {quoted(words)} are of different months: {en}.",
                f"اسما الشهر في {quoted(words)} لشهرين مختلفين: {ar}.",
            ),
            Evidence(
                Bilingual(
                    "; ".join(f"{MONTHS_TWICE[month - 1]} is {MONTHS_EN[month - 1]}" for month in named) + ".",
                    "التسميات المتقابلة: " + "، ".join(MONTHS_TWICE[month - 1] for month in named) + ".",
                ),
                _MONTH_NAMES,
            ),
            (fields.year, fields.day, named), "high", 0.95, headline,
            _month_mends(pieces, reading, offset, _likelier(named, fields, weekday_in(day), today)),
        )  # fmt: skip
    return None


def _likelier(named: tuple[int, ...], fields: Fields, weekday: int | None, today: dt.date | None) -> tuple[int, ...]:
    """The months that may be meant, the likelier first: where the weekday beside the date fits some of them, those;
    the article's own month before others."""
    days = {month: _date_of(replace(fields, month=month, months=(month,)), today) for month in named}
    fitting = [month for month, day in days.items() if weekday and day is not None and day.isoweekday() == weekday]
    months = fitting or named
    return tuple(sorted(months, key=lambda month: today is None or today.month != month))


def _month_mends(
    pieces: tuple[Piece, ...], reading: ArticleReading, offset: int, meant: tuple[int, ...]
) -> tuple[tuple[int, int, str], ...]:
    """For each month that may be meant, its second name in place of the wrong one, of the same usage as that: in
    «شباط/مارس», «فبراير» for «مارس» or «آذار» for «شباط». Nothing where a name is of a third usage («جويلية»)."""
    found = []
    for piece in pieces if sum(piece.role == "month" for piece in pieces) == 1 else ():
        if piece.role != "month":
            continue
        start = offset + piece.start
        written = reading.article.text[start : offset + piece.end]
        places = [
            (month, usage, at) for month, twins in enumerate(MONTHS_TWICE, 1)
            for usage, name in enumerate(twins.split("/")) if (at := written.find(name)) >= 0
        ]  # fmt: skip
        if len(places) != 2 or places[0][1] == places[1][1]:
            continue
        for month in meant:
            for other, usage, at in places:
                if other != month:
                    name = MONTHS_TWICE[other - 1].split("/")[usage]
                    found.append((start + at, start + at + len(name), MONTHS_TWICE[month - 1].split("/")[usage]))
    return tuple(found)


def _may_be_two(named: tuple[int, ...], fields: Fields, words: str, before: str) -> bool:
    """«نيسان/مايو» may be two months, one after the other; «أيار/أبريل», «شهر نيسان/مايو» and «نيسان/مايو الماضي» are
    meant for one."""
    if (named[1] - named[0]) % 12 != 1:
        return False
    one = fields.shift is not None and not plain(words).endswith("ين")
    return not one and not plain(before).rstrip().endswith("شهر")


# ---------------------------------------------------------------------------------------------------------- no such day


def _no_such_day(day: Node, pieces: tuple[Piece, ...], words: str, start: int, end: int, headline: bool) -> Slip | None:
    """«31 حزيران», «29 شباط 2019», «30 شباط»."""
    for fields in fields_in(day):
        month, number = fields.month, fields.day
        if fields.calendar != "gregorian" or month is None or number is None:
            continue
        year = fields.year
        if year is None and any(piece.role == "date" for piece in pieces):
            continue  # «31/6» may be no date at all
        most = longest_month(month)
        if year is not None and 1 <= year <= 9999 and number <= most and date_or_none(year, month, number) is None:
            most = 28
        if number <= most:
            continue
        of_year = f" {year}" if year is not None and most == 28 else ""
        return Slip(
            "no-such-day", start, end,
            Bilingual(
                f"There is no {number} {MONTHS_EN[month - 1]}{of_year}: the month has {most} days.",
                f"لا وجود ليوم {number} {MONTHS_AR[month - 1]}{of_year}، فعدد أيام هذا الشهر {most}.",
            ),
            Evidence(
                Bilingual(
                    f"{MONTHS_EN[month - 1]}{of_year} ends with the {most}th.",
                    f"آخر أيام {MONTHS_AR[month - 1]}{of_year} هو {most}.",
                ),
                _GREGORIAN,
            ),
            (year, month, number), "high", 0.95, headline,
        )  # fmt: skip
    return None


# ------------------------------------------------------------------------------------------------------------- weekday


def _weekday(
    day: Node,
    pieces: tuple[Piece, ...],
    reading: ArticleReading,
    offset: int,
    start: int,
    end: int,
    today: dt.date | None,
    headline: bool,
) -> Slip | None:
    """«الاثنين 10 آذار/مارس 2019», which was a Sunday."""
    weekday = weekday_in(day)
    if weekday is None:
        return None
    fields = next((f for f in fields_in(day) if f.calendar == "gregorian" and f.month and f.day), None)
    if fields is None or fields.event:
        return None
    date = _date_of(fields, today)
    if date is None or not _FIRST_YEAR <= date.year <= _LAST_YEAR or date.isoweekday() == weekday:
        return None
    if any(piece.role == "date" for piece in pieces) and (_swapped_fits(fields, weekday) or fields.year is None):
        return None  # 03/04/2013 may be the fourth of March, «الأحد 3/1» a result
    certain = fields.year is not None
    both = [told.calendar for told in fields_in(day) if told.month and told.day]
    year = next((piece for piece in pieces if piece.role == "year"), None)
    if year is not None and both[0] == "gregorian" and "hijri" in both:
        end = offset + year.end  # the Hijri date behind is no part of it
    stated_en, stated_ar = WEEKDAYS_EN[weekday - 1], WEEKDAYS_AR[weekday - 1]
    right_en, right_ar = WEEKDAYS_EN[date.weekday()], WEEKDAYS_AR[date.weekday()]
    words = reading.article.text[start:end]
    return Slip(
        "weekday", start, end,
        Bilingual(
            f"{quoted(words)}: {plain_en(date)} is a {right_en}, not a {stated_en}.",
            f"{quoted(words)}: يوافق {plain_ar(date)} يوم {right_ar}، لا {stated_ar}.",
        ),
        Evidence(
            Bilingual(
                f"{plain_en(date)} is a {right_en}." if certain else
                f"Seen from the article's day ({plain_en(today)}), {plain_en(date)} is meant, a {right_en}."
                if today is not None else f"{plain_en(date)} is a {right_en}.",
                f"{plain_ar(date)} يوم {right_ar}." if certain else
                f"المقصود بالنظر إلى تاريخ المقال ({plain_ar(today)}) هو {plain_ar(date)}، وهو يوم {right_ar}."
                if today is not None else f"{plain_ar(date)} يوم {right_ar}.",
            ),
            _GREGORIAN,
        ),
        (weekday, date.isoformat()), "high" if certain else "medium", 0.95 if certain else 0.8, headline,
        _weekday_mend(pieces, reading, offset, right_ar),
    )  # fmt: skip


def _date_of(fields: Fields, today: dt.date | None) -> dt.date | None:
    """The day meant: by its year, or the near one where the article's day is known and no other year's day is nearer
    to being right."""
    if fields.month is None or fields.day is None:
        return None
    if fields.year is not None:
        return date_or_none(fields.year, fields.month, fields.day)
    if today is None:
        return None
    found = spot_of(fields, View(today)).first
    return found if found is not None and abs((found - today).days) <= _NEAR_DAYS else None


def _swapped_fits(fields: Fields, weekday: int) -> bool:
    if fields.year is None or fields.month is None or fields.day is None or fields.day > 12:
        return False
    swapped = date_or_none(fields.year, fields.day, fields.month)
    return swapped is not None and swapped.isoweekday() == weekday


def _weekday_mend(
    pieces: tuple[Piece, ...], reading: ArticleReading, offset: int, right: str
) -> tuple[tuple[int, int, str], ...]:
    """The right weekday in place of the stated one, particles kept."""
    named = [piece for piece in pieces if piece.role == "weekday"]
    if len(named) != 1:
        return ()
    start, end = offset + named[0].start, offset + named[0].end
    written = plain(reading.article.text[start:end])
    at = written.find("ال")
    if at < 0 or at > 2 or written != reading.article.text[start:end]:
        return ()
    return ((start, end, written[:at] + right),)


# --------------------------------------------------------------------------------------------------------------- clocks


def _clock_slip(reading: ArticleReading, number: int, pair: ClockPair, subject: Subject, headline: bool) -> Slip | None:
    found = disagreement(pair, reading, number, subject.knowledge)
    if found is None:
        return None
    offset = reading.article.sentences[number].start
    start, end = offset + pair.start, offset + pair.end
    words = reading.article.text[start:end]
    return Slip(
        "utc-offset", start, end,
        Bilingual(
            f"The clocks in {quoted(words)} are {_offset(found.stated)} apart; {found.zone_en} was "
            f"{_either(found.right, 'or')} from {found.base_en} then.",
            f"الفارق بين الساعتين في {quoted(words)} هو {_offset(found.stated)}، بينما كان فارق {found.zone_ar} عن "
            f"{found.base_ar} حينها {_either(found.right, 'أو')}.",
        ),
        Evidence(
            Bilingual(
                f"{found.zone}: {_either(found.right, 'or')}, {found.since_en}.",
                f"{found.zone}: {_either(found.right, 'أو')}، {found.since_ar}.",
            ),
            _TZ,
        ),
        (found.zone, found.stated, found.right), "medium", 0.85, headline,
    )  # fmt: skip


def _offset(minutes: int) -> str:
    """«+3:00» with its sign first in either script."""
    hours, rest = divmod(abs(minutes), 60)
    return f"\u2066{'−' if minutes < 0 else '+'}{hours}:{rest:02d}\u2069"


def _either(offsets: Iterable[int], word: str) -> str:
    return f" {word} ".join(_offset(offset) for offset in offsets)
