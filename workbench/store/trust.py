"""Whether a file holds only what this program puts into one: foreign triggers, views and changed tables are refused."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from workbench.store.connection import Connection
from workbench.store.faults import HostileProjectError
from workbench.store.migrations import MIGRATIONS, migrate
from workbench.wording import isolated

_SHADOWS = re.compile(r"(?:finding|article)_search_(?:data|idx|content|docsize|config)")
_SPACE = re.compile(r"\s+")
Objects = dict[tuple[str, str], tuple[str, str]]


def objects_of(connection: Connection) -> Objects:
    """Everything a schema holds by kind and name: the table it belongs to and its SQL, spacing evened out. Shadow
    tables of the search and SQLite's own statistics are left out."""
    found: Objects = {}
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
    for kind, name, table, sql in (tuple(map(str, row)) for row in rows):
        if kind in ("table", "index") and (name.startswith("sqlite_") or _SHADOWS.fullmatch(name)):
            continue
        found[(kind, name)] = (table, _SPACE.sub(" ", sql).strip())
    return found


def expected_objects(version: int) -> Objects:
    """What a file of that version holds, from the migrations themselves."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, None, [step for step in MIGRATIONS if step.version <= version])
        return objects_of(connection)


def foreign_objects(connection: Connection, version: int) -> list[str]:
    """What may not be there or reads otherwise than ours, as ``kind name``; what of ours is missing is another
    matter. Ordinary tables that somebody added, with their indexes, do no harm: nothing here reads them."""
    expected = expected_objects(version)
    ours = {name for kind, name in expected if kind == "table"}
    faults: list[str] = []
    for (kind, name), (table, sql) in objects_of(connection).items():
        own = expected.get((kind, name))
        if own is not None:
            if own != (table, sql):
                faults.append(f"{kind} {name}")
            continue
        plain_table = kind == "table" and sql.upper().startswith("CREATE TABLE")
        index_of_theirs = kind == "index" and table not in ours and not _SHADOWS.fullmatch(table)
        if not plain_table and not index_of_theirs:
            faults.append(f"{kind} {name}")
    return sorted(faults)


def missing_objects(connection: Connection, version: int) -> list[str]:
    """What a file of that version should hold and does not."""
    found = objects_of(connection)
    return sorted(f"{kind} {name}" for kind, name in expected_objects(version) if (kind, name) not in found)


def refuse_foreign(connection: Connection, version: int, path: Path) -> None:
    """Raises HostileProjectError that names the first foreign object."""
    faults = foreign_objects(connection, version)
    if faults:
        name = "".join(sign if sign.isprintable() else "�" for sign in faults[0])[:80]
        raise HostileProjectError(
            f"{path.name}: it holds what this program never puts into a project ({name}); nothing of it was run, and "
            "the file was left as it is.",
            f"{path.name}: يحتوي على ما لا يضعه هذا البرنامج في أي مشروع ({isolated(name)})، ولم يُنفذ منه شيء "
            "وتُرك الملف كما هو.",
        )
