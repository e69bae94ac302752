"""A set of gold pieces against the program: its scores, and whether they reach the figures of its TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import asdict

from tests.gold.pieces import FOLDER, Piece
from tests.gold.scoring import Answer, Score, score, table, total
from workbench.contract import check_json
from workbench.engine import Draft, Engine
from workbench.knowledge.base import load_knowledge
from workbench.resources import resource_folder

AT_MOST = frozenset(("false_alarms", "traps", "soft_per_thousand"))


def scores_of(pieces: Sequence[Piece]) -> list[Score]:
    """What the program reaches on each piece."""
    engine = Engine(load_knowledge(resource_folder()))
    return [score(piece, answer(engine, piece)) for piece in pieces]


def answer(engine: Engine, piece: Piece) -> Answer:
    """The program's answer to one piece."""
    drafts = [Draft(text, piece.date(side)) for side, text in sorted(piece.texts.items())]
    return check_json(engine.check(drafts))


def thresholds(name: str) -> dict[str, float]:
    """The figures of ``name``.toml by measure: at most for alarms and soft findings, at least for all others."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def short_of(scores: Sequence[Score], wanted: dict[str, float]) -> str:
    """What falls short of the figures, with the table of all pieces; empty where nothing does."""
    reached = asdict(total(scores))
    missed = [
        f"{name} {reached[name]:.3f}, wanted {figure}"
        for name, figure in wanted.items()
        if (reached[name] > figure if name in AT_MOST else reached[name] < figure)
    ]
    return f"{'; '.join(missed)}\n{table(scores)}" if missed else ""
