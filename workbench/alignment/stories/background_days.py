"""Days of one thing that two reports of one story tell besides its own: when a bridge was opened, an agreement signed,
the accused arrested; when a court will sit.

The same must be done to the same thing, by a day, month or year that each report gives once; and it must lie outside
the days of the story, of which one report may tell more than the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.alignment.candidates import Candidate, EventPair, any_other_one, is_name
from workbench.alignment.relations import Verdict
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.claims.when import day_of
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Timex

_STORY = dt.timedelta(days=7)
_WRITTEN = dt.timedelta(days=1)
_MONTH, _YEAR = 31, 366
# Words that two sentences share whatever they tell of.
_EMPTY = frozenset("be begin become reach come happen first year month day person number last coming".split())
# What a report says of whatever it tells: no deed by which a thing is known.
_NO_DEEDS = _EMPTY | frozenset("say report announce lead-to increase decrease kill injure die increase-raise".split())
_ARREST, _COURT = "arrest", "court"
_FIRST = "first"
_SCORE = 0.55
_OF_APPOINTMENTS, _OF_FIRST, _OF_FORMAL = 3, 2, 2
# What is done once to one thing, in whatever words.
_FORMAL = frozenset(("deal", "ceremony", "office"))


@dataclass(frozen=True, slots=True)
class _Dated:
    """A claim of a single day, month or year (``begin`` to ``end``), the words of its sentence up to it and of its
    clause, and whether it is still to come for its article."""

    claim: Claim
    begin: dt.date
    end: dt.date
    words: frozenset[str]
    ahead: bool


def days_across(
    a: ArticleClaims, b: ArticleClaims, pairs: Iterable[EventPair], knowledge: Knowledge
) -> Iterator[tuple[EventPair, Candidate]]:
    """Pairs of days of one thing, and whether they are the same."""
    told = next((one for one in pairs if one.match.verdict == "same" and one.a.main and one.b.main), None)
    if told is None:
        return
    days_a, days_b = _days(a, knowledge), _days(b, knowledge)
    for one in days_a:
        for other in days_b:
            if one.ahead != other.ahead or any_other_one(one.claim, other.claim):
                continue
            if not _of_one_thing(one, other, told, knowledge):
                continue
            if not (_alone(one, other, days_a) and _alone(other, one, days_b)):
                continue
            verdict = _verdict(one, other)
            if verdict == "differ" and one.ahead and not _of_one_time(told):
                continue
            if verdict is not None:
                yield told, Candidate(one.claim, other.claim, verdict, _SCORE)


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
        begin, end = day_of(value.begin), day_of(value.end)
        if begin is None or end is None or (end - begin).days > _YEAR or first is None or last is None:
            continue
        ahead = begin > last
        if not ahead and end > first - _STORY:
            continue
        view = article.sentences[claim.sentence].view
        if view.has_key(knowledge.claim_cues.another, 0, len(view.tokens)) is not None:
            continue
        start = claim.span.start - article.reading.article.sentences[claim.sentence].start
        at = next((number for number, token in enumerate(view.tokens) if token.end > start), len(view.tokens))
        found.append(_Dated(claim, begin, end, view.context(0, at) | claim.context, ahead))
    return found


def _of_one_thing(one: _Dated, other: _Dated, told: EventPair, knowledge: Knowledge) -> bool:
    """Whether the same is said of the same thing."""
    a, b = one.claim, other.claim
    shared = (one.words & other.words) - _EMPTY
    if one.ahead:
        return len(shared - told.topic) >= _OF_APPOINTMENTS
    if _FIRST in a.context & b.context and len(shared) >= _OF_FIRST:
        return True
    deed = a.predicate == b.predicate != "" and a.predicate not in _NO_DEEDS
    # «اتفاق الصيانة وقع في مارس», «أبرم اتفاق الصيانة في مايو»
    formal = a.of == b.of and a.of in _FORMAL and len(a.context & b.context - _EMPTY) >= _OF_FORMAL
    if not deed and not formal:
        return False
    strange = [_names(x, y, knowledge) for x, y in ((one, other), (other, one))]
    if all(strange):
        return False  # one was opened by a king, the other by a minister: perhaps two
    if shared - {a.predicate}:
        return True
    # «أوقف المتهمون في مارس», «ألقي القبض على معظمهم في مايو»: those whom the court tries.
    trial = _COURT in told.a.kinds & told.b.kinds and a.of == b.of == _ARREST
    return trial and not any(strange)


def _names(one: _Dated, other: _Dated, knowledge: Knowledge) -> bool:
    return any(is_name(word, knowledge) for word in one.claim.context - other.words)


def _alone(one: _Dated, other: _Dated, days: Iterable[_Dated]) -> bool:
    """Whether an article gives no other day of the deed, nor of what the other report says."""
    for near in days:
        if near.claim is one.claim or (near.begin, near.end) == (one.begin, one.end):
            continue
        if near.ahead == one.ahead and near.claim.predicate in (one.claim.predicate, other.claim.predicate):
            return False
        if len((near.words & other.words) - _EMPTY) >= len((one.words & other.words) - _EMPTY) > 0:
            return False
    return True


def _verdict(one: _Dated, other: _Dated) -> Verdict | None:
    if (one.begin, one.end) == (other.begin, other.end):
        return "agree"
    if one.begin <= other.end and other.begin <= one.end:
        return None
    return "differ" if _size(one) == _size(other) else None


def _size(dated: _Dated) -> int:
    """0 for a day, 1 for up to a month, 2 for a year."""
    days = (dated.end - dated.begin).days
    return 0 if days == 0 else 1 if days < _MONTH else 2
