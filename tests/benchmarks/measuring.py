"""Measuring one thing against another in one run: clocks of two machines, or two days, are never compared."""

from __future__ import annotations

import gc
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SHARED = PROJECT.parent / "shared"


@dataclass(frozen=True, slots=True)
class Measurement:
    """``value`` against the most it may be. ``detail`` gives the figures behind it, for people."""

    name: str
    value: float
    limit: float
    unit: str
    detail: str

    @property
    def passed(self) -> bool:
        return self.value <= self.limit


class NotHereError(RuntimeError):
    """The benchmark's data is not on this machine."""


def seconds(work: Callable[[], object]) -> float:
    """The time one call takes, without the collector's pauses."""
    gc.collect()
    gc.disable()
    try:
        begin = time.perf_counter()
        work()
        return time.perf_counter() - begin
    finally:
        gc.enable()


def alternating(one: Callable[[], object], other: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The least time of each over ``rounds`` in turn: what else the machine does lengthens times and never shortens
    them, and disturbs both alike."""
    pairs = [(seconds(one), seconds(other)) for _ in range(rounds)]
    return min(first for first, _ in pairs), min(second for _, second in pairs)


def growth(sizes: Sequence[int], times: Sequence[float]) -> float:
    """How much more a unit costs at the larger sizes than at the smaller: 1 is linear. The upper half's median cost
    over the lower half's; ``sizes`` ascend."""
    costs = [time / size for size, time in zip(sizes, times, strict=True)]
    middle = len(costs) // 2
    return statistics.median(costs[-middle:]) / statistics.median(costs[:middle])


def run_process(command: Sequence[str | Path], environment: dict[str, str] | None = None, most: int = 0) -> None:
    """Run a program to its end without input or output. Raises RuntimeError at a status above ``most``."""
    finished = subprocess.run(
        [str(part) for part in command],
        cwd=PROJECT, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False,
    )  # fmt: skip
    if finished.returncode > most or finished.returncode < 0:
        raise RuntimeError(finished.stderr.decode(errors="replace")[-2000:])
