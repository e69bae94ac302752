"""Tables whose rows become values when somebody asks for them: most articles speak of a few dozen out of thousands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

Row = TypeVar("Row")
Value = TypeVar("Value")


class LazyTable(Mapping[str, Value], Generic[Row, Value]):
    """Values by their id, each made from its row on first use and kept. Behaves as a read-only dictionary; what it
    holds never changes, only when it is made."""

    __slots__ = ("_made", "_make", "_rows")

    def __init__(self, rows: dict[str, Row], make: Callable[[Row], Value]) -> None:
        self._rows = rows
        self._make = make
        self._made: dict[str, Value] = {}

    def __getitem__(self, id: str) -> Value:
        value = self._made.get(id)
        if value is None:
            value = self._made[id] = self._make(self._rows[id])
        return value

    def __contains__(self, id: object) -> bool:
        return id in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)
