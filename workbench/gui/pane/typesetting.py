"""Setting an article: line height, space between paragraphs, a headline's size, a comfortable measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

if TYPE_CHECKING:
    from workbench.gui.look import Look


PADDING = 32
BODY, BODY_LINE = 19.5, 33.0
HEAD, HEAD_LINE = 24.0, 38.0
GAP, EMPTY = 8.0, 6.0
WIDEST = 30.0  # em; about 75 Arabic letters
JUSTIFIED = 14.0  # em; in a narrower measure Qt would part the letters of a word to fill the line

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


def typeset(document: QTextDocument, look: Look, width: int, headline: int, frame_only: bool = False) -> None:
    """Set the whole document for a page of this width; ``headline`` is where the headline ends, in units."""
    side = max(float(PADDING), (width - WIDEST * BODY * look.zoom) / 2)
    frame = document.rootFrame()
    format = frame.frameFormat()
    if (format.leftMargin(), format.topMargin(), format.bottomMargin()) != (side, 22.0, 64.0):
        format.setLeftMargin(side)
        format.setRightMargin(side)
        format.setTopMargin(22)
        format.setBottomMargin(64)
        frame.setFrameFormat(format)
    _justify(document, width - 2 * side >= JUSTIFIED * BODY * look.zoom)
    if frame_only:
        return
    document.setDefaultFont(look.text(BODY * look.zoom))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(_body(look.zoom))
    cursor.setCharFormat(QTextCharFormat())
    block = document.begin()
    while block.isValid():
        if block.length() == 1 or block.position() < headline:
            _special(block, look, headline)
        block = block.next()
    cursor.endEditBlock()


def _justify(document: QTextDocument, justified: bool) -> None:
    option = document.defaultTextOption()
    wanted = Qt.AlignmentFlag.AlignJustify if justified else Qt.AlignmentFlag.AlignLeading
    if option.alignment() != wanted:
        option.setAlignment(wanted)
        document.setDefaultTextOption(option)


def typeset_block(block: QTextBlock, look: Look, headline: int) -> None:
    """Set one paragraph after its words changed."""
    if block.length() == 1 or block.position() < headline:
        _special(block, look, headline)
    elif block.blockFormat().lineHeight() != BODY_LINE * look.zoom:
        cursor = QTextCursor(block)
        cursor.setBlockFormat(_body(look.zoom))
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.setCharFormat(QTextCharFormat())


def _body(zoom: float) -> QTextBlockFormat:
    format = QTextBlockFormat()
    format.setLineHeight(BODY_LINE * zoom, _FIXED)
    format.setBottomMargin(GAP * zoom)
    return format


def _special(block: QTextBlock, look: Look, headline: int) -> None:
    format = QTextBlockFormat()
    cursor = QTextCursor(block)
    if block.length() == 1:
        format.setLineHeight(EMPTY * look.zoom, _FIXED)
        cursor.setBlockFormat(format)
        return
    format.setLineHeight(HEAD_LINE * look.zoom, _FIXED)
    format.setBottomMargin(GAP * look.zoom)
    format.setAlignment(Qt.AlignmentFlag.AlignLeading)
    cursor.setBlockFormat(format)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    letters = QTextCharFormat()
    font: QFont = look.text(HEAD * look.zoom, bold=True)
    letters.setFont(font)
    cursor.setCharFormat(letters)
