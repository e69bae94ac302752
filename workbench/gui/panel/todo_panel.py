"""The to-do page: what stands only in the draft, each with what would settle it, ticked off as one goes."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)  # fmt: skip
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from workbench.gui.chips import cap_width, draw_cap
from workbench.gui.icons import DRAWINGS, STAND_INS, draw_icon
from workbench.gui.panel.empty import EmptyNotice
from workbench.gui.panel.ring import FocusRing
from workbench.gui.plainwords import plain_tip
from workbench.review.todo import todo_items

if TYPE_CHECKING:
    from workbench.gui.bench import Bench
    from workbench.gui.look import Look
    from workbench.review.todo import TodoItem

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW = 60


class TodoRole(IntEnum):
    KEY = Qt.ItemDataRole.UserRole + 1
    KIND = Qt.ItemDataRole.UserRole + 2
    SETTLES = Qt.ItemDataRole.UserRole + 3
    ITEM = Qt.ItemDataRole.UserRole + 4


class TodoModel(QAbstractListModel):
    """``ticked`` is asked for by key through the check state's role."""

    tick_asked = Signal(str)

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.items: tuple[TodoItem, ...] = ()
        self.ticks: frozenset[str] = frozenset()

    def set_items(self, items: tuple[TodoItem, ...], ticks: frozenset[str]) -> None:
        if items == self.items:
            self.ticks = ticks
            if items:
                self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
            return
        self.beginResetModel()
        self.items, self.ticks = items, ticks
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def roleNames(self) -> dict[int, QByteArray]:  # noqa: N802
        names = {int(role): QByteArray(role.name.lower().encode()) for role in TodoRole}
        names[int(Qt.ItemDataRole.DisplayRole)] = QByteArray(b"display")
        return names

    def settles(self, item: TodoItem) -> str:
        key = f"settle.{item.kind}"
        return self._look.say(key if key in self._look.words else "settle.statement")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.words
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(item.words)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{item.words}. {self.settles(item)}"
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if item.key in self.ticks else Qt.CheckState.Unchecked
            case TodoRole.KEY:
                return item.key
            case TodoRole.KIND:
                return item.kind
            case TodoRole.SETTLES:
                return self.settles(item)
            case TodoRole.ITEM:
                return item
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            self.tick_asked.emit(self.items[index.row()].key)
            return True
        return False


class TodoDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(200, ROW)

    def box(self, rect: QRectF) -> QRectF:
        """Where the tick's box stands in a row."""
        x = rect.right() - 37 if self._look.mirrored else rect.left() + 19
        return QRectF(x, rect.top() + 13, 17, 17)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        from PySide6.QtWidgets import QStyle

        look, right = self._look, self._look.mirrored
        rect = QRectF(option.rect)
        done = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, look.colour("selection" if selected else "raised"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(rect.bottomLeft() - QPointF(0, 0.5), rect.bottomRight() - QPointF(0, 0.5))
        if selected:
            painter.setPen(QPen(look.colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0.75, 0.75, -0.75, -0.75))
        box = self.box(rect)
        colour = look.palette.state("corrected") if done else look.colour("ink2")
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(colour if done else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 2.5, 2.5)
        if done:
            draw_icon(painter, "check", box.adjusted(3, 3, -3, -3), look.colour("raised"))
        font = look.text(17)
        font.setStrikeOut(done)
        room = rect.adjusted(14, 0, -50, 0) if right else rect.adjusted(50, 0, -14, 0)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(font)
        painter.setPen(look.colour("ink3" if done else "ink"))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        elide = Qt.TextElideMode.ElideRight
        words = QFontMetricsF(font).elidedText(str(index.data()), elide, room.width())
        painter.drawText(QRectF(room.left(), rect.top() + 7, room.width(), 27), flags, words)
        kind = str(index.data(TodoRole.KIND))
        icon = kind if STAND_INS.get(kind, kind) in DRAWINGS else "statement"
        icon_x = room.right() - 15 if right else room.left()
        draw_icon(painter, icon, QRectF(icon_x, rect.top() + 35, 14, 14), look.colour("ink2"), right)
        small = look.plain(12)
        painter.setFont(small)
        painter.setPen(look.colour("ink2"))
        painter.setLayoutDirection(look.direction)
        below = room.adjusted(0, 0, -22, 0) if right else room.adjusted(22, 0, 0, 0)
        settles = QFontMetricsF(small).elidedText(str(index.data(TodoRole.SETTLES)), elide, below.width())
        painter.drawText(QRectF(below.left(), rect.top() + 33, below.width(), 18), flags, settles)
        painter.restore()


class TodoList(QListView):
    """Space ticks; a click on the box ticks too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        model, index = self.model(), self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid() and isinstance(model, TodoModel):
            model.tick_asked.emit(model.items[index.row()].key)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        delegate, model = self.itemDelegate(), self.model()
        if index.isValid() and isinstance(delegate, TodoDelegate) and isinstance(model, TodoModel):
            box = delegate.box(QRectF(self.visualRect(index)))
            if box.adjusted(-5, -5, 5, 5).contains(event.position()):
                model.tick_asked.emit(model.items[index.row()].key)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        return


class TodoHead(QWidget):
    """What the list is, how much is done."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.done = self.all = 0
        self.setFixedHeight(66)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look, right = self._look, self._look.mirrored
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(look.colour("ink"))
        painter.setFont(look.plain(14.5, QFont.Weight.DemiBold))
        room = QRectF(self.rect()).adjusted(14, 10, -14, 0)
        painter.setLayoutDirection(look.direction)
        painter.drawText(QRectF(room.left(), room.top(), room.width(), 22), flags,
                         look.say("settle.title", letter=look.letter("a")))  # fmt: skip
        words = look.say("settle.done", done=self.done, all=self.all)
        font = look.plain(12)
        painter.setFont(font)
        width = QFontMetricsF(font).horizontalAdvance(words) + 4
        x = room.right() - width if right else room.left()
        painter.drawText(QRectF(x, 37, width, 20), int(Qt.AlignmentFlag.AlignCenter), words)
        cap = cap_width(look, "Space")
        cap_x = room.left() if right else room.right() - cap
        draw_cap(painter, look, QRectF(cap_x, 38.5, cap, 17), "Space")
        left, end = (room.left() + cap + 12, x - 12) if right else (x + width + 12, cap_x - 12)
        bar = QRectF(left, 45, max(0, end - left), 5)
        painter.setPen(QPen(look.colour("edge"), 1))
        painter.setBrush(look.colour("raised"))
        painter.drawRoundedRect(bar, 2.5, 2.5)
        if self.all:
            part = bar.width() * self.done / self.all
            filled = QRectF(bar.right() - part if right else bar.left(), bar.top(), part, bar.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.palette.state("corrected"))
            painter.drawRoundedRect(filled, 2.5, 2.5)
        painter.end()


class TodoPanel(QWidget):
    """``chosen`` gives an article and where in it an entry's words begin and end, in code points."""

    chosen = Signal(str, int, int)

    def __init__(self, look: Look, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._bench = look, bench
        self.head = TodoHead(look)
        self.model = TodoModel(look, self)
        self.list = TodoList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(TodoDelegate(look, self))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.ring = FocusRing(look, self.list)
        self.empty = EmptyNotice(look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for piece in (self.head, self.list, self.empty):
            layout.addWidget(piece, 0 if piece is self.head else 1)
        self.model.tick_asked.connect(bench.tick)
        bench.ticks_changed.connect(self.refresh)
        self.list.selectionModel().currentChanged.connect(self._chosen)

    def apply_look(self) -> None:
        """Names in the language of the moment; rows are made anew by ``refresh``."""
        self.list.setAccessibleName(self._look.say("tab.settle"))

    def refresh(self) -> None:
        bench = self._bench
        other = bench.other if len(bench.drafts) > 1 else None
        items = todo_items(bench.result, other) if bench.result else ()
        self.model.set_items(items, bench.review.ticks)
        self.head.done = sum(item.key in bench.review.ticks for item in items)
        self.head.all = len(items)
        self.head.update()
        self.list.setVisible(bool(items))
        self.empty.setVisible(not items)
        self.empty.say(self._look.say("empty.settle"), "", "", "")

    def _chosen(self, index: QModelIndex) -> None:
        item = index.data(TodoRole.ITEM)
        if item is not None:
            self.chosen.emit(item.article, item.start, item.end)
