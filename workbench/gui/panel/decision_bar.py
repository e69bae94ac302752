"""The four decisions and the hints of keys, at the foot of the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.chips import cap_width, draw_cap, draw_focus
from workbench.gui.commands import hint
from workbench.gui.icons import draw_icon
from workbench.gui.palettes import mixed

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.review.decisions import Reason

TALL, FLAT = 54, 34  # a button's height with its key below its word, and beside it
DECISIONS = (("confirm", "confirmed"), ("dismiss", "dismissed"), ("needs-source", "needs-source"),
             ("corrected", "corrected"))  # fmt: skip
REASONS: tuple[Reason, ...] = ("not-a-fault", "different-events", "style", "checked", "other")


class DecisionButton(QAbstractButton):
    """Icon and word above the key that does the same."""

    def __init__(self, look: Look, command: str, state: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.command, self._state = look, command, state
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.flat = False
        self.setFixedHeight(TALL)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:  # noqa: N802
        words = QFontMetricsF(self._look.plain(11.6, QFont.Weight.DemiBold)).horizontalAdvance(self.text())
        return QSize(round(words) + (64 if self.flat else 36), self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(56, self.height())

    def set_flat(self, flat: bool) -> None:
        self.flat = flat
        self.setFixedHeight(FLAT if flat else TALL)
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(frame, 5, 5)
        painter.fillPath(path, look.colour("selection" if self.isChecked() else "raised"))
        if self.underMouse() and self.isEnabled():
            painter.fillPath(path, mixed(look.colour("ink"), 0.06))
        edge = look.colour("accent" if self.isChecked() else "edge")
        painter.setPen(QPen(edge if self.isEnabled() else mixed(edge, 0.5), 1.5 if self.isChecked() else 1))
        painter.drawPath(path)
        ink = look.colour("ink" if self.isEnabled() else "ink3")
        font = look.plain(11.6, QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        cap = look.figures(hint(self.command, False))
        side = cap_width(look, cap)
        beside = side + 8 if self.flat else 0.0
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 24 - beside)
        width = metrics.horizontalAdvance(words) + 20
        right = look.mirrored
        left = (self.width() - width - beside) / 2 + (beside if right else 0)
        top = (self.height() - 21) / 2 if self.flat else 6
        colour = look.palette.state(self._state) if self.isEnabled() else ink
        icon_x = left + width - 15 if right else left
        draw_icon(painter, self._state, QRectF(icon_x, top + 3, 15, 15), colour, right, look.colour("raised"))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QRectF(left if right else left + 20, top, width - 20, 21),
                         int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), words)  # fmt: skip
        cap_x = (self.width() - side) / 2
        if self.flat:
            cap_x = left - side - 8 if right else left + width + 8
        draw_cap(painter, look, QRectF(cap_x, top + 2 if self.flat else 30, side, 17), cap, ink)
        if self.hasFocus():
            draw_focus(painter, look, QRectF(self.rect()))
        painter.end()


class KeyHints(QWidget):
    """Caps with what they do; undo stands at the other end."""

    def __init__(self, look: Look, names: tuple[str, ...], last: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._names, self._last = look, names, last
        self.setFixedHeight(28)
        QGuiApplication.inputMethod().localeChanged.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = look.plain(11.5)
        metrics = QFontMetricsF(font)
        right = look.mirrored
        at = self.width() - 13.0 if right else 13.0
        end_cap = hint(self._last, arabic_layout())
        end_words = look.say(f"hint.{self._last}")
        reserved = cap_width(look, end_cap) + 7 + metrics.horizontalAdvance(end_words) + 22
        for name in self._names:
            cap, words = hint(name, arabic_layout()), look.say(f"hint.{name}")
            needed = cap_width(look, cap) + 6 + metrics.horizontalAdvance(words) + 12
            if (at - needed < reserved) if right else (at + needed > self.width() - reserved):
                break
            at = self._piece(painter, at, cap, words, font, right)
        start = reserved - 9 if right else self.width() - reserved + 9
        self._piece(painter, start, end_cap, end_words, font, right)
        painter.end()

    def _piece(self, painter: QPainter, at: float, cap: str, words: str, font: QFont, right: bool) -> float:
        look, middle = self._look, self.height() / 2
        width = cap_width(look, cap)
        draw_cap(painter, look, QRectF(at - width if right else at, middle - 8.5, width, 17), cap, look.colour("ink2"))
        at += -(width + 6) if right else width + 6
        length = QFontMetricsF(font).horizontalAdvance(words)
        painter.setFont(font)
        painter.setPen(look.colour("ink2"))
        painter.drawText(QRectF(at - length - 1 if right else at - 1, 0, length + 2, self.height()),
                         int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), words)  # fmt: skip
        return at + (-(length + 12) if right else length + 12)


def arabic_layout() -> bool:
    """Whether the keyboard's layout in use is Arabic: then the hints show its letters."""
    return QGuiApplication.inputMethod().locale().language() == QLocale.Language.Arabic


class DecisionBar(QWidget):
    """``asked`` names the decision's command; a dismissal's reason comes from ``ask_reason``."""

    asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.buttons = [DecisionButton(look, command, state) for command, state in DECISIONS]
        self.hints = KeyHints(look, ("next", "previous", "join", "part"), "undo")
        row = QHBoxLayout()
        row.setContentsMargins(10, 8, 10, 2)
        row.setSpacing(5)
        for button in self.buttons:
            row.addWidget(button)
            button.clicked.connect(lambda _=False, name=button.command: self.asked.emit(name))
        self._row = row
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 2)
        self._layout.setSpacing(0)
        self._layout.addLayout(row, 1)
        self._layout.addWidget(self.hints)

    def set_flat(self, flat: bool) -> None:
        """Everything in one low line, or the keys below the words and the hints below the buttons."""
        for button in self.buttons:
            button.set_flat(flat)
        self._row.setContentsMargins(10, 5 if flat else 8, 10, 3 if flat else 2)
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if flat else QBoxLayout.Direction.TopToBottom)
        self._layout.setStretch(1, 1 if flat else 0)

    def apply_look(self) -> None:
        for button in self.buttons:
            words = self._look.say(f"decision.{button.command}")
            button.setText(words)
            button.updateGeometry()
            button.setAccessibleName(words)
        self.update()

    def show_state(self, state: str | None) -> None:
        for button, (_, name) in zip(self.buttons, DECISIONS, strict=True):
            button.setCheckable(True)
            button.setChecked(state == name)
            button.setEnabled(state is not None)
            button.setToolTip("" if state is not None else self._look.say("decision.none"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("window"))
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()


def reason_menu(look: Look, parent: QWidget) -> QMenu:
    """The dismissal's reasons, each with its digit in both scripts; the chosen action's data is the reason."""
    menu = QMenu(parent)
    menu.setTitle(look.say("reason.title"))
    heading = menu.addAction(look.say("reason.title"))
    heading.setEnabled(False)
    for number, reason in enumerate(REASONS, 1):
        action = menu.addAction(f"&{number}  {look.say(f'reason.{reason}')}")
        action.setData(reason)
    return menu
