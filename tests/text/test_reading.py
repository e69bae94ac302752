"""What is refused, and how; what is kept as it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbench.text.reading import LARGEST, UnreadableError, read_bytes, read_file, read_text

SURROGATE = "نص\ud800".encode("utf-8", "surrogatepass")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "white space"),
        ("\u200f\ufeff \u200e".encode(), "white space"),
        (b"\xef\xbb\xbf", "white space"),
        (b"\xff\xfe", "white space"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "office"),
        (b"\x00\x01\x02\x03", "plain text"),
        ("نص\x00نص".encode(), "NUL"),
        (bytes(range(256)), "plain text"),
        (bytes(range(128, 256)) * 3, "encoding"),
        (SURROGATE, "surrogates"),
        (b"\xff\xfe\x00\xd8", "surrogates"),
        ("سلام على من اتبع الهدى".encode()[:-1], "UTF-8"),
        ("سلام على من ".encode() + b"\xff" + "اتبع الهدى".encode(), "UTF-8"),
        (b"\xff\xfea", "UTF-16"),
        (b"\x01\x02\x03\x04\x05 abc", "plain text"),
        (b"x" * (LARGEST + 1), "MB"),
    ],
)
def test_refused_with_one_sentence(data: bytes, word: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read_bytes(data)
    why = raised.value.why
    assert word in why.en
    for sentence in (why.en, why.ar):
        assert sentence.endswith(".")
        assert "\n" not in sentence
    assert any("\u0621" <= letter <= "\u064a" for letter in why.ar)


def test_what_a_file_is_agrees_with_its_words() -> None:
    """«صورة» and «قاعدة» are no masculine: the sentence is about the file."""
    for data, words in ((b"\x89PNG\r\n\x1a\n", "الملف صورة PNG"), (b"SQLite format 3\x00", "الملف قاعدة بيانات")):
        with pytest.raises(UnreadableError) as raised:
            read_bytes(data)
        assert raised.value.why.ar.startswith(words)


@pytest.mark.parametrize("text", ["\ud800", "نص \udfff", "\x00", "", " \n"])
def test_decoded_text_is_refused_too(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_text(text)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\u200fنص\u200e \u00a0\n".encode(), "\u200fنص\u200e \u00a0\n"),
        ("كَـتَبَ ﻻ".encode(), "كَـتَبَ ﻻ"),
        (b"Only Latin words.", "Only Latin words."),
        ("a\x0bb\x0cc\u2028d".encode(), "a\x0bb\x0cc\u2028d"),
        (b"\xef\xbb\xbfa", "a"),
        (b"12345", "12345"),
    ],
)
def test_untouched_but_for_line_ends(data: bytes, text: str) -> None:
    assert read_bytes(data) == text


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("انتهى الاجتماع\r\n".encode("cp1256"))
    assert read_file(path) == "انتهى الاجتماع\n"


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file"):
        read_file(tmp_path / "none.txt")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="folder"):
        read_file(tmp_path)


def test_a_name_that_is_none() -> None:
    with pytest.raises(UnreadableError, match="cannot be read"):
        read_file(Path("a\0b"))


def test_a_giant_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "giant.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(UnreadableError, match="larger than 10 MB"):
        read_file(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind this user")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("نص", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(UnreadableError, match="not permitted"):
        read_file(path)
