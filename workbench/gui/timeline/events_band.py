"""The upper picture: events on their days, one row an article, joined to their place among the years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QPen

from workbench.gui.palettes import mixed
from workbench.gui.timeline.event_words import AWAY, FOOT, LEVEL, Room, make_room, row_height
from workbench.gui.timeline.sheet import ZOOM, Hit, Sheet, draw_label, draw_words

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.gui.timeline.scale import Scale
    from workbench.review.timeline import DatedEvent

HEAD = 26.0  # for the months' names
WIDEST = 340.0  # that an event's words may be


@dataclass(frozen=True, slots=True)
class EventRow:
    """One article's events with room for their words."""

    article: str
    events: list[DatedEvent]
    rooms: list[Room | None]

    @property
    def height(self) -> float:
        return row_height(self.rooms)


def paint_events(sheet: Sheet, days: Scale, years: Scale, y: float) -> float:
    """Paint from ``y`` down and return where the lower picture begins."""
    painter = sheet.painter
    look = sheet.look
    articles = sheet.shown
    rows = lay_rows(look, days, articles, sheet.events)
    height = HEAD + sum(row.height for row in rows) + FOOT
    frame = QRectF(days.left, y, days.right - days.left, height)
    painter.setPen(QPen(look.colour("line"), 1))
    painter.setBrush(look.colour("paper"))
    painter.drawRoundedRect(frame, 5, 5)
    months = days.months()
    small = look.plain(11.5)
    painter.setFont(small)
    for number, month in enumerate(months):
        x = days.x(month)
        painter.setPen(QPen(look.colour("line"), 1))
        if number:
            painter.drawLine(QPointF(x, y), QPointF(x, y + height))
        following = days.x(months[number + 1]) if number + 1 < len(months) else days.x(days.end)
        words = look.month(month.year, month.month)
        if abs(following - x) > QFontMetricsF(small).horizontalAdvance(words) + 10:
            painter.setPen(look.colour("ink2"))
            draw_words(sheet, words, small, x, y + 4, 17)
    painter.setPen(QPen(look.colour("edge"), 1))
    if (days.end - days.begin).days <= 150:
        for number in range((days.end - days.begin).days + 1):
            x = days.x(days.begin + dt.timedelta(days=number))
            painter.drawLine(QPointF(x, frame.bottom()), QPointF(x, frame.bottom() - (6 if number % 7 == 0 else 3)))
    paint_zoom(sheet, days, years, frame)
    dots: dict[str, list[QPointF]] = {}
    row_y = y + HEAD
    for row in rows:
        words = look.say("timeline.events-in", letter=look.letter(row.article))
        draw_label(sheet, row_y - 3, 34, words, "", look.colour("ink"), True)
        _paint_row(sheet, days, row_y, row, dots)
        row_y += row.height
    paint_shared(sheet, dots)
    return y + height + ZOOM


def paint_shared(sheet: Sheet, dots: dict[str, list[QPointF]]) -> None:
    """One event told by both: a line between its dots with a word on it."""
    painter = sheet.painter
    look = sheet.look
    green = look.palette.relation("agrees")
    taken: list[QRectF] = []
    for points in dots.values():
        if len(points) < 2:
            continue
        painter.setPen(QPen(green, 2))
        painter.drawLine(points[0] + QPointF(0, 6), points[1] - QPointF(0, 6))
        words, font = look.say("timeline.same"), look.plain(11, QFont.Weight.Medium)
        width = QFontMetricsF(font).horizontalAdvance(words) + 16
        middle = (points[0] + points[1]) / 2
        # The events' words stand on the other side.
        x = middle.x() + 6 if look.mirrored else middle.x() - width - 6
        chip = QRectF(x, middle.y() - 9, width, 18)
        if any(chip.intersects(other) for other in taken):
            continue
        taken.append(chip)
        painter.setBrush(look.colour("paper"))
        painter.setPen(QPen(green, 1))
        painter.drawRoundedRect(chip, 9, 9)
        painter.setFont(font)
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), words)


def lay_rows(look: Look, days: Scale, articles: Sequence[str], events: Sequence[DatedEvent]) -> list[EventRow]:
    """The events of each article, the earliest first, with room for their words."""
    bold, small = QFontMetricsF(_bold(look)), QFontMetricsF(_small(look))
    rows = []
    for article in articles:
        own = sorted((e for e in events if e.article == article and days.holds(e.begin)), key=lambda e: e.begin)
        dots = [abs(days.x(event.begin) - days.x(days.begin)) for event in own]
        widths = [
            max(bold.horizontalAdvance(look.pick(event.label)), small.horizontalAdvance(_when(look, event))) + 4
            for event in own
        ]
        rooms = make_room(dots, [min(WIDEST, width) for width in widths], days.right - days.left)
        rows.append(EventRow(article, own, rooms))
    return rows


