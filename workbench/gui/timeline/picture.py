"""Painting the timeline and finding what lies under the mouse."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)  # fmt: skip
from PySide6.QtWidgets import QWidget

from workbench.gui.chips import draw_focus
from workbench.gui.icons import draw_icon
from workbench.gui.language import day_words, month_words
from workbench.gui.palettes import mixed
from workbench.gui.timeline.scale import Scale, all_years, near_days
from workbench.review.timeline import Timeline, gap

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.review.timeline import Bar, DatedArticle, DatedEvent, PersonRow, Spot

LABELS, EDGE = 240.0, 24.0
EVENTS_TOP, EVENT_ROW, ZOOM, ROW, YEARS = 12.0, 74.0, 40.0, 32.0, 26.0


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that can be clicked."""

    rect: QRectF
    spot: Spot | None
    key: str | None
    words: str


class TimelinePicture(QWidget):
    """``chosen`` gives an article and a code point, ``finding_chosen`` a finding's key. Arrow keys walk what can be
    clicked, Enter goes there."""

    chosen = Signal(str, int)
    finding_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.timeline = Timeline((), (), ())
        self.show_events = self.show_terms = True
        self.only_a = False
        self._hits: list[Hit] = []
        self._at = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_timeline(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._at = -1
        self._resize()

    def _resize(self) -> None:
        self.setMinimumHeight(round(self._height()))
        self.update()

    def refilter(self) -> None:
        self._resize()

    def _people(self) -> tuple[PersonRow, ...]:
        if not self.show_terms:
            return ()
        return tuple(row for row in self.timeline.people if not self.only_a or "a" in row.articles)

    def _events(self) -> tuple[DatedEvent, ...]:
        return tuple(e for e in self.timeline.events if not self.only_a or e.article == "a") if self.show_events else ()

    def _articles(self) -> tuple[str, ...]:
        return tuple(article.article for article in self.timeline.articles if not self.only_a or article.article == "a")

    def _height(self) -> float:
        events = EVENTS_TOP + 26 + EVENT_ROW * len(self._articles()) + ZOOM if self._events() else EVENTS_TOP
        return events + ROW * (len(self._articles()) + len(self._people())) + YEARS + 8

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("panel"))
        self._hits = []
        left = EDGE if look.mirrored else LABELS
        right = self.width() - (LABELS if look.mirrored else EDGE)
        outs = [row.on for row in self.timeline.people if row.on]
        span = all_years(self.timeline, outs)
        if span is None:
            painter.end()
            return
        years = Scale(*span, left, right, look.mirrored)
        near = near_days(self.timeline) if self._events() else None
        y = EVENTS_TOP
        if near is not None:
            days = Scale(*near, left, right, look.mirrored)
            y = self._paint_events(painter, days, years, y)
        self._paint_years(painter, years, y, outs[0] if outs else None)
        if self.hasFocus() and 0 <= self._at < len(self._hits):
            draw_focus(painter, look, self._hits[self._at].rect.adjusted(-4, -4, 4, 4))
        painter.end()

    def _label(
        self, painter: QPainter, y: float, height: float, words: str, icon: str, colour: QColor, bold: bool
    ) -> None:
        look = self._look
        x = self.width() - 16.0 - 16 if look.mirrored else 16.0
        if icon:
            draw_icon(painter, icon, QRectF(x, y + height / 2 - 8, 16, 16), colour, look.mirrored)
        room = QRectF(self.width() - LABELS + 12 if look.mirrored else 40, y, LABELS - 52, height)
        side = Qt.AlignmentFlag.AlignRight if look.mirrored else Qt.AlignmentFlag.AlignLeft
        font = look.plain(12.5, QFont.Weight.DemiBold if bold else None)
        painter.setFont(font)
        painter.setPen(look.colour("ink") if icon != "anachronism" else colour)
        painter.setLayoutDirection(look.direction)
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter),
                         QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width()))  # fmt: skip

    def _paint_events(self, painter: QPainter, days: Scale, years: Scale, y: float) -> float:
        look = self._look
        articles = self._articles()
        height = 26 + EVENT_ROW * len(articles)
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
            words = month_words(month.year, month.month, look.code)
            if abs(following - x) > QFontMetricsF(small).horizontalAdvance(words) + 10:
                painter.setPen(look.colour("ink2"))
                self._words(painter, words, small, x, y + 4, 17)
        painter.setPen(QPen(look.colour("edge"), 1))
        if (days.end - days.begin).days <= 150:
            for number in range((days.end - days.begin).days + 1):
                x = days.x(days.begin + dt.timedelta(days=number))
                painter.drawLine(QPointF(x, frame.bottom()), QPointF(x, frame.bottom() - (6 if number % 7 == 0 else 3)))
        self._paint_zoom(painter, days, years, frame)
        dots: dict[str, list[QPointF]] = {}
        for number, article in enumerate(articles):
            row_y = y + 26 + EVENT_ROW * number
            words = look.say("timeline.events-in", letter=look.letter(article))
            self._label(painter, row_y, 40, words, "", look.colour("ink"), True)
            shown = [event for event in self._events() if event.article == article and days.holds(event.begin)]
            self._paint_event_row(painter, days, row_y, shown, dots)
        self._paint_shared(painter, dots)
        return y + height + ZOOM

    def _paint_shared(self, painter: QPainter, dots: dict[str, list[QPointF]]) -> None:
        """One event told by both: a line between its dots with a word on it."""
        look = self._look
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
            x = middle.x() - width - 5 if look.mirrored else middle.x() + 5
            chip = QRectF(x, middle.y() + 3, width, 18)
            if any(chip.intersects(other) for other in taken):
                continue
            taken.append(chip)
            painter.setBrush(look.colour("paper"))
            painter.setPen(QPen(green, 1))
            painter.drawRoundedRect(chip, 9, 9)
            painter.setFont(font)
            painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_event_row(
        self, painter: QPainter, days: Scale, y: float, events: list[DatedEvent], dots: dict[str, list[QPointF]]
    ) -> None:
        look = self._look
        bold, small = look.plain(12, QFont.Weight.DemiBold), look.plain(11)
        free = [1e9, 1e9] if look.mirrored else [-1e9, -1e9]  # where the words of each level ended
        for event in events:
            x = days.x(event.begin)
            words = look.pick(event.label)
            metrics = QFontMetricsF(bold)
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, 230)
            below = day_words(event.begin, look.code)
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
                self._words(painter, words, bold, start, top, 18)
                painter.setPen(look.colour("ink2"))
                self._words(painter, below, small, start, top + 15, 16)
                free[level] = start - width if look.mirrored else start + width
                left = start - width if look.mirrored else start
                box = box.united(QRectF(left, top, width, 32))
            self._hits.append(Hit(box, event.spot, None, f"{look.pick(event.label)} {below}"))

    def _words(self, painter: QPainter, words: str, font: QFont, x: float, y: float, height: float) -> None:
        """Words that begin at ``x`` and run with the interface."""
        width = QFontMetricsF(font).horizontalAdvance(words) + 4
        left = x - width - 4 if self._look.mirrored else x + 4
        painter.setFont(font)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(QRectF(left, y, width, height), int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_zoom(self, painter: QPainter, days: Scale, years: Scale, frame: QRectF) -> None:
        """The shape that joins the days above to their place among the years."""
        first, last = years.x(days.begin), years.x(days.end)
        bottom = frame.bottom() + ZOOM
        corners = (frame.right(), frame.left()) if self._look.mirrored else (frame.left(), frame.right())
        path = QPainterPath(QPointF(corners[0], frame.bottom() + 1))
        path.lineTo(corners[1], frame.bottom() + 1)
        path.lineTo(last, bottom)
        path.lineTo(first, bottom)
        path.closeSubpath()
        painter.fillPath(path, mixed(self._look.colour("accent"), 0.08))
        painter.setPen(QPen(mixed(self._look.colour("accent"), 0.35), 1))
        painter.drawLine(QPointF(corners[0], frame.bottom() + 1), QPointF(first, bottom))
        painter.drawLine(QPointF(corners[1], frame.bottom() + 1), QPointF(last, bottom))
        rows = ROW * (len(self._articles()) + len(self._people()))
        left, right = min(first, last), max(first, last)
        painter.fillRect(QRectF(left, bottom, max(2, right - left), rows), mixed(self._look.colour("accent"), 0.10))

    def _paint_years(self, painter: QPainter, years: Scale, y: float, on: dt.date | None) -> None:
        look = self._look
        people = self._people()
        articles = [one for one in self.timeline.articles if one.article in self._articles()]
        bottom = y + ROW * (len(articles) + len(people))
        marks = years.years()
        step = max(1, len(marks) // 12)
        small = look.plain(11.5)
        for number, year in enumerate(marks):
            x = years.x(year)
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(QPointF(x, y), QPointF(x, bottom))
            if number % step == 0:
                painter.setPen(look.colour("ink2"))
                following = years.x(dt.date(year.year, 12, 31))
                painter.setFont(small)
                flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
                painter.drawText(QRectF(min(x, following), bottom + 2, abs(following - x), 20), flags, str(year.year))
        for article in articles:
            self._paint_article(painter, years, y, article)
            y += ROW
        if on is not None:
            painter.setPen(QPen(look.colour("ink"), 2))
            painter.drawLine(QPointF(years.x(on), y - ROW * len(articles) - 6), QPointF(years.x(on), bottom))
        for row in people:
            self._paint_person(painter, years, y, row)
            y += ROW

    def _paint_article(self, painter: QPainter, years: Scale, y: float, article: DatedArticle) -> None:
        look = self._look
        name = look.say("timeline.date-of", letter=look.letter(article.article))
        known = article.begin is not None and article.begin == article.end
        self._label(painter, y, ROW, name, "calendar" if known else "interval", look.colour("accent"), True)
        middle = y + ROW / 2
        if known and article.begin is not None:
            x = years.x(article.begin)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawPolygon(QPolygonF([QPointF(x, middle - 10), QPointF(x + 8, middle), QPointF(x, middle + 10),
                                           QPointF(x - 8, middle)]))  # fmt: skip
            painter.setPen(look.colour("ink"))
            x += -10 if look.mirrored else 10
            self._words(painter, day_words(article.begin, look.code), look.plain(11.5), x, middle - 10, 20)
        elif article.begin is not None or article.end is not None:
            bar = self._bar(years, article.begin, article.end, middle)
            painter.setPen(QPen(look.colour("accent"), 1.2, Qt.PenStyle.DashLine))
            painter.setBrush(look.colour("raised"))
            painter.drawRoundedRect(bar, 3, 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle(Qt.BrushStyle.BDiagPattern))
            brush = painter.brush()
            brush.setColor(mixed(look.colour("accent"), 0.55))
            painter.setBrush(brush)
            painter.drawRoundedRect(bar, 3, 3)
            self._range(painter, bar, article.begin, article.end, backed=True)
        else:
            painter.setPen(look.colour("ink3"))
            x = years.right - 6 if look.mirrored else years.left + 6
            self._words(painter, look.say("date.unknown"), look.plain(11.5), x, middle - 10, 20)

    def _bar(self, years: Scale, begin: dt.date | None, end: dt.date | None, middle: float) -> QRectF:
        first, last = years.x(begin or years.begin), years.x(end or years.end)
        return QRectF(min(first, last), middle - 11, max(4.0, abs(last - first)), 22)

    def _range(
        self, painter: QPainter, bar: QRectF, begin: dt.date | None, end: dt.date | None, backed: bool = False
    ) -> None:
        look = self._look
        words = look.say(
            "timeline.range",
            begin=day_words(begin, look.code) if begin else "…",
            end=day_words(end, look.code) if end else look.say("timeline.now"),
        )
        font = look.plain(11.2)
        width = QFontMetricsF(font).horizontalAdvance(words) + 8
        if width > bar.width() - 6:
            return
        left = bar.right() - width - 6 if look.mirrored else bar.left() + 6
        box = QRectF(left, bar.top(), width, bar.height())
        if backed:
            painter.fillRect(box.adjusted(0, 3, 0, -3), look.colour("raised"))
        painter.setFont(font)
        painter.setPen(look.colour("ink"))
        painter.setLayoutDirection(look.direction)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_person(self, painter: QPainter, years: Scale, y: float, row: PersonRow) -> None:
        look = self._look
        violet = look.palette.family("anachronism")
        middle = y + ROW / 2
        name = look.pick(row.name)
        if row.kind == "life":
            words = look.say("timeline.lived", person=name)
        else:
            nearest = _nearest(row)
            words = name
            if nearest.name:
                words = look.say("timeline.person-office", person=name, office=look.pick(nearest.name))
        self._label(painter, y, ROW, words, "anachronism" if row.out else "person",
                    violet if row.out else look.colour("ink2"), row.out is not None)  # fmt: skip
        for bar in row.bars:
            if (bar.end and bar.end < years.begin) or (bar.begin and bar.begin > years.end):
                continue
            rect = self._bar(years, bar.begin, bar.end, middle)
            if row.out:
                painter.setPen(QPen(violet, 2))
                painter.setBrush(mixed(violet, 0.20))
                painter.drawRoundedRect(rect, 3, 3)
                painter.setPen(QPen(violet, 1))
                painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), 2, 2)
            else:
                painter.setPen(QPen(look.colour("edge"), 1))
                painter.setBrush(mixed(look.colour("ink"), 0.12))
                painter.drawRoundedRect(rect, 3, 3)
            self._range(painter, rect, bar.begin, bar.end)
            if bar.died and bar.end and years.holds(bar.end):
                x = years.x(bar.end)
                draw_icon(painter, "cross", QRectF(x - 9, middle - 9, 18, 18), look.colour("ink"))
            self._hits.append(Hit(rect, row.spot, row.out.key if row.out else None, words))
        if row.out is not None and row.on is not None:
            self._paint_out(painter, years, middle, row, violet)

    def _paint_out(self, painter: QPainter, years: Scale, middle: float, row: PersonRow, violet: QColor) -> None:
        """From the day spoken of to the term, with the gap in words."""
        assert row.on is not None
        assert row.out is not None
        look = self._look
        bar = _nearest(row)
        if bar.begin is not None and row.on < bar.begin:
            target, key = bar.begin, "gap.before"
        elif bar.end is not None and row.on > bar.end:
            target, key = bar.end, "gap.after"
        else:
            return
        x, to = years.x(row.on), years.x(target)
        painter.setPen(QPen(violet, 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, middle), QPointF(to, middle))
        tip = 6 if to > x else -6
        painter.setPen(QPen(violet, 2))
        painter.drawLine(QPointF(to, middle), QPointF(to - tip, middle - 4))
        painter.drawLine(QPointF(to, middle), QPointF(to - tip, middle + 4))
        painter.setBrush(violet)
        painter.drawEllipse(QPointF(x, middle), 4, 4)
        spell = gap_words(look, *gap(row.on, target))
        words = look.say(key, words=" ".join(row.out.places[0].text.split()), gap=spell)
        font = look.plain(11.5, QFont.Weight.DemiBold)
        width = QFontMetricsF(font).horizontalAdvance(words) + 44
        left = x - 12 - width if to > x else x + 12
        left = min(max(left, 6.0), self.width() - width - 6)
        pill = QRectF(left, middle - 11, width, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(pill, 11, 11)
        paper = look.colour("paper")
        icon_x = pill.left() + 9 if look.mirrored else pill.right() - 23
        draw_icon(painter, "anachronism", QRectF(icon_x, middle - 7, 14, 14), paper)
        painter.setPen(paper)
        painter.setFont(font)
        painter.setLayoutDirection(look.direction)
        inner = pill.adjusted(26, 0, -10, 0) if look.mirrored else pill.adjusted(10, 0, -26, 0)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter), words)
        self._hits.append(Hit(pill, row.spot, row.out.key, words))

    # Going there

    def hits(self) -> list[Hit]:
        return list(self._hits)

    def _go(self, hit: Hit) -> None:
        if hit.key is not None:
            self.finding_chosen.emit(hit.key)
        elif hit.spot is not None:
            self.chosen.emit(*hit.spot)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        for hit in reversed(self._hits):
            if hit.rect.contains(event.position()):
                self._go(hit)
                return

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        hit = next((hit for hit in reversed(self._hits) if hit.rect.contains(event.position())), None)
        self.setCursor(Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor)
        self.setToolTip(hit.words if hit else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        by = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if event.key() in [int(key) for key in by] and self._hits:
            step = by[Qt.Key(event.key())]
            if self._look.mirrored and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                step = -step
            self._at = (self._at + step) % len(self._hits)
            self.setAccessibleDescription(self._hits[self._at].words)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._at < len(self._hits):
            self._go(self._hits[self._at])
        else:
            super().keyPressEvent(event)


def _nearest(row: PersonRow) -> Bar:
    """The bar nearest to the day spoken of; the last one where there is none."""
    on = row.on
    if on is None:
        return row.bars[-1]

    def distance(bar: Bar) -> int:
        if bar.begin is not None and on < bar.begin:
            return (bar.begin - on).days
        return (on - bar.end).days if bar.end is not None and on > bar.end else 0

    return min(row.bars, key=distance)


def gap_words(look: Look, years: int, days: int) -> str:
    """Years and days as one phrase."""
    if not years:
        return look.count("gap.days", days)
    if not days:
        return look.count("gap.years", years)
    return look.say("gap.both", years=look.count("gap.years", years), days=look.count("gap.days", days))
