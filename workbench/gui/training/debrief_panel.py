"""The debrief's panel: the score and what it is made of, then every fault and trap with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from workbench.gui.chips import Chip, Line, draw_focus
from workbench.gui.icons import draw_icon
from workbench.gui.palettes import OUTCOMES, mixed
from workbench.gui.panel.details import IconSquare, plain_label
from workbench.gui.training.texts import joined_quotes
from workbench.training.values import KeyEntry, Mark, Trap
from workbench.training.words import points_words, share_words
from workbench.wording import left_to_right

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.training.debrief import Debrief, EntryView
    from workbench.training.scoring import FamilyScore

WIDTH = 424
SECTIONS = ("missed", "partly", "wrong-kind", "found")


class OutcomeRow(QFrame):
    """One fault, false alarm or trap; a click or Enter goes to its words."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, role: str, quote: str, lines: list[str]) -> None:
        super().__init__()
        self._look, self.name, self.role = look, name, role
        self.current = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("\n".join([quote, *lines]))
        layout = QVBoxLayout(self)
        side = 44
        layout.setContentsMargins(16 if look.mirrored else side, 8, side if look.mirrored else 16, 9)
        layout.setSpacing(2)
        layout.addWidget(plain_label(quote, look.text(17), "ink", look))
        for words in lines:
            layout.addWidget(plain_label(words, look.plain(12), "ink2", look))

    def set_current(self, current: bool) -> None:
        if current != self.current:
            self.current = current
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.chosen.emit(self.name)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.name)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("selection" if self.current else "raised"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self.current:
            painter.setPen(QPen(look.colour("accent"), 1.5))
            painter.drawRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75))
        x = self.width() - 34 if look.mirrored else 16
        draw_icon(painter, self.role, QRectF(x, 13, 16, 16), look.palette.family(self.role), look.mirrored)
        if self.hasFocus():
            draw_focus(painter, look, QRectF(self.rect()))
        painter.end()


class FamilyBoxes(QWidget):
    """One box a fault of a family, by what became of it."""

    def __init__(self, look: Look, outcomes: list[str]) -> None:
        super().__init__()
        self._look, self._outcomes = look, outcomes
        self.setFixedSize(30 * len(outcomes), 22)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n, outcome in enumerate(self._outcomes):
            place = len(self._outcomes) - 1 - n if look.mirrored else n
            box = QRectF(30 * place + 2.5, 2.5, 25, 17)
            colour = look.palette.family(outcome)
            pen = QPen(colour, 1.3, Qt.PenStyle.DashLine if outcome == "missed" else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush if outcome == "missed" else mixed(colour, 0.16))
            painter.drawRoundedRect(box, 3, 3)
            if outcome != "missed":
                draw_icon(painter, outcome, QRectF(box.center().x() - 6, box.center().y() - 6, 12, 12), colour)
        painter.end()


