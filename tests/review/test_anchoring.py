"""Links and marks move along with edits of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gui.material import DRAFTS, StandIn
from workbench.review.anchoring import Edit, anchor_of, moved_links, overrides_for
from workbench.review.decisions import HandLink


@pytest.mark.parametrize(
    ("start", "end", "edit", "moved"),
    [
        (10, 20, Edit("a", 0, 0, 5), (15, 25)),
        (10, 20, Edit("a", 10, 0, 5), (15, 25)),
        (10, 20, Edit("a", 20, 0, 5), (10, 20)),
        (10, 20, Edit("a", 2, 4, 0), (6, 16)),
        (10, 20, Edit("a", 15, 0, 3), (10, 23)),
        (10, 20, Edit("a", 12, 4, 1), (10, 17)),
        (10, 20, Edit("a", 8, 5, 0), None),
        (10, 20, Edit("a", 18, 5, 0), None),
        (10, 20, Edit("a", 10, 10, 4), None),
    ],
)
def test_moved(start: int, end: int, edit: Edit, moved: tuple[int, int] | None) -> None:
    assert edit.moved(start, end) == moved


@given(st.text("ابت ", min_size=4, max_size=30), st.data())
def test_a_stretch_that_an_edit_does_not_touch_keeps_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    at = data.draw(st.integers(0, len(text)))
    removed = data.draw(st.integers(0, len(text) - at))
    added = data.draw(st.text("xyz", max_size=5))
    changed = text[:at] + added + text[at + removed :]
    place = Edit("a", at, removed, len(added)).moved(start, end)
    if at + removed <= start or at >= end:
        assert place is not None
        assert changed[place[0] : place[1]] == text[start:end]
    elif place is not None:
        assert 0 <= place[0] <= place[1] <= len(changed)


def test_links_become_overrides_of_the_next_reading() -> None:
    result = StandIn().check(DRAFTS)
    first, second = result.claims[0], next(claim for claim in result.claims if claim.article == "b")
    link = HandLink("parted", anchor_of(first), anchor_of(second))
    overrides, lost = overrides_for((link,), result.claims, frozenset({"x"}))
    assert overrides.parted == ((first.id, second.id),)
    assert overrides.hidden == {"x"}
    assert lost == ()
    shifted = moved_links((link,), Edit("a", 0, 0, 3))
    assert shifted[0].first.start == link.first.start + 3
    assert shifted[0].second == link.second
    assert overrides_for(shifted, result.claims)[1] == shifted
