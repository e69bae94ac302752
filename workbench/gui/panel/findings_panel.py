"""The findings' page of the panel: counts, filter, list, details, note."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from workbench.gui.chips import Chip
from workbench.gui.icons import draw_icon, make_icon
from workbench.gui.lineup import LineUp
from workbench.gui.panel.decision_bar import DecisionBar
from workbench.gui.panel.details import Details
from workbench.gui.panel.empty import EmptyNotice
from workbench.gui.panel.findings_delegate import FindingsDelegate
from workbench.gui.panel.findings_model import FindingRole, FindingsModel
from workbench.gui.panel.note import NoteField
from workbench.review.decisions import STATES
from workbench.review.rows import FAMILIES, SEVERITIES, Sieve

if TYPE_CHECKING:
    from workbench.gui.bench import Bench
    from workbench.gui.look import Look
    from workbench.review.rows import Order

ORDERS: tuple[Order, ...] = ("weight", "position", "kind", "state")


class StateCounts(QWidget):
    """How many findings stand in each state, always in view."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.counts: dict[str, int] = dict.fromkeys(STATES, 0)
        self.setFixedHeight(36)

    def set_counts(self, counts: dict[str, int]) -> None:
        self.counts = counts
        self.setAccessibleName(
            ", ".join(f"{count} {self._look.say(f'counts.{state}')}" for state, count in counts.items())
        )
        self.update()

    def _fitted(self, texts: Sequence[tuple[str, str, str]]) -> tuple[QFont, QFont, float]:
        """The fonts of counts and words, smaller where they would stand too close, and the gap between states."""
        look, gap = self._look, 0.0
        for larger, smaller in ((12.5, 11.2), (12.0, 10.4)):
            bold, small = look.plain(larger, QFont.Weight.DemiBold), look.plain(smaller)
            needed = sum(
                20 + QFontMetricsF(bold).horizontalAdvance(count) + QFontMetricsF(small).horizontalAdvance(words)
                for _, count, words in texts
            )
            gap = (self.width() - 28 - needed) / (len(texts) - 1)
            if gap >= 6:
                break
        return bold, small, min(11.0, max(2.0, gap))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = LineUp(QRectF(self.rect()).adjusted(-1, 0, 1, 0), look.mirrored)
        texts = [(state, look.figures(self.counts.get(state, 0)), look.say(f"counts.{state}")) for state in STATES]
        bold, small, gap = self._fitted(texts)
        for state, count, words in texts:
            draw_icon(painter, state, line.take(13, 4), look.palette.state(state), look.mirrored, look.colour("panel"))
            line.words(painter, count, bold, look.colour("ink"), 3)
            line.words(painter, words, small, look.colour("ink2"), gap)
        painter.end()


