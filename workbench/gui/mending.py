"""The popover with a suggested mend, below its words while the draft is edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.chips import Chip
from workbench.gui.panel.details import IconSquare, plain_label

if TYPE_CHECKING:
    from workbench.checks.values import Finding
    from workbench.gui.bench import Bench
    from workbench.gui.look import Look
    from workbench.gui.pane.article_view import ArticleView

WIDTH = 390


class MendPopover(QFrame):
    """Old words struck, new words beside them, accept, the other one, close. Shown over the draft's pane for the
    current finding; ``Enter``, ``Alt ↓`` and ``Esc`` do what its buttons do."""

    def __init__(self, look: Look, bench: Bench, view: ArticleView, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._bench, self._view = look, bench, view
        self._finding: Finding | None = None
        self._number = 0
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 12, 14, 12)
        self._layout.setSpacing(8)
        self.hide()
        view.moved.connect(self._place)

    def show_for(self, finding: Finding | None) -> None:
        """Offer the finding's mends, or go away where it has none in the draft."""
        mends = [mend for mend in finding.mends if mend.article == "a"] if finding else []
        self._finding, self._number = finding, 0
        if not mends:
            self.hide()
            return
        self._fill()
        self._place()
        self.show()
        self.raise_()
        self.setFocus()

    def _fill(self) -> None:
        finding, look = self._finding, self._look
        assert finding is not None
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(IconSquare(look, finding.family, finding.family))
        head.addWidget(plain_label(look.say("mend.title"), look.plain(12.5, QFont.Weight.DemiBold), "ink2", look), 1)
        if len(finding.mends) > 1:
            place = look.say("details.place", n=self._number + 1, all=len(finding.mends))
            count = plain_label(place, look.plain(12), "ink2", look)
            count.setFixedWidth(70)
            head.addWidget(count)
        column.addLayout(head)
        mend = finding.mends[self._number]
        draft = self._bench.draft(mend.article)
        old = " ".join((draft.text[mend.start : mend.end] if draft else "").split())
        self._fill_change(column, old if len(old) < 90 else f"{old[:90]}…", mend.replacement.strip())
        if finding.evidence:
            why = look.pick(finding.evidence[-1].text)
            column.addWidget(plain_label(why, look.plain(12), "ink2", look))
        column.addLayout(self._buttons(len(finding.mends)))
        while self._layout.count():
            item = self._layout.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._layout.addWidget(body)
        body.show()  # what is not shown has no size for a layout
        self._layout.activate()
        # Labels that wrap have no height of their own: only the layout knows it for a width.
        height = self._layout.totalHeightForWidth(WIDTH)
        self.resize(WIDTH, height if height > 0 else self._layout.totalSizeHint().height())

    def _fill_change(self, column: QVBoxLayout, old: str, new: str) -> None:
        """The words that stand there and those that would: in one line with an arrow where both are short."""
        look = self._look
        font = look.text(20)
        font.setStrikeOut(True)
        before = plain_label(old, font, "ink3", look)
        if not new:
            column.addWidget(before)
            column.addWidget(plain_label(look.say("mend.remove"), look.plain(13), "ink", look))
            return
        bold = look.text(21, bold=True)
        after = plain_label(new, bold, "ink", look)
        after.setStyleSheet(f"color: {look.palette.ink}; background: {look.palette.selection}; padding: 2px 8px;")
        needed = QFontMetricsF(font).horizontalAdvance(old) + QFontMetricsF(bold).horizontalAdvance(new) + 60
        if needed > WIDTH - 28:
            column.addWidget(before)
            column.addWidget(after)
            return
        row = QHBoxLayout()
        row.setSpacing(10)
        for label in (before, after):
            label.setWordWrap(False)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row.addWidget(before)
        row.addWidget(IconSquare(look, "updates", ""))
        row.addWidget(after)
        row.addStretch(1)
        column.addLayout(row)

    def _buttons(self, mends: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for key, cap, run in (
            ("mend.accept", "Enter", self.accept), ("mend.other", "Alt ↓", self.other),
            ("mend.close", "Esc", self.leave),
        ):  # fmt: skip
            if key == "mend.other" and mends < 2:
                continue
            chip = Chip(self._look, "", 28)
            chip.radius, chip.filled = 5, key == "mend.accept"
            chip.quiet = key == "mend.close"
            chip.set_words(self._look.say(key))
            chip.set_cap(cap)
            chip.clicked.connect(run)
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _place(self) -> None:
        """Below the words, inside the pane."""
        finding = self._finding
        if finding is None or not finding.mends:
            return
        mend = finding.mends[self._number]
        units = self._view.offsets.units
        boxes = self._view.geometry_of.boxes(units(mend.start), units(min(mend.end, mend.start + 40)))
        if not boxes:
            return
        box = boxes[-1]
        y = box.middle - self._view.top() + 22 * self._look.zoom
        x = (box.left + box.right) / 2 - WIDTH / 2
        over = self.parentWidget()
        if over is None:
            return
        corner = self._view.viewport().mapTo(over, QPoint(round(x), round(y)))
        room = over.rect()
        left = min(max(corner.x(), 8), room.width() - WIDTH - 8)
        top = min(max(corner.y(), 8), room.height() - self.height() - 8)
        self.move(left, top)

    def accept(self) -> None:
        finding = self._finding
        if finding is not None and self._number < len(finding.mends):
            self.leave()
            self._bench.accept(finding.mends[self._number])

    def other(self) -> None:
        if self._finding is not None:
            self._number = (self._number + 1) % len(self._finding.mends)
            self._fill()
            self._place()
            self.setFocus()

    def leave(self) -> None:
        self.hide()
        self._view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        elif event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.other()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("accent"), 1.3))
        painter.setBrush(self._look.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()
