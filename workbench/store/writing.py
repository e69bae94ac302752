"""Putting a comparison's parts into their tables. Every function works inside a transaction that its caller opened."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from workbench.contract import date_json
from workbench.engine import article_ids
from workbench.store.encoding import (
    alignment_row,
    claim_row,
    event_row,
    finding_row,
    finding_text,
    hash_of,
    json_text,
    mentions_text,
    storable,
)
from workbench.store.moments import written
from workbench.store.searchable import article_words, finding_words

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.checks.values import Finding
    from workbench.engine import CheckResult, Draft
    from workbench.mentions.reading import ArticleReading
    from workbench.review.decisions import Decision, HandLink
    from workbench.review.record import Origin, TextEdit, Versions

_RESULT_TABLES = ("event", "claim", "alignment", "finding")


def add_comparison(db: Database, title: str, moment: dt.datetime) -> int:
    row = {"title": storable(title), "created": written(moment), "changed": written(moment)}
    cursor = db.execute("INSERT INTO comparison (title, created, changed) VALUES (:title, :created, :changed)", row)
    return int(cursor.lastrowid or 0)


def touch(db: Database, comparison: int, moment: dt.datetime) -> None:
    db.execute("UPDATE comparison SET changed = ? WHERE id = ?", [written(moment), comparison])


def put_drafts(db: Database, comparison: int, drafts: Sequence[Draft], origins: Sequence[Origin]) -> None:
    """The comparison's articles are these, in this order. An article that is there already, under any letter, keeps the
    text that was read for it: it is known by its words, or else by its path, or else by its letter."""
    waiting: list[dict[str, Any]] = list(
        db.query("SELECT id, letter, text, address, text_as_read FROM article WHERE comparison = ?", [comparison])
    )
    placed: list[tuple[str, Draft, Origin, dict[str, Any] | None]] = []
    wanted = list(zip(article_ids(), drafts, origins, strict=False))
    old: dict[str, dict[str, Any]] = {}
    for matches in (_same_words, _same_address, _same_letter):
        for letter, draft, origin in wanted:
            found = next((row for row in waiting if letter not in old and matches(row, letter, draft, origin)), None)
            if found is not None:
                old[letter] = found
                waiting.remove(found)
    placed = [(letter, draft, origin, old.get(letter)) for letter, draft, origin in wanted]
    for row in waiting:
        _forget_article(db, row["id"])
    for letter, draft, origin, before in placed:
        text = storable(draft.text)
        row = {
            "letter": letter,
            "text": text,
            "sha256": hash_of(text),
            "given_date": draft.date.isoformat() if draft.date else None,
            "stated_title": storable(draft.title),
            "stated_date": json_text(date_json(draft.stated)) if draft.stated else None,
        }
        if before is None:
            row |= {
                "comparison": comparison,
                "title": "",
                "text_as_read": text,
                "sha256_as_read": hash_of(text),
                "file_sha256": draft.sha256,
                "origin": origin.kind,
                "address": storable(origin.address),
                "read": written(origin.read),
                "parts": "[]",
                "sentences": "[]",
                "asides": "[]",
                "mentions": "[]",
            }
            db.table("article").insert(row, pk="id")
        else:
            db.table("article").update(before["id"], row)
            if before["text"] != text:  # the next reading puts the new words in
                db.execute("DELETE FROM article_search WHERE rowid = ?", [before["id"]])


def _same_words(row: dict[str, Any], letter: str, draft: Draft, origin: Origin) -> bool:
    return bool(row["text"] == storable(draft.text))


def _same_address(row: dict[str, Any], letter: str, draft: Draft, origin: Origin) -> bool:
    return bool(row["address"]) and bool(row["address"] == storable(origin.address))


def _same_letter(row: dict[str, Any], letter: str, draft: Draft, origin: Origin) -> bool:
    return bool(row["letter"] == letter) and not row["address"] and not origin.address


def _forget_article(db: Database, id: int) -> None:
    db.execute("DELETE FROM article_search WHERE rowid = ?", [id])
    db.execute("DELETE FROM article WHERE id = ?", [id])


def put_result(
    db: Database, comparison: int, result: CheckResult, versions: Versions, moment: dt.datetime
) -> None:
    """What the last check found takes the place of what the one before found; that there was one is kept."""
    db.execute(
        "DELETE FROM finding_search WHERE rowid IN (SELECT id FROM finding WHERE comparison = ?)", [comparison]
    )
    for table in _RESULT_TABLES:
        db.execute(f"DELETE FROM {table} WHERE comparison = ?", [comparison])
    run = {
        "comparison": comparison, "made": written(moment), "program": versions.program, "rules": versions.rules,
        "knowledge": versions.knowledge, "morphology": versions.morphology,
    }  # fmt: skip
    db.table("run").insert(run, pk="id")
    for reading in result.readings:
        _put_reading(db, comparison, reading)
    _insert(db, "event", comparison, map(event_row, result.events))
    _insert(db, "claim", comparison, map(claim_row, result.claims))
    _insert(db, "alignment", comparison, map(alignment_row, result.alignments))
    states = {
        row["key"]: row["state"]
        for row in db.query("SELECT key, state FROM decision WHERE comparison = ?", [comparison])
    }
    rows = [{**finding_row(finding), "state": states.get(finding.key, "open")} for finding in result.findings]
    first = int(db.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'finding'").fetchone()[0])
    _insert(db, "finding", comparison, ({"id": id, **row} for id, row in enumerate(rows, first + 1)))
    search = [
        {"rowid": id, "words": finding_words(row["message_en"], row["message_ar"], row["places"])}
        for id, row in enumerate(rows, first + 1)
    ]
    db.conn.executemany("INSERT INTO finding_search (rowid, words) VALUES (:rowid, :words)", search)


def _insert(db: Database, table: str, comparison: int, rows: Iterable[dict[str, Any]]) -> None:
    """Rows of the same columns. Not by ``insert_all``, which takes twice as long: a check writes hundreds."""
    whole = [{"comparison": comparison, **row} for row in rows]
    if whole:
        names, values = ", ".join(whole[0]), ", ".join(f":{column}" for column in whole[0])
        db.conn.executemany(f"INSERT INTO {table} ({names}) VALUES ({values})", whole)


def _put_reading(db: Database, comparison: int, reading: ArticleReading) -> None:
    """What was understood of an article that is in its table already; nothing where its text has moved on since."""
    article, date = reading.article, reading.date
    found = db.execute(
        "SELECT id FROM article WHERE comparison = ? AND letter = ? AND sha256 = ?",
        [comparison, article.id, hash_of(storable(article.text))],
    ).fetchone()
    if found is None:
        return
    row = {
        "title": storable(article.title),
        "date_begin": date.begin.isoformat() if date.begin else None,
        "date_end": date.end.isoformat() if date.end else None,
        "date_source": date.source,
        "date_why_en": date.why.en,
        "date_why_ar": date.why.ar,
        "credit": None if article.credit is None else storable(article.credit),
        "language": article.language,
        "parts": json_text([[part.kind, part.start, part.end] for part in article.parts]),
        "sentences": json_text([[one.start, one.end, one.part, one.paragraph] for one in article.sentences]),
        "asides": json_text([[one.start, one.end] for one in article.asides]),
        "mentions": mentions_text(reading.mentions),
    }
    db.table("article").update(found[0], row)
    if db.execute("SELECT 1 FROM article_search WHERE rowid = ?", [found[0]]).fetchone() is None:
        words = article_words(storable(article.title), storable(article.text))
        db.execute("INSERT INTO article_search (rowid, words) VALUES (?, ?)", [found[0], words])


def add_decision(
    db: Database, comparison: int, decision: Decision, finding: Finding | None, moment: dt.datetime
) -> None:
    """The decision stands from now on and is the history's last entry; ``finding`` is what it is about."""
    row: dict[str, Any] = {
        "comparison": comparison,
        "key": storable(decision.key),
        "state": decision.state,
        "reason": decision.reason,
        "note": storable(decision.note),
        "who": storable(decision.who),
        "decided": written(decision.when),
    }
    add_to_history(db, row, moment)
    text = None if finding is None else finding_text(finding)
    db.execute(
        "INSERT INTO decision (comparison, key, state, reason, note, who, decided, finding) VALUES "
        "(:comparison, :key, :state, :reason, :note, :who, :decided, :finding) ON CONFLICT (comparison, key) DO UPDATE "
        "SET state = excluded.state, reason = excluded.reason, note = excluded.note, who = excluded.who, "
        "decided = excluded.decided, finding = coalesce(excluded.finding, finding)",
        {**row, "finding": text},
    )
    db.execute("UPDATE finding SET state = :state WHERE comparison = :comparison AND key = :key", row)
    db.execute("DELETE FROM unsaved_note WHERE comparison = :comparison AND key = :key", row)
    touch(db, comparison, moment)


