"""When an article was written: given, from its dateline, or inferred from its own words with the reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from workbench.knowledge.base import Knowledge
from workbench.knowledge.time.calendars import date_or_none, shifted
from workbench.knowledge.time.days import day_ar, day_en
from workbench.knowledge.words.time_words import TimeWords
from workbench.knowledge.working_memory import WorkingMemory
from workbench.mentions.times.days import spot_of
from workbench.mentions.times.finding import find_times
from workbench.mentions.times.resolve import Reference, resolve_time
from workbench.mentions.times.spots import View
from workbench.mentions.times.values import DayAnd, DayShift, Fields, Moment, Node, Range, TimeReading, Weekday
from workbench.mentions.values import ArticleDate, Mention, SentenceReading
from workbench.text.tokens import read_tokens
from workbench.text.values import Article, Bilingual

_NEWS_DAYS = 7  # a report names the weekday of what happened within the last week
_MOST_SHIFT = 2  # pages are dated a day or two after their texts were written
_HEAD = 240  # characters in which a line that is only a date counts as the article's
_LINE = 80  # characters of a line that says only when it was published
_EARLIEST = 1900


@dataclass(frozen=True, slots=True)
class Constraint:
    """Days (ends included, None: open) between which an article must have been written, and why."""

    begin: dt.date | None
    end: dt.date | None
    why: Bilingual


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A date that the article ties to its own day: the article was written ``days`` before it (أمس: -1), or within a
    week after it where ``days`` is None. ``year`` None: to be found from the weekday and the bounds."""

    days: int | None
    year: int | None
    month: int
    day: int
    weekday: int | None
    words: str


def date_article(
    article: Article,
    readings: Sequence[SentenceReading],
    given: dt.date | None,
    knowledge: Knowledge,
    constraints: Sequence[Constraint] = (),
    stated: ArticleDate | None = None,
) -> ArticleDate:
    """The day or interval of days on which an article was written. ``readings`` runs parallel to its sentences.

    A given date counts before a dateline, that before the day ``stated`` by the article's file (a page's metadata, an
    e-mail's), that before what the words let infer; but words that tie the article to a week elsewhere count before a
    stated day, since pages are published anew and e-mails passed on. The reason is told in both languages. An open side
    of the interval is None; where nothing is known, both are.
    """
    dateline = _dateline_date(article, readings, knowledge)
    if given is not None:
        return ArticleDate(given, given, "given", _why_given(given, dateline, readings))
    if dateline is not None:
        day, words = dateline
        why = Bilingual(
            f"The article is dated “{words}”: {day_en(day)}.", f"المقال مؤرخ بعبارة «{words}»: {day_ar(day)}."
        )
        return _beside(ArticleDate(day, day, "dateline", why), stated)
    inferred = _inferred(article, readings, constraints)
    if stated is None:
        return inferred
    begin, end = inferred.begin, inferred.end
    narrow = begin is not None and end is not None and (end - begin).days <= _NEWS_DAYS
    return _beside(inferred, stated) if narrow and _far(stated, inferred) else stated


def _far(stated: ArticleDate, date: ArticleDate) -> bool:
    """Whether a stated day lies further from a date than pages and e-mails lag behind their texts."""
    if stated.begin is None or date.begin is None or date.end is None:
        return False
    return not -_MOST_SHIFT <= (stated.begin - date.begin).days <= (date.end - date.begin).days + _MOST_SHIFT


def _beside(date: ArticleDate, stated: ArticleDate | None) -> ArticleDate:
    """The text's own date, with the disagreement told where its file states a day far from it."""
    if stated is None or not _far(stated, date):
        return date
    why = Bilingual(
        f"{date.why.en} {stated.why.en} The text's own date counts.",
        f"{date.why.ar} {stated.why.ar} والمعتمد هو ما في النص.",
    )
    return replace(date, why=why)


def reference_in(date: ArticleDate, readings: Sequence[SentenceReading]) -> Reference:
    """The day from which an article's words speak: its date, moved by up to two days where its own «اليوم السبت» or
    «أمس الجمعة» says that it was written on another weekday."""
    if date.begin is None or date.end is None:
        return Reference(date.begin, date.end)
    if date.begin != date.end:
        return Reference(date.begin, date.end)
    own = set(_own_weekdays(readings))
    if len(own) != 1:
        return Reference(date.begin, date.end)
    (weekday,) = own
    off = (weekday - date.begin.isoweekday() + 3) % 7 - 3
    moved = shifted(date.begin, off) if abs(off) <= _MOST_SHIFT else None
    return Reference(moved, moved) if moved is not None else Reference(date.begin, date.end)


