"""One row a pair of reports: whether they make one person, or most of a crowd, of two nations."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

DAY = dt.date(2020, 2, 1)
BUS = (
    "مصرع 12 في انقلاب حافلة بالمنيا\n\nلقي 12 شخصا مصرعهم وأصيب 30 آخرون في انقلاب حافلة على الطريق الصحراوي في "
    "المنيا صباح السبت. "
)

# one report's sentence; the other's
TWO = [
    ("وقالت الشرطة إن سائق الحافلة سوري الجنسية.", "وكان يقود الحافلة سائق لبناني."),
    ("وكان سائقها الأردني يسير بسرعة.", "وكان سائقها العراقي يسير بسرعة."),
    ("وكانت الحافلة تقل ركابا معظمهم سودانيون.", "وكانت الحافلة تقل ركابا أغلبهم من الإثيوبيين."),
    ("والضحايا غالبيتهم من الجنسية الباكستانية.", "والضحايا معظمهم هنود."),
    ("وقال المدرب الجزائري سمير بن عاشور إن الفريق كان في الحافلة.",
     "وأكد المغربي سمير بن عاشور أن الفريق كان في الحافلة."),
]  # fmt: skip
ONE = [
    ("وقالت الشرطة إن سائق الحافلة سوري الجنسية.", "وكان يقود الحافلة سائق سوري."),
    ("وقالت الشرطة إن سائق الحافلة سوري الجنسية.", "وصدمت الحافلة شاحنة يقودها سائق لبناني، وفر سائقها السوري."),
    ("وتقدم السائق القطري في السباق.", "وفاز السائق السعودي بالسباق."),
    ("ومن المصابين راكب سوري.", "ومن المصابين راكب لبناني."),
    ("والضحايا معظمهم سودانيون.", "وبين الضحايا إثيوبيون."),
    ("وقال الفرنسي من أصل جزائري سمير بن عاشور إنه نجا.", "وقال الجزائري سمير بن عاشور إنه نجا."),
    ("وقال السفير الفرنسي سمير بن عاشور إنه نجا.", "وقال المدرب الجزائري سمير بن عاشور إنه نجا."),
    ("وقال المدرب الجزائري سمير بن عاشور إنه نجا.", "وقال المدرب المغربي كمال الزياني إنه نجا."),
    ("وقال المدرب الجزائري سمير بن عاشور إنه نجا.", "وقال مدرب المنتخب المغربي سمير بن عاشور إنه نجا."),
]  # fmt: skip


def identities(a: str, b: str) -> list[list[str]]:
    result = engine().check([Draft(BUS + a, DAY), Draft(BUS + b, DAY)])
    return [[place.text for place in one.places] for one in result.findings if one.kind == "identity"]


@pytest.mark.parametrize(("a", "b"), TWO, ids=[row[0] for row in TWO])
def test_two_nations_of_one(a: str, b: str) -> None:
    for first, second in ((a, b), (b, a)):
        (places,) = identities(first, second)
        assert places[0] in first
        assert places[1] in second


@pytest.mark.parametrize(("a", "b"), ONE, ids=[f"{row[0]} {row[1]}" for row in ONE])
def test_one_nation_or_two_people(a: str, b: str) -> None:
    assert identities(a, b) == []
    assert identities(b, a) == []
