"""One row a pair of reports: whether they give two figures of the one thing the story has."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

DAY = dt.date(2020, 2, 1)
STORIES = {
    "hike": "إنقاذ متنزهين في جبل المكمل\n\nأنقذت فرق الدفاع المدني السبت سبعة متنزهين في جبل المكمل شمال لبنان. ",
    "train": "تصادم قطارين قرب قفصة\n\nأصيب 17 شخصا السبت في تصادم قطارين قرب مدينة قفصة التونسية. ",
    "blast": "تفجير قرب مطار مقديشو\n\nقتل تسعة أشخاص السبت في تفجير عند حاجز قرب مطار مقديشو في الصومال. ",
    "haul": "ضبط أسلحة في معبر جابر\n\nضبطت السلطات الأردنية السبت شحنة أسلحة في معبر جابر وأوقفت أربعة أشخاص. ",
    "fraud": "السجن لمدير موانئ الشرق\n\nأدانت محكمة جزائرية السبت مدير موانئ الشرق كمال زرقون بتبديد المال. ",
}
# story; one report's sentence; the other's
TWO = [
    ("hike", "وعلق السبعة على علو 2700 متر.", "وكانت المجموعة عالقة على ارتفاع 2400 متر."),
    ("train", "وأضاف أن سرعته بلغت 80 كيلومترا في الساعة.", "وكان القطار يسير بسرعة 120 كلم في الساعة."),
    ("blast", "وقال قائد الشرطة إن العبوة كانت تزن 80 كيلوغراما.", "وكانت محملة بمئتي كيلوغرام من المتفجرات."),
    ("haul", "وأوضح مصدر أن قيمتها تقدر بنصف مليون دينار.",
     "وكانت المضبوطات، التي تبلغ قيمتها 350 ألف دينار، مخفية."),
    ("fraud", "وقدرت الخبرة الضرر بـ2,4 مليار دينار.", "وخسرت الدولة في هذه العقود 5.3 مليارات دينار."),
]
# the same where both may be true
ONE = [
    ("hike", "وعلق السبعة على علو 2700 متر.", "وسقط أحدهم من ارتفاع ستة أمتار."),
    ("hike", "وعلق السبعة على علو 2700 متر، ثم نقلوا إلى مركز على علو 1900 متر.", "وعلقوا على ارتفاع 1900 متر."),
    ("train", "وكانت سرعته 110 كيلومترات في الساعة قبل الفرملة.", "وبلغت سرعته 60 كيلومترا في الساعة عند الاصطدام."),
    ("train", "وبلغت سرعته 80 كيلومترا في الساعة.", "والسرعة القصوى المسموح بها هناك 60 كيلومترا في الساعة."),
    ("train", "وبلغت سرعته 158 كيلومترا في الساعة.", "وتجاوزت سرعة القطار 150 كيلومترا في الساعة."),
    ("blast", "وقال قائد الشرطة إن العبوة كانت تزن 80 كيلوغراما.", "وضبطت الشرطة 200 كيلوغرام من الحشيش."),
    ("haul", "وأوضح مصدر أن قيمتها تقدر بنصف مليون دينار.", "وغرّمت الشركة الناقلة 350 ألف دينار."),
    ("haul", "وأوضح مصدر أن قيمتها تقدر بنصف مليون دينار.",
     "وتبلغ قيمة الشاحنة 50 ألف دينار وقيمة الأسلحة 500 ألف دينار."),
    ("fraud", "وقدرت الخبرة الضرر بـ2,4 مليار دينار.", "وبلغت قيمة الصفقات 5.3 مليارات دينار."),
]


def figures(story: str, one: str, other: str) -> set[str]:
    drafts = [Draft(STORIES[story] + sentence, DAY) for sentence in (one, other)]
    return {
        finding.kind for finding in engine().check(drafts).findings
        if finding.family == "contradiction" and finding.kind == "quantity"
        and len({place.article for place in finding.places}) == 2
    }  # fmt: skip


@pytest.mark.parametrize(("story", "one", "other"), TWO, ids=[row[2] for row in TWO])
def test_two_of_one(story: str, one: str, other: str) -> None:
    assert figures(story, one, other)
    assert figures(story, other, one)


@pytest.mark.parametrize(("story", "one", "other"), ONE, ids=[row[2] for row in ONE])
def test_both_true(story: str, one: str, other: str) -> None:
    assert not figures(story, one, other)
    assert not figures(story, other, one)
