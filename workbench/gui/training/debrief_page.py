"""The debrief: key, own marks and the program's findings on the same words, the panel beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.gui.chips import Chip
from workbench.gui.palettes import OUTCOMES
from workbench.gui.panel.details import IconSquare, plain_label
from workbench.gui.training.debrief_panel import WIDTH, DebriefPanel
from workbench.gui.training.texts import Shown, TextsBeside
from workbench.training.values import KeyEntry, MarkPlace, Trap

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.training.debrief import Debrief

VIEWS = ("mine", "key", "engine")
LEGEND_FROM = 760  # px that the bar must have for its legend
LEGEND = ("found", "missed", "wrong-kind", "alarm")


class ViewBar(QWidget):
    """What the marks on the text stand for, and a choice of whose they are."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(38)
        self.chips = {name: Chip(look, "", 26) for name in VIEWS}
        self.legend = QHBoxLayout()
        self.legend.setSpacing(5)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.addLayout(self.legend)
        row.addStretch(1)
        for name, chip in self.chips.items():
            chip.radius = 5
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            row.addWidget(chip)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(600, 38)

    def show_view(self, view: str, engine: bool) -> None:
        look = self._look
        while self.legend.count():
            item = self.legend.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        for outcome in LEGEND:
            self.legend.addWidget(IconSquare(look, outcome, OUTCOMES[outcome]))
            label = plain_label(look.say(f"train.legend.{outcome}"), look.plain(12), "ink2", look)
            label.setSizePolicy(label.sizePolicy().Policy.Maximum, label.sizePolicy().Policy.Preferred)
            label.setWordWrap(False)
            self.legend.addWidget(label)
        self._make_room(self.width())
        for name, chip in self.chips.items():
            chip.set_words(look.say(f"train.view.{name}"))
            chip.setChecked(name == view)
        self.chips["engine"].setEnabled(engine)
        self.chips["engine"].setToolTip("" if engine else look.say("train.engine.reading"))

    def _make_room(self, width: int) -> None:
        """The choice comes before the legend where there is room for one of them."""
        for n in range(self.legend.count()):
            item = self.legend.itemAt(n)
            widget = item.widget() if item else None
            if widget is not None:
                widget.setVisible(width > LEGEND_FROM)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._make_room(event.size().width())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("panel"))
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


class DebriefPage(TextsBeside):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.panel = DebriefPanel(look)
        super().__init__(look, self.panel, WIDTH, parent)
        self.look = look
        self.debrief: Debrief | None = None
        self.view, self.current = "mine", ""
        self.bar = ViewBar(look)
        self.column.insertWidget(0, self.bar)
        self.bar.chosen.connect(self.show_view)
        self.panel.chosen.connect(self.choose)
        self.texts.chosen.connect(self.choose)

    def apply_look(self) -> None:
        self.texts.apply_look()
        if self.debrief is not None:
            self.show_debrief(self.debrief)

    def show_debrief(self, debrief: Debrief) -> None:
        self.debrief = debrief
        self.texts.show_exercise(debrief.exercise, self.look.pick(debrief.exercise.title))
        self.panel.show_debrief(debrief)
        self.show_view(self.view)

    def has_engine(self) -> bool:
        return self.debrief is not None and any(view.engine is not None for view in self.debrief.entries)

    def show_view(self, view: str) -> None:
        debrief = self.debrief
        if debrief is None:
            return
        self.view = view if view != "engine" or self.has_engine() else "mine"
        self.bar.show_view(self.view, self.has_engine())
        shown = {"mine": self._mine, "key": self._key, "engine": self._engine}[self.view](debrief)
        # A trainee's own words stay under a hairline, so that what differs from the key is seen.
        own = [place for mark in debrief.paper.marks for place in mark.places] if self.view == "mine" else []
        self.texts.show_marks(shown, self.current or None, own)
        self.panel.set_current(self.current)

    def choose(self, name: str) -> None:
        self.current = name
        self.texts.set_current(name)
        self.texts.go_to(name)
        self.panel.set_current(name)

    def _mine(self, debrief: Debrief) -> list[Shown]:
        shown = [
            Shown(view.entry.id, view.score.outcome, key_places(view.entry), "",
                  self.look.say(f"train.legend.{view.score.outcome}"))
            for view in debrief.entries
        ]  # fmt: skip
        return shown + [
            Shown(f"alarm:{alarm.mark.id}", "alarm", alarm.mark.places, "", self.look.say("train.legend.alarm"))
            for alarm in debrief.alarms
        ]

    def _key(self, debrief: Debrief) -> list[Shown]:
        return [Shown(view.entry.id, view.entry.family, key_places(view.entry)) for view in debrief.entries] + [
            Shown(f"trap:{trap.trap.id}", "alarm", key_places(trap.trap), "", self.look.say("train.trap"))
            for trap in debrief.traps
        ]

    def _engine(self, debrief: Debrief) -> list[Shown]:
        shown = []
        for view in debrief.entries:
            role = "found" if view.engine else "missed"
            words = self.look.say(f"train.legend.{role}")
            shown.append(Shown(view.entry.id, role, key_places(view.entry), "", words))
        return shown + [Shown(f"engine:{mark.id}", "alarm", mark.places) for mark in debrief.engine_alarms]


def key_places(item: KeyEntry | Trap) -> tuple[MarkPlace, ...]:
    return tuple(MarkPlace(place.article, place.span.start, place.span.end) for place in item.places)
