"""One command to run or test a checkout: ``python3 packaging/dev.py run [A [B]]`` or ``test [pytest's arguments]``.

Makes ``.venv`` beside the project where it is missing or stale and installs the locked requirements into it (hashes
checked) and then the project itself. Standard library only, so that a bare machine with Python 3.11 to 3.13 is enough.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
VENV = PROJECT / ".venv"
SUPPORTED = ((3, 11), (3, 12), (3, 13))
LOCKS = {"run": "requirements.txt", "test": "requirements-test.txt"}  # the second holds the first
SAMPLES = ("sample-a.txt", "sample-b.txt")


class SetupError(RuntimeError):
    """The machine lacks something; the message says what, and the command that mends it."""


def say(message: str) -> None:
    print(f"dev: {message}", file=sys.stderr, flush=True)


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(command: list[str | Path]) -> int:
    """Run a command with our own output and nothing to read; its exit status."""
    return subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL).returncode


# --- the environment -------------------------------------------------------------------------------------------------


def other_python() -> str | None:
    """A supported Python beside this one, the newest first."""
    for major, minor in reversed(SUPPORTED):
        found = shutil.which(f"python{major}.{minor}")
        # A name on the PATH may be a version manager's, with no Python behind it.
        if found and subprocess.run([found, "-c", "import venv"], capture_output=True).returncode == 0:
            return found
    return None


def environment_works() -> bool:
    """Whether ``.venv`` is there, starts, has pip, and was made by this version of Python."""
    if not venv_python().exists():
        return False
    probe = f"import sys, pip; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    try:
        finished = subprocess.run([str(venv_python()), "-c", probe], stdin=subprocess.DEVNULL, capture_output=True)
    except OSError:
        return False
    return finished.returncode == 0


def make_environment() -> None:
    if environment_works():
        return
    if Path(sys.prefix).resolve() == VENV.resolve():
        raise SetupError("this environment is broken; run the same command with the system's own python3")
    say(f"making {VENV.name} with Python {sys.version.split()[0]}")
    if importlib.util.find_spec("ensurepip") is None:  # Debian packs it apart from Python
        install_packages((f"python{sys.version_info[0]}.{sys.version_info[1]}-venv",), "making an environment")
    if run([sys.executable, "-m", "venv", "--clear", VENV]) != 0:
        raise SetupError(f"the environment {VENV} cannot be made; on Debian or Ubuntu: apt-get install python3-venv")


def fingerprint(purpose: str) -> str:
    """What an environment is made from. While it stays the same nothing need be installed again."""
    digest = hashlib.sha256()
    for path in (PROJECT / "packaging" / LOCKS[purpose], PROJECT / "pyproject.toml"):
        digest.update(path.read_bytes())
    # An editable install points at the checkout's place, so that one that was moved is stale.
    digest.update(str(PROJECT).encode())
    return digest.hexdigest()


def stamp(purpose: str) -> Path:
    return VENV / f"installed-{purpose}.sha256"


def is_installed(purpose: str) -> bool:
    path = stamp(purpose)
    return path.exists() and path.read_text(encoding="ascii").strip() == fingerprint(purpose)


def install(purpose: str) -> None:
    """Bring ``.venv`` to what the lock of ``purpose`` says; nothing where it stands there already."""
    make_environment()
    if is_installed(purpose):
        return
    for kind in LOCKS:
        stamp(kind).unlink(missing_ok=True)
    pip: list[str | Path] = [venv_python(), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    pip += ["--quiet", "--progress-bar", "off", "--no-deps"]
    lock = PROJECT / "packaging" / LOCKS[purpose]
    say(f"installing {lock.relative_to(PROJECT)} (a few minutes the first time)")
    # The lock is complete, so nothing is resolved: a declared dependency that it leaves out stays out.
    if run([*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", lock]) != 0:
        raise SetupError("the locked packages cannot be installed; is the network there? Run the same command again")
    if run([*pip, "--no-index", "--no-build-isolation", "--editable", PROJECT]) != 0:
        raise SetupError("the project itself cannot be installed; see pip's message above")
    for kind in ("run", "test") if purpose == "test" else ("run",):
        stamp(kind).write_text(fingerprint(kind), encoding="ascii")


# --- the system's libraries ------------------------------------------------------------------------------------------


def apt_prefix() -> list[str] | None:
    """How apt-get can be called here without asking anybody, or None."""
    if sys.platform != "linux" or not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    # -n: never ask for a password
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def install_packages(packages: tuple[str, ...], purpose: str) -> None:
    """Install Debian packages. Raises SetupError with the command to type where that is not possible from here."""
    command = f"apt-get install --no-install-recommends {' '.join(packages)}"
    prefix = apt_prefix()
    if prefix is None:
        raise SetupError(f"{purpose} needs {', '.join(packages)}; on Debian or Ubuntu: sudo {command}")
    say(f"installing for {purpose}: {' '.join(packages)}")
    # A list of packages that could not be renewed may still be good enough; the install itself decides.
    for step in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        finished = subprocess.run(
            [*prefix, "apt-get", "--quiet", "--quiet", *step],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )  # fmt: skip
    if finished.returncode != 0:
        print(finished.stdout, file=sys.stderr, flush=True)
        raise SetupError(f"{purpose} needs {', '.join(packages)}, which could not be installed; try: {command}")


def provide_qt_libraries(window: bool) -> bool:
    """Whether Qt finds all it needs on this system, after installing what it lacked. Says what is missing."""
    sys.path.insert(0, str(PROJECT))
    from workbench.qt_libraries import missing_libraries, packages_of

    missing = missing_libraries(window)
    if not missing:
        return True
    say(f"Qt finds no {', '.join(library.file for library in missing)}")
    try:
        install_packages(packages_of(missing), "Qt")
    except SetupError as error:
        say(str(error))
        return False
    return not missing_libraries(window)


def has_display() -> bool:
    sys.path.insert(0, str(PROJECT))
    from workbench.qt_libraries import has_display

    return has_display()


# --- the two commands ------------------------------------------------------------------------------------------------


def run_program(files: list[str]) -> int:
    """The window on two articles, the sample pair unless others are named; the findings in words without a display."""
    install("run")
    articles = files or [str(PROJECT / "resources" / "samples" / name) for name in SAMPLES]
    workbench: list[str | Path] = [venv_python(), "-m", "workbench"]
    if has_display() and window_exists(workbench) and provide_qt_libraries(window=True):
        return run([*workbench, "open", *articles])
    status = run([*workbench, "check", *articles])
    return 0 if status == 1 else status  # 1 says that there are findings: what was asked for


def window_exists(workbench: list[str | Path]) -> bool:
    """Whether this version has the window already."""
    command = [str(part) for part in (*workbench, "open", "--help")]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True).returncode == 0


def run_tests(arguments: list[str]) -> int:
    """ruff, mypy, pytest, each whatever the others say; the first status that is not 0."""
    install("test")
    provide_qt_libraries(window=False)  # tests/conftest.py lets Qt draw without a display
    os.chdir(PROJECT)
    tools: dict[str, list[str]] = {"ruff": ["check", "."], "mypy": [], "pytest": arguments}
    statuses: dict[str, int] = {}
    for tool, options in tools.items():
        # pytest's summary stays the last line, so what the others found is recalled before it.
        faulty = [name for name, status in statuses.items() if status != 0]
        say(tool + (f" (after faults found by {' and '.join(faulty)}, above)" if faulty else ""))
        statuses[tool] = run([venv_python(), "-m", tool, *options])
    return next((status for status in statuses.values() if status != 0), 0)


def main() -> int:
    parser = argparse.ArgumentParser(description="Run or test a checkout; sets up .venv by itself.")
    commands = parser.add_subparsers(dest="command", required=True)
    runner = commands.add_parser("run", help="open two articles (the sample pair); without a display print findings")
    runner.add_argument("files", nargs="*", metavar="FILE", help="one or two articles of your own")
    commands.add_parser("test", help="ruff, mypy and pytest; further arguments go to pytest")
    options, rest = parser.parse_known_args()
    if rest and options.command == "run":
        parser.error(f"unknown: {' '.join(rest)}")
    if sys.version_info[:2] not in SUPPORTED:
        other = other_python()
        if other:
            return run([other, *sys.argv])
        say(f"needs Python 3.11, 3.12 or 3.13, and this is {sys.version.split()[0]}")
        return 2
    try:
        return run_program(options.files) if options.command == "run" else run_tests(rest)
    except SetupError as error:
        say(str(error))
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
