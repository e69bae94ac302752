"""A writer that is killed at random moments, over and over; run as a program: ``python -m tests.store.killing FILE N``.

Everything is imported once and the writer forked, so that a round costs some hundredths of a second. The writer says
through a pipe what has been acknowledged; what it said must be in the file afterwards. Prints one JSON object.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from contextlib import closing
from pathlib import Path

from tests.gui.material import DRAFTS
from tests.store.material import NOW, VERSIONS, checked, new_project
from workbench.checks.values import Finding
from workbench.engine import CheckResult
from workbench.review.decisions import Decision
from workbench.store.connection import connect, whole
from workbench.store.opening import open_project
from workbench.store.project import Change, Project

MOST = 6  # acknowledged decisions after which a writer may still live
MOMENT = 0.004  # seconds more at most: two or three transactions


def write_for_ever(path: Path, first: int, pipe: int, result: CheckResult) -> None:
    """Open the project and write: decisions above all, now and then a whole check."""
    project = open_project(path)
    os.write(pipe, b"open\n")
    number = first
    while True:
        _write(project, number, result.findings[number % len(result.findings)])
        os.write(pipe, b"%d\n" % number)
        if number % 5 == 0:
            project.keep(1, Change(drafts=DRAFTS, result=result, versions=VERSIONS))
        number += 1


def _write(project: Project, number: int, finding: Finding) -> None:
    project.decide(1, Decision(finding.key, "confirmed", "", f"n{number}", "ريم", NOW), finding)


def kill_rounds(path: Path, rounds: int, seed: int) -> dict[str, object]:
    """Kill the writer ``rounds`` times and look the file over after each."""
    chance, result = random.Random(seed), checked()
    with new_project(path.parent, path.name) as project:
        project.add_comparison(Change(drafts=DRAFTS, result=result, versions=VERSIONS))
    acknowledged: list[int] = []
    lost: list[int] = []
    halves = broken = taken_over = amid = 0
    for _ in range(rounds):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            try:
                write_for_ever(path, len(acknowledged), writing, result)
            finally:
                os._exit(70)
        os.close(writing)
        with open(reading, "rb") as told:
            assert told.readline() == b"open\n"
            said = b"".join(told.readline() for _ in range(chance.randint(0, MOST)))
            time.sleep(chance.uniform(0, MOMENT))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            acknowledged += [int(line) for line in (said + told.read()).split(b"\n")[:-1]]
        amid += path.with_name(path.name + "-journal").exists()
        with open_project(path) as project:
            taken_over += project.crashed
            record = project.record()
        notes = [decision.note for decision in record.history]
        lost = [number for number in acknowledged if f"n{number}" not in notes]
        # One more than acknowledged may be there: written, and killed before it was said.
        halves += len(notes) - len(acknowledged) not in (0, 1)
        if len(notes) > len(acknowledged):
            acknowledged.append(int(notes[-1][1:]))
        with closing(connect(path, read_only=True)) as connection:
            broken += whole(connection) is not None
        broken += record.result != result
    return {
        "rounds": rounds, "acknowledged": len(acknowledged), "lost": len(lost), "halves": halves, "broken": broken,
        "taken_over": taken_over, "amid": amid,
    }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(kill_rounds(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
