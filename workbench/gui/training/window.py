"""The training window: the list of exercises, a session, its debrief, the trainer's editor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from workbench.gui.checking import Answer, Checker, Request
from workbench.gui.style import dress
from workbench.gui.topbar import StatusBar, TopBar
from workbench.gui.training.debrief_page import DebriefPage
from workbench.gui.training.editor_page import EditorPage
from workbench.gui.training.exercise_list import ExerciseList
from workbench.gui.training.session_page import SessionPage
from workbench.report.values import ReportError
from workbench.report.writing import report_path, write_whole
from workbench.resources import user_folder
from workbench.training.command import TrainingError, answer, known_exercises, score_answers
from workbench.training.debrief import drafts_of, engine_answers, make_debrief
from workbench.training.faults import ExerciseError, PaperError
from workbench.training.files import MANIFEST, open_exercise
from workbench.training.pages import debrief_page
from workbench.training.papers import save_paper
from workbench.training.session import forget_session, second_try
from workbench.training.words import training_speaker

if TYPE_CHECKING:
    from workbench.engine import CheckResult, Draft, Engine
    from workbench.gui.look import Look
    from workbench.training.values import Exercise, Paper

LEAST = (1024, 680)
# What the dialogs look for.
ENDINGS = {"exercise": "*.fcx exercise.json", "paper": "*.json", "page": "*.html", "class": "*.html *.xlsx *.csv"}
# (name, key, menu separator before it)
ACTIONS = (
    ("list", "Ctrl+Shift+E", False), ("open", "Ctrl+O", False), ("new", "Ctrl+N", True), ("edit", "", False),
    ("class", "", True), ("close", "Ctrl+W", True),
)  # fmt: skip


class TrainingWindow(QMainWindow):
    """``sessions`` is the folder where sessions are kept; ``make_engine`` is called in the worker's thread."""

    closed = Signal()

    def __init__(
        self, look: Look, folder: Path, make_engine: Callable[[], Engine], settings: QSettings | None = None,
        sessions: Path | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.look, self.folder, self._settings = look, folder, settings
        self.sessions = sessions or user_folder() / "training"
        self.exercise: Exercise | None = None
        self.engine_paper: Paper | None = None
        self.checker = Checker(make_engine)
        self._revision = 0
        self._wanted: dict[int, Callable[[CheckResult], None]] = {}
        self.top, self.status = TopBar(look), StatusBar(look)
        self.top.field.hide()
        self.stack = QStackedWidget()
        self.list = ExerciseList(look, self.sessions)
        self.session = SessionPage(look, self.sessions)
        self.debrief = DebriefPage(look)
        self.editor = EditorPage(look, folder)
        for page in (self.list, self.session, self.debrief, self.editor):
            self.stack.addWidget(page)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for piece in (self.top, self.stack, self.status):
            layout.addWidget(piece, 1 if piece is self.stack else 0)
        self.setCentralWidget(body)
        self.setMinimumSize(*LEAST)
        self.actions_ = {name: QAction(self) for name, _, _ in ACTIONS}
        self._connect()
        self.apply_look()
        self.show_list()

    def _connect(self) -> None:
        look, session, debrief = self.look, self.session, self.debrief
        runs = {
            "list": self.show_list, "open": self.ask_exercise, "new": self.new_exercise, "edit": self.ask_to_edit,
            "class": self.ask_class, "close": self.close,
        }  # fmt: skip
        for name, keys, _ in ACTIONS:
            action = self.actions_[name]
            if keys:
                action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, run=runs[name]: run())
        look.changed.connect(self.apply_look)
        look.zoomed.connect(lambda: self.status.set_zoom(look.zoom))
        self.top.theme.clicked.connect(lambda: look.set_theme("light" if look.palette.theme == "dark" else "dark"))
        self.top.language.clicked.connect(lambda: look.set_language("en" if look.code == "ar" else "ar"))
        self.list.started.connect(self.start)
        self.list.begun_anew.connect(self.start_anew)
        self.list.open_asked.connect(self.ask_exercise)
        self.list.new_asked.connect(self.new_exercise)
        self.list.edit_asked.connect(self.ask_to_edit)
        self.list.class_asked.connect(self.ask_class)
        session.left.connect(self._left)
        session.told.connect(self.tell)
        session.handed_in.connect(self.show_debrief)
        debrief.panel.retry_asked.connect(self.retry)
        debrief.panel.save_asked.connect(self.ask_to_save_paper)
        debrief.panel.print_asked.connect(self.ask_to_print)
        debrief.panel.leave_asked.connect(self._left)
        self.editor.left.connect(self.show_list)
        self.editor.told.connect(self.tell)
        self.editor.preview_asked.connect(self.preview)
        self.editor.check_asked.connect(self._check_for_editor)
        self.checker.answered.connect(self._answered)
        self.checker.failed.connect(lambda _, why: self.tell(look.say("status.failed", why=why)))

    # Looks

    def apply_look(self) -> None:
        look = self.look
        dress(self, look)
        self.setWindowTitle(look.say("train.window"))
        self.top.apply_look()
        for name, _, _ in ACTIONS:
            self.actions_[name].setText(look.say(f"train.action.{name}"))
        self.top.menus.clear()
        menu = self.top.menus.addMenu(look.say("menu.training"))
        for name, _, separated in ACTIONS:
            if separated:
                menu.addSeparator()
            menu.addAction(self.actions_[name])
        self.session.apply_look()
        self.debrief.apply_look()
        self.editor.apply_look()
        self.list.show_exercises(known_exercises())
        self.status.set_zoom(look.zoom)

    def tell(self, sentence: str) -> None:
        self.status.show_words(sentence, icon="open", role="open")

    # Pages

    def show_list(self) -> None:
        self.list.show_exercises(known_exercises())
        self.stack.setCurrentWidget(self.list)
        self.tell(self.look.say("status.ready"))

    def open_path(self, path: Path) -> None:
        """Open an exercise file or folder; a sentence where it is none."""
        exercise = self._read(path)
        if exercise is not None:
            self.start(exercise)

    def _read(self, path: Path) -> Exercise | None:
        try:
            # A manifest stands for its folder.
            return open_exercise(path.parent if path.name == MANIFEST else path)
        except ExerciseError as error:
            self.tell(self.look.say("error.unreadable", name=path.name, why=self.look.pick(error.why)))
            return None

    def start(self, exercise: Exercise) -> None:
        """Take an exercise up where it was left: in its session, or at its debrief."""
        self.exercise, self.engine_paper = exercise, None
        self.session.folder = self.sessions
        self.session.begin(exercise)
        paper = self.session.paper
        if paper is not None and paper.handed_in is not None:
            self.show_debrief(paper)
        else:
            self.stack.setCurrentWidget(self.session)
            self.session.texts.panes["a"].view.setFocus()
        self._ask_engine(exercise)

    def start_anew(self, exercise: Exercise) -> None:
        forget_session(exercise, self.sessions)
        self.start(exercise)

    def preview(self, exercise: Exercise) -> None:
        """The trainer sees what a trainee will; nothing is kept."""
        self.exercise, self.engine_paper = exercise, None
        self.session.folder = None
        self.session.begin(exercise)
        self.stack.setCurrentWidget(self.session)
        self._ask_engine(exercise)

    def _left(self) -> None:
        if self.session.folder is None:
            self.stack.setCurrentWidget(self.editor)
        else:
            self.show_list()

    def show_debrief(self, paper: Paper) -> None:
        if self.exercise is None:
            return
        try:
            debrief = make_debrief(self.exercise, paper, self.engine_paper)
        except PaperError as error:
            self.tell(self.look.pick(error.why))
            return
        self.debrief.show_debrief(debrief)
        self.stack.setCurrentWidget(self.debrief)
        self.tell(self.look.say("train.handed-in"))

    def retry(self) -> None:
        """The mistakes once more, on a paper of their own."""
        debrief = self.debrief.debrief
        if debrief is None or not debrief.mistakes():
            return
        self.session.begin(debrief.exercise, second_try(debrief.exercise, debrief.paper, debrief.mistakes()))
        self.stack.setCurrentWidget(self.session)

    # The engine

    def _ask_engine(self, exercise: Exercise) -> None:
        def found(result: CheckResult) -> None:
            if self.exercise is exercise:
                self.engine_paper = engine_answers(exercise, result)
                debrief = self.debrief.debrief
                if self.stack.currentWidget() is self.debrief and debrief is not None:
                    self.debrief.show_debrief(make_debrief(exercise, debrief.paper, self.engine_paper))

        self._check(exercise, found)

    def _check_for_editor(self, exercise: Exercise) -> None:
        def found(result: CheckResult) -> None:
            self.editor.take_result(exercise, result, self.checker.knowledge)

        self._check(exercise, found)

    def _check(self, exercise: Exercise, then: Callable[[CheckResult], None]) -> None:
        self._revision += 1
        self._wanted = {self._revision: then}  # the newest request wins
        self.checker.request(Request(self._revision, tuple(drafts_of(exercise))))

    def _answered(self, answered: Answer) -> None:
        then = self._wanted.pop(answered.revision, None)
        if then is not None:
            then(answered.result)

    # Files

    def _filter(self, kind: str) -> str:
        return self.look.say(f"train.filter.{kind}", endings=ENDINGS[kind])

    def ask_exercise(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.look.say("train.open"), "", self._filter("exercise")
        )
        if name:
            self.open_path(Path(name))

    def new_exercise(self, drafts: tuple[Draft, ...] = ()) -> None:
        """An empty exercise, or one over articles that are open elsewhere; what is being made is asked for first."""
        if self.editor.may_close():
            self.editor.begin_with(drafts)
            self.stack.setCurrentWidget(self.editor)

    def ask_to_edit(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.look.say("train.edit"), "", self._filter("exercise")
        )
        if name:
            self.edit_path(Path(name))

    def edit_path(self, path: Path) -> None:
        exercise = self._read(path)
        if exercise is not None and self.editor.may_close():
            self.editor.begin(exercise)
            self.stack.setCurrentWidget(self.editor)

    def ask_to_save_paper(self) -> None:
        debrief = self.debrief.debrief
        if debrief is None:
            return
        stem = "-".join((debrief.paper.name or "paper").split()).replace("/", "-")
        name, _ = QFileDialog.getSaveFileName(
            self, self.look.say("train.save-paper"), f"{debrief.exercise.id}-{stem}.json",
            self._filter("paper"),
        )  # fmt: skip
        if name:
            self.save_paper(Path(name))

    def save_paper(self, path: Path) -> None:
        debrief = self.debrief.debrief
        assert debrief is not None
        try:
            save_paper(debrief.paper, debrief.exercise, report_path(str(path)))
        except ReportError as error:
            self.tell(str(error))
            return
        self.tell(self.look.say("status.saved", name=path.name))

    def ask_to_print(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.look.say("train.print-paper"), "debrief.html", self._filter("page")
        )
        debrief = self.debrief.debrief
        if name and debrief is not None:
            page = debrief_page(debrief, self.folder, training_speaker(self.folder, self.look.code))
            self._write(Path(name), page.encode("utf-8", "replace"))

    def ask_class(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.look.say("train.class"))
        if folder:
            name, _ = QFileDialog.getSaveFileName(
                self, self.look.say("train.class"), "class.html", self._filter("class")
            )
            key = self._key_for(Path(folder))
            if name:
                self.report_class(Path(folder), Path(name), key)

    def _key_for(self, answers: Path) -> Path | None:
        """The exercise that a folder's papers are of is asked for where the program does not know it."""
        try:
            if score_answers(answers, None).groups:
                return None
        except TrainingError:
            return None
        name, _ = QFileDialog.getOpenFileName(self, self.look.say("train.open"), "", self._filter("exercise"))
        if not name:
            return None
        return Path(name).parent if Path(name).name == MANIFEST else Path(name)

    def report_class(self, answers: Path, target: Path, key: Path | None = None) -> None:
        """A class report of a folder of answers, in the format that the name asks for: .html, .xlsx or .csv. ``key``
        is the exercise, where it is none that the program knows."""
        form = target.suffix.lstrip(".").lower()
        try:
            scored = score_answers(answers, str(key) if key else None)
            made = answer(scored, form if form in ("xlsx", "csv") else "html", self.look.code)
        except TrainingError as error:
            self.tell(self.look.pick(error.why))
            return
        self._write(target, made if isinstance(made, bytes) else made.encode("utf-8", "replace"))
        if scored.refused:
            name, why = scored.refused[0]
            self.tell(self.look.say("error.unreadable", name=name, why=self.look.pick(why)))

    def _write(self, path: Path, data: bytes) -> None:
        try:
            write_whole(report_path(str(path)), data)
        except ReportError as error:
            self.tell(str(error))
            return
        self.tell(self.look.say("status.saved", name=path.name))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not self.editor.may_close():
            event.ignore()
            return
        self.session.keep()
        self.checker.close()
        self.closed.emit()
        super().closeEvent(event)

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def] # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.stack.currentWidget() is self.session:
            self.session.texts.clear_selection()
        super().keyPressEvent(event)
