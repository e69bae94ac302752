"""Below the pictures: the events that no article gives a day, as chips that lead to their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPen

from workbench.gui.timeline.sheet import Hit, Sheet, draw_label

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.review.timeline import UndatedEvent

HEAD, LINE, CHIP = 14.0, 32.0, 24.0  # the space above, from line to line, and the height of a chip
_WIDEST, _APART, _INSIDE = 320.0, 8.0, 10.0


@dataclass(frozen=True, slots=True)
class ChipRoom:
    """A chip's place: from the band's beginning on in the direction of reading, and its line from above."""

    start: float
    width: float
    line: int


def lay_chips(look: Look, events: Sequence[UndatedEvent], length: float) -> list[ChipRoom]:
    """Room for every event's chip in lines of ``length`` pixels, the first event first."""
    metrics = QFontMetricsF(_font(look))
    rooms: list[ChipRoom] = []
    at, line = 0.0, 0
    for event in events:
        wanted = metrics.horizontalAdvance(_words(look, event)) + 2 * _INSIDE + 2
        width = min(wanted, _WIDEST, length)
        if at and at + width > length:
            at, line = 0.0, line + 1
        rooms.append(ChipRoom(at, width, line))
        at += width + _APART
    return rooms


def band_height(rooms: Sequence[ChipRoom]) -> float:
    """The height of the band with these chips; nothing without any."""
    return HEAD + LINE * (rooms[-1].line + 1) if rooms else 0.0


def paint_undated(sheet: Sheet, events: Sequence[UndatedEvent], sides: tuple[float, float], y: float) -> None:
    """Paint from ``y`` down between the left and the right of ``sides``."""
    painter, look = sheet.painter, sheet.look
    left, right = sides
    draw_label(sheet, y + HEAD, LINE, look.say("timeline.undated"), "", look.colour("ink"), True)
    font = _font(look)
    for event, room in zip(events, lay_chips(look, events, right - left), strict=True):
        x = right - room.start - room.width if look.mirrored else left + room.start
        box = QRectF(x, y + HEAD + room.line * LINE + (LINE - CHIP) / 2, room.width, CHIP)
        painter.setPen(QPen(look.colour("edge"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(look.colour("paper"))
        painter.drawRoundedRect(box, CHIP / 2, CHIP / 2)
        painter.setPen(look.colour("ink"))
        painter.setFont(font)
        painter.setLayoutDirection(look.direction)
        inner = box.adjusted(_INSIDE, 0, -_INSIDE, 0)
        words = QFontMetricsF(font).elidedText(_words(look, event), Qt.TextElideMode.ElideRight, inner.width() + 1)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), words)
        sheet.hits.append(Hit(box, event.spots[0], None, _words(look, event)))


def _words(look: Look, event: UndatedEvent) -> str:
    letters = " ".join(look.letter(article) for article, _ in event.spots)
    return f"{letters} · {look.pick(event.label)}"


def _font(look: Look) -> QFont:
    return look.plain(11.5)
