"""Write docs/knowledge-coverage.md: what the tables know, by country and office, organisation and place.

``python packaging/coverage_page.py`` writes the page anew; with ``--check`` it ends with 1 where it is out of date.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(PROJECT))

from workbench.knowledge.facts.all_tables import Tables, read_tables  # noqa: E402
from workbench.knowledge.facts.offices import NOBODY, Office, Term  # noqa: E402
from workbench.knowledge.facts.organisations import THINGS  # noqa: E402

PAGE = PROJECT / "docs" / "knowledge-coverage.md"
TABLES = PROJECT / "resources" / "knowledge"
SINCE = 1990  # the year from which an office's holders are meant to be complete


def coverage_page(tables: Tables) -> str:
    """The whole page as Markdown."""
    return "\n".join(_lines(tables)) + "\n"


def _lines(tables: Tables) -> Iterator[str]:
    held = [term for term in tables.terms if term.person != NOBODY]
    lived = sum(1 for person in tables.people if person.born)
    died = sum(1 for person in tables.people if person.died)
    exact = sum(1 for term in held if term.start.exact and (term.end is None or term.end.exact))
    yield "# What the program knows"
    yield ""
    yield "Made from the tables in `resources/knowledge` by `python packaging/coverage_page.py`; do not edit."
    yield ""
    yield "| | |"
    yield "|---|---:|"
    for name, number in (
        ("offices", len(tables.offices)),
        ("terms of office", len(held)),
        ("… with both ends known to the day", exact),
        ("… acting", sum(1 for term in held if term.status == "acting")),
        ("… disputed", sum(1 for term in held if term.status == "disputed")),
        ("people", len(tables.people)),
        ("… who held an office", len({term.person for term in held})),
        ("… with a date of birth", lived),
        ("… with a date of death", died),
        ("organisations, states, wars, products and the like with a lifetime", len(tables.organisations)),
        ("phrases of an age", len(tables.policies)),
        ("places", len(tables.places)),
    ):
        yield f"| {name} | {number:,} |"
    yield ""
    yield "## Terms of office by country and organisation"
    yield ""
    yield (
        "*From* is the first day that is known of the office, *to* the last: an open term is known to have lasted "
        "until the day given, and of later days nothing is said. *Nobody entered* counts stretches in which the office "
        "was vacant or whose holders are not known."
    )
    terms = _by_office(tables.terms)
    names = _seats(tables)
    seats = {office.country for office in tables.offices}
    for seat in sorted(seats, key=lambda seat: (not seat.isupper(), names[seat])):
        yield ""
        yield f"### {names[seat]}"
        yield ""
        yield "| office | | terms | people | from | to | nobody entered |"
        yield "|---|---|---:|---:|---|---|---:|"
        for office in sorted((one for one in tables.offices if one.country == seat), key=lambda one: one.name_en):
            yield _row(office, terms.get(office.id, []))
    yield ""
    yield "## What has a lifetime"
    yield ""
    yield "| kind | number | earliest | latest |"
    yield "|---|---:|---|---|"
    for kind, number in sorted(Counter(one.kind for one in tables.organisations).items()):
        begun = sorted(str(one.start) for one in tables.organisations if one.kind == kind and one.start)
        mark = "" if kind in THINGS else " (organisation)"
        yield f"| {kind}{mark} | {number} | {begun[0] if begun else ''} | {begun[-1] if begun else ''} |"
    yield ""
    yield "## Places"
    yield ""
    yield "| kind | number | of them with coordinates |"
    yield "|---|---:|---:|"
    for kind, number in sorted(Counter(place.kind for place in tables.places).items()):
        found = sum(1 for place in tables.places if place.kind == kind and place.latitude is not None)
        yield f"| {kind} | {number} | {found} |"


def _row(office: Office, terms: list[Term]) -> str:
    held = [term for term in terms if term.person != NOBODY]
    first = min((str(term.start) for term in terms), default="")
    last = max(terms, key=lambda term: term.last_known, default=None)
    until = ""
    if last is not None:
        until = str(last.end) if last.end is not None else f"open, known until {last.known_until}"
    if office.until is not None:
        until += f" (abolished {office.until})"
    people = len({term.person for term in held})
    return (
        f"| {office.name_en} | {office.name_ar} | {len(held)} | {people} | {first} | {until.strip()} "
        f"| {len(terms) - len(held) or ''} |"
    )


def _by_office(terms: Iterable[Term]) -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = {}
    for term in terms:
        found.setdefault(term.office, []).append(term)
    return found


def _seats(tables: Tables) -> dict[str, str]:
    """What an office's country or organisation is called."""
    names = {office.country: office.country for office in tables.offices}
    names |= {one.id: one.name_en for one in tables.organisations}
    return names | {place.country: place.name_en for place in tables.places if place.kind == "country"}


def main(words: list[str]) -> int:
    page = coverage_page(read_tables(TABLES, []))
    if "--check" in words:
        if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page:
            return 0
        print(f"{PAGE.relative_to(PROJECT)} is out of date: run python packaging/coverage_page.py", file=sys.stderr)
        return 1
    PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
