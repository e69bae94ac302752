"""The list of exercises: those of the program, one's own, and the way to others and to the editor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workbench.gui.chips import Chip, Line
from workbench.gui.panel.details import plain_label
from workbench.training.faults import ExerciseError
from workbench.training.files import open_exercise
from workbench.training.session import kept_session

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.training.values import Exercise

COLUMNS = 3
LEVEL_ICONS = {"easy": "low", "medium": "medium", "hard": "high"}


class ExerciseCard(QFrame):
    """One exercise: title, level and field, what it is for, and whether it was begun."""

    def __init__(self, look: Look, exercise: Exercise, state: str) -> None:
        super().__init__()
        self._look = look
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(6)
        title = Line(look, look.text(20, bold=True), height=32)
        title.set_words(look.pick(exercise.title))
        layout.addWidget(title)
        facts = [look.say(f"level.{exercise.level}"), look.say(f"field-of-life.{exercise.field}")]
        if exercise.minutes:
            facts.append(look.say("train.minutes", n=exercise.minutes))
        layout.addWidget(plain_label(" · ".join(facts), look.plain(12), "ink2", look))
        for goal in exercise.goals[:2]:
            layout.addWidget(plain_label(look.pick(goal), look.plain(12.5), "ink", look))
        layout.addStretch(1)
        self.start = Chip(look, "", 30)
        self.start.radius, self.start.filled = 5, state != "done"
        self.start.set_words(look.say({"": "train.start", "begun": "train.continue", "done": "train.see"}[state]))
        self.start.setAccessibleName(f"{self.start.text()}: {look.pick(exercise.title)}")
        row = QHBoxLayout()
        row.addWidget(self.start)
        self.again = Chip(look, "", 30)
        self.again.radius = 5
        self.again.quiet = True
        self.again.set_words(look.say("train.anew"))
        self.again.setVisible(bool(state))
        row.addWidget(self.again)
        row.addStretch(1)
        layout.addLayout(row)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.setBrush(self._look.colour("paper"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)
        painter.end()


class ExerciseList(QWidget):
    """``started`` gives an exercise, ``begun_anew`` one whose kept session is to be thrown away."""

    started = Signal(object)
    begun_anew = Signal(object)
    open_asked = Signal()
    new_asked = Signal()
    edit_asked = Signal()
    class_asked = Signal()

    def __init__(self, look: Look, sessions: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._sessions = look, sessions
        self.cards: dict[str, ExerciseCard] = {}
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def show_exercises(self, paths: tuple[Path, ...]) -> None:
        """Lay out a card for each exercise that can be opened; the others are named with their faults."""
        look = self._look
        body = QWidget()
        body.setObjectName("body")
        column = QVBoxLayout(body)
        column.setContentsMargins(44, 26, 44, 26)
        column.setSpacing(14)
        title = Line(look, look.text(34, bold=True), height=58)
        title.set_words(look.say("train.title"))
        column.addWidget(title)
        column.addWidget(plain_label(look.say("train.lead"), look.plain(14), "ink2", look))
        tools = QHBoxLayout()
        tools.setSpacing(10)
        for icon, key, signal in (
            ("folder", "train.open", self.open_asked), ("corrected", "train.new", self.new_asked),
            ("statement", "train.edit", self.edit_asked), ("person", "train.class", self.class_asked),
        ):  # fmt: skip
            chip = Chip(look, icon, 30)
            chip.radius = 5
            chip.set_words(look.say(key))
            chip.clicked.connect(signal)
            tools.addWidget(chip)
        tools.addStretch(1)
        column.addLayout(tools)
        exercises, refused = [], []
        for path in paths:
            try:
                exercises.append(open_exercise(path))
            except ExerciseError as error:
                refused.append(look.say("error.unreadable", name=path.name, why=look.pick(error.why)))
        grid = QGridLayout()
        grid.setSpacing(14)
        self.cards = {}
        order = {level: n for n, level in enumerate(LEVEL_ICONS)}
        exercises.sort(key=lambda exercise: (order[exercise.level], exercise.minutes or 0, exercise.id))
        for n, exercise in enumerate(exercises):
            card = ExerciseCard(look, exercise, self._state(exercise))
            card.start.clicked.connect(lambda _=False, one=exercise: self.started.emit(one))
            card.again.clicked.connect(lambda _=False, one=exercise: self.begun_anew.emit(one))
            self.cards[exercise.id] = card
            grid.addWidget(card, n // COLUMNS, n % COLUMNS)
        for n in range(COLUMNS):
            grid.setColumnStretch(n, 1)
        column.addLayout(grid)
        for words in refused:
            label = plain_label(words, look.plain(13, QFont.Weight.Normal), "ink2", look)
            label.setObjectName("error")
            column.addWidget(label)
        column.addStretch(1)
        self.area.setWidget(body)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _state(self, exercise: Exercise) -> str:
        kept = kept_session(exercise, self._sessions)
        if kept is None or not (kept.marks or kept.hints or kept.handed_in):
            return ""
        return "done" if kept.handed_in else "begun"
