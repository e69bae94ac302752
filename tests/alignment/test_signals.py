"""One row a pair of reports: whether one tells of a call or a warning, and the other of none."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

DAY = dt.date(2020, 2, 1)
STORY = "تحطم طائرة ركاب قرب تمنراست\n\nقتل 38 شخصا السبت في تحطم طائرة ركاب بعد إقلاعها من مطار تمنراست. "
TWO = [
    ("وقال المدير إن قائدها لم يوجه أي نداء استغاثة قبل الحادث.", "وذكرت الوزارة أن قائد الطائرة وجه نداء استغاثة."),
    ("ولم يرسل الطيار نداء استغاثة.", "وأطلق قائد الطائرة نداء استغاثة قبل دقائق من سقوطها."),
    ("ولم يتلق برج المراقبة أي نداء استغاثة.", "وتلقى البرج نداء استغاثة من الطيار."),
    ("ولم يصدر عن الطائرة نداء استغاثة.", "وأرسلت الطائرة نداء استغاثة."),
    ("ولم تصدر هيئة الأرصاد أي تحذير.", "وأصدرت هيئة الأرصاد تحذيرا."),
]
ONE = [
    ("ولم يوجه قائدها أي نداء استغاثة.", "ولم يتلق البرج نداء استغاثة."),
    ("ولم تصدر هيئة الأرصاد أي تحذير.", "وأصدرت البلدية تحذيرا."),
    ("ولم يوجه قائدها أي نداء استغاثة.", "وتحقق اللجنة في ما إذا وجه الطيار نداء استغاثة."),
    ("ولم يوجه قائدها أي نداء استغاثة حتى الآن.", "ووجه الطيار نداء استغاثة."),
    ("ولم يوجه قائدها أي نداء استغاثة.", "وقالت الشركة إن الطيار وجه نداء استغاثة، لكن البرج لم يتلق أي نداء استغاثة."),
    ("ولم يوجه قائدها أي نداء استغاثة.", "وكان على الطيار أن يوجه نداء استغاثة."),
]


def found(a: str, b: str) -> list[list[str]]:
    result = engine().check([Draft(STORY + a, DAY), Draft(STORY + b, DAY)])
    return [[place.text for place in one.places] for one in result.findings if one.kind == "negation"]


@pytest.mark.parametrize(("a", "b"), TWO, ids=[row[1] for row in TWO])
def test_given_and_not(a: str, b: str) -> None:
    assert len(found(a, b)) == len(found(b, a)) == 1


@pytest.mark.parametrize(("a", "b"), ONE, ids=[row[1] for row in ONE])
def test_both_may_be_so(a: str, b: str) -> None:
    assert found(a, b) == []
    assert found(b, a) == []
