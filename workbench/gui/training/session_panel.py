"""The trainee's panel: name, clock and hints above, the marks made so far, and what is said of the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.gui.chips import Chip
from workbench.gui.icons import make_icon
from workbench.gui.panel.details import plain_label
from workbench.gui.training.fault_form import FaultForm
from workbench.gui.training.texts import joined_quotes
from workbench.wording import LRM, isolated, left_to_right

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.training.values import Exercise, Mark, Paper

WIDTH = 424


class SessionPanel(QWidget):
    """Only shows and asks: every signal is a wish, the page answers with ``show_paper``."""

    mark_asked = Signal()
    link_asked = Signal()
    delete_asked = Signal()
    hint_asked = Signal()
    hand_in_asked = Signal()
    leave_asked = Signal()
    chosen = Signal(str)
    answered = Signal(str, str)  # a field of the current mark and its words
    named = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("body")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(340)
        self.name = QLineEdit()
        self.name.setMaxLength(120)
        self.name.setMinimumHeight(28)
        self.clock_on = QCheckBox()
        self.clock = QLabel()
        self.hint = Chip(look, "unsure", 28)
        self.hint_words = plain_label("", look.plain(12.5), "ink2", look)
        self.hint_words.hide()
        self.count = QLabel()
        self.glosses = plain_label("", look.plain(12.5), "ink", look, True)
        self.glosses.setObjectName("body")
        self.gloss_area = QScrollArea()
        self.gloss_area.setWidgetResizable(True)
        self.gloss_area.setFrameShape(QFrame.Shape.NoFrame)
        self.gloss_area.setWidget(self.glosses)
        self.gloss_area.setMaximumHeight(108)
        self.gloss_area.hide()
        self.marks = QListWidget()
        self.marks.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.marks.setWordWrap(True)
        self.marks.setIconSize(QSize(18, 18))
        self.filler = QWidget()
        self.empty = plain_label("", look.plain(13), "ink2", look)
        self.mark, self.link, self.delete = Chip(look, "corrected", 30), Chip(look, "join", 30), Chip(look, "cross", 30)
        self.form = FaultForm(look)
        self.why, self.verify = QPlainTextEdit(), QPlainTextEdit()
        self.hand_in, self.leave = Chip(look, "", 34), Chip(look, "", 34)
        self.hand_in.filled = True
        for chip in (self.hint, self.mark, self.link, self.delete, self.hand_in, self.leave):
            chip.radius, chip.pixels = 5, 12.5
        for box in (self.why, self.verify):
            box.setTabChangesFocus(True)
            box.setFixedHeight(58)
        self._lay_out()
        self._showing = False
        self._connect()

    def _lay_out(self) -> None:
        self._labels = {name: QLabel() for name in ("why", "verify")}
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.clock_on)
        top.addWidget(self.clock)
        hints = QHBoxLayout()
        hints.addWidget(self.count, 1)
        hints.addWidget(self.hint)
        tools = QHBoxLayout()
        for chip in (self.mark, self.link, self.delete):
            tools.addWidget(chip)
        tools.addStretch(1)
        end = QHBoxLayout()
        end.addWidget(self.hand_in)
        end.addWidget(self.leave)
        end.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addLayout(hints)
        layout.addWidget(self.hint_words)
        layout.addWidget(self.gloss_area)
        layout.addLayout(tools)
        layout.addWidget(self.empty)
        layout.addWidget(self.marks, 1)
        layout.addWidget(self.filler, 1)
        self.details = QWidget()
        inner = QVBoxLayout(self.details)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(self.form)
        for name, box in (("why", self.why), ("verify", self.verify)):
            inner.addWidget(self._labels[name])
            inner.addWidget(box)
        layout.addWidget(self.details)
        layout.addLayout(end)

    def _connect(self) -> None:
        self.mark.clicked.connect(self.mark_asked)
        self.link.clicked.connect(self.link_asked)
        self.delete.clicked.connect(self.delete_asked)
        self.hint.clicked.connect(self.hint_asked)
        self.hand_in.clicked.connect(self.hand_in_asked)
        self.leave.clicked.connect(self.leave_asked)
        self.clock_on.toggled.connect(self.clock.setVisible)
        self.clock.hide()
        self.marks.currentItemChanged.connect(self._current)
        self.form.family_chosen.connect(lambda family: self.answered.emit("family", family))
        self.form.kind_chosen.connect(lambda kind: self.answered.emit("kind", kind))
        self.why.textChanged.connect(lambda: self._typed("why", self.why))
        self.verify.textChanged.connect(lambda: self._typed("verify", self.verify))
        self.name.textEdited.connect(self.named)

    def _typed(self, field: str, box: QPlainTextEdit) -> None:
        if not self._showing:
            self.answered.emit(field, box.toPlainText()[:4000])

    def _current(self, item: QListWidgetItem | None, _: object) -> None:
        if item is not None and not self._showing:
            self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    def apply_look(self) -> None:
        look = self._look
        say = look.say
        self.name.setPlaceholderText(say("train.your-name"))
        self.name.setAccessibleName(say("train.your-name"))
        self.name.setFont(look.plain(13))
        self.clock_on.setText(say("train.clock"))
        self.mark.set_words(say("train.mark"))
        self.link.set_words(say("train.link"))
        self.delete.set_words(say("train.delete"))
        self.hand_in.set_words(say("train.hand-in"))
        self.leave.set_words(say("train.leave"))
        self.empty.setText(say("train.no-marks"))
        self.marks.setAccessibleName(say("train.marks"))
        self.marks.setFont(look.text(16))
        for name, label in self._labels.items():
            label.setText(say(f"train.{name}"))
            label.setFont(look.plain(12))
        for name, box in (("why", self.why), ("verify", self.verify)):
            box.setAccessibleName(say(f"train.{name}"))
            box.setFont(look.plain(13))
        for label in (self.empty, self.hint_words):
            label.setFont(look.plain(13))
            label.setStyleSheet(f"color: {look.palette.ink2};")
            side = Qt.AlignmentFlag.AlignRight if look.mirrored else Qt.AlignmentFlag.AlignLeft
            label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self.form.apply_look()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keys are named where there is room for them."""
        wide = event.size().width() >= WIDTH
        self.mark.set_cap("Ctrl M" if wide else "")
        self.link.set_cap("Ctrl L" if wide else "")
        super().resizeEvent(event)

    # What there is to show

    def show_paper(self, exercise: Exercise, paper: Paper, current: str | None) -> None:
        """The marks of a paper and the current one's answers."""
        look = self._look
        self._showing = True
        self.marks.clear()
        for mark in paper.marks:
            item = QListWidgetItem(mark_line(look, exercise, mark))
            item.setData(Qt.ItemDataRole.UserRole, mark.id)
            item.setIcon(make_icon(mark.family or "open", look.palette.family(mark.family or "open"),
                                   mirror=look.mirrored))  # fmt: skip
            self.marks.addItem(item)
            if mark.id == current:
                self.marks.setCurrentItem(item)
        self.count.setText(look.count("train.count", len(paper.marks)) if paper.marks else "")
        self.count.setFont(look.plain(12.5))
        self.empty.setVisible(not paper.marks)
        self.marks.setVisible(bool(paper.marks))
        self.filler.setVisible(not paper.marks)
        mark_now = next((mark for mark in paper.marks if mark.id == current), None)
        self.details.setVisible(mark_now is not None)
        self.delete.setEnabled(mark_now is not None)
        if mark_now is not None:
            self.form.show_fault(mark_now.family, mark_now.kind)
            for box, words in ((self.why, mark_now.why), (self.verify, mark_now.verify)):
                if box.toPlainText() != words:
                    box.setPlainText(words)
        if self.name.text() != paper.name:
            self.name.setText(paper.name)
        self._showing = False

    def show_glosses(self, exercise: Exercise) -> None:
        """Words of the articles with their English meaning, for who reads the program in English."""
        lines = [
            f"{LRM}{isolated(exercise.text(gloss.article)[gloss.span.start : gloss.span.end])}: {gloss.meaning}"
            for gloss in exercise.glosses
        ]
        self.glosses.setText("\n".join(lines))
        self.gloss_area.setVisible(bool(lines) and self._look.code == "en")

    def show_hint(self, words: str, cost: str, more: bool) -> None:
        """The hint that was given last, and what the next one costs."""
        self.hint_words.setText(words)
        self.hint_words.setVisible(bool(words))
        self.hint.setEnabled(more)
        self.hint.set_words(self._look.say("train.hint", cost=left_to_right(cost)))

    def show_selection(self, selected: bool, current: bool) -> None:
        self.mark.setEnabled(selected)
        self.link.setEnabled(selected and current)
        self.mark.setToolTip("" if selected else self._look.say("train.select-first"))

    def show_clock(self, words: str, late: bool) -> None:
        self.clock.setText(left_to_right(words))
        self.clock.setToolTip(self._look.say("train.time-up") if late else "")
        self.clock_on.setText(self._look.say("train.time-up" if late and self.clock_on.isChecked() else "train.clock"))
        colour = self._look.palette.families["contradiction"] if late else self._look.palette.ink2
        self.clock.setStyleSheet(f"color: {colour};")


def mark_line(look: Look, exercise: Exercise, mark: Mark) -> str:
    """A mark in the list: its words, and what it is called."""
    quotes = joined_quotes(
        look, (exercise.text(place.article)[place.start : place.end][:60] for place in mark.places)
    )
    if not mark.family:
        return f"{quotes}\n{look.say('train.not-chosen')}"
    family = look.say(f"family.{mark.family}")
    named = look.say("family-and-kind", family=family, kind=look.say(f"kind.{mark.kind}")) if mark.kind else family
    return f"{quotes}\n{named}"
