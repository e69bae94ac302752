"""Damage made by hypothesis to good files of every format: text or one sentence, nothing else."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importing.documents import docx, mail, odt, outcome, page, rtf, samples
from workbench.importing.contents import read_content
from workbench.importing.formats import tell_format
from workbench.importing.values import FormatName

SAMPLES = samples()
DAMAGE = st.lists(
    st.tuples(st.sampled_from(["set", "cut", "double", "insert"]), st.floats(0, 1), st.binary(min_size=1, max_size=6)),
    min_size=1, max_size=8,
)  # fmt: skip
TAGS = st.lists(
    st.sampled_from(
        "<w:p> </w:p> <w:r> </w:r> <w:t> </w:t> <w:tbl> </w:tbl> <w:tr> </w:tr> <w:tc> </w:tc> <w:del> </w:del> "
        "<w:rPr> </w:rPr> <w:vanish/> نص <w:tab/> <w:sym/> <text:p> </text:p> <text:s/> <text:note> </text:note> "
        "<table:table-row> </table:table-row> <table:table-cell> </table:table-cell>".split()
    ),
    max_size=30,
)


def damaged(data: bytes, damage: list[tuple[str, float, bytes]]) -> bytes:
    for what, where, piece in damage:
        at = int(where * len(data))
        if what == "set":
            data = data[:at] + piece + data[at + len(piece) :]
        elif what == "cut":
            data = data[:at] + data[at + len(piece) * 20 :]
        elif what == "double":
            data = data[:at] + data[at // 2 : at] + data[at:]
        else:
            data = data[:at] + piece + data[at:]
    return data


def read(data: bytes, format: FormatName) -> str:
    told = outcome(lambda: read_content(data, format))
    assert told
    assert "\r" not in told
    assert not any("\ud800" <= sign <= "\udfff" for sign in told)
    return told


@pytest.mark.parametrize("format", SAMPLES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damage=DAMAGE)
def test_damaged_files(format: FormatName, damage: list[tuple[str, float, bytes]]) -> None:
    data = damaged(SAMPLES[format], damage)
    read(data, format)
    assert outcome(lambda: read_content(b"some words", tell_format(data, f"a.{format}")))


@pytest.mark.parametrize("format", SAMPLES)
@settings(max_examples=40, deadline=None)
@given(data=st.binary(max_size=300))
def test_bytes_of_any_kind(format: FormatName, data: bytes) -> None:
    read(data, format)


@settings(max_examples=100, deadline=None)
@given(tags=TAGS)
def test_office_markup_in_any_order(tags: list[str]) -> None:
    read(docx("".join(tags)), "docx")
    read(odt("".join(tags)), "odt")


@settings(max_examples=80, deadline=None)
@given(words=st.lists(st.sampled_from(
    r"{ } \par \u1603? \u-10179? \u99999? \uc2 \uc-1 \'df \' \f1 \f9 \cell \row \* \pict \bin5 \bin999999999 \fonttbl "
    r"\fcharset178 \ansicpg0 \ansicpg1256 \rtlch \af1 \v \deleted \\ \{ نص HYPERLINK \field{\*\fldinst".split()
), max_size=30))  # fmt: skip
def test_rich_text_words_in_any_order(words: list[str]) -> None:
    read(rtf(" ".join(words).encode("cp1256", "replace").decode("latin-1")), "rtf")


@settings(max_examples=80, deadline=None)
@given(tags=st.lists(st.sampled_from(
    "<html> <head> </head> <title> </title> <body> <article> </article> <p> </p> <table> <tr> <td> </td> <br> <pre> "
    "<script> </script> <!-- --> <![CDATA[ <h1> </h1> &rlm; &#xD800; &#0; &amp &#99999999; <svg> </svg> نص <meta "
    "content=x> <time pubdate> \x00 \x0b <".split(" ")
), max_size=30))  # fmt: skip
def test_tags_in_any_order(tags: list[str]) -> None:
    read("".join(tags).encode(), "html")
    read(page(" ".join(tags)).encode(), "html")
    read(mail(html=" ".join(tags).replace("\x00", "")), "mail")
