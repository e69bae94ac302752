"""Words around a count by which a text comes back to a group it has told of before."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from workbench.knowledge.tables import Fault, TableError, read_table
from workbench.text.normal import key


@dataclass(frozen=True, slots=True)
class RecallWords:
    """Look-up keys of words, or concepts, by what they do: see ``recall_words.tsv``."""

    numbering: frozenset[str] = frozenset()
    composed: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    matter: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    aboard: frozenset[str] = frozenset()


NO_RECALL_WORDS = RecallWords()


def load_recall_words(folder: Path) -> RecallWords:
    """Read ``recall_words.tsv`` below ``folder``. Raises TableError where a cue is unknown or missing."""
    names = {field.name for field in fields(RecallWords)}
    found: dict[str, frozenset[str]] = {}
    faults: list[Fault] = []
    for row in read_table(folder / "recall_words.tsv", ("cue", "words")):
        if row["cue"] not in names:
            faults.append(Fault(row.file, row.line, f"unknown cue {row['cue']!r}"))
        found[row["cue"]] = frozenset(key(word) for word in row.variants("words"))
    faults += [Fault("recall_words.tsv", 0, f"no row for {name!r}") for name in sorted(names - set(found))]
    if faults:
        raise TableError(tuple(faults))
    return RecallWords(**found)
