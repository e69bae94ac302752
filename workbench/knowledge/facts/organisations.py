"""What has a lifetime and is no person: bodies, states, armed groups, companies, missions, wars, diseases, products."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.knowledge.records import Where, day_or_fault, pieces, read_records
from workbench.knowledge.tables import Fault
from workbench.knowledge.time.days import Day

ORGANISATION_COLUMNS = (
    "id", "name_en", "names", "kind", "country", "start", "end", "successor", "source"
)  # fmt: skip
POLICY_COLUMNS = ("id", "name_en", "phrases", "start", "end", "office", "source")
ORGANISATION_KINDS = frozenset((
    "state", "union", "body", "alliance", "court", "ministry", "agency", "armed-group", "force", "party", "movement",
    "company", "media", "university", "bank", "fund", "mission", "club", "union-of-workers", "product", "disease",
    "war", "operation", "attack", "uprising", "agreement", "event", "policy",
))  # fmt: skip
# Kinds that are no organisation in a text: they have lifetimes only.
THINGS = frozenset(("product", "disease", "war", "operation", "attack", "uprising", "agreement", "event", "policy"))


@dataclass(frozen=True, slots=True)
class Organisation:
    """Something with a lifetime, under the names that belong to this stretch of it; ``successor`` is what it became."""

    id: str
    name_en: str
    names: tuple[str, ...]
    kind: str
    country: str
    start: Day | None
    end: Day | None
    successor: str
    source: str
    where: Where

    @property
    def name(self) -> str:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Policy:
    """Phrases of an age: evidence beside a finding, never a finding alone."""

    id: str
    name_en: str
    phrases: tuple[str, ...]
    start: Day | None
    end: Day | None
    office: str
    source: str
    where: Where


def organisation_of(row: list[str], where: Where, faults: list[Fault]) -> Organisation | None:
    """The organisation of one row; None, and a fault, without an id or a name."""
    id, name_en, names, kind, country, start, end, successor, source = row
    if not id or not names:
        faults.append(Fault(where.file, where.line, "an organisation needs an id and a name"))
        return None
    return Organisation(
        id, name_en, pieces(names), kind, country, day_or_fault(start, where, faults),
        day_or_fault(end, where, faults), successor, source, where,
    )  # fmt: skip


def read_policies(folder: Path, faults: list[Fault]) -> tuple[Policy, ...]:
    """``folder/policies.tsv``."""
    table = read_records(folder / "policies.tsv", POLICY_COLUMNS, faults, "policies.tsv")
    found: list[Policy] = []
    for line, row in zip(table.lines, table.rows, strict=True):
        where = Where(table.file, line)
        id, name_en, phrases, start, end, office, source = row
        begun, ended = day_or_fault(start, where, faults), day_or_fault(end, where, faults)
        found.append(Policy(id, name_en, pieces(phrases), begun, ended, office, source, where))
    return tuple(found)
