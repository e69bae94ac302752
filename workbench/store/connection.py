"""Opening SQLite on a file that is not trusted, and saying its errors in sentences."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from workbench.store import faults

Connection = sqlite3.Connection
PATIENCE = 5.0
"""Seconds to wait for another program's transaction."""
_LONGEST_VALUE = 256 * 1024 * 1024
_PAGE = 4096


def connect(path: Path, read_only: bool = False, create: bool = False) -> Connection:
    """A connection with everything switched off that a file could use against us, in autocommit mode: transactions are
    opened by ``writing``. Raises sqlite3 errors: call it inside ``told``."""
    mode = "ro" if read_only else "rwc" if create else "rw"
    connection = sqlite3.connect(_uri(path, mode), uri=True, isolation_level=None, timeout=PATIENCE)
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cell_size_check=ON")
        connection.execute("PRAGMA mmap_size=0")
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=FULL")
        if create:
            connection.execute(f"PRAGMA page_size={_PAGE}")
        if not read_only:
            connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _uri(path: Path, mode: str) -> str:
    """Any path that the system takes, percent-encoded byte by byte: Arabic, ``?``, ``#``, ``%``, names that are no
    Unicode."""
    if os.name == "nt":
        return f"{path.absolute().as_uri()}?mode={mode}"
    return f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Inside, what SQLite or the system raises becomes a ProjectError."""
    name = path.name
    try:
        yield
    except sqlite3.Error as error:
        raise _fault(error, path) from error
    except UnicodeDecodeError as error:  # SQLite quotes a damaged schema's own bytes in its message
        raise faults.damaged(name, error.reason) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise faults.full_disk(name) from error
        raise faults.unwritable(name, error.strerror or str(error)) from error


@contextmanager
def understood(path: Path) -> Iterator[None]:
    """Inside, a value that no program of ours wrote (the wrong type, no JSON, no date) becomes DamagedProjectError."""
    try:
        yield
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError) as error:
        raise faults.damaged(path.name, f"{type(error).__name__}: {error}") from error


def _fault(error: sqlite3.Error, path: Path) -> faults.ProjectError:
    name = path.name
    code = getattr(error, "sqlite_errorname", "") or ""
    if code == "SQLITE_FULL" or (code.startswith("SQLITE_IOERR_WRITE") and not _room_left(path)):
        return faults.full_disk(name)
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return faults.busy(name)
    if code.startswith("SQLITE_READONLY"):
        return faults.read_only(name)
    if code == "SQLITE_CANTOPEN" and len(os.fsencode(path.absolute())) > 500 and os.name != "nt":
        return faults.MissingProjectError(
            f"{name}: its path is longer than 500 bytes, more than SQLite opens; move it to a shorter place.",
            f"{name}: مساره أطول من 500 بايت ولا يُفتح مثله، انقله إلى موضع أقصر.",
        )
    if code.startswith(("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH", "SQLITE_IOERR")):
        return faults.unwritable(name, str(error))
    return faults.damaged(name, str(error))


def _room_left(path: Path) -> bool:
    """Whether a page can still be written beside the file: quotas and limits on files' sizes look like other faults."""
    probe = path.with_name(path.name + ".room")
    try:
        size = path.stat().st_size
        with probe.open("wb") as file:
            file.seek(size)
            file.write(b"\0" * _PAGE)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        return False
    finally:
        probe.unlink(missing_ok=True)
    return True


@contextmanager
def writing(connection: Connection) -> Iterator[None]:
    """One transaction: everything in it is on disk when the block ends, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def whole(connection: Connection, quick: bool = False) -> str | None:
    """What SQLite's own check finds wrong first, or None."""
    with closing(connection.execute("PRAGMA quick_check(1)" if quick else "PRAGMA integrity_check(1)")) as cursor:
        row = cursor.fetchone()
    return None if row == ("ok",) else str(row[0] if row else "no answer")
