"""What the timeline is painted on, with what several of its parts draw."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from workbench.gui.icons import draw_icon

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.review.timeline import DatedArticle, DatedEvent, PersonRow, Spot

LABELS, EDGE = (180.0, 320.0), 24.0  # the least and the most width of the names
EVENTS_TOP, ZOOM, ROW, YEARS = 12.0, 40.0, 32.0, 26.0
LEAST_ROW = 26.0  # of somebody's row, where the picture would need scrolling otherwise


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that can be clicked."""

    rect: QRectF
    spot: Spot | None
    key: str | None
    words: str


@dataclass(slots=True)
class Sheet:
    """One painting: what is shown, and the hits it leaves behind. ``shown`` are the articles' ids; ``row`` is the
    height of a row of the lower picture, ``labels`` the width of the names at its beginning."""

    painter: QPainter
    look: Look
    width: float
    shown: tuple[str, ...]
    events: tuple[DatedEvent, ...]
    articles: tuple[DatedArticle, ...]
    people: tuple[PersonRow, ...]
    row: float = ROW
    labels: float = LABELS[0]
    hits: list[Hit] = field(default_factory=list)


def draw_label(
    sheet: Sheet, y: float, height: float, words: str, icon: str, colour: QColor, bold: bool
) -> None:
    painter = sheet.painter
    look = sheet.look
    x = sheet.width - 16.0 - 16 if look.mirrored else 16.0
    if icon:
        draw_icon(painter, icon, QRectF(x, y + height / 2 - 8, 16, 16), colour, look.mirrored)
    room = QRectF(sheet.width - sheet.labels + 12 if look.mirrored else 40, y, sheet.labels - 52, height)
    side = Qt.AlignmentFlag.AlignRight if look.mirrored else Qt.AlignmentFlag.AlignLeft
    font = look.plain(12.5, QFont.Weight.DemiBold if bold else None)
    painter.setFont(font)
    painter.setPen(look.colour("ink") if icon != "anachronism" else colour)
    painter.setLayoutDirection(look.direction)
    painter.drawText(room, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter),
                     QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width()))  # fmt: skip


def draw_words(sheet: Sheet, words: str, font: QFont, x: float, y: float, height: float, gap: float = 4.0) -> None:
    """Words that begin at ``gap`` from ``x`` and run with the interface; on the other side of ``x`` where the picture's
    edge would cut them off."""
    painter = sheet.painter
    width = QFontMetricsF(font).horizontalAdvance(words) + 4
    before, after = x - width - gap, x + gap
    left = before if sheet.look.mirrored else after
    if left < 4:
        left = after
    elif left + width > sheet.width - 4:
        left = before
    painter.setFont(font)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(QRectF(left, y, width, height), int(Qt.AlignmentFlag.AlignCenter), words)
