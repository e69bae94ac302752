"""Killed at random moments of writing: no acknowledged decision is lost, and the file opens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the writer is forked, which this system cannot")
def test_two_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.killing", str(tmp_path / "killed.fcw"), "200", "20241121"],
        cwd=PROJECT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert {name: told[name] for name in ("lost", "halves", "broken")} == {"lost": 0, "halves": 0, "broken": 0}, told
    assert told["rounds"] == told["taken_over"] == 200
    # The kills did hit the writing: decisions were written, and some transactions were cut in two.
    assert told["acknowledged"] > 200
    assert told["amid"] > 0
