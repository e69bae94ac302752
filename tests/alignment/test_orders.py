"""One row a pair of reports: whether they tell the same things in two orders."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

DAY = dt.date(2020, 2, 1)
STORIES = {
    "vote": "طبيبة على رأس بلدية بيتولا\n\nفازت إيلينا ستويانوفا السبت برئاسة بلدية بيتولا على بوريس نيكولوف. ",
    "fire": "تسعة قتلى في انفجار مصنع بالهند\n\nقتل تسعة عمال السبت في انفجار وحريق في مصنع للأصباغ في غوجارات. ",
}
TWO = [
    ("vote", "وهنأ نيكولوف منافسته قبل إعلان النتائج.", "وهاتف نيكولوف ستويانوفا مهنئا بعد إعلان النتائج."),
    ("vote", "وقدم نيكولوف التهنئة إلى منافسته قبيل إعلان النتائج.", "وهنأ نيكولوف منافسته عقب إعلان النتائج."),
    ("vote", "وغادر نيكولوف مقر الحزب قبل إغلاق الصناديق.", "وغادر نيكولوف المقر بعد ساعة من إغلاق الصناديق."),
    ("vote", "واستقال نيكولوف من رئاسة الحزب قبل الجولة الثانية.", "واستقال نيكولوف بعد الجولة الثانية."),
    ("fire", "وهرب مالك المصنع قبل وصول الشرطة.", "وهرب مالك المصنع بعد وصول الشرطة إلى المكان."),
    ("fire", "وشبت النيران أولا في خزان ثم امتدت إلى المستودع المجاور.",
     "واندلع الحريق أولا في المستودع، ثم وصلت ألسنة اللهب إلى خزان للمذيبات."),
    ("fire", "وبدأ الحريق في المطبخ وامتد إلى المخزن.", "وبدأ الحريق في المخزن، وانتقل بعدها إلى المطبخ."),
]
ONE = [
    ("vote", "وهنأ نيكولوف منافسته قبل إعلان النتائج.", "وهنأ نيكولوف منافسته قبل إعلان النتائج الرسمية."),
    ("vote", "وهنأ نيكولوف منافسته قبل إعلان النتائج.", "وهنأ رئيس الوزراء ستويانوفا بعد إعلان النتائج."),
    ("vote", "وتحدث نيكولوف قبل إعلان النتائج.", "وتحدث نيكولوف بعد إعلان النتائج."),
    ("vote", "وهنأ نيكولوف منافسته قبل إعلان النتائج.", "وهنأ نيكولوف منافسته بعد منتصف الليل."),
    ("vote", "وهنأ نيكولوف منافسته قبل إعلان النتائج.",
     "وهنأ نيكولوف منافسته قبل إعلان النتائج، وكرر نيكولوف تهنئة منافسته بعد إعلان النتائج."),
    ("fire", "وهرب مالك المصنع قبل وصول الشرطة.", "وهرب العمال بعد وصول الشرطة."),
    ("fire", "وشبت النيران أولا في خزان ثم امتدت إلى المستودع.", "وشبت النيران أولا في خزان ثم وصلت إلى مكتب."),
    ("fire", "وشبت النيران أولا في خزان ثم امتدت إلى المستودع.", "واندلع الحريق في الخزان وامتد إلى مستودع مجاور."),
    ("fire", "وأجلي العمال أولا ثم السكان.", "وبدأ التحقيق مع السكان ثم العمال."),
]


def orders(story: str, a: str, b: str) -> list[list[str]]:
    result = engine().check([Draft(STORIES[story] + a, DAY), Draft(STORIES[story] + b, DAY)])
    return [[place.text for place in one.places] for one in result.findings if one.kind == "sequence"]


@pytest.mark.parametrize(("story", "a", "b"), TWO, ids=[row[1] for row in TWO])
def test_two_orders(story: str, a: str, b: str) -> None:
    for first, second in ((a, b), (b, a)):
        (places,) = orders(story, first, second)
        assert places[0] in first
        assert places[1] in second


@pytest.mark.parametrize(("story", "a", "b"), ONE, ids=[row[2] for row in ONE])
def test_one_order_or_two_deeds(story: str, a: str, b: str) -> None:
    assert orders(story, a, b) == []
    assert orders(story, b, a) == []
