"""Words beside dates and numbers of years: births, deaths, ages, lengths, anniversaries."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from workbench.knowledge.language.phrases import PhraseIndex
from workbench.knowledge.tables import Fault, TableError, read_table

LifeCue = Literal["born", "died", "age", "at-death", "left-at", "span", "anniversary"]


@dataclass(frozen=True, slots=True, eq=False)
class LifeWords:
    """The phrases of ``life_words.tsv`` by what they say."""

    cues: PhraseIndex[LifeCue]


NO_LIFE_WORDS = LifeWords(PhraseIndex(()))


def load_life_words(folder: Path) -> LifeWords:
    """Read ``life_words.tsv`` below ``folder``. Raises TableError with every fault."""
    rows = read_table(folder / "life_words.tsv", ("what", "words"))
    faults = tuple(
        Fault(row.file, row.line, f"unknown what {row['what']!r}")
        for row in rows if row["what"] not in get_args(LifeCue)
    )  # fmt: skip
    if faults:
        raise TableError(faults)
    return LifeWords(
        PhraseIndex((words, cast(LifeCue, row["what"])) for row in rows for words in row.variants("words"))
    )
