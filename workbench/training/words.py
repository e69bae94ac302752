"""The words of training on paper and in tables: their own table beside the window's names of families and kinds."""

from __future__ import annotations

from pathlib import Path

from workbench.knowledge.tables import read_table
from workbench.report.words import Speaker
from workbench.wording import COLUMNS, Code, Words


def training_speaker(folder: Path, code: Code) -> Speaker:
    """The words of ``translations/`` in the data folder. Raises TableError with every fault."""
    tables = [read_table(folder / "translations" / name, COLUMNS) for name in ("window.tsv", "training.tsv")]
    return Speaker(code, Words(tables[0] + tables[1]))


def points_words(points: float) -> str:
    """Points as people write them: 5.5, 5, 0.25."""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def clock_words(seconds: int) -> str:
    """Minutes and seconds, with hours where there are any: 11:20, 1:02:05."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def share_words(share: float | None) -> str:
    """A share of 0 to 1 in the hundred, without decimals; a dash where there is none."""
    return "–" if share is None else f"{round(100 * share)}%"
