"""The current finding in full: family, severity, message, the values side by side, the evidence step by step."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.chips import Chip, Line
from workbench.gui.icons import DRAWINGS, STAND_INS, draw_icon, draw_severity
from workbench.gui.language import isolated
from workbench.gui.lineup import LineUp
from workbench.gui.panel.findings_model import kind_words
from workbench.gui.timeline.terms import TermsChart
from workbench.gui.valuewords import amount_words
from workbench.mentions.values import Amount
from workbench.review.timeline import build_timeline

if TYPE_CHECKING:
    from workbench.claims.values import Claim
    from workbench.gui.bench import Bench
    from workbench.gui.look import Look
    from workbench.review.rows import FindingRow
    from workbench.source_words import SourceWords


def plain_label(words: str, font: QFont, role: str, look: Look, selectable: bool = False) -> QLabel:
    """A label that never takes its words for markup."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    # Qt aligns a label by its words' direction; here everything begins where the interface begins.
    side = Qt.AlignmentFlag.AlignRight if look.mirrored else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    label.setFont(font)
    label.setStyleSheet(f"color: {getattr(look.palette, role)};")
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    if selectable or look.mirrored:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if not selectable and look.mirrored:
        # Qt sets the broken lines of a right-to-left label a space's width too far in; of one that can be selected it
        # does not. The mouse passes through to what lies below.
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label


