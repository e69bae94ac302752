"""The program against the gold of this folder, all pieces together: no piece is skipped, the table tells the rest."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from tests.gold.pieces import Piece, read_pieces
from tests.gold.scoring import Answer, Score, score, total
from tests.gold.sets import AT_MOST, scores_of, short_of, thresholds

AT_LEAST = frozenset(("recall", "hard_recall", "alignment"))


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    return scores_of(read_pieces())


def test_the_gold_is_reached(scores: list[Score]) -> None:
    fault = short_of(scores, thresholds("thresholds"))
    assert not fault, fault


@pytest.mark.parametrize("name", ["thresholds", "exercises", "newsrooms"])
def test_the_figures_are_measures(scores: list[Score], name: str) -> None:
    assert set(thresholds(name)) <= set(asdict(total(scores))) == AT_LEAST | AT_MOST


def test_a_threshold_for_every_figure() -> None:
    assert set(thresholds("thresholds")) == AT_LEAST | AT_MOST


def test_an_empty_answer_scores_nothing() -> None:
    """The scorer can fail: without findings and alignments nothing is hit."""
    pieces = read_pieces()
    nothing = [
        score(piece, {
            "articles": [{"id": side, "text": text} for side, text in piece.texts.items()],
            "claims": [], "findings": [], "alignments": [],
        })
        for piece in pieces
    ]  # fmt: skip
    reached = total(nothing)
    assert (reached.recall, reached.alignment, reached.false_alarms) == (0.0, 0.0, 0)
    assert all(one.missed for one, piece in zip(nothing, pieces, strict=True) if piece.rows("expect"))


def perfect(piece: Piece) -> Answer:
    """The answer that a program would give that finds each expected row and nothing else."""
    findings = []
    for row in piece.rows("expect"):
        spans = []
        for place in ("a", "a2", "b", "b2"):
            if place in row:
                start = piece.texts[place[0]].index(row[place])
                spans.append({"article": place[0], "start": start, "end": start + len(row[place])})
        findings.append({"family": row["family"], "kind": row.get("kinds", ["any"])[0], "spans": spans})
    claims, alignments = [], []
    for number, row in enumerate(piece.rows("align")):
        ids = []
        for place in ("a", "a2", "b"):
            if place in row:
                start = piece.texts[place[0]].index(row[place])
                ids.append(f"{place}{number}")
                claims.append({"id": ids[-1], "article": place[0], "start": start, "end": start + len(row[place])})
        relation = row["relation"] if isinstance(row["relation"], str) else row["relation"][0]
        alignments.append({"claims": ids, "relation": relation})
    return {
        "articles": [{"id": side, "text": text} for side, text in piece.texts.items()],
        "claims": claims, "findings": findings, "alignments": alignments,
    }  # fmt: skip


@pytest.mark.parametrize("piece", read_pieces(), ids=lambda piece: piece.id)
def test_the_gold_can_be_reached(piece: Piece) -> None:
    """No piece contradicts itself: a perfect answer misses no row and sets off no trap."""
    one = score(piece, perfect(piece))
    assert (one.missed, one.unaligned, one.wrong) == ((), (), ())
