"""The judging panel itself: tabs above, the chosen page below, a thin bar while a check runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from workbench.gui.chips import draw_focus

if TYPE_CHECKING:
    from workbench.gui.look import Look


class Tabs(QWidget):
    """Words in a row, the chosen one underlined. Arrow keys walk them."""

    chosen = Signal(str)

    def __init__(self, look: Look, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._names = look, names
        self.current = names[0]
        self.counts: dict[str, int] = {}
        self._places: list[tuple[QRectF, str]] = []
        self.setFixedHeight(36)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_current(self, name: str) -> None:
        self.current = name
        self.apply_look()

    def set_count(self, name: str, count: int) -> None:
        self.counts[name] = count
        self.apply_look()

    def apply_look(self) -> None:
        """Say the chosen tab, and which of how many it is."""
        self.setAccessibleName(self._words(self.current))
        place = self._names.index(self.current) + 1
        self.setAccessibleDescription(self._look.say("details.place", n=place, all=len(self._names)))
        self.update()

    def _words(self, name: str) -> str:
        words = self._look.say(f"tab.{name}")
        if name != self.current or not self.counts.get(name):
            return words
        return f"{words} {self._look.figures(self.counts[name])}"

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(340, 36)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look, right = self._look, self._look.mirrored
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("window"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        self._places = []
        fonts = {name: look.plain(12.5, QFont.Weight.DemiBold if name == self.current else None)
                 for name in self._names}  # fmt: skip
        widths = {name: QFontMetricsF(fonts[name]).horizontalAdvance(self._words(name)) for name in self._names}
        room = self.width() - 12 - 2 * (len(self._names) - 1) - sum(widths.values())
        pad = min(20.0, max(6.0, room / len(self._names)))
        at = self.width() - 6.0 if right else 6.0
        for name in self._names:
            chosen = name == self.current
            width = widths[name] + pad
            place = QRectF(at - width if right else at, 0, width, self.height())
            self._places.append((place, name))
            if chosen:
                painter.fillRect(QRectF(place.left(), 0, place.width(), self.height()), look.colour("panel"))
                painter.fillRect(QRectF(place.left(), self.height() - 3, width, 3), look.colour("accent"))
            painter.setFont(fonts[name])
            painter.setPen(look.colour("ink" if chosen else "ink2"))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self._words(name))
            at += -(width + 2) if right else width + 2
            if chosen and self.hasFocus():
                draw_focus(painter, look, place.adjusted(2, 3, -2, -3))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        for place, name in self._places:
            if place.contains(event.position()):
                self.chosen.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        forward = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if forward is None:
            super().keyPressEvent(event)
            return
        step = -forward if self._look.mirrored else forward
        self.chosen.emit(self._names[(self._names.index(self.current) + step) % len(self._names)])


class SidePanel(QWidget):
    """``names`` are the tabs; those without a page (the timeline lies below the panes) only tell that they were
    chosen."""

    chosen = Signal(str)
    cancelled = Signal()

    def __init__(self, look: Look, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.tabs = Tabs(look, names)
        self.pages = QStackedWidget()
        self._numbers: dict[str, int] = {}
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(3)
        self.step = QLabel()
        self.step.setTextFormat(Qt.TextFormat.PlainText)
        self.step.setObjectName("hint")
        self.cancel = QPushButton()
        self.cancel.setFlat(True)
        self.cancel.clicked.connect(self.cancelled)
        self._progress = QWidget()
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(12, 2, 12, 2)
        row.addWidget(self.step, 1)
        row.addWidget(self.cancel)
        self._progress.hide()
        self.bar.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for piece in (self.tabs, self.bar, self._progress):
            layout.addWidget(piece)
        layout.addWidget(self.pages, 1)
        self.setMinimumWidth(340)
        self.tabs.chosen.connect(self.chosen)

    def add_page(self, name: str, page: QWidget) -> None:
        self._numbers[name] = self.pages.addWidget(page)

    def show_page(self, name: str) -> None:
        self.tabs.set_current(name)
        if name in self._numbers:
            self.pages.setCurrentIndex(self._numbers[name])

    def show_progress(self, step: str) -> None:
        """A step in words while a check runs; empty when it has ended."""
        self.bar.setVisible(bool(step))
        self._progress.setVisible(bool(step))
        self.step.setText(step)
        self.cancel.setText(self._look.say("cancel"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("panel"))
        painter.setPen(QPen(self._look.colour("line"), 1))
        x = self.width() - 0.5 if self._look.mirrored else 0.5
        painter.drawLine(QRectF(x, 0, 0, self.height()).topLeft(), QRectF(x, 0, 0, self.height()).bottomLeft())
        painter.end()
