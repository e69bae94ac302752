"""One row a sentence: whose age it tells; and lengths of years that are no age."""

from __future__ import annotations

import pytest

from tests.claims.sentences import assertions

# whose age, its words, the sentence
ROWS = [
    ("سامح الدالي", "41 عاما", "قتل سامح الدالي (41 عاما) في الحادث"),
    ("joe-biden", "77 عاما", "وقال جو بايدن، 77 عاما، إنه سيترشح"),
    ("accused", "47 عاما", "المتهم البالغ من العمر 47 عاما"),
    ("woman", "33 عاما", "نقلت السيدة البالغة 33 عاما إلى المستشفى"),
    ("youth", "23 عاما", "وكان الضحية، وهو شاب عمره 23 عاما، في طريقه إلى عمله"),
    ("child", "9 سنوات", "توفيت الطفلة (9 سنوات) في المستشفى"),
    ("representative", "80 عاما", "توفي الممثل عن عمر ناهز 80 عاما"),
    ("artist", "76 عاما", "رحل الفنان عن 76 عاما"),
    ("ماركو بيليني", "في الحادية والخمسين من العمر", "المهندس ماركو بيليني وهو في الحادية والخمسين من العمر"),
    ("child", "في التاسعة", "أصيب طفل في التاسعة بجروح"),
    ("writer", "في الثمانين من عمره", "توفي الكاتب في الثمانين من عمره"),
    ("سامي الحداد", "الثامنة والخمسين", "وقال الرئيس سامي الحداد، الذي بلغ الثامنة والخمسين، إنه سعيد"),
    ("سامي الحداد", "الثانية والستين من العمر", "ويبلغ سامي الحداد الثانية والستين من العمر"),
    ("سامي الحداد", "الستين", "وأتم سامي الحداد عامه الستين الأحد"),
    ("سامي الحداد", "الستين", "احتفل سامي الحداد بعيد ميلاده الستين"),
    ("building", "40 عاما", "انهار مبنى عمره 40 عاما"),
]
NONE = [
    "ودخل سامي الحداد عامه الستين",
    "بلغت الحملة عامها الستين",
    "وبلغ المنتخب الدقيقة الثمانين",
    "وبلغت درجة الحرارة الثلاثين",
    "وبلغ سامي الحداد الحلقة العشرين",
    "بدأت المباراة في الثامنة",
    "أعلن المسؤول في الثامنة صباحا وقف العمل",
    "وصل الوزير في الثالثة والعشرين من الشهر",
    "حكم على الرجل بالسجن 12 عاما",
    "يعمل الرجل في المصنع منذ 20 عاما",
    "استمرت الحرب 8 أعوام",
    "وتولى المنصب لمدة 5 سنوات",
    "احتفل النادي بمرور 50 عاما على تأسيسه",
    "وقع اللاعب عقدا جديدا (3 سنوات) مع النادي",
    "السجن للمتهم (3 سنوات)",
    "وعاد اللاعب، 3 سنوات بعد رحيله، إلى ناديه",
]


@pytest.mark.parametrize(("of", "words", "sentence"), ROWS, ids=[row[2] for row in ROWS])
def test_whose_age(of: str, words: str, sentence: str) -> None:
    found = [one for one in assertions(sentence, "quantity") if one.predicate == "age"]
    assert [(one.of, sentence[one.span.start : one.span.end]) for one in found] == [(of, words)]


@pytest.mark.parametrize("sentence", NONE)
def test_years_that_are_no_age(sentence: str) -> None:
    assert [one for one in assertions(sentence) if one.predicate == "age"] == []


def test_two_people_in_one_sentence() -> None:
    found = [one for one in assertions("وأصيب خالد المطيري (35 سنة) وزوجته هدى (29 سنة)") if one.predicate == "age"]
    assert [one.of for one in found] == ["خالد المطيري", "هدي"]


def test_an_age_is_no_count_of_the_dead() -> None:
    assert assertions("توفي الكاتب في الثمانين من عمره", "casualties") == []
