"""One row a pair of reports: whether they give two figures of those who voted against."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

DAY = dt.date(2021, 6, 21)
HEAD = "البرلمان السويدي يحجب الثقة عن رئيس الوزراء ستيفان لوفين\n\n"
LEAD = "حجب البرلمان السويدي الاثنين الثقة عن رئيس الوزراء ستيفان لوفين. "
FIRST = "وأيد المذكرة 181 نائبا وعارضها 119 فيما امتنع 51 عن التصويت."
TWO = [
    "وصوّت لصالح المذكرة 181 عضوا مقابل رفض 109، بينما امتنع واحد وخمسون نائبا.",
    "وصوت 181 نائبا لصالح المذكرة وعارضها 109 نواب.",
    "ونالت المذكرة تأييد 181 نائبا ومعارضة 109 وامتناع 51.",
    "وأيدها 181 نائبا ورفضها 109 نواب وامتنع 51.",
    "وصوت ضدها 109 نواب وامتنع 51 نائبا.",
]
ONE = [
    "وصوّت لصالح المذكرة 181 عضوا مقابل رفض 119، بينما امتنع واحد وخمسون نائبا.",
    "وصوت 181 نائبا لصالح المذكرة وعارضها 119 نائبا.",
    "وفي اللجنة عارضها 12 نائبا وامتنع ثلاثة عن التصويت.",
    "وفي عام 2018 أيد مذكرة أخرى 204 نواب وعارضها 142 نائبا.",
    "وتظاهر ضد الحكومة 109 أشخاص في ستوكهولم، وكان 181 نائبا في القاعة.",
    "وقتل 109 أشخاص ضد رغبة الجميع.",
]


def found(a: str, b: str) -> int:
    result = engine().check([Draft(HEAD + LEAD + a, DAY), Draft(HEAD + LEAD + b, DAY)])
    return sum(one.family == "contradiction" for one in result.findings)


@pytest.mark.parametrize("b", TWO)
def test_two_figures(b: str) -> None:
    assert found(FIRST, b) == found(b, FIRST) == 1


@pytest.mark.parametrize("b", ONE)
def test_one_figure(b: str) -> None:
    assert found(FIRST, b) == found(b, FIRST) == 0
