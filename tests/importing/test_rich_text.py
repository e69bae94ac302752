"""RTF: the Arabic code page, Unicode escapes, right-to-left runs, marks, tables, what is left out."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.importing.documents import hexed, rtf
from workbench.importing.rich_text import read_rtf

CASES = [
    ("the font's charset", rtf(r"\f1 " + hexed("كركوك"), page=1252), "كركوك", ()),
    ("the code page", rtf(hexed("كركوك")), "كركوك", ()),
    ("charset 0 in an Arabic document", rtf(r"\f0 " + hexed("كركوك")), "كركوك", ()),
    ("a right-to-left run's own font", rtf(r"{\ltrch\f0\rtlch\af1 " + hexed("كركوك") + "}", 1252), "كركوك", ()),
    ("a left-to-right run's own font", rtf(r"{\rtlch\af1\ltrch\f0 caf\'e9}", 1252), "café", ()),
    ("Latin beside Arabic", rtf(hexed("قاعدة K1 في كركوك")), "قاعدة K1 في كركوك", ()),
    ("escapes", rtf(r"\u1603?\u1585?\u1603?\u1608?\u1603?"), "كركوك", ()),
    ("escapes, negative", rtf(r"\u-261?"), "\ufefb", ()),
    ("escapes with longer stand-ins", rtf(r"\uc2\u1603\'df\'e5\u1585 xx"), "كر", ()),
    ("escapes without stand-ins", rtf(r"\uc0\u1603\u1585 12"), "كر12", ()),
    ("above the plane", rtf(r"\u-10179?\u-8704?"), "😀", ()),
    ("raw bytes of the code page", rtf("X").replace(b"X", "كركوك".encode("cp1256")), "كركوك", ()),
    ("raw UTF-8", rtf("X").replace(b"X", "كركوك 😀".encode()), "كركوك 😀", ()),
    ("direction marks", rtf(r"12\rtlmark  a\ltrmark b\zwnj c\zwj d\zwbo e"),
     "12\u200f a\u200eb\u200cc\u200dd\u200be", ()),
    ("overrides", rtf(r"\u8238?12\u8236?"), "\u202e12\u202c", ()),
    ("paragraphs", rtf(r"a\par b\par\par c\line d"), "a\n\nb\n\nc\n\nd", ()),
    ("braces and backslashes", rtf(r"\{a\} \\b \\v"), "{a} \\b \\v", ()),
    ("table", rtf(r"a\par\trowd\cellx1\cellx2 " + hexed("كركوك") + r"\cell 12\cell\row\trowd x\cell y\cell\row b"),
     "a\n\nكركوك | 12\n\nx | y\n\nb", ()),
    ("link", rtf(r'{\field{\*\fldinst{HYPERLINK "http://example.org/"}}{\fldrslt ' + hexed("رابط") + "}} z"),
     "رابط z", ()),
    ("the word in the text", rtf("a HYPERLINK in text"), "a HYPERLINK in text", ()),
    ("footnote", rtf(r"a{\super 1}{\footnote b} c"), "a1 c", ("footnotes (1)",)),
    ("comment", rtf(r"a{\*\annotation b} c"), "a c", ("comments (1)",)),
    ("tracked deletion", rtf(r"a {\deleted\revauthdel1 b}c {\deleted0 d}"), "a c d", ("tracked changes (1)",)),
    ("hidden", rtf(r"a {\v b}c {\v0 d}"), "a c d", ("hidden text (1)",)),
    ("picture in raw bytes", rtf("a {\\pict\\bin9 }}}}\\parx} c"), "a  c", ()),
    ("header", rtf(r"{\header x}{\*\unknown y}a"), "a", ()),
]  # fmt: skip


@pytest.mark.parametrize(("data", "text", "told"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_rtf(data: bytes, text: str, told: tuple[str, ...]) -> None:
    content = read_rtf(data)
    assert content.text == text
    assert len(content.warnings) == len(told)
    for words, warning in zip(told, content.warnings, strict=True):
        assert words in warning.en
        assert warning.ar


def test_properties() -> None:
    title = hexed("هجوم كركوك")
    content = read_rtf(rtf(r"{\info{\title " + title + r"}{\creatim\yr2020\mo1\dy5\hr10}}\f1 " + hexed("نص")))
    assert content.text == "نص"
    assert content.title == "هجوم كركوك"
    assert content.date is not None
    assert (content.date.day, content.date.kind) == (dt.date(2020, 1, 5), "made")
    assert read_rtf(rtf(r"{\info{\creatim\yr2020\mo13\dy5}}x")).date is None


def test_depth_and_lost_braces_do_no_harm() -> None:
    assert read_rtf(b"{\\rtf1 " + b"{" * 100_000 + b"x" + b"}" * 100_000 + b" y}").text == "x y"
    assert read_rtf(b"{\\rtf1 a}}}}}} b").text == "a"
    assert read_rtf(b"{\\rtf1 a {{{ b").text == "a  b"
