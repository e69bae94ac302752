"""A month without its year, seen from December 2022: the past one beside a deed that is over, else what lies ahead or
is nearest; and lengths that words make longer, shorter or about so long."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.mentions.test_times import seen

DAY = dt.date(2022, 12, 5)

# text, the month meant
MONTHS = [
    ("وفي شباط قتل مسلحون ثلاثة جنود", "2022-02"),
    ("وفي شباط خطف مسلحون ثلاثة جنود", "2022-02"),
    ("وفي شباط دمر حريق السوق القديمة", "2022-02"),
    ("وتوصل الطرفان إلى اتفاق في نيسان", "2022-04"),
    ("وضربت عاصفة الساحل في شهر شباط", "2022-02"),
    ("واستقال الوزير في كانون الثاني بعد الفضيحة", "2022-01"),
    ("وكانت الدولة أعلنت في كانون الثاني وقف الدعم", "2022-01"),
    ("خلال الهجوم الذي أودى بحياة 12 شخصا في آذار", "2022-03"),
    ("وذكر بالهجوم الذي قتل فيه 12 شخصا في آذار", "2022-03"),
    ("وقال الوزير إن القوات انسحبت في شباط", "2022-02"),
    ("بعدما خسر الحزب الاستفتاء في آذار", "2022-03"),
    ("ويعود آخر هجوم إلى شباط", "2022-02"),
    ("وسيصوت البرلمان على القانون في شباط", "2023-02"),
    ("تنطلق البطولة في كانون الثاني", "2023-01"),
    ("وافق البرلمان على إجراء انتخابات في شباط", "2023-02"),
    ("أعلن الرئيس أن الانتخابات في شباط", "2023-02"),
    ("قال الوزير إن المطار سيفتتح في شباط", "2023-02"),
    ("أجلت المحكمة الجلسة إلى شباط", "2023-02"),
    ("وقررت الحكومة رفع الأجور في كانون الثاني", "2023-01"),
    ("واتفق الطرفان على اللقاء في كانون الثاني", "2023-01"),
    ("وحذر من هجمات في شباط", "2023-02"),
    ("وتبدأ المحاكمة التي أجلت مرتين في شباط", "2023-02"),
]


@pytest.mark.parametrize(("text", "month"), MONTHS, ids=[row[0] for row in MONTHS])
def test_which_month_is_meant(text: str, month: str) -> None:
    assert [value.timex for _, _, value in seen(text, DAY)] == [month]


def test_a_day_told_a_day_early_is_of_this_month() -> None:
    assert [value.timex for _, _, value in seen("وقع الهجوم في 6 كانون الأول", DAY)] == ["2022-12-06"]


# text, first and last day («-»: open)
LENGTHS = [
    ("منذ ما يزيد على سنة", "-", "2021-12-31"),
    ("منذ ما يربو على عامين", "-", "2020-12-31"),
    ("منذ ما لا يقل عن سنتين", "-", "2020-12-31"),
    ("قبل ما يفوق العام", "-", "2021-12-31"),
    ("قبل أكثر من خمس سنوات", "-", "2017-12-31"),
    ("منذ ما يقارب العام", "2021-06-16", "2022-06-17"),
    ("منذ ما يناهز شهرين", "2022-09-20", "2022-10-20"),
    ("منذ قرابة العام", "2021-06-16", "2022-06-17"),
    ("منذ ما يقرب من ثلاثة أشهر", "2022-08-21", "2022-09-20"),
]


@pytest.mark.parametrize(("text", "begin", "end"), LENGTHS, ids=[row[0] for row in LENGTHS])
def test_lengths_about_so_long(text: str, begin: str, end: str) -> None:
    ((_, words, value),) = seen(text, DAY)
    assert (words, value.begin or "-", value.end or "-") == (text, begin, end)
