"""Opening the training window: from the command line, from the bench, for people or for one picture of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from workbench.gui.app import UNUSABLE, make_application, new_engine, own_settings, without_display
from workbench.gui.look import make_look
from workbench.gui.training.window import TrainingWindow
from workbench.resources import resource_folder

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from workbench.engine import Engine
    from workbench.training.values import Exercise

Page = Literal["list", "session", "debrief", "editor"]
PATIENCE = 60_000  # ms that a picture waits for the program's findings


@dataclass(frozen=True, slots=True)
class TrainingOptions:
    """What ``workbench train`` was asked; ``page`` and ``screenshot`` are for a picture."""

    exercise: Exercise | None = None
    screenshot: Path | None = None
    size: tuple[int, int] = (1440, 900)
    theme: Literal["light", "dark"] | None = None
    lang: Literal["ar", "en"] | None = None
    page: Page = "session"


def open_training(
    options: TrainingOptions, settings: QSettings, make_engine: Callable[[], Engine] = new_engine,
    sessions: Path | None = None,
) -> TrainingWindow:  # fmt: skip
    """Show the window, with an exercise where one is named."""
    make_application()
    folder = resource_folder()
    theme = options.theme or ("dark" if str(settings.value("look/theme", "light")) == "dark" else "light")
    code = options.lang or ("en" if str(settings.value("look/language", "ar")) == "en" else "ar")
    window = TrainingWindow(make_look(folder, code, theme), folder, make_engine, settings, sessions)
    window.resize(*options.size)
    if options.exercise is not None:
        window.start(options.exercise)
    window.show()
    return window


def run_training(options: TrainingOptions) -> int:
    """Open the window and stay until it is closed, or paint it once. 2 and one sentence where that is impossible."""
    if options.screenshot is not None:
        return take_training_picture(options)
    if without_display() and "QT_QPA_PLATFORM" not in os.environ:
        print("workbench: there is no screen here; start it in a desktop session, or use --score", file=sys.stderr)
        return UNUSABLE
    application = make_application()
    window = open_training(options, own_settings())
    status = int(application.exec())
    window.deleteLater()
    return status


def take_training_picture(options: TrainingOptions, make_engine: Callable[[], Engine] = new_engine) -> int:
    """Play a trainee who finds some and misses some, show the page that was asked for, save the picture."""
    import tempfile

    from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings

    from workbench.gui.training.sample_paper import sample_paper

    application = make_application()
    assert options.screenshot is not None
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(os.path.join(folder, "window.ini"), QSettings.Format.IniFormat)
        window = open_training(options, settings, make_engine, Path(folder) / "sessions")
        if options.exercise is not None and options.page != "list":
            if options.page == "editor":
                window.editor.begin(options.exercise)
                window.editor.choose(options.exercise.key[0].id)
                window.stack.setCurrentWidget(window.editor)
            else:
                paper = sample_paper(options.exercise)
                window.session.begin(options.exercise, paper)
                window.session.choose(paper.marks[0].id)
                if options.page == "debrief":
                    deadline = QDeadlineTimer(PATIENCE)
                    while window.engine_paper is None and not deadline.hasExpired():
                        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
                    window.session.hand_in()
                    window.debrief.choose(options.exercise.key[0].id)
        settle = QDeadlineTimer(200)
        while not settle.hasExpired():
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if window.stack.currentWidget() is window.session and window.session.current:
            window.session.choose(window.session.current)
        application.processEvents()
        saved = window.grab().save(str(options.screenshot))
        window.editor.saved = window.editor.exercise
        window.close()
    if not saved:
        print(f"workbench: {options.screenshot} cannot be written", file=sys.stderr)
        return UNUSABLE
    return 0
