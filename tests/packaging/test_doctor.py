"""The doctor's report: every line in both languages, every fault with the words that mend it."""

from __future__ import annotations

import os
import re
import sys
import tomllib
from pathlib import Path

import pytest

from workbench import doctor
from workbench.doctor import LIBRARIES, ReportLine, examine, is_before, own_folder_line, python_line, qt_line
from workbench.qt_libraries import QT_LIBRARIES, missing_libraries, packages_of

PROJECT = Path(__file__).resolve().parents[2]
ARABIC = re.compile("[\u0621-\u064a]")


def check_line(line: ReportLine) -> None:
    for words in (line.name, line.detail, line.remedy):
        if words is not None:
            assert words.en
            assert not ARABIC.search(words.en)
            assert words.ar
    assert ARABIC.search(line.name.ar)
    assert (line.state == "ok") is (line.remedy is None)


def test_this_machine_has_all_it_needs() -> None:
    lines = examine()
    assert [line for line in lines if line.state == "missing"] == []
    for line in lines:
        check_line(line)


def test_looking_imports_nothing_heavy() -> None:
    import subprocess

    heavy = "{'PySide6', 'camel_tools', 'sqlite_utils', 'torch', 'pandas'}"
    program = (
        "import sys; from workbench.doctor import examine; examine();"
        f"print(sorted({heavy} & {{name.partition('.')[0] for name in sys.modules}}))"
    )
    finished = subprocess.run([sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert finished.stdout.strip() == "[]", finished.stderr


def test_every_declared_library_is_looked_for() -> None:
    declared = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {re.split(r"[<>=;\s]", line)[0].lower() for line in declared} - {"pyside6-essentials"}
    assert names == {name for name, _ in LIBRARIES}


@pytest.mark.parametrize(
    ("version", "state"),
    [((3, 10, 9), "missing"), ((3, 11, 0), "ok"), ((3, 13, 7), "ok"), ((3, 14, 0), "missing")],
)
def test_python(version: tuple[int, int, int], state: str) -> None:
    line = python_line(version)
    check_line(line)
    assert line.state == state


@pytest.mark.parametrize(
    ("display", "lacking", "state"),
    [(True, 0, "ok"), (False, 0, "ok"), (True, 2, "missing"), (False, 2, "optional")],
)
def test_the_window(display: bool, lacking: int, state: str) -> None:
    missing = QT_LIBRARIES[:lacking]
    line = qt_line("6.11.3", (3, 11), display, missing)
    check_line(line)
    assert line.state == state
    for library in missing:
        assert library.file in line.detail.en
        assert line.remedy is not None
        assert library.package in line.remedy.ar


@pytest.mark.parametrize(
    ("version", "python", "state"),
    [("6.12.0", (3, 11), "missing"), ("6.11.3", (3, 11), "ok"), ("6.12.0", (3, 12), "ok"), ("?", (3, 11), "ok")],
)
def test_a_pyside_that_aborts_is_reported(version: str, python: tuple[int, int], state: str) -> None:
    line = qt_line(version, python, True, ())
    check_line(line)
    assert line.state == state
    assert line.remedy is None or "<6.12" in line.remedy.en


@pytest.mark.parametrize(
    ("version", "before"), [("6.11.3", True), ("6.12.0", False), ("6.12", False), ("7.0", False), ("?", True)]
)
def test_versions_are_compared_by_number(version: str, before: bool) -> None:
    assert is_before(version, (6, 12)) is before


def test_absent_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LIBRARIES", (*LIBRARIES, ("not-there", "surely_not_there")))
    line = doctor.library_line()
    check_line(line)
    assert line.state == "missing"
    assert "not-there" in line.detail.ar


def test_a_faulty_table_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    monkeypatch.setattr(doctor, "resource_folder", lambda: tmp_path)
    line = doctor.data_line()
    check_line(line)
    assert line.state == "missing"
    assert str(tmp_path) in line.detail.en


def test_missing_fonts_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(doctor, "resource_folder", lambda: tmp_path)
    line = doctor.font_line()
    check_line(line)
    assert line.state == "missing"
    assert "Amiri-Bold.ttf" in line.detail.ar


def test_a_folder_of_ones_own(tmp_path: Path) -> None:
    assert own_folder_line(tmp_path / "new" / "folder").state == "ok"
    assert not (tmp_path / "new").exists(), "looking must not make it"
    (tmp_path / "file").write_text("in the way")
    line = own_folder_line(tmp_path / "file" / "folder")
    check_line(line)
    assert line.state == "missing"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves Qt's libraries to the system")
def test_a_library_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench import qt_libraries
    from workbench.qt_libraries import SystemLibrary

    there, absent = SystemLibrary("libc.so.6", "libc6", "drawing"), SystemLibrary("libnot.so.9", "libnot9", "drawing")
    window = SystemLibrary("libneither.so.1", "libnot9", "window")
    monkeypatch.setattr(qt_libraries, "QT_LIBRARIES", (there, absent, window))
    assert missing_libraries(window=False) == (absent,)
    assert missing_libraries(window=True) == (absent, window)
    assert packages_of(missing_libraries(window=True)) == ("libnot9",)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always one")
@pytest.mark.parametrize(
    ("variables", "shown"),
    [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True), ({"DISPLAY": ""}, False)],
)
def test_a_display(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], shown: bool) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert doctor.has_display() is shown
    assert os.environ.get("DISPLAY", "") == variables.get("DISPLAY", "")


def test_the_full_morphology_is_seen_where_a_person_put_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    line = doctor.morphology_line()
    check_line(line)
    assert line.state == "optional"
    assert line.remedy is not None
    assert "camel_data" in line.remedy.en
    database = tmp_path / "data" / "morphology_db" / "calima-msa-r13" / "morphology.db"
    database.parent.mkdir(parents=True)
    database.write_text("")
    assert doctor.morphology_line().state == "ok"
