"""What is opened, what is refused, and that a refused file stays as it was, byte for byte."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.material import NOW, beside, bytes_of, decision, filled_project, new_project
from workbench.store.faults import (
    ChangedElsewhereError,
    DamagedProjectError,
    FullDiskError,
    HostileProjectError,
    LockedProjectError,
    MissingProjectError,
    NewerProjectError,
    NotAProjectError,
    ProjectError,
    ReadOnlyProjectError,
)
from workbench.store.header import APPLICATION_ID
from workbench.store.lock import lock_path
from workbench.store.opening import create_project, open_project
from workbench.store.project import Change

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled_project(tmp_path)


def refused(path: Path, kind: type[ProjectError], home: Path) -> ProjectError:
    """The error of opening a file that must stay as it is, with nothing new beside it."""
    before, names = bytes_of(path), beside(path)
    with pytest.raises(kind) as caught:
        open_project(path, home=home)
    assert bytes_of(path) == before
    assert beside(path) == names
    for sentence in (caught.value.why.en, caught.value.why.ar):
        assert path.name in sentence
        assert sentence.endswith(".")
        assert "\n" not in sentence
    return caught.value


# Other files


@pytest.mark.parametrize("data", [b"", b"x", "مقال".encode(), b"PK\x03\x04" + b"\0" * 200, b"SQLite format 3"])
def test_what_is_no_sqlite(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.fcw"
    path.write_bytes(data)
    refused(path, NotAProjectError, tmp_path)


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "places.fcw"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE article (id INTEGER PRIMARY KEY, text TEXT)")
        connection.execute("PRAGMA application_id = 252006673")
    refused(path, NotAProjectError, tmp_path)


def test_a_file_from_a_newer_version(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.execute("CREATE TABLE what_is_to_come (id INTEGER)")
    error = refused(path, NewerProjectError, tmp_path)
    assert "99" in error.why.ar


def test_our_mark_on_an_empty_database(tmp_path: Path) -> None:
    path = tmp_path / "a.fcw"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 2")
    refused(path, DamagedProjectError, tmp_path)


def test_missing_files_and_folders(tmp_path: Path) -> None:
    for path in (tmp_path / "none.fcw", tmp_path, tmp_path / "no" / "a.fcw", tmp_path / ("x" * 300 + ".fcw")):
        with pytest.raises(MissingProjectError):
            open_project(path)
    for path in (tmp_path / "no" / "a.fcw", tmp_path / "nul\0.fcw"):
        with pytest.raises(MissingProjectError):
            create_project(path)
    assert list(tmp_path.iterdir()) == []


# Hostile contents

HOSTILE = (
    "CREATE TRIGGER t AFTER INSERT ON history BEGIN UPDATE decision SET state = 'dismissed'; END",
    "CREATE TRIGGER t AFTER UPDATE ON comparison BEGIN DELETE FROM article; END",
    "CREATE TRIGGER t INSTEAD OF INSERT ON reviewed_findings BEGIN SELECT load_extension('x'); END",
    "DROP TRIGGER history_is_not_changed; "
    "CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history BEGIN SELECT 1; END",
    "CREATE VIEW v AS SELECT load_extension('x')",
    "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n",
    "DROP VIEW reviewed_findings; CREATE VIEW reviewed_findings AS SELECT writefile('x', 'y')",
    "DROP TABLE unsaved_note; CREATE VIEW unsaved_note AS SELECT 1 AS id, 1 AS comparison, 'k' AS key, 'w' AS words",
    "CREATE VIRTUAL TABLE f USING fts5 (words)",
    "CREATE VIRTUAL TABLE f USING rtree (id, low, high)",
    "CREATE INDEX i ON article (printf('%1000s', text))",
    "DROP TABLE mark; CREATE TABLE mark (id INTEGER PRIMARY KEY, comparison INTEGER, what TEXT, key TEXT, "
    "more TEXT AS (printf('%s', key)))",
    "CREATE TRIGGER t AFTER INSERT ON finding_search_content BEGIN DELETE FROM history; END",
)


@pytest.mark.parametrize("script", HOSTILE)
def test_hostile_schemas_are_refused(path: Path, tmp_path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
    refused(path, HostileProjectError, tmp_path)
    with pytest.raises(HostileProjectError):
        open_project(path, read_only=True)


def test_a_table_that_somebody_added_does_no_harm(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE my_tags (id INTEGER PRIMARY KEY, tag TEXT); CREATE INDEX i ON my_tags "
                                 "(tag); ANALYZE")  # fmt: skip
    with open_project(path, home=tmp_path) as project:
        assert len(project.record().history) == 3


def test_nothing_a_file_could_use_is_switched_on(path: Path, tmp_path: Path) -> None:
    with open_project(path, home=tmp_path) as project:
        wanted = {
            "trusted_schema": 0, "journal_mode": "delete", "synchronous": 2, "foreign_keys": 1, "cell_size_check": 1,
            "mmap_size": 0,
        }  # fmt: skip
        assert {name: project.db.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
        with pytest.raises(sqlite3.Error):
            project.db.execute("SELECT load_extension('x')")
        with pytest.raises(sqlite3.Error):
            project.db.execute("ATTACH DATABASE ':memory:' AS other")


# One at a time


def test_a_second_instance_is_told_who_has_it(path: Path, tmp_path: Path) -> None:
    with open_project(path, home=tmp_path):
        with pytest.raises(LockedProjectError) as caught:
            open_project(path, home=tmp_path)
        assert "another window" in caught.value.why.en
        assert not caught.value.remote
        with open_project(path, read_only=True) as reading:
            assert len(reading.record().history) == 3
        link = tmp_path / "link.fcw"
        link.symlink_to(path)
        with pytest.raises(LockedProjectError):
            open_project(link, home=tmp_path)
    assert not lock_path(path).exists()
    open_project(path, home=tmp_path).close()


def test_another_process_holds_it_until_it_dies(path: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from workbench.store.opening import open_project\n"
        "project = open_project(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", program, str(path)], cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    with holder, holder.stdout, holder.stdin:
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(LockedProjectError):
            open_project(path, home=tmp_path)
        holder.kill()
    assert lock_path(path).exists()
    with open_project(path, home=tmp_path) as project:
        assert project.crashed
        assert any("without closing" in notice.en for notice in project.notices)


def _lock_words(path: Path, **changes: object) -> None:
    words = {"host": socket.gethostname(), "process": 1, "who": "سمير", "since": "2024-03-12T09:30:00+00:00"}
    lock_path(path).write_text(json.dumps(words | changes), encoding="utf-8")


def test_the_lock_of_a_dead_process_goes_by_itself(path: Path, tmp_path: Path) -> None:
    _lock_words(path, process=1)  # a living number, but nobody holds the file: numbers are given out again
    with open_project(path, home=tmp_path) as project:
        assert project.crashed


def test_another_computers_lock_goes_when_a_person_says_so(path: Path, tmp_path: Path) -> None:
    _lock_words(path, host="newsroom-7")
    with pytest.raises(LockedProjectError) as caught:
        open_project(path, home=tmp_path)
    assert caught.value.remote
    assert "newsroom-7" in caught.value.why.ar
    with open_project(path, take_over=True, home=tmp_path) as project:
        assert len(project.record().history) == 3


@pytest.mark.parametrize("words", [b"", b"{", b"\xff\xfe", b"[]", b"{}", b"9" * 5000])
def test_a_lock_file_of_nonsense_is_no_lock(path: Path, tmp_path: Path, words: bytes) -> None:
    lock_path(path).write_bytes(words)
    open_project(path, home=tmp_path).close()
    assert not lock_path(path).exists()


# Reading only


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine may enter."""
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        yield Path(name)


