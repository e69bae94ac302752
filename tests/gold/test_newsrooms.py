"""The program against pairs that two newsrooms worded, and the pieces themselves well formed."""

from __future__ import annotations

import tomllib
from dataclasses import asdict

import pytest

from tests.gold.pieces import FOLDER, Piece, read_pieces
from tests.gold.scoring import score, table, total
from tests.gold.test_gold_files import faults_of_piece, test_dated_weekdays_are_right_unless_planted
from workbench.contract import check_json
from workbench.engine import Draft, Engine
from workbench.knowledge.base import load_knowledge
from workbench.resources import resource_folder

PIECES = read_pieces(FOLDER / "newsrooms")
THRESHOLDS = tomllib.loads((FOLDER / "newsrooms.toml").read_text(encoding="utf-8"))
AT_LEAST = ("recall", "hard_recall", "alignment")


def test_every_piece_is_well_formed() -> None:
    faults = [f"{piece.id}: {fault}" for piece in PIECES for fault in faults_of_piece(piece)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.id)
def test_no_weekday_is_wrong_that_is_not_in_the_key(piece: Piece) -> None:
    test_dated_weekdays_are_right_unless_planted(piece)


def test_the_program_on_two_newsrooms() -> None:
    engine = Engine(load_knowledge(resource_folder()))
    scores = [
        score(piece, check_json(engine.check([Draft(text, piece.date(side)) for side, text in piece.texts.items()])))
        for piece in PIECES
    ]
    reached = asdict(total(scores))
    print(f"\n{table(scores)}")
    for name, wanted in THRESHOLDS.items():
        if name in AT_LEAST:
            assert reached[name] >= wanted, table(scores)
        else:
            assert reached[name] <= wanted, table(scores)
