"""Getting articles in: files of every format read off the main thread, pasted and dropped words, the sample pair."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QRunnable, QThreadPool, Signal

if TYPE_CHECKING:
    from workbench.engine import Draft
    from workbench.gui.loading import Modules
    from workbench.importing.values import Imported, Watch
    from workbench.text.values import Bilingual


@dataclass(frozen=True, slots=True)
class Incoming:
    """A draft with what a person should know of how it came in."""

    draft: Draft
    warnings: tuple[Bilingual, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading some files: a draft each, or why one could not be read, in the files' order."""

    job: int
    incoming: tuple[Incoming, ...]
    faults: tuple[tuple[str, Bilingual], ...] = ()

    @property
    def drafts(self) -> tuple[Draft, ...]:
        return tuple(one.draft for one in self.incoming)


def read_incoming(path: Path, date: dt.date | None = None, watch: Watch | None = None) -> Incoming:
    """A file of any known format. Raises UnreadableError with one sentence."""
    from workbench.importing.articles import import_file

    return _incoming(import_file(path, watch), date)


def pasted_incoming(data: QMimeData) -> Incoming:
    """Pasted or dropped words, the plain ones rather than the HTML. Raises UnreadableError for what is no article."""
    from workbench.importing.articles import import_pasted

    return _incoming(import_pasted(data.text(), data.html() if data.hasHtml() else ""), None)


def _incoming(imported: Imported, date: dt.date | None) -> Incoming:
    from workbench.importing.articles import draft_of

    return Incoming(draft_of(imported, date), imported.warnings)


class _Job(QRunnable):
    def __init__(self, reader: Reader, job: int, paths: tuple[Path, ...], dates: tuple[dt.date | None, ...]) -> None:
        super().__init__()
        self._reader, self._job, self._paths, self._dates = reader, job, paths, dates

    def run(self) -> None:
        self._reader.modules.load()
        from workbench.importing.values import Watch
        from workbench.text.reading import UnreadableError

        reader, job = self._reader, self._job
        watch = Watch(lambda: reader.job != job, lambda done, of: reader.paged.emit(job, done, of))
        incoming: list[Incoming] = []
        faults: list[tuple[str, Bilingual]] = []
        for number, path in enumerate(self._paths):
            if watch.cancelled():
                return
            try:
                incoming.append(read_incoming(path, self._dates[number] if number < len(self._dates) else None, watch))
            except UnreadableError as error:
                faults.append((path.name, error.why))
        reader.finished.emit(Read(job, tuple(incoming), tuple(faults)))


class Reader(QObject):
    """Reads files in a thread of its own; ``done`` carries a Read, unless a newer job or a cancel overtook it;
    ``progressed`` the pages read of a long file, and how many it has."""

    finished = Signal(object)
    paged = Signal(int, int, int)
    done = Signal(object)
    progressed = Signal(int, int)

    def __init__(self, modules: Modules, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.modules = modules
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.job = 0
        self.busy = False
        self.finished.connect(self._finished)
        self.paged.connect(self._paged)

    def read(self, paths: tuple[Path, ...], dates: tuple[dt.date | None, ...] = ()) -> int:
        """Begin with files, in place of what is being read; ``dates`` are days that a person gave, one a file."""
        self.job += 1
        self.busy = True
        self._pool.start(_Job(self, self.job, paths, dates))
        return self.job

    def cancel(self) -> None:
        self.job += 1
        self.busy = False

    def wait(self) -> None:
        """Give up what is being read and wait until its thread has ended."""
        self.cancel()
        self._pool.waitForDone(5000)

    def _finished(self, read: Read) -> None:
        if read.job == self.job:
            self.busy = False
            self.done.emit(read)

    def _paged(self, job: int, done: int, of: int) -> None:
        if job == self.job:
            self.progressed.emit(done, of)


def is_read_at_once(path: Path) -> bool:
    """Whether a file's name promises plain text, which takes no time to read."""
    from workbench.importing.formats import reader_of

    return path.suffix.lower().removeprefix(".") in ("", *reader_of("text").endings)


def text_path(path: str | None) -> str:
    """Where a draft's text would be saved: beside its file, never over a document of another format."""
    if not path:
        return ""
    return path if path.lower().endswith((".txt", ".text", ".md")) else str(Path(path).with_suffix(".txt"))


def dropped_paths(data: QMimeData) -> tuple[Path, ...]:
    """The local files among what was dropped; addresses of the web are not followed."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def sample_paths(folder: Path) -> tuple[Path, ...]:
    """The sample pair in the data folder; empty where it is missing."""
    pair = (folder / "samples" / "sample-a.txt", folder / "samples" / "sample-b.txt")
    return pair if all(path.is_file() for path in pair) else ()
