"""One row a pair of reports: whether one tells of none of a group, and the other of some of it."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.alignment.test_denied import STORIES
from tests.checks.subjects import engine
from workbench.engine import Draft

DAY, NEXT = dt.date(2020, 2, 1), dt.date(2020, 2, 2)
# story; one report's sentence; the other's, of the next day
SOME = [
    ("attack", "ولم يكن بين القتلى أي مدني.", "وقال البيان إن بين القتلى ثلاثة مدنيين."),
    ("fire", "وأكدت الوزارة أنه لا يوجد بين القتلى أجانب.", "ومن بين القتلى ثلاثة أجانب."),
    ("boat", "وليس بين القتلى أطفال.", "وبين القتلى أربعة أطفال."),
    ("prison", "ولم يُصب أي من النزلاء بأذى خلال المواجهات.", "وأسفرت الأحداث عن إصابة ثلاثة من النزلاء بجروح."),
    ("prison", "ولم يصب أحد من النزلاء بأذى.", "وأصيب أربعة نزلاء بحروق."),
    ("fire", "ولم تسجل أي إصابات بين رجال الإطفاء.", "وأصيب ثلاثة من رجال الإطفاء باختناق."),
    ("fire", "من دون وقوع إصابات في صفوف المسعفين.", "وأصيب ثلاثة مسعفين بحروق."),
    ("boat", "ولم تسجل أي حالة وفاة في صفوف المنقذين.", "وتوفي اثنان من المنقذين."),
    ("attack", "ولم يسقط أي قتيل بين المدنيين.", "وقتل ثلاثة مدنيين في القصف."),
    ("trial", "ولم يتوف أحد من المشاركين في الجلسة.", "وتوفي ثلاثة من المشاركين في الجلسة."),
    ("demo", "ولم تسجل أي إصابات بين أفراد الأمن.", "وأصيب سبعة من أفراد الأمن بجروح."),
    ("airport", "ولم يُصب أي من المسافرين.", "وأصيب مسافران بشظايا زجاج."),
]
# the same, where both may be true
BOTH = [
    ("attack", "ولم يكن بين القتلى أي مدني.", "وقال البيان إن بين الجرحى ثلاثة مدنيين."),
    ("attack", "ولم يكن بين القتلى أي مدني حتى الآن.", "وقال البيان إن بين القتلى ثلاثة مدنيين."),
    ("fire", "ولا أجانب بين القتلى.", "ومن بين القتلى ثلاثة مدنيين."),
    ("fire", "ولم يكن بين القتلى والمسعفين خلاف.", "ومن بين القتلى ثلاثة مسعفين."),
    ("prison", "ولم يُصب أي من الحراس بأذى خلال المواجهات.", "وأسفرت الأحداث عن إصابة ثلاثة من النزلاء بجروح."),
    ("prison", "ولم تسجل إصابات بين النزلاء حتى الآن.", "وأصيب أربعة نزلاء بحروق."),
    ("prison", "ولم يصب أي من النزلاء الأجانب بأذى.", "وأصيب أربعة نزلاء بحروق."),
    ("prison", "ولم يصب أي من النزلاء الذين كانوا في الطابق الأول.", "وأصيب أربعة نزلاء بحروق."),
    ("fire", "ولم تسجل أي إصابات بين رجال الإطفاء.", "وأصيب ثلاثة عمال بحروق."),
    ("fire", "ولم يصب أي من رجال الإطفاء.", "وأصيب رجال أمن بحروق."),
    ("fire", "وأكدت الوزارة أن لا صلة لوفاتهم بالدخان.", "وتوفي تسعة عمال اختناقا."),
    ("attack", "ولم يقتل أي من الحراس.", "وتوفي ثلاثة من الحراس متأثرين بإصابات."),
    ("attack", "ولم يصب أي من الحراس، لكن ثلاثة من الحراس أصيبوا لاحقا.", "وأصيب ثلاثة من الحراس."),
    ("demo", "ولم تسجل أي إصابات بين أفراد الأمن.", "وأصيب سبعة من المتظاهرين بجروح."),
]


def _contradicted(story: str, one: str, other: str) -> list[tuple[str, ...]]:
    drafts = [Draft(STORIES[story] + text, day) for text, day in ((one, DAY), (other, NEXT))]
    return [
        tuple(place.text for place in finding.places) for finding in engine().check(drafts).findings
        if finding.family == "contradiction" and finding.scope == "across"
    ]


@pytest.mark.parametrize(("story", "one", "other"), SOME)
def test_none_and_some(story: str, one: str, other: str) -> None:
    assert len(_contradicted(story, one, other)) == 1


@pytest.mark.parametrize(("story", "one", "other"), BOTH)
def test_both_may_be_true(story: str, one: str, other: str) -> None:
    assert _contradicted(story, one, other) == []
