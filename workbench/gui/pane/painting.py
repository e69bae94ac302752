"""Painting marks behind an article's text: bands, lines by family, claims' hairlines, brackets, margin icons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from workbench.gui.icons import draw_icon
from workbench.gui.palettes import CLAIM_LINES, FAMILY_LINES, mixed

if TYPE_CHECKING:
    from workbench.gui.marks import Mark
    from workbench.gui.palettes import Palette
    from workbench.gui.pane.geometry import Box

CURRENT_FRAME = 1.3
# What became of a trainee's mark is framed, not underlined: a miss has a dashed frame.
FRAMES = {
    "found": Qt.PenStyle.SolidLine, "wrong-kind": Qt.PenStyle.SolidLine, "partly": Qt.PenStyle.SolidLine,
    "missed": Qt.PenStyle.DashLine,
}  # fmt: skip


def paint_claim(
    painter: QPainter, palette: Palette, boxes: tuple[Box, ...], kind: str, scale: float, raised: bool = False
) -> None:
    """A hairline of 1.2 px, its style by kind; stronger while the mouse is on its ribbon."""
    style = CLAIM_LINES.get(kind)
    if style is None:
        return
    pen = QPen(QColor(palette.accent if raised else palette.claim), 2.4 if raised else 1.2, style)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for box in boxes:
        y = box.middle + 13.4 * scale
        painter.drawLine(QPointF(box.left, y), QPointF(box.right, y))


def paint_spot(
    painter: QPainter, palette: Palette, boxes: tuple[Box, ...], current: bool, scale: float
) -> None:
    """What a list speaks of, its lines as one shape: the one looked at is framed, the others only tinted."""
    shape = QPainterPath()
    for box in boxes:
        line = QPainterPath()
        line.addRect(QRectF(box.left - 3, box.middle - 16 * scale, box.right - box.left + 6, 33 * scale))
        shape = shape.united(line)
    painter.fillPath(shape, QColor(palette.selection))
    if current:
        painter.setPen(QPen(QColor(palette.accent), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape.simplified())


def paint_finding(
    painter: QPainter, palette: Palette, mark: Mark, boxes: tuple[Box, ...], current: bool, scale: float,
    strength: float,
) -> None:  # fmt: skip
    """A tinted band with the family's line under it; the current one stronger and framed. ``strength`` is 0.5 while
    a new check is under way."""
    colour = palette.family(mark.family or "")
    tint = (palette.strong if current else palette.tint) * strength
    line = mixed(colour, strength)
    for box in boxes:
        band = box.band(scale).adjusted(-1, 0, 1, 0)
        shape = QPainterPath()
        shape.addRoundedRect(band, 3, 3)
        painter.fillPath(shape, mixed(colour, tint if mark.family != "missed" or current else 0))
        if mark.family in FRAMES:
            painter.setPen(QPen(line, 2 if current else CURRENT_FRAME, FRAMES[mark.family]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(shape)
            continue
        if current:
            painter.setPen(QPen(line, CURRENT_FRAME))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(shape)
        paint_line(painter, mark.family or "", line, band.left(), band.right(), band.bottom(), 3 if current else 2)


def paint_line(
    painter: QPainter, family: str, colour: QColor, left: float, right: float, y: float, width: float
) -> None:
    """A family's line: solid, double, dashed, dash-dot, dotted or a wave."""
    style = "wave" if family == "alarm" else FAMILY_LINES.get(family, Qt.PenStyle.SolidLine)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if style == "double":
        painter.setPen(QPen(colour, max(1.2, width * 0.5), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        for offset in (-1.6, 1.4):
            painter.drawLine(QPointF(left, y + offset), QPointF(right, y + offset))
    elif style == "wave":
        painter.setPen(QPen(colour, width * 0.8))
        path = QPainterPath(QPointF(left, y))
        x, up = left, True
        while x < right:
            step = min(3.0, right - x)
            path.quadTo(x + step / 2, y + (-2.6 if up else 2.6), x + step, y)
            x, up = x + step, not up
        painter.drawPath(path)
    else:
        assert isinstance(style, Qt.PenStyle)
        pen = QPen(colour, width, style)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(left, y), QPointF(right, y))


def paint_passage(
    painter: QPainter, palette: Palette, mark: Mark, first: Box, last: Box, current: bool, scale: float,
    strength: float, bar_x: float,
) -> None:  # fmt: skip
    """A passage over more than two lines: its two ends marked, and a dotted bar in the margin; never a filled block."""
    colour = mixed(palette.family(mark.family or ""), strength)
    for box in (first, last):
        band = box.band(scale)
        tint = palette.strong if current else palette.tint * 2
        painter.fillRect(band, mixed(palette.family(mark.family or ""), tint))
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(band.bottomLeft(), band.bottomRight())
    pen = QPen(colour, 2.4 if current else 1.6, Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(QPointF(bar_x, first.middle - 14 * scale), QPointF(bar_x, last.middle + 14 * scale))


def paint_margin_icon(
    painter: QPainter, palette: Palette, family: str, x: float, middle: float, current: bool, mirror: bool
) -> None:  # fmt: skip
    """The family's icon in the outer margin; the current one on a filled square."""
    colour = palette.family(family)
    if current:
        square = QRectF(x - 10, middle - 10, 20, 20)
        shape = QPainterPath()
        shape.addRoundedRect(square, 3, 3)
        painter.fillPath(shape, colour)
        draw_icon(painter, family, square.adjusted(3, 3, -3, -3), QColor(palette.paper), mirror)
    else:
        draw_icon(painter, family, QRectF(x - 8, middle - 8, 16, 16), colour, mirror)


def paint_leader(painter: QPainter, colour: QColor, start: float, end: float, y: float, strong: bool) -> None:
    """The dotted line from a claim's words to the channel."""
    pen = QPen(colour if strong else mixed(colour, 0.6), 1.6 if strong else 1, Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(QPointF(start, y), QPointF(end, y))
