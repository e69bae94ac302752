"""packaging/dev.py: installs once, again when a lock changes, and says in words what it cannot do."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A fresh copy of the script, working in a folder of its own and noting what it would run in ``commands``."""
    spec = importlib.util.spec_from_file_location("dev", PROJECT / "packaging" / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    checkout = tmp_path / "checkout"
    (checkout / "packaging").mkdir(parents=True)
    for name in (*module.LOCKS.values(), "../pyproject.toml"):
        (checkout / "packaging" / name).write_text(f"# {name}\n")
    module.PROJECT, module.VENV = checkout, checkout / ".venv"  # type: ignore[attr-defined]
    module.commands, module.statuses = [], {}  # type: ignore[attr-defined]

    def run(command: list[object]) -> int:
        words = [str(part) for part in command]
        module.commands.append(words)
        if "venv" in words:
            python = module.venv_python()
            python.parent.mkdir(parents=True, exist_ok=True)
            python.touch()
        return next((status for word, status in module.statuses.items() if word in words), 0)

    monkeypatch.setattr(module, "run", run)
    monkeypatch.setattr(module, "environment_works", lambda: module.venv_python().exists())
    monkeypatch.setattr(module, "provide_qt_libraries", lambda window: True)
    return module


def installs(dev: ModuleType) -> list[str]:
    """The locks installed so far, in order."""
    return [Path(words[-1]).name for words in dev.commands if "--requirement" in words]


def test_a_bare_checkout_is_set_up_once(dev: ModuleType) -> None:
    dev.install("run")
    assert installs(dev) == ["requirements.txt"]
    assert [words for words in dev.commands if "--editable" in words]
    before = list(dev.commands)
    dev.install("run")
    assert dev.commands == before


def test_packages_are_hashed_and_nothing_is_resolved(dev: ModuleType) -> None:
    dev.install("test")
    (locked,) = [words for words in dev.commands if "--requirement" in words]
    assert {"--require-hashes", "--no-deps", "--only-binary"} <= set(locked)
    (own,) = [words for words in dev.commands if "--editable" in words]
    assert {"--no-deps", "--no-index", "--no-build-isolation"} <= set(own)


def test_the_tests_environment_runs_the_program_too(dev: ModuleType) -> None:
    dev.install("test")
    dev.install("run")
    assert installs(dev) == ["requirements-test.txt"]


def test_what_runs_the_program_is_not_enough_for_the_tests(dev: ModuleType) -> None:
    dev.install("run")
    dev.install("test")
    assert installs(dev) == ["requirements.txt", "requirements-test.txt"]


@pytest.mark.parametrize("name", ["packaging/requirements.txt", "pyproject.toml"])
def test_a_changed_lock_is_installed_again(dev: ModuleType, name: str) -> None:
    dev.install("run")
    (dev.PROJECT / name).write_text("# newer\n")
    dev.install("run")
    assert installs(dev) == ["requirements.txt"] * 2


def test_an_install_that_failed_is_tried_again(dev: ModuleType) -> None:
    dev.statuses["--requirement"] = 1
    with pytest.raises(dev.SetupError, match="network"):
        dev.install("run")
    dev.statuses.clear()
    dev.install("run")
    assert installs(dev) == ["requirements.txt"] * 2


def test_an_environment_that_does_not_start_is_made_anew(dev: ModuleType) -> None:
    dev.install("run")
    dev.venv_python().unlink()
    dev.install("run")
    assert len([words for words in dev.commands if "venv" in words]) == 2


@pytest.mark.parametrize(("status", "expected"), [(0, 0), (1, 0), (2, 2)])
def test_findings_are_no_failure_of_run(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, status: int, expected: int
) -> None:
    monkeypatch.setattr(dev, "has_display", lambda: False)
    dev.statuses["check"] = status
    assert dev.run_program([]) == expected
    assert [Path(word).name for word in dev.commands[-1][-2:]] == ["sample-a.txt", "sample-b.txt"]


def test_run_takes_articles_of_ones_own(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "has_display", lambda: False)
    dev.run_program(["mine.txt"])
    assert dev.commands[-1][-2:] == ["check", "mine.txt"]


def test_the_window_opens_where_there_is_a_display(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "has_display", lambda: True)
    monkeypatch.setattr(dev, "window_exists", lambda workbench: True)
    dev.run_program(["a.txt", "b.txt"])
    assert dev.commands[-1][-3:] == ["open", "a.txt", "b.txt"]


def test_without_qts_libraries_the_findings_are_printed(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "has_display", lambda: True)
    monkeypatch.setattr(dev, "window_exists", lambda workbench: True)
    monkeypatch.setattr(dev, "provide_qt_libraries", lambda window: False)
    dev.run_program(["a.txt"])
    assert dev.commands[-1][-2:] == ["check", "a.txt"]


def test_all_three_tools_run_and_the_first_fault_counts(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.chdir", lambda folder: None)
    dev.statuses["mypy"] = 3
    assert dev.run_tests(["-x"]) == 3
    tools = [words[2] for words in dev.commands if words[1] == "-m"]
    assert tools[-3:] == ["ruff", "mypy", "pytest"]
    assert dev.commands[-1][-1] == "-x"


def test_where_nothing_may_be_installed_the_command_is_said(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "apt_prefix", lambda: None)
    with pytest.raises(dev.SetupError, match="sudo apt-get install --no-install-recommends libegl1 libgl1"):
        dev.install_packages(("libegl1", "libgl1"), "Qt")
    assert dev.commands == []


@pytest.mark.parametrize("status", [0, 100])
def test_where_it_may_apt_installs_without_asking(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    called: list[list[str]] = []

    def apt(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        called.append(command)
        assert options["stdin"] == subprocess.DEVNULL
        return subprocess.CompletedProcess(command, status, stdout="what apt said")

    monkeypatch.setattr(dev, "apt_prefix", lambda: ["sudo", "-n"])
    monkeypatch.setattr(subprocess, "run", apt)
    if status:
        with pytest.raises(dev.SetupError, match="could not be installed; try: apt-get install"):
            dev.install_packages(("libegl1",), "Qt")
    else:
        dev.install_packages(("libegl1",), "Qt")
    assert [words[:3] for words in called] == [["sudo", "-n", "apt-get"]] * 2
    assert {"--yes", "libegl1"} <= set(called[-1])


def test_an_unsupported_python_is_told_so(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "SUPPORTED", ())
    monkeypatch.setattr(sys, "argv", ["dev.py", "run"])
    assert dev.main() == 2
    assert "needs Python 3.11" in capsys.readouterr().err
