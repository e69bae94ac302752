"""Which rules and which knowledge are in use: short names that change with the engine's code and with the tables."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from workbench import __version__
from workbench.resources import own_knowledge_folder, resource_folder
from workbench.review.record import Versions

_RULES = ("text", "knowledge", "mentions", "claims", "alignment", "checks")
_TABLES = ("knowledge", "lexicon")


def versions_in_use(morphology: str = "") -> Versions:
    """The versions of this program as it stands on this machine, a person's own tables included; ``morphology`` is
    found out where it is not given. A frozen build has no source files: there the program's version is its rules'
    too."""
    package = Path(__file__).resolve().parents[1]
    sources = [path for name in _RULES for path in sorted((package / name).rglob("*.py"))]
    engine = package / "engine.py"
    rules = _digest([*sources, engine], package) if engine.is_file() else __version__
    folder = resource_folder()
    tables = [path for name in _TABLES for path in sorted((folder / name).rglob("*.tsv"))]
    own = own_knowledge_folder()
    knowledge = _digest([*tables, *sorted(own.rglob("*.tsv"))], folder)
    return Versions(__version__, rules, knowledge, morphology or _morphology(folder))


def _morphology(resources: Path) -> str:
    from workbench.text.morphology import Morphology  # not before it is asked for: the window starts without it

    return "calima" if Morphology(resources / "morphology" / "news.db").status().full else "news"


def _digest(paths: Iterable[Path], root: Path) -> str:
    """Twelve hex digits over names and contents; a file that cannot be read counts by its name."""
    whole = hashlib.sha256()
    for path in paths:
        name = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
        whole.update(name.as_posix().encode() + b"\0")
        try:
            data = path.read_bytes()
        except OSError:
            data = b""
        whole.update(hashlib.sha256(data).digest())
    return whole.hexdigest()[:12]
