"""One row a case: counts that rise while a story runs, in reports of which nobody said when they were written."""

from __future__ import annotations

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

FIRST = "زلزال يضرب ياسوج\n\nضرب زلزال مدينة ياسوج الإيرانية مساء الأربعاء 12 شباط/فبراير 2020. {}"
HEAD = "زلزال ياسوج\n\n"
STRUCK = "ضرب مدينة ياسوج الإيرانية مساء الأربعاء 12 شباط/فبراير 2020"
# name; the first report's sentence; the second report; the relations of counts of people
ROWS: list[tuple[str, str, str, set[str]]] = [
    ("the second tells of a rise, its headline only the count", "وأصيب 73 شخصا.",
     "128 جريحا في زلزال ياسوج\n\nأعلنت منظمة الطوارئ الإيرانية ارتفاع عدد المصابين في زلزال الأربعاء "
     "12 شباط/فبراير 2020 في مدينة ياسوج إلى 128 شخصا.", {"updates"}),
    ("a rise of one count, another beside it", "وأصيب 73 شخصا وقتل 18 شخصا.",
     HEAD + "ارتفع عدد المصابين في الزلزال الذي " + STRUCK + " إلى 128 شخصا، فيما بلغ عدد القتلى 23 شخصا.",
     {"updates"}),
    ("what the later deaths make of the count", "وأصيب 73 شخصا وقتل 18 شخصا.",
     HEAD + "قالت السلطات إن خمسة من المصابين في الزلزال الذي " + STRUCK + " توفوا، ما يرفع عدد القتلى إلى 23.",
     {"updates"}),
    ("so that the toll reaches a number", "وقتل 18 شخصا.",
     HEAD + "انتشلت جثث في الزلزال الذي " + STRUCK + " ليصل عدد القتلى إلى 23 قتيلا.", {"updates"}),
    ("nobody is missing any more", "وفقد خمسة أشخاص.",
     HEAD + "قال الهلال الأحمر إنه لم يعد هناك مفقودون في الزلزال الذي " + STRUCK + ".", {"updates"}),
    ("a count of another scale", "وأصيب ثلاثة أشخاص.",
     HEAD + "أصيب 910 أشخاص في الزلزال الذي " + STRUCK + ".", set()),
    ("a count that has fallen is no update", "وأصيب 173 شخصا.",
     HEAD + "ارتفع عدد المصابين في الزلزال الذي " + STRUCK + " إلى 128 شخصا.",
     {"contradicts"}),
    ("no word of a rise", "وأصيب 73 شخصا.",
     HEAD + "أصيب 128 شخصا في الزلزال الذي " + STRUCK + ".",
     {"contradicts"}),
    ("a height", "وأصيب 73 شخصا.",
     HEAD + "أصيب 128 شخصا سقطوا من ارتفاع مترين في الزلزال الذي " + STRUCK + ".", {"contradicts"}),
    ("a rise of something else", "وأصيب 73 شخصا.",
     HEAD + "أصيب 128 شخصا في الزلزال الذي " + STRUCK + ". وارتفع سعر الخبز إلى عشرين ريالا.", {"contradicts"}),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_count_that_rose(first: str, second: str, expected: set[str]) -> None:
    result = engine().check([Draft(FIRST.format(first)), Draft(second)])
    kinds = {claim.id: claim.kind for claim in result.claims}
    found = {one.relation for one in result.alignments if {kinds[id] for id in one.claims} == {"casualties"}}
    assert found - {"unsure"} == expected


BLAST = "تفجير في سوق كيسمايو\n\nقتل 14 شخصا السبت 14 آذار/مارس 2015 في تفجير سيارة مفخخة في سوق في كيسمايو. {}"
CLAIMED = "الصومال: حركة الشباب تتبنى تفجير سوق كيسمايو\n\nأعلنت حركة الشباب مسؤوليتها عن تفجير سوق كيسمايو السبت."


@pytest.mark.parametrize(
    ("words", "expected"),
    [("ولم تتبن أي جهة التفجير.", {"updates"}), ("ونفت حركة الشباب مسؤوليتها عن التفجير.", {"contradicts"})],
)
def test_nobody_has_claimed_it_until_somebody_does(words: str, expected: set[str]) -> None:
    result = engine().check([Draft(BLAST.format(words)), Draft(CLAIMED)])
    kinds = {claim.id: claim.kind for claim in result.claims}
    found = {one.relation for one in result.alignments if {kinds[id] for id in one.claims} == {"actor"}}
    assert found - {"agrees"} == expected
