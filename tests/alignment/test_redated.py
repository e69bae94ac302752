"""One row an article: a thing dated twice and differently; and days of two things."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from tests.claims.sentences import article
from workbench.alignment.inside.redated import dated_again

DAY = dt.date(2024, 3, 7)
ROWS = [
    ("an agreement signed", "بدأت الهدنة تطبيقا لاتفاق وقعه الطرفان في السويد يوم 13 شباط.\nوينص الاتفاق "
     "الموقع في السويد في "
     "11 شباط على الانسحاب."),
    ("they signed it", "وقعت الحكومة والنقابة اتفاقا في 3 آذار/مارس.\nوقال الوزير إن الاتفاق الذي وقع في 5 "
     "آذار/مارس سينفذ."),
    ("a truce", "أعلنت هدنة في المدينة في 2 آذار/مارس.\nوقال السكان إن الهدنة المعلنة في 4 آذار/مارس صامدة."),
    ("an attack", "وقع الهجوم في 1 آذار/مارس قرب السوق.\nوأدان المجلس الهجوم الذي وقع في 3 آذار/مارس."),
    ("a decision", "صدر القرار في 14 فبراير.\nواعترض التجار على القرار الصادر في 12 فبراير."),
    ("the next hearing", "أجلت المحكمة القضية إلى جلسة 14 مارس للمرافعة.\nوتعقد الجلسة المقبلة، المخصصة للمرافعة، "
     "في 21 مارس."),
    ("the coming session", "وأرجأ القاضي المحاكمة إلى جلسة 20 مارس.\nوتعقد الجلسة القادمة يوم 27 مارس."),
]
NONE = [
    ("one day", "وقع الطرفان اتفاقا في 13 شباط.\nوينص الاتفاق الموقع في 13 شباط على الانسحاب."),
    ("two agreements", "وقع الطرفان اتفاقا في 13 شباط.\nووقعا اتفاقا آخر.\nوينص الاتفاق الموقع في 11 شباط على "
     "الانسحاب."),
    ("elsewhere", "وقع الطرفان اتفاقا في السويد في 13 شباط.\nولم ينفذ الاتفاق الموقع في الرياض في 11 شباط."),
    ("years ago", "وقع الطرفان اتفاقا في 13 شباط.\nولم ينفذ الاتفاق الموقع في 11 شباط 2019."),
    ("another deed", "وقع الطرفان الاتفاق في 13 شباط.\nودخل الاتفاق الذي نشر في 15 شباط حيز التنفيذ."),
    ("when it takes effect", "وقع الطرفان الاتفاق في 13 شباط.\nويدخل الاتفاق حيز التنفيذ في 15 شباط."),
    ("a second agreement", "وقع الطرفان الاتفاق الأول في 13 شباط.\nونص الاتفاق الثاني الموقع في 15 شباط على الانسحاب."),
    ("three attacks", "وقع الهجوم في 1 آذار/مارس.\nوشهدت المدينة هجمات عدة.\nوأدان المجلس الهجوم الذي وقع في "
     "3 آذار/مارس."),
    ("the last hearing", "عقدت جلسة في 14 شباط.\nوتعقد الجلسة المقبلة في 21 مارس."),
    ("two hearings to come", "حددت المحكمة جلسة 14 مارس وجلسة 18 مارس.\nوتعقد الجلسة المقبلة في 21 مارس."),
    ("another case", "حددت المحكمة جلسة 14 مارس للنطق.\nوتعقد الجلسة المقبلة في قضية المصنع يوم 21 مارس."),
    ("near the airport", "وقع انفجار في السوق في 1 مارس.\nوأصيب خمسة في الانفجار الذي وقع في 3 مارس قرب المطار."),
    ("what had been", "وقع الزلزال يوم الاثنين 4 مارس.\nوكان الزلزال الذي وقع في 6 شباط خلف قتلى."),
    ("with the ministry", "وقع الطرفان الاتفاق في 1 مارس.\nوأشادت النقابة بالاتفاق الذي وقع في 5 مارس مع الوزارة."),
    ("told on", "أعلن الوزير في 2 آذار/مارس القرار.\nوقال في 4 آذار/مارس إن القرار نهائي."),
    ("the next meeting of another", "تجتمع اللجنة في 14 مارس.\nوتعقد الجلسة المقبلة في 21 مارس."),
]


def found(text: str) -> list[tuple[str, str]]:
    read = article(f"عنوان الخبر\n\n{text}", DAY)
    return [(one.a.text, one.b.text) for one in dated_again(read, engine().knowledge)]


@pytest.mark.parametrize("text", [row[1] for row in ROWS], ids=[row[0] for row in ROWS])
def test_one_thing_of_two_days(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize("text", [row[1] for row in NONE], ids=[row[0] for row in NONE])
def test_days_of_two_things(text: str) -> None:
    assert found(text) == []
