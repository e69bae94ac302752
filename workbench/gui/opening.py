"""Getting articles in: files read off the main thread, pasted text, dropped files, the sample pair."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QRunnable, QThreadPool, Signal

if TYPE_CHECKING:
    from workbench.engine import Draft
    from workbench.text.values import Bilingual


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading some files: a draft each, or why one could not be read, in the files' order."""

    job: int
    drafts: tuple[Draft, ...]
    faults: tuple[tuple[str, Bilingual], ...] = ()


def read_draft(path: Path, date: dt.date | None = None) -> Draft:
    """A file as a draft. Raises UnreadableError with one sentence."""
    from workbench.engine import Draft
    from workbench.text.reading import read_bytes, read_file_bytes

    data = read_file_bytes(path)
    return Draft(read_bytes(data), date, str(path), hashlib.sha256(data).hexdigest())


def pasted_draft(text: str) -> Draft:
    """Pasted words as a draft. Raises UnreadableError for what is no article."""
    from workbench.engine import Draft
    from workbench.text.reading import read_bytes

    data = text.encode("utf-8", "replace")
    return Draft(read_bytes(data), None, None, hashlib.sha256(data).hexdigest())


class _Job(QRunnable):
    def __init__(self, reader: Reader, job: int, paths: tuple[Path, ...]) -> None:
        super().__init__()
        self._reader, self._job, self._paths = reader, job, paths

    def run(self) -> None:
        from workbench.text.reading import UnreadableError

        drafts: list[Draft] = []
        faults: list[tuple[str, Bilingual]] = []
        for path in self._paths:
            try:
                drafts.append(read_draft(path))
            except UnreadableError as error:
                faults.append((path.name, error.why))
        self._reader.finished.emit(Read(self._job, tuple(drafts), tuple(faults)))


class Reader(QObject):
    """Reads files in a thread of its own; ``done`` carries a Read, unless a newer job or a cancel overtook it."""

    finished = Signal(object)
    done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._job = 0
        self.finished.connect(self._finished)

    def read(self, paths: tuple[Path, ...]) -> int:
        self._job += 1
        self._pool.start(_Job(self, self._job, paths))
        return self._job

    def cancel(self) -> None:
        self._job += 1

    def wait(self) -> None:
        self._pool.waitForDone(5000)

    def _finished(self, read: Read) -> None:
        if read.job == self._job:
            self.done.emit(read)


def dropped_paths(data: QMimeData) -> tuple[Path, ...]:
    """The local files among what was dropped; addresses of the web are not followed."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def sample_paths(folder: Path) -> tuple[Path, ...]:
    """The sample pair in the data folder; empty where it is missing."""
    pair = (folder / "samples" / "sample-a.txt", folder / "samples" / "sample-b.txt")
    return pair if all(path.is_file() for path in pair) else ()
