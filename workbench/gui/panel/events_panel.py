"""The events' page: what happened, as both articles tell it, and below each event the claims that speak of it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QVBoxLayout, QWidget

from workbench.gui.icons import DRAWINGS, STAND_INS, draw_icon
from workbench.gui.lineup import LineUp
from workbench.gui.palettes import mixed
from workbench.gui.panel.empty import EmptyNotice
from workbench.gui.panel.grouped_model import GroupedModel, Index
from workbench.gui.panel.ring import FocusRing
from workbench.gui.plainwords import plain_tip
from workbench.review.events import told_events

if TYPE_CHECKING:
    from workbench.gui.bench import Bench
    from workbench.gui.look import Look
    from workbench.review.events import ToldClaim, ToldEvent

HEADING, ROW = 50, 34


class EventRole(IntEnum):
    """What a view may ask; headings answer EVENT, rows CLAIM."""

    EVENT = Qt.ItemDataRole.UserRole + 1
    CLAIM = Qt.ItemDataRole.UserRole + 2
    WHEN = Qt.ItemDataRole.UserRole + 3
    STANDING = Qt.ItemDataRole.UserRole + 4


class EventsModel(GroupedModel):
    """Events as headings, their claims as rows."""

    roles = EventRole

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(look, parent)
        self.events: tuple[ToldEvent, ...] = ()
        self._sizes: list[int] = []

    def set_events(self, events: tuple[ToldEvent, ...]) -> None:
        same = [_names(event) for event in events] == [_names(event) for event in self.events]
        if same:
            self.events = events
            self.tell_all_changed()
            return
        self.beginResetModel()
        self.events, self._sizes = events, [len(event.claims) for event in events]
        self.endResetModel()

    def group_sizes(self) -> list[int]:
        return self._sizes

    def when(self, event: ToldEvent) -> str:
        """The event's day, or its days; or that none is known."""
        look = self._look
        if event.label is None:
            return ""
        if event.begin is None and event.end is None:
            return look.say("events.undated")
        first, last = event.begin or event.end, event.end or event.begin
        assert first is not None
        assert last is not None
        if first == last:
            return look.day(first)
        return look.say("events.days", begin=look.day(first), end=look.day(last))

    def label(self, event: ToldEvent) -> str:
        return self._look.pick(event.label) if event.label is not None else self._look.say("events.timeless")

    def told_by(self, event: ToldEvent) -> str:
        """Who tells of it, and in how many claims."""
        look = self._look
        letters = [look.letter(article) for article in event.articles]
        told = look.say("events.both", a=letters[0], b=letters[1]) if len(letters) > 1 else look.say(
            "events.only", letter=letters[0])  # fmt: skip
        return f"{told} · {look.count('events.claims', len(event.claims))}"

    def heading_data(self, group: int, role: int) -> Any:
        event = self.events[group]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.label(event)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.label(event))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ". ".join(part for part in (self.label(event), self.when(event), self.told_by(event)) if part)
            case EventRole.EVENT:
                return event
            case EventRole.WHEN:
                return self.when(event)
        return None

    def row_data(self, group: int, row: int, role: int) -> Any:
        told, look = self.events[group].claims[row], self._look
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return told.words
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(told.words)
            case Qt.ItemDataRole.AccessibleTextRole:
                words = look.say("quoted", letter=look.letter(told.claim.article), words=told.words)
                return f"{words}. {look.say(f'claims.{told.standing}')}"
            case EventRole.CLAIM:
                return told
            case EventRole.STANDING:
                return told.standing
        return None


def _names(event: ToldEvent) -> tuple[object, ...]:
    return event.label, event.begin, event.end, tuple((told.claim.article, told.words) for told in event.claims)


class EventsDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, tree: QTreeView) -> None:
        super().__init__(tree)
        self._look, self._tree = look, tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        return QSize(200, ROW if index.parent().isValid() else HEADING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, rect = self._look, QRectF(option.rect)
        told: ToldClaim | None = index.data(EventRole.CLAIM)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "selection" if selected else "raised" if told is not None else "panel"
        painter.fillRect(rect, look.colour(ground))
        if option.state & QStyle.StateFlag.State_MouseOver and not selected:
            painter.fillRect(rect, mixed(look.colour("ink"), 0.06))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(rect.bottomLeft() - QPointF(0, 0.5), rect.bottomRight() - QPointF(0, 0.5))
        if selected:
            width = 2.4 if option.state & QStyle.StateFlag.State_HasFocus else 1.5
            painter.setPen(QPen(look.colour("accent"), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2))
        if told is None:
            self._heading(painter, rect, index)
        else:
            self._claim(painter, rect, told)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        look, right = self._look, self._look.mirrored
        model = index.model()
        assert isinstance(model, EventsModel)
        event: ToldEvent = index.data(EventRole.EVENT)
        line = LineUp(QRectF(rect.left(), rect.top() + 5, rect.width(), 22), right)
        box = line.take(14, 8)
        open_ = self._tree.isExpanded(model.index(index.row(), 0))
        painter.save()
        if not open_:  # the arrow points to where the words go
            painter.translate(box.center())
            painter.rotate(90 if right else -90)
            painter.translate(-box.center())
        draw_icon(painter, "down", box, look.colour("ink2"))
        painter.restore()
        line.words(painter, model.label(event), look.plain(12.5, QFont.Weight.DemiBold), look.colour("ink"))
        below = LineUp(QRectF(rect.left(), rect.top() + 26, rect.width(), 18), right)
        below.take(14, 8)
        small = look.plain(11.5)
        when = model.when(event)
        if when:
            below.words(painter, when, small, look.colour("ink2"), 6)
            below.words(painter, "·", small, look.colour("ink3"), 6)
        below.words(painter, model.told_by(event), small, look.colour("ink2"))

    def _claim(self, painter: QPainter, rect: QRectF, told: ToldClaim) -> None:
        look, right = self._look, self._look.mirrored
        if told.standing in look.palette.relations:
            x = rect.left() + 13 if right else rect.right() - 27
            draw_icon(painter, told.standing, QRectF(x, rect.center().y() - 7, 14, 14),
                      look.palette.relation(told.standing), right)  # fmt: skip
        room = rect.adjusted(32, 0, 0, 0) if right else rect.adjusted(0, 0, -32, 0)
        line = LineUp(room, right)
        line.take(14, 8)
        line.words(painter, look.letter(told.claim.article), look.plain(11.5, QFont.Weight.DemiBold),
                   look.colour("ink2"), 8)  # fmt: skip
        kind = told.claim.kind
        icon = kind if STAND_INS.get(kind, kind) in DRAWINGS else "statement"
        draw_icon(painter, icon, line.take(13, 8), look.colour("ink3"), right)
        line.words(painter, told.words, look.text(16.5), look.colour("ink"))


class EventsTree(QTreeView):
    """Arrows open and close an event by the direction of the interface; letters belong to the window."""

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        return

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid() and not index.parent().isValid():
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().keyPressEvent(event)


class EventsPanel(QWidget):
    """``chosen`` gives an article and where a claim begins and ends in it, ``claim_chosen`` the id of a claim that may
    be joined to another or told to be of another event."""

    chosen = Signal(str, int, int)
    claim_chosen = Signal(str)

    def __init__(self, look: Look, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._bench = look, bench
        self._quiet = False
        self.model = EventsModel(look, self)
        self.tree = EventsTree()
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(EventsDelegate(look, self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(0)
        self.tree.setMouseTracking(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ring = FocusRing(look, self.tree)
        self.empty = EmptyNotice(look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.empty, 1)
        self.tree.selectionModel().currentChanged.connect(self._chosen)
        self.tree.clicked.connect(self._clicked)

    def apply_look(self) -> None:
        """Names in the language of the moment; rows are made anew by ``refresh``."""
        self.tree.setAccessibleName(self._look.say("tab.events"))

    def refresh(self) -> None:
        """Events anew; what was open and chosen stays so where it is still there."""
        bench, model = self._bench, self.model
        open_ = {model.events[n].label for n in range(len(model.events)) if self.tree.isExpanded(model.index(n, 0))}
        current: ToldClaim | None = self.tree.currentIndex().data(EventRole.CLAIM)
        other = bench.other if len(bench.drafts) > 1 else None
        model.set_events(told_events(bench.result, other) if bench.result else ())
        self._quiet = True
        for number, event in enumerate(model.events):
            heading = model.index(number, 0)
            self.tree.setExpanded(heading, event.label in open_)
            if current is not None:
                words = [(told.claim.article, told.words) for told in event.claims]
                if (wanted := (current.claim.article, current.words)) in words:
                    self.tree.setCurrentIndex(model.index(words.index(wanted), 0, heading))
                    current = None
        self._quiet = False
        self.tree.setVisible(bool(model.events))
        self.empty.setVisible(not model.events)
        self.empty.say(self._look.say("empty.events"), "", "", "")

    def _clicked(self, index: Index) -> None:
        if not index.parent().isValid():
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _chosen(self, index: QModelIndex) -> None:
        told: ToldClaim | None = index.data(EventRole.CLAIM)
        event: ToldEvent | None = index.data(EventRole.EVENT)
        if self._quiet:
            return
        if told is not None:
            self.claim_chosen.emit(told.claim.id)
        first = told or (event.claims[0] if event is not None else None)
        if first is not None:
            self.chosen.emit(first.claim.article, first.claim.span.start, first.claim.span.end)
