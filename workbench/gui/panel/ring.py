"""The ring around a list that a key gave the keyboard: over its rows, where a style sheet's border would be covered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from workbench.gui.chips import draw_focus

if TYPE_CHECKING:
    from workbench.gui.look import Look

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(QWidget):
    """Lies over the whole of ``view`` and lets the mouse through."""

    def __init__(self, look: Look, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        view = self.parentWidget()
        if event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self.setVisible(event.reason() in _BY_KEY)
            self.raise_()
        elif event.type() == QEvent.Type.FocusOut:
            self.hide()
        if view is not None:
            self.setGeometry(view.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_focus(painter, self._look, QRectF(self.rect()), 3)
        painter.end()
