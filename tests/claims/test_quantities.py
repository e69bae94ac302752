"""One row a sentence: what is counted or measured, how much, and what the text says of the figure itself."""

from __future__ import annotations

import pytest

from tests.claims.sentences import assertions
from workbench.mentions.values import Amount

# sentence; (what is counted, low, high, role) for each figure in order
COUNTS: list[tuple[str, list[tuple[str, float | None, float | None, str]]]] = [
    ("كانت الحافلة تقل 45 راكبا", [("passenger", 45, 45, "whole")]),
    ("أطلقت القوات 30 صاروخا على القاعدة", [("rocket", 30, 30, "whole")]),
    ("شارك في المؤتمر 22 دولة", [("state", 22, 22, "whole")]),
    ("صوت 110 نواب لصالح القانون", [("deputy", 110, 110, "whole")]),
    ("حصل الحزب على 52 مقعدا", [("seat", 52, 52, "whole")]),
    ("وصلت ست شاحنات محملة بالأدوية", [("truck", 6, 6, "whole")]),
    ("بلغ عدد الركاب 45", [("passenger", 45, 45, "whole")]),
    ("بلغ عدد الناخبين 3 ملايين", [("voter", 3_000_000, 3_000_000, "whole")]),
    ("أكثر من 50 مصنعا أغلقت", [("factory", 50, None, "whole")]),
    ("ما بين 50 و60 منزلا", [("house", 50, 60, "whole")]),
    ("وصلت شاحنتان إلى المعبر", [("truck", 2, 2, "whole")]),
    # parts of a whole
    ("دمر الفيضان 120 منزلا بينها 30 منزلا طينيا", [("house", 120, 120, "whole"), ("house", 30, 30, "part")]),
    ("شاركت 22 دولة من بينها 5 دول أوروبية", [("state", 22, 22, "whole"), ("state", 5, 5, "part")]),
    # measures, shares, money: what they measure
    ("ارتفعت الأسعار بنسبة 12%", [("price", 12, 12, "whole")]),
    ("تراجع التضخم إلى 4.5% في يناير", [("inflation", 4.5, 4.5, "whole")]),
    ("بلغت قوة الزلزال 6.4 درجات", [("earthquake", 6.4, 6.4, "whole")]),
    ("غرامة قدرها 50 ألف دولار", [("fine", 50_000, 50_000, "whole")]),
    ("سجل النفط 74 دولارا للبرميل", [("oil", 74, 74, "whole")]),
    ("نقلت الشاحنات 30 ألف طن من القمح", [("wheat", 30_000, 30_000, "whole")]),
    # no figures of this sort
    ("صدر القرار رقم 45 لسنة 2019", []),
    ("مقتل 12 شخصا في انقلاب حافلة", []),
    ("وقع الحادث في 12 يناير", []),
    ("قال شاهد إن الحافلة كانت مسرعة", []),
]


@pytest.mark.parametrize(("sentence", "expected"), COUNTS, ids=[row[0] for row in COUNTS])
def test_what_is_counted(sentence: str, expected: list[tuple[str, float | None, float | None, str]]) -> None:
    found = []
    for one in assertions(sentence, "quantity"):
        assert isinstance(one.value, Amount)
        found.append((one.of, one.value.low, one.value.high, one.role))
    assert found == expected


# sentence; (what lasted, whether it is hedged) for each length of time
LENGTHS: list[tuple[str, list[tuple[str, bool]]]] = [
    ("استمرت المحادثات ثلاث ساعات", [("talks", False)]),
    ("استمر الحريق نحو ثماني ساعات", [("fire", True)]),
    ("حكمت المحكمة على المتهم بالسجن سبع سنوات", [("prison-term", False)]),
    ("استمرت الحرب 8 أعوام", [("war", False)]),
    ("قتل سامح الدالي (41 عاما) في الحادث", []),
    ("قتل 12 شخصا في انقلاب حافلة", []),
]


@pytest.mark.parametrize(("sentence", "expected"), LENGTHS, ids=[row[0] for row in LENGTHS])
def test_how_long_it_lasted(sentence: str, expected: list[tuple[str, bool]]) -> None:
    assert [(one.of, one.approximate) for one in assertions(sentence, "duration")] == expected


# sentence; (result, role) for each
SCORES = [
    ("فاز الهلال على النصر 3-1", [((3, 1), "whole")]),
    ("تعادل الفريقان 2-2", [((2, 2), "whole")]),
    ("انتهت المباراة بفوز الأهلي 2-1", [((2, 1), "whole")]),
    ("أنهى الهلال الشوط الأول متقدما 2-0", [((2, 0), "part")]),
    ("وكان الفريقان تعادلا ذهابا 1-1", [((1, 1), "part")]),
    ("بلغت درجة الحرارة 40", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SCORES, ids=[row[0] for row in SCORES])
def test_results(sentence: str, expected: list[tuple[tuple[int, ...], str]]) -> None:
    assert [(getattr(one.value, "values", None), one.role) for one in assertions(sentence, "score")] == expected


# sentence; polarity, whether the text calls the figure preliminary
HEDGES = [
    ("قدرت الخسائر بنحو مليون دولار وفقا لتقدير أولي", "affirmed", True),
    ("وتفيد حصيلة أولية بأن الفيضان دمر 120 منزلا", "affirmed", True),
    ("دمر الفيضان 120 منزلا", "affirmed", False),
    ("لم يصوت 12 نائبا على القانون", "negated", False),
    ("قد يشارك 22 فريقا في البطولة", "uncertain", False),
    ("يتداول الذهب دون 1300 دولار", "affirmed", False),
]


@pytest.mark.parametrize(("sentence", "polarity", "hedge"), HEDGES, ids=[row[0] for row in HEDGES])
def test_what_is_said_of_the_figure(sentence: str, polarity: str, hedge: bool) -> None:
    (found,) = assertions(sentence, "quantity")
    assert (found.polarity, found.hedge) == (polarity, hedge)
