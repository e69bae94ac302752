"""Questions about offices: who held one and when, every term as plain values for a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from workbench.knowledge.facts.names import phrase_key
from workbench.knowledge.facts.offices import NOBODY, Office, Term
from workbench.knowledge.facts.titles import office_titles
from workbench.knowledge.facts.world import World


class NoSuchOfficeError(LookupError):
    """No office has that id, title or name; ``near`` are ids that resemble it."""

    def __init__(self, wanted: str, near: tuple[str, ...]) -> None:
        self.wanted = wanted
        self.near = near
        hint = f"; did you mean {', '.join(near)}?" if near else ""
        super().__init__(f"no office is called {wanted!r}{hint}")


class TermRecord(TypedDict):
    """A term as ``knowledge dump`` gives it. ``start`` and ``end`` are ISO days; of a term that is not known to have
    ended ``end`` is None and ``known_until`` the last day on which it is known to have lasted. Where a date is known
    only roughly, ``start`` is the earliest and ``end`` the latest day it can be, and ``precision`` says so."""

    person: str
    wikidata: str | None
    names: list[str]
    name_en: str
    office: str
    office_en: str
    titles: list[str]
    country: str
    start: str
    end: str | None
    known_until: str | None
    precision: dict[str, str]
    how_ended: str | None
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class Holder:
    """A line of ``knowledge holders``."""

    term: Term
    name_en: str
    name_ar: str


def find_office(wanted: str, world: World) -> Office:
    """An office by its id, an Arabic title with the country, or its English name. Raises NoSuchOfficeError."""
    if wanted in world.offices:
        return world.offices[wanted]
    folded = wanted.strip().casefold()
    for office in world.offices.values():
        if office.name_en.casefold() == folded:
            return office
    key = phrase_key(wanted)
    for office in world.offices.values():
        for feminine in (False, True):
            if any(phrase_key(title) == key for title in office_titles(office, world, feminine)):
                return office
    parts = set(folded.replace("-", " ").split())
    near = sorted(
        (office for office in world.offices.values()),
        key=lambda office: -len(parts & set((office.id.replace("-", " ") + " " + office.name_en.casefold()).split())),
    )
    shown = tuple(
        office.id
        for office in near[:3]
        if parts & set((office.id.replace("-", " ") + " " + office.name_en.casefold()).split())
    )
    raise NoSuchOfficeError(wanted, shown)


def list_holders(office: Office, world: World, on: dt.date | None = None) -> tuple[Holder, ...]:
    """The holders of an office in order, or on one day: on a day of handing over both, and those for whom that day is
    not known for certain."""
    return tuple(
        Holder(term, world.people[term.person].name_en, world.people[term.person].name)
        for term in world.terms.get(office.id, ())
        if term.person != NOBODY and (on is None or term.covers(on, on) != "no") and not _beyond(term, on)
    )


def _beyond(term: Term, on: dt.date | None) -> bool:
    """Whether a day lies after all that is known of a term that has not ended."""
    return on is not None and term.known_until is not None and on > term.known_until


def dump_terms(world: World) -> Iterator[TermRecord]:
    """Every term with a holder, office by office, sorted by start."""
    titles: dict[tuple[str, str], list[str]] = {}
    for office in world.offices.values():
        for term in world.terms.get(office.id, ()):
            if term.person == NOBODY:
                continue
            person = world.people[term.person]
            if (office.id, person.sex) not in titles:
                titles[office.id, person.sex] = list(office_titles(office, world, feminine=person.sex == "f"))
            precision = {}
            if not term.start.exact:
                precision["start"] = "month" if len(str(term.start)) == 7 else "year"
            if term.end is not None and not term.end.exact:
                precision["end"] = "month" if len(str(term.end)) == 7 else "year"
            yield TermRecord(
                person=person.id,
                wikidata=person.wikidata or None,
                names=[*person.names, *person.short, *person.epithets],
                name_en=person.name_en,
                office=office.id,
                office_en=office.name_en,
                titles=titles[office.id, person.sex],
                country=office.country,
                start=term.start.first.isoformat(),
                end=term.end.last.isoformat() if term.end is not None else None,
                known_until=term.known_until.isoformat() if term.known_until is not None else None,
                precision=precision,
                how_ended=term.how_ended or None,
                status=term.status,
                source=term.source,
            )
