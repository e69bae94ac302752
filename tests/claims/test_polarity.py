"""One row a sentence: whether the word asked for is affirmed, negated or left in doubt there."""

from __future__ import annotations

import pytest

from tests.checks.subjects import engine
from tests.claims.sentences import view_of
from workbench.claims.polarity import negates, polarity_at

# polarity, the word, the sentence
ROWS = [
    ("affirmed", "استقال", "استقال الوزير من منصبه"),
    ("negated", "يستقل", "لم يستقل الوزير من منصبه"),
    ("negated", "يستقيل", "لن يستقيل الوزير من منصبه"),
    ("negated", "يستقيل", "الوزير لا يستقيل تحت الضغط"),
    ("negated", "إصابات", "وقع الانفجار دون وقوع إصابات"),
    ("negated", "إصابات", "وقع الانفجار من دون إصابات"),
    ("negated", "شروط", "وافق الطرفان على الهدنة بلا شروط"),
    ("negated", "مشاركة", "أعلن الاتحاد عدم مشاركة المنتخب"),
    ("negated", "قانوني", "القرار غير قانوني"),
    ("negated", "وافق", "ليس صحيحا أن الحزب وافق"),
    ("affirmed", "يرفض", "لا يزال الوزير يرفض الاستقالة"),
    ("affirmed", "مستمرا", "ما زال البحث مستمرا"),
    ("affirmed", "20", "قتل ما لا يقل عن 20 شخصا"),
    ("affirmed", "رفع", "لا بد من رفع الأسعار"),
    ("affirmed", "أضرار", "لحقت بالمدينة ولا سيما الميناء أضرار"),
    ("affirmed", "رفض", "لا شك أن الحزب رفض العرض"),
    ("affirmed", "74", "أسعار النفط تتراجع دون 74 دولارا"),
    ("affirmed", "40%", "بقيت المشاركة دون 40% في العاصمة"),
    ("uncertain", "استقال", "لم يعرف ما إذا استقال الوزير"),
    ("uncertain", "يشارك", "ولم يتضح ما إذا كان الفريق سيشارك أو يشارك غيره"),
    ("uncertain", "ترفع", "قد ترفع الحكومة الأسعار"),
    ("affirmed", "رفعت", "وكانت الحكومة قد رفعت الأسعار"),
    ("uncertain", "يستقيل", "ربما يستقيل الوزير"),
    ("uncertain", "هجوم", "حذرت السفارة من احتمال هجوم جديد"),
    ("affirmed", "غادر", "لم يحضر الرئيس، غادر نائبه القاعة"),  # a comma stops it
    ("affirmed", "فاز", "لم يلعب قائد الفريق المصاب منذ شهر لكنه فاز"),  # and so does another clause
]


@pytest.mark.parametrize(("expected", "word", "sentence"), ROWS, ids=[row[2] for row in ROWS])
def test_polarity(expected: str, word: str, sentence: str) -> None:
    view = view_of(sentence)
    texts = [token.text for token in view.tokens]
    at = next(at for at, text in enumerate(texts) if word.startswith(text) or text == word)
    assert polarity_at(view, at, engine().knowledge.claim_cues) == expected


# Whether the word negates at all, the word, the sentence.
PARTICLES = [
    (True, "لم", "لم يحضر أحد"),
    (True, "دون", "غادر دون تصريح"),
    (False, "دون", "يتداول الذهب دون 1300 دولار"),
    (False, "لا", "لا يزال البحث جاريا"),
    (False, "غير", "فاز الفريق غير أن مدربه رحل"),
    (False, "لا", "لا"),
]


@pytest.mark.parametrize(("expected", "word", "sentence"), PARTICLES, ids=[row[2] for row in PARTICLES])
def test_words_that_negate(expected: bool, word: str, sentence: str) -> None:
    view = view_of(sentence)
    at = next(at for at, token in enumerate(view.tokens) if token.text == word)
    assert negates(view, at, engine().knowledge.claim_cues) is expected
