"""The timeline's panel: what to show, a legend, the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workbench.gui.chips import Chip, Line
from workbench.gui.icons import draw_icon
from workbench.gui.panel.empty import EmptyNotice
from workbench.gui.timeline.picture import TimelinePicture
from workbench.review.timeline import build_timeline

if TYPE_CHECKING:
    from workbench.gui.bench import Bench
    from workbench.gui.look import Look


class Legend(QWidget):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setMinimumWidth(380)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        from PySide6.QtGui import QFontMetricsF

        look, right = self._look, self._look.mirrored
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = look.plain(11.5)
        at = 0.0 if right else float(self.width())
        pieces = (
            ("", "timeline.click", "ink2"), ("anachronism", "timeline.out", ""),
            ("interval", "timeline.interval", "ink2"),
        )  # fmt: skip
        for icon, key, role in pieces:
            colour = look.colour(role) if role else look.palette.family("anachronism")
            words = look.say(key)
            width = QFontMetricsF(font).horizontalAdvance(words) + 3
            painter.setFont(font)
            painter.setPen(colour)
            painter.setLayoutDirection(look.direction)
            left = at if right else at - width
            painter.drawText(QRectF(left, 0, width, self.height()), int(Qt.AlignmentFlag.AlignCenter), words)
            at += width + 5 if right else -(width + 5)
            if icon:
                draw_icon(painter, icon, QRectF(at if right else at - 14, self.height() / 2 - 7, 14, 14), colour)
                at += 14 if right else -14
            at += 16 if right else -16
        painter.end()


class TimelinePanel(QWidget):
    chosen = Signal(str, int)
    finding_chosen = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._bench = look, bench
        self.picture = TimelinePicture(look)
        self.title = Line(look, look.plain(13.5, QFont.Weight.DemiBold))
        self.events, self.terms, self.only_a = Chip(look, "clock", 26), Chip(look, "person", 26), Chip(look, "", 26)
        self.legend = Legend(look)
        self.empty = EmptyNotice(look)
        self.close_chip = Chip(look, "close", 26)
        self.close_chip.quiet = True
        self.close_chip.set_cap("T")
        self.area = QScrollArea()
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the picture in it walks by itself
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(self.picture)
        row = QHBoxLayout()
        row.setContentsMargins(14, 7, 14, 7)
        row.setSpacing(8)
        self.title.setFixedWidth(70)
        row.addWidget(self.title)
        for chip, on in ((self.events, True), (self.terms, True), (self.only_a, False)):
            chip.setCheckable(True)
            chip.setChecked(on)
            chip.radius = 5
            chip.toggled.connect(self._refilter)
            row.addWidget(chip)
        row.addWidget(self.legend, 1)
        row.addWidget(self.close_chip)
        self.close_chip.clicked.connect(self.closed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.empty, 1)
        self.picture.chosen.connect(self.chosen)
        self.picture.finding_chosen.connect(self.finding_chosen)
        self.setMinimumHeight(240)

    def apply_look(self) -> None:
        look = self._look
        self.title.set_font(look.plain(13.5, QFont.Weight.DemiBold))
        self.title.set_words(look.say("timeline.title"))
        self.events.set_words(look.say("timeline.events"))
        self.terms.set_words(look.say("timeline.terms"))
        self.only_a.set_words(look.say("timeline.only-a"))
        self.close_chip.setAccessibleName(look.say("timeline.close"))
        self.close_chip.setToolTip(look.say("timeline.close"))
        self.picture.setAccessibleName(look.say("timeline.title"))
        self.picture.update()
        self.legend.update()

    def refresh(self) -> None:
        bench = self._bench
        if bench.result is None:
            return
        from workbench.knowledge.facts.world import EMPTY_WORLD

        knowledge = bench.checker.knowledge
        world = getattr(knowledge, "world", EMPTY_WORLD)
        shown = ("a", bench.other) if len(bench.drafts) > 1 else ("a",)
        timeline = build_timeline(bench.result, world, shown)
        self.picture.set_timeline(timeline)
        self.area.setVisible(bool(timeline))
        self.empty.setVisible(not timeline)
        self.empty.say(self._look.say("empty.timeline"), "", "", "")

    def _refilter(self) -> None:
        self.picture.show_events = self.events.isChecked()
        self.picture.show_terms = self.terms.isChecked()
        self.picture.only_a = self.only_a.isChecked()
        self.picture.refilter()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("window"))
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()
