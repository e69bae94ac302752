"""Arabic on paper: every word there, in its order, found again by readers of PDF."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.report.material import MOMENT, made, record
from workbench.report.bidi_lines import Piece, Style, lay_out, visual_order
from workbench.report.pdf_sheet import Sheet
from workbench.resources import resource_folder

UNSEEN = re.compile("[\u200b\u200e\u200f\u061c\u2066-\u2069\ufeff]")


def words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFKC", text)))


def recall(text: str) -> float:
    """The share of words of both articles and of what the findings say that a reader of the file finds."""
    result = record().result
    written = [reading.article.text.replace("🔥", "") for reading in result.readings]
    wanted = words_of("\n".join([*written, *(finding.message.ar for finding in result.findings)]))
    found = words_of(text)
    return sum(min(count, found[word]) for word, count in wanted.items()) / wanted.total()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed")
def test_words_are_found_by_pdftotext(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(made("pdf"))
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode()
    assert recall(text) >= 0.95


def test_words_are_found_by_pypdf() -> None:
    """pypdf joins figures to their neighbours in Arabic; the words themselves it finds."""
    reader = PdfReader(io.BytesIO(made("pdf")))
    assert recall("\n".join(page.extract_text() for page in reader.pages)) >= 0.88


def test_bookmarks_name_the_sections_and_the_language_is_told() -> None:
    reader = PdfReader(io.BytesIO(made("pdf", "en")))
    titles = [str(item["/Title"]) for item in reader.outline if not isinstance(item, list)]
    assert {"At a glance", "Findings", "To verify", "Versions"} <= set(titles)
    assert reader.trailer["/Root"].get_object()["/Lang"] == "en"


@pytest.fixture(scope="module")
def sheet() -> Iterator[Sheet]:
    sheet = Sheet(resource_folder() / "fonts", True, "", MOMENT)
    yield sheet
    sheet.release()


def test_a_vowel_sign_leaves_its_word_whole(sheet: Sheet) -> None:
    """One run for the word, as wide as its letters: the sign has no width of its own."""
    plain = sheet.lines([Piece("عثر", Style())], 100, True)[0]
    signed = sheet.lines([Piece("عُثر", Style())], 100, True)[0]
    assert [run.words for run in signed.runs] == ["عُثر"]
    assert signed.width == pytest.approx(plain.width)


def test_what_no_typeface_has_is_told_by_its_code(sheet: Sheet) -> None:
    assert sheet.writable("نار 🔥") == "نار [U+1F525]"
    assert sheet.writable("نار") == "نار"


@pytest.mark.parametrize(
    ("text", "rtl", "seen"),
    [
        ("مساء 27 مارس", True, [" مارس", "27", "مساء "]),
        ("قال Reuters اليوم", True, [" اليوم", "Reuters", "قال "]),
        ("The words \u2068قُتل 12\u2069 here", False, ["The words ", "12", "قُتل ", " here"]),
        # A number apart from the figure before it stands behind it.
        ("عام 2019\u2068[3]\u2069 ثم", True, [" ثم", "[3]", "2019", "عام "]),
    ],
)
def test_runs_stand_in_the_order_they_are_read(sheet: Sheet, text: str, rtl: bool, seen: list[str]) -> None:
    line = sheet.lines([Piece(text, Style())], 300, rtl)[0]
    assert [run.words for run in sorted(line.runs, key=lambda run: run.x)] == seen
    assert [run.order for run in line.runs] == sorted(run.order for run in line.runs)


@pytest.mark.parametrize(
    ("levels", "order"),
    [([], []), ([0], [0]), ([1, 1], [1, 0]), ([1, 2, 1], [2, 1, 0]), ([0, 1, 2, 1, 0], [0, 3, 2, 1, 4]),
     ([1, 2, 2, 1], [3, 1, 2, 0]), ([2, 1, 2], [2, 1, 0])],
)  # fmt: skip
def test_visual_order(levels: list[int], order: list[int]) -> None:
    assert visual_order(levels) == order


TEXT = st.text(
    alphabet=st.sampled_from("ابتثسلام وُ 12٣abcXY.,()«»-/\u2068\u2069\u2066\u200f 🔥"), max_size=60
).filter(lambda text: bool(text.strip()))


@settings(max_examples=150, deadline=None)
@given(text=TEXT, width=st.floats(8, 60), rtl=st.sampled_from([True, False, None]))
def test_no_letter_is_lost_between_lines(text: str, width: float, rtl: bool | None) -> None:
    def measure(words: str, style: Style, backwards: bool, face: str) -> float:
        return 2.0 * len(words)

    lines = lay_out([Piece(text, Style())], width, rtl, measure, lambda character: "amiri")
    written = "".join(run.words for line in lines for run in line.runs)
    assert re.sub(r"\s", "", written) == re.sub(r"\s", "", UNSEEN.sub("", text))
    for line in lines:
        assert line.width <= width + 1e-6 or sum(len(run.words) for run in line.runs) == 1
        edges = sorted((run.x, run.x + run.width) for run in line.runs)
        assert all(left[1] <= right[0] + 1e-6 for left, right in pairwise(edges))


def test_a_table_row_longer_than_a_page_goes_on_on_the_next() -> None:
    sheet = Sheet(resource_folder() / "fonts", True, "", MOMENT)
    sheet.grid([["كلمة " * 3000, "x"]], [1, 1])
    reader = PdfReader(io.BytesIO(bytes(sheet.output())))
    sheet.release()
    assert len(reader.pages) > 2
    text = "".join(page.extract_text() for page in reader.pages)
    assert text.count("كلمة") == 3000


def test_an_endless_word_is_broken_without_measuring_it_whole() -> None:
    asked = 0

    def measure(words: str, style: Style, backwards: bool, face: str) -> float:
        nonlocal asked
        asked += len(words)
        return 1.0 * len(words)

    lines = lay_out([Piece("س" * 20_000, Style())], 100, True, measure, lambda character: "amiri")
    assert len(lines) == 200
    assert asked < 20_000 * 40
