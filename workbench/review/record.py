"""A reviewed comparison as one frozen value: what a project file keeps of it and what a report is made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.review.decisions import Decision, HandLink, Review

if TYPE_CHECKING:
    from workbench.checks.values import Finding
    from workbench.engine import CheckResult, Draft


@dataclass(frozen=True, slots=True)
class Versions:
    """What a comparison was checked with. ``program`` is the program's version, ``rules`` and ``knowledge`` twelve hex
    digits each that change with the engine's code and with the tables; ``morphology`` is ``news`` or ``calima``.
    Empty where nobody knows."""

    program: str = ""
    rules: str = ""
    knowledge: str = ""
    morphology: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article came from. ``kind`` is ``text``, ``paste`` or the name of the file's format; ``address`` a path
    or a URL, empty for pasted words; ``read`` the moment (aware, UTC) it was taken in, None where nobody knows."""

    kind: str = "text"
    address: str = ""
    read: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Words of an article gave way to others: ``text[start:start + len(removed)]`` (code points, in the text of that
    moment) became ``added``. ``when`` is aware (UTC)."""

    article: str
    start: int
    removed: str
    added: str
    who: str = ""
    when: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class ProjectRecord:
    """One comparison with everything a person did to it. Times are aware (UTC).

    ``drafts`` and ``origins`` run parallel: article ``a`` first. ``result`` is what the last check of these drafts
    found, all its parts empty where none was made. ``decisions`` are those that stand and say something (a state other
    than open, or a note), ``history`` every decision ever taken, the oldest first. ``departed`` are findings that were
    decided about and are no longer in the text. ``ticks`` are keys of to-do items, ``hidden`` keys of findings never
    to be shown again. ``edits`` are in the order they were made.

    A result that comes out of a project file has what the contract's JSON has, and the article's sentences, mentions
    and quotations; the tokens of sentences (``ArticleReading.sentences``) are not kept, names are plain ``Entity``.
    """

    title: str
    created: dt.datetime
    changed: dt.datetime
    versions: Versions
    drafts: tuple[Draft, ...]
    origins: tuple[Origin, ...]
    result: CheckResult
    decisions: tuple[Decision, ...] = ()
    history: tuple[Decision, ...] = ()
    departed: tuple[Finding, ...] = ()
    links: tuple[HandLink, ...] = ()
    ticks: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    edits: tuple[TextEdit, ...] = ()

    def decision(self, key: str) -> Decision:
        """The standing decision about a finding; an open one without a note where nobody decided."""
        return next((decision for decision in self.decisions if decision.key == key), Decision(key))


def origin_of(draft: Draft, read: dt.datetime | None) -> Origin:
    """Where a draft came from, as far as its path tells."""
    if not draft.path or draft.path == "-":
        return Origin("paste", "", read)
    if draft.path.startswith(("http://", "https://")):
        return Origin("web", draft.path, read)
    suffix = draft.path.rpartition(".")[2].lower()
    return Origin(suffix if suffix.isalnum() and suffix != "txt" and len(suffix) <= 5 else "text", draft.path, read)


def fresh_record(
    drafts: Sequence[Draft], result: CheckResult, versions: Versions, when: dt.datetime, title: str = ""
) -> ProjectRecord:
    """A check that nobody has reviewed yet. Without a title it goes by the first article's."""
    origins = tuple(origin_of(draft, when) for draft in drafts)
    title = title or (result.readings[0].article.title if result.readings else "")
    return ProjectRecord(title, when, when, versions, tuple(drafts), origins, result)


def review_of(record: ProjectRecord) -> Review:
    """The record's decisions, links and ticks as a Review that can be asked and gone on with; nobody records it."""
    review = Review()
    findings = {finding.key: finding for finding in (*record.departed, *record.result.findings)}
    review.recall(record.decisions, record.history, findings)
    review.links, review.ticks, review.hidden = record.links, record.ticks, record.hidden
    return review
