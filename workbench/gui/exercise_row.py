"""An exercise on the welcome page: what it is about in a sign, a title and the families of its faults, how hard."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workbench.gui.chips import draw_focus
from workbench.gui.icons import draw_icon
from workbench.gui.lineup import LineUp
from workbench.gui.palettes import mixed
from workbench.training.values import LEVELS

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.training.values import Exercise

HEIGHT, DOT, STEP = 53, 3.2, 10.5


class ExerciseRow(QAbstractButton):
    """One line of the list; a click starts the exercise."""

    def __init__(self, look: Look, exercise: Exercise, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._level = look, LEVELS.index(exercise.level) + 1
        counts = Counter(entry.family for entry in exercise.key)
        families = [family for family, _ in counts.most_common()]
        self._icon = families[0] if families else "statement"
        self._below = look.listed(look.say(f"family.{family}") for family in families)
        self.setText(look.pick(exercise.title))
        level = look.say(f"level.{exercise.level}")
        self.setAccessibleName(look.listed((self.text(), level, self._below)))
        self.setToolTip(level)
        self.setFixedHeight(HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(200, HEIGHT)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look, rect = self._look, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(rect, mixed(look.colour("ink"), 0.06))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(rect.bottomLeft() - QPointF(0, 0.5), rect.bottomRight() - QPointF(0, 0.5))
        x = rect.right() - 17 if look.mirrored else 1.0
        draw_icon(painter, self._icon, QRectF(x, 9, 16, 16), look.palette.family(self._icon), look.mirrored)
        body = rect.adjusted(44, 0, -14, 0) if look.mirrored else rect.adjusted(14, 0, -44, 0)
        line = LineUp(QRectF(body.left(), 6, body.width(), 22), look.mirrored)
        line.words(painter, self.text(), look.plain(13, QFont.Weight.Medium), look.colour("ink"))
        below = LineUp(QRectF(body.left(), 27, body.width(), 18), look.mirrored)
        below.words(painter, self._below, look.plain(12), look.colour("ink2"))
        for n in range(len(LEVELS)):
            centre = 5 + STEP * (len(LEVELS) - 1 - n)  # the first dot is the one nearest to the words
            dot = QRectF(0, 0, 2 * DOT, 2 * DOT)
            dot.moveCenter(rect.center())
            dot.moveLeft((centre if look.mirrored else rect.right() - centre) - DOT)
            painter.setPen(QPen(look.colour("ink2"), 1.2))
            painter.setBrush(look.colour("ink2") if n < self._level else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(dot)
        if self.hasFocus():
            draw_focus(painter, look, rect)
        painter.end()
