"""Damaged projects: found out, kept aside as they are, rescued with what can be read, and told."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.gui.material import DRAFT, DRAFTS
from tests.store.material import NOW, VERSIONS, bytes_of, checked, decision, filled_project
from workbench.store.connection import writing
from workbench.store.faults import DamagedProjectError, ProjectError
from workbench.store.opening import open_project
from workbench.store.project import Change, Project
from workbench.store.rescue import Rescue, rescue
from workbench.store.search import FindingFilter, find_findings
from workbench.store.writing import add_decision

PAGE = 4096


def large_project(folder: Path, backup: bool = False) -> Path:
    """Enough decisions that every table of theirs has pages of its own; with a copy of its first half."""
    path = filled_project(folder)
    with open_project(path, home=folder / "home") as project:
        _decide(project, 3, 101)
        if backup:
            assert project.back_up(NOW) is not None
        _decide(project, 101, 200)
    return path


def _decide(project: Project, begin: int, end: int) -> None:
    """Many decisions in one transaction: the disk is not what is tested here."""
    findings = checked().findings
    with writing(project.db.conn):
        for number in range(begin, end):
            add_decision(project.db, 1, decision(number), findings[number % len(findings)], NOW)


def rescued(path: Path, home: Path) -> tuple[Rescue, list[str]]:
    """The outcome, after looking it over, and the notes of the history that came through."""
    damaged = bytes_of(path)
    outcome = rescue(path, home, NOW)
    assert bytes_of(outcome.aside) == damaged
    assert outcome.aside.name in outcome.told.en
    assert outcome.aside.name in outcome.told.ar
    with open_project(path, home=home) as project:
        assert outcome.told in project.past_notices()
        record = project.record()
    return outcome, [one.note for one in record.history]


NOTES = [f"القرار رقم {number}" for number in range(200)]


def cut(data: bytearray, chance: random.Random) -> None:
    del data[len(data) - 4 * PAGE - 1000 :]


def random_page(data: bytearray, chance: random.Random) -> None:
    page = page_of(data, "القرار رقم 150")
    data[page : page + PAGE] = chance.randbytes(PAGE)


def zero_page(data: bytearray, chance: random.Random) -> None:
    page = page_of(data, "القرار رقم 150")
    data[page : page + PAGE] = bytes(PAGE)


def flipped_bit(data: bytearray, chance: random.Random) -> None:
    at = data.index("حريق كبير".encode())
    data[at + 1] ^= 1


def flipped_bit_in_a_note(data: bytearray, chance: random.Random) -> None:
    at = data.index("القرار رقم 150".encode())
    data[at + 1] ^= 1


def flipped_length(data: bytearray, chance: random.Random) -> None:
    page = page_of(data, "القرار رقم 150")
    data[page + 3] ^= 0x40  # the number of cells


def page_of(data: bytearray, words: str) -> int:
    return data.index(words.encode()) // PAGE * PAGE


DAMAGES = (cut, random_page, zero_page, flipped_bit, flipped_bit_in_a_note, flipped_length)


@pytest.mark.parametrize("backup", [False, True], ids=["alone", "with-a-copy"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_found_and_rescued(
    tmp_path: Path, damage: Callable[[bytearray, random.Random], None], backup: bool
) -> None:
    path = large_project(tmp_path, backup)
    data = bytearray(path.read_bytes())
    damage(data, random.Random(7))
    path.write_bytes(data)
    with pytest.raises(DamagedProjectError) as caught:
        open_project(path, home=tmp_path / "home")
    assert path.name in caught.value.why.ar
    assert path.read_bytes() == data
    outcome, notes = rescued(path, tmp_path / "home")
    assert set(notes) <= set(NOTES) or outcome.doubtful
    assert len(notes) >= (101 if backup else 50), len(notes)
    assert notes == sorted(notes, key=lambda note: int(note.rsplit(" ", 1)[1]))
    if backup:
        assert notes[:101] == NOTES[:101]


def test_a_flipped_bit_in_an_article_is_put_right_from_a_copy(tmp_path: Path) -> None:
    path = large_project(tmp_path, backup=True)
    data = bytearray(path.read_bytes())
    flipped_bit(data, random.Random(0))
    path.write_bytes(data)
    outcome, notes = rescued(path, tmp_path / "home")
    assert notes == NOTES
    assert outcome.doubtful == ()
    with open_project(path, home=tmp_path / "home") as project:
        assert project.record().drafts == DRAFTS
        assert project.record().result == checked()


def test_a_flipped_bit_without_a_copy_is_named(tmp_path: Path) -> None:
    path = large_project(tmp_path)
    data = bytearray(path.read_bytes())
    flipped_bit(data, random.Random(0))
    path.write_bytes(data)
    outcome, notes = rescued(path, tmp_path / "home")
    assert notes == NOTES
    assert outcome.doubtful == ("article b",)
    assert "article b" in outcome.told.ar


@pytest.mark.parametrize("begin", [0, 16, 100])
def test_a_lost_first_page_is_made_anew(tmp_path: Path, begin: int) -> None:
    """Where the tables begin is the same in every project."""
    path = large_project(tmp_path)
    with open_project(path, home=tmp_path / "home") as project:
        before = project.record()
    data = bytearray(path.read_bytes())
    data[begin:PAGE] = bytes(PAGE - begin)
    path.write_bytes(data)
    rescued(path, tmp_path / "home")
    with open_project(path, home=tmp_path / "home") as project:
        assert project.record() == before


def test_a_file_that_gives_nothing_comes_from_its_copy(tmp_path: Path) -> None:
    path = large_project(tmp_path, backup=True)
    path.write_bytes(path.read_bytes()[:100] + bytes(200_000))
    outcome, notes = rescued(path, tmp_path / "home")
    assert outcome.read == 0
    assert notes == NOTES[:101]


def test_decisions_survive_the_loss_of_the_history(tmp_path: Path) -> None:
    path = large_project(tmp_path)
    data = bytearray(path.read_bytes())
    del data[len(data) * 2 // 3 :]  # the history's pages, and part of the schema
    path.write_bytes(data)
    _, notes = rescued(path, tmp_path / "home")
    assert sorted(notes) == NOTES[196:]
    with open_project(path, home=tmp_path / "home") as project:
        assert {one.note for one in project.record().decisions} == set(NOTES[196:])


def test_where_nothing_can_be_had_the_file_stays(tmp_path: Path) -> None:
    path = filled_project(tmp_path)
    data = path.read_bytes()[:100] + bytes(100_000)
    path.write_bytes(data)
    with pytest.raises(DamagedProjectError, match="nothing of the damaged project"):
        rescue(path, tmp_path / "home", NOW)
    assert path.read_bytes() == data
    assert {one.name for one in tmp_path.iterdir()} <= {path.name, "home"}


def test_a_sound_project_loses_nothing_by_a_rescue(tmp_path: Path) -> None:
    path = large_project(tmp_path)
    with open_project(path, home=tmp_path / "home") as project:
        before, name = project.record(), project.id
    outcome, _ = rescued(path, tmp_path / "home")
    with open_project(path, home=tmp_path / "home") as project:
        assert project.record() == before
        assert project.id == name
        project.decide(1, decision(500))
    assert outcome.doubtful == ()


VALUES = (
    ("article", "parts", "{"), ("article", "mentions", '[[0,1,"x",null]]'), ("article", "read", "yesterday"),
    ("article", "sentences", "[[0,99999999,\"body\",0]]"), ("article", "given_date", "2024-02-31"),
    ("claim", "value", '"x"'), ("claim", "kind", "x"), ("finding", "family", "x"), ("finding", "places", "[1]"),
    ("finding", "evidence", "[" * 100_000), ("alignment", "relation", "x"),
    ("link", "kind", "x"), ("comparison", "changed", "x"), ("event", "claims", "7"), ("edit", "made", "x"),
)  # fmt: skip


@pytest.mark.parametrize(("table", "column", "value"), VALUES, ids=lambda value: str(value)[:20])
def test_a_value_that_no_program_of_ours_wrote(tmp_path: Path, table: str, column: str, value: str) -> None:
    path = filled_project(tmp_path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE {table} SET {column} = ?", [value])
    with open_project(path, home=tmp_path / "home") as project, pytest.raises(DamagedProjectError):
        project.record()
    _, notes = rescued(path, tmp_path / "home")
    assert notes == NOTES[:3]


def test_a_view_in_a_tables_place_is_not_asked(tmp_path: Path) -> None:
    path = filled_project(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "DROP TABLE edit; CREATE VIEW edit AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT i AS id, i AS comparison FROM n"
        )
    _, notes = rescued(path, tmp_path / "home")
    assert notes == NOTES[:3]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled_project(tmp_path_factory.mktemp("sound"), "sound.fcw")


damage_strategy = st.one_of(
    st.tuples(st.just("cut"), st.floats(0, 1), st.just(b"")),
    st.tuples(st.just("write"), st.floats(0, 1), st.binary(min_size=1, max_size=64)),
    st.tuples(st.just("write"), st.floats(0, 0.02), st.binary(min_size=1, max_size=8)),
    st.tuples(st.just("zero"), st.floats(0, 1), st.just(bytes(PAGE))),
    st.tuples(st.just("insert"), st.floats(0, 1), st.binary(min_size=1, max_size=16)),
)


@example(damages=[("cut", 0.59375, b""), ("write", 0.6875, b"\x80")])
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damages=st.lists(damage_strategy, min_size=1, max_size=4))
def test_no_damage_gives_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, sound: Path, damages: list[tuple[str, float, bytes]]
) -> None:
    """Whatever the bytes are: the project opens and can be read and written, or one sentence says why not; and after a
    rescue it opens, or there was nothing to be had."""
    folder = tmp_path_factory.mktemp("damage")
    path = folder / "a.fcw"
    data = bytearray(sound.read_bytes())
    for kind, where, words in damages:
        at = int(where * len(data))
        if kind == "cut":
            del data[at:]
        elif kind == "insert":
            data[at:at] = words
        else:
            data[at : at + len(words)] = words
    path.write_bytes(data)
    try:
        with open_project(path, home=folder / "home") as project:
            _use(project)
    except DamagedProjectError:
        try:
            rescue(path, folder / "home", NOW)
        except DamagedProjectError as error:
            sentences = (error.why.en, error.why.ar)
        else:
            with open_project(path, home=folder / "home") as project:
                _use(project)
            return
    except ProjectError as error:
        sentences = (error.why.en, error.why.ar)
    else:
        return
    assert all(sentences)


def _use(project: Project) -> None:
    for summary in project.comparisons():
        project.record(summary.id)
        project.decide(summary.id, decision(7))
        edited = (replace(DRAFTS[0], text=DRAFT + "!"), DRAFTS[1])
        project.keep(summary.id, Change(drafts=edited, result=checked(), versions=VERSIONS))
        find_findings(project, FindingFilter("متجر"))
    project.back_up(NOW)


def test_a_flipped_bit_in_a_file_too_large_to_read_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There the words of a comparison are held against their hash when it is asked for, all others when a copy is
    made."""
    path = filled_project(tmp_path)
    data = bytearray(path.read_bytes())
    flipped_bit(data, random.Random(0))
    path.write_bytes(data)
    monkeypatch.setattr("workbench.store.opening.CHECKED_WHOLE", 0)
    with open_project(path, home=tmp_path / "home") as project:
        with pytest.raises(DamagedProjectError, match="article b"):
            project.record()
        with pytest.raises(DamagedProjectError):
            project.back_up(NOW)
