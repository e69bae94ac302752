"""The list of keys, where a person changes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)  # fmt: skip

from workbench.gui.commands import COMMANDS
from workbench.gui.language import left_to_right

if TYPE_CHECKING:
    from workbench.gui.window import Window


class ShortcutsDialog(QDialog):
    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        look = window.look
        self.setWindowTitle(look.say("shortcuts.title"))
        self.resize(560, 620)
        self.table = QTableWidget(len(COMMANDS), 2)
        self.table.setHorizontalHeaderLabels([look.say("shortcuts.command"), look.say("shortcuts.keys")])
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setAccessibleName(look.say("shortcuts.title"))
        self.field = QKeySequenceEdit()
        self.field.setMaximumSequenceLength(1)
        self.field.setAccessibleName(look.say("shortcuts.change"))
        line = self.field.findChild(QLineEdit)
        if line is not None:
            line.setPlaceholderText(look.say("shortcuts.press"))  # Qt's own words are English only
        self.message = QLabel(look.say("shortcuts.change"))
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.message.setObjectName("hint")
        use = QPushButton(look.say("shortcuts.set"))
        back = QPushButton(look.say("shortcuts.reset"))
        close = QPushButton(look.say("close"))
        for button in (use, back, close):
            button.setAutoDefault(False)
        use.clicked.connect(self._set)
        back.clicked.connect(self._reset)
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        for piece in (self.field, use, back, close):
            row.addWidget(piece)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(self.message)
        layout.addLayout(row)
        self._fill()
        self.table.setCurrentCell(0, 0)

    def _fill(self) -> None:
        look = self._window.look
        for number, command in enumerate(COMMANDS):
            keys = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
                    for key in self._window.actions_.keys(command)]  # fmt: skip
            self.table.setItem(number, 0, QTableWidgetItem(look.say(f"command.{command.name}")))
            self.table.setItem(number, 1, QTableWidgetItem("  ".join(left_to_right(key) for key in keys)))

    def _set(self) -> None:
        key = self.field.keySequence().toString()
        name = COMMANDS[self.table.currentRow()].name
        if not key:
            return
        look = self._window.look
        other = self._window.actions_.clash(name, key)
        if other is not None:
            self.message.setText(look.say("shortcuts.clash", command=look.say(f"command.{other}")))
            return
        self._window.actions_.set_keys(name, (key,))
        self.message.setText(look.say("shortcuts.change"))
        self.field.clear()
        self._fill()

    def _reset(self) -> None:
        self._window.actions_.set_keys(COMMANDS[self.table.currentRow()].name, None)
        self._fill()
