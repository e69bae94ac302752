"""Counts of people that two reports of one event give in other words: what agrees, what a later report tells higher,
and what only looks like another count."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

SUNDAY, TUESDAY = dt.date(2024, 5, 5), dt.date(2024, 5, 7)
PRISON = "فرار من سجن لابي\n\nفرّ 38 سجينا من سجن مدينة لابي في غينيا فجر الأحد عبر نفق. {}"
FIRE = "حريق غابات في شفشاون\n\nاندلع حريق كبير في غابات إقليم شفشاون بشمال المغرب الأحد. {}"
CUP = "الوحدات يهزم الفيصلي\n\nفاز الوحدات على الفيصلي 2-1 في الدوري الأردني لكرة القدم مساء الأحد. {}"
TENNIS = "سلمى فؤاد تحرز اللقب\n\nأحرزت المصرية سلمى فؤاد الأحد لقب دورة الدار البيضاء للتنس. {}"
STRIKE = "إضراب في مستشفى الحريري\n\nبدأ العاملون في مستشفى رفيق الحريري في بيروت الأحد إضرابا تحذيريا. {}"
SNOW = "الثلوج تقطع الطرق في لبنان\n\nقطعت الثلوج الأحد طريق ترشيش - زحلة في لبنان. {}"
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
    ("two men of a force", FIRE, "وقضى رجلا إطفاء في الحريق.", "وأودت النيران بحياة اثنين من عناصر الإطفاء.", SUNDAY,
     [("وقضى رجلا إطفاء", "اثنين", "agrees")]),
    ("two men of a force, one of it", FIRE, "ولقي عنصرا إطفاء حتفهما.", "ولقي عنصر إطفاء حتفه.", SUNDAY,
     [("ولقي عنصرا إطفاء", "ولقي عنصر", "contradicts")]),
    ("a court has nobody die", FIRE, "وقضى رجل الأعمال إجازته في الإقليم.", "وقضى رجلا إطفاء في الحريق.", SUNDAY, []),
    ("ages by their years of life", TAKEN, "وتراوح أعمارهم بين التاسعة والسادسة عشرة.",
     "وتتراوح أعمارهم بين 9 و16 عاما.", SUNDAY, [("بين التاسعة والسادسة عشرة", "بين 9 و16", "agrees")]),
    ("ages of others", TAKEN, "وتراوح أعمارهم بين التاسعة والسادسة عشرة.",
     "وتتراوح أعمار المعلمين بين 30 و45 عاما.", SUNDAY, []),
    ("a rank in figures and in words", TENNIS, "وحققت فؤاد، المصنفة 41 عالميا، تسعة إرسالات ساحقة.",
     "وتغلبت فؤاد المصنفة الحادية والأربعين في العالم على منافستها.", SUNDAY, [("41", "الحادية والأربعين", "agrees")]),
    ("a measure that both name", FIRE, "ويبلغ الأنبوب الميناء وقطره 34 بوصة.",
     "ويعود تشغيل الخط إلى 1966 بقطر 34 بوصة.",
     SUNDAY, [("34", "34", "agrees")]),
    ("two ranks", TENNIS, "وحققت فؤاد، المصنفة 41 عالميا، تسعة إرسالات ساحقة.",
     "وتغلبت على منافستها الإسبانية المصنفة ثالثة.", SUNDAY, []),
    ("points", CUP, "ورفع الوحدات رصيده إلى 28 نقطة.", "ووصل الوحدات إلى النقطة 28.", SUNDAY,
     [("28", "28", "agrees")]),
    ("points of two", CUP, "وتجمد رصيد الفيصلي عند 25 نقطة.", "ووصل الوحدات إلى النقطة 28.", SUNDAY, []),
    ("pulled out of cars, and saved", SNOW, "وسحب عناصر الدفاع المدني 27 مواطنا احتجزوا داخل سياراتهم.",
     "وأنقذ رجال الدفاع المدني سبعة وعشرين شخصا علقوا في سياراتهم.", SUNDAY, [("27", "سبعة وعشرين", "agrees")]),
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


# text of both; A's sentence; B's; (words of A, words of B) that agree
LENGTHS = [
    (STRIKE, "ويطالبون بمستحقات متأخرة منذ ثلاثة أشهر.", "ويحتجون على عدم قبض مستحقاتهم عن ٣ أشهر.",
     [("منذ ثلاثة أشهر", "٣ أشهر")]),
    (STRIKE, "ويطالبون بمستحقات متأخرة منذ ثلاثة أشهر.", "ويحتجون على عدم قبض مستحقاتهم عن خمسة أشهر.", []),
    (STRIKE, "وقال المدير سامي نادر (47 عاما) إن الأجور لم تصرف.",
     "ووعد المدير البالغ من العمر سبعة وأربعين عاما بصرفها.",
     [("47 عاما", "سبعة وأربعين عاما")]),
    (STRIKE, "وتخوض النقابة إضرابات متقطعة منذ الاثنين 18 مارس.", "وانطلقت إضرابات النقابة يوم 18 مارس الماضي.",
     [("منذ الاثنين 18 مارس", "يوم 18 مارس الماضي")]),
    (STRIKE, "وتخوض النقابة إضرابات متقطعة منذ الاثنين 18 مارس.", "وافتتح جناح جديد للأطفال في 18 مارس الماضي.", []),
    (STRIKE, "وقال المدير سامي نادر (47 عاما) إن الأجور لم تصرف.",
     "ووعد المدير البالغ من العمر أربعين عاما بصرفها.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "a", "b", "told"), LENGTHS, ids=[row[2] for row in LENGTHS])
def test_lengths_and_ages_that_agree(text: str, a: str, b: str, told: list[tuple[str, str]]) -> None:
    check = engine().check((Draft(text.format(a), SUNDAY), Draft(text.format(b), SUNDAY)))
    claims = {claim.id: claim for claim in check.claims}
    found = [
        (claims[one].text, claims[other].text)
        for alignment in check.alignments
        for one, other in [alignment.claims]
        if alignment.relation == "agrees" and min(claims[one].sentence, claims[other].sentence) > 1
        and (claims[one].predicate == "age" or {"duration", "date"} & {claims[one].kind, claims[other].kind})
    ]  # fmt: skip
    assert found == told
