"""One row an article: a person's age told twice, the second time by one name alone; and ages of two people."""

from __future__ import annotations

import pytest

from tests.checks.subjects import engine
from tests.claims.sentences import article
from workbench.alignment.inside.aged import ages_of_one_person

ROWS = [
    ("the family's name", "نجا المدير نديم شاهين (52 عاما) من انفجار الثلاثاء.\nوشاهين البالغ من العمر 57 عاما متزوج."),
    ("in brackets", "أوقفت الشرطة المقاول حسن شلبي (52 عاما) الأحد.\nوأثار حبس شلبي (57 عاما) جدلا."),
    ("behind a verb", "فاز العداء سفيان بقالي (26 عاما) بالذهب.\nوقال بقالي (29 عاما) إنه سعيد."),
    ("reached", "توفيت الممثلة سلمى بنيس، 71 عاما، الأحد.\nوكرم المهرجان بنيس البالغة 77 عاما."),
    ("by the given name", "أنقذ الجنود مروان الطحان (34 عاما).\nوروى مروان (43 عاما) ما جرى."),
]
NONE = [
    ("one age", "نجا المدير نديم شاهين (52 عاما) من انفجار.\nوشاهين البالغ من العمر 52 عاما متزوج."),
    ("his son", "نجا المدير نديم شاهين (52 عاما) من انفجار.\nوأصيب نجل شاهين البالغ من العمر 12 عاما."),
    ("his wife", "نجا المدير نديم شاهين (52 عاما) من انفجار.\nوأصيبت زوجة شاهين (44 عاما)."),
    ("his doctor", "نجا المدير نديم شاهين (52 عاما) من انفجار.\nوقال طبيب شاهين البالغ من العمر 57 عاما إنه بخير."),
    ("a year before", "فاز كارلوس ألكاراز (21 عاما) الأحد.\nوخسر ألكاراز (20 عاما) نهائي العام الماضي."),
    ("a mother of the name", "اختفت فاطمة (14 عاما).\nوبكت فاطمة الزهراء (41 عاما) والدتها."),
    ("two brothers", "نجا نديم شاهين (52 عاما) وشقيقه سامي شاهين (57 عاما).\nوقال شاهين (57 عاما) إنه بخير."),
    ("another family", "نجا نديم شاهين (52 عاما) من انفجار.\nوأصيب سامي خوري (57 عاما)."),
    ("then", "نجا نديم شاهين (52 عاما) من انفجار.\nوكان شاهين (40 عاما) حين عين مديرا."),
    ("about so old", "نجا نديم شاهين (52 عاما) من انفجار.\nوشاهين البالغ من العمر نحو 50 عاما متزوج."),
    ("a sentence", "أوقفت الشرطة حسن شلبي (52 عاما).\nوقضت المحكمة بسجن شلبي (5 سنوات)."),
    ("nobody named", "نجا نديم شاهين (52 عاما) من انفجار.\nوأصيب سائق (57 عاما)."),
]


def found(text: str) -> list[tuple[str, str]]:
    read = article(f"عنوان الخبر\n\n{text}")
    return [(one.a.text, one.b.text) for one in ages_of_one_person(read, engine().knowledge)]


@pytest.mark.parametrize("text", [row[1] for row in ROWS], ids=[row[0] for row in ROWS])
def test_two_ages_of_one_person(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize("text", [row[1] for row in NONE], ids=[row[0] for row in NONE])
def test_ages_of_two_people_or_one_age(text: str) -> None:
    assert found(text) == []
