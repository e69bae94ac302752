"""Words that open a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from workbench.knowledge.tables import Fault, TableError, read_table
from workbench.text.normal import key
from workbench.text.values import Token

ClauseOpening = Literal["break", "background", "result", "cause", "relative"]
_KINDS = frozenset(("break", "background", "result", "cause", "relative"))


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Openers by their first word: (the words after it, what they open), longest first."""

    by_first: dict[str, tuple[tuple[tuple[str, ...], ClauseOpening], ...]]

    def opening_at(self, tokens: Sequence[Token], at: int) -> ClauseOpening | None:
        """What the words from ``tokens[at]`` on open, or None."""
        for rest, kind in self.by_first.get(tokens[at].key, ()):
            if all(
                at + 1 + step < len(tokens) and tokens[at + 1 + step].key == word for step, word in enumerate(rest)
            ):
                return kind
        return None


NO_CLAUSE_WORDS = ClauseWords({})


def load_clause_words(folder: Path) -> ClauseWords:
    """Read ``clause_openers.tsv``. Raises TableError with every faulty line."""
    by_first: dict[str, list[tuple[tuple[str, ...], ClauseOpening]]] = {}
    faults: list[Fault] = []
    for row in read_table(folder / "clause_openers.tsv", ("words", "kind")):
        if row["kind"] not in _KINDS:
            faults.append(Fault(row.file, row.line, f"unknown kind {row['kind']!r}"))
            continue
        first, *rest = (key(word) for word in row["words"].split())
        for conjunction in ("", "و", "ف"):
            if conjunction and first.startswith(conjunction):
                continue
            by_first.setdefault(conjunction + first, []).append((tuple(rest), cast(ClauseOpening, row["kind"])))
    if faults:
        raise TableError(tuple(faults))
    return ClauseWords({first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in by_first.items()})
