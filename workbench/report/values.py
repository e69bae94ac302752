"""What a report says, in one language and in plain text: every format is made from these values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.text.values import Bilingual

if TYPE_CHECKING:
    from workbench.review.record import ProjectRecord
    from workbench.review.timeline import Timeline
    from workbench.wording import Code


class ReportError(ValueError):
    """A report that cannot be made or written. ``why`` is one sentence in each language for the person who asked for
    it, the exception's own text is the English one."""

    def __init__(self, en: str, ar: str) -> None:
        self.why = Bilingual(en, ar)
        super().__init__(en)


class ReportCancelledError(Exception):
    """Whoever watches the progress wants no more of it. Nothing has been written."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of an article. ``start`` and ``end`` count code points in its text; ``place`` says where in words."""

    article: str
    letter: str
    words: str
    place: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the reasoning and where the fact comes from; ``source`` may be empty."""

    words: str
    source: str


@dataclass(frozen=True, slots=True)
class ReportFinding:
    """One finding. ``number`` counts from 1 in the order of the report; the names of family, kind, severity and state
    stand beside their words for people. ``values`` are the normalised values behind the quotations, one line each.
    ``departed``: its words are no longer in the text, so that it has no mark there. ``when`` is in words, ``stamp`` the
    same for tables that are sorted."""

    number: int
    key: str
    family: str
    kind: str
    severity: str
    scope: str
    rule: str
    confidence: float
    headline: bool
    family_words: str
    kind_words: str
    severity_words: str
    message: str
    quotations: tuple[Quotation, ...]
    values: tuple[str, ...]
    event: str
    reasons: tuple[Reason, ...]
    mends: tuple[str, ...]
    state: str
    state_words: str
    reason_words: str
    note: str
    who: str
    when: str
    departed: bool = False
    stamp: str = ""

    @property
    def reviewed(self) -> bool:
        """Whether a person said anything about it."""
        return self.state != "open" or bool(self.note)


@dataclass(frozen=True, slots=True)
class ReportArticle:
    """One article: ``text`` is untouched, everything else is words for people."""

    id: str
    letter: str
    name: str
    title: str
    text: str
    language: str
    origin: str
    sha256: str
    credit: str
    date: str
    date_why: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the cover: what is counted, how many."""

    name: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class TodoLine:
    """What stands only in the draft, and what would settle it."""

    key: str
    words: str
    place: str
    settle: str
    done: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One decision as it was taken. ``number`` is the finding's in this report, None where it does not stand in it."""

    when: str
    who: str
    number: int | None
    about: str
    state_words: str
    reason_words: str
    note: str
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. ``made`` is aware (UTC); ``only`` the state that findings are narrowed to, empty for all."""

    language: Code
    title: str
    made: dt.datetime
    made_words: str
    only: str
    articles: tuple[ReportArticle, ...]
    findings: tuple[ReportFinding, ...]
    figures: tuple[Figure, ...]
    states: tuple[Figure, ...]
    checked: tuple[str, ...]
    unchecked: tuple[str, ...]
    todo: tuple[TodoLine, ...]
    history: tuple[HistoryLine, ...]
    versions: tuple[tuple[str, str], ...]
    timeline: Timeline
    record: ProjectRecord

    @property
    def rtl(self) -> bool:
        return self.language == "ar"

    @property
    def standing(self) -> tuple[ReportFinding, ...]:
        """The findings whose words are in the text."""
        return tuple(finding for finding in self.findings if not finding.departed)

    @property
    def departed(self) -> tuple[ReportFinding, ...]:
        return tuple(finding for finding in self.findings if finding.departed)
