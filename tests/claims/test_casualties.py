"""One row a wording: what a sentence says of the dead, the injured, the missing."""

from __future__ import annotations

import pytest

from tests.claims.sentences import read
from workbench.claims.people.casualties import casualty_assertions
from workbench.claims.values import Assertion
from workbench.claims.view import view_sentence
from workbench.knowledge.base import Knowledge, load_knowledge
from workbench.mentions.reading import read_sentence
from workbench.mentions.values import Amount
from workbench.resources import resource_folder

# sentence; then (state, low, high, role) for each count in order
ROWS: list[tuple[str, list[tuple[str, float | None, float | None, str]]]] = [
    ("مقتل 12 شخصا في انقلاب حافلة", [("killed", 12, 12, "whole")]),
    # nobody, told before the verb; a part of a sort, one of two, somebody known are not nobody
    ("وأكد أن أحدا لم يصب بأذى", [("injured", 0, 0, "whole")]),
    ("وقال إن أحدا من الركاب لم يصب", [("injured", 0, 0, "whole")]),
    ("وأكد أن أيا من العمال لم يقتل", [("killed", 0, 0, "whole")]),
    ("وقال إن أحدا لم يعتقل", [("arrested", 0, 0, "whole")]),
    ("وأكد أن أيا من النزلاء الأجانب لم يصب بأذى", []),
    ("وقال إن أحدا لم يعلن مسؤوليته", []),
    ("وقال إن الحارس لم يصب", []),
    ("وقتل أحدهما ولم يصب الآخر", []),
    ("وقال إن أحد الجنديين لم يصب", []),
    ("ولم يحضر أحد ولم يصب الحارس", []),
    ("مقتل شخصين وإصابة ثلاثة في حريق", [("killed", 2, 2, "whole"), ("injured", 3, 3, "whole")]),
    # what rises goes before whatever is told of the event
    ("ارتفع عدد المصابين في الزلزال الذي ضرب مدينة ياسوج الإيرانية مساء الأربعاء إلى 128 شخصا",
     [("injured", 128, 128, "whole")]),
    ("ارتفعت حصيلة قتلى الانفجار الذي هز مرفأ بيروت مساء الثلاثاء إلى 154", [("killed", 154, 154, "whole")]),
    ("وارتفاع عدد الجرحى جراء القصف الذي استهدف سوقا شعبية في المدينة الأحد إلى أكثر من ستين",
     [("injured", 60, None, "whole")]),
    ("ارتفاع عدد الوفيات بالفيروس في البلاد منذ بدء التفشي في آذار إلى 1240 حالة", [("killed", 1240, 1240, "whole")]),
    ("وصل عدد المفقودين بعد غرق العبارة قبالة سواحل الجزيرة إلى سبعين", [("missing", 70, 70, "whole")]),
    ("وزاد عدد القتلى الذين سقطوا منذ بداية العام في حوادث السير على الطريق إلى 310",
     [("killed", 310, 310, "whole")]),
    ("ارتفع عدد القتلى في الهجوم، ونقل الجرحى إلى 3 مستشفيات", []),
    ("ارتفع عدد المصابين الذين نقلوا من القرى المنكوبة إلى 12 مستشفى ميدانيا", []),
    ("ارتفع عدد القتلى في الهجوم، وارتفع سعر الخبز إلى 128", []),
    ("وبين الناجين ست وستون من مواطني دول أفريقيا", [("rescued", 66, 66, "part")]),
    ("قتل شخص في صدامات بين المتظاهرين ورجال الأمن", [("killed", 1, 1, "whole")]),
    ("قضى شخصان في الإعصار", [("killed", 2, 2, "whole")]),
    ("4 أشخاص فارقوا الحياة في الحريق", [("killed", 4, 4, "whole")]),
    ("مقتل 12 جنديا من وحدة خاصة في هجوم", [("killed", 12, 12, "whole")]),
    ("إصابة 12 في قسم الشرطة", [("injured", 12, 12, "whole")]),
    ("وأحصى المركز وحده 19 مصابا", [("injured", 19, 19, "part")]),
    ("ولا يزال 18 جريحا يتلقون العلاج", [("injured", 18, 18, "part")]),
    ("وكان في المصنع مئتا عامل", []),
    ("ويزيد عدد المشاركين عن ألف ومئتين", []),
    ("مصرع 4 وإصابة 13 في تصادم", [("killed", 4, 4, "whole"), ("injured", 13, 13, "whole")]),
    ("تلقت الشرطة بلاغا بمصرع وإصابة 9 أشخاص", [("casualty", 9, 9, "whole")]),
    ("مقتل وجرح 40 مدنيا في القصف", [("casualty", 40, 40, "whole")]),
    ("خمسة جنود قتلوا وأصيب ثلاثة وعشرون آخرون", [("killed", 5, 5, "whole"), ("injured", 23, 23, "whole")]),
    ("قتل سائق في صدامات جرت بين 300 متظاهر", [("killed", 1, 1, "whole")]),
    ("لقي سبعة أشخاص مصرعهم وأصيب 13 آخرون بجروح", [("killed", 7, 7, "whole"), ("injured", 13, 13, "whole")]),
    ("قُتل 15 شخصا على الأقل في انفجار", [("killed", 15, None, "whole")]),
    ("أسفر الهجوم عن مقتل أكثر من 50 مدنيا", [("killed", 50, None, "whole")]),
    ("أودى الزلزال بحياة 25 شخصا", [("killed", 25, 25, "whole")]),
    ("ارتفعت حصيلة القتلى إلى 28 قتيلا", [("killed", 28, 28, "whole")]),
    ("بلغ عدد القتلى 37 وعدد الجرحى 100", [("killed", 37, 37, "whole"), ("injured", 100, 100, "whole")]),
    ("إن اثني عشر شخصا قتلوا عندما انقلبت الحافلة", [("killed", 12, 12, "whole")]),
    ("سقط 8 جرحى في الاشتباك", [("injured", 8, 8, "whole")]),
    ("مقتل خمسة جنود وثلاثة مدنيين في كمين", [("killed", 5, 5, "whole"), ("killed", 3, 3, "addend")]),
    ("قتل 12 شخصا بينهم أربعة أطفال", [("killed", 12, 12, "whole"), ("killed", 4, 4, "part")]),
    (
        "قتل 12 شخصا، بينهم سبعة رجال وأربع نساء",
        [("killed", 12, 12, "whole"), ("killed", 7, 7, "part"), ("killed", 4, 4, "part")],
    ),
    ("ستة من الجرحى حالتهم حرجة", [("injured", 6, 6, "part")]),
    ("ارتفع عدد القتلى إلى 19 شخصا، بعدما كان 14 أمس", [("killed", 19, 19, "whole"), ("killed", 14, 14, "earlier")]),
    ("ارتفعت الحصيلة إلى 28 قتيلا بعد أن كانت 17", [("killed", 28, 28, "whole"), ("killed", 17, 17, "earlier")]),
    (
        "قتل 28 شخصا، وكانت حصيلة سابقة أشارت إلى 17 قتيلا",
        [("killed", 28, 28, "whole"), ("killed", 17, 17, "earlier")],
    ),
    ("ارتفع عدد القتلى من 14 إلى 19 قتيلا", [("killed", 14, 14, "earlier"), ("killed", 19, 19, "whole")]),
    ("وبعدما كان عدد القتلى 14 ارتفع أمس", [("killed", 14, 14, "earlier")]),
    ("قتل 14 شخصا وفق حصيلة سابقة", [("killed", 14, 14, "earlier")]),
    ("نقل 14 جريحا من المدينة إلى العاصمة", [("injured", 14, 14, "whole")]),
    ("توفي اثنان من المصابين في المستشفى", [("killed", 2, 2, "part")]),
    ("قتل شرطي وأصيب آخر", [("killed", 1, 1, "whole"), ("injured", 1, 1, "whole")]),
    ("أن شخصين اثنين لا يزالان مفقودين", [("missing", 2, 2, "whole")]),
    ("وبأن خمسة أشخاص ما زالوا في عداد المفقودين", [("missing", 5, 5, "whole")]),
    ("وما زال خمسة أشخاص في عداد المفقودين", [("missing", 5, 5, "whole")]),
    ("خمسة عمال لا يزالون مفقودين", [("missing", 5, 5, "whole")]),
    ("لم يعد هناك مفقودون", [("missing", 0, 0, "whole")]),
    ("نقل خمسة جنود في سيارة القتلى", []),
    ("أطلق سراح آخر الرهائن", []),
    ("طائرة من طراز إف 16 لم تصب أي منها بضرر", []),
    ("لم تصب أي من طائرات سو 35 وأصيب 4", [("injured", 4, 4, "whole")]),
    ("مقتل جندي في هجوم", [("killed", 1, 1, "whole")]),
    ("مقتل جنود في هجوم", [("killed", 2, None, "whole")]),
    ("لم يقتل أي جندي في الضربة", [("killed", 0, 0, "whole")]),
    ("وقع الانفجار دون وقوع إصابات", [("casualty", 0, 0, "whole")]),
    ("اعتقلت الشرطة 20 متظاهرا", [("arrested", 20, 20, "whole")]),
    ("نزوح ثلاثة آلاف شخص من القرى", [("displaced", 3000, 3000, "whole")]),
    ("ولا يزال 9 مفقودين تحت الأنقاض", [("missing", 9, 9, "whole")]),
    ("تسجيل 1240 إصابة بالكوليرا و18 وفاة", [("infected", 1240, 1240, "whole"), ("killed", 18, 18, "whole")]),
    ("كانت الحافلة تقل 45 راكبا", []),
    ("وكان على متن المركب 65 مهاجرا", []),
    ("استمرت المحادثات ثلاث ساعات", []),
    ("أصاب صاروخ منشأة تخزين", []),
    ("وقعت خمس دول الاتفاق", []),
]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(resource_folder())


