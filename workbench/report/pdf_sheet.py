"""Paper: an fpdf2 document that writes Arabic whole, in the right order, and so that it can be searched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import TextDirection

from workbench.report.bidi_lines import Colour, Piece, Style, TextLine, lay_out
from workbench.report.visible import code_shown

INK: Colour = (23, 28, 33)
FAINT: Colour = (90, 101, 111)
RULE: Colour = (207, 213, 218)
MARGIN = 16.0
_LEADING = 1.62  # Amiri stands tall
_POINT = 25.4 / 72
# Kerning moves letters apart far enough for readers to see spaces in words; without it more of them is found.
_FEATURES = {"kern": False}


class Sheet(FPDF):
    """A4 pages written from top to bottom. ``rtl`` is the page's direction; ``bar`` colours a line beside what is
    written, across page breaks, None draws none. Lengths are millimetres, sizes points."""

    def __init__(self, fonts: Path, rtl: bool, footer_words: str, made: dt.datetime) -> None:
        super().__init__(format="A4", unit="mm")
        self.rtl = rtl
        self.bar: Colour | None = None
        self._footer_words = footer_words
        self._made = made
        for face, regular, bold in (
            ("amiri", "Amiri-Regular.ttf", "Amiri-Bold.ttf"),
            ("plex", "IBMPlexSansArabic-Regular.ttf", "IBMPlexSansArabic-SemiBold.ttf"),
        ):
            self.add_font(face, "", fonts / regular)
            self.add_font(face, "B", fonts / bold)
        self._covered = {face: frozenset(self.fonts[face].cmap) for face in ("amiri", "plex")}  # type: ignore[union-attr]
        self._measured = lru_cache(maxsize=50_000)(self._measure)
        self.set_auto_page_break(False)
        self.set_margin(MARGIN)
        self.set_creation_date(made)
        self.add_page()
        self.y = MARGIN

    def release(self) -> None:
        """Close the typefaces' files, which are read as letters are asked for."""
        for font in self.fonts.values():
            font.ttfont.close()  # type: ignore[union-attr]

    @property
    def left(self) -> float:
        return MARGIN

    @property
    def wide(self) -> float:
        return float(self.w) - 2 * MARGIN

    @property
    def lowest(self) -> float:
        return float(self.h) - MARGIN - 6

    def footer(self) -> None:
        """The page's number and what the report is."""
        words = f"{self._footer_words} · {self.page_no()}"
        lines = self.lines([Piece(words, Style(colour=FAINT, size=8.5))], self.wide, self.rtl)
        self.draw_line(lines[0], self.left + (self.wide - lines[0].width) / 2, float(self.h) - 9)

    # --- what is seen ---

    def face_of(self, character: str) -> str:
        return "amiri" if ord(character) in self._covered["amiri"] or not self._has(character) else "plex"

    def _has(self, character: str) -> bool:
        return any(ord(character) in covered for covered in self._covered.values())

    def writable(self, words: str) -> str:
        """What no typeface here has is written as its code: nothing is left out, nothing becomes a box."""
        if all(self._has(character) or character in "\n\t\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
               for character in words):  # fmt: skip
            return words.replace("\t", " ")
        shown = "".join(
            character if self._has(character) or character in "\n\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
            else " " if character == "\t" else code_shown(character)
            for character in words
        )  # fmt: skip
        return shown.replace("\u27e8", "[").replace("\u27e9", "]")

    def _measure(self, words: str, bold: bool, rtl: bool, face: str) -> float:
        """The width in thousandths of the type's size: advances only (fpdf2 counts the marks' offsets too)."""
        font = self.fonts[face + ("B" if bold else "")]
        _, places = font.perform_harfbuzz_shaping(words, 10.0, _shaping(rtl))  # type: ignore[union-attr]
        return float(sum(place.x_advance for place in places or ())) * float(font.scale)  # type: ignore[union-attr]

    def measure(self, words: str, style: Style, rtl: bool, face: str) -> float:
        return self._measured(words, style.bold, rtl, face) * style.size / 1000 * _POINT

    def lines(self, pieces: Sequence[Piece], width: float, rtl: bool | None) -> list[TextLine]:
        """The lines of a paragraph, at most ``width`` wide each."""
        writable = [Piece(self.writable(piece.words), piece.style) for piece in pieces]
        return lay_out(writable, width, rtl, self.measure, self.face_of)

    def draw_line(self, line: TextLine, x: float, baseline: float) -> None:
        """A line with its left end at ``x``."""
        for run in line.runs:
            if run.style.back is not None:
                height = run.style.size * _POINT
                self.set_fill_color(*run.style.back)
                self.rect(x + run.x, baseline - height * 0.95, run.width, height * 1.4, style="F")
        for run in line.runs:
            self._draw_run(run.words, run.style, run.rtl, run.face, x + run.x, baseline)

    def _draw_run(self, words: str, style: Style, rtl: bool, face: str, x: float, baseline: float) -> None:
        """Glyphs as HarfBuzz gives them for the run as a whole: fpdf2's own cells cut a word at each vowel sign, which
        takes its letters apart."""
        self.set_font(face, "B" if style.bold else "", style.size)
        font = self.current_font
        assert font is not None
        k, unit = float(self.k), float(font.scale) * style.size / 1000  # type: ignore[union-attr]
        pen, y = x * k, (float(self.h) - baseline) * k
        out = [f"1 0 0 1 {pen:.2f} {y:.2f} Tm"]
        waiting = ""
        for glyph in font.shape_text(words, style.size, _shaping(rtl)):  # type: ignore[union-attr]
            if glyph["mapped_char"] is None:
                continue
            letter = font.escape_text(chr(glyph["mapped_char"]))  # type: ignore[union-attr]
            moved = glyph["force_positioning"]
            if moved:
                if waiting:
                    out.append(f"({waiting}) Tj")
                out.append(f"1 0 0 1 {pen + glyph['x_offset'] * unit:.2f} {y + glyph['y_offset'] * unit:.2f} Tm")
                out.append(f"({letter}) Tj")
                waiting = ""
            else:
                waiting += letter
            pen += glyph["x_advance"] * unit
            if moved:
                out.append(f"1 0 0 1 {pen:.2f} {y:.2f} Tm")
        if waiting:
            out.append(f"({waiting}) Tj")
        chosen = self._set_font_for_page(font, style.size, wrap_in_text_object=False)
        red, green, blue = (part / 255 for part in style.colour)
        self._out(f"q {red:.3f} {green:.3f} {blue:.3f} rg BT {chosen} {' '.join(out)} ET Q")

    # --- what flows ---

    def room(self, height: float) -> None:
        """A new page unless ``height`` is left on this one."""
        if self.y + height > self.lowest:
            self.add_page()
            self.y = MARGIN

    def skip(self, height: float) -> None:
        if self.y > MARGIN:
            self.y += height

    def paragraph(
        self, pieces: Sequence[Piece], rtl: bool | None = None, inset: float = 0.0, gap: float = 1.2,
        keep: float = 0.0,
    ) -> None:  # fmt: skip
        """A paragraph over the whole width less ``inset`` at its beginning side; ``keep`` millimetres are to follow on
        the same page."""
        width = self.wide - inset
        direction = self.rtl if rtl is None else rtl
        lines = self.lines(pieces, width, rtl)
        for number, line in enumerate(lines):
            height = line.size * _POINT * _LEADING
            self.room(height + (keep if number == len(lines) - 1 else 0))
            self._beside(height)
            left = self.left if self.rtl else self.left + inset
            x = left + width - line.width if direction or (rtl is None and self.rtl) else left
            self.draw_line(line, x, float(self.y) + height * 0.68)
            self.y += height
        self._beside(gap)
        self.y += gap

    def _beside(self, height: float) -> None:
        if self.bar is not None:
            x = self.left + self.wide - 1.1 if self.rtl else self.left
            self.set_fill_color(*self.bar)
            self.rect(x, float(self.y), 1.1, height, style="F")

    def grid(
        self, rows: Sequence[Sequence[str]], shares: Sequence[float], head: bool = True, size: float = 10
    ) -> None:
        """Rows with lines around them, the first column at the beginning side. A row may run over a page's end."""
        widths = [share / sum(shares) * self.wide for share in shares]
        pad = 1.4
        for number, row in enumerate(rows):
            bold = head and number == 0
            cells = [
                [line for part in (words.split("\n") or [""])
                 for line in self.lines([Piece(part, Style(bold=bold, size=size))], width - 2 * pad, self.rtl)]
                for words, width in zip(row, widths, strict=True)
            ]  # fmt: skip
            height = size * _POINT * _LEADING
            most = max(len(cell) for cell in cells)
            self.room(height * min(most, 2))
            self._rule()
            for place in range(most):
                if self.y + height > self.lowest:
                    self._rule()
                    self.add_page()
                    self.y = MARGIN
                    self._rule()
                edge = self.left + self.wide if self.rtl else self.left
                self._upright(edge, height)
                for cell, width in zip(cells, widths, strict=True):
                    edge = edge - width if self.rtl else edge + width
                    self._upright(edge, height)
                    if place < len(cell):
                        line = cell[place]
                        x = edge + width - pad - line.width if self.rtl else edge - width + pad
                        self.draw_line(line, x, float(self.y) + height * 0.68)
                self.y += height
        self._rule()

    def _rule(self) -> None:
        self.set_draw_color(*RULE)
        self.set_line_width(0.2)
        self.line(self.left, self.y, self.left + self.wide, self.y)

    def _upright(self, x: float, height: float) -> None:
        self.set_draw_color(*RULE)
        self.set_line_width(0.2)
        self.line(x, self.y, x, self.y + height)


def _shaping(rtl: bool) -> dict[str, object]:
    return {
        "features": _FEATURES, "script": None, "language": None,
        "fragment_direction": TextDirection.RTL if rtl else TextDirection.LTR,
    }  # fmt: skip
