"""The command palette: every command, finding, claim and heading by a few letters of its name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout

from workbench.gui.commands import COMMANDS
from workbench.gui.entry_list import Entry, EntryList
from workbench.text.normal import key as folded

if TYPE_CHECKING:
    from workbench.gui.window import Window

MOST = 40


def entries(window: Window) -> tuple[Entry, ...]:
    """Commands first, then findings, then claims."""
    look, bench = window.look, window.bench
    found: list[Entry] = []
    for command in COMMANDS:
        action = window.actions_[command.name]
        both = look.words.both(f"command.{command.name}")
        keys = window.actions_.keys(command)
        hint = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        if command.name != "palette":
            found.append(Entry(action.text(), hint, command.icon, _fold(both.en, both.ar), action.trigger))
    for row in bench.rows():
        words = look.pick(row.finding.message)
        search = _fold(row.finding.message.en, row.finding.message.ar, *(quoted for _, quoted in row.quotations))
        run = partial(bench.set_current, row.key)
        found.append(Entry(words, look.say(f"family.{row.finding.family}"), row.finding.family, search, run))
    for claim in bench.result.claims if bench.result else ():
        words = " ".join(claim.text.split())
        go = partial(window.workspace.go, claim.article, claim.span.start)
        found.append(Entry(words, look.letter(claim.article), claim.kind, _fold(claim.text), go))
    return tuple(found)


def matching(found: tuple[Entry, ...], words: str) -> tuple[Entry, ...]:
    """Those that hold every word typed, in any order; without any word the commands only."""
    wanted = _fold(words).split()
    if not wanted:
        return found[: len(COMMANDS) - 1]
    return tuple(entry for entry in found if all(word in entry.search for word in wanted))[:MOST]


def _fold(*texts: str) -> str:
    return folded(" ".join(texts)).casefold()


class CommandPalette(QFrame):
    """A popover over the window; arrows choose, Enter runs, Esc closes."""

    def __init__(self, window: Window) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self._entries = entries(window)
        look = window.look
        self.setLayoutDirection(look.direction)
        self.field = QLineEdit()
        self.field.setPlaceholderText(look.say("palette.find"))
        self.field.setAccessibleName(look.say("palette.find"))
        self.field.setFixedHeight(32)
        self.list = EntryList(look, self.field)
        self.nothing = QLabel(look.say("palette.nothing"))
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setObjectName("hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        for piece in (self.field, self.list, self.nothing):
            layout.addWidget(piece)
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._run)
        self.list.itemClicked.connect(lambda _: self._run())
        self._search("")

    def open_centred(self) -> None:
        self.resize(560, 420)
        middle = self._window.rect().center().x() - self.width() // 2
        self.move(self._window.mapToGlobal(self._window.rect().topLeft()) + QPoint(middle, 44))
        self.show()
        self.field.setFocus()

    def _search(self, words: str) -> None:
        self.list.show_entries(matching(self._entries, words))
        self.nothing.setVisible(not self.list.count())

    def _run(self) -> None:
        entry = self.list.chosen()
        if entry is not None:
            self.close()
            entry.run()
