"""The command palette: every command, finding, claim and heading by a few letters of its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
)  # fmt: skip
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)  # fmt: skip

from workbench.gui.commands import COMMANDS
from workbench.gui.icons import draw_icon
from workbench.text.normal import key as folded

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.gui.window import Window

MOST = 40
ENTRY = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be done or gone to; ``search`` is its folded text in both languages."""

    words: str
    hint: str
    icon: str
    search: str
    run: Callable[[], object]


def entries(window: Window) -> tuple[Entry, ...]:
    """Commands first, then findings, then claims."""
    look, bench = window.look, window.bench
    found: list[Entry] = []
    for command in COMMANDS:
        action = window.actions_[command.name]
        both = look.words.both(f"command.{command.name}")
        keys = window.actions_.keys(command)
        hint = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        if command.name != "palette":
            found.append(Entry(action.text(), hint, command.icon, _fold(both.en, both.ar), action.trigger))
    for row in bench.rows():
        words = look.pick(row.finding.message)
        search = _fold(row.finding.message.en, row.finding.message.ar, *(quoted for _, quoted in row.quotations))
        run = partial(bench.set_current, row.key)
        found.append(Entry(words, look.say(f"family.{row.finding.family}"), row.finding.family, search, run))
    for claim in bench.result.claims if bench.result else ():
        words = " ".join(claim.text.split())
        go = partial(window.workspace.go, claim.article, claim.span.start)
        found.append(Entry(words, look.letter(claim.article), claim.kind, _fold(claim.text), go))
    return tuple(found)


def matching(found: tuple[Entry, ...], words: str) -> tuple[Entry, ...]:
    """Those that hold every word typed, in any order; without any word the commands only."""
    wanted = _fold(words).split()
    if not wanted:
        return found[: len(COMMANDS) - 1]
    return tuple(entry for entry in found if all(word in entry.search for word in wanted))[:MOST]


def _fold(*texts: str) -> str:
    return folded(" ".join(texts)).casefold()


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
        entry: Entry = index.data(ENTRY)
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


class CommandPalette(QFrame):
    """A popover over the window; arrows choose, Enter runs, Esc closes."""

    def __init__(self, window: Window) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self._entries = entries(window)
        self._shown: tuple[Entry, ...] = ()
        look = window.look
        self.setLayoutDirection(look.direction)
        self.field = QLineEdit()
        self.field.setPlaceholderText(look.say("palette.find"))
        self.field.setAccessibleName(look.say("palette.find"))
        self.field.setFixedHeight(32)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setItemDelegate(EntryDelegate(look, self))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel(look.say("palette.nothing"))
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setObjectName("hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        for piece in (self.field, self.list, self.nothing):
            layout.addWidget(piece)
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._run)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self._run())
        self._search("")

    def open_centred(self) -> None:
        self.resize(560, 420)
        middle = self._window.rect().center().x() - self.width() // 2
        self.move(self._window.mapToGlobal(self._window.rect().topLeft()) + QPoint(middle, 44))
        self.show()
        self.field.setFocus()

    def _search(self, words: str) -> None:
        self._shown = matching(self._entries, words)
        self.list.clear()
        for entry in self._shown:
            item = QListWidgetItem(entry.words)
            item.setData(ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.words} {entry.hint}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(not self._shown)

    def _run(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._shown):
            entry = self._shown[row]
            self.close()
            entry.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(
                Qt.Key(event.key()) if event.key() in _KEYS else Qt.Key.Key_unknown
            )
            if by is not None and self._shown:
                self.list.setCurrentRow(min(len(self._shown) - 1, max(0, self.list.currentRow() + by)))
                return True
        return super().eventFilter(watched, event)


_KEYS = frozenset(int(key) for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp))
