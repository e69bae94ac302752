"""Words that say what became of people: killed, injured, missing, arrested."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from workbench.knowledge.tables import Fault, TableError, read_table

CasualtyRole = Literal["person", "event", "verb", "carrier"]
CASUALTY_STATES = (
    "killed", "injured", "infected", "missing", "arrested", "kidnapped", "displaced", "evacuated", "rescued",
    "released", "casualty",
)  # fmt: skip
_ROLES = frozenset(("person", "event", "verb", "carrier"))


@dataclass(frozen=True, slots=True)
class CasualtyWords:
    """By lemma: the role of the word and the state it speaks of."""

    by_lemma: dict[str, tuple[tuple[CasualtyRole, str], ...]]

    def of(self, lemma: str) -> tuple[tuple[CasualtyRole, str], ...]:
        return self.by_lemma.get(lemma, ())


NO_CASUALTY_WORDS = CasualtyWords({})


def load_casualty_words(folder: Path) -> CasualtyWords:
    """Read ``casualties.tsv``. Raises TableError with every faulty line."""
    found: dict[str, list[tuple[CasualtyRole, str]]] = {}
    faults: list[Fault] = []
    for row in read_table(folder / "casualties.tsv", ("lemma", "role", "state")):
        if row["role"] not in _ROLES:
            faults.append(Fault(row.file, row.line, f"unknown role {row['role']!r}"))
        elif row["state"] not in CASUALTY_STATES:
            faults.append(Fault(row.file, row.line, f"unknown state {row['state']!r}"))
        elif (row["role"], row["state"]) in found.get(row["lemma"], []):
            faults.append(Fault(row.file, row.line, f"{row['lemma']!r} stands twice"))
        else:
            found.setdefault(row["lemma"], []).append((cast(CasualtyRole, row["role"]), row["state"]))
    if faults:
        raise TableError(tuple(faults))
    return CasualtyWords({lemma: tuple(rows) for lemma, rows in found.items()})
