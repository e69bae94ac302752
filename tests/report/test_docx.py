"""Word documents: right to left in earnest, comments on the very words."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from tests.report.material import made, record
from workbench.report.docx_text import direction_runs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ARABIC = re.compile("[\u0600-\u06ff]")
# What the format prescribes, as far as these documents use it.
PARAGRAPH = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "bidi", "spacing", "ind",
             "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr"]  # fmt: skip
RUN = ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "shd", "rtl", "cs", "lang"]


def part(data: bytes, name: str) -> Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return fromstring(archive.read(f"word/{name}.xml"))


def text_of(element: Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


@pytest.fixture(scope="module")
def arabic() -> bytes:
    return made("docx")


def test_every_arabic_paragraph_and_run_says_so(arabic: bytes) -> None:
    for name in ("document", "comments"):
        for paragraph in part(arabic, name).iter(f"{W}p"):
            if not text_of(paragraph):
                continue
            bidi = paragraph.find(f"{W}pPr/{W}bidi")
            assert bidi is not None
            for run in paragraph.iter(f"{W}r"):
                words = text_of(run)
                if ARABIC.search(words):
                    assert run.find(f"{W}rPr/{W}rtl") is not None, words
                    fonts = run.find(f"{W}rPr/{W}rFonts")
                    assert fonts is not None
                    assert fonts.get(f"{W}cs")


def test_section_and_tables_are_mirrored(arabic: bytes) -> None:
    document = part(arabic, "document")
    assert document.find(f".//{W}sectPr/{W}bidi") is not None
    tables = list(document.iter(f"{W}tbl"))
    assert tables
    assert all(table.find(f"{W}tblPr/{W}bidiVisual") is not None for table in tables)


def test_english_runs_the_other_way() -> None:
    document = part(made("docx", "en"), "document")
    assert document.find(f".//{W}sectPr/{W}bidi") is None
    assert not list(document.iter(f"{W}bidiVisual"))
    english = [p for p in document.iter(f"{W}p") if text_of(p).startswith("Two counts") or text_of(p) == "Findings"]
    assert english
    for paragraph in english:
        assert paragraph.find(f"{W}pPr/{W}bidi").get(f"{W}val") == "0"  # type: ignore[union-attr]


@pytest.mark.parametrize(("parent", "order"), [("pPr", PARAGRAPH), ("rPr", RUN)])
@pytest.mark.parametrize("name", ["document", "comments", "styles"])
def test_properties_stand_where_the_format_wants_them(arabic: bytes, parent: str, order: list[str], name: str) -> None:
    for properties in part(arabic, name).iter(f"{W}{parent}"):
        names = [child.tag.removeprefix(W) for child in properties if child.tag.removeprefix(W) in order]
        assert names == sorted(names, key=order.index)


def test_comments_lie_on_the_words_they_are_about(arabic: bytes) -> None:
    document = part(arabic, "document")
    anchored: dict[str, str] = {}
    opened: set[str] = set()
    for node in document.iter():
        if node.tag == f"{W}commentRangeStart":
            opened.add(node.get(f"{W}id", ""))
            anchored.setdefault(node.get(f"{W}id", ""), "")
        elif node.tag == f"{W}commentRangeEnd":
            opened.discard(node.get(f"{W}id", ""))
        elif node.tag == f"{W}t":
            for id in opened:
                anchored[id] += node.text or ""
    assert not opened
    said = {comment.get(f"{W}id"): comment for comment in part(arabic, "comments")}
    pairs = sorted((text_of(said[id]).split("\u200f")[0][:3], words) for id, words in anchored.items())
    wanted = []
    for number, key in enumerate(("shops", "weekday", "anonymous", "twice", "passage"), 1):
        finding = next(one for one in record().result.findings if one.key == key)
        wanted += [(f"{number}. ", place.text) for place in finding.places]
    assert pairs == sorted(wanted)
    assert {comment.get(f"{W}author") for comment in said.values()} >= {"ليلى حداد", "منضدة التحقق"}


def test_the_text_is_there_letter_by_letter(arabic: bytes) -> None:
    paragraphs = [text_of(paragraph) for paragraph in part(arabic, "document").iter(f"{W}p")]
    for reading in record().result.readings:
        for line in reading.article.text.split("\n"):
            if line.strip():
                assert line in paragraphs


@pytest.mark.parametrize(
    ("words", "rtl", "pieces"),
    [
        ("اليوم واحد: \u20662024-03-10\u2069", True,
         [("اليوم واحد: ", True), ("\u200e2024-03-10\u200e\u200f", False)]),
        ("The words \u2068قُتل 12\u2069 here", False,
         [("The words ", False), ("\u200fقُتل 12\u200f\u200e", True), (" here", False)]),
        ("بحسب Reuters اليوم", True, [("بحسب ", True), ("Reuters", False), (" اليوم", True)]),
        ("\u2068الفقرة \u20684\u2069\u2069", True, [("الفقرة ", True), ("\u200e4\u200e\u200f", False)]),
        ("", True, []),
    ],
)  # fmt: skip
def test_runs_know_their_direction(words: str, rtl: bool, pieces: list[tuple[str, bool]]) -> None:
    assert direction_runs(words, rtl) == pieces
