"""The two faces of the window: Amiri for articles, IBM Plex Sans Arabic for everything else, with what stands in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

ARTICLE_FACES = ("Amiri", "Noto Naskh Arabic", "Scheherazade New", "Traditional Arabic", "DejaVu Serif")
INTERFACE_FACES = ("IBM Plex Sans Arabic", "Noto Sans Arabic", "Noto Sans", "Segoe UI", "DejaVu Sans")


@dataclass(frozen=True, slots=True)
class Faces:
    """The families in use, best first; ``shipped`` are those that came with the program."""

    article: tuple[str, ...]
    interface: tuple[str, ...]
    shipped: tuple[str, ...]

    def text(self, pixels: float, bold: bool = False, family: str = "") -> QFont:
        """The face of articles and quotations."""
        return _font(((family,) if family else ()) + self.article, pixels, QFont.Weight.Bold if bold else None)

    def plain(self, pixels: float, weight: QFont.Weight | None = None) -> QFont:
        """The face of the interface."""
        return _font(self.interface, pixels, weight)


def _font(families: tuple[str, ...], pixels: float, weight: QFont.Weight | None) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    # setPixelSize takes whole pixels only; the design asks for 19.5 and 14.5.
    screen = QGuiApplication.primaryScreen()
    font.setPointSizeF(pixels * 72.0 / (screen.logicalDotsPerInchY() if screen else 96.0))
    if weight is not None:
        font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def load_faces(folder: Path) -> Faces:
    """Load the fonts below ``folder`` (the data folder's ``fonts``) and choose among those and the system's."""
    shipped: list[str] = []
    for path in sorted(folder.rglob("*.[ot]tf")) if folder.is_dir() else ():
        number = QFontDatabase.addApplicationFont(str(path))
        for family in QFontDatabase.applicationFontFamilies(number) if number >= 0 else ():
            if family not in shipped:
                shipped.append(family)
    return Faces(_present(ARTICLE_FACES), _present(INTERFACE_FACES), tuple(shipped))


def _present(wanted: tuple[str, ...]) -> tuple[str, ...]:
    known = set(QFontDatabase.families())
    return tuple(family for family in wanted if family in known) or wanted[-1:]
