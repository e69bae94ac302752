"""A checker's session, offscreen: walk, decide, undo, note, edit, align by hand, switch language and theme, reopen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QSettings, Qt, QUrl
from PySide6.QtGui import QPixmap, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.keys import press, states
from tests.gui.material import DRAFT, DRAFTS, REPORT, SECOND, StandIn
from workbench.engine import Draft
from workbench.gui.app import OpenOptions, open_window
from workbench.gui.window import Window
from workbench.review.decisions import STATES

Settle = Callable[[Window], None]


def test_the_first_contradiction_is_there_to_be_read(window: Window) -> None:
    assert window.bench.current == "contradiction-quantity"
    labels = [label.text() for label in window.workspace.findings.details.findChildren(QLabel)]
    assert "عددان مختلفان للمتاجر المحترقة" in labels
    assert "كلاهما عن السوق" in labels


def test_walking_by_keyboard(qtbot: QtBot, window: Window) -> None:
    window.workspace.findings.tree.setFocus()
    seen = [window.bench.current]
    for _ in range(3):
        press(qtbot, window, "j")
        seen.append(window.bench.current)
    assert tuple(seen) == window.workspace.findings.model.finding_keys()
    press(qtbot, window, "k")
    assert window.bench.current == seen[2]
    press(qtbot, window, "ت")
    assert window.bench.current == seen[3]
    press(qtbot, window, Qt.Key.Key_Up)
    assert window.bench.current == seen[2]


@pytest.mark.parametrize(
    ("key", "state"),
    [("1", "confirmed"), ("٣", "needs-source"), ("3", "needs-source"), ("4", "corrected"), ("٤", "corrected")],
)
def test_one_key_decides_and_moves_on(qtbot: QtBot, window: Window, key: str, state: str) -> None:
    window.workspace.findings.tree.setFocus()
    press(qtbot, window, key)
    assert states(window)["contradiction-quantity"] == state
    assert window.bench.current == "calendar-weekday"
    assert window.workspace.findings.counts.counts[state] == 1
    decision = window.bench.review.decision("contradiction-quantity")
    assert decision.when is not None
    assert decision.when.tzinfo is not None


def test_dismissing_asks_why(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, "2")
    menu = window.deeds.reasons
    assert menu is not None
    assert menu.isVisible()
    qtbot.keyClicks(menu, "2")
    decision = window.bench.review.decision("contradiction-quantity")
    assert (decision.state, decision.reason) == ("dismissed", "different-events")


def test_undo_and_redo(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, "1")
    press(qtbot, window, "4")
    window.bench.set_current("contradiction-quantity")
    window.bench.note("contradiction-quantity", "سألت الدفاع المدني")
    assert [states(window)[key] for key in ("contradiction-quantity", "calendar-weekday")] == ["confirmed", "corrected"]
    for _ in range(3):
        window.actions_["undo"].trigger()
    assert set(states(window).values()) == {"open"}
    assert window.bench.row("contradiction-quantity").note == ""
    for _ in range(3):
        window.actions_["redo"].trigger()
    assert window.bench.row("contradiction-quantity").note == "سألت الدفاع المدني"
    assert not window.actions_["redo"].isEnabled()


def test_notes_are_typed_without_setting_off_commands(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, "n")
    note = window.workspace.findings.note
    assert note.hasFocus()
    qtbot.keyClicks(note, "j1k")
    assert note.text() == "j1k"
    assert window.bench.current == "contradiction-quantity"
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert window.bench.row("contradiction-quantity").note == "j1k"


def test_filtering(qtbot: QtBot, window: Window) -> None:
    panel = window.workspace.findings
    panel.filter.setText("الاثنين")
    assert panel.model.finding_keys() == ("calendar-weekday",)
    panel.filter.setText("لا شيء كهذا")
    assert not panel.tree.isVisible()
    assert panel.empty.isVisible()
    panel.empty.button.click()
    assert len(panel.model.finding_keys()) == 4
    panel.families[0].setChecked(True)
    assert panel.model.finding_keys() == ("contradiction-quantity",)
    panel.families[0].setChecked(False)
    window.bench.decide("contradiction-quantity", "confirmed")
    press(qtbot, window, "o")
    assert "contradiction-quantity" not in panel.model.finding_keys()


def test_aligning_by_hand(qtbot: QtBot, window: Window, settle: Settle, engine: StandIn) -> None:
    linking = window.deeds.linking
    linking.claim_clicked("a4")
    press(qtbot, window, "m")
    linking.claim_clicked("b8")
    settle(window)
    assert engine.asked[-1][1].joined == (("a4", "b8"),)
    assert any(alignment.by == "person" for alignment in window.bench.result.alignments)
    window.actions_["undo"].trigger()
    settle(window)
    assert window.bench.review.links == ()


def test_aligning_without_a_mouse(qtbot: QtBot, window: Window, settle: Settle, engine: StandIn) -> None:
    window.actions_["claims"].trigger()
    table, model = window.workspace.claims.table, window.workspace.claims.model
    table.setFocus()
    rows = {model.row_of(n).standing: n for n in range(model.rowCount())}
    table.setCurrentIndex(model.index(rows["only-a"], 0))
    press(qtbot, window, "m")
    assert window.deeds.linking.waiting == "joined"
    table.setCurrentIndex(model.index(rows["only-b"], 0))
    press(qtbot, window, "m")
    settle(window)
    assert engine.asked[-1][1].joined == (("a4", "b8"),)
    rows = {model.row_of(n).standing: n for n in range(model.rowCount())}
    table.setCurrentIndex(model.index(rows["contradicts"], 0))
    press(qtbot, window, "s")
    settle(window)
    assert engine.asked[-1][1].same_event == (("a1", "b5"),)
    view = window.workspace.pane_a.view
    view.setFocus()
    cursor = view.textCursor()
    cursor.setPosition(view.offsets.units(view.text.index("تماس") + 1))
    view.setTextCursor(cursor)
    press(qtbot, window, "m")
    assert window.deeds.linking.waiting == "joined"
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.deeds.linking.waiting is None


def test_parting_the_current_finding_takes_it_away(qtbot: QtBot, window: Window, settle: Settle) -> None:
    press(qtbot, window, "p")
    settle(window)
    assert "contradiction-quantity" not in states(window)
    window.actions_["undo"].trigger()
    settle(window)
    assert "contradiction-quantity" in states(window)


def test_a_link_stays_with_its_words_through_edits(window: Window, settle: Settle, engine: StandIn) -> None:
    bench = window.bench
    bench.link("parted", bench.claim("a1"), bench.claim("b5"))
    settle(window)
    bench.replace_words("a", 0, 0, "عاجل: ")
    settle(window)
    assert engine.asked[-1][1].parted == (("a1", "b5"),)
    start = bench.drafts[0].text.index("40 متجرا")
    bench.replace_words("a", start, start + 2, "50")
    settle(window)
    assert len(bench.lost) == 1


def test_hiding_a_finding(window: Window, settle: Settle) -> None:
    window.actions_["hide"].trigger()
    settle(window)
    assert "contradiction-quantity" not in states(window)
    window.actions_["undo"].trigger()
    settle(window)
    assert "contradiction-quantity" in states(window)


def test_language_and_theme_switch_live(qtbot: QtBot, window: Window) -> None:
    window.actions_["language"].trigger()
    assert window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert window.workspace.findings.bar.buttons[0].text() == "Confirm"
    assert window.actions_["next"].text() == "Next finding"
    qtbot.waitUntil(lambda: window.workspace.pane_a.x() < window.workspace.pane_b.x())
    assert not window.workspace.pane_a.view.outer_right
    window.actions_["theme"].trigger()
    assert window.look.palette.theme == "dark"
    window.actions_["language"].trigger()
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    qtbot.waitUntil(lambda: window.workspace.pane_a.x() > window.workspace.pane_b.x())
    assert window.workspace.findings.bar.buttons[0].text() == "تأكيد"


def test_the_pages_turn_dark_with_the_rest(qtbot: QtBot, window: Window) -> None:
    """Set on the window, a style sheet gives the pages' viewports colours that no longer follow of themselves."""
    for _ in range(2):
        window.actions_["theme"].trigger()
        qtbot.wait(50)
        for pane in (window.workspace.pane_a, window.workspace.pane_b):
            page = pane.view.viewport()
            corner = page.grab().toImage().pixelColor(page.width() // 2, page.height() - 3)
            assert corner == window.look.colour("paper")


def test_reopened_as_it_was(qtbot: QtBot, window: Window, settings: QSettings, engine: StandIn) -> None:
    window.look.set_theme("dark")
    window.look.set_language("en")
    window.look.set_zoom(1.4)
    window.workspace.set_lock(False)
    window.close()
    again = open_window(OpenOptions(), settings, lambda: engine)
    qtbot.addWidget(again)
    assert (again.look.palette.theme, again.look.code, again.look.zoom) == ("dark", "en", 1.4)
    assert not again.workspace.lock.on
    assert again.settings.value("window/geometry") is not None


def test_spoilt_settings_keep_nobody_out(qtbot: QtBot, settings: QSettings, engine: StandIn) -> None:
    for name, value in (
        ("look/zoom", "large"), ("look/theme", "pink"), ("look/language", "fr"), ("look/digits", 7),
        ("window/geometry", "here"), ("window/panel", 3), ("keys/next", "no such key"), ("recent/paths", 5),
    ):  # fmt: skip
        settings.setValue(name, value)
    window = open_window(OpenOptions(), settings, lambda: engine)
    qtbot.addWidget(window)
    assert (window.look.zoom, window.look.palette.theme, window.look.code) == (1.0, "light", "ar")
    window.close()


def test_several_reports(window: Window, settle: Settle) -> None:
    window.put({"c": Draft(SECOND, None, "second.txt")})
    settle(window)
    assert len(window.bench.drafts) == 3
    window.bench.show_other("c")
    assert window.workspace.pane_b.view.text == SECOND
    assert window.workspace.pane_b.header.picker.isVisible()
    table = window.deeds.support_table()
    assert table["a1"] == {"b": "contradicts", "c": "agrees"}
    window.bench.set_current("calendar-weekday")
    window.bench.set_current("contradiction-quantity")
    assert window.bench.other == "b"  # the finding speaks of b: b is shown


def test_a_further_report_keeps_what_was_decided(window: Window, settle: Settle) -> None:
    window.bench.decide("calendar-weekday", "confirmed")
    window.put({"c": Draft(SECOND, None, "second.txt")})
    settle(window)
    assert states(window)["calendar-weekday"] == "confirmed"
    window.put({"a": Draft("نص آخر تماما عن أمر آخر.")})
    settle(window)
    assert set(states(window).values()) <= {"open"}


def test_saving_the_draft(window: Window, tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtWidgets import QFileDialog

    target = tmp_path / "kept.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.actions_["save-draft"].trigger()
    assert target.read_text(encoding="utf-8") == DRAFT
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "x.txt"), ""))
    window.actions_["save-draft"].trigger()
    assert "x.txt" in window.status.message


