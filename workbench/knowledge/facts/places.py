"""Places: where they lie, in what, under which names and adjectives."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.knowledge.records import Where, pieces
from workbench.knowledge.tables import Fault

PLACE_COLUMNS = (
    "id", "name_en", "names", "kind", "parent", "country", "latitude", "longitude", "zone", "adjectives", "source"
)  # fmt: skip
PLACE_KINDS = frozenset((
    "continent", "region", "country", "governorate", "city", "town", "district", "village", "camp", "base", "airport",
    "port", "crossing", "strait", "sea", "river", "canal", "dam", "island", "mountain", "desert", "field", "plant",
    "prison", "holy-site", "palace", "street", "square",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Location:
    """A place. ``parent`` is the id of the place it lies in, ``country`` an ISO code, ``latitude`` and ``longitude``
    degrees (None for what has no point), ``zone`` an IANA name where there is one, ``adjectives`` masculine singular
    forms without ال."""

    id: str
    name_en: str
    names: tuple[str, ...]
    kind: str
    parent: str
    country: str
    latitude: float | None
    longitude: float | None
    zone: str
    adjectives: tuple[str, ...]
    source: str
    where: Where

    @property
    def name(self) -> str:
        return self.names[0]


def place_of(row: list[str], where: Where, faults: list[Fault]) -> Location | None:
    """The place of one row; None, and a fault, without an id or a name."""
    id, name_en, names, kind, parent, country, latitude, longitude, zone, adjectives, source = row
    if not id or not names:
        faults.append(Fault(where.file, where.line, "a place needs an id and a name"))
        return None
    try:
        north = float(latitude) if latitude else None
        east = float(longitude) if longitude else None
    except ValueError:
        faults.append(Fault(where.file, where.line, f"{latitude!r}, {longitude!r} are no degrees"))
        north = east = None
    return Location(
        id, name_en, pieces(names), kind, parent, country, north, east, zone, pieces(adjectives), source, where
    )
