"""Making, opening and copying project files: whatever is not safely ours is refused before anything is written."""

from __future__ import annotations

import datetime as dt
import errno
import os
import shutil
import sqlite3
import tempfile
import uuid
from collections.abc import Sequence
from contextlib import closing, suppress
from functools import partial as partial_call
from pathlib import Path

from workbench import __version__
from workbench.store.backups import back_up, backup_folder, copy
from workbench.store.connection import Connection, connect, told, understood, whole, writing
from workbench.store.faults import MissingProjectError, UnwritableProjectError, damaged
from workbench.store.header import Header, judge_header, read_header
from workbench.store.lock import Lock, take_lock
from workbench.store.migrations import MIGRATIONS, Migration, migrate, version_of
from workbench.store.moments import now, written
from workbench.store.project import Project
from workbench.store.reading import faults_of_words
from workbench.store.trust import missing_objects, refuse_foreign
from workbench.text.values import Bilingual
from workbench.wording import isolated

SUFFIX = ".fcw"
CHECKED_WHOLE = 16 * 1024 * 1024
"""Up to so many bytes a file is read through when it is opened; larger ones when their hourly copy is made."""
LONGEST_NAME = 225
_SIDE_FILES = ("-journal", "-wal", "-shm")


def create_project(
    path: Path, title: str = "", replace: bool = False, home: Path | None = None, moment: dt.datetime | None = None
) -> Project:
    """A new, empty project. An existing file is replaced only when ``replace`` says so, and only by a whole one. Raises
    ProjectError."""
    path = _nameable(_resolved(path))
    lock = _lock(path, take_over=False)
    try:
        if not replace and os.path.lexists(path):
            raise MissingProjectError(f"{path.name}: the file is there already.", f"{path.name}: الملف موجود من قبل.")
        partial = path.with_name(path.name + ".part")
        _clear(partial)
        try:
            with told(path):
                connection = connect(partial, create=True)
                try:
                    migrate(connection)
                    with writing(connection):
                        when = written(moment or now())
                        facts = {"id": str(uuid.uuid4()), "title": title, "created": when, "program": __version__}
                        connection.executemany("INSERT INTO project (name, value) VALUES (?, ?)", facts.items())
                finally:
                    connection.close()
                _put_in_place(partial, path)
        finally:
            _clear(partial)
        again = partial_call(_connected, path, False, MIGRATIONS)
        return Project(path, again(), lock, False, (), home, again)
    except BaseException:
        lock.release()
        raise


def open_project(
    path: Path, read_only: bool = False, take_over: bool = False, home: Path | None = None,
    moment: dt.datetime | None = None, migrations: Sequence[Migration] = MIGRATIONS,
) -> Project:  # fmt: skip
    """Open a project that exists. A file or folder that cannot be written opens for reading only, and so does one on
    which ``read_only`` insists: such a one takes no lock. ``take_over`` takes the lock of another computer. Raises
    ProjectError, one kind for each thing that can be wrong; the file is then as it was, byte for byte."""
    newest = migrations[-1].version
    path = _resolved(path)
    judge_header(read_header(path), path, newest)
    notices: list[Bilingual] = []
    lock: Lock | None = None
    if not read_only:
        if _may_write(path):
            lock = _lock_or_none(path, take_over)
        if lock is None:
            read_only = True
            notices.append(
                Bilingual(
                    "The file or its folder cannot be written: the project is open for reading only.",
                    "لا يمكن الكتابة في الملف أو في مجلده، والمشروع مفتوح للقراءة فقط.",
                )
            )
    try:
        connection = _connected(path, read_only, migrations)
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    try:
        if version_of(connection) < newest and not read_only:
            notices += _migrated(path, connection, migrations, home, moment or now())
        if lock is not None and lock.taken_from is not None:
            notices.append(
                Bilingual(
                    "The last session ended without closing the project; everything that was saved is here.",
                    "انتهت الجلسة السابقة من غير إغلاق المشروع، وكل ما حُفظ موجود.",
                )
            )
        again = partial_call(_connected, path, read_only, migrations)
        return Project(path, connection, lock, read_only, notices, home, again)
    except BaseException:
        connection.close()
        if lock is not None:
            lock.release()
        raise


def save_copy(project: Project, path: Path, moment: dt.datetime | None = None) -> None:
    """Write the project to another file, a project of its own from then on; an existing file is replaced by a whole
    one or not at all. Raises ProjectError."""
    path = _nameable(_resolved(path))
    lock = _lock(path, take_over=False)
    partial = path.with_name(path.name + ".part")
    try:
        _clear(partial)
        copy(project.path, partial)
        with told(path):
            connection = connect(partial)
            try:
                with writing(connection):
                    facts = [(str(uuid.uuid4()), "id"), (written(moment or now()), "created")]
                    connection.executemany("UPDATE project SET value = ? WHERE name = ?", facts)
            finally:
                connection.close()
            _put_in_place(partial, path)
    finally:
        _clear(partial)
        lock.release()


def _connected(path: Path, read_only: bool, migrations: Sequence[Migration]) -> Connection:
    """A connection to a file that was looked over; what may not be written is brought up to date in memory."""
    connection = _looked_over(path, read_only, migrations[-1].version)
    if read_only and version_of(connection) < migrations[-1].version:
        with told(path):
            memory = in_memory(connection)
            migrate(memory, None, migrations)
        return memory
    return connection


