"""Answer files: out and back, told apart, refused in a sentence."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.training.papers_of import HOUR, IN_IN, TOLL, paper, small_exercise
from workbench.training.faults import PaperError
from workbench.training.papers import check_fits, open_paper, paper_json, read_paper, save_paper
from workbench.training.values import Mark, MarkPlace

EXERCISE = small_exercise()
PAPER = paper(
    replace(TOLL, why="لأن الحصيلة لم تتغير", verify="الدفاع المدني"), HOUR, IN_IN,
    hints=(("toll", 1), ("toll", 2)), seconds=680, handed_in=dt.date(2026, 11, 21),
)  # fmt: skip


def written(**changes: Any) -> bytes:
    return json.dumps(paper_json(PAPER, EXERCISE) | changes).encode()


def test_out_and_back(tmp_path: Path) -> None:
    path = tmp_path / "ريم.json"
    save_paper(PAPER, EXERCISE, path)
    assert open_paper(path) == PAPER
    check_fits(open_paper(path), EXERCISE)
    assert "ثلاثة عمال" in path.read_text(encoding="utf-8")


def test_nothing_personal_but_the_name_typed() -> None:
    assert set(paper_json(PAPER, EXERCISE)) == {
        "format", "exercise", "name", "marks", "hints", "seconds", "handed_in", "only",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"exercise": "other"}, "the exercise 'other', not 'roof'"),
        ({"version": 1}, "version 1 of the exercise; this is version 2"),
        ({"digest": "0" * 12}, "texts of the exercise have changed"),
        ({"marks": (Mark("1", (MarkPlace("a", 0, 99_999),)),)}, "words that the exercise does not have"),
        ({"marks": (Mark("1", (MarkPlace("c", 0, 1),)),)}, "words that the exercise does not have"),
        ({"hints": (("toll", 3),)}, "entries that the key does not have"),
        ({"only": ("nothing",)}, "entries that the key does not have"),
    ],
)
def test_another_exercise_version_or_text_is_told_apart(changes: Any, says: str) -> None:
    with pytest.raises(PaperError) as caught:
        check_fits(replace(PAPER, **changes), EXERCISE)
    assert says in caught.value.why.en


MARK = {"id": "1", "places": [{"article": "a", "start": 1, "end": 3}], "family": "copy", "kind": "bracket"}
BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"format": "x"}, "no answer file"),
    ({"exercise": 3}, "exercise: must be an object"),
    ({"name": 5}, "name: must be words"),
    ({"name": "x" * 200}, "name: is longer than 120"),
    ({"marks": {}}, "marks: must be a list"),
    ({"marks": [MARK] * 301}, "has more than 300 rows"),
    ({"marks": [MARK, MARK]}, "Two marks are named '1'"),
    ({"marks": [{**MARK, "places": []}]}, "names no words"),
    ({"marks": [{**MARK, "places": [{"article": "a", "start": 3, "end": 3}]}]}, "must lie behind start"),
    ({"marks": [{**MARK, "places": [{"article": "a", "start": -1, "end": 3}]}]}, "must lie between"),
    ({"marks": [{**MARK, "family": "gossip"}]}, "'gossip' is none of"),
    ({"marks": [{**MARK, "kind": "sum"}]}, "'sum' is none of"),
    ({"hints": [["toll"]]}, "must be pairs"),
    ({"hints": [["toll", True]]}, "must be pairs"),
    ({"seconds": -4}, "seconds: must lie between"),
    ({"handed_in": "today"}, "must be a day"),
    ({"spy": 1}, "spy: is a field that nobody reads"),
]


@pytest.mark.parametrize(("changes", "says"), BROKEN, ids=[says for _, says in BROKEN])
def test_a_malformed_paper_is_refused_in_a_sentence(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(PaperError) as caught:
        read_paper(written(**changes))
    assert says in caught.value.why.en
    assert "\n" not in caught.value.why.en + caught.value.why.ar


@given(st.binary(max_size=200))
@settings(max_examples=60, deadline=None)
def test_noise_is_no_paper(data: bytes) -> None:
    with pytest.raises(PaperError):
        read_paper(data)


def test_a_paper_too_large_and_a_paper_that_is_not_there(tmp_path: Path) -> None:
    big = tmp_path / "big.json"
    big.write_bytes(b" " * (2 * 1024 * 1024 + 1))
    for path in (big, tmp_path / "none.json", tmp_path):
        with pytest.raises(PaperError):
            open_paper(path)
