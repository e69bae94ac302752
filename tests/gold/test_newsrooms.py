"""The program against pairs that two newsrooms worded, and the pieces themselves well formed."""

from __future__ import annotations

import pytest

from tests.gold.pieces import FOLDER, Piece, read_pieces
from tests.gold.sets import scores_of, short_of, thresholds
from tests.gold.test_gold_files import faults_of_piece, test_dated_weekdays_are_right_unless_planted

PIECES = read_pieces(FOLDER / "newsrooms")


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.id)
def test_a_piece_is_well_formed(piece: Piece) -> None:
    assert not list(faults_of_piece(piece))
    test_dated_weekdays_are_right_unless_planted(piece)


def test_the_program_on_two_newsrooms() -> None:
    fault = short_of(scores_of(PIECES), thresholds("newsrooms"))
    assert not fault, fault
