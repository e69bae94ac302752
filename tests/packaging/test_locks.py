"""The locks: complete for every supported system, hashed, and without what the program must never fetch."""

from __future__ import annotations

import importlib.metadata
import re
import runpy
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
LOCKS = ("requirements.txt", "requirements-test.txt")
NEVER = {"torch", "transformers", "scikit-learn", "pandas", "scipy", "numpy"}
SYSTEMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "darwin": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    "win32": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}
ENVIRONMENTS = [
    {**system, "python_version": version, "python_full_version": f"{version}.0", "implementation_name": "cpython",
     "platform_python_implementation": "CPython", "extra": ""}
    for version in ("3.11", "3.12", "3.13") for system in SYSTEMS.values()
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pin:
    """One entry of a lock."""

    requirement: Requirement
    hashes: int

    @property
    def name(self) -> str:
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> Version:
        (specifier,) = self.requirement.specifier
        assert specifier.operator == "=="
        return Version(specifier.version)


def read_lock(name: str) -> list[Pin]:
    text = (PACKAGING / name).read_text(encoding="utf-8").replace("\\\n", " ")
    entries = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [Pin(Requirement(re.split(r"\s--hash", line)[0]), line.count("--hash=sha256:")) for line in entries]


def pins_for(name: str, environment: dict[str, str]) -> dict[str, Pin]:
    pins = [
        pin for pin in read_lock(name) if pin.requirement.marker is None or pin.requirement.marker.evaluate(environment)
    ]
    by_name = {pin.name: pin for pin in pins}
    assert len(by_name) == len(pins), "two versions for one system"
    return by_name


def project() -> dict[str, list[str]]:
    data = tomllib.loads((PACKAGING.parent / "pyproject.toml").read_text(encoding="utf-8"))
    run = data["project"]["dependencies"] + data["build-system"]["requires"]
    return {"requirements.txt": run, "requirements-test.txt": run + data["dependency-groups"]["test"]}


def unmet(wanted: list[str], pins: dict[str, Pin], environment: dict[str, str]) -> list[str]:
    """Those of ``wanted`` that no pin meets."""
    missing = []
    for line in wanted:
        requirement = Requirement(line)
        if requirement.marker is not None and not requirement.marker.evaluate(environment):
            continue
        pin = pins.get(canonicalize_name(requirement.name))
        if pin is None or not requirement.specifier.contains(pin.version):
            missing.append(line)
    return missing


@pytest.mark.parametrize("name", LOCKS)
def test_every_entry_is_hashed(name: str) -> None:
    assert [str(pin.requirement) for pin in read_lock(name) if not pin.hashes] == []


@pytest.mark.parametrize("name", LOCKS)
def test_nothing_heavy_is_locked(name: str) -> None:
    assert {pin.name for pin in read_lock(name)} & NEVER == set()


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_says_nothing_of_where_to_download(name: str) -> None:
    lines = (PACKAGING / name).read_text(encoding="utf-8").splitlines()
    assert [
        line for line in lines if "://" in line or re.match(r"-(?!-hash)", line.strip().removeprefix("--hash"))
    ] == []


@pytest.mark.parametrize("name", LOCKS)
@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=lambda e: f"{e['python_version']}-{e['sys_platform']}")
def test_what_the_project_declares_is_locked(name: str, environment: dict[str, str]) -> None:
    assert unmet(project()[name], pins_for(name, environment), environment) == []


@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=lambda e: f"{e['python_version']}-{e['sys_platform']}")
def test_the_tests_run_on_the_programs_own_versions(environment: dict[str, str]) -> None:
    run = {name: pin.version for name, pin in pins_for("requirements.txt", environment).items()}
    test = {name: pin.version for name, pin in pins_for("requirements-test.txt", environment).items()}
    assert run.items() <= test.items()


@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=lambda e: f"{e['python_version']}-{e['sys_platform']}")
def test_pyside_is_one_that_lives_on_this_python(environment: dict[str, str]) -> None:
    version = pins_for("requirements.txt", environment)["pyside6-essentials"].version
    assert environment["python_version"] != "3.11" or version < Version("6.12")


def test_what_is_installed_here_needs_nothing_that_the_lock_lacks() -> None:
    """The lock is installed without resolving, so a dependency it forgot would be missed at run time only."""
    left_out = set(runpy.run_path(str(PACKAGING / "lock.py"))["LEFT_OUT"])
    environment = {"extra": ""}
    pins = {
        pin.name: pin
        for pin in read_lock("requirements-test.txt")
        if pin.requirement.marker is None or pin.requirement.marker.evaluate(environment)
    }
    faults = []
    for name in pins:
        wanted = [
            line
            for line in importlib.metadata.requires(name) or []
            if canonicalize_name(Requirement(line).name) not in left_out
        ]
        faults += [f"{name} needs {line}" for line in unmet(wanted, pins, environment)]
    assert faults == []
