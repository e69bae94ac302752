"""The steps that brought the project file to its present form, each a plain function over the database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench import __version__
from workbench.store.connection import Connection, writing
from workbench.store.header import APPLICATION_ID
from workbench.store.moments import now, written
from workbench.store.schema import SEARCH, TABLES, statements
from workbench.store.searchable import article_words, finding_words

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Migration:
    """``apply`` brings a file from the version before to ``version``; it must neither commit nor roll back."""

    version: int
    name: str
    apply: Callable[[Database], None]


def create_tables(db: Database) -> None:
    """Version 1: tables, indexes, views, and the two triggers that keep the history whole."""
    for statement in statements(TABLES):
        db.execute(statement)


def add_search(db: Database) -> None:
    """Version 2: full-text search over folded words, filled from what is there."""
    for statement in statements(SEARCH):
        db.execute(statement)
    for row in list(db.query("SELECT id, title, text FROM article")):
        words = article_words(row["title"], row["text"])
        db.execute("INSERT INTO article_search (rowid, words) VALUES (?, ?)", [row["id"], words])
    findings = "SELECT id, message_en, message_ar, places FROM finding"
    for row in list(db.query(findings)):
        words = finding_words(row["message_en"], row["message_ar"], row["places"])
        db.execute("INSERT INTO finding_search (rowid, words) VALUES (?, ?)", [row["id"], words])


def add_traits(db: Database) -> None:
    """Version 3: what a claim says besides of whom it tells; claims kept before have none until they are read anew."""
    db.execute("ALTER TABLE claim ADD COLUMN traits TEXT NOT NULL DEFAULT '[]'")


MIGRATIONS: tuple[Migration, ...] = (
    Migration(1, "tables", create_tables),
    Migration(2, "search", add_search),
    Migration(3, "traits of claims", add_traits),
)
NEWEST = MIGRATIONS[-1].version


def version_of(connection: Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(
    connection: Connection,
    before_each: Callable[[int], None] | None = None,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> tuple[Migration, ...]:
    """Apply what the file has not been through yet, each step in a transaction of its own, and return those steps.
    ``before_each`` is called with the step's version before it begins (a backup is made there). A step that fails
    leaves the file as the step before left it, and its error goes on."""
    begin = version_of(connection)
    pending = tuple(step for step in migrations if step.version > begin)
    if not pending:
        return ()
    from sqlite_utils import Database  # 86 ms, needed only here

    db = Database(connection, recursive_triggers=False, execute_plugins=False)
    for step in pending:
        if before_each is not None:
            before_each(step.version)
        with writing(connection):
            step.apply(db)
            connection.execute(
                "INSERT INTO migration (version, name, applied, program) VALUES (?, ?, ?, ?)",
                (step.version, step.name, written(now()), __version__),
            )
            connection.execute(f"PRAGMA user_version={step.version:d}")
            connection.execute(f"PRAGMA application_id={APPLICATION_ID:d}")
    return pending
