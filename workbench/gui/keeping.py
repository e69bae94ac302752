"""Keeping what is on the bench in a project file: decisions at once, everything else a moment after it changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from workbench.gui.bench import ARTICLES
from workbench.review.record import TextEdit, review_of
from workbench.text.values import Bilingual

if TYPE_CHECKING:
    from workbench.checks.values import Finding
    from workbench.gui.bench import Bench
    from workbench.review.anchoring import Edit
    from workbench.review.decisions import Decision
    from workbench.review.record import Versions
    from workbench.store.faults import ProjectError
    from workbench.store.project import Project

PAUSE = 700  # ms without a change before it is written
AGAIN = 5000  # ms until what could not be written is tried again
COPIES = 10 * 60 * 1000  # ms between looks whether a copy is due


class Keeper(QObject):
    """Joins a bench and a project. Until there is a project one is made where ``make_project`` says (untitled), as soon
    as there is something to keep. ``failed`` carries what could not be written (Bilingual); nothing is given up: it is
    tried again. ``saved`` tells that all is on disk, ``noticed`` that another program changed the file."""

    failed = Signal(object)
    saved = Signal()
    noticed = Signal()

    def __init__(self, bench: Bench, make_project: Callable[[], Project], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bench, self._make_project = bench, make_project
        self.project: Project | None = None
        self.comparison: int | None = None
        self.pause = PAUSE
        self._changed: set[str] = set()
        self._edits: list[TextEdit] = []
        self._decisions: list[Decision] = []
        self._notes: dict[str, str | None] = {}
        self._texts: dict[str, str] = {}
        self.fault: ProjectError | None = None  # why the newest attempt to write failed
        self._review = bench.review
        self._versions: Versions | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        self._copies = QTimer(self)
        self._copies.timeout.connect(self.back_up)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        bench.drafts_changed.connect(self._drafts)
        bench.text_edited.connect(self._edited)
        bench.result_changed.connect(self._result)
        bench.links_changed.connect(lambda: self._change("links"))
        bench.ticks_changed.connect(lambda: self._change("ticks"))
        bench.review.record_with(self._record)
        if bench.drafts:
            self._drafts()

    # What changes

    def _drafts(self) -> None:
        """Other articles, or the same in another order. Another review is another comparison."""
        if self.bench.review is not self._review:
            self._review = self.bench.review
            self._review.record_with(self._record)
            if self.comparison is not None and self._is_worth_keeping():
                self.comparison = None
            self._edits, self._changed = [], set()
        self._remember_texts()
        self._change("drafts", "links", "ticks")
        if self.project is not None and self.project.read_only:
            self._changed = set()

    def _is_worth_keeping(self) -> bool:
        """Whether somebody did anything to the comparison that is in the file."""
        assert self.project is not None
        assert self.comparison is not None
        project, comparison = self.project, self.comparison
        return bool(self._try(lambda: project.is_touched(comparison), fallback=True))

    def _remember_texts(self) -> None:
        self._texts = {ARTICLES[number]: draft.text for number, draft in enumerate(self.bench.drafts)}

    def _edited(self, article: str, edit: Edit) -> None:
        before, draft = self._texts.get(article, ""), self.bench.draft(article)
        if draft is not None:
            removed = before[edit.start : edit.start + edit.removed]
            added = draft.text[edit.start : edit.start + edit.added]
            self._edits.append(TextEdit(article, edit.start, removed, added, self.bench.who, dt.datetime.now(dt.UTC)))
            self._texts[article] = draft.text
            self._change("drafts", "links")

    def _result(self) -> None:
        if self.bench.result is not None:
            self._change("drafts", "result")

    def typing(self, key: str, words: str | None) -> None:
        """Words of a note that is not finished; None when it is, or was given up."""
        self._notes[key] = words
        self._timer.start(self.pause)

    def _change(self, *what: str) -> None:
        self._changed.update(what)
        if self.bench.drafts or self.comparison is not None:
            self._timer.start(self.pause)

    # Writing

    def _record(self, decision: Decision) -> None:
        """A decision is on disk when this returns, or the person knows that it is not."""
        self._decisions.append(decision)
        self.flush()

    @property
    def waiting(self) -> bool:
        """Whether something is not on disk yet."""
        return bool(self._changed or self._edits or self._decisions or self._notes)

    def flush(self) -> bool:
        """Write whatever is not written yet. False where that failed; it is kept and tried again."""
        self._timer.stop()
        if not self.waiting or (not self.bench.drafts and self.comparison is None):
            return True
        if self.project is not None and self.project.read_only:
            return self._refuse()
        if self._try(self._write, fallback=False) is False:
            self._timer.start(AGAIN)
            return False
        assert self.project is not None
        if self.project.changed_outside:
            self.project.changed_outside = False
            self.noticed.emit()
        self.saved.emit()
        return True

    def _refuse(self) -> bool:
        """What a person does to a project that is open for reading only waits for another name; the program's own check
        need not be written."""
        self._changed -= {"result", "drafts"} if not self._edits else set()
        if not self._edits and not self._decisions and not self._changed & {"links", "ticks"}:
            return True
        from workbench.store.faults import read_only

        assert self.project is not None
        self.failed.emit(read_only(self.project.path.name).why)
        return False

    def _write(self) -> bool:
        from workbench.store.project import Change

        if self.project is None:
            self.project = self._make_project()
            self._copies.start(COPIES)
        if self._changed or self._edits or self.comparison is None:
            if self.comparison is None:
                self._changed = {"drafts", "links", "ticks", *(("result",) if self.bench.result is not None else ())}
            change = Change(edits=tuple(self._edits), **self._parts())
            if self.comparison is None:
                self.comparison = self.project.add_comparison(change)
            else:
                self.project.keep(self.comparison, change)
            self._changed, self._edits = set(), []
        while self._decisions:
            decision = self._decisions[0]
            self.project.decide(self.comparison, decision, self._decided_about(decision.key))
            del self._decisions[0]
        for key in list(self._notes):
            self.project.keep_unsaved_note(self.comparison, key, self._notes[key])
            del self._notes[key]
        return True

    def _decided_about(self, key: str) -> Finding | None:
        """The finding as it stands, else as it was when somebody decided about it."""
        standing = self.bench.finding(key)
        return standing or next((one for one in self.bench.review.remembered() if one.key == key), None)

    def _parts(self) -> dict[str, Any]:
        bench, changed = self.bench, self._changed
        parts: dict[str, Any] = {}
        if "drafts" in changed:
            parts["drafts"] = bench.drafts
        if "result" in changed and bench.result is not None and not bench.stale:
            if self._versions is None:  # the engine reads its tables once, too
                from workbench.review.versions import versions_in_use

                self._versions = versions_in_use()
            readings = bench.result.readings
            parts |= {"result": bench.result, "versions": self._versions}
            if readings:
                parts["title"] = readings[0].article.title
        if "links" in changed:
            parts |= {"links": bench.review.links, "hidden": bench.review.hidden}
        if "ticks" in changed:
            parts["ticks"] = bench.review.ticks
        return parts

    def _try(self, work: Callable[[], Any], fallback: Any = None) -> Any:
        from workbench.store.faults import ProjectError

        self.fault = None
        try:
            return work()
        except ProjectError as error:
            self.fault = error
            self.failed.emit(error.why)
            return fallback

    # Opening and leaving

    def take(self, project: Project, comparison: int | None = None) -> None:
        """Go on with a project: its newest comparison, or the one named, comes onto the bench. Raises ProjectError;
        then everything is as it was."""
        chosen = project.newest() if comparison is None else comparison
        record = project.record(chosen) if chosen is not None else None
        notes = project.unsaved_notes(chosen) if chosen is not None and not project.read_only else {}
        if self.project is not project:
            self.leave()
        self.project, self.comparison = project, chosen
        self._copies.start(COPIES)
        bench = self.bench
        review = review_of(record) if record is not None else None
        self._review = review or self._review
        if review is not None:
            review.record_with(self._record)
        bench.set_drafts(record.drafts if record is not None else (), review=review)
        self._changed, self._edits = set(), []
        self._timer.stop()
        for key, words in notes.items():  # typed before a crash: now they are written
            bench.note(key, words)

    def adopt(self, project: Project) -> bool:
        """Go on with a copy of the project under another name; the bench stays as it is, and what could not be written
        before is written now. False where that failed."""
        self._let_go()
        self.project = project
        self._copies.start(COPIES)
        return self.flush()

    def start_over(self) -> bool:
        """Write all that is on the bench into a new untitled project: the file that it was in is no longer that one.
        False where that failed."""
        self._let_go()
        self.comparison = None
        self._edits, self._decisions = [], list(self.bench.review.history)
        self._change("drafts", "links", "ticks")
        return self.flush()

    def leave(self) -> None:
        """Write what is left and close the project."""
        self.flush()
        self._let_go()
        self.comparison = None
        self._changed, self._edits, self._decisions, self._notes = set(), [], [], {}

    def _let_go(self) -> None:
        self._timer.stop()
        self._copies.stop()
        self._pool.waitForDone()
        if self.project is not None:
            from workbench.store.untitled import discard, is_empty, is_untitled

            if not self.project.read_only and is_untitled(self.project.path) and is_empty(self.project):
                discard(self.project)
            else:
                self.project.close()
            self.project = None

    def look_outside(self) -> None:
        """Whether another program has changed the file; called when the person comes back to the window."""
        if self.project is not None and self._try(self.project.look_outside):
            self.project.changed_outside = False
            self.noticed.emit()

    def back_up(self) -> None:
        """Make a copy in another thread if one is due."""
        if self.project is not None and not self.project.read_only:
            from workbench.store.backups import is_due

            folder = self._try(lambda: self.project.backups)  # type: ignore[union-attr]
            if folder is not None and is_due(folder, dt.datetime.now(dt.UTC)):
                self._pool.start(_Copying(self, self.project.path, folder))


class _Copying(QRunnable):
    def __init__(self, keeper: Keeper, path: Path, folder: Path) -> None:
        super().__init__()
        self._keeper, self._path, self._folder = keeper, path, folder

    def run(self) -> None:
        from workbench.store.backups import back_up
        from workbench.store.faults import ProjectError

        try:
            back_up(self._path, self._folder, dt.datetime.now(dt.UTC))
        except ProjectError as error:
            en = f"No copy of the project could be made: {error.why.en}"
            self._keeper.failed.emit(Bilingual(en, f"تعذر حفظ نسخة احتياطية من المشروع: {error.why.ar}"))
