"""A small picture in the details: terms of office one below the other, the day spoken of, who is out of theirs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workbench.gui.palettes import mixed
from workbench.gui.timeline.scale import Scale
from workbench.review.timeline import nearest_bar

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.review.timeline import PersonRow

ROW, NAMES, TOP, FOOT = 24.0, 92.0, 20.0, 18.0
NEAR = dt.timedelta(days=365 * 6)


class TermsChart(QWidget):
    """``key`` is the finding that the picture belongs to."""

    def __init__(self, look: Look, people: tuple[PersonRow, ...], key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._people, self._key = look, people, key
        self._on = next((person.on for person in people if person.on), None)
        self.setFixedHeight(round(TOP + ROW * len(people) + FOOT))
        self.setAccessibleName(", ".join(look.pick(person.name) for person in people))

    def _scale(self) -> Scale | None:
        days = [day for person in self._people for bar in person.bars for day in (bar.begin, bar.end) if day]
        if self._on is not None:
            days = [day for day in days if abs(day - self._on) < NEAR] + [self._on]
        if len(days) < 2:
            return None
        left = 4.0 if self._look.mirrored else NAMES
        right = self.width() - (NAMES if self._look.mirrored else 4.0)
        first, last = dt.date(min(days).year, 1, 1), dt.date(max(days).year, 12, 31)
        return Scale(first, last, left, right, self._look.mirrored)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look, scale = self._look, self._scale()
        if scale is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bottom = TOP + ROW * len(self._people)
        small = look.plain(11)
        years = scale.years()
        step = max(1, len(years) // 5)
        painter.setFont(small)
        for number, year in enumerate(years):
            if number % step == 0:
                x = scale.x(year)
                painter.setPen(QPen(look.colour("line"), 1))
                painter.drawLine(QPointF(x, TOP), QPointF(x, bottom))
                painter.setPen(look.colour("ink2"))
                centred = int(Qt.AlignmentFlag.AlignCenter)
                painter.drawText(QRectF(x - 20, bottom + 1, 40, FOOT), centred, look.figures(year.year))
        for number, person in enumerate(self._people):
            self._paint_row(painter, scale, TOP + ROW * number, person)
        if self._on is not None:
            x = scale.x(self._on)
            painter.setPen(QPen(look.colour("ink"), 1.6))
            painter.drawLine(QPointF(x, TOP - 2), QPointF(x, bottom))
            words = look.day(self._on)
            painter.setFont(small)  # the rows have their own
            width = QFontMetricsF(small).horizontalAdvance(words) + 4
            left = min(max(x - width / 2, 0.0), self.width() - width)
            painter.setPen(look.colour("ink"))
            painter.drawText(QRectF(left, 0, width, TOP - 3), int(Qt.AlignmentFlag.AlignCenter), words)
        painter.end()

    def _paint_row(self, painter: QPainter, scale: Scale, y: float, person: PersonRow) -> None:
        look = self._look
        out = person.out is not None and person.out.key == self._key
        violet = look.palette.family("anachronism")
        font = look.plain(11.5, QFont.Weight.DemiBold if out else None)
        painter.setFont(font)
        painter.setPen(violet if out else look.colour("ink"))
        room = QRectF(self.width() - NAMES + 8 if look.mirrored else 0, y, NAMES - 8, ROW)
        side = Qt.AlignmentFlag.AlignRight if look.mirrored else Qt.AlignmentFlag.AlignLeft
        name = look.pick(person.name)
        family_name = name.split()[-1] if QFontMetricsF(font).horizontalAdvance(name) > room.width() else name
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        words = QFontMetricsF(font).elidedText(family_name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, flags, words)
        nearest = nearest_bar(person)
        for bar in person.bars:
            begin, end = bar.begin or scale.begin, bar.end or scale.end
            if end < scale.begin or begin > scale.end:
                continue
            x1, x2 = scale.x(begin), scale.x(end)
            rect = QRectF(min(x1, x2), y + 6, max(3.0, abs(x2 - x1)), 13)
            meant = out and bar is nearest  # other offices stay grey
            painter.setPen(QPen(violet if meant else look.colour("edge"), 1.6 if meant else 1))
            painter.setBrush(mixed(violet, 0.25) if meant else mixed(look.colour("ink"), 0.14))
            painter.drawRoundedRect(rect, 2, 2)
