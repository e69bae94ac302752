"""The window's actions, built from the table of commands, with a person's own keys where they changed some."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from workbench.gui.commands import COMMANDS, MENUS
from workbench.gui.icons import make_icon

if TYPE_CHECKING:
    from workbench.gui.commands import Command
    from workbench.gui.look import Look


class Actions:
    """One QAction a command. ``handlers`` maps names to functions; a command without one is a defect."""

    def __init__(
        self, owner: QWidget, look: Look, settings: QSettings, handlers: dict[str, Callable[[], None]]
    ) -> None:
        self._owner, self._look, self._settings = owner, look, settings
        self.by_name: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(owner)
            action.setObjectName(command.name)
            action.setCheckable(command.checkable)
            action.setShortcuts([QKeySequence(key) for key in self.keys(command)])
            action.triggered.connect(lambda _=False, run=handlers[command.name]: run())
            owner.addAction(action)
            self.by_name[command.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]

    def keys(self, command: Command) -> tuple[str, ...]:
        """The keys in force: a person's own, else the command's."""
        own = self._settings.value(f"keys/{command.name}")
        if own is None:
            return command.shortcuts()
        return tuple(key for key in str(own).split(" | ") if key)

    def set_keys(self, name: str, keys: tuple[str, ...] | None) -> None:
        """Change a command's keys and remember it; None brings the command's own back."""
        command = next(command for command in COMMANDS if command.name == name)
        if keys is None:
            self._settings.remove(f"keys/{name}")
        else:
            self._settings.setValue(f"keys/{name}", " | ".join(keys))
        self.by_name[name].setShortcuts([QKeySequence(key) for key in self.keys(command)])

    def clash(self, name: str, key: str) -> str | None:
        """The other command that this key belongs to, if any."""
        wanted = QKeySequence(key).toString()
        for command in COMMANDS:
            if command.name != name and wanted in [QKeySequence(one).toString() for one in self.keys(command)]:
                return command.name
        return None

    def apply_look(self) -> None:
        look = self._look
        for command in COMMANDS:
            action = self.by_name[command.name]
            action.setText(look.say(f"command.{command.name}"))
            if command.icon:
                action.setIcon(make_icon(command.icon, look.colour("ink2"), look.colour("ink3"), look.mirrored))

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Make the menus anew in the language of the moment."""
        bar.clear()
        menus: dict[str, QMenu] = {}
        for name in MENUS:
            menu = menus[name] = bar.addMenu(self._look.say(f"menu.{name}"))
            for command in COMMANDS:
                if command.menu == name:
                    if command.separated:
                        menu.addSeparator()
                    menu.addAction(self.by_name[command.name])
        return menus
