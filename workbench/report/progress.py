"""Telling how far a report is, and stopping it on request."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

from workbench.report.values import ReportCancelledError

# Told the steps done and all of them; answers whether to go on.
Watcher: TypeAlias = Callable[[int, int], bool]
T = TypeVar("T")


class Progress:
    """Counts the steps of one report. ``step`` raises ReportCancelledError as soon as the watcher says no."""

    def __init__(self, total: int, watcher: Watcher | None = None) -> None:
        self._total = max(total, 1)
        self._watcher = watcher
        self._done = 0

    def step(self) -> None:
        """One finding more is written. A format that goes through the findings twice is never past its end."""
        self._done = min(self._done + 1, self._total)
        if self._watcher is not None and not self._watcher(self._done, self._total):
            raise ReportCancelledError

    def over(self, things: Iterable[T]) -> Iterator[T]:
        """The things one by one, a step after each."""
        for thing in things:
            yield thing
            self.step()
