"""Making a report off the main thread: what stands on the bench as a record, and one job that can be given up."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from workbench.text.values import Bilingual

if TYPE_CHECKING:
    from workbench.gui.bench import Bench
    from workbench.gui.keeping import Keeper
    from workbench.gui.loading import Modules
    from workbench.knowledge.facts.world import World
    from workbench.review.record import ProjectRecord
    from workbench.wording import Code


@dataclass(frozen=True, slots=True)
class Export:
    """A report to be made: ``only`` findings in one state (empty for all), written to ``target``."""

    record: ProjectRecord
    form: str
    language: Code
    only: str
    target: Path
    world: World
    resources: Path


def record_at_hand(bench: Bench, keeper: Keeper | None) -> ProjectRecord | None:
    """The comparison as it stands in the window, decisions, notes, hand alignments and history included; None before
    its check has ended. What only the project's file knows (when it was begun, where the articles came from, what was
    edited) comes from there."""
    from workbench.review.record import Versions, fresh_record
    from workbench.store.faults import ProjectError

    if bench.result is None or bench.stale:
        return None
    kept = None
    if keeper is not None:
        keeper.flush()  # what cannot be written is told by the keeper, and is in the report all the same
        if keeper.project is not None and keeper.comparison is not None:
            try:
                kept = keeper.project.background(keeper.comparison)
            except ProjectError:
                kept = None  # told when it was opened; the report is of what is on the bench
    now = dt.datetime.now(dt.UTC)
    fresh = fresh_record(bench.drafts, bench.result, kept.versions if kept else Versions(), now)
    if kept is not None:
        origins = kept.origins if len(kept.origins) == len(bench.drafts) else fresh.origins
        fresh = replace(fresh, title=kept.title or fresh.title, created=kept.created, changed=kept.changed,
                        origins=origins, edits=kept.edits)  # fmt: skip
    review = bench.review
    return replace(
        fresh,
        decisions=review.decided(),
        history=tuple(review.history),
        departed=tuple(finding for _, finding in review.orphans(bench.result.findings)),
        links=review.links,
        ticks=review.ticks,
        hidden=review.hidden,
    )


class _Job(QRunnable):
    """Makes the report, then writes it; between the two it can no longer be given up."""

    def __init__(self, exporter: Exporter, number: int, export: Export) -> None:
        super().__init__()
        self._exporter, self._number, self._export = exporter, number, export

    def run(self) -> None:
        from workbench.report.values import ReportCancelledError, ReportError

        exporter, number = self._exporter, self._number
        try:
            exporter.modules.load()
            data = self._make()
            if exporter.begin_writing(number):
                from workbench.report.writing import write_whole

                write_whole(self._export.target, data)
                exporter.ended.emit(number, self._export.target)
        except ReportCancelledError:
            pass
        except ReportError as error:
            exporter.ended.emit(number, error.why)
        except Exception as error:  # whatever goes wrong here is told to the person, never lost
            words = f"{type(error).__name__}: {error}"
            exporter.ended.emit(number, Bilingual(words, words))

    def _make(self) -> bytes:
        from workbench.report.formats import Wishes, make_report
        from workbench.review.record import Versions
        from workbench.review.versions import versions_in_use

        export, exporter = self._export, self._exporter
        record = export.record
        if record.versions == Versions():  # nobody has kept it in a project yet
            record = replace(record, versions=versions_in_use())

        def watch(done: int, total: int) -> bool:
            if done % max(1, total // 100) == 0 or done == total:
                exporter.stepped.emit(self._number, done, total)
            return exporter.wanted(self._number)

        wishes = Wishes(export.language, export.only, watcher=watch)
        return make_report(record, export.form, wishes, export.resources, export.world, dt.datetime.now(dt.UTC))


class Exporter(QObject):
    """One report at a time in a thread of its own. ``progressed`` tells the findings written and all of them,
    ``done`` the file that is there whole, ``failed`` one sentence in each language; then nothing was written."""

    stepped = Signal(int, int, int)
    ended = Signal(int, object)
    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, modules: Modules, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.modules = modules
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._lock = Lock()
        self._number = 0
        self._wanted = self._writing = 0
        self.stepped.connect(self._stepped)
        self.ended.connect(self._ended)

    @property
    def busy(self) -> bool:
        return self._wanted != 0

    def start(self, export: Export) -> None:
        self._number += 1
        self._wanted = self._number
        self._pool.start(_Job(self, self._number, export))

    def cancel(self) -> bool:
        """Give the report up. False where its file is being written at this moment: then ``done`` or ``failed`` still
        comes."""
        with self._lock:
            if self._writing == self._wanted != 0:
                return False
            self._wanted = 0
            return True

    def close(self) -> None:
        """Give up what is being made and wait until its thread has ended."""
        self.cancel()
        self._pool.waitForDone()

    def wanted(self, number: int) -> bool:
        return self._wanted == number

    def begin_writing(self, number: int) -> bool:
        """Called by the job: whether its file may be written. From here on it is not given up."""
        with self._lock:
            if self._wanted == number:
                self._writing = number
            return self._wanted == number

    def _stepped(self, number: int, done: int, total: int) -> None:
        if number == self._wanted:
            self.progressed.emit(done, total)

    def _ended(self, number: int, outcome: Path | Bilingual) -> None:
        if number != self._wanted:
            return
        self._wanted = self._writing = 0
        if isinstance(outcome, Path):
            self.done.emit(outcome)
        else:
            self.failed.emit(outcome)
