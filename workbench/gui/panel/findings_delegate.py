"""Painting the findings' list: headings of families, rows with both quotations, severity, event and state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.gui.icons import draw_icon, draw_severity
from workbench.gui.lineup import SIDE, LineUp
from workbench.gui.palettes import mixed
from workbench.gui.panel.findings_model import FindingRole, kind_words

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.review.rows import FindingRow

HEADING, ROW = 26, 48


class FindingsDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.current: str | None = None
        self.focused = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        return QSize(200, ROW if index.parent().isValid() else HEADING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if not index.parent().isValid():
            self._paint_heading(painter, rect, index)
        else:
            row: FindingRow = index.data(FindingRole.ROW)
            self.focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._paint_row(painter, rect, row, hover)
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = self._look
        painter.fillRect(rect, look.colour("panel"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(rect.bottomLeft() - QPointF(0, 0.5), rect.bottomRight() - QPointF(0, 0.5))
        family, name, count = (index.data(role) for role in (FindingRole.FAMILY, FindingRole.NAME, FindingRole.COUNT))
        line = LineUp(rect, look.mirrored)
        draw_icon(painter, family, line.take(15, 9), look.palette.family(family), look.mirrored)
        bold = look.plain(12.5, QFont.Weight.DemiBold)
        line.words(painter, name, bold, look.colour("ink"), 8)
        line.words(painter, look.figures(count), look.plain(12), look.colour("ink2"))

    def _paint_row(self, painter: QPainter, rect: QRectF, row: FindingRow, hover: bool) -> None:
        look, palette = self._look, self._look.palette
        current = row.key == self.current
        painter.fillRect(rect, look.colour("selection" if current else "raised"))
        if hover and not current:
            painter.fillRect(rect, mixed(look.colour("ink"), 0.06))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(rect.bottomLeft() - QPointF(0, 0.5), rect.bottomRight() - QPointF(0, 0.5))
        if current:
            width = 2.4 if self.focused else 1.5
            painter.setPen(QPen(look.colour("accent"), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2))
        state_side = 16.0
        x = rect.left() + SIDE if look.mirrored else rect.right() - SIDE - state_side
        draw_icon(painter, row.state, QRectF(x, rect.center().y() - 8, 16, 16), palette.state(row.state), look.mirrored,
                  look.colour("raised"))  # fmt: skip
        body = QRectF(rect)
        if look.mirrored:
            body.setLeft(x + state_side + 10)
        else:
            body.setRight(x - 10)
        dismissed = row.state == "dismissed"
        self._paint_quotations(painter, QRectF(body.left(), body.top() + 3, body.width(), 25), row, dismissed)
        below = QRectF(body.left(), body.top() + 28, body.width(), 17)
        line = LineUp(below, look.mirrored)
        draw_severity(painter, line.take(14, 8).adjusted(0, 2, 0, -2), row.finding.severity, look.colour("ink2"),
                      look.colour("edge"))  # fmt: skip
        small = look.plain(11.5)
        line.words(painter, kind_words(look, row), small, look.colour("ink2"), 6)
        for words in (look.day(row.day) if row.day else "", look.pick(row.event) if row.event else _beside(look, row)):
            if words:
                line.words(painter, "·", small, look.colour("ink3"), 6)
                line.words(painter, words, small, look.colour("ink2"), 6)

    def _paint_quotations(self, painter: QPainter, rect: QRectF, row: FindingRow, struck: bool) -> None:
        """Both quotations with the sign of what lies between them, from the interface's start."""
        look = self._look
        font = look.text(17)
        font.setStrikeOut(struck)
        colour = look.colour("ink3" if struck or row.orphan else "ink")
        line = LineUp(rect, look.mirrored)
        quotations = row.quotations[:2]
        paired = len(quotations) == 2 and row.finding.family not in ("copy", "sourcing")
        if not paired:
            words = quotations[0][1] if quotations else look.pick(row.finding.message)
            line.words(painter, _one_line(words), font, colour)
            return
        metrics = QFontMetricsF(font)
        widths = [metrics.horizontalAdvance(_one_line(words)) for _, words in quotations]
        room = rect.width() - 2 * SIDE - 30
        half = room / 2
        first = min(widths[0], max(half, room - widths[1]))
        second = min(widths[1], max(half, room - first))
        line.words(painter, _one_line(quotations[0][1]), font, colour, 7, first)
        sign = row.relation if row.finding.family == "contradiction" else row.finding.family
        sign_colour = look.palette.relation(sign) if sign in look.palette.relations else look.palette.family(sign)
        draw_icon(painter, sign, line.take(14, 7), sign_colour, look.mirrored)
        line.words(painter, _one_line(quotations[1][1]), font, colour, 0, second)


def _beside(look: Look, row: FindingRow) -> str:
    if row.finding.scope == "internal" and row.quotations:
        return look.say("inside", letter=look.letter(row.quotations[0][0]))
    return look.say("no-event") if row.finding.family == "contradiction" else ""


def _one_line(words: str) -> str:
    return " ".join(words.split())
