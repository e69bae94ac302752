"""Compare our terms with the public list of leaders (REIGN) that lies beside the project, where it does.

Run as ``python -m tests.knowledge.compare_leaders``: prints, country by country, the leaders whose dates agree, those
that differ and those we do not know. The list names the power behind an office, so a difference is a reason to look,
not a verdict; its ends are months.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.knowledge.facts.offices import Term
from workbench.knowledge.facts.world import World, load_world
from workbench.resources import resource_folder

LIST = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "leaders_check.csv"
# The list's country codes and ours.
COUNTRIES = {
    "USA": "US", "CAN": "CA", "BRA": "BR", "UKG": "GB", "FRN": "FR", "GMY": "DE", "ITA": "IT", "SPN": "ES",
    "RUS": "RU", "CHN": "CN", "IND": "IN", "PAK": "PK", "JPN": "JP", "TUR": "TR", "IRN": "IR", "ISR": "IL",
    "ETH": "ET", "SSD": "SS", "UKR": "UA", "AFG": "AF", "SAF": "ZA", "NIG": "NG", "KEN": "KE",
    "GRC": "GR", "POL": "PL", "NTH": "NL", "AUL": "AU", "ROK": "KR", "PRK": "KP", "IRQ": "IQ", "EGY": "EG",
    "SYR": "SY", "LEB": "LB", "JOR": "JO", "SAU": "SA", "UAE": "AE", "QAT": "QA", "KUW": "KW", "BAH": "BH",
    "OMA": "OM", "YEM": "YE", "LIB": "LY", "TUN": "TN", "ALG": "DZ", "MOR": "MA", "MAA": "MR", "SUD": "SD",
    "SOM": "SO", "DJI": "DJ", "COM": "KM", "BEL": "BE", "AUS": "AT", "SWD": "SE", "NOR": "NO",
}  # fmt: skip
_HEADS = frozenset((
    "president", "king", "emir", "sultan", "supreme-leader", "prime-minister", "chancellor", "head-of-council",
    "party-leader", "crown-prince",
))  # fmt: skip
# Letters that do not fall apart into a plain letter and a mark.
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "Ø": "O", "Ł": "L"})


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list."""

    country: str
    leader: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A line of the list and the term of ours that comes nearest to it, None where the person is not known to us.
    ``start`` is "day", "month" or "differs", ``end`` "month" or "differs" ("open" where the list has none)."""

    row: Row
    term: Term | None
    start: str
    end: str


def read_list() -> Iterator[Row]:
    with LIST.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            country = COUNTRIES.get(line["country"])
            if country is not None:
                yield Row(country, line["leader"], line["start"], line["end"])


def compare(row: Row, world: World) -> Compared:
    """Our term in an office of head of state or government that agrees best with a line of the list."""
    words = name_words(row.leader)
    best: tuple[tuple[int, int], Term] | None = None
    for office in world.offices.values():
        if office.country != row.country or office.kind not in _HEADS:
            continue
        for term in world.terms.get(office.id, ()):
            person = world.people.get(term.person)
            if person is None or not words & name_words(person.name_en):
                continue
            shared = len(words & name_words(person.name_en)) / len(words)
            agreement = (int(4 * shared), 2 * (_start(row, term) != "differs") + (_end(row, term) != "differs"))
            if best is None or agreement > best[0]:
                best = (agreement, term)
    if best is None:
        return Compared(row, None, "", "")
    return Compared(row, best[1], _start(row, best[1]), _end(row, best[1]))


def _start(row: Row, term: Term) -> str:
    if term.start.exact and str(term.start) == row.start:
        return "day"
    return "month" if f"{term.start.first:%Y-%m}" <= row.start[:7] <= f"{term.start.last:%Y-%m}" else "differs"


def _end(row: Row, term: Term) -> str:
    if not row.end:
        return "open"
    if term.end is None:
        return "differs"
    return "month" if f"{term.end.first:%Y-%m}" <= row.end <= f"{term.end.last:%Y-%m}" else "differs"


def name_words(name: str) -> frozenset[str]:
    """The words of a name by which two spellings of it are compared: without accents, particles and initials."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS)).encode("ascii", "ignore").decode().casefold()
    words = re.split(r"[^a-z]+", plain)
    return frozenset(word for word in words if len(word) > 2 and word not in ("the", "bin", "von", "van", "abd", "ibn"))


def main() -> int:
    if not LIST.is_file():
        print(f"{LIST} is not there: nothing to compare with", file=sys.stderr)
        return 2
    world = load_world(resource_folder() / "knowledge")
    known = {office.country for office in world.offices.values()}
    counts = {"agree": 0, "differ": 0, "unknown": 0}
    for row in read_list():
        if row.country not in known:
            continue
        found = compare(row, world)
        if found.term is None:
            counts["unknown"] += 1
            print(f"{row.country}  unknown to us: {row.leader} {row.start} to {row.end or 'now'}")
        elif "differs" in (found.start, found.end):
            counts["differ"] += 1
            term = found.term
            print(
                f"{row.country}  differs: {row.leader} {row.start} to {row.end or 'now'}; ours: {term.person} "
                f"{term.office} {term.start} to {term.end or '>' + str(term.known_until)} ({term.where})"
            )
        else:
            counts["agree"] += 1
    print(", ".join(f"{count} {what}" for what, count in counts.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
