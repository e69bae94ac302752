"""Words by which one sentence puts two times in an order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from workbench.knowledge.language.phrases import PhraseIndex
from workbench.knowledge.tables import Fault, TableError, read_table
from workbench.text.normal import key

Join = Literal["after", "before", "then"]
OrderCue = Literal["away", "plan", "tell", "find", "that", "who", "another", "state", "leads", "lengths",
                   "passing", "befallen", "rescuers", "crimes", "suspects", "again", "another-one", "back",
                   "month-front", "goes-back", "emphatic", "that-it", "subject-front", "zone", "nth"]  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class OrderWords:
    """``joins``: what joins two times, and how; ``cues``: look-up keys of words and lemmas, by what they do."""

    joins: PhraseIndex[Join]
    cues: dict[OrderCue, frozenset[str]]


NO_ORDER_WORDS = OrderWords(PhraseIndex(()), {cue: frozenset() for cue in get_args(OrderCue)})


def load_order_words(folder: Path) -> OrderWords:
    """Read ``order_words.tsv`` below ``folder``. Raises TableError with every fault."""
    joins: list[tuple[str, Join]] = []
    cues: dict[OrderCue, frozenset[str]] = {cue: frozenset() for cue in get_args(OrderCue)}
    faults: list[Fault] = []
    for row in read_table(folder / "order_words.tsv", ("cue", "words")):
        if row["cue"] in get_args(Join):
            joins += [(words, cast(Join, row["cue"])) for words in row.variants("words")]
        elif row["cue"] in cues:
            cues[row["cue"]] |= {key(word) for word in row.variants("words")}
        else:
            faults.append(Fault(row.file, row.line, f"unknown cue {row['cue']!r}"))
    if faults:
        raise TableError(tuple(faults))
    return OrderWords(PhraseIndex(joins), cues)
