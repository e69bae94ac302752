"""One row a sentence: what its figures count where the noun is left out."""

from __future__ import annotations

import pytest

from tests.claims.sentences import assertions
from workbench.claims.figures.elided import ELIDED
from workbench.mentions.values import Amount

# sentence; for each figure that is a quantity: the number, what it counts, whether that is guessed
ROWS: list[tuple[str, list[tuple[float, str, bool]]]] = [
    ("وضمت القضية 14 متهما، برأت المحكمة ثلاثة منهم", [(14, "accused", False), (3, "accused", True)]),
    ("وحوكم في القضية 15 شخصا، ثبتت التهم على 11 منهم", [(15, "person", False), (11, "person", True)]),
    ("إن 17 نُقلوا إلى المستشفيات", [(17, "person", True)]),
    ("وقُدّر عدد المشاركين بثلاثة آلاف، بينما تحدث مصدر عن ألف ومئتين.",
     [(3000, "participant", False), (1200, "participant", True)]),
    ("وشارك 3500 شخص بحسب المنظمين، و1200 بحسب تقديرات رسمية", [(3500, "person", False), (1200, "person", True)]),
    ("نال الحزب 29 مقعدا، واكتفى خصمه بـ11.", [(29, "seat", False), (11, "seat", True)]),
    ("وأجريت عمليات عاجلة لأربعة منهم", [(4, "person", True)]),
    ("وفتح 28 مركزا أبوابه، وبقيت مغلقة خمسة منها.", [(28, "centre", False), (5, "centre", True)]),
    ("وضم الوفد المرافق مئة وعشرين شخصية", [(120, "personality", False)]),
    # what only numbers a name, or follows a measure, counts nothing
    ("وباع 12 مقعدا في الجولة 5", [(12, "seat", False)]),
    ("وتنص المادة 17 على ذلك", []),
    ("وبلغ طوله 300 متر، وأضيف إليه 40.", [(300, "length", False)]),
    ("وأعلنت قناة 24 النتائج", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_what_a_figure_counts(sentence: str, expected: list[tuple[float, str, bool]]) -> None:
    found = [
        (claim.value.low, claim.of, ELIDED in claim.traits)
        for claim in assertions(sentence, "quantity")
        if isinstance(claim.value, Amount)
    ]
    assert found == expected
