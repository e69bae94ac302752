"""Getting a comparison out of its tables. What does not fit raises ValueError, TypeError or KeyError: call these inside
``understood``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.engine import CheckResult, Draft
from workbench.mentions.reading import ArticleReading
from workbench.mentions.values import ArticleDate
from workbench.review.decisions import Anchor, Decision, HandLink, LinkKind, Reason, State
from workbench.review.record import Origin, ProjectRecord, TextEdit, Versions
from workbench.store.encoding import (
    Row,
    alignment_from,
    claim_from,
    date_from,
    date_source,
    event_from,
    finding_from,
    finding_from_text,
    hash_of,
    mentions_from,
    one_of,
)
from workbench.store.moments import day, known_moment, moment
from workbench.store.writing import seal_of
from workbench.text.lines import find_paragraphs
from workbench.text.quotations import find_quotations
from workbench.text.values import Article, Bilingual, Part, PartKind, Sentence, Span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Summary:
    """One comparison of a project, in a line. ``findings`` and ``decided`` are counts."""

    id: int
    title: str
    created: dt.datetime
    changed: dt.datetime
    findings: int
    decided: int


@dataclass(frozen=True, slots=True)
class Background:
    """What only the file knows of a comparison that stands in the window: the parts of ``ProjectRecord`` of these
    names."""

    title: str
    created: dt.datetime
    changed: dt.datetime
    versions: Versions
    origins: tuple[Origin, ...]
    edits: tuple[TextEdit, ...]


def read_background(db: Database, comparison: int) -> Background:
    """The background alone: a few rows, however long the articles and their results are. Raises KeyError where there is
    no such comparison."""
    head = next(iter(db.query("SELECT title, created, changed FROM comparison WHERE id = ?", [comparison])), None)
    if head is None:
        raise KeyError(f"no comparison {comparison}")
    origins = db.query(
        "SELECT origin, address, read FROM article WHERE comparison = ? ORDER BY length(letter), letter", [comparison]
    )
    return Background(
        head["title"], known_moment(head["created"]), known_moment(head["changed"]), _versions(db, comparison),
        tuple(Origin(row["origin"], row["address"], moment(row["read"])) for row in origins),
        tuple(_edit(row) for row in _rows(db, "edit", comparison)),
    )  # fmt: skip


def is_touched(db: Database, comparison: int) -> bool:
    """Whether somebody decided, joined, ticked, hid or edited anything in a comparison."""
    tables = ("history", "link", "mark", "edit")
    return any(
        next(iter(db.query(f"SELECT 1 FROM {table} WHERE comparison = ? LIMIT 1", [comparison])), None)
        for table in tables
    )


def read_summaries(db: Database) -> tuple[Summary, ...]:
    """The newest change first."""
    counts = {
        row["comparison"]: row["n"]
        for row in db.query("SELECT comparison, count(*) AS n FROM finding GROUP BY comparison")
    }
    decided = {
        row["comparison"]: row["n"]
        for row in db.query(
            "SELECT comparison, count(*) AS n FROM decision WHERE state <> 'open' OR note <> '' GROUP BY comparison"
        )
    }
    rows = db.query("SELECT id, title, created, changed FROM comparison ORDER BY changed DESC, id DESC")
    return tuple(
        Summary(
            row["id"], row["title"], known_moment(row["created"]), known_moment(row["changed"]),
            counts.get(row["id"], 0), decided.get(row["id"], 0),
        )
        for row in rows
    )  # fmt: skip


def read_record(db: Database, comparison: int) -> ProjectRecord:
    """One comparison whole. Raises KeyError where there is none of that id."""
    head = next(iter(db.query("SELECT * FROM comparison WHERE id = ?", [comparison])), None)
    if head is None:
        raise KeyError(f"no comparison {comparison}")
    articles = list(_rows(db, "article", comparison, "length(letter), letter"))
    for row in articles:  # a flipped bit passes SQLite's own check
        if hash_of(row["text"]) != row["sha256"]:
            raise ValueError(f"the words of article {row['letter']} are not those that were saved")
    standing = list(_rows(db, "decision", comparison))
    decisions = [_decision(row) for row in standing]
    hidden = _marks(db, comparison, "hidden")
    findings = [finding_from(row) for row in _rows(db, "finding", comparison)]
    present = {finding.key for finding in findings}
    departed = tuple(
        finding_from_text(row["finding"])
        for row in standing
        if row["finding"] is not None and row["key"] not in present and row["key"] not in hidden
    )
    result = CheckResult(
        tuple(_reading(row) for row in articles if row["date_source"] is not None),
        tuple(claim_from(row) for row in _rows(db, "claim", comparison)),
        tuple(event_from(row) for row in _rows(db, "event", comparison)),
        tuple(alignment_from(row) for row in _rows(db, "alignment", comparison)),
        tuple(finding for finding in findings if finding.key not in hidden),
    )
    return ProjectRecord(
        title=head["title"],
        created=known_moment(head["created"]),
        changed=known_moment(head["changed"]),
        versions=_versions(db, comparison),
        drafts=tuple(_draft(row) for row in articles),
        origins=tuple(Origin(row["origin"], row["address"], moment(row["read"])) for row in articles),
        result=result,
        decisions=tuple(one for one in decisions if one.state != "open" or one.note),
        history=tuple(_decision(row) for row in _rows(db, "history", comparison)),
        departed=departed,
        links=tuple(_link(row) for row in _rows(db, "link", comparison)),
        ticks=_marks(db, comparison, "ticked"),
        hidden=hidden,
        edits=tuple(_edit(row) for row in _rows(db, "edit", comparison)),
    )


def understand_row(table: str, row: Row) -> None:
    """Raises what ``read_record`` would raise at this row (ValueError, TypeError, KeyError and their like)."""
    match table:
        case "comparison":
            known_moment(row["created"]), known_moment(row["changed"])
        case "article":
            _draft(row)
            Origin(row["origin"], row["address"], moment(row["read"]))
            if row["date_source"] is not None:
                _reading(row)
        case "event":
            event_from(row)
        case "claim":
            claim_from(row)
        case "alignment":
            alignment_from(row)
        case "finding":
            finding_from(row)
        case "decision":
            _decision(row)
            if row["finding"] is not None:
                finding_from_text(row["finding"])
        case "history":
            _decision(row)
        case "link":
            _link(row)
        case "edit":
            _edit(row)


def read_unsaved_notes(db: Database, comparison: int) -> dict[str, str]:
    """Words of notes that nobody finished, by the finding's key."""
    return {row["key"]: row["words"] for row in _rows(db, "unsaved_note", comparison)}


