"""The program's tables as they were read last, kept in one file so that the next start need not read them again.

It is only a cache: where anything of it does not fit, down to a byte, the tables themselves are read.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import time
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from workbench import __version__
from workbench.knowledge import records
from workbench.knowledge.facts import names
from workbench.knowledge.facts.names import NameIndex, Use
from workbench.knowledge.records import Row
from workbench.text import normal

Kept: TypeAlias = tuple[dict[str, list[Row]], NameIndex]
_MAGIC = b"workbench-tables-1\n"
_SETTLED = 2_000_000_000  # nanoseconds after which a second change to a file shows in its time
_CODE = (names.__file__, records.__file__, normal.__file__, __file__)  # what the contents depend on besides the tables


def stamp_of(folder: Path, tables: Iterable[str]) -> bytes | None:
    """What tells one state of the tables from every other: files, sizes, times, the program. None where a file has
    been changed so lately that a further change might not show."""
    told: list[object] = [__version__, sys.implementation.cache_tag, sys.version_info[:3], str(folder.resolve())]
    latest = 0
    for path in (*_CODE, *(path for table in tables for path in _files(folder, table))):
        try:
            about = os.stat(path)
        except OSError:  # a frozen build has no files of its code
            continue
        told.append((str(path), about.st_size, about.st_mtime_ns, about.st_ctime_ns))
        latest = max(latest, about.st_mtime_ns, about.st_ctime_ns)
    if latest > time.time_ns() - _SETTLED:
        return None
    return hashlib.blake2b(repr(told).encode(), digest_size=16).digest()


def _files(folder: Path, table: str) -> list[str]:
    """The tables of a folder, or the one file of that name."""
    place = folder / table
    if table.endswith(".tsv"):
        return [str(place)]
    try:
        return sorted(entry.path for entry in os.scandir(place) if entry.name.endswith(".tsv"))
    except OSError:
        return []


def read_kept(cache: Path, stamp: bytes) -> Kept | None:
    """What was kept under a stamp; None where nothing was, or it cannot be used."""
    try:
        data = _file(cache).read_bytes()
    except OSError:
        return None
    head = _MAGIC + stamp
    body = memoryview(data)[len(head) + 4 :]
    if not data.startswith(head) or int.from_bytes(data[len(head) : len(head) + 4], "big") != zlib.crc32(body):
        return None
    try:
        rows, uses, longest = marshal.loads(body)
    except (ValueError, EOFError, TypeError):
        return None
    return rows, NameIndex(uses, longest)


def keep(cache: Path, stamp: bytes, rows: dict[str, list[Row]], index: NameIndex) -> None:
    """Keep what was read; a folder that cannot be written is left alone."""
    body = marshal.dumps(_shared(rows, index))
    target = _file(cache)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        cache.mkdir(parents=True, exist_ok=True)
        part.write_bytes(_MAGIC + stamp + zlib.crc32(body).to_bytes(4, "big") + body)
        part.replace(target)
    except OSError:
        try:
            part.unlink(missing_ok=True)
        except OSError:
            return


def _shared(
    rows: dict[str, list[Row]], index: NameIndex
) -> tuple[dict[str, list[Row]], dict[str, tuple[Use, ...]], dict[str, int]]:
    """What is kept, every text in it once: cells repeat themselves, and what is there once is read once."""
    texts: dict[str, str] = {}
    all_uses: dict[Use, Use] = {}

    def one(text: str) -> str:
        return texts.setdefault(text, text)

    return (
        {
            table: [(one(file), line, [one(cell) for cell in row]) for file, line, row in found]
            for table, found in rows.items()
        },
        {
            one(phrase): tuple(all_uses.setdefault(use, (one(use[0]), one(use[1]))) for use in uses)
            for phrase, uses in index.uses.items()
        },
        {one(word): length for word, length in index.longest.items()},
    )


def _file(cache: Path) -> Path:
    return cache / f"tables-{sys.implementation.cache_tag}.bin"
