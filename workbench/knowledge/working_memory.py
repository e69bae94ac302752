"""What was worked out before, kept in one place, so that a change inside one sentence costs one sentence."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from workbench.knowledge.language.lexicon import Memory

Value = TypeVar("Value")

_MOST_WORDS = 200_000
_NOTHING: Any = object()


class WorkingMemory:
    """Values by what they were worked out from, at most ``most`` of them. They are kept in two halves: when the younger
    one is full, the older one is forgotten, so that what is asked for again and again stays.

    Only a cache: what is remembered must be a pure function of its key, and of the one body of knowledge that its owner
    reads with; then an answer never depends on what was asked before. ``words`` spares the lexicon reading a word
    twice. One memory belongs to one thread at a time.
    """

    def __init__(self, most: int = 40_000) -> None:
        self.words: Memory = {}
        self._half = max(1, most // 2)
        self._younger: dict[tuple[str, Hashable], Any] = {}
        self._older: dict[tuple[str, Hashable], Any] = {}

    def __len__(self) -> int:
        return len(self._younger) + len(self._older)

    def recall(self, what: str, key: Hashable, work_out: Callable[[], Value]) -> Value:
        """The value called ``what`` of ``key``, worked out now where it is not remembered."""
        place = (what, key)
        value: Value = self._younger.get(place, _NOTHING)
        if value is _NOTHING:
            value = self._older.pop(place, _NOTHING)
            if value is _NOTHING:
                value = work_out()
            if len(self._younger) >= self._half:
                self._older, self._younger = self._younger, {}
            self._younger[place] = value
            if len(self.words) > _MOST_WORDS:
                self.words.clear()
        return value
