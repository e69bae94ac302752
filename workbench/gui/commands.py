"""Every command of the window in one table: its menu, its keys in each layout, its icon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Menu = Literal["file", "edit", "view", "compare", "findings", "training", "help"]
MENUS: tuple[Menu, ...] = ("file", "edit", "view", "compare", "findings", "training", "help")


@dataclass(frozen=True, slots=True)
class Command:
    """``keys`` work in every layout; ``latin`` and ``arabic`` are the same key's characters in the two layouts.
    Its words are ``command.<name>`` in the table of words."""

    name: str
    menu: Menu
    keys: tuple[str, ...] = ()
    latin: str = ""
    arabic: str = ""
    icon: str = ""
    checkable: bool = False
    separated: bool = False

    def shortcuts(self) -> tuple[str, ...]:
        return tuple(key for key in (*self.keys, self.latin, self.arabic) if key)


COMMANDS: tuple[Command, ...] = (
    Command("open-a", "file", ("Ctrl+O",), icon="folder"),
    Command("open-b", "file", ("Ctrl+Shift+O",), icon="folder"),
    Command("paste-a", "file", ("Ctrl+Shift+V",), icon="paste"),
    Command("paste-b", "file", ("Ctrl+Alt+V",), icon="paste"),
    Command("sample", "file", icon="file"),
    Command("new-project", "file", ("Ctrl+N",), separated=True),
    Command("open-project", "file", ("Ctrl+Alt+P",)),
    Command("recent-projects", "file"),
    Command("save-project", "file", ("Ctrl+Shift+S",)),
    Command("save-draft", "file", ("Ctrl+S",), separated=True),
    Command("export-report", "file", ("Ctrl+E",), icon="file"),
    Command("welcome", "file", ("Ctrl+W",)),
    Command("print", "file", ("Ctrl+P",)),
    Command("quit", "file", ("Ctrl+Q",), separated=True),
    Command("undo", "edit", ("Ctrl+Z",), icon="undo"),
    Command("redo", "edit", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("edit", "edit", (), "E", "ث", "corrected", checkable=True, separated=True),
    Command("mend", "edit", ("Alt+Return",)),
    Command("date-a", "edit", ("Ctrl+D",), icon="calendar", separated=True),
    Command("date-b", "edit", ("Ctrl+Shift+D",), icon="calendar"),
    Command("palette", "view", ("Ctrl+K",), icon="search"),
    Command("search-project", "view", ("Ctrl+Shift+F",), icon="search"),
    Command("findings", "view", ("Ctrl+1",)),
    Command("claims", "view", ("Ctrl+2",)),
    Command("events", "view", ("Ctrl+3",)),
    Command("settle", "view", ("Ctrl+4",)),
    Command("timeline", "view", ("Ctrl+5",), "T", "ف", checkable=True),
    Command("sources", "view", ("Ctrl+6",)),
    Command("zoom-in", "view", ("Ctrl++", "Ctrl+="), separated=True),
    Command("zoom-out", "view", ("Ctrl+-",)),
    Command("zoom-reset", "view", ("Ctrl+0",)),
    Command("face", "view"),
    Command("theme", "view", ("Ctrl+Shift+L",), icon="moon", separated=True),
    Command("language", "view", ("Ctrl+Shift+A",)),
    Command("digits", "view", checkable=True),
    Command("next-pane", "view", ("F6",)),
    Command("previous-pane", "view", ("Shift+F6",)),
    Command("check", "compare", ("F5",)),
    Command("swap", "compare", ("Ctrl+Shift+X",), icon="swap"),
    Command("lock", "compare", (), "L", "م", "lock", checkable=True),
    Command("join", "compare", (), "M", "ة", "join", separated=True),
    Command("part", "compare", (), "P", "ح", "part"),
    Command("same-event", "compare", (), "S", "س"),
    Command("different-event", "compare", (), "D", "ي"),
    Command("add-report", "compare", ("Ctrl+Alt+O",), separated=True),
    Command("supports", "compare", ("Ctrl+7",)),
    Command("next", "findings", ("F8",), "J", "ت"),
    Command("previous", "findings", ("Shift+F8",), "K", "ن"),
    Command("confirm", "findings", (), "1", "١", "confirmed", separated=True),
    Command("dismiss", "findings", (), "2", "٢", "dismissed"),
    Command("needs-source", "findings", (), "3", "٣", "needs-source"),
    Command("corrected", "findings", (), "4", "٤", "corrected"),
    Command("reopen", "findings", (), "0", "٠", "open"),
    Command("note", "findings", (), "N", "ى", "quote"),
    Command("only-open", "findings", (), "O", "خ", "open", checkable=True, separated=True),
    Command("filter", "findings", ("Ctrl+F",), icon="search"),
    Command("hide", "findings", ("Ctrl+H",)),
    Command("copy-finding", "findings", ("Ctrl+Shift+C",)),
    Command("exercises", "training", icon="school"),
    Command("make-exercise", "training"),
    Command("shortcuts", "help", ("F1",)),
    Command("about", "help"),
)

BY_NAME = {command.name: command for command in COMMANDS}


def hint(name: str, arabic_layout: bool) -> str:
    """The character a person presses for a command in the layout that is active."""
    command = BY_NAME[name]
    if command.latin:
        return command.arabic if arabic_layout and not command.latin.isdigit() else command.latin
    return command.keys[0].replace("+", " ") if command.keys else ""
