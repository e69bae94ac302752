"""One row a case: two figures with words that tell their things apart, and with words that do not."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

DAY = dt.date(2021, 6, 20)
HEALTH = (
    "تلقيح ضد كورونا في المغرب\n\nالرباط، 20 حزيران/يونيو 2021 - أعلنت وزارة الصحة المغربية "
    "الأحد أنها فتحت 312 مركزا للتلقيح. "
)
MATCH = (
    "كرة السلة: الرياضي يفوز على الحكمة\n\nبيروت، 20 حزيران/يونيو 2021 - لعب {} فريق الرياضي "
    "أمام الحكمة الأحد في قاعة المنارة التي تتسع لـ2400 متفرج. "
)
MARKET = (
    "البورصة السعودية تتراجع\n\nالرياض، 20 حزيران/يونيو 2021 - {} البورصة السعودية الأحد على "
    "تراجع، وهو السادس في 15 يوما، وسط قلق 181 شركة مدرجة. "
)
PRICES = (
    "التضخم في مصر\n\nالقاهرة، 20 حزيران/يونيو 2021 - نشر الجهاز المركزي للإحصاء الأحد "
    "بيانات الأسعار التي جمعها من 312 سوقا. "
)
EXAMS = (
    "نتائج الثانوية في غزة\n\nغزة، 20 حزيران/يونيو 2021 - أعلنت وزارة التربية الأحد نتائج "
    "الثانوية العامة بعد تصحيح دام 18 يوما. "
)
OIL = "أوبك تخفض إنتاجها\n\nفيينا، 20 حزيران/يونيو 2021 - اتفقت أوبك الأحد على سقف قدره 32,5 مليون برميل يوميا. "

# name; what A begins with and says; what B begins with and says; whether both contradict each other
ROWS = [
    ("two doses", HEALTH, "وتلقى تسعة ملايين شخص الجرعة الأولى من اللقاح.", HEALTH,
     "وتلقى ثمانية ملايين شخص الجرعة الثانية من اللقاح.", False),
    ("one dose", HEALTH, "وتلقى تسعة ملايين شخص الجرعة الأولى من اللقاح.", HEALTH,
     "وتلقى ثمانية ملايين شخص الجرعة الأولى من اللقاح.", True),
    ("women and men", MATCH.format("رجال"), "وفاز فريق الرجال 84-79.", MATCH.format("سيدات"),
     "وفازت اللاعبات 61-48.", False),
    ("women twice", MATCH.format("سيدات"), "وفاز الفريق 84-79.", MATCH.format("سيدات"), "وفاز الفريق 61-48.", True),
    ("opening and close, of the leads", MARKET.format("افتتحت"), "وارتفعت أسهم ثماني شركات.",
     MARKET.format("أغلقت"), "وارتفعت أسهم خمس شركات.", False),
    ("close twice", MARKET.format("أغلقت"), "وارتفعت أسهم ثماني شركات.", MARKET.format("أقفلت"),
     "وارتفعت أسهم خمس شركات.", True),
    ("core and general", PRICES, "وبلغ معدل التضخم الأساسي 38,1 في المئة.", PRICES,
     "وبلغ معدل التضخم العام 35,8 في المئة.", False),
    ("general twice", PRICES, "وبلغ معدل التضخم العام 38,1 في المئة.", PRICES, "وبلغ معدل التضخم العام 35,8 في المئة.",
     True),
    ("two branches", EXAMS, "وبلغت نسبة النجاح في الفرع العلمي 82 في المئة.", EXAMS,
     "وبلغت نسبة النجاح في الفرع الأدبي 58 في المئة.", False),
    ("one branch", EXAMS, "وبلغت نسبة النجاح في الفرع العلمي 82 في المئة.", EXAMS,
     "وبلغت نسبة النجاح في الفرع العلمي 58 في المئة.", True),
    ("a dose and no word", HEALTH, "وتلقى تسعة ملايين شخص الجرعة الأولى من اللقاح.", HEALTH,
     "وتلقى ثمانية ملايين شخص اللقاح.", True),
    ("a report that tells both", OIL, "وتتحمل السعودية الجزء الأكبر من الخفض وهو 486 ألف برميل.", OIL,
     "وتتحمل السعودية خفضا بنحو 486 ألف برميل يوميا، فيما يبلغ نصيب العراق من الخفض 210 آلاف برميل.", False),
    ("a report that tells one", OIL, "وتتحمل السعودية الجزء الأكبر من الخفض وهو 486 ألف برميل.", OIL,
     "وتتحمل السعودية الجزء الأكبر من الخفض وهو 210 آلاف برميل.", True),
]  # fmt: skip


@pytest.mark.parametrize(("lead_a", "a", "lead_b", "b", "rings"), [row[1:] for row in ROWS], ids=[x[0] for x in ROWS])
def test_words_tell_apart(lead_a: str, a: str, lead_b: str, b: str, rings: bool) -> None:
    found = engine().check([Draft(lead_a + a, DAY), Draft(lead_b + b, DAY)]).findings
    assert any(one.family == "contradiction" for one in found) is rings
