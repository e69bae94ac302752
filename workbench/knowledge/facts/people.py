"""People: who they are, under which names newspapers know them, when they lived."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.knowledge.records import Where, day_or_fault, pieces
from workbench.knowledge.tables import Fault
from workbench.knowledge.time.days import Day

PERSON_COLUMNS = ("id", "wikidata", "name_en", "names", "short", "epithets", "sex", "born", "died", "source")


@dataclass(frozen=True, slots=True)
class Person:
    """``names`` are full Arabic names, the usual one first; ``short`` stands alone only after them or with a title;
    ``epithets`` stand alone. Equal when all fields are."""

    id: str
    wikidata: str
    name_en: str
    names: tuple[str, ...]
    short: tuple[str, ...]
    epithets: tuple[str, ...]
    sex: str
    born: Day | None
    died: Day | None
    source: str
    where: Where

    @property
    def name(self) -> str:
        return self.names[0]


def person_of(row: list[str], where: Where, faults: list[Fault]) -> Person | None:
    """The person of one row; None, and a fault, without an id or a name."""
    id, wikidata, name_en, names, short, epithets, sex, born, died, source = row
    if not id or not names:
        faults.append(Fault(where.file, where.line, "a person needs an id and a name"))
        return None
    return Person(
        id, wikidata, name_en, pieces(names), pieces(short), pieces(epithets), sex, day_or_fault(born, where, faults),
        day_or_fault(died, where, faults), source, where,
    )  # fmt: skip