def add_to_history(db: Database, row: dict[str, Any], moment: dt.datetime) -> None:
    before = db.execute("SELECT seal FROM history ORDER BY id DESC LIMIT 1").fetchone()
    row = {**row, "recorded": written(moment)}
    row["seal"] = seal_of(before[0] if before else "", row)
    columns = ("comparison", "key", "state", "reason", "note", "who", "decided", "recorded", "seal")
    names = ", ".join(columns)
    values = ", ".join(f":{column}" for column in columns)
    db.execute(f"INSERT INTO history ({names}) VALUES ({values})", row)


def seal_of(before: str, row: Any) -> str:
    """Sixteen hex digits over an entry of the history and the seal of the entry before it: an entry that was changed,
    taken out or put in between breaks the chain."""
    columns = ("comparison", "key", "state", "reason", "note", "who", "decided", "recorded")
    material = json_text([before, *(row[column] for column in columns)])
    return hashlib.sha256(material.encode("utf-8")).hexdigest()[:16]


def put_links(db: Database, comparison: int, links: Iterable[HandLink]) -> None:
    db.execute("DELETE FROM link WHERE comparison = ?", [comparison])
    _insert(db, "link", comparison, map(_link_row, links))


def _link_row(link: HandLink) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": link.kind}
    for name, anchor in (("first", link.first), ("second", link.second)):
        row |= {
            f"{name}_letter": anchor.article, f"{name}_start": anchor.start, f"{name}_stop": anchor.end,
            f"{name}_kind": anchor.kind,
        }  # fmt: skip
    return row