def resolved_mentions(
    article: Article, readings: Sequence[SentenceReading], date: ArticleDate, knowledge: Knowledge,
    memory: WorkingMemory,
) -> list[Mention]:  # fmt: skip
    """The mentions of an article's sentences, offsets in the article, with times resolved against its date."""
    reference = reference_in(date, readings)
    return [
        mention.moved(sentence.start)
        for sentence, reading in zip(article.sentences, readings, strict=True)
        for mention in memory.recall(
            "resolved", (reading.text, reference), partial(_resolved, reading, reference, knowledge)
        )
    ]


def _resolved(reading: SentenceReading, reference: Reference, knowledge: Knowledge) -> tuple[Mention, ...]:
    """The mentions of one sentence that speaks from this day."""
    return tuple(
        replace(mention, value=resolve_time(mention.value, reference, knowledge.times))
        if isinstance(mention.value, TimeReading)
        else mention
        for mention in reading.mentions
    )


# ------------------------------------------------------------------------------------------------------ given, dateline


def _dateline_date(
    article: Article, readings: Sequence[SentenceReading], knowledge: Knowledge
) -> tuple[dt.date, str] | None:
    """A full date in the dateline, or one that stands alone on a line near the article's head."""
    for sentence, reading in zip(article.sentences, readings, strict=True):
        if sentence.part == "dateline":
            found = _full_date(reading.text, reading.mentions)
            if found is not None:
                return found
    for sentence, reading in zip(article.sentences, readings, strict=True):
        if sentence.start > _HEAD:
            break
        if sentence.part in ("body", "standfirst", "headline") and _is_only_date(reading, knowledge.times):
            found = _full_date(reading.text, reading.mentions)
            if found is not None:
                return found
    for aside in article.asides:
        if aside.start <= _HEAD:
            text = article.text[aside.start : aside.end]
            found = _full_date(text, find_times(read_tokens(text), knowledge))
            if found is not None:
                return found
    return None


def _is_only_date(reading: SentenceReading, words: TimeWords) -> bool:
    """Whether a line says when it was published and nothing else, but for a place or a label."""
    times = [mention for mention in reading.mentions if isinstance(mention.value, TimeReading)]
    if len(reading.text) > _LINE or not times or any(_is_relative(mention.value) for mention in times):
        return False
    rest = [
        token
        for token in reading.tokens
        if token.kind in ("word", "latin", "number")
        and not any(mention.start <= token.start < mention.end for mention in reading.mentions)
    ]
    return all(any(word.kind == "published" for word in words.readings.get(token.key, ())) for token in rest)


def _is_relative(value: object) -> bool:
    if not isinstance(value, TimeReading):
        return False
    node = value.node.day if isinstance(value.node, Moment) else value.node
    while isinstance(node, DayAnd):
        node = node.first
    return isinstance(node, DayShift)


def _full_date(text: str, mentions: Sequence[Mention]) -> tuple[dt.date, str] | None:
    days = set()
    words = ""
    for mention in mentions:
        if isinstance(mention.value, TimeReading):
            day = full_day(mention.value.node)
            if day is not None:
                days.add(day)
                words = words or text[mention.start : mention.end]
    return (days.pop(), " ".join(words.split())) if len(days) == 1 else None


def full_day(node: Node) -> dt.date | None:
    """The day of a time whose day, month and year are all written."""
    if isinstance(node, Moment) and node.day is not None:
        return full_day(node.day)
    fields = _fields_in(node)
    if fields is None or fields.year is None or fields.month is None or fields.day is None:
        return None
    spot = spot_of(fields, View(None))
    return spot.first if spot.first is not None and spot.first.year >= _EARLIEST else None


def _fields_in(node: Node) -> Fields | None:
    """The Gregorian fields of a day, else the Hijri ones."""
    if isinstance(node, Fields):
        return node
    if isinstance(node, DayAnd):
        found = [fields for fields in (_fields_in(node.second), _fields_in(node.first)) if fields is not None]
        return next((fields for fields in found if fields.calendar == "gregorian"), found[0] if found else None)
    return None


def _why_given(given: dt.date, dateline: tuple[dt.date, str] | None, readings: Sequence[SentenceReading]) -> Bilingual:
    if dateline is not None and dateline[0] != given:
        day, words = dateline
        return Bilingual(
            f"The date was given as {day_en(given)}; the article itself is dated “{words}” ({day_en(day)}). "
            "The given date counts.",
            f"التاريخ المُدخل هو {day_ar(given)}، بينما يحمل المقال نفسه عبارة «{words}» ({day_ar(day)})، "
            "والمعتمد هو المُدخل.",
        )
    reference = reference_in(ArticleDate(given, given, "given", Bilingual("-", "-")), readings)
    if reference.begin is not None and reference.begin != given:
        return Bilingual(
            f"The date was given as {day_en(given)}; the text's own weekday shows "
            f"that it speaks from {day_en(reference.begin)}.",
            f"التاريخ المُدخل هو {day_ar(given)}، غير أن يوم الأسبوع المذكور في النص "
            f"يدل على أنه كُتب {day_ar(reference.begin)}.",
        )
    return Bilingual(f"The date was given: {day_en(given)}.", f"التاريخ مُدخل: {day_ar(given)}.")


