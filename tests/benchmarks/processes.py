"""Whole processes, as a shell sees them: time from call to end, and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.articles import long_article, shared_file
from tests.benchmarks.measuring import PROJECT, Measurement, alternating, run_process

FOUND_SOMETHING = 1  # the status of a check with findings


def check_beside_an_import() -> Iterator[Measurement]:
    """Checking the user's two documents against nothing but importing camel-tools' analyzer."""
    pair = [shared_file("gold", f"kirkuk-{side}.txt") for side in "ab"]
    check = [sys.executable, "-m", "workbench", "check", *pair, "--format", "json"]
    bare = [sys.executable, "-c", "import camel_tools.morphology.analyzer"]
    with tempfile.TemporaryDirectory() as folder:
        # With its catalogue in place the import asks the network for nothing.
        (Path(folder) / "catalogue.json").write_text('{"version":"1.6.0","packages":{},"components":{}}')
        environment = {**os.environ, "CAMELTOOLS_DATA": folder}
        run_process(check, most=FOUND_SOMETHING)  # compiles what was not compiled yet
        run_process(bare, environment)
        ours, theirs = alternating(
            lambda: run_process(check, most=FOUND_SOMETHING), lambda: run_process(bare, environment), rounds=7
        )
    detail = f"check {ours * 1000:.0f} ms, the import {theirs * 1000:.0f} ms"
    yield Measurement("check beside an import", ours / theirs, 2.0, "times", detail)


def memory() -> Iterator[Measurement]:
    """The most memory a check of the user's documents holds, and a long article's reading."""
    pair = [str(shared_file("gold", f"kirkuk-{side}.txt")) for side in "ab"]
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "long.txt"
        article.write_text(long_article(16000), encoding="utf-8")
        for name, arguments in (
            ("memory of check", ["check", *pair, "--format", "json"]),
            ("memory of extract, 16,000 words", ["extract", str(article)]),
        ):
            yield Measurement(name, peak_megabytes(arguments), 150.0, "MB", "")


def peak_megabytes(arguments: list[str]) -> float:
    """The peak resident memory of one call of the program (Linux)."""
    program = (
        "import sys\n"
        "from workbench.cli import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit:\n    pass\n"
        "lines = open('/proc/self/status').read().splitlines()\n"
        "print(next(line for line in lines if line.startswith('VmHWM')), file=sys.stderr)\n"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=PROJECT, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    line = next((line for line in finished.stderr.splitlines() if line.startswith("VmHWM")), None)
    if finished.returncode != 0 or line is None:
        raise RuntimeError(finished.stderr[-2000:])
    return int(line.split()[1]) / 1024
