"""A damaged project: kept aside as it is, and all that can still be read put into a new file in its place."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.store.backups import Backup, backup_folder, backups_of_path, list_backups, newest_whole
from workbench.store.connection import Connection, connect, told, writing
from workbench.store.encoding import hash_of
from workbench.store.faults import DamagedProjectError, ProjectError
from workbench.store.grafting import graft_schema
from workbench.store.header import read_header
from workbench.store.migrations import MIGRATIONS
from workbench.store.moments import now, written
from workbench.store.opening import create_project
from workbench.store.project import Project
from workbench.store.reading import understand_row
from workbench.store.schema import DATA_TABLES
from workbench.store.searchable import article_words, finding_words
from workbench.store.trust import expected_objects, objects_of
from workbench.store.writing import add_notice, seal_of
from workbench.text.values import Bilingual
from workbench.wording import isolated

_MOST_PROBES, _MOST_MISSES = 20_000, 2000
# What reading damaged pages raises; a ValueError where SQLite's message quotes bytes that are no Unicode.
_UNREADABLE = (sqlite3.Error, OverflowError, ValueError)
_LONGEST = 4 * 1024 * 1024 * 1024
_OWN = ("migration", "project")  # the new file has its own
_FROM_BACKUP = ("comparison", "article", "decision", "history", "link", "mark", "edit", "notice")


@dataclass(frozen=True, slots=True)
class Rescue:
    """``aside`` is the damaged file, untouched under another name; ``read`` how many rows came out of it, ``added`` how
    many a backup (``backup``, None without one) had besides; ``doubtful`` the articles and entries of the history whose
    words are not certain. ``told`` says all that to its person."""

    aside: Path
    read: int
    added: int
    backup: Backup | None
    doubtful: tuple[str, ...]
    told: Bilingual


def rescue(path: Path, home: Path | None = None, moment: dt.datetime | None = None) -> Rescue:
    """Set a damaged project aside and put a new one in its place. Raises DamagedProjectError where neither the file nor
    a backup has anything to give; the file then stays where it is."""
    when = moment or now()
    path = path.resolve()
    rows = _rows_of(path)
    id = next((str(row["value"]) for row in rows["project"] if row.get("name") == "id"), "")
    backups = list_backups(backup_folder(id, home)) if id else ()
    backup = newest_whole(backups or backups_of_path(path, home))
    read = sum(len(rows[table]) for table in DATA_TABLES if table not in _OWN)
    spare = _rows_of(backup.path) if backup is not None else {table: [] for table in DATA_TABLES}
    if not rows["comparison"] and not spare["comparison"]:
        raise DamagedProjectError(
            f"{path.name}: nothing of the damaged project can be read, and there is no copy; it was left as it is.",
            f"{path.name}: تعذرت قراءة أي شيء من المشروع التالف ولا نسخة منه، وتُرك كما هو.",
        )
    added = _fill(rows, spare)
    _drop_loose(rows)
    _decide_by_history(rows, when)
    doubtful = _doubtful(rows, spare)
    fresh = path.with_name(f"{path.name}.{when:%Y%m%dT%H%M%S}.rescued")
    with suppress(OSError):
        fresh.unlink()
    aside = path.with_name(f"{path.stem}.damaged-{when:%Y%m%dT%H%M%S}{path.suffix}")
    outcome = Rescue(aside, read, added, backup, doubtful, _words(aside, read, added, backup, doubtful))
    project = create_project(fresh, home=home, moment=when)
    try:
        with told(fresh):
            _write(project, rows, spare, id, outcome.told, when)
    except ProjectError:
        project.close()
        fresh.unlink(missing_ok=True)
        raise
    project.close()
    with told(path):
        for end in ("", "-journal", "-wal"):
            beside = path.with_name(path.name + end)
            if os.path.lexists(beside):
                beside.rename(aside.with_name(aside.name + end))
        fresh.replace(path)
    return outcome


Rows = dict[str, list[dict[str, Any]]]
_NOT_UNDERSTOOD: dict[str, Any] = {
    "parts": "[]", "sentences": "[]", "asides": "[]", "mentions": "[]", "date_begin": None, "date_end": None,
    "date_source": None,
}  # fmt: skip
_SECOND_TRIES: dict[str, tuple[dict[str, Any], ...]] = {
    "comparison": ({"title": "?"},),
    "article": (_NOT_UNDERSTOOD, {"read": None, "given_date": None, "stated_date": None}),
    "decision": ({"finding": None}, {"decided": None}),
    "history": ({"decided": None},),
    "edit": ({"made": None},),
}
"""What to give up, one after the other, for a row that cannot be understood as it stands."""


def _rows_of(path: Path) -> Rows:
    """All rows that can be read, table by table. Where the file's own table of contents is not whole, that of a new
    project is tried as well: the more there is to be had, the better."""
    rows, tables = _read(path, graft=False)
    if tables < len(DATA_TABLES):
        more, _ = _read(path, graft=True)
        if _count(more) > _count(rows):
            return more
    return rows


def _count(rows: Rows) -> int:
    return sum(len(found) for found in rows.values())


def _read(path: Path, graft: bool) -> tuple[Rows, int]:
    """The rows, and how many of the tables were found."""
    found: Rows = {table: [] for table in DATA_TABLES}
    tables: list[str] = []
    try:
        with _spare_copy(path) as copied:
            if graft:
                graft_schema(copied)
            with closing(connect(copied)) as connection:
                connection.execute("PRAGMA writable_schema=ON")  # entries that make no sense are passed over
                connection.text_factory = _text
                connection.row_factory = sqlite3.Row
                tables = _own_tables(connection)
                for table in tables:
                    found[table] = [dict(row) for row in _readable(connection, table)]
    except (*_UNREADABLE, OSError, ProjectError):
        pass
    return found, len(tables)


@contextmanager
def _spare_copy(path: Path) -> Iterator[Path]:
    """A copy to read from, so that nothing is ever written into the damaged file. What was cut off is filled up with
    zeros: SQLite gives nothing at all of a file that is shorter than its header says."""
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(folder, "damaged.fcw")
        shutil.copyfile(path, copied)
        with suppress(OSError):
            shutil.copyfile(path.with_name(path.name + "-journal"), copied.with_name(copied.name + "-journal"))
        with suppress(ProjectError, OSError):
            header = read_header(copied)
            whole = header.pages * header.page_size
            if copied.stat().st_size < whole <= _LONGEST:
                os.truncate(copied, whole)
        yield copied


def _own_tables(connection: Connection) -> list[str]:
    """Those that read as ours do: a view in a table's place is not asked anything."""
    ours = expected_objects(MIGRATIONS[-1].version)
    connection.row_factory, keep = None, connection.row_factory
    try:
        there = objects_of(connection)
    finally:
        connection.row_factory = keep
    return [table for table in DATA_TABLES if there.get(("table", table)) == ours[("table", table)]]


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _readable(connection: Connection, table: str) -> Iterator[sqlite3.Row]:
    """Forwards to the first row that cannot be read, backwards to the last, and what lies between row by row."""
    last: int | None = None
    try:
        for row in connection.execute(f"SELECT rowid AS rescued_row, * FROM {table} NOT INDEXED ORDER BY rowid"):
            last = int(row["rescued_row"])
            yield row
        return
    except _UNREADABLE:
        pass
    behind: list[sqlite3.Row] = []
    first: int | None = None
    try:
        backwards = f"SELECT rowid AS rescued_row, * FROM {table} NOT INDEXED ORDER BY rowid DESC"
        for row in connection.execute(backwards):
            if last is not None and int(row["rescued_row"]) <= last:
                break
            first = int(row["rescued_row"])
            behind.append(row)
    except _UNREADABLE:
        pass
    begin = 1 if last is None else last + 1
    end = begin + _MOST_PROBES if first is None else min(first, begin + _MOST_PROBES)
    misses = 0
    for rowid in range(begin, end):
        row = None
        with suppress(*_UNREADABLE):
            row = connection.execute(
                f"SELECT rowid AS rescued_row, * FROM {table} NOT INDEXED WHERE rowid = ?", [rowid]
            ).fetchone()
        if row is not None:
            yield row
            misses = 0
        elif (misses := misses + 1) > _MOST_MISSES:
            break
    yield from reversed(behind)


