"""An article's text: read or edited, with marks painted behind it. Plain text whatever it holds; nothing is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from workbench.gui.marks import NO_MARKS
from workbench.gui.offsets import OffsetMap, shared_ends, shown
from workbench.gui.pane import painting
from workbench.gui.pane.geometry import TextGeometry
from workbench.gui.pane.typesetting import BODY, PADDING, typeset, typeset_block

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.gui.marks import Mark, MarkIndex
    from workbench.gui.pane.geometry import Box

PASSAGE_LINES = 2
PIECE = 12_000  # units that are laid out at a time
FAR = 2 * PIECE  # a place further down is waited for
PAGE = 4_000  # units that surely fill a page
PHRASE = 120  # units: the most that a finding's words may be, but for what was inserted or repeated
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class ArticleView(QTextEdit):
    """``edited`` tells of what a person typed: code point, removed words, added words. ``mark_clicked`` names the
    finding, ``claim_clicked`` the claim under the mouse; ``moved`` that what is visible lies elsewhere now,
    ``settled`` that the whole text is laid out, ``held`` that ``holding`` changed: the page stands still until the
    text is laid out down to the place that it will show."""

    edited = Signal(int, str, str)
    mark_clicked = Signal(str)
    claim_clicked = Signal(str)
    moved = Signal()
    settled = Signal()
    held = Signal()
    next_key = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.outer_right = True
        self.text = ""
        self.offsets = OffsetMap("")
        self.findings: MarkIndex = NO_MARKS
        self.claims: MarkIndex = NO_MARKS
        self.leaders: dict[str, tuple[QColor, bool]] = {}
        self.current: str | None = None
        self.hovered: frozenset[str] = frozenset()
        self.spots: tuple[tuple[int, int], ...] = ()  # stretches that a list speaks of, in units
        self.spot: tuple[int, int] | None = None  # the one of them that is looked at
        self.strength = 1.0
        self._headline = 0
        self._quiet = False
        self._ring = False
        self.laid_out = False
        self._laid = 0  # the units that have their place
        self.holding = False
        self._goal: tuple[int, float] | None = None  # the unit to be shown and at which height, while holding
        self._laying = QTimer(self)
        self._laying.setSingleShot(True)
        self._laying.timeout.connect(self._lay_on)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)  # edits go through the window's own undo stack
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        option.setAlignment(Qt.AlignmentFlag.AlignJustify)
        self.document().setDefaultTextOption(option)
        self.document().setDocumentMargin(0)
        self.geometry_of = TextGeometry(self.document())
        self.document().contentsChange.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._relaid)
        self.document().documentLayout().installEventFilter(self)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        # Lines put flush with their right edge would count as too wide, and the page be drawn aside of its marks.
        self.horizontalScrollBar().rangeChanged.connect(lambda: self.horizontalScrollBar().setRange(0, 0))
        self.viewport().setMouseTracking(True)
        self.setMinimumWidth(220)
        self.apply_look()

    # Text

    def show_text(self, text: str, headline: int = 0) -> None:
        """Put a text on the page; ``headline`` is where its headline ends, in code points (0: none known)."""
        self._hold(None)
        self._quiet = True
        self.text, self.offsets, self._headline = text, OffsetMap(text), headline
        self.findings = self.claims = NO_MARKS
        self.setPlainText(shown(text))
        self._typeset()
        self._quiet = False
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def set_headline(self, end: int) -> None:
        """Where the headline ends by now: only its paragraphs, and those that were taken for it, are set anew."""
        if end != self._headline:
            last = max(end, self._headline)
            self._headline = end
            self._quiet = True
            self._typeset_around(0, self.offsets.units(last))
            self._quiet = False

    def replace_words(self, start: int, removed: int, added: str) -> None:
        """Change the text without telling of it: the change came from elsewhere. Offsets are code points."""
        self._quiet = True
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.offsets.units(start))
        cursor.setPosition(self.offsets.units(start + removed), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(shown(added))
        self._take(self.text[:start] + added + self.text[start + removed :])
        self._typeset_around(cursor.position() - len(added), cursor.position())
        self._quiet = False
        self.setTextCursor(cursor)

    def _take(self, text: str) -> None:
        self.text, self.offsets = text, OffsetMap(text)
        self.geometry_of.clear()

    def _changed(self, position: int, removed: int, added: int) -> None:
        self.geometry_of.clear()
        if self._quiet:
            return
        raw = self.document().toRawText().replace("\u2029", "\n")
        new = OffsetMap(raw)
        start = self.offsets.point(position)
        old_words = self.text[start : self.offsets.point(position + removed)]
        new_words = raw[start : new.point(position + added)]
        if shown(self.text[start + len(old_words) :]) != raw[start + len(new_words) :]:
            # Qt sometimes counts the last paragraph's end in: then the ends that both share decide.
            start, old_words, new_words = 0, self.text, raw
        head, tail = shared_ends(shown(old_words), new_words)
        old_words = old_words[head : len(old_words) - tail]
        new_words = new_words[head : len(new_words) - tail]
        start += head
        if not old_words and not new_words:
            return
        self._take(self.text[:start] + new_words + self.text[start + len(old_words) :])
        self._quiet = True
        self._typeset_around(position, position + added)
        self._quiet = False
        self.edited.emit(start, old_words, new_words)

    # Typesetting

    def apply_look(self) -> None:
        if self.document().defaultFont() != self.look.text(BODY * self.look.zoom):  # colours move no line
            self._quiet = True
            self._typeset()
            self._quiet = False
        self.viewport().update()

    def _typeset(self) -> None:
        goal = self._goal or (self.geometry_of.line_at(self.top() + 40.0)[0], 40.0)
        if goal[0] > FAR:
            self._hold(goal)
        typeset(self.document(), self.look, self.viewport().width(), self.offsets.units(self._headline))
        self.geometry_of.clear()
        self._lay_anew()
        if goal[0] > 0:
            self.bring(*goal, animate=False)

    def _hold(self, goal: tuple[int, float] | None) -> None:
        """Paint and measure nothing until the text is laid out down to ``goal``: at once it would be felt."""
        holding = goal is not None
        self._goal = goal
        if holding != self.holding:
            self.holding = holding
            self.viewport().setUpdatesEnabled(not holding)
            self.held.emit()

    def _lay_anew(self) -> None:
        self.laid_out, self._laid = False, 0
        self._laying.start(0)

    def _lay_on(self) -> None:
        """Give the next paragraphs their place: a long text is laid out in pieces, or the window would stand still.
        Very small ones would cost more than the whole."""
        document = self.document()
        self._laid += PIECE
        if self._laid < document.characterCount():
            document.documentLayout().blockBoundingRect(document.findBlock(self._laid))
            self._laying.start(0)
            self._reach()
            return
        height = round(document.size().height())
        self.laid_out = True
        # Qt tells the scroll bar only from its own timer.
        self.verticalScrollBar().setRange(0, max(0, height - self.viewport().height()))
        self._reach()
        self.settled.emit()
        self._relaid()

    def _reach(self) -> None:
        """Show the place that was waited for once a page below it is laid out."""
        goal = self._goal
        if goal is not None and (self.laid_out or goal[0] + PAGE < self._laid):
            self._hold(None)
            top = round(self.geometry_of.middle(goal[0]) - goal[1])
            bar = self.verticalScrollBar()
            bar.setRange(0, max(bar.maximum(), top))  # Qt would tell the bar only later
            bar.setValue(top)
            self._relaid()
            self.moved.emit()

    def whole_height(self) -> float:
        """The text's height, as far as it is laid out."""
        if self.laid_out:
            return self.document().size().height()
        bar = self.verticalScrollBar()
        return float(bar.maximum() + bar.pageStep())

    def _typeset_around(self, first: int, last: int) -> None:
        block = self.document().findBlock(max(0, first))
        while block.isValid() and block.position() <= last:
            typeset_block(block, self.look, self.offsets.units(self._headline))
            block = block.next()
        self.geometry_of.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._quiet = True
        typeset(self.document(), self.look, self.viewport().width(), 0, frame_only=True)
        self._quiet = False
        self.geometry_of.clear()
        if event.size().width() != event.oldSize().width():
            self._lay_anew()
        super().resizeEvent(event)
        self.moved.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Qt's own timer lays out in pieces that double each time: it waits until ours are through."""
        return event.type() == QEvent.Type.Timer and not self.laid_out

    def _relaid(self) -> None:
        if not self.laid_out:
            return  # what is laid out further down moves nothing on the page
        self.geometry_of.clear()
        self.viewport().update()
        self.moved.emit()

    def _scrolled(self) -> None:
        if self.holding:
            return
        self.viewport().update()
        self.moved.emit()

    # Marks

    def set_marks(self, findings: MarkIndex, claims: MarkIndex) -> None:
        self.findings, self.claims = findings, claims
        self.set_spots(())

    def set_spots(self, spots: tuple[tuple[int, int], ...], spot: tuple[int, int] | None = None) -> None:
        """Mark what a list speaks of, one of it as looked at, until other marks come."""
        self.spots, self.spot = spots, spot
        self.viewport().update()

    def boxes(self, mark: Mark) -> tuple[Box, ...]:
        return self.geometry_of.boxes(mark.start, mark.end)

    def top(self) -> int:
        return self.verticalScrollBar().value()

    def visible_range(self) -> tuple[int, int]:
        """The units between which lies everything on the page now, and a little more."""
        first, _ = self.geometry_of.line_at(self.top() - 40.0)
        _, last = self.geometry_of.line_at(self.top() + self.viewport().height() + 40.0)
        return first, last

    def visible_marks(self, index: MarkIndex) -> tuple[Mark, ...]:
        """The marks that touch what is on the page now."""
        return index.within(*self.visible_range())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        first, last = self.visible_range()
        block = self.document().findBlock(first)
        while block.isValid() and block.position() <= last:
            self.geometry_of.square(block)
            block = block.next()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.top())
        self._paint_marks(painter)
        painter.end()
        super().paintEvent(event)
        if self._ring and self.hasFocus():
            ring = QPainter(self.viewport())
            ring.setPen(QPen(self.look.colour("accent"), 2))
            ring.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            ring.end()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Who came here by a key sees where the keyboard is; a click shows it by itself."""
        self._ring = event.reason() in _BY_KEY
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.viewport().update()

    def _paint_marks(self, painter: QPainter) -> None:
        look, palette, zoom = self.look, self.look.palette, self.look.zoom
        width = self.viewport().width()
        margin = width - PADDING / 2 if self.outer_right else PADDING / 2
        bar = width - PADDING + 5 if self.outer_right else PADDING - 5
        channel_edge = 0.0 if self.outer_right else float(width)
        self._paint_spots(painter)
        for claim in self.visible_marks(self.claims):
            boxes = self.boxes(claim)
            painting.paint_claim(painter, palette, boxes, claim.kind, zoom, claim.name in self.hovered)
            leader = self.leaders.get(claim.name)
            if leader and boxes:
                end = boxes[-1].left if self.outer_right else boxes[-1].right
                painting.paint_leader(
                    painter, leader[0], end, channel_edge, boxes[-1].middle + 13.4 * zoom, leader[1]
                )  # fmt: skip
        icons: dict[float, Mark] = {}
        painted: set[tuple[int, int, str | None]] = set()
        marks = self.visible_marks(self.findings)
        for mark in sorted(marks, key=lambda mark: mark.name == self.current):
            boxes, current = self.boxes(mark), mark.name == self.current or mark.name in self.hovered
            if not boxes or ((mark.start, mark.end, mark.family) in painted and not current):
                continue  # what repeats words that are repeated often is marked once
            painted.add((mark.start, mark.end, mark.family))
            if is_passage(mark, boxes):
                first = self.geometry_of.boxes(mark.start, mark.start + 1)
                last = self.geometry_of.boxes(mark.end - 1, mark.end)
                if first and last:
                    painting.paint_passage(
                        painter, palette, mark, first[0], last[0], current, zoom, self.strength, bar
                    )  # fmt: skip
            else:
                painting.paint_finding(painter, palette, mark, boxes, current, zoom, self.strength)
            middle = boxes[0].middle
            standing = icons.get(middle)
            if standing is None or mark.name == self.current or _heavier(mark, standing, self.current):
                icons[middle] = mark
        for middle, mark in icons.items():
            painting.paint_margin_icon(
                painter, palette, mark.family or "", margin, middle, mark.name == self.current, look.mirrored
            )

    def _paint_spots(self, painter: QPainter) -> None:
        if self.spots:
            first, last = self.visible_range()
            for start, end in self.spots:
                if start < last and end > first:
                    boxes = self.geometry_of.boxes(start, end)
                    painting.paint_spot(painter, self.look.palette, boxes, (start, end) == self.spot, self.look.zoom)

    # Going to places

    def bring(self, unit: int, height: float, animate: bool = True) -> None:
        """Scroll so that the line of a unit stands at this height of the page."""
        if self.holding:
            self._goal = unit, height
            return
        self.verticalScrollBar().setValue(round(self.geometry_of.middle(unit) - height))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            mark = self.mark_at(event.position().toPoint())
            if mark is not None and mark.family is not None:
                self.mark_clicked.emit(mark.name)
            elif mark is not None:
                self.claim_clicked.emit(mark.name)

    def mark_at(self, point: QPoint) -> Mark | None:
        """The finding (else the claim) under a point of the page, its margin icon included."""
        place = QPointF(point.x(), point.y() + self.top())
        in_margin = place.x() > self.viewport().width() - PADDING if self.outer_right else place.x() < PADDING
        scale = self.look.zoom
        for index in (self.findings, self.claims):
            for mark in sorted(self.visible_marks(index), key=lambda mark: mark.end - mark.start):
                boxes = self.boxes(mark)
                if in_margin and index is self.findings and boxes and abs(boxes[0].middle - place.y()) < 14 * scale:
                    return mark
                if not is_passage(mark, boxes) and any(box.band(scale).contains(place) for box in boxes):
                    return mark
        return None

    # A text is plain text, whatever it looks like

    def loadResource(self, type: int, name: Any) -> Any:  # noqa: N802
        return QPixmap()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        if source.hasText():
            self.insertPlainText(source.text())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y)
            if undo and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
                return False
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.look.set_zoom(self.look.zoom + (0.1 if event.angleDelta().y() > 0 else -0.1))
            event.accept()
            return
        super().wheelEvent(event)

    def set_editing(self, editing: bool) -> None:
        self.setReadOnly(not editing)
        if not editing:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )


def is_passage(mark: Mark, boxes: tuple[Box, ...]) -> bool:
    """Whether a stretch is marked by its ends only: too long to be filled, or inserted over more than a line."""
    if mark.kind == "insertion":
        return len(boxes) > 1
    # A few words set very large take three lines and are no passage.
    return len(boxes) > PASSAGE_LINES and mark.end - mark.start > PHRASE


_WEIGHT = {"high": 3, "medium": 2, "low": 1}


def _heavier(mark: Mark, standing: Mark, current: str | None) -> bool:
    return standing.name != current and _WEIGHT[mark.severity] > _WEIGHT[standing.severity]