READER = """
import os, sys
from pathlib import Path
from sqlite_utils import Database
from workbench.review.decisions import Decision
from workbench.store.faults import ReadOnlyProjectError
from workbench.store.opening import open_project
import workbench.store.lock, workbench.engine, getpass, socket
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
project = open_project(Path(sys.argv[1]))
try:
    project.decide(1, Decision("k", "confirmed"))
except ReadOnlyProjectError:
    print("refused")
print(project.read_only, len(project.record().history), len(project.notices))
project.close()
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights of files are another thing on Windows")
@pytest.mark.parametrize("what", ["file", "folder", "with-journal"])
def test_what_cannot_be_written_opens_for_reading(open_folder: Path, what: str) -> None:
    path = filled_project(open_folder)
    if what == "with-journal":
        _leave_hot_journal(path)
    names = beside(path)
    path.chmod(0o444)
    if what == "file" and os.geteuid() == 0:
        os.chmod(open_folder, 0o777)
    elif what != "file":
        os.chmod(open_folder, 0o555)
    try:
        done = subprocess.run(
            [sys.executable, "-c", READER, str(path)], cwd=PROJECT, capture_output=True, text=True, check=False
        )
    finally:
        os.chmod(open_folder, 0o755)
    assert done.stdout.split() == ["refused", "True", "3", "1"], done.stderr
    assert beside(path) == names


def _leave_hot_journal(path: Path) -> None:
    """What a machine that fails amid a transaction leaves: half of it in the file, the rest to be undone."""
    program = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size=1'); c.execute('BEGIN IMMEDIATE')\n"
        "c.execute(\"UPDATE article SET text = text || hex(zeroblob(100000))\")\n"
        "os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    journal = path.with_name(path.name + "-journal")
    assert journal.stat().st_size > 0
    journal.chmod(0o444)


def test_half_a_transaction_is_undone(path: Path, tmp_path: Path) -> None:
    _leave_hot_journal(path)
    with open_project(path, home=tmp_path) as project:
        assert len(project.record().history) == 3
    assert beside(path) == {path.name}


def test_reading_only_writes_nothing(path: Path, tmp_path: Path) -> None:
    before, names = bytes_of(path), beside(path)
    with open_project(path, read_only=True) as project:
        for write in (
            lambda: project.decide(1, decision(0)),
            lambda: project.keep(1, Change()),
            lambda: project.keep_unsaved_note(1, "k", "w"),
            lambda: project.add_comparison(Change()),
        ):
            with pytest.raises(ReadOnlyProjectError):
                write()
    assert (bytes_of(path), beside(path)) == (before, names)


# Others at the same file


def test_another_programs_change_is_noticed(path: Path, tmp_path: Path) -> None:
    with open_project(path, home=tmp_path) as project:
        assert not project.look_outside()
        with closing(sqlite3.connect(path)) as other, other:
            other.execute("UPDATE comparison SET title = 'عنوان آخر'")
        assert project.look_outside()
        project.decide(1, decision(5), moment=NOW)  # nothing is lost for that
        assert project.changed_outside
        record = project.record()
        assert (record.title, len(record.history)) == ("عنوان آخر", 4)


def test_a_trigger_that_comes_while_the_file_is_open(path: Path, tmp_path: Path) -> None:
    with open_project(path, home=tmp_path) as project:
        with closing(sqlite3.connect(path)) as other, other:
            other.execute(HOSTILE[0])
        with pytest.raises(HostileProjectError):
            project.decide(1, decision(5))


def test_bytes_that_change_without_sqlite(path: Path, tmp_path: Path) -> None:
    with open_project(path, home=tmp_path) as project:
        data = bytearray(path.read_bytes())
        at = data.index("ع حريق كبير".encode())
        data[at : at + 2] = "خ".encode()
        path.write_bytes(data)
        with pytest.raises(DamagedProjectError):
            project.decide(1, decision(5))


@pytest.mark.parametrize("how", ["removed", "replaced", "moved"])
def test_a_file_that_goes_away_is_not_made_anew(path: Path, tmp_path: Path, how: str) -> None:
    with open_project(path, home=tmp_path) as project:
        if how == "removed":
            path.unlink()
        elif how == "moved":
            path.rename(tmp_path / "elsewhere.fcw")
        else:
            filled_project(tmp_path, "other.fcw").replace(path)
        before = bytes_of(path) if path.exists() else None
        with pytest.raises(ChangedElsewhereError):
            project.decide(1, decision(5))
        assert (bytes_of(path) if path.exists() else None) == before


def test_a_busy_file_is_not_waited_for_for_ever(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.store.connection.PATIENCE", 0.05)
    with open_project(path, home=tmp_path) as project, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProjectError, match="another program is using"):
            project.decide(1, decision(5))
        other.execute("ROLLBACK")
        project.decide(1, decision(5))
        assert len(project.record().history) == 4


# No room


def test_a_full_disk_is_said_and_the_project_stands(path: Path, tmp_path: Path) -> None:
    with open_project(path, home=tmp_path) as project:
        pages = project.db.execute("PRAGMA page_count").fetchone()[0]
        project.db.execute(f"PRAGMA max_page_count={pages + 3}")
        kept = 2
        with pytest.raises(FullDiskError):  # noqa: PT012  whichever of them finds no room
            for number in range(3, 1000):
                project.decide(1, decision(number), moment=NOW)
                kept = number
        assert len(project.record().history) == kept + 1
        project.db.execute("PRAGMA max_page_count=1000000")
        project.decide(1, decision(1000))
    with open_project(path, home=tmp_path) as project:
        assert len(project.record().history) == kept + 2


QUOTA = """
import resource, sys
from pathlib import Path
from tests.store.material import decision
from workbench.store.faults import FullDiskError
from workbench.store.opening import create_project, open_project
path = Path(sys.argv[1])
project = open_project(path)
room = (path.stat().st_size // 4096 + 3) * 4096
resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
done = 3
try:
    for number in range(3, 1000):
        project.decide(1, decision(number)); done += 1
except FullDiskError:
    print("told", done, len(project.record().history))
try:
    create_project(path.with_name("new.fcw"))
except FullDiskError:
    print("told")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit on files' sizes to set")
def test_a_quota_is_said_and_the_project_stands(path: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", QUOTA, str(path)], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    words = done.stdout.split()
    assert words[0] == "told", done.stderr
    assert words[1] == words[2]
    with open_project(path, home=tmp_path) as project:
        assert len(project.record().history) == int(words[1])
    assert not list(tmp_path.glob("*.part"))


# Odd places


@pytest.mark.parametrize(
    "name",
    [
        "مشروع التحقق من خبر كركوك.fcw", "a b?c#d%41&e=f;g'h\"i.fcw", "-rf.fcw", "نص\u202e\u200fمقلوب.fcw", ".fcw",
        "é\u0301🔥.fcw", "file:x?mode=memory.fcw", "س" * 110 + ".fcw",
    ],
)  # fmt: skip
def test_odd_names(tmp_path: Path, name: str) -> None:
    path = filled_project(tmp_path, name)
    assert beside(path) == {name}
    with open_project(path, home=tmp_path / "home") as project:
        assert len(project.record().history) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="only there a name may be no Unicode")
def test_a_name_that_is_no_unicode(tmp_path: Path) -> None:
    path = filled_project(tmp_path, os.fsdecode(b"\xff\xfe\xd9.fcw"))
    with open_project(path, home=tmp_path / "home") as project:
        assert len(project.record().history) == 3
        assert project.back_up(NOW) is not None


@pytest.mark.skipif(os.name == "nt", reason="Windows has its own limits")
def test_a_path_longer_than_sqlite_opens(tmp_path: Path) -> None:
    folder = tmp_path
    while len(os.fsencode(folder)) < 520:
        folder = folder / ("مجلد" * 12)
    folder.mkdir(parents=True)
    with pytest.raises(MissingProjectError, match="longer than 500 bytes"):
        create_project(folder / "a.fcw")
    assert list(folder.iterdir()) == []


def test_a_name_without_room_for_a_journal(tmp_path: Path) -> None:
    with pytest.raises(MissingProjectError, match="choose a shorter one"):
        create_project(tmp_path / ("س" * 120 + ".fcw"))
    assert list(tmp_path.iterdir()) == []


def test_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    new_project(Path(), "a.fcw").close()
    monkeypatch.chdir("/")
    with open_project(tmp_path / "a.fcw") as project:
        assert project.title == "حريق السوق"
