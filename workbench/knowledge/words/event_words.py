"""Which concepts name something that happens, and what sort of thing it is."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import fsum
from pathlib import Path

from workbench.knowledge.language.concepts import Concepts
from workbench.knowledge.tables import Fault, TableError, read_table


@dataclass(frozen=True, slots=True, eq=False)
class EventWords:
    """``families``: family by concept; ``related``: pairs of families that may be told of one event; ``weights``: how
    much a word tells of an event (0 to 1) where it is one that reports of all sorts share; any other tells 1."""

    families: dict[str, str]
    related: frozenset[frozenset[str]]
    weights: Mapping[str, float] = field(default_factory=dict)

    def weight(self, words: frozenset[str]) -> float:
        """How much words, each told once, tell of an event, together; the same whatever order they come in."""
        common = words & self.weights.keys()
        return len(words) - len(common) + fsum(map(self.weights.__getitem__, common))

    def family(self, concept: str, concepts: Concepts) -> str | None:
        """The family of a concept or of the nearest concept above it; None for what is no event."""
        found = self.families.get(concept)
        if found is not None:
            return found
        for above in concepts.ancestors(concept):
            found = self.families.get(above)
            if found is not None:
                return found
        return None

    def may_be_one(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether events of these families may be one: a shared family, or two that are related."""
        return bool(one & other) or any(frozenset((a, b)) in self.related for a in one for b in other)


_RARE = 0.08  # from this share of the reports on a word is a common one

NO_EVENT_WORDS = EventWords({}, frozenset())


def load_event_words(folder: Path) -> EventWords:
    """Read ``event_families.tsv``, ``event_relations.tsv``, ``common_words.tsv``. Raises TableError with every faulty
    line."""
    families: dict[str, str] = {}
    names: set[str] = set()
    faults: list[Fault] = []
    for row in read_table(folder / "event_families.tsv", ("family", "concepts")):
        names.add(row["family"])
        for concept in row.variants("concepts"):
            if concept in families:
                faults.append(Fault(row.file, row.line, f"{concept!r} stands in two families"))
            families[concept] = row["family"]
    related = set()
    for row in read_table(folder / "event_relations.tsv", ("family", "other")):
        for name in (row["family"], row["other"]):
            if name not in names:
                faults.append(Fault(row.file, row.line, f"unknown family {name!r}"))
        related.add(frozenset((row["family"], row["other"])))
    weights: dict[str, float] = {}
    for row in read_table(folder / "common_words.tsv", ("concept", "share")):
        try:
            share = float(row["share"])
        except ValueError:
            share = 0.0
        if not _RARE <= share < 1:
            faults.append(Fault(row.file, row.line, f"the share must lie from {_RARE} to 1, not at {row['share']!r}"))
        elif row["concept"] in weights:
            faults.append(Fault(row.file, row.line, f"{row['concept']!r} stands twice"))
        else:
            # What half the reports have tells next to nothing, what one in twelve has nearly as much as a rare word.
            weights[row["concept"]] = math.log(share) / math.log(_RARE)
    if faults:
        raise TableError(tuple(faults))
    return EventWords(families, frozenset(related), weights)
