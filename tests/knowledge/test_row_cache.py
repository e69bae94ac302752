"""What is kept between two starts: the same world, never one of tables that have changed since."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from workbench.knowledge import row_cache
from workbench.knowledge.facts.world import World, load_world
from workbench.resources import resource_folder

FOLDER = resource_folder() / "knowledge"
LONG_AGO = 1_600_000_000


@pytest.fixture(autouse=True)
def settled_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """The code's own files may have been written a moment ago."""
    monkeypatch.setattr(row_cache, "_CODE", ())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tables, as if it had lain there for an hour."""
    copy = tmp_path / "knowledge"
    shutil.copytree(FOLDER, copy)
    later(monkeypatch)
    return copy


def later(monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now + 3_600_000_000_000)


def kept(cache: Path) -> list[Path]:
    return sorted(cache.glob("*")) if cache.is_dir() else []


def same(one: World, other: World) -> bool:
    return (
        one.names == other.names
        and dict(one.people) == dict(other.people)
        and dict(one.terms) == dict(other.terms)
        and dict(one.organisations) == dict(other.organisations)
        and (one.offices, one.places, one.policies) == (other.offices, other.places, other.policies)
    )


def test_the_second_world_comes_from_the_cache_and_is_the_same(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load_world(folder, None, tmp_path / "cache")
    assert len(kept(tmp_path / "cache")) == 1
    monkeypatch.setattr("workbench.knowledge.facts.world.read_all_rows", None)  # reading the tables again would fail
    second = load_world(folder, None, tmp_path / "cache")
    monkeypatch.undo()
    assert same(first, second)
    assert same(first, load_world(folder))


def test_a_change_of_the_tables_is_seen(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    load_world(folder, None, cache)
    path = folder / "people" / "us.tsv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Joe Biden", "Joe Biten"), encoding="utf-8")  # as long as before
    assert load_world(folder, None, cache).people["joe-biden"].name_en == "Joe Biten"
    # even where the file's own time is turned back
    path.write_text(text.replace("Joe Biden", "Joe Bitan"), encoding="utf-8")
    os.utime(path, (LONG_AGO, LONG_AGO))
    load_world(folder, None, cache)
    path.write_text(text.replace("Joe Biden", "Joe Bifan"), encoding="utf-8")
    os.utime(path, (LONG_AGO, LONG_AGO))
    if os.name == "posix":
        assert load_world(folder, None, cache).people["joe-biden"].name_en == "Joe Bifan"
    (folder / "people" / "us.tsv").unlink()
    assert "joe-biden" not in load_world(folder, None, cache).people


def test_nothing_is_kept_of_tables_changed_a_moment_ago(tmp_path: Path) -> None:
    copy = tmp_path / "knowledge"
    shutil.copytree(FOLDER, copy)
    (copy / "people" / "us.tsv").touch()
    load_world(copy, None, tmp_path / "cache")
    assert kept(tmp_path / "cache") == []


@pytest.mark.parametrize("damage", ["short", "empty", "flipped", "other", "folder"])
def test_a_damaged_cache_counts_for_nothing(folder: Path, tmp_path: Path, damage: str) -> None:
    cache = tmp_path / "cache"
    world = load_world(folder, None, cache)
    (path,) = kept(cache)
    data = bytearray(path.read_bytes())
    if damage == "folder":
        path.unlink()
        path.mkdir()
    elif damage == "flipped":
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
    else:
        path.write_bytes({"short": bytes(data[:-100]), "empty": b"", "other": b"something else"}[damage])
    assert same(world, load_world(folder, None, cache))


def test_a_cache_that_cannot_be_written_stops_nothing(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
    assert same(load_world(folder), load_world(folder, None, tmp_path / "cache"))
    assert (tmp_path / "cache").read_text(encoding="utf-8").startswith("a file")


def test_faulty_tables_are_not_kept(folder: Path, tmp_path: Path) -> None:
    from workbench.knowledge.tables import TableError

    with (folder / "people" / "us.tsv").open("a", encoding="utf-8") as lines:
        lines.write("\t".join("x" * 12) + "\n")
    for _ in range(2):
        with pytest.raises(TableError, match="12 cells"):
            load_world(folder, None, tmp_path / "cache")
    assert kept(tmp_path / "cache") == []


def test_own_tables_are_read_beside_what_is_kept(folder: Path, tmp_path: Path) -> None:
    own, cache = tmp_path / "own", tmp_path / "cache"
    load_world(folder, None, cache)
    (own / "people").mkdir(parents=True)
    header = (FOLDER / "people" / "us.tsv").read_text(encoding="utf-8").splitlines()[0]
    row = "salma-test\t\tSalma Test\tسلمى النجاري الثانية\t\t\tf\t1960\t\tnotes"
    (own / "people" / "mine.tsv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    assert "salma-test" in load_world(folder, own, cache).people
    assert same(load_world(folder, own), load_world(folder, own, cache))
    assert "salma-test" not in load_world(folder, None, cache).people