def test_cancelling_a_check(qtbot: QtBot, window: Window) -> None:
    window.bench.check()
    window.workspace.side.cancel.click()
    assert not window.bench.stale
    assert "F5" in window.status.message


def test_one_article_alone(empty_window: Window, settle: Settle) -> None:
    empty_window.bench.set_drafts(DRAFTS[:1])
    empty_window.show_comparison()
    settle(empty_window)
    assert not empty_window.workspace.pane_b.isVisible()
    assert "calendar-weekday" in states(empty_window)
    empty_window.actions_["claims"].trigger()
    table = empty_window.workspace.claims.table
    assert [table.isColumnHidden(column) for column in range(3)] == [False, True, True]
    empty_window.bench.set_drafts(DRAFTS)
    settle(empty_window)
    assert not any(table.isColumnHidden(column) for column in range(3))


def test_opening_pasting_dropping(qtbot: QtBot, empty_window: Window, settle: Settle, tmp_path) -> None:
    QApplication.clipboard().setText("")
    empty_window.paste("a")
    assert "الحافظة" in empty_window.status.message
    QApplication.clipboard().setText(DRAFT)
    empty_window.actions_["paste-a"].trigger()
    assert empty_window.stack.currentWidget() is empty_window.welcome
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://example.org/story")])
    from workbench.gui.opening import dropped_paths

    empty_window.open_paths(dropped_paths(data))
    qtbot.waitUntil(lambda: len(empty_window.bench.drafts) == 2)
    settle(empty_window)
    assert empty_window.bench.drafts[1].text == REPORT
    assert empty_window.stack.currentWidget() is empty_window.workspace
    assert [one.name for one in empty_window.recent.paths()] == ["report.txt"]


