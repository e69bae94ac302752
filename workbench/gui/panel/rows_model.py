"""A flat table of rows for Qt's views that keeps its place where the same rows only say something else."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QByteArray, QModelIndex, QObject, Qt

from workbench.gui.panel.grouped_model import NOWHERE, Index, role_names

if TYPE_CHECKING:
    from workbench.gui.look import Look

Row = TypeVar("Row")


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Who derives from it says what ``roles`` there are, how many columns, what tells a row from others, and what
    each cell holds."""

    roles: type[IntEnum]

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[Row, ...] = ()

    def key_of(self, row: Row) -> object:
        """What stays the same while a row is the same one."""
        raise NotImplementedError

    def columns(self) -> int:
        raise NotImplementedError

    def take(self, rows: tuple[Row, ...]) -> None:
        """Show these rows instead."""
        same = len(rows) == len(self._rows) and all(
            self.key_of(new) == self.key_of(old) for new, old in zip(rows, self._rows, strict=True)
        )
        if rows and same:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columns() - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, number: int) -> Row:
        return self._rows[number]

    def place_of(self, key: object) -> QModelIndex:
        """The first cell of the row with this key; an invalid index where there is none."""
        number = next((n for n, row in enumerate(self._rows) if self.key_of(row) == key), None)
        return self.index(number, 0) if number is not None else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else self.columns()

    def roleNames(self) -> dict[int, QByteArray]:  # noqa: N802
        return role_names(self.roles)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren if index.isValid() else Qt.ItemFlag.NoItemFlags
