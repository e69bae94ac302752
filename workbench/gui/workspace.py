"""Both panes with the channel between them and the judging panel: kept in step with the bench."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from workbench.gui.bench import ARTICLES
from workbench.gui.channel.column import ChannelColumn
from workbench.gui.channel.locking import ScrollLock
from workbench.gui.channel.ribbons import build_ribbons
from workbench.gui.commands import hint
from workbench.gui.dates import DatePopover
from workbench.gui.marks import claim_marks, finding_marks
from workbench.gui.mending import MendPopover
from workbench.gui.pane.pane import Pane
from workbench.gui.panel.claims_panel import ClaimsPanel
from workbench.gui.panel.events_panel import EventsPanel
from workbench.gui.panel.findings_panel import FindingsPanel
from workbench.gui.panel.side import SidePanel
from workbench.gui.panel.sources_panel import SourcesPanel
from workbench.gui.panel.todo_panel import TodoPanel
from workbench.gui.places import Places
from workbench.gui.plainwords import plain_entry
from workbench.gui.timeline.panel import TimelinePanel
from workbench.review.anchoring import Edit
from workbench.review.origin import shared_origin

if TYPE_CHECKING:
    from workbench.gui.bench import Bench
    from workbench.gui.channel.ribbons import Ribbon
    from workbench.gui.look import Look
    from workbench.gui.places import Place
    from workbench.review.pairing import ClaimRow

TABS = ("findings", "claims", "events", "settle", "timeline", "sources")
NARROW = 1240
PANEL_WIDTH = 424
PALING = 250  # ms
MANY = 1_000  # findings that are listed only when their marks stand in the texts


class Workspace(QWidget):
    """``claim_clicked`` names a claim under the mouse, ``tab_asked`` a page."""

    claim_clicked = Signal(str)
    tab_asked = Signal(str)

    def __init__(self, look: Look, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.bench = look, bench
        self.pane_a = Pane(look, "a")
        self.pane_b = Pane(look, "b")
        self.channel = ChannelColumn(look, self.pane_a, self.pane_b)
        self.places = Places((self.pane_a, self.pane_b), self)
        self.lock = ScrollLock(self.pane_a, self.pane_b, self)
        self.findings = FindingsPanel(look, bench)
        self.side = SidePanel(look, TABS)
        self.claims = ClaimsPanel(look, bench)
        self.events = EventsPanel(look, bench)
        self.todo = TodoPanel(look, bench)
        self.sources = SourcesPanel(look, bench)
        for name, page in (
            ("findings", self.findings), ("claims", self.claims), ("events", self.events),
            ("settle", self.todo), ("sources", self.sources),
        ):  # fmt: skip
            self.side.add_page(name, page)
        self.mend = MendPopover(look, bench, self.pane_a.view, self)
        self.timeline = TimelinePanel(look, bench)
        self.timeline.hide()
        self._unseen: set[str] = set()
        self._paling = QTimer(self)
        self._paling.setSingleShot(True)
        self._paling.timeout.connect(lambda: self._set_strength(0.5))
        self._turning = False  # a page is being turned to
        self._spoken = ("", "")  # the language and digits in which everything was said
        self._waiting: list[Callable[[], None]] = []  # what of a large result is still to be shown
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show_next)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.texts = QWidget()
        self.row = QHBoxLayout(self.texts)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)
        self.row.addWidget(self.pane_a, 100)
        self.row.addWidget(self.channel)
        self.row.addWidget(self.pane_b, 100)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.texts)
        self.splitter.addWidget(self.side)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([1016, PANEL_WIDTH])
        self.whole = QSplitter(Qt.Orientation.Vertical)
        self.whole.addWidget(self.splitter)
        self.whole.addWidget(self.timeline)
        self.whole.setChildrenCollapsible(False)
        self.whole.setHandleWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.whole)

    def _connect(self) -> None:
        bench = self.bench
        bench.drafts_changed.connect(self.show_drafts)
        bench.result_changed.connect(self.show_result)
        bench.other_changed.connect(self.show_other)
        bench.current_changed.connect(self.show_current)
        bench.decided.connect(lambda _: self.findings.refresh())
        bench.stale_changed.connect(self._show_stale)
        bench.text_replaced.connect(self._replace)
        bench.text_edited.connect(self._edited)
        for pane in (self.pane_a, self.pane_b):
            pane.view.mark_clicked.connect(bench.set_current)
            pane.view.claim_clicked.connect(self.claim_clicked)
            pane.view.edited.connect(lambda *change, pane=pane: bench.typed(pane.article, *change))
            pane.header.date.clicked.connect(lambda _=False, pane=pane: self.ask_date(pane.article))
        self.pane_b.header.picker.clicked.connect(self._open_reports)
        self.channel.canvas.chosen.connect(self.choose_ribbon)
        self.channel.canvas.hovered.connect(self._hover)
        self.channel.header.lock.clicked.connect(lambda: self.set_lock(not self.lock.on))
        for chosen in (
            self.findings.details.place_chosen, self.events.chosen, self.todo.chosen, self.timeline.chosen,
        ):  # fmt: skip
            chosen.connect(self.go)
        self.sources.chosen.connect(self.show_places)
        self.timeline.finding_chosen.connect(bench.set_current)
        self.timeline.closed.connect(lambda: self.tab_asked.emit("findings"))
        self.claims.chosen.connect(self._show_claims)
        self.side.chosen.connect(self.tab_asked)
        self.look.zoomed.connect(self._zoomed)

    # Looks

    def apply_look(self) -> None:
        for pane in (self.pane_a, self.pane_b):
            pane.apply_look()
            pane.header.show_article(self.bench.draft(pane.article), self.bench.reading(pane.article))
        self.findings.apply_look()
        for page in (self.claims, self.events, self.todo, self.sources, self.timeline):
            page.apply_look()
        words = (self.look.code, self.look.digits)
        spoken, self._spoken = words != self._spoken, words
        self.side.tabs.apply_look()
        self._show_header()
        if not spoken:  # other colours, the same words: what stands there is only painted anew
            self._show_leaders()
            for widget in (self, *self.findChildren(QWidget)):
                widget.update()
            return
        self._unseen = set(TABS) - {"findings"}
        self._waiting = [self._refresh_seen, self._show_ribbons]
        self._show_waiting()

    def _zoomed(self) -> None:
        current = self.bench.current
        in_view = any(
            mark.name == current
            for pane in (self.pane_a, self.pane_b)
            for mark in pane.view.visible_marks(pane.view.findings)
        )
        for pane in (self.pane_a, self.pane_b):
            pane.view.apply_look()
            pane.strip.forget()
        self.channel.canvas.update()
        if in_view:
            self.go_to_current()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        narrow = self.width() < NARROW
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self.splitter.orientation() != wanted:
            self.splitter.setOrientation(wanted)
            self.findings.set_wide(narrow)
            self.splitter.setStretchFactor(1, 1 if narrow else 0)  # below the panes both grow with the window
            whole, panel = (self.height(), round(self.height() * 0.45)) if narrow else (self.width(), PANEL_WIDTH)
            self.splitter.setSizes([max(1, whole - panel), panel])
        super().resizeEvent(event)

    # The bench's news

    def show_drafts(self) -> None:
        bench = self.bench
        self.pane_a.show_draft("a", bench.draft("a"), bench.reading("a"))
        self.pane_b.show_draft(bench.other, bench.draft(bench.other), bench.reading(bench.other))
        comparing = len(bench.drafts) > 1
        self._show_picker()
        self.pane_b.setVisible(comparing)
        self.channel.setVisible(comparing)
        self._show_header()

    def _show_picker(self) -> None:
        """With several reports B's letter is chosen from a menu."""
        picker = self.pane_b.header.picker
        picker.setVisible(len(self.bench.drafts) > 2)
        picker.set_words(self.look.say("pane.report", letter=self.look.letter(self.bench.other)))
        picker.setToolTip(self.look.say("pane.choose-report"))

    def reports_menu(self) -> QMenu:
        """The reports by letter and title."""
        menu = QMenu(self)
        for number, draft in enumerate(self.bench.drafts[1:], 1):
            article = ARTICLES[number]
            reading = self.bench.reading(article)
            title = reading.article.title if reading else draft.text.lstrip().split("\n", 1)[0]
            action = menu.addAction(
                plain_entry(self.look.say("picker.report", letter=self.look.letter(article), title=title))
            )
            action.setCheckable(True)
            action.setChecked(article == self.bench.other)
            action.triggered.connect(partial(self.bench.show_other, article))
        return menu

    def _open_reports(self) -> None:
        picker = self.pane_b.header.picker
        self.reports_menu().popup(picker.mapToGlobal(QPoint(0, picker.height() + 2)))

    def show_other(self) -> None:
        bench = self.bench
        self._show_picker()
        self.pane_b.show_draft(bench.other, bench.draft(bench.other), bench.reading(bench.other))
        self.show_result()

    def show_result(self) -> None:
        bench, result = self.bench, self.bench.result
        for pane in (self.pane_a, self.pane_b):
            pane.take_reading(bench.draft(pane.article), bench.reading(pane.article))
            if result is None:
                pane.clear_marks()
        self._show_header()
        marks = [partial(self._show_marks, pane) for pane in (self.pane_a, self.pane_b)] if result is not None else []
        self._waiting = [*marks, self._show_ribbons, self._show_lists]
        self._show_waiting()

    def _show_marks(self, pane: Pane) -> None:
        bench, units = self.bench, pane.view.offsets
        if bench.result is not None:
            pane.view.set_marks(
                finding_marks(bench.result, bench.review, pane.article, units),
                claim_marks(bench.result, pane.article, units),
            )
            pane.set_current(bench.current)
            pane.strip.forget()

    def _show_waiting(self) -> None:
        """What waits to be shown: at once, or one after the other where all at once would be felt."""
        result = self.bench.result
        while self._waiting:
            if result is not None and len(result.findings) > MANY:
                self._later.start(0)
                return
            self._waiting.pop(0)()

    def _show_next(self) -> None:
        if self._waiting:
            self._waiting.pop(0)()
            self._later.start(0)

    def _show_lists(self) -> None:
        self.side.tabs.set_count("findings", len(self.bench.rows()))
        self.findings.refresh()
        self._unseen = set(TABS) - {"findings"}
        self._refresh_seen()

    def show_page(self, name: str) -> None:
        """Turn to a page of the panel; it is computed when it is looked at."""
        if name != self.side.tabs.current:
            self.places.forget()
        self.side.show_page(name)
        wide = name == "timeline"
        self.side.setVisible(not wide)
        if self.timeline.isVisible() != wide:
            self.timeline.setVisible(wide)
            height = max(1, self.height())
            self.whole.setSizes([round(height * 0.4), round(height * 0.6)] if wide else [height, 0])
            QTimer.singleShot(0, self.go_to_current)  # the texts have other lines now
        self._refresh_seen()
        if not self.side.tabs.hasFocus() or wide:  # who walks the tabs by arrow keys stays there
            self._turn_to(self._lists()[name])
        if name == "findings":
            self.go_to_current()  # another page may have led away from it

    def _turn_to(self, page: QWidget) -> None:
        """Give a page the keyboard. Qt makes its first row the current one: that row is not yet meant, and the texts
        stay where they are."""
        fresh = isinstance(page, QAbstractItemView) and not page.currentIndex().isValid()
        self._turning = True
        page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if fresh and isinstance(page, QAbstractItemView):
            page.setCurrentIndex(QModelIndex())
        self._turning = False

    def _lists(self) -> dict[str, QWidget]:
        """What takes the keyboard when its page is turned to."""
        return {
            "findings": self.findings.tree, "claims": self.claims.table, "events": self.events.tree,
            "settle": self.todo.list, "sources": self.sources.table, "timeline": self.timeline.picture,
        }  # fmt: skip

    def _refresh_seen(self) -> None:
        name = self.side.tabs.current
        if name in self._unseen:
            self._unseen.discard(name)
            pages: dict[str, ClaimsPanel | EventsPanel | TodoPanel | SourcesPanel | TimelinePanel] = {
                "claims": self.claims, "events": self.events, "settle": self.todo, "sources": self.sources,
                "timeline": self.timeline,
            }  # fmt: skip
            pages[name].refresh()
            if name == "settle":
                self.side.tabs.set_count("settle", self.todo.head.all)

    def _show_claims(self, row: ClaimRow) -> None:
        """Both claims of a row at one height and marked, or the one that stands alone."""
        if self._turning:
            return
        self.places.mark([(claim.article, claim.span.start, claim.span.end) for claim in row.claims])
        units = {
            claim.article: pane.view.offsets.units(claim.span.start)
            for claim in row.claims
            if (pane := self.pane_of(claim.article)) is not None
        }
        self.lock.face(units.get("a"), units.get(self.bench.other))

    def _show_header(self) -> None:
        bench = self.bench
        origin = shared_origin(bench.reading("a"), bench.reading(bench.other))
        self.channel.header.show_state(origin, len(bench.drafts) > 1, self.lock.on, hint("lock", False))

    def _show_ribbons(self) -> None:
        ribbons = build_ribbons(self.bench, self.pane_a, self.pane_b, self.look)
        self.channel.canvas.set_ribbons(ribbons)
        self.lock.set_ribbons(ribbons)
        self._show_leaders()

    def _show_leaders(self) -> None:
        """The dotted lines from words to the channel, in their ribbons' colours."""
        leaders: dict[str, tuple[object, bool]] = {}
        ribbons = self.channel.canvas.ribbons()
        colours = {name: self.look.palette.relation(name) for name in {ribbon.relation for ribbon in ribbons}}
        for ribbon in ribbons:
            current = ribbon.key is not None and ribbon.key == self.bench.current
            colour = colours[ribbon.relation]
            for claim in ribbon.claims:
                if claim not in leaders or current:
                    leaders[claim] = (colour, current)
        for pane in (self.pane_a, self.pane_b):
            pane.view.leaders = leaders  # type: ignore[assignment]
            pane.view.viewport().update()

    def show_current(self) -> None:
        bench = self.bench
        for pane in (self.pane_a, self.pane_b):
            pane.set_current(bench.current)
        self.places.forget()
        self.channel.canvas.current = bench.current
        self._show_leaders()
        self.channel.canvas.update()
        self.findings.show_current()
        self.go_to_current()
        self._offer_mend()

    def _offer_mend(self) -> None:
        editing = not self.pane_a.view.isReadOnly()
        self.mend.show_for(self.bench.finding(self.bench.current) if editing else None)

    def go_to_current(self) -> None:
        """Bring both places of the current finding to the same height."""
        finding = self.bench.finding(self.bench.current)
        if finding is None:
            return
        # A ribbon stands at the line on which a stretch ends; its claims may be shorter than the finding's places.
        joined = (one for one in self.channel.canvas.ribbons() if one.key == finding.key and one.arc is None)
        ribbon = next(joined, None)
        if ribbon is not None:
            self.lock.face(*(max(start, end - 1) for start, end in (ribbon.a, ribbon.b)))
            return
        units: dict[str, int] = {}
        for place in finding.places:
            pane = self.pane_of(place.article)
            if pane is not None and place.article not in units:
                units[place.article] = pane.view.offsets.units(max(place.start, place.end - 1))
        self.lock.face(units.get("a"), units.get(self.bench.other))

    def _show_stale(self, stale: bool) -> None:
        """Marks that wait for a check grow pale, unless the check is over before the eye could follow."""
        if stale and self.bench.result is not None:
            self._paling.start(PALING)
        else:
            self._paling.stop()
            self._set_strength(1.0)

    def _set_strength(self, strength: float) -> None:
        if strength == self.channel.canvas.strength:
            return
        for pane in (self.pane_a, self.pane_b):
            pane.view.strength = strength
            pane.view.viewport().update()
        self.channel.canvas.strength = strength
        self.channel.canvas.update()

    # Editing

    def pane_of(self, article: str) -> Pane | None:
        return next((pane for pane in (self.pane_a, self.pane_b) if pane.article == article), None)

    def _replace(self, article: str, start: int, removed: int, added: str) -> None:
        pane = self.pane_of(article)
        if pane is not None:
            pane.view.replace_words(start, removed, added)

    def _edited(self, article: str, edit: Edit) -> None:
        """Marks move along with their words until the next check says anew where they are."""
        pane = self.pane_of(article)
        if pane is None:
            return
        view = pane.view
        self._waiting = [step for step in self._waiting if step == self._show_lists]  # marks would be misplaced
        moved = Edit(article, view.offsets.units(edit.start), edit.removed, edit.added)
        view.set_marks(view.findings.moved(moved.moved), view.claims.moved(moved.moved))
        pane.strip.forget()
        self.channel.canvas.set_ribbons(())
        pane.header.show_article(self.bench.draft(article), self.bench.reading(article))

    def set_editing(self, editing: bool) -> None:
        self.pane_a.view.set_editing(editing)
        self.pane_a.header.editing.setVisible(editing)
        self.pane_a.header.editing.setChecked(editing)
        self.row.setStretch(0, 155 if editing else 100)
        if editing:
            self.pane_a.view.setFocus()
        self._offer_mend()

    # Going to places

    def go(self, article: str, point: int, end: int | None = None) -> None:
        """Show a place of an article, marked where its ``end`` is given; the other pane follows where scrolling is
        locked."""
        if self._turning:
            return
        if article != "a" and article != self.bench.other:
            self.bench.show_other(article)
        pane = self.pane_of(article)
        if pane is not None:
            unit = pane.view.offsets.units(point)
            self.lock.face(*((unit, None) if pane is self.pane_a else (None, unit)))
            pane.view.viewport().update()
        self.places.mark([(article, point, end)] if end is not None else [])

    def show_places(self, places: tuple[Place, ...], turn: int) -> None:
        """Go to one of the places that a list speaks of; the others are marked too."""
        self.go(*places[turn])
        self.places.mark(places, places[turn])

    def choose_ribbon(self, ribbon: Ribbon) -> None:
        if ribbon.key is not None:
            self.bench.set_current(ribbon.key)
        if ribbon.arc is None:
            self.lock.face(ribbon.a[1] - 1, ribbon.b[1] - 1)

    def _hover(self, ribbon: Ribbon | None) -> None:
        names = frozenset((*ribbon.claims, *((ribbon.key,) if ribbon.key else ())) if ribbon is not None else ())
        for pane in (self.pane_a, self.pane_b):
            pane.view.hovered = names
            pane.view.viewport().update()

    def set_lock(self, on: bool) -> None:
        self.lock.on = on
        self._show_header()

    def ask_date(self, article: str) -> None:
        """Open the calendar below the article's date chip."""
        pane, draft = self.pane_of(article), self.bench.draft(article)
        if pane is None or draft is None:
            return
        popover = DatePopover(
            self.look, draft, self.bench.reading(article), lambda day: self.bench.set_date(article, day), self
        )
        popover.open_at(pane.header.date.mapToGlobal(QPoint(0, pane.header.date.height() + 4)))
