"""No cell of CSV or XLSX is ever a formula; both read as they should."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from tests.report.material import hostile_with, made, record
from workbench.report.csv_file import safe_cell
from workbench.report.visible import looks_like_formula

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STARTS = ["=", "+", "-", "@", "\t=", "\r=", "＝", "＋", "－", "＠"]
BEFORE = ["", " ", "\u200f", "\u200e", "\u2068", "\u202b", "\ufeff", "\u200b", "\u061c\u2067 ", "\xa0"]


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("start", STARTS)
def test_dangerous_cells_are_told(before: str, start: str) -> None:
    assert looks_like_formula(f"{before}{start}1+1")
    assert safe_cell(f"{before}{start}1+1").startswith("'")


@pytest.mark.parametrize("cell", ["", "40 متجرا", "2024-03-10", "‏11–14", "a=b", "'=1", "١+١"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert not looks_like_formula(cell)
    assert safe_cell(cell) == cell


@pytest.mark.parametrize("cell", ["\t1", "\r1", "one\n=2", "one\r\n=2", "one\u2028=2"])
def test_tabs_and_later_lines_are_no_way_in(cell: str) -> None:
    assert safe_cell(cell).startswith("'") or not cell.strip().startswith("=")
    assert "\r" not in safe_cell(cell)
    if "=" in cell:
        assert safe_cell(cell).startswith("'")


@given(st.text(max_size=30))
def test_a_safe_cell_is_safe(cell: str) -> None:
    assert not any(looks_like_formula(line) for line in safe_cell(cell).split("\n")[:1])


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("before", ["", "\u200f", "\u202b "])
def test_no_cell_of_a_report_is_a_formula(before: str, start: str) -> None:
    data = made("csv", "ar", record(hostile_with(f"{before}{start}SUM(A1)")))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == 7
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if looks_like_formula(cell)]
    # An override is shown by its code, so that the cell begins with that and needs no apostrophe.
    assert any(cell.startswith("\u27e8" if before.startswith("\u202b") else "'") for cell in rows[1])


def sheets(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\u200f="])
def test_workbook_holds_strings(start: str) -> None:
    files = sheets(made("xlsx", "ar", record(hostile_with(f"{start}SUM(A1)"))))
    names = [name for name in files if name.startswith("xl/worksheets/sheet")]
    assert len(names) == 4
    for name in names:
        sheet = fromstring(files[name])
        assert not list(sheet.iter(f"{MAIN}f"))
        kinds = {cell.get("t") for cell in sheet.iter(f"{MAIN}c")}
        assert kinds <= {"s", None}
        assert all(cell.get("t") == "s" or len(cell) == 0 for cell in sheet.iter(f"{MAIN}c"))
    # Edited by hand the cell stays text.
    assert b'quotePrefix="1"' in files["xl/styles.xml"]


@pytest.mark.parametrize(("language", "turned"), [("ar", True), ("en", False)])
def test_sheets_run_with_the_language(language: str, turned: bool) -> None:
    files = sheets(made("xlsx", language))
    for name, data in files.items():
        if name.startswith("xl/worksheets/sheet"):
            assert (b'rightToLeft="1"' in data) is turned


def test_a_note_longer_than_a_cell_is_cut_and_says_so() -> None:
    files = sheets(made("xlsx", "ar", record(hostile_with("ن" * 40_000))))
    strings = fromstring(files["xl/sharedStrings.xml"])
    texts = ["".join(node.itertext()) for node in strings]
    assert max(map(len, texts)) <= 32_767
    assert any(text.endswith("…") for text in texts)
