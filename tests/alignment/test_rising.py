"""Counts of an epidemic that a later report tells higher."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from tests.claims.sentences import article
from workbench.alignment.claims import pair_events
from workbench.alignment.stories.rising import rising_across

TUESDAY, WEDNESDAY, SUNDAY = dt.date(2024, 5, 7), dt.date(2024, 5, 8), dt.date(2024, 5, 12)
TOLL = "الكوليرا في الحديدة\n\nأودى وباء الكوليرا في الحديدة بحياة {} شخصا، بحسب مكتب الصحة في المحافظة."
FLED = "فرار من سجن لابي\n\nفرّ 38 سجينا من سجن مدينة لابي في غينيا عبر نفق فجر الثلاثاء. وذكر بيان أن الشرطة {}."
AMONG = "الكوليرا تتفشى في الحديدة\n\nبلغ عدد المصابين بوباء الكوليرا في الحديدة 1510 أشخاص، توفي {} منهم، بحسب الصحة."

# what; text and day of A; text and day of B; the counts that rise
ROWS = [
    ("the dead among the infected", TOLL.format(31), TUESDAY, AMONG.format(38), SUNDAY, [("31", "38")]),
    ("the other way round", AMONG.format(38), SUNDAY, TOLL.format(31), TUESDAY, [("38", "31")]),
    ("fallen", TOLL.format(38), TUESDAY, AMONG.format(31), SUNDAY, []),
    ("one day", TOLL.format(31), SUNDAY, AMONG.format(38), SUNDAY, []),
    ("women among the dead", TOLL.format(31), TUESDAY, AMONG.format("38 امرأة"), SUNDAY, []),
    ("taken again, some of those who fled", FLED.format("أعادت القبض على 11 من الفارين"), TUESDAY,
     FLED.format("قالت إن عدد من أعيد توقيفهم ارتفع إلى 19"), WEDNESDAY, [("11", "19")]),
    ("taken again, as of an evening", FLED.format("أعادت القبض على 11 من الفارين"), TUESDAY,
     FLED.format("قالت إن عدد من أعيد توقيفهم بلغ حتى مساء الأربعاء 19 شخصا"), WEDNESDAY, [("11", "19")]),
    ("taken again, not said to rise", FLED.format("أعادت القبض على 11 من الفارين"), TUESDAY,
     FLED.format("أوقفت 19 من حراس السجن"), WEDNESDAY, []),
    ("of a fire", "حريق\n\nقتل 31 شخصا في حريق في الحديدة.", TUESDAY,
     "حريق\n\nأصيب 60 شخصا في حريق في الحديدة، توفي 38 منهم.", SUNDAY, []),
]  # fmt: skip


@pytest.mark.parametrize(("a", "day_a", "b", "day_b", "risen"), [r[1:] for r in ROWS], ids=[r[0] for r in ROWS])
def test_what_a_later_report_tells_higher(
    a: str, day_a: dt.date, b: str, day_b: dt.date, risen: list[tuple[str, str]]
) -> None:
    one, other = article(a, day_a), article(b, day_b)
    knowledge = engine().knowledge
    found = rising_across(one, other, pair_events(one, other, knowledge), knowledge)
    assert [(candidate.a.text, candidate.b.text) for _, candidate in found] == risen
