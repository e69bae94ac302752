"""The channel's picture: curves between what is visible, chips with both values, the current one strong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)  # fmt: skip
from PySide6.QtWidgets import QWidget

from workbench.gui.icons import draw_icon
from workbench.gui.palettes import mixed
from workbench.gui.plainwords import plain_tip

if TYPE_CHECKING:
    from workbench.gui.channel.ribbons import Ribbon
    from workbench.gui.look import Look
    from workbench.gui.pane.pane import Pane

PLACES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
CHIP, CURRENT_CHIP, BAND, CURRENT_BAND = 20.0, 27.0, 9.0, 29.0


@dataclass(slots=True)
class Drawn:
    """A ribbon as it lies in the channel at this moment."""

    ribbon: Ribbon
    start: QPointF
    end: QPointF
    start_seen: bool
    end_seen: bool
    path: QPainterPath
    current: bool


class ChannelCanvas(QWidget):
    """``chosen`` gives the ribbon that was clicked. Positions are read from both panes at each paint."""

    chosen = Signal(object)
    hovered = Signal(object)

    def __init__(self, look: Look, pane_a: Pane, pane_b: Pane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._a, self._b = look, pane_a, pane_b
        self._ribbons: tuple[Ribbon, ...] = ()
        self._drawn: list[Drawn] = []
        self._hover: Ribbon | None = None
        self.current: str | None = None
        self.strength = 1.0
        self.setMouseTracking(True)
        self.setMinimumWidth(96)
        for pane in (pane_a, pane_b):
            pane.view.moved.connect(self.update)
            pane.view.held.connect(self._held)

    def _held(self) -> None:
        """A page that stands still has no heights to tell."""
        self.setUpdatesEnabled(not (self._a.view.holding or self._b.view.holding))

    def set_ribbons(self, ribbons: tuple[Ribbon, ...]) -> None:
        self._ribbons, self._hover = ribbons, None
        self.update()

    def ribbons(self) -> tuple[Ribbon, ...]:
        return self._ribbons

    def visible(self) -> list[Drawn]:
        """The ribbons with an end in view, as last painted."""
        return list(self._drawn)

    # Where ribbons lie

    def _lay_out(self) -> list[Drawn]:
        ranges = {pane: pane.view.visible_range() for pane in (self._a, self._b)}
        drawn = [laid for ribbon in self._ribbons if (laid := self._lay(ribbon, ranges)) is not None]
        drawn.sort(key=lambda one: (one.current, one.ribbon is self._hover, one.ribbon.relation != "agrees"))
        return drawn

    def _lay(self, ribbon: Ribbon, ranges: dict[Pane, tuple[int, int]]) -> Drawn | None:
        pane_of = {"a": self._a}
        first, second = self._a, self._b
        if ribbon.arc is not None:
            first = second = pane_of.get(ribbon.arc, self._b)
        if not any(ranges[p][0] <= end[0] < ranges[p][1] for p, end in ((first, ribbon.a), (second, ribbon.b))):
            return None
        current = ribbon.key is not None and ribbon.key == self.current
        start_y, start_seen = self._height(first, ribbon.a, current, ranges[first])
        end_y, end_seen = self._height(second, ribbon.b, current, ranges[second])
        if not start_seen and not end_seen:
            return None
        a_edge = float(self.width()) if self._look.mirrored else 0.0
        b_edge = self.width() - a_edge
        x1 = a_edge if first is self._a else b_edge
        x2 = a_edge if second is self._a else b_edge
        start, end = QPointF(x1, start_y), QPointF(x2, end_y)
        path = QPainterPath(start)
        if ribbon.arc is not None:
            reach = self.width() * 0.56 * (1 if x1 == 0 else -1)
            path.cubicTo(QPointF(x1 + reach, start_y), QPointF(x1 + reach, end_y), end)
        else:
            middle = self.width() / 2
            path.cubicTo(QPointF(middle, start_y), QPointF(middle, end_y), end)
        return Drawn(ribbon, start, end, start_seen, end_seen, path, current)

    def _height(
        self, pane: Pane, ends: tuple[int, int], current: bool, seen: tuple[int, int]
    ) -> tuple[float, bool]:  # fmt: skip
        """How high an end stands, and whether it is in view; what lies far away is not measured."""
        if ends[1] < seen[0]:
            return 4.0, False
        if ends[0] > seen[1]:
            return self.height() - 4.0, False
        view = pane.view
        boxes = view.geometry_of.boxes(*ends)
        if not boxes:
            return 0.0, False
        y = boxes[-1].middle - view.top() + (0 if current else 13.4 * self._look.zoom)
        if y < 2:
            return 4.0, False
        if y > self.height() - 2:
            return self.height() - 4.0, False
        return y, True

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("panel"))
        painter.setPen(QPen(look.colour("line"), 1))
        for x in (0.5, self.width() - 0.5):
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        self._drawn = self._lay_out()
        for one in self._drawn:
            self._paint_ribbon(painter, one)
        taken: list[QRectF] = []
        for one in sorted(self._drawn, key=lambda one: (not one.current, one.ribbon is not self._hover)):
            if not one.ribbon.plain or one.current or one.ribbon is self._hover:
                self._paint_chip(painter, one, taken)
        painter.end()

    def _colour(self, one: Drawn) -> QColor:
        if one.ribbon.family is not None:
            return self._look.palette.family(one.ribbon.family)
        return self._look.palette.relation(one.ribbon.relation)

    def _paint_ribbon(self, painter: QPainter, one: Drawn) -> None:
        palette = self._look.palette
        colour = self._colour(one)
        raised = one.ribbon is self._hover
        painter.setBrush(Qt.BrushStyle.NoBrush)
        flat = Qt.PenCapStyle.FlatCap
        if one.current:
            if one.ribbon.arc is not None:
                painter.fillPath(one.path, mixed(colour, palette.band * self.strength))
                painter.setPen(QPen(mixed(colour, self.strength), 1.5))
                painter.drawPath(one.path)
            else:
                stroker = QPainterPathStroker()
                stroker.setWidth(CURRENT_BAND)
                stroker.setCapStyle(flat)
                outline = stroker.createStroke(one.path).simplified()
                painter.fillPath(outline, mixed(colour, palette.band * self.strength))
                painter.setPen(QPen(mixed(colour, self.strength), 1.5))
                painter.drawPath(outline)
        else:
            painter.setPen(QPen(mixed(colour, (0.24 if raised else 0.14) * self.strength), BAND, c=flat))
            painter.drawPath(one.path)
            style = Qt.PenStyle.DashLine if one.ribbon.relation == "unsure" else Qt.PenStyle.SolidLine
            painter.setPen(QPen(mixed(colour, (1 if raised else 0.85) * self.strength), 2 if raised else 1.4, style))
            painter.drawPath(one.path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(colour, self.strength))
        for point, seen in ((one.start, one.start_seen), (one.end, one.end_seen)):
            if seen and not one.current:
                painter.drawEllipse(QPointF(min(max(point.x(), 3.5), self.width() - 3.5), point.y()), 3, 3)
            elif not seen:
                tip = -4 if point.y() < self.height() / 2 else 4
                x = min(max(point.x(), 6), self.width() - 6)
                painter.drawPolygon(
                    QPolygonF([QPointF(x - 5, point.y()), QPointF(x + 5, point.y()), QPointF(x, point.y() + tip)])
                )

    def _paint_chip(self, painter: QPainter, one: Drawn, taken: list[QRectF]) -> None:
        look, ribbon = self._look, one.ribbon
        height = CURRENT_CHIP if one.current else CHIP
        font = look.plain(13.5 if one.current else 11.5, QFont.Weight.DemiBold if one.current else QFont.Weight.Medium)
        metrics = QFontMetricsF(font)
        words = fitted(metrics, (ribbon.a_words, ribbon.b_words), self.width() - 49.0)
        cut = words != (ribbon.a_words, ribbon.b_words)
        if cut and ribbon.relation == "agrees" and not one.current and ribbon is not self._hover:
            return  # what both say, cut down to a few letters, tells nothing; the pointer brings it
        widths = [metrics.horizontalAdvance(text) for text in words]
        icon = 14.0
        width = sum(widths) + icon + 12 + 18
        place = self._free_place(one, width, height, taken)
        if place is None:
            return
        taken.append(place)
        colour = self._colour(one)
        painter.setPen(QPen(mixed(colour, max(0.6, self.strength)), 1))
        painter.setBrush(colour if one.current else look.colour("paper"))
        painter.drawRoundedRect(place, height / 2, height / 2)
        ink = look.colour("paper") if one.current else colour
        # The words of A stand on A's side; the pieces are laid out by hand, not by the bidirectional algorithm.
        left, right = (1, 0) if look.mirrored else (0, 1)
        painter.setFont(font)
        painter.setPen(ink)
        x = place.left() + 9
        flags = int(Qt.AlignmentFlag.AlignCenter)
        painter.drawText(QRectF(x - 1, place.top(), widths[left] + 2, height), flags, words[left])
        x += widths[left] + 6
        sign = "both" if one.current and ribbon.family is None and ribbon.relation == "contradicts" else (
            ribbon.family if ribbon.family not in (None, "contradiction") else ribbon.relation)  # fmt: skip
        points_left = look.mirrored != ribbon.later_is_a
        draw_icon(painter, sign or "unsure", QRectF(x, place.center().y() - icon / 2, icon, icon), ink,
                  sign == "updates" and points_left)  # fmt: skip
        x += icon + 6
        painter.setPen(ink)
        painter.drawText(QRectF(x - 1, place.top(), widths[right] + 2, height), flags, words[right])

    def _free_place(self, one: Drawn, width: float, height: float, taken: list[QRectF]) -> QRectF | None:
        for t in PLACES:
            centre = one.path.pointAtPercent(t)
            rect = QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)
            rect.moveLeft(min(max(rect.left(), 2.0), max(2.0, self.width() - width - 2)))
            rect.moveTop(min(max(rect.top(), 3.0), self.height() - height - 3.0))
            if not any(rect.adjusted(-2, -2, 2, 2).intersects(other) for other in taken):
                return rect
            if one.current or one.ribbon is self._hover:
                return rect
        return None

    # The mouse

    def _under(self, point: QPointF) -> Ribbon | None:
        for one in reversed(self._drawn):
            stroker = QPainterPathStroker()
            stroker.setWidth(16)
            if stroker.createStroke(one.path).contains(point):
                return one.ribbon
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        ribbon = self._under(event.position())
        if ribbon is not self._hover:
            self._hover = ribbon
            self.setCursor(Qt.CursorShape.PointingHandCursor if ribbon else Qt.CursorShape.ArrowCursor)
            self.setToolTip(plain_tip(self._tip(ribbon)) if ribbon else "")
            self.hovered.emit(ribbon)
            self.update()

    def _tip(self, ribbon: Ribbon) -> str:
        return self._look.say(f"relation.{ribbon.relation}")

    def leaveEvent(self, event: object) -> None:  # noqa: N802
        self._hover = None
        self.hovered.emit(None)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        ribbon = self._under(event.position())
        if ribbon is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(ribbon)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        self._a.view.wheelEvent(event)


def fitted(metrics: QFontMetricsF, words: tuple[str, str], room: float) -> tuple[str, str]:
    """Two pieces of words that share some room: a short one is whole and leaves the rest to the other."""
    widths = [metrics.horizontalAdvance(one) for one in words]
    part = room * (0.62 if widths[0] <= widths[1] else 0.38)
    first = min(widths[0], max(part, room - widths[1]))
    second = min(widths[1], room - first)
    elide = Qt.TextElideMode.ElideRight
    return metrics.elidedText(words[0], elide, first + 0.5), metrics.elidedText(words[1], elide, second + 0.5)
