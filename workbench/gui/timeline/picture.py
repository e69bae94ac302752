"""The timeline's picture as a widget: what is shown of it, the mouse and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)  # fmt: skip
from PySide6.QtWidgets import QWidget

from workbench.gui.chips import draw_focus
from workbench.gui.plainwords import plain_tip
from workbench.gui.timeline.event_words import FOOT
from workbench.gui.timeline.events_band import HEAD, lay_rows, paint_events
from workbench.gui.timeline.scale import Scale, all_years, near_days
from workbench.gui.timeline.sheet import EDGE, EVENTS_TOP, LABELS, LEAST_ROW, ROW, YEARS, ZOOM, Hit, Sheet
from workbench.gui.timeline.undated_band import band_height, lay_chips, paint_undated
from workbench.gui.timeline.years_band import name_words, paint_years
from workbench.review.timeline import Timeline

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.review.timeline import DatedEvent, PersonRow, UndatedEvent



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
        self.setMinimumHeight(round(self._height(LEAST_ROW)))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """How many levels the events' words need depends on the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._resize()

    def refilter(self) -> None:
        self._resize()

    def _people(self) -> tuple[PersonRow, ...]:
        if not self.show_terms:
            return ()
        return tuple(row for row in self.timeline.people if not self.only_a or "a" in row.articles)

    def _events(self) -> tuple[DatedEvent, ...]:
        return tuple(e for e in self.timeline.events if not self.only_a or e.article == "a") if self.show_events else ()

    def _undated(self) -> tuple[UndatedEvent, ...]:
        if not self.show_events:
            return ()
        told = ((event, {article for article, _ in event.spots}) for event in self.timeline.undated)
        return tuple(event for event, articles in told if not self.only_a or "a" in articles)

    def _articles(self) -> tuple[str, ...]:
        return tuple(article.article for article in self.timeline.articles if not self.only_a or article.article == "a")

    def _sides(self) -> tuple[float, float]:
        """Where both pictures begin and end."""
        labels = self._labels()
        return (EDGE, self.width() - labels) if self._look.mirrored else (labels, self.width() - EDGE)

    def _labels(self) -> float:
        """The width of the names, as far as it can be spared."""
        metrics = QFontMetricsF(self._look.plain(12.5, QFont.Weight.DemiBold))
        widest = max((metrics.horizontalAdvance(name_words(self._look, row)) for row in self._people()), default=0.0)
        return min(LABELS[1], max(LABELS[0], widest + 56))

    def _days(self) -> Scale | None:
        near = near_days(self.timeline) if self._events() else None
        return Scale(*near, *self._sides(), self._look.mirrored) if near is not None else None

    def _height(self, row: float) -> float:
        """What everything needs with rows of this height."""
        events, days = EVENTS_TOP, self._days()
        if days is not None:
            rows = lay_rows(self._look, days, self._articles(), self._events())
            events += HEAD + sum(one.height for one in rows) + FOOT + ZOOM
        left, right = self._sides()
        undated = band_height(lay_chips(self._look, self._undated(), right - left))
        return events + row * (len(self._articles()) + len(self._people())) + YEARS + undated

    def _row(self) -> float:
        """Lower rows rather than a picture that has to be scrolled."""
        rows = len(self._articles()) + len(self._people())
        spare = (self.height() - self._height(ROW)) / max(1, rows)
        return max(LEAST_ROW, min(ROW, ROW + spare))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("panel"))
        self._hits = []
        articles = tuple(one for one in self.timeline.articles if one.article in self._articles())
        sheet = Sheet(
            painter, look, float(self.width()), self._articles(), self._events(), articles, self._people(), self._row(),
            self._labels(),
        )  # fmt: skip
        outs = [row.on for row in self.timeline.people if row.on]
        span, y = all_years(self.timeline, outs), EVENTS_TOP
        if span is not None:
            years, days = Scale(*span, *self._sides(), look.mirrored), self._days()
            if days is not None:
                y = paint_events(sheet, days, years, y)
            paint_years(sheet, years, y, outs[0] if outs else None)
            y += sheet.row * (len(self._articles()) + len(self._people())) + YEARS
        if self._undated():
            paint_undated(sheet, self._undated(), self._sides(), y)
        self._hits = sheet.hits
        if self.hasFocus() and 0 <= self._at < len(self._hits):
            draw_focus(painter, look, self._hits[self._at].rect.adjusted(-4, -4, 4, 4))
        painter.end()

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
        self.setToolTip(plain_tip(hit.words) if hit else "")

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
