"""People, offices, terms, organisations and places, read together and ready to be queried."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from workbench.knowledge.lazy import LazyTable
from workbench.knowledge.name_words import NO_NAME_WORDS, NameWords, read_name_words
from workbench.knowledge.names import (
    NameIndex,
    Use,
    index_cells,
    kind_cells,
    office_cells,
    organisation_cells,
    person_cells,
    place_cells,
)
from workbench.knowledge.offices import (
    NOBODY,
    TERM_COLUMNS,
    Office,
    OfficeKind,
    Term,
    read_kinds,
    read_offices,
    read_terms,
    term_of,
)
from workbench.knowledge.organisations import (
    ORGANISATION_COLUMNS,
    Organisation,
    Policy,
    organisation_of,
    read_organisations,
    read_policies,
)
from workbench.knowledge.people import PERSON_COLUMNS, Person, person_of, read_people
from workbench.knowledge.places import Location, read_places
from workbench.knowledge.records import Where, read_folder
from workbench.knowledge.tables import Fault, TableError

# Offices whose holders newspapers also call by another kind's title: «رئيس الحكومة الألمانية» is the chancellor.
_ALSO_CALLED = {
    "chancellor": ("prime-minister",),
    "head-of-council": ("president",),
    "supreme-leader": ("leader",),
    "leader": ("body-president",),
    "body-president": ("leader",),
    "director-general": ("body-president",),
    "secretary-general": ("leader",),
}


@dataclass(frozen=True, slots=True)
class World:
    """Everything by its id. ``terms`` by office and ``terms_by_person`` by person are sorted by their start;
    ``offices_of`` maps a kind of office and a country (or organisation) to the ids of the offices so called."""

    people: Mapping[str, Person] = field(default_factory=dict)
    kinds: dict[str, OfficeKind] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    terms: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    terms_by_person: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    offices_of: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    policies: tuple[Policy, ...] = ()
    places: dict[str, Location] = field(default_factory=dict)
    countries: dict[str, Location] = field(default_factory=dict)
    names: NameIndex = field(default_factory=lambda: NameIndex({}, {}))
    words: NameWords = NO_NAME_WORDS

    def holders(self, office: str, on: dt.date) -> tuple[Term, ...]:
        """The terms of an office that cover a day, without vacancies; on a day of handing over both."""
        return tuple(
            term for term in self.terms.get(office, ()) if term.person != NOBODY and term.covers(on, on) == "yes"
        )

    def terms_of(self, person: str) -> tuple[Term, ...]:
        """Every term of a person, sorted by start; empty for someone unknown."""
        return self.terms_by_person.get(person, ())


EMPTY_WORLD = World()


@dataclass(frozen=True, slots=True)
class Tables:
    """The rows of all tables as read, before anything is looked up in anything."""

    people: tuple[Person, ...]
    kinds: tuple[OfficeKind, ...]
    offices: tuple[Office, ...]
    terms: tuple[Term, ...]
    organisations: tuple[Organisation, ...]
    policies: tuple[Policy, ...]
    places: tuple[Location, ...]


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


def load_world(folder: Path) -> World:
    """Read ``folder`` (``resources/knowledge``). People, terms and organisations become values when they are asked
    for. Raises TableError with every line that is no row at all; what is a row but wrong is the business of
    workbench.knowledge.validation, and is left out here."""
    faults: list[Fault] = []
    people = _rows(folder / "people", PERSON_COLUMNS, faults)
    terms = _rows(folder / "terms", TERM_COLUMNS, faults)
    organisations = _rows(folder / "organisations", ORGANISATION_COLUMNS, faults)
    kinds, offices = read_kinds(folder, faults), read_offices(folder, faults)
    places, policies = read_places(folder, faults), read_policies(folder, faults)
    words = read_name_words(folder, faults)
    if faults:
        raise TableError(tuple(faults))
    cells: list[tuple[str, Use]] = []
    for _, _, row in people:
        cells += person_cells(row[0], row[3], row[4], row[5])
    for _, _, row in organisations:
        cells += organisation_cells(row[0], row[2], row[3])
    by_office: dict[str, list[_Row]] = {}
    by_person: dict[str, list[_Row]] = {}
    for found in terms:
        by_office.setdefault(found[2][1], []).append(found)
        by_person.setdefault(found[2][0], []).append(found)
    by_person.pop(NOBODY, None)
    return World(
        people=LazyTable({found[2][0]: found for found in people if found[2][0] and found[2][3]}, _person),
        kinds={kind.kind: kind for kind in kinds},
        offices={office.id: office for office in offices},
        terms=LazyTable(by_office, _terms),
        terms_by_person=LazyTable(by_person, _terms),
        offices_of=_offices_of(offices),
        organisations=LazyTable({found[2][0]: found for found in organisations if found[2][0]}, _organisation),
        policies=policies,
        places={place.id: place for place in places},
        countries={place.country: place for place in places if place.kind == "country"},
        names=_index(cells, kinds, offices, places),
        words=words,
    )


def make_world(tables: Tables, words: NameWords = NO_NAME_WORDS) -> World:
    """Look everything up in everything; of rows with one id the last counts."""
    by_office: dict[str, list[Term]] = {}
    by_person: dict[str, list[Term]] = {}
    for term in sorted(tables.terms, key=_by_start):
        by_office.setdefault(term.office, []).append(term)
        if term.person != NOBODY:
            by_person.setdefault(term.person, []).append(term)
    cells: list[tuple[str, Use]] = []
    for person in tables.people:
        cells += person_cells(person.id, "|".join(person.names), "|".join(person.short), "|".join(person.epithets))
    for organisation in tables.organisations:
        cells += organisation_cells(organisation.id, "|".join(organisation.names), organisation.kind)
    return World(
        people={person.id: person for person in tables.people},
        kinds={kind.kind: kind for kind in tables.kinds},
        offices={office.id: office for office in tables.offices},
        terms={office: tuple(terms) for office, terms in by_office.items()},
        terms_by_person={person: tuple(terms) for person, terms in by_person.items()},
        offices_of=_offices_of(tables.offices),
        organisations={organisation.id: organisation for organisation in tables.organisations},
        policies=tables.policies,
        places={place.id: place for place in tables.places},
        countries={place.country: place for place in tables.places if place.kind == "country"},
        names=_index(cells, tables.kinds, tables.offices, tables.places),
        words=words,
    )


_Row: TypeAlias = tuple[str, int, list[str]]  # file, line, cells


def _rows(folder: Path, columns: Sequence[str], faults: list[Fault]) -> list[_Row]:
    return [
        (table.file, line, row)
        for table in read_folder(folder, columns, faults)
        for line, row in zip(table.lines, table.rows, strict=True)
    ]


def _person(found: _Row) -> Person:
    file, line, row = found
    person = person_of(row, Where(file, line), [])
    assert person is not None
    return person


def _organisation(found: _Row) -> Organisation:
    file, line, row = found
    organisation = organisation_of(row, Where(file, line), [])
    assert organisation is not None
    return organisation


def _terms(rows: list[_Row]) -> tuple[Term, ...]:
    terms = (term_of(row, Where(file, line), []) for file, line, row in rows)
    return tuple(sorted((term for term in terms if term is not None), key=_by_start))


def _by_start(term: Term) -> tuple[dt.date, dt.date]:
    return term.start.first, term.last_known


def _offices_of(offices: Iterable[Office]) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for office in offices:
        for kind in (office.kind, *_ALSO_CALLED.get(office.kind, ())):
            key = (kind, office.country)
            found[key] = (*found.get(key, ()), office.id)
    return found


def _index(
    cells: list[tuple[str, Use]],
    kinds: Iterable[OfficeKind],
    offices: Iterable[Office],
    places: Iterable[Location],
) -> NameIndex:
    for kind in kinds:
        cells += kind_cells(kind)
    for office in offices:
        cells += office_cells(office)
    for place in places:
        cells += place_cells(place)
    return index_cells(cells)
