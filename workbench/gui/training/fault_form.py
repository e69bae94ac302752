"""Choosing what kind of fault it is: six families as buttons, the kinds of the chosen one as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from workbench.gui.chips import Chip
from workbench.gui.icons import make_icon
from workbench.training.values import KINDS

if TYPE_CHECKING:
    from workbench.gui.look import Look


class FaultForm(QWidget):
    """``family_chosen`` and ``kind_chosen`` tell what a person chose; showing a fault tells nothing."""

    family_chosen = Signal(str)
    kind_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.families = {family: Chip(look, family, 28) for family in KINDS}
        grid = QGridLayout()
        grid.setSpacing(6)
        for n, (family, chip) in enumerate(self.families.items()):
            chip.setCheckable(True)
            chip.radius, chip.icon_role = 5, family
            chip.setSizePolicy(chip.sizePolicy().Policy.Expanding, chip.sizePolicy().Policy.Fixed)
            chip.clicked.connect(lambda _=False, family=family: self._family(family))
            grid.addWidget(chip, n // 3, n % 3)
        self.kinds = QComboBox()
        self.kinds.setMinimumHeight(28)
        self.kinds.activated.connect(lambda at: self.kind_chosen.emit(str(self.kinds.itemData(at) or "")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(grid)
        layout.addWidget(self.kinds)
        self._family_shown = ""

    def apply_look(self) -> None:
        for family, chip in self.families.items():
            chip.set_words(self._look.say(f"family.{family}"))
        kind = str(self.kinds.currentData() or "")
        self._fill(self._family_shown)
        self._show_kind(kind)

    def show_fault(self, family: str, kind: str) -> None:
        """Show what is chosen; empty for nothing."""
        for name, chip in self.families.items():
            chip.setChecked(name == family)
        if family != self._family_shown or not self.kinds.count():
            self._fill(family)
        self._show_kind(kind)

    def _fill(self, family: str) -> None:
        look = self._look
        self._family_shown = family
        self.kinds.clear()
        self.kinds.addItem(look.say("train.choose-kind"), "")
        for kind in next((kinds for name, kinds in KINDS.items() if name == family), ()):
            self.kinds.addItem(make_icon(family, look.palette.family(family)), look.say(f"kind.{kind}"), kind)
        self.kinds.setEnabled(bool(family))
        self.kinds.setAccessibleName(look.say("train.choose-kind"))

    def _show_kind(self, kind: str) -> None:
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(kind)))

    def _family(self, family: str) -> None:
        self.show_fault(family, "")
        self.family_chosen.emit(family)