def test_a_file_that_is_none_says_so(qtbot: QtBot, empty_window: Window, tmp_path) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    empty_window.open_paths([path])
    qtbot.waitUntil(lambda: "picture.txt" in empty_window.status.message)
    assert not empty_window.bench.drafts


def test_markup_stays_text(window: Window, settle: Settle, tmp_path) -> None:
    picture = tmp_path / "spy.png"
    pixmap = QPixmap(8, 8)
    pixmap.fill(Qt.GlobalColor.red)
    pixmap.save(str(picture))
    evil = f'<h1>عنوان</h1>\n\n<img src="file://{picture}"> <a href="https://example.org">x</a> 40 متجرا'
    window.bench.set_drafts((Draft(evil), DRAFTS[1]))
    settle(window)
    view = window.workspace.pane_a.view
    assert view.toPlainText() == evil
    assert not view.document().allFormats() or all(not f.isImageFormat() for f in view.document().allFormats())
    loaded = view.loadResource(2, QUrl.fromLocalFile(str(picture)))
    assert isinstance(loaded, QPixmap)
    assert loaded.isNull()
    labels = window.workspace.findings.details.findChildren(QLabel)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_every_label_and_button_is_plain_and_named(window: Window) -> None:
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit

    unnamed = [
        widget
        for kind in (QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit)
        for widget in window.workspace.findChildren(kind)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or _text(widget))
    ]
    assert not [type(widget).__name__ + " " + widget.objectName() for widget in unnamed]


