"""Which report supports which claim of the draft: one column a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout

from workbench.gui.bench import ARTICLES
from workbench.gui.icons import make_icon
from workbench.review.pairing import claim_words, supports

if TYPE_CHECKING:
    from workbench.gui.window import Window


class SupportsDialog(QDialog):
    """A claim of A a row; a click on a cell goes to the claim, with that report beside it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        look, bench = window.look, window.bench
        self._window = window
        self.setWindowTitle(look.say("supports.title"))
        self.resize(720, 560)
        self._articles = tuple(ARTICLES[1 : len(bench.drafts)])
        result = bench.result
        table = supports(result, self._articles) if result else {}
        texts = {reading.article.id: reading.article.text for reading in (result.readings if result else ())}
        self._claims = [claim for claim in (result.claims if result else ()) if claim.id in table]
        self.table = QTableWidget(len(self._claims), 1 + len(self._articles))
        self.table.setHorizontalHeaderLabels([look.say("supports.claim"), *map(look.letter, self._articles)])
        self.table.horizontalHeader().setMinimumSectionSize(44)  # a report that says nothing to the draft needs no more
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(look.say("supports.title"))
        for number, claim in enumerate(self._claims):
            item = QTableWidgetItem(claim_words(claim, texts))
            item.setFont(look.text(16))
            self.table.setItem(number, 0, item)
            for place, article in enumerate(self._articles, 1):
                standing = table[claim.id].get(article)
                if standing is not None:
                    cell = QTableWidgetItem(look.say(f"claims.{standing}"))
                    cell.setIcon(make_icon(standing, look.palette.relation(standing), mirror=look.mirrored))
                    self.table.setItem(number, place, cell)
        self.table.cellClicked.connect(self._go)
        self.table.cellActivated.connect(self._go)  # by the Enter key
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)

    def _go(self, row: int, column: int) -> None:
        if column:
            self._window.bench.show_other(self._articles[column - 1])
        claim = self._claims[row]
        self._window.workspace.go(claim.article, claim.span.start)
