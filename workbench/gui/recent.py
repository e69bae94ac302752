"""The articles opened lately, in the person's own settings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

MOST = 8


class Recent:
    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def paths(self) -> tuple[Path, ...]:
        """Newest first; what is no longer there is left out."""
        kept = self._settings.value("recent/paths", [])
        names = kept if isinstance(kept, list) else [kept] if kept else []  # one entry comes back as a string
        return tuple(path for name in names if (path := Path(str(name))).is_file())

    def add(self, path: Path) -> None:
        paths = [path.resolve(), *(old for old in self.paths() if old != path.resolve())]
        self._settings.setValue("recent/paths", [str(one) for one in paths[:MOST]])
