"""Pictures of the window's main states beside the ones a person has looked at, at half size.

After a change that is meant: ``python -m tests.gui.test_pictures`` paints them anew; look at each before committing it.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.material import DRAFTS, StandIn
from workbench.gui.app import OpenOptions, make_application, open_window
from workbench.gui.window import Window

FOLDER = Path(__file__).parent / "pictures"
WIDTH = 720
FAR = 40  # of 255: a pixel that differs by more is another picture's
SHARE = 0.02  # of all pixels may be so; smoothing differs between builds of Qt


@dataclass(frozen=True)
class Scene:
    """What a picture shows: language, theme, and what a person did."""

    code: str
    theme: str
    play: Callable[[Window], None]
    size: tuple[int, int] = (1440, 900)
    texts: bool = True


def nothing(window: Window) -> None:
    """As it opens."""


def panel(name: str) -> Callable[[Window], None]:
    return lambda window: window.deeds.show_panel(name)


def events(window: Window) -> None:
    window.deeds.show_panel("events")
    panel = window.workspace.events
    panel.tree.expand(panel.model.index(0, 0))


def source(window: Window) -> None:
    window.deeds.show_panel("sources")
    table = window.workspace.sources.table
    table.setFocus()
    for _ in range(2):  # the first row, and its second place
        QTest.keyClick(table, Qt.Key.Key_Down if not table.currentIndex().isValid() else Qt.Key.Key_Return)


def mend(window: Window) -> None:
    window.deeds.set_editing(True)
    window.bench.set_current("calendar-weekday")


def decided(window: Window) -> None:
    window.bench.decide("contradiction-quantity", "confirmed")
    window.bench.decide("sourcing-anonymous", "dismissed")
    window.bench.set_current("copy-insertion")


SCENES = {
    "main-ar-light": Scene("ar", "light", nothing),
    "main-en-dark": Scene("en", "dark", decided),
    "claims-ar-dark": Scene("ar", "dark", panel("claims")),
    "events-ar-light": Scene("ar", "light", events),
    "sources-ar-light": Scene("ar", "light", source),
    "settle-en-light": Scene("en", "light", panel("settle")),
    "timeline-ar-light": Scene("ar", "light", panel("timeline")),
    "mend-ar-light": Scene("ar", "light", mend),
    "narrow-ar-light": Scene("ar", "light", nothing, (1100, 800)),
    "welcome-ar-light": Scene("ar", "light", nothing, texts=False),
}


def paint(scene: Scene, settings: QSettings) -> QImage:
    options = OpenOptions(theme=scene.theme, lang=scene.code, size=scene.size)
    window = open_window(options, settings, StandIn)
    if scene.texts:
        window.bench.set_drafts(DRAFTS)
        window.show_comparison()
        while window.bench.result is None or window.bench.stale:
            QApplication.processEvents()
    window.resize(*scene.size)
    for _ in range(4):
        QApplication.processEvents()
    scene.play(window)
    for _ in range(6):
        QApplication.processEvents()
    picture = window.grab().toImage().scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    window.close()
    window.deleteLater()
    return picture.convertToFormat(QImage.Format.Format_RGB888)


def difference(first: QImage, second: QImage) -> float:
    """The share of pixels that differ visibly; 1 for pictures of different sizes."""
    if first.size() != second.size():
        return 1.0
    far = 0
    for y in range(first.height()):
        a, b = bytes(first.constScanLine(y)), bytes(second.constScanLine(y))
        if a != b:
            far += sum(abs(one - other) > FAR for one, other in zip(a, b, strict=True))  # three colours a pixel
    return far / (3 * first.width() * first.height())


@pytest.mark.parametrize("name", SCENES)
def test_looks_as_it_was_seen(qapp: QApplication, settings: QSettings, tmp_path: Path, name: str) -> None:
    seen = QImage(str(FOLDER / f"{name}.png")).convertToFormat(QImage.Format.Format_RGB888)
    now = paint(SCENES[name], settings)
    share = difference(seen, now)
    if share > SHARE:
        now.save(str(tmp_path / f"{name}.png"))
    assert share <= SHARE, f"{share:.1%} of the picture is different; see {tmp_path / name}.png"


def test_the_comparison_itself_sees_a_difference(qapp: QApplication, settings: QSettings) -> None:
    seen = QImage(str(FOLDER / "main-ar-light.png")).convertToFormat(QImage.Format.Format_RGB888)
    other = paint(Scene("ar", "light", decided), settings)
    assert difference(seen, other) > SHARE
    assert difference(seen, seen) == 0


if __name__ == "__main__":
    make_application()
    wanted = sys.argv[1:] or list(SCENES)
    for scene_name in wanted:
        with tempfile.TemporaryDirectory() as folder:
            own = QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat)
            paint(SCENES[scene_name], own).save(str(FOLDER / f"{scene_name}.png"))
