"""The trainer's panel: what the exercise is, and its key with everything that a fault or a trap needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.gui.chips import Chip
from workbench.gui.icons import make_icon
from workbench.gui.panel.details import plain_label
from workbench.gui.training.fault_form import FaultForm
from workbench.gui.training.texts import joined_quotes
from workbench.training.editing import items_of
from workbench.training.values import FIELDS, LEVELS, TRAP_SORTS, Exercise, KeyEntry, Trap

if TYPE_CHECKING:
    from workbench.gui.look import Look

WIDTH = 440
TOOLS = ("mark-fault", "mark-trap", "link", "also", "delete", "as-trap", "findings", "seed")
ENDS = ("validate", "preview", "save", "print-sheet", "print-key", "leave")
ICONS = {"mark-fault": "corrected", "mark-trap": "warning", "link": "join", "delete": "cross", "as-trap": "swap",
         "findings": "search", "seed": "copy", "leave": ""}  # fmt: skip


class EditorPanel(QWidget):
    """Only shows and asks. ``asked`` names a tool; ``changed`` a field of the exercise, ``item_changed`` one of the
    current entry or trap, with its new value."""

    asked = Signal(str)
    chosen = Signal(str)
    changed = Signal(str, object)
    item_changed = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._showing = False
        self.setObjectName("body")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = {name: Chip(look, "", 28) for name in ("exercise", "key")}
        self.tools = {name: Chip(look, ICONS.get(name, ""), 28) for name in (*TOOLS, *ENDS)}
        for chip in (*self.tabs.values(), *self.tools.values()):
            chip.radius = 5
        self.tools["save"].filled = True
        self.pages = QStackedWidget()
        self.pages.addWidget(self._exercise_page())
        self.pages.addWidget(self._key_page())
        self.faults = plain_label("", look.plain(12.5), "ink", look)
        self.faults.setObjectName("error")
        self.fault_area = QScrollArea()
        self.fault_area.setWidgetResizable(True)
        self.fault_area.setFrameShape(QFrame.Shape.NoFrame)
        self.fault_area.setWidget(self.faults)
        self.fault_area.setMaximumHeight(120)
        self.fault_area.hide()
        head = QHBoxLayout()
        for name, chip in self.tabs.items():
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, name=name: self.show_page(name))
            head.addWidget(chip)
        head.addStretch(1)
        ends = [QHBoxLayout(), QHBoxLayout()]
        for n, name in enumerate(ENDS):
            ends[n // 3].addWidget(self.tools[name])
        for name, chip in self.tools.items():
            chip.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.fault_area)
        for row in ends:
            row.addStretch(1)
            layout.addLayout(row)

    def _exercise_page(self) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        self.title, self.id = QLineEdit(), QLineEdit()
        self.level, self.field = QComboBox(), QComboBox()
        self.version, self.minutes = QSpinBox(), QSpinBox()
        self.version.setRange(1, 100_000)
        self.minutes.setRange(0, 240)
        self.hint_cost, self.alarm_cost = QDoubleSpinBox(), QDoubleSpinBox()
        for cost in (self.hint_cost, self.alarm_cost):
            cost.setRange(0, 100)
            cost.setSingleStep(0.25)
        self.dates = {article: QLineEdit() for article in "ab"}
        self.goals, self.debrief = QPlainTextEdit(), QPlainTextEdit()
        self.texts_a, self.texts_b = Chip(self._look, "folder", 28), Chip(self._look, "folder", 28)
        self._labels: dict[str, QLabel] = {}
        for name, box in (
            ("title", self.title), ("id", self.id), ("level", self.level), ("field", self.field),
            ("version", self.version), ("minutes", self.minutes), ("hint_cost", self.hint_cost),
            ("alarm_cost", self.alarm_cost), ("date-a", self.dates["a"]), ("date-b", self.dates["b"]),
            ("goals", self.goals), ("debrief", self.debrief),
        ):  # fmt: skip
            label = self._labels[name] = QLabel()
            label.setBuddy(box)
            form.addRow(label, box)
        for name, chip in (("text-a", self.texts_a), ("text-b", self.texts_b)):
            chip.radius = 5
            chip.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
            form.addRow(chip)
        for article, line in self.dates.items():
            line.setPlaceholderText("2024-01-31")
            line.editingFinished.connect(
                lambda article=article, line=line: self._change(f"date-{article}", line.text())
            )
        for name, line in (("title", self.title), ("id", self.id)):
            line.textEdited.connect(lambda words, name=name: self._change(name, words))
        for name, combo in (("level", self.level), ("field", self.field)):
            combo.activated.connect(lambda _, name=name, combo=combo: self._change(name, combo.currentData()))
        for name, spin in (("version", self.version), ("minutes", self.minutes)):
            spin.valueChanged.connect(lambda value, name=name: self._change(name, value))
        for name, cost in (("hint_cost", self.hint_cost), ("alarm_cost", self.alarm_cost)):
            cost.valueChanged.connect(lambda value, name=name: self._change(name, value))
        for name, text in (("goals", self.goals), ("debrief", self.debrief)):
            text.setTabChangesFocus(True)
            text.textChanged.connect(lambda name=name, text=text: self._change(name, text.toPlainText()))
        return page

    def _key_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for names in (TOOLS[:5], TOOLS[5:]):
            row = QHBoxLayout()
            for name in names:
                row.addWidget(self.tools[name])
            row.addStretch(1)
            layout.addLayout(row)
        self.items = QListWidget()
        self.items.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.items.setWordWrap(True)
        self.items.setIconSize(QSize(18, 18))
        self.items.currentItemChanged.connect(self._current)
        layout.addWidget(self.items, 1)
        self.details = QWidget()
        inner = QVBoxLayout(self.details)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        self.form = FaultForm(self._look)
        self.form.family_chosen.connect(lambda family: self._item("family", family))
        self.form.kind_chosen.connect(lambda kind: self._item("kind", kind))
        self.sort = QComboBox()
        self.sort.activated.connect(lambda _: self._item("sort", self.sort.currentData()))
        self.points = QDoubleSpinBox()
        self.points.setRange(0.25, 20)
        self.points.setSingleStep(0.5)
        self.points.valueChanged.connect(lambda value: self._item("points", value))
        self.other_kinds = Chip(self._look, "down", 28)
        self.other_kinds.radius = 5
        self.other_kinds.clicked.connect(lambda: self.asked.emit("other-kinds"))
        row = QHBoxLayout()
        row.addWidget(self.other_kinds)
        row.addWidget(self.sort)
        self._labels["points"] = QLabel()
        row.addWidget(self._labels["points"])
        row.addWidget(self.points)
        row.addStretch(1)
        inner.addWidget(self.form)
        inner.addLayout(row)
        self.boxes = {name: QPlainTextEdit() for name in ("teaches", "source", "hints")}
        for name, box in self.boxes.items():
            box.setTabChangesFocus(True)
            box.setFixedHeight(48)
            box.textChanged.connect(lambda name=name, box=box: self._item(name, box.toPlainText()))
            self._labels[name] = QLabel()
            inner.addWidget(self._labels[name])
            inner.addWidget(box)
        layout.addWidget(self.details)
        return page

    def _change(self, field: str, value: object) -> None:
        if not self._showing:
            self.changed.emit(field, value)

    def _item(self, field: str, value: object) -> None:
        if not self._showing:
            self.item_changed.emit(field, value)

    def _current(self, item: QListWidgetItem | None, _: object) -> None:
        if item is not None and not self._showing:
            self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    # Showing

    def show_page(self, name: str) -> None:
        self.pages.setCurrentIndex(0 if name == "exercise" else 1)
        for tab, chip in self.tabs.items():
            chip.setChecked(tab == name)

    def apply_look(self) -> None:
        look, say = self._look, self._look.say
        self._showing = True
        for name, chip in self.tabs.items():
            chip.set_words(say(f"train.tab.{name}"))
        for name, chip in self.tools.items():
            chip.set_words(say(f"train.tool.{name}"))
        for letter, chip in (("a", self.texts_a), ("b", self.texts_b)):
            chip.set_words(say("train.tool.text", letter=look.letter(letter)))
        for name, label in self._labels.items():
            label.setText(say(f"train.field.{name.replace('_', '-')}"))
            label.setFont(look.plain(12))
        for combo, group, values in (
            (self.level, "level", LEVELS), (self.field, "field-of-life", FIELDS), (self.sort, "trap", TRAP_SORTS),
        ):  # fmt: skip
            value = combo.currentData()
            combo.clear()
            for one in values:
                combo.addItem(say(f"{group}.{one}"), one)
            combo.setCurrentIndex(max(0, combo.findData(value)))
        for name, box in self.boxes.items():
            box.setAccessibleName(say(f"train.field.{name.replace('_', '-')}"))
            box.setFont(look.plain(12.5))
        self.items.setFont(look.text(16))
        self.items.setAccessibleName(say("train.tab.key"))
        self.form.apply_look()
        self._showing = False

    def show_exercise(self, exercise: Exercise, current: str | None) -> None:
        """The exercise and, of its key, what is current; fields that a person is writing in keep their words."""
        look = self._look
        self._showing = True
        _set_line(self.title, look.pick(exercise.title))
        _set_line(self.id, exercise.id)
        self.level.setCurrentIndex(self.level.findData(exercise.level))
        self.field.setCurrentIndex(self.field.findData(exercise.field))
        self.version.setValue(exercise.version)
        self.minutes.setValue(exercise.minutes or 0)
        self.hint_cost.setValue(exercise.hint_cost)
        self.alarm_cost.setValue(exercise.alarm_cost)
        days = {article.id: article.date for article in exercise.articles}
        for letter, line in self.dates.items():
            day = days.get(letter)
            line.setEnabled(letter in days)
            _set_line(line, day.isoformat() if day else "")
        _set_text(self.goals, "\n".join(look.pick(goal) for goal in exercise.goals))
        _set_text(self.debrief, look.pick(exercise.debrief) if exercise.debrief else "")
        self.items.clear()
        for item in items_of(exercise):
            entry = isinstance(item, KeyEntry)
            quotes = joined_quotes(
                look, (exercise.text(place.article)[place.span.start : place.span.end][:60] for place in item.places)
            )
            if isinstance(item, KeyEntry):
                named = look.say("family-and-kind", family=look.say(f"family.{item.family}"),
                                 kind=look.say(f"kind.{item.kind}"))  # fmt: skip
            else:
                named = look.say("train.trap-named", sort=look.say(f"trap.{item.sort}"))
            row = QListWidgetItem(f"{quotes}\n{named}")
            icon, role = (item.family, item.family) if entry else ("warning", "alarm")
            row.setIcon(make_icon(icon, look.palette.family(role), mirror=look.mirrored))
            row.setData(Qt.ItemDataRole.UserRole, item.id)
            self.items.addItem(row)
            if item.id == current:
                self.items.setCurrentItem(row)
                self._show_item(item)
        now = next((one for one in items_of(exercise) if one.id == current), None)
        self.details.setVisible(now is not None)
        for name in ("delete", "as-trap"):
            self.tools[name].setEnabled(now is not None and (name == "delete" or isinstance(now, KeyEntry)))
        self._showing = False

    def _show_item(self, item: KeyEntry | Trap) -> None:
        look = self._look
        if isinstance(item, KeyEntry):
            self.form.show_fault(item.family, item.kind)
            self.points.setValue(item.points)
            words = {
                "teaches": look.pick(item.teaches), "source": look.pick(item.source),
                "hints": "\n".join(look.pick(hint) for hint in item.hints),
            }  # fmt: skip
        else:
            self.form.show_fault(item.family, "")
            self.sort.setCurrentIndex(self.sort.findData(item.sort))
            words = {"teaches": look.pick(item.why)}
        entry = isinstance(item, KeyEntry)
        self.form.kinds.setVisible(entry)
        self.other_kinds.setVisible(entry)
        if isinstance(item, KeyEntry):
            others = look.listed(look.say(f"kind.{kind}") for kind in item.kinds[1:])
            self.other_kinds.set_words(look.say("train.also-right", kinds=others or "–"))
        self.sort.setVisible(not entry)
        self.points.setVisible(entry)
        self._labels["points"].setVisible(entry)
        for name, box in self.boxes.items():
            box.setVisible(name in words)
            self._labels[name].setVisible(name in words)
            _set_text(box, words.get(name, ""))

    def show_faults(self, words: str) -> None:
        self.faults.setText(words)
        self.fault_area.setVisible(bool(words))


def _set_line(line: QLineEdit, words: str) -> None:
    if line.text().strip() != words.strip():
        line.setText(words)


def _set_text(box: QPlainTextEdit, words: str) -> None:
    """Empty lines and spaces at ends are left to who is writing."""
    if _lines(box.toPlainText()) != _lines(words):
        box.setPlainText(words)


def _lines(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]