class IconSquare(QWidget):
    def __init__(self, look: Look, icon: str, role: str, side: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icon, self._role = look, icon, role
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        palette = self._look.palette
        colour = self._look.colour("ink2")
        for table in (palette.families, palette.relations, palette.states):
            if self._role in table:
                colour = palette.family(self._role) if table is palette.families else palette.relation(self._role)
                break
        draw_icon(painter, self._icon, QRectF(self.rect()).adjusted(1, 1, -1, -1), colour, self._look.mirrored)
        painter.end()


class FindingTitle(QWidget):
    """One line: family and kind, severity in bars and in its word, which of how many."""

    def __init__(self, look: Look, row: FindingRow, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._row, self._place = look, row, place
        self.setFixedHeight(22)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look, row = self._look, self._row
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        family = row.finding.family
        line = LineUp(QRectF(self.rect()).adjusted(-13, 0, 13, 0), look.mirrored)
        draw_icon(painter, family, line.take(15, 8), look.palette.family(family), look.mirrored)
        name = look.say("family-and-kind", family=look.say(f"family.{family}"), kind=kind_words(look, row))
        line.words(painter, name, look.plain(12.5, QFont.Weight.DemiBold), look.palette.family(family), 10)
        draw_severity(painter, line.take(14, 7).adjusted(0, 2, 0, -2), row.finding.severity, look.colour("ink2"),
                      look.colour("edge"))  # fmt: skip
        line.words(painter, look.say(f"severity.{row.finding.severity}"), look.plain(12), look.colour("ink2"))
        painter.setPen(look.colour("ink2"))
        painter.setFont(look.plain(12))
        side = Qt.AlignmentFlag.AlignLeft if look.mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(self.rect(), int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter),
                         self._place)  # fmt: skip
        painter.end()


class ValueCard(QWidget):
    """What one article says: its letter, who says it, the value large or the words."""

    clicked = Signal()

    def __init__(self, look: Look, article: str, words: str, claim: Claim | None) -> None:
        super().__init__()
        self._look = look
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(1)
        letter = look.letter(article)
        head = look.say("card.says", letter=letter, source=claim.source) if claim and claim.source else letter
        line = Line(look, look.plain(11.5), "ink2", 18)
        line.set_words(head)
        layout.addWidget(line)
        figure = amount_words(claim.value) if claim and isinstance(claim.value, Amount) else ""
        if figure:
            row = QHBoxLayout()
            row.setSpacing(8)
            big = plain_label(isolated(look.figures(figure)), look.plain(24, QFont.Weight.DemiBold), "ink", look)
            big.setWordWrap(False)
            big.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            row.addWidget(big)
            row.addStretch(1)
            layout.addLayout(row)
            layout.addWidget(plain_label(words, look.text(15), "ink2", look))
        else:
            layout.addWidget(plain_label(words, look.text(17), "ink", look))
        layout.addStretch(1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{head}: {words}")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.setBrush(self._look.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()

    def mousePressEvent(self, event: object) -> None:  # noqa: N802
        self.clicked.emit()


class Details(QScrollArea):
    """Rebuilt for each finding. ``place_chosen`` gives an article and a code point; ``mend_chosen`` the number of a
    mend of the current finding."""

    place_chosen = Signal(str, int)
    mend_chosen = Signal(int)

    def __init__(self, look: Look, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._bench = look, bench
        self._sources: SourceWords | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("details")
        self.shown: FindingRow | None = None
        self._content: tuple[object, ...] | None = None

    def apply_look(self) -> None:
        """Say and paint the finding anew at the next ``show_row``."""
        self._content = None

    def show_row(self, row: FindingRow | None, place: str) -> None:
        """Show a finding; ``place`` says which of how many it is. Nothing is made anew where a check has only moved
        the finding's words."""
        self.shown = row
        content = self._content_of(row, place)
        if content == self._content:
            return
        self._content = content
        body = QWidget()
        body.setObjectName("details-body")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(14, 10, 14, 8)
        layout.setSpacing(6)
        if row is not None:
            self._fill(layout, row, place)
        layout.addStretch(1)
        old = self.takeWidget()
        if old is not None:
            old.deleteLater()
        self.setWidget(body)

    def _content_of(self, row: FindingRow | None, place: str) -> tuple[object, ...]:
        """Everything that the page shows, without where in the texts it stands."""
        if row is None:
            return ()
        finding = row.finding
        claims = [self._bench.claim(id) for id in finding.claims]
        return (
            row.key, place, row.relation, row.orphan, finding.severity, finding.message, finding.evidence,
            [(place.article, place.text) for place in finding.places],
            [mend.replacement for mend in finding.mends],
            [(claim.source, claim.value) for claim in claims if claim is not None],
            self._bench.review.decision(row.key),
            self._bench.checker.knowledge is None,
            self._bench.other,
        )  # fmt: skip

    def _fill(self, layout: QVBoxLayout, row: FindingRow, place: str) -> None:
        look, finding = self._look, row.finding
        layout.addWidget(FindingTitle(look, row, place))
        title = look.pick(finding.message)
        layout.addWidget(plain_label(title, look.plain(14.5, QFont.Weight.DemiBold), "ink", look, True))
        decision = self._bench.review.decision(row.key)
        if decision.when is not None and row.state != "open":
            local = decision.when.astimezone()
            when = look.figures(f"{local:%H:%M}")
            if local.date() != dt.date.today():
                when = f"{look.day(local.date())}، {when}" if look.mirrored else f"{look.day(local.date())}, {when}"
            parts = [look.say(f"state.{row.state}")]
            parts += [look.say(f"reason.{decision.reason}")] if decision.reason else []
            parts += [isolated(decision.who)] if decision.who else []
            decided = Line(look, look.plain(11.5), "ink2", 18)
            decided.set_words(" · ".join((*parts, isolated(when))))
            layout.addWidget(decided)
        if row.orphan:
            layout.addWidget(plain_label(look.say("orphan.why"), look.plain(12), "ink2", look))
        if finding.family not in ("copy", "sourcing") or len(finding.places) == 1:
            self._cards(layout, row)
        if finding.family == "anachronism":
            chart = self._terms(row)
            if chart is not None:
                layout.addWidget(chart)
        if finding.evidence:
            why = look.say("details.evidence")
            layout.addWidget(plain_label(why, look.plain(12, QFont.Weight.Medium), "ink2", look))
        for step in finding.evidence:
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(IconSquare(look, _evidence_icon(step.source), ""), 0, Qt.AlignmentFlag.AlignTop)
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(plain_label(look.step(step.text), look.plain(12.5), "ink", look, True))
            if " " in step.source or "/" in step.source:  # a bare word names a step of the program, not a source
                source = Line(look, look.plain(11), "ink3", 16)
                source.set_words(isolated(self._source(step.source)))
                column.addWidget(source)
            line.addLayout(column, 1)
            layout.addLayout(line)
        for number, mend in enumerate(finding.mends):
            words = mend.replacement.strip()
            chip = Chip(look, "corrected", 26)
            chip.icon_role, chip.radius = "corrected", 5
            chip.set_words(look.say("mend.to", words=words) if words else look.say("mend.remove"))
            chip.clicked.connect(lambda _=False, number=number: self.mend_chosen.emit(number))
            layout.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)

    def _source(self, name: str) -> str:
        """Where a fact comes from, in words."""
        if self._sources is None:
            from workbench.resources import resource_folder
            from workbench.source_words import read_source_words

            self._sources = read_source_words(resource_folder())
        return self._sources.say(name, self._look.code)

    def _terms(self, row: FindingRow) -> TermsChart | None:
        """The terms of everybody whom the evidence names, where the knowledge has them."""
        bench = self._bench
        world = getattr(bench.checker.knowledge, "world", None)
        if bench.result is None or world is None:
            return None
        said = " ".join(f"{step.text.ar} {step.text.en}" for step in row.finding.evidence)
        timeline = build_timeline(bench.result, world, ("a", bench.other))
        people = [p for p in timeline.people if p.kind == "terms" and (p.name.ar in said or p.name.en in said)]
        if not any(p.out is not None and p.out.key == row.key for p in people):
            return None
        return TermsChart(self._look, tuple(people[:5]), row.key)

    def _cards(self, layout: QVBoxLayout, row: FindingRow) -> None:
        look, finding = self._look, row.finding
        places = finding.places[:2]
        if len(places) < 2 and finding.family in ("copy",):
            return
        claims = [self._bench.claim(id) for id in finding.claims]
        line = QHBoxLayout()
        line.setSpacing(8)
        for number, place in enumerate(places):
            claim = next(
                (c for c in claims if c and c.article == place.article and c.span.start < place.end
                 and place.start < c.span.end),
                None,
            )  # fmt: skip
            card = ValueCard(look, place.article, " ".join(place.text.split()), claim)
            card.clicked.connect(lambda number=number: self._go(number))
            if number:
                sign = row.relation if finding.family == "contradiction" else finding.family
                line.addWidget(IconSquare(look, sign, sign, 24))
            line.addWidget(card, 1)
        layout.addLayout(line)

    def _go(self, number: int) -> None:
        """Where the words of a card stand now: they may have moved since it was made."""
        if self.shown is not None and number < len(self.shown.finding.places):
            place = self.shown.finding.places[number]
            self.place_chosen.emit(place.article, place.start)


_SOURCES = (
    ("calendar", "calendar"), ("hijri", "calendar"), ("date", "calendar"), ("term", "person"), ("office", "person"),
    ("people", "person"), ("place", "place"), ("zone", "clock"), ("sum", "arithmetic"), ("arith", "arithmetic"),
    ("number", "number"), ("lexicon", "book"), ("organisation", "book"), ("text", "quote"), ("article", "quote"),
)  # fmt: skip


def _evidence_icon(source: str) -> str:
    """A picture for the kind of source; the source itself is named beside it."""
    lowered = source.casefold()
    name = next((icon for word, icon in _SOURCES if word in lowered), "check")
    return name if STAND_INS.get(name, name) in DRAWINGS else "check"