def _looked_over(path: Path, read_only: bool, newest: int) -> Connection:
    """A connection to a file that holds what it should and nothing else. Raises ProjectError."""
    with told(path), understood(path):
        connection = _connect_for_reading(path) if read_only else connect(path)
        try:
            version = version_of(connection)
            judge_header(_header_within(connection), path, newest)
            refuse_foreign(connection, version, path)
            lacking = missing_objects(connection, version)
            if lacking or version == 0:
                raise damaged(path.name, f"without {lacking[0]}" if lacking else "without tables")
            _measure(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _header_within(connection: Connection) -> Header:
    """The header as SQLite sees it, after it has rolled back what a crash left half done."""
    names = ("application_id", "user_version", "page_size", "page_count")
    return Header(*(int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in names))


def _measure(connection: Connection, path: Path) -> None:
    """Whether the file is as long as it says, and, where that takes no time to speak of, whether it is whole."""
    from sqlite_utils import Database

    pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    length = path.stat().st_size
    if length < pages * size:
        raise damaged(path.name, f"{pages * size - length} bytes are missing at its end")
    if length <= CHECKED_WHOLE:
        fault = whole(connection, quick=True)
        if fault is not None:
            raise damaged(path.name, fault.splitlines()[-1])
        db = Database(connection, recursive_triggers=False, execute_plugins=False)
        faults = faults_of_words(db)
        if faults:
            raise damaged(path.name, f"the words of {faults[0]} are not those that were saved")


def _migrated(
    path: Path, connection: Connection, migrations: Sequence[Migration], home: Path | None, when: dt.datetime
) -> list[Bilingual]:
    with told(path):
        row = connection.execute("SELECT value FROM project WHERE name = 'id'").fetchone()
        folder = backup_folder(str(row[0]) if row else "", home)
        begin = version_of(connection)
        try:
            migrate(connection, lambda version: (back_up(path, folder, when, version), None)[1], migrations)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorname != "SQLITE_ERROR":
                raise
            raise UnwritableProjectError(
                f"{path.name}: it could not be brought to the newer form ({error}); it was left as it was.",
                f"{path.name}: تعذر نقل المشروع إلى الصيغة الأحدث، وتُرك كما هو.",
            ) from error
    return [
        Bilingual(
            f"The project was brought from form {begin} to form {migrations[-1].version}; a copy of the older one is "
            f"in {folder}.",
            f"نُقل المشروع من الصيغة {begin} إلى الصيغة {migrations[-1].version}، ونسخة من القديم محفوظة في "
            f"{isolated(folder)}.",
        )
    ]


def _connect_for_reading(path: Path) -> Connection:
    """Read-only; where a crash left work to be rolled back beside a file that may not be written, the files are copied
    and that is done in the copy."""
    connection: Connection | None = None
    try:
        connection = connect(path, read_only=True)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        if connection is not None:
            connection.close()
        beside = [path.with_name(path.name + end) for end in _SIDE_FILES]
        if not error.sqlite_errorname.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")) or not any(
            map(os.path.lexists, beside)
        ):
            raise
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder, "project.fcw")
            shutil.copyfile(path, target)
            for end, file in zip(_SIDE_FILES, beside, strict=True):
                with suppress(OSError):
                    shutil.copyfile(file, target.with_name(target.name + end))
            return in_memory(connect(target))
    except BaseException:
        if connection is not None:
            connection.close()
        raise
    return connection


def in_memory(connection: Connection) -> Connection:
    """A copy in memory, as little trusted as its source, which is closed."""
    with closing(connection):
        memory = sqlite3.connect(":memory:", isolation_level=None)
        connection.backup(memory)
    memory.execute("PRAGMA trusted_schema=OFF")
    return memory


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK | os.X_OK)


def _resolved(path: Path) -> Path:
    """The file itself, whatever links lead to it: one project has one lock."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise MissingProjectError(
            f"{path.name}: there can be no such file ({reason}).", f"{path.name}: لا يصلح هذا اسما لملف ({reason})."
        ) from None


def _nameable(path: Path) -> Path:
    """The path, if there is room in its name for what stands beside a project for moments. Systems take 255 bytes."""
    if len(os.fsencode(path.name)) > LONGEST_NAME:
        raise MissingProjectError(
            f"{path.name[:40]}…: the name is longer than {LONGEST_NAME} bytes; choose a shorter one.",
            f"{path.name[:40]}…: الاسم أطول من {LONGEST_NAME} بايت، اختر اسما أقصر.",
        )
    return path


def _lock_or_none(path: Path, take_over: bool) -> Lock | None:
    try:
        return take_lock(path, take_over)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT):
            return None
        with told(path):
            raise


def _lock(path: Path, take_over: bool) -> Lock:
    with told(path):
        try:
            return take_lock(path, take_over)
        except FileNotFoundError:
            raise MissingProjectError(
                f"{path.parent}: there is no such folder.", f"{path.parent}: لا يوجد مجلد بهذا الاسم."
            ) from None


def _put_in_place(partial: Path, path: Path) -> None:
    """One step from the old file to the new one, with nothing left beside it that belonged to the old."""
    descriptor = os.open(partial, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    for end in _SIDE_FILES:
        path.with_name(path.name + end).unlink(missing_ok=True)
    partial.replace(path)
    if os.name != "nt":
        descriptor = os.open(path.absolute().parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError:
            pass  # some file systems cannot; the rename itself is done
        finally:
            os.close(descriptor)


def _clear(partial: Path) -> None:
    for end in ("", *_SIDE_FILES):
        with suppress(OSError, ValueError):
            partial.with_name(partial.name + end).unlink()
