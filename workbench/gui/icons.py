"""Icons as drawn paths on a grid of 16, stroke 1.6: never characters of a font."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

# M x y, L x y, C x1 y1 x2 y2 x y, O x y r (a circle), R x y w h r (a rounded box), Z; ``*`` before a piece fills it.
DRAWINGS: dict[str, str] = {
    "contradiction": "M3 6 L13 6 M3 10.4 L13 10.4 M11 2.6 L5 13.6",
    "anachronism": "M4 2.4 L12 2.4 M4 13.6 L12 13.6 M5 2.4 L5 4.4 C5 6.4 11 9.6 11 11.6 L11 13.6"
    " M11 2.4 L11 4.4 C11 6.4 5 9.6 5 11.6 L5 13.6",
    "calendar": "R2.6 3.4 10.8 10 1.6 M2.6 6.8 L13.4 6.8 M5.4 2 L5.4 4.6 M10.6 2 L10.6 4.6",
    "arithmetic": "M11.8 4.8 L11.8 2.8 L4.2 2.8 L8.6 8 L4.2 13.2 L11.8 13.2 L11.8 11.2",
    "sourcing": "M2.4 3 L13.6 3 L13.6 11 L7.6 11 L4.8 13.6 L4.8 11 L2.4 11 Z M6.6 5.6 C6.8 4.4 9.4 4.4 9.4 5.9"
    " C9.4 6.9 8 6.9 8 7.9 M8 9.2 L8 9.3",
    "copy": "M5 2.8 L2.8 2.8 L2.8 13.2 L5 13.2 M11 2.8 L13.2 2.8 L13.2 13.2 L11 13.2 M8 5 L8 8.6 M8 10.8 L8 11",
    "orphans": "O8 8 5.4 M5.4 8 L10.6 8",
    "agrees": "M3.4 6.2 L12.6 6.2 M3.4 9.8 L12.6 9.8",
    "contradicts": "M3 6 L13 6 M3 10.4 L13 10.4 M11 2.6 L5 13.6",
    "updates": "M2.6 8 L13.2 8 M9.4 4.4 L13.2 8 L9.4 11.6",
    "unsure": "M5.4 5.6 C5.6 2.6 10.8 2.8 10.6 5.8 C10.5 7.8 8 7.8 8 9.8 M8 12.4 L8 12.6",
    "both": "M1.8 8 L14.2 8 M5 4.8 L1.8 8 L5 11.2 M11 4.8 L14.2 8 L11 11.2",
    "open": "O8 8 5.2",
    "confirmed": "*O8 8 6.2",
    "dismissed": "O8 8 5.4 M4.4 11.6 L11.6 4.4",
    "needs-source": "M4 14 L4 2.4 L13 2.4 L11 5.6 L13 8.8 L4 8.8",
    "corrected": "M2.8 13.2 L3.6 9.8 L10.8 2.6 L13.4 5.2 L6.2 12.4 Z M9.2 4.2 L11.8 6.8",
    "check": "M3 8.6 L6.6 12 L13 4.4",
    "search": "O7 7 4.2 M10.2 10.2 L13.6 13.6",
    "lock": "R3.6 7.2 8.8 6.4 1.4 M5.4 7.2 L5.4 5 C5.4 1.6 10.6 1.6 10.6 5 L10.6 7.2",
    "unlock": "R3.6 7.2 8.8 6.4 1.4 M5.4 7.2 L5.4 4.6 C5.4 1.4 10 1.2 10.6 4",
    "moon": "M12.8 10.2 C8.6 11.8 4.6 7.8 6.2 3.2 C2.2 4.4 1.8 9.6 4.8 12 C7.6 14.2 11.8 13.4 12.8 10.2 Z",
    "sun": "O8 8 2.8 M8 1.6 L8 3 M8 13 L8 14.4 M1.6 8 L3 8 M13 8 L14.4 8 M3.5 3.5 L4.4 4.4 M11.6 11.6 L12.5 12.5"
    " M12.5 3.5 L11.6 4.4 M4.4 11.6 L3.5 12.5",
    "interval": "M2 4 L2 12 M14 4 L14 12 M2.4 8 L13.6 8 *M2.6 8 L6 5.4 L6 10.6 Z *M13.4 8 L10 5.4 L10 10.6 Z",
    "origin": "O8 4 1.9 O4 12 1.9 O12 12 1.9 M7.2 5.8 L4.8 10.3 M8.8 5.8 L11.2 10.3",
    "place": "M8 14 C3.6 9.6 3.4 7.4 3.6 6 C4.2 1 11.8 1 12.4 6 C12.6 7.4 12.4 9.6 8 14 Z O8 6.4 1.6",
    "person": "O8 5.2 2.6 M3 13.6 C3 8.6 13 8.6 13 13.6",
    "number": "M6.4 2.6 L5 13.4 M11 2.6 L9.6 13.4 M2.8 5.8 L13.6 5.8 M2.4 10.2 L13.2 10.2",
    "clock": "O8 8 5.6 M8 4.6 L8 8 L10.6 9.6",
    "quote": "M2.4 3 L13.6 3 L13.6 11 L7.6 11 L4.8 13.6 L4.8 11 L2.4 11 Z M5 6 L11 6 M5 8.2 L9 8.2",
    "statement": "M3.4 2.4 L9.8 2.4 L12.6 5.2 L12.6 13.6 L3.4 13.6 Z M9.8 2.4 L9.8 5.2 L12.6 5.2 M5.8 8 L10.2 8"
    " M5.8 10.6 L10.2 10.6",
    "folder": "M2 12.8 L2 3.4 L6 3.4 L7.6 5.2 L14 5.2 L14 12.8 Z",
    "paste": "R3.4 3.2 9.2 10.6 1.4 R6 1.8 4 2.8 0.8 M5.8 8 L10.2 8 M5.8 10.6 L10.2 10.6",
    "swap": "M2.6 5.4 L13 5.4 M10 2.6 L13 5.4 L10 8.2 M13.4 10.6 L3 10.6 M6 7.8 L3 10.6 L6 13.4",
    "file": "M3.8 2 L9.6 2 L12.4 4.8 L12.4 14 L3.8 14 Z M9.6 2 L9.6 4.8 L12.4 4.8",
    "school": "M1.6 6.4 L8 3.4 L14.4 6.4 L8 9.4 Z M4.4 8 L4.4 11.2 C6 13 10 13 11.6 11.2 L11.6 8",
    "join": "M6.4 9.6 L9.6 6.4 M7.2 4.8 L9.2 2.8 C11.8 0.6 15.4 4.2 13.2 6.8 L11.2 8.8 M8.8 11.2 L6.8 13.2"
    " C4.2 15.4 0.6 11.8 2.8 9.2 L4.8 7.2",
    "part": "M7.2 4.8 L9.2 2.8 C11.8 0.6 15.4 4.2 13.2 6.8 L11.2 8.8 M8.8 11.2 L6.8 13.2 C4.2 15.4 0.6 11.8 2.8 9.2"
    " L4.8 7.2 M3 3 L13 13",
    "undo": "M2.8 6.4 L10 6.4 C14.4 6.4 14.4 12.8 10 12.8 L5.6 12.8 M5.8 3.4 L2.8 6.4 L5.8 9.4",
    "close": "M4 4 L12 12 M12 4 L4 12",
    "down": "M4 6.2 L8 10.2 L12 6.2",
    "warning": "M8 2.2 L14.4 13.4 L1.6 13.4 Z M8 6.4 L8 9.6 M8 11.4 L8 11.5",
    "sort": "M4.6 3 L4.6 13 M2.4 10.6 L4.6 13 L6.8 10.6 M9 4.2 L13.6 4.2 M9 8 L12.4 8 M9 11.8 L11.2 11.8",
    "group": "M6 3.4 L13.6 3.4 M6 8 L13.6 8 M6 12.6 L13.6 12.6 M2.6 3.4 L2.8 3.4 M2.6 8 L2.8 8 M2.6 12.6 L2.8 12.6",
    "settle": "R2.6 2.6 10.8 10.8 1.6 M5.2 8.2 L7.2 10.2 L10.8 5.8",
    "cross": "M4.6 4.6 L11.4 11.4 M11.4 4.6 L4.6 11.4",
    "book": "M8 4 C6 2.6 3.6 2.6 2 3.2 L2 12.6 C3.6 12 6 12 8 13.4 C10 12 12.4 12 14 12.6 L14 3.2 C12.4 2.6 10 2.6 8 4"
    " Z M8 4 L8 13.2",
}  # fmt: skip

MIRRORED = frozenset({"updates", "undo", "sourcing", "quote", "swap"})
# A family's, relation's or claim's kind without a drawing of its own.
STAND_INS = {
    "quantity": "number", "casualties": "number", "score": "number", "date": "calendar", "time": "clock",
    "duration": "clock", "actor": "person", "office": "person", "statement": "statement", "found": "check",
    "missed": "open", "wrong-kind": "swap", "partly": "part", "alarm": "warning",
}  # fmt: skip


@cache
def _pieces(name: str) -> tuple[tuple[QPainterPath, bool], ...]:
    drawing = DRAWINGS[STAND_INS.get(name, name)]
    stroked, pieces = QPainterPath(), []
    tokens = iter(drawing.replace("*", " * ").replace("M", " M ").replace("L", " L ").replace("C", " C ")
                  .replace("O", " O ").replace("R", " R ").replace("Z", " Z ").split())  # fmt: skip
    path, filled = stroked, False
    for token in tokens:
        if token == "*":
            path, filled = QPainterPath(), True
            pieces.append((path, True))
            continue
        numbers = [float(next(tokens)) for _ in range({"M": 2, "L": 2, "C": 6, "O": 3, "R": 5, "Z": 0}[token])]
        if token == "M":
            if filled and path.elementCount():
                path, filled = stroked, False
            path.moveTo(*numbers)
        elif token == "L":
            path.lineTo(*numbers)
        elif token == "C":
            path.cubicTo(*numbers)
        elif token == "O":
            path.addEllipse(QPointF(numbers[0], numbers[1]), numbers[2], numbers[2])
        elif token == "R":
            x, y, w, h, r = numbers
            path.addRoundedRect(QRectF(x, y, w, h), r, r)
        else:
            path.closeSubpath()
    return ((stroked, False), *pieces)


def draw_icon(
    painter: QPainter, name: str, rect: QRectF, colour: QColor, mirror: bool = False, inner: QColor | None = None
) -> None:
    """Draw an icon inside ``rect``. ``mirror`` is for a right-to-left interface and only turns those that point;
    ``inner`` is the colour of the check in a filled disc."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(rect.width(), rect.height())
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / 16, side / 16)
    if mirror and name in MIRRORED:
        painter.translate(16, 0)
        painter.scale(-1, 1)
    pen = QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    for path, filled in _pieces(name):
        painter.setPen(Qt.PenStyle.NoPen if filled else pen)
        painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    if name == "confirmed":
        painter.setPen(QPen(inner or QColor("white"), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        mark = QPainterPath(QPointF(5.2, 8.4))
        mark.lineTo(7.2, 10.4)
        mark.lineTo(10.9, 6)
        painter.drawPath(mark)
    painter.restore()


def icon_pixmap(name: str, colour: QColor, side: int = 16, mirror: bool = False, ratio: float = 2.0) -> QPixmap:
    pixmap = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_icon(painter, name, QRectF(0, 0, side, side), colour, mirror)
    painter.end()
    return pixmap


def make_icon(name: str, colour: QColor, disabled: QColor | None = None, mirror: bool = False, side: int = 16) -> QIcon:
    icon = QIcon(icon_pixmap(name, colour, side, mirror))
    if disabled is not None:
        icon.addPixmap(icon_pixmap(name, disabled, side, mirror), QIcon.Mode.Disabled)
    return icon


def draw_severity(painter: QPainter, rect: QRectF, severity: str, colour: QColor, rest: QColor) -> None:
    """Three rising bars; as many are filled as the severity weighs. Never mirrored."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    filled = {"low": 1, "medium": 2, "high": 3}[severity]
    width, gap = 3.6, 1.4
    for place in range(3):
        height = rect.height() * (0.45 + 0.275 * place)
        bar = QRectF(rect.left() + place * (width + gap), rect.bottom() - height, width, height)
        if place < filled:
            painter.setBrush(colour)
            painter.drawRoundedRect(bar, 1, 1)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(rest, 1))
            painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 1, 1)
            painter.setPen(Qt.PenStyle.NoPen)
    painter.restore()
