"""Small painted controls: an article's letter, a chip with an icon, a key's cap, an elided line of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workbench.gui.icons import draw_icon
from workbench.gui.palettes import mixed
from workbench.gui.plainwords import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from workbench.gui.look import Look


def draw_focus(painter: QPainter, look: Look, rect: QRectF, radius: float = 5) -> None:
    """The ring of what has the keyboard: 2 px in the accent."""
    painter.setPen(QPen(look.colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)


class LetterBadge(QWidget):
    """A filled square with an article's letter."""

    def __init__(self, look: Look, article: str, side: int = 25, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.article, self._side = look, article, side
        self.setFixedSize(side, side)

    def set_article(self, article: str) -> None:
        self.article = article
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("ink"))
        painter.drawRoundedRect(self.rect(), 5, 5)
        painter.setPen(self._look.colour("paper"))
        painter.setFont(self._look.plain(self._side * 0.6, QFont.Weight.DemiBold))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._look.letter(self.article))
        painter.end()


class Line(QWidget):
    """One line of words that ends in dots at its logical end where room lacks; never markup."""

    def __init__(
        self, look: Look, font: QFont | None = None, role: str = "ink", height: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._role = look, role
        self._words = ""
        self._font = font
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        return self._words

    def set_font(self, font: QFont) -> None:
        self._font = font
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        width = QFontMetricsF(self._font or self._look.plain()).horizontalAdvance(self._words)
        return QSize(round(width) + 4, self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(24, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        font = self._font or self._look.plain()
        painter.setFont(font)
        painter.setPen(self._look.colour(self._role))
        elided = QFontMetricsF(font).elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(plain_tip(self._words) if elided != self._words else "")
        # The line stands at the interface's start whatever its own direction is.
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        flag = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(
            QRectF(self.rect()), int(flag | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), elided
        )
        painter.end()


class Chip(QAbstractButton):
    """A rounded button with an icon, words and perhaps a key's cap. ``dashed`` says that what it tells is inferred;
    ``quiet`` draws no outline; ``filled`` stands for the one main action."""

    def __init__(self, look: Look, icon: str = "", height: int = 22, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.icon_name, self.role, self.icon_role = icon, "ink2", ""
        self.dashed = self.quiet = self.filled = False
        self.radius: float | None = None
        self.cap = ""
        self.pixels = 12.0
        self.weight: QFont.Weight | None = None
        self.setFixedHeight(height)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_words(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def set_cap(self, cap: str) -> None:
        self.cap = cap
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return self._look.plain(self.pixels, self.weight)

    def sizeHint(self) -> QSize:  # noqa: N802
        width = 18.0 if not self.quiet else 4.0
        if self.text():
            width += QFontMetricsF(self._font()).horizontalAdvance(self.text())
        if self.icon_name:
            width += 16 + (6 if self.text() else 0)
        if self.cap:
            width += cap_width(self._look, self.cap) + 8
        return QSize(round(width + 1), self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(min(60, self.sizeHint().width()), self.height())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = self.radius if self.radius is not None else frame.height() / 2
        colour = look.colour(self.role) if self.isEnabled() else look.colour("ink3")
        if self.filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(frame, radius, radius)
            colour = look.colour("paper")
        elif self.isChecked():
            painter.setPen(QPen(look.colour("accent"), 1.2))
            painter.setBrush(look.colour("selection"))
            painter.drawRoundedRect(frame, radius, radius)
        elif not self.quiet:
            edge = QPen(look.colour("edge") if self.isEnabled() else mixed(look.colour("edge"), 0.5), 1)
            if self.dashed:
                edge.setDashPattern([3, 2.5])
            painter.setPen(edge)
            painter.setBrush(look.colour("raised"))
            painter.drawRoundedRect(frame, radius, radius)
        if self.underMouse() and self.isEnabled():
            shape = QPainterPath()
            shape.addRoundedRect(frame, radius, radius)
            painter.fillPath(shape, mixed(look.colour("ink"), 0.06))
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pad = 9.0 if not self.quiet else 2.0
        left, end = pad, self.width() - pad
        if self.icon_name:
            side = 15.0
            x = end - side if right else left
            icon_colour = colour if not self.icon_role or self.filled else _icon_colour(look, self.icon_role)
            draw_icon(painter, self.icon_name, QRectF(x, self.height() / 2 - side / 2, side, side), icon_colour, right,
                      look.colour("paper"))  # fmt: skip
            if right:
                end -= 21
            else:
                left += 21
        if self.cap:
            width = cap_width(look, self.cap)
            x = left if right else end - width
            draw_cap(painter, look, QRectF(x, self.height() / 2 - 8.5, width, 17), self.cap, colour)
            if right:
                left += width + 7
            else:
                end -= width + 7
        painter.setPen(colour)
        painter.setFont(self._font())
        room = QRectF(left, 0, end - left, self.height())
        words = QFontMetricsF(self._font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        if words != self.text():
            self.setToolTip(plain_tip(self.text()))
        flag = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(room, int(flag | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), words)
        if self.hasFocus():
            draw_focus(painter, look, QRectF(self.rect()), radius)
        painter.end()


def _icon_colour(look: Look, role: str) -> QColor:
    for table in (look.palette.states, look.palette.families, look.palette.relations):
        if role in table:
            return QColor(table[role])
    return look.colour(role)


def cap_width(look: Look, cap: str) -> float:
    return max(17.0, QFontMetricsF(look.plain(11)).horizontalAdvance(cap) + 8)


def draw_cap(painter: QPainter, look: Look, rect: QRectF, cap: str, colour: QColor | None = None) -> None:
    """A key's cap."""
    colour = colour or look.colour("ink2")
    painter.setPen(QPen(mixed(colour, 0.75), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.drawLine(rect.bottomLeft() + (rect.topLeft() - rect.topLeft()), rect.bottomLeft())
    painter.setFont(look.plain(11))
    painter.setPen(colour)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), cap)
