"""The claims' page: both articles in one aligned table, narrowed by standing; a click goes to the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from workbench.gui.chips import Chip
from workbench.gui.icons import draw_icon
from workbench.gui.palettes import mixed
from workbench.gui.panel.claims_model import ClaimRole, ClaimsModel
from workbench.gui.panel.empty import EmptyNotice
from workbench.gui.panel.ring import FocusRing
from workbench.review.pairing import STANDINGS, claim_rows

if TYPE_CHECKING:
    from workbench.claims.values import Claim
    from workbench.gui.bench import Bench
    from workbench.gui.look import Look
    from workbench.review.pairing import ClaimRow

ROW = 46


class ClaimsDelegate(QStyledItemDelegate):
    """Words in the articles' face; between them the relation's sign; below, kind and event."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        return QSize(80, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = self._look
        rect = QRectF(option.rect)
        row: ClaimRow = index.data(ClaimRole.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, look.colour("selection" if selected else "raised"))
        if option.state & QStyle.StateFlag.State_MouseOver and not selected:
            painter.fillRect(rect, mixed(look.colour("ink"), 0.06))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(rect.bottomLeft() - QPointF(0, 0.5), rect.bottomRight() - QPointF(0, 0.5))
        if index.column() == 1:
            sign = row.standing
            if sign in look.palette.relations:
                box = QRectF(rect.center().x() - 8, rect.center().y() - 8, 16, 16)
                draw_icon(painter, sign, box, look.palette.relation(sign), look.mirrored)
        else:
            self._words(painter, rect, row.a if index.column() == 0 else row.b, row)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRectF, claim: Claim | None, row: ClaimRow) -> None:
        look = self._look
        if claim is None:
            return
        side = Qt.AlignmentFlag.AlignRight if look.mirrored else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        room = rect.adjusted(10, 2, -10, -2)
        font = look.text(16.5)
        painter.setFont(font)
        painter.setPen(look.colour("ink"))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        words = row.a_words if claim is row.a else row.b_words
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(QRectF(room.left(), room.top(), room.width(), 25), flags,
                         QFontMetricsF(font).elidedText(words, elide, room.width()))  # fmt: skip
        small = look.plain(11)
        key = f"kind.{claim.kind}"
        below = look.say(key) if key in look.words else claim.kind
        if claim is (row.a or row.b) and row.event is not None:
            below += f" · {look.pick(row.event)}"
        painter.setFont(small)
        painter.setPen(look.colour("ink2"))
        painter.setLayoutDirection(look.direction)
        painter.drawText(QRectF(room.left(), room.bottom() - 17, room.width(), 17), flags,
                         QFontMetricsF(small).elidedText(below, elide, room.width()))  # fmt: skip


class ClaimsPanel(QWidget):
    """``chosen`` gives a row to be shown in both texts; ``command`` what the empty list's button does."""

    chosen = Signal(object)
    command = Signal(str)

    def __init__(self, look: Look, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._bench = look, bench
        self._quiet = False
        self.setObjectName("body")
        self.model = ClaimsModel(look, self)
        self.standing = Chip(look, "down", 28)
        self.standing.radius = 5
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(ClaimsDelegate(look, self))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.table.setColumnWidth(1, 56)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.table.setTabKeyNavigation(False)
        self.table.setMouseTracking(True)
        self.ring = FocusRing(look, self.table)
        self.empty = EmptyNotice(look)
        self.empty.acted.connect(self.command)
        row = QHBoxLayout()
        row.setContentsMargins(10, 8, 10, 8)
        row.addWidget(self.standing)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.empty, 1)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.standing.clicked.connect(self._open_standings)

    def apply_look(self) -> None:
        """Names in the language of the moment; rows are made anew by ``refresh``."""
        look = self._look
        self.table.setAccessibleName(look.say("tab.claims"))

    def standings(self) -> QMenu:
        """What the table can be narrowed to, each with its count."""
        menu = QMenu(self)
        for standing in ("", *STANDINGS):
            action = menu.addAction(self._standing_words(standing))
            action.setCheckable(True)
            action.setChecked(standing == self.model.standing())
            action.triggered.connect(lambda _=False, standing=standing: self.narrow(standing))
        return menu

    def _standing_words(self, standing: str) -> str:
        """A standing with how many claims have it."""
        words = self._look.say(f"claims.{standing or 'all'}")
        return f"{words} ({self._look.figures(self.model.count(standing))})"

    def narrow(self, standing: str) -> None:
        self.model.narrow(standing)
        self._show_standing()

    def _show_standing(self) -> None:
        self.standing.set_words(self._standing_words(self.model.standing()))

    def _open_standings(self) -> None:
        self.standings().popup(self.standing.mapToGlobal(self.standing.rect().bottomLeft()))

    def refresh(self) -> None:
        bench = self._bench
        rows = claim_rows(bench.result, bench.other) if bench.result else ()
        at = self.table.currentIndex()
        key = self.model.key_of(self.model.row_of(at.row())) if at.isValid() else None
        self.model.set_rows(rows)
        if key is not None and not self.table.currentIndex().isValid():
            self._quiet = True
            self.table.setCurrentIndex(self.model.place_of(key))
            self._quiet = False
        self._show_standing()
        for column in (1, 2):  # nothing stands beside an article alone
            self.table.setColumnHidden(column, len(bench.drafts) < 2)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.say(self._look.say("empty.claims"), "", "check", self._look.say("command.check"))

    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid() and not self._quiet:
            self.chosen.emit(self.model.row_of(index.row()))
