"""Writes one file over and over, each time whole, until somebody kills it: run by test_writing."""

from __future__ import annotations

import sys
from pathlib import Path

from workbench.report.writing import write_whole

if __name__ == "__main__":
    target = Path(sys.argv[1])
    print("ready", flush=True)
    while True:
        for letter in (b"a", b"b"):
            write_whole(target, letter * 400_000)
