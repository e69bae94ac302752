"""What was worked out before, kept in one place, so that a change inside one sentence costs one sentence."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

from workbench.knowledge.lexicon import Memory

Value = TypeVar("Value")

_MOST_WORDS = 200_000


class WorkingMemory:
    """Values by what they were worked out from, at most ``most`` of them: what was longest not asked for goes first.

    Only a cache: what is remembered must be a pure function of its key, and of the one body of knowledge that its owner
    reads with; then an answer never depends on what was asked before. ``words`` spares the lexicon reading a word
    twice. One memory belongs to one thread at a time.
    """

    def __init__(self, most: int = 40_000) -> None:
        self.words: Memory = {}
        self._most = most
        self._kept: OrderedDict[tuple[str, Hashable], Any] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def recall(self, what: str, key: Hashable, work_out: Callable[[], Value]) -> Value:
        """The value called ``what`` of ``key``, worked out now where it is not remembered."""
        place = (what, key)
        if place in self._kept:
            self._kept.move_to_end(place)
            return cast(Value, self._kept[place])
        value = work_out()
        self._kept[place] = value
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
        if len(self.words) > _MOST_WORDS:
            self.words.clear()
        return value
