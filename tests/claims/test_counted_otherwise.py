"""What a figure is of, but for the thing it counts: of each, of what is asked, a step, a distance, a minute, a term."""

from __future__ import annotations

import pytest

from tests.claims.sentences import assertions

# A sentence, the figure's first words, the traits that tell what it is of.
TRAITS: list[tuple[str, str, set[str]]] = [
    ("يضم الطريق ثلاثة مسارات في كل اتجاه.", "ثلاثة", {"each:towards"}),
    ("وبلغت الصادرات 3 ملايين برميل يوميا.", "3 ملايين", {"each:1 day"}),
    ("وبلغت الصادرات 3 ملايين برميل في اليوم الواحد.", "3 ملايين", {"each:1 day"}),
    ("وبلغت الصادرات 3 ملايين برميل في الشهر الواحد.", "3 ملايين", {"each:1 month"}),
    ("وتوقعت أن تنخفض الحرارة درجتين.", "درجتين", {"step", "of:planned"}),
    ("وارتفعت الأرباح إلى 740 مليون درهم.", "740 مليون", set()),
    ("ويطالب المضربون بزيادة قدرها 600 درهم.", "600 درهم", {"of:asked", "step"}),
    ("ويبلغ عدد من يحق لهم الاقتراع 3200 طالب.", "3200", {"of:entitled"}),
    ("وبلغت الأرباح الصافية 20 مليون ريال.", "20 مليون", {"of:net"}),
    ("وأصابت الموجة الثانية أربعة مبان.", "أربعة", {"nth:2.0"}),
    ("ووقع الزلزال على بعد 80 كيلومترا من مدينة كركوك.", "80", {"from:kirkuk"}),
    ("وقال إن 21 نائبا امتنعوا عن التصويت على المادة الثانية.", "21", {"of:article"}),
]


@pytest.mark.parametrize(("text", "figure", "traits"), TRAITS, ids=[row[0] for row in TRAITS])
def test_what_a_figure_is_of(text: str, figure: str, traits: set[str]) -> None:
    found = [claim for claim in assertions(text, "quantity") if text[claim.span.start :].startswith(figure)]
    assert len(found) == 1
    assert found[0].traits == traits


# A sentence, and what its figures are of.
KINDS: list[tuple[str, list[tuple[str, str]]]] = [
    ("وسجل ماجد البلوشي هدف الفوز في الدقيقة 78.", [("minute-of-match", "goal")]),
    ("وأدرك سامر العودات التعادل من ركلة جزاء في الدقيقة 49.", [("minute-of-match", "penalty")]),
    ("وأكمل الفريق اللقاء بعد طرد مدافعه أنور السعدي في الدقيقة 81.", [("minute-of-match", "dismissal")]),
    ("ووصل القطار في الدقيقة 20 بعد السابعة.", []),
    ("وأحرز النادي لقب الكأس للمرة الثالثة في تاريخه.", [("title", "win")]),
    ("وهذا هو اللقب الخامس للنادي في البطولة.", [("title", "win")]),
    ("وفاز بالكأس للمرة الثانية على التوالي.", []),
    ("وزار البلاد للمرة الثالثة.", []),
]


@pytest.mark.parametrize(("text", "figures"), KINDS, ids=[row[0] for row in KINDS])
def test_what_is_told_of_a_match(text: str, figures: list[tuple[str, str]]) -> None:
    found = [(claim.of, claim.predicate) for claim in assertions(text, "quantity")]
    assert [one for one in found if one[0] in ("minute-of-match", "title")] == figures


# A sentence, and whether its length is a prison term or its percentage a turnout.
ONE_OF: list[tuple[str, str]] = [
    ("حكمت المحكمة عليه بالسجن ثماني سنوات.", "prison-term"),
    ("ودانته المحكمة بـ12 سنة حبسا نافذا.", "prison-term"),
    ("وطلب الادعاء السجن خمسة عشر عاما للمتهم.", ""),
    ("ويواجه عقوبة السجن 20 عاما.", ""),
    ("وبلغت نسبة المشاركة 71,8 في المئة من الناخبين.", "turnout"),
    ("وأدلى 61,8% من الناخبين بأصواتهم.", "turnout"),
    ("وحصل الحزب على 31 في المئة من المقاعد.", ""),
]


@pytest.mark.parametrize(("text", "of"), ONE_OF, ids=[row[0] for row in ONE_OF])
def test_terms_and_turnouts(text: str, of: str) -> None:
    found = {claim.of for claim in assertions(text, "quantity", "duration")}
    assert found & {"prison-term", "turnout"} == ({of} if of else set())