def _fill(rows: Rows, spare: Rows) -> int:
    """Add what only the backup has, and an article whose words no longer fit their hash where the backup's do. What a
    later check found again anyway (claims, findings) is not mixed with an older one's, unless nothing of it is left."""
    added = 0
    for table in _FROM_BACKUP:
        there = {_name(table, row) for row in rows[table]}
        for row in spare[table]:
            if _name(table, row) not in there:
                rows[table].append(row)
                added += 1
    good = {row["sha256"]: row["text"] for row in spare["article"]}
    good |= {row["sha256_as_read"]: row["text_as_read"] for row in spare["article"]}
    for row in rows["article"]:
        for words, hash in (("text", "sha256"), ("text_as_read", "sha256_as_read")):
            if not _fits(row, words, hash) and row.get(hash) in good:
                row[words] = good[row[hash]]
                added += 1
    present = {row["comparison"] for row in rows["run"]}
    for table in ("run", "event", "claim", "alignment", "finding"):
        lost = [row for row in spare[table] if row["comparison"] not in present]
        rows[table] += lost
        added += len(lost)
    return added


def _name(table: str, row: dict[str, Any]) -> tuple[Any, ...]:
    """What makes a row the same row in two files."""
    columns = {
        "article": ("comparison", "letter"),
        "decision": ("comparison", "key"),
        "mark": ("comparison", "what", "key"),
    }.get(table, ("id",))
    return tuple(row.get(column) for column in columns)


