"""Who died and who came through, by what they do."""

from __future__ import annotations

import pytest

from tests.claims.sentences import assertions

# A sentence; the person and the state, None where it tells of none.
FATES: list[tuple[str, tuple[str, str] | None]] = [
    ("ونجا سائق الحافلة من الحادث.", ("driver bus", "rescued")),
    ("فيما نجا سائق القطار الذي عثر عليه المسعفون.", ("driver train", "rescued")),
    ("وأورد المصدر أن سائق الحافلة فارق الحياة.", ("driver bus", "killed")),
    ("وأكد أن سائق الشاحنة لقي بدوره حتفه.", ("driver truck", "killed")),
    ("وقال إن سائق القطار قضى في الحادث.", ("driver train", "killed")),
    ("ونجا الوزير من محاولة اغتيال.", ("minister", "rescued")),
    ("ولم ينج قائد الطائرة.", ("commander aircraft", "killed")),
    ("ولقي المدير استقبالا حافلا.", None),
    ("وقضى السائق ليلته في الفندق.", None),
    ("ونجا ثلاثة من الركاب.", None),
    ("ونجا الطفل من الغرق.", None),
    ("وتوفي السائق في المستشفى.", None),
    ("وربما نجا السائق.", None),
    ("وقتل سائقون في الحادث.", None),
]


@pytest.mark.parametrize(("text", "fate"), FATES, ids=[row[0] for row in FATES])
def test_what_became_of_them(text: str, fate: tuple[str, str] | None) -> None:
    found = [(claim.of, claim.state) for claim in assertions(text, "statement") if claim.predicate == "fate"]
    assert found == ([fate] if fate else [])
