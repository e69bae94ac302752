"""When two values can both be true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.alignment.kinds.quotes import match_quotes
from workbench.alignment.relations import compare, seconds
from workbench.knowledge.words.claim_cues import load_claim_cues
from workbench.mentions.values import Amount, Entity, Score, Timex, Value
from workbench.resources import resource_folder

NEGATION = load_claim_cues(resource_folder() / "lexicon").negation


def exactly(number: float) -> Amount:
    return Amount(number, number)


def about(number: float) -> Amount:
    return Amount(number, number, approximate=True)


def day(text: str) -> Timex:
    return Timex(text, text, text)


ROWS: list[tuple[str, Value, Value, str]] = [
    ("equal figures", exactly(12), exactly(12), "agree"),
    ("other figures", exactly(11), exactly(12), "differ"),
    ("more than 50 and 53", Amount(50, None), exactly(53), "agree"),
    ("more than 50 and 49", Amount(50, None), exactly(49), "differ"),
    ("fewer than 20 and 25", Amount(None, 20), exactly(25), "differ"),
    ("50 to 60 and 55", Amount(50, 60), exactly(55), "agree"),
    ("11 to 14 and 30", Amount(11, 14, approximate=True), exactly(30), "differ"),
    ("about 900 and nine hundred", about(900), exactly(900), "agree"),
    ("about 14,000 and 13,860", about(14000), exactly(13860), "agree"),
    ("about 100 and 118", about(100), exactly(118), "unsure"),
    ("about 100 and 200", about(100), exactly(200), "differ"),
    ("one day", day("2019-12-27"), day("2019-12-27"), "agree"),
    ("two days", day("2019-12-27"), day("2019-12-28"), "differ"),
    ("a day of its month", day("2019-12-27"), Timex("2019-12", "2019-12-01", "2019-12-31"), "agree"),
    ("a Friday and its date", Timex("XXXX-WXX-5"), day("2019-12-27"), "agree"),
    ("a Thursday and a Friday's date", Timex("XXXX-WXX-4"), day("2019-12-27"), "differ"),
    ("two weekdays", Timex("XXXX-WXX-4"), Timex("XXXX-WXX-5"), "differ"),
    ("an hour of a day", Timex("T04:30", "T04:30", "T04:30"),
     Timex("2023-04-15T04:30", "2023-04-15T04:30", "2023-04-15T04:30"), "agree"),
    ("two hours", Timex("T06:00", "T06:00", "T06:00"), Timex("T09:00", "T09:00", "T09:00"), "differ"),
    ("an hour and a day", Timex("T06:00", "T06:00", "T06:00"), day("2019-12-27"), "unsure"),
    ("clocks of two zones", Timex("T17:45", "T17:45", "T17:45", "UTC"),
     Timex("T20:45", "T20:45", "T20:45", "Asia/Baghdad"), "agree"),
    ("clocks of two zones that may be of two days", Timex("T17:45", "T17:45", "T17:45", "UTC"),
     Timex("T18:45", "T18:45", "T18:45", "Asia/Baghdad"), "unsure"),
    ("clocks of two zones on one day", Timex("2024-10-19T16:00", "2024-10-19T16:00", "2024-10-19T16:00", "UTC"),
     Timex("T20:30", "T20:30", "T20:30", "Asia/Kuwait"), "differ"),
    ("shortly before an hour", Timex("../T10:00", None, "T10:00"), Timex("T09:50", "T09:50", "T09:50"), "agree"),
    ("long before an hour", Timex("../T10:00", None, "T10:00"), Timex("T08:50", "T08:50", "T08:50"), "unsure"),
    ("since an afternoon and that afternoon", Timex("2022-02-01TAF/..", "2022-02-01T15:00", None),
     Timex("2022-02-01TAF", "2022-02-01T12:00", "2022-02-01T17:59"), "agree"),
    ("until a day and from another to that day", Timex("../2023-09-25", None, "2023-09-25"),
     Timex("2023-09-10/2023-09-25", "2023-09-10", "2023-09-25"), "agree"),
    ("until a day and until another", Timex("../2023-09-25", None, "2023-09-25"),
     Timex("../2023-09-26", None, "2023-09-26"), "unsure"),
    ("since a day and a later one", Timex("2022-02-01/..", "2022-02-01", None), day("2022-02-05"), "unsure"),
    ("72 hours and three days", Timex("PT72H"), Timex("P3D"), "agree"),
    ("thirty days and a month", Timex("P30D"), Timex("P1M"), "agree"),
    ("seven years and nine", Timex("P7Y"), Timex("P9Y"), "differ"),
    ("one result", Score((3, 1)), Score((3, 1)), "agree"),
    ("the same from the other side", Score((1, 3)), Score((3, 1)), "agree"),
    ("two results", Score((3, 1)), Score((3, 2)), "differ"),
    ("one person", Entity("joe-biden", "بايدن"), Entity("joe-biden", "جو بايدن"), "agree"),
    ("two persons", Entity("joe-biden", "بايدن"), Entity("mike-pompeo", "بومبيو"), "differ"),
    ("two unknown names", Entity(None, "سامي"), Entity(None, "هاني"), "unsure"),
    ("values of two sorts", exactly(3), Timex("P3D"), "unsure"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_verdicts_whichever_comes_first(a: Value, b: Value, expected: str) -> None:
    assert compare(a, b) == expected
    assert compare(b, a) == expected


def test_a_hedged_length_is_given_room() -> None:
    assert compare(Timex("PT3.5H"), Timex("PT3H20M"), approximate=True) == "agree"
    assert compare(Timex("PT3.5H"), Timex("PT3H20M")) == "differ"


@given(st.floats(0, 1e9), st.floats(0, 1e9))
def test_a_figure_inside_bounds_agrees(low: float, width: float) -> None:
    inside = low + width / 2
    assert compare(Amount(low, low + width), Amount(inside, inside)) == "agree"


@given(st.integers(0, 400), st.integers(0, 23))
def test_lengths_read_back(days: int, hours: int) -> None:
    if days or hours:
        assert seconds(f"P{days}DT{hours}H") == days * 86400 + hours * 3600


WHOLE = "يجب أن تحترم الدول الاتفاق الموقع وأن تكف عن خرقه في كل مناسبة"
QUOTES = [
    ("the same", WHOLE, "agree", ""),
    ("cut short", "يجب أن تحترم الدول الاتفاق الموقع…", "agree", ""),
    ("cut in the middle", "يجب أن تحترم الدول الاتفاق... وأن تكف عن خرقه في كل مناسبة", "agree", ""),
    ("another spelling", WHOLE.replace("الموقع", "الموقّع"), "agree", ""),
    ("a word changed", WHOLE.replace("تحترم", "ترفض"), "differ", "ترفض"),
    ("a negation added", WHOLE.replace("يجب", "لا يجب"), "differ", "لا"),
    ("a translation", "على الدول احترام الاتفاق الموقع والكف عن خرقه في كل مناسبة", "unsure", ""),
]


@pytest.mark.parametrize(("other", "verdict", "words"), [row[1:] for row in QUOTES], ids=[row[0] for row in QUOTES])
def test_quotations(other: str, verdict: str, words: str) -> None:
    match = match_quotes(WHOLE, other, NEGATION)
    assert match is not None
    assert match.verdict == verdict
    if words:
        assert other[match.b.start : match.b.end] == words


def test_other_words_are_another_quotation() -> None:
    assert match_quotes(WHOLE, "لم نتلق أي طلب رسمي من الشركة حتى مساء أمس", NEGATION) is None
