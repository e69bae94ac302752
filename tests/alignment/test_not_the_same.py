"""One row a case: words by which a length, a count, a result or a name is not what the other report gives; and the like
that contradicts."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

DAY = dt.date(2021, 3, 14)
FALL = "باريس، 14 آذار/مارس 2021 - بات لفرنسا منذ مساء السبت حكومة جديدة من 35 وزيرا يقودها فرنسوا بايرو، {}."
BLASTS = "تفجيران في بغداد\n\nبغداد، 14 آذار/مارس 2021 - قتل 132 شخصا في تفجيرين هزا بغداد الأحد بسيارتين مفخختين. "
LAUNCH = (
    "إطلاق صاروخ إلى محطة الفضاء\n\nكاب كانافيرال، 14 آذار/مارس 2021 - أطلقت الأحد شركة سبايس إكس صاروخا "
    "وزنه 549 طنا. "
)
CUP = "شباب الشاطئ يفوز على نجمة الوادي\n\nبيروت، 14 آذار/مارس 2021 - حضر 4200 متفرج الأحد ذهاب نصف نهائي كأس لبنان. "
OIL = "أوبك تخفض إنتاجها\n\nفيينا، 14 آذار/مارس 2021 - اتفقت أوبك الأحد على سقف قدره 32,5 مليون برميل يوميا. "

# name; what both begin with; how each goes on; whether they contradict each other
ROWS = [
    ("since the fall, and how long it lasted", FALL.format("بعد نحو ثلاثة أسابيع من سقوط حكومة ميشال بارنييه"), "",
     FALL.format("خلفا لحكومة ميشال بارنييه التي لم تعمر أكثر من ثلاثة أشهر"), False),
    ("since the fall, twice", FALL.format("بعد نحو ثلاثة أسابيع من سقوط حكومة ميشال بارنييه"), "",
     FALL.format("بعد نحو ثلاثة أشهر من سقوط حكومة ميشال بارنييه"), True),
    ("one or two minutes", BLASTS, "وفصلت بين التفجيرين دقيقة واحدة.", "ووقع التفجيران بفارق دقيقة أو دقيقتين.", False),
    ("two of several countries", LAUNCH, "ويحمل الصاروخ أربعة رواد.",
     "ويحمل الصاروخ رائدين أميركيين وآخر روسيا ورابعا إماراتيا.",
     False),
    ("two in all", LAUNCH, "ويحمل الصاروخ أربعة رواد.", "ويحمل الصاروخ رائدين.", True),
    ("what would suffice", CUP, "وفاز شباب الشاطئ 2-1.",
     "ويكفي نجمة الوادي الفوز بهدف نظيف على أرضه لبلوغ النهائي.", False),
    ("of another match", CUP, "وفاز شباب الشاطئ 2-1.",
     "وفي المباراة الثانية من الدور نفسه تعادل الميناء مع الواحة 0-0.", False),
    ("what they had played before", CUP, "وفاز شباب الشاطئ 2-1.",
     "وسبق للفريقين أن التقيا في بيروت قبل عامين وفاز صاحب الأرض (3-0).", False),
    ("of the match", CUP, "وفاز شباب الشاطئ 2-1.", "وفاز شباب الشاطئ على نجمة الوادي 3-0.", True),
    ("a name with the father's", OIL, "وأعلن القرار وزير الطاقة القطري محمد السادة.",
     "وقال وزير الطاقة القطري محمد بن صالح السادة، إن القرار نهائي.", False),
    ("another name", OIL, "وأعلن القرار وزير الطاقة القطري محمد السادة.",
     "وقال وزير الطاقة القطري محمد البدران إن القرار نهائي.",
     True),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "a", "b", "rings"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_words_that_make_it_another(lead: str, a: str, b: str, rings: bool) -> None:
    found = engine().check([Draft(lead + a, DAY), Draft(b if b.startswith(lead[:8]) else lead + b, DAY)]).findings
    assert any(one.family == "contradiction" for one in found) is rings


FAIR = (
    "حاكم الشارقة يفتتح معرض الكتاب\n\nالشارقة، 1 تشرين الثاني/نوفمبر {} - افتتح الشيخ سلطان بن محمد القاسمي "
    "معرض الشارقة "
    "الدولي للكتاب في مركز إكسبو الأربعاء. ويشارك في المعرض {} ناشرا، وتنظمه هيئة الشارقة للكتاب في 12 يوما."
)


@pytest.mark.parametrize(("year", "rings"), [(2017, False), (2023, True)])
def test_fairs_of_two_years_are_two(year: int, rings: bool) -> None:
    other = Draft(FAIR.format(year, 1650), dt.date(year, 11, 1))
    drafts = [Draft(FAIR.format(2023, 2033), dt.date(2023, 11, 1)), other]
    found = [one for one in engine().check(drafts).findings if one.family == "contradiction" and one.scope == "across"]
    assert bool(found) is rings


def test_one_sentence_has_one_speaker() -> None:
    said = 'ويتذكر العقيد المتقاعد حسن الجبوري تلك الأيام قائلا: "كنت في التاسعة عشرة يوم اندلعت الحرب".'
    before = "وقال الأمين العام للأمم المتحدة خافيير بيريز دي كوييار حينها إن المنظمة تتابع الحرب. "
    title = "ذكرى الحرب\n\nبغداد، 14 آذار/مارس 2021 - أحيا العراقيون الأحد ذكرى الحرب.\n\n"
    drafts = [Draft(title + said, DAY), Draft(title + before + "\n\n" + said, DAY)]
    assert not [one for one in engine().check(drafts).findings if one.kind == "attribution"]
