"""Words by which an article says that something was decided, or never was, and then the opposite."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from workbench.knowledge.tables import Fault, TableError, read_table
from workbench.text.normal import key


@dataclass(frozen=True, slots=True)
class ReversalWords:
    """Look-up keys of words and lemmas, or concepts, by what they say: see ``reversal_words.tsv``."""

    granted: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    deciding: frozenset[str] = frozenset()
    stage: frozenset[str] = frozenset()
    unanimous: frozenset[str] = frozenset()
    decided: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()


NO_REVERSAL_WORDS = ReversalWords()


def load_reversal_words(folder: Path) -> ReversalWords:
    """Read ``reversal_words.tsv`` below ``folder``. Raises TableError where a cue is unknown or missing."""
    names = {field.name for field in fields(ReversalWords)}
    found: dict[str, frozenset[str]] = {}
    faults: list[Fault] = []
    for row in read_table(folder / "reversal_words.tsv", ("cue", "words")):
        if row["cue"] not in names:
            faults.append(Fault(row.file, row.line, f"unknown cue {row['cue']!r}"))
        found[row["cue"]] = frozenset(key(word) for word in row.variants("words"))
    faults += [Fault("reversal_words.tsv", 0, f"no row for {name!r}") for name in sorted(names - set(found))]
    if faults:
        raise TableError(tuple(faults))
    return ReversalWords(**found)
