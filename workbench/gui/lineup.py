"""Painting icons and words one after another from the interface's start, each given the room that is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont, QPainter

SIDE = 13.0


class LineUp:
    """Pieces in one line of ``rect``, from its right edge where the interface is mirrored; ``SIDE`` stays free at
    both ends."""

    def __init__(self, rect: QRectF, mirrored: bool) -> None:
        self._rect, self._mirrored = rect, mirrored
        self._at = rect.right() - SIDE if mirrored else rect.left() + SIDE

    def take(self, width: float, gap: float) -> QRectF:
        """A square of this width at the place reached, which moves on by it and the gap."""
        left = self._at - width if self._mirrored else self._at
        self._at += -(width + gap) if self._mirrored else width + gap
        return QRectF(left, self._rect.center().y() - width / 2, width, width)

    def left(self) -> float:
        """The room that is left."""
        return self._at - self._rect.left() - 4 if self._mirrored else self._rect.right() - self._at - 4

    def words(
        self, painter: QPainter, words: str, font: QFont, colour: QColor, gap: float = 0, most: float | None = None
    ) -> None:
        """Words at the place reached, ended in dots where they need more than ``most`` or the room that is left."""
        metrics = QFontMetricsF(font)
        room = max(0.0, self.left() if most is None else min(most, self.left()))
        elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room + 0.5)
        width = metrics.horizontalAdvance(elided)
        left = self._at - width if self._mirrored else self._at
        painter.setFont(font)
        painter.setPen(colour)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        rect = QRectF(left - 1, self._rect.top(), width + 2, self._rect.height())
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(rect, int(flags), elided)
        self._at += -(width + gap) if self._mirrored else width + gap
