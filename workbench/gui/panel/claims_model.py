"""The claims of both articles as a table for Qt's views, with named roles."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from workbench.gui.panel.grouped_model import Index
from workbench.gui.panel.rows_model import RowsModel
from workbench.gui.plainwords import plain_tip
from workbench.gui.valuewords import value_words
from workbench.mentions.values import Amount

if TYPE_CHECKING:
    from workbench.claims.values import Claim
    from workbench.gui.look import Look
    from workbench.review.pairing import ClaimRow

COLUMNS = ("a", "relation", "b")


class ClaimRole(IntEnum):
    STANDING = Qt.ItemDataRole.UserRole + 1
    KIND = Qt.ItemDataRole.UserRole + 2
    A = Qt.ItemDataRole.UserRole + 3
    B = Qt.ItemDataRole.UserRole + 4
    EVENT = Qt.ItemDataRole.UserRole + 5
    ROW = Qt.ItemDataRole.UserRole + 6


class ClaimsModel(RowsModel["ClaimRow"]):
    """A row a pair or a lone claim. ``narrow`` keeps one standing only."""

    roles = ClaimRole

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(look, parent)
        self._all: tuple[ClaimRow, ...] = ()
        self._standing = ""

    def set_rows(self, rows: tuple[ClaimRow, ...]) -> None:
        self._all = rows
        self.take(tuple(row for row in rows if self._standing in ("", row.standing)))

    def key_of(self, row: ClaimRow) -> object:
        """The claims' words: their ids begin anew with each reading."""
        return row.standing, *((claim.article, claim.text, claim.kind) for claim in row.claims)

    def columns(self) -> int:
        return len(COLUMNS)

    def narrow(self, standing: str) -> None:
        self._standing = standing
        self.set_rows(self._all)

    def _value(self, claim: Claim) -> str:
        """The value as it was read, and what of it is counted where that has a name."""
        look = self._look
        words = value_words(claim, look, 60)
        if not isinstance(claim.value, Amount) or claim.value.unit == "percent" or claim.predicate == "age":
            return words
        things, unit = look.things(), claim.value.unit
        if unit in things.forms and unit != claim.of:
            words = f"{words} {things.counted(unit, claim.value, look.code)}"
        name = things.name(claim.of, look.code)
        return look.say("claims.value-of", value=words, of=name) if name else words

    def standing(self) -> str:
        return self._standing

    def count(self, standing: str) -> int:
        """How many rows stand so; all of them for an empty name."""
        return sum(standing in ("", row.standing) for row in self._all)

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
                return row.a_words if index.column() == 0 else row.b_words
            case Qt.ItemDataRole.ToolTipRole:
                claim = row.a if index.column() == 0 else row.b
                if index.column() != 1 and claim is not None:
                    return plain_tip(self._value(claim))
                return plain_tip(look.pick(row.alignment.why)) if row.alignment else ""
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
