"""Checking off the main thread: one job at a time, the newest request wins, stale results are dropped."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from workbench.gui.loading import Modules
from workbench.review.anchoring import overrides_for
from workbench.review.offers import with_other_figures
from workbench.review.overtaken import with_overtaken

if TYPE_CHECKING:
    from workbench.engine import CheckResult, Draft, Engine
    from workbench.review.decisions import HandLink

    EngineMaker = Callable[[], Engine]


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be checked; ``revision`` tells a fresh result from a stale one."""

    revision: int
    drafts: tuple[Draft, ...]
    links: tuple[HandLink, ...] = ()
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Answer:
    """A request's result, with the links whose words no claim stands on."""

    revision: int
    result: CheckResult
    lost: tuple[HandLink, ...] = ()


def answer(engine: Engine, request: Request) -> Answer:
    """Run one request. Claims' ids come from the reading, so a person's links need a reading of their own first;
    the engine remembers its sentences, which makes the second one cheap."""
    result = engine.check(request.drafts)
    lost: tuple[HandLink, ...] = ()
    if request.links or request.hidden:
        overrides, lost = overrides_for(request.links, result.claims, request.hidden)
        result = engine.check(request.drafts, overrides)
    return Answer(request.revision, with_other_figures(with_overtaken(result)), lost)


class _Bridge(QObject):
    """Carries a job's outcome into the main thread."""

    started = Signal(str)
    answered = Signal(object)
    failed = Signal(int, str)


class _Job(QRunnable):
    def __init__(self, checker: Checker, request: Request) -> None:
        super().__init__()
        self._checker = checker
        self._request = request

    def run(self) -> None:
        self._checker._work(self._request)


class _Warming(QRunnable):
    def __init__(self, checker: Checker) -> None:
        super().__init__()
        self._checker = checker

    def run(self) -> None:
        with suppress(Exception):
            self._checker.modules.load()
            self._checker._engine = self._checker._engine or self._checker._make_engine()


class Checker(QObject):
    """Owns the engine, which lives in one worker thread. ``answered`` carries an Answer, ``failed`` a revision and
    what went wrong; ``working`` the key of the step's words."""

    answered = Signal(object)
    failed = Signal(int, str)
    working = Signal(str)

    def __init__(self, make_engine: EngineMaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_engine = make_engine
        self.modules = Modules()
        self._engine: Engine | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._bridge = _Bridge()
        self._bridge.started.connect(self._started)
        self._bridge.answered.connect(self._answered)
        self._bridge.failed.connect(self._failed)
        self._running = False
        self._waiting: Request | None = None
        self._newest = -1
        self._closed = False

    @property
    def busy(self) -> bool:
        return self._running

    @property
    def knowledge(self) -> object | None:
        """What the engine knows (a Knowledge, never changed after loading); None before the first check."""
        return getattr(self._engine, "knowledge", None)

    def warm(self) -> None:
        """Make the engine before anything is asked of it; what fails here is told by the first request."""
        if self._engine is None and not self._running and not self._closed:
            self._pool.start(_Warming(self))

    def request(self, request: Request) -> None:
        """Check this as soon as the running job ends; an older request that still waits is forgotten."""
        self._newest = request.revision
        if self._running:
            self._waiting = request
            return
        self._running = True
        self._pool.start(_Job(self, request))

    def cancel(self) -> None:
        """Forget what waits and drop what runs; the engine itself finishes in its thread."""
        self._waiting = None
        self._newest = -1

    def close(self, milliseconds: int = 10_000) -> bool:
        """Let the worker end and be silent from here on."""
        self.cancel()
        self._closed = True
        return self._pool.waitForDone(milliseconds)

    def _work(self, request: Request) -> None:
        """In the worker's thread."""
        try:
            if self._engine is None:
                self._bridge.started.emit("progress.knowledge")
                self.modules.load()
                self._engine = self._make_engine()
            self._bridge.started.emit("progress.checking")
            self._bridge.answered.emit(answer(self._engine, request))
        except Exception as error:  # whatever goes wrong in the worker is shown in the window, never lost
            self._bridge.failed.emit(request.revision, f"{type(error).__name__}: {error}")

    def _started(self, step: str) -> None:
        if not self._closed and self._newest >= 0:
            self.working.emit(step)

    def _next(self) -> None:
        self._running = False
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.request(waiting)

    def _answered(self, outcome: Answer) -> None:
        self._next()
        if outcome.revision == self._newest:
            self.answered.emit(outcome)

    def _failed(self, revision: int, message: str) -> None:
        self._next()
        if revision == self._newest:
            self.failed.emit(revision, message)
