"""Names and titles from outside stay words: in tooltips, which Qt would take for markup, and in menus."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QSettings, Qt
from PySide6.QtGui import Qt as Rich
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.architecture.imports import PROJECT, modules_below
from tests.gui.material import DRAFT, REPORT, SECOND, StandIn
from workbench.engine import Draft
from workbench.gui.app import OpenOptions, open_window
from workbench.gui.plainwords import plain_entry, plain_tip
from workbench.gui.style import dress
from workbench.gui.window import Window
from workbench.gui.workspace import TABS

Settle = Callable[[Window], None]
HOSTILE = (
    "<b>عاجل</b>", "<img src='http://example.org/x.png'>", "<!-- x --> حريق", "<a href='file:///'>هنا</a>",
    "R&D &lt;b&gt; &amp;", "a < b > c", "<?xml version='1.0'?>", "<p>سطر</p>\n<p>سطر</p>", "</p><b>&#65;",
)  # fmt: skip


def read(tip: str) -> str:
    """What a person reads of a tooltip."""
    if not Rich.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.parametrize("words", HOSTILE)
def test_a_tooltip_shows_the_words(words: str) -> None:
    assert read(plain_tip(words)) == words


@given(st.text(alphabet="<>&;/!?abpiltg# \n\"'حر", max_size=40))
def test_any_tooltip_shows_the_words(words: str) -> None:
    assert read(plain_tip(words)).split() == words.split()


def test_words_without_signs_stay_as_they_are() -> None:
    assert plain_tip("حريق في السوق") == "حريق في السوق"
    assert plain_tip("") == ""


def test_a_menu_shows_the_words() -> None:
    assert plain_entry("R&D\tCtrl+Q") == "R&&D Ctrl+Q"


def tips(window: Window) -> Iterator[str]:
    """Every tooltip that a widget or a model of the window has just now."""
    for widget in window.findChildren(QWidget):
        yield widget.toolTip()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from tips_of(widget.model(), QModelIndex())


def tips_of(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)  # a list's are private
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            yield str(model.index(row, column, parent).data(Qt.ItemDataRole.ToolTipRole) or "")
        yield from tips_of(model, model.index(row, 0, parent))


@pytest.mark.parametrize("sign", ["<b>x</b>", "<img src=x>"])
def test_no_tooltip_of_the_window_is_taken_for_markup(
    qtbot: QtBot, settings: QSettings, settle: Settle, tmp_path: Path, sign: str
) -> None:
    """Articles full of markup, from a file whose name is markup, with every page of the panel looked at."""
    name = sign.replace("/", "")
    file = tmp_path / f"{name}.txt"
    file.write_text(f"{sign} حريق\n\nقالت الشرطة إن {sign} حريقا اندلع.", encoding="utf-8")
    settings.setValue("recent/paths", [str(file)])
    window = open_window(OpenOptions(lang="ar"), settings, StandIn)  # type: ignore[arg-type]
    qtbot.addWidget(window)
    seen = set(tips(window))
    assert any(name in read(tip) for tip in seen)
    drafts = [Draft(f"{sign} {text}", None, str(file)) for text in (DRAFT, REPORT, SECOND)]
    window.bench.set_drafts([Draft(drafts[0].text.replace("متجرا", f"{sign}متجرا"), None, str(file)), *drafts[1:]])
    window.show_comparison()
    settle(window)
    window.resize(1024, 680)
    for page in TABS:
        window.deeds.show_panel(page)
        window.grab()
        seen.update(tips(window))
    menu: QMenu = window.workspace.reports_menu()
    assert any(sign in action.text() for action in menu.actions())
    for tip in seen:
        if Rich.mightBeRichText(tip):
            assert sign in read(tip) or name in read(tip), tip
    window.bench.close()


def test_every_tooltip_goes_through_one_function() -> None:
    """What is said in the window's own words needs no escaping; everything else goes through ``plain_tip``."""
    own = ("look.say(", "plain_tip(", ".toolTip()")
    bare = {}
    for path in modules_below(PROJECT / "workbench" / "gui"):
        source = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "setToolTip":
                said = ast.get_source_segment(source, node.args[0]) or ""
                if not any(word in said for word in own) and said not in ("level", 'cap if self._narrow else ""'):
                    bare[f"{path.name}:{node.lineno}"] = said
    assert not bare


def test_both_windows_are_dressed_by_one_function(window: Window) -> None:
    from workbench.gui.style import style_sheet

    sheet = window.styleSheet()
    window.setStyleSheet("")
    dress(window, window.look)
    assert window.styleSheet() == sheet == style_sheet(window.look)
    for path in modules_below(PROJECT / "workbench" / "gui"):
        if path.name != "style.py":
            assert "qt_palette(" not in path.read_text(encoding="utf-8"), path
