"""The whole way in: files, bytes, pasted words; what a person is told; dates that count; line ends and offsets."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importing.documents import PARAGRAPHS, core, docx, mail, page, paragraph, samples
from workbench.importing.articles import draft_of, import_bytes, import_file, import_pasted
from workbench.importing.notices import invisible_notices
from workbench.importing.values import Watch
from workbench.text.reading import UnreadableError


@pytest.mark.parametrize("format", samples())
def test_every_format_from_a_file(format: str, tmp_path: Path) -> None:
    data = samples()[format]
    path = tmp_path / "مقال بلا لاحقة"
    path.write_bytes(data)
    imported = import_file(path)
    assert imported.format == format
    assert imported.origin == str(path)
    assert imported.sha256 == hashlib.sha256(data).hexdigest()
    assert "\r" not in imported.text
    assert ("Four soldiers were hurt." if format == "pdf" else PARAGRAPHS[2]) in imported.text
    assert sorted(tmp_path.iterdir()) == [path]
    for warning in imported.warnings:
        assert warning.en and warning.ar  # noqa: PT018


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "it is empty"),
        (b" \n\t\xe2\x80\x8f", "nothing but white space"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a PNG picture"),
        (bytes(range(256)) * 4, "."),
        (PARAGRAPHS[0].encode() + b"\xff", "damaged UTF-8"),
        (docx(""), "nothing but white space"),
        (b"x" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
        (b"<html>" + b"x" * (20 * 1024 * 1024), "larger than 20 MB"),
    ],
)
def test_what_is_no_article_is_told_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as told:
        import_bytes(data)
    assert "\n" not in told.value.why.en + told.value.why.ar
    assert told.value.why.ar


def test_files_that_are_none(tmp_path: Path) -> None:
    for path in (tmp_path / "none.docx", tmp_path, Path("a\x00b")):
        with pytest.raises(UnreadableError):
            import_file(path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("قُتل 12\u200f شخصا", []),  # direction marks are ordinary
        ("\u202aمن اليسار\u202c \u2067معزول\u2069", []),
        ("هـ\u200d والمي\u200cخواهم", []),  # joiners beside letters that join
        ("سطر\nقُتل \u202e21\u202c شخصا", ["1 direction override (first in line 2, near “قُتل 21 شخصا”)"]),
        ("\u202e1\u202c \u202d2\u202c", ["2 direction overrides"]),
        ("12\u200b3 و45\u20606", ["2 zero-width characters (first in line 1, near “123 و456”)"]),
        ("12\u200d3", ["1 zero-width character"]),
        ("\ufeffنص \u202eب", ["1 direction override", "1 zero-width character"]),
    ],
)
def test_what_cannot_be_seen_is_told(text: str, told: list[str]) -> None:
    notices = invisible_notices(text)
    assert len(notices) == len(told)
    for words, notice in zip(told, notices, strict=True):
        assert words in notice.en
        assert notice.ar
    assert import_bytes(b"\xef\xbb\xbf" + text.encode()).text == text


HIDDEN = "قُتل \u202e21\u202c شخصا و3\u200b4 جريحا\u200f في كركوك، وفق ما أعلنته الشرطة في بيان نشرته مساء السبت."


@pytest.mark.parametrize(
    "data",
    [
        HIDDEN.encode(),
        docx(paragraph(HIDDEN)),
        page(f"<p>{HIDDEN}</p>").encode(),
        mail(text=HIDDEN),
        ("{\\rtf1 " + "".join(f"\\u{ord(sign)}?" for sign in HIDDEN) + "}").encode(),
    ],
    ids=["text", "docx", "html", "mail", "rtf"],
)
def test_what_cannot_be_seen_stays_where_it_is(data: bytes) -> None:
    from workbench.engine import Engine
    from workbench.knowledge.base import load_knowledge
    from workbench.resources import resource_folder

    imported = import_bytes(data)
    assert HIDDEN in imported.text
    assert sum("override" in words.en for words in imported.warnings) == 1
    assert sum("zero-width" in words.en for words in imported.warnings) == 1
    reading = Engine(load_knowledge(resource_folder())).read(draft_of(imported))
    assert reading.article.text == imported.text
    numbers = [imported.text[m.start : m.end] for m in reading.mentions if m.type in ("number", "quantity")]
    assert any("21" in number for number in numbers)


@pytest.mark.parametrize(
    ("data", "given_day", "day", "source"),
    [
        (page(head='<meta property="article:published_time" content="2019-12-28">').encode(), None, "2019-12-28",
         "inferred"),
        (page(head='<meta property="article:published_time" content="2019-12-28">').encode(), "2020-01-02",
         "2020-01-02", "given"),
        (mail(text=PARAGRAPHS[0]), None, "2019-12-28", "inferred"),
        # The day a document was begun is that of its template or of the article it was copied from.
        (docx(paragraph(PARAGRAPHS[0]), {"docProps/core.xml": core("", "2013-12-23")}), None, None, "unknown"),
        (page().encode(), None, None, "unknown"),
    ],
)  # fmt: skip
def test_dates_that_count(data: bytes, given_day: str | None, day: str | None, source: str) -> None:
    from workbench.engine import Engine
    from workbench.knowledge.base import load_knowledge
    from workbench.resources import resource_folder

    when = dt.date.fromisoformat(given_day) if given_day else None
    date = Engine(load_knowledge(resource_folder())).read(draft_of(import_bytes(data), when)).date
    assert (date.begin and str(date.begin), date.source) == (day, source)


def test_the_day_a_document_was_begun_stays_with_the_import() -> None:
    imported = import_bytes(docx(paragraph("نص"), {"docProps/core.xml": core("عنوان", "2013-12-23T00:00:00Z")}))
    assert imported.date is not None
    assert (imported.date.kind, imported.date.day) == ("made", dt.date(2013, 12, 23))
    assert "2013-12-23" in imported.date.why.ar
    assert imported.warnings == ()  # every Word document has such a day; a warning in each would warn of nothing
    assert draft_of(imported).title == "عنوان"
    assert draft_of(imported).stated is None


@pytest.mark.parametrize(
    ("text", "html", "expected"),
    [
        ("سطر\r\nسطر", "", "سطر\nسطر"),
        ("كلمات", "<p>كلمات أخرى</p>", "كلمات"),
        ("", "<p>أولى</p><p>ثانية</p>", "أولى\n\nثانية"),
        ("<b>نص</b>", "", "<b>نص</b>"),
        ("نص\ud800", "", "نص?"),
    ],
)
def test_pasting(text: str, html: str, expected: str) -> None:
    imported = import_pasted(text, html)
    assert imported.text == expected
    assert imported.origin is None


@pytest.mark.parametrize(
    ("text", "html"), [("", ""), (" \n", ""), ("", "<p> </p>"), ("", "<script>x</script>"), ("\0", "")]
)
def test_pasting_nothing(text: str, html: str) -> None:
    with pytest.raises(UnreadableError):
        import_pasted(text, html)


@given(st.text(min_size=1))
def test_plain_text_stays_as_it_is(text: str) -> None:
    try:
        imported = import_pasted(text)
    except UnreadableError:
        return
    assert imported.text == text.replace("\r\n", "\n").replace("\r", "\n")


def test_a_person_may_give_up() -> None:
    with pytest.raises(UnreadableError, match="cancelled"):
        import_bytes(samples()["pdf"], watch=Watch(cancelled=lambda: True))


def test_progress_is_told_of_pages() -> None:
    told: list[tuple[int, int]] = []
    import_bytes(samples()["pdf"], watch=Watch(progress=lambda done, of: told.append((done, of))))
    assert told == [(1, 2), (2, 2)]