def counted(sentence: str, knowledge: Knowledge) -> list[Assertion]:
    return list(casualty_assertions(view_sentence(read_sentence(sentence, knowledge), knowledge, {}, str), knowledge))


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_counts(
    sentence: str, expected: list[tuple[str, float | None, float | None, str]], knowledge: Knowledge
) -> None:
    found = []
    for assertion in counted(sentence, knowledge):
        assert isinstance(assertion.value, Amount)
        assert 0 <= assertion.span.start < assertion.span.end <= len(sentence)
        found.append((assertion.state, assertion.value.low, assertion.value.high, assertion.role))
    assert found == expected


def test_whom_is_counted(knowledge: Knowledge) -> None:
    assert [assertion.of for assertion in counted("مقتل خمسة جنود وثلاثة مدنيين", knowledge)] == ["soldier", "civilian"]
    assert [assertion.of for assertion in counted("مقتل 4 أقباط", knowledge)] == ["coptic"]


# A sentence, and whether it expects a toll to grow.
GROWTH: list[tuple[str, bool]] = [
    ("والحصيلة مرشحة للارتفاع.", True),
    ("وقد يرتفع عدد القتلى.", True),
    ("وتوقع المسؤول ارتفاع حصيلة الضحايا.", True),
    ("ويتوقع أن تزداد أعداد المصابين.", True),
    ("وقد ارتفع عدد القتلى إلى 12.", False),
    ("وتوقع الوزير ارتفاع أسعار القمح.", False),
    ("وتوفي اثنان من الجرحى.", False),
]


@pytest.mark.parametrize(("text", "grows"), GROWTH, ids=[row[0] for row in GROWTH])
def test_a_toll_that_may_grow(text: str, grows: bool) -> None:
    assert read(text).may_rise is grows
