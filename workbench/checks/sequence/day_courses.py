"""Days of one course of things, told of different people: a crime and the arrest for it, a death and the burial."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.checks.subject import Subject
from workbench.claims.values import Claim
from workbench.knowledge.words.statement_words import Course
from workbench.mentions.values import Timex
from workbench.text.values import Token

_NEAR = 2  # sentences between the two
_MOST = 120  # days by which two of one course are out, before the year is rather a slip of another kind
_PRONOUNS = ("ه", "ها", "هم", "هما")
_OF_AGE = 3
_JOINED = 5  # words from «after» to the crime
_FELONIES = ("steal", "kill", "stab")


@dataclass(frozen=True, slots=True)
class DayCourse:
    """What must come first is told with a later day: the two claims, and what they are."""

    earlier: Claim
    later: Claim
    course: Course


def day_courses(subject: Subject) -> Iterator[DayCourse]:
    """Days in the wrong order of one article; the one that must come first stands first."""
    dated = [
        (claim, day) for claim in subject.claims
        if claim.kind == "date" and claim.polarity == "affirmed" and (day := _day(claim)) is not None
    ]  # fmt: skip
    for at, (earlier, first) in enumerate(dated):
        for later, second in dated[at + 1 :]:
            if later.sentence - earlier.sentence > _NEAR or not 0 < (first - second).days <= _MOST:
                continue
            for concept in _deeds_of(earlier, subject):
                course = subject.knowledge.sequences.get((concept, later.predicate))
                if course is not None and course.tie in ("suspect", "burial") and _one_course(
                    earlier, later, course.tie, subject
                ):  # fmt: skip
                    yield DayCourse(earlier, later, course)
                    break


def _deeds_of(claim: Claim, subject: Subject) -> tuple[str, ...]:
    """What was done on the day; «تعود الواقعة إلى مساء الأحد» tells of when it happened."""
    if claim.predicate:
        return (claim.predicate,)
    words = {token.key for token in _words(claim, subject)}
    cues = subject.knowledge.order.cues
    told = any(_bare(word) in cues["crimes"] for word in words)
    return ("happen",) if told and cues["goes-back"] & words else ()


def _one_course(earlier: Claim, later: Claim, tie: str, subject: Subject) -> bool:
    cues = subject.knowledge.order.cues
    before, after = _words(earlier, subject), _words(later, subject)
    span = range(earlier.sentence, later.sentence + 1)
    sentences = [subject.reading.told[number].tokens for number in span]
    told = [
        token.key for tokens in sentences for at, token in enumerate(tokens)
        if not (at and tokens[at - 1].key in cues["month-front"]) and not _of_an_age(tokens, at, subject)
    ]  # fmt: skip
    if any(word in cues["another"] or _bare(word) in cues["again"] for word in told):
        return False
    if any(token.key in cues["back"] for token in after[:3]):
        return False  # what was so before
    if tie == "burial":
        return earlier.sentence == later.sentence and not any(token.kind == "punctuation" for token in _between(
            earlier, later, subject))  # fmt: skip
    crime = earlier.predicate in _FELONIES or any(_bare(token.key) in cues["crimes"] for token in before)
    if not crime:
        return False
    return any(_bare(token.key) in cues["suspects"] for token in after) or _for_the_crime(later, subject)


def _of_an_age(tokens: Sequence[Token], at: int, subject: Subject) -> bool:
    """«يبلغ من العمر 28 عاما»"""
    words = subject.knowledge.claim_cues
    return tokens[at].key in words.years and any(
        token.key in words.age_word | words.age_reached for token in tokens[max(0, at - _OF_AGE) : at]
    )


def _for_the_crime(arrest: Claim, subject: Subject) -> bool:
    """«أوقفته الشرطة في 11 نوفمبر، بعد أسبوع من الجريمة»: one whom a pronoun speaks of, behind a crime told as one
    that was before."""
    cues, start = subject.knowledge.order.cues, subject.reading.article.sentences[arrest.sentence].start
    tokens = subject.reading.told[arrest.sentence].tokens
    held = any(
        token.key.endswith(_PRONOUNS) for token in tokens
        if arrest.clause.start <= start + token.start < arrest.span.start
    )  # fmt: skip
    after = subject.knowledge.order.joins
    for at, token in enumerate(tokens):
        hit = after.at(tokens, at) if start + token.start >= arrest.clause.start else None
        if hit is not None and hit.value == "after":
            near = tokens[hit.last : hit.last + _JOINED]
            return held and any(_bare(one.key) in cues["crimes"] for one in near)
    return False


def _between(earlier: Claim, later: Claim, subject: Subject) -> list[Token]:
    start = subject.reading.article.sentences[earlier.sentence].start
    return [
        token for token in subject.reading.told[earlier.sentence].tokens
        if earlier.span.end <= start + token.start < later.span.start
    ]  # fmt: skip


def _words(claim: Claim, subject: Subject) -> list[Token]:
    """The words of a claim's clause; of the sentence up to the day where no verb is told with it."""
    start = subject.reading.article.sentences[claim.sentence].start
    tokens = subject.reading.told[claim.sentence].tokens
    inside = [
        token for token in tokens
        if (claim.clause.start if claim.predicate else start) <= start + token.start
        < max(claim.clause.end if claim.predicate else start, claim.span.end)
    ]  # fmt: skip
    return inside or list(tokens)


def _bare(word: str) -> str:
    for front in ("وال", "بال", "لل", "ال", "و", "ب", "ل"):
        if word.startswith(front) and len(word) > len(front) + 2:
            return word.removeprefix(front)
    return word


def _day(claim: Claim) -> dt.date | None:
    value = claim.value
    if not isinstance(value, Timex) or value.begin is None or value.end is None:
        return None
    if value.begin[:10] != value.end[:10] or len(value.begin) < 10:
        return None
    try:
        return dt.date.fromisoformat(value.begin[:10])
    except ValueError:
        return None
