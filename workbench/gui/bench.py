"""One comparison at work: the drafts, the newest result, the person's review, the current finding, and undo."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Iterable, Sequence
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from workbench.gui.checking import Request
from workbench.gui.steps import DateStep, DecideStep, EditStep, LinkStep, SwapStep, TickStep
from workbench.review.anchoring import Edit, anchor_of, moved_links, renamed_links
from workbench.review.decisions import HandLink, Review
from workbench.review.rows import finding_rows

if TYPE_CHECKING:
    from workbench.checks.values import Finding, Mend
    from workbench.claims.values import Claim
    from workbench.engine import CheckResult, Draft
    from workbench.gui.checking import Answer, Checker
    from workbench.mentions.reading import ArticleReading
    from workbench.review.decisions import Decision, LinkKind, Reason, State
    from workbench.review.rows import FindingRow

ARTICLES = "abcdefghij"
# Milliseconds without a key before an edit is checked: the most, and the least, where a check takes hardly any time.
RECHECK_DELAY, QUICK_DELAY = 120, 30


class Bench(QObject):
    """Knows no widget. Everything a person does goes through the undo stack, and from there back through signals."""

    drafts_changed = Signal()
    result_changed = Signal()
    rows_changed = Signal()
    decided = Signal(str)
    current_changed = Signal()
    other_changed = Signal()
    stale_changed = Signal(bool)
    text_replaced = Signal(str, int, int, str)  # article, start, removed code points, added words
    text_edited = Signal(str, object)  # article, Edit
    links_changed = Signal()
    ticks_changed = Signal()
    working = Signal(str)
    failed = Signal(str)

    def __init__(self, checker: Checker, review: Review | None = None, who: str = "") -> None:
        super().__init__()
        self.checker = checker
        self.review = review or Review()
        self.stack = QUndoStack(self)
        self.who = who or _user()
        self.drafts: tuple[Draft, ...] = ()
        self.result: CheckResult | None = None
        self.lost: tuple[HandLink, ...] = ()
        self.current: str | None = None
        self.other = "b"
        self.stale = False
        self.revision = 0
        self._expected: str | None = None  # what is to be chosen when the next check has found it
        self._rows: tuple[FindingRow, ...] | None = None
        self._findings: dict[str, Finding] = {}
        self._claims: dict[str, Claim] = {}
        self._took = 1.0  # seconds that the last check after an edit took
        self._begun = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.check)
        checker.answered.connect(self._answered)
        checker.failed.connect(self._failed)
        checker.working.connect(self.working)

    # What stands on the bench

    def set_drafts(
        self, drafts: Sequence[Draft], keep_review: bool = False, review: Review | None = None
    ) -> None:
        """Put other texts on the bench and check them; decisions start anew (or with those of ``review``) unless the
        texts are only reordered."""
        self.drafts = tuple(drafts)
        if not keep_review:
            self.review = review or Review()
            self.stack.clear()
        self.result, self.current, self.other = None, None, "b"
        self._index()
        self.drafts_changed.emit()
        self.result_changed.emit()
        self.current_changed.emit()
        if self.drafts:
            self.check()

    def swap(self) -> None:
        """A becomes B (or whichever report is shown) and B becomes A, as one undoable step. Earlier steps name the
        articles by the letters they had then: they are undone only after the swap is."""
        if len(self.drafts) >= 2:
            self.stack.push(SwapStep(self, self.other))

    def put_swap(self, other: str) -> None:
        """Called by steps; the links follow their articles."""
        number = ARTICLES.index(other)
        order = list(self.drafts)
        order[0], order[number] = order[number], order[0]
        self.review.links = renamed_links(self.review.links, {"a": other, other: "a"})
        self.set_drafts(order, keep_review=True)
        self.show_other(other)

    def set_date(self, article: str, day: dt.date | None) -> None:
        """Give an article its day, or take the given one back, as one undoable step."""
        draft = self.draft(article)
        if draft is not None and draft.date != day:
            self.stack.push(DateStep(self, article, draft.date, day))

    def put_date(self, article: str, day: dt.date | None) -> None:
        """Called by steps; everything that follows from the day is checked anew."""
        number = ARTICLES.index(article)
        drafts = list(self.drafts)
        drafts[number] = replace(drafts[number], date=day)
        self.drafts = tuple(drafts)
        self.check()

    def show_other(self, article: str) -> None:
        """Hold another of the reports against the draft."""
        if article != self.other and 0 < ARTICLES.index(article) < len(self.drafts):
            self.other = article
            self.other_changed.emit()

    def draft(self, article: str) -> Draft | None:
        number = ARTICLES.index(article)
        return self.drafts[number] if number < len(self.drafts) else None

    def reading(self, article: str) -> ArticleReading | None:
        readings = self.result.readings if self.result else ()
        return next((reading for reading in readings if reading.article.id == article), None)

    # Checking

    def check(self) -> None:
        self._timer.stop()
        self.revision += 1
        self._begun = perf_counter()
        self._set_stale(True)
        self.checker.request(Request(self.revision, self.drafts, self.review.links, self.review.hidden))

    def close(self) -> None:
        """Stop whatever is still to come; nothing is told from here on."""
        self.stack.blockSignals(True)
        self._timer.stop()
        self.checker.close()

    def cancel(self) -> None:
        self._timer.stop()
        self.checker.cancel()
        self._set_stale(False)

    def _set_stale(self, stale: bool) -> None:
        if stale != self.stale:
            self.stale = stale
            self.stale_changed.emit(stale)

    def _answered(self, answer: Answer) -> None:
        if answer.revision != self.revision:
            return
        self._took = perf_counter() - self._begun
        before = self._rows
        self.result, self.lost = answer.result, answer.lost
        self._index()
        self._set_stale(False)
        expected, self._expected = self._expected, None
        if expected in self._findings and expected != self.current:
            self.current = expected
            self.result_changed.emit()
            self.current_changed.emit()
        elif self.current not in self._findings:
            self.current = self._next_to_current(before or ())
            self.result_changed.emit()
            self.current_changed.emit()
        else:
            self.result_changed.emit()

    def _next_to_current(self, before: tuple[FindingRow, ...]) -> str | None:
        """The finding that follows the current one, which is gone, in the order of before: who mended a fault goes on
        from there. The last one that came before it where none follows, the first one of all where nothing is known."""
        from workbench.review.rows import arrange

        keys = [row.key for group in arrange(before) for row in group.rows]
        if self.current in keys:
            at = keys.index(self.current)
            for key in (*keys[at + 1 :], *reversed(keys[:at])):
                if key in self._findings:
                    return key
        return next(iter(self.ordered_keys()), None)

    def _failed(self, revision: int, message: str) -> None:
        if revision == self.revision:
            self._set_stale(False)
            self.failed.emit(message)

    def _index(self) -> None:
        self._rows = None
        self._findings = {finding.key: finding for finding in self.result.findings} if self.result else {}
        self._claims = {claim.id: claim for claim in self.result.claims} if self.result else {}

    # Looking

    def rows(self) -> tuple[FindingRow, ...]:
        if self._rows is None:
            self._rows = finding_rows(self.result, self.review) if self.result else ()
        return self._rows

    def ordered_keys(self) -> tuple[str, ...]:
        from workbench.review.rows import arrange

        return tuple(row.key for group in arrange(self.rows()) for row in group.rows)

    def row(self, key: str | None) -> FindingRow | None:
        return next((row for row in self.rows() if row.key == key), None)

    def finding(self, key: str | None) -> Finding | None:
        return self._findings.get(key or "")

    def words_of(self, key: str) -> str:
        """The words that a finding speaks of first; empty where there is no such finding now."""
        finding = self.finding(key)
        return finding.places[0].text if finding is not None and finding.places else ""

    def findings_of(self, family: str) -> tuple[Finding, ...]:
        """The newest findings of one family."""
        return tuple(finding for finding in self._findings.values() if finding.family == family)

    def claim(self, id: str) -> Claim | None:
        return self._claims.get(id)

    def expect(self, key: str) -> None:
        """Choose a finding now, or when the check that is under way has found it."""
        if key in self._findings:
            self.set_current(key)
        elif self.stale:
            self._expected = key

    def set_current(self, key: str | None) -> None:
        if key == self.current:
            return
        self.current = key
        finding = self.finding(key)
        if finding is not None:
            others = [place.article for place in finding.places if place.article != "a"]
            if others and self.other not in others:
                self.show_other(others[0])
        self.current_changed.emit()

    # Deciding

    def decide(self, key: str, state: State, reason: Reason = "") -> None:
        before = self.review.decision(key)
        after = replace(before, state=state, reason=reason, who=self.who, when=_now())
        self.stack.push(DecideStep(self, before, after, f"step.{state}"))

    def note(self, key: str, words: str) -> None:
        before = self.review.decision(key)
        if words != before.note:
            after = replace(before, note=words, who=self.who, when=_now())
            self.stack.push(DecideStep(self, before, after, "step.note"))

    def put_decision(self, decision: Decision) -> None:
        """Called by steps; tells everyone."""
        self.review.decide(decision, self.finding(decision.key))
        number = next((n for n, row in enumerate(self._rows or ()) if row.key == decision.key), None)
        if self._rows is None or number is None or self._rows[number].orphan:
            self._rows = None
        else:  # among thousands of rows this one alone says something else
            row = replace(self._rows[number], state=decision.state, note=decision.note)
            self._rows = (*self._rows[:number], row, *self._rows[number + 1 :])
        self.decided.emit(decision.key)

    def hide(self, keys: Iterable[str]) -> None:
        """Never show these findings again."""
        keys = tuple(keys)
        about = self.words_of(keys[0]) if len(keys) == 1 else ""
        self.stack.push(LinkStep(self, self.review.links, self.review.hidden | frozenset(keys), "step.hide", about))

    # A person's word on claims

    def link(self, kind: LinkKind, first: Claim, second: Claim) -> None:
        if first.article > second.article:
            first, second = second, first
        link = HandLink(kind, anchor_of(first), anchor_of(second))
        opposite = {"joined": "parted", "parted": "joined", "same-event": "different-event",
                    "different-event": "same-event"}[kind]  # fmt: skip
        kept = tuple(
            other
            for other in self.review.links
            if (other.first, other.second) != (link.first, link.second) or other.kind not in (kind, opposite)
        )
        self.stack.push(LinkStep(self, (*kept, link), self.review.hidden, f"step.{kind}", first.text))

    def put_links(self, links: tuple[HandLink, ...], hidden: frozenset[str]) -> None:
        """Called by steps; everything that follows from the links is computed anew."""
        self.review.links, self.review.hidden = links, hidden
        self._rows = None
        self.links_changed.emit()
        self.check()

    # To-do

    def tick(self, key: str) -> None:
        self.stack.push(TickStep(self, self.review.ticks ^ {key}))

    def put_ticks(self, ticks: frozenset[str]) -> None:
        self.review.ticks = ticks
        self.ticks_changed.emit()

    # Editing

    def typed(self, article: str, start: int, removed: str, added: str) -> None:
        """A person typed in a pane; the pane shows it already."""
        self.stack.push(EditStep(self, article, start, removed, added, shown=True))

    def replace_words(
        self, article: str, start: int, end: int, words: str, name: str = "step.edit", finding: str | None = None
    ) -> None:
        """Change the text from outside its pane, as one undoable step; ``finding`` is what it mends."""
        draft = self.draft(article)
        if draft is not None:
            step = EditStep(self, article, start, draft.text[start:end], words, shown=False, name=name)
            step.finding = finding
            self.stack.push(step)

    def accept(self, mend: Mend) -> None:
        self.replace_words(mend.article, mend.start, mend.end, mend.replacement, "step.mend", self.current)

    def put_edit(self, article: str, start: int, removed: int, added: str, shown: bool) -> None:
        """Called by steps: the text changes, links and marks move along, the check follows."""
        number = ARTICLES.index(article)
        drafts = list(self.drafts)
        text = drafts[number].text
        drafts[number] = replace(drafts[number], text=text[:start] + added + text[start + removed :], sha256="")
        self.drafts = tuple(drafts)
        edit = Edit(article, start, removed, len(added))
        self.review.links = moved_links(self.review.links, edit)
        self.revision += 1  # what is being computed is stale from here on
        self._set_stale(True)
        if not shown:
            self.text_replaced.emit(article, start, removed, added)
        self.text_edited.emit(article, edit)
        self._timer.start(recheck_delay(self._took))


def recheck_delay(took: float) -> int:
    """How long to wait for the next key, after what the last check took in seconds: who types on is not slowed down by
    checks of a long text, and in a short one the findings follow at once."""
    return min(RECHECK_DELAY, max(QUICK_DELAY, round(3000 * took)))


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
