"""Results that two reports give: of one match, of its sets, of another stage of the tournament."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

DAY = dt.date(2023, 5, 14)
TENNIS = "سلمى فؤاد تحرز لقب دورة الدار البيضاء\n\nأحرزت المصرية سلمى فؤاد لقب دورة الدار البيضاء للتنس {}"
CUP = "الأهلي يحرز كأس مصر\n\nأحرز الأهلي كأس مصر لكرة القدم بفوزه على الزمالك {}"

# what; text of both; A's words; B's words; (words of A, words of B, relation) of the results
ROWS: list[tuple[str, str, str, str, list[tuple[str, str, str]]]] = [
    ("another last set", TENNIS, "بفوزها على كارلا مونتيرو 6-4 و3-6 و7-5 في المباراة النهائية الأحد.",
     "بتغلبها على كارلا مونتيرو بنتيجة 6-4 و3-6 و6-2 الأحد.",
     [("6-4", "6-4", "agrees"), ("3-6", "3-6", "agrees"), ("7-5", "6-2", "contradicts")]),
    ("another first set", TENNIS, "بفوزها على كارلا مونتيرو 6-4 و6-3 الأحد.",
     "بتغلبها على كارلا مونتيرو بنتيجة 7-5، 6-3 الأحد.", [("6-4", "7-5", "contradicts"), ("6-3", "6-3", "agrees")]),
    ("the semi-final is another match", TENNIS, "بفوزها على كارلا مونتيرو 6-4 و3-6 و7-5 في المباراة النهائية الأحد.",
     "الأحد. وكانت فؤاد تجاوزت في نصف النهائي إيلين فرمولن بنتيجة 6-3 و6-1.", []),
    ("a set is no other set", TENNIS, "بفوزها على كارلا مونتيرو 6-4 و3-6 و7-5 الأحد.",
     "الأحد. وكانت خسرت أمام مونتيرو 3-6 و4-6.", []),
    ("sets of two and of three", TENNIS, "بفوزها على كارلا مونتيرو 6-4 و6-3 الأحد.",
     "الأحد. وكانت تجاوزت إيلين فرمولن 6-4 و2-6 و6-3.", []),
    ("one result, two stages", CUP, "2-1 في المباراة النهائية الأحد.",
     "الأحد. وكان الأهلي فاز في ربع النهائي على الزمالك 2-1.", []),
    ("one result of the final", CUP, "2-1 في المباراة النهائية الأحد.", "بهدفين مقابل هدف في نهائي البطولة الأحد.",
     [("2-1", "بهدفين مقابل هدف", "agrees")]),
    ("a place in the next stage is no stage", "الأهلي يبلغ نصف نهائي الكأس\n\n{}",
     "حجز الأهلي مقعده في نصف النهائي بفوزه على الزمالك 3-1 الأحد.",
     "فاز الأهلي على الزمالك 3-1 الأحد في ربع نهائي الكأس.", [("3-1", "3-1", "agrees")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "a", "b", "told"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_results_of_two_reports(text: str, a: str, b: str, told: list[tuple[str, str, str]]) -> None:
    check = engine().check((Draft(text.format(a), DAY), Draft(text.format(b), DAY)))
    claims = {claim.id: claim for claim in check.claims}
    found = [
        (claims[one].text, claims[other].text, alignment.relation)
        for alignment in check.alignments
        for one, other in [alignment.claims]
        if claims[one].kind == "score" and alignment.relation != "unsure"
    ]
    assert sorted(found) == sorted(told)
