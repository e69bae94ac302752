"""The channel with its header: whether both texts have one origin, and the lock of scrolling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.gui.channel.canvas import ChannelCanvas
from workbench.gui.chips import Chip
from workbench.gui.pane.pane import HEADER

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.gui.pane.pane import Pane

WIDTH = 132


class ChannelHeader(QWidget):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(HEADER)
        self.origin = Chip(look, "origin")
        self.lock = Chip(look, "lock")
        self.lock.setCheckable(False)
        for chip in (self.origin, self.lock):
            chip.quiet, chip.role, chip.pixels = True, "ink3", 11.5
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 12, 4, 10)
        layout.setSpacing(2)
        layout.addWidget(self.origin, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("paper"))
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def show_state(self, origin: str | None, comparing: bool, locked: bool, cap: str) -> None:
        look = self._look
        self.origin.setVisible(comparing)
        self.lock.setVisible(comparing)
        self.origin.role = "ink3"
        self.origin.icon_role = "sourcing" if origin else ""
        self.origin.set_words(look.say("origin.one", origin=origin) if origin else look.say("origin.none"))
        self.origin.setToolTip(look.say("origin.why") if origin else look.say("origin.none.why"))
        self.lock.icon_name = "lock" if locked else "unlock"
        self.lock.set_words(look.say("lock.on" if locked else "lock.off"))
        self.lock.set_cap(cap)


class ChannelColumn(QWidget):
    def __init__(self, look: Look, pane_a: Pane, pane_b: Pane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = ChannelHeader(look)
        self.canvas = ChannelCanvas(look, pane_a, pane_b)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.canvas, 1)
        self.setFixedWidth(WIDTH)
