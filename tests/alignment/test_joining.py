"""A person's word about claims and events outranks the program's."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.alignment.values import Alignment
from workbench.engine import CheckResult, Draft, Overrides

DAY = dt.date(2020, 2, 1)
A = (
    "مصرع 12 في انقلاب حافلة بالمنيا\n\nلقي 12 شخصا مصرعهم في انقلاب حافلة على الطريق الصحراوي في المنيا صباح السبت. "
    "وقال الدفاع المدني إن الحافلة كانت تقل 45 راكبا."
)
B = A.replace("45", "60")
OTHER = "حريق في دمنهور\n\nاندلع حريق في مخزن للأخشاب في دمنهور يوم 12 يناير 2020، وكان فيه 7 عمال."


def check(*texts: str, overrides: Overrides | None = None) -> CheckResult:
    return engine().check([Draft(text, DAY) for text in texts], overrides)


def id_of(result: CheckResult, article: str, words: str) -> str:
    return next(claim.id for claim in result.claims if claim.article == article and claim.text == words)


def between(result: CheckResult, one: str, other: str) -> list[Alignment]:
    return [alignment for alignment in result.alignments if alignment.claims == (one, other)]


def contradictions(result: CheckResult) -> list[str]:
    return [one.kind for one in result.findings if one.family == "contradiction" and one.scope == "across"]


PLAIN = check(A, B)
PASSENGERS = (id_of(PLAIN, "a", "45"), id_of(PLAIN, "b", "60"))
DEAD = (id_of(PLAIN, "a", "12"), id_of(PLAIN, "b", "12"))


def test_without_a_persons_word() -> None:
    (found,) = between(PLAIN, *PASSENGERS)
    assert (found.relation, found.by) == ("contradicts", "program")
    assert contradictions(PLAIN) == ["quantity"]


@pytest.mark.parametrize("pair", [PASSENGERS, PASSENGERS[::-1]], ids=["a first", "b first"])
def test_parted_claims_contradict_no_more(pair: tuple[str, str]) -> None:
    result = check(A, B, overrides=Overrides(parted=(pair,)))
    assert between(result, *PASSENGERS) == []
    assert contradictions(result) == []


@pytest.mark.parametrize("swap", [False, True], ids=["a first", "b first"])
def test_joined_claims_are_compared(swap: bool) -> None:
    plain = check(A, OTHER)
    pair = (id_of(plain, "a", "45"), id_of(plain, "b", "7"))
    assert between(plain, *pair) == []
    result = check(A, OTHER, overrides=Overrides(joined=(pair[::-1] if swap else pair,)))
    (found,) = between(result, *pair)
    assert (found.relation, found.by, found.score) == ("contradicts", "person", 1.0)
    assert contradictions(result) == ["quantity"]


def test_joined_claims_that_agree() -> None:
    result = check(A, B, overrides=Overrides(joined=(DEAD,)))
    (found,) = between(result, *DEAD)
    assert (found.relation, found.by) == ("agrees", "person")


def test_a_different_event_parts_all_its_claims() -> None:
    result = check(A, B, overrides=Overrides(different_event=(DEAD,)))
    assert result.alignments == ()
    assert contradictions(result) == []
    events = {claim.article: claim.event for claim in result.claims if claim.id in DEAD}
    assert events["a"] != events["b"]


def test_the_same_event_joins_all_its_claims() -> None:
    other = OTHER.replace("7 عمال", "15 راكبا")
    plain = check(A, other)
    pair = (id_of(plain, "a", "45"), id_of(plain, "b", "15"))
    assert plain.alignments == ()
    result = check(A, other, overrides=Overrides(same_event=(pair,)))
    events = {claim.id: claim.event for claim in result.claims}
    assert events[pair[0]] == events[pair[1]]


@pytest.mark.parametrize("field", ["joined", "parted", "same_event", "different_event"])
@pytest.mark.parametrize("pair", [("a999", "b999"), (PASSENGERS[0], "b999"), ("", ""), (PASSENGERS[0], PASSENGERS[0])])
def test_unknown_claims_are_passed_over(field: str, pair: tuple[str, str]) -> None:
    result = check(A, B, overrides=Overrides(**{field: (pair,)}))  # type: ignore[arg-type]
    assert result.alignments == PLAIN.alignments
    assert result.findings == PLAIN.findings


def test_hidden_findings_stay_hidden() -> None:
    key = next(one.key for one in PLAIN.findings if one.family == "contradiction")
    result = check(A, B, overrides=Overrides(hidden=frozenset((key,))))
    assert contradictions(result) == []
    assert len(result.findings) == len(PLAIN.findings) - 1


def test_a_corrected_date() -> None:
    result = check(A, B.replace("12", "15"), overrides=Overrides(dates={"b": dt.date(2020, 2, 3)}))
    assert result.readings[1].date.begin == dt.date(2020, 2, 3)
    assert "updates" in {one.relation for one in result.alignments}


def test_events_told_by_both_are_one_and_hold_the_claims_of_both() -> None:
    event = next(one for one in PLAIN.events if set(DEAD) <= set(one.claims))
    assert (event.begin, event.end, event.place) == ("2020-02-01", "2020-02-01", "minya")
    assert event.label.ar.strip()
    claimed = [id for one in PLAIN.events for id in one.claims]
    assert len(claimed) == len(set(claimed))


def test_every_further_article_is_held_against_the_first() -> None:
    result = check(A, B, A.replace("45", "52"))
    sides = {claim.id: claim.article for claim in result.claims}
    assert {tuple(sides[id] for id in one.claims) for one in result.alignments} == {("a", "b"), ("a", "c")}


def test_one_article_alone_has_no_alignments() -> None:
    result = check(A)
    assert result.alignments == ()
    assert result.events
