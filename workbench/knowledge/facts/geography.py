"""How places lie to each other: one in the other, near, or far apart."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.knowledge.facts.places import Location
from workbench.text.normal import key

_WIDE = frozenset(("continent", "region", "country", "sea", "desert"))
_EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True, slots=True, eq=False)
class Geography:
    """Places by identifier, and the places of adjectives («أميركي») by their folded key. Every question may be asked of
    an unknown place too; then only equality is known."""

    places: dict[str, Location]
    nations: dict[str, str]
    capitals: frozenset[str]

    def upwards(self, id: str) -> Iterator[str]:
        """The place itself, then what it lies in, ever wider."""
        seen: set[str] = set()
        while id and id not in seen:
            yield id
            seen.add(id)
            place = self.places.get(id)
            id = place.parent if place else ""

    def within(self, inner: str, outer: str) -> bool:
        return outer in self.upwards(inner)

    def touch(self, one: str, other: str) -> bool:
        """Whether one of the places is, or lies in, the other."""
        return self.within(one, other) or self.within(other, one)

    def is_wide(self, id: str) -> bool:
        """A country or wider: that two events share it says little."""
        place = self.places.get(id)
        return place is not None and place.kind in _WIDE

    def is_local(self, id: str) -> bool:
        """A part of one country, be it a region: what happens in two of them is two."""
        place = self.places.get(id)
        return place is not None and (place.kind not in _WIDE or (place.kind == "region" and place.country != ""))

    def is_capital(self, id: str) -> bool:
        """Whether a place is the seat of a state's government, whose name the news uses for the government."""
        return id in self.capitals

    def country(self, id: str) -> str:
        """ISO code of the country a place lies in; empty where unknown."""
        place = self.places.get(id)
        return place.country if place else ""

    def names(self, id: str) -> tuple[str, str]:
        """English and Arabic name; the identifier itself for an unknown place."""
        place = self.places.get(id)
        return (place.name_en or place.name, place.name) if place else (id, id)

    def distance(self, one: str, other: str) -> float | None:
        """Kilometres between two places' points along a great circle; None where a point is missing."""
        a, b = self.places.get(one), self.places.get(other)
        if a is None or b is None or a.latitude is None or b.latitude is None:
            return None
        if a.longitude is None or b.longitude is None:
            return None
        north_a, north_b = math.radians(a.latitude), math.radians(b.latitude)
        half_north, half_east = (north_b - north_a) / 2, math.radians(b.longitude - a.longitude) / 2
        chord = math.sin(half_north) ** 2 + math.cos(north_a) * math.cos(north_b) * math.sin(half_east) ** 2
        return 2 * _EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))


def make_geography(places: Iterable[Location]) -> Geography:
    found = {place.id: place for place in places}
    nations = {key(adjective): place.id for place in found.values() for adjective in place.adjectives}
    capitals = frozenset(place.id for place in found.values() if place.where.file.endswith("capitals.tsv"))
    return Geography(found, nations, capitals)


NO_GEOGRAPHY = Geography({}, {}, frozenset())
