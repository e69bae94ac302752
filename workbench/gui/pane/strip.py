"""The overview beside a pane: a tick a finding, the visible range, the current one; it scrolls the pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QWidget

from workbench.gui.palettes import mixed

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.gui.pane.article_view import ArticleView

_WIDTHS = {"high": 8.0, "medium": 6.0, "low": 4.0}


class OverviewStrip(QWidget):
    """Reads everything from the view it stands beside."""

    def __init__(self, look: Look, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._view = look, view
        self.setFixedWidth(14)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._ticks: tuple[tuple[float, str, str, str], ...] | None = None
        view.moved.connect(self.update)
        view.document().documentLayout().documentSizeChanged.connect(self._relaid)
        view.settled.connect(self.forget)

    def _relaid(self) -> None:
        if self._view.laid_out:
            self.forget()

    def forget(self) -> None:
        """Marks or the layout changed: ticks are placed anew at the next paint."""
        self._ticks = None
        self.update()

    def _placed(self) -> tuple[tuple[float, str, str, str], ...]:
        """Where each tick stands, as a share of the whole: by its place among the letters while lines are still being
        laid out."""
        if self._ticks is None:
            places = self._by_height() if self._view.laid_out else self._by_letters()
            marks = self._view.findings.marks
            self._ticks = tuple(
                (place, mark.family or "", mark.severity, mark.name) for place, mark in zip(places, marks, strict=True)
            )
        return self._ticks

    def _by_letters(self) -> list[float]:
        length = max(1, self._view.document().characterCount())
        return [mark.start / length for mark in self._view.findings.marks]

    def _by_height(self) -> list[float]:
        document = self._view.document()
        layout, height = document.documentLayout(), max(1.0, self._view.whole_height())
        places, begin, end, top, high = [], 0, 0, 0.0, 0.0
        for mark in self._view.findings.marks:  # they rise: most stand in the paragraph of the one before
            if not begin <= mark.start < end:
                block = document.findBlock(mark.start)
                rect = layout.blockBoundingRect(block)
                begin, end = block.position(), block.position() + max(1, block.length())
                top, high = rect.top(), rect.height()
            places.append((top + high * (mark.start - begin) / (end - begin)) / height)
        return places

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look, palette = self._look, self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("panel"))
        painter.setPen(QPen(look.colour("line"), 1))
        inner = 0.5 if self._view.outer_right else self.width() - 0.5
        painter.drawLine(QPointF(inner, 0), QPointF(inner, self.height()))
        bar = self._view.verticalScrollBar()
        whole = bar.maximum() + bar.pageStep()
        if bar.maximum() > 0:
            top, length = bar.value() / whole * self.height(), bar.pageStep() / whole * self.height()
            painter.setPen(QPen(look.colour("edge"), 1))
            painter.setBrush(mixed(look.colour("ink"), 0.07))
            painter.drawRoundedRect(QRectF(2, top + 0.5, self.width() - 4, max(12, length - 1)), 3, 3)
        middle = self.width() / 2
        pointer = None
        painted = set()
        for share, family, severity, name in self._placed():
            y = share * self.height()
            width = _WIDTHS[severity]
            spot = (round(y), family, severity)
            if spot not in painted:  # thousands of ticks have no more than some hundred places
                painted.add(spot)
                painter.fillRect(QRectF(middle - width / 2, y - 1.5, width, 3), palette.family(family))
            if name == self._view.current and pointer is None:
                pointer = (y, palette.family(family))
        if pointer is not None:
            y, colour = pointer
            edge, tip = (self.width(), middle) if not self._view.outer_right else (0, middle)
            if self._view.outer_right:
                edge, tip = 0, middle
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPolygon(QPolygonF([QPointF(edge, y - 5), QPointF(edge, y + 5), QPointF(tip + 2, y)]))
        painter.end()

    def _scroll_to(self, y: float) -> None:
        bar = self._view.verticalScrollBar()
        whole = bar.maximum() + bar.pageStep()
        bar.setValue(round(y / max(1, self.height()) * whole - bar.pageStep() / 2))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._scroll_to(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scroll_to(event.position().y())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        self._view.wheelEvent(event)
