"""Right to left in Word: what python-docx has no words for, set where the file format wants it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from workbench.report.visible import without_isolates
from workbench.wording import LRM, PDI, RLM

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

LATIN_FACE, ARABIC_FACE = "Calibri", "Arial"
# What follows in the order that the format prescribes; an element in the wrong place makes Word refuse the file.
_AFTER_BIDI = tuple(
    f"w:{name}"
    for name in ("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
                 "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId",
                 "cnfStyle", "rPr", "sectPr", "pPrChange")
)  # fmt: skip
_AFTER_SIZE = tuple(
    f"w:{name}"
    for name in ("highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
                 "eastAsianLayout", "specVanish", "oMath")
)  # fmt: skip
_AFTER_SHADING = _AFTER_SIZE[5:]
_AFTER_LANGUAGE = _AFTER_SIZE[11:]
_AFTER_TABLE_BIDI = tuple(
    f"w:{name}"
    for name in ("tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders",
                 "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription", "tblPrChange")
)  # fmt: skip
_AFTER_SECTION_BIDI = ("w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange")
# Runs that stay left to right among Arabic: words in Latin letters, figures joined by signs.
_LEFT_TO_RIGHT = re.compile(
    r"[A-Za-z\u00c0-\u024f](?:[A-Za-z0-9\u00c0-\u024f .,:;/_@&'’+%-]*[A-Za-z0-9\u00c0-\u024f%])?"
    r"|(?<![0-9])[0-9]+(?:[-–/:+.,= ]{1,3}[0-9]+)+%?"
)
_ARABIC_STRETCH = re.compile("([\u0590-\u08ff\ufb1d-\ufefc](?:[^A-Za-z]*[\u0590-\u08ff\ufb1d-\ufefc])?)")
_OPENING = "\u2066\u2067\u2068"
_ARABIC = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def set_direction(paragraph: Paragraph, rtl: bool) -> None:
    """``w:bidi`` on a paragraph, or its explicit absence."""
    properties = paragraph._p.get_or_add_pPr()
    for old in properties.findall(qn("w:bidi")):
        properties.remove(old)
    bidi = OxmlElement("w:bidi")
    if not rtl:
        bidi.set(qn("w:val"), "0")
    properties.insert_element_before(bidi, *_AFTER_BIDI)


def add_runs(
    paragraph: Paragraph, words: str, rtl: bool, bold: bool = False, size: float | None = None,
    colour: tuple[int, int, int] | None = None, shade: str | None = None, faithful: bool = False,
) -> list[Run]:  # fmt: skip
    """The words as runs, each with its direction; at least one run. ``faithful`` leaves an article's words as they
    are, character by character."""
    runs = []
    pieces = _split(words, rtl) if faithful else direction_runs(words, rtl)
    for piece, backwards in pieces or [("", rtl)]:
        run = paragraph.add_run(piece)
        _dress(run, backwards, bold, size, colour, shade)
        runs.append(run)
    return runs


def direction_runs(words: str, rtl: bool) -> list[tuple[str, bool]]:
    """Stretches with their direction; ``rtl`` is the paragraph's own. Word and its like do not all know isolates, so
    what an isolate kept apart is put between two direction marks, and so are figures and Latin words in Arabic."""
    pieces: list[tuple[str, bool]] = []
    for piece, backwards in _isolates_resolved(words, rtl):
        if backwards != rtl:
            pieces.append((_marked(piece, backwards), backwards))
            continue
        for part, turned in _split(piece, rtl):
            foreign = turned != rtl and any(character.isdigit() for character in part)
            pieces.append((_marked(part, turned) if foreign else part, turned))
    return pieces


def _marked(words: str, rtl: bool) -> str:
    """Marks of the words' own direction around them, then one of the paragraph's, which figures behind them follow."""
    own, base = (RLM, LRM) if rtl else (LRM, RLM)
    return f"{own}{words}{own}{base}"


def _isolates_resolved(words: str, rtl: bool) -> list[tuple[str, bool]]:
    """Outermost isolates whose direction is not the paragraph's, and everything between them, isolates gone."""
    pieces: list[tuple[str, bool]] = []
    plain, place = "", 0
    while place < len(words):
        if words[place] not in _OPENING:
            plain += "" if words[place] == PDI else words[place]
            place += 1
            continue
        stop = _matching(words, place)
        inside = words[place + 1 : stop]
        direction = {"\u2066": False, "\u2067": True}.get(words[place], _first_strong(inside))
        if direction == rtl:
            words = words[:place] + inside + words[stop + 1 :]
            continue
        if plain:
            pieces.append((plain, rtl))
        pieces.append((without_isolates(inside), direction))
        plain, place = "", stop + 1
    if plain:
        pieces.append((plain, rtl))
    return [piece for piece in pieces if piece[0]]