class FindingsTree(QTreeView):
    """Arrow keys walk the findings and skip the headings; letters belong to the window."""

    walked = Signal(int)

    def dataChanged(  # noqa: N802
        self, first: QModelIndex | QPersistentModelIndex, last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:  # fmt: skip
        """No row changes its height: the tree's own way asks for that of thousands at every key."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def event(self, event: QEvent) -> bool:
        """Nor does a row that is dressed anew: the list's own way lays thousands of them out again."""
        if event.type() == QEvent.Type.StyleChange and self.model() is not None:
            self.viewport().update()
            return bool(QAbstractScrollArea.event(self, event))
        return super().event(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        return

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)


class FindingsPanel(QWidget):
    decision_asked = Signal(str)

    def __init__(self, look: Look, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._bench = look, bench
        self.model = FindingsModel(look, self)
        self.delegate = FindingsDelegate(look, self)
        self.counts = StateCounts(look)
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedHeight(26)
        self.families = [QToolButton() for _ in FAMILIES]
        self.only_open = Chip(look, "open", 26)
        self.only_open.setCheckable(True)
        self.only_open.radius = 5
        self.only_open.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.more = QToolButton()
        self.tree = self._make_tree()
        self.empty = EmptyNotice(look)
        self.details = Details(look, bench)
        self.note = NoteField(look)
        # Its picture comes with the look; it is no button.
        self._filter_sign = self.filter.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.bar = DecisionBar(look)
        self._lay_out()
        self._connect()

    def _make_tree(self) -> FindingsTree:
        tree = FindingsTree()
        tree.setModel(self.model)
        tree.setItemDelegate(self.delegate)
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setIndentation(0)
        tree.setItemsExpandable(False)
        tree.setExpandsOnDoubleClick(False)
        tree.setMouseTracking(True)
        tree.setFrameShape(QFrame.Shape.NoFrame)
        tree.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setObjectName("findings")
        return tree

    def _lay_out(self) -> None:
        row = self._sieve_row = QHBoxLayout()
        row.setContentsMargins(10, 0, 10, 8)
        row.setSpacing(2)
        row.addWidget(self.filter, 1)
        row.addSpacing(4)
        for button, family in zip(self.families, FAMILIES, strict=True):
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFixedSize(27, 26)
            button.setProperty("family", family)
            row.addWidget(button)
        row.addWidget(self.more)
        self.more.setAutoRaise(True)
        self.more.setFixedSize(27, 26)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row.addSpacing(2)
        row.addWidget(self.only_open)
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 8)
        below.setSpacing(4)
        below.addWidget(self.details, 1)
        noted = QHBoxLayout()
        noted.setContentsMargins(14, 0, 14, 0)
        noted.addWidget(self.note)
        below.addLayout(noted)
        upper = QWidget()
        above = self._above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(0)
        above.addWidget(self.tree, 1)
        above.addWidget(self.empty, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(lower)
        self.splitter.setSizes([290, 370])
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._head.setSpacing(0)
        self._head.addWidget(self.counts)
        self._head.addLayout(row)
        layout.addLayout(self._head)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.bar)
        self.setTabOrder(self.filter, self.tree)

    def _connect(self) -> None:
        self.tree.selectionModel().currentChanged.connect(self._chosen)
        self.tree.walked.connect(self.step)
        self.filter.textChanged.connect(self._resieve)
        self.only_open.toggled.connect(self._resieve)
        for button in self.families:
            button.toggled.connect(self._resieve)
        self.note.editingFinished.connect(self._save_note)
        self.bar.asked.connect(self.decision_asked)
        self.model.modelReset.connect(self._after_reset)

    # Showing

    def apply_look(self) -> None:
        look = self._look
        for button, family in zip(self.families, FAMILIES, strict=True):
            button.setIcon(make_icon(family, look.palette.family(family), mirror=look.mirrored))
            button.setToolTip(look.say("filter.family", family=look.say(f"family.{family}")))
            button.setAccessibleName(button.toolTip())
        self._filter_sign.setIcon(make_icon("search", look.colour("ink2")))
        self.filter.setPlaceholderText(look.say("filter.words"))
        self.filter.setAccessibleName(look.say("filter.words"))
        self.note.apply_look()
        self.only_open.set_words(look.say("filter.open"))
        self.tree.setAccessibleName(look.say("tab.findings"))
        self.more.setIcon(make_icon("sort", look.colour("ink2"), mirror=look.mirrored))
        self.more.setToolTip(look.say("order.title"))
        self.more.setAccessibleName(look.say("order.title"))
        self.more.setMenu(self._more_menu())
        self.bar.apply_look()
        self.details.apply_look()
        self.refresh()

    def _more_menu(self) -> QMenu:
        look = self._look
        menu = QMenu(self)
        for order in ORDERS:
            action = menu.addAction(look.say(f"order.{order}"))
            action.setCheckable(True)
            action.setChecked(self.model.order() == order)
            action.triggered.connect(lambda _=False, order=order: self.set_order(order))
        menu.addSeparator()
        for severity in SEVERITIES:
            action = menu.addAction(look.say("filter.severity", severity=look.say(f"severity.{severity}")))
            action.setCheckable(True)
            action.setChecked(severity in self.model.sieve().severities)
            action.toggled.connect(lambda on, severity=severity: self._toggle_severity(severity, on))
        menu.addSeparator()
        for state in STATES:
            action = menu.addAction(look.say(f"counts.{state}"))
            action.setCheckable(True)
            action.setChecked(state in self.model.sieve().states)
            action.toggled.connect(lambda on, state=state: self._toggle_state(state, on))
        return menu

    def set_wide(self, wide: bool) -> None:
        """Below the panes list and details stand side by side, and what is above and below them in one line each."""
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._head.setStretch(0, 1 if wide else 0)
        self._head.setStretch(1, 1 if wide else 0)
        self._sieve_row.setContentsMargins(10, 5 if wide else 0, 10, 5 if wide else 8)
        self.bar.set_flat(wide)
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.splitter.orientation() != wanted:
            self.splitter.setOrientation(wanted)
            self.splitter.setSizes([400, 600] if wide else [290, 370])

    def set_order(self, order: Order) -> None:
        self.model.set_order(order)
        self.more.setMenu(self._more_menu())

    def _toggle_severity(self, severity: str, on: bool) -> None:
        sieve = self.model.sieve()
        chosen = sieve.severities | {severity} if on else sieve.severities - {severity}
        self._resieve(severities=chosen)

    def _toggle_state(self, state: str, on: bool) -> None:
        sieve = self.model.sieve()
        chosen = sieve.states | {state} if on else sieve.states - {state}
        self._resieve(states=chosen)

    def _resieve(
        self, *_: object, severities: frozenset[str] | None = None, states: frozenset[str] | None = None
    ) -> None:
        sieve = self.model.sieve()
        self.model.set_sieve(
            Sieve(
                self.filter.text(),
                frozenset(str(button.property("family")) for button in self.families if button.isChecked()),
                sieve.severities if severities is None else severities,
                sieve.states if states is None else states,
                self.only_open.isChecked(),
            )
        )
        self._show_emptiness()

    def clear_filter(self) -> None:
        self.filter.clear()
        self.only_open.setChecked(False)
        for button in self.families:
            button.setChecked(False)
        self._resieve(severities=frozenset(), states=frozenset())

    def refresh(self) -> None:
        """Rows, counts and details anew from the bench."""
        self.model.set_rows(self._bench.rows())
        findings = [row.finding for row in self._bench.rows() if not row.orphan]
        self.counts.set_counts({str(state): n for state, n in self._bench.review.counts(findings).items()})
        self._show_emptiness()
        self.show_current()

    def _after_reset(self) -> None:
        self.tree.expandAll()
        self._select()

    def _show_emptiness(self) -> None:
        empty = not self.model.finding_keys()
        self.tree.setVisible(not empty)
        self.empty.setVisible(empty)
        self._above.activate()  # or the list would scroll to its current row in half of its height
        if empty:
            self.empty.show_for(self._bench, narrowed=bool(self._bench.rows()))

    def show_failure(self, why: str) -> None:
        """What went wrong and what to do, where the findings would be."""
        look = self._look
        self.tree.hide()
        self.empty.show()
        self.empty.say(look.say("empty.failed"), why, "check", look.say("command.check"))

    def show_current(self) -> None:
        key = self._bench.current
        self.delegate.current = key
        self._select()
        self.tree.viewport().update()
        row = self._bench.row(key)
        keys = self.model.finding_keys()
        place = ""
        if row is not None and key in keys:
            place = self._look.say("details.place", n=keys.index(key) + 1, all=len(self._bench.rows()))
        self.details.show_row(row, place)
        self.bar.show_state(row.state if row else None)
        if not self.note.hasFocus():
            self.note.setText(row.note if row else "")
        self.note.setEnabled(row is not None)

    def _select(self) -> None:
        index = self.model.index_of(self._bench.current)
        selection = self.tree.selectionModel()
        if index.isValid() and selection.currentIndex() != index:
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            if index.row() == 0:
                self.tree.scrollTo(index.parent())  # its heading comes along
            self.tree.scrollTo(index)

    def _chosen(self, index: QModelIndex) -> None:
        key = index.data(FindingRole.KEY)
        if key is not None:
            self._save_note()
            self._bench.set_current(key)

    def _save_note(self) -> None:
        shown = self.details.shown
        if shown is not None and self.note.text() != shown.note:
            self._bench.note(shown.key, self.note.text())

    # Walking

    def step(self, by: int) -> None:
        """The next or previous finding of the list, round and round."""
        keys = self.model.finding_keys()
        if keys:
            current = self._bench.current
            at = keys.index(current) + by if current in keys else (0 if by > 0 else len(keys) - 1)
            self._bench.set_current(keys[at % len(keys)])

    def next_open(self, after: tuple[str, ...], key: str) -> str | None:
        """The first finding after this one, in the order the list had, that still is open."""
        states = {row.key: row.state for row in self._bench.rows()}
        place = after.index(key) if key in after else -1
        rest = (*after[place + 1 :], *after[: max(0, place)])
        return next((one for one in rest if states.get(one) == "open"), None)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("panel"))
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.end()
