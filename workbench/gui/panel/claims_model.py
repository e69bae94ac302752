"""The claims of both articles as a table for Qt's views, with named roles."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt

from workbench.gui.valuewords import value_words

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.review.pairing import ClaimRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
COLUMNS = ("a", "relation", "b")


class ClaimRole(IntEnum):
    STANDING = Qt.ItemDataRole.UserRole + 1
    KIND = Qt.ItemDataRole.UserRole + 2
    A = Qt.ItemDataRole.UserRole + 3
    B = Qt.ItemDataRole.UserRole + 4
    EVENT = Qt.ItemDataRole.UserRole + 5
    ROW = Qt.ItemDataRole.UserRole + 6


class ClaimsModel(QAbstractTableModel):
    """A row a pair or a lone claim. ``narrow`` keeps one standing only."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._all: tuple[ClaimRow, ...] = ()
        self._rows: tuple[ClaimRow, ...] = ()
        self._standing = ""

    def set_rows(self, rows: tuple[ClaimRow, ...]) -> None:
        self.beginResetModel()
        self._all = rows
        self._rows = tuple(row for row in rows if self._standing in ("", row.standing))
        self.endResetModel()

    def narrow(self, standing: str) -> None:
        self._standing = standing
        self.set_rows(self._all)

    def standing(self) -> str:
        return self._standing

    def count(self, standing: str) -> int:
        """How many rows stand so; all of them for an empty name."""
        return sum(standing in ("", row.standing) for row in self._all)

    def row_of(self, number: int) -> ClaimRow:
        return self._rows[number]

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(COLUMNS)

    def roleNames(self) -> dict[int, QByteArray]:  # noqa: N802
        names = {int(role): QByteArray(role.name.lower().encode()) for role in ClaimRole}
        names[int(Qt.ItemDataRole.DisplayRole)] = QByteArray(b"display")
        return names

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < 3:
            return self._look.say(f"claims.{COLUMNS[section]}")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, look = self._rows[index.row()], self._look
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                if index.column() == 1:
                    return look.say(f"claims.{row.standing}")
                claim = row.a if index.column() == 0 else row.b
                return " ".join(claim.text.split()) if claim else ""
            case Qt.ItemDataRole.ToolTipRole:
                claim = row.a if index.column() == 0 else row.b
                if index.column() != 1 and claim is not None:
                    return value_words(claim, look.code, 60)
                return look.pick(row.alignment.why) if row.alignment else ""
            case ClaimRole.STANDING:
                return row.standing
            case ClaimRole.KIND:
                return row.claims[0].kind
            case ClaimRole.A:
                return row.a.text if row.a else ""
            case ClaimRole.B:
                return row.b.text if row.b else ""
            case ClaimRole.EVENT:
                return look.pick(row.event) if row.event else ""
            case ClaimRole.ROW:
                return row
        return None
