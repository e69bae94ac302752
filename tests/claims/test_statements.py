"""One row a sentence: what it says happened, did not happen, or is only said to."""

from __future__ import annotations

import pytest

from tests.claims.sentences import assertions

# sentence; concepts affirmed, negated, in doubt that must be among its statements with that polarity
ROWS: list[tuple[str, str, str, str]] = [
    # plain
    ("استقال الوزير من منصبه", "resign", "", ""),
    ("استقالة وزير المالية", "resign", "", ""),
    ("رفعت الحكومة أسعار الوقود", "raise", "", ""),
    # particles
    ("لم يحضر الوزير الجلسة", "", "attend", ""),
    ("المنتخب لن يشارك في البطولة", "", "participate", ""),
    ("عدم مشاركة المنتخب في البطولة", "", "participate", ""),
    ("مشاركة المنتخب في البطولة", "participate", "", ""),
    ("انتهت الجلسة دون انتخاب رئيس", "end", "elect", ""),
    ("بدأت المحكمة محاكمة الرئيس ولم تحضر زوجته", "put-on-trial", "attend", ""),
    ("لا يزال الوزير يرفض الاستقالة", "reject", "resign", ""),
    # operators that negate what they govern
    ("رفض الوزير الاستقالة من منصبه", "reject", "resign", ""),
    ("نفى الوزير استقالته من الحكومة", "deny", "resign", ""),
    ("نفى الوزير دعوة ''جمعة'' لقتل المتظاهرين", "deny", "", "kill"),
    ("كذبت الوزارة أنباء إغلاق المدارس", "deny", "close", ""),
    ("ألغت الحكومة قرار رفع الأسعار", "cancel", "raise", ""),
    ("فشل الفريق في التأهل", "fail", "qualify", ""),
    ("عجز البرلمان عن انتخاب رئيس", "be-unable", "elect", ""),
    ("امتنعت روسيا عن التصويت", "abstain", "vote", ""),
    ("حظر استيراد القمح", "ban", "import", ""),
    ("استبعد الوزير رفع الأسعار", "rule-out", "raise", ""),
    # negation that passes through
    ("لم يتوصل الطرفان إلى اتفاق", "", "agree", ""),
    ("انتهت المحادثات دون التوصل إلى اتفاق", "end", "agree", ""),
    ("لن تتمكن الشركة من تسليم الطائرات", "", "hand-over", ""),
    ("المغتربون لا يستطيعون المشاركة في الانتخابات", "", "participate", ""),
    ("لم تبدأ المحكمة محاكمة الرئيس", "", "put-on-trial", ""),
    ("تمكنت الشركة من تسليم الطائرات", "hand-over", "", ""),
    # a denial denied
    ("لم يرفض البرلمان الاتفاق", "", "reject", "agree"),
    ("الحكومة لا تعتزم رفع أسعار الوقود", "", "intend", "raise"),
    # what is only said, asked, tried, feared
    ("اتهمت المعارضة الحكومة بتزوير الانتخابات", "accuse", "", "forge"),
    ("دعا الحزب إلى مقاطعة الانتخابات", "", "", "boycott"),
    ("هدد الاتحاد بمقاطعة الانتخابات", "", "", "boycott"),
    ("مخاوف من إغلاق المدارس", "", "", "close"),
    ("دعوات إلى مقاطعة الانتخابات", "", "", "boycott"),
    ("حاول الجنود اقتحام المبنى", "try-attempt", "", "storming"),
    ("تدرس الحكومة رفع الأسعار", "study", "", "raise"),
    ("عارضت الكتلة رفع الأسعار", "oppose", "", "raise"),
    ("تأجيل محاكمة الرئيس السابق", "postpone", "", "put-on-trial"),
    ("قد ترفع الحكومة الأسعار", "", "", "raise"),
    ("وكانت الحكومة قد رفعت الأسعار", "raise", "", ""),
    ("ربما يستقيل الوزير", "", "", "resign"),
    # questions, and what takes back a whole sentence
    ("هل رفعت الحكومة أسعار الوقود؟", "", "", "raise"),
    ("أنباء استقالة الوزير غير صحيحة", "", "", "resign"),
    ("لا صحة لما يتردد عن استقالة الوزير", "", "", "resign"),
    ("شائعات عن استقالة الوزير", "", "", "resign"),
    # below a figure negates nothing
    ("أسعار النفط تتراجع دون 74 دولارا", "retreat", "", ""),
    # at its highest, at its lowest
    ("الدولار قرب أعلى مستوى في ثلاثة أشهر", "higher", "", ""),
    ("الدولار قرب أدنى مستوى في ثلاثة أشهر", "lowest", "", ""),
]  # fmt: skip

# sentence; concepts that are no statement of it
NONE = [
    ("الذهب يرتفع من أدنى مستوى في شهر", "lowest"),
    ("وقال المدير إن العمل مستمر", "say"),
    ("صدر البيان في بغداد", "be"),
    ("وصل أمين إلى المدينة", "secure"),
    ("تمكن البرلمان من انتخاب رئيس", "manage"),
    ("قال الوزير: «لا يجب أن نلغي الاتفاق الموقع مع الشركة»", "cancel"),
]


@pytest.mark.parametrize(("sentence", "affirmed", "negated", "doubtful"), ROWS, ids=[row[0] for row in ROWS])
def test_what_is_said_to_be_so(sentence: str, affirmed: str, negated: str, doubtful: str) -> None:
    found = {one.predicate: one.polarity for one in assertions(sentence, "statement")}
    wanted = {
        **{concept: "affirmed" for concept in affirmed.split("|") if concept},
        **{concept: "negated" for concept in negated.split("|") if concept},
        **{concept: "uncertain" for concept in doubtful.split("|") if concept},
    }
    assert {concept: found.get(concept) for concept in wanted} == wanted


@pytest.mark.parametrize(("sentence", "concept"), NONE, ids=[row[0] for row in NONE])
def test_what_is_no_statement(sentence: str, concept: str) -> None:
    assert concept not in {one.predicate for one in assertions(sentence, "statement")}


# sentence; predicate; concepts that its subject holds, that it must not hold
SUBJECTS = [
    ("الخام الأميركي يهبط وعلاوة برنت ترتفع", "touch-down", "crude", "rise"),
    ("رفض الوزير الاستقالة من منصبه", "resign", "minister", ""),
    ("ارتفاع احتياطي العملة في يونيو", "rise", "currency", ""),
    ("أسعار النفط تتراجع", "retreat", "oil", ""),
    # two sides
    ("فاز الهلال على النصر", "win", "crescent", "نصر"),
    ("الهلال يفوز على النصر", "win", "crescent", "نصر"),
    ("خسر النصر أمام الهلال", "lose-game", "نصر", "crescent"),
]


@pytest.mark.parametrize(("sentence", "predicate", "inside", "outside"), SUBJECTS, ids=[row[0] for row in SUBJECTS])
def test_of_what_it_is_said(sentence: str, predicate: str, inside: str, outside: str) -> None:
    (found,) = [one for one in assertions(sentence, "statement") if one.predicate == predicate]
    subject = found.of.split("|")
    assert inside in subject
    assert not outside or outside not in subject


def test_the_span_begins_with_the_word_that_negates() -> None:
    sentence = "وقال إن المنتخب لن يشارك في البطولة"
    (found,) = [one for one in assertions(sentence, "statement") if one.predicate == "participate"]
    assert sentence[found.span.start : found.span.end] == "لن يشارك"


def test_a_sentence_of_eighty_words_and_more_says_too_much() -> None:
    assert assertions("استقال الوزير " * 41, "statement") == []
