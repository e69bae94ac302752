"""One row a pair of sentences in two reports of one story: whether they tell two days, or one, of one thing."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from tests.claims.sentences import article
from workbench.alignment.claims import pair_events
from workbench.alignment.stories.background_days import days_across

DAY = dt.date(2018, 8, 16)
FALL = "انهيار جسر في جنوة\n\nانهار جسر في مدينة جنوة الثلاثاء وقتل 39 شخصا. وقال المسؤولون إن 632 شخصا أجلوا.\n\n"
TRIAL = "حكم في قضية الدواء\n\nقضت محكمة في تونس الأربعاء بسجن مدير شركة الدواء 12 عاما في قضية فساد.\n\n"
FREED = (
    "الإفراج عن 34 تلميذا في نيجيريا\n\nأفرج مسلحون الثلاثاء عن 34 تلميذا خطفوهم من مدرسة في ولاية زمفارا. "
    "وقال الحاكم إن بينهم 19 فتاة.\n\n"
)
FIRE = (
    "حريق غابات في شفشاون\n\nأعلنت السلطات الخميس السيطرة على حريق غابات في إقليم شفشاون أتى على 1700 هكتار. "
    "وأجليت 340 عائلة.\n\n"
)
CHOLERA = (
    "الكوليرا تودي بحياة 36 شخصا في القضارف\n\nقالت وزارة الصحة الخميس إن ولاية القضارف سجلت 900 إصابة بالكوليرا "
    "توفي منهم 36 شخصا.\n\n"
)

# what; the story; sentence of A; sentence of B; the verdict (None: not held against each other)
ROWS = [
    ("one day long ago", FALL, "وسبق أن انهار جسر في أنكونا في 9 مارس 2017.", "ويذكر انهيار جسر 9 مارس 2017.", "agree"),
    ("other countries behind it", FALL, "والجسر الذي دشن عام 1967 طويل.",
     "ودشن الجسر عام 1976، وتعبره شاحنات من دول أخرى.", "differ"),
    ("one month, nothing in common", FALL, "وسقطت قنطرة في مارس 2017.", "وعين الوزير في مارس 2017.", None),
    ("opened, of a bridge", FALL, "والجسر الذي دشن عام 1967 جزء من الطريق السريع.",
     "وكان الجسر قد افتتح في العام 1976.", "differ"),
    ("opened in the same year", FALL, "والجسر الذي دشن عام 1967 جزء من الطريق السريع.",
     "وكان الجسر قد افتتح في العام 1967.", "agree"),
    ("a bridge and a tunnel", FALL, "والجسر دشن عام 1967.", "وافتتح النفق في العام 1976.", None),
    ("a year and a month of it", FALL, "وافتتح الجسر عام 1967.", "وافتتح الجسر في سبتمبر 1967.", None),
    ("two openings in one report", FALL, "وافتتح الجسر عام 1967. وافتتح الجسر مجددا عام 1992.",
     "وافتتح الجسر عام 1976.", None),
    ("about then", FALL, "وافتتح الجسر نحو عام 1967.", "وافتتح الجسر عام 1976.", None),
    ("another bridge", FALL, "وافتتح الجسر عام 1967.", "وافتتح جسر آخر عام 1976.", None),
    ("built and opened", FALL, "وبني الجسر عام 1963.", "وافتتح الجسر عام 1967.", None),
    ("signed", FALL, "وكان اتفاق الصيانة وقع في مارس 2013.", "ووقع اتفاق الصيانة في مايو 2013.", "differ"),
    ("two agreements", FALL, "وكان اتفاق الصيانة وقع في مارس 2013.", "ووقع عقد التأمين في مايو 2013.", None),
    ("accused of a trial", TRIAL, "وكان المتهمون أوقفوا في مارس 2017.",
     "وألقي القبض على معظم المتهمين في مايو 2017.", "differ"),
    ("arrests of no trial", FALL, "وأوقف مهندس في مارس 2017.", "وألقي القبض على سائق في مايو 2017.", None),
    ("a hearing to come", TRIAL, "وتنظر محكمة الاستئناف العليا في القضية في التاسع من سبتمبر 2018.",
     "وحددت محكمة الاستئناف العليا يوم 12 سبتمبر 2018 للنظر في القضية.", "differ"),
    ("hearings of two courts", TRIAL, "وتنظر محكمة صفاقس في شكوى الشركة في التاسع من سبتمبر 2018.",
     "وحددت الوزارة يوم 12 سبتمبر 2018 لاجتماع الخبراء.", None),
    ("a conference to come", FALL, "وتستضيف المدينة المؤتمر الدولي للجسور في 24 سبتمبر 2018.",
     "ومن المنتظر أن تحتضن جنوة المؤتمر الدولي للجسور يوم 14 سبتمبر 2018.", "differ"),
    ("past and to come", FALL, "واستضافت المدينة المؤتمر الدولي للجسور في 24 أبريل 2018.",
     "وتستضيف جنوة المؤتمر الدولي للجسور يوم 14 سبتمبر 2018.", None),
    ("killed in two years", FALL, "وقتل شخصان على الجسر عام 2012.", "وقتل عامل على الجسر عام 2015.", None),
    ("opened by two", FALL, "وافتتح محمد السيد الطريق إلى الجسر عام 1967.",
     "وافتتح سامر حمدان الطريق إلى الجسر عام 1976.", None),
    # what is done once, in whatever words
    ("built, of a bridge, a noun", FALL, "وشيد الجسر عام 1958.",
     "والجسر الذي بني عام 1985 يربط ضفتي الوادي.", "differ"),
    ("its building goes back to", FALL, "ويعود بناء الجسر إلى عام 1958.", "وشيد الجسر عام 1985.", "differ"),
    ("founded and set up", FALL, "وتأسست الشركة المشغلة للطريق عام 1999.", "وأنشئت الشركة المشغلة عام 1989.", "differ"),
    ("in service", FALL, "ودخل الجسر الخدمة عام 1967.", "وبدأ تشغيل الجسر عام 1976.", "differ"),
    ("in service, another word for the thing", FALL, "ويمتد الجسر، الذي دخل الخدمة عام 1967، على 1200 متر.",
     "ويعود تشغيل المنشأة إلى سنة 1967.", "agree"),
    ("years ago", FALL, "ودشن الجسر عام 1967.", "ودشن الجسر قبل 51 عاما.", "agree"),
    ("so many years and another year", FALL, "ودشن الجسر عام 1967.", "ودشن الجسر قبل أربعين عاما.", None),
    ("in force since", FALL, "ويعترض السائقون على نظام الرسوم المعمول به منذ عام 2013.",
     "ويحتج هؤلاء على نظام الرسوم الذي بدأ تطبيقه قبل خمس سنوات.", "agree"),
    ("built and widened", FALL, "وشيد الجسر عام 1958.", "ووسع الجسر عام 1985.", None),
    ("built, a bridge and its tower", FALL, "وشيد الجسر عام 1958.", "وشيد البرج المجاور عام 1985.", None),
    ("built in two towns", FALL, "وشيد الجسر في نابولي عام 1958.", "وشيد الجسر في ميلانو عام 1985.", None),
    ("kidnapped, of those set free", FREED, "وكانت مجموعة مسلحة اقتحمت المدرسة في بلدة كورا نمودا في السابع من يوليو "
     "واقتادت التلاميذ.", "واختطف الطلاب في 28 يوليو من مدرستهم في كورا نمودا.", "differ"),
    ("kidnapped elsewhere", FREED, "واختطف مسلحون تلاميذ في بلدة كورا نمودا في السابع من يوليو.",
     "واختطف طلاب في 28 يونيو من جامعة غوساو.", None),
    ("kidnapped in a story of no release", FALL, "واختطف مهندس في نابولي في السابع من يوليو.",
     "واختطف مهندس في ميلانو في 28 يوليو.", None),
    ("broke out", FIRE, "واندلعت النيران الثلاثاء 14 أغسطس قرب بلدة باب تازة.",
     "وكان الحريق شب صباح الاثنين 13 أغسطس في محيط باب تازة.", "differ"),
    ("broke out elsewhere", FIRE, "واندلعت النيران الثلاثاء 14 أغسطس قرب بلدة باب تازة.",
     "واندلع حريق ثان الاثنين 13 أغسطس قرب العرائش.", None),
    ("broke out and was put out", FIRE, "واندلعت النيران الثلاثاء 14 أغسطس قرب بلدة باب تازة.",
     "وأخمدت النيران الخميس 16 أغسطس قرب باب تازة.", None),
    ("the first case", CHOLERA, "وأشارت الوزارة إلى أن أول حالة ظهرت في 25 يوليو.",
     "وذكرت أن الإصابة الأولى رصدت في الخامس من يوليو في محلية القلابات.", "differ"),
    ("the first case, otherwise", CHOLERA, "وسجلت أول إصابة في 25 يوليو.",
     "واكتشفت أولى الحالات يوم 5 يوليو.", "differ"),
    ("the first case and the first death", CHOLERA, "وسجلت أول إصابة في 5 يوليو.",
     "وسجلت أول وفاة بالمرض في 25 يوليو.", None),
    ("months called the first", FALL, "وصور مخرج فيلما عن الجسر في كانون الأول 2016.",
     "وعرض الفيلم عن الجسر في تشرين الأول 2015.", None),
    ("first cases of two places", CHOLERA, "وسجلت أول إصابة في كسلا في 5 يوليو.",
     "وسجلت أول إصابة في سنار في 25 يوليو.", None),
]  # fmt: skip


@pytest.mark.parametrize(("story", "a", "b", "verdict"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_days_of_one_thing(story: str, a: str, b: str, verdict: str | None) -> None:
    one, other = article(story + a, DAY), article(story + b, DAY)
    knowledge = engine().knowledge
    pairs = [pair for pair in pair_events(one, other, knowledge) if pair.a.main and pair.b.main]
    found = [candidate for _, candidate in days_across(one, other, pairs, knowledge)]
    assert [candidate.verdict for candidate in found] == ([verdict] if verdict else [])


def test_days_of_two_stories() -> None:
    one, other = article(FALL + ROWS[0][2], DAY), article(TRIAL + ROWS[0][3], DAY)
    knowledge = engine().knowledge
    assert not list(days_across(one, other, pair_events(one, other, knowledge), knowledge))


@pytest.mark.parametrize(("later", "held"), [(0, True), (1, True), (12, False)])
def test_what_is_ahead_may_be_put_off(later: int, held: bool) -> None:
    row = next(row for row in ROWS if row[0] == "a hearing to come")
    one, other = article(row[1] + row[2], DAY), article(row[1] + row[3], DAY + dt.timedelta(later))
    knowledge = engine().knowledge
    pairs = pair_events(one, other, knowledge)
    assert bool(list(days_across(one, other, pairs, knowledge))) is held
