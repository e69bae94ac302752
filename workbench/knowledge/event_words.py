"""Which concepts name something that happens, and what sort of thing it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.knowledge.concepts import Concepts
from workbench.knowledge.tables import Fault, TableError, read_table


@dataclass(frozen=True, slots=True, eq=False)
class EventWords:
    """``families``: family by concept; ``related``: pairs of families that may be told of one event."""

    families: dict[str, str]
    related: frozenset[frozenset[str]]

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


NO_EVENT_WORDS = EventWords({}, frozenset())


def load_event_words(folder: Path) -> EventWords:
    """Read ``event_families.tsv`` and ``event_relations.tsv``. Raises TableError with every faulty line."""
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
    if faults:
        raise TableError(tuple(faults))
    return EventWords(families, frozenset(related))
