"""Pictures of the training window's screens beside the ones a person has looked at, at half size.

After a change that is meant: ``python -m tests.training.test_pictures`` paints them anew; look at each.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.gui.test_pictures import SHARE, WIDTH, difference
from workbench.engine import Engine
from workbench.gui.app import new_engine
from workbench.gui.training.app import TrainingOptions, take_training_picture
from workbench.resources import resource_folder
from workbench.training.files import open_exercise

FOLDER = Path(__file__).parent / "pictures"
SCENES = {
    "list-ar-light": ("", "list", "ar", "light", (1440, 900)),
    "session-ar-light": ("convoy", "session", "ar", "light", (1440, 900)),
    "session-en-dark": ("crane", "session", "en", "dark", (1440, 900)),
    "session-narrow-ar-light": ("cupfinal", "session", "ar", "light", (1024, 680)),
    "debrief-ar-light": ("convoy", "debrief", "ar", "light", (1440, 900)),
    "debrief-en-dark": ("verdict", "debrief", "en", "dark", (1440, 900)),
    "debrief-one-ar-light": ("wells", "debrief", "ar", "light", (1440, 900)),
    "editor-ar-light": ("verdict", "editor", "ar", "light", (1440, 900)),
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return new_engine()


def paint(name: str, engine: Engine, file: Path) -> QImage:
    exercise, page, code, theme, size = SCENES[name]
    opened = open_exercise(resource_folder() / "exercises" / exercise) if exercise else None
    options = TrainingOptions(opened, file, size, theme, code, page)  # type: ignore[arg-type]
    assert take_training_picture(options, lambda: engine) == 0
    picture = QImage(str(file)).scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    return picture.convertToFormat(QImage.Format.Format_RGB888)


@pytest.mark.parametrize("name", SCENES)
def test_looks_as_it_was_seen(qapp: QApplication, engine: Engine, tmp_path: Path, name: str) -> None:
    seen = QImage(str(FOLDER / f"{name}.png")).convertToFormat(QImage.Format.Format_RGB888)
    share = difference(seen, paint(name, engine, tmp_path / f"{name}.png"))
    assert share <= SHARE, f"{share:.1%} of the picture is different; see {tmp_path / name}.png"


def test_the_pictures_differ_from_each_other() -> None:
    pictures = [QImage(str(FOLDER / f"{name}.png")) for name in ("session-ar-light", "debrief-ar-light")]
    first, second = (one.convertToFormat(QImage.Format.Format_RGB888) for one in pictures)
    assert difference(first, second) > SHARE


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    one_engine = new_engine()
    for scene in SCENES:
        with tempfile.TemporaryDirectory() as folder:
            paint(scene, one_engine, Path(folder) / "picture.png").save(str(FOLDER / f"{scene}.png"))
