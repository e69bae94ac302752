"""How the window looks and speaks just now: palette, language, faces and zoom, in one object that tells of changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont

from workbench.gui.fonts import load_faces
from workbench.gui.language import LRM, RLM, day_words, days_in_words, letter, month_words, quoted_apart, read_words
from workbench.gui.palettes import PALETTES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from workbench.gui.figures import Digits
    from workbench.gui.fonts import Faces
    from workbench.gui.language import Code, Words
    from workbench.gui.palettes import Palette, Theme
    from workbench.text.values import Bilingual
    from workbench.thing_words import ThingWords

ZOOM_LEAST, ZOOM_MOST = 0.7, 2.5


class Look(QObject):
    """Passed to every widget; ``changed`` tells that everything must be said and painted anew, ``zoomed`` that
    only the articles' size has changed."""

    changed = Signal()
    zoomed = Signal()

    def __init__(self, words: Words, faces: Faces, code: Code = "ar", theme: Theme = "light") -> None:
        super().__init__()
        self.words = words
        self.faces = faces
        self.code: Code = code
        self.palette: Palette = PALETTES[theme]
        self.zoom = 1.0
        self.article_face = ""
        self.digits: Digits = "western"
        self._things: ThingWords | None = None

    @property
    def mirrored(self) -> bool:
        """Whether the interface runs from right to left."""
        return self.code == "ar"

    @property
    def direction(self) -> Qt.LayoutDirection:
        return Qt.LayoutDirection.RightToLeft if self.mirrored else Qt.LayoutDirection.LeftToRight

    def say(self, key: str, **values: object) -> str:
        shown = {name: self.figures(value) if isinstance(value, int) else value for name, value in values.items()}
        return self.words.say(self.code, key, **shown)

    def count(self, key: str, n: int) -> str:
        return self.figures(self.words.count(self.code, key, n))

    def pick(self, words: Bilingual) -> str:
        """A sentence of the engine's in the interface's language, what it quotes kept in its own order."""
        return self._spoken(words.ar if self.code == "ar" else words.en)

    def things(self) -> ThingWords:
        """The names of measures, currencies and counted things, read when they are first asked for."""
        if self._things is None:
            from workbench.resources import resource_folder
            from workbench.thing_words import read_thing_words

            self._things = read_thing_words(resource_folder())
        return self._things

    def listed(self, names: Iterable[str]) -> str:
        """Names one after the other, with the language's own comma."""
        return ("، " if self.code == "ar" else ", ").join(names)

    def step(self, words: Bilingual) -> str:
        """A step of the evidence, its ISO days as people write them."""
        return self._spoken(days_in_words(words.ar if self.code == "ar" else words.en, self.code))

    def _spoken(self, sentence: str) -> str:
        if self._arabic_digits():
            from workbench.gui.figures import sentence_in_arabic_indic

            sentence = sentence_in_arabic_indic(sentence)
        # A sentence that begins with a quotation says its own direction: isolates do not set a line's.
        mark = "" if not sentence.startswith("«") else RLM if self.code == "ar" else LRM
        return mark + quoted_apart(sentence)

    def figures(self, words: object) -> str:
        """Words of the program's own in the digits that the person chose; quotations never pass here."""
        if not self._arabic_digits():
            return str(words)
        from workbench.gui.figures import arabic_indic

        return arabic_indic(str(words))

    def _arabic_digits(self) -> bool:
        return self.digits == "arabic" and self.code == "ar"

    def day(self, day: dt.date, weekday: bool = False) -> str:
        return self.figures(day_words(day, self.code, weekday))

    def month(self, year: int, month: int) -> str:
        return self.figures(month_words(year, month, self.code))

    def letter(self, article: str) -> str:
        return letter(article, self.code)

    def colour(self, role: str) -> QColor:
        """A colour by its role's name: ``ink``, ``accent``, ``paper`` …"""
        return QColor(getattr(self.palette, role))

    def plain(self, pixels: float = 13, weight: QFont.Weight | None = None) -> QFont:
        return self.faces.plain(pixels, weight)

    def text(self, pixels: float = 19.5, bold: bool = False) -> QFont:
        return self.faces.text(pixels, bold, self.article_face)

    def set_language(self, code: Code) -> None:
        if code != self.code:
            self.code = code
            self.changed.emit()

    def set_digits(self, digits: Digits) -> None:
        if digits != self.digits:
            self.digits = digits
            self.changed.emit()

    def set_theme(self, theme: Theme) -> None:
        if theme != self.palette.theme:
            self.palette = PALETTES[theme]
            self.changed.emit()

    def set_article_face(self, family: str) -> None:
        if family != self.article_face:
            self.article_face = family
            self.zoomed.emit()

    def set_zoom(self, zoom: float) -> None:
        zoom = min(ZOOM_MOST, max(ZOOM_LEAST, round(zoom, 2)))
        if zoom != self.zoom:
            self.zoom = zoom
            self.zoomed.emit()


def make_look(folder: Path, code: Code = "ar", theme: Theme = "light") -> Look:
    """The look from the data folder's words and fonts. Needs a QGuiApplication."""
    return Look(read_words(folder), load_faces(folder / "fonts"), code, theme)