def _drop_loose(rows: Rows) -> None:
    """Leave out rows that are doubled, or whose comparison is gone and cannot even be named."""
    known = {row["id"] for row in rows["comparison"]}
    lost = {row.get("comparison") for table in ("article", "decision", "history") for row in rows[table]} - known
    moment = now().isoformat()
    for id in sorted(id for id in lost if isinstance(id, int)):
        rows["comparison"].append({"id": id, "title": "?", "created": moment, "changed": moment})
        known.add(id)
    for table in DATA_TABLES:
        if table in ("project", "migration", "notice", "comparison"):
            continue
        rows[table] = [row for row in rows[table] if row.get("comparison") in known]
    rows["comparison"] = [row for row in rows["comparison"] if isinstance(row.get("id"), int)]


def _decide_by_history(rows: Rows, when: dt.datetime) -> None:
    """What stands is what the history says last: its entries are sealed, the decisions are not. A decision of which the
    history has lost every entry is its own."""
    columns = ("comparison", "key", "state", "reason", "note", "who", "decided")
    last = {(row.get("comparison"), row.get("key")): row for row in sorted(rows["history"], key=_number)}
    kept = {(row.get("comparison"), row.get("key")): row for row in sorted(rows["decision"], key=_number)}
    number = max((_number(row) for row in rows["history"]), default=0)
    for name in sorted(kept.keys() - last.keys(), key=str):
        number += 1
        entry = {column: kept[name].get(column) for column in columns}
        last[name] = {"id": number, **entry, "recorded": written(when), "seal": ""}
        rows["history"].append(last[name])
    rows["decision"] = [
        {"id": id, **{column: row.get(column) for column in columns}, "finding": kept.get(name, {}).get("finding")}
        for id, (name, row) in enumerate(last.items(), 1)
    ]


def _fits(row: dict[str, Any], words: str, hash: str) -> bool:
    text = row.get(words)
    return isinstance(text, str) and hash_of(text) == row.get(hash)


def _doubtful(rows: Rows, spare: Rows) -> tuple[str, ...]:
    faults = [
        f"article {row.get('letter')}"
        for row in rows["article"]
        if not _fits(row, "text", "sha256") or not _fits(row, "text_as_read", "sha256_as_read")
    ]
    certain = {(row["id"], row["seal"]) for row in spare["history"]}
    before = ""
    for row in sorted(rows["history"], key=lambda row: row["id"]):
        with suppress(KeyError, TypeError, ValueError):
            if (row["id"], row["seal"]) not in certain and seal_of(before, row) != row["seal"]:
                faults.append(f"decision {row['id']}")
        before = str(row.get("seal"))
    return tuple(dict.fromkeys(faults))


