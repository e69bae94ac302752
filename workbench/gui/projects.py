"""The window's projects: new, open, save as, the recent ones, what a crash left, and the questions these bring."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from workbench.gui.keeping import Keeper
from workbench.gui.plainwords import plain_entry

if TYPE_CHECKING:
    from workbench.gui.window import Window
    from workbench.store.project import Project
    from workbench.text.values import Bilingual

MOST = 8
SUFFIX = ".fcw"


class Projects(QObject):
    """Over one window. Nothing is kept before ``begin`` (or before a project is opened or saved): a picture of the
    window, for one, leaves nothing behind. ``home`` is the person's data folder, None for the usual one; ``ask`` puts
    a question and returns the answer."""

    def __init__(self, window: Window, home: Path | None = None) -> None:
        super().__init__(window)
        self.window, self.home = window, home
        self.keeper: Keeper | None = None
        self.ask: Callable[[str], bool] = self._ask

    # Keeping

    def begin(self) -> None:
        """From now on everything on the bench is kept, in an untitled project until it has a name."""
        self._keeping()
        if self.recent():
            self.window.welcome.refresh()
        QTimer.singleShot(0, self.offer_recovery)

    def _keeping(self) -> Keeper:
        if self.keeper is None:
            window = self.window
            keeper = self.keeper = Keeper(window.bench, self._untitled, self)
            keeper.failed.connect(self._failed)
            keeper.noticed.connect(lambda: window.tell(window.look.say("project.changed"), "unsure", "open"))
            window.look.changed.connect(self.show_title)
            note = window.workspace.findings.note
            note.textEdited.connect(self._typing)
            application = QApplication.instance()
            if isinstance(application, QApplication):
                application.applicationStateChanged.connect(self._came_back)
        return self.keeper

    def _untitled(self) -> Project:
        from workbench.store.untitled import create_untitled

        return create_untitled(dt.datetime.now(dt.UTC), self.home)

    def _typing(self, words: str) -> None:
        key = self.window.bench.current
        if self.keeper is not None and key is not None:
            self.keeper.typing(key, words)

    def _came_back(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and self.keeper is not None:
            self.keeper.look_outside()

    def close(self) -> bool:
        """The window closes: write what is left, let go of the file. False where something cannot be written and the
        person stays for it."""
        if self.keeper is not None:
            with suppress(RuntimeError):
                self.window.workspace.findings.note.clearFocus()
            if not self._may_leave():
                return False
            self.keeper.leave()
        return True

    def _may_leave(self) -> bool:
        """Nothing a person did is let go of in silence."""
        return self.keeper is None or self.keeper.flush() or self.ask(self.window.look.say("project.ask-lose"))

    # What the menu does

    def new(self) -> None:
        """Leave the project; the next articles begin an untitled one."""
        keeper = self._keeping()
        if not self._may_leave():
            return
        keeper.leave()
        self.window.bench.set_drafts(())
        self.window.show_welcome()
        self.show_title()

    def choose(self) -> None:
        window, look = self.window, self.window.look
        name, _ = QFileDialog.getOpenFileName(window, look.say("project.open"), self._folder(), self._filter())
        if name:
            self.open(Path(name))

    def save_as(self) -> None:
        window, look = self.window, self.window.look
        if not window.bench.drafts:
            window.tell(look.say("empty.nothing-open"), "unsure", "open")
            return
        title = window.bench.result.readings[0].article.title if window.bench.result else ""
        plain = "".join(sign for sign in title[:60] if sign.isalnum() or sign in " -_").strip()
        name = plain or look.say("project.untitled")
        chosen, _ = QFileDialog.getSaveFileName(
            window, look.say("project.save-as"), str(Path(self._folder()) / (name + SUFFIX)), self._filter()
        )
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX))

    def save_to(self, path: Path) -> bool:
        """Go on under this name; a file of that name gives way, the dialog has asked. What cannot be written where it
        was goes along: a full disk, or a file that is gone, is no dead end."""
        from workbench.store.faults import ChangedElsewhereError, ProjectError
        from workbench.store.opening import open_project, save_copy
        from workbench.store.untitled import discard, is_untitled

        keeper = self._keeping()
        if not keeper.flush():
            if keeper.project is None:
                return False
            if isinstance(keeper.fault, ChangedElsewhereError) and not keeper.start_over():
                return False
        try:
            if keeper.project is None:
                keeper.project = self._untitled()
                keeper.flush()
            before = keeper.project
            if path.resolve() == before.path:
                return not keeper.waiting
            save_copy(before, path)
            fresh = open_project(path, home=self.home)
        except ProjectError as error:
            self._failed(error.why)
            return False
        if is_untitled(before.path, self.home) and not before.read_only:
            discard(before)
        kept = keeper.adopt(fresh)
        self._remember(fresh.path)
        self.show_title()
        if not kept:  # the line at the bottom says why
            return False
        self.window.tell(self.window.look.say("status.saved", name=path.name))
        return True

    def open(self, path: Path, comparison: int | None = None) -> bool:
        """Open a project and show it; what stands in the way is asked or told."""
        from workbench.store.faults import DamagedProjectError, LockedProjectError, ProjectError
        from workbench.store.opening import open_project

        window, look = self.window, self.window.look
        keeper = self._keeping()
        if keeper.project is not None and keeper.project.path == path.absolute():
            keeper.flush()
            return self._show(keeper.project, comparison)
        if not self._may_leave():
            return False
        try:
            project = open_project(path, home=self.home)
        except LockedProjectError as error:
            why = look.pick(error.why)
            question = "project.ask-take-over" if error.remote else "project.ask-read-only"
            if not self.ask(f"{why}\n{look.say(question)}"):
                window.complain(why)
                return False
            return self._again(path, read_only=not error.remote, take_over=error.remote)
        except DamagedProjectError as error:
            return self._rescue(path, error.why)
        except ProjectError as error:
            window.complain(look.pick(error.why))
            return False
        return self._show(project, comparison)

    def _again(self, path: Path, read_only: bool = False, take_over: bool = False) -> bool:
        from workbench.store.faults import ProjectError
        from workbench.store.opening import open_project

        try:
            return self._show(open_project(path, read_only=read_only, take_over=take_over, home=self.home))
        except ProjectError as error:
            self.window.complain(self.window.look.pick(error.why))
            return False

    def _rescue(self, path: Path, why: Bilingual) -> bool:
        from workbench.store.faults import ProjectError
        from workbench.store.opening import open_project
        from workbench.store.rescue import rescue

        window, look = self.window, self.window.look
        if not self.ask(f"{look.pick(why)}\n{look.say('project.ask-rescue')}"):
            window.complain(look.pick(why))
            return False
        try:
            outcome = rescue(path, self.home)
            shown = self._show(open_project(path, home=self.home))
        except ProjectError as error:
            window.complain(look.pick(error.why))
            return False
        window.tell(look.pick(outcome.told), "warning", "open")
        return shown

    def _show(self, project: Project, comparison: int | None = None) -> bool:
        from workbench.store.faults import DamagedProjectError, ProjectError

        window, look = self.window, self.window.look
        keeper = self._keeping()
        try:
            keeper.take(project, comparison)
        except DamagedProjectError as error:
            path = project.path
            project.close()
            if keeper.project is project:
                keeper.project = None
            return self._rescue(path, error.why)
        except ProjectError as error:
            project.close()
            window.complain(look.pick(error.why))
            return False
        self._remember(project.path)
        self.show_title()
        if window.bench.drafts:
            window.show_comparison()
        else:
            window.show_welcome()
        for notice in project.notices:
            window.tell(look.pick(notice), "unsure", "open")
        return True

    def recent(self) -> tuple[Path, ...]:
        """Projects opened lately, the newest first, and untitled ones behind them."""
        from workbench.store.untitled import list_untitled

        kept = self.window.settings.value("recent/projects", [])
        names = kept if isinstance(kept, list) else [kept] if kept else []
        paths = [path for name in names if (path := Path(str(name))).is_file()]
        paths += [path for path in list_untitled(self.home) if path not in paths]
        return tuple(paths[:MOST])

    def named(self) -> tuple[tuple[str, Path], ...]:
        """The recent projects with what they are called; none where nothing is kept (a picture shows nobody's own)."""
        return tuple((self._name(path), path) for path in self.recent()) if self.keeper is not None else ()

    def _remember(self, path: Path) -> None:
        from workbench.store.untitled import is_untitled

        if not is_untitled(path, self.home):
            paths = [path, *(old for old in self.recent() if old != path and not is_untitled(old, self.home))]
            self.window.settings.setValue("recent/projects", [str(one) for one in paths[:MOST]])

    def recent_menu(self) -> QMenu:
        """The recent projects by name, the comparisons of this one below them."""
        look = self.window.look
        menu = QMenu(self.window)
        for path in self.recent():
            menu.addAction(plain_entry(self._name(path)), partial(self.open, path))
        if self.keeper is not None and self.keeper.project is not None:
            rest = [one for one in self.keeper.project.comparisons() if one.id != self.keeper.comparison]
            if rest:
                menu.addSection(look.say("project.comparisons"))
            for one in rest:
                menu.addAction(plain_entry(one.title or "…"), partial(self.open, self.keeper.project.path, one.id))
        if menu.isEmpty():
            menu.addAction(look.say("project.none")).setEnabled(False)
        return menu

    def show_recent(self) -> None:
        menu = self.recent_menu()
        menu.setObjectName("recent-projects")
        menu.popup(self.window.top.mapToGlobal(self.window.top.menus.geometry().bottomLeft()))

    def offer_recovery(self) -> None:
        """Ask whether to go on with what a crash left, where nothing else is open yet."""
        from workbench.store.untitled import after_a_crash

        if self.window.bench.drafts:
            return
        for path in after_a_crash(self.home)[:1]:
            if self.ask(self.window.look.say("project.ask-recover")):
                self.open(path)

    # Saying

    def show_title(self) -> None:
        look = self.window.look
        path = self.keeper.project.path if self.keeper is not None and self.keeper.project is not None else None
        name = look.say("app.name")
        self.window.setWindowTitle(f"{self._name(path)} – {name}" if path is not None else name)

    def _name(self, path: Path) -> str:
        from workbench.store.untitled import is_untitled

        if not is_untitled(path, self.home):
            return path.stem
        with suppress(OSError):
            saved, look = dt.datetime.fromtimestamp(path.stat().st_mtime), self.window.look
            return f"{look.say('project.untitled')} {look.day(saved.date())} {look.figures(f'{saved:%H:%M}')}"
        return self.window.look.say("project.untitled")

    def _failed(self, why: Bilingual) -> None:
        self.window.complain(self.window.look.pick(why))

    def _ask(self, question: str) -> bool:
        look = self.window.look
        box = QMessageBox(QMessageBox.Icon.Question, look.say("app.name"), question, parent=self.window)
        box.setTextFormat(Qt.TextFormat.PlainText)  # the words may come from a file's name
        yes = box.addButton(look.say("project.yes"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(look.say("project.no"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return box.clickedButton() is yes

    def _filter(self) -> str:
        return f"{self.window.look.say('project.files')} (*{SUFFIX})"

    def _folder(self) -> str:
        paths = self.window.settings.value("recent/projects", [])
        names = paths if isinstance(paths, list) else [paths] if paths else []
        return str(Path(str(names[0])).parent) if names else str(Path.home())
