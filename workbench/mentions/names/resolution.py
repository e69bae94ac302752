"""Who is meant: names of a sentence decided by what stands beside them, earlier in the article, and by the time."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.knowledge.facts.names import phrase_key
from workbench.knowledge.facts.world import World
from workbench.mentions.names.values import OfficeName, OrganisationName, PersonName, PlaceName
from workbench.mentions.values import Mention

_NEAR = 40  # characters between a title and its name: honorifics, a comma, words such as السابق


def resolve_names(
    mentions: Sequence[Mention], world: World, begin: dt.date | None = None, end: dt.date | None = None
) -> tuple[Mention, ...]:
    """The article's mentions with names decided; those believed by nobody are left out. ``mentions`` stand in the
    order of the article, offsets counting from its start; ``begin`` and ``end`` are the days it may be from.

    A name that several bear goes to the one who ever held the office beside it, then to the one named in full
    before, then to the one in office on the article's days; else it stays without an id. A doubtful short name
    («سلام», «صالح») is believed beside a title or after the full name only.
    """
    persons = _Persons(world, begin, end)
    countries = _countries(mentions, world)
    resolved: list[Mention] = []
    for at, mention in enumerate(mentions):
        value = mention.value
        if isinstance(value, PersonName):
            office = OfficeName(None, "", (), value.kinds) if value.kinds else _beside(mentions, at)
            decided = persons.decide(value, office)
            if decided is None:
                continue
            mention = replace(mention, value=decided)
        elif isinstance(value, PlaceName) and value.id is None and len(value.candidates) > 1:
            mention = replace(mention, value=_place(value, countries, world))
        resolved.append(mention)
    return tuple(
        replace(mention, value=_office(mention.value, _person_beside(resolved, at), world))
        if isinstance(mention.value, OfficeName) and mention.value.id is None
        else mention
        for at, mention in enumerate(resolved)
    )


class _Persons:
    """Whom the names of one article mean, in the order they are read."""

    def __init__(self, world: World, begin: dt.date | None, end: dt.date | None) -> None:
        self.world = world
        self.begin = begin
        self.end = end
        self.named: dict[str, str] = {}  # short form → the person last named in full

    def decide(self, value: PersonName, office: OfficeName | None) -> PersonName | None:
        if value.form == "shape":
            return value
        candidates = value.candidates
        if value.form == "short":
            earlier = self.named.get(phrase_key(value.name)) or self._named_among(candidates)
            if earlier is not None and (office is None or self._held(earlier, office)):
                return self._as(value, earlier)
            if value.doubtful:
                return None
        if len(candidates) > 1:
            candidates = self._narrow(candidates, office)
        if len(candidates) == 1:
            if value.form != "short":
                for short in self.world.people[candidates[0]].short:
                    self.named[phrase_key(short)] = candidates[0]
            return self._as(value, candidates[0])
        return replace(value, id=None, candidates=candidates)

    def _named_among(self, candidates: Iterable[str]) -> str | None:
        known = [id for id in candidates if id in self.named.values()]
        return known[-1] if len(known) == 1 else None

    def _as(self, value: PersonName, person: str) -> PersonName:
        return replace(
            value, id=person, name=self.world.people[person].name, candidates=(person,), doubtful=False
        )

    def _held(self, person: str, office: OfficeName) -> bool:
        """Whether a person ever held an office that the title may mean."""
        if not office.offices and not office.kinds:
            return True
        offices = self.world.offices
        return any(
            term.office in office.offices
            or (not office.offices and not office.country and offices[term.office].kind in office.kinds)
            for term in self.world.terms_of(person)
            if term.office in offices
        )

    def _narrow(self, candidates: tuple[str, ...], office: OfficeName | None) -> tuple[str, ...]:
        if office is not None:
            held = tuple(id for id in candidates if self._held(id, office))
            if held:
                candidates = held
        if len(candidates) > 1 and self.begin is not None and self.end is not None:
            sitting = tuple(id for id in candidates if self._sits(id, office, self.begin, self.end))
            if len(sitting) == 1:
                return sitting
        return candidates

    def _sits(self, person: str, office: OfficeName | None, begin: dt.date, end: dt.date) -> bool:
        return any(
            term.covers(begin, end) == "yes" and (office is None or not office.offices or term.office in office.offices)
            for term in self.world.terms_of(person)
        )


def _beside(mentions: Sequence[Mention], at: int) -> OfficeName | None:
    """The title right before a person, else the one right after."""
    person = mentions[at]
    if at:
        before = mentions[at - 1]
        if isinstance(before.value, OfficeName) and 0 <= person.start - before.end <= _NEAR:
            # «العاهل الأردني الملك عبد الله»: the bare title says no more than the one it follows at once
            fuller = mentions[at - 2].value if at > 1 and 0 <= before.start - mentions[at - 2].end <= 2 else None
            if not before.value.offices and isinstance(fuller, OfficeName) and fuller.offices:
                return fuller
            return before.value
    if at + 1 < len(mentions):
        after = mentions[at + 1]
        if isinstance(after.value, OfficeName) and 0 <= after.start - person.end <= 3:
            return after.value
    return None


def _person_beside(mentions: Sequence[Mention], at: int) -> str | None:
    """The person right after a title, else the one right before it."""
    office = mentions[at]
    if at + 1 < len(mentions):
        after = mentions[at + 1]
        if isinstance(after.value, PersonName) and 0 <= after.start - office.end <= _NEAR:
            return after.value.id
    if at:
        before = mentions[at - 1]
        if isinstance(before.value, PersonName) and 0 <= office.start - before.end <= 3:
            return before.value.id
    return None


def _office(value: OfficeName, person: str | None, world: World) -> OfficeName:
    """A title that several offices share, or one without a country, means the one its person held."""
    if person is None:
        return value
    held = tuple(
        dict.fromkeys(
            term.office
            for term in world.terms_of(person)
            if term.office in world.offices
            and (
                term.office in value.offices
                or (
                    not value.offices
                    and not value.country
                    and any(
                        term.office in world.offices_of.get((kind, world.offices[term.office].country), ())
                        for kind in value.kinds
                    )
                )
            )
        )
    )
    if len(held) != 1:
        return replace(value, offices=value.offices or held)
    return replace(value, id=held[0], name=world.offices[held[0]].name_ar, offices=value.offices or held)


def _countries(mentions: Sequence[Mention], world: World) -> Counter[str]:
    """How often each country is spoken of, through places, offices and organisations that belong to one."""
    counted: Counter[str] = Counter()
    for mention in mentions:
        value = mention.value
        if isinstance(value, PlaceName) and value.id is not None:
            counted[world.places[value.id].country] += 1
        elif isinstance(value, OfficeName) and value.country:
            counted[value.country] += 1
        elif isinstance(value, OrganisationName) and value.id is not None:
            counted[world.organisations[value.id].country] += 1
    del counted[""]
    return counted


def _place(value: PlaceName, countries: Counter[str], world: World) -> PlaceName:
    """Of places with one name (طرابلس، عمان), the one whose country the article speaks of most; a tie decides
    nothing."""
    ranked = sorted(value.candidates, key=lambda id: -countries[world.places[id].country])
    first, second = (countries[world.places[id].country] for id in ranked[:2])
    if first == second:
        return value
    place = world.places[ranked[0]]
    return replace(value, id=place.id, name=place.name, candidates=(place.id,))
