"""A person's own tables beside ours: read the same way, checked the same way, faulty rows told and left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.knowledge.facts.all_tables import TABLES, Rows, Tables, read_all_rows, tables_of
from workbench.knowledge.facts.offices import OfficeKind, Term, read_kinds
from workbench.knowledge.facts.validation import gap_faults, validate
from workbench.knowledge.records import Row, read_records
from workbench.knowledge.tables import Fault
from workbench.knowledge.time.days import exactly

OWN = "own/"  # stands before the names of a person's own files: own/terms/mine.tsv
_WHERE = re.compile(r"\(([^()]+:\d+)\)$")


def join_own(ours: Rows, own: Path, kinds: Sequence[OfficeKind]) -> tuple[Rows, Rows, tuple[Fault, ...]]:
    """The rows of both; the person's own that are used; the faults for which others are left out. A term of the
    person's own with the person, office and start of one of ours that has not ended takes its place: so a newer end
    is entered."""
    faults: list[Fault] = []
    good, told = sift(read_all_rows(own, faults, OWN), ours, kinds)
    faults += told
    kept = {**ours, "terms": _not_replaced(ours["terms"], good["terms"])}
    rows = {name: [*kept[name], *good[name]] for name in TABLES}
    return rows, good, tuple(sorted(faults, key=_place))


def sift(rows: Rows, ours: Rows, kinds: Sequence[OfficeKind]) -> tuple[Rows, list[Fault]]:
    """The rows that are right beside ours and beside each other, and what is wrong with the others. A row that leans
    on a faulty one falls with it."""
    told: list[Fault] = []
    while True:
        faults = _judge(rows, ours, kinds).faults
        if not faults:
            return rows, told
        told += faults
        wrong = {(fault.file, fault.line) for fault in faults}
        rows = {name: [row for row in found if row[:2] not in wrong] for name, found in rows.items()}


def validate_own(own: Path, folder: Path) -> tuple[Fault, ...]:
    """Every fault of a person's own tables, judged together with those below ``folder`` (``resources/knowledge``)."""
    faults: list[Fault] = []
    rows = read_all_rows(own, faults, OWN)
    judged = _judge(rows, read_all_rows(folder, []), read_kinds(folder, []))
    return tuple(sorted((*faults, *judged.faults, *judged.gaps), key=_place))


def validate_file(path: Path, folder: Path, own: Path | None = None) -> tuple[Fault, ...]:
    """Every fault of one table of a person's own, judged together with the tables below ``folder``
    (``resources/knowledge``) and the person's other ones. Its kind is told by its header."""
    name = _table(path)
    if name is None:
        headers = "; ".join(f"{found}: {', '.join(columns)}" for found, columns in TABLES.items())
        return (Fault(path.name, 0, f"the header is that of no table ({headers})"),)
    ours, kinds = read_all_rows(folder, []), read_kinds(folder, [])
    if own is not None:
        others = {found: [row for row in rows if own / row[0].removeprefix(OWN) != path.resolve()]
                  for found, rows in read_all_rows(own.resolve(), [], OWN).items()}  # fmt: skip
        good, _ = sift(others, ours, kinds)
        ours = {found: [*ours[found], *good[found]] for found in TABLES}
    faults: list[Fault] = []
    records = read_records(path, TABLES[name], faults, path.name)
    rows: Rows = {found: [] for found in TABLES}
    rows[name] = [(records.file, line, row) for line, row in zip(records.lines, records.rows, strict=True)]
    judged = _judge(rows, ours, kinds)
    return tuple(sorted((*faults, *judged.faults, *judged.gaps), key=_place))


def unused_rows(own: Path, folder: Path) -> tuple[Fault, ...]:
    """What of a person's own tables cannot be used beside those below ``folder`` (``resources/knowledge``)."""
    return join_own(read_all_rows(folder, []), own, read_kinds(folder, []))[2] if any(own.glob("*/*.tsv")) else ()


