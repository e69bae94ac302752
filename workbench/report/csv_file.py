"""The findings as CSV: UTF-8 with a byte order mark, so that spreadsheets read its Arabic, and no cell a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from workbench.report.tables import finding_header, finding_row
from workbench.report.visible import looks_like_formula

if TYPE_CHECKING:
    from workbench.report.progress import Progress
    from workbench.report.values import Report
    from workbench.report.words import Speaker


def report_csv(report: Report, speaker: Speaker, progress: Progress) -> bytes:
    """One line a finding, departed ones last; lines end as RFC 4180 says."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(map(safe_cell, finding_header(report, speaker)))
    for finding in progress.over(report.findings):
        writer.writerow(map(safe_cell, finding_row(finding, report)))
    return out.getvalue().encode("utf-8-sig", "replace")


def safe_cell(cell: str) -> str:
    """An apostrophe before what a spreadsheet would take for a formula: also where one begins a later line, which some
    programs break the cell at."""
    cell = "\n".join(cell.splitlines())
    return f"'{cell}" if any(looks_like_formula(line) for line in cell.split("\n")) else cell
