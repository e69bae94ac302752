"""The day of one deed beside another deed's: «التقوا ذويهم الاثنين غداة إطلاق سراحهم» contradicts no «أفرج عنهم
الأحد». One row a pair of reports: what the second says behind the day, and whether the two days contradict each
other."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

FREED = ("الإفراج عن 34 تلميذا\n\nأفرج مسلحون الأحد عن 34 تلميذا خطفوهم من مدرسة في ولاية زمفارا.",
         "تلاميذ زمفارا يعودون\n\nالتقى التلاميذ ذويهم الاثنين في ولاية زمفارا {} الإفراج عنهم.")  # fmt: skip
SUNK = ("غرق مركب قبالة صفاقس\n\nغرق مركب يقل مهاجرين الأحد قبالة صفاقس ومات 12 شخصا.",
        "انتشال جثث مهاجرين\n\nانتشلت فرق الإنقاذ الاثنين قبالة صفاقس جثث خمسة مهاجرين {} غرق مركبهم.")  # fmt: skip
BLAST = ("انفجار في بغداد\n\nانفجرت سيارة مفخخة الأحد في حي الكرادة ببغداد وقتل 12 شخصا.",
         "تشييع ضحايا انفجار بغداد\n\nشيع أهالي حي الكرادة ببغداد الاثنين 12 شخصا {} انفجار السيارة المفخخة.")
LINKS = ["غداة", "بعد يوم من", "بعد يوم على", "بعد ساعات من", "عقب", "إثر", "بعد 24 ساعة من", "بعيد", "في أعقاب"]

# what; A; B
APART = [
    ("before the verb", BLAST[0],
     "تشييع ضحايا انفجار بغداد\n\nغداة انفجار السيارة المفخخة في حي الكرادة ببغداد شيع الأهالي الاثنين 12 شخصا."),
    ("the eve", "مؤتمر المناخ\n\nافتتح الرئيس الاثنين مؤتمر المناخ في مراكش.",
     "وصول الوفود\n\nوصلت الوفود الأحد إلى مراكش عشية افتتاح مؤتمر المناخ."),
    ("hours before", "قمة في عمان\n\nعقد القادة الاثنين قمة في عمان.",
     "لقاء في عمان\n\nالتقى الوزراء الأحد في عمان قبل ساعات من انعقاد القمة."),
    ("a deed of no event", "السيطرة على حريق المصنع\n\nاندلع حريق الأحد في مصنع للدهانات في سحاب.",
     "إغلاق المصنع\n\nأغلقت السلطات الاثنين مصنعا للدهانات في سحاب إثر حريق."),
]  # fmt: skip

CLASHING = [
    ("the same deed, beside another", FREED[0],
     "تلاميذ زمفارا أحرار\n\nأفرج مسلحون السبت عن 34 تلميذا خطفوهم من مدرسة في ولاية زمفارا غداة زيارة الوزير."),
    ("the same deed, plain", SUNK[0], "غرق مركب قبالة صفاقس\n\nغرق مركب يقل مهاجرين السبت قبالة صفاقس ومات 12 شخصا."),
    ("opened, in two words", "افتتاح معرض الكتاب\n\nافتتح معرض الكتاب السبت في مسقط بمشاركة 30 دولة.",
     "افتتاح معرض الكتاب\n\nافتتح الوزير الجمعة معرض الكتاب في مسقط بمشاركة 30 دولة عشية العطلة."),
]  # fmt: skip


def days_clash(a: str, b: str) -> bool:
    found = engine().check([Draft(a, dt.date(2022, 9, 18)), Draft(b, dt.date(2022, 9, 19))]).findings
    return any(finding.family == "contradiction" and finding.kind in ("date", "time") for finding in found)


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("story", [FREED, SUNK, BLAST], ids=["freed", "sunk", "blast"])
def test_the_day_after_is_another_deeds(story: tuple[str, str], link: str) -> None:
    assert not days_clash(story[0], story[1].format(link))


@pytest.mark.parametrize(("a", "b"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_days_of_two_deeds(a: str, b: str) -> None:
    assert not days_clash(a, b)


@pytest.mark.parametrize(("a", "b"), [row[1:] for row in CLASHING], ids=[row[0] for row in CLASHING])
def test_days_of_one_deed(a: str, b: str) -> None:
    assert days_clash(a, b)
