"""Every model under Qt's own model tester, with its named roles."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.modeltest import ModelTester

from tests.gui.material import DRAFTS, StandIn
from workbench.engine import CheckResult
from workbench.gui.look import Look
from workbench.gui.panel.claims_model import ClaimRole, ClaimsModel
from workbench.gui.panel.findings_model import FindingRole, FindingsModel
from workbench.gui.panel.sources_panel import SourceRole, SourcesModel
from workbench.gui.panel.todo_panel import TodoModel, TodoRole
from workbench.review.decisions import Decision, Review
from workbench.review.pairing import claim_rows
from workbench.review.rows import Sieve, finding_rows
from workbench.review.sources import source_rows
from workbench.review.todo import todo_items


def role_names(model: QAbstractItemModel) -> set[str]:
    return {bytes(name.data()).decode() for name in model.roleNames().values()}


@pytest.fixture
def result() -> CheckResult:
    return StandIn().check(DRAFTS)


def test_findings(look: Look, result: CheckResult, qtmodeltester: ModelTester) -> None:
    review = Review()
    model = FindingsModel(look)
    qtmodeltester.check(model)
    model.set_rows(finding_rows(result, review))
    qtmodeltester.check(model)
    kinds = ("contradiction-quantity", "calendar-weekday", "sourcing-anonymous", "copy-insertion")
    assert model.finding_keys() == kinds
    first = model.index(0, 0, model.index(0, 0))
    assert first.data(FindingRole.FAMILY) == "contradiction"
    assert first.data(FindingRole.QUOTATIONS) == ["40 متجرا", "65 متجرا"]
    assert first.data(FindingRole.EVENT) == "حريق السوق"
    assert first.data(FindingRole.STATE) == "open"
    assert model.index(0, 0).data(FindingRole.COUNT) == 1
    review.decide(Decision("contradiction-quantity", "confirmed"), result.findings[0])
    model.set_rows(finding_rows(result, review))
    assert first.data(FindingRole.STATE) == "confirmed"  # no reset: the index still stands
    model.set_sieve(Sieve(only_open=True))
    qtmodeltester.check(model)
    assert "contradiction-quantity" not in model.finding_keys()
    model.set_sieve(Sieve(text="المتاجر"))
    assert model.finding_keys() == ("contradiction-quantity",)
    assert role_names(model) >= {"key", "family", "severity", "quotations", "event", "state"}


def test_claims(look: Look, result: CheckResult, qtmodeltester: ModelTester) -> None:
    model = ClaimsModel(look)
    qtmodeltester.check(model)
    model.set_rows(claim_rows(result, "b"))
    qtmodeltester.check(model)
    standings = [model.index(row, 0).data(ClaimRole.STANDING) for row in range(model.rowCount())]
    assert sorted(standings) == ["agrees", "agrees", "contradicts", "only-a", "only-b"]
    assert model.count("") == 5
    model.narrow("contradicts")
    qtmodeltester.check(model)
    assert model.index(0, 0).data() == "40 متجرا"
    assert model.index(0, 2).data() == "65 متجرا"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole).replace("\u200f", "") == (
        "\u2068\u206640\u2069\u2069 (\u2068متجر\u2069)"
    )
    assert "standing" in role_names(model)


def test_todo(look: Look, result: CheckResult, qtmodeltester: ModelTester) -> None:
    model = TodoModel(look)
    items = todo_items(result, "b")
    model.set_items(items, frozenset())
    qtmodeltester.check(model)
    assert len(items) == 1
    assert "تماس كهربائي" in items[0].words
    assert model.index(0).data(TodoRole.SETTLES)
    model.set_items(items, frozenset({items[0].key}))
    assert model.index(0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked


def test_sources(look: Look, result: CheckResult, qtmodeltester: ModelTester) -> None:
    model = SourcesModel(look)
    rows = source_rows(result)
    model.set_rows(rows, ("a", "b"))
    qtmodeltester.check(model)
    assert {row.name: row.counts for row in rows if row.standing == "named"} == {
        "الدفاع المدني": {"b": 2}, "الشرطة": {"a": 1},
    }  # fmt: skip
    assert model.index(len(rows) - 1, 0).data(SourceRole.STANDING) == "anonymous"
