"""Where stretches of a document lie on the page: one box a line, taken from the text layout's own positions."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

ABOVE, BELOW = 12.0, 14.5  # a mark's band around its line's middle at zoom 1, in pixels

_TRAILING = QTextLine.Edge.Trailing


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch's part on one line, in the document's pixels; ``middle`` is the line's middle."""

    left: float
    right: float
    middle: float

    def band(self, scale: float) -> QRectF:
        return QRectF(self.left, self.middle - ABOVE * scale, self.right - self.left, (ABOVE + BELOW) * scale)


class TextGeometry:
    """Boxes of one document, remembered until ``clear``. Offsets are UTF-16 units."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._boxes: dict[tuple[int, int], tuple[Box, ...]] = {}
        self._squared: set[int] = set()

    def clear(self) -> None:
        self._boxes.clear()
        self._squared.clear()

    def square(self, block: QTextBlock) -> None:
        """Put a paragraph's lines flush, once for each layout."""
        number = block.blockNumber()
        if number not in self._squared:
            self._squared.add(number)
            square_up(block)

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        found = self._boxes.get((start, end))
        if found is None:
            found = self._boxes[start, end] = tuple(self._measure(start, end))
        return found

    def middle(self, unit: int) -> float:
        """The middle of the line on which a unit stands."""
        boxes = self.boxes(unit, unit + 1)
        return boxes[0].middle if boxes else 0.0

    def line_at(self, y: float) -> tuple[int, int]:
        """Where the line begins and ends that stands at a height of the text; between paragraphs the next one's first.

        Qt's own ``hitTest`` takes a point for the text's end where a long text is not laid out beyond it.
        """
        document = self._document
        low, step = 0, 8
        while low + step < document.blockCount() and self._bottom(low + step) < y:
            low, step = low + step, 2 * step
        numbers = range(low, min(low + step + 1, document.blockCount()))
        place = bisect_left(numbers, y, hi=len(numbers) - 1, key=self._bottom)
        block = document.findBlockByNumber(numbers[place])
        top, lines = document.documentLayout().blockBoundingRect(block).top(), block.layout()
        count = lines.lineCount()
        if not count:
            return block.position(), block.position() + block.length()

        def bottom(number: int) -> float:
            line = lines.lineAt(number)
            return float(top + line.y() + line.height())

        line = lines.lineAt(bisect_left(range(count), y, hi=count - 1, key=bottom))
        begin = block.position() + line.textStart()
        return begin, begin + line.textLength()

    def _bottom(self, number: int) -> float:
        block = self._document.findBlockByNumber(number)
        return float(self._document.documentLayout().blockBoundingRect(block).bottom())

    def _measure(self, start: int, end: int) -> list[Box]:
        boxes: list[Box] = []
        layout = self._document.documentLayout()
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < end:
            origin = layout.blockBoundingRect(block).topLeft()
            self.square(block)
            boxes.extend(_block_boxes(block, origin, start - block.position(), end - block.position()))
            block = block.next()
        return boxes


def square_up(block: QTextBlock) -> None:
    """Put each line of a right-to-left paragraph flush with its right edge.

    Qt leaves room for a line's trailing space when it justifies from right to left, and then begins at the left: the
    right edge, where the eye returns to, comes out ragged by a space's width.
    """
    if block.textDirection() != Qt.LayoutDirection.RightToLeft:
        return
    layout, text = block.layout(), block.text()
    # PySide crashes when asked for a line beyond lineCount. The last line stands right already.
    for number in range(layout.lineCount() - 1):
        line = layout.lineAt(number)
        short = line.width() - _right_edge(line, text)
        if 0.05 < short < line.width() / 4:
            line.setPosition(QPointF(line.x() + short, line.y()))


def _right_edge(line: QTextLine, text: str) -> float:
    """Where a right-to-left line begins: at its first letter, or at the end of the figures that stand before it."""
    edge = 0.0
    start = line.textStart()
    for unit in range(start, start + min(24, line.textLength())):
        edge = max(edge, _x(line, unit), _x(line, unit, trailing=True))
        if unit < len(text) and bidirectional(text[unit]) in ("R", "AL"):
            break
    return edge


def _block_boxes(block: QTextBlock, origin: QPointF, start: int, end: int) -> list[Box]:
    boxes: list[Box] = []
    text = block.text()
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        units = text.encode("utf-16-le") if not text.isascii() and len(text) != block.length() - 1 else None
        while last - 1 > first and _is_space(text, units, last - 1):
            last -= 1
        # At the border of figures in a right-to-left line Qt's cursor jumps to the figures' far edge: only with the
        # place after the last unit do the edges hold the whole stretch.
        edges: list[float] = [_x(line, last)]
        for unit in range(first, last):
            edges.append(_x(line, unit))
            edges.append(_x(line, unit, trailing=True))
        top = origin.y() + line.position().y()
        left = origin.x()
        boxes.append(Box(left + min(edges), left + max(edges), top + line.height() / 2))
    return boxes


def _x(line: QTextLine, unit: int, trailing: bool = False) -> float:
    placed: Any = line.cursorToX(unit, _TRAILING) if trailing else line.cursorToX(unit)
    return float(placed[0])  # the second is the unit that was found


def _is_space(text: str, units: bytes | None, unit: int) -> bool:
    if units is not None:
        return units[2 * unit : 2 * unit + 2] in (b" \0", b"\xa0\0", b"\t\0")
    return unit < len(text) and text[unit].isspace()
