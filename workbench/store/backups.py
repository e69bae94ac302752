"""Copies of a project in the person's own data folder: made hourly and before migrations, verified, thinned."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.resources import user_folder
from workbench.store.connection import connect, told, understood, whole
from workbench.store.faults import ProjectError, damaged
from workbench.store.reading import faults_of_words

HOURS, DAYS, WEEKS = 24, 14, 12
"""For so long one copy an hour, one a day, one a week is kept; the newest two always are."""
_NAME = re.compile(r"(\d{8}T\d{6})Z(-before-\d+)?\.fcw")
_FORM = "%Y%m%dT%H%M%S"
_PLACE = "project.txt"
_PAGES = 512  # at a time, so that the program can write in between


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy and when it was made (UTC). ``migration`` says it was made before one; those are kept."""

    path: Path
    made: dt.datetime
    migration: bool = False


def backup_folder(project_id: str, home: Path | None = None) -> Path:
    """Where a project's copies lie; it need not exist."""
    name = re.sub(r"[^0-9A-Za-z-]", "", project_id)[:64] or "unknown"
    return (home or user_folder()) / "backups" / name


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """The newest first."""
    found: list[Backup] = []
    with suppress(OSError):
        for path in folder.iterdir():
            match = _NAME.fullmatch(path.name)
            if match:
                made = dt.datetime.strptime(match[1], _FORM).replace(tzinfo=dt.UTC)
                found.append(Backup(path, made, match[2] is not None))
    return tuple(sorted(found, key=lambda one: (one.made, one.path.name), reverse=True))


def backups_of_path(project: Path, home: Path | None = None) -> tuple[Backup, ...]:
    """Copies of the project that lay at this path when they were made: for a file that no longer says who it is."""
    found: list[Backup] = []
    with suppress(OSError):
        for folder in ((home or user_folder()) / "backups").iterdir():
            with suppress(OSError, ValueError):
                if (folder / _PLACE).read_text(encoding="utf-8", errors="surrogateescape") == str(project.absolute()):
                    found += list_backups(folder)
    return tuple(sorted(found, key=lambda one: one.made, reverse=True))


def is_due(folder: Path, moment: dt.datetime) -> bool:
    """Whether the newest copy is an hour old, or from the future (a clock was set back), or there is none."""
    made = [one.made for one in list_backups(folder)]
    return not made or not dt.timedelta(0) <= moment - made[0] < dt.timedelta(hours=1)


def back_up(project: Path, folder: Path, moment: dt.datetime, before_version: int | None = None) -> Path:
    """Copy a project, verify the copy, thin the others. Raises ProjectError; then there is no copy and no old one was
    removed. Uses a connection of its own: it may run beside the one that writes, in any thread."""
    label = f"-before-{before_version}" if before_version is not None else ""
    target = folder / f"{moment.astimezone(dt.UTC).strftime(_FORM)}Z{label}.fcw"
    partial = target.with_suffix(".part")
    with told(target):
        folder.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        (folder / _PLACE).write_text(str(project.absolute()), encoding="utf-8", errors="surrogateescape")
    try:
        copy(project, partial)
        verify(partial)
        with told(target):
            partial.replace(target)
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
            partial.with_name(partial.name + "-journal").unlink(missing_ok=True)
    for path in superfluous(list_backups(folder), moment):
        with suppress(OSError):
            path.unlink()
    return target


def copy(source: Path, target: Path) -> None:
    """A consistent copy of a database that may be in use; ``target`` must not exist. Raises ProjectError."""
    with told(source), closing(connect(source, read_only=True)) as old, told(target), closing(
        connect(target, create=True)
    ) as new:
        old.backup(new, pages=_PAGES, sleep=0.01)


def verify(path: Path) -> None:
    """Raises ProjectError where a copy is not whole, word by word."""
    from sqlite_utils import Database

    with told(path), understood(path), closing(connect(path, read_only=True)) as connection:
        fault = whole(connection)
        if fault is None:
            db = Database(connection, recursive_triggers=False, execute_plugins=False)
            fault = next(iter(faults_of_words(db)), None)
    if fault is not None:
        raise damaged(path.name, fault)


def newest_whole(backups: Iterable[Backup]) -> Backup | None:
    """The newest copy that can still be trusted."""
    for backup in backups:
        try:
            verify(backup.path)
        except ProjectError:
            continue
        return backup
    return None


def superfluous(backups: Iterable[Backup], moment: dt.datetime) -> tuple[Path, ...]:
    """The copies that are not needed any more: of each hour, day and week within its limit the newest one stays, and
    the newest two, and those made before migrations."""
    ordered = sorted(backups, key=lambda one: one.made, reverse=True)
    kept = {one.path for one in ordered if one.migration} | {one.path for one in ordered[:2]}
    spans = (
        (dt.timedelta(hours=HOURS), "%Y%m%d%H"),
        (dt.timedelta(days=DAYS), "%Y%m%d"),
        (dt.timedelta(weeks=WEEKS), "%G%V"),
    )
    for length, form in spans:
        seen: set[str] = set()
        for one in ordered:
            slot = one.made.strftime(form)
            if moment - one.made <= length and slot not in seen:
                seen.add(slot)
                kept.add(one.path)
    return tuple(one.path for one in ordered if one.path not in kept)
