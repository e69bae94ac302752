"""One program at a time: a small file beside the project says who has it open, and the system whether they live."""

from __future__ import annotations

import datetime as dt
import errno
import getpass
import json
import os
import socket
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from workbench.store.faults import LockedProjectError
from workbench.store.moments import now
from workbench.wording import Code, day_words, isolated

_ROOM = 4096
_FAR = 1 << 30  # Windows locks bytes against reading too: lock one far behind the words


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a project open: a process on a computer, since a moment (ISO 8601)."""

    host: str
    process: int
    who: str
    since: str


class Lock:
    """Held until ``release`` or the end of the process, however it ends. ``taken_from`` is a holder that died without
    letting go: the last session ended in a crash."""

    def __init__(self, path: Path, descriptor: int, taken_from: Holder | None) -> None:
        self._path, self._descriptor = path, descriptor
        self.taken_from = taken_from

    def release(self) -> None:
        """Let go and remove the file; a second call does nothing."""
        if self._descriptor >= 0:
            descriptor, self._descriptor = self._descriptor, -1
            with suppress(OSError):
                os.ftruncate(descriptor, 0)  # where the file cannot be removed it says at least that nobody has it
            if os.name == "nt":
                os.close(descriptor)
            with suppress(OSError):
                self._path.unlink()
            if os.name != "nt":
                os.close(descriptor)


def lock_path(project: Path) -> Path:
    return project.with_name(project.name + ".lock")


def take_lock(project: Path, take_over: bool = False) -> Lock:
    """Take the project's lock. A holder that died on this computer loses it by itself; one on another computer only
    with ``take_over``. Raises LockedProjectError, and OSError where the folder cannot be written."""
    path = lock_path(project)
    while True:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
        descriptor = os.open(path, flags, 0o644)
        ours = False
        try:
            held = not _try(descriptor)
            holder = _holder(descriptor)
            if held or (holder is not None and _lives_elsewhere(holder) and not take_over):
                raise _locked(project, holder, remote=not held)
            if not held and not _same_file(path, descriptor):
                os.close(descriptor)  # the one before let go of it in between: that file is gone
                continue
            ours = True
            words = json.dumps(asdict(Holder(socket.gethostname(), os.getpid(), _who(), now().isoformat())))
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, words.encode("utf-8", "replace"))
            os.fsync(descriptor)
        except BaseException:
            with suppress(OSError):
                os.close(descriptor)
            if ours:  # no room for a word: leave no empty file behind
                with suppress(OSError):
                    path.unlink()
            raise
        return Lock(path, descriptor, holder)


def left_behind(project: Path) -> bool:
    """Whether a lock file says that the project's last session never ended orderly, and nobody holds it now."""
    try:
        descriptor = os.open(lock_path(project), os.O_RDWR)
    except OSError:
        return False
    try:
        return _try(descriptor) and _holder(descriptor) is not None
    finally:
        os.close(descriptor)


def _try(descriptor: int) -> bool:
    """The system's own lock, which dies with its process; on file systems without any, the words must do."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES, errno.EAGAIN):
            return False
        holder = _holder(descriptor)
        return holder is None or holder.host != socket.gethostname() or not _runs(holder.process)
    return True


def _runs(process: int) -> bool:
    if os.name == "nt" or process <= 0:  # there a signal 0 would end the process
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _holder(descriptor: int) -> Holder | None:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        told = json.loads(os.read(descriptor, _ROOM).decode("utf-8"))
        return Holder(str(told["host"]), int(told["process"]), str(told["who"]), str(told["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _lives_elsewhere(holder: Holder) -> bool:
    return holder.host != socket.gethostname()


def _same_file(path: Path, descriptor: int) -> bool:
    try:
        there, here = os.stat(path), os.fstat(descriptor)
    except OSError:
        return False
    return (there.st_dev, there.st_ino) == (here.st_dev, here.st_ino)


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _locked(project: Path, holder: Holder | None, remote: bool) -> LockedProjectError:
    name = project.name
    if holder is None:
        return LockedProjectError(
            f"{name}: the project is open in another window.", f"{name}: المشروع مفتوح في نافذة أخرى."
        )
    since, since_ar = _clock(holder.since, "en"), _clock(holder.since, "ar")
    if remote:
        return LockedProjectError(
            f"{name}: the project is open on the computer {holder.host} ({holder.who}, since {since}), or that "
            "computer failed without closing it.",
            f"{name}: المشروع مفتوح على الحاسوب {isolated(holder.host)} ({isolated(holder.who)} منذ "
            f"{isolated(since_ar)})، أو تعطل ذلك الحاسوب قبل إغلاقه.",
            remote=True,
        )
    return LockedProjectError(
        f"{name}: the project is open in another window ({holder.who}, since {since}).",
        f"{name}: المشروع مفتوح في نافذة أخرى ({isolated(holder.who)} منذ {isolated(since_ar)}).",
    )


def _clock(since: str, code: Code) -> str:
    """«21 نوفمبر 2026، 17:29» by this computer's clock."""
    try:
        moment = dt.datetime.fromisoformat(since).astimezone()
    except (ValueError, OverflowError, OSError):
        return "?"
    return f"{day_words(moment.date(), code)}{'،' if code == 'ar' else ','} {moment:%H:%M}"
