"""One row a sentence: on which side of a place, in which district, by which title somebody or something is."""

from __future__ import annotations

import pytest

from tests.claims.sentences import assertions
from workbench.claims.places.sides import opposite_sides

# the sentence; predicate, of and words of the place claims that say a side or a district
PLACES = [
    ("وقع الهجوم شمال الأخضرية", [("north-of", "الاخضريه", "شمال الأخضرية")]),
    ("طال القصف الأحياء الشمالية لمدينة تعز", [("north-of", "تعز", "الأحياء الشمالية لمدينة تعز")]),
    ("في الطرف الجنوبي من مدينة الفاشر", [("south-of", "الفاشر", "الطرف الجنوبي من مدينة الفاشر")]),
    ("سقطت قذيفة على الجزء الجنوبي الغربي من بغداد", [("south-west-of", "بغداد", "الجزء الجنوبي الغربي من بغداد")]),
    ("وصل وفد كوريا الجنوبية من سيول", []),
    ("شهدت المنطقة الشمالية هدوءا", []),
    ("وقع الهجوم جنوبي بغداد", [("south-of", "بغداد", "جنوبي بغداد")]),
    ("تقع القرية شمال شرق تكريت", [("north-east-of", "تكريت", "شمال شرق تكريت")]),
    ("انهار حاجز ترابي في مديرية ساه", [("", "مديريه", "مديرية ساه")]),
    ("هبت رياح شمالية على الساحل", []),
    ("اجتمع قادة دول الشرق الأوسط", []),
    ("وقال المركز الوطني إن الأمطار مستمرة", []),
]
# the sentence; predicate and name of the claims of kind office
TITLES = [
    ("وقال الرئيس التنفيذي للشركة هشام الدسوقي للصحفيين", [("president", "هشام الدسوقي")]),
    ("وأضاف مدرب الفريق جابر العلوي أن اللقاء صعب", [("coach", "جابر العلوي")]),
    ("وعزا المدير هشام الدسوقي النتائج إلى الطلب", [("director-manager", "هشام الدسوقي")]),
    ("وأصيب حجاج سمير عبد القادر وسعيد أنور", []),
    ("وقال مايك بومبيو إن الوقت ضيق", []),
]


@pytest.mark.parametrize(("sentence", "expected"), PLACES, ids=[row[0] for row in PLACES])
def test_sides_and_districts(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(one.predicate, one.of, sentence[one.span.start : one.span.end]) for one in assertions(sentence, "place")]
    assert found == expected


@pytest.mark.parametrize(("sentence", "expected"), TITLES, ids=[row[0] for row in TITLES])
def test_people_by_their_titles(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = [(one.predicate, sentence[one.span.start : one.span.end]) for one in assertions(sentence, "office")]
    assert found == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("north-of", "south-of", True),
        ("north-east-of", "south-of", True),
        ("north-of", "north-east-of", False),
        ("east-of", "north-of", False),
        ("west-of", "east-of", True),
    ],
)
def test_sides_that_exclude_each_other(one: str, other: str, expected: bool) -> None:
    assert opposite_sides(one, other) is opposite_sides(other, one) is expected
