"""Facilities, towns and quarters that no table knows: what names them, and where their name ends."""

from __future__ import annotations

import pytest

from tests.claims.sentences import assertions

# A sentence; the words of the places that are named, without those known to the tables.
NAMED: list[tuple[str, list[str]]] = [
    ("فاز الفريق على ملعب أحمد زبانة، في الجولة الثامنة.", ["ملعب أحمد زبانة"]),
    ("احتضن المباراة ملعب ميلود هدفي لحساب الأسبوع الثامن.", ["ملعب ميلود هدفي"]),
    ("لعب الفريق على ملعب جذع النخلة مساء الجمعة.", ["ملعب جذع النخلة"]),
    ("لعب الفريق على ملعب 5 جويلية أمس.", ["ملعب 5 جويلية"]),
    ("أقيمت المباراة على استاد الفيحاء.", ["استاد الفيحاء"]),
    ("نقلت إلى مستشفى بشري الحكومي.", ["مستشفى بشري الحكومي"]),
    ("نقلت إلى مستشفى سيدة زغرتا لمعالجتها.", ["مستشفى سيدة زغرتا"]),
    ("نقل إلى مستشفى الجمهورية.", ["مستشفى الجمهورية"]),
    ("نقل إلى مستشفى «أطباء بلا حدود»، حيث عولج.", ["مستشفى «أطباء بلا حدود»"]),
    ("اعتصم المئات في ساحة الشهداء.", ["ساحة الشهداء"]),
    ("سجن في سجن سركاجي سنة.", ["سجن سركاجي"]),
    ("يقيم في بلدة بيرنين غواري منذ عام.", ["بلدة بيرنين غواري"]),
    ("وقع الهجوم في مديرية الجراحي.", ["مديرية الجراحي"]),
    ("وقع الهجوم في مدينة (غولحصار).", ["مدينة (غولحصار)"]),
    ("سكان حي الختمية غاضبون.", ["حي الختمية"]),
    ("عقدت الجلسة في قصر الأونيسكو ثماني ساعات.", ["قصر الأونيسكو"]),
    # What only describes names nothing.
    ("نقل الجرحى إلى مستشفى ميداني.", []),
    ("تقام المباراة على ملعب محايد.", []),
    ("نقل إلى مستشفى قريب.", []),
    ("شب حريق في مصنع للمنسوجات.", []),
    ("عملا في محطة لتوليد الكهرباء.", []),
    ("نقل إلى المستشفى الحكومي.", []),
    ("يعمل في مستشفى حكومي الثلاثاء.", []),
    ("وصل إلى مدينة كبيرة.", []),
    ("احتل المركز الرابع.", []),
    ("خرج القطار من مساره نحو منحدر.", []),
    ("انتقل المرض من الخفافيش إلى الإنسان.", []),
    ("ووصل من ميناء العاصمة إلى سوق العمل.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), NAMED, ids=[row[0] for row in NAMED])
def test_what_names_a_place(sentence: str, expected: list[str]) -> None:
    found = [one for one in assertions(sentence, "place") if "proper" in one.traits]
    assert [sentence[one.span.start : one.span.end] for one in found] == expected


@pytest.mark.parametrize(
    ("sentence", "one"),
    [
        ("أصيبت فلانة بكسر، ونقلت إلى مستشفى بشري الحكومي.", True),
        ("أسعف الضابط إلى مستشفى بشري الحكومي.", True),
        ("نقل الجرحى إلى مستشفى بشري الحكومي.", False),
        ("نقلوا إلى مستشفى بشري الحكومي.", False),
        ("نقل 12 مصابا إلى مستشفى بشري الحكومي.", False),
        ("ونقلت مروحية فلانة، البالغة ثلاثة وأربعين عاما، إلى مستشفى بشري الحكومي.", True),
    ("قال طبيب في مستشفى بشري الحكومي.", False),
    ],
)
def test_whether_one_person_is_taken_there(sentence: str, one: bool) -> None:
    (found,) = [claim for claim in assertions(sentence, "place") if claim.of]
    assert ("one-carried" in found.traits) is one
