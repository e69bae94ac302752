"""Formats told by content first, by name only where the content says nothing; limits declared."""

from __future__ import annotations

import pytest

from tests.importing.documents import PARAGRAPHS, docx, mail, odt, page, paragraph, pdf, rtf, samples, zipped
from workbench.importing.formats import LARGEST_FILE, READERS, reader_of, tell_format
from workbench.text.reading import UnreadableError

ARTICLE = PARAGRAPHS[0]
EPUB = {"mimetype": "application/epub+zip", "content.opf": ""}
SHEET = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""}


@pytest.mark.parametrize(
    ("data", "name", "format"),
    [
        (ARTICLE.encode(), "a.txt", "text"),
        (ARTICLE.encode("cp1256"), "a", "text"),
        (ARTICLE.encode("utf-16"), "a.txt", "text"),
        (b"", "a.txt", "text"),
        (b"", "a.pdf", "text"),
        (page().encode(), "a.txt", "html"),  # the content counts, not the name
        (page().encode("utf-16"), "", "html"),
        (b"\xef\xbb\xbf\n <!-- saved from url=(0014) -->\n<html>", "", "html"),
        (b'<?xml version="1.0"?><html xmlns="x">', "a.bin", "html"),
        (b"<!---->" * 100 + b"<html>", "", "html"),
        (b"<!---->" * 300 + b"words", "", "text"),  # told at once, however many ways there are to part it
        (b"<p>words</p>", "a.html", "html"),
        (b"<p>words</p>", "a.txt", "text"),  # an article may speak of markup
        ("كلمات فقط".encode(), "a.html", "text"),
        (docx(paragraph(ARTICLE)), "a.odt", "docx"),
        (zipped({"word/other.xml": "<x/>"}), "", "docx"),
        (odt(f"<text:p>{ARTICLE}</text:p>"), "a.docx", "odt"),
        (zipped({"content.xml": "<x/>"}), "", "odt"),
        (rtf("x"), "a.doc", "rtf"),
        (pdf([b""]), "a.txt", "pdf"),
        (b"junk before\n" + pdf([b""]), "a.pdf", "pdf"),
        (b"The line %PDF- in an article", "a.txt", "text"),
        (mail(text=ARTICLE), "a.txt", "mail"),
        (b"From: me\nTo: you\nSubject: x\n\nwords", "", "mail"),
        (b"Subject: x\n\nwords", "a.eml", "mail"),
        (b"Date: today\nFrom: the market\n\nwords", "a.txt", "text"),
        (b"Reuters: seven killed\nKirkuk: police say\n\nwords", "a.txt", "text"),
        (b"MIME-Version: 1.0\nX-Long: a\n b\n\tc\nSubject: x\n\n", "", "mail"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "text"),  # and refused there
    ],
)
def test_told(data: bytes, name: str, format: str) -> None:
    assert tell_format(data, name) == format


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "a.doc", "old office program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "password"),
        (zipped({"a.txt": "x"}), "a.docx", "ZIP archive"),
        (zipped({}), "a.odt", "ZIP archive"),
        (zipped({"xl/workbook.xml": ""}), "a.xlsx", "spreadsheet"),
        (zipped({"ppt/presentation.xml": ""}), "a.pptx", "presentation"),
        (zipped(SHEET), "a.ods", "spreadsheet"),
        (zipped(EPUB), "a.epub", "electronic book"),
        (b"PK\x03\x04 and nothing else", "a.docx", "damaged"),
        (ARTICLE.encode(), "a.docx", "its name says DOCX"),
        (ARTICLE.encode(), "a.pdf", "its name says PDF"),
    ],
)
def test_refused(data: bytes, name: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as told:
        tell_format(data, name)
    assert told.value.why.ar


def test_every_reader_declares_its_limits() -> None:
    assert sorted(reader.format for reader in READERS) == sorted(samples())
    for reader in READERS:
        assert reader_of(reader.format) is reader
        assert reader.name.en and reader.name.ar and reader.lost.en and reader.lost.ar  # noqa: PT018
        assert 0 < reader.most_bytes <= LARGEST_FILE
    endings = [ending for reader in READERS for ending in reader.endings]
    assert len(endings) == len(set(endings))
