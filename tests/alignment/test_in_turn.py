"""One row a pair of headlines that nobody dated: whether both may have been right, one after the other."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

IN_TURN = [
    ("المغتربون اللبنانيون يشاركون في الانتخابات للمرة الأولى", "المغتربون اللبنانيون لا يشاركون في الانتخابات"),
    ("أول غارات جوية روسية على جنوبي سوريا منذ هدنة 2017", "روسيا بدون غارات جوية على سوريا منذ هدنة 2017"),
    ("هبوط قياسي لليرة التركية", "صعود قياسي لليرة التركية"),
    ("ارتفاع أسعار الكهرباء والغاز في الأرجنتين", "انخفاض في أسعار الكهرباء والغاز في الأرجنتين"),
    ("مصادرة أملاك رموز حكم صدام حسين", "إلغاء مصادرة أملاك رموز حكم صدام حسين"),
    ("روسيا تعلن أنه لا يوجد اتفاق في مجلس الأمن على هدنة في سوريا",
     "روسيا تعلن اتفاقا في مجلس الأمن على هدنة في سوريا"),
]  # fmt: skip
OPPOSED = [
    ("وزير الخارجية اليمني: لا نخطط لتدمير البنية التحتية", "وزير الخارجية اليمني: نخطط لتدمير البنية التحتية"),
    ("الرئيس الفلسطيني يعتذر رسميا بعد تصريحات عن محارق اليهود",
     "الرئيس الفلسطيني يرفض الاعتذار بعد تصريحاته عن محارق اليهود"),
    ("جماعة فيلق الرحمن تقرر انسحابها من الغوطة الشرقية", "جماعة فيلق الرحمن تنفي انسحابها من الغوطة الشرقية"),
    ("مجلس أبوظبي للاستثمار ينضم إلى مجموعة مبادلة", "مجلس أبوظبي للاستثمار يرفض الانضمام إلى مجموعة مبادلة"),
]  # fmt: skip
FELT = [
    ("اللاجئون السوريون قلقون من خسارة أردوغان الانتخابات القادمة",
     "اللاجئون السوريون واثقون من فوز أردوغان في الانتخابات القادمة"),
    ("مستثمرون متفائلون بفوز الحزب في الانتخابات الهولندية",
     "مستثمرون متشائمون من خسارة الحزب في الانتخابات الهولندية"),
]  # fmt: skip


def contradictions(a: str, b: str, day: dt.date | None = None) -> list[str]:
    found = engine().check([Draft(a, day), Draft(b, day)]).findings
    return [finding.kind for finding in found if finding.family == "contradiction" and finding.scope == "across"]


@pytest.mark.parametrize(("a", "b"), [*IN_TURN, *FELT])
def test_both_may_be_right(a: str, b: str) -> None:
    assert contradictions(a, b) == []
    assert contradictions(b, a) == []


@pytest.mark.parametrize(("a", "b"), OPPOSED)
def test_one_is_wrong(a: str, b: str) -> None:
    assert contradictions(a, b) == ["negation"]


@pytest.mark.parametrize(("a", "b"), [IN_TURN[2], IN_TURN[3]])
def test_on_one_day_one_is_wrong(a: str, b: str) -> None:
    assert contradictions(a, b, dt.date(2018, 8, 10)) == ["negation"]


def test_an_injured_man_who_died() -> None:
    a = "مصرع 18 سائحا في سقوط منطاد بالأقصر\n\nلقي 18 سائحا مصرعهم وأصيب سائحان في سقوط منطاد بالأقصر الثلاثاء."
    b = "مصرع 19 سائحا في سقوط منطاد بالأقصر\n\nلقي 19 سائحا مصرعهم وأصيب {} في سقوط منطاد بالأقصر الثلاثاء."
    day = dt.date(2013, 2, 26)
    assert contradictions(a, b.format("آخر"), day) == []
    assert contradictions(a, b.format("سائح"), day) == []
    assert contradictions(a, b.format("ثلاثة سياح"), day) == ["casualties", "casualties"]


def test_one_count_in_two_nouns_is_one_finding() -> None:
    a = "مقتل خمسة عراقيين في هجوم شمال كركوك\n\nقتل خمسة أشخاص في هجوم انتحاري شمال كركوك الأحد."
    b = "مقتل ثلاثة أشخاص في هجوم شمال كركوك\n\nقتل ثلاثة أشخاص في هجوم انتحاري شمال كركوك الأحد."
    assert contradictions(a, b, dt.date(2013, 2, 3)) == ["casualties"]


def test_no_victims_is_one_finding() -> None:
    a = "16 قتيلا و40 جريحا في انقلاب قطار بالمغرب"
    assert contradictions(a, "انقلاب قطار في المغرب دون وقوع ضحايا") == ["casualties"]
