"""Reading the tables in ``resources/``: tab-separated, one header line, ``#`` begins a comment line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one line of a table; ``line`` counts from 1, 0 stands for the file."""

    file: str
    line: int
    message: str


class TableError(ValueError):
    """A table that cannot be used; carries every fault found, not only the first."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("; ".join(f"{fault.file}:{fault.line}: {fault.message}" for fault in faults))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column name, stripped; ``line`` counts from 1."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def variants(self, column: str) -> tuple[str, ...]:
        """A cell that lists several forms, separated by ``|``."""
        cell = self.cells[column]
        if "|" not in cell:
            return (cell,) if cell else ()
        return tuple(part for part in (piece.strip() for piece in cell.split("|")) if part)


def read_table(path: Path, columns: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows of a table whose header is exactly ``columns``. Raises TableError with every faulty line."""
    return tuple(
        Row(path.name, line, dict(zip(columns, cells, strict=True))) for line, cells in read_cells(path, columns)
    )


def read_cells(path: Path, columns: tuple[str, ...]) -> list[tuple[int, tuple[str, ...]]]:
    """The same as plain tuples, one cell a column, each with its line's number: for the large tables, which are read
    whenever the program starts."""
    faults: list[Fault] = []
    rows: list[tuple[int, tuple[str, ...]]] = []
    header: tuple[str, ...] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple([cell.strip() for cell in line.split("\t")])
        if header is None:
            header = cells
            if header != columns:
                raise TableError((Fault(path.name, number, f"the header must be {', '.join(columns)}"),))
        elif len(cells) > len(columns):
            faults.append(Fault(path.name, number, f"{len(cells)} cells where {len(columns)} are expected"))
        else:
            rows.append((number, cells + ("",) * (len(columns) - len(cells))))
    if header is None:
        faults.append(Fault(path.name, 0, "the table has no header"))
    if faults:
        raise TableError(tuple(faults))
    return rows
