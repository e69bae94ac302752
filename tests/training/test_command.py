"""``workbench train`` as programs see it: statuses, JSON, one line for what cannot be used."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workbench.cli import main
from workbench.resources import resource_folder
from workbench.training.debrief import key_paper
from workbench.training.files import open_exercise, save_exercise
from workbench.training.papers import blank_paper, save_paper

EXERCISES = resource_folder() / "exercises"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["train", *words])


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """A full and an empty paper on the crane, a full one on the wells."""
    folder = tmp_path / "answers"
    folder.mkdir()
    for id, name, full in (("crane", "ريم", True), ("crane", "سامر", False), ("wells", "هدى", True)):
        exercise = open_exercise(EXERCISES / id)
        paper = key_paper(exercise) if full else blank_paper(exercise)
        save_paper(replace(paper, name=name), exercise, folder / f"{name}.json")
    return folder


def test_one_file_as_json(answers: Path) -> None:
    result = run("--score", str(answers / "ريم.json"), "--format", "json")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert told["schema"] == "workbench.train/1"
    [exercise] = told["exercises"]
    [paper] = exercise["papers"]
    assert (exercise["id"], exercise["class"], paper["name"]) == ("crane", None, "ريم")
    assert (paper["total"], paper["possible"], paper["recall"], paper["precision"]) == (5, 5, 1, 1)
    assert [entry["outcome"] for entry in paper["entries"]] == ["found"] * 5


def test_a_folder_of_several_exercises(answers: Path) -> None:
    result = run("--score", str(answers), "--format", "json")
    told = json.loads(result.stdout)
    assert [(one["id"], len(one["papers"])) for one in told["exercises"]] == [("crane", 2), ("wells", 1)]
    assert told["exercises"][0]["class"]["papers"] == 2
    assert run("--score", str(answers)).stdout.count("5/5") == 1


def test_papers_of_another_exercise_are_told_apart(answers: Path) -> None:
    result = run("--score", str(answers), "--key", "crane")
    assert result.exit_code == 2
    assert result.stderr == "workbench: هدى.json: It answers the exercise 'wells', not 'crane'.\n"
    assert "5/5" in result.stdout


def test_an_exercise_of_ones_own_is_the_key(answers: Path, tmp_path: Path) -> None:
    path = tmp_path / "crane.fcx"
    save_exercise(open_exercise(EXERCISES / "crane"), path)
    assert run("--score", str(answers / "ريم.json"), "--key", str(path)).exit_code == 0
    newer = tmp_path / "newer.fcx"
    save_exercise(replace(open_exercise(path), version=2), newer)
    assert "this is version 2" in run("--score", str(answers / "ريم.json"), "--key", str(newer)).stderr


@pytest.mark.parametrize(("form", "begins"), [("html", b"<!DOCTYPE html>"), ("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf")])
def test_reports_to_files(answers: Path, tmp_path: Path, form: str, begins: bytes) -> None:
    out = tmp_path / f"class.{form}"
    (answers / "هدى.json").unlink()
    result = run("--score", str(answers), "--format", form, "--output", str(out))
    assert (result.exit_code, result.output) == (0, "")
    assert out.read_bytes().startswith(begins)


@pytest.mark.parametrize("which", ["sheet", "key"])
def test_on_paper(which: str) -> None:
    result = run("crane", "--print", which, "--lang", "en")
    assert result.exit_code == 0
    assert result.stdout.startswith("<!DOCTYPE html>")


def test_what_cannot_be_answered_is_one_line(answers: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    calls = [
        ("--score", str(tmp_path / "none.json")), ("--score", str(empty)), ("--score", str(broken)),
        ("--score", str(answers), "--key", "nothing"), ("--score", str(answers), "--format", "html"),
        ("--score", str(answers), "--format", "xlsx"), ("crane", "--score", str(answers)), ("--print", "key"),
        ("nothing", "--print", "key"), ("crane", "--print", "key", "--output", str(tmp_path)),
    ]  # fmt: skip
    for call in calls:
        result = run(*call)
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1), call
        assert result.stderr.startswith("workbench: "), call


def test_a_refused_file_does_not_stop_the_rest(answers: Path) -> None:
    (answers / "broken.json").write_text("{", encoding="utf-8")
    result = run("--score", str(answers), "--format", "json")
    assert result.exit_code == 2
    told = json.loads(result.stdout)
    assert [row["file"] for row in told["refused"]] == ["broken.json"]
    assert sum(len(one["papers"]) for one in told["exercises"]) == 3
