"""Counts of people that two reports of one event give in other words: what agrees, what a later report tells higher,
and what only looks like another count."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

SUNDAY, TUESDAY = dt.date(2024, 5, 5), dt.date(2024, 5, 7)
PRISON = "فرار من سجن لابي\n\nفرّ 38 سجينا من سجن مدينة لابي في غينيا فجر الأحد عبر نفق. {}"
FEVER = "الكوليرا في القضارف\n\nأعلنت وزارة الصحة السودانية الأحد تفشي الكوليرا في ولاية القضارف. {}"
TAKEN = "الإفراج عن تلاميذ في زمفارا\n\nأفرج مسلحون الأحد عن 34 تلميذا خطفوهم من مدرسة في ولاية زمفارا. {}"
KILLED = "اغتيال قيادي في درعا\n\nقتل قائد فصيل محلي في انفجار عبوة ناسفة في درعا جنوب سوريا الأحد. {}"
BUS = "سقوط حافلة في تيارت\n\nسقطت حافلة ركاب في واد بولاية تيارت صباح الأحد، حسب الحماية المدنية. {}"

# what; text of both; A's sentence (Sunday); B's sentence (its day); (words of A, words of B, relation)
ROWS: list[tuple[str, str, str, str, dt.date, list[tuple[str, str, str]]]] = [
    ("a third one has died", PRISON, "وقُتل حارسان في إطلاق نار.", "وأعلنت الشرطة وفاة حارس ثالث متأثرا بإصابته.",
     TUESDAY, [("حارسان", "وفاة حارس", "updates")]),
    ("a third one, one day", PRISON, "وقُتل حارسان في إطلاق نار.", "وأعلنت الشرطة مقتل حارس ثالث.",
     SUNDAY, []),
    ("the third is the third of three", PRISON, "وقُتل ثلاثة حراس في إطلاق نار.", "وأعلنت الشرطة مقتل حارس ثالث.",
     SUNDAY, [("ثلاثة", "مقتل حارس", "agrees")]),
    ("one more", PRISON, "وقُتل حارسان في إطلاق نار.", "وأعلنت الشرطة مقتل حارس آخر متأثرا بجراحه.",
     SUNDAY, []),
    ("bodies found are some of the dead", BUS, "ولقي 14 شخصا حتفهم.", "وانتشل الغواصون جثتين من مجرى الوادي.",
     SUNDAY, []),
    ("bodies known by name", BUS, "ولقي 14 شخصا حتفهم.", "وجرى التعرف على تسع جثث حتى المساء.",
     SUNDAY, []),
    ("bodies buried", BUS, "ولقي 14 شخصا حتفهم.", "ووري 11 جثمانا الثرى في المدينة.",
     SUNDAY, []),
    ("bodies given to the families", BUS, "ولقي 14 شخصا حتفهم.", "وتسلمت العائلات خمس جثث.",
     SUNDAY, []),
    ("more bodies than dead", BUS, "ولقي 14 شخصا حتفهم.", "وعثر رجال الإنقاذ على 19 جثة.",
     SUNDAY, [("14", "19", "contradicts")]),
    ("bodies found, by two counts", BUS, "وانتشل الغواصون 14 جثة.", "وعثر رجال الإنقاذ على 19 جثة.",
     SUNDAY, [("14", "19", "contradicts")]),
    ("the number of the dead, far from its figure", BUS, "ولقي 14 شخصا حتفهم.",
     "وأعلنت الحماية المدنية ارتفاع عدد قتلى حادث الحافلة الذي وقع يوم الأحد 5 مايو بولاية تيارت إلى ستة عشر شخصا.",
     TUESDAY, [("14", "ستة عشر", "updates")]),
    ("the number of deaths from an illness", FEVER, "وتوفي 36 شخصا بالمرض.",
     "وبلغ عدد الوفيات جراء المرض ستا وثلاثين حالة.", SUNDAY, [("36", "ستا وثلاثين", "agrees")]),
    ("cases under suspicion", FEVER, "وسجلت الولاية 900 إصابة يشتبه في أنها كوليرا.",
     "ووصل عدد الحالات المشتبه بها إلى تسعمئة.", SUNDAY, [("900", "تسعمئة", "agrees")]),
    ("confirmed is not under suspicion", FEVER, "وأكدت المختبرات 112 إصابة.",
     "ووصل عدد الحالات المشتبه بها إلى تسعمئة.", SUNDAY, []),
    ("two who are still held", TAKEN, "ولا يزال معلمان اثنان في أيدي الخاطفين.",
     "وأشار إلى أن مدرسين اثنين ما زالا محتجزين.", SUNDAY, [("معلمان", "اثنين", "agrees")]),
    ("two freed, two still held", TAKEN, "وأفرج عن معلمين اثنين الشهر الماضي.",
     "وأشار إلى أن مدرسين اثنين ما زالا محتجزين.", SUNDAY, []),
    ("killings since January, by two bounds", KILLED,
     "وسجل المرصد منذ مطلع العام أكثر من 120 عملية اغتيال في المحافظة.",
     "وبحسب المرصد شهدت درعا قرابة 130 عملية اغتيال منذ بداية العام.", SUNDAY, [("120", "130", "agrees")]),
    ("found, and known by name", BUS, "وانتشل الغواصون 14 جثة.", "وجرى التعرف على 9 جثث.",
     SUNDAY, []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "a", "b", "day", "told"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_counts_of_two_reports(text: str, a: str, b: str, day: dt.date, told: list[tuple[str, str, str]]) -> None:
    check = engine().check((Draft(text.format(a), SUNDAY), Draft(text.format(b), day)))
    claims = {claim.id: claim for claim in check.claims}
    bodies = {id for id, claim in claims.items() if claim.kind in ("casualties", "quantity") and claim.sentence > 1}
    found = [
        (claims[one].text, claims[other].text, alignment.relation)
        for alignment in check.alignments
        for one, other in [alignment.claims]
        if {one, other} <= bodies and alignment.relation != "unsure"
    ]
    assert found == told