# ------------------------------------------------------------------------------------------------------------- inferred


def _inferred(article: Article, readings: Sequence[SentenceReading], constraints: Sequence[Constraint]) -> ArticleDate:
    begin, end, reasons = _bounds(article, readings, constraints)
    for anchor in _anchors(article, readings):
        for year in _years_of(anchor, begin, end):
            day = date_or_none(year, anchor.month, anchor.day)
            if day is None:
                continue
            if anchor.days is not None:
                written = shifted(day, -anchor.days)
                if written is not None and _inside(written, begin, end):
                    return ArticleDate(written, written, "inferred", _why_anchor(anchor, written))
                continue
            last = shifted(day, _NEWS_DAYS)
            last = min(last, end) if end is not None and last is not None else last
            first = max(day, begin) if begin is not None else day
            if last is not None and first <= last:
                return ArticleDate(first, last, "inferred", _why_lead(anchor, first, last))
    if begin is None and end is None:
        return ArticleDate(
            None, None, "unknown",
            Bilingual(
                "Nothing in the article says when it was written.", "لا شيء في المقال يدل على تاريخ كتابته."
            ),
        )  # fmt: skip
    return ArticleDate(
        begin, end, "inferred", Bilingual(" ".join(r.en for r in reasons), " ".join(r.ar for r in reasons))
    )


def _inside(day: dt.date, begin: dt.date | None, end: dt.date | None) -> bool:
    return (begin is None or begin <= day) and (end is None or day <= end)


def _bounds(
    article: Article, readings: Sequence[SentenceReading], constraints: Sequence[Constraint]
) -> tuple[dt.date | None, dt.date | None, list[Bilingual]]:
    """Between which days the article was written: not before the latest full date told as past, not after the earliest
    told as coming, and within the constraints as long as they agree with the text."""
    past: tuple[dt.date, str] | None = None
    coming: tuple[dt.date, str] | None = None
    for reading in readings:
        ahead = any(isinstance(m.value, TimeReading) and m.value.lean == "future" for m in reading.mentions)
        for mention in reading.mentions:
            if not isinstance(mention.value, TimeReading):
                continue
            if ahead and mention.value.lean == "past":
                continue  # «تم تحديد يوم 26 مايو»: what was decided lies ahead
            words = " ".join(reading.text[mention.start : mention.end].split())
            for day in _told_days(mention.value):
                if mention.value.lean == "past" and (past is None or day > past[0]):
                    past = day, words
                elif mention.value.lean == "future" and (coming is None or day < coming[0]):
                    coming = day, words
    begin = past[0] if past is not None else None
    end = coming[0] if coming is not None else None
    if begin is not None and end is not None and begin > end:
        end, coming = None, None  # one of the two was misread: what has happened is the safer word
    reasons: list[Bilingual] = []
    if past is not None:
        reasons.append(Bilingual(
            f"It tells of {day_en(past[0])} (“{past[1]}”) as past.",
                f"يروي ما جرى في {day_ar(past[0])} («{past[1]}») بصيغة الماضي."
        ))  # fmt: skip
    if coming is not None:
        reasons.append(Bilingual(
            f"{day_en(coming[0])} (“{coming[1]}”) is still to come.",
                f"يتحدث عن {day_ar(coming[0])} («{coming[1]}») على أنه آتٍ."
        ))  # fmt: skip
    for constraint in constraints:
        narrowed_begin = max(filter(None, (begin, constraint.begin)), default=None)
        narrowed_end = min(filter(None, (end, constraint.end)), default=None)
        if narrowed_begin is not None and narrowed_end is not None and narrowed_begin > narrowed_end:
            continue  # the text contradicts itself or the constraint: neither narrows the other
        if (narrowed_begin, narrowed_end) != (begin, end):
            reasons.append(constraint.why)
        begin, end = narrowed_begin, narrowed_end
    return begin, end, reasons


def _told_days(reading: TimeReading) -> Iterator[dt.date]:
    """The full dates of a time that something happened or will happen on; a deadline or a start is none."""
    if isinstance(reading.node, Range):
        return
    day = full_day(reading.node)
    if day is not None:
        yield day


