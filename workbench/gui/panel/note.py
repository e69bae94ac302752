"""The field for a note about the current finding, with the key that leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.gui.chips import cap_width, draw_cap
from workbench.gui.commands import hint
from workbench.gui.icons import make_icon
from workbench.gui.panel.decision_bar import arabic_layout

if TYPE_CHECKING:
    from workbench.gui.look import Look


class NoteField(QLineEdit):
    """The key's cap stands there as long as the field waits for its first word."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(28)
        self.setObjectName("note")
        self._sign = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)  # no button: it does nothing
        QGuiApplication.inputMethod().localeChanged.connect(self.update)

    def apply_look(self) -> None:
        self._sign.setIcon(make_icon("corrected", self._look.colour("ink2")))
        self.setPlaceholderText(self._look.say("note.add"))
        self.setAccessibleName(self._look.say("note.add"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self.text() or self.hasFocus() or not self.isEnabled():
            return
        look, cap = self._look, hint("note", arabic_layout())
        width = cap_width(look, cap)
        x = 7.0 if look.mirrored else self.width() - width - 7
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_cap(painter, look, QRectF(x, self.height() / 2 - 8.5, width, 17), cap)
        painter.end()
