"""What no file of the project says: where packages are downloaded from, and where one machine keeps its folders."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.architecture.imports import PROJECT

# Put together here, so that this file does not say them either.
HOSTS = (
    "pypi" + ".org",
    "python" + "hosted.org",
    "registry." + "npmjs",
    "npmjs" + ".com",
    "deb." + "debian.org",
    "files." + "pythonhosted",
)
SETTINGS = ("--index" + "-url", "--extra-index" + "-url", "--find" + "-links")
# A folder of one machine at the start of a path: not `../shared`, not `https://…/work`, not `folder/work`.
MACHINE_PATH = re.compile(r"(?<![\w./~*})-])/(?:" + "|".join(("work", "root", "opt")) + r")/\w")
MADE_BY_TOOLS = {".git", ".venv", "__pycache__", "build", "dist", ".pytest_cache", ".mypy_cache", ".ruff_cache"}


def project_files() -> list[Path]:
    """What is committed or would be, or, where git does not know, every file that no tool made."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT, capture_output=True, check=False,
    )  # fmt: skip
    if listed.returncode == 0 and listed.stdout:
        names = listed.stdout.decode().rstrip("\0").split("\0")
        return [PROJECT / name for name in names if (PROJECT / name).is_file()]
    return [
        path
        for path in PROJECT.rglob("*")
        if path.is_file() and not MADE_BY_TOOLS & set(path.relative_to(PROJECT).parts)
    ]


def faults_of(text: str) -> list[str]:
    """The forbidden words in ``text`` with their lines."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        words = [word for word in (*HOSTS, *SETTINGS) if word in line]
        words += [match.group() for match in MACHINE_PATH.finditer(line)]
        found += [f"{number}: {word}" for word in words]
    return found


def test_no_file_names_a_registry_or_a_machine() -> None:
    faults = []
    for path in project_files():
        data = path.read_bytes()
        if b"\0" in data[:4096]:
            continue
        text = data.decode("utf-8", errors="replace")
        faults += [f"{path.relative_to(PROJECT)}:{fault}" for fault in faults_of(text)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("see https://" + "pypi" + ".org/project/x", False),
        ("--extra-index" + "-url x", False),
        ('open("/' + 'work/main/x")', False),
        ("in /" + "root/x", False),
        ("../shared/gold and ../work/x", True),
        ("https://example.org/work/page", True),
        ("packages from PyPI", True),
    ],
)
def test_the_rule_itself(text: str, good: bool) -> None:
    assert (faults_of(text) == []) is good
