"""Long texts and large results: laid out and listed in pieces, and everything stands where it belongs in the end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.material import DRAFTS
from workbench.gui import workspace
from workbench.gui.look import Look
from workbench.gui.pane.article_view import ArticleView
from workbench.gui.window import Window

PARAGRAPH = "قالت الشرطة إن حريقا كبيرا اندلع مساء الأحد في السوق القديم وأتى على أربعين متجرا. " * 4
LONG = "\n\n".join(f"{number} {PARAGRAPH}" for number in range(300))


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> ArticleView:
    view = ArticleView(look)
    qtbot.addWidget(view)
    view.resize(420, 700)
    view.show()
    view.show_text(LONG)
    return view


def test_a_line_is_found_before_the_text_is_laid_out(view: ArticleView) -> None:
    assert not view.laid_out
    first, last = view.visible_range()
    assert first == 0
    assert 400 < last < 4_000
    assert not view.laid_out


def test_lines_are_found_where_qt_finds_them(qtbot: QtBot, view: ArticleView) -> None:
    qtbot.waitUntil(lambda: view.laid_out)
    height = view.whole_height()
    assert height == view.document().size().height() > 20_000
    layout = view.document().documentLayout()
    for step in range(200):
        y = height * step / 200 + 11
        begin, end = view.geometry_of.line_at(y)
        middle = view.geometry_of.middle(begin)
        if abs(middle - y) < 12:  # not between two paragraphs
            assert begin <= layout.hitTest(QPointF(200, y), Qt.HitTestAccuracy.FuzzyHit) <= end
    assert view.geometry_of.line_at(-50)[0] == 0
    assert view.geometry_of.line_at(height + 500)[1] >= len(LONG)


def test_a_change_of_width_lays_out_anew(qtbot: QtBot, view: ArticleView) -> None:
    qtbot.waitUntil(lambda: view.laid_out)
    before = view.whole_height()
    view.resize(600, 700)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: view.laid_out)
    assert view.whole_height() < before
    bar = view.verticalScrollBar()
    assert abs(bar.maximum() + bar.pageStep() - view.whole_height()) < 2


def test_a_page_is_never_drawn_aside_of_its_marks(qtbot: QtBot, view: ArticleView) -> None:
    """In an Arabic interface Qt counts a horizontal scroll bar's range from the right: there must be none."""
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: view.laid_out)
    view.grab()
    view.horizontalScrollBar().setRange(0, 6)  # as Qt does once lines were put flush
    assert view.horizontalScrollBar().maximum() == 0
    page = view.grab().toImage()
    left, right = view.viewport().width() - 32, view.viewport().width() - 28
    inked = [
        x for x in range(left - 8, right + 4)
        if any(page.pixelColor(x, y).lightness() < 100 for y in range(60, 600))
    ]  # fmt: skip
    assert inked
    assert abs(max(inked) - left) <= 3  # the letters begin at the margin


def test_colours_move_no_line(qtbot: QtBot, view: ArticleView, look: Look) -> None:
    qtbot.waitUntil(lambda: view.laid_out)
    look.set_theme("dark")
    view.apply_look()
    assert view.laid_out
    look.set_zoom(1.3)
    view.apply_look()
    assert not view.laid_out


def test_a_large_result_is_listed_after_its_marks(
    qtbot: QtBot, empty_window: Window, settle: Callable[[Window], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace, "MANY", 0)
    window = empty_window
    window.bench.set_drafts(DRAFTS)
    window.show_comparison()
    settle(window)
    space = window.workspace
    assert space.pane_a.view.findings.marks
    qtbot.waitUntil(lambda: len(space.findings.model.finding_keys()) == len(window.bench.rows()))
    assert space.channel.canvas.ribbons()
    assert space.findings.details.shown is not None
    assert space.findings.details.shown.key == window.bench.current
    assert space.findings.tree.currentIndex().isValid()


def test_scrolling_one_text_brings_the_aligned_claim_of_the_other(qtbot: QtBot, window: Window) -> None:
    """Where both are longer than the page the claim under the eye has its counterpart beside it."""
    bench, space = window.bench, window.workspace
    lead = "مقدمة لا شأن لها بالحادث. " * 60 + "\n\n"
    bench.replace_words("a", 0, 0, lead)
    bench.replace_words("b", 0, 0, lead * 3)
    for article in "ab":
        draft = bench.draft(article)
        assert draft is not None
        bench.replace_words(article, len(draft.text), len(draft.text), "\n\n" + lead * 4)
    qtbot.waitUntil(lambda: not bench.stale)
    a, b = space.pane_a.view, space.pane_b.view
    ribbon = next(one for one in space.channel.canvas.ribbons() if one.arc is None)
    qtbot.waitUntil(lambda: a.laid_out and b.laid_out)
    focus = a.viewport().height() * 0.4
    a.verticalScrollBar().setValue(0)
    a.verticalScrollBar().setValue(round(a.geometry_of.middle(ribbon.a[0]) - focus))
    height = a.geometry_of.middle(ribbon.a[0])
    line = [one for one in space.channel.canvas.ribbons() if a.geometry_of.middle(one.a[0]) == height]
    assert min(abs(b.geometry_of.middle(one.b[0]) - b.top() - focus) for one in line) < 3


def test_zooming_far_down_waits_for_the_place_and_comes_back_to_it(
    qtbot: QtBot, look: Look, view: ArticleView
) -> None:
    qtbot.waitUntil(lambda: view.laid_out)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() - 900)
    QApplication.processEvents()
    here, _ = view.geometry_of.line_at(view.top() + 40.0)
    look.set_zoom(1.3)
    view.apply_look()
    assert view.holding  # nothing below was laid out for it at once
    assert not view.viewport().updatesEnabled()
    view.bring(here - 50, 200)  # what is asked for meanwhile is where it ends
    qtbot.waitUntil(lambda: not view.holding)
    assert view.viewport().updatesEnabled()
    qtbot.waitUntil(lambda: view.laid_out)
    assert abs(view.geometry_of.middle(here - 50) - view.top() - 200) < 3
    look.set_zoom(1.0)
    view.apply_look()
    assert view.holding
    view.show_text("نص قصير")
    assert not view.holding
    assert view.viewport().updatesEnabled()


def test_other_colours_lay_nothing_out_anew(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    space = window.workspace
    ribbons = space.channel.canvas.ribbons()
    assert ribbons
    asked: list[object] = []
    hint = type(space.findings.delegate).sizeHint
    monkeypatch.setattr(
        type(space.findings.delegate), "sizeHint", lambda *given: (asked.append(given), hint(*given))[1]
    )
    window.actions_["theme"].trigger()
    assert not asked
    assert space.channel.canvas.ribbons() is ribbons
    colours = {colour.name() for colour, _ in space.pane_a.view.leaders.values()}
    assert colours <= {window.look.palette.relation(name).name() for name in window.look.palette.relations}
    QApplication.processEvents()
    page = space.findings.tree.viewport()
    assert page.grab().toImage().pixelColor(2, page.height() - 2) == window.look.colour("raised")
    window.actions_["language"].trigger()
    assert space.channel.canvas.ribbons() is not ribbons


def test_a_decision_changes_its_own_row_alone(window: Window) -> None:
    before = window.bench.rows()
    window.bench.decide("calendar-weekday", "confirmed")
    after = window.bench.rows()
    assert [row.state for row in after if row.key == "calendar-weekday"] == ["confirmed"]
    assert all(one is other for one, other in zip(before, after, strict=True) if one.key != "calendar-weekday")
