"""Findings as a tree for Qt's views: families, and below each its findings, with named roles."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from workbench.gui.panel.grouped_model import GroupedModel, Index
from workbench.gui.plainwords import plain_tip
from workbench.review.rows import Sieve, arrange

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.review.rows import FindingRow, Group, Order


class FindingRole(IntEnum):
    """What a view may ask of a row; headings answer NAME and COUNT only."""

    KEY = Qt.ItemDataRole.UserRole + 1
    FAMILY = Qt.ItemDataRole.UserRole + 2
    KIND = Qt.ItemDataRole.UserRole + 3
    SEVERITY = Qt.ItemDataRole.UserRole + 4
    QUOTATIONS = Qt.ItemDataRole.UserRole + 5
    RELATION = Qt.ItemDataRole.UserRole + 6
    EVENT = Qt.ItemDataRole.UserRole + 7
    STATE = Qt.ItemDataRole.UserRole + 8
    NAME = Qt.ItemDataRole.UserRole + 9
    COUNT = Qt.ItemDataRole.UserRole + 10
    ROW = Qt.ItemDataRole.UserRole + 11


class FindingsModel(GroupedModel):
    """Families as headings; headings cannot be chosen."""

    roles = FindingRole

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(look, parent)
        self._rows: tuple[FindingRow, ...] = ()
        self._groups: tuple[Group, ...] = ()
        self._sizes: list[int] = []
        self._sieve = Sieve()
        self._order: Order = "weight"

    # What is shown

    def set_rows(self, rows: tuple[FindingRow, ...]) -> None:
        self._rows = rows
        self._rearrange()

    def set_sieve(self, sieve: Sieve) -> None:
        if sieve != self._sieve:
            self._sieve = sieve
            self._rearrange()

    def set_order(self, order: Order) -> None:
        if order != self._order:
            self._order = order
            self._rearrange()

    def sieve(self) -> Sieve:
        return self._sieve

    def order(self) -> Order:
        return self._order

    def _rearrange(self) -> None:
        groups = arrange(self._rows, self._sieve, self._order)
        same = [(g.name, [r.key for r in g.rows]) for g in groups] == [
            (g.name, [r.key for r in g.rows]) for g in self._groups
        ]
        if same:
            self._groups = groups
            self.tell_all_changed()
            return
        self.beginResetModel()
        self._groups, self._sizes = groups, [len(group.rows) for group in groups]
        self.endResetModel()

    def finding_keys(self) -> tuple[str, ...]:
        """The findings' keys from top to bottom."""
        return tuple(row.key for group in self._groups for row in group.rows)

    def index_of(self, key: str | None) -> QModelIndex:
        for number, group in enumerate(self._groups):
            for place, row in enumerate(group.rows):
                if row.key == key:
                    return self.index(place, 0, self.index(number, 0))
        return QModelIndex()

    # What the tree asks

    def group_sizes(self) -> list[int]:
        return self._sizes

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.internalId() == 0:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def row_data(self, group: int, row: int, role: int) -> Any:
        return self._finding(self._groups[group].rows[row], role)

    def _finding(self, row: FindingRow, role: int) -> Any:
        look = self._look
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return look.pick(row.finding.message)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip("\n".join(words for _, words in row.quotations))
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(look, row)
            case FindingRole.KEY:
                return row.key
            case FindingRole.FAMILY:
                return row.finding.family
            case FindingRole.KIND:
                return kind_words(look, row)
            case FindingRole.SEVERITY:
                return row.finding.severity
            case FindingRole.QUOTATIONS:
                return [words for _, words in row.quotations]
            case FindingRole.RELATION:
                return row.relation
            case FindingRole.EVENT:
                return look.pick(row.event) if row.event else ""
            case FindingRole.STATE:
                return row.state
            case FindingRole.ROW:
                return row
        return None

    def heading_data(self, group: int, role: int) -> Any:
        return self._heading(self._groups[group], role)

    def _heading(self, group: Group, role: int) -> Any:
        name = self._look.say(f"family.{group.name}")
        match role:
            case Qt.ItemDataRole.DisplayRole | FindingRole.NAME:
                return name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{name} {len(group.rows)}"
            case FindingRole.FAMILY:
                return group.name
            case FindingRole.COUNT:
                return len(group.rows)
        return None


def kind_words(look: Look, row: FindingRow) -> str:
    """The kind's name; an unknown kind is named as the engine names it."""
    key = f"kind.{row.finding.kind}"
    return look.say(key) if key in look.words else row.finding.kind


def spoken(look: Look, row: FindingRow) -> str:
    """What a screen reader says of a row: everything that colour and shape say."""
    parts = [
        look.say(f"family.{row.finding.family}"),
        kind_words(look, row),
        look.say(f"severity.{row.finding.severity}"),
        look.pick(row.finding.message),
        *(look.say("quoted", letter=look.letter(article), words=words) for article, words in row.quotations),
        look.say(f"state.{row.state}"),
    ]
    return ". ".join(parts)
