"""Measures and counts that two reports of one story give in other words: what contradicts, and what only looks so."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

DAY = dt.date(2024, 5, 5)
RAIN = "سيول في تمنراست\n\nاجتاحت السيول الأحد مدينة تمنراست جنوب الجزائر وقتلت أربعة أشخاص. {}"
TRAIN = "حادث قطار في سطيف\n\nخرج قطار للركاب عن السكة الأحد قرب سطيف في الجزائر وأصيب 14 شخصا. {}"
DAM = "سد الموصل\n\nقال مدير السد رياض عز الدين الأحد إن مخزون سد الموصل ارتفع. {}"
BUDGET = "الحكومة تقر الموازنة\n\nأقرت الحكومة المغربية الأحد مشروع الموازنة لسنة 2025. {}"
FIRE = "حريق مستشفى\n\nلقي 82 شخصا على الأقل حتفهم الأحد في حريق مستشفى ابن الخطيب في بغداد. {}"
SHIP = "غرق عبارة\n\nغرقت عبارة ركاب الأحد قبالة جزيرة سولاويزي الإندونيسية. {}"

# what; text of both; A's sentence; B's sentence; (words of A, words of B) that contradict or update, or None
ROWS: list[tuple[str, str, str, str, tuple[str, str] | None]] = [
    ("rain, by one office", RAIN,
     "وذكرت هيئة الأرصاد أن كمية الأمطار الهاطلة على المنطقة خلال 24 ساعة وصلت إلى 110 ملم.",
     "وبحسب هيئة الأرصاد، شهدت المنطقة في غضون أربع وعشرين ساعة هطول 170 ملم من الأمطار.", ("110", "170")),
    ("rain, by two offices", RAIN, "وذكرت هيئة الأرصاد أن كمية الأمطار وصلت إلى 110 ملم.",
     "وقال رئيس البلدية إن 170 ملم من الأمطار هطلت على الوادي.", None),
    ("a speed and the speed at that moment", TRAIN, "وكان القطار يسير بسرعة 45 كيلومترا في الساعة لحظة الحادث.",
     "وقال المدير إن سرعته بلغت 70 كيلومترا في الساعة.", ("45", "70")),
    ("a speed before and at", TRAIN, "وكان القطار يسير بسرعة 45 كيلومترا في الساعة لحظة الحادث.",
     "وكان القطار يسير بسرعة 70 كيلومترا في الساعة قبل الحادث.", None),
    ("so much water in a second", DAM, "ويبلغ معدل الإطلاقات من السد 350 مترا مكعبا في الثانية.",
     "وقال إن الكمية التي تطلق من السد تصل إلى 530 مترا مكعبا في الثانية.", ("350", "530")),
    ("the height of what is named", DAM, "ويبلغ ارتفاع السد 113 مترا.", "ويبلغ ارتفاع السد 131 مترا.",
     ("113", "131")),
    ("spending in two words, beside another's share", BUDGET,
     "وأضافت الوزيرة أن النفقات الإجمالية ستبلغ 486 مليار درهم.",
     "وقالت الوزيرة إن الإنفاق الكلي سيصل إلى 468 مليار درهم، وإن حصة التعليم ستبلغ 75 مليار درهم.",
     ("486 مليار درهم", "468 مليار درهم")),
    ("a bound of others settles no count", FIRE, "وقالت وزارة الداخلية إن المستشفى كان فيه 120 مريضا.",
     "وقالت وزارة الداخلية إن 150 مريضا كانوا داخل المستشفى.", ("120", "150")),
    ("driven to flight", RAIN, "وأجبرت السيول 1200 شخص على النزوح.", "وبلغ عدد النازحين 2300 شخص.", ("1200", "2300")),
    ("driven to a pact", RAIN, "وأجبرت السيول 1200 شخص على قبول المساعدة.", "وبلغ عدد النازحين 2300 شخص.", None),
    ("upkeep that lasted", SHIP, "وخضعت العبارة العام الماضي لصيانة استمرت سبعة أشهر.",
     "وخضعت العبارة العام الماضي لأعمال صيانة دامت خمسة أشهر.", ("سبعة أشهر", "خمسة أشهر")),
    ("upkeep and search", SHIP, "وخضعت العبارة العام الماضي لصيانة استمرت سبعة أشهر.", "واستمر البحث خمس ساعات.", None),
    ("the age of the driver", TRAIN, "وأكد أن السائق، البالغ من العمر 34 سنة، لم يصب.",
     "وأضاف أن السائق، وعمره 43 عاما، خرج سالما.", ("34 سنة", "43 عاما")),
    ("two people of two ages", TRAIN, "وأكد أن السائق، البالغ من العمر 34 سنة، لم يصب.",
     "وقالت راكبة، وعمرها 43 عاما، إنها سمعت دويا.", None),
]  # fmt: skip


@pytest.mark.parametrize(("story", "a", "b", "told"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_figures_in_other_words(story: str, a: str, b: str, told: tuple[str, str] | None) -> None:
    check = engine().check((Draft(story.format(a), DAY), Draft(story.format(b), DAY)))
    claims = {claim.id: claim for claim in check.claims}
    found = {
        (claims[one].text, claims[other].text) for alignment in check.alignments for one, other in [alignment.claims]
        if alignment.relation in ("contradicts", "updates")
    }  # fmt: skip
    assert found == ({told} if told else set())
