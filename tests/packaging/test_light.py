"""What ``check`` and ``extract`` must not cost: heavy imports, the network, memory."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SAMPLES = PROJECT / "resources" / "samples"
HEAVY = {"torch", "transformers", "pandas", "sklearn", "scipy", "PySide6", "shiboken6", "sqlite_utils", "dateparser"}
MEGABYTES = 150

RUNNER = """
import json, pathlib, sys

calls = []
def listen(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.bind"):
        calls.append(event)
sys.addaudithook(listen)

from workbench.cli import main
try:
    main(sys.argv[2:])
except SystemExit as ended:
    status = ended.code

status_file = pathlib.Path("/proc/self/status")
if status_file.exists():
    # ru_maxrss of a child would count what its parent held when it was started
    line = next(line for line in status_file.read_text().splitlines() if line.startswith("VmHWM"))
    peak = int(line.split()[1]) / 1024
else:
    try:
        import resource
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    except ImportError:
        peak = None
roots = sorted({name.partition(".")[0] for name in sys.modules})
report = {"status": status or 0, "modules": roots, "network": calls, "peak": peak}
pathlib.Path(sys.argv[1]).write_text(json.dumps(report))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """How one call of the program went; ``peak`` in MB, None where the system does not tell."""

    status: int
    modules: frozenset[str]
    network: tuple[str, ...]
    peak: float | None
    errors: str


@pytest.fixture(
    scope="module",
    params=[
        ["extract", "sample-a.txt", "--format", "json"],
        ["check", "sample-a.txt", "sample-b.txt", "--format", "json"],
        ["check", "sample-a.txt", "sample-b.txt", "--format", "text"],
    ],
    ids=" ".join,
)
def run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Run:
    report = tmp_path_factory.mktemp("run") / "report.json"
    arguments = [str(SAMPLES / word) if word.endswith(".txt") else word for word in request.param]
    finished = subprocess.run(
        [sys.executable, "-c", RUNNER, str(report), *arguments],
        cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert report.exists(), finished.stderr
    told = json.loads(report.read_text())
    return Run(told["status"], frozenset(told["modules"]), tuple(told["network"]), told["peak"], finished.stderr)


def test_it_ran(run: Run) -> None:
    assert run.status in {0, 1}, run.errors


def test_nothing_heavy_is_imported(run: Run) -> None:
    assert not run.modules & HEAVY


def test_the_network_is_left_alone(run: Run) -> None:
    assert run.network == ()


def test_memory_stays_small(run: Run) -> None:
    if run.peak is None:
        pytest.skip("this system does not tell a process's peak memory")
    assert run.peak < MEGABYTES
