"""Opening the window: from the command line, for people or for one picture of it."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from workbench.engine import Engine
    from workbench.gui.window import Window

Panel = Literal["findings", "claims", "events", "settle", "timeline", "sources", "welcome", "edit"]
UNUSABLE = 2
PROJECT = ".fcw"
PATIENCE = 120_000  # ms that a picture waits for a check


@dataclass(frozen=True, slots=True)
class OpenOptions:
    """What ``workbench open`` was asked. ``paths`` are the articles A, B, C …; ``dates`` run parallel to them.
    None stands for what the person's settings say. ``keep``: what is done in the window is kept in a project."""

    paths: tuple[Path, ...] = ()
    dates: tuple[dt.date | None, ...] = ()
    screenshot: Path | None = None
    size: tuple[int, int] = (1440, 900)
    theme: Literal["light", "dark"] | None = None
    lang: Literal["ar", "en"] | None = None
    panel: Panel | None = None
    finding: int | None = None
    keep: bool = False


def without_display() -> bool:
    """Whether this is a Linux session without any screen."""
    return sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def make_application() -> QApplication:
    """Qt's application, or the one that exists already."""
    from PySide6.QtWidgets import QApplication

    if without_display() and "QT_QPA_PLATFORM" not in os.environ:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a picture needs no screen; Qt would abort the process
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # Asked for here the style is made once; ``setStyle`` would make it beside the one that Qt begins with.
    application = QApplication([sys.argv[0] if sys.argv else "workbench", "-style", "fusion"])
    application.setApplicationName("workbench")
    return application


def own_settings() -> QSettings:
    """The person's own settings, in the folder where they belong on this system."""
    import platformdirs
    from PySide6.QtCore import QSettings

    folder = Path(platformdirs.user_config_dir("factcheck-workbench", appauthor=False))
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


def open_window(
    options: OpenOptions,
    settings: QSettings | None = None,
    make_engine: Callable[[], Engine] | None = None,
    at_once: bool = True,
) -> Window:
    """Show the window. The frame is painted first; what is in it follows ``at_once``, or else when the frame stands.
    Articles are read once everything is there."""
    from PySide6.QtCore import QTimer

    from workbench.gui.look import make_look
    from workbench.gui.window import Window
    from workbench.resources import resource_folder

    make_application()
    folder = resource_folder()
    settings = settings if settings is not None else own_settings()
    stored_theme, stored_code = str(settings.value("look/theme", "light")), str(settings.value("look/language", "ar"))
    theme = options.theme or ("dark" if stored_theme == "dark" else "light")
    code = options.lang or ("en" if stored_code == "en" else "ar")
    window = Window(make_look(folder, code, theme), settings, folder)
    window.resize(*options.size)
    if options.screenshot is None:
        window.recall_place()
    if at_once:
        _fill(window, options, make_engine or new_engine)
        window.show()
    else:
        # A timer of its own: the picture has to reach the screen before anything else is begun.
        window.painted.connect(lambda: QTimer.singleShot(1, lambda: _fill(window, options, make_engine or new_engine)))
        window.show()
    return window


def _fill(window: Window, options: OpenOptions, make_engine: Callable[[], Engine]) -> None:
    from PySide6.QtCore import QTimer

    from workbench.gui.bench import Bench
    from workbench.gui.checking import Checker

    window.build(Bench(Checker(make_engine)))
    if options.screenshot is None:
        window.recall()
    if options.keep:
        window.deeds.projects.begin()
    window.bench.checker.warm()  # while the files are read, or while the person looks for one
    if options.paths and options.paths[0].suffix == PROJECT:
        QTimer.singleShot(0, lambda: _open_project(window, options))
    elif options.paths:
        window.show_comparison()
        QTimer.singleShot(0, lambda: _read(window, options))
    elif options.panel and options.screenshot is None:
        window.deeds.show_panel(options.panel)


def _open_project(window: Window, options: OpenOptions) -> None:
    """A picture leaves no trace in the file: it is opened for reading only."""
    if options.screenshot is None:
        window.deeds.projects.open(options.paths[0])
        return
    from workbench.review.record import review_of
    from workbench.store.opening import open_project

    with open_project(options.paths[0], read_only=True) as project:
        record = project.record()
    window.bench.set_drafts(record.drafts, review=review_of(record))
    window.show_comparison()


