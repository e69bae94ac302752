"""Writes the locks beside it from pyproject.toml: ``python packaging/lock.py [--upgrade]``. Needs the network.

A lock names every package of one purpose with its version and the hashes of all its files, for Python 3.11 to 3.13 on
Linux, macOS and Windows; it is installed with ``--no-deps --require-hashes``. It names no place to download from: that
is pip's own setting. The resolver is uv, from the PATH or fetched into a temporary environment.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
PROJECT = FOLDER.parent

# What camel-tools declares and the program does not need, with the marker of where it is installed all the same.
# All but the last two serve its taggers and disambiguators over neural models, which are not used here.
NOWHERE = "python_version < '3'"
LEFT_OUT = {
    "torch": NOWHERE,  # with its CUDA libraries some 3 GB
    "transformers": NOWHERE,
    "scikit-learn": NOWHERE,
    "pandas": NOWHERE,
    "scipy": NOWHERE,
    "numpy": NOWHERE,
    "camel-kenlm": NOWHERE,
    "docopt": NOWHERE,  # published as source only, which a bare machine cannot be trusted to build; see INSTEAD
    "editdistance": "python_version < '3.13'",  # no wheels from 3.13 on; only camel_tools.disambig.mle imports it
}
# The same module, published as a wheel; `camel_data`, which fetches the full morphology, reads its arguments with it.
INSTEAD = ("docopt-ng>=0.9",)


def read_dependencies() -> tuple[list[str], list[str]]:
    """What the program needs to be installed and run, and what its tests need besides."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    # The build back end is locked too, so that installing the project itself fetches nothing.
    run = [*project["project"]["dependencies"], *project["build-system"]["requires"], *INSTEAD]
    return run, list(project["dependency-groups"]["test"])


def find_uv(temporary: Path) -> str:
    """uv's program, installed into ``temporary`` where the PATH has none."""
    found = shutil.which("uv")
    if found:
        return found
    venv.create(temporary, with_pip=True)
    programs = temporary / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "--quiet", "install", "uv"], check=True)
    return str(programs / "uv")


def compile_lock(uv: str, requirements: list[str], target: Path, temporary: Path, options: list[str]) -> None:
    """Resolve ``requirements`` for all supported systems into ``target``."""
    overrides = temporary / "overrides.txt"
    overrides.write_text("".join(f"{name} ; {marker}\n" for name, marker in LEFT_OUT.items()), encoding="utf-8")
    wanted = temporary / "wanted.txt"
    wanted.write_text("".join(f"{line}\n" for line in requirements), encoding="utf-8")
    # The resolver's own settings on this machine (other indexes, folders of wheels) have no say in the lock.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("UV_", "PIP_"))}
    subprocess.run(
        [
            uv, "pip", "compile", str(wanted), "--output-file", str(target), "--quiet", "--no-config",
            "--universal", "--python-version", "3.11", "--generate-hashes", "--only-binary", ":all:",
            "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--override", str(overrides),
            "--custom-compile-command", "python packaging/lock.py", *options,
        ],
        check=True, env=environment,
    )  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that pyproject.toml allows")
    options = ["--upgrade"] if parser.parse_args().upgrade else []
    run, test = read_dependencies()
    lock, test_lock = FOLDER / "requirements.txt", FOLDER / "requirements-test.txt"
    with tempfile.TemporaryDirectory() as name:
        temporary = Path(name)
        uv = find_uv(temporary / "environment")
        compile_lock(uv, run, lock, temporary, options)
        # The tests' lock holds the program's as well, at the same versions, so that one install is enough.
        compile_lock(uv, [*run, *test], test_lock, temporary, [*options, "--constraint", str(lock)])
    for path in (lock, test_lock):
        print(f"{path.relative_to(PROJECT)}: {path.read_text(encoding='utf-8').count('==')} packages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