def _anchors(article: Article, readings: Sequence[SentenceReading]) -> Iterator[_Anchor]:
    """«اليوم السبت 12 مارس» and «أمس» with a date first; then the weekday with a date in the first told sentence."""
    for reading in readings:
        for mention in reading.mentions:
            if isinstance(mention.value, TimeReading):
                anchor = _relative_anchor(mention.value.node, reading.text[mention.start : mention.end])
                if anchor is not None:
                    yield anchor
    body = [r for s, r in zip(article.sentences, readings, strict=True) if s.part in ("body", "standfirst")]
    latest = max(_past_years(readings), default=0)
    for reading in body[:2]:
        for mention in reading.mentions:
            value = mention.value
            if not isinstance(value, TimeReading) or value.lean == "future":
                continue
            node = value.node.day if isinstance(value.node, Moment) and value.node.day is not None else value.node
            if isinstance(node, DayAnd) and isinstance(node.first, Weekday):
                fields = _fields_in(node.second)
                if fields is not None and fields.year is not None and fields.year < latest:
                    continue  # what a history begins with
                if _dated(fields) and fields is not None and fields.month is not None and fields.day is not None:
                    words = " ".join(reading.text[mention.start : mention.end].split())
                    yield _Anchor(None, fields.year, fields.month, fields.day, node.first.weekday, words)


def _past_years(readings: Sequence[SentenceReading]) -> Iterator[int]:
    """The years of the calendar in which something is told to have happened."""
    for reading in readings:
        for mention in reading.mentions:
            if isinstance(mention.value, TimeReading) and mention.value.lean == "past":
                fields = _fields_in(mention.value.node)
                if fields is not None and fields.year is not None and fields.calendar == "gregorian":
                    yield fields.year


def _dated(fields: Fields | None) -> bool:
    return (
        fields is not None and fields.calendar == "gregorian" and fields.month is not None and fields.day is not None
        and not fields.event and fields.shift is None
    )  # fmt: skip


def _relative_anchor(node: Node, words: str) -> _Anchor | None:
    if isinstance(node, Moment) and node.day is not None:
        node = node.day
    if isinstance(node, Range):
        for side in (node.end, node.begin):
            found = _relative_anchor(side, words) if side is not None else None
            if found is not None:
                return found
        return None
    if not isinstance(node, DayAnd):
        return None
    shift, weekday = _relative_in(node.first)
    fields = _fields_in(node.second)
    if shift is None or not _dated(fields) or fields is None or fields.month is None or fields.day is None:
        return None
    return _Anchor(shift, fields.year, fields.month, fields.day, weekday, " ".join(words.split()))


def _relative_in(node: Node) -> tuple[int | None, int | None]:
    """The days of «أمس» and the weekday beside it."""
    if isinstance(node, DayShift):
        return node.days, None
    if isinstance(node, DayAnd):
        shift = _relative_in(node.first)[0]
        return shift, node.second.weekday if isinstance(node.second, Weekday) else None
    return None, None


def _years_of(anchor: _Anchor, begin: dt.date | None, end: dt.date | None) -> tuple[int, ...]:
    """The years in which an anchor may lie: its own, or the only one within the bounds that has its weekday."""
    if anchor.year is not None:
        return (anchor.year,)
    if begin is None or end is None or end.year - begin.year > 30:
        return ()
    years = []
    for year in range(begin.year, end.year + 1):
        day = date_or_none(year, anchor.month, anchor.day)
        if day is None or (anchor.weekday is not None and day.isoweekday() != anchor.weekday):
            continue
        last = shifted(day, _NEWS_DAYS) or day
        if last >= begin and day <= end:
            years.append(year)
    return tuple(years) if len(years) == 1 else ()


def _own_weekdays(readings: Sequence[SentenceReading]) -> Iterator[int]:
    """The weekdays on which the text says it was written: «اليوم السبت», «أمس الجمعة», «غدا الأحد»."""
    for reading in readings:
        for mention in reading.mentions:
            if not isinstance(mention.value, TimeReading):
                continue
            node = mention.value.node
            if isinstance(node, Moment) and node.day is not None:
                node = node.day
            while isinstance(node, DayAnd) and isinstance(node.first, DayAnd):
                node = node.first
            if isinstance(node, DayAnd) and isinstance(node.first, DayShift) and isinstance(node.second, Weekday):
                yield (node.second.weekday - node.first.days - 1) % 7 + 1


def _why_anchor(anchor: _Anchor, written: dt.date) -> Bilingual:
    return Bilingual(
        f"The article says “{anchor.words}”, so it was written on {day_en(written)}.",
        f"يقول المقال «{anchor.words}»، فقد كُتب {day_ar(written)}.",
    )


def _why_lead(anchor: _Anchor, first: dt.date, last: dt.date) -> Bilingual:
    return Bilingual(
        f"The article opens with “{anchor.words}” as news, "
        f"so it was written between {day_en(first)} and {day_en(last)}.",
        f"يفتتح المقال بخبر «{anchor.words}»، فقد كُتب بين {day_ar(first)} و{day_ar(last)}.",
    )
