"""Numbers, percentages, money, quantities and scores in sentences, with their spans and units."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mentions.spelling import Style, spelled
from workbench.knowledge.base import load_knowledge
from workbench.knowledge.language.lexicon import Memory
from workbench.mentions.figures.numbers import find_numbers
from workbench.mentions.values import Amount, Mention, Score
from workbench.resources import resource_folder
from workbench.text.tokens import read_tokens

KNOWLEDGE = load_knowledge(resource_folder())
MEMORY: Memory = {}


def mentions(text: str, taken: frozenset[int] = frozenset()) -> tuple[Mention, ...]:
    return find_numbers(read_tokens(text), taken, KNOWLEDGE, MEMORY)


def said(text: str) -> list[tuple[str, str, str]]:
    """What is mentioned, as (type, words, value): «12», «~12», «11..14», «50..», «..20», then the unit."""
    return [(m.type, text[m.start : m.end], shown(m.value)) for m in mentions(text)]


def shown(value: object) -> str:
    if isinstance(value, Score):
        return "-".join(map(str, value.values))
    assert isinstance(value, Amount)
    low, high = ("" if end is None else f"{end:.12g}" for end in (value.low, value.high))
    figure = low if low == high else f"{low}..{high}"
    return f"{'~' if value.approximate else ''}{figure} {value.unit or ''}".strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الصفحة 192 من التقرير", [("number", "192", "192")]),
        ("الصفحة ال192", [("ordinal", "ال192", "192")]),
        ("بلغت الحصيلة بـ14", [("number", "بـ14", "14")]),
        ("وزنه ٠,٢٣", [("number", "٠,٢٣", "0.23")]),
        ("المعدل -4.5 في المتوسط", [("number", "-4.5", "-4.5")]),
        ("سالب عشرة", [("number", "سالب عشرة", "-10")]),
        ("+5 نقاط", [("quantity", "+5", "5 point")]),
        ("- 5", [("number", "5", "5")]),
        ("3/4", [("number", "3/4", "0.75")]),
        ("-٤/٥", [("number", "-٤/٥", "-0.8")]),
        ("5 1/4", [("number", "5 1/4", "5.25")]),
        ("2½ مليون", [("number", "2½ مليون", "2500000")]),
        ("القرار 307/2013", [("number", "307", "307"), ("number", "2013", "2013")]),
        (".5", [("number", ".5", "0.5")]),
        ("20k", [("number", "20k", "20000")]),
        ("3.5M", [("number", "3.5M", "3500000")]),
        ("1e10", [("number", "1e10", "10000000000")]),
        ("2^10", [("number", "2^10", "1024")]),
        ("شبكة 5G", []),
        ("طائرة إف-16", []),
        ("كوفيد-19", []),
        ("https://www.example.com/a?q=30%25%2020", []),
        ("192.168.1.1", []),
        ("423 0000", [("number", "423", "423"), ("number", "0000", "0")]),
        ("القيادي البارز و24 غيره", [("number", "و24", "24")]),
    ],
)
def test_figures(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مقتل 12 جنديا", [("quantity", "12", "12 soldier")]),
        ("مقتل جنديين أميركيين", [("quantity", "جنديين", "2 soldier")]),
        ("قتل جنديان عراقيان", [("quantity", "جنديان", "2 soldier")]),
        ("قتل 9 من الجنود", [("quantity", "9", "9 soldier")]),
        ("تسعة من جنود الجيش", [("quantity", "تسعة", "9 soldier")]),
        ("الجنود الثلاثة", [("quantity", "الثلاثة", "3 soldier")]),
        ("الجنود الـ12", [("quantity", "الـ12", "12 soldier")]),
        ("طائرة واحدة من هذا الطراز", [("quantity", "واحدة", "1 aircraft")]),
        ("منح الحزب مئة ومقعدين", [("quantity", "مئة", "102 seat")]),
        ("مئة وعشرين مقعدا", [("quantity", "مئة وعشرين", "120 seat")]),
        ("عدد الجنود 12", [("quantity", "12", "12 soldier")]),
        ("ارتفع عدد الجنود إلى 12", [("quantity", "12", "12 soldier")]),
        ("عدد من الجنود (12) جنديا", [("quantity", "12", "12 soldier")]),
        ("12 ألفا و500 جندي", [("quantity", "12 ألفا و500", "12500 soldier")]),
        ("نصف مليون شخص", [("quantity", "نصف مليون", "500000 person")]),
        ("5.200 شخص", [("quantity", "5.200", "5200 person")]),
        ("مئات الجنود", [("quantity", "مئات", "~200.. soldier")]),
        ("عشرات الآلاف من الجنود", [("quantity", "عشرات الآلاف", "~20000.. soldier")]),
        ("بضعة جنود", [("quantity", "بضعة", "~3..9 soldier")]),
        ("بضع مئات", [("number", "بضع مئات", "~300..900")]),
        ("أصيب 40 آخرون", [("number", "40", "40")]),
        ("وصل 30 فورا", [("number", "30", "30")]),
        ("السيارة رقم 4512 نقل", [("number", "4512", "4512")]),
        ("جسر 6 أكتوبر", [("number", "6", "6")]),
        ("قتل فيه 11 شخصا", [("quantity", "11", "11 person")]),
        (
            "زيادة من 3.5 إلى 4.5 مليون شخص",
            [("quantity", "3.5", "3500000 person"), ("quantity", "4.5 مليون", "4500000 person")],
        ),
        ("ارتفع من 900 إلى 3 آلاف", [("number", "900", "900"), ("number", "3 آلاف", "3000")]),
        ("حالات الإصابة الـ27", [("number", "الـ27", "27")]),
        ("بلغت (60) مليون شخص", [("quantity", "(60) مليون", "60000000 person")]),
        ("دينار واحد للأسر الست", [("money", "دينار واحد", "1 dinar"), ("quantity", "الست", "6 family")]),
        ("8 حالتهم خطرة", [("number", "8", "8")]),
        ("خمسة على ستة", [("number", "خمسة على ستة", f"{5 / 6:.12g}")]),
        ("وزعت 20 على 30 شخصا", [("number", "20", "20"), ("quantity", "30", "30 person")]),
        ("5 درجات تحت الصفر", [("quantity", "5", "-5 degree")]),
        ("ثلاثة مقرنصات", [("quantity", "ثلاثة", "3 مقرنصات")]),
        ("نصف الجنود", [("number", "نصف", "0.5")]),
        ("ثلث السكان", [("number", "ثلث", f"{1 / 3:.12g}")]),
        ("خمس السكان", [("number", "خمس", "0.2")]),
        ("الرئيسان", []),
        ("المواطنين", []),
        ("لبنان", []),
        ("حركة طالبان", []),
    ],
)
def test_quantities(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("على عمق 20 مترا", [("quantity", "20", "20 metre")]),
        ("كيلومتران ونصف", [("quantity", "كيلومتران", "2 kilometre"), ("number", "ونصف", "0.5")]),
        ("بعد 12كم", [("quantity", "12", "12 kilometre")]),
        ("مساحة 3 آلاف كيلومتر مربع", [("quantity", "3 آلاف", "3000 square-kilometre")]),
        ("2,5 مليون برميل", [("quantity", "2,5 مليون", "2500000 barrel")]),
        ("حرارة 40 درجة مئوية", [("quantity", "40", "40 celsius")]),
        ("16مل", [("quantity", "16", "16 millilitre")]),
        ("مئات الأمتار", [("quantity", "مئات", "~200.. metre")]),
        ("نقطتان مئويتان", [("quantity", "نقطتان", "2 point")]),
    ],
)
def test_measures(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("نسبة 30%", "30%", "30"),
        ("نسبة ٣٠٪ منها", "٣٠٪", "30"),
        ("نسبة 30 % منها", "30 %", "30"),
        ("بنسبة %30", "%30", "30"),
        ("30 في المئة", "30 في المئة", "30"),
        ("عشرون بالمائة", "عشرون بالمائة", "20"),
        ("خمسة ونصف بالمئة", "خمسة ونصف بالمئة", "5.5"),
        ("30 فى المائه", "30 فى المائه", "30"),
        ("20 بالمية", "20 بالمية", "20"),
        ("ثلاثون بالألف", "ثلاثون بالألف", "3"),
        ("بين 5% و10%", "5% و10%", "5..10"),
        ("من 5 إلى 10 بالمئة", "5 إلى 10 بالمئة", "5..10"),
        ("5-10%", "5-10%", "5..10"),
        ("أكثر من 99.5 بالمئة", "99.5 بالمئة", "99.5.."),
    ],
)
def test_percentages(text: str, words: str, value: str) -> None:
    assert said(text) == [("percentage", words, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("$20", "$20", "20 USD"),
        ("20$", "20$", "20 USD"),
        ("20 € فقط", "20 €", "20 EUR"),
        ("بقيمة USD 20", "USD 20", "20 USD"),
        ("42 QAR", "42 QAR", "42 QAR"),
        ("$10 مليون", "$10 مليون", "10000000 USD"),
        ("10k$", "10k$", "10000 USD"),
        ("عشرة دولارات", "عشرة دولارات", "10 USD"),
        ("دولار واحد", "دولار واحد", "1 USD"),
        ("بدولارين", "بدولارين", "2 USD"),
        ("100 دولار كندي", "100 دولار كندي", "100 CAD"),
        ("مليار ونصف المليار دولار أميركي", "مليار ونصف المليار دولار أميركي", "1500000000 USD"),
        ("5 جنيهات", "5 جنيهات", "5 EGP"),
        ("5 جنيهات إسترلينية", "5 جنيهات إسترلينية", "5 GBP"),
        ("5 جنيهات سودانية", "5 جنيهات سودانية", "5 SDG"),
        ("90 ألف ليرة لبنانية", "90 ألف ليرة لبنانية", "90000 LBP"),
        ("90 ليرة", "90 ليرة", "90 lira"),
        ("7 ريالات يمنية", "7 ريالات يمنية", "7 YER"),
        ("7 دنانير", "7 دنانير", "7 dinar"),
        ("7 دنانير و50 فلسا", "7 دنانير و50 فلسا", "7.05 dinar"),
        ("3 دولارات و20 سنتا", "3 دولارات و20 سنتا", "3.2 USD"),
        ("80 سنتا", "80 سنتا", "80 cent"),
        ("12 د.ك", "12 د.ك", "12 KWD"),
        ("200 ين ياباني", "200 ين ياباني", "200 JPY"),
        ("4 آلاف يوان", "4 آلاف يوان", "4000 CNY"),
        ("50 ألف روبل", "50 ألف روبل", "50000 RUB"),
        ("12.500 دولار", "12.500 دولار", "12500 USD"),
        ("1.085 دولار", "1.085 دولار", "1.085 USD"),
        ("ملايين الدولارات", "ملايين الدولارات", "~2000000.. USD"),
        ("بين 10 و20 دولارا", "10 و20 دولارا", "10..20 USD"),
        ("من $10 إلى $20", "$10 إلى $20", "10..20 USD"),
        ("أقل من 7 يوروات", "7 يوروات", "..7 EUR"),
        ("7.5$ على الأقل", "7.5$", "7.5.. USD"),
        ("نحو 3 إلى 4 ملايين يورو", "3 إلى 4 ملايين يورو", "~3000000..4000000 EUR"),
    ],
)
def test_money(text: str, words: str, value: str) -> None:
    assert said(text) == [("money", words, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("من 11 إلى 14", "11 إلى 14", "11..14"),
        ("ما يقرب من 11 إلى 14", "11 إلى 14", "~11..14"),
        ("11 حتى 14", "11 حتى 14", "11..14"),
        ("من ألف الى ألف وخمسمئة", "ألف الى ألف وخمسمئة", "1000..1500"),
        ("بين 20 و30", "20 و30", "20..30"),
        ("ما بين 20 و 30", "20 و 30", "20..30"),
        ("بين 20 إلى 30", "20 إلى 30", "20..30"),
        ("بين خمسة وعشرين", "خمسة وعشرين", "5..20"),
        ("بين خمسة وعشرين وثلاثين", "خمسة وعشرين وثلاثين", "25..30"),
        ("بين الألف والألفين", "الألف والألفين", "1000..2000"),
        ("بين سالب ثلاثة وثلاثة عشر", "سالب ثلاثة وثلاثة عشر", "-3..13"),
        ("11-14", "11-14", "11..14"),
        ("11 – 14", "11 – 14", "11..14"),
        ("20 ~ 100", "20 ~ 100", "20..100"),
        ("3 أو 4", "3 أو 4", "3..4"),
        ("3 إلى 4 ملايين", "3 إلى 4 ملايين", "3000000..4000000"),
        ("بين 50 و60 ألفا", "50 و60 ألفا", "50000..60000"),
        ("من 500 إلى مليون", "500 إلى مليون", "500..1000000"),
        ("أكثر من 100 وأقل من 300", "100 وأقل من 300", "100..300"),
        ("لا يقل عن 20 ولا يزيد على 30", "20 ولا يزيد على 30", "20..30"),
        ("أكبر من ربع و أقل من نصف", "ربع و أقل من نصف", "0.25..0.5"),
    ],
)
def test_ranges(text: str, words: str, value: str) -> None:
    assert said(text) == [("number", words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "ارتفع العدد من 5 إلى 10",
        "تراجعت من 10 إلى 5",
        "14-11",
        "1-2-3",
        "3 أو 40",
        "أقل من 10 أو أكثر من 20",
        "نقل 20 جنديا إلى 3 قواعد",
    ],
)
def test_two_figures_that_are_no_range(text: str) -> None:
    for mention in mentions(text):
        assert isinstance(mention.value, Amount)
        assert mention.value.low is None or mention.value.high is None or mention.value.low == mention.value.high
    assert len(mentions(text)) >= 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("أكثر من 50", "50.."),
        ("بأكثر من 50", "50.."),
        ("لا أقل من 50", "50.."),
        ("ما لا يقل عن 50", "50.."),
        ("لا تقل قيمته عن 50", "50.."),
        ("أكبر من أو يساوي 50", "50.."),
        ("يزيد عددهم على 50", "50.."),
        ("تجاوز 50", "50.."),
        ("تجاوزت حاجز الـ 50", "50.."),
        ("يفوق الـ50", "50.."),
        ("50 على الأقل", "50.."),
        ("على الأقل 50", "50.."),
        ("50 أو أكثر", "50.."),
        ("50 فأكثر", "50.."),
        ("50 فما فوق", "50.."),
        ("50 كحد أدنى", "50.."),
        ("> 50", "50.."),
        ("فوق 50", "50.."),
        ("أقل من 50", "..50"),
        ("ليس أكثر من 50", "..50"),
        ("لا يتجاوز 50", "..50"),
        ("لم تتعد 50", "..50"),
        ("دون 50", "..50"),
        ("تحت 50", "..50"),
        ("ما يصل إلى 50", "..50"),
        ("50 على الأكثر", "..50"),
        ("50 كحد أقصى", "..50"),
        ("نحو 50", "~50"),
        ("حوالى 50", "~50"),
        ("قرابة الـ50", "~50"),
        ("زهاء خمسين", "~50"),
        ("ما يقارب 50", "~50"),
        ("50 تقريبا", "~50"),
        ("يناهز عددهم 50", "~50"),
        ("أكثر من نحو 50", "~50.."),
        ("بلغ 50", "50"),
    ],
)
def test_bounds(text: str, value: str) -> None:
    (found,) = said(text)
    assert found[0] == "number"
    assert found[2] == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("قتل 20 جنديا على الأقل وأصيب 30", ["20.. soldier", "30"]),
        ("قتل 20 جنديا وأصيب 30 على الأقل", ["20 soldier", "30.."]),
        ("على الأكثر 100 و على الأقل 20 جنديا", ["20..100 soldier"]),
        ("من دون 3 جنود", ["3 soldier"]),
        ("تحت 3 مبان", ["3 building"]),
        ("أكثر من جنديين", ["2.. soldier"]),
    ],
)
def test_bounds_reach_their_own_figure(text: str, values: list[str]) -> None:
    assert [value for _, _, value in said(text)] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("البند الثالث", [("الثالث", "3")]),
        ("الفصل الحادي عشر", [("الحادي عشر", "11")]),
        ("الدورة الـ40", [("الـ40", "40")]),
        ("الكتاب الثلاثون", [("الثلاثون", "30")]),
        ("المادة الخامسة والعشرون بعد المئة", [("الخامسة والعشرون بعد المئة", "125")]),
        ("في أول زيارة", [("أول", "1")]),
        ("قتيل رابع", [("رابع", "4")]),
        ("أول من أمس", []),
        ("أول أمس", []),
        ("ثاني أكسيد الكربون", []),
        ("ملازم أول", []),
        ("كانون الأول", []),
        ("أولا", []),
        ("تقدير أولي", []),
        ("أحد السكان", []),
        ("إحدى القرى", []),
        ("واحد من السكان", []),
        ("في وقت واحد", []),
        ("كل واحد", []),
        ("يوم الاثنين", []),
        ("الست أم أحمد", []),
        ("ثمن الخبز", []),
        ("نصف نهائي", []),
        ("سيارة ربع نقل", []),
        ("الربع الأول", [("الأول", "1")]),
        ("ثوان", []),
        ("الخميس", []),
        ("السبت", []),
    ],
)
def test_ordinals_and_traps(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, value) for _, words, value in said(text)] == expected
    assert all(kind == "ordinal" for kind, _, _ in said(text))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("فاز الفريق 4-2", "4-2", "4-2"),
        ("انتهت المباراة 2 - 0", "2 - 0", "2-0"),
        ("تعادلا (1-1)", "1-1", "1-1"),
        ("خسر 3:1", "3:1", "3-1"),
        ("فاز بهدفين لهدف", "بهدفين لهدف", "2-1"),
        ("فاز بأربعة أهداف مقابل هدفين", "بأربعة أهداف مقابل هدفين", "4-2"),
        ("فاز 3 أهداف مقابل هدف واحد", "3 أهداف مقابل هدف واحد", "3-1"),
        ("فاز بهدف دون رد", "بهدف دون رد", "1-0"),
        ("فاز بثلاثة أهداف نظيفة", "بثلاثة أهداف نظيفة", "3-0"),
        ("فاز بثلاثية نظيفة", "بثلاثية نظيفة", "3-0"),
        ("فاز بهدف مقابل لا شيء", "بهدف مقابل لا شيء", "1-0"),
        ("بأغلبية 60 صوتا مقابل 40", "60 صوتا مقابل 40", "60-40"),
    ],
)
def test_scores(text: str, words: str, value: str) -> None:
    assert ("score", words, value) in said(text)
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    "text",
    ["سقط بين 4-6 جرحى", "فاز من 10-12 لاعبا", "أصيب 4-6", "قصفت هدفين لحزب الله", "بلغت 2019-2020"],
)
def test_what_is_no_score(text: str) -> None:
    assert all(kind != "score" for kind, _, _ in said(text))


def test_taken_tokens_are_no_numbers() -> None:
    text = "في 15 أبريل 2023 قتل 12 جنديا"
    found = mentions(text, frozenset((1, 2, 3)))
    assert [text[m.start : m.end] for m in found] == ["12"]


def test_no_numeral_reaches_into_taken_tokens() -> None:
    text = "عشرون ألف يوم"
    (found,) = mentions(text, frozenset((1, 2)))
    assert (text[found.start : found.end], shown(found.value)) == ("عشرون", "20")


@given(st.integers(0, 10**15 - 1), st.booleans())
def test_spelled_numbers_in_a_sentence(number: int, oblique: bool) -> None:
    words = spelled(number, Style(case="oblique" if oblique else "nominative"))
    text = f"بلغ العدد {words}."
    (found,) = mentions(text)
    assert text[found.start : found.end] == words
    assert isinstance(found.value, Amount)
    assert (found.value.low, found.value.high) == (number, number)


@settings(deadline=None)
@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(
            st.sampled_from(
                "من إلى بين و أكثر أقل ألف ملايين نصف ثلاثة وعشرين عشر الأول دولار % $ - / ( ) ، . 12 و5 3,5 7.200 "
                "جنود جنديين على الأقل نحو مقابل هدفين فاز لهدف بـ ٣ 2½ k فاصلة ربع المليون وخمسة".split()
            ),
            max_size=25,
        ).map(" ".join),
    )
)
def test_spans_lie_inside_any_text_and_never_overlap(text: str) -> None:
    found = mentions(text)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for mention in found:
        if isinstance(mention.value, Amount):
            low, high = mention.value.low, mention.value.high
            assert not (low is None and high is None)
            assert low is None or high is None or low <= high


SHARED = Path(__file__).resolve().parents[2].parent / "shared"


@pytest.mark.skipif(
    not (SHARED / "data" / "numbers.dev.jsonl").exists(), reason="the shared data is not beside the checkout"
)
def test_most_numbers_of_the_shared_data_are_read() -> None:
    """The measure itself is ``score_extract.py``; this guards against breaking the reader unnoticed."""
    lines = (SHARED / "data" / "numbers.dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    wanted = right = 0
    for row in rows:
        values = [(m.value.low, m.value.high) for m in mentions(row["text"]) if isinstance(m.value, Amount)]
        for gold in row["expected"]:
            ends = (gold["low"], gold["high"]) if "low" in gold else (gold["value"], gold["value"])
            wanted += 1
            right += any(same(value, ends) for value in values)
    assert right >= 0.95 * wanted


def same(one: tuple[float | None, ...], other: tuple[float | None, ...]) -> bool:
    return all(
        (a is None and b is None) or (a is not None and b is not None and a == pytest.approx(b))
        for a, b in zip(one, other, strict=True)
    )
