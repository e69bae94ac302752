"""A damaged project's table of contents, replaced by that of a new one: all projects lay their tables out alike."""

from __future__ import annotations

import os
import struct
import tempfile
from pathlib import Path

from workbench.store.opening import create_project

PAGE = 4096
_HEADER = 100
_INTERIOR = 0x05


def graft_schema(damaged: Path) -> None:
    """Write the pages that say where each table begins over those of a copy of a damaged project; only where its own
    cannot be read, and never into the person's own file. Raises OSError or ProjectError."""
    with tempfile.TemporaryDirectory() as folder:
        new = Path(folder, "new.fcw")
        create_project(new, home=Path(folder)).close()
        sound = new.read_bytes()
    with damaged.open("r+b") as file:
        length = file.seek(0, os.SEEK_END)
        file.truncate(max(len(sound), -(-length // PAGE) * PAGE))
        for number in schema_pages(sound):
            file.seek((number - 1) * PAGE)
            page = bytearray(sound[(number - 1) * PAGE : number * PAGE])
            if number == 1:
                # The count of pages is not to be believed: SQLite then goes by the file's length.
                page[28:32] = struct.pack(">I", 0)
            file.write(page)


def schema_pages(data: bytes) -> tuple[int, ...]:
    """The numbers (from 1) of the pages that hold the schema of a sound file."""
    found: list[int] = []
    waiting = [1]
    while waiting:
        number = waiting.pop()
        found.append(number)
        begin = (number - 1) * PAGE
        head = begin + (_HEADER if number == 1 else 0)
        if data[head] != _INTERIOR:
            continue
        (cells,) = struct.unpack(">H", data[head + 3 : head + 5])
        waiting += struct.unpack(">I", data[head + 8 : head + 12])
        for cell in range(cells):
            (at,) = struct.unpack(">H", data[head + 12 + 2 * cell : head + 14 + 2 * cell])
            waiting += struct.unpack(">I", data[begin + at : begin + at + 4])
    return tuple(sorted(found))
