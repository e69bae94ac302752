"""All that the program knows, read once and passed on as one value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The tables of ``resources/``, ready to be queried. Nothing in it changes after loading."""

    folder: Path


def load_knowledge(folder: Path) -> Knowledge:
    """Read every table below ``folder`` (see workbench.resources). Raises TableError with all faults."""
    return Knowledge(folder)
