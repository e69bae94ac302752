"""The rows of all knowledge tables, as cells and as values, before anything is looked up in anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from workbench.knowledge.facts.offices import (
    OFFICE_COLUMNS,
    TERM_COLUMNS,
    Office,
    OfficeKind,
    Term,
    office_of,
    read_kinds,
    term_of,
)
from workbench.knowledge.facts.organisations import (
    ORGANISATION_COLUMNS,
    Organisation,
    Policy,
    organisation_of,
    read_policies,
)
from workbench.knowledge.facts.people import PERSON_COLUMNS, Person, person_of
from workbench.knowledge.facts.places import PLACE_COLUMNS, Location, place_of
from workbench.knowledge.records import Row, Where, read_rows
from workbench.knowledge.tables import Fault

TABLES = {
    "people": PERSON_COLUMNS, "offices": OFFICE_COLUMNS, "terms": TERM_COLUMNS, "organisations": ORGANISATION_COLUMNS,
    "places": PLACE_COLUMNS,
}  # fmt: skip
Rows: TypeAlias = dict[str, list[Row]]  # by the names of TABLES


@dataclass(frozen=True, slots=True)
class Tables:
    """The rows of all tables as read."""

    people: tuple[Person, ...] = ()
    kinds: tuple[OfficeKind, ...] = ()
    offices: tuple[Office, ...] = ()
    terms: tuple[Term, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    policies: tuple[Policy, ...] = ()
    places: tuple[Location, ...] = ()


def read_all_rows(folder: Path, faults: list[Fault], prefix: str = "") -> Rows:
    """The rows of every one of TABLES below ``folder``; ``prefix`` goes before the files' names."""
    return {name: read_rows(folder / name, columns, faults, prefix) for name, columns in TABLES.items()}


def tables_of(rows: Rows, kinds: Sequence[OfficeKind], faults: list[Fault], policies: Sequence[Policy] = ()) -> Tables:
    """The rows as values; what is no value is told in ``faults`` and left out."""
    wheres = {name: [(row, Where(file, line)) for file, line, row in found] for name, found in rows.items()}
    return Tables(
        people=tuple(a for row, at in wheres["people"] if (a := person_of(row, at, faults)) is not None),
        kinds=tuple(kinds),
        offices=tuple(office_of(row, at, faults) for row, at in wheres["offices"]),
        terms=tuple(t for row, at in wheres["terms"] if (t := term_of(row, at, faults)) is not None),
        organisations=tuple(
            o for row, at in wheres["organisations"] if (o := organisation_of(row, at, faults)) is not None
        ),
        policies=tuple(policies),
        places=tuple(p for row, at in wheres["places"] if (p := place_of(row, at, faults)) is not None),
    )


def read_tables(folder: Path, faults: list[Fault]) -> Tables:
    """The tables below ``resources/knowledge``; what cannot be read is told in ``faults`` and left out."""
    kinds, policies = read_kinds(folder, faults), read_policies(folder, faults)
    return tables_of(read_all_rows(folder, faults), kinds, faults, policies)
