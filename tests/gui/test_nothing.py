"""Where there is nothing: no finding, no words to paste. The window says so and leads on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from workbench.engine import Draft
from workbench.gui.window import Window

Settle = Callable[[Window], None]


def test_nothing_found_says_what_was_not_checked(empty_window: Window, settle: Settle) -> None:
    """And is no dead end: the claims that were read, or a second text."""
    drafts = (Draft("افتتح الوزير مدرسة في القرية."), Draft("تعادل الفريقان في المباراة."))
    panel = empty_window.workspace.findings
    for some, command, told in ((drafts[:1], "open-b", "نص واحد"), (drafts, "claims", "الصور")):
        empty_window.bench.set_drafts(some)
        empty_window.show_comparison()
        settle(empty_window)
        assert panel.empty.isVisible()
        assert panel.empty.sentence.text() == "لم يُعثر على تعارض"
        assert told in panel.empty.more.text()
        assert "لا تضمها جداول البرنامج" in panel.empty.more.text()
        assert panel.empty.button.text() == empty_window.look.say(f"command.{command}")
        assert empty_window.status.extra == "لا ملاحظات"
    panel.empty.button.click()
    assert empty_window.workspace.claims.isVisible()
    empty_window.actions_["language"].trigger()
    assert empty_window.status.extra == "No findings"


def test_a_clipboard_without_anything_is_told(empty_window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some systems hand over nothing at all before somebody copies for the first time."""
    monkeypatch.setattr(type(QApplication.clipboard()), "mimeData", lambda *_: None)
    for name in ("paste-a", "paste-b"):
        empty_window.tell("")
        empty_window.actions_[name].trigger()
        assert "الحافظة" in empty_window.status.message
    assert not empty_window.bench.drafts
