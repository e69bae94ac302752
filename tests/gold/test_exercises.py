"""The exercises as gold: true to the shipped ones, well formed, and the program held against them."""

from __future__ import annotations

import pytest

from tests.gold.from_exercises import INTO, exercises, files_of
from tests.gold.pieces import read_pieces
from tests.gold.sets import scores_of, short_of, thresholds
from tests.gold.test_gold_files import faults_of_piece, test_dated_weekdays_are_right_unless_planted

PIECES = read_pieces(INTO)


def test_the_gold_is_what_the_exercises_say() -> None:
    wanted = {name: text for exercise in exercises() for name, text in files_of(exercise).items()}
    there = {path.name: path.read_text(encoding="utf-8") for path in INTO.iterdir()}
    assert there == wanted, "run python -m tests.gold.from_exercises"


def test_every_piece_is_well_formed() -> None:
    faults = [f"{piece.id}: {fault}" for piece in PIECES for fault in faults_of_piece(piece)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.id)
def test_no_weekday_is_wrong_that_is_not_in_the_key(piece) -> None:  # type: ignore[no-untyped-def]
    test_dated_weekdays_are_right_unless_planted(piece)


def test_the_program_on_the_exercises() -> None:
    fault = short_of(scores_of(PIECES), thresholds("exercises"))
    assert not fault, fault
