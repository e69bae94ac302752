"""One article's pane: its header, its text, its overview strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.gui.chips import Chip, LetterBadge, Line
from workbench.gui.dates import date_chip_words
from workbench.gui.marks import NO_MARKS
from workbench.gui.pane.article_view import ArticleView
from workbench.gui.pane.strip import OverviewStrip
from workbench.gui.plainwords import plain_tip

if TYPE_CHECKING:
    from workbench.engine import Draft
    from workbench.gui.look import Look
    from workbench.mentions.reading import ArticleReading

HEADER = 74


class PaneHeader(QWidget):
    """Letter, title, date chip, words; a chip for editing in the draft's."""

    def __init__(self, look: Look, article: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(HEADER)
        self.badge = LetterBadge(look, article)
        self.title = Line(look, look.text(20, bold=True), height=32)
        self.date = Chip(look, "interval")
        self.words = Line(look, look.plain(12), "ink3", 18)
        self.picker = Chip(look, "down")
        self.picker.hide()
        self.editing = Chip(look, "corrected")
        self.editing.setCheckable(True)
        self.editing.hide()
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.badge)
        top.addWidget(self.title, 1)
        top.addWidget(self.picker)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.date)
        below.addWidget(self.editing)
        below.addWidget(self.words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 5, 20, 8)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addLayout(below)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("paper"))
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def show_article(self, draft: Draft | None, reading: ArticleReading | None) -> None:
        look = self._look
        self.title.set_font(look.text(20, bold=True))
        self.words.set_font(look.plain(12))
        if draft is None:
            self.title.set_words(look.say("pane.none"))
            self.date.hide()
            self.words.set_words("")
            return
        first = next((line.strip() for line in draft.text.splitlines() if line.strip()), "")
        self.title.set_words(reading.article.title if reading and reading.article.title else first)
        words = len(draft.text.split())
        self.words.set_words(look.count("pane.words", words))
        given = date_chip_words(look, draft, reading)
        self.date.icon_name, self.date.dashed = given.icon, given.dashed
        self.date.set_words(given.words)
        self.date.setToolTip(plain_tip(given.why))
        self.date.show()


class Pane(QWidget):
    """``article`` is the id of what it shows. The strip stands at the outer side: the pane's own beginning for A,
    its end for B, which follows the interface's direction by itself."""

    edit_asked = Signal(bool)

    def __init__(self, look: Look, article: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.article = look, article
        self.first = article == "a"
        self.header = PaneHeader(look, article)
        self.view = ArticleView(look)
        self.strip = OverviewStrip(look, self.view)
        row = QHBoxLayout()
        row.setSpacing(0)
        pieces: list[QWidget] = [self.strip, self.view] if self.first else [self.view, self.strip]
        for piece in pieces:
            row.addWidget(piece)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(row, 1)
        self.setMinimumWidth(320)
        self.header.editing.toggled.connect(self.edit_asked)

    def apply_look(self) -> None:
        self.view.outer_right = self.look.mirrored == self.first
        self.view.apply_look()
        self.view.setAccessibleName(self.look.say("pane.article", letter=self.look.letter(self.article)))
        self.header.editing.set_words(self.look.say("pane.editing"))
        self.header.editing.set_cap("E")
        self.header.badge.update()
        self.strip.forget()

    def show_draft(self, article: str, draft: Draft | None, reading: ArticleReading | None) -> None:
        """Put another text on the pane."""
        self.article = article
        self.header.badge.set_article(article)
        headline = headline_end(reading)
        self.view.show_text(draft.text if draft else "", headline)
        self.view.setEnabled(draft is not None)
        self.header.show_article(draft, reading)
        self.strip.forget()

    def take_reading(self, draft: Draft | None, reading: ArticleReading | None) -> None:
        """The text is the same; what is known of it is new."""
        if reading is not None:
            self.view.set_headline(headline_end(reading))
        self.header.show_article(draft, reading)
        self.strip.forget()

    def clear_marks(self) -> None:
        self.view.set_marks(NO_MARKS, NO_MARKS)
        self.strip.forget()

    def set_current(self, key: str | None) -> None:
        self.view.current = key
        self.view.viewport().update()
        self.strip.update()

    def focusInEvent(self, event: object) -> None:  # noqa: N802
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)


def headline_end(reading: ArticleReading | None) -> int:
    if reading is None:
        return 0
    return next((part.end for part in reading.article.parts if part.kind == "headline"), 0)
