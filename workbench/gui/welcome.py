"""The welcome page: a place for A and one for B, the sample pair, what was open lately, the exercises."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from workbench.gui.chips import Chip, LetterBadge, Line
from workbench.gui.dates import date_chip_words
from workbench.gui.language import isolated, left_to_right
from workbench.gui.opening import sample_paths
from workbench.gui.panel.details import IconSquare, plain_label
from workbench.gui.plainwords import plain_tip

if TYPE_CHECKING:
    from workbench.gui.bench import Bench
    from workbench.gui.look import Look
    from workbench.gui.recent import Recent
    from workbench.training.values import Exercise

NARROW = 1240
SHOWN = 7  # exercises; the page of all of them is one click away


class PlaceCard(QWidget):
    """One of the two places. ``acted`` names a command, ``removed`` the article to take away."""

    acted = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look, bench: Bench, article: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._bench, self.article = look, bench, article
        self.filled = self._narrow = False
        self.setMinimumHeight(240)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(24, 22, 24, 22)
        self._layout.setSpacing(8)

    def set_narrow(self, narrow: bool) -> None:
        """Less air, and buttons without their keys' caps; the tooltip tells the keys instead."""
        self._narrow = narrow
        self.setMinimumHeight(200 if narrow else 240)
        self._layout.setContentsMargins(*((16, 14, 16, 14) if narrow else (24, 22, 24, 22)))

    def _chip(self, icon: str, key: str, action: str, cap: str = "", filled: bool = False) -> Chip:
        chip = Chip(self._look, icon, 31)
        chip.radius, chip.filled, chip.pixels = 5, filled, 12.5
        chip.weight = QFont.Weight.Medium
        chip.set_words(self._look.say(key))
        if f"command.{action}" in self._look.words:
            chip.setAccessibleName(self._look.say(f"command.{action}"))  # which of the two places is meant
        chip.set_cap("" if self._narrow else cap)
        chip.setToolTip(cap if self._narrow else "")
        chip.clicked.connect(lambda: self.acted.emit(action))
        return chip

    def refresh(self) -> None:
        look, bench = self._look, self._bench
        _clear(self._layout)
        draft, reading = bench.draft(self.article), bench.reading(self.article)
        self.filled = draft is not None
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(LetterBadge(look, self.article, 24))
        name = "welcome.draft" if self.article == "a" else "welcome.report"
        head.addWidget(plain_label(look.say(name), look.plain(16, QFont.Weight.DemiBold), "ink", look), 1)
        self._layout.addLayout(head)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        if draft is None:
            for key in ("welcome.drop", "welcome.kinds"):
                self._layout.addWidget(plain_label(look.say(key), look.plain(13), "ink2", look))
            first = not bench.drafts or self.article == "b"
            cap = ("Ctrl O", "Ctrl Shift V") if self.article == "a" else ("Ctrl Shift O", "Ctrl Alt V")
            waiting = (self.article == "a") != bool(bench.drafts)
            buttons.addWidget(self._chip("folder", "welcome.open", f"open-{self.article}", cap[0], first and waiting))
            buttons.addWidget(self._chip("paste", "welcome.paste", f"paste-{self.article}", cap[1]))
        else:
            title = Line(look, look.text(22, bold=True), height=36)
            first_line = next((line.strip() for line in draft.text.splitlines() if line.strip()), "")
            title.set_words(reading.article.title if reading and reading.article.title else first_line)
            self._layout.addWidget(title)
            file = Path(draft.path).name if draft.path else look.say("pasted")
            words = look.say("welcome.words", name=file, n=len(draft.text.split()))
            self._layout.addWidget(plain_label(words, look.plain(13), "ink2", look))
            given = date_chip_words(look, draft, reading)
            chip = Chip(look, given.icon)
            chip.dashed = given.dashed
            chip.set_words(given.words)
            chip.setToolTip(plain_tip(given.why))
            chip.clicked.connect(lambda: self.acted.emit(f"date-{self.article}"))
            self._layout.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
            buttons.addWidget(self._chip("calendar", "welcome.date", f"date-{self.article}"))
            remove = self._chip("", "welcome.remove", "")
            remove.quiet = True
            remove.clicked.connect(lambda: self.removed.emit(self.article))
            buttons.addWidget(remove)
        self._layout.addStretch(1)
        buttons.addStretch(1)
        self._layout.addLayout(buttons)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look
        pen = QPen(look.colour("accent" if self.filled else "edge"), 1.2)
        if not self.filled:
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(look.colour("paper" if self.filled else "panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()


class WelcomePage(QWidget):
    """``acted`` names a command; ``paths_chosen`` files to open; ``removed`` an article to take away."""

    acted = Signal(str)
    paths_chosen = Signal(object)
    removed = Signal(str)

    def __init__(self, look: Look, bench: Bench, recent: Recent, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._bench, self._recent, self._folder = look, bench, recent, folder
        self.cards = {article: PlaceCard(look, bench, article) for article in ("a", "b")}
        for card in self.cards.values():
            card.acted.connect(self.acted)
            card.removed.connect(self.removed)
        self._step, self._error = "", ""
        self._narrow = False
        self._known: tuple[Exercise, ...] | None = None
        self.list_projects: Callable[[], tuple[tuple[str, Path], ...]] = tuple  # names and files, the newest first
        self._cards = QWidget()
        row = self._cards_row = QHBoxLayout(self._cards)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        for card in self.cards.values():
            row.addWidget(card, 1)
        self._main = QVBoxLayout()
        self._main.setContentsMargins(52, 30, 52, 24)
        self._main.setSpacing(14)
        main = QWidget()
        main.setLayout(self._main)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(main)
        scroll.setObjectName("welcome")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side = QVBoxLayout()
        self._side.setContentsMargins(28, 30, 28, 24)
        self._side.setSpacing(10)
        self.side = QWidget()
        self.side.setLayout(self._side)
        self.side.setFixedWidth(390)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.side)

    def apply_look(self) -> None:
        paper, panel = self._look.palette.paper, self._look.palette.panel
        self.setAccessibleName(self._look.say("welcome.title"))
        self.setStyleSheet(f"#welcome, #welcome > QWidget > QWidget {{ background: {paper}; }}")
        self.side.setStyleSheet(f".QWidget {{ background: {panel}; }}")
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """A narrow window gives the two places more of its width, and a title that fits."""
        narrow = self.width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self.side.setFixedWidth(280 if narrow else 390)
            self._main.setContentsMargins(*((28, 18, 28, 16) if narrow else (52, 30, 52, 24)))
            for card in self.cards.values():
                card.set_narrow(narrow)
            self.refresh()
        super().resizeEvent(event)

    def place_at(self, point: QPoint) -> str:
        """Which place lies under a point of the window: ``a``, ``b`` or none."""
        for article, card in self.cards.items():
            if card.rect().contains(card.mapFrom(self.window(), point)):
                return article
        return ""

    def show_progress(self, step: str) -> None:
        if step != self._step:
            self._step = step
            if self.isVisible():
                self.refresh()

    def show_error(self, sentence: str) -> None:
        self._error = sentence
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        look = self._look
        self._cards.setParent(None)
        _clear(self._main)
        _clear(self._side)
        title = Line(look, look.text(36 if self._narrow else 44, bold=True), height=60 if self._narrow else 72)
        title.set_words(look.say("welcome.title"))
        self._main.addWidget(title)
        self._main.addWidget(plain_label(look.say("welcome.lead"), look.plain(15), "ink2", look))
        self._main.addSpacing(0 if self._narrow else 4)
        for card in self.cards.values():
            card.refresh()
        self._main.addWidget(self._cards)
        self._cards.show()
        if self._error:
            label = plain_label(self._error, look.plain(13), "ink", look, True)
            label.setObjectName("error")
            label.setStyleSheet(f"color: {look.palette.families['contradiction']};")
            self._main.addWidget(label)
            self._error = ""
        self._main.addLayout(self._buttons())
        self._main.addSpacing(0 if self._narrow else 14)
        self._main.addLayout(self._lower())
        self._main.addStretch(1)
        self._exercises()

    def _chip(self, icon: str, words: str, action: str, cap: str = "", quiet: bool = False) -> Chip:
        chip = Chip(self._look, icon, 31)
        chip.radius, chip.quiet, chip.pixels = 5, quiet, 12.5
        chip.set_words(words)
        chip.set_cap(cap)
        chip.clicked.connect(lambda: self.acted.emit(action))
        return chip

    def _buttons(self) -> QHBoxLayout:
        look, drafts = self._look, self._bench.drafts
        halves, row = QHBoxLayout(), QHBoxLayout()
        halves.setSpacing(self._cards_row.spacing())
        row.setSpacing(14)
        check = self._chip("", look.say("welcome.check" if len(drafts) < 2 else "welcome.compare"), "compare", "F5")
        check.setEnabled(bool(drafts))
        check.setToolTip("" if drafts else look.say("welcome.drop"))
        row.addWidget(check)
        swap = self._chip("swap", look.say("welcome.swap"), "swap", quiet=True)
        swap.setEnabled(len(drafts) > 1)
        row.addWidget(swap)
        row.addStretch(1)
        hint = self._step or look.say("welcome.more")
        halves.addLayout(row, 1)
        halves.addWidget(plain_label(hint, look.plain(12.5), "ink2", look), 1)  # below B's place
        return halves

    def _lower(self) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(20)
        recent = tuple((path.name, path) for path in self._recent.paths())
        projects = self.list_projects()
        if recent or projects:
            column = QVBoxLayout()
            column.setSpacing(6)
            most = 3 if projects else 4
            for heading, icon, files in (
                ("welcome.projects", "folder", projects[:most]), ("welcome.recent", "file", recent[:most]),
            ):  # fmt: skip
                if files:
                    column.addWidget(_heading(look, heading))
                for name, path in files:
                    # Aligned, or the widest chip would say how wide the column may be.
                    column.addWidget(self._file_chip(icon, name, path), 0, Qt.AlignmentFlag.AlignLeft)
            column.addStretch(1)
            row.addLayout(column, 1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(_heading(look, "welcome.sample"))
        column.addWidget(self._sample_card())
        column.addStretch(1)
        row.addLayout(column, 1)
        if not recent and not projects:
            row.addWidget(QWidget(), 1)  # as wide as B's place above
        return row

    def _file_chip(self, icon: str, name: str, path: Path) -> Chip:
        chip = self._chip(icon, isolated(name), "", quiet=True)
        chip.setToolTip(plain_tip(left_to_right(path)))
        chip.clicked.connect(lambda: self.paths_chosen.emit((path,)))
        return chip

    def _sample_card(self) -> QWidget:
        look = self._look
        card = QWidget()
        card.setObjectName("sample")
        card.setStyleSheet(
            f"#sample {{ border: 1px solid {look.palette.line}; border-radius: 8px;"
            f" background: {look.palette.paper}; }}"
        )
        layout = QVBoxLayout(card)
        layout.setContentsMargins(16, 12, 16, 12)
        title = Line(look, look.text(20, bold=True), height=32)
        title.set_words(look.say("welcome.sample.title"))
        layout.addWidget(title)
        layout.addWidget(plain_label(look.say("welcome.sample.about"), look.plain(12.5), "ink2", look))
        row = QHBoxLayout()
        row.setSpacing(10)
        there = bool(sample_paths(self._folder))
        open_it = self._chip("", look.say("welcome.sample.open"), "sample")
        open_it.setCheckable(True)
        open_it.setChecked(there)
        open_it.setEnabled(there)
        open_it.setToolTip("" if there else look.say("welcome.sample.missing"))
        row.addWidget(open_it)
        for family in ("contradiction", "anachronism", "calendar", "arithmetic", "sourcing", "copy"):
            row.addWidget(IconSquare(look, family, family))
        row.addStretch(1)
        layout.addLayout(row)
        return card

    def _shipped(self) -> tuple[Exercise, ...]:
        """The exercises that come with the program, read once, the easy ones first."""
        if self._known is None:
            from workbench.training.files import exercise_paths, open_exercise
            from workbench.training.values import LEVELS

            found = [open_exercise(path) for path in exercise_paths(self._folder / "exercises")]
            self._known = tuple(sorted(found, key=lambda one: (LEVELS.index(one.level), one.minutes or 0, one.id)))
        return self._known

    def _exercises(self) -> None:
        look = self._look
        from workbench.gui.exercise_row import ExerciseRow

        row = QHBoxLayout()
        row.addWidget(IconSquare(look, "school", ""))
        row.addWidget(_heading(look, "welcome.exercises"), 1)
        self._side.addLayout(row)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        shipped = self._shipped()
        for exercise in shipped[:SHOWN]:
            entry = ExerciseRow(look, exercise)
            entry.clicked.connect(lambda _=False, id=exercise.id: self.acted.emit(f"exercise:{id}"))
            rows.addWidget(entry)
        self._side.addLayout(rows)
        words = look.say("welcome.all-exercises", n=look.figures(len(shipped)))
        self._side.addWidget(self._chip("", words, "exercises", quiet=True))
        self._side.addStretch(1)
        self._side.addWidget(self._chip("", look.say("welcome.keys"), "shortcuts", "F1", quiet=True))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("paper"))
        painter.end()


def _heading(look: Look, key: str) -> QLabel:
    return plain_label(look.say(key), look.plain(14, QFont.Weight.DemiBold), "ink", look)


def _clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a layout and delete it, nested layouts included."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        widget, nested = item.widget(), item.layout()
        if widget is not None and widget.parent() is not None:
            widget.hide()
            widget.deleteLater()
        elif nested is not None:
            _clear(nested)  # type: ignore[arg-type]
            nested.deleteLater()
