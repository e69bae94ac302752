"""What a list says when it has nothing to show: one sentence and one button, at the list's own place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workbench.gui.chips import Chip

if TYPE_CHECKING:
    from workbench.gui.bench import Bench
    from workbench.gui.look import Look


class EmptyNotice(QWidget):
    """``acted`` names what its button does: ``clear-filter`` or a command."""

    acted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._action = ""
        self.sentence = QLabel()
        self.more = QLabel()
        for label in (self.sentence, self.more):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.sentence.setObjectName("strong")
        self.more.setObjectName("hint")
        self.button = Chip(look, "", 30)
        self.button.radius = 5
        self.button.clicked.connect(lambda: self.acted.emit(self._action))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 32, 24, 24)
        layout.setSpacing(8)
        layout.addWidget(self.sentence)
        layout.addWidget(self.more)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def say(self, sentence: str, more: str, action: str, words: str) -> None:
        self.sentence.setText(sentence)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self._action = action
        self.button.setVisible(bool(action))
        self.button.set_words(words)

    def show_for(self, bench: Bench, narrowed: bool) -> None:
        look = self._look
        if narrowed:
            self.say(look.say("empty.narrowed"), "", "clear-filter", look.say("empty.clear"))
        elif bench.result is None:
            sentence = look.say("progress.checking") if bench.stale else look.say("empty.nothing-open")
            self.say(sentence, "", "" if bench.stale else "open-a", look.say("command.open-a"))
        else:
            claims = len(bench.result.claims)
            compared = len(bench.result.alignments)
            what = look.say("empty.compared", claims=claims, pairs=compared)
            alone = len(bench.drafts) < 2
            more = [what, *([look.say("empty.alone")] if alone else []), look.say("empty.unchecked")]
            command = "open-b" if alone else "claims"
            self.say(look.say("empty.none-found"), " ".join(more), command, look.say(f"command.{command}"))
