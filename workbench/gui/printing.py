"""Printing both articles with their findings listed below, as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QPageLayout,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from workbench.gui.offsets import shown
from workbench.gui.palettes import LIGHT
from workbench.review.rows import arrange

if TYPE_CHECKING:
    from workbench.gui.window import Window


def printed_document(window: Window) -> QTextDocument:
    """The comparison as one document of plain paragraphs: titles, texts, then the findings by family."""
    look, bench = window.look, window.bench
    document = QTextDocument()
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    document.setDefaultTextOption(option)
    cursor = QTextCursor(document)

    def paragraph(words: str, size: float, bold: bool = False, interface: bool = False) -> None:
        format = QTextCharFormat()
        format.setFont(look.plain(size) if interface else look.text(size, bold))
        format.setForeground(QColor(LIGHT.ink))
        block = QTextBlockFormat()
        block.setBottomMargin(6)
        cursor.insertBlock(block, format)
        cursor.insertText(shown(words), format)

    for number, draft in enumerate(bench.drafts):
        paragraph(look.letter("abcdefghij"[number]), 15, True)
        for line in draft.text.split("\n"):
            if line.strip():
                paragraph(line, 14)
    for group in arrange(bench.rows()):
        paragraph(look.say(f"family.{group.name}"), 14, True)
        for row in group.rows:
            paragraph(f"{look.say(f'state.{row.state}')} · {look.pick(row.finding.message)}", 11, interface=True)
            for article, words in row.quotations:
                paragraph(look.say("quoted", letter=look.letter(article), words=" ".join(words.split())), 12)
            if row.note:
                paragraph(row.note, 11, interface=True)
    return document


def print_comparison(window: Window) -> None:
    """Ask for a printer and print; nothing happens where a person cancels."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(window.look.say("print.title"))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    dialog = QPrintDialog(printer, window)
    if dialog.exec():
        printed_document(window).print_(printer)
