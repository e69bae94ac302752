"""The window's words, and what every place that speaks to people shares with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.wording import (
    COLUMNS,
    FSI,
    LRI,
    LRM,
    PDI,
    RLM,
    Code,
    Words,
    day_words,
    days_in_words,
    isolated,
    left_to_right,
    letter,
    month_words,
    quoted_apart,
    read_word_table,
)

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "COLUMNS", "FSI", "LRI", "LRM", "PDI", "RLM", "Code", "Words", "day_words", "days_in_words", "isolated",
    "left_to_right", "letter", "month_words", "quoted_apart", "read_words",
]  # fmt: skip


def read_words(folder: Path) -> Words:
    """The words of ``translations/window.tsv`` in the data folder. Raises TableError with every fault."""
    return read_word_table(folder / "translations" / "window.tsv")
