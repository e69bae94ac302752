"""Pairs of reports that tempt: other figures, times, places and words for other things. Nothing in them is wrong."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from typing import Any

import pytest

from tests.gold.pieces import FOLDER, HARD
from workbench.engine import Draft, Engine
from workbench.knowledge.base import load_knowledge
from workbench.resources import resource_folder

Pair = dict[str, Any]

FILES = sorted((FOLDER / "harmless").glob("*.json"))
PAIRS: list[Pair] = [pair for path in FILES for pair in json.loads(path.read_text(encoding="utf-8"))]


@cache
def engine() -> Engine:
    return Engine(load_knowledge(resource_folder()))


def test_every_pair_has_a_name_of_its_own() -> None:
    assert len(PAIRS) >= 500
    assert len({pair["id"] for pair in PAIRS}) == len(PAIRS)
    assert all(pair["a"].strip() and pair["b"].strip() and pair["tempts"].strip() for pair in PAIRS)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["id"])
def test_nothing_is_found(pair: Pair) -> None:
    drafts = [Draft(pair[side], dt.date.fromisoformat(pair[f"date_{side}"])) for side in "ab"]
    found = [finding for finding in engine().check(drafts).findings if finding.family in HARD]
    assert not found, [(one.family, one.kind, [place.text for place in one.places]) for one in found]
