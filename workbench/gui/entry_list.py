"""Entries to choose from below a field of words: commands, findings, places; by mouse or by the field's own keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)  # fmt: skip
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.gui.icons import draw_icon

if TYPE_CHECKING:
    from workbench.gui.look import Look

_ENTRY = int(Qt.ItemDataRole.UserRole) + 1
_STEPS = {
    int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_PageDown): 8, int(Qt.Key.Key_PageUp): -8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be done or gone to; ``search`` is its folded text in both languages."""

    words: str
    hint: str
    icon: str
    search: str
    run: Callable[[], object]


class EntryDelegate(QStyledItemDelegate):
    """Icon and words from the interface's start, the key or the place's name at its end."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        return QSize(200, 30)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, right = self._look, self._look.mirrored
        entry: Entry = index.data(_ENTRY)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("selection"))
            painter.drawRoundedRect(rect, 5, 5)
        if entry.icon:
            x = rect.right() - 26 if right else rect.left() + 10
            draw_icon(painter, entry.icon, QRectF(x, rect.center().y() - 8, 16, 16), look.colour("ink2"), right)
        small = look.plain(11.5)
        hint = QFontMetricsF(small).horizontalAdvance(entry.hint) + 6 if entry.hint else 0
        centre = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if right:
            start, end = end, start
        painter.setFont(small)
        painter.setPen(look.colour("ink2"))
        painter.drawText(rect.adjusted(10, 0, -10, 0), int(end | centre), entry.hint)
        font = look.plain(13)
        room = rect.adjusted(hint + 16, 0, -36, 0) if right else rect.adjusted(36, 0, -hint - 16, 0)
        painter.setFont(font)
        painter.setPen(look.colour("ink"))
        words = QFontMetricsF(font).elidedText(entry.words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(start | centre), words)
        painter.restore()


class EntryList(QListWidget):
    """The keyboard stays in the ``field``: its arrows and page keys move the choice."""

    def __init__(self, look: Look, field: QLineEdit) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(EntryDelegate(look, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._field = field
        field.installEventFilter(self)

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Show these instead, the first one chosen."""
        self.clear()
        for entry in entries:
            item = QListWidgetItem(entry.words)
            item.setData(_ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.words} {entry.hint}")
            self.addItem(item)
        self.setCurrentRow(0)

    def chosen(self) -> Entry | None:
        item = self.currentItem()
        entry: Entry | None = item.data(_ENTRY) if item is not None else None
        return entry

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = _STEPS.get(int(event.key()))
            if by is not None and self.count():
                self.setCurrentRow(min(self.count() - 1, max(0, self.currentRow() + by)))
                return True
        return super().eventFilter(watched, event)
