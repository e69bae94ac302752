"""Days of one thing that two reports of one story tell besides its own: when a bridge was opened, an agreement signed,
the accused arrested; when a court will sit.

The same must be done to the same thing, by a day, month or year that each report gives once; and it must lie outside
the days of the story, of which one report may tell more than the other, but for what the story begins with."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.alignment.candidates import Candidate, EventPair, any_other_one, is_name, one_story
from workbench.alignment.relations import Verdict
from workbench.claims.events.when import day_of
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.knowledge.time.calendars import month_days
from workbench.knowledge.words.statement_words import OnceDeed
from workbench.mentions.values import Timex
from workbench.text.tokens import read_tokens

_STORY = dt.timedelta(days=7)
_WRITTEN = dt.timedelta(days=1)
_MONTH, _YEAR = 31, 366
# Words that two sentences share whatever they tell of.
_EMPTY = frozenset("be begin become reach come happen first year month day person number last coming".split())
# What a report says of whatever it tells: no deed by which a thing is known.
_NO_DEEDS = _EMPTY | frozenset("say report announce lead-to increase decrease kill injure die increase-raise".split())
_FIRST = "first"
_SCORE = 0.55
_OF_APPOINTMENTS, _OF_FIRST, _OF_FORMAL, _OF_LIKE = 3, 2, 2, 2
# What says of which of its like a thing is: «أول إصابة في الولاية», «في العاصمة».
_SORTS_OF_PLACE = frozenset("country province region city capital local district kingdom world village".split())
_HALF_YEAR = dt.timedelta(days=183)
_SINCE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?/\.\.")
_AGO = frozenset(("قبل", "منذ"))
# What is done once to one thing, in whatever words.
_FORMAL = frozenset(("deal", "ceremony", "office"))


@dataclass(frozen=True, slots=True)
class _Dated:
    """A claim of a single day, month or year (``begin`` to ``end``), the words of its sentence up to it and of its
    clause, whether it is still to come for its article, whether it lies among the days of the story, and whether it is
    told in whole years from the day of the text («قبل خمس سنوات»)."""

    claim: Claim
    begin: dt.date
    end: dt.date
    words: frozenset[str]
    ahead: bool
    near: bool
    counted: bool


def days_across(
    a: ArticleClaims, b: ArticleClaims, pairs: Iterable[EventPair], knowledge: Knowledge
) -> Iterator[tuple[EventPair, Candidate]]:
    """Pairs of days of one thing, and whether they are the same."""
    told = one_story(pairs, both=True)
    if told is None:
        return
    days_a, days_b = _days(a, knowledge), _days(b, knowledge)
    for one in days_a:
        for other in days_b:
            if one.ahead != other.ahead or any_other_one(one.claim, other.claim):
                continue
            verdict = _verdict(one, other)
            if verdict is None:
                continue
            if verdict == "agree" and _surely_one(one, other, knowledge):
                yield told, Candidate(one.claim, other.claim, verdict, _SCORE)
                continue
            deed = _done_once(one, other, told, verdict, knowledge)
            if deed is None and not _of_one_thing(one, other, told, verdict, knowledge):
                continue
            if not (_alone(one, other, days_a, deed) and _alone(other, one, days_b, deed)):
                continue
            if verdict == "agree" or not one.ahead or _of_one_time(told):
                yield told, Candidate(one.claim, other.claim, verdict, _SCORE)


def _surely_one(one: _Dated, other: _Dated, knowledge: Knowledge) -> bool:
    """Whether both tell of one day long before with a word in common, or of one month with three, of which one is a
    name: «الانقلاب الذي أطاح الرئيس في 26 يوليو 2023», «بعد انقلاب 26 يوليو 2023»."""
    if one.near or other.near or one.ahead or other.ahead or one.counted or other.counted:
        return False
    shared = (one.words & other.words) - _NO_DEEDS
    if _size(one) == _size(other) == 0:
        return bool(shared)
    named = any(is_name(word, knowledge) for word in shared)
    return _size(one) == _size(other) == 1 and named and len(shared) >= _OF_APPOINTMENTS


def _of_one_time(told: EventPair) -> bool:
    """Whether both reports were written within days: what is ahead may be put off."""
    return told.date_a is not None and told.date_b is not None and abs(told.date_a - told.date_b) <= _WRITTEN


def _days(article: ArticleClaims, knowledge: Knowledge) -> list[_Dated]:
    found = []
    first, last = article.reading.date.begin, article.reading.date.end
    for claim in article.claims:
        value = claim.value
        if claim.kind != "date" or not isinstance(value, Timex) or claim.part in ("headline", "dateline"):
            continue
        if claim.approximate or "told" in claim.traits or claim.polarity != "affirmed":
            continue
        begin, end = day_of(value.begin), _last_day(value)
        if begin is None or end is None or (end - begin).days > _YEAR or first is None or last is None:
            continue
        ahead, near = begin > last, begin <= last and end > first - _STORY
        counted = not near and _in_years(claim, knowledge)
        if counted:
            begin, end = begin - _HALF_YEAR, end + _HALF_YEAR
        view = article.sentences[claim.sentence].view
        origin = article.reading.article.sentences[claim.sentence].start
        at, behind = (
            next((number for number, token in enumerate(view.tokens) if token.end > place - origin), len(view.tokens))
            for place in (claim.span.start, claim.clause.end)
        )
        if view.has_key(knowledge.claim_cues.another, 0, max(at, behind)) is not None:
            continue  # «ودول أخرى» in a later clause makes it no other day's
        found.append(_Dated(claim, begin, end, view.context(0, at) | claim.context, ahead, near, counted))
    return found


def _last_day(value: Timex) -> dt.date | None:
    """The last day of a time; of what lasts since then («منذ عام 2016»), of the time that it lasts since."""
    since = _SINCE.fullmatch(value.timex)
    if since is None:
        return day_of(value.end)
    begin = day_of(value.begin)
    if begin is None:
        return None
    return begin if since[3] else _month_end(begin) if since[2] else begin.replace(month=12, day=31)


def _in_years(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether a time is told in years from the day of the text: «قبل خمس سنوات»."""
    words = [token.key for token in read_tokens(claim.text)]
    return bool(words) and words[0].removeprefix("و") in _AGO and words[-1] in knowledge.claim_cues.years


