"""Searching the whole project: findings and articles of all its comparisons, and going to the one chosen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout

from workbench.gui.entry_list import Entry, EntryList
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
        look = window.look
        self.setLayoutDirection(look.direction)
        self.setWindowTitle(look.say("search.title"))
        self.resize(680, 520)
        self.field = QLineEdit()
        self.field.setFixedHeight(32)
        self.field.setPlaceholderText(look.say("search.words"))
        self.field.setAccessibleName(look.say("search.words"))
        self.list = EntryList(look, self.field)
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
        found: list[Entry] = []
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
                found += [self._of_finding(one, titles) for one in findings]
                found += [self._of_article(one, titles) for one in articles]
                told = look.say("search.found", findings=len(findings), articles=len(articles))
                if not found:
                    told = look.say("search.nothing")
        self.told.setText(told)
        self.list.show_entries(found)

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
        entry = self.list.chosen()
        if entry is not None:
            entry.run()

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
