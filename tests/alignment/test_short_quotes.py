"""One row a pair of reports: whether somebody's few words are turned round."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

DAY = dt.date(2023, 7, 3)
STORY = (
    "نجاح تجربة دواء تونسي\n\nأعلنت وزارة الصحة التونسية الاثنين أن دواء جديدا لالتهاب الكبد حقق نتائج مشجعة لدى 288 "
    "مريضا من أصل 320. "
)
TURNED = [
    ('وقالت رئيسة الفريق البحثي هالة الغربي "النتائج تفوق توقعاتنا".',
     'وعلقت رئيسة فريق البحث هالة الغربي بالقول "النتائج دون توقعاتنا".'),
    ('وقالت هالة الغربي "نتائج التجربة إيجابية".', 'وقالت هالة الغربي إن "نتائج التجربة سلبية".'),
    ('وقال الوزير علي المرابط "سنقبل العرض كاملا".', 'وقال الوزير علي المرابط "سنرفض العرض كاملا".'),
    ('وقال الوزير علي المرابط "لن نخفض سعر الدواء".', 'وقال الوزير علي المرابط "نخفض سعر الدواء".'),
]
ALIKE = [
    ('وقالت هالة الغربي "النتائج تفوق توقعاتنا".', 'وقال محمد العلمي "النتائج دون توقعاتنا".'),
    ('وقالت هالة الغربي "النتائج تفوق توقعاتنا".', 'وقالت هالة الغربي "النتائج تتجاوز توقعاتنا".'),
    ('وقالت هالة الغربي "النتائج تفوق توقعاتنا".', 'وقالت هالة الغربي "التكاليف دون توقعاتنا".'),
    ('وقالت هالة الغربي "النتائج تفوق توقعاتنا".', 'وقالت هالة الغربي "العمل لم ينته".'),
    ('وقالت هالة الغربي "نتائج إيجابية".', 'وقالت هالة الغربي "نتائج سلبية".'),
]


def quotes(one: str, other: str) -> list[list[str]]:
    result = engine().check([Draft(STORY + one, DAY), Draft(STORY + other, DAY)])
    told = [found for found in result.findings if found.kind in ("quote", "attribution")]
    return [[place.text for place in found.places] for found in told]


@pytest.mark.parametrize(("one", "other"), TURNED)
def test_opposite_words_of_one_speaker(one: str, other: str) -> None:
    (places,) = quotes(one, other)
    assert places[0] in one
    assert places[1] in other


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_nobody_is_turned_round(one: str, other: str) -> None:
    assert quotes(one, other) == []
