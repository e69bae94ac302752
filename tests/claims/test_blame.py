"""One row a sentence: who is held to be behind a deed, by whom; who owns up to it, who denies it; and who does not."""

from __future__ import annotations

import pytest

from tests.claims.sentences import assertions
from workbench.claims.values import Assertion
from workbench.mentions.values import Entity

NOBODY = ""

# sentence; predicate, accuser, who is held responsible, polarity, whether more may come
ROWS: list[tuple[str, str, str, str, str, bool]] = [
    # accusations
    ("اتهمت واشنطن طهران بالوقوف وراء الهجوم على السفينة", "blame", "washington", "tehran", "affirmed", False),
    ("واشنطن تتهم طهران بمهاجمة ناقلتين في خليج عمان", "blame", "washington", "tehran", "affirmed", False),
    ("واتهم الجيش الأميركي كتائب حزب الله بالقصف", "blame", "united-states", "kataib-hezbollah", "affirmed", False),
    ("اتهم الرئيس الفرنسي إيمانويل ماكرون روسيا بتدبير الهجوم", "blame", "fr-president", "russia", "affirmed", False),
    ("اتهمت واشنطن ولندن طهران بالوقوف وراء الهجوم", "blame", "washington", "tehran", "affirmed", False),
    ("قالت واشنطن إنها تتهم إيران بتدبير الهجوم", "blame", "washington", "iran", "affirmed", False),
    ("اتهم ناشطون الجيش السوري بقصف السوق", "blame", "", "الجيش السوري", "affirmed", False),
    ("حملت بغداد تنظيم داعش المسؤولية عن الهجوم", "blame", "baghdad", "isis", "affirmed", False),
    ("وحملت باريس المسؤولية لروسيا عن قصف المستشفى", "blame", "paris", "russia", "affirmed", False),
    ("وجهت السعودية أصابع الاتهام إلى إيران", "blame", "saudi-arabia", "iran", "affirmed", False),
    ("وتوجهت أصابع الاتهام إلى تنظيم داعش", "blame", "", "isis", "affirmed", False),
    ("ألقت السلطات باللوم على حركة الشباب", "blame", "", "al-shabaab", "affirmed", False),
    ("اتهامات واشنطن لطهران بمهاجمة السفينة", "blame", "washington", "tehran", "affirmed", False),
    # nobody accused
    ("لم تتهم واشنطن أي جهة بالوقوف وراء الهجوم", "blame", "washington", NOBODY, "negated", False),
    ("لم تحمل واشنطن أحدا مسؤولية الهجوم", "blame", "washington", NOBODY, "negated", False),
    ("لم يحمل البنتاغون رسميا بعد المسؤولية لأي جهة", "blame", "pentagon", NOBODY, "negated", True),
    ("لم توجه باريس رسميا أصابع الاتهام إلى أي جهة", "blame", "paris", NOBODY, "negated", True),
    # behind it
    ("يقف حزب العمال الكردستاني وراء الهجوم", "blame", "", "pkk", "affirmed", False),
    ("قالت الشرطة إن تنظيم داعش يقف خلف التفجير", "blame", "", "isis", "affirmed", False),
    ("كان تنظيم القاعدة وراء الهجوم على السفارة", "blame", "", "al-qaida", "affirmed", False),
    ("رجحت الشرطة أن يكون تنظيم داعش وراء الهجوم", "blame", "", "isis", "uncertain", False),
    ("تشتبه الشرطة في أن تنظيم داعش وراء التفجير", "blame", "", "isis", "uncertain", False),
    ("هل تقف إيران وراء الهجوم؟", "blame", "", "iran", "uncertain", False),
    ("نفى البنتاغون أن تكون إيران وراء الهجوم", "blame", "", "iran", "negated", False),
    ("نفت واشنطن ضلوع إسرائيل في الهجوم", "blame", "washington", "israel", "negated", False),
    ("ستحمل الولايات المتحدة إيران المسؤولية إذا تكرر", "blame", "united-states", "iran", "uncertain", False),
    # owning up
    ("تبنى تنظيم داعش الهجوم على الكنيسة", "claim-responsibility", "", "isis", "affirmed", False),
    ("وتبنت حركة طالبان الهجوم الذي استهدف القافلة", "claim-responsibility", "", "taliban", "affirmed", False),
    ("وتبنت الهجوم جماعة تسمي نفسها «كتائب النخيل»", "claim-responsibility", "", "كتائب النخيل", "affirmed", False),
    ('وتبنت جماعة تدعى "سرايا الجنوب" عملية الاغتيال', "claim-responsibility", "", "سرايا الجنوب", "affirmed", False),
    ('وأعلنت جماعة تطلق على نفسها اسم "كتائب النصر" مسؤوليتها عن الهجوم', "claim-responsibility", "", "كتائب النصر",
     "affirmed", False),
    ("وتبنت حركة طالبان سلسلة هجمات في كابل", "claim-responsibility", "", "taliban", "affirmed", False),
    ("وتبنت حركة طالبان المرتبطة بتنظيم القاعدة الهجوم", "claim-responsibility", "", "taliban", "affirmed", False),
    ("وكانت حركة طالبان قد تبنت الهجوم", "claim-responsibility", "", "taliban", "affirmed", False),
    ("تبنى تنظيم القاعدة مسؤولية الهجوم", "claim-responsibility", "", "al-qaida", "affirmed", False),
    ("أعلنت حركة طالبان مسؤوليتها عن الهجوم", "claim-responsibility", "", "taliban", "affirmed", False),
    ("وأقرت إسرائيل بمسؤوليتها عن الضربة", "claim-responsibility", "", "israel", "affirmed", False),
    ("أعلن متحدث باسم حركة الشباب مسؤوليتها عن الهجوم", "claim-responsibility", "", "al-shabaab", "affirmed", False),
    # past what stands between commas
    ("وأعلنت حركة طالبان، في بيان على تلغرام، مسؤوليتها عن الهجوم", "claim-responsibility", "", "taliban", "affirmed",
     False),
    ("نفت حركة طالبان، الأربعاء، مسؤوليتها عن الهجوم", "claim-responsibility", "", "taliban", "negated", False),
    ("ونفت حركة طالبان، في بيان نشر الأربعاء، أي صلة لها بالهجوم", "claim-responsibility", "", "taliban", "negated",
     False),
    ("ونفت حركة طالبان، في بيان، أن تكون مسؤولة عن الهجوم", "claim-responsibility", "", "taliban", "negated", False),
    # nobody owns up
    ("لم تعلن أي جهة مسؤوليتها عن الهجوم", "claim-responsibility", "", NOBODY, "negated", False),
    ("ولم تتبن أي جهة الهجوم حتى الآن", "claim-responsibility", "", NOBODY, "negated", True),
    ("ولم تتبن الهجوم أي جهة", "claim-responsibility", "", NOBODY, "negated", False),
    ("ولم يعلن أحد مسؤوليته عن التفجير حتى الساعة", "claim-responsibility", "", NOBODY, "negated", True),
    # denials
    ("نفت حركة طالبان مسؤوليتها عن الهجوم", "claim-responsibility", "", "taliban", "negated", False),
    ("نفت إيران ضلوعها في الهجوم على المنشأة النفطية", "claim-responsibility", "", "iran", "negated", False),
    ("تنفي طهران أي علاقة لها بالهجوم", "claim-responsibility", "", "tehran", "negated", False),
    ("طهران تنفي اتهام واشنطن لها بمهاجمة الناقلتين", "claim-responsibility", "", "tehran", "negated", False),
    ("لم تعلن حركة الشباب مسؤوليتها عن الهجوم", "claim-responsibility", "", "al-shabaab", "negated", False),
]  # fmt: skip