def put_marks(db: Database, comparison: int, what: str, keys: Iterable[str]) -> None:
    """``what`` is ``ticked`` (to-do items) or ``hidden`` (findings); the keys given are all there are."""
    db.execute("DELETE FROM mark WHERE comparison = ? AND what = ?", [comparison, what])
    _insert(db, "mark", comparison, ({"what": what, "key": storable(key)} for key in sorted(keys)))


def add_edits(db: Database, comparison: int, edits: Iterable[TextEdit]) -> None:
    rows = (
        {
            "letter": edit.article, "start": edit.start, "removed": storable(edit.removed),
            "added": storable(edit.added), "who": storable(edit.who), "made": written(edit.when),
        }
        for edit in edits
    )  # fmt: skip
    _insert(db, "edit", comparison, rows)


def put_unsaved_note(db: Database, comparison: int, key: str, words: str | None, moment: dt.datetime) -> None:
    """Words of a note that nobody finished yet; None where there are none any more."""
    db.execute("DELETE FROM unsaved_note WHERE comparison = ? AND key = ?", [comparison, storable(key)])
    if words is not None:
        row = {"key": storable(key), "words": storable(words), "typed": written(moment)}
        _insert(db, "unsaved_note", comparison, [row])


def add_notice(db: Database, en: str, ar: str, moment: dt.datetime) -> None:
    """Something that happened to the file and that its person should know."""
    db.execute("INSERT INTO notice (noticed, en, ar) VALUES (?, ?, ?)", [written(moment), storable(en), storable(ar)])
