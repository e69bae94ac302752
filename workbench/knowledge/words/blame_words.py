"""Words by which somebody is held to be behind what happened."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from workbench.knowledge.tables import Fault, TableError, read_table
from workbench.text.normal import key


@dataclass(frozen=True, slots=True)
class BlameWords:
    """Each field is a row of ``blame_words.tsv`` (``to_oneself`` is ``to-oneself``): look-up keys, or concepts and
    families of events where the name says so."""

    accuse_concepts: frozenset[str] = frozenset()
    hold_concepts: frozenset[str] = frozenset()
    deny_concepts: frozenset[str] = frozenset()
    adopt_concepts: frozenset[str] = frozenset()
    announce_concepts: frozenset[str] = frozenset()
    stand_concepts: frozenset[str] = frozenset()
    be_concepts: frozenset[str] = frozenset()
    doubt_concepts: frozenset[str] = frozenset()
    finger_concepts: frozenset[str] = frozenset()
    deed_families: frozenset[str] = frozenset()
    deed_word: frozenset[str] = frozenset()
    responsible: frozenset[str] = frozenset()
    link: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    to_oneself: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    blame: frozenset[str] = frozenset()
    blame_to: frozenset[str] = frozenset()
    finger: frozenset[str] = frozenset()
    finger_to: frozenset[str] = frozenset()
    anyone: frozenset[str] = frozenset()
    that: frozenset[str] = frozenset()
    head: frozenset[str] = frozenset()
    so_far: frozenset[str] = frozenset()
    accountable: frozenset[str] = frozenset()
    being: frozenset[str] = frozenset()
    officially: frozenset[str] = frozenset()


NO_BLAME_WORDS = BlameWords()


def load_blame_words(folder: Path) -> BlameWords:
    """Read ``blame_words.tsv``. Raises TableError where a cue is unknown, missing or stands twice."""
    names = {field.name for field in fields(BlameWords)}
    found: dict[str, frozenset[str]] = {}
    faults: list[Fault] = []
    for row in read_table(folder / "blame_words.tsv", ("cue", "words")):
        name = row["cue"].replace("-", "_")
        if name not in names or name in found:
            faults.append(Fault(row.file, row.line, f"unknown cue, or one that stands twice: {row['cue']!r}"))
        plain = name.endswith(("_concepts", "_families"))
        found[name] = frozenset(word if plain else key(word) for word in row.variants("words"))
    faults += [Fault("blame_words.tsv", 0, f"no row for {name!r}") for name in sorted(names - set(found))]
    if faults:
        raise TableError(tuple(faults))
    return BlameWords(**found)
