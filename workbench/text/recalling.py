"""What whoever reads texts may keep of one for the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

Value = TypeVar("Value")


class Recalling(Protocol):
    """Keeps what was worked out from a key, as long as it can; what is kept must be a pure function of its key."""

    def recall(self, what: str, key: Hashable, work_out: Callable[[], Value]) -> Value:
        """The value called ``what`` of ``key``, worked out now where it was not kept."""


class NothingKept:
    """Works everything out each time."""

    def recall(self, what: str, key: Hashable, work_out: Callable[[], Value]) -> Value:
        return work_out()


NOTHING_KEPT = NothingKept()
