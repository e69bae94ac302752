"""One row a pair of texts: which words are set side by side, and how they stand to each other."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import CheckResult, Draft

DAY, LATER = dt.date(2020, 2, 1), dt.date(2020, 2, 3)
BUS = (
    "مصرع 12 في انقلاب حافلة بالمنيا\n\nلقي 12 شخصا مصرعهم وأصيب 30 آخرون في انقلاب حافلة على الطريق الصحراوي في "
    "المنيا صباح السبت. وقال الدفاع المدني إن الحافلة كانت تقل 45 راكبا."
)
MINYA = (
    "انقلاب حافلة سياح في المنيا\n\nانقلبت حافلة تقل 20 سائحا على الطريق الزراعي في المنيا صباح السبت. وقال الدفاع "
    "المدني إن السائق فقد السيطرة على الحافلة بسبب السرعة الزائدة."
)
BASE = "هجوم على قاعدة في كركوك\n\nقتل جندي في هجوم صاروخي على قاعدة عسكرية في كركوك الجمعة. "
FIRE = (
    "حريق في مصنع نسيج بالمحلة\n\nلقي تسعة عمال مصرعهم في حريق شب في مصنع النيل الحديث للنسيج في المحلة مساء الجمعة."
)
VOTE = (
    "حزب الوئام يتصدر الانتخابات في موريتانيا\n\nتصدر حزب «الوئام» الانتخابات البرلمانية التي جرت في موريتانيا الجمعة، "
    "وفق اللجنة الوطنية."
)
CUP = "الوحدات يحرز كأس الأردن\n\nفاز الوحدات على الفيصلي 3-2 في نهائي كأس الأردن في عمان مساء الجمعة."
QUOTED = "يجب أن تحترم الدول الاتفاق الموقع وأن تكف عن خرقه"


def check(a: str, b: str, date_b: dt.date = DAY) -> CheckResult:
    return engine().check([Draft(a, DAY), Draft(b, date_b)])


def aligned(result: CheckResult) -> set[tuple[str, str, str]]:
    texts = {claim.id: claim.text for claim in result.claims}
    return {(texts[one.claims[0]], texts[one.claims[1]], one.relation) for one in result.alignments}


# what; text A; text B; date of B; words of A, words of B, relation
ROWS = [
    ("equal counts", BUS, BUS, DAY, "30", "30", "agrees"),
    ("more than fifty", BUS.replace("12", "أكثر من 50"), BUS.replace("12", "53"), DAY, "50", "53", "agrees"),
    ("other counts", BUS, BUS.replace("12", "15"), DAY, "12", "15", "contradicts"),
    ("a rising count", BUS, BUS.replace("12", "15"), LATER, "12", "15", "updates"),
    ("a count that its text expects to grow", BUS + " والحصيلة مرشحة للارتفاع.", BUS.replace("12", "15"), DAY, "12",
     "15", "updates"),
    ("a higher count before one that may grow", BUS.replace("12", "15"), BUS + " والحصيلة مرشحة للارتفاع.", DAY, "15",
     "12", "updates"),
    ("less than what was expected to grow", BUS + " والحصيلة مرشحة للارتفاع.", BUS.replace("12", "9"), DAY, "12", "9",
     "contradicts"),
    ("a driver dead or come through", BUS + " ونجا سائق الحافلة.", BUS + " وتوفي سائق الحافلة.", DAY,
     "ونجا سائق الحافلة", "وتوفي سائق الحافلة", "contradicts"),
    ("a falling count", BUS, BUS.replace("12", "9"), LATER, "12", "9", "contradicts"),
    ("a fixed quantity on a later day", BUS, BUS.replace("45", "60"), LATER, "45", "60", "contradicts"),
    ("synonyms", BUS, BUS.replace("راكبا", "مسافرا"), DAY, "45", "45", "agrees"),
    ("nobody yet, then somebody", BASE + "ولم تعلن أي جهة مسؤوليتها عن الهجوم.",
     BASE + "وأعلن تنظيم داعش مسؤوليته عن الهجوم.", LATER, "ولم تعلن أي جهة", "وأعلن تنظيم داعش", "updates"),
    ("nobody, and somebody", BASE + "ولم تعلن أي جهة مسؤوليتها عن الهجوم.",
     BASE + "وأعلن تنظيم داعش مسؤوليته عن الهجوم.", DAY, "ولم تعلن أي جهة", "وأعلن تنظيم داعش", "contradicts"),
    ("nobody until noon, and somebody", BASE + "ولم تعلن أي جهة مسؤوليتها عن الهجوم حتى ظهر السبت.",
     BASE + "وأعلن تنظيم داعش مسؤوليته عن الهجوم.", DAY, "ولم تعلن أي جهة", "وأعلن تنظيم داعش", "updates"),
    ("one owner", BASE + "وتبنى تنظيم داعش الهجوم.", BASE + "وأعلن تنظيم داعش مسؤوليته عن الهجوم.", DAY,
     "وتبنى تنظيم داعش", "وأعلن تنظيم داعش", "agrees"),
    ("a quotation cut short", f"{BASE}وقال مايك بومبيو: «{QUOTED}».",
     f"{BASE}وقال مايك بومبيو: «يجب أن تحترم الدول الاتفاق الموقع».", DAY, QUOTED, "يجب أن تحترم الدول الاتفاق الموقع",
     "agrees"),
    ("a translation", f"{BASE}وقال مايك بومبيو: «{QUOTED}».",
     f"{BASE}وقال مايك بومبيو: «على الدول احترام الاتفاق الموقع والكف عن خرقه».", DAY, QUOTED,
     "على الدول احترام الاتفاق الموقع والكف عن خرقه", "unsure"),
    ("another side of the town", BASE + "ووقع الهجوم شمال مدينة الحويجة.", BASE + "ووقع الهجوم جنوب الحويجة.", DAY,
     "شمال مدينة الحويجة", "جنوب الحويجة", "contradicts"),
    ("a side and a side beside it", BASE + "ووقع الهجوم شمال الحويجة.", BASE + "ووقع الهجوم شمال الحويجة فجرا.", DAY,
     "شمال الحويجة", "شمال الحويجة", "agrees"),
    ("another place in a copy", MINYA, MINYA.replace("المنيا", "أسيوط"), DAY, "المنيا", "أسيوط", "contradicts"),
    ("kilograms and tonnes", BUS + " ونقلت شاحنة 1500 كيلوغرام من الأدوية.",
     BUS + " ونقلت شاحنة 1.5 طن من الأدوية.", DAY, "1500", "1.5", "agrees"),
    ("a name here, what he is there", f"{BUS} وأوقفت الشرطة السائق سامي الجمال (35 عاما).",
     f"{BUS} وقال السائق البالغ من العمر 45 عاما إنه لم ينم.", DAY, "35 عاما", "45 عاما", "contradicts"),
    ("two given names of one chief", f"{BUS} وقال مدير الإسعاف هشام الدسوقي إن الطريق زلق.",
     f"{BUS} وذكر مدير الإسعاف عصام الدسوقي أن الطريق زلق.", DAY, "هشام الدسوقي", "عصام الدسوقي", "contradicts"),
    ("two given names, however alike", f"{BUS} وقال مدير الإسعاف محمد الدسوقي إن الطريق زلق.",
     f"{BUS} وذكر مدير الإسعاف أحمد الدسوقي أن الطريق زلق.", DAY, "محمد الدسوقي", "أحمد الدسوقي", "contradicts"),
    ("a family name with another letter", f"{BUS} وقال مدير الإسعاف محمد الدسوقي إن الطريق زلق.",
     f"{BUS} وذكر مدير الإسعاف محمد الدسوري أن الطريق زلق.", DAY, "محمد الدسوقي", "محمد الدسوري", "unsure"),
    ("two spellings of one name", f"{BUS} وقال مدير الإسعاف ميغيل القادر إن الطريق زلق.",
     f"{BUS} وذكر مدير الإسعاف ميجيل القادر أن الطريق زلق.", DAY, "ميغيل القادر", "ميجيل القادر", "agrees"),
    ("nobody did, and one did", f"{BUS} ولم ينسحب أي مسؤول من الهيئة بعد الحادث، كما قال المدير.",
     f"{BUS} وقال المدير إن انسحاب المسؤول سالم من الهيئة جاءت بعد الحادث.", DAY, "ولم ينسحب", "انسحاب",
     "contradicts"),
    ("two hours of one accident", BUS.replace("صباح السبت", "السبت") + " وانقلبت الحافلة في الساعة التاسعة صباحا.",
     BUS.replace("صباح السبت", "السبت") + " وانقلبت الحافلة في الساعة الحادية عشرة صباحا.", DAY, "الساعة التاسعة صباحا",
     "الساعة الحادية عشرة صباحا", "contradicts"),
    ("everybody aboard", BUS.replace("وقال الدفاع المدني إن الحافلة كانت تقل 45 راكبا.", "وكان على متنها 45 راكبا."),
     BUS.replace("وقال الدفاع المدني إن الحافلة كانت تقل 45 راكبا.", "وذكر شاهد أن على متنها 38 مسافرا."), DAY,
     "45", "38", "contradicts"),
    ("the same digits in another order", BUS + " وبلغت قيمة التعويضات 2.48 مليون جنيه.",
     BUS + " وستدفع الشركة للضحايا 4.28 مليون جنيه.", DAY, "2.48 مليون جنيه", "4.28 مليون جنيه", "contradicts"),
    ("how long it took, said in two ways", FIRE + " وسيطر رجال الإطفاء على الحريق بعد أربع ساعات.",
     FIRE + " واستغرق إخماد الحريق ساعتين.", DAY, "بعد أربع ساعات", "ساعتين", "contradicts"),
    ("whose seats", VOTE + " وحل حزب «العدل» ثانيا بـ24 مقعدا، يليه حزب «الشباب» بأحد عشر مقعدا.",
     VOTE + " ونال حزب «العدل» 29 مقعدا، متقدما على حزب «الشباب».", DAY, "بـ24", "29", "contradicts"),
    ("two heads of bodies in one man", f"{BUS} وقال العميد صالح الربيعي، مدير شرطة المنيا، إن الطريق زلق.",
     f"{BUS} وقال العميد صالح الربيعي، مدير مستشفى المنيا، إن الطريق زلق.", DAY, "صالح الربيعي، مدير شرطة المنيا",
     "صالح الربيعي، مدير مستشفى المنيا", "contradicts"),
    ("brother or son", f"{BUS} وأوقفت الشرطة نبيل زرقون، شقيق السائق، في المستشفى.",
     f"{BUS} وأوقفت الشرطة نبيل زرقون، نجل السائق، في المستشفى.", DAY, "نبيل زرقون، شقيق السائق",
     "نبيل زرقون، نجل السائق", "contradicts"),
    ("clocks of two zones", BUS + " ووقع الحادث عند الساعة 7:00 مساء بتوقيت الكويت.",
     BUS + " ووقع الحادث عند الساعة 16:00 بتوقيت غرينتش.", DAY, "الساعة 7:00 مساء بتوقيت الكويت",
     "الساعة 16:00 بتوقيت غرينتش", "agrees"),
    ("people told by what became of them", BUS + " واستعاد 31 أسيرا حريتهم من خاطفي الحافلة.",
     BUS + " وأفرج الخاطفون عن 31 شخصا من ركاب الحافلة.", DAY, "31", "31", "agrees"),
    ("far above a bound", BUS + " ونقلت الحافلة أكثر من 50 طردا.", BUS + " ونقلت الحافلة 900 طرد.", DAY, "50", "900",
     "unsure"),
    ("two halves", CUP + " وانتهى الشوط الأول بالتعادل 1-1.", CUP + " وأنهى الفيصلي الشوط الأول متقدما 1-0.", DAY,
     "1-1", "1-0", "contradicts"),
    ("a figure of the background, told in other words",
     BUS + " وفي آذار 2018 خلفت كارثة قطار 127 قتيلا في البحيرة، بحسب هيئة السكك.",
     BUS + " وذكرت هيئة السكك بكارثة قطار البحيرة في ربيع 2018 التي أودت بحياة 127 شخصا.", DAY, "127", "127", "agrees"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b", "date_b", "words_a", "words_b", "relation"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_how_two_claims_stand(a: str, b: str, date_b: dt.date, words_a: str, words_b: str, relation: str) -> None:
    assert (words_a, words_b, relation) in aligned(check(a, b, date_b))


# what; text A; text B; words that must not stand side by side, whatever the relation
NEVER = [
    ("dead and injured", BUS, BUS.replace("30 آخرون", "19 آخرون"), "12", "19"),
    ("dead and passengers", BUS, BUS.replace("45", "60"), "12", "60"),
    ("another year's dead", BUS,
     BUS + " ونقل المصابون إلى المستشفى.\n\nوفي عام 2012 قتل 50 شخصا في تصادم قطار بحافلة.", "12", "50"),
    ("a year and a day of it", BUS + " ولا نية لرفع الأجرة هذا العام.", BUS + " وتنحسر الموجة الأحد.", "هذا العام",
     "الأحد"),
    ("one of two drivers", BUS + " ونجا سائق الحافلة الأولى، وتوفي سائق الحافلة الثانية.",
     BUS + " وتوفي سائق الحافلة.", "ونجا سائق الحافلة", "وتوفي سائق الحافلة"),
    ("another party's seats", VOTE + " وحل حزب «العدل» ثانيا بـ24 مقعدا.", VOTE + " ونال حزب «الشباب» 11 مقعدا.",
     "بـ24", "11"),
    ("those still in hospital", BUS, BUS.replace("وأصيب 30 آخرون في", "في") + " ولا يزال 18 جريحا يتلقون العلاج.", "30",
     "18"),
    ("two of one family", BUS + " وقال الشيخ محمد القاسمي إن الطريق زلق.",
     BUS + " وقال الشيخ خالد القاسمي إن السائق مسرع.", "محمد القاسمي", "خالد القاسمي"),
    ("one post in other words", BUS + " وقال محمد علمي، قائد شرطة المنيا، إن الطريق زلق.",
     BUS + " وقال محمد علمي، مدير أمن المنيا، إن الطريق زلق.", "قائد شرطة المنيا", "مدير أمن المنيا"),
    ("brother of one, son of another", BUS + " وأوقفت الشرطة نبيل زرقون، شقيق السائق، في المستشفى.",
     BUS + " وأوقفت الشرطة نبيل زرقون، نجل صاحب الشركة، في المستشفى.", "نبيل زرقون، شقيق السائق",
     "نبيل زرقون، نجل صاحب الشركة"),
    ("two per cents of the same digits", VOTE + " وزادت المشاركة 12 في المئة.", VOTE + " وتراجع الدعم 21 في المئة.",
     "12 في المئة", "21 في المئة"),
    ("two rates of one institute", VOTE + " وبلغت نسبة البطالة في موريتانيا وفق معهد الإحصاء 15 في المئة.",
     VOTE + " وبلغت نسبة النمو في موريتانيا وفق معهد الإحصاء 2 في المئة.", "15 في المئة", "2 في المئة"),
    ("two sums", VOTE + " وبلغت صادرات التمور 1.2 مليون دولار.", VOTE + " وبلغت واردات القمح 2.1 مليون دولار.",
     "1.2 مليون دولار", "2.1 مليون دولار"),
    ("what ends nothing", FIRE + " وتوفي عامل بعد يومين في المستشفى.",
     FIRE + " واستمر علاج العمال في المستشفى أسبوعين.", "بعد يومين", "أسبوعين"),
    ("those told of before", FIRE + " وعاد العمال السبعة إلى بيوتهم.",
     FIRE + " ونقل العمال الخمسة إلى المستشفى.", "السبعة", "الخمسة"),
    ("whoever is quoted", VOTE + " وقال رئيس اللجنة سالم الحداد إن حزب الأمل نال 24 مقعدا.",
     VOTE + " وقال رئيس اللجنة سالم الحداد إن المستقلين نالوا 29 مقعدا.", "24", "29"),
    ("a percentage and a number", VOTE + " وشارك 71.8 في المئة من الناخبين.", VOTE + " ويبلغ عددهم 1785036 ناخبا.",
     "71.8 في المئة", "1785036"),
    ("another attack's dead", BASE, BASE + "ونقل الجرحى إلى المستشفى.\n\nوفي هجوم مماثل في الموصل قتل ستة جنود.",
     "قتل جندي", "ستة"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "words_a", "words_b"), [row[1:] for row in NEVER], ids=[row[0] for row in NEVER])
def test_what_is_never_set_side_by_side(a: str, b: str, words_a: str, words_b: str) -> None:
    assert (words_a, words_b) not in {(one, other) for one, other, _ in aligned(check(a, b))}


def test_every_alignment_gives_its_reasons_in_both_languages() -> None:
    result = check(BUS, BUS.replace("12", "15"))
    sides = {claim.id: claim.article for claim in result.claims}
    assert result.alignments
    for one in result.alignments:
        assert [sides[id] for id in one.claims] == ["a", "b"]
        assert 0 < one.score <= 1
        assert one.why.en.strip()
        assert one.why.ar.strip()
        assert one.steps
        assert one.by == "program"


def test_only_an_update_has_a_later_claim() -> None:
    for one in check(BUS, BUS.replace("12", "15"), LATER).alignments:
        assert (one.late is not None) == (one.relation == "updates")
