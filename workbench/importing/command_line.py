"""Articles named on the command line: files, standard input, pages where fetching was asked for."""

from __future__ import annotations

import sys
from pathlib import Path

from workbench.importing.articles import import_bytes, import_file
from workbench.importing.values import Imported


def import_named(name: str, fetch: bool = False) -> Imported:
    """The article called ``name``: a path, ``-`` for standard input, or an address, which is fetched only with
    ``fetch``. Raises UnreadableError."""
    if name == "-":
        return import_bytes(sys.stdin.buffer.read(), origin=name)
    from workbench.importing.web import import_address, is_address, not_fetched

    if is_address(name):
        if not fetch:
            raise not_fetched(name)
        return import_address(name)
    return import_file(Path(name))
