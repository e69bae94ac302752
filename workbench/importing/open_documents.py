"""ODT: the words of an OpenDocument text as they stand on its pages, tracked deletions and notes left out."""

from __future__ import annotations

import re
from collections import Counter
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesNSImpl

from workbench.importing.archives import damaged, opened_archive, parse_part, protected
from workbench.importing.core_properties import Properties, read_day
from workbench.importing.lines import Lines
from workbench.importing.notices import left_out
from workbench.importing.values import Content, StatedDate
from workbench.text.values import Bilingual

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT = f"{_NAMESPACE}text:1.0"
_TABLE = f"{_NAMESPACE}table:1.0"
_OFFICE = f"{_NAMESPACE}office:1.0"
_SPACES = re.compile("[ \t\r\n]+")
_MOST_SPACES = 100  # that one element may stand for
# Left out with everything inside; those with words are told.
_SKIPPED: dict[tuple[str | None, str], Bilingual | None] = {
    (_TEXT, "deletion"): Bilingual("words deleted in tracked changes", "كلمات محذوفة في تعقب التغييرات"),
    (_OFFICE, "annotation"): Bilingual("comments", "تعليقات"),
    (_TEXT, "note"): Bilingual("footnotes and endnotes", "حواشٍ سفلية وختامية"),
    (_TEXT, "hidden-text"): Bilingual("pieces of hidden text", "مقاطع من نص مخفي"),
    (_TEXT, "hidden-paragraph"): Bilingual("pieces of hidden text", "مقاطع من نص مخفي"),
    (_TEXT, "ruby-text"): None,
    (_OFFICE, "forms"): None,
    (_TEXT, "sequence-decls"): None,
    (f"{_NAMESPACE}svg-compatible:1.0", "title"): None,
    (f"{_NAMESPACE}svg-compatible:1.0", "desc"): None,
}
_PARAGRAPHS = ((_TEXT, "p"), (_TEXT, "h"))


class _Reader(ContentHandler):
    """Gathers the words of ``content.xml``; white space counts as in HTML, real spaces are elements."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = Lines()
        self.counts: Counter[Bilingual] = Counter()
        self.changed = False
        self.title = ""
        self._skipped = 0
        self._in_text = False  # inside office:text
        self._after_space: list[bool] = []  # for each open paragraph
        self._style = ""

    def startElementNS(  # noqa: N802
        self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl
    ) -> None:
        if self._skipped or name in _SKIPPED:
            told = None if self._skipped else _SKIPPED[name]
            if told is not None:
                self.counts[told] += 1
            self._skipped += 1
            return
        space, local = name
        if name == (_OFFICE, "text"):
            self._in_text = True
        elif not self._in_text:
            return
        elif name in _PARAGRAPHS:
            self.lines.begin_paragraph()
            self._after_space.append(True)
            self._style = str(attrs.get((_TEXT, "style-name"), ""))
        elif space == _TABLE and local == "table-row":
            self.lines.begin_row()
        elif space == _TABLE and local in ("table-cell", "covered-table-cell"):
            self.lines.begin_cell()
        elif space == _TEXT:
            if local == "s":
                count = str(attrs.get((_TEXT, "c"), "1"))
                self._sign(" " * min(int(count) if count.isascii() and count.isdigit() else 1, _MOST_SPACES))
            elif local in ("tab", "line-break"):
                self._sign("\t" if local == "tab" else "\n")
            elif local in ("insertion", "change-start"):
                self.changed = True

    def _sign(self, sign: str) -> None:
        self.lines.add(sign)
        if self._after_space:
            self._after_space[-1] = sign == "\n"

    def endElementNS(self, name: tuple[str | None, str], qname: str | None) -> None:  # noqa: N802
        if self._skipped:
            self._skipped -= 1
        elif name == (_OFFICE, "text"):
            self._in_text = False
        elif not self._in_text:
            return
        elif name in _PARAGRAPHS:
            words = self.lines.end_paragraph()
            if self._after_space:
                self._after_space.pop()
            if self._style == "Title" and not self.title:
                self.title = " ".join(words.split())
        elif name == (_TABLE, "table-row"):
            self.lines.end_row()

    def characters(self, content: str) -> None:
        if self._skipped or not self._after_space:
            return
        words = _SPACES.sub(" ", content)
        if self._after_space[-1] and words.startswith(" "):
            words = words[1:]
        if words:
            self._after_space[-1] = words.endswith(" ")
            self.lines.add(words)


class _Manifest(ContentHandler):
    """Whether the parts are encrypted."""

    encrypted = False

    def startElementNS(  # noqa: N802
        self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl
    ) -> None:
        self.encrypted = self.encrypted or name[1] == "encryption-data"


def read_odt(data: bytes) -> Content:
    """The content of an ODT file. Raises UnreadableError."""
    with opened_archive(data) as archive:
        manifest, reader, properties = _Manifest(), _Reader(), Properties()
        parse_part(archive, "META-INF/manifest.xml", manifest)
        if manifest.encrypted:
            raise protected()
        if not parse_part(archive, "content.xml", reader):
            raise damaged()
        parse_part(archive, "meta.xml", properties)
    warnings = [left_out(words, count) for words, count in reader.counts.items()]
    if reader.changed:
        warnings.append(
            Bilingual(
                "The document has tracked changes: what was inserted is read as accepted.",
                "في المستند تعقب للتغييرات، وقد قُرئت الإضافات على أنها مقبولة.",
            )
        )
    return Content(reader.lines.text(), reader.title or properties.title, _made(properties), tuple(warnings))


def _made(properties: Properties) -> StatedDate | None:
    day = read_day(properties.made)
    if day is None:
        return None
    why = Bilingual(f"The document says that it was begun on {day}.", f"يذكر المستند أن تاريخ إنشائه {day}.")
    return StatedDate(day, "made", why)
