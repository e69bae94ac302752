"""``workbench check --save``: made, added to, checked again, refused."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.store.material import NOW, bytes_of
from workbench.cli import main
from workbench.review.decisions import Decision
from workbench.store.opening import open_project

A = "حريق في سوق المدينة\n\nقالت الشرطة إن الحريق الذي اندلع يوم السبت 11 مارس 2024 أسفر عن مقتل 12 شخصا."
B = "حريق السوق\n\nقال الدفاع المدني إن حريق السوق في المدينة أسفر عن مقتل 19 شخصا."


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    for name, text in (("a.txt", A), ("b.txt", B)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path / "a.txt"), str(tmp_path / "b.txt")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", *arguments, "--lang", "en"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stderr


def test_made_then_checked_again_then_added_to(tmp_path: Path, files: tuple[str, str]) -> None:
    target = tmp_path / "مشروع.fcw"
    assert run(*files, "--save", str(target))[0] == 1
    with open_project(target) as project:
        record = project.record()
        assert [draft.text for draft in record.drafts] == [A, B]
        assert record.result.findings
        assert record.versions.program
        project.decide(1, Decision(record.result.findings[0].key, "confirmed", "", "نعم", "ريم", NOW))
    assert run(*files, "--save", str(target), "--date-a", "2024-03-12")[0] == 1
    assert run(files[0], "--save", str(target))[0] == 1
    with open_project(target) as project:
        assert [one.id for one in project.comparisons()] == [2, 1]
        first = project.record(1)
        assert [one.note for one in first.decisions] == ["نعم"]
        assert str(first.drafts[0].date) == "2024-03-12"
        assert project.db.execute("SELECT count(*) FROM run WHERE comparison = 1").fetchone() == (2,)


def test_overrides_are_kept_by_their_words(tmp_path: Path, files: tuple[str, str]) -> None:
    target, overrides = tmp_path / "a.fcw", tmp_path / "o.json"
    run(*files, "--save", str(target))
    with open_project(target) as project:
        pair = project.record().result.alignments[0].claims
    overrides.write_text(json.dumps({"parted": [pair], "dates": {"b": "2024-03-11"}}), encoding="utf-8")
    run(*files, "--save", str(target), "--overrides", str(overrides))
    with open_project(target) as project:
        record = project.record()
    assert [link.kind for link in record.links] == ["parted"]
    assert str(record.drafts[1].date) == "2024-03-11"


def test_refused_in_one_line(tmp_path: Path, files: tuple[str, str]) -> None:
    other = tmp_path / "other.fcw"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE t (a)")
    before = bytes_of(other)
    targets = (other, tmp_path, tmp_path / "no" / "a.fcw", Path(files[0]), tmp_path / ("ن" * 200 + ".fcw"))
    for target in targets:
        status, told = run(*files, "--save", str(target))
        assert status == 2, target
        assert len(told.strip().splitlines()) == 1, told
    assert bytes_of(other) == before
    assert not list(tmp_path.glob("*.lock"))


def test_the_report_of_an_empty_project_is_refused(tmp_path: Path) -> None:
    from workbench.store.opening import create_project

    create_project(tmp_path / "a.fcw").close()
    result = CliRunner().invoke(main, ["report", str(tmp_path / "a.fcw"), "--format", "json"])
    assert result.exit_code == 2
    assert "no such comparison" in result.stderr
