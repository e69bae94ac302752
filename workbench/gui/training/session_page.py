"""The trainee's session: the findings are hidden, words are marked, named, linked; every step is kept at once."""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMessageBox, QWidget

from workbench.gui.training.session_panel import WIDTH, SessionPanel
from workbench.gui.training.texts import Shown, TextsBeside
from workbench.report.values import ReportError
from workbench.training import session
from workbench.training.papers import blank_paper
from workbench.training.words import clock_words, points_words

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.training.values import Exercise, MarkPlace, Paper

KEPT_AFTER = 400  # ms without another letter typed
KEPT_EVERY = 15  # seconds of the clock


class SessionPage(TextsBeside):
    """``handed_in`` gives the finished paper; ``left`` tells that the trainee went back to the list; ``told`` is a
    sentence for the status bar. ``folder`` is where sessions are kept; None keeps nothing (a trainer's preview)."""

    handed_in = Signal(object)
    left = Signal()
    told = Signal(str)

    def __init__(self, look: Look, folder: Path | None, parent: QWidget | None = None) -> None:
        self.panel = SessionPanel(look)
        super().__init__(look, self.panel, WIDTH, parent)
        self.look, self.folder = look, folder
        self.exercise: Exercise | None = None
        self.paper: Paper | None = None
        self.current: str | None = None
        self._past: list[tuple[Paper, str | None]] = []
        self._future: list[tuple[Paper, str | None]] = []
        self._typing = ""  # the field whose letters make one step of undoing
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEPT_AFTER)
        self._keeping.timeout.connect(self.keep)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tick)
        self._connect()

    def _connect(self) -> None:
        panel = self.panel
        panel.mark_asked.connect(self.mark)
        panel.link_asked.connect(self.link)
        panel.delete_asked.connect(self.delete)
        panel.hint_asked.connect(self.give_hint)
        panel.hand_in_asked.connect(self.ask_to_hand_in)
        panel.leave_asked.connect(self.leave)
        panel.chosen.connect(self.choose)
        panel.answered.connect(self.answer)
        panel.named.connect(self._named)
        self.texts.chosen.connect(self.choose)
        self.texts.selected.connect(self._selected)
        for keys, run in (
            ("Ctrl+M", self.mark), ("Ctrl+L", self.link), ("Ctrl+Z", self.undo), ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Delete", self.delete),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def apply_look(self) -> None:
        self.texts.apply_look()
        self.panel.apply_look()
        self._show()

    # Beginning and ending

    def begin(self, exercise: Exercise, paper: Paper | None = None) -> None:
        """Set out an exercise: with this paper, else with the session that was kept, else with a blank paper."""
        kept = session.kept_session(exercise, self.folder) if self.folder is not None and paper is None else None
        self.exercise, self.paper = exercise, paper or kept or blank_paper(exercise)
        self.current = None
        self._past, self._future, self._typing = [], [], ""
        self.texts.clear_selection()
        self.texts.show_exercise(exercise, self.look.pick(exercise.title))
        if kept is not None and kept.marks:
            self.told.emit(self.look.say("train.resumed"))
        self._show()
        self.keep()

    def leave(self) -> None:
        self.keep()
        self.left.emit()

    def ask_to_hand_in(self) -> None:
        """Handing in cannot be taken back; nobody does it by a slip."""
        look = self.look
        box = QMessageBox(self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(look.say("train.hand-in"))
        box.setText(look.say("train.hand-in.sure"))
        yes = box.addButton(look.say("train.hand-in"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(look.say("train.go-on"), QMessageBox.ButtonRole.RejectRole)
        box.accepted.connect(self.hand_in)
        box.setDefaultButton(yes)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.question = box
        box.open()

    def hand_in(self, day: dt.date | None = None) -> None:
        if self.paper is None or self.exercise is None:
            return
        self.paper = session.handed_in(self.paper, self.paper.name, day or dt.date.today())
        self.keep()
        if self.folder is not None:
            try:
                session.file_paper(self.paper, self.exercise, self.folder)
            except (OSError, ReportError) as error:
                self.told.emit(self.look.say("train.not-kept", why=str(error)))
        self.handed_in.emit(self.paper)

    def keep(self) -> None:
        """Write the session; what cannot be written is said once, and the session goes on."""
        self._keeping.stop()
        if self.folder is None or self.exercise is None or self.paper is None:
            return
        try:
            session.keep_session(self.paper, self.exercise, self.folder)
        except (OSError, ReportError) as error:
            self.told.emit(self.look.say("train.not-kept", why=str(error)))

    # Steps

    def _step(self, paper: Paper, current: str | None, typing: str = "") -> None:
        """Take a new paper; letters typed into one field are one step."""
        assert self.paper is not None
        if paper != self.paper and not (typing and typing == self._typing):
            self._past.append((self.paper, self.current))
            self._future.clear()
        self._typing = typing
        self.paper, self.current = paper, current
        if typing:
            self._keeping.start()
        else:
            self.keep()
        self._show()

    def undo(self) -> None:
        self._go(self._past, self._future)

    def redo(self) -> None:
        self._go(self._future, self._past)

    def _go(self, source: list[tuple[Paper, str | None]], target: list[tuple[Paper, str | None]]) -> None:
        if source and self.paper is not None:
            target.append((self.paper, self.current))
            paper, current = source.pop()
            # Hints that were read and time that went by do not come back.
            self.paper = replace(paper, hints=self.paper.hints, seconds=self.paper.seconds)
            self.current, self._typing = current, ""
            self.keep()
            self._show()

    def mark(self) -> None:
        """A new mark on what is selected."""
        place = self._place()
        if place is not None and self.paper is not None:
            paper, id = session.with_mark(self.paper, place)
            self.texts.clear_selection()
            self._step(paper, id)

    def link(self) -> None:
        """The selection joins the current mark."""
        place = self._place()
        if place is not None and self.paper is not None and self.current is not None:
            paper = session.with_link(self.paper, self.current, place)
            if paper == self.paper:
                self.told.emit(self.look.say("train.no-link"))
            self.texts.clear_selection()
            self._step(paper, self.current)

    def delete(self) -> None:
        if self.current is not None and self.paper is not None:
            self._step(session.without_mark(self.paper, self.current), None)

    def choose(self, id: str) -> None:
        if id != self.current:
            self.current, self._typing = id, ""
            self._show()
        self.texts.go_to(id)

    def answer(self, field: str, words: str) -> None:
        if self.current is None or self.paper is None:
            return
        typing = f"{self.current}.{field}" if field in ("why", "verify") else ""
        self._step(session.with_answer(self.paper, self.current, **{field: words}), self.current, typing)

    def _named(self, name: str) -> None:
        if self.paper is not None:
            self.paper = replace(self.paper, name=name)
            self._keeping.start()

    def give_hint(self) -> None:
        if self.exercise is None or self.paper is None:
            return
        hint = session.next_hint(self.exercise, self.paper)
        if hint is not None:
            self.paper = session.with_hint(self.paper, hint)
            self.keep()
            self._show()

    # Showing

    def _place(self) -> MarkPlace | None:
        found = self.texts.selection()
        return session.trimmed(self.exercise, found) if found is not None and self.exercise is not None else None

    def _selected(self) -> None:
        self.panel.show_selection(self._place() is not None, self.current is not None)

    def _show(self) -> None:
        exercise, paper = self.exercise, self.paper
        if exercise is None or paper is None:
            return
        self.texts.show_marks(
            [Shown(mark.id, mark.family or "open", mark.places, mark.kind) for mark in paper.marks], self.current
        )
        self.panel.show_paper(exercise, paper, self.current)
        self.panel.show_glosses(exercise)
        words = ""
        if paper.hints:
            entry, step = paper.hints[-1]
            words = self.look.pick(exercise.entry(entry).hints[step - 1])
        self.panel.show_hint(words, f"-{points_words(exercise.hint_cost)}",
                             session.next_hint(exercise, paper) is not None)  # fmt: skip
        self._selected()
        self._show_clock()

    def _show_clock(self) -> None:
        exercise, paper = self.exercise, self.paper
        if exercise is None or paper is None:
            return
        given = (exercise.minutes or 0) * 60
        words = clock_words(paper.seconds)
        if given:
            words = f"{words} / {clock_words(given)}"
        self.panel.show_clock(words, bool(given) and paper.seconds > given)

    def _tick(self) -> None:
        if self.paper is not None and self.paper.handed_in is None:
            self.paper = replace(self.paper, seconds=self.paper.seconds + 1)
            self._show_clock()
            if self.paper.seconds % KEPT_EVERY == 0:
                self.keep()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._second.stop()
        with contextlib.suppress(RuntimeError):
            self.keep()