def _when(look: Look, event: DatedEvent) -> str:
    if event.end == event.begin:
        return look.day(event.begin)
    return look.say("timeline.range", begin=look.day(event.begin), end=look.day(event.end))


def _paint_row(sheet: Sheet, days: Scale, y: float, row: EventRow, dots: dict[str, list[QPointF]]) -> None:
    painter, look = sheet.painter, sheet.look
    bold, small = _bold(look), _small(look)
    toward = -1.0 if look.mirrored else 1.0
    first = days.x(days.begin)
    for event in row.events:  # below everything else
        if event.end > event.begin:
            painter.setPen(QPen(mixed(look.colour("accent"), 0.4), 3, c=Qt.PenCapStyle.RoundCap))
            x, last = days.x(event.begin), days.x(min(event.end, days.end))
            painter.drawLine(QPointF(x, y + 2), QPointF(last, y + 2))
            painter.drawLine(QPointF(x, y + 2), QPointF(x, y + 14))
    for event, room in zip(row.events, row.rooms, strict=True):
        point = QPointF(days.x(event.begin), y + 14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(point, 6.5, 6.5)
        if event.shared:
            dots.setdefault(event.id, []).append(point)
        box, when = QRectF(point.x() - 8, y + 5, 16, 18), _when(look, event)
        if room is not None:
            top = y + 4 + room.level * LEVEL
            if room.level:
                painter.setPen(QPen(look.colour("edge"), 1))
                painter.drawLine(point + QPointF(0, 7), QPointF(point.x(), top + 10))
                painter.drawLine(QPointF(point.x(), top + 10), QPointF(point.x() + toward * (AWAY - 3), top + 10))
            begin, end = first + toward * room.start, first + toward * (room.start + room.width)
            place = QRectF(min(begin, end), top, room.width, 18)
            # Words end at their dot where they stand before it, and begin there where they follow it.
            right = look.mirrored != room.back
            _paint_words(sheet, place, look.pick(event.label), bold, "ink", right)
            _paint_words(sheet, place.translated(0, 15), when, small, "ink2", right)
            box = box.united(place.adjusted(0, 0, 0, 14))
        sheet.hits.append(Hit(box, event.spot, None, f"{look.pick(event.label)} · {when}"))


def _paint_words(sheet: Sheet, place: QRectF, words: str, font: QFont, role: str, right: bool) -> None:
    painter = sheet.painter
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(sheet.look.colour(role))
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    elided = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    width = QFontMetricsF(font).horizontalAdvance(elided)
    left = place.right() - width if right else place.left()
    # A month's line behind the words would run through them.
    painter.fillRect(QRectF(left - 2, place.top() + 1, width + 4, place.height() - 3), sheet.look.colour("paper"))
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(place, int(flags), elided)


def _bold(look: Look) -> QFont:
    return look.plain(12, QFont.Weight.DemiBold)


def _small(look: Look) -> QFont:
    return look.plain(11)


def paint_zoom(sheet: Sheet, days: Scale, years: Scale, frame: QRectF) -> None:
    """The shape that joins the days above to their place among the years."""
    painter = sheet.painter
    first, last = years.x(days.begin), years.x(days.end)
    bottom = frame.bottom() + ZOOM
    corners = (frame.right(), frame.left()) if sheet.look.mirrored else (frame.left(), frame.right())
    path = QPainterPath(QPointF(corners[0], frame.bottom() + 1))
    path.lineTo(corners[1], frame.bottom() + 1)
    path.lineTo(last, bottom)
    path.lineTo(first, bottom)
    path.closeSubpath()
    painter.fillPath(path, mixed(sheet.look.colour("accent"), 0.08))
    painter.setPen(QPen(mixed(sheet.look.colour("accent"), 0.35), 1))
    painter.drawLine(QPointF(corners[0], frame.bottom() + 1), QPointF(first, bottom))
    painter.drawLine(QPointF(corners[1], frame.bottom() + 1), QPointF(last, bottom))
    rows = sheet.row * (len(sheet.shown) + len(sheet.people))
    left, right = min(first, last), max(first, last)
    painter.fillRect(QRectF(left, bottom, max(2, right - left), rows), mixed(sheet.look.colour("accent"), 0.10))
