"""The sources' page: who is quoted how often, anonymous and vague ones below."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from workbench.gui.bench import ARTICLES
from workbench.gui.icons import make_icon
from workbench.gui.panel.empty import EmptyNotice
from workbench.gui.panel.grouped_model import Index
from workbench.gui.panel.ring import FocusRing
from workbench.gui.panel.rows_model import RowsModel
from workbench.gui.plainwords import plain_tip
from workbench.gui.valuewords import short
from workbench.review.sources import source_rows

if TYPE_CHECKING:
    from workbench.gui.bench import Bench
    from workbench.gui.look import Look
    from workbench.review.sources import SourceRow


_NEXT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
COUNTS, CLOSE = 44, 30  # the width of a column of counts; of many of them
MANY = 3  # with more articles than this the icon alone says how a source stands, or no room is left for its name


class SourceRole(IntEnum):
    STANDING = Qt.ItemDataRole.UserRole + 1
    TOTAL = Qt.ItemDataRole.UserRole + 2
    ROW = Qt.ItemDataRole.UserRole + 3


class SourcesModel(RowsModel["SourceRow"]):
    """Name, standing, then one column an article with how often it quotes the source."""

    roles = SourceRole

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(look, parent)
        self._articles: tuple[str, ...] = ()

    def set_rows(self, rows: tuple[SourceRow, ...], articles: tuple[str, ...]) -> None:
        if articles != self._articles:
            self.take(())
            self.beginResetModel()
            self._articles = articles
            self.endResetModel()
        self.take(rows)

    def key_of(self, row: SourceRow) -> object:
        return row.name, row.standing

    def columns(self) -> int:
        return 2 + len(self._articles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return self._look.say("sources.who")
        return "" if section == 1 else self._look.letter(self._articles[section - 2])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, look = self._rows[index.row()], self._look
        match role:
            case Qt.ItemDataRole.DisplayRole:
                if index.column() == 0:
                    return row.name
                if index.column() == 1:
                    return look.say(f"sources.{row.standing}")
                count = row.counts.get(self._articles[index.column() - 2], 0)
                return look.figures(count) if count else ""
            case Qt.ItemDataRole.DecorationRole if index.column() == 0:
                named = row.standing == "named"
                colour = look.colour("ink2") if named else look.palette.family("sourcing")
                return make_icon("person" if named else "sourcing", colour, mirror=look.mirrored)
            case Qt.ItemDataRole.FontRole if index.column() == 0:
                return look.text(16)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{row.name} · {look.say(f'sources.{row.standing}')}")
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == 0:
                return f"{row.name}, {look.say(f'sources.{row.standing}')}"
            case Qt.ItemDataRole.TextAlignmentRole if index.column() >= 2:
                return Qt.AlignmentFlag.AlignCenter
            case SourceRole.STANDING:
                return row.standing
            case SourceRole.TOTAL:
                return row.total
            case SourceRole.ROW:
                return row
        return None


class SourcesPanel(QWidget):
    """``chosen`` gives all places where a source is quoted and which of them is looked at: the first one when its row
    is turned to, the next one at each click or Enter. ``told`` says which of how many."""

    chosen = Signal(object, int)
    told = Signal(str)

    def __init__(self, look: Look, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._bench = look, bench
        self.model = SourcesModel(look, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setObjectName("sources")
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(34)
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.horizontalHeader().setMinimumSectionSize(24)
        self.ring = FocusRing(look, self.table)
        self.empty = EmptyNotice(look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.empty, 1)
        self.table.selectionModel().currentRowChanged.connect(self._turned)
        self.table.clicked.connect(self._clicked)
        self.table.installEventFilter(self)
        self.table.viewport().installEventFilter(self)
        self._at: tuple[object, int] = (None, 0)  # a source and which of its places is looked at
        self._by_key = False  # whether a key was pressed in the list just now
        self._new = False  # whether the mouse has just turned to this row

    def apply_look(self) -> None:
        """Names in the language of the moment; rows are made anew by ``refresh``."""
        self.table.setAccessibleName(self._look.say("tab.sources"))

    def refresh(self) -> None:
        bench = self._bench
        rows = source_rows(bench.result) if bench.result else ()
        self.model.set_rows(rows, tuple(ARTICLES[: len(bench.drafts)]))
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column in range(self.model.columnCount()):
            if column == 0:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                counts = COUNTS if len(bench.drafts) <= MANY else CLOSE
                header.resizeSection(column, counts if column > 1 else self._widest(rows))
        self.table.setColumnHidden(1, len(bench.drafts) > MANY)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.say(self._look.say("empty.sources"), "", "", "")

    def _widest(self, rows: tuple[SourceRow, ...]) -> int:
        """The room for how sources stand: Qt would measure every row of thousands."""
        metrics = self.table.fontMetrics()
        words = [self._look.say(f"sources.{standing}") for standing in {row.standing for row in rows}]
        return max((metrics.horizontalAdvance(word) for word in words), default=0) + 32

    def _turned(self, index: QModelIndex, before: QModelIndex) -> None:
        """Arrow keys: the row that the keyboard finds when the page is turned to is not yet meant."""
        if index.isValid() and (before.isValid() or self._by_key) and self.table.hasFocus():
            self._new = True
            self._show(index, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A click on the row looked at, Enter and the space bar turn to its next place."""
        self._by_key = event.type() == QEvent.Type.KeyPress
        if event.type() == QEvent.Type.MouseButtonPress:
            self._new = False  # unless the press itself turns to another row
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _NEXT:
            self._next(self.table.currentIndex())
            return True
        return False

    def _clicked(self, index: QModelIndex) -> None:
        if not self._new:
            self._next(index)
        self._new = False

    def _next(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        known = self._at[0] == self.model.key_of(self.model.row_of(index.row()))
        self._show(index, self._at[1] + 1 if known else 0)

    def _show(self, index: QModelIndex, turn: int) -> None:
        row = self.model.row_of(index.row())
        if not row.places:
            return
        turn %= len(row.places)
        self._at = self.model.key_of(row), turn
        self.chosen.emit(row.places, turn)
        look = self._look
        many = len(row.places) > 1
        words = short(row.name, 48)
        self.told.emit(
            look.say("sources.place", n=turn + 1, all=len(row.places), name=words) if many
            else look.say("sources.one-place", name=words)
        )  # fmt: skip
