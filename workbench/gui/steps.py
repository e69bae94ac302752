"""The steps of the undo stack: a decision or note, a link, a day, a swap, a tick, an edit of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    import datetime as dt

    from workbench.gui.bench import Bench
    from workbench.review.decisions import Decision, HandLink

_EDIT = 7


class Step(QUndoCommand):
    """A step that tells what it is about: ``about`` are words of the texts (empty: its name says enough), ``finding``
    the key of the finding it decides on. Its text is the key of its name's words."""

    about = ""
    finding: str | None = None


class DecideStep(Step):
    """Puts a decision (or its note) in force; ``name`` is the key of the step's words."""

    def __init__(self, bench: Bench, before: Decision, after: Decision, name: str) -> None:
        super().__init__(name)
        self._bench, self._before, self._after = bench, before, after
        self.finding, self.about = after.key, bench.words_of(after.key)

    def redo(self) -> None:
        self._bench.put_decision(self._after)

    def undo(self) -> None:
        self._bench.put_decision(self._before)


class LinkStep(Step):
    """Puts a set of hand links and hidden findings in force."""

    def __init__(
        self, bench: Bench, links: tuple[HandLink, ...], hidden: frozenset[str], name: str, about: str = ""
    ) -> None:
        super().__init__(name)
        self.about = about
        self._bench = bench
        self._after = (links, hidden)
        self._before = (bench.review.links, bench.review.hidden)

    def redo(self) -> None:
        self._bench.put_links(*self._after)

    def undo(self) -> None:
        self._bench.put_links(*self._before)


class DateStep(Step):
    """Gives an article its day, or takes it back."""

    def __init__(self, bench: Bench, article: str, before: dt.date | None, after: dt.date | None) -> None:
        super().__init__("step.date")
        self._bench, self._article, self._before, self._after = bench, article, before, after

    def redo(self) -> None:
        self._bench.put_date(self._article, self._after)

    def undo(self) -> None:
        self._bench.put_date(self._article, self._before)


class SwapStep(Step):
    """The draft and a report change places; done twice everything stands as it did."""

    def __init__(self, bench: Bench, other: str) -> None:
        super().__init__("step.swap")
        self._bench, self._other = bench, other

    def redo(self) -> None:
        self._bench.put_swap(self._other)

    def undo(self) -> None:
        self._bench.put_swap(self._other)


class TickStep(Step):
    """Ticks or unticks entries of the to-do list."""

    def __init__(self, bench: Bench, ticks: frozenset[str]) -> None:
        super().__init__("step.tick")
        self._bench, self._after, self._before = bench, ticks, bench.review.ticks

    def redo(self) -> None:
        self._bench.put_ticks(self._after)

    def undo(self) -> None:
        self._bench.put_ticks(self._before)


class EditStep(Step):
    """Words of an article gave way to others. Typing on at the same place is one step until a space."""

    def __init__(
        self, bench: Bench, article: str, start: int, removed: str, added: str, shown: bool, name: str = "step.edit"
    ) -> None:
        super().__init__(name)
        self._bench, self._article, self._start = bench, article, start
        self._removed, self._added, self._shown = removed, added, shown

    @property
    def about(self) -> str:  # type: ignore[override]
        """What was typed, else what was taken out."""
        return self._added.strip() or self._removed.strip()

    def id(self) -> int:
        return _EDIT if self.text() == "step.edit" else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802
        if not isinstance(other, EditStep) or other._article != self._article:
            return False
        typing = not other._removed and other._start == self._start + len(self._added)
        if typing and len(other._added) == 1 and self._added and not self._added[-1:].isspace():
            self._added += other._added
            return True
        return False

    def redo(self) -> None:
        self._bench.put_edit(self._article, self._start, len(self._removed), self._added, self._shown)
        self._shown = False

    def undo(self) -> None:
        self._bench.put_edit(self._article, self._start, len(self._added), self._removed, False)
