"""One row a pair of reports: whether one has somebody caught whom the other has still at large."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

DAY = dt.date(2020, 2, 1)
STORY = "تسعة قتلى في انفجار مصنع بالهند\n\nقتل تسعة عمال السبت في انفجار وحريق في مصنع للأصباغ في غوجارات. "
FREE = "ولا يزال مدير المصنع راكيش باتيل فارا من العدالة."
TWO = [
    ("وأوقفت الشرطة مدير المصنع راكيش باتيل بتهمة الإهمال.", FREE),
    ("وألقت الشرطة القبض على راكيش باتيل.", FREE),
    ("واعتقل راكيش باتيل في منزله.", "وما زال راكيش باتيل طليقا."),
    ("وأعلنت الشرطة توقيف المدير راكيش باتيل.", "وبقي راكيش باتيل متواريا."),
]
ONE = [
    ("وأوقفت الشرطة شقيق راكيش باتيل.", FREE),
    ("وأوقفت الشرطة عاملا بتهمة إخفاء راكيش باتيل.", FREE),
    ("ولم توقف الشرطة راكيش باتيل.", FREE),
    ("وأوقفت الشرطة مالك المصنع سوريش ميهتا.", FREE),
    ("وستوقف الشرطة راكيش باتيل.", FREE),
    ("وأوقفت الشرطة راكيش باتيل. وكانت قالت صباحا: لا يزال راكيش باتيل فارا.", FREE),
]


def found(a: str, b: str, day_b: dt.date = DAY) -> int:
    result = engine().check([Draft(STORY + a, DAY), Draft(STORY + b, day_b)])
    return sum(one.rule == "contradiction.negation.across" for one in result.findings)


@pytest.mark.parametrize(("a", "b"), TWO, ids=[row[0] for row in TWO])
def test_caught_and_at_large(a: str, b: str) -> None:
    assert found(a, b) == found(b, a) == 1


@pytest.mark.parametrize(("a", "b"), ONE, ids=[row[0] for row in ONE])
def test_both_may_be_so(a: str, b: str) -> None:
    assert found(a, b) == found(b, a) == 0


def test_caught_later() -> None:
    caught = TWO[0][0]
    assert found(FREE, caught, DAY + dt.timedelta(days=1)) == 0
    assert found(caught, FREE, DAY + dt.timedelta(days=1)) == 1
