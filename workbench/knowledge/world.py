"""People, offices, terms, organisations and places, read together and ready to be queried."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from workbench.knowledge.name_words import NO_NAME_WORDS, NameWords, read_name_words
from workbench.knowledge.names import NameIndex, index_names
from workbench.knowledge.offices import NOBODY, Office, OfficeKind, Term, read_kinds, read_offices, read_terms
from workbench.knowledge.organisations import Organisation, Policy, read_organisations, read_policies
from workbench.knowledge.people import Person, read_people
from workbench.knowledge.places import Location, read_places
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

    people: dict[str, Person] = field(default_factory=dict)
    kinds: dict[str, OfficeKind] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    terms: dict[str, tuple[Term, ...]] = field(default_factory=dict)
    terms_by_person: dict[str, tuple[Term, ...]] = field(default_factory=dict)
    offices_of: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
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
    """Read ``folder`` (``resources/knowledge``). Raises TableError with every row that cannot be read at all; what
    is readable but wrong is the business of workbench.knowledge.validation."""
    faults: list[Fault] = []
    tables = read_tables(folder, faults)
    words = read_name_words(folder, faults)
    if faults:
        raise TableError(tuple(faults))
    return make_world(tables, words)


def make_world(tables: Tables, words: NameWords = NO_NAME_WORDS) -> World:
    """Look everything up in everything; of rows with one id the last counts."""
    by_office: dict[str, list[Term]] = {}
    by_person: dict[str, list[Term]] = {}
    for term in sorted(tables.terms, key=lambda term: (term.start.first, term.last_known)):
        by_office.setdefault(term.office, []).append(term)
        if term.person != NOBODY:
            by_person.setdefault(term.person, []).append(term)
    offices_of: dict[tuple[str, str], list[str]] = {}
    for office in tables.offices:
        for kind in (office.kind, *_ALSO_CALLED.get(office.kind, ())):
            offices_of.setdefault((kind, office.country), []).append(office.id)
    return World(
        people={person.id: person for person in tables.people},
        kinds={kind.kind: kind for kind in tables.kinds},
        offices={office.id: office for office in tables.offices},
        terms={office: tuple(terms) for office, terms in by_office.items()},
        terms_by_person={person: tuple(terms) for person, terms in by_person.items()},
        offices_of={key: tuple(ids) for key, ids in offices_of.items()},
        organisations={organisation.id: organisation for organisation in tables.organisations},
        policies=tables.policies,
        places={place.id: place for place in tables.places},
        countries={place.country: place for place in tables.places if place.kind == "country"},
        names=index_names(tables.people, tables.kinds, tables.offices, tables.organisations, tables.places),
        words=words,
    )
