"""Projects that nobody has named yet, in the person's own data folder."""

from __future__ import annotations

import datetime as dt
import os
from contextlib import suppress
from pathlib import Path

from workbench.resources import user_folder
from workbench.store.faults import ProjectError
from workbench.store.lock import left_behind, lock_path
from workbench.store.opening import SUFFIX, create_project
from workbench.store.project import Project


def untitled_folder(home: Path | None = None) -> Path:
    return (home or user_folder()) / "untitled"


def create_untitled(moment: dt.datetime, home: Path | None = None) -> Project:
    """A new project under a name of its own. Raises ProjectError."""
    folder = untitled_folder(home)
    with suppress(OSError):  # what cannot be made here cannot be written there either: that is told below
        folder.mkdir(parents=True, exist_ok=True)
    stem = f"{moment.astimezone(dt.UTC):%Y%m%dT%H%M%S}-{os.getpid()}"
    for number in range(1000):
        path = folder / f"{stem}-{number}{SUFFIX}"
        if not path.exists():
            break
    return create_project(path, home=home, moment=moment)


def is_untitled(path: Path, home: Path | None = None) -> bool:
    return path.parent == untitled_folder(home).absolute() or path.parent == untitled_folder(home).resolve()


def after_a_crash(home: Path | None = None) -> tuple[Path, ...]:
    """Untitled projects whose session never ended orderly, the newest first; those that are open are not among them."""
    with suppress(OSError):
        paths = [path for path in untitled_folder(home).iterdir() if path.suffix == SUFFIX and left_behind(path)]
        return tuple(sorted(paths, key=lambda path: path.name, reverse=True))
    return ()


def list_untitled(home: Path | None = None) -> tuple[Path, ...]:
    """All of them, the newest first."""
    with suppress(OSError):
        paths = [path for path in untitled_folder(home).iterdir() if path.suffix == SUFFIX]
        return tuple(sorted(paths, key=lambda path: path.name, reverse=True))
    return ()


def discard(project: Project) -> None:
    """Close an untitled project and remove its file."""
    path = project.path
    project.close()
    for gone in (path, lock_path(path)):
        with suppress(OSError):
            gone.unlink()


def is_empty(project: Project) -> bool:
    """Whether there is nothing in it that anybody could miss."""
    with suppress(ProjectError):
        return not project.comparisons()
    return False
