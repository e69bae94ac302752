"""PDF: text with its warning, scans said to be scans, protected, damaged, looping and endless ones refused."""

from __future__ import annotations

import datetime as dt
import io

import pytest

from tests.importing.documents import PARAGRAPHS, arabic_pdf, latin, outcome, pdf
from workbench.importing.pdf_documents import MOST_PAGES, read_pdf, seems_reversed
from workbench.text.reading import UnreadableError


def test_text_with_a_warning() -> None:
    told: list[tuple[int, int]] = []
    content = read_pdf(pdf([latin("Seven people were killed."), latin("Four were hurt.")]),
                       lambda done, of: told.append((done, of)))  # fmt: skip
    assert content.text == "Seven people were killed.\n\nFour were hurt."
    (warning,) = content.warnings
    assert "compare figures" in warning.en
    assert "قارن الأرقام" in warning.ar
    assert told == [(1, 2), (2, 2)]


def test_arabic_words_come_out_whole() -> None:
    text = read_pdf(arabic_pdf(list(PARAGRAPHS))).text
    expected = " ".join(PARAGRAPHS).replace(".", "").replace("،", "").split()
    found = set(text.replace(".", "").replace("،", "").split())
    assert sum(word in found for word in expected) >= 0.95 * len(expected)


def test_a_page_without_text_is_named() -> None:
    content = read_pdf(pdf([latin("Seven."), b"", latin("Four.")]))
    assert content.text == "Seven.\n\nFour."
    assert "1 page has no text, perhaps a scan: 2." in content.warnings[1].en
    many = read_pdf(pdf([latin("Seven."), *[b""] * 30])).warnings[1]
    assert "30 pages have no text, perhaps a scan: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 …." in many.en


def encrypted(password: str) -> bytes:
    import pypdf

    writer = pypdf.PdfWriter(io.BytesIO(pdf([latin("Seven people were killed.")])))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_protected() -> None:
    with pytest.raises(UnreadableError, match="protected with a password"):
        read_pdf(encrypted("secret"))
    # Only printing or changing is protected: whoever has the file may read it.
    assert read_pdf(encrypted("")).text == "Seven people were killed."


PICTURE = b"q 595 0 0 842 0 0 cm /Im0 Do Q"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf([PICTURE, PICTURE]), "it is a scan"),
        (pdf([b""]), "it is a scan"),
        (pdf([latin("   ")]), "it is a scan"),
        (pdf([latin("x")] * (MOST_PAGES + 1)), f"{MOST_PAGES + 1} pages"),
        (pdf([latin("x")] * 10_000), "10,000 pages"),
        (b"%PDF-1.7\n", "damaged PDF"),
        (b"%PDF-1.7\n" + bytes(1000), "damaged PDF"),
        (pdf([latin("x")])[:200], "damaged PDF"),
    ],
    ids=["scan", "empty page", "spaces", "too many pages", "10000 pages", "head", "zeros", "cut"],
)
def test_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as told:
        read_pdf(data)
    assert told.value.why.ar


@pytest.mark.parametrize(
    ("kids", "count", "text"),
    [
        ("2 0 R", 5, ""),
        ("2 0 R 3 0 R", 3, "Seven."),
        ("1 0 R", 1, ""),
        ("99 0 R", 1, ""),
        ("3 0 R " * 50, 50, "Seven."),
        ("3 0 R", 1_000_000_000, "Seven."),
    ],
)
def test_page_trees_that_loop_or_lead_nowhere_end(kids: str, count: int, text: str) -> None:
    told = outcome(lambda: read_pdf(pdf([latin("Seven.")], kids=kids, count=count)))
    assert told.startswith("!") or told == text or (set(told.split()) == {"Seven."} and text)


def test_dates_and_titles_are_those_of_the_file() -> None:
    from fpdf import FPDF

    document = FPDF()
    document.add_page()
    document.set_font("helvetica")
    document.cell(text="Seven people were killed.")
    document.set_title("Killed in Kirkuk")
    document.set_creation_date(dt.datetime(2020, 1, 5, tzinfo=dt.UTC))
    content = read_pdf(bytes(document.output()))
    assert content.title == "Killed in Kirkuk"
    assert content.date is not None
    assert (content.date.day, content.date.kind) == (dt.date(2020, 1, 5), "made")


def test_words_in_reverse_are_noticed() -> None:
    text = " ".join(PARAGRAPHS)
    assert not seems_reversed(text)
    assert seems_reversed(" ".join(word[::-1] for word in text.split()))
