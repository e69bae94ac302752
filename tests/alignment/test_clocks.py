"""One row a pair of sentences in two reports of one story: whether their clocks tell one moment, two, or nothing of
each other."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

TRUCE = "هدنة في الخرطوم\n\nاتفق الجيش السوداني وقوات الدعم السريع السبت على هدنة في الخرطوم مدتها 72 ساعة. "
QUAKE = "زلزال يضرب هرمزغان\n\nضرب زلزال قوته 6.4 درجات محافظة هرمزغان في إيران الثلاثاء وقتل أربعة أشخاص. "
DAY = dt.date(2022, 11, 15)

# what; the story; sentence of A; sentence of B; the relation of their clocks
ROWS = [
    ("from and at", TRUCE, "وتسري الهدنة اعتبارا من الساعة السادسة صباح الأحد بتوقيت الخرطوم.",
     "وتبدأ الهدنة عند الساعة التاسعة صباح الأحد بالتوقيت المحلي.", "contradicts"),
    ("from and since", TRUCE, "وتسري الهدنة ابتداء من الساعة السادسة صباح الأحد.",
     "وتبدأ الهدنة الساعة الثامنة صباح الأحد.", "contradicts"),
    ("by two clocks, two moments", TRUCE, "وتبدأ الهدنة الساعة السادسة صباح الأحد بتوقيت الخرطوم.",
     "وتبدأ الهدنة الساعة السادسة صباح الأحد بتوقيت غرينتش.", "contradicts"),
    ("by two clocks, one moment", TRUCE, "وتبدأ الهدنة الساعة السادسة صباح الأحد بتوقيت الخرطوم.",
     "وتبدأ الهدنة الساعة الرابعة صباح الأحد بتوقيت غرينتش.", "agrees"),
    ("begins and ends", TRUCE, "وتبدأ الهدنة الساعة السادسة صباح الأحد بالتوقيت المحلي.",
     "وتنتهي الهدنة الساعة التاسعة صباح الأربعاء بالتوقيت المحلي.", None),
    ("the truce and a meeting", TRUCE, "وتبدأ الهدنة الساعة السادسة صباح الأحد بالتوقيت المحلي.",
     "ويبدأ اجتماع الوسطاء الساعة العاشرة صباح الأحد بالتوقيت المحلي.", None),
    ("the local clock with the world's", QUAKE, "ووقع الزلزال عند الساعة 03:42 فجر الثلاثاء بتوقيت طهران.",
     "ووقع الزلزال عند الساعة 00:12 ت غ الثلاثاء.", "agrees"),
    ("two local clocks", QUAKE, "ووقع الزلزال عند الساعة 03:42 فجر الثلاثاء بالتوقيت المحلي (00:12 ت غ).",
     "ووقع الزلزال عند الساعة 03:42 فجر الثلاثاء بالتوقيت المحلي.", "agrees"),
]  # fmt: skip


@pytest.mark.parametrize(("story", "a", "b", "relation"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_clocks(story: str, a: str, b: str, relation: str | None) -> None:
    result = engine().check([Draft(story + a, DAY), Draft(story + b, DAY)])
    claims = {claim.id: claim for claim in result.claims}
    found = {
        alignment.relation for alignment in result.alignments
        if all("الساعة" in claims[id].text for id in alignment.claims)
    }  # fmt: skip
    assert found == ({relation} if relation else set())