def _text(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else ""


def test_f6_walks_the_panes(qtbot: QtBot, window: Window) -> None:
    window.workspace.findings.tree.setFocus()
    visited = []
    for _ in range(4):
        window.actions_["next-pane"].trigger()
        visited.append(window.focusWidget())
    space = window.workspace
    assert visited == [space.findings.note, space.pane_a.view, space.pane_b.view, space.findings.tree]


def test_ribbons_and_scrolling(window: Window) -> None:
    canvas, space = window.workspace.channel.canvas, window.workspace
    relations = sorted(ribbon.relation for ribbon in canvas.ribbons())
    assert relations == ["agrees", "agrees", "contradicts"]
    ribbon = next(ribbon for ribbon in canvas.ribbons() if ribbon.relation == "contradicts")
    assert "40" in ribbon.a_words
    assert "65" in ribbon.b_words
    assert ribbon.key == "contradiction-quantity"
    window.resize(1100, 700)
    window.look.set_zoom(2.0)
    QApplication.processEvents()
    canvas.chosen.emit(ribbon)
    QApplication.processEvents()
    a = space.pane_a.view.geometry_of.middle(ribbon.a[1] - 1) - space.pane_a.view.top()
    b = space.pane_b.view.geometry_of.middle(ribbon.b[1] - 1) - space.pane_b.view.top()
    assert abs(a - b) < 3
    space.pane_a.view.verticalScrollBar().setValue(space.pane_a.view.verticalScrollBar().maximum())
    assert space.pane_b.view.top() > 0


def test_stale_answers_are_dropped(window: Window, settle: Settle) -> None:
    bench = window.bench
    old = bench.revision
    bench.replace_words("a", 0, 0, "أولا ")
    bench.replace_words("a", 0, 0, "ثانيا ")
    settle(window)
    assert bench.revision > old + 1
    assert bench.result.readings[0].article.text == bench.drafts[0].text


def test_an_engine_that_fails_is_told(qtbot: QtBot, settings: QSettings) -> None:
    def broken() -> StandIn:
        raise OSError("tables are gone")

    window = open_window(OpenOptions(lang="en"), settings, broken)
    qtbot.addWidget(window)
    window.bench.set_drafts(DRAFTS)
    qtbot.waitUntil(lambda: "tables are gone" in window.status.message)
    assert "F5" in window.status.message
    window.bench.close()


def test_the_command_palette_finds_in_both_languages(window: Window) -> None:
    from workbench.gui.command_palette import CommandPalette, entries, matching

    found = entries(window)
    assert [entry.words for entry in matching(found, "swap")] == ["بدّل أ وب"]
    assert matching(found, "المحترقه")[0].words == "عددان مختلفان للمتاجر المحترقة"
    palette = CommandPalette(window)
    palette.open_centred()
    palette.field.setText("weekday")
    palette.field.setText("كان 11")
    palette._run()
    assert window.bench.current == "calendar-weekday"


def test_keys_can_be_changed(qtbot: QtBot, window: Window, settings: QSettings) -> None:
    actions = window.actions_
    assert actions.clash("next", "K") == "previous"
    actions.set_keys("next", ("W",))
    press(qtbot, window, "w")
    assert window.bench.current == "calendar-weekday"
    actions.set_keys("next", None)
    assert settings.value("keys/next") is None
    from workbench.gui.shortcuts import ShortcutsDialog

    dialog = ShortcutsDialog(window)
    qtbot.addWidget(dialog)
    assert dialog.table.rowCount() > 40


def test_panels_follow(qtbot: QtBot, window: Window) -> None:
    for name in ("claims", "settle", "sources"):
        window.actions_[name].trigger()
        assert window.workspace.side.tabs.current == name
    window.actions_["settle"].trigger()
    todo = window.workspace.todo
    todo.list.setCurrentIndex(todo.model.index(0))
    qtbot.keyClick(todo.list, Qt.Key.Key_Space)
    assert todo.head.done == 1
    window.actions_["undo"].trigger()
    assert todo.head.done == 0
    window.actions_["timeline"].trigger()
    assert window.workspace.timeline.isVisible()
    QApplication.processEvents()
    picture = window.workspace.timeline.picture
    picture.grab()
    assert picture.hits()
    qtbot.keyClick(picture, Qt.Key.Key_Down)
    qtbot.keyClick(picture, Qt.Key.Key_Return)
    window.actions_["timeline"].trigger()
    assert not window.workspace.timeline.isVisible()


def test_printing_makes_a_document(window: Window) -> None:
    from workbench.gui.printing import printed_document

    text = printed_document(window).toPlainText()
    assert "سوق المدينة القديمة" in text
    assert "عددان مختلفان للمتاجر المحترقة" in text


def test_states_are_five() -> None:
    assert len(STATES) == 5
    assert QTextCursor is not None
