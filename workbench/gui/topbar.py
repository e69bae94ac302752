"""The row at the top: menus, the field that opens the command palette, theme and language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenuBar, QSizePolicy, QToolButton, QWidget

from workbench.gui.chips import cap_width, draw_cap, draw_focus
from workbench.gui.icons import draw_icon, make_icon
from workbench.gui.lineup import LineUp

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from workbench.gui.look import Look


class PaletteField(QAbstractButton):
    """Looks like a field, opens the command palette."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(24)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(300, 24)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look, right = self._look, self._look.mirrored
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.colour("edge"), 1))
        painter.setBrush(look.colour("raised"))
        painter.drawRoundedRect(frame, 5, 5)
        draw_icon(painter, "search", QRectF(frame.right() - 23 if right else 9, 4.5, 15, 15), look.colour("ink2"))
        cap = "Ctrl K"
        width = cap_width(look, cap)
        draw_cap(painter, look, QRectF(8 if right else frame.right() - 8 - width, 3.5, width, 17), cap)
        painter.setPen(look.colour("ink3"))
        painter.setFont(look.plain(12.5))
        room = QRectF(width + 16 if right else 30, 0, frame.width() - width - 46, 24)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.hasFocus():
            draw_focus(painter, look, QRectF(self.rect()))
        painter.end()


class TopBar(QWidget):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(35)
        self.menus = QMenuBar()
        self.menus.setNativeMenuBar(False)
        self.field = PaletteField(look)
        self.theme = QToolButton()
        self.language = QToolButton()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 10, 0)
        layout.setSpacing(6)
        layout.addWidget(self.menus, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.field)
        layout.addWidget(self.theme)
        layout.addWidget(self.language)
        for button in (self.theme, self.language):
            button.setFixedHeight(26)
            button.setAutoRaise(True)

    def apply_look(self) -> None:
        look = self._look
        dark = look.palette.theme == "dark"
        self.field.setText(look.say("palette.find"))
        self.field.setAccessibleName(look.say("palette.find"))
        self.theme.setIcon(make_icon("sun" if dark else "moon", look.colour("ink"), side=18))
        self.theme.setIconSize(QSize(18, 18))
        self.theme.setToolTip(look.say("theme.light" if dark else "theme.dark"))
        self.theme.setAccessibleName(self.theme.toolTip())
        other = "English" if look.code == "ar" else "العربية"
        self.language.setText(other)
        self.language.setAccessibleName(other)
        self.field.update()


class StatusBar(QWidget):
    """What was just done, what the check rests on, what a person should know; zoom at the other end."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("status")
        self.setFixedHeight(26)
        self.message, self.extra, self.zoom = "", "", ""
        self.icon, self.role = "check", "corrected"

    def show_words(self, message: str, extra: str = "", icon: str = "check", role: str = "corrected") -> None:
        self.message, self.extra, self.icon, self.role = message, extra, icon, role
        self.setAccessibleName(f"{message} {extra}".strip())
        self.update()

    def set_zoom(self, zoom: float) -> None:
        self.zoom = self._look.figures(f"{round(zoom * 100)}%")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look = self._look
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("window"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        line = LineUp(QRectF(self.rect()), look.mirrored)
        colour = look.palette.state(self.role) if self.role in look.palette.states else look.palette.family(self.role)
        if self.icon:
            draw_icon(painter, self.icon, line.take(13, 7), colour, look.mirrored, look.colour("window"))
        font = look.plain(11.5)
        line.words(painter, self.message, font, look.colour("ink2"), 20)
        if self.extra:
            line.words(painter, self.extra, font, look.colour("ink2"), 20, line.left() - 60)
        painter.setFont(font)
        painter.setPen(look.colour("ink2"))
        side = Qt.AlignmentFlag.AlignLeft if look.mirrored else Qt.AlignmentFlag.AlignRight
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(self.rect()).adjusted(12, 0, -12, 0), flags, self.zoom)
        painter.end()
