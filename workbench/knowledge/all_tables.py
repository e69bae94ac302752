"""The rows of all knowledge tables as values, before anything is looked up in anything."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.knowledge.offices import Office, OfficeKind, Term, read_kinds, read_offices, read_terms
from workbench.knowledge.organisations import Organisation, Policy, read_organisations, read_policies
from workbench.knowledge.people import Person, read_people
from workbench.knowledge.places import Location, read_places
from workbench.knowledge.tables import Fault


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


def read_tables(folder: Path, faults: list[Fault]) -> Tables:
    """The tables below ``resources/knowledge``; what cannot be read is told in ``faults`` and left out."""
    return Tables(
        read_people(folder, faults),
        read_kinds(folder, faults),
        read_offices(folder, faults),
        read_terms(folder, faults),
        read_organisations(folder, faults),
        read_policies(folder, faults),
        read_places(folder, faults),
    )