class DebriefPanel(QWidget):
    """``chosen`` names an entry, ``alarm:`` and a mark, or ``trap:`` and a trap; the rest are wishes."""

    chosen = Signal(str)
    retry_asked = Signal()
    save_asked = Signal()
    print_asked = Signal()
    leave_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("body")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rows: list[OutcomeRow] = []
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.top = QWidget()
        self.retry, self.save = Chip(look, "", 32), Chip(look, "", 32)
        self.print, self.leave = Chip(look, "", 32), Chip(look, "", 32)
        self.retry.filled, self.leave.quiet = True, True
        for chip, signal in (
            (self.retry, self.retry_asked), (self.save, self.save_asked), (self.print, self.print_asked),
            (self.leave, self.leave_asked),
        ):  # fmt: skip
            chip.radius = 5
            chip.clicked.connect(signal)
        end = QVBoxLayout()
        end.setContentsMargins(14, 12, 14, 12)
        end.setSpacing(8)
        for pair in ((self.retry, self.leave), (self.save, self.print)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for chip in pair:
                row.addWidget(chip)
            row.addStretch(1)
            end.addLayout(row)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.top)
        self._layout.addWidget(self.area, 1)
        self._layout.addLayout(end)

    def show_debrief(self, debrief: Debrief) -> None:
        look = self._look
        top = QWidget()
        layout = QVBoxLayout(top)
        layout.setContentsMargins(16, 12, 16, 10)
        layout.setSpacing(6)
        layout.addLayout(self._score(debrief))
        for family in debrief.score.families:
            layout.addLayout(self._family(debrief, family))
        self._layout.replaceWidget(self.top, top)
        self.top.deleteLater()
        self.top = top
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self.rows = []
        for outcome in SECTIONS:
            views = debrief.of(outcome)
            if views:
                self._heading(outcome, look.say(f"train.{outcome}"), str(len(views)))
                for view in views:
                    self._row(view.entry.id, view.entry.family, self._quotes(debrief, view.entry), self._why(view))
        if debrief.alarms:
            self._heading("alarm", look.say("train.alarms"), str(len(debrief.alarms)))
            for alarm in debrief.alarms:
                lines = [self._called(alarm.mark)]
                if alarm.trap is not None:
                    lines.append(look.pick(alarm.trap.why))
                self._row(f"alarm:{alarm.mark.id}", "alarm", self._mark_quotes(debrief, alarm.mark), lines)
        if debrief.traps:
            taken = sum(bool(trap.taken_by) for trap in debrief.traps)
            count = look.say("train.traps.taken", n=taken, all=len(debrief.traps))
            self._heading("alarm", look.say("train.traps"), count)
            for trap in debrief.traps:
                word = look.say("train.trap.taken" if trap.taken_by else "train.trap.avoided")
                lines = [f"{word} {look.pick(trap.trap.why)}"]
                role = "alarm" if trap.taken_by else "found"
                self._row(f"trap:{trap.trap.id}", role, self._quotes(debrief, trap.trap), lines)
        if debrief.exercise.debrief is not None:
            self._heading("book", look.say("train.remember"), "")
            label = plain_label(look.pick(debrief.exercise.debrief), look.plain(13), "ink", look)
            label.setContentsMargins(16, 4, 16, 14)
            self._body.addWidget(label)
        self._body.addStretch(1)
        self.area.setWidget(body)
        self.retry.set_words(look.say("train.retry"))
        self.retry.setEnabled(bool(debrief.mistakes()))
        self.save.set_words(look.say("train.save-paper"))
        self.print.set_words(look.say("train.print-paper"))
        self.leave.set_words(look.say("train.exercises"))

    def set_current(self, name: str | None) -> None:
        for row in self.rows:
            row.set_current(row.name == name)
            if row.name == name:
                self.area.ensureWidgetVisible(row, 0, 40)

    # Pieces

    def _score(self, debrief: Debrief) -> QHBoxLayout:
        look, score = self._look, debrief.score
        row = QHBoxLayout()
        row.setSpacing(12)
        total = QLabel(left_to_right(points_words(score.total)))
        total.setFont(look.plain(36, QFont.Weight.DemiBold))
        total.setObjectName("total")
        row.addWidget(total)
        of = plain_label(look.say("train.of", n=points_words(score.possible)), look.plain(16), "ink2", look)
        of.setSizePolicy(of.sizePolicy().Policy.Maximum, of.sizePolicy().Policy.Preferred)
        row.addWidget(of)
        column = QVBoxLayout()
        column.setSpacing(0)
        marks = score.right_marks + len(score.alarms)
        precision = f"{score.right_marks} / {marks}" if marks else "–"
        recall = f"{score.located} / {len(score.entries)}"
        lines = [
            look.say("train.precision-recall", precision=left_to_right(precision), recall=left_to_right(recall)),
            look.say("train.agreement", share=left_to_right(share_words(score.agreement))),
        ]
        if score.hint_cost or score.alarm_cost:
            lines.append(look.say("train.taken-off", n=left_to_right(points_words(score.hint_cost + score.alarm_cost)),
                                  earned=points_words(score.earned)))  # fmt: skip
        for words in lines:
            line = Line(look, look.plain(12), "ink2", 18)
            line.set_words(words)
            column.addWidget(line)
        row.addLayout(column, 1)
        return row

    def _family(self, debrief: Debrief, family: FamilyScore) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconSquare(look, family.family, family.family))
        name = Line(look, look.plain(12.5), "ink", 20)
        name.set_words(look.say(f"family.{family.family}"))
        row.addWidget(name, 1)
        outcomes = [view.score.outcome for view in debrief.entries if view.entry.family == family.family]
        row.addWidget(FamilyBoxes(look, list(outcomes)))
        figure = QLabel(left_to_right(f"{points_words(family.earned)} / {points_words(family.possible)}"))
        figure.setFont(look.plain(12.5))
        figure.setFixedWidth(56)
        row.addWidget(figure)
        return row

    def _heading(self, icon: str, words: str, count: str) -> None:
        look = self._look
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 8, 16, 6)
        row.addWidget(IconSquare(look, icon, OUTCOMES.get(icon, "")))
        title = QLabel(words)
        title.setFont(look.plain(13, QFont.Weight.DemiBold))
        row.addWidget(title)
        number = QLabel(count)
        number.setFont(look.plain(12))
        number.setStyleSheet(f"color: {look.palette.ink2};")
        row.addWidget(number)
        row.addStretch(1)
        self._body.addWidget(head)

    def _row(self, name: str, role: str, quote: str, lines: list[str]) -> None:
        row = OutcomeRow(self._look, name, role, quote, [line for line in lines if line])
        row.chosen.connect(self.chosen)
        self.rows.append(row)
        self._body.addWidget(row)

    def _quotes(self, debrief: Debrief, item: KeyEntry | Trap) -> str:
        text = debrief.exercise.text
        return joined_quotes(
            self._look, (text(place.article)[place.span.start : place.span.end] for place in item.places)
        )

    def _mark_quotes(self, debrief: Debrief, mark: Mark) -> str:
        text = debrief.exercise.text
        return joined_quotes(self._look, (text(place.article)[place.start : place.end] for place in mark.places))

    def _called(self, mark: Mark) -> str:
        look = self._look
        if not mark.family:
            return look.say("train.not-chosen")
        family = look.say(f"family.{mark.family}")
        return look.say("family-and-kind", family=family, kind=look.say(f"kind.{mark.kind}")) if mark.kind else family

    def _why(self, view: EntryView) -> list[str]:
        """What it is, what was answered where that differs, the lesson, what settles it, whether the program sees
        it."""
        look, entry, score = self._look, view.entry, view.score
        family = look.say(f"family.{entry.family}")
        lines = [look.say("family-and-kind", family=family, kind=look.say(f"kind.{entry.kind}"))]
        if view.marks and not score.kind_right:
            lines.append(look.say("train.you-said", words=self._called(view.marks[0])))
        if view.marks and score.outcome == "partly":
            lines.append(look.say("train.unlinked" if score.share > 0.5 else "train.half"))
        lines.append(look.pick(entry.teaches))
        lines.append(look.say("train.settled", words=look.pick(entry.source)))
        if view.engine is not None:
            lines.append(look.say("train.engine.found" if view.engine else "train.engine.missed"))
        return lines
