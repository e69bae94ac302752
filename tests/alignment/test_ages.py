"""One row a pair of reports: whether they give one person two ages, told beside two events of the story."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

DAY = dt.date(2023, 7, 26)
LEAD = "مقتل قائد في درعا\n\nقتل القائد المحلي نديم شاهين في انفجار عبوة بسيارته مساء الثلاثاء في درعا بجنوب سوريا. "
# one report's sentence; the other's
TWO = [
    ("وكان نديم شاهين (47 عاما) في طريقه إلى المزيريب.", "وشاهين البالغ من العمر 41 عاما انضم إلى اتفاق عام 2018."),
    ("وشاهين البالغ 47 عاما انضم إلى التسوية عام 2018.", "وأصيب نديم شاهين الذي يبلغ 41 عاما بجروح في المزيريب."),
    ("وبحسب المرصد يبلغ شاهين من العمر 47 عاما.", "وكان نديم شاهين، 41 عاما، أبرم تسوية في عام 2018."),
]
ONE = [
    ("وكان نديم شاهين (47 عاما) في طريقه إلى المزيريب.", "وفي عام 2018 قتل شقيقه سامي شاهين (41 عاما)."),
    ("وكان نديم شاهين (47 عاما) في طريقه إلى المزيريب.", "وقُتل في مارس الماضي قيادي آخر هو فارس المصري (41 عاما)."),
    ("وكان نديم شاهين (47 عاما) في طريقه إلى المزيريب.", "وكان شاهين (42 عاما) حين أبرم تسوية عام 2018."),
    ("وكان نديم شاهين (47 عاما) في طريقه إلى المزيريب.", "وقتل معه نجل شاهين البالغ 17 عاما، وهو طالب منذ 2022."),
    ("وكان نديم شاهين (47 عاما) في طريقه إلى المزيريب.", "وأبرم شاهين (47 عاما) تسوية عام 2018."),
    ("وكان نديم شاهين (47 عاما) في طريقه إلى المزيريب.", "وتبلغ مدة العقد الذي وقعه شاهين 3 أعوام من عام 2018."),
]


def ages(one: str, other: str) -> bool:
    findings = engine().check([Draft(LEAD + sentence, DAY) for sentence in (one, other)]).findings
    return any(finding.family == "contradiction" and "عاما" in finding.places[0].text for finding in findings)


@pytest.mark.parametrize(("one", "other"), TWO, ids=[row[1] for row in TWO])
def test_two_ages_of_one_person(one: str, other: str) -> None:
    assert ages(one, other)
    assert ages(other, one)


@pytest.mark.parametrize(("one", "other"), ONE, ids=[row[1] for row in ONE])
def test_one_age_or_two_people(one: str, other: str) -> None:
    assert not ages(one, other)
