"""Two reports that nobody dated, about neighbouring weekdays: one story that goes on, where enough else is shared."""

from __future__ import annotations

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

FIRST = (
    "العاصفة «هبة» تعزل قرى لبنانية\n\nتساقطت الثلوج الخميس في قرى قضاء بشري اللبنانية، مصحوبة برياح بلغت سرعتها 95 "
    "كيلومترا في الساعة، وقطعت العاصفة «هبة» 12 طريقا جبليا وأغلقت 37 مدرسة. {}"
)
SECOND = (
    "العاصفة «هبة» تقفل مدارس لبنان\n\nهبت العاصفة «هبة» ليل {} على قضاء بشري اللبناني، وبلغت سرعة الرياح 95 كيلومترا "
    "في الساعة، وانقطع 12 طريقا جبليا وأغلقت 37 مدرسة. {}"
)
# name; the other's weekday; a sentence of each; which figures agree, which claims contradict
ROWS = [
    ("the night before", "الأربعاء", "وأصيب ثلاثة أشخاص.", "وأصيب خمسة أشخاص.", {"95", "12", "37"}, set()),
    ("the same day", "الخميس", "وأصيب ثلاثة أشخاص.", "وأصيب خمسة أشخاص.", {"95", "12", "37"}, {"ثلاثة", "خمسة"}),
]  # fmt: skip


@pytest.mark.parametrize(("day", "a", "b", "agree", "differ"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_neighbouring_weekdays(day: str, a: str, b: str, agree: set[str], differ: set[str]) -> None:
    result = engine().check([Draft(FIRST.format(a)), Draft(SECOND.format(day, b))])
    words = {claim.id: claim.text for claim in result.claims}
    told = {relation: {words[id] for one in result.alignments if one.relation == relation for id in one.claims}
            for relation in ("agrees", "contradicts")}  # fmt: skip
    assert agree <= {word for text in told["agrees"] for word in text.split()}
    assert told["contradicts"] == differ
