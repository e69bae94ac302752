"""Figures that two reports of one story tell in their own words, each once: what they count tells whether they are of
one thing."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import CheckResult, Draft

DAY, NEXT = dt.date(2023, 6, 14), dt.date(2023, 6, 15)
BASE = (
    "غارة على قاعدة الوطية\n\nقتل أربعة جنود في غارة جوية استهدفت فجر الأربعاء قاعدة الوطية الجوية غرب ليبيا. {}",
    "قتلى في قصف قاعدة ليبية\n\nأودى قصف جوي طال قاعدة الوطية الجوية في غرب ليبيا فجر الأربعاء بحياة أربعة جنود. {}",
)
FIRM = (
    "«الواحة للطيران» تشتري طائرات\n\nأعلنت شركة «الواحة للطيران» الأردنية الأربعاء شراء طائرات من شركة إيرباص. {}",
    "صفقة طائرات لشركة أردنية\n\nأبرمت شركة الواحة للطيران الأردنية الأربعاء صفقة لشراء طائرات من إيرباص. {}",
)
JAIL = (
    "تمرد في سجن رومية\n\nاندلع تمرد في سجن رومية قرب بيروت مساء الثلاثاء، وقتل فيه ثلاثة سجناء. {}",
    "قتلى في أعمال شغب بسجن رومية\n\nقتل ثلاثة سجناء في أعمال شغب شهدها سجن رومية قرب بيروت مساء الثلاثاء. {}",
)
FLOOD = (
    "فيضان سد في باتنة\n\nفاضت مياه سد تيمقاد بولاية باتنة شرق الجزائر فجر الأربعاء 14 حزيران 2023. {}",
    "إجلاء سكان قرب سد تيمقاد\n\nفاض سد تيمقاد في ولاية باتنة بالجزائر فجر الأربعاء 14 حزيران 2023. {}",
)
SWAP = (
    "تبادل أسرى في اليمن\n\nتبادلت الحكومة اليمنية والحوثيون الأربعاء أسرى برعاية الصليب الأحمر. {}",
    "اليمن: صفقة تبادل أسرى\n\nجرت الأربعاء عملية تبادل أسرى بين الحكومة اليمنية والحوثيين بإشراف الصليب الأحمر. {}",
)
TEST = (
    "تجربة لقاح في تونس\n\nأعلنت وزارة الصحة التونسية الأربعاء نجاح تجربة لقاح «تونيفاك» ضد السل. {}",
    "لقاح تونسي ضد السل\n\nقال وزير الصحة التونسي الأربعاء إن تجربة لقاح تونيفاك ضد السل نجحت. {}",
)
CANAL = (
    "تصادم سفينتين في قناة السويس\n\nاصطدمت سفينة حاويات بناقلة نفط في قناة السويس صباح الأربعاء. {}",
    "حادث في قناة السويس\n\nأعلنت هيئة قناة السويس الأربعاء تصادم سفينة حاويات بناقلة نفط في القناة. {}",
)

# what; the story; what A and B add; the words held against each other; how they stand (None: not at all)
ROWS = [
    # Whoever did it, counted beside the same deed.
    ("drones", BASE, "وشنت ثلاث طائرات مسيّرة الغارة على القاعدة.", "وكانت خمس طائرات بدون طيار قصفت القاعدة.",
     "ثلاث", "خمس", "contradicts"),
    ("warplanes", BASE, "ونفذت الغارة أربع مقاتلات.", "وشاركت في القصف ست مقاتلات.", "أربع", "ست", "contradicts"),
    ("drones shot down", BASE, "وشنت ثلاث طائرات مسيّرة الغارة على القاعدة.",
     "وأسقط الدفاع الجوي خمس طائرات بدون طيار كانت تحلق قرب القاعدة.", "ثلاث", "خمس", None),
    ("drones of another raid", BASE, "وشنت ثلاث طائرات مسيّرة الغارة على القاعدة.",
     "وكانت خمس طائرات بدون طيار قصفت القاعدة في 3 مارس 2023.", "ثلاث", "خمس", None),
    # Money of one name, whatever event it stands under.
    ("debt", FIRM, "وبلغ صافي الدين 1.4 مليار دولار في نهاية مارس.", "وبلغ صافي الدين 2.4 مليار دولار في نهاية آذار.",
     "1.4 مليار دولار", "2.4 مليار دولار", "contradicts"),
    ("debt of another day", FIRM, "وبلغ صافي الدين 1.4 مليار دولار في نهاية مارس.",
     "وبلغ صافي الدين 2.4 مليار دولار في نهاية 2021.", "1.4 مليار دولار", "2.4 مليار دولار", None),
    ("debt and net debt", FIRM, "وبلغ صافي الدين 1.4 مليار دولار في نهاية مارس.",
     "وبلغ إجمالي الدين 2.4 مليار دولار في نهاية مارس.", "1.4 مليار دولار", "2.4 مليار دولار", None),
    ("dividend", FIRM, "وأقر مجلس الإدارة توزيع 12 قرشا للسهم الواحد في نهاية مارس.",
     "وسيحصل المساهمون على اثني عشر قرشا عن كل سهم.", "12 قرشا", "اثني عشر قرشا", "agrees"),
    ("dividend, another", FIRM, "وأقر مجلس الإدارة توزيع 12 قرشا للسهم الواحد.",
     "وسيحصل المساهمون على خمسة عشر قرشا عن كل سهم.", "12 قرشا", "خمسة عشر قرشا", "contradicts"),
    # How many a place holds, and how many it was built for.
    ("inmates", JAIL, "ويضم السجن 820 نزيلا.", "وكان السجن يؤوي وقت الحادثة 1280 نزيلا.", "820", "1280", "contradicts"),
    ("inmates, in other words", JAIL, "ويقبع في السجن 820 نزيلا.", "ويبلغ عدد نزلاء السجن 1280.", "820", "1280",
     "contradicts"),
    ("inmates and room", JAIL, "ويضم السجن 820 نزيلا.", "وطاقته الاستيعابية لا تتعدى 400 نزيل.", "820", "400", None),
    ("room", JAIL, "ويضم السجن 820 نزيلا، في حين أنه بُني ليستوعب 400 فقط.",
     "وطاقته الاستيعابية لا تتعدى أربعمئة نزيل.", "400", "أربعمئة", "agrees"),
    ("those who fled are not the inmates", JAIL, "ويضم السجن 820 نزيلا.", "وفر من السجن 60 نزيلا.", "820", "60", None),
    ("room of a dam", FLOOD, "وتقدر طاقة استيعاب السد بـ120 مليون متر مكعب.", "وتبلغ سعته 210 ملايين متر مكعب.",
     "بـ120 مليون", "210 ملايين", "contradicts"),
    ("what a dam holds now", FLOOD, "وتقدر طاقة استيعاب السد بـ120 مليون متر مكعب.",
     "وبلغ مخزونه الأربعاء 90 مليون متر مكعب.", "بـ120 مليون", "90 مليون", None),
    ("room of another dam", FLOOD, "وتقدر طاقة استيعاب السد بـ120 مليون متر مكعب.",
     "وتبلغ سعة سد بني هارون المجاور 960 مليون متر مكعب.", "بـ120 مليون", "960 مليون", None),
    # Trips, sites.
    ("flights", SWAP, "وسيّرت اللجنة أربع رحلات جوية بين صنعاء وعدن.", "ونُقل الأسرى على متن ست رحلات بين صنعاء ومأرب.",
     "أربع", "ست", "contradicts"),
    ("flights of another day", SWAP, "وسيّرت اللجنة أربع رحلات جوية بين صنعاء وعدن.",
     "ومن المقرر أن تسير اللجنة الخميس ست رحلات بين صنعاء ومأرب.", "أربع", "ست", None),
    ("hospitals", TEST, "وشملت التجربة 640 متطوعا، موزعين على ستة مستشفيات في العاصمة.",
     "وجرت التجربة في ثمانية مستشفيات جامعية.", "ستة", "ثمانية", "contradicts"),
    ("hospitals of another trial", TEST, "وشملت التجربة 640 متطوعا، موزعين على ستة مستشفيات في العاصمة.",
     "وستوزع الوزارة اللقاح على ثمانية مستشفيات.", "ستة", "ثمانية", None),
    # What stands beside a count that is the same in both.
    ("the other side", SWAP, "وأفرجت الحكومة عن 250 أسيرا، وأفرج الحوثيون عن 68 أسيرا.",
     "وأطلقت الحكومة سراح مئتين وخمسين أسيرا، مقابل 86 أسيرا كانوا لدى الحوثيين.", "68", "86", "contradicts"),
    ("both sides and one", SWAP, "وشملت الصفقة 318 أسيرا، بواقع 250 أفرجت عنهم الحكومة و68 أفرج عنهم الحوثيون.",
     "وأطلقت الحكومة سراح مئتين وخمسين أسيرا، مقابل 86 أسيرا كانوا لدى الحوثيين.", "318", "86", None),
    ("another pair of sides", SWAP, "وأفرجت الحكومة عن 250 أسيرا، وأفرج الحوثيون عن 68 أسيرا.",
     "وسبق أن تبادلا في نيسان 2021 نحو 900 أسير و86 جثة.", "68", "86", None),
    # Where on a road or canal.
    ("by the kilometre", CANAL, "ووقع الحادث قبالة الكيلومتر 114.", "وقال إن الحادث وقع بالكيلو متر 141 ترقيم قناة.",
     "114", "141", "contradicts"),
    ("by the same kilometre", CANAL, "ووقع الحادث عند الكيلو 114.", "ووقع الحادث قبالة الكيلومتر 114.", "114", "114",
     "agrees"),
    ("a kilometre and a length", CANAL, "ووقع الحادث قبالة الكيلومتر 114.", "ويبلغ طول القناة 193 كيلومترا.", "114",
     "193", None),
    ("the kilometre of an earlier one", CANAL, "ووقع الحادث قبالة الكيلومتر 114.",
     "وفي آذار 2021 جنحت سفينة أخرى عند الكيلومتر 151.", "114", "151", None),
    # How long since is not how long.
    ("since and during", FIRM, "وجاء الإعلان بعد ثلاثة أسابيع من تعيين مدير جديد للشركة الأردنية.",
     "ولم تستمر المفاوضات بين الشركة الأردنية وإيرباص أكثر من ثلاثة أشهر.", "ثلاثة أسابيع", "ثلاثة أشهر", None),
    # A rise that is told.
    ("families, risen", FLOOD, "وشرعت الحماية المدنية في إجلاء 340 عائلة.",
     "وارتفع عدد الأسر التي غادرت منازلها إلى 520 عائلة.", "340", "520", "updates"),
    ("families, both by a rise of their own", FLOOD, "وجرى إجلاء 520 عائلة من القرى.", "وجرى إجلاء 340 عائلة من القرى.",
     "520", "340", "contradicts"),
]  # fmt: skip


def check(a: str, b: str) -> CheckResult:
    return engine().check([Draft(a, DAY), Draft(b, DAY)])


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_how_two_figures_stand(row: tuple[str, tuple[str, str], str, str, str, str, str | None]) -> None:
    _, story, tail_a, tail_b, text_a, text_b, relation = row
    result = check(story[0].format(tail_a), story[1].format(tail_b))
    texts = {claim.id: claim.text for claim in result.claims}
    found = {
        one.relation for one in result.alignments
        if text_a in texts[one.claims[0]] and text_b in texts[one.claims[1]] and one.relation != "unsure"
    }  # fmt: skip
    assert found == ({relation} if relation else set())
    if relation is None:
        clashing = {frozenset(texts[id] for id in f.claims) for f in result.findings if f.family == "contradiction"}
        assert not any(text_a in one and text_b in other for pair in clashing if len(pair) == 2
                       for one, other in (tuple(pair), tuple(pair)[::-1]))  # fmt: skip
