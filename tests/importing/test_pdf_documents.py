"""PDF: text with its warning, scans said to be scans, protected, damaged, looping and endless ones refused."""

from __future__ import annotations

import datetime as dt
import io

import pytest

from tests.importing.documents import PARAGRAPHS, arabic_pdf, latin, outcome, pdf
from workbench.importing.pdf_documents import MOST_PAGES, read_pdf, seems_reversed, without_stamps
from workbench.importing.reading_order import lines_in_order, sets_left_to_right
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


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("11/21/26, 8:34 AM عنوان\nنص\nhttps://example.org/story 1/2", "نص"),
        ("نص\n\u200f٢١/١١/٢٠٢٦، ٨:٣٤ ص\nhttps://example.org/story 1/2", "نص"),
        ("نص\n21.11.2026, 08:34\n2/2 https://example.org/story", "نص"),
        ("\ufb01le:///a.html 1/1\nنص", "نص"),
        ("11/21/26, 8:34 AM\nنص", "11/21/26, 8:34 AM\nنص"),  # perhaps the article's own
        ("انظر https://example.org 1/2\n11/21/26, 8:34", "انظر https://example.org 1/2\n11/21/26, 8:34"),
    ],
)
def test_what_a_browser_prints_around_a_page(page: str, text: str) -> None:
    assert without_stamps(page) == text


def test_the_time_of_printing_is_not_the_article_s_date() -> None:
    content = read_pdf(pdf([b"BT /F1 12 Tf 72 800 Td (11/21/26, 8:34 AM) Tj 0 -40 Td (Seven people were killed.) Tj "
                            b"0 -600 Td (https://example.org/story 1/1) Tj ET"]))  # fmt: skip
    assert content.text == "Seven people were killed."
    assert "when it prints" in content.warnings[1].en


def test_words_in_reverse_are_noticed() -> None:
    text = " ".join(PARAGRAPHS)
    assert not seems_reversed(text)
    assert seems_reversed(" ".join(word[::-1] for word in text.split()))


ORDERED = [
    "قال مسؤولون إن 12 شخصا قتلوا في 28 ديسمبر 2019 بمدينة الموصل (رويترز)، بنسبة 12.5%.",
    "وأصيب نحو 300 آخرين، و30 صاروخا سقطت بـ14 موقعا من طراز F-16 على بعد 100كم.",
    "بلغ سعر البرميل 63.5 دولارا (57 يورو) عن 27/12/2019.",
    "قُتل ١٢ شخصا في ٢٨ ديسمبر ٢٠١٩ من أصل ٥٬٢٠٠ قرب القاعدة.",
]


@pytest.mark.parametrize("line", ORDERED)
def test_what_fpdf2_sets_comes_out_in_reading_order(line: str) -> None:
    assert " ".join(read_pdf(arabic_pdf([line])).text.split()) == line


@pytest.mark.parametrize(
    ("pieces", "ahead", "text"),
    [
        # as Chromium sets it: from left to right, brackets as they are drawn
        ([" ديسمبر", "", "28", "", " ", " شخصا في", "", "12", "", " ", "قتل"], True, "قتل 12 شخصا في 28 ديسمبر"),
        ([".(", " )مصدر", "٠٠٢٬٥", "٪ من أصل ", "٥٫٢١", "نسبة "], True, "نسبة ١٢٫٥٪ من أصل ٥٬٢٠٠ (مصدر)."),
        ([" بلغت", "«", "النسبة", "» ", "إن"], True, "إن «النسبة» بلغت"),
        (["كم من القاعدة", "100"], True, "100كم من القاعدة"),
        ([" صاروخا", "30", " آخرين، و", "300", " ", "نحو"], True, "نحو 300 آخرين، و30 صاروخا"),
        (["عن", "", "\n", ".27/12/2019 ", "دولارات"], True, "عن\nدولارات 27/12/2019."),
        # as LibreOffice sets it: in reading order, letters inside a string from left to right
        (["قتل", "", "٢١", "", " شخصا في ", "", "٨٢", "", " ديسمبر"], False, "قتل١٢ شخصا في ٢٨ ديسمبر"),
        (["إن", "12", " ", " شخصا"], False, "إن 12 شخصا"),
        ([" عند الساعة ", "»", "كي وان", "« ", "القاعدة", "20:45", "", ".", " بتوقيت بغداد"], False,
         "القاعدة «كي وان» عند الساعة 20:45 بتوقيت بغداد."),
        (["البرميل ", "63.5", "", "( ", " دولارا", "57", "", " ", " يورو) بزيادة", "3", "-", "4"], False,
         "البرميل 63.5 دولارا (57 يورو) بزيادة 3-4"),
        # Latin lines stay
        (["Seven people", " were killed in ", "كركوك"], True, "Seven people were killed in كركوك"),
        (["Seven (7)", "\n", "people"], True, "Seven (7)\npeople"),
        ([], True, ""),
    ],
)  # fmt: skip
def test_reading_order(pieces: list[str], ahead: bool, text: str) -> None:
    assert lines_in_order(pieces, ahead) == text


@pytest.mark.parametrize(
    ("places", "ahead"),
    [([], True), ([(1, 5)], True), ([(1, 5), (9, 5)], True), ([(9, 5), (1, 5)], False), ([(9, 5), (1, 9)], True)],
)
def test_direction_of_setting(places: list[tuple[float, float]], ahead: bool) -> None:
    assert sets_left_to_right(places) is ahead
