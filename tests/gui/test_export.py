"""Reports from the window: every format, what was decided in them, given up, failed, chosen as before."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from tests.gui.material import DRAFTS, StandIn
from workbench.gui.app import OpenOptions, open_window
from workbench.gui.export_dialog import NAMES, ExportDialog
from workbench.gui.window import Window
from workbench.knowledge.facts.world import World
from workbench.report import formats
from workbench.report.formats import FORMATS, Wishes
from workbench.report.values import ReportCancelledError
from workbench.review.record import ProjectRecord
from workbench.store.opening import open_project
from workbench.store.untitled import list_untitled

Settle = Callable[[Window], None]
Making = Callable[[ProjectRecord, str, Wishes, Path, World, dt.datetime], bytes]
NOTE = "يُسأل الدفاع المدني عن العدد"


@pytest.fixture
def keeping(open_keeping: Callable[..., Window], settle: Settle) -> Callable[..., Window]:
    """Opens windows that keep what is done in them, checked; over the two reports where no file is named."""

    def open_one(*paths: Path) -> Window:
        window = open_keeping(*paths)
        if not paths:
            window.bench.set_drafts(DRAFTS)
            window.show_comparison()
        settle(window)
        return window

    return open_one


def dialog_of(window: Window, target: Path | None = None) -> ExportDialog:
    """The dialog as the menu opens it; a question for a place is answered with ``target``."""
    window.actions_["export-report"].trigger()
    dialog = window.deeds.reports
    assert dialog is not None
    dialog.ask_target = lambda suggested: target
    return dialog


def finished(qtbot: QtBot, dialog: ExportDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.exporter.busy, timeout=60_000)


def exported(qtbot: QtBot, window: Window, target: Path, form: str, language: str = "ar", only: str = "") -> bytes:
    dialog = dialog_of(window, target)
    dialog.choose(form, language, only)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    finished(qtbot, dialog)
    assert target.name in dialog.message.text()
    return target.read_bytes()


def test_every_format_has_its_name() -> None:
    assert NAMES.keys() == FORMATS.keys()


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_made(form: str, qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.bench.decide("contradiction-quantity", "confirmed")
    target = tmp_path / f"تقرير{FORMATS[form].suffix}"
    data = exported(qtbot, window, target, form)
    assert len(data) > 100
    assert {path.name for path in tmp_path.iterdir() if path.suffix != ".ini"} == {target.name}


@pytest.mark.parametrize(("language", "state"), [("ar", "مؤكدة"), ("en", "Confirmed")])
def test_decisions_and_notes_are_in_it(language: str, state: str, qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.bench.decide("contradiction-quantity", "confirmed")
    window.bench.note("contradiction-quantity", NOTE)
    page = exported(qtbot, window, tmp_path / "r.html", "html", language).decode("utf-8")
    assert NOTE in page
    assert state in page
    assert ('lang="en"' in page) == (language == "en")


def test_confirmed_findings_alone(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.bench.decide("calendar-weekday", "confirmed")
    one, other = "كان 11 مارس 2024 يوم الاثنين", "عددان مختلفان للمتاجر المحترقة"
    page = exported(qtbot, window, tmp_path / "all.md", "markdown").decode("utf-8")
    assert one in page
    assert other in page
    dialog = dialog_of(window)
    assert [button.text() for button in dialog.only.buttons()] == [
        "كلها (\u20684\u2069)",
        "المؤكدة وحدها (\u20681\u2069)",
    ]
    page = exported(qtbot, window, tmp_path / "some.md", "markdown", only="confirmed").decode("utf-8")
    assert one in page
    assert other not in page


def test_a_claimreview_offers_nothing_but_confirmed_findings(window: Window) -> None:
    dialog = dialog_of(window)
    dialog.choose("claimreview", "en", "")
    assert [button.isEnabled() for button in dialog.only.buttons()] == [False, True]
    assert dialog.chosen_only() == "confirmed"
    dialog.choose("html", "en", "")
    assert [button.isEnabled() for button in dialog.only.buttons()] == [True, True]
    assert dialog.chosen_only() == ""


def test_an_untitled_and_a_saved_project_tell_their_history(
    qtbot: QtBot, keeping: Callable[..., Window], home: Path, tmp_path: Path, settle: Settle
) -> None:
    window = keeping()
    window.bench.decide("contradiction-quantity", "needs-source")
    window.bench.decide("contradiction-quantity", "confirmed")
    window.bench.replace_words("a", 0, len("حريق"), "نار")
    settle(window)
    assert len(list_untitled(home)) == 1
    first = json.loads(exported(qtbot, window, tmp_path / "1.json", "json"))
    assert window.deeds.projects.save_to(tmp_path / "السوق.fcw")
    window.close()
    again = keeping(tmp_path / "السوق.fcw")
    again.bench.note("calendar-weekday", NOTE)
    second = json.loads(exported(qtbot, again, tmp_path / "2.json", "json"))
    with open_project(tmp_path / "السوق.fcw", read_only=True) as project:
        kept = project.record()
    assert [step["state"] for step in first["history"]] == ["needs-source", "confirmed"]
    assert [step["state"] for step in second["history"]] == ["needs-source", "confirmed", "open"]
    assert [edit["added"] for edit in second["edits"]] == ["نار"]
    assert second["history"][-1]["note"] == NOTE == kept.history[-1].note
    assert second["created"][:19] == kept.created.isoformat()[:19]


def blocked(monkeypatch: pytest.MonkeyPatch) -> tuple[threading.Event, list[bool]]:
    """Reports now wait for the event and then ask whether they are wanted; the answers are written down."""
    go, wanted = threading.Event(), list[bool]()
    assert threading.current_thread() is threading.main_thread()

    def make(record: ProjectRecord, form: str, wishes: Wishes, folder: Path, world: World, made: dt.datetime) -> bytes:
        assert threading.current_thread() is not threading.main_thread()
        assert wishes.watcher is not None
        wishes.watcher(1, 4)
        assert go.wait(30)
        wanted.append(wishes.watcher(2, 4))
        if not wanted[-1]:
            raise ReportCancelledError
        return b"made"

    monkeypatch.setattr(formats, "make_report", make)
    return go, wanted


@pytest.mark.parametrize("how", ["escape", "button", "close"])
def test_a_report_is_given_up_and_the_old_one_stays(
    how: str, qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, wanted = blocked(monkeypatch)
    target = tmp_path / "r.html"
    target.write_bytes(b"old")
    dialog = dialog_of(window, target)
    dialog.export()
    qtbot.waitUntil(lambda: dialog.bar.value() == 1)
    assert dialog.bar.maximum() == 4
    assert "1" in dialog.message.text()
    assert not dialog.save.isEnabled()
    window.bench.decide("calendar-weekday", "confirmed")  # the window goes on meanwhile
    if how == "escape":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
    elif how == "button":
        qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    else:
        dialog.close()
    assert dialog.message.text() == window.look.say("export.cancelled")
    assert dialog.save.isEnabled()
    go.set()
    dialog.exporter.close()
    qtbot.wait(20)
    assert wanted == [False]
    assert target.read_bytes() == b"old"
    assert dialog.message.text() == window.look.say("export.cancelled")
    # The next one is made as if nothing had been.
    dialog.export()
    finished(qtbot, dialog)
    assert target.read_bytes() == b"made"


def test_what_is_being_written_is_written(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.report import writing

    go, _ = blocked(monkeypatch)
    go.set()
    begun, on = threading.Event(), threading.Event()
    whole = writing.write_whole

    def slowly(path: Path, data: bytes) -> None:
        begun.set()
        assert on.wait(30)
        whole(path, data)

    monkeypatch.setattr(writing, "write_whole", slowly)
    target = tmp_path / "r.html"
    dialog = dialog_of(window, target)
    dialog.export()
    assert begun.wait(30)
    assert not dialog.exporter.cancel()
    dialog.give_up()
    on.set()
    finished(qtbot, dialog)
    assert target.read_bytes() == b"made"
    assert "r.html" in dialog.message.text()


def test_closing_the_window_gives_the_report_up(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, wanted = blocked(monkeypatch)
    dialog = dialog_of(window, tmp_path / "r.html")
    dialog.export()
    qtbot.waitUntil(lambda: dialog.bar.value() == 1)
    threading.Timer(0.05, go.set).start()
    window.close()
    assert wanted == [False]
    assert not (tmp_path / "r.html").exists()


def test_what_stands_in_the_way_is_said_in_both_languages(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    dialog = dialog_of(window, tmp_path / "nowhere" / "r.html")
    dialog.export()
    finished(qtbot, dialog)
    assert "لا يوجد المجلد" in dialog.message.text()
    assert dialog.message.objectName() == "error"
    assert dialog.message.text() == window.status.message
    window.look.set_language("en")
    assert "there is no folder" in dialog.message.text()
    assert not dialog.folder.isVisible()
    dialog.ask_target = lambda suggested: tmp_path / "con.html"
    dialog.export()
    assert "Windows keeps" in dialog.message.text()
    window.look.set_language("ar")


def test_a_full_disk_and_a_defect_are_said_and_leave_the_old_report(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    target = tmp_path / "r.html"
    target.write_bytes(b"old")
    dialog = dialog_of(window, target)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        dialog.export()
        finished(qtbot, dialog)
    assert "No space left on device" in dialog.message.text()

    def broken(*_: object) -> bytes:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr(formats, "make_report", broken)
    dialog.export()
    finished(qtbot, dialog)
    assert "unforeseen" in dialog.message.text()
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".ini"] == ["r.html"]


def test_afterwards_its_folder_can_be_opened(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    exported(qtbot, window, tmp_path / "r.md", "markdown")
    dialog = window.deeds.reports
    assert dialog is not None
    opened: list[Path] = []
    dialog.open_folder = opened.append
    assert dialog.folder.isVisible()
    qtbot.mouseClick(dialog.folder, Qt.MouseButton.LeftButton)
    assert opened == [tmp_path]
    assert "r.md" in window.status.message


def test_whoever_gives_up_the_next_report_still_has_the_folder_of_the_last(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    exported(qtbot, window, tmp_path / "r.html", "html")
    dialog = dialog_of(window)
    opened: list[Path] = []
    dialog.open_folder = opened.append
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.folder, Qt.MouseButton.LeftButton)
    assert opened == [tmp_path]


def test_the_last_choices_are_remembered(
    qtbot: QtBot, window: Window, settings: QSettings, engine: StandIn, settle: Settle, tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    exported(qtbot, window, folder / "r.csv", "csv", "en", "confirmed")
    other = open_window(OpenOptions(lang="ar"), settings, lambda: engine)  # type: ignore[arg-type, return-value]
    qtbot.addWidget(other)
    other.bench.set_drafts(DRAFTS)
    settle(other)
    dialog = dialog_of(other)
    suggested: list[str] = []
    dialog.ask_target = lambda words: suggested.append(words)  # type: ignore[func-returns-value]
    dialog.export()
    assert dialog.chosen_form() == "csv"
    assert [button.isChecked() for button in dialog.languages.buttons()] == [False, True]
    assert dialog.chosen_only() == "confirmed"
    assert [Path(one) for one in suggested] == [folder / "حريق في سوق المدينة القديمة.csv"]
    other.bench.close()


def test_nonsense_in_the_settings_keeps_nobody_out(window: Window, settings: QSettings) -> None:
    for name in ("format", "language", "only", "folder"):
        settings.setValue(f"report/{name}", "\0?")
    dialog = dialog_of(window)
    assert dialog.chosen_form() == "html"
    assert [button.isChecked() for button in dialog.languages.buttons()] == [True, False]
    assert dialog.chosen_only() == ""


def test_without_a_finished_check_it_says_so(empty_window: Window, settle: Settle, tmp_path: Path) -> None:
    empty_window.actions_["export-report"].trigger()
    assert empty_window.deeds.reports is None
    assert empty_window.status.message == empty_window.look.say("empty.nothing-open")
    empty_window.bench.set_drafts(DRAFTS)
    dialog = dialog_of(empty_window, tmp_path / "r.html")
    assert empty_window.bench.stale
    dialog.export()
    assert dialog.message.text() == empty_window.look.say("export.wait")
    settle(empty_window)


def test_it_speaks_the_languages_of_the_window(window: Window) -> None:
    dialog = dialog_of(window)
    assert dialog.windowTitle() == "تصدير تقرير"
    window.look.set_language("en")
    assert dialog.windowTitle() == "Export a report"
    assert dialog.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert [dialog.form.itemText(place) for place in (0, 1)] == [
        "Web page (\u2066HTML\u2069)",
        "Pages for print (\u2066PDF\u2069)",
    ]
    window.look.set_language("ar")