def _of_one_thing(one: _Dated, other: _Dated, told: EventPair, verdict: Verdict, knowledge: Knowledge) -> bool:
    """Whether the same is said of the same thing."""
    a, b = one.claim, other.claim
    shared = (one.words & other.words) - _EMPTY
    if one.ahead:
        return len(shared - told.topic) >= _OF_APPOINTMENTS
    strange = [_names(x, y, knowledge) for x, y in ((one, other), (other, one))]
    if one.near or other.near:
        return False
    if verdict == "agree" and len(shared) >= _OF_LIKE and shared - told.topic and not all(strange):
        return True  # no other year is told of so much alike
    if _FIRST in a.context & b.context and len(shared) >= _OF_FIRST:
        return True
    deed = a.predicate == b.predicate != "" and a.predicate not in _NO_DEEDS
    # «اتفاق الصيانة وقع في مارس», «أبرم اتفاق الصيانة في مايو»
    formal = a.of == b.of and a.of in _FORMAL and len(a.context & b.context - _EMPTY) >= _OF_FORMAL
    if not deed and not formal:
        return False
    if all(strange):
        return False  # one was opened by a king, the other by a minister: perhaps two
    return bool(shared - {a.predicate})


def _done_once(
    one: _Dated, other: _Dated, told: EventPair, verdict: Verdict, knowledge: Knowledge
) -> OnceDeed | None:
    """What befalls the thing, or the story, but once, and both tell of, in whatever words: «السجن الذي بني عام 1985»,
    «شيد السجن عام 1958»; «اقتحموا المدرسة في 7 يوليو», «خطف الطلاب في 28 يوليو» of the pupils set free."""
    a, b = one.claim, other.claim
    if one.ahead:
        return None
    strange = [_names(x, y, knowledge) for x, y in ((one, other), (other, one))]
    shared = (one.words & other.words) - _EMPTY
    kinds = told.a.kinds & told.b.kinds
    for deed in knowledge.once_deeds:
        if not (_says(deed, one) and _says(deed, other)):
            continue
        if deed.stories and not deed.stories & kinds:
            continue
        if deed.first:
            placed = all(_names(x, y, knowledge) or (x.claim.context - y.words) & _SORTS_OF_PLACE
                         for x, y in ((one, other), (other, one)))  # fmt: skip
            if _FIRST in a.context & b.context and not placed and not (one.near or other.near):
                return deed
            continue
        if all(strange):
            continue  # one was opened by a king, the other by a minister: perhaps two
        things = shared - deed.concepts
        if (one.near or other.near) and verdict == "agree":
            continue  # the days of the news itself
        if one.near or other.near:
            # What a story begins with, each report tells in words of its own and once.
            begun = bool(deed.stories) and a.of == b.of and a.of in kinds and not any(strange)
            if begun and len(shared) >= _OF_LIKE and things:
                return deed
        elif deed.stories:
            if (things and not any(strange)) or (a.of == b.of != "" and not any(strange)):
                return deed
        elif things or (verdict == "agree" and _size(one) == _size(other) and not any(strange)):
            return deed
    return None


def _says(deed: OnceDeed, one: _Dated) -> bool:
    return bool(deed.concepts & (one.claim.context | {one.claim.predicate}))


def _names(one: _Dated, other: _Dated, knowledge: Knowledge) -> bool:
    return any(is_name(word, knowledge) for word in one.claim.context - other.words)


def _alone(one: _Dated, other: _Dated, days: Iterable[_Dated], deed: OnceDeed | None) -> bool:
    """Whether an article gives no other day of the deed, nor of what the other report says."""
    for near in days:
        if near.claim is one.claim or (near.begin, near.end) == (one.begin, one.end) or near.near != one.near:
            continue
        if deed is not None and not _says(deed, near):
            continue
        if near.ahead == one.ahead and near.claim.predicate in (one.claim.predicate, other.claim.predicate):
            return False
        alike = len((near.words & other.words) - _EMPTY) >= len((one.words & other.words) - _EMPTY) > 0
        if alike and (near.ahead == one.ahead or one.ahead):
            return False
    return True


def _verdict(one: _Dated, other: _Dated) -> Verdict | None:
    if (one.begin, one.end) == (other.begin, other.end):
        return "agree"
    if one.counted or other.counted:
        # «منذ عام 2016», «قبل خمس سنوات»
        return "agree" if one.begin <= other.end and other.begin <= one.end else None
    if one.begin <= other.end and other.begin <= one.end:
        return None
    return "differ" if _size(one) == _size(other) else None


def _size(dated: _Dated) -> int:
    """0 for a day, 1 for up to a month, 2 for a year."""
    days = (dated.end - dated.begin).days
    return 0 if days == 0 else 1 if days < _MONTH else 2


def _month_end(day: dt.date) -> dt.date | None:
    days = month_days(day.year, day.month)
    return None if days is None else days[1]
