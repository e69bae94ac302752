"""``python -m tests.benchmarks [NAME …]``: runs the benchmarks whose names contain one of the words, or all.

Ends with 1 where one is over its limit, 2 where one could not be run. Close other programs first: two on one core
measure each other.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator

from tests.benchmarks import knowledge, processes, reading, storage, window
from tests.benchmarks.measuring import Measurement, NotHereError

BENCHMARKS: tuple[Callable[[], Iterator[Measurement]], ...] = (
    reading.extract_beside_dateparser,
    reading.time_grows_with_length,
    knowledge.ten_times_the_names,
    knowledge.loading_the_world,
    processes.check_beside_an_import,
    processes.memory,
    window.window_start,
    window.window_findings,
    window.window_recheck,
    window.window_frames,
    window.window_stretches,
    window.window_deeds,
    storage.storage_load,
)


def main(words: list[str]) -> int:
    status = 0
    for benchmark in BENCHMARKS:
        if words and not any(word in benchmark.__name__ for word in words):
            continue
        try:
            for measurement in benchmark():
                mark = "ok  " if measurement.passed else "OVER"
                print(f"{mark} {measurement.name}: {measurement.value:.2f} {measurement.unit}", end=" ")
                print(f"(at most {measurement.limit:g}) {measurement.detail}", flush=True)
                status = max(status, int(not measurement.passed))
        except NotHereError as reason:
            print(f"--   {benchmark.__name__}: {reason}", flush=True)
        except Exception:  # one that is broken must not hide the others
            print(f"FAIL {benchmark.__name__}\n{traceback.format_exc()}", flush=True)
            status = 2
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
