"""Things told in an order of time that they cannot have had: a landing before the take-off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from workbench.checks.keys import finding_key
from workbench.checks.sequence.clock_deeds import (
    ClockDeed,
    clock_deeds,
    course_of,
    of_one_thing,
    place_of,
    same_zone_words,
    zones_apart,
)
from workbench.checks.sequence.day_courses import day_courses
from workbench.checks.sequence.order import Spot, check_order
from workbench.checks.sequence.ways import tied
from workbench.checks.subject import Subject
from workbench.checks.values import Evidence, Finding, Place
from workbench.claims.values import Claim
from workbench.knowledge.words.statement_words import Course
from workbench.mentions.values import Timex
from workbench.text.tokens import read_tokens
from workbench.text.values import Bilingual

# What belongs to one course of things is told within a few sentences.
_NEAR_SENTENCES = 3
_HOURS_APART = 4 * 60  # minutes by which clocks without their day may be out before they are rather of two days


def check_sequence(subject: Subject) -> Iterable[Finding]:
    """Two times of one event in one article, each with a verb, that stand in the wrong order; two times of one sentence
    that «after», «before» or «then» joins in the wrong order."""
    told: list[Place] = []
    for finding in (*_of_claims(subject), *_of_clocks(subject), *_of_days(subject)):
        told += finding.places
        yield finding
    for finding in check_order(subject):
        if not any(_overlap(one, other) for one in finding.places for other in told):
            yield finding


def _overlap(one: Place, other: Place) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _of_claims(subject: Subject) -> Iterator[Finding]:
    """Days of beginning and end, of kidnapping and release, of one event, wherever they stand."""
    timed = [claim for claim in subject.claims if claim.kind in ("time", "date") and claim.predicate]
    for first in timed:
        for second in timed:
            course = subject.knowledge.sequences.get((first.predicate, second.predicate))
            if (
                course is not None
                and not course.clocks_only
                and _one_course(first, second)
                and _reversed(first, second)
                and _told_as_one(first, second, subject)
            ):
                places = tuple(Place(claim.article, claim.span.start, claim.span.end, claim.text)
                               for claim in (first, second))  # fmt: skip
                yield _finding(places, (first.value, second.value), course, (first.id, second.id))


def _of_days(subject: Subject) -> Iterator[Finding]:
    """An arrest dated before the crime, a burial before the death."""
    for found in day_courses(subject):
        claims = found.earlier, found.later
        places = tuple(Place(claim.article, claim.span.start, claim.span.end, claim.text) for claim in claims)
        yield _finding(places, (found.earlier.value, found.later.value), found.course, (claims[0].id, claims[1].id))


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
    cues = subject.knowledge.order.cues
    if cues["another-one"] & set(between):
        return False
    if first.span.start < second.span.start:
        return True
    return bool(cues["back"] & {token.key for token in read_tokens(text[second.span.end : first.span.start])})


def _reversed(first: Claim, second: Claim) -> bool:
    """Whether what must come first begins on a day after what must come second has ended."""
    if not isinstance(first.value, Timex) or not isinstance(second.value, Timex):
        return False
    begin, end = _day(first.value.begin), _day(second.value.end)
    return begin is not None and end is not None and begin > end


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text is not None else None
    except ValueError:
        return None


# Clocks of one day


def _of_clocks(subject: Subject) -> Iterator[Finding]:
    """Take-off and landing, beginning and end, of one thing, by clocks: «أقلعت الساعة 10:50 … وانقطع الاتصال بها في
    الساعة 10:20»."""
    deeds = clock_deeds(subject)
    for one, other in combinations(deeds, 2):
        if other.sentence - one.sentence > _NEAR_SENTENCES:
            continue
        of_one = of_one_thing(one, other, subject.knowledge)
        for earlier, later in ((one, other), (other, one)):
            course = course_of(earlier, later, subject.knowledge)
            if course is None or not (tied(earlier, later, course.tie, subject.knowledge) if course.tie else of_one):
                continue
            if (not other.back if earlier is other else other.back and not course.once):
                continue
            if _is_before(later, earlier, subject):
                places = (place_of(earlier, subject), place_of(later, subject))
                yield _finding(places, (earlier.spot.minutes, later.spot.minutes), course)
                break


def _is_before(later: ClockDeed, earlier: ClockDeed, subject: Subject) -> bool:
    """Whether the clock of what must come later is plainly before the other's, on one day."""
    one, other = later.spot, earlier.spot
    by_day = later.full or earlier.full  # who writes 14:30 writes 12:10 for noon
    if one.minutes is None or other.minutes is None or ((one.open or other.open) and not by_day):
        return False
    if one.zone != other.zone and (None not in (one.zone, other.zone) or "local" in (one.zone, other.zone)):
        return False
    told_alike = same_zone_words(later, earlier, subject.knowledge)
    if not told_alike and (zones_apart(later, earlier, subject) or not _only_local(one, other)):
        return False
    apart = other.minutes - one.minutes
    if one.begin is not None and other.begin is not None:
        return (other.begin - one.begin).days * 24 * 60 + apart > zones_apart(later, earlier, subject)
    if (later.undated_day or earlier.undated_day) and not _one_day(later, subject) and not _one_day(earlier, subject):
        return False
    _, told_last = sorted((later, earlier), key=lambda deed: (deed.sentence, deed.spot.first))
    if (one.begin is None) is not (other.begin is None) and (
        later.sentence != earlier.sentence or told_last.spot.begin is not None
    ):
        return False  # «اعتقل الساعة 9:00 مساء وأفرج عنه الساعة 8:00 من مساء الغد»
    most = 24 * 60 if _one_day(later, subject) or _one_day(earlier, subject) else _HOURS_APART
    return zones_apart(later, earlier, subject) < apart <= most


def _only_local(one: Spot, other: Spot) -> bool:
    """Whether a zone told beside one of two clocks is the local one, which the other's is as well."""
    return {one.zone, other.zone} <= {None, "local"}


def _one_day(deed: ClockDeed, subject: Subject) -> bool:
    """«من اليوم نفسه»."""
    tokens = subject.reading.told[deed.sentence].tokens[deed.spot.last : deed.spot.last + 4]
    itself = subject.knowledge.figures.itself
    return any(day.key == "اليوم" and after.key in itself for day, after in pairwise(tokens))


def _finding(
    places: tuple[Place, ...], values: Iterable[object], course: Course, claims: tuple[str, ...] = ()
) -> Finding:
    what, (one, other) = course.what, places
    return Finding(
        key=finding_key("contradiction.sequence", (place.text for place in places), tuple(values)),
        family="contradiction",
        kind="sequence",
        scope="internal",
        severity="high",
        confidence=0.8,
        rule="contradiction.sequence",
        places=places,
        message=Bilingual(
            f"{what.en.capitalize()} stand in the wrong order: «{one.text}» and «{other.text}».",
            f"الترتيب الزمني معكوس ({what.ar}): «{one.text}» و«{other.text}».",
        ),
        evidence=(
            Evidence(
                Bilingual("Both times belong to one course of things.", "الوقتان يتعلقان بمجرى واحد للأحداث."), "text"
            ),
        ),
        claims=claims,
    )