# Sentences in which nobody is held responsible for a deed, though their words are near it.
NONE = [
    'وتبنت الهجوم حركة الشباب التي تسمي جناحها الإعلامي "الأندلس"',
    "وتبنى المجلس قانون تنفيذ العقوبات",
    "وتبنت الحكومة مبادرة \"كتائب البناء\" لإعمار ما دمره الهجوم",
    "تبنى مجلس الأمن قرارا يدين الهجوم",
    "تبنى البرلمان قانونا جديدا للانتخابات",
    "تتحمل الحكومة مسؤولية توفير الخدمات في بغداد",
    "تولى محمد علي مسؤولية تدريب الفريق",
    "أعلنت تركيا مسؤوليتها عن صيانة الجسر",
    "حملت طائرة عراقية مساعدات إلى سوريا",
    "حمل الطلاب حقائبهم في بغداد",
    "يقف الجيش العراقي خلف السور",
    "واتهمته واشنطن بتهريب السلاح",
    "كما أكد أن الولايات المتحدة سترد على المسؤولين عن الهجوم",
    "ولم تتضح هوية الجهة التي تقف وراء الهجوم",
    "ما الدافع وراء الهجوم في لندن",
    "اتهمت النيابة المدير باختلاس أموال",
    "قتل جنديان في هجوم قرب بغداد",
    "ونفت إيران، في بيان، توسيع علاقتها بالحوثيين بعد الهجوم",
    "وأعلنت إيران الأربعاء، بعد ساعات من الهجوم، توسيع علاقتها مع العراق",
    "نفت حركة طالبان، الأربعاء، اتهامات كابل، ونددت بمشاركتها في المحادثات بعد الهجوم",
]


def held(assertion: Assertion) -> str:
    assert isinstance(assertion.value, Entity)
    return assertion.value.id or assertion.value.name


@pytest.mark.parametrize(
    ("sentence", "predicate", "accuser", "accused", "polarity", "hedge"), ROWS, ids=[row[0] for row in ROWS]
)
def test_who_is_held_responsible(
    sentence: str, predicate: str, accuser: str, accused: str, polarity: str, hedge: bool
) -> None:
    found = [(one.predicate, one.of, held(one), one.polarity, one.hedge) for one in assertions(sentence, "actor")]
    assert found == [(predicate, accuser, accused, polarity, hedge)]


@pytest.mark.parametrize("sentence", NONE)
def test_nobody_is_held_responsible(sentence: str) -> None:
    assert assertions(sentence, "actor") == []


def test_the_span_covers_the_verb_and_the_parties() -> None:
    sentence = "وفي الليل اتهمت واشنطن طهران بالوقوف وراء الهجوم"
    (found,) = assertions(sentence, "actor")
    assert sentence[found.span.start : found.span.end] == "اتهمت واشنطن طهران"
