"""Counts of people that two reports of one event give in other words: what agrees, what a later report tells higher,
and what only looks like another count."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

SUNDAY, TUESDAY = dt.date(2024, 5, 5), dt.date(2024, 5, 7)
PRISON = "فرار من سجن لابي\n\nفرّ 38 سجينا من سجن مدينة لابي في غينيا فجر الأحد عبر نفق. {}"
BUS = "سقوط حافلة في تيارت\n\nسقطت حافلة ركاب في واد بولاية تيارت صباح الأحد، حسب الحماية المدنية. {}"

# what; text of both; A's sentence (Sunday); B's sentence (its day); (words of A, words of B, relation)
ROWS: list[tuple[str, str, str, str, dt.date, list[tuple[str, str, str]]]] = [
    ("a third one has died", PRISON, "وقُتل حارسان في إطلاق نار.", "وأعلنت الشرطة وفاة حارس ثالث متأثرا بإصابته.",
     TUESDAY, [("حارسان", "وفاة حارس", "updates")]),
    ("a third one, one day", PRISON, "وقُتل حارسان في إطلاق نار.", "وأعلنت الشرطة مقتل حارس ثالث.",
     SUNDAY, []),
    ("the third is the third of three", PRISON, "وقُتل ثلاثة حراس في إطلاق نار.", "وأعلنت الشرطة مقتل حارس ثالث.",
     SUNDAY, [("ثلاثة", "مقتل حارس", "agrees")]),
    ("one more", PRISON, "وقُتل حارسان في إطلاق نار.", "وأعلنت الشرطة مقتل حارس آخر متأثرا بجراحه.",
     SUNDAY, []),
    ("bodies found are some of the dead", BUS, "ولقي 14 شخصا حتفهم.", "وانتشل الغواصون جثتين من مجرى الوادي.",
     SUNDAY, []),
    ("bodies known by name", BUS, "ولقي 14 شخصا حتفهم.", "وجرى التعرف على تسع جثث حتى المساء.",
     SUNDAY, []),
    ("bodies buried", BUS, "ولقي 14 شخصا حتفهم.", "ووري 11 جثمانا الثرى في المدينة.",
     SUNDAY, []),
    ("bodies given to the families", BUS, "ولقي 14 شخصا حتفهم.", "وتسلمت العائلات خمس جثث.",
     SUNDAY, []),
    ("more bodies than dead", BUS, "ولقي 14 شخصا حتفهم.", "وعثر رجال الإنقاذ على 19 جثة.",
     SUNDAY, [("14", "19", "contradicts")]),
    ("bodies found, by two counts", BUS, "وانتشل الغواصون 14 جثة.", "وعثر رجال الإنقاذ على 19 جثة.",
     SUNDAY, [("14", "19", "contradicts")]),
    ("found, and known by name", BUS, "وانتشل الغواصون 14 جثة.", "وجرى التعرف على 9 جثث.",
     SUNDAY, []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "a", "b", "day", "told"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_counts_of_two_reports(text: str, a: str, b: str, day: dt.date, told: list[tuple[str, str, str]]) -> None:
    check = engine().check((Draft(text.format(a), SUNDAY), Draft(text.format(b), day)))
    claims = {claim.id: claim for claim in check.claims}
    bodies = {id for id, claim in claims.items() if claim.kind in ("casualties", "quantity") and claim.sentence > 1}
    found = [
        (claims[one].text, claims[other].text, alignment.relation)
        for alignment in check.alignments
        for one, other in [alignment.claims]
        if {one, other} <= bodies and alignment.relation != "unsure"
    ]
    assert found == told
