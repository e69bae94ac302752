"""Names that a report may have, and files that are whole or not there."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.architecture.imports import PROJECT
from workbench.report.values import ReportError
from workbench.report.writing import report_path, write_whole

BAD = {
    "NUL": "report\0.html",
    "line end": "report\n.html",
    "climbing to a folder": "..",
    "climbing where no folder is": "folder/../../report.html",
    "device": "con.html",
    "device in capitals": "NUL",
    "device with two endings": "lpt1.report.pdf",
    "device as a folder": "aux/report.html",
    "device with a space": "com1 .html",
    "empty": "",
    "white space": "  ",
    "folder": ".",
    "ends in a slash": "reports/",
    "ends in a dot": "report.",
    "ends in a space": "report ",
    "too long": "ت" * 200 + ".html",
    "no such folder": "nowhere/report.html",
    "lone surrogate": "report\ud800\ud801.html",
}
GOOD = ["report.html", "تقرير التحقق.pdf", "a..b.html", "console.html", "com10.html", "..hidden"]


@pytest.mark.parametrize("name", BAD.values(), ids=BAD)
def test_unusable_names_get_one_sentence(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReportError) as caught:
        write_whole(report_path(name), b"x")
    assert str(caught.value) == caught.value.why.en != caught.value.why.ar
    assert "\n" not in str(caught.value)
    assert "\0" not in str(caught.value)
    str(caught.value).encode("utf-8", "backslashreplace")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", GOOD)
def test_usable_names_are_left_alone(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_whole(report_path(name), b"x")
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes() == b"x"


def test_the_folder_above_is_named_as_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "desk" / "night").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "desk")
    for number, name in enumerate(
        ("../x0.html", "night/../../x1.html", "night/../x2.html", str(tmp_path / "desk/../x3.html"))
    ):
        write_whole(report_path(name), b"x")
        assert [path.name for path in tmp_path.rglob("x*.html")] == [f"x{number}.html"]
        next(tmp_path.rglob("x*.html")).unlink()


@pytest.mark.skipif(sys.platform == "win32", reason="there a backslash is a separator")
@pytest.mark.parametrize("name", ["..\\report.html", "folder/..\\..\\report.html", "a\\..\\..\\report.html"])
def test_a_name_that_climbs_on_windows_only_is_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReportError, match="on Windows") as caught:
        report_path(name)
    assert "ويندوز" in caught.value.why.ar


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_report(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.html"
    target.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(ReportError, match="No space left on device"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="cannot be written"):
        write_whole(tmp_path / "gone" / "report.html", b"new")


@pytest.mark.skipif(sys.platform == "win32", reason="the signal is POSIX's")
def test_a_kill_while_writing_leaves_a_whole_report(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    write_whole(target, b"a" * 400_000)
    moments = random.Random(6)
    for _ in range(12):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.report.replacing", str(target)], cwd=PROJECT, stdout=subprocess.PIPE
        ) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(moments.uniform(0.001, 0.03))
            writer.kill()
        data = target.read_bytes()
        assert len(data) == 400_000
        assert len(set(data)) == 1