def located(fault: Fault, own: Path) -> Fault:
    """The fault with the whole path of a person's own file, so that they find it."""
    if not fault.file.startswith(OWN):
        return fault
    return replace(fault, file=str(own / fault.file.removeprefix(OWN)))


def _place(fault: Fault) -> tuple[str, int, str]:
    return fault.file, fault.line, fault.message


def _table(path: Path) -> str | None:
    """Which table a file is by its header, where it is one of ours."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    header = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    cells = tuple(cell.strip() for cell in header.split("\t"))
    return next((name for name, columns in TABLES.items() if columns == cells), None)


def _not_replaced(ours: Iterable[Row], own: Iterable[Row]) -> list[Row]:
    """Our terms without those that have not ended and stand in the person's own tables too."""
    theirs = {tuple(row[:3]) for _, _, row in own}
    return [found for found in ours if not (found[2][3].startswith(">") and tuple(found[2][:3]) in theirs)]


@dataclass(frozen=True, slots=True)
class _Judged:
    """What is wrong with a person's own rows; ``gaps`` are no reason to leave a row out."""

    faults: tuple[Fault, ...]
    gaps: tuple[Fault, ...]


def _judge(own: Rows, ours: Rows, kinds: Sequence[OfficeKind]) -> _Judged:
    if not any(own.values()):
        return _Judged((), ())
    faults: list[Fault] = []
    beside = tables_of(_related(own, ours), kinds, [])
    mine = tables_of(own, kinds, faults)
    # Our tables say nothing of the days after a term's last known one: there somebody else may follow.
    until = replace(beside, terms=tuple(_closed(term) for term in beside.terms))
    faults += validate(_together(until, mine), gaps=False)
    gaps = gap_faults(_together(beside, mine))
    places = {f"{file}:{line}": (file, line) for rows in own.values() for file, line, _ in rows}
    files = {file for file, _ in places.values()}
    return _Judged(
        tuple(dict.fromkeys(blamed for fault in faults if (blamed := _blame(fault, files, places)) is not None)),
        tuple(fault for fault in gaps if fault.file in files),
    )


def _blame(fault: Fault, files: set[str], places: dict[str, tuple[str, int]]) -> Fault | None:
    """A fault of a row of the person's own; one told at our row where theirs overlaps it is theirs too."""
    if fault.file in files:
        return fault
    named = _WHERE.search(fault.message)
    if named is None or named.group(1) not in places:
        return None
    file, line = places[named.group(1)]
    return Fault(file, line, f"does not go with {fault.file}:{fault.line}: {fault.message[: named.start()].rstrip()}")


def _closed(term: Term) -> Term:
    if term.known_until is None:
        return term
    return replace(term, end=exactly(term.known_until), known_until=None)


def _related(own: Rows, ours: Rows) -> Rows:
    """Those of our rows that a judgement of the person's own needs: what they name, and what bears their names."""
    cells = {cell for rows in own.values() for _, _, row in rows for cell in row if cell}
    countries = [(file, line, [*row[:8], "", *row[9:]]) for file, line, row in ours["places"] if row[3] == "country"]
    return {
        "people": [found for found in ours["people"] if found[2][0] in cells or found[2][1] in cells],
        "offices": [found for found in ours["offices"] if found[2][0] in cells],
        "terms": [found for found in _not_replaced(ours["terms"], own["terms"]) if found[2][1] in cells],
        "organisations": [found for found in ours["organisations"] if found[2][0] in cells],
        "places": [*countries, *(row for row in ours["places"] if row[2][0] in cells and row[2][3] != "country")],
    }


def _together(ours: Tables, own: Tables) -> Tables:
    return Tables(
        people=(*ours.people, *own.people), kinds=ours.kinds, offices=(*ours.offices, *own.offices),
        terms=(*ours.terms, *own.terms), organisations=(*ours.organisations, *own.organisations),
        policies=(), places=(*ours.places, *own.places),
    )  # fmt: skip
