"""An exercise's articles side by side, with marks and the ribbons between linked passages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.engine import Draft
from workbench.gui.channel.column import ChannelColumn
from workbench.gui.channel.locking import ScrollLock
from workbench.gui.channel.ribbons import Ribbon
from workbench.gui.marks import NO_MARKS, Mark, MarkIndex
from workbench.gui.pane.pane import Pane
from workbench.training.values import Exercise, MarkPlace
from workbench.wording import LRM, RLM, day_words, isolated

if TYPE_CHECKING:
    from workbench.gui.look import Look

NARROW, SIDE_LEAST = 1240, 340


@dataclass(frozen=True, slots=True)
class Shown:
    """Passages that belong together: ``role`` is a family or a debrief's outcome, ``words`` stand on the ribbon."""

    name: str
    role: str
    places: tuple[MarkPlace, ...]
    kind: str = ""
    words: str = ""


class TextsView(QWidget):
    """``chosen`` names what was clicked; ``selected`` tells that a selection was made or lost."""

    chosen = Signal(str)
    selected = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.panes = {"a": Pane(look, "a"), "b": Pane(look, "b")}
        self.channel = ChannelColumn(look, self.panes["a"], self.panes["b"])
        self.lock = ScrollLock(self.panes["a"], self.panes["b"], self)
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title.setWordWrap(True)
        header = self.channel.header.layout()
        assert header is not None
        header.addWidget(self.title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panes["a"], 100)
        row.addWidget(self.channel)
        row.addWidget(self.panes["b"], 100)
        self._shown: tuple[Shown, ...] = ()
        self._texts: dict[str, str] = {}
        self._narrow = False
        self._drafts: dict[str, Draft] = {}
        for pane in self.panes.values():
            pane.view.mark_clicked.connect(self.chosen)
            pane.view.selectionChanged.connect(lambda pane=pane: self._selection(pane))
        self.channel.canvas.chosen.connect(self._ribbon_chosen)
        self.channel.header.show_state(None, False, False, "")
        look.zoomed.connect(self._zoomed)

    def apply_look(self) -> None:
        look = self.look
        for pane in self.panes.values():
            pane.apply_look()
            self._show_header(pane)
        self.title.setFont(look.plain(12))
        self.title.setStyleSheet(f"color: {look.palette.ink2};")
        self.channel.header.update()
        self.channel.canvas.update()

    def _zoomed(self) -> None:
        for pane in self.panes.values():
            pane.view.apply_look()
            pane.strip.forget()
        self.channel.canvas.update()

    def _show_header(self, pane: Pane) -> None:
        """Title, words and the day, as the exercise gives them."""
        draft = self._drafts.get(pane.article)
        pane.header.show_article(draft, None)
        if draft is None or draft.date is None:
            pane.header.date.hide()
        else:
            pane.header.date.set_words(day_words(draft.date, self.look.code, weekday=True))

    def set_narrow(self, narrow: bool) -> None:
        """Where room lacks the channel goes: linked passages still rise together."""
        self._narrow = narrow
        self.channel.setVisible(len(self._texts) > 1 and not narrow)

    # Texts

    def show_exercise(self, exercise: Exercise, title: str = "") -> None:
        """Put the articles on the panes; the same texts stay where they were scrolled to."""
        texts = {article.id: article.text for article in exercise.articles}
        self._drafts = {article.id: Draft(article.text, article.date) for article in exercise.articles}
        for id, pane in self.panes.items():
            draft = self._drafts.get(id)
            if texts.get(id) != self._texts.get(id):
                pane.show_draft(id, draft, None)
                if draft is not None:
                    pane.view.set_headline(headline_end(draft.text))
            self._show_header(pane)
        self._texts = texts
        both = len(texts) > 1
        self.panes["b"].setVisible(both)
        self.channel.setVisible(both and not self._narrow)
        self.title.setText(title)

    # Marks

    def show_marks(
        self, shown: Iterable[Shown], current: str | None = None, thin: Iterable[MarkPlace] = ()
    ) -> None:
        """Marks behind the words and ribbons between linked ones; ``thin`` passages get a hairline."""
        thin = tuple(thin)
        self._shown = tuple(shown)
        for id, pane in self.panes.items():
            units = pane.view.offsets.units
            marks = tuple(
                Mark(units(place.start), units(place.end), one.role, one.kind, "medium", one.name)
                for one in self._shown
                for place in one.places
                if place.article == id
            )
            lines = tuple(
                Mark(units(place.start), units(place.end), None, "quantity", "low", "")
                for place in thin
                if place.article == id
            )
            pane.view.set_marks(MarkIndex(marks), MarkIndex(lines) if lines else NO_MARKS)
            pane.strip.forget()
        self.channel.canvas.set_ribbons(tuple(ribbon for one in self._shown for ribbon in self._ribbons(one)))
        self.set_current(current)

    def _ribbons(self, one: Shown) -> Iterable[Ribbon]:
        first = one.places[0]
        for place in one.places[1:]:
            a, b = (first, place) if first.article <= place.article else (place, first)
            ends = []
            for end in (a, b):
                units = self.panes[end.article].view.offsets.units
                ends.append((units(end.start), units(end.end)))
            arc = a.article if a.article == b.article else None
            yield Ribbon(ends[0], ends[1], "contradicts", "", one.words, one.name, (), arc, one.role,
                         plain=not one.words)  # fmt: skip

    def set_current(self, name: str | None) -> None:
        for pane in self.panes.values():
            pane.set_current(name)
        self.channel.canvas.current = name
        self.channel.canvas.update()

    def go_to(self, name: str) -> None:
        """Bring what a name stands for into view, in both panes at one height."""
        units: dict[str, int] = {}
        for one in self._shown:
            if one.name == name:
                for place in one.places:
                    units.setdefault(place.article, self.panes[place.article].view.offsets.units(place.end - 1))
        self.lock.face(units.get("a"), units.get("b"))

    def _ribbon_chosen(self, ribbon: Ribbon) -> None:
        if ribbon.key:
            self.chosen.emit(ribbon.key)

    # Selection

    def selection(self) -> MarkPlace | None:
        """What is selected, in code points; of two panes the one selected in last."""
        for pane in self.panes.values():
            cursor = pane.view.textCursor()
            if pane.isVisibleTo(self) and cursor.hasSelection():
                point = pane.view.offsets.point
                return MarkPlace(pane.article, point(cursor.selectionStart()), point(cursor.selectionEnd()))
        return None

    def select(self, place: MarkPlace) -> None:
        """Select words, as the mouse does."""
        view = self.panes[place.article].view
        cursor = view.textCursor()
        cursor.setPosition(view.offsets.units(place.start))
        cursor.setPosition(view.offsets.units(place.end), cursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)

    def clear_selection(self) -> None:
        for pane in self.panes.values():
            cursor = pane.view.textCursor()
            if cursor.hasSelection():
                cursor.clearSelection()
                pane.view.setTextCursor(cursor)

    def _selection(self, pane: Pane) -> None:
        if pane.view.textCursor().hasSelection():
            for other in self.panes.values():
                cursor = other.view.textCursor()
                if other is not pane and cursor.hasSelection():
                    cursor.clearSelection()
                    other.view.setTextCursor(cursor)
        self.selected.emit()


class TextsBeside(QWidget):
    """A page with the texts and a panel beside them, which are both made narrower where the window is."""

    def __init__(self, look: Look, panel: QWidget, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts = TextsView(look)
        self._side, self._wide = panel, width
        self.column = QVBoxLayout()
        self.column.setSpacing(0)
        self.column.addWidget(self.texts, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self.column, 1)
        row.addWidget(panel)
        panel.setFixedWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        narrow = event.size().width() < NARROW
        self._side.setFixedWidth(SIDE_LEAST if narrow else self._wide)
        self.texts.set_narrow(narrow)
        super().resizeEvent(event)


def joined_quotes(look: Look, quotes: Iterable[str]) -> str:
    """Quotations in a row, in the interface's direction, each in its own; white space as single spaces."""
    start = RLM if look.mirrored else LRM
    return start + " … ".join(isolated(" ".join(quote.split())) for quote in quotes)


def headline_end(text: str) -> int:
    """Where the first line that holds words ends: an exercise's article begins with its headline."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            return at + len(line)
        at += len(line) + 1
    return 0
