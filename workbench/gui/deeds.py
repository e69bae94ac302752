"""What each command does: one short function a verb."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSaveFile, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from workbench.gui.bench import ARTICLES
from workbench.gui.linking import Linking
from workbench.gui.projects import Projects
from workbench.gui.undoing import Undoing
from workbench.review.pairing import supports

if TYPE_CHECKING:
    from workbench.gui.export_dialog import ExportDialog
    from workbench.gui.training.window import TrainingWindow
    from workbench.gui.window import Window
    from workbench.review.decisions import Reason, State
    from workbench.review.pairing import Standing

_DECISIONS: dict[str, State] = {
    "confirm": "confirmed", "needs-source": "needs-source", "corrected": "corrected", "reopen": "open",
}  # fmt: skip


class Deeds:
    """The commands' functions over one window."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.linking = Linking(window)
        self.projects = Projects(window)
        self.undoing = Undoing(window)
        self.reasons: QMenu | None = None
        self.training: TrainingWindow | None = None
        self.reports: ExportDialog | None = None

    def handlers(self) -> dict[str, Callable[[], None]]:
        window, bench = self.window, self.window.bench
        deeds: dict[str, Callable[[], None]] = {
            "open-a": lambda: self.open_file("a"),
            "open-b": lambda: self.open_file("b" if bench.drafts else "a"),
            "add-report": lambda: self.open_file("abcdefghij"[min(9, max(1, len(bench.drafts)))]),
            "paste-a": lambda: window.paste("a"),
            "paste-b": lambda: window.paste("b" if bench.drafts else "a"),
            "sample": window.open_sample,
            "new-project": self.projects.new,
            "open-project": self.projects.choose,
            "recent-projects": self.projects.show_recent,
            "save-project": self.projects.save_as,
            "save-draft": self.save_draft,
            "export-report": self.export_report,
            "welcome": window.show_welcome,
            "print": self.print_texts,
            "quit": lambda: (window.close(), None)[1],
            "undo": self.undoing.undo,
            "redo": self.undoing.redo,
            "edit": lambda: self.set_editing(window.workspace.pane_a.view.isReadOnly()),
            "mend": lambda: self.accept_mend(0),
            "date-a": lambda: self.ask_date("a"),
            "date-b": lambda: self.ask_date(bench.other),
            "palette": self.open_palette,
            "search-project": self.search_project,
            "findings": lambda: self.show_panel("findings"),
            "claims": lambda: self.show_panel("claims"),
            "events": lambda: self.show_panel("events"),
            "settle": lambda: self.show_panel("settle"),
            "sources": lambda: self.show_panel("sources"),
            "timeline": self.toggle_timeline,
            "supports": self.show_supports,
            "zoom-in": lambda: window.look.set_zoom(window.look.zoom + 0.1),
            "zoom-out": lambda: window.look.set_zoom(window.look.zoom - 0.1),
            "zoom-reset": lambda: window.look.set_zoom(1.0),
            "face": self.choose_face,
            "theme": lambda: window.look.set_theme("light" if window.look.palette.theme == "dark" else "dark"),
            "language": lambda: window.look.set_language("en" if window.look.code == "ar" else "ar"),
            "digits": lambda: window.look.set_digits("western" if window.look.digits == "arabic" else "arabic"),
            "next-pane": lambda: self.step_pane(1),
            "previous-pane": lambda: self.step_pane(-1),
            "check": self.check,
            "swap": bench.swap,
            "lock": lambda: window.workspace.set_lock(not window.workspace.lock.on),
            "join": lambda: self.linking.begin("joined"),
            "part": lambda: self.linking.begin("parted"),
            "same-event": lambda: self.linking.begin("same-event"),
            "different-event": lambda: self.linking.begin("different-event"),
            "next": lambda: window.workspace.findings.step(1),
            "previous": lambda: window.workspace.findings.step(-1),
            "dismiss": self.dismiss,
            "note": self.note,
            "only-open": self.only_open,
            "filter": self.filter,
            "hide": self.hide,
            "copy-finding": self.copy_finding,
            "exercises": self.open_training,
            "make-exercise": self.make_exercise,
            "shortcuts": self.show_shortcuts,
            "about": self.about,
        }
        for name, state in _DECISIONS.items():
            deeds[name] = lambda state=state: self.decide(state)  # type: ignore[misc]
        return deeds

    def apply_look(self) -> None:
        window = self.window
        self._action("lock").setChecked(window.workspace.lock.on)
        self._action("digits").setChecked(window.look.digits == "arabic")

    def _action(self, name: str) -> QAction:
        return self.window.actions_[name]

    def act(self, name: str) -> None:
        """A button that names a command, or one of the few that only pages know."""
        if name == "clear-filter":
            self.window.workspace.findings.clear_filter()
        elif name == "compare":
            self.window.show_comparison()
        elif name.startswith("exercise:"):
            self.open_training(name.removeprefix("exercise:"))
        elif name:
            self._action(name).trigger()

    # Getting in and out

    def open_training(self, exercise: str = "") -> None:
        """The training window over the same look; ``exercise`` is the id of one that comes with the program."""
        from workbench.gui.app import new_engine
        from workbench.gui.training.window import TrainingWindow
        from workbench.resources import resource_folder

        window = self.window
        if self.training is None:
            self.training = TrainingWindow(window.look, window.folder, new_engine, window.settings)
            self.training.closed.connect(self._training_closed)
            self.training.resize(window.size())
        self.training.show()
        self.training.raise_()
        if exercise:
            self.training.open_path(resource_folder() / "exercises" / exercise)

    def make_exercise(self) -> None:
        """The articles on the bench become a new exercise."""
        drafts = self.window.bench.drafts
        if not drafts:
            self.window.tell(self.window.look.say("empty.nothing-open"), "unsure", "open")
            return
        self.open_training()
        assert self.training is not None
        self.training.new_exercise(tuple(drafts))

    def _training_closed(self) -> None:
        if self.training is not None:
            self.training.deleteLater()
            self.training = None

    def open_file(self, article: str) -> None:
        from workbench.importing.formats import READERS

        window, look = self.window, self.window.look
        folder = str(window.recent.paths()[0].parent) if window.recent.paths() else str(Path.home())
        endings = " ".join(f"*.{ending}" for reader in READERS for ending in reader.endings)
        articles = look.say("open.filter", endings=endings)
        names, _ = QFileDialog.getOpenFileNames(window, look.say("open.title"), folder, articles)
        window.open_paths([Path(name) for name in names], article if len(names) == 1 else "")

    def save_draft(self) -> None:
        """Write the draft's text where the person says: a whole file or none."""
        from workbench.gui.opening import text_path

        window, look = self.window, self.window.look
        draft = window.bench.draft("a")
        if draft is None:
            window.tell(look.say("empty.nothing-open"), "unsure", "open")
            return
        name, _ = QFileDialog.getSaveFileName(
            window, look.say("command.save-draft"), text_path(draft.path), look.say("save.filter")
        )
        if not name:
            return
        file = QSaveFile(name)
        data = draft.text.encode("utf-8", "replace")
        if file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.commit():
            window.tell(look.say("status.saved", name=Path(name).name))
        else:
            window.complain(look.say("error.save", name=Path(name).name, why=file.errorString()))

    def export_report(self) -> None:
        """The dialog for reports; there is one, which goes on while a person works beside it."""
        window = self.window
        if not window.bench.drafts:
            window.tell(window.look.say("empty.nothing-open"), "unsure", "open")
            return
        if self.reports is None:
            from workbench.gui.export_dialog import ExportDialog
            from workbench.gui.exporting import Exporter

            self.reports = ExportDialog(window, Exporter(window.bench.checker.modules, window))
        self.reports.show()
        self.reports.raise_()
        self.reports.activateWindow()

    def close(self) -> bool:
        """The window closes: a report that is being made is given up. False where the person stays for the project."""
        if not self.projects.close():
            return False
        if self.reports is not None:
            self.reports.exporter.close()
        return True

    def print_texts(self) -> None:
        from workbench.gui.printing import print_comparison

        print_comparison(self.window)

    def ask_date(self, article: str) -> None:
        window = self.window
        if window.stack.currentWidget() is window.welcome:
            from workbench.gui.dates import DatePopover

            draft = window.bench.draft(article)
            if draft is not None:
                card = window.welcome.cards["a" if article == "a" else "b"]
                popover = DatePopover(window.look, draft, window.bench.reading(article),
                                      lambda day: window.bench.set_date(article, day), window)  # fmt: skip
                popover.open_at(card.mapToGlobal(QPoint(20, 60)))
        else:
            window.workspace.ask_date(article)

    def check(self) -> None:
        if self.window.bench.drafts:
            self.window.show_comparison()
            self.window.bench.check()

    # Looking

    def show_panel(self, name: str) -> None:
        self.window.workspace.show_page(name)
        self._action("timeline").setChecked(name == "timeline")

    def toggle_timeline(self) -> None:
        self.show_panel("findings" if self.window.workspace.timeline.isVisible() else "timeline")

    def show_supports(self) -> None:
        from workbench.gui.supporting import SupportsDialog

        SupportsDialog(self.window).show()

    def support_table(self) -> dict[str, dict[str, Standing]]:
        """What every report says to each claim of the draft."""
        bench = self.window.bench
        return supports(bench.result, ARTICLES[1 : len(bench.drafts)]) if bench.result else {}

    def open_palette(self) -> None:
        from workbench.gui.command_palette import CommandPalette

        CommandPalette(self.window).open_centred()

    def search_project(self) -> None:
        from workbench.gui.project_search import open_search

        open_search(self.window)

    def show_shortcuts(self) -> None:
        from workbench.gui.shortcuts import ShortcutsDialog

        ShortcutsDialog(self.window).show()

    def about(self) -> None:
        from workbench import __version__

        self.window.tell(self.window.look.say("about.words", version=__version__))

    def choose_face(self) -> None:
        from workbench.gui.faces import choose_face

        choose_face(self.window)

    def step_pane(self, by: int) -> None:
        """Draft, report, list, details' note, and round."""
        space = self.window.workspace
        stops = [space.pane_a.view, space.pane_b.view, space.findings.tree, space.findings.note]
        stops = [stop for stop in stops if stop.isVisible()]
        if stops:
            at = next((number for number, stop in enumerate(stops) if stop.hasFocus()), -1 if by > 0 else 0)
            stops[(at + by) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def filter(self) -> None:
        self.show_panel("findings")
        self.window.workspace.findings.filter.setFocus()

    def only_open(self) -> None:
        chip = self.window.workspace.findings.only_open
        chip.setChecked(not chip.isChecked())
        self._action("only-open").setChecked(chip.isChecked())

    # Deciding

    def decide(self, state: State, reason: Reason = "") -> None:
        """Decide about the current finding and move on to the next open one."""
        bench, panel = self.window.bench, self.window.workspace.findings
        key = bench.current
        if key is None or bench.row(key) is None:
            self.window.tell(self.window.look.say("decision.none"), "unsure", "open")
            return
        order = panel.model.finding_keys()
        bench.decide(key, state, reason)
        if state != "open":
            following = panel.next_open(order, key)
            if following is not None:
                bench.set_current(following)

    def dismiss(self) -> None:
        from workbench.gui.panel.decision_bar import reason_menu

        bench, bar = self.window.bench, self.window.workspace.findings.bar
        if bench.row(bench.current) is None:
            self.window.tell(self.window.look.say("decision.none"), "unsure", "open")
            return
        menu = reason_menu(self.window.look, self.window)
        menu.triggered.connect(lambda action: self.decide("dismissed", action.data()))
        menu.setObjectName("reasons")
        self.reasons = menu
        button = bar.buttons[1]
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def note(self) -> None:
        self.show_panel("findings")
        self.window.workspace.findings.note.setFocus()

    def hide(self) -> None:
        bench = self.window.bench
        if bench.current is not None:
            bench.hide([bench.current])

    def copy_finding(self) -> None:
        bench, look = self.window.bench, self.window.look
        finding = bench.finding(bench.current)
        if finding is not None:
            lines = [look.pick(finding.message)]
            lines += [f"{look.letter(place.article)}: {place.text}" for place in finding.places]
            lines += [f"- {look.step(step.text)}" for step in finding.evidence]
            QGuiApplication.clipboard().setText("\n".join(lines))
            self.window.tell(look.say("status.copied"))

    # Editing

    def set_editing(self, editing: bool) -> None:
        self.window.workspace.set_editing(editing)
        self._action("edit").setChecked(editing)

    def accept_mend(self, number: int) -> None:
        bench = self.window.bench
        finding = bench.finding(bench.current)
        if finding is None or number >= len(finding.mends):
            self.window.tell(self.window.look.say("mend.none"), "unsure", "open")
            return
        bench.accept(finding.mends[number])
