"""Code points and UTF-16 units agree about every place of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.gui.offsets import OffsetMap, shared_ends, shown

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


@given(texts, st.data())
def test_there_and_back(text: str, data: st.DataObject) -> None:
    offsets = OffsetMap(text)
    point = data.draw(st.integers(0, len(text)))
    assert offsets.units(point) == len(text[:point].encode("utf-16-le")) // 2
    assert offsets.point(offsets.units(point)) == point


@pytest.mark.parametrize(("unit", "point"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 3), (5, 3), (6, 4)])
def test_inside_a_pair_is_its_character(unit: int, point: int) -> None:
    assert OffsetMap("ا🔥ب🔥").point(unit) == point


@given(st.text(max_size=40))
def test_what_is_shown_keeps_every_place(text: str) -> None:
    assert len(shown(text)) == len(text)
    assert not any("\ud800" <= letter <= "\udfff" for letter in shown(text))


@pytest.mark.parametrize(
    ("first", "second", "ends"),
    [("", "", (0, 0)), ("abc", "abc", (3, 0)), ("abc", "axc", (1, 1)), ("aa", "aaa", (2, 0)), ("xab", "ab", (0, 2))],
)
def test_shared_ends(first: str, second: str, ends: tuple[int, int]) -> None:
    assert shared_ends(first, second) == ends
