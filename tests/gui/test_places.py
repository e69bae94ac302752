"""What a list speaks of is marked in the texts: a source's quotations in turn, an entry to verify, a row of claims."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from tests.gui.keys import press
from workbench.gui.pane.pane import Pane
from workbench.gui.panel.sources_panel import SourceRole
from workbench.gui.window import Window


def words(pane: Pane, spot: tuple[int, int] | None) -> str:
    assert spot is not None
    point = pane.view.offsets.point
    return pane.view.text[point(spot[0]) : point(spot[1])]


def row_of(window: Window, name: str) -> int:
    model = window.workspace.sources.model
    names = [model.index(n, 0).data(SourceRole.ROW).name for n in range(model.rowCount())]
    return names.index(name)


def click(qtbot: QtBot, window: Window, row: int) -> None:
    table = window.workspace.sources.table
    place = table.visualRect(table.model().index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_on_a_source_marks_where_it_is_quoted(qtbot: QtBot, window: Window) -> None:
    pane_a, pane_b = window.workspace.pane_a, window.workspace.pane_b
    window.actions_["sources"].trigger()
    click(qtbot, window, row_of(window, "الشرطة"))
    assert words(pane_a, pane_a.view.spot).startswith("قالت الشرطة إن حريقا")
    assert pane_b.view.spots == ()
    civil = row_of(window, "الدفاع المدني")
    click(qtbot, window, civil)
    assert pane_a.view.spots == ()
    assert len(pane_b.view.spots) == 2
    assert words(pane_b, pane_b.view.spot).startswith("اندلع حريق كبير")
    click(qtbot, window, civil)
    assert words(pane_b, pane_b.view.spot).startswith("وأصيب ستة أشخاص")
    assert "2" in window.status.message
    click(qtbot, window, civil)
    assert words(pane_b, pane_b.view.spot).startswith("اندلع حريق كبير")


def test_sources_by_keyboard(qtbot: QtBot, window: Window) -> None:
    pane_b = window.workspace.pane_b
    window.actions_["sources"].trigger()
    table = window.workspace.sources.table
    table.setFocus()
    assert pane_b.view.spots == ()  # turning to the page moves nothing
    assert row_of(window, "الدفاع المدني") == 0
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert words(pane_b, pane_b.view.spot).startswith("اندلع حريق كبير")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert words(pane_b, pane_b.view.spot).startswith("وأصيب ستة أشخاص")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert pane_b.view.spots == ()


def test_the_mark_is_painted_and_goes_with_the_next_finding(qtbot: QtBot, window: Window) -> None:
    page = window.workspace.pane_a.view.viewport()
    window.actions_["sources"].trigger()
    before = page.grab().toImage()
    click(qtbot, window, row_of(window, "الشرطة"))
    image = page.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, image.height(), 3)}
    assert window.look.colour("selection").name() in colours
    assert window.look.colour("accent").name() in colours
    assert image != before
    window.bench.set_current("calendar-weekday")
    assert window.workspace.pane_a.view.spots == ()


def test_an_entry_to_verify_and_a_row_of_claims_are_marked(window: Window) -> None:
    pane_a, pane_b = window.workspace.pane_a, window.workspace.pane_b
    window.actions_["settle"].trigger()
    todo = window.workspace.todo
    todo.list.setCurrentIndex(todo.model.index(1))
    todo.list.setCurrentIndex(todo.model.index(0))
    assert words(pane_a, pane_a.view.spot)
    window.actions_["claims"].trigger()
    table, model = window.workspace.claims.table, window.workspace.claims.model
    pair = next(n for n in range(model.rowCount()) if model.row_of(n).standing == "contradicts")
    chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
    table.selectionModel().setCurrentIndex(model.index(pair, 0), chosen)
    assert words(pane_a, pane_a.view.spot) == "40 متجرا"
    assert words(pane_b, pane_b.view.spot) == "65 متجرا"


def test_turning_to_a_page_leaves_the_texts_where_they_are(qtbot: QtBot, window: Window) -> None:
    window.resize(1024, 680)
    bar = window.workspace.pane_a.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    for name in ("claims", "events", "settle", "sources"):
        bar.setValue(bar.maximum())
        window.actions_[name].trigger()
        assert bar.value() == bar.maximum(), name
        assert window.workspace.pane_a.view.spots == ()
    window.actions_["settle"].trigger()
    qtbot.keyClick(window.workspace.todo.list, Qt.Key.Key_Down)
    assert window.workspace.todo.list.currentIndex().row() == 0
    assert window.workspace.pane_a.view.spot is not None
    window.bench.set_current("contradiction-quantity")
    window.actions_["claims"].trigger()
    bar.setValue(bar.maximum())
    window.actions_["findings"].trigger()  # back to the finding, and to its words
    view = window.workspace.pane_a.view
    assert any(mark.name == "contradiction-quantity" for mark in view.visible_marks(view.findings))


def test_what_was_told_of_a_source_goes_with_its_marks(qtbot: QtBot, window: Window) -> None:
    window.actions_["sources"].trigger()
    click(qtbot, window, row_of(window, "الدفاع المدني"))
    assert "الدفاع المدني" in window.status.message
    window.actions_["findings"].trigger()
    assert window.status.message == "اكتمل الفحص"
