"""One row a sentence: who of those named was acquitted or convicted."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from tests.claims.sentences import assertions
from workbench.claims.people.fates import FATE
from workbench.engine import Draft

DAY = dt.date(2020, 2, 1)
TRIAL = (
    "السجن 15 سنة لمدير صندوق دعم المزارعين\n\nأصدرت محكمة الجنايات في الكويت السبت أحكامها في قضية اختلاس أموال صندوق "
    "دعم المزارعين، وقضت بحبس مديره السابق خمس عشرة سنة. "
)
# sentence; acquitted; convicted
ROWS = [
    ("وبرأت المحكمة الموظفة هند العتيبي والمحاسب طلال بوشهري.", {"هند العتيبي", "طلال بوشهري"}, set()),
    ("وذكرت الصحف أن هند العتيبي، وهي موظفة في الصندوق، أدينت وعوقبت بالسجن سنة واحدة، وأن طلال بوشهري نال البراءة.",
     {"طلال بوشهري"}, {"هند العتيبي"}),
    ("وعاقبت المحكمة فهد الرشود، الذي كان يدير الصندوق، بالسجن عشر سنوات.", set(), {"فهد الرشود"}),
    ("وقضت المحكمة ببراءة خالد المطيري.", {"خالد المطيري"}, set()),
    ("وأدانت المحكمة خالد المطيري بالاختلاس.", set(), {"خالد المطيري"}),
    ("وطلب المحامي براءة خالد المطيري.", set(), set()),
    ("ولم تبرئ المحكمة خالد المطيري.", set(), set()),
    ("وأدان النائب خالد المطيري الهجوم على المستشفى.", set(), set()),
    ("وأدان القاضي عبد الله الفارس أربعة متهمين وقضى بسجنهم.", set(), set()),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "acquitted", "convicted"), ROWS, ids=[row[0] for row in ROWS])
def test_who_was_acquitted_or_convicted(sentence: str, acquitted: set[str], convicted: set[str]) -> None:
    found = [one for one in assertions(sentence, "statement") if one.predicate == FATE]
    assert {one.of for one in found if one.state == "acquitted"} == acquitted
    assert {one.of for one in found if one.state == "convicted"} == convicted


def negations(a: str, b: str) -> list[list[str]]:
    result = engine().check([Draft(TRIAL + a, DAY), Draft(TRIAL + b, DAY)])
    return [[place.text for place in one.places] for one in result.findings if one.kind == "negation"]


def test_one_acquitted_in_one_report_and_convicted_in_the_other() -> None:
    a, b = "وبرأت المحكمة الموظفة هند العتيبي.", "وأدانت المحكمة هند العتيبي وعاقبتها بالسجن سنة واحدة."
    assert len(negations(a, b)) == 1
    assert len(negations(b, a)) == 1


def test_a_verdict_that_another_overturned_is_no_contradiction() -> None:
    a = "وأدانت محكمة أول درجة هند العتيبي، ثم برأت محكمة الاستئناف هند العتيبي."
    assert negations(a, "وبرأت المحكمة الموظفة هند العتيبي.") == []


def test_two_people_are_two() -> None:
    assert negations("وبرأت المحكمة هند العتيبي.", "وأدانت المحكمة طلال بوشهري.") == []
