"""Older files are brought up to date, with a copy before each step; a step that fails leaves the file as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.store.material import NOW, bytes_of, filled_project, new_project
from workbench.store.backups import list_backups, verify
from workbench.store.faults import UnwritableProjectError
from workbench.store.migrations import MIGRATIONS, NEWEST, Migration
from workbench.store.opening import open_project
from workbench.store.search import FindingFilter, find_findings
from workbench.store.trust import expected_objects, objects_of

if TYPE_CHECKING:
    from sqlite_utils import Database


def first_form(folder: Path) -> Path:
    """A project as version 1 left it: without the search and the traits of claims."""
    path = filled_project(folder)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in (
            "DROP TABLE finding_search", "DROP TABLE article_search", "ALTER TABLE claim DROP COLUMN traits",
            "DELETE FROM migration WHERE version > 1", "PRAGMA user_version = 1", "VACUUM",
        ):  # fmt: skip
            connection.execute(statement)
    return path


def test_versions_follow_each_other() -> None:
    assert [step.version for step in MIGRATIONS] == list(range(1, NEWEST + 1))
    assert len({step.name for step in MIGRATIONS}) == NEWEST


def test_an_older_file_is_brought_up_to_date(tmp_path: Path) -> None:
    path = first_form(tmp_path)
    old = bytes_of(path)
    with open_project(path, home=tmp_path / "home", moment=NOW) as project:
        assert objects_of(project.db.conn) == expected_objects(NEWEST)
        assert [one.finding.kind for one in find_findings(project, FindingFilter("مُتْجَر"))] == ["quantity"]
        assert len(project.record().history) == 3
        assert [(step["version"], step["name"]) for step in project.db.query("SELECT * FROM migration")] == [
            (1, "tables"), (2, "search"), (3, "traits of claims"),
        ]  # fmt: skip
        copies = list_backups(project.backups)
        assert all(copied.migration for copied in copies)
        assert str(project.backups) in project.notices[0].en
        for copied in copies:
            verify(copied.path)
        assert bytes_of(path) != old
    versions = []
    for copied in copies:
        with closing(sqlite3.connect(copied.path)) as connection:
            versions.append(connection.execute("PRAGMA user_version").fetchone()[0])
    assert sorted(versions) == list(range(1, NEWEST)), "a copy before each step"
    with open_project(path, home=tmp_path / "home") as project:
        assert project.notices == ()


def test_reading_only_brings_up_to_date_in_memory(tmp_path: Path) -> None:
    path = first_form(tmp_path)
    before = bytes_of(path)
    with open_project(path, read_only=True, home=tmp_path / "home") as project:
        assert find_findings(project, FindingFilter("متجر"))
        assert len(project.record().history) == 3
    assert bytes_of(path) == before


def add_column(db: Database) -> None:
    db.execute("ALTER TABLE comparison ADD COLUMN colour TEXT")


def fail_halfway(db: Database) -> None:
    db.execute("CREATE TABLE half_done (id INTEGER PRIMARY KEY)")
    db.execute("DELETE FROM decision")
    db.execute("SELECT half()")


def test_a_step_that_fails_leaves_what_was_before_it(tmp_path: Path) -> None:
    path = filled_project(tmp_path)
    steps = (*MIGRATIONS, Migration(NEWEST + 1, "colour", add_column), Migration(NEWEST + 2, "half", fail_halfway))
    with pytest.raises(UnwritableProjectError, match="half"):
        open_project(path, home=tmp_path / "home", moment=NOW, migrations=steps)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (NEWEST + 1,)
        assert connection.execute("SELECT colour FROM comparison").fetchall() == [(None,)]
        assert connection.execute("SELECT count(*) FROM decision").fetchone() == (3,)
        assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'half_done'").fetchall()
    copies = [one for folder in (tmp_path / "home" / "backups").iterdir() for one in list_backups(folder)]
    assert len(copies) == 2
    assert all(one.migration for one in copies)
    assert not list(tmp_path.glob("*.lock"))


def test_no_copy_no_migration(tmp_path: Path) -> None:
    path = first_form(tmp_path)
    before = bytes_of(path)
    (tmp_path / "home").write_bytes(b"a file where the folder should be")
    with pytest.raises(UnwritableProjectError):
        open_project(path, home=tmp_path / "home")
    assert bytes_of(path) == before


def test_a_new_file_went_through_every_step(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        assert project.db.execute("SELECT version FROM migration").fetchall() == [(n,) for n in range(1, NEWEST + 1)]
