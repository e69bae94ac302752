"""One row a sentence: which measure its figure gives."""

from __future__ import annotations

import pytest

from tests.claims.sentences import assertions
from workbench.claims.measured import MEASURE

# sentence; the measure of each figure in it that has one
ROWS: list[tuple[str, list[str]]] = [
    ("علقوا على علو 2700 متر في الجبل", ["height-at"]),
    ("وحوصرت المجموعة على ارتفاع 2400 متر", ["height-at"]),
    ("وسقطت السيارات من علو 45 مترا", ["height-from"]),
    ("وتهاوت السيارات من ارتفاع بلغ تسعين مترا", ["height-from"]),
    ("ويبلغ ارتفاع السد ارتفاعه 90 مترا", ["height"]),
    ("وعُثر عليه على عمق 12 مترا", ["depth-at"]),
    ("ويبلغ عمقها 12 مترا", ["depth"]),
    ("إن سرعته بلغت 80 كيلومترا في الساعة", ["speed"]),
    ("كان القطار يسير بسرعة 120 كلم في الساعة عند الارتطام", ["speed-at"]),
    ("وكانت سرعته 110 كيلومترات في الساعة قبل الفرملة", ["speed-before"]),
    ("والسرعة القصوى المسموح بها 60 كيلومترا في الساعة", []),
    ("وبلغت سرعة الرياح 120 كيلومترا في الساعة", []),
    ("إن العبوة كانت تزن 80 كيلوغراما", ["charge"]),
    ("وكانت محملة بمئتي كيلوغرام من المتفجرات", ["charge"]),
    ("وضبطت 80 كيلوغراما من الحشيش", []),
    ("وقيمتها تقدر بنصف مليون دينار", ["worth"]),
    ("وبلغ ثمنها 350 ألف دينار", ["worth"]),
    ("وقدرت قيمة الأضرار بمليوني دولار", ["damage"]),
    ("وقدّر الضرر الذي لحق بالخزينة من هذه الصفقات بـ2,4 مليار دينار", ["damage"]),
    ("وخسرت الدولة في هذه العقود 4.2 مليارات دينار", ["damage"]),
    ("وبلغت العائدات 1147 مليون دينار", ["yield"]),
    ("وبلغت قيمة هذه الصادرات 1411 مليون دينار", ["yield"]),
    ("وافق على إنفاق مبلغ إضافي يبلغ مئة واثني عشر مليون دينار", ["sum"]),
    ("وافق على فتح اعتماد إضافي قدره 120 مليون دينار", ["sum"]),
    ("وغرّمت المحكمة الشركة مليون دولار", []),
    ("ويبعد الموقع 30 كيلومترا عن المدينة", []),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_measures(sentence: str, expected: list[str]) -> None:
    found = [
        trait.removeprefix(MEASURE)
        for claim in assertions(sentence, "quantity") for trait in claim.traits if trait.startswith(MEASURE)
    ]
    assert found == expected
