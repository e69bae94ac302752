"""Days and gaps of the timeline."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.gui.material import DRAFTS, StandIn
from workbench.engine import Draft
from workbench.gui.app import new_engine
from workbench.knowledge.facts.world import EMPTY_WORLD
from workbench.review.timeline import build_timeline, day_of, gap


@pytest.mark.parametrize(
    ("first", "second", "years", "days"),
    [
        ("2019-12-27", "2021-01-20", 1, 24),
        ("2021-01-20", "2019-12-27", 1, 24),
        ("2020-02-29", "2021-02-28", 1, 0),
        ("2020-01-01", "2020-01-01", 0, 0),
        ("2020-03-01", "2021-02-28", 0, 364),
    ],
)
def test_gap(first: str, second: str, years: int, days: int) -> None:
    assert gap(dt.date.fromisoformat(first), dt.date.fromisoformat(second)) == (years, days)


@pytest.mark.parametrize(
    ("iso", "day"),
    [("2019-12-27", dt.date(2019, 12, 27)), ("2019-12-27T18:00", dt.date(2019, 12, 27)), ("XXXX-12-27", None),
     ("", None), (None, None)],
)  # fmt: skip
def test_day_of(iso: str | None, day: dt.date | None) -> None:
    assert day_of(iso) == day


def test_one_event_told_by_both() -> None:
    timeline = build_timeline(StandIn().check(DRAFTS), EMPTY_WORLD, ("a", "b"))
    assert [(event.article, event.shared) for event in timeline.events] == [("a", True), ("b", True)]
    assert timeline.events[0].spot == ("a", DRAFTS[0].text.index("مساء الأحد"))
    assert {article.article: article.source for article in timeline.articles} == {"a": "unknown", "b": "given"}
    assert timeline


def test_an_event_without_a_day_is_not_lost() -> None:
    result = StandIn().check(DRAFTS)
    [event, *_] = [event for event in result.events if day_of(event.begin)]
    undated = replace(event, begin=None, end="XXXX-12-27")
    timeline = build_timeline(replace(result, events=(undated,)), EMPTY_WORLD, ("a", "b"))
    assert timeline.events == ()
    assert [(one.id, one.label, [at[0] for at in one.spots]) for one in timeline.undated] == [
        (event.id, event.label, ["a", "b"])
    ]
    assert timeline.undated[0].spots[0] == ("a", DRAFTS[0].text.index("مساء الأحد"))
    assert [one.spots for one in build_timeline(replace(result, events=(undated,)), EMPTY_WORLD, ("b",)).undated] == [
        timeline.undated[0].spots[1:]
    ]


@pytest.mark.parametrize(
    ("date", "day"), [(dt.date(2019, 12, 28), dt.date(2019, 12, 28)), (None, dt.date(2019, 12, 27))]
)
def test_somebody_is_out_of_their_time_on_the_day_that_the_finding_names(date: dt.date | None, day: dt.date) -> None:
    text = (
        "قصف صاروخي يقتل متعاقدا في كركوك يوم الجمعة 27 كانون الأول/ديسمبر 2019. "
        "وقالت إدارة بايدن إنها سترد على القصف."
    )
    engine = new_engine()
    result = engine.check([Draft(text, date)])
    rows = build_timeline(result, engine.knowledge.world, ("a",)).people
    assert [row.on for row in rows if row.out is not None] == [day]


def test_the_day_that_a_finding_names_need_not_be_the_day_of_an_event() -> None:
    text = (
        "الحرس الثوري يحتجز ناقلة وقود في مضيق هرمز\n\n"
        "طهران - أعلن الحرس الثوري الإيراني الثلاثاء 18 تموز/يوليو 2023 أنه احتجز ناقلة.\n\n"
        "وقال وزير الخارجية الأميركي مايك بومبيو إن هذا السلوك يهدد حرية الملاحة."
    )
    engine = new_engine()
    result = engine.check([Draft(text)])
    for events in (result.events, ()):
        timeline = build_timeline(replace(result, events=events), engine.knowledge.world, ("a",))
        assert [row.on for row in timeline.people if row.out is not None] == [dt.date(2023, 7, 18)]
