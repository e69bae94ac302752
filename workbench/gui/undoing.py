"""Undo and redo that say what they took back, and show the finding it was about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.gui.steps import Step
from workbench.gui.valuewords import short

if TYPE_CHECKING:
    from workbench.gui.window import Window

MOST = 48  # letters of the words that a step was about


class Undoing:
    """The two commands over a window's stack of steps."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def undo(self) -> None:
        stack = self._window.bench.stack
        if stack.canUndo():
            step = stack.command(stack.index() - 1)
            said = self._said("status.undone", step)
            stack.undo()
            self._tell(said, step)

    def redo(self) -> None:
        stack = self._window.bench.stack
        if stack.canRedo():
            step = stack.command(stack.index())
            said = self._said("status.redone", step)
            stack.redo()
            self._tell(said, step)

    def _said(self, key: str, step: object) -> str:
        look = self._window.look
        if not isinstance(step, Step):
            return ""
        name = look.say(step.text())
        words = short(step.about, MOST)
        return look.say(key, step=look.say("step.about", step=name, words=words) if words else name)

    def _tell(self, said: str, step: object) -> None:
        """The sentence stays until the next step: the check that may follow ends without a word of its own."""
        self._window.keep_said(said)
        if isinstance(step, Step) and step.finding is not None:
            self._window.bench.expect(step.finding)
