"""Editing the draft: marks and decisions stay with their words, findings follow, mends and undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.keys import press, states
from tests.gui.material import DRAFT, StandIn
from workbench.gui.bench import recheck_delay
from workbench.gui.window import Window

Settle = Callable[[Window], None]


def type_at(window: Window, words: str, typed: str, qtbot: QtBot) -> None:
    view = window.workspace.pane_a.view
    cursor = view.textCursor()
    cursor.setPosition(view.offsets.units(view.text.index(words)))
    view.setTextCursor(cursor)
    for letter in typed:
        QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def test_typing_moves_marks_and_is_checked_anew(qtbot: QtBot, window: Window, settle: Settle, engine: StandIn) -> None:
    press(qtbot, window, "1")
    press(qtbot, window, "e")
    view = window.workspace.pane_a.view
    assert not view.isReadOnly()
    before = next(mark for mark in view.findings.marks if mark.name == "calendar-weekday")
    type_at(window, "إصابة ستة", "مقتل 1 و", qtbot)
    assert window.bench.stale
    after = next(mark for mark in view.findings.marks if mark.name == "calendar-weekday")
    assert after.start - before.start == len("مقتل 1 و")
    settle(window)
    assert "مقتل 1 وإصابة ستة" in window.bench.drafts[0].text
    assert engine.asked[-1][0][0].text == window.bench.drafts[0].text == view.text
    assert states(window)["contradiction-quantity"] == "confirmed"  # the decision stayed with its words
    fresh = next(mark for mark in view.findings.marks if mark.name == "calendar-weekday")
    assert fresh == after


def test_typing_after_an_astral_character(qtbot: QtBot, window: Window, settle: Settle) -> None:
    press(qtbot, window, "e")
    type_at(window, "وقال مسؤول", "ثم ", qtbot)
    settle(window)
    assert window.bench.drafts[0].text == DRAFT.replace("وقال مسؤول", "ثم وقال مسؤول")
    for _ in range(6):
        window.actions_["undo"].trigger()
    assert window.bench.drafts[0].text == DRAFT
    assert window.workspace.pane_a.view.text == DRAFT
    assert window.workspace.pane_a.view.toPlainText() == DRAFT


def test_deleting_lines_and_undoing(qtbot: QtBot, window: Window, settle: Settle) -> None:
    press(qtbot, window, "e")
    view = window.workspace.pane_a.view
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    settle(window)
    assert window.bench.drafts[0].text == ""
    assert not window.bench.findings_of("calendar")
    window.actions_["undo"].trigger()
    settle(window)
    assert window.bench.drafts[0].text == DRAFT
    assert len(window.bench.rows()) == 4


def test_a_decision_whose_words_left_becomes_an_orphan(qtbot: QtBot, window: Window, settle: Settle) -> None:
    window.bench.set_current("calendar-weekday")
    window.bench.note("calendar-weekday", "راجعت التقويم")
    window.bench.decide("calendar-weekday", "confirmed")
    start = DRAFT.index("السبت 11")
    window.bench.replace_words("a", start, start + len("السبت 11"), "الاثنين 11")
    settle(window)
    row = window.bench.row("calendar-weekday")
    assert row is not None
    assert row.orphan
    assert row.note == "راجعت التقويم"
    assert window.workspace.findings.model.finding_keys()[-1] == "calendar-weekday"
    window.actions_["undo"].trigger()
    settle(window)
    assert not window.bench.row("calendar-weekday").orphan


def test_accepting_a_mend_is_one_step(window: Window, settle: Settle) -> None:
    window.bench.set_current("calendar-weekday")
    window.actions_["mend"].trigger()
    settle(window)
    assert "الاثنين 11 مارس 2024" in window.bench.drafts[0].text
    assert "calendar-weekday" not in states(window)
    window.actions_["undo"].trigger()
    settle(window)
    assert window.bench.drafts[0].text == DRAFT


@pytest.mark.parametrize(("took", "delay"), [(0.0, 30), (0.01, 30), (0.02, 60), (0.04, 120), (3.0, 120)])
def test_a_check_waits_for_the_next_key_as_long_as_it_takes_itself(took: float, delay: int) -> None:
    assert recheck_delay(took) == delay


def test_after_a_mend_the_next_finding_is_chosen(qtbot: QtBot, window: Window, settle: Settle) -> None:
    order = window.bench.ordered_keys()
    window.bench.set_current("calendar-weekday")
    window.deeds.accept_mend(0)
    settle(window)
    assert "calendar-weekday" not in states(window)
    assert window.bench.current == order[order.index("calendar-weekday") + 1]
    window.bench.set_current(order[-1])
    start = window.bench.drafts[0].text.index("[وتجدر")
    window.bench.replace_words("a", start, start + 40, "")
    settle(window)
    assert order[-1] not in states(window)
    assert window.bench.current == order[-2]  # none follows: the one before
