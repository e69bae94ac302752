"""One row a pair of texts: whether what the whole articles share makes their main events one."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from tests.claims.sentences import DAY, article
from workbench.alignment.claims import pair_events
from workbench.alignment.stories.one_story import story_evidence

SAID = "«لن نتسامح مع من يعبث بقوت الناس أيا كان موقعه»"
STRIKE = "المعلمون يضربون في نابلس\n\nأغلقت المدارس في نابلس أبوابها السبت. وقال الوزير سامر الخوالدة: {}. "
FIGURES = "وقال المنظمون إن 8350 معلما توقفوا عن العمل في 412 مدرسة. "

# what; text A; text B; whether something is shared
ROWS = [
    ("a quotation", STRIKE.format(SAID), "بيان الوزارة\n\nقال المتحدث: " + SAID + ".", True),
    ("two words of a quotation", STRIKE.format("«لن نتسامح»"), "بيان الوزارة\n\nقال المتحدث: «لن نتسامح».", False),
    ("large figures of one thing", FIGURES, "التحرك\n\nشارك 8350 معلما في التوقف عن العمل.", True),
    ("one figure of two things", FIGURES, "الموسم\n\nباعت الشركة 8350 سيارة.", False),
    ("small figures", "أوقفت الشرطة 3 أشخاص.", "حوادث\n\nأوقفت الشرطة 3 أشخاص.", False),
    ("a person whom no table knows", "وقال قائد الشرطة العقيد سامر الخوالدة إن الحادث وقع ليلا.",
     "حادث\n\nوأوضح العقيد سامر الخوالدة أن التحقيق بدأ.", True),
    ("a person whom everybody names", "وقال الرئيس الفرنسي إيمانويل ماكرون إن بلاده تتابع الأمر.",
     "قمة\n\nوصل الرئيس الفرنسي إيمانويل ماكرون إلى برلين.", False),
    ("another officer", "وقال قائد الشرطة العقيد سامر الخوالدة إن الحادث وقع ليلا.",
     "حادث\n\nوأوضح العقيد زيد الخوالدة أن التحقيق بدأ.", False),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "shared"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_articles_share(a: str, b: str, shared: bool) -> None:
    one, other = article("خبر\n\n" + a), article(b)
    there, back = story_evidence(one, other, engine().knowledge), story_evidence(other, one, engine().knowledge)
    assert there == back
    assert (there > 0) is shared


LANDED = "هبوط اضطراري\n\nقالت الشركة إن الطائرة هبطت {} بسلام. وقال مدير المطار العقيد سامر الخوالدة: {}."


@pytest.mark.parametrize(
    ("said", "other", "day", "one"),
    [
        (SAID, SAID, DAY, True),
        (SAID, "«تابعنا كل ما جرى هذا المساء عن كثب»", DAY + dt.timedelta(3), False),
        (SAID, SAID, DAY + dt.timedelta(20), False),
    ],
    ids=["the same words", "days apart, one person", "weeks apart"],
)
def test_shared_words_settle_what_days_leave_open(said: str, other: str, day: dt.date, one: bool) -> None:
    a = article(LANDED.format("السبت", said))
    b = article("بيان الشركة\n\nأكدت الشركة سلامة ركابها. وصرح العقيد سامر الخوالدة قائلا: " + other + ".", day)
    pairs = pair_events(a, b, engine().knowledge)
    assert any(x.a.main and x.b.main and x.match.verdict == "same" for x in pairs) is one
