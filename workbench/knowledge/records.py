"""Reading the many small tables of people, offices, terms, organisations and places: fast, and every fault at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar

from workbench.knowledge.tables import Fault
from workbench.knowledge.time.days import Day, read_day

Key = TypeVar("Key")
Row: TypeAlias = tuple[str, int, list[str]]  # file, line, cells


@dataclass(frozen=True, slots=True)
class Where:
    """A line of a table: ``people/iraq.tsv``, counted from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Records:
    """The rows of one file, as lists of stripped cells in the order of the columns, and their line numbers."""

    file: str
    rows: list[list[str]]
    lines: list[int]


def read_records(path: Path, columns: Sequence[str], faults: list[Fault], name: str | None = None) -> Records:
    """Read one table whose header is exactly ``columns``; faulty lines are left out and told in ``faults``."""
    name = name or f"{path.parent.name}/{path.name}"
    width = len(columns)
    rows: list[list[str]] = []
    lines: list[int] = []
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        faults.append(Fault(name, 0, f"cannot be read: {error}"))
        return Records(name, rows, lines)
    header = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line[0] == "#" or line.isspace():
            continue
        cells = line.split("\t")
        if "  " in line or " \t" in line or "\t " in line or line[-1] == " " or line[-1] == "\r":
            cells = [cell.strip() for cell in cells]
        if not header:
            header = True
            if cells != list(columns):
                faults.append(Fault(name, number, f"the header must be {', '.join(columns)}"))
                return Records(name, rows, lines)
        elif len(cells) == width:
            rows.append(cells)
            lines.append(number)
        elif len(cells) < width:
            rows.append(cells + [""] * (width - len(cells)))
            lines.append(number)
        else:
            faults.append(Fault(name, number, f"{len(cells)} cells where {width} are expected"))
    if not header:
        faults.append(Fault(name, 0, "the table has no header"))
    return Records(name, rows, lines)


def read_rows(folder: Path, columns: Sequence[str], faults: list[Fault], prefix: str = "") -> list[Row]:
    """The rows of every ``*.tsv`` of a folder, each with where it stands; ``prefix`` goes before the files' names."""
    return [
        (table.file, line, row)
        for path in sorted(folder.glob("*.tsv"))
        for table in (read_records(path, columns, faults, f"{prefix}{folder.name}/{path.name}"),)
        for line, row in zip(table.lines, table.rows, strict=True)
    ]


def pieces(cell: str) -> tuple[str, ...]:
    """The variants of a cell."""
    if not cell:
        return ()
    if "|" not in cell:
        return (cell,)
    return tuple(part for part in map(str.strip, cell.split("|")) if part)


def day_or_fault(cell: str, where: Where, faults: list[Fault]) -> Day | None:
    """The day of a cell; None where it is empty or faulty."""
    if not cell:
        return None
    try:
        return read_day(cell)
    except ValueError as error:
        faults.append(Fault(where.file, where.line, str(error)))
        return None


def unique(entries: Iterable[tuple[str, Where]], what: str, faults: list[Fault]) -> None:
    """Every id that stands twice is a fault, told with the line where it first stood."""
    seen: dict[str, Where] = {}
    for id, where in entries:
        if id in seen:
            faults.append(Fault(where.file, where.line, f"the {what} {id!r} stands already in {seen[id]}"))
        else:
            seen[id] = where
