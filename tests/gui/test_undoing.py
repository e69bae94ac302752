"""Undo and redo say what they took back and show the finding it was about."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.keys import press
from workbench.gui.window import Window

Settle = Callable[[Window], None]


def test_undo_says_what_was_undone_and_shows_it(qtbot: QtBot, window: Window, settle: Settle) -> None:
    press(qtbot, window, "1")
    assert window.bench.current == "calendar-weekday"
    window.actions_["undo"].trigger()
    assert plain(window.status.message) == "تراجعت عن: تأكيد «40 متجرا»"
    assert window.bench.current == "contradiction-quantity"
    window.actions_["redo"].trigger()
    assert plain(window.status.message) == "أعدت: تأكيد «40 متجرا»"
    press(qtbot, window, "4")
    assert window.status.message == "اكتمل الفحص"
    window.look.set_language("en")
    window.bench.replace_words("a", 0, 0, "عاجل: ")
    settle(window)
    window.actions_["undo"].trigger()
    settle(window)  # the check that follows does not speak over it
    assert plain(window.status.message) == "Undone: edit “عاجل:”"
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.status.message == "Check complete"
    window.bench.set_date("a", dt.date(2024, 3, 12))
    settle(window)
    window.actions_["undo"].trigger()
    assert plain(window.status.message) == "Undone: setting of the date"


def test_a_mend_that_is_undone_brings_its_finding_back(window: Window, settle: Settle) -> None:
    window.bench.set_current("calendar-weekday")
    window.deeds.accept_mend(0)
    settle(window)
    assert window.bench.current != "calendar-weekday"
    window.actions_["undo"].trigger()
    settle(window)
    assert plain(window.status.message) == "تراجعت عن: إصلاح «الاثنين 11 مارس 2024»"
    assert window.bench.current == "calendar-weekday"
    window.actions_["redo"].trigger()
    settle(window)
    assert window.bench.current == "sourcing-anonymous"


def plain(sentence: str) -> str:
    """Without the signs that hold directions apart."""
    return "".join(letter for letter in sentence if unicodedata.category(letter) != "Cf")