def _write(
    project: Project, rows: Rows, spare: Rows, id: str, words: Bilingual, when: dt.datetime
) -> None:
    db, connection = project.db, project.db.conn
    with writing(connection):
        told_before = (*spare["project"], *rows["project"])
        facts = {str(row["name"]): str(row["value"]) for row in told_before if row.get("name")}
        for name, value in facts.items():
            db.execute("INSERT OR REPLACE INTO project (name, value) VALUES (?, ?)", [name, value])
        if id:
            db.execute("INSERT OR REPLACE INTO project (name, value) VALUES ('id', ?)", [id])
        for table in DATA_TABLES:
            if table not in (*_OWN, "history"):
                columns = _columns(db, table)
                for row in sorted(rows[table], key=_number):
                    mended = _mended(table, row, when)
                    if mended is not None:
                        _insert(db, table, columns, mended)
        _write_history(db, rows["history"], when)
        _index(db)
        add_notice(db, words.en, words.ar, when)


def _number(row: dict[str, Any]) -> int:
    id = row.get("id")
    return id if isinstance(id, int) else 0


def _mended(table: str, row: dict[str, Any], when: dt.datetime) -> dict[str, Any] | None:
    """The row as it can be read again, or None: doubtful words go under the hash they have now (that they are doubtful
    is told), and what was only understood of them is left to the next check."""
    row = dict(row)
    if table == "article":
        for words, hash in (("text", "sha256"), ("text_as_read", "sha256_as_read")):
            row[words] = str(row.get(words) or "").encode("utf-8", "replace").decode("utf-8")
            if row.get(hash) != hash_of(row[words]):
                row |= {hash: hash_of(row[words])} | _NOT_UNDERSTOOD
    for better in ({}, *_SECOND_TRIES.get(table, ())):
        row |= better
        if table == "comparison" and better:
            row |= {"created": written(when), "changed": written(when)}
        with suppress(ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError):
            understand_row(table, row)
            return row
    return None


def _insert(db: Any, table: str, columns: list[str], row: dict[str, Any]) -> None:
    used = [column for column in columns if column in row]
    marks = ", ".join("?" * len(used))
    # What the table does not take (a wrong type, words that are no Unicode) is lost.
    with suppress(sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.ProgrammingError, OverflowError, ValueError):
        db.execute(
            f"INSERT OR IGNORE INTO {table} ({', '.join(used)}) VALUES ({marks})", [row[column] for column in used]
        )


def _write_history(db: Any, rows: list[dict[str, Any]], when: dt.datetime) -> None:
    """The entries in their order under new seals: the chain holds from here on."""
    columns = _columns(db, "history")
    before = ""
    for row in sorted(rows, key=_number):
        mended = _mended("history", row, when)
        if mended is None:
            continue
        with suppress(KeyError, TypeError, ValueError):
            mended["seal"] = seal_of(before, mended)
            count = db.conn.total_changes
            _insert(db, "history", columns, mended)
            if db.conn.total_changes > count:
                before = mended["seal"]


def _columns(db: Any, table: str) -> list[str]:
    return [str(column[1]) for column in db.execute(f"PRAGMA table_info({table})").fetchall()]


def _index(db: Any) -> None:
    for id, title, text in db.execute("SELECT id, title, text FROM article").fetchall():
        db.execute("INSERT INTO article_search (rowid, words) VALUES (?, ?)", [id, article_words(title, text)])
    for id, en, ar, places in db.execute("SELECT id, message_en, message_ar, places FROM finding").fetchall():
        try:
            words = finding_words(en, ar, places)
        except (ValueError, TypeError, KeyError):
            db.execute("DELETE FROM finding WHERE id = ?", [id])
            continue
        db.execute("INSERT INTO finding_search (rowid, words) VALUES (?, ?)", [id, words])


def _words(aside: Path, read: int, added: int, backup: Backup | None, doubtful: tuple[str, ...]) -> Bilingual:
    en = f"The project was damaged. The damaged file is kept as {aside.name}; {read} entries could be read from it"
    ar = (
        f"كان ملف المشروع تالفا. حُفظ التالف باسم {isolated(aside.name)}، وأمكنت قراءة {isolated(read)} "
        "من مدخلاته"
    )
    if backup is not None:
        made = backup.made.astimezone().strftime("%Y-%m-%d %H:%M")
        en += f", and {added} more came from the copy of {made}"
        ar += f"، وأُخذ {isolated(added)} من نسخة {isolated(made)}"
    if doubtful:
        en += f". Compare with the originals what may have been changed: {', '.join(doubtful[:5])}"
        ar += f". قارن بالأصل ما قد يكون تغير: {isolated(', '.join(doubtful[:5]))}"
    return Bilingual(en + ".", ar + ".")
