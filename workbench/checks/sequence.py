"""Things told in an order of time that they cannot have had: a landing before the take-off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from workbench.checks.keys import finding_key
from workbench.checks.order import check_order
from workbench.checks.subject import Subject
from workbench.checks.values import Evidence, Finding, Place
from workbench.claims.values import Claim
from workbench.mentions.values import Timex
from workbench.text.tokens import read_tokens
from workbench.text.values import Bilingual

# «كانت قد أقلعت», «بعد إقلاعها»: what is told after the other came before it.
_BACK = frozenset("بعد بعدما عقب كان كانت وكان وكانت".split())
_OTHERS = frozenset("اخري اخر اخرين ثانيه ثان الثانيه الثاني مجددا".split())
# What belongs to one course of things is told within a few sentences.
_NEAR_SENTENCES = 3


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
                and _reversed(first, second)
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


def _reversed(first: Claim, second: Claim) -> bool:
    """Whether what must come first begins after what must come second has ended."""
    begin, end = _begin(first), _end(second)
    if begin is None or end is None or begin[0] != end[0]:
        return False
    return begin[1] > end[1]


def _begin(claim: Claim) -> tuple[bool, str] | None:
    return _moment(claim.value.begin) if isinstance(claim.value, Timex) else None


def _end(claim: Claim) -> tuple[bool, str] | None:
    return _moment(claim.value.end) if isinstance(claim.value, Timex) else None


def _moment(text: str | None) -> tuple[bool, str] | None:
    """Whether it is a clock (without regard to its day) and the text to compare by; None where it is no moment."""
    if text is None:
        return None
    if "T" in text:
        return True, text.partition("T")[2]
    try:
        return False, dt.date.fromisoformat(text).isoformat()
    except ValueError:
        return None


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
