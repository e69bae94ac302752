"""An article held against itself: whatever contradicts across is told inside it too."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from tests.checks.subjects import engine
from tests.gold.pieces import FOLDER, Piece, read_pieces
from workbench.engine import Draft

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "news_pairs.dev.jsonl"


def unmirrored(text: str, date: dt.date | None) -> list[tuple[str, ...]]:
    """The words of contradictions between a text and itself that no finding inside it has."""
    findings = engine().check([Draft(text, date)] * 2).findings
    own = {
        tuple(sorted(place.text for place in one.places))
        for one in findings if len({place.article for place in one.places}) == 1
    }  # fmt: skip
    across = [one for one in findings if one.family == "contradiction" and one.scope == "across"]
    return [words for one in across if (words := tuple(sorted(place.text for place in one.places))) not in own]


@pytest.mark.parametrize("piece", read_pieces(FOLDER), ids=lambda piece: piece.id)
def test_a_piece_beside_itself(piece: Piece) -> None:
    for side, text in piece.texts.items():
        assert not unmirrored(text, piece.date(side))


def test_real_articles_beside_themselves() -> None:
    if not SHARED.exists():
        pytest.skip("the shared data of the project are not here")
    for line in SHARED.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for side in "ab":
            date = row.get(f"date_{side}")
            assert not unmirrored(row[side], dt.date.fromisoformat(date) if date else None), row["id"]
