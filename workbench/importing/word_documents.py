"""DOCX: the words of a Word document as they stand on its pages, tracked changes taken as accepted."""

from __future__ import annotations

import posixpath
import zipfile
from collections import Counter
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesNSImpl

from workbench.importing.archives import damaged, opened_archive, parse_part
from workbench.importing.core_properties import Properties, read_day
from workbench.importing.lines import Lines
from workbench.importing.notices import left_out
from workbench.importing.values import Content, StatedDate
from workbench.text.values import Bilingual

_WORD = frozenset(
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
# Left out with everything inside: deleted and moved-away words, the older twin of a drawing, the small type of ruby.
_SKIPPED = frozenset(("del", "moveFrom", "rt"))
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_TOLD = {
    "del": Bilingual("words deleted in tracked changes", "كلمات محذوفة في تعقب التغييرات"),
    "moveFrom": Bilingual(
        "words at the place they were moved from in tracked changes", "كلمات في موضعها قبل نقلها في تعقب التغييرات"
    ),
    "ins": Bilingual("", ""),
    "commentReference": Bilingual("comments", "تعليقات"),
    "footnoteReference": Bilingual("footnotes", "حواشٍ سفلية"),
    "endnoteReference": Bilingual("endnotes", "حواشٍ ختامية"),
    "vanish": Bilingual("pieces of hidden text", "مقاطع من نص مخفي"),
    "altChunk": Bilingual("embedded documents", "مستندات مضمّنة"),
}


class _Reader(ContentHandler):
    """Gathers the words of ``document.xml``."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = Lines()
        self.counts: Counter[str] = Counter()
        self.title = ""
        self._skipped = 0  # elements open inside something that is left out
        self._in_text = False
        self._hidden = False  # this run is hidden text
        self._properties = 0  # elements open inside properties, whose names mean other things there
        self._style = ""

    def startElementNS(  # noqa: N802
        self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl
    ) -> None:
        space, local = name
        word = space in _WORD
        if self._skipped or (word and local in _SKIPPED and not self._properties) or (
            space == _COMPATIBILITY and local == "Fallback"
        ):  # fmt: skip
            if word and local in _SKIPPED and not self._skipped:
                self.counts[local] += 1
            self._skipped += 1
            return
        if not word:
            return
        if local in ("rPr", "pPr", "tblPr", "trPr", "tcPr", "sectPr"):
            self._properties += 1
        elif self._properties:
            self._property(local, attrs)
        elif local == "p":
            self._style = ""
            self.lines.begin_paragraph()
        elif local == "r":
            self._hidden = False
        elif local == "t":
            self._in_text = not self._hidden
            self.counts["vanish"] += self._hidden
        elif local in _SIGNS and not self._hidden:
            self.lines.add(_SIGNS[local])
        elif local == "sym" and not self._hidden:
            self.lines.add(_sign(_value(attrs, "char")))
        elif local == "tr":
            self.lines.begin_row()
        elif local == "tc":
            self.lines.begin_cell()
        elif local in _TOLD:
            self.counts[local] += 1

    def _property(self, local: str, attrs: AttributesNSImpl) -> None:
        if local == "vanish":
            self._hidden = _value(attrs, "val") not in ("0", "false", "off")
        elif local == "pStyle":
            self._style = _value(attrs, "val")

    def endElementNS(self, name: tuple[str | None, str], qname: str | None) -> None:  # noqa: N802
        if self._skipped:
            self._skipped -= 1
            return
        space, local = name
        if space not in _WORD:
            return
        if local in ("rPr", "pPr", "tblPr", "trPr", "tcPr", "sectPr"):
            self._properties -= 1
        elif self._properties:
            return
        elif local == "t":
            self._in_text = False
        elif local == "p":
            words = self.lines.end_paragraph()
            if self._style == "Title" and not self.title:
                self.title = " ".join(words.split())
        elif local == "tr":
            self.lines.end_row()

    def characters(self, content: str) -> None:
        if self._in_text and not self._skipped:
            self.lines.add(content)


def _value(attrs: AttributesNSImpl, local: str) -> str:
    return next((str(value) for (space, name), value in attrs.items() if name == local and space in _WORD), "")


def _sign(code: str) -> str:
    """A character of a symbol font; those in the private area have no meaning outside of it."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ud800" <= sign <= "\uf8ff" else sign


def read_docx(data: bytes) -> Content:
    """The content of a DOCX file. Raises UnreadableError."""
    with opened_archive(data) as archive:
        reader = _Reader()
        if not parse_part(archive, _main_part(archive), reader):
            raise damaged()
        properties = Properties()
        parse_part(archive, "docProps/core.xml", properties)
    warnings = [
        left_out(words, reader.counts[what])
        for what, words in _TOLD.items()
        if reader.counts[what] and what != "ins"
    ]  # fmt: skip
    if reader.counts["ins"]:
        warnings.append(
            Bilingual(
                "The document has tracked changes: what was inserted is read as accepted.",
                "في المستند تعقب للتغييرات، وقد قُرئت الإضافات على أنها مقبولة.",
            )
        )
    return Content(reader.lines.text(), reader.title or properties.title, _made(properties), tuple(warnings))


def _main_part(archive: zipfile.ZipFile) -> str:
    """The document's own part: the usual one, or what the archive's relations name."""
    usual = "word/document.xml"
    if usual in archive.namelist():
        return usual
    relations = _Relations()
    parse_part(archive, "_rels/.rels", relations)
    return relations.target or usual


class _Relations(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.target = ""

    def startElementNS(  # noqa: N802
        self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl
    ) -> None:
        values = {local: str(value) for (_, local), value in attrs.items()}
        if name[1] == "Relationship" and values.get("Type", "").endswith("/officeDocument"):
            self.target = posixpath.normpath(values.get("Target", "")).lstrip("/")


def _made(properties: Properties) -> StatedDate | None:
    day = read_day(properties.made)
    if day is None:
        return None
    return StatedDate(
        day,
        "made",
        Bilingual(f"The document says that it was begun on {day}.", f"يذكر المستند أن تاريخ إنشائه {day}."),
    )
