"""A session's papers: marks, links, hints, second tries, and what is kept when the program dies."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from tests.training.papers_of import HOUR, IN_IN, TOLL, A, paper, small_exercise, span
from workbench.training import session
from workbench.training.papers import blank_paper, open_paper
from workbench.training.scoring import score_paper
from workbench.training.values import MarkPlace

EXERCISE = small_exercise()
BLANK = blank_paper(EXERCISE, "ريم")


def place(article: str, words: str) -> MarkPlace:
    found = span(article, words)
    return MarkPlace(article, found.start, found.end)


def test_a_selection_loses_its_spaces_and_stops() -> None:
    start = A.index("صباحا، وفق")
    assert session.trimmed(EXERCISE, MarkPlace("a", start - 1, start + 7)) == MarkPlace("a", start, start + 5)
    assert session.trimmed(EXERCISE, MarkPlace("a", start + 5, start + 7)) is None


def test_marking_choosing_linking_and_taking_back() -> None:
    one, id = session.with_mark(BLANK, place("a", "ثلاثة عمال"))
    same, again = session.with_mark(one, place("a", "ثلاثة عمال"))
    assert (same, again) == (one, id)
    two = session.with_answer(one, id, family="contradiction", kind="casualties", why="رقمان")
    three = session.with_link(two, id, place("b", "قُتل خمسة عمال"))
    assert score_paper(EXERCISE, three).entries[0].outcome == "found"
    assert session.with_link(three, id, place("b", "خمسة عمال")) == three
    assert session.without_place(three, id, place("b", "قُتل خمسة عمال")) == two
    assert session.without_place(two, id, place("a", "ثلاثة عمال")).marks == ()
    assert session.without_mark(three, id) == BLANK


def test_another_family_drops_a_kind_it_lacks() -> None:
    one, id = session.with_mark(BLANK, place("a", "ثلاثة عمال"))
    two = session.with_answer(one, id, family="contradiction", kind="casualties")
    assert session.mark_of(session.with_answer(two, id, family="copy"), id).kind == ""


def test_a_mark_made_on_the_way_to_a_link_is_taken_in() -> None:
    one, id = session.with_mark(BLANK, place("a", "ثلاثة عمال"))
    two, other = session.with_mark(one, place("b", "قُتل خمسة عمال"))
    three = session.with_link(two, id, place("b", "قُتل خمسة عمال"))
    assert [mark.id for mark in three.marks] == [id] != [other]


def test_names_of_marks_stay_apart_after_some_went() -> None:
    one, first = session.with_mark(BLANK, place("a", "ثلاثة عمال"))
    two, second = session.with_mark(one, place("a", "في في أسباب"))
    three, third = session.with_mark(session.without_mark(two, first), place("b", "197 شخصا"))
    assert len({mark.id for mark in three.marks}) == 2
    assert third != second


def test_hints_lead_to_what_is_not_found_step_by_step() -> None:
    found = paper(TOLL)
    hints = []
    while (hint := session.next_hint(EXERCISE, found)) is not None:
        hints.append(hint)
        found = session.with_hint(found, hint)
    assert hints == [("hour", 1), ("hour", 2), ("in-in", 1)]
    assert session.with_hint(found, ("hour", 1)) == found


def test_a_second_try_keeps_what_was_right() -> None:
    first = paper(TOLL, replace(HOUR, kind="date"), hints=(("hour", 1),))
    again = session.second_try(EXERCISE, first, ("hour", "in-in"))
    assert again.marks == (TOLL,)
    assert (again.only, again.hints, again.seconds, again.name) == (("hour", "in-in"), (), 0, "ريم")
    assert score_paper(EXERCISE, again).possible == 2


def test_a_session_survives(tmp_path: Path) -> None:
    assert session.kept_session(EXERCISE, tmp_path) is None
    working = paper(TOLL, IN_IN, seconds=90, hints=(("hour", 1),))
    session.keep_session(working, EXERCISE, tmp_path / "new")
    assert session.kept_session(EXERCISE, tmp_path / "new") == working
    done = session.handed_in(working, "  ريم \n حداد ", dt.date(2026, 11, 21))
    session.keep_session(done, EXERCISE, tmp_path / "new")
    kept = session.kept_session(EXERCISE, tmp_path / "new")
    assert kept is not None
    assert (kept.name, kept.handed_in) == ("ريم حداد", dt.date(2026, 11, 21))
    session.forget_session(EXERCISE, tmp_path / "new")
    assert session.kept_session(EXERCISE, tmp_path / "new") is None


def test_each_paper_handed_in_has_a_file_of_its_own(tmp_path: Path) -> None:
    first, second = paper(TOLL), paper(TOLL, HOUR)
    paths = [session.file_paper(one, EXERCISE, tmp_path) for one in (first, second)]
    assert len(set(paths)) == 2
    assert [open_paper(path) for path in paths] == [first, second]


@pytest.mark.parametrize("data", [b"", b"{", b"\0"])
def test_a_damaged_session_is_begun_anew(tmp_path: Path, data: bytes) -> None:
    session.session_path(tmp_path, EXERCISE).write_bytes(data)
    assert session.kept_session(EXERCISE, tmp_path) is None


def test_a_session_on_an_older_text_is_not_taken_up(tmp_path: Path) -> None:
    session.keep_session(replace(paper(TOLL), digest="0" * 12), EXERCISE, tmp_path)
    assert session.kept_session(EXERCISE, tmp_path) is None
