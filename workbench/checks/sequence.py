"""Things told in an order of time that they cannot have had: a landing before the take-off."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from workbench.checks.keys import finding_key
from workbench.checks.order import check_order
from workbench.checks.subject import Subject
from workbench.checks.values import Evidence, Finding, Place
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Timex
from workbench.text.tokens import read_tokens
from workbench.text.values import Bilingual

# «كانت قد أقلعت», «بعد إقلاعها»: what is told after the other came before it.
_BACK = frozenset("بعد بعدما عقب كان كانت وكان وكانت".split())
_OTHERS = frozenset("اخري اخر اخرين ثانيه ثان الثانيه الثاني مجددا".split())
# What belongs to one course of things is told within a few sentences.
_NEAR_SENTENCES = 3
_HOURS_APART = 4 * 60  # minutes by which clocks without their day may be out before they are rather of two days


def check_sequence(subject: Subject) -> Iterable[Finding]:
    """Two times of one event in one article, each with a verb, that stand in the wrong order; two times of one sentence
    that «after», «before» or «then» joins in the wrong order."""
    told: list[Place] = []
    for finding in _of_claims(subject):
        told += finding.places
        yield finding
    for finding in check_order(subject):
        if not any(_overlap(one, other) for one in finding.places for other in told):
            yield finding


def _overlap(one: Place, other: Place) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _of_claims(subject: Subject) -> Iterator[Finding]:
    """Beginning and end, take-off and landing, of one event, wherever they stand."""
    timed = [claim for claim in subject.claims if claim.kind in ("time", "date") and claim.predicate]
    for first in timed:
        for second in timed:
            pair = subject.knowledge.sequences.get((first.predicate, second.predicate))
            if (
                pair is not None
                and _one_course(first, second)
                and _reversed(first, second, subject)
                and _told_as_one(first, second, subject)
            ):
                yield _finding(first, second, pair, subject)


def _one_course(first: Claim, second: Claim) -> bool:
    return (
        first.event == second.event
        and abs(first.sentence - second.sentence) <= _NEAR_SENTENCES
        and first.span != second.span
    )


def _told_as_one(first: Claim, second: Claim, subject: Subject) -> bool:
    """Whether the words tell of one beginning and its end: not of another aircraft, nor of one that landed and then
    took off again."""
    text = subject.reading.article.text
    start, end = sorted((first.span.start, second.span.start))
    between = [token.key for token in read_tokens(text[start : max(end, first.clause.end, second.clause.end)])]
    if _OTHERS & set(between):
        return False
    if first.span.start < second.span.start:
        return True
    return bool(_BACK & {token.key for token in read_tokens(text[second.span.end : first.span.start])})


def _reversed(first: Claim, second: Claim, subject: Subject) -> bool:
    """Whether what must come first begins after what must come second has ended: days, or clocks of one zone; without
    their day only clocks a few hours apart, for a night may lie between, and of one country, for others have others."""
    one, other = first.value, second.value
    if not isinstance(one, Timex) or not isinstance(other, Timex) or one.zone != other.zone:
        return False
    begin, end = _moment(one.begin), _moment(other.end)
    if begin is None or end is None or begin.clock != end.clock:
        return False
    if begin.day is not None and end.day is not None and begin.day != end.day:
        return begin.day > end.day
    if not begin.clock:
        return False
    late = begin.minutes - end.minutes
    near = late <= _HOURS_APART or (begin.day is not None and end.day is not None)
    return near and late > _between_zones((first, second), subject.knowledge)


def _between_zones(claims: Iterable[Claim], knowledge: Knowledge) -> float:
    """By how many minutes the clocks of the places named beside the claims may differ; more than a day where a place's
    is not known."""
    places = knowledge.world.places
    named = [places[word] for claim in claims for word in claim.context if word in places]
    if len(named) < 2:
        return 0
    if not all(place.zone for place in named):
        return math.inf if len({place.country for place in named}) > 1 else 0
    offsets = [
        offset.total_seconds() / 60
        for place in named
        for month in (1, 7)
        if (offset := ZoneInfo(place.zone).utcoffset(dt.datetime(2020, month, 1))) is not None
    ]
    return max(offsets, default=0) - min(offsets, default=0)


@dataclass(frozen=True, slots=True)
class _Moment:
    """A day, a clock in minutes, or both; ``clock`` says whether there is one."""

    day: dt.date | None
    clock: bool
    minutes: int = 0


def _moment(text: str | None) -> _Moment | None:
    if text is None:
        return None
    day, clock, hours = text.partition("T")
    try:
        date = dt.date.fromisoformat(day) if day else None
        time = dt.time.fromisoformat(hours) if clock else dt.time()
    except ValueError:
        return None
    return _Moment(date, bool(clock), time.hour * 60 + time.minute)


def _finding(first: Claim, second: Claim, what: Bilingual, subject: Subject) -> Finding:
    places = tuple(_places((first, second)))
    return Finding(
        key=finding_key("contradiction.sequence", (place.text for place in places), (first.value, second.value)),
        family="contradiction",
        kind="sequence",
        scope="internal",
        severity="high",
        confidence=0.8,
        rule="contradiction.sequence",
        places=places,
        message=Bilingual(
            f"{what.en.capitalize()} stand in the wrong order: «{first.text}» and «{second.text}».",
            f"الترتيب الزمني معكوس ({what.ar}): «{first.text}» و«{second.text}».",
        ),
        evidence=(
            Evidence(
                Bilingual("Both times belong to one course of things.", "الوقتان يتعلقان بمجرى واحد للأحداث."), "text"
            ),
        ),
        claims=(first.id, second.id),
    )


def _places(claims: Iterable[Claim]) -> Iterator[Place]:
    for claim in claims:
        yield Place(claim.article, claim.span.start, claim.span.end, claim.text)
