"""Markup, scripts, templates, links and hidden characters in every field come out as text in every format."""

from __future__ import annotations

import io
import json
import re
import zipfile
from html.parser import HTMLParser

import pytest
from defusedxml.ElementTree import fromstring

from tests.report.material import hostile_with, made, record

PAYLOADS = {
    "script": "<script>alert(1)</script>",
    "picture": '<img src="file:///etc/passwd" onerror="alert(1)">',
    "attribute": '"\'><svg onload=alert(1)>',
    "entity": "&lt;b&gt; &amp; ]]> -->",
    "template": "{{ 7 * 7 }}{% include 'report.css' %}{# x #}",
    "markdown": "[x](javascript:alert(1)) ![y](http://example.org/a.png) <http://example.org> `code` # head | cell",
    "address": "https://example.org/a?b=c www.example.org file:///etc/passwd javascript:alert(1) me@example.org ",
    "formula": '=HYPERLINK("http://example.org","x")',
    "direction": "\u202eabc\u202c\u2067\u200b\u2066",
    "control": "\x00\x01\x1b[31m\x7f\ufffe",
    "lines": "one\n# two\n- three\r\n\u2028four",
}
# What a reader of the page sees of them.
SHOWN = {
    **{name: payload for name, payload in PAYLOADS.items() if name not in ("direction", "control", "lines")},
    "direction": "\u27e8U+202E\u27e9abc\u27e8U+202C\u27e9\u27e8U+2067\u27e9\u27e8U+200B\u27e9",
    "control": "\u27e8U+0000\u27e9\u27e8U+0001\u27e9\u27e8U+001B\u27e9[31m\u27e8U+007F\u27e9\u27e8U+FFFE\u27e9",
    "lines": "one # two - three",
}
TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "section", "nav", "article", "div", "h1", "h2", "h3",
    "p", "span", "bdi", "strong", "b", "a", "sup", "ul", "li", "dl", "dt", "dd", "table", "tr", "th", "td", "br",
    "blockquote", "svg", "line", "rect", "text",
}  # fmt: skip


class Page(HTMLParser):
    """What a browser would see: tags, attributes, the words between them."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", PAYLOADS)
def test_page_shows_it_and_does_nothing(name: str, language: str) -> None:
    text = made("html", language, record(hostile_with(PAYLOADS[name]))).decode("utf-8")
    page = Page(text)
    assert page.tags <= TAGS
    for tag, attribute, value in page.attributes:
        assert not attribute.startswith("on")
        assert attribute not in ("src", "srcset", "action", "formaction", "data", "style", "xlink:href")
        if attribute == "href":
            assert re.fullmatch(r"#[a-z0-9-]+", value), value
        assert tag != "meta" or attribute != "http-equiv" or value == "Content-Security-Policy"
    assert SHOWN[name].strip() in page.words
    assert not re.search("[\u202a-\u202e\x00-\x08\x0b-\x1f\u200b\u2028]", text)


def test_page_asks_for_nothing_from_outside() -> None:
    text = made("html").decode("utf-8")
    assert not re.search(r"(?i)url\s*\(|@import|@font-face|https?://|//[a-z]", text)
    assert "default-src 'none'" in text


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_markdown_has_nothing_to_interpret(payload: str) -> None:
    text = made("markdown", "en", record(hostile_with(payload))).decode("utf-8")
    assert not re.search(r"<(?=[a-zA-Z/!])", text)
    assert not re.search(r"(?<!\\)\]\(", text)
    assert not re.search(r"(?<!\\)!\[", text)
    assert not re.search(r"(?i)\b(https?|file|javascript)://?\S|\bwww\.\w|\w@\w", text)
    headings = {line.split(" ")[0] for line in text.splitlines() if line.startswith("#")}
    assert headings <= {"#", "##", "###"}
    assert len([line for line in text.splitlines() if line.startswith("# ")]) == 1


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_office_files_hold_text_alone(form: str, payload: str) -> None:
    data = made(form, "ar", record(hostile_with(payload)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            content = archive.read(name)
            if not name.endswith((".xml", ".rels")):
                assert name.endswith(".jpeg"), name  # python-docx's own thumbnail
                continue
            fromstring(content)
            assert b'TargetMode="External"' not in content
            assert not re.search(
                rb"<w:hyperlink|<w:object|<w:altChunk|<hyperlink|<f>|<f |<w:instrText>(?!PAGE<)|<oleObject", content
            )
            assert b"\xe2\x80\xae" not in content  # U+202E


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_pdf_does_nothing(payload: str) -> None:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(made("pdf", "en", record(hostile_with(payload)))))
    assert not reader.attachments
    root = reader.trailer["/Root"].get_object()
    assert not {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(root) or "/JavaScript" not in str(root.get("/Names"))
    for page in reader.pages:
        assert "/AA" not in page
        assert not page.get("/Annots")


def strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [found for part in value.values() for found in strings(part)]
    if isinstance(value, list):
        return [found for part in value for found in strings(part)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_json_gives_every_word_back_unchanged(payload: str) -> None:
    whole = json.loads(made("json", "en", record(hostile_with(payload))))
    assert whole["check"]["articles"][0]["text"].startswith(payload)
    assert whole["decisions"][0]["note"].startswith(payload)
    assert whole["check"]["findings"][0]["message"]["ar"].startswith(payload)


@pytest.mark.parametrize("name", PAYLOADS)
@pytest.mark.parametrize("form", ["claimreview", "annotations"])
def test_linked_data_is_json_with_the_words_in_it(form: str, name: str) -> None:
    found = strings(json.loads(made(form, "en", record(hostile_with(PAYLOADS[name])))))
    assert any(SHOWN[name].strip() in words for words in found)


@pytest.mark.parametrize("form", ["html", "markdown", "pdf", "docx", "csv", "xlsx"])
def test_lone_surrogates_break_nothing(form: str) -> None:
    assert made(form, "ar", record(hostile_with("\ud83d مرحبا \udd25")))
