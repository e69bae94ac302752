"""Two reports that nobody dated, about neighbouring weekdays: one story that goes on, where enough else is shared."""

from __future__ import annotations

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

FIRST = (
    "العاصفة «هبة» تعزل قرى لبنانية\n\nتساقطت الثلوج الخميس في قرى قضاء بشري اللبنانية، مصحوبة برياح بلغت سرعتها 95 "
    "كيلومترا في الساعة، وقطعت العاصفة «هبة» 12 طريقا جبليا وأغلقت 37 مدرسة. {}"
)
SECOND = (
    "العاصفة «هبة» تقفل مدارس لبنان\n\nهبت العاصفة «هبة» ليل {} على قضاء بشري اللبناني، وبلغت سرعة الرياح 95 كيلومترا "
    "في الساعة، وانقطع 12 طريقا جبليا وأغلقت 37 مدرسة. {}"
)
# name; the other's weekday; a sentence of each; which figures agree, which claims contradict
ROWS = [
    ("the night before", "الأربعاء", "وأصيب ثلاثة أشخاص.", "وأصيب خمسة أشخاص.", {"95", "12", "37"}, set()),
    ("the same day", "الخميس", "وأصيب ثلاثة أشخاص.", "وأصيب خمسة أشخاص.", {"95", "12", "37"}, {"ثلاثة", "خمسة"}),
]  # fmt: skip


@pytest.mark.parametrize(("day", "a", "b", "agree", "differ"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_neighbouring_weekdays(day: str, a: str, b: str, agree: set[str], differ: set[str]) -> None:
    result = engine().check([Draft(FIRST.format(a)), Draft(SECOND.format(day, b))])
    words = {claim.id: claim.text for claim in result.claims}
    told = {relation: {words[id] for one in result.alignments if one.relation == relation for id in one.claims}
            for relation in ("agrees", "contradicts")}  # fmt: skip
    assert agree <= {word for text in told["agrees"] for word in text.split()}
    assert told["contradicts"] == differ


QUAKE = "زلزال في كرمانشاه\n\nضرب زلزال محافظة كرمانشاه غرب إيران بلغت قوته {} درجات وقتل {} شخصا{}. {}"


@pytest.mark.parametrize(
    ("force", "dead", "day", "more", "expected"),
    [
        ("6", "30", "", "", set()),  # two numbers differ, none is shared: two quakes
        ("6", "30", "", "وتضرر 1240 منزلا.", {"6", "7,3", "30", "57"}),
        ("7,3", "30", "", "", {"30", "57"}),
        ("6", "30", " السبت 2 فبراير 2019", "", set()),  # before the other's day
    ],
)
def test_two_numbers_differ(force: str, dead: str, day: str, more: str, expected: set[str]) -> None:
    a = QUAKE.format("7,3", "57", "", "وتضرر 1240 منزلا.")
    result = engine().check([Draft(a), Draft(QUAKE.format(force, dead, day, more))])
    words = {claim.id: claim.text for claim in result.claims}
    told = {words[id] for one in result.alignments if one.relation == "contradicts" for id in one.claims}
    assert told == expected


def test_the_day_on_which_a_strike_goes_on_is_not_its_first() -> None:
    a = "إضراب في مستشفى الحريري\n\nبدأ العاملون في مستشفى رفيق الحريري في بيروت الثلاثاء إضرابا مدته 48 ساعة."
    b = ("إضراب في مستشفى الحريري\n\n{} العاملون في مستشفى رفيق الحريري في بيروت الأربعاء 30 مارس 2022 إضرابا "
         "مدته 48 ساعة.")  # fmt: skip
    told = {
        verb: [one.kind for one in engine().check([Draft(a), Draft(b.format(verb))]).findings if one.kind == "date"]
        for verb in ("بدأ", "واصل")
    }
    assert told["واصل"] == []
