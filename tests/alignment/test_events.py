"""One row a pair of texts: whether their main events are one, and what is said for it or against it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.checks.subjects import engine
from tests.claims.sentences import DAY, article
from workbench.alignment.claims import pair_events
from workbench.alignment.events import EventMatch, match_events

BUS = "انقلاب حافلة بالمنيا\n\nلقي 12 شخصا مصرعهم في انقلاب حافلة على الطريق الصحراوي في المنيا صباح السبت."
NOON = BUS.replace("صباح السبت", "الخميس")


def match(a: str, b: str, date_a: dt.date | None = DAY, date_b: dt.date | None = DAY) -> EventMatch:
    one, other = article(a, date_a).events[0], article(b, date_b).events[0]
    there, back = match_events(one, other, engine().knowledge), match_events(other, one, engine().knowledge)
    assert there.verdict == back.verdict
    assert there.score == pytest.approx(back.score)
    return there


# what; text A; text B; dates; verdict; a reason
ROWS: list[tuple[str, str, str, dt.date | None, dt.date | None, str, str]] = [
    ("itself", BUS, BUS, DAY, DAY, "same", "the same day: 2020-02-01"),
    ("its town", BUS, BUS, DAY, DAY, "same", "the same place: Minya"),
    ("its sort", BUS, BUS, DAY, DAY, "same", "the same sort of event"),
    ("a weekday and a date", BUS, BUS, DAY, None, "same", "2020-02-01 was a Saturday"),
    ("a town in its country", BUS, "حادث في مصر\n\nقتل أشخاص في حادث سير في مصر.", DAY, DAY, "same",
     "Minya and Egypt: one lies in the other"),
    ("days apart", BUS, "انقلاب حافلة بالمنيا\n\nلقي 7 أشخاص مصرعهم في انقلاب حافلة في المنيا يوم 12 يناير 2020.",
     DAY, dt.date(2020, 1, 13), "different", "other days: 2020-02-01 and 2020-01-12"),
    ("weekdays apart", NOON, NOON.replace("الخميس", "الثلاثاء").replace("12", "7").replace("الصحراوي", "الزراعي"),
     None, None, "different", "a Thursday and a Tuesday"),
    ("another town", BUS, "الهلال يفوز\n\nفاز الهلال على النصر 3-1 مساء السبت في الرياض.", DAY, DAY, "different",
     "other places"),
    ("another sort", BUS, "اجتماع\n\nاجتمع وزيرا الخارجية في القاهرة السبت.", DAY, DAY, "different",
     "events of different sorts"),
    ("the same in another town", BUS, BUS.replace("المنيا", "أسوان"), DAY, DAY, "unsure", "the same day: 2020-02-01"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b", "date_a", "date_b", "verdict", "why"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_one_event_or_two(
    a: str, b: str, date_a: dt.date | None, date_b: dt.date | None, verdict: str, why: str
) -> None:
    found = match(a, b, date_a, date_b)
    assert found.verdict == verdict
    assert why in [reason.en for reason in found.why]
    assert all(reason.ar.strip() for reason in found.why)


def test_the_reasons_speak_for_the_verdict_only() -> None:
    against = {"other places", "events of different sorts"}
    assert not against & {reason.en for reason in match(BUS, BUS).why}
    assert "the same place: Minya" not in {reason.en for reason in match(BUS, ROWS[7][2]).why}


def test_an_event_is_the_same_as_at_most_one() -> None:
    text = BUS + " ونقل المصابون إلى المستشفى.\n\nوفي عام 2012 قتل 50 شخصا في تصادم قطار بحافلة في أسيوط."
    one, other = article(text), article(BUS + " ونقل المصابون.\n\nوفي عام 2012 قتل 50 شخصا في حادث قطار في أسيوط.")
    pairs = pair_events(one, other, engine().knowledge)
    assert len({pair.a.id for pair in pairs}) == len({pair.b.id for pair in pairs}) == len(pairs)
    assert (one.events[0].id, other.events[0].id) in {(pair.a.id, pair.b.id) for pair in pairs}
    assert all(pair.match.verdict != "different" for pair in pairs)


def test_what_was_written_before_the_others_day_is_of_another() -> None:
    later = article(BUS.replace("صباح السبت", "يوم 12 فبراير 2021"), dt.date(2021, 2, 13)).events[0]
    undated = replace(article(BUS, DAY).events[0], begin=None, end=None, days=frozenset(), own_time=False)
    found = match_events(undated, later, engine().knowledge)
    assert (found.verdict, "written before 2021-02-12" in {reason.en for reason in found.why}) == ("different", True)
    unknown = match_events(replace(undated, written=None), later, engine().knowledge)
    assert unknown.verdict == "same"
