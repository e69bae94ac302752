"""Events with their claims, and what a report has overtaken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.keys import press
from tests.gui.material import DRAFT, DRAFTS, StandIn
from workbench.engine import CheckResult
from workbench.gui.look import Look
from workbench.gui.panel.events_panel import EventRole, EventsModel
from workbench.gui.window import Window
from workbench.review.events import told_events
from workbench.review.overtaken import with_overtaken
from workbench.review.pairing import claim_words

Settle = Callable[[Window], None]


@pytest.fixture
def result() -> CheckResult:
    return StandIn().check(DRAFTS)


def test_an_event_has_the_claims_of_both(result: CheckResult) -> None:
    (event,) = told_events(result, "b")
    assert event.articles == ("a", "b")
    assert [told.claim.id for told in event.claims] == ["a3", "a1", "a2", "a4", "b7", "b5", "b6", "b8"]
    assert {told.claim.id: told.standing for told in event.claims}["a1"] == "contradicts"
    assert event.claims[3].standing == "only-a"
    assert event.claims[-1].standing == "only-b"


def test_what_belongs_to_no_event_stands_last(result: CheckResult) -> None:
    claims = tuple(replace(claim, event=None) if claim.id == "a4" else claim for claim in result.claims)
    events = tuple(replace(event, claims=tuple(id for id in event.claims if id != "a4")) for event in result.events)
    told = told_events(replace(result, claims=claims, events=events), None)
    assert [event.label is None for event in told] == [False, True]
    assert told[-1].claims[0].claim.id == "a4"
    assert told[0].articles == ("a",)


def test_a_statement_shows_what_it_states(result: CheckResult) -> None:
    claim = next(claim for claim in result.claims if claim.id == "a4")
    texts = {"a": DRAFT}
    verb = replace(claim, text="تماس", span=replace(claim.span, end=claim.span.start + 4))
    assert claim_words(verb, texts) == "تماس كهربائي"
    long = replace(verb, span=replace(verb.span, start=DRAFT.index("وتجدر"), end=DRAFT.index("وتجدر") + 5))
    assert claim_words(long, texts).startswith("وتجدر الإشارة إلى أن السوق")
    assert claim_words(long, texts).endswith("…")
    assert claim_words(replace(verb, kind="place"), texts) == "تماس"


def test_the_model(look: Look, result: CheckResult, qtmodeltester: ModelTester) -> None:
    model = EventsModel(look)
    qtmodeltester.check(model)
    model.set_events(told_events(result, "b"))
    qtmodeltester.check(model)
    heading = model.index(0, 0)
    assert heading.data() == "حريق السوق"
    assert "10 مارس 2024" in heading.data(EventRole.WHEN)
    assert "8" in heading.data(Qt.ItemDataRole.AccessibleTextRole)
    first = model.index(0, 0, heading)
    assert first.data() == "مساء الأحد"
    assert "متفقة" in first.data(Qt.ItemDataRole.AccessibleTextRole)
    first = model.index(1, 0, heading)
    assert "متناقضة" in first.data(Qt.ItemDataRole.AccessibleTextRole)
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    model.set_events(told_events(StandIn().check(DRAFTS), "b"))
    assert not resets  # the same events: the tree keeps its place
    model.set_events(told_events(StandIn().check(DRAFTS[:1]), None))
    assert resets
    qtmodeltester.check(model)


def test_walking_the_events_without_a_mouse(
    qtbot: QtBot, window: Window, settle: Settle, engine: StandIn
) -> None:
    window.actions_["events"].trigger()
    panel = window.workspace.events
    panel.tree.setFocus()
    heading = panel.model.index(0, 0)
    panel.tree.setCurrentIndex(heading)
    assert not panel.tree.isExpanded(heading)
    press(qtbot, window, Qt.Key.Key_Return)
    assert panel.tree.isExpanded(heading)
    for _ in range(4):
        press(qtbot, window, Qt.Key.Key_Down)
    assert panel.tree.currentIndex().data() == "تماس كهربائي"
    press(qtbot, window, "m")
    assert window.deeds.linking.waiting == "joined"
    for _ in range(4):
        press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, "m")
    settle(window)
    assert engine.asked[-1][1].joined == (("a4", "b8"),)
    assert panel.tree.isExpanded(panel.model.index(0, 0))
    assert panel.tree.currentIndex().data() == "ثلاث ساعات"  # a check leaves the list where it was


def test_overtaken_claims_ask_for_a_decision(result: CheckResult) -> None:
    assert with_overtaken(result) is result
    updates = tuple(
        replace(pair, relation="updates", late="b6") if pair.claims == ("a2", "b6") else pair
        for pair in result.alignments
    )
    more = with_overtaken(replace(result, alignments=updates)).findings
    assert [finding.rule for finding in more[len(result.findings) :]] == ["review.overtaken"]
    assert [place.article for place in more[-1].places] == ["a", "b"]
    assert more[-1].key == with_overtaken(replace(result, alignments=updates)).findings[-1].key
    own = tuple(replace(pair, late="a2") if pair.relation == "updates" else pair for pair in updates)
    assert with_overtaken(replace(result, alignments=own)).findings == result.findings  # the draft has the later word
