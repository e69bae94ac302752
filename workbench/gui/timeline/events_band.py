"""The upper picture: events on their days, one row an article, joined to their place among the years."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QPen

from workbench.gui.palettes import mixed
from workbench.gui.timeline.sheet import ROW, ZOOM, Hit, Sheet, draw_label, draw_words, event_row

if TYPE_CHECKING:
    from workbench.gui.timeline.scale import Scale
    from workbench.review.timeline import DatedEvent


def paint_events(sheet: Sheet, days: Scale, years: Scale, y: float) -> float:
    """Paint from ``y`` down and return where the lower picture begins."""
    painter = sheet.painter
    look = sheet.look
    articles = sheet.shown
    row_height = event_row(sheet.events)
    height = 26 + row_height * len(articles)
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
    for number, article in enumerate(articles):
        row_y = y + 26 + row_height * number
        words = look.say("timeline.events-in", letter=look.letter(article))
        draw_label(sheet, row_y, 40, words, "", look.colour("ink"), True)
        shown = [event for event in sheet.events if event.article == article and days.holds(event.begin)]
        paint_event_row(sheet, days, row_y, shown, dots)
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


def paint_event_row(
    sheet: Sheet, days: Scale, y: float, events: list[DatedEvent], dots: dict[str, list[QPointF]]
) -> None:
    painter = sheet.painter
    look = sheet.look
    bold, small = look.plain(12, QFont.Weight.DemiBold), look.plain(11)
    free = [1e9, 1e9] if look.mirrored else [-1e9, -1e9]  # where the words of each level ended
    for event in events:
        x = days.x(event.begin)
        words = look.pick(event.label)
        metrics = QFontMetricsF(bold)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, 340)
        below = look.day(event.begin)
        width = max(metrics.horizontalAdvance(words), QFontMetricsF(small).horizontalAdvance(below))
        start = x - 12 if look.mirrored else x + 12
        covered = [
            other for other in events
            if other is not event and (start - width < days.x(other.begin) + 12 if look.mirrored else
                                       days.x(other.begin) - 12 < start + width)
            and (days.x(other.begin) < x if look.mirrored else days.x(other.begin) > x)
        ]  # fmt: skip
        levels = (1,) if covered else (0, 1)  # words on a level of their own leave the later dots free
        level = next((n for n in levels if (start < free[n] - 14 if look.mirrored else start > free[n] + 14)), None)
        over = days.left - (start - width) if look.mirrored else start + width - days.right
        if over > 0 and level is not None:  # words that would leave the picture stand on the dot's other side
            start = x + 16 + width if look.mirrored else x - 16 - width
        point = QPointF(x, y + 14)
        if event.end > event.begin:
            last = days.x(min(event.end, days.end))
            long = abs(last - x) > 60
            drop = QPointF(0, 11 if long else 0)
            painter.setPen(QPen(mixed(look.colour("accent"), 0.35 if long else 0.5), 3 if long else 5))
            painter.drawLine(point + drop, QPointF(last, point.y()) + drop)
            if not long and abs(last - x) > 10 and level == 0:  # the words stand below a line, not on it
                level = 1 if (start < free[1] - 14 if look.mirrored else start > free[1] + 14) else None
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(point, 6.5, 6.5)
        if event.shared:
            dots.setdefault(event.id, []).append(point)
        box = QRectF(x - 8, y + 5, 16, 18)
        if level is not None:
            top = y + 2 + level * 34
            if level:
                painter.setPen(QPen(look.colour("edge"), 1))
                painter.drawLine(point + QPointF(0, 7), QPointF(x, top + 8))
            painter.setPen(look.colour("ink"))
            draw_words(sheet, words, bold, start, top, 18)
            painter.setPen(look.colour("ink2"))
            draw_words(sheet, below, small, start, top + 15, 16)
            free[level] = start - width if look.mirrored else start + width
            left = start - width if look.mirrored else start
            box = box.united(QRectF(left, top, width, 32))
        sheet.hits.append(Hit(box, event.spot, None, f"{look.pick(event.label)} {below}"))


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
    rows = ROW * (len(sheet.shown) + len(sheet.people))
    left, right = min(first, last), max(first, last)
    painter.fillRect(QRectF(left, bottom, max(2, right - left), rows), mixed(sheet.look.colour("accent"), 0.10))
