"""The user's two documents in the window, with the engine itself."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.architecture.imports import PROJECT
from workbench.gui.app import OpenOptions, new_engine, open_window, run
from workbench.gui.chips import Chip

GOLD = PROJECT.parent / "shared" / "gold"
PAIR = (GOLD / "kirkuk-a.txt", GOLD / "kirkuk-b.txt")
SAMPLE = tuple(PROJECT / "resources" / "samples" / f"sample-{side}.txt" for side in "ab")


def first_findings(
    qtbot: QtBot, settings: QSettings, paths: tuple[Path, ...], dates: tuple[dt.date | None, ...]
) -> str:
    """The quotations among the first five findings that are seen without scrolling."""
    window = open_window(OpenOptions(paths, dates, lang="ar"), settings, new_engine)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: window.bench.result is not None and not window.bench.stale, timeout=60_000)
    QApplication.processEvents()
    panel = window.workspace.findings
    shown = []
    for key in panel.model.finding_keys()[:5]:
        rect = panel.tree.visualRect(panel.model.index_of(key))
        if rect.top() < panel.tree.viewport().height():
            shown += [words for _, words in window.bench.row(key).quotations]
    window.close()
    return "\n".join(shown)


def test_the_gravest_findings_need_no_scrolling(qtbot: QtBot, settings: QSettings) -> None:
    if not all(path.is_file() for path in PAIR):
        pytest.skip("the user's documents are not beside the repository")
    shown = first_findings(qtbot, settings, PAIR, (None, dt.date(2020, 2, 13)))
    assert "11 إلى 14 صاروخاً" in shown
    assert "بثلاثين صاروخا" in shown
    assert "إدارة بايدن" in shown
    assert "لم يحمل البنتاغون رسمياً بعد المسؤولية لأي جهة" in shown
    assert "واتّهمت واشنطن كتائب حزب الله العراقي" in shown


def test_the_sample_pair(qtbot: QtBot, settings: QSettings) -> None:
    shown = first_findings(qtbot, settings, SAMPLE, (None, None))
    assert "بثلاثين صاروخا" in shown
    assert "إدارة بايدن" in shown


def test_from_the_start_to_the_first_explanation_in_one_click(qtbot: QtBot, settings: QSettings) -> None:
    window = open_window(OpenOptions(lang="ar"), settings, new_engine)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    QApplication.processEvents()
    words = window.look.say("welcome.sample.open")
    button = next(chip for chip in window.welcome.findChildren(Chip) if chip.text() == words and chip.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.bench.result is not None and not window.bench.stale, timeout=60_000)
    QApplication.processEvents()
    finding = window.bench.finding(window.bench.current)
    assert finding is not None
    assert finding.family == "contradiction"
    details = window.workspace.findings.details
    seen = [
        label.text() for label in details.findChildren(QLabel)
        if details.viewport().rect().contains(label.mapTo(details.viewport(), QPoint(0, label.height() - 1)))
    ]  # fmt: skip
    assert window.look.pick(finding.message) in seen
    assert window.look.step(finding.evidence[0].text) in seen
    for pane in (window.workspace.pane_a, window.workspace.pane_b):
        marks = [mark for mark in pane.view.visible_marks(pane.view.findings) if mark.name == finding.key]
        assert bool(marks) == any(place.article == pane.article for place in finding.places)
    window.close()


@pytest.mark.parametrize(("panel", "code", "theme"), [(None, "ar", "light"), ("timeline", "en", "dark")])
def test_a_picture_from_the_command_line(qapp: QApplication, tmp_path: Path, panel, code, theme) -> None:
    picture = tmp_path / "window.png"
    options = OpenOptions(SAMPLE, screenshot=picture, size=(1200, 760), theme=theme, lang=code, panel=panel)
    assert run(options) == 0
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1200, 760)
    colours = {image.pixel(x, y) for x in range(0, 1200, 5) for y in range(0, 760, 5)}
    assert len(colours) > 60  # words, marks and ribbons, not an empty frame


def test_a_picture_of_a_missing_file_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(OpenOptions((tmp_path / "none.txt",), screenshot=tmp_path / "x.png")) == 2
    assert capsys.readouterr().err.count("\n") == 1
