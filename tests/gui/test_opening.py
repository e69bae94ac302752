"""Articles of every format in the window: dialog, drop, paste; warnings shown calmly; giving up; saving beside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.importing.documents import PARAGRAPHS, page, samples
from workbench.gui.app import OpenOptions, open_window
from workbench.gui.opening import text_path
from workbench.gui.window import Window

Settle = Callable[[Window], None]


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    paths = {}
    for name, data in samples().items():
        paths[name] = tmp_path / f"a.{name}"
        paths[name].write_bytes(data)
    return paths


def wait_for(qtbot: QtBot, window: Window, count: int) -> None:
    qtbot.waitUntil(lambda: len(window.bench.drafts) == count, timeout=30_000)


def test_two_formats_side_by_side_with_what_to_know(
    qtbot: QtBot, empty_window: Window, settle: Settle, files: dict[str, Path]
) -> None:
    window = empty_window
    window.open_paths([files["html"], files["pdf"]])
    wait_for(qtbot, window, 2)
    settle(window)
    assert PARAGRAPHS[2] in window.bench.drafts[0].text
    notices = window.notices()
    assert any("a.pdf" in words and "قارن الأرقام" in words for words in notices)
    assert any("a.html" in words for words in notices)
    assert window.status.toolTip() == "\n".join(notices)
    assert notices[0] in window.status.extra
    assert f"(+{len(notices) - 1})" in window.status.extra
    window.look.set_language("en")
    assert "compare figures" in window.status.toolTip()
    # What was said of an article goes with it.
    window.remove("b")
    window.remove("a")
    assert window.notices() == []


@pytest.mark.parametrize("format", ["docx", "odt", "rtf", "mail"])
def test_a_document_becomes_the_draft(qtbot: QtBot, empty_window: Window, files: dict[str, Path], format: str) -> None:
    empty_window.open_paths([files[format]])
    wait_for(qtbot, empty_window, 1)
    assert PARAGRAPHS[2] in empty_window.bench.drafts[0].text
    assert empty_window.recent.paths()[0] == files[format]


def test_the_dialog_offers_every_format(
    qtbot: QtBot, empty_window: Window, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def choose(parent: object, title: str, folder: str, filters: str) -> tuple[list[str], str]:
        offered.append(filters)
        return [str(files["docx"])], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    empty_window.actions_["open-a"].trigger()
    wait_for(qtbot, empty_window, 1)
    assert all(f"*.{ending}" in offered[0] for ending in ("txt", "html", "docx", "odt", "rtf", "pdf", "eml"))


def drop(window: Window, data: QMimeData) -> None:
    window.dropEvent(QDropEvent(QPointF(400, 400), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                                Qt.KeyboardModifier.NoModifier))  # fmt: skip


def test_dropping_files_words_and_addresses(qtbot: QtBot, empty_window: Window, files: dict[str, Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/story")])
    data.setText("https://example.org/story")
    drop(empty_window, data)
    assert not empty_window.bench.drafts
    assert "المتصفح" in empty_window.status.message
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files["odt"]))])
    drop(empty_window, data)
    wait_for(qtbot, empty_window, 1)
    data = QMimeData()
    data.setHtml("<p>قُتل 12 شخصا</p><p>في كركوك</p>")
    data.setText("")
    QApplication.clipboard().setMimeData(data)
    empty_window.paste("b")
    wait_for(qtbot, empty_window, 2)
    assert empty_window.bench.drafts[1].text == "قُتل 12 شخصا\n\nفي كركوك"


def test_hidden_characters_in_what_is_pasted_are_told(empty_window: Window) -> None:
    QApplication.clipboard().setText("قُتل \u202e21\u202c شخصا")
    empty_window.paste("a")
    assert empty_window.bench.drafts[0].text == "قُتل \u202e21\u202c شخصا"
    (notice,) = empty_window.notices()
    assert "نص ملصق" in notice


def test_reading_can_be_given_up(qtbot: QtBot, empty_window: Window, files: dict[str, Path]) -> None:
    window = empty_window
    window.open_paths([files["pdf"]])
    assert window.reader.busy
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.reader.busy
    assert window.status.message == window.look.say("status.reading-cancelled")
    window.reader.wait()
    QApplication.processEvents()
    assert not window.bench.drafts


def test_pages_read_are_told(qtbot: QtBot, empty_window: Window, files: dict[str, Path]) -> None:
    told: list[tuple[int, int]] = []
    empty_window.reader.progressed.connect(lambda done, of: told.append((done, of)))
    empty_window.open_paths([files["pdf"]])
    wait_for(qtbot, empty_window, 1)
    assert told == [(1, 2), (2, 2)]


def test_what_cannot_be_read_is_one_sentence(qtbot: QtBot, empty_window: Window, tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    empty_window.open_paths([path])
    qtbot.waitUntil(lambda: "scan.pdf" in empty_window.status.message, timeout=30_000)
    assert "تالف" in empty_window.status.message
    assert not empty_window.bench.drafts


def test_opened_from_the_command_line(qtbot: QtBot, settings, engine, files: dict[str, Path], tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    published = tmp_path / "page.html"
    published.write_text(page(head='<meta property="article:published_time" content="2019-12-28">'), encoding="utf-8")
    options = OpenOptions((published, files["docx"]), (None, dt.date(2020, 1, 2)), lang="ar", theme="light")
    window = open_window(options, settings, lambda: engine)
    qtbot.addWidget(window)
    wait_for(qtbot, window, 2)
    first, second = window.bench.drafts
    assert first.date is None
    assert first.stated is not None
    assert str(first.stated.begin) == "2019-12-28"
    assert second.date == dt.date(2020, 1, 2)
    window.close()


@pytest.mark.parametrize(
    ("path", "place"),
    [("", ""), (None, ""), ("a/b.txt", "a/b.txt"), ("a/b.docx", "a/b.txt"), ("a/b.pdf", "a/b.txt"), ("a/b", "a/b.txt")],
)
def test_a_draft_s_text_is_never_offered_in_place_of_a_document(path: str | None, place: str) -> None:
    assert text_path(path).replace("\\", "/") == place
