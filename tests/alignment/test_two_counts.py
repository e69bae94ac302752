"""One row a case: figures that two reports of one story give, and whether they count the same. Sample texts of our
own."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

DAY = dt.date(2021, 3, 14)
FLOOD = "قتل ثمانية عشر شخصا في فيضانات ضربت شمال البلاد الأحد 14 آذار/مارس 2021، بحسب وزارة الداخلية."
CRASH = "قتل 34 شخصا في تصادم قطارين قرب كفر الدوار الأحد 14 آذار/مارس 2021، بحسب وزارة الصحة."
PORT = "شل إضراب للعمال الحركة في ميناء بيرايوس الأحد 14 آذار/مارس 2021، بحسب النقابة."
VOTE = "بدأ الناخبون في تونس التصويت صباح الأحد 14 آذار/مارس 2021 في الانتخابات البلدية."
FIRM = "أعلنت شركة «أجنحة النورس» للطيران الأحد 14 آذار/مارس 2021 نتائجها السنوية."

# name; what both begin with; how each goes on; the figures that contradict each other
ROWS: list[tuple[str, str, str, str, set[str]]] = [
    ("one thing counted twice", FLOOD, "ودمرت المياه 1300 منزل.", "ودمرت المياه 900 منزل.", {"1300", "900"}),
    ("what comes to the count", FLOOD, "ودمرت المياه 1300 منزل.",
     "وبلغ عدد المنازل المدمرة 1300، يضاف إليها 900 منزل دمرت المياه جدرانها.", set()),
    ("of several provinces and of one", FLOOD, "ودمرت المياه 760 منزلا في الولايات الثلاث.",
     "وقال حاكم الولاية إن المياه دمرت 340 منزلا.", set()),
    ("of the same provinces", FLOOD, "ودمرت المياه 760 منزلا في الولايات الثلاث.",
     "ودمرت المياه 340 منزلا في الولايات الثلاث.", {"760", "340"}),
    ("dead of one place among those of all", FLOOD, "وقضى تسعة أشخاص في الشمال وستة في الوسط وثلاثة في الجنوب.",
     "وقال الأهالي إن الفيضانات أودت بحياة تسعة أشخاص.", set()),
    ("those whom one hospital took in", CRASH, "وأصيب ستون شخصا بجروح.",
     "وعاش مستشفى دمنهور يوما عصيبا، إذ استقبل 38 مصابا.", set()),
    ("those hurt", CRASH, "وأصيب ستون شخصا بجروح.", "وأصيب 38 شخصا بجروح.", {"ستون", "38"}),
    ("only who says it is shared", PORT, "وأفادت إدارة الميناء بأن 11 سفينة كانت تنتظر في عرض البحر.",
     "وذكرت إدارة الميناء أن أربع سفن غيرت وجهتها إلى موانئ أخرى.", set()),
    ("two things begin", PORT, "وبدأ الإضراب عند السادسة صباحا.", "وبدأت المفاوضات في السابعة صباحا.", set()),
    ("turnout at an hour and at the end", VOTE, "وبلغت نسبة المشاركة 39 في المئة عند الساعة الثالثة عصرا.",
     "وبلغت نسبة المشاركة النهائية 55 في المئة.", set()),
    ("turnout at two hours", VOTE, "وبلغت نسبة المشاركة 21 في المئة عند الساعة العاشرة صباحا.",
     "وبلغت نسبة المشاركة 39 في المئة عند الساعة الثالثة عصرا.", set()),
    ("turnout at one hour", VOTE, "وبلغت نسبة المشاركة 39 في المئة عند الساعة الثالثة عصرا.",
     "وبلغت نسبة المشاركة 55 في المئة عند الساعة الثالثة عصرا.", {"39 في المئة", "55 في المئة"}),
    ("turnout at the end", VOTE, "وبلغت نسبة المشاركة النهائية 39 في المئة.", "وبلغت نسبة المشاركة 55 في المئة.",
     {"39 في المئة", "55 في المئة"}),
    ("a verb of coming near", FIRM, "وبلغت إيرادات الشركة 12.43 مليار درهم.",
     "وقاربت إيرادات الشركة اثني عشر مليارا ونصف مليار درهم.", set()),
    ("a verb of coming to", FIRM, "وبلغت إيرادات الشركة 12.43 مليار درهم.", "وبلغت إيرادات الشركة 15.6 مليار درهم.",
     {"12.43 مليار درهم", "15.6 مليار درهم"}),
    ("what a fleet will be", FIRM, "ويضم أسطول الشركة تسع طائرات.",
     "وسينخفض أسطول الشركة إلى ثماني طائرات في الربيع.", set()),
    ("what was reckoned at first", FIRM, "وبلغت كلفة المشروع 64 مليار دينار.",
     "وقدرت كلفة المشروع أولا بستين مليار دينار ثم زادت أربعة مليارات.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("both", "a", "b", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_two_counts(both: str, a: str, b: str, expected: set[str]) -> None:
    result = engine().check([Draft(f"{both} {a}", DAY), Draft(f"{both} {b}", DAY)])
    words = {claim.id: claim.text for claim in result.claims}
    found = [one for one in result.alignments if one.relation == "contradicts"]
    assert {words[id] for one in found for id in one.claims} == expected
