"""Searching the whole project: findings and articles of all its comparisons, and going to the one chosen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from workbench.gui.command_palette import ENTRY, Entry, EntryDelegate
from workbench.gui.language import isolated
from workbench.gui.valuewords import short

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.gui.window import Window
    from workbench.store.project import Project
    from workbench.store.search import FoundArticle, FoundFinding

PAUSE = 150  # ms without a key before the search
MOST = 100
HINT = 34  # letters of a comparison's title
_STEPS = {
    int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_PageDown): 8, int(Qt.Key.Key_PageUp): -8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """What was found: a finding by its key, or a place of an article (an offset in code points)."""

    comparison: int
    key: str = ""
    article: str = ""
    start: int = 0


class SearchDialog(QDialog):
    """Arrows choose, Enter opens, Esc closes. The dialog stays for the next one."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self._entries: list[Entry] = []
        look = window.look
        self.setLayoutDirection(look.direction)
        self.setWindowTitle(look.say("search.title"))
        self.resize(680, 520)
        self.field = QLineEdit()
        self.field.setFixedHeight(32)
        self.field.setPlaceholderText(look.say("search.words"))
        self.field.setAccessibleName(look.say("search.words"))
        self.list = QListWidget()
        self.list.setItemDelegate(EntryDelegate(look, self))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(look.say("search.title"))
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setObjectName("hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.setSpacing(8)
        for piece in (self.field, self.list, self.told):
            layout.addWidget(piece)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.search)
        self.field.textChanged.connect(lambda _: self._timer.start(PAUSE))
        self.field.returnPressed.connect(self._open)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self._open())
        self.search()
        self.field.setFocus()

    # Finding

    def _project(self) -> Project | None:
        keeper = self._window.deeds.projects.keeper
        if keeper is None:
            return None
        keeper.flush()  # so that what was done a moment ago is found
        return keeper.project

    def search(self) -> None:
        """Look the words of the field up and show what was found."""
        from workbench.store.faults import ProjectError
        from workbench.store.search import FindingFilter, find_articles, find_findings

        self._timer.stop()
        look, words, project = self._window.look, self.field.text(), self._project()
        self._entries = []
        if project is None:
            told = look.say("search.no-project")
        elif not words.strip():
            told = look.say("search.about")
        else:
            try:
                findings = find_findings(project, FindingFilter(words), MOST)
                articles = find_articles(project, words)
                titles = {one.id: one.title for one in project.comparisons()}
            except ProjectError as error:
                told = look.pick(error.why)
            else:
                self._entries += [self._of_finding(one, titles) for one in findings]
                self._entries += [self._of_article(one, titles) for one in articles]
                told = look.say("search.found", findings=len(findings), articles=len(articles))
                if not self._entries:
                    told = look.say("search.nothing")
        self.told.setText(told)
        self._show()

    def _show(self) -> None:
        self.list.clear()
        for entry in self._entries:
            item = QListWidgetItem(entry.words)
            item.setData(ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.words} {entry.hint}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _of_finding(self, found: FoundFinding, titles: dict[int, str]) -> Entry:
        look, finding = self._window.look, found.finding
        quoted = " · ".join(" ".join(place.text.split()) for place in finding.places[:2])
        hint = f"{look.say(f'state.{found.state}')} · {short(titles.get(found.comparison, ''), HINT)}"
        go = partial(self.go, Target(found.comparison, finding.key))
        return Entry(f"{look.pick(finding.message)} · {isolated(quoted)}", hint, finding.family, "", go)

    def _of_article(self, found: FoundArticle, titles: dict[int, str]) -> Entry:
        look = self._window.look
        hint = look.say("quoted", letter=look.letter(found.article), words=short(found.title or titles.get(
            found.comparison, ""), HINT))  # fmt: skip
        go = partial(self.go, Target(found.comparison, "", found.article, found.start))
        return Entry(found.excerpt, hint, "file", "", go)

    # Going there

    def _open(self) -> None:
        if self._timer.isActive():  # Enter before the pause is over
            self.search()
            return
        row = self.list.currentRow()
        if 0 <= row < len(self._entries):
            self._entries[row].run()

    def go(self, target: Target) -> None:
        """Open the comparison and, once it is checked, show what was found there."""
        window = self._window
        projects = window.deeds.projects
        keeper = projects.keeper
        if keeper is None or keeper.project is None:
            return
        if keeper.comparison != target.comparison and not projects.open(keeper.project.path, target.comparison):
            return
        window.show_comparison()
        _when_checked(window, lambda: _show_target(window, target))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = _STEPS.get(int(event.key()))
            if by is not None and self._entries:
                self.list.setCurrentRow(min(len(self._entries) - 1, max(0, self.list.currentRow() + by)))
                return True
        return super().eventFilter(watched, event)


def _when_checked(window: Window, show: Callable[[], None]) -> None:
    """Now, or when the check that runs has ended."""
    bench = window.bench
    if bench.result is not None and not bench.stale:
        show()
        return

    revision = bench.revision

    def ended() -> None:
        if bench.revision != revision:  # something else was done meanwhile
            bench.result_changed.disconnect(ended)
        elif bench.result is not None and not bench.stale:
            bench.result_changed.disconnect(ended)
            show()

    bench.result_changed.connect(ended)


def _show_target(window: Window, target: Target) -> None:
    bench = window.bench
    if target.key:
        if bench.row(target.key) is None:
            window.tell(window.look.say("search.gone"), "unsure", "open")
            return
        window.deeds.show_panel("findings")
        bench.set_current(target.key)
    else:
        window.workspace.go(target.article, target.start)


def open_search(window: Window) -> SearchDialog:
    """Show the dialog over the window."""
    dialog = SearchDialog(window)
    dialog.show()
    return dialog
