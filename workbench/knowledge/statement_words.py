"""Verbs that say of what they govern that it is not so, or that it is only said."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

from workbench.knowledge.tables import Fault, TableError, read_table

Effect = Literal["negates", "alleges", "accuses"]


def load_statement_operators(folder: Path) -> dict[str, Effect]:
    """``statement_operators.tsv`` as effect by concept. Raises TableError with every faulty line."""
    found: dict[str, Effect] = {}
    faults: list[Fault] = []
    for row in read_table(folder / "statement_operators.tsv", ("concept", "effect")):
        if row["effect"] not in ("negates", "alleges", "accuses"):
            faults.append(Fault(row.file, row.line, f"unknown effect {row['effect']!r}"))
        elif row["concept"] in found:
            faults.append(Fault(row.file, row.line, f"{row['concept']!r} stands twice"))
        found[row["concept"]] = cast(Effect, row["effect"])
    if faults:
        raise TableError(tuple(faults))
    return found
