"""The data folder is found wherever the program runs from: a checkout, an installed wheel, a frozen build."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.packaging.wheels import PROJECT, build_wheel, install_wheel, run_python
from workbench.resources import ResourcesMissingError, resource_folder, user_folder

WHERE = """
import json
import workbench
from workbench.knowledge.base import load_knowledge
from workbench.resources import resource_folder
folder = resource_folder()
load_knowledge(folder)
print(json.dumps({"package": workbench.__file__, "folder": str(folder)}))
"""


def files_below(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install_wheel(wheel, tmp_path_factory.mktemp("installed") / "environment")


def test_the_wheel_holds_the_program_and_its_data_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
        licences = {Path(name).name for name in archive.namelist() if "/licenses/" in name}
    expected = {f"workbench/{name}" for name in files_below(PROJECT / "workbench")}
    expected |= {f"workbench/_resources/{name}" for name in files_below(PROJECT / "resources")}
    assert held == expected
    assert licences == {"LICENSE", "Amiri-OFL.txt", "IBMPlexSansArabic-OFL.txt"}


def test_the_wheel_finds_its_own_data(installed: Path, tmp_path: Path) -> None:
    finished = run_python(installed, ["-c", WHERE], tmp_path)
    assert finished.returncode == 0, finished.stderr
    where = json.loads(finished.stdout)
    environment = installed.parent.parent.resolve()
    assert Path(where["package"]).resolve().is_relative_to(environment)
    assert Path(where["folder"]).resolve().is_relative_to(environment)


def test_the_wheel_runs_as_a_module_and_as_a_command(installed: Path, tmp_path: Path) -> None:
    as_module = run_python(installed, ["-m", "workbench", "--help"], tmp_path)
    assert as_module.returncode == 0, as_module.stderr
    command = installed.with_name("workbench" + installed.suffix)
    as_command = run_python(command, ["--help"], tmp_path)
    assert as_command.returncode == 0, as_command.stderr
    for output in (as_module.stdout, as_command.stdout):
        assert "check" in output
        assert "extract" in output


def test_the_wheel_reads_an_article_as_the_checkout_does(installed: Path, tmp_path: Path) -> None:
    import sys

    shutil.copy(PROJECT / "resources" / "samples" / "sample-a.txt", tmp_path / "a.txt")
    arguments = ["-m", "workbench", "extract", "a.txt", "--format", "json"]
    from_wheel = run_python(installed, arguments, tmp_path)
    assert from_wheel.returncode == 0, from_wheel.stderr
    here = f"import sys; sys.path.insert(0, {str(PROJECT)!r}); from workbench.cli import main; main({arguments[2:]!r})"
    from_checkout = run_python(sys.executable, ["-c", here], tmp_path)
    assert from_wheel.stdout == from_checkout.stdout
    assert json.loads(from_wheel.stdout)["mentions"]


def test_a_checkout_finds_its_data_beside_the_package() -> None:
    assert resource_folder() == PROJECT / "resources"


def test_a_frozen_build_finds_its_data_where_it_was_unpacked(tmp_path: Path) -> None:
    unpacked = tmp_path / "unpacked"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "workbench", unpacked / "modules" / "workbench", ignore=ignored)
    shutil.copytree(PROJECT / "resources", unpacked / "resources")
    frozen = (
        f"import sys; sys._MEIPASS = {str(unpacked)!r}; sys.frozen = True\n"
        f"sys.path.insert(0, {str(unpacked / 'modules')!r})\n"
    )
    import sys

    finished = run_python(sys.executable, ["-c", frozen + WHERE], tmp_path)
    assert finished.returncode == 0, finished.stderr
    assert Path(json.loads(finished.stdout)["folder"]) == unpacked / "resources"


def test_a_broken_installation_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("workbench.resources.__file__", str(tmp_path / "workbench" / "resources.py"))
    with pytest.raises(ResourcesMissingError, match="install the program again"):
        resource_folder()


def test_a_persons_own_folder_is_not_the_programs() -> None:
    assert user_folder().is_absolute()
    assert not user_folder().is_relative_to(PROJECT / "resources")
