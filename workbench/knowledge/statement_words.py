"""What verbs say of others: that it is not so, that it is only said, that one must come before another."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast, get_args

from workbench.knowledge.tables import Fault, TableError, read_table
from workbench.text.values import Bilingual

Effect = Literal["negates", "alleges", "accuses", "carries", "sides"]


def load_statement_operators(folder: Path) -> dict[str, Effect]:
    """``statement_operators.tsv`` as effect by concept. Raises TableError with every faulty line."""
    found: dict[str, Effect] = {}
    faults: list[Fault] = []
    for row in read_table(folder / "statement_operators.tsv", ("concept", "effect")):
        if row["effect"] not in get_args(Effect):
            faults.append(Fault(row.file, row.line, f"unknown effect {row['effect']!r}"))
        elif row["concept"] in found:
            faults.append(Fault(row.file, row.line, f"{row['concept']!r} stands twice"))
        found[row["concept"]] = cast(Effect, row["effect"])
    if faults:
        raise TableError(tuple(faults))
    return found


def load_sequences(folder: Path) -> dict[tuple[str, str], Bilingual]:
    """``sequences.tsv``: for two concepts of which the first must come first, what they are in words."""
    return {
        (row["earlier"], row["later"]): Bilingual(row["english"], row["arabic"])
        for row in read_table(folder / "sequences.tsv", ("earlier", "later", "english", "arabic"))
    }
