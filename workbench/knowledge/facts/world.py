"""People, offices, terms, organisations and places, read together and ready to be queried."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from workbench.knowledge.facts.all_tables import TABLES, Rows, read_all_rows
from workbench.knowledge.facts.names import (
    NameIndex,
    Use,
    index_cells,
    kind_cells,
    office_cells,
    organisation_cells,
    person_cells,
    place_cells,
)
from workbench.knowledge.facts.offices import (
    NOBODY,
    Office,
    OfficeKind,
    Term,
    office_of,
    read_kinds,
    term_of,
)
from workbench.knowledge.facts.organisations import (
    Organisation,
    Policy,
    organisation_of,
    read_policies,
)
from workbench.knowledge.facts.people import Person, person_of
from workbench.knowledge.facts.places import Location, place_of
from workbench.knowledge.language.phrases import PlainPhrases, phrase_keys, plain_phrases
from workbench.knowledge.lazy import LazyTable
from workbench.knowledge.records import Row, Where
from workbench.knowledge.row_cache import keep, read_kept, stamp_of
from workbench.knowledge.tables import Fault, TableError
from workbench.knowledge.words.name_words import NO_NAME_WORDS, NameWords, read_name_words

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
    ``offices_of`` maps a kind of office and a country (or organisation) to the ids of the offices so called;
    ``forerunners`` maps an organisation to the ids of those that became it;
    ``policies`` are found by their phrases; ``unused`` says which rows of a person's own
    tables are left out, and why."""

    people: Mapping[str, Person] = field(default_factory=dict)
    kinds: dict[str, OfficeKind] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    terms: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    terms_by_person: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    offices_of: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    forerunners: dict[str, tuple[str, ...]] = field(default_factory=dict)
    policies: PlainPhrases[tuple[Policy, ...]] = field(default_factory=PlainPhrases)
    places: dict[str, Location] = field(default_factory=dict)
    countries: dict[str, Location] = field(default_factory=dict)
    names: NameIndex = field(default_factory=lambda: NameIndex({}, {}))
    words: NameWords = NO_NAME_WORDS
    unused: tuple[Fault, ...] = ()

    def holders(self, office: str, on: dt.date) -> tuple[Term, ...]:
        """The terms of an office that cover a day, without vacancies; on a day of handing over both."""
        return tuple(
            term for term in self.terms.get(office, ()) if term.person != NOBODY and term.covers(on, on) == "yes"
        )

    def terms_of(self, person: str) -> tuple[Term, ...]:
        """Every term of a person, sorted by start; empty for someone unknown."""
        return self.terms_by_person.get(person, ())


EMPTY_WORLD = World()


def load_world(folder: Path, own: Path | None = None, cache: Path | None = None) -> World:
    """Read ``folder`` (``resources/knowledge``) and beside it a person's ``own`` tables, where there are any. People,
    terms and organisations become values when they are asked for. Raises TableError with every line of the program's
    tables that is no row at all; what is a row but wrong is the business of workbench.knowledge.facts.validation, and
    is left out here. Faulty rows of a person's own are left out too, and told in ``World.unused``. ``cache`` is a
    folder where what has been read may be kept for the next time."""
    faults: list[Fault] = []
    kinds, policies = read_kinds(folder, faults), read_policies(folder, faults)
    words = read_name_words(folder, faults)
    rows, index = _read(folder, kinds, cache, faults)
    unused: tuple[Fault, ...] = ()
    if own is not None and any(own.glob("*/*.tsv")):
        from workbench.knowledge.facts.own_tables import join_own

        rows, theirs, unused = join_own(rows, own, kinds)
        index = index_cells(_cells(theirs, ()), index)
    offices = tuple(office_of(row, Where(file, line), faults) for file, line, row in rows["offices"])
    places = tuple(
        place for file, line, row in rows["places"] if (place := place_of(row, Where(file, line), faults)) is not None
    )
    if faults:
        raise TableError(tuple(faults))
    people, terms, organisations = rows["people"], rows["terms"], rows["organisations"]
    by_office: dict[str, list[Row]] = {}
    by_person: dict[str, list[Row]] = {}
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
        forerunners=_forerunners(organisations),
        policies=plain_phrases(_by_phrase(policies)),
        places={place.id: place for place in places},
        countries={place.country: place for place in places if place.kind == "country"},
        names=index,
        words=words,
        unused=unused,
    )


def _person(found: Row) -> Person:
    file, line, row = found
    person = person_of(row, Where(file, line), [])
    assert person is not None
    return person


def _organisation(found: Row) -> Organisation:
    file, line, row = found
    organisation = organisation_of(row, Where(file, line), [])
    assert organisation is not None
    return organisation


def _forerunners(rows: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for _, _, (id, *_, successor, _) in rows:
        if id and successor:
            found[successor] = (*found.get(successor, ()), id)
    return found


def _terms(rows: list[Row]) -> tuple[Term, ...]:
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


def _by_phrase(policies: Iterable[Policy]) -> dict[str, tuple[Policy, ...]]:
    found: dict[str, tuple[Policy, ...]] = {}
    named = [(phrase, policy) for policy in policies for phrase in policy.phrases]
    for key, (_, policy) in zip(phrase_keys(phrase for phrase, _ in named), named, strict=True):
        found[key] = (*found.get(key, ()), policy)
    return found


def _read(folder: Path, kinds: Iterable[OfficeKind], cache: Path | None, faults: list[Fault]) -> tuple[Rows, NameIndex]:
    """The rows of every table and the index of all names in them, from the cache where it fits."""
    stamp = None if cache is None else stamp_of(folder, (*TABLES, "titles.tsv"))
    if cache is not None and stamp is not None:
        kept = read_kept(cache, stamp)
        if kept is not None:
            return kept
    rows = read_all_rows(folder, faults)
    index = index_cells(_cells(rows, kinds))
    if cache is not None and stamp is not None and not faults:
        keep(cache, stamp, rows, index)
    return rows, index


def _cells(rows: Mapping[str, list[Row]], kinds: Iterable[OfficeKind]) -> Iterator[tuple[str, Use]]:
    """Every name in the rows with what it may be."""
    for _, _, row in rows["people"]:
        yield from person_cells(row[0], row[3], row[4], row[5])
    for _, _, row in rows["organisations"]:
        yield from organisation_cells(row[0], row[2], row[3])
    for kind in kinds:
        yield from kind_cells(kind)
    for _, _, row in rows["offices"]:
        yield from office_cells(row[0], row[2], row[5])
    for _, _, row in rows["places"]:
        if row[0] and row[2]:
            yield from place_cells(row[0], row[2], row[3], row[5], row[9])