def _read(window: Window, options: OpenOptions) -> None:
    """Read at once: the texts belong to the first picture a person sees. Documents that take their time are read in
    another thread, unless a picture waits for them."""
    from workbench.gui.opening import is_read_at_once, read_incoming
    from workbench.text.reading import UnreadableError

    if options.screenshot is None and not all(is_read_at_once(path) for path in options.paths):
        window.open_paths(options.paths, "a", options.dates)
        return
    drafts = {}
    for number, path in enumerate(options.paths):
        try:
            incoming = read_incoming(path, options.dates[number] if number < len(options.dates) else None)
        except UnreadableError as error:
            window.show_welcome()
            window.complain(window.look.say("error.unreadable", name=path.name, why=window.look.pick(error.why)))
            continue
        window.note(incoming)
        drafts["abcdefghij"[number]] = incoming.draft
        if options.screenshot is None:
            window.recent.add(path)
    if drafts:
        window.put(drafts)
        if options.panel != "welcome":
            window.show_comparison()
        else:
            window.show_welcome()


def new_engine() -> Engine:
    """The engine with the program's knowledge and the person's own tables; called in the worker's thread."""
    from workbench.engine import Engine
    from workbench.knowledge.base import load_knowledge
    from workbench.resources import cache_folder, own_knowledge_folder, resource_folder

    return Engine(load_knowledge(resource_folder(), own_knowledge_folder(), cache_folder()))


def lasting_engine() -> Engine:
    """The engine of a program that runs on with it. What is known stays: the collector of cycles need not look through
    it again and again, which stops every thread for a moment."""
    import gc

    engine = new_engine()
    gc.freeze()
    return engine


def unreadable(options: OpenOptions) -> str | None:
    """One sentence about the first file that cannot be read, or None."""
    from workbench.gui.opening import read_incoming
    from workbench.text.reading import UnreadableError

    if options.paths and options.paths[0].suffix == PROJECT:
        from workbench.store.faults import ProjectError
        from workbench.store.opening import open_project

        try:
            with open_project(options.paths[0], read_only=True) as project:
                project.record()
        except ProjectError as error:
            return error.why.en
        return None
    for path in options.paths:
        try:
            read_incoming(path)
        except UnreadableError as error:
            return f"{path}: {error.why.en}"
    return None


def run(options: OpenOptions) -> int:
    """Open the window and stay until it is closed; or paint it once, save the picture and end. 2 and one sentence
    on standard error where that is impossible."""
    if options.screenshot is not None:
        fault = unreadable(options)
        if fault is not None:
            print(f"workbench: {fault}", file=sys.stderr)
            return UNUSABLE
        return take_picture(options)
    if without_display() and "QT_QPA_PLATFORM" not in os.environ:
        print("workbench: there is no screen here; start it in a desktop session, or ask for a --screenshot",
              file=sys.stderr)  # fmt: skip
        return UNUSABLE
    application = make_application()
    window = open_window(replace(options, keep=True), make_engine=lasting_engine, at_once=False)
    status = int(application.exec())
    window.deleteLater()
    return status


def take_picture(options: OpenOptions, make_engine: Callable[[], Engine] | None = None) -> int:
    """Wait for the check, show what was asked for, save the picture."""
    import tempfile

    from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings

    application = make_application()
    assert options.screenshot is not None
    with tempfile.TemporaryDirectory() as folder:
        # A picture never depends on a person's settings, nor changes them.
        settings = QSettings(os.path.join(folder, "window.ini"), QSettings.Format.IniFormat)
        window = open_window(options, settings, make_engine)
        failures: list[str] = []
        window.bench.failed.connect(failures.append)
        deadline = QDeadlineTimer(PATIENCE)
        while not deadline.hasExpired() and options.paths and window.bench.result is None and not failures:
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        if options.panel == "edit":
            window.deeds.set_editing(True)
        elif options.panel == "welcome":
            window.show_welcome()
        elif options.panel:
            window.deeds.show_panel(options.panel)
        keys = window.workspace.findings.model.finding_keys()
        if options.finding is not None and 0 < options.finding <= len(keys):
            window.bench.set_current(keys[options.finding - 1])
        settle = QDeadlineTimer(150)
        while not settle.hasExpired():
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        window.workspace.go_to_current()
        application.processEvents()
        saved = window.grab().save(str(options.screenshot))
        window.close()
    if failures:
        print(f"workbench: the check failed: {failures[0]}", file=sys.stderr)
        return UNUSABLE
    if not saved:
        print(f"workbench: {options.screenshot} cannot be written", file=sys.stderr)
        return UNUSABLE
    return 0