def _matching(words: str, opening: int) -> int:
    depth = 0
    for place in range(opening, len(words)):
        if words[place] in _OPENING:
            depth += 1
        elif words[place] == PDI:
            depth -= 1
            if not depth:
                return place
    return len(words)


def _first_strong(words: str) -> bool:
    """Whether the first letter outside of inner isolates runs from right to left."""
    depth = 0
    for character in words:
        if character in _OPENING:
            depth += 1
        elif character == PDI:
            depth -= 1
        elif depth <= 0:
            kind = bidirectional(character)
            if kind in ("R", "AL"):
                return True
            if kind == "L":
                return False
    return False


def _split(words: str, rtl: bool) -> list[tuple[str, bool]]:
    """Latin words and joined figures apart from Arabic, or Arabic apart from Latin."""
    pieces: list[tuple[str, bool]] = []
    if not rtl:
        return [(piece, bool(_ARABIC.search(piece))) for piece in _ARABIC_STRETCH.split(words) if piece]
    place = 0
    for match in _LEFT_TO_RIGHT.finditer(words):
        if match.start() > place:
            pieces.append((words[place : match.start()], True))
        pieces.append((match.group(), False))
        place = match.end()
    if place < len(words):
        pieces.append((words[place:], True))
    return pieces


def _dress(
    run: Run, rtl: bool, bold: bool, size: float | None, colour: tuple[int, int, int] | None, shade: str | None
) -> None:
    font = run.font
    if bold:
        font.bold = True
        font.cs_bold = True
    if colour is not None:
        font.color.rgb = RGBColor(*colour)
    if size is not None:
        font.size = Pt(size)
    properties = run._r.get_or_add_rPr()
    _faces(properties)
    if size is not None:
        _child(properties, "w:szCs", _AFTER_SIZE, val=str(round(size * 2)))
    if shade is not None:
        _child(properties, "w:shd", _AFTER_SHADING, val="clear", color="auto", fill=shade)
    if rtl:
        font.rtl = True
        _child(properties, "w:lang", _AFTER_LANGUAGE, bidi="ar-SA")


def _faces(properties: Any) -> None:
    faces = properties.get_or_add_rFonts()
    for name in ("ascii", "hAnsi"):
        faces.set(qn(f"w:{name}"), LATIN_FACE)
    faces.set(qn("w:cs"), ARABIC_FACE)


def _child(parent: Any, name: str, successors: tuple[str, ...], **values: str) -> None:
    for old in parent.findall(qn(name)):
        parent.remove(old)
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    parent.insert_element_before(element, *successors)


def set_table_direction(table: Table, rtl: bool) -> None:
    """``w:bidiVisual``: the first column stands on the right."""
    if rtl:
        _child(table._tbl.tblPr, "w:bidiVisual", _AFTER_TABLE_BIDI)


def prepare(document: Document, rtl: bool) -> None:
    """The page, and the styles' typefaces and sizes for both scripts."""
    from docx.shared import Mm

    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(18)
    if rtl:
        _child(section._sectPr, "w:bidi", _AFTER_SECTION_BIDI)
    for name, size, bold in (("Normal", 11, False), ("Title", 20, True), ("Heading 1", 15, True),
                             ("Heading 2", 12.5, True)):  # fmt: skip
        style: Any = document.styles[name]
        style.font.size = Pt(size)
        properties = style.element.get_or_add_rPr()
        faces = properties.get_or_add_rFonts()
        # A theme's typeface would win over the named one.
        for attribute in [key for key in faces.attrib if "Theme" in key]:
            del faces.attrib[attribute]
        # Letters set apart would tear Arabic words.
        for element in ("w:spacing", "w:kern"):
            for old in properties.findall(qn(element)):
                properties.remove(old)
        _faces(properties)
        _child(properties, "w:szCs", _AFTER_SIZE, val=str(round(size * 2)))
        if bold:
            style.font.bold = True
            style.font.cs_bold = True
            style.font.color.rgb = RGBColor(23, 28, 33)


def add_page_number(paragraph: Paragraph) -> None:
    """The field that Word fills with the page's number."""
    run = paragraph.add_run()
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = words
        run._r.append(mark)
