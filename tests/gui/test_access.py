"""What a screen reader is told, and where the Tab key goes."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from workbench.gui.panel.claims_panel import ClaimsPanel
from workbench.gui.window import Window
from workbench.gui.workspace import TABS

QUOTED = re.compile("\u2068[^\u2069]*\u2069")
ARABIC = re.compile("[\u0620-\u064a]")


def spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


def tab_chain(window: Window) -> list[QWidget]:
    """What the Tab key walks, from what has the keyboard until it comes round."""
    chain: list[QWidget] = []
    widget = window.focusWidget()
    while widget is not None and widget not in chain and len(chain) < 80:
        chain.append(widget)
        window.focusNextPrevChild(True)
        widget = window.focusWidget()
    return chain


@pytest.mark.parametrize("code", ["ar", "en"])
@pytest.mark.parametrize("panel", TABS)
def test_whatever_takes_the_keyboard_has_a_name(qtbot: QtBot, window: Window, panel: str, code: str) -> None:
    window.look.set_language("en" if code == "ar" else "ar")
    window.look.set_language(code)
    window.deeds.show_panel(panel)
    QApplication.processEvents()
    chain = tab_chain(window)
    assert len(chain) > 8
    names = {widget: spoken_name(widget) for widget in chain}
    assert not [type(widget).__name__ for widget, name in names.items() if not name]
    other = window.top.language  # it names the other language in that language
    arabic = {name: bool(ARABIC.search(QUOTED.sub("", name) if code == "en" else name))
              for widget, name in names.items() if widget is not other}  # fmt: skip
    assert not [name for name, is_arabic in arabic.items() if is_arabic != (code == "ar")]


def test_the_tab_key_reaches_texts_dates_list_and_decisions(window: Window) -> None:
    space = window.workspace
    space.findings.tree.setFocus()
    chain = tab_chain(window)
    wanted = [
        space.findings.tree, space.findings.note, *space.findings.bar.buttons, window.top.field,
        space.pane_a.header.date, space.pane_a.view, space.channel.header.lock, space.pane_b.header.date,
        space.pane_b.view, space.side.tabs, space.findings.filter,
    ]  # fmt: skip
    assert [widget for widget in chain if widget in wanted] == wanted


@pytest.mark.parametrize("panel", TABS)
def test_a_page_that_is_turned_to_takes_the_keyboard(window: Window, panel: str) -> None:
    window.workspace.pane_a.view.setFocus()
    window.actions_[panel].trigger()
    page = window.workspace._lists()[panel]
    assert window.focusWidget() is page


def test_a_key_shows_where_the_keyboard_went(qtbot: QtBot, window: Window) -> None:
    panel = window.workspace.claims
    window.actions_["claims"].trigger()
    assert panel.ring.isVisible()
    assert panel.ring.geometry() == panel.table.rect()
    window.workspace.pane_a.view.setFocus()
    assert not panel.ring.isVisible()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=panel.table.viewport().rect().center())
    assert panel.table.hasFocus()
    assert not panel.ring.isVisible()


def test_arrow_keys_walk_the_tabs(qtbot: QtBot, window: Window) -> None:
    tabs = window.workspace.side.tabs
    tabs.setFocus()
    walked = []
    for _ in range(2):
        qtbot.keyClick(tabs, Qt.Key.Key_Left)  # onward where the interface runs from right to left
        walked.append((tabs.current, spoken_name(tabs)))
    assert walked == [("claims", "الادعاءات"), ("events", "الأحداث")]
    assert window.focusWidget() is tabs


def test_the_welcome_page_says_which_place_a_button_is_for(empty_window: Window) -> None:
    empty_window.show_welcome()
    names = [spoken_name(widget) for widget in tab_chain(empty_window)]
    assert "افتح المسودة (أ)…" in names
    assert "افتح التقرير (ب)…" in names
    assert all(names)


def test_rows_say_what_colours_say(window: Window) -> None:
    window.bench.decide("contradiction-quantity", "confirmed")
    model = window.workspace.findings.model
    words = str(model.index_of("contradiction-quantity").data(Qt.ItemDataRole.AccessibleTextRole))
    for said in ("تناقض", "عدد", "عالية", "40 متجرا", "65 متجرا", "مؤكدة"):
        assert said in words


def test_the_timeline_is_left_without_a_key(qtbot: QtBot, window: Window) -> None:
    window.actions_["timeline"].trigger()
    assert not window.workspace.side.isVisible()
    qtbot.mouseClick(window.workspace.timeline.close_chip, Qt.MouseButton.LeftButton)
    assert window.workspace.side.isVisible()
    assert not window.workspace.timeline.isVisible()


def test_tables_keep_their_row_through_a_check(window: Window, settle) -> None:
    window.actions_["claims"].trigger()
    panel: ClaimsPanel = window.workspace.claims
    row = next(n for n in range(panel.model.rowCount()) if panel.model.row_of(n).standing == "only-b")
    panel.table.selectionModel().setCurrentIndex(
        panel.model.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    scrolled: list[object] = []
    panel.chosen.connect(scrolled.append)
    start = window.bench.drafts[0].text.index("ستة أشخاص")
    window.bench.replace_words("a", start, start + len("ستة أشخاص"), "بعضهم")
    settle(window)
    current = panel.model.row_of(panel.table.currentIndex().row())
    assert current.standing == "only-b"
    assert current.b_words == "ثلاث ساعات"
    assert not scrolled
