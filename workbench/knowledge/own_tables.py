"""A person's own table of people, offices, terms, organisations or places: recognised, linted beside ours."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from workbench.knowledge.offices import OFFICE_COLUMNS, TERM_COLUMNS, offices_of, terms_of
from workbench.knowledge.organisations import ORGANISATION_COLUMNS, organisations_of
from workbench.knowledge.people import PERSON_COLUMNS, people_of
from workbench.knowledge.places import PLACE_COLUMNS, places_of
from workbench.knowledge.records import read_records
from workbench.knowledge.tables import Fault
from workbench.knowledge.validation import validate
from workbench.knowledge.world import Tables, read_tables

_KINDS = {
    PERSON_COLUMNS: "people", OFFICE_COLUMNS: "offices", TERM_COLUMNS: "terms", ORGANISATION_COLUMNS: "organisations",
    PLACE_COLUMNS: "places",
}  # fmt: skip


def validate_file(path: Path, folder: Path) -> tuple[Fault, ...]:
    """Every fault of one table of a person's own, judged together with the tables below ``folder``
    (``resources/knowledge``), whose own faults are left out. Its kind is told by its header."""
    columns = _columns(path)
    if columns is None:
        headers = "; ".join(f"{kind}: {', '.join(found)}" for found, kind in _KINDS.items())
        return (Fault(path.name, 0, f"the header is that of no table ({headers})"),)
    faults: list[Fault] = []
    tables = _joined(read_tables(folder, []), path, columns, faults)
    faults += [fault for fault in validate(tables) if fault.file == path.name]
    return tuple(sorted(faults, key=lambda fault: (fault.line, fault.message)))


def _columns(path: Path) -> tuple[str, ...] | None:
    """The header of a table, where it is one of ours."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    header = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    cells = tuple(cell.strip() for cell in header.split("\t"))
    return cells if cells in _KINDS else None


def _joined(tables: Tables, path: Path, columns: tuple[str, ...], faults: list[Fault]) -> Tables:
    records = [read_records(path, columns, faults, path.name)]
    match _KINDS[columns]:
        case "people":
            return replace(tables, people=(*tables.people, *people_of(records, faults)))
        case "offices":
            return replace(tables, offices=(*tables.offices, *offices_of(records, faults)))
        case "terms":
            return replace(tables, terms=(*tables.terms, *terms_of(records, faults)))
        case "organisations":
            return replace(tables, organisations=(*tables.organisations, *organisations_of(records, faults)))
        case _:
            return replace(tables, places=(*tables.places, *places_of(records, faults)))
