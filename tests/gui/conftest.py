"""A window over the stand-in engine, and a way to wait for its answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.material import DRAFTS, StandIn
from workbench.gui.app import OpenOptions, open_window
from workbench.gui.look import Look, make_look
from workbench.gui.window import Window
from workbench.resources import resource_folder


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return make_look(resource_folder())


@pytest.fixture
def engine() -> StandIn:
    return StandIn()


@pytest.fixture
def empty_window(qtbot: QtBot, settings: QSettings, engine: StandIn) -> Iterator[Window]:
    window = open_window(OpenOptions(lang="ar", theme="light"), settings, lambda: engine)  # type: ignore[arg-type, return-value]
    qtbot.addWidget(window)
    yield window
    window.bench.close()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's data folder."""
    folder = tmp_path / "home"
    monkeypatch.setenv("WORKBENCH_USER_FOLDER", str(folder))
    return folder


@pytest.fixture
def open_keeping(
    qtbot: QtBot, settings: QSettings, engine: StandIn, home: Path
) -> Iterator[Callable[..., Window]]:  # fmt: skip
    """Opens windows over files that keep what is done in them."""
    windows: list[Window] = []

    def open_one(*paths: Path) -> Window:
        options = OpenOptions(tuple(paths), lang="ar", theme="light", keep=True)
        window = open_window(options, settings, lambda: engine)  # type: ignore[arg-type, return-value]
        qtbot.addWidget(window)
        windows.append(window)
        return window

    yield open_one
    for window in windows:
        window.close()


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[Window], None]:
    """Waits until nothing is being checked."""

    def wait(window: Window) -> None:
        qtbot.waitUntil(lambda: window.bench.result is not None and not window.bench.stale, timeout=10_000)

    return wait


@pytest.fixture
def window(empty_window: Window, settle: Callable[[Window], None]) -> Window:
    """The two reports side by side, checked, the first finding chosen."""
    empty_window.bench.set_drafts(DRAFTS)
    empty_window.show_comparison()
    settle(empty_window)
    return empty_window
