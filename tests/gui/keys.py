"""What tests do with a window: press keys, look at states."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from workbench.gui.window import Window


def press(qtbot: QtBot, window: Window, key: str | Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """A key on what has the focus, or on the list of findings."""
    target = window.focusWidget() or window.workspace.findings.tree
    modifier = modifier or Qt.KeyboardModifier.NoModifier
    if isinstance(key, str) and not key.isascii():
        QTest.keySequence(target, QKeySequence(key))  # keyClicks aborts the process on what is not ASCII
    elif isinstance(key, str):
        qtbot.keyClicks(target, key, modifier)
    else:
        qtbot.keyClick(target, key, modifier)


def states(window: Window) -> dict[str, str]:
    return {row.key: row.state for row in window.bench.rows()}
