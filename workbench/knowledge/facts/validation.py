"""What is wrong with the knowledge tables: every fault at once, each with its file and line."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
import zoneinfo
from collections.abc import Iterable, Iterator
from pathlib import Path

from workbench.knowledge.facts.all_tables import Tables, read_tables
from workbench.knowledge.facts.offices import HOW_ENDED, NOBODY, STATUSES, Term
from workbench.knowledge.facts.organisations import ORGANISATION_KINDS
from workbench.knowledge.facts.places import PLACE_KINDS
from workbench.knowledge.records import Where, unique
from workbench.knowledge.tables import Fault
from workbench.knowledge.time.days import Day
from workbench.knowledge.words.name_words import read_name_words

GAP = 31  # days between two holders that need no explanation
GAPS_SINCE = dt.date(1990, 1, 1)  # what came before is entered for the people only, not for the offices
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
# Harakat, tatweel, presentation forms, letters of Persian keyboards, direction marks, no-break space.
_ODD = re.compile(
    "[\u064b-\u0652\u0670\u0640\ufb50-\ufdff\ufe70-\ufeff\u06a9\u06cc\u06c0\u06c1\u06be"
    "\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00a0]"
)
_PLACEHOLDERS = ("{adj}", "{adjf}", "{country}", "{country_en}")


def validate_folder(folder: Path) -> tuple[Fault, ...]:
    """Every fault of the tables below ``folder`` (``resources/knowledge``), in the order of files and lines."""
    faults: list[Fault] = []
    tables = read_tables(folder, faults)
    read_name_words(folder, faults)
    faults += validate(tables)
    return tuple(sorted(faults, key=lambda fault: (fault.file, fault.line, fault.message)))


def validate(tables: Tables, gaps: bool = True) -> tuple[Fault, ...]:
    """Every fault that shows once the rows can be read; without ``gaps`` a time with nobody in office is none."""
    return (
        *_ids(tables),
        *_people(tables),
        *_offices(tables),
        *_terms(tables),
        *_overlaps(tables),
        *(gap_faults(tables) if gaps else ()),
        *_organisations(tables),
        *_places(tables),
    )


def _fault(where: Where, message: str) -> Fault:
    return Fault(where.file, where.line, message)


def _ids(tables: Tables) -> Iterator[Fault]:
    faults: list[Fault] = []
    for what, rows in (
        ("person", tables.people),
        ("office", tables.offices),
        ("organisation", tables.organisations),
        ("place", tables.places),
    ):
        unique(((row.id, row.where) for row in rows), what, faults)
        for row in rows:
            if not _SLUG.fullmatch(row.id):
                faults.append(_fault(row.where, f"{row.id!r} is no slug of a-z, 0-9 and single hyphens"))
            if not row.source:
                faults.append(_fault(row.where, "the source is missing"))
            if not row.name_en:
                faults.append(_fault(row.where, "the English name is missing"))
    for term in tables.terms:
        if not term.source:
            faults.append(_fault(term.where, "the source is missing"))
    yield from faults


def _spelling(where: Where, names: Iterable[str]) -> Iterator[Fault]:
    for name in names:
        odd = _ODD.search(name)
        if odd:
            yield _fault(where, f"{name!r} holds {unicodedata.name(odd.group(), 'an unnamed character')}")
        elif name != " ".join(name.split()):
            yield _fault(where, f"{name!r} holds more than single spaces")
    listed = list(names)
    for name in sorted({name for name in listed if listed.count(name) > 1}):
        yield _fault(where, f"{name!r} stands twice in one cell")


def _people(tables: Tables) -> Iterator[Fault]:
    wikidata: dict[str, Where] = {}
    for person in tables.people:
        yield from _spelling(person.where, person.names)
        yield from _spelling(person.where, person.short)
        yield from _spelling(person.where, person.epithets)
        if person.sex not in ("m", "f", ""):
            yield _fault(person.where, f"the sex is {person.sex!r}, not m or f")
        if person.born and person.died and person.died.last < person.born.first:
            yield _fault(person.where, f"died ({person.died}) before being born ({person.born})")
        if person.wikidata:
            if not _WIKIDATA.fullmatch(person.wikidata):
                yield _fault(person.where, f"{person.wikidata!r} is no Wikidata id")
            elif person.wikidata in wikidata:
                yield _fault(person.where, f"{person.wikidata} stands already in {wikidata[person.wikidata]}")
            else:
                wikidata[person.wikidata] = person.where


def _offices(tables: Tables) -> Iterator[Fault]:
    kinds = {kind.kind for kind in tables.kinds}
    countries = {place.country for place in tables.places if place.kind == "country"}
    bodies = {organisation.id for organisation in tables.organisations}
    for office in tables.offices:
        yield from _spelling(office.where, (office.name_ar,))
        yield from _spelling(office.where, office.titles)
        if not office.name_ar:
            yield _fault(office.where, "the Arabic name is missing")
        if office.kind not in kinds:
            yield _fault(office.where, f"unknown kind of office {office.kind!r}")
        if office.country not in (countries if office.country.isupper() else bodies):
            yield _fault(office.where, f"unknown country or organisation {office.country!r}")
        if office.holders not in ("one", "several"):
            yield _fault(office.where, f"holders is {office.holders!r}, not one or several")
        if office.since and office.until and office.until.last < office.since.first:
            yield _fault(office.where, "abolished before it was created")
    for kind in tables.kinds:
        for pattern in (*kind.patterns, *kind.patterns_f):
            if not any(pattern.count(placeholder) == 1 for placeholder in _PLACEHOLDERS):
                yield Fault("titles.tsv", 0, f"{pattern!r} of {kind.kind} has no place for the country")


def _terms(tables: Tables) -> Iterator[Fault]:
    people = {person.id: person for person in tables.people}
    offices = {office.id: office for office in tables.offices}
    for term in tables.terms:
        if term.office not in offices:
            yield _fault(term.where, f"unknown office {term.office!r}")
        if term.status not in STATUSES:
            yield _fault(term.where, f"unknown status {term.status!r}")
        if (term.person == NOBODY) != (term.status in ("vacant", "unknown")):
            yield _fault(term.where, "vacant and unknown stand with the person -, and only they")
        if term.how_ended not in HOW_ENDED:
            yield _fault(term.where, f"unknown way of ending {term.how_ended!r}")
        if term.end is None and term.how_ended:
            yield _fault(term.where, "a term that has not ended cannot have ended somehow")
        if term.person != NOBODY and term.end is not None and not term.how_ended:
            yield _fault(term.where, "how the term ended is missing (unknown is a word for it)")
        if term.last_known < term.start.first:
            yield _fault(term.where, f"ends ({term.end or term.known_until}) before it starts ({term.start})")
        if term.person == NOBODY:
            continue
        person = people.get(term.person)
        if person is None:
            yield _fault(term.where, f"unknown person {term.person!r}")
            continue
        if person.born and term.start.last < person.born.first:
            yield _fault(term.where, f"starts ({term.start}) before {person.id} was born ({person.born})")
        if person.died and (term.end.first if term.end else term.known_until or dt.date.min) > person.died.last:
            yield _fault(term.where, f"ends ({term.end or term.known_until}) after {person.id} died ({person.died})")
        if person.died and term.how_ended in ("died", "killed") and term.end and not _same(term.end, person.died):
            yield _fault(term.where, f"ended by death on {term.end}, but {person.id} died on {person.died}")


def _same(one: Day, other: Day) -> bool:
    return one.first <= other.last and other.first <= one.last


def _by_office(tables: Tables) -> dict[str, list[Term]]:
    by_office: dict[str, list[Term]] = {}
    for term in tables.terms:
        by_office.setdefault(term.office, []).append(term)
    for terms in by_office.values():
        terms.sort(key=lambda term: (term.start.first, term.last_known))
    return by_office


def _overlaps(tables: Tables) -> Iterator[Fault]:
    """Overlaps, office by office; two terms of one person in one office may not overlap either."""
    offices = {office.id: office for office in tables.offices}
    for id, terms in _by_office(tables).items():
        office = offices.get(id)
        for at, term in enumerate(terms):
            for later in terms[at + 1 :]:
                if later.start.last >= _earliest_end(term):
                    continue
                if term.person == later.person:
                    yield _fault(later.where, f"{later.person} holds {id} already, since {term.start} ({term.where})")
                elif office is not None and office.holders == "one" and _exclusive(term, later):
                    yield _fault(
                        later.where,
                        f"{later.person} takes {id} on {later.start}, before {term.person} leaves it on "
                        f"{term.end or term.known_until} ({term.where})",
                    )


def _earliest_end(term: Term) -> dt.date:
    return term.end.first if term.end is not None else dt.date.max


def _exclusive(term: Term, later: Term) -> bool:
    return not {term.status, later.status} & {"acting", "disputed", "unknown"}


def gap_faults(tables: Tables) -> Iterator[Fault]:
    """Times in which nobody is entered for an office that is for one."""
    offices = {office.id: office for office in tables.offices}
    for id, terms in _by_office(tables).items():
        office = offices.get(id)
        if office is not None and office.holders == "one":
            yield from _gaps(id, terms)


def _gaps(id: str, terms: list[Term]) -> Iterator[Fault]:
    reached: dt.date | None = None
    for term in terms:
        if reached is not None:
            missing = (term.start.first - reached).days - 1
            if missing > GAP and term.start.first > GAPS_SINCE and term.start.first > reached:
                yield _fault(term.where, f"nobody is entered for {id} from {reached} to {term.start} ({missing} days)")
        last = dt.date.max if term.end is None else term.end.last
        reached = last if reached is None else max(reached, last)


def _organisations(tables: Tables) -> Iterator[Fault]:
    ids = {organisation.id for organisation in tables.organisations}
    countries = {place.country for place in tables.places if place.kind == "country"}
    for row in tables.organisations:
        yield from _spelling(row.where, row.names)
        if row.kind not in ORGANISATION_KINDS:
            yield _fault(row.where, f"unknown kind of organisation {row.kind!r}")
        if row.country and row.country not in countries:
            yield _fault(row.where, f"unknown country {row.country!r}")
        if row.start and row.end and row.end.last < row.start.first:
            yield _fault(row.where, f"ended ({row.end}) before it began ({row.start})")
        if row.successor and row.successor not in ids:
            yield _fault(row.where, f"unknown successor {row.successor!r}")
    offices = {office.id for office in tables.offices}
    for policy in tables.policies:
        yield from _spelling(policy.where, policy.phrases)
        if policy.office and policy.office not in offices:
            yield _fault(policy.where, f"unknown office {policy.office!r}")
        if not policy.source:
            yield _fault(policy.where, "the source is missing")


def _places(tables: Tables) -> Iterator[Fault]:
    ids = {place.id for place in tables.places}
    countries = {place.country for place in tables.places if place.kind == "country"}
    zones = zoneinfo.available_timezones() if any(place.zone for place in tables.places) else set()
    for row in tables.places:
        yield from _spelling(row.where, row.names)
        yield from _spelling(row.where, row.adjectives)
        if row.kind not in PLACE_KINDS:
            yield _fault(row.where, f"unknown kind of place {row.kind!r}")
        if row.parent and row.parent not in ids:
            yield _fault(row.where, f"unknown parent {row.parent!r}")
        if row.country and row.country not in countries:
            yield _fault(row.where, f"unknown country {row.country!r}")
        if row.zone and row.zone not in zones:
            yield _fault(row.where, f"unknown time zone {row.zone!r}")
        if (row.latitude is None) != (row.longitude is None):
            yield _fault(row.where, "latitude and longitude come together")
        elif not (-90 <= (row.latitude or 0) <= 90 and -180 <= (row.longitude or 0) <= 180):
            yield _fault(row.where, f"{row.latitude}, {row.longitude} lies on no map")
        if any(adjective.startswith("ال") for adjective in row.adjectives):
            yield _fault(row.where, "adjectives are given without ال")
