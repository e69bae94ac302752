"""The trainer's editor: two texts, their faults and traps, errors planted, everything checked before it is saved."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from workbench.gui.training.debrief_page import key_places
from workbench.gui.training.editor_panel import WIDTH, EditorPanel
from workbench.gui.training.texts import Shown, TextsBeside
from workbench.report.values import ReportError
from workbench.report.writing import report_path, write_whole
from workbench.text.reading import UnreadableError
from workbench.text.values import Bilingual, Span
from workbench.training import editing, making
from workbench.training.command import own_exercises_folder
from workbench.training.faults import ExerciseError
from workbench.training.files import exercise_bytes, read_exercise, save_exercise
from workbench.training.pages import key_page, sheet_page
from workbench.training.seeding import Seed, plant, seeds_for
from workbench.training.session import trimmed
from workbench.training.validation import exercise_faults
from workbench.training.values import KINDS, Exercise, ExerciseArticle, KeyPlace, MarkPlace, Trap
from workbench.training.words import training_speaker

if TYPE_CHECKING:
    from workbench.engine import CheckResult, Draft
    from workbench.gui.look import Look

_PLAIN = {"id", "level", "field", "version", "hint_cost", "alarm_cost"}


class EditorPage(TextsBeside):
    """``check_asked`` and ``preview_asked`` give the exercise; the window answers the first with ``take_result``."""

    left = Signal()
    told = Signal(str)
    preview_asked = Signal(object)
    check_asked = Signal(object)

    def __init__(self, look: Look, folder: Path, parent: QWidget | None = None) -> None:
        self.panel = EditorPanel(look)
        super().__init__(look, self.panel, WIDTH, parent)
        self.look, self.folder = look, folder
        self.exercise = making.new_exercise([("", None)])
        self.current: str | None = None
        self.saved: Exercise | None = self.exercise
        self.seeds: tuple[Seed, ...] = ()
        self._past: list[Exercise] = []
        self._future: list[Exercise] = []
        self._waiting = ""  # what the engine was asked for: findings or seed
        self.menu: QMenu | None = None
        self.panel.asked.connect(self.do)
        self.panel.chosen.connect(self.choose)
        self.panel.changed.connect(self.change)
        self.panel.item_changed.connect(self.change_item)
        self.texts.chosen.connect(self.choose)
        self.texts.selected.connect(self._selected)
        for keys, name in (("Ctrl+M", "mark-fault"), ("Ctrl+L", "link"), ("Ctrl+S", "save"), ("Ctrl+Z", "undo"),
                           ("Ctrl+Shift+Z", "redo")):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda name=name: self.do(name))

    def apply_look(self) -> None:
        self.texts.apply_look()
        self.panel.apply_look()
        self._show()

    def begin(self, exercise: Exercise | None = None) -> None:
        """Edit an exercise, or make a new one."""
        self.exercise = exercise or making.new_exercise([("", None)])
        self.saved, self.current = self.exercise, None
        self._past, self._future = [], []
        self.panel.show_faults("")
        self.panel.show_page("key" if exercise else "exercise")
        self._show()

    def begin_with(self, drafts: tuple[Draft, ...]) -> None:
        """A new exercise, over articles that are open in the bench where there are any."""
        self.begin()
        if drafts:
            self._step(making.new_exercise([(draft.text, draft.date) for draft in drafts[:2]]), None)

    def may_close(self) -> bool:
        """Whether nothing would be lost, or the trainer says so."""
        if self.exercise == self.saved:
            return True
        look = self.look
        box = QMessageBox(self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(look.say("train.unsaved"))
        away = box.addButton(look.say("train.throw-away"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(look.say("train.go-on"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return box.clickedButton() is away

    # Verbs

    def do(self, name: str) -> None:
        """Do what a tool is called."""
        verbs: dict[str, Callable[[], object]] = {
            "mark-fault": self.mark_fault, "mark-trap": self.mark_trap, "link": self.link, "delete": self.delete,
            "also": self.also, "other-kinds": self.offer_kinds,
            "as-trap": self.as_trap, "findings": lambda: self._ask("findings"), "seed": lambda: self._ask("seed"),
            "validate": self.validate, "preview": self.preview, "save": self.ask_to_save, "leave": self.leave,
            "print-sheet": lambda: self.ask_to_print("sheet"), "print-key": lambda: self.ask_to_print("key"),
            "text-a": lambda: self.ask_text("a"), "text-b": lambda: self.ask_text("b"),
            "undo": lambda: self._go(self._past, self._future), "redo": lambda: self._go(self._future, self._past),
        }  # fmt: skip
        verbs[name]()

    def _step(self, exercise: Exercise, current: str | None) -> None:
        if exercise != self.exercise:
            self._past.append(self.exercise)
            self._future.clear()
        self.exercise, self.current = exercise, current
        self._show()

    def _go(self, source: list[Exercise], target: list[Exercise]) -> None:
        if source:
            target.append(self.exercise)
            self.exercise = source.pop()
            ids = {entry.id for entry in self.exercise.key} | {trap.id for trap in self.exercise.traps}
            self.current = self.current if self.current in ids else None
            self._show()

    def mark_fault(self) -> None:
        place = self._place()
        if place is not None:
            entry = making.new_entry(self.exercise, (place,), "contradiction", "quantity")
            self.texts.clear_selection()
            self._step(making.with_entry(self.exercise, entry), entry.id)
            self.panel.show_page("key")

    def mark_trap(self) -> None:
        place = self._place()
        if place is not None:
            id = making.free_id(self.exercise, "trap")
            trap = Trap(id, (place,), "other", "contradiction", making.EMPTY)
            self.texts.clear_selection()
            self._step(making.with_trap(self.exercise, trap), id)
            self.panel.show_page("key")

    def link(self) -> None:
        found = self.texts.selection()
        place = trimmed(self.exercise, found) if found is not None else None
        if place is not None and self.current is not None:
            self.texts.clear_selection()
            self._step(editing.with_passage(self.exercise, self.current, place), self.current)

    def also(self) -> None:
        """The selection says the same as the current item's passage there: marking it is as good."""
        found = self.texts.selection()
        place = trimmed(self.exercise, found) if found is not None else None
        if place is not None and self.current is not None:
            self.texts.clear_selection()
            self._step(editing.with_wording(self.exercise, self.current, place), self.current)

    def delete(self) -> None:
        if self.current is not None:
            self._step(making.without(self.exercise, self.current), None)

    def as_trap(self) -> None:
        if self.current is not None and any(entry.id == self.current for entry in self.exercise.key):
            self._step(making.entry_as_trap(self.exercise, self.current), self.current)

    def choose(self, id: str) -> None:
        if id != self.current:
            self.current = id
            self._show()
        self.texts.go_to(id)

    def change(self, field: str, value: object) -> None:
        """Another value of a field of the exercise."""
        exercise, code = self.exercise, self.look.code
        if field in _PLAIN:
            changed = replace(exercise, **{field: value})  # type: ignore[arg-type]
        elif field in ("date-a", "date-b"):
            try:
                changed = editing.with_date(exercise, field[-1], str(value))
            except ValueError:
                self.told.emit(self.look.say("train.no-day"))
                self._show()
                return
        elif field == "minutes":
            changed = replace(exercise, minutes=int(str(value)) or None)
        elif field == "title":
            changed = replace(exercise, title=editing.said(exercise.title, str(value), code))
        elif field == "debrief":
            words = editing.said(exercise.debrief or making.EMPTY, str(value), code)
            changed = replace(exercise, debrief=words if words.ar else None)
        else:
            lines = [line.strip() for line in str(value).splitlines() if line.strip()]
            olds = (*exercise.goals, *(Bilingual("", "") for _ in lines))
            goals = tuple(editing.said(old, line, code) for old, line in zip(olds, lines, strict=False))
            changed = replace(exercise, goals=goals)
        self._step(changed, self.current)

    def change_item(self, field: str, value: object) -> None:
        """Another value of the current entry or trap."""
        if self.current is None:
            return
        exercise, id = self.exercise, self.current
        if field == "family":
            changed = editing.with_family(exercise, id, str(value))
        elif field == "kind":
            changed = editing.with_kind(exercise, id, str(value))
        elif field == "other-kind":
            changed = editing.with_other_kind(exercise, id, str(value))
        elif field == "sort":
            changed = editing.with_sort(exercise, id, value)  # type: ignore[arg-type]
        elif field == "points":
            entry = editing.item_of(exercise, id)
            changed = exercise if isinstance(entry, Trap) else making.with_entry(
                exercise, replace(entry, points=float(str(value)))
            )  # fmt: skip
        else:
            changed = editing.explained(exercise, id, field, str(value), self.look.code)
        self._step(changed, id)

    def offer_kinds(self) -> None:
        """A menu of the kinds that are right too."""
        entry = next((one for one in self.exercise.key if one.id == self.current), None)
        if entry is None:
            return
        self.menu = QMenu(self)
        for kind in KINDS[entry.family]:
            if kind != entry.kind:
                action = self.menu.addAction(self.look.say(f"kind.{kind}"))
                action.setCheckable(True)
                action.setChecked(kind in entry.kinds)
                action.triggered.connect(lambda _=False, kind=kind: self.change_item("other-kind", kind))
        chip = self.panel.other_kinds
        self.menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    # The engine's findings and seeds

    def _ask(self, what: str) -> None:
        if not any(article.text.strip() for article in self.exercise.articles):
            self.told.emit(self.look.say("train.no-text"))
            return
        self._waiting = what
        self.told.emit(self.look.say("progress.checking"))
        self.check_asked.emit(self.exercise)

    def take_result(self, exercise: Exercise, result: CheckResult, knowledge: object) -> None:
        """The engine's answer to ``check_asked``; one about texts that have changed since is forgotten."""
        from workbench.knowledge.base import Knowledge

        if exercise.articles != self.exercise.articles:
            return
        if self._waiting == "findings":
            from workbench.source_words import read_source_words

            entries = making.entries_of(self.exercise, result.findings, read_source_words(self.folder))
            grown = self.exercise
            for entry in entries:
                grown = making.with_entry(grown, entry)
            self.told.emit(self.look.count("train.found-entries", len(entries)))
            self._step(grown, entries[0].id if entries else self.current)
            self.panel.show_page("key")
        elif self._waiting == "seed" and isinstance(knowledge, Knowledge):
            self.seeds = seeds_for(self.exercise, result, knowledge, self.folder)
            self.told.emit(self.look.count("train.found-seeds", len(self.seeds)))
            self._offer_seeds()
        self._waiting = ""

    def _offer_seeds(self) -> None:
        """A menu of what can be planted, by sort."""
        look = self.look
        self.menu = QMenu(self)
        for sort in ("figure", "weekday", "holder", "sentence"):
            group = [seed for seed in self.seeds if seed.sort == sort]
            if group:
                inner = self.menu.addMenu(look.say(f"train.seed.{sort}"))
                for seed in group:
                    old = " ".join(self.exercise.text(seed.article)[seed.span.start : seed.span.end].split())
                    action = inner.addAction(look.say("train.seed.change", letter=look.letter(seed.article), old=old,
                                                      new=seed.words.strip()))  # fmt: skip
                    action.triggered.connect(lambda _=False, seed=seed: self.plant(seed))
        if not self.menu.isEmpty():
            self.menu.popup(QCursor.pos())

    def plant(self, seed: Seed) -> None:
        try:
            planted, id = plant(self.exercise, seed)
        except making.ChangeError as error:
            self.told.emit(self.look.pick(error.why))
            return
        self._step(planted, id)
        self.panel.show_page("key")
        self.texts.go_to(id)

    # In and out

    def ask_text(self, article: str) -> None:
        from workbench.importing.formats import READERS

        endings = " ".join(f"*.{ending}" for reader in READERS for ending in reader.endings)
        articles = self.look.say("open.filter", endings=endings)
        name, _ = QFileDialog.getOpenFileName(self, self.look.say("open.title"), "", articles)
        if name:
            self.take_text(article, Path(name))

    def take_text(self, article: str, path: Path) -> None:
        """Put the text of a file of any known format in a place. The key goes with the text that it stood on."""
        from workbench.gui.opening import read_incoming

        try:
            text = read_incoming(path).draft.text
        except UnreadableError as error:
            self.told.emit(self.look.say("error.unreadable", name=path.name, why=self.look.pick(error.why)))
            return
        self.put_text(article, text)

    def put_text(self, article: str, text: str) -> None:
        exercise = self.exercise
        articles = {one.id: one for one in exercise.articles} | {article: ExerciseArticle(article, text)}
        if article == "b" and not articles["a"].text.strip():
            self.told.emit(self.look.say("train.first-a"))
            return
        self._step(
            replace(
                exercise,
                articles=tuple(articles[id] for id in sorted(articles)),
                key=tuple(entry for entry in exercise.key if all(one.article != article for one in entry.places)),
                traps=tuple(trap for trap in exercise.traps if all(one.article != article for one in trap.places)),
                glosses=tuple(gloss for gloss in exercise.glosses if gloss.article != article),
            ),
            None,
        )

    def validate(self) -> bool:
        """Show every fault; whether there is none. What would be saved is read back as if a stranger had sent it."""
        found = exercise_faults(self.exercise)
        if not found:
            try:
                read_exercise(exercise_bytes(self.exercise))
            except ExerciseError as error:
                found = list(error.faults)
        words = "\n".join(f"• {self.look.pick(fault)}" for fault in found)
        self.panel.show_faults(words)
        self.told.emit(self.look.say("train.fit") if not found else self.look.count("train.unfit", len(found)))
        return not found

    def preview(self) -> None:
        if self.validate():
            self.preview_asked.emit(self.exercise)

    def ask_to_save(self) -> None:
        if not self.validate():
            return
        own = own_exercises_folder()
        with contextlib.suppress(OSError):
            own.mkdir(parents=True, exist_ok=True)  # what is saved there stands in the list
        name, _ = QFileDialog.getSaveFileName(
            self, self.look.say("train.tool.save"), str(own / f"{self.exercise.id}.fcx"),
            self.look.say("train.filter.exercise", endings="*.fcx"),
        )  # fmt: skip
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        try:
            save_exercise(self.exercise, report_path(str(path)))
        except ReportError as error:
            self.told.emit(str(error))
            return
        self.saved = self.exercise
        self.told.emit(self.look.say("status.saved", name=path.name))

    def ask_to_print(self, which: str) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.look.say("train.print-paper"), f"{self.exercise.id}-{which}.html",
            self.look.say("train.filter.page", endings="*.html"),
        )  # fmt: skip
        if name:
            self.print_page(which, Path(name))

    def print_page(self, which: str, path: Path) -> None:
        page = sheet_page if which == "sheet" else key_page
        made = page(self.exercise, self.folder, training_speaker(self.folder, self.look.code))
        try:
            write_whole(report_path(str(path)), made.encode("utf-8", "replace"))
        except ReportError as error:
            self.told.emit(str(error))
            return
        self.told.emit(self.look.say("status.saved", name=path.name))

    def leave(self) -> None:
        if self.may_close():
            self.saved = self.exercise
            self.left.emit()

    # Showing

    def _place(self) -> KeyPlace | None:
        found = self.texts.selection()
        place = trimmed(self.exercise, found) if found is not None else None
        return KeyPlace(place.article, Span(place.start, place.end)) if place is not None else None

    def _selected(self) -> None:
        there = self.texts.selection() is not None
        for name in ("mark-fault", "mark-trap"):
            self.panel.tools[name].setEnabled(there)
        for name in ("link", "also"):
            self.panel.tools[name].setEnabled(there and self.current is not None)

    def _show(self) -> None:
        exercise = self.exercise
        self.texts.show_exercise(exercise, self.look.pick(exercise.title))
        faults = [Shown(entry.id, entry.family, key_places(entry), entry.kind) for entry in exercise.key]
        traps = [Shown(trap.id, "alarm", key_places(trap)) for trap in exercise.traps]
        also = [
            MarkPlace(place.article, other.start, other.end)
            for item in editing.items_of(exercise)
            for place in item.places
            for other in place.others
        ]
        self.texts.show_marks([*faults, *traps], self.current, also)
        self.panel.show_exercise(exercise, self.current)
        self._selected()
