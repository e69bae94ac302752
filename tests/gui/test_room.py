"""Words have the room they need: letters stay joined at every zoom, names stay legible beside many reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.gui.material import DRAFT, DRAFTS, SECOND
from workbench.engine import Draft
from workbench.gui.dates import DatePopover
from workbench.gui.look import Look
from workbench.gui.pane.article_view import ArticleView
from workbench.gui.pane.typesetting import BODY
from workbench.gui.supporting import SupportsDialog
from workbench.gui.window import Window

TEXT = "قائد فيلق القدس الإيراني الجنرال قاسم سليماني ونائب رئيس هيئة الحشد الشعبي العراقي أبو مهدي المهندس " * 3
WIDTH = 480


@pytest.mark.parametrize(("zoom", "justified"), [(0.7, True), (1.0, True), (1.3, True), (2.0, False), (2.5, False)])
def test_letters_are_never_parted_to_fill_a_line(qtbot: QtBot, look: Look, zoom: float, justified: bool) -> None:
    view = ArticleView(look)
    qtbot.addWidget(view)
    view.resize(WIDTH, 700)
    view.show()
    view.show_text(TEXT)
    look.set_zoom(zoom)
    view.apply_look()
    QApplication.processEvents()
    wanted = Qt.AlignmentFlag.AlignJustify if justified else Qt.AlignmentFlag.AlignLeading
    assert view.document().defaultTextOption().alignment() == wanted
    metrics = QFontMetricsF(look.text(BODY * zoom))
    for word in ("القدس", "سليماني", "العراقي", "المهندس"):
        start = TEXT.index(word)
        boxes = view.geometry_of.boxes(start, start + len(word))
        assert len(boxes) == 1
        stretched = 1.12 if justified else 1.02  # Qt parts letters a little in every justified line
        assert boxes[0].right - boxes[0].left <= metrics.horizontalAdvance(word) * stretched + 1


def test_a_wider_pane_is_justified_again(qtbot: QtBot, look: Look) -> None:
    view = ArticleView(look)
    qtbot.addWidget(view)
    view.show()
    view.show_text(TEXT)
    for width, wanted in ((260, Qt.AlignmentFlag.AlignLeading), (700, Qt.AlignmentFlag.AlignJustify)):
        view.resize(width, 600)
        QApplication.processEvents()
        assert view.document().defaultTextOption().alignment() == wanted


def test_sources_are_named_beside_many_reports(window: Window, settle: Callable[[Window], None]) -> None:
    window.resize(1440, 900)
    window.actions_["sources"].trigger()
    table = window.workspace.sources.table
    assert not table.isColumnHidden(1)
    window.bench.set_drafts((*DRAFTS, *(Draft(SECOND, None, f"{number}.txt") for number in range(4))))
    settle(window)
    QApplication.processEvents()
    assert table.isColumnHidden(1)
    assert table.columnWidth(0) >= 150
    model = table.model()
    name = model.index(0, 0)
    assert window.look.say("sources.named") in str(name.data(Qt.ItemDataRole.AccessibleTextRole))
    assert window.look.say("sources.named") in str(name.data(Qt.ItemDataRole.ToolTipRole))


def test_a_claim_has_more_room_than_a_report_that_is_silent(
    qtbot: QtBot, window: Window, settle: Callable[[Window], None]
) -> None:
    window.bench.set_drafts((*DRAFTS, *(Draft("خبر آخر.", None, f"{number}.txt") for number in range(4))))
    settle(window)
    dialog = SupportsDialog(window)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    widths = [dialog.table.columnWidth(column) for column in range(6)]
    assert max(widths[2:]) < widths[1] < widths[0]
    assert widths[0] > 300


def test_what_was_inferred_of_a_date_stands_where_its_reason_stands(qtbot: QtBot, window: Window) -> None:
    popover = DatePopover(window.look, Draft(DRAFT), window.bench.reading("a"), lambda _: None, window)
    qtbot.addWidget(popover)
    titles = [label.text() for label in popover.findChildren(QLabel) if label.objectName() == "strong"]
    assert titles
    assert all(title[0].isalpha() for title in titles)  # an isolate in front would put it at the left