def faults_of_words(db: Database) -> list[str]:
    """Articles, entries of the history and decisions whose words are not those that were saved, as ``article 3``: what
    SQLite's own check cannot see."""
    faults: list[str] = []
    for row in db.query("SELECT id, text, sha256, text_as_read, sha256_as_read FROM article"):
        if hash_of(row["text"]) != row["sha256"] or hash_of(row["text_as_read"]) != row["sha256_as_read"]:
            faults.append(f"article {row['id']}")
    before = ""
    for row in db.query("SELECT * FROM history ORDER BY id"):
        if seal_of(before, row) != row["seal"]:
            faults.append(f"history {row['id']}")
        before = row["seal"]
    loose = db.query(
        "SELECT decision.id FROM decision LEFT JOIN history ON history.id = (SELECT max(id) FROM history AS last WHERE "
        "last.comparison = decision.comparison AND last.key = decision.key) WHERE history.id IS NULL OR "
        "(history.state, history.reason, history.note, history.who, coalesce(history.decided, '')) <> "
        "(decision.state, decision.reason, decision.note, decision.who, coalesce(decision.decided, ''))"
    )
    return [*faults, *(f"decision {row['id']}" for row in loose)]


def _rows(db: Database, table: str, comparison: int, order: str = "id") -> Iterator[Row]:
    return iter(list(db.query(f"SELECT * FROM {table} WHERE comparison = ? ORDER BY {order}", [comparison])))


def _versions(db: Database, comparison: int) -> Versions:
    rows = db.query(
        "SELECT program, rules, knowledge, morphology FROM run WHERE comparison = ? ORDER BY id DESC LIMIT 1",
        [comparison],
    )
    row = next(iter(rows), None)
    return Versions(**row) if row is not None else Versions()


def _marks(db: Database, comparison: int, what: str) -> frozenset[str]:
    rows = db.query("SELECT key FROM mark WHERE comparison = ? AND what = ?", [comparison, what])
    return frozenset(row["key"] for row in rows)


def _draft(row: Row) -> Draft:
    edited = row["text"] != row["text_as_read"]
    stated = row["stated_date"]
    return Draft(
        text=row["text"],
        date=day(row["given_date"]),
        path=row["address"] or None,
        sha256="" if edited else row["file_sha256"],
        title=row["stated_title"],
        stated=date_from(json.loads(stated)) if stated is not None else None,
    )


def _reading(row: Row) -> ArticleReading:
    text = row["text"]
    length = len(text)
    edited = row["text"] != row["text_as_read"]
    article = Article(
        id=row["letter"],
        text=text,
        title=row["title"],
        parts=tuple(
            Part(one_of(kind, PartKind), *_inside(start, end, length)) for kind, start, end in json.loads(row["parts"])
        ),
        sentences=tuple(
            Sentence(*_inside(start, end, length), text[start:end], one_of(kind, PartKind), int(paragraph))
            for start, end, kind, paragraph in json.loads(row["sentences"])
        ),
        credit=row["credit"],
        language=str(row["language"]),
        path=row["address"] or None,
        sha256="" if edited else row["file_sha256"],
        asides=tuple(Span(*_inside(start, end, length)) for start, end in json.loads(row["asides"])),
        paragraphs=tuple(Span(paragraph.start, paragraph.end) for paragraph in find_paragraphs(text)),
    )
    why = Bilingual(str(row["date_why_en"]), str(row["date_why_ar"]))
    date = ArticleDate(day(row["date_begin"]), day(row["date_end"]), date_source(row["date_source"]), why)
    return ArticleReading(article, date, (), mentions_from(row["mentions"]), find_quotations(text))


def _inside(start: int, end: int, length: int) -> tuple[int, int]:
    if not 0 <= int(start) <= int(end) <= length:
        raise ValueError(f"{start} to {end} lies outside a text of {length}")
    return int(start), int(end)


def _decision(row: Row) -> Decision:
    return Decision(
        row["key"], one_of(row["state"], State), one_of(row["reason"], Reason), row["note"], row["who"],
        moment(row["decided"]),
    )  # fmt: skip


def _link(row: Row) -> HandLink:
    ends = [
        Anchor(row[f"{name}_letter"], row[f"{name}_start"], row[f"{name}_stop"], row[f"{name}_kind"])
        for name in ("first", "second")
    ]
    return HandLink(one_of(row["kind"], LinkKind), *ends)


def _edit(row: Row) -> TextEdit:
    return TextEdit(row["letter"], row["start"], row["removed"], row["added"], row["who"], moment(row["made"]))
