"""The sample pair that a newcomer opens first: every fault planted in it is found, and no fault besides."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from tests.checks.subjects import engine
from workbench.checks.values import Finding
from workbench.engine import CheckResult, Draft
from workbench.resources import resource_folder

SAMPLES = resource_folder() / "samples"
SAMPLE: dict[str, Any] = json.loads((SAMPLES / "sample.json").read_text(encoding="utf-8"))
TEXTS = {side: (SAMPLES / f"sample-{side}.txt").read_text(encoding="utf-8") for side in "ab"}
HARD = {"contradiction", "anachronism", "calendar", "arithmetic"}


@pytest.fixture(scope="module")
def result() -> CheckResult:
    drafts = [Draft(TEXTS[side], dt.date.fromisoformat(SAMPLE[f"date_{side}"])) for side in "ab"]
    return engine().check(drafts)


def answers(finding: Finding, row: dict[str, Any]) -> bool:
    """Whether a finding is the one a row of the sample's key asks for."""
    if finding.family != row["family"] or finding.kind not in row.get("kinds", [finding.kind]):
        return False
    for side in "ab":
        if side in row:
            start = TEXTS[side].index(row[side])
            end = start + len(row[side])
            if not any(p.article == side and p.start < end and start < p.end for p in finding.places):
                return False
    return True


def test_the_key_speaks_of_words_in_the_texts() -> None:
    rows = [*SAMPLE["expect"], *SAMPLE["align"], *SAMPLE["never"]]
    missing = [row["id"] for row in rows for side in "ab" if side in row and TEXTS[side].count(row[side]) != 1]
    assert not missing


def test_every_family_is_at_work() -> None:
    assert {row["family"] for row in SAMPLE["expect"]} == HARD | {"sourcing", "copy"}


@pytest.mark.parametrize("row", SAMPLE["expect"], ids=[row["id"] for row in SAMPLE["expect"]])
def test_planted_faults_are_found(result: CheckResult, row: dict[str, Any]) -> None:
    assert any(answers(finding, row) for finding in result.findings)


def test_no_hard_fault_besides(result: CheckResult) -> None:
    others = [
        (finding.kind, [place.text for place in finding.places]) for finding in result.findings
        if finding.family in HARD and not any(answers(finding, row) for row in SAMPLE["expect"])
    ]  # fmt: skip
    assert not others


@pytest.mark.parametrize("row", SAMPLE["never"], ids=[row["id"] for row in SAMPLE["never"]])
def test_what_is_right_is_left_alone(result: CheckResult, row: dict[str, Any]) -> None:
    assert not any(answers(finding, row) for finding in result.findings)
