"""A tree of two levels for Qt's views: headings, and below each its rows."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from workbench.gui.look import Look

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


def role_names(roles: type[IntEnum]) -> dict[int, QByteArray]:
    """The names by which views and tests ask for a model's roles."""
    names = {int(role): QByteArray(role.name.lower().encode()) for role in roles}
    names[int(Qt.ItemDataRole.DisplayRole)] = QByteArray(b"display")
    return names


class GroupedModel(QAbstractItemModel):
    """A heading's internal id is 0, a row's is its group's number plus 1. Who derives from it says what ``roles``
    there are, how many rows a group has and what they hold."""

    roles: type[IntEnum]

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def group_sizes(self) -> Sequence[int]:
        """The number of rows in each group."""
        raise NotImplementedError

    def heading_data(self, group: int, role: int) -> Any:
        raise NotImplementedError

    def row_data(self, group: int, row: int, role: int) -> Any:
        raise NotImplementedError

    def tell_all_changed(self) -> None:
        """The same headings and rows say something else: selection and scrolling stay as they are."""
        for number, size in enumerate(self.group_sizes()):
            heading = self.index(number, 0)
            self.dataChanged.emit(heading, heading)
            if size:
                self.dataChanged.emit(self.index(0, 0, heading), self.index(size - 1, 0, heading))

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if column != 0 or row < 0 or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        if not parent.isValid():
            return len(self.group_sizes())
        if parent.internalId() == 0 and parent.column() == 0:
            return self.group_sizes()[parent.row()]
        return 0

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 1

    def roleNames(self) -> dict[int, QByteArray]:  # noqa: N802
        return role_names(self.roles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.internalId() == 0:
            return self.heading_data(index.row(), role)
        return self.row_data(index.internalId() - 1, index.row(), role)
