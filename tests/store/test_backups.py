"""Copies: made when due, verified, thinned to hours, days and weeks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.material import NOW, filled_project
from workbench.store.backups import DAYS, HOURS, WEEKS, Backup, back_up, list_backups, newest_whole, superfluous
from workbench.store.faults import ProjectError
from workbench.store.opening import open_project


def copies(*ages: dt.timedelta) -> list[Backup]:
    return [Backup(Path(str(number)), NOW - age) for number, age in enumerate(ages)]


def hours(*numbers: float) -> list[Backup]:
    return copies(*(dt.timedelta(hours=number) for number in numbers))


def test_a_copy_is_made_once_an_hour(tmp_path: Path) -> None:
    path = filled_project(tmp_path)
    with open_project(path, home=tmp_path / "home") as project:
        assert project.back_up(NOW) is not None
        assert project.back_up(NOW + dt.timedelta(minutes=59)) is None
        second = project.back_up(NOW + dt.timedelta(minutes=60))
        assert second is not None
        before = project.record()
        # A clock that was set back does not stop copies for ever.
        assert project.back_up(NOW - dt.timedelta(days=3)) is not None
    with open_project(second, read_only=True) as copied:
        assert copied.record() == before


def test_a_copy_an_hour_for_half_a_year() -> None:
    """What is left of a copy an hour: a day of hours, two weeks of days, twelve weeks of weeks."""
    kept: list[Backup] = []
    begin = NOW - dt.timedelta(days=180)
    for number in range(180 * 24):
        made = begin + dt.timedelta(hours=number)
        kept.insert(0, Backup(Path(str(number)), made))
        gone = set(superfluous(kept, made))
        kept = [one for one in kept if one.path not in gone]
    newest = kept[0].made
    ages = [newest - one.made for one in kept]
    assert sum(age <= dt.timedelta(hours=HOURS) for age in ages) == HOURS + 1
    assert HOURS + DAYS - 2 <= sum(age <= dt.timedelta(days=DAYS) for age in ages) <= HOURS + DAYS + 2
    assert len(kept) <= HOURS + DAYS + WEEKS + 2
    assert max(ages) > dt.timedelta(weeks=WEEKS - 2)


@given(st.lists(st.integers(0, 400 * 24 * 60), unique=True, max_size=60))
def test_thinning_keeps_the_newest_two_and_is_done_once(minutes: list[int]) -> None:
    backups = copies(*(dt.timedelta(minutes=minute) for minute in minutes))
    gone = set(superfluous(backups, NOW))
    kept = [one for one in backups if one.path not in gone]
    assert {one.path for one in sorted(backups, key=lambda one: one.made)[-2:]} <= {one.path for one in kept}
    assert superfluous(kept, NOW) == ()


def test_copies_before_migrations_stay() -> None:
    old = Backup(Path("m"), NOW - dt.timedelta(days=900), migration=True)
    assert superfluous([*hours(0, 1, 2), old], NOW) == ()


def test_a_copy_that_is_not_whole_is_no_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled_project(tmp_path)
    folder = tmp_path / "copies"
    back_up(path, folder, NOW)

    def spoil(source: Path, target: Path) -> None:
        data = bytearray(source.read_bytes())
        at = data.index("ع حريق كبير".encode())
        data[at + 1] ^= 1
        target.write_bytes(data)

    monkeypatch.setattr("workbench.store.backups.copy", spoil)
    with pytest.raises(ProjectError):
        back_up(path, folder, NOW + dt.timedelta(hours=2))
    assert [one.made for one in list_backups(folder)] == [NOW]
    assert {one.name for one in folder.iterdir()} == {"20240312T093000Z.fcw", "project.txt"}


def test_a_spoilt_copy_is_passed_over(tmp_path: Path) -> None:
    path = filled_project(tmp_path)
    folder = tmp_path / "copies"
    back_up(path, folder, NOW)
    later = back_up(path, folder, NOW + dt.timedelta(hours=2))
    later.write_bytes(later.read_bytes()[:5000])
    found = newest_whole(list_backups(folder))
    assert found is not None
    assert found.made == NOW
