"""The class report as tables: a workbook for the trainer, grades as CSV for a course's own system."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.report.csv_file import safe_cell
from workbench.report.visible import visible
from workbench.report.words import Speaker
from workbench.report.xlsx_file import fitting
from workbench.training.classes import ClassReport
from workbench.training.debrief import Debrief
from workbench.training.scoring import OUTCOMES, Outcome
from workbench.training.values import KeyPlace
from workbench.training.words import points_words

Cell = str | float | int | None


@dataclass(frozen=True, slots=True)
class _Sign:
    """A cell that shows an outcome."""

    outcome: Outcome


Rows = Iterable[Sequence[Cell | _Sign]]


def grades_csv(report: ClassReport, speaker: Speaker) -> bytes:
    """One line a paper: name, points, of how many, percent, and the figures behind them."""
    head = [speaker.say(f"training.{name}") for name in _GRADES]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    for paper in report.papers:
        writer.writerow([_text(cell) for cell in _grade(paper) if not isinstance(cell, _Sign)])
    return out.getvalue().encode("utf-8-sig", "replace")


_GRADES = ("name", "points", "possible", "grade", "recall", "precision", "agreement", "alarms", "hints", "seconds")


def _grade(paper: Debrief) -> list[Cell | _Sign]:
    score = paper.score
    return [
        visible(paper.paper.name), score.total, score.possible, round(score.percent, 1), round(100 * score.recall, 1),
        None if score.precision is None else round(100 * score.precision, 1),
        None if score.agreement is None else round(100 * score.agreement, 1),
        len(score.alarms), len(paper.paper.hints), paper.paper.seconds,
    ]  # fmt: skip


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return safe_cell(cell) if isinstance(cell, str) else points_words(cell)


def _grades(report: ClassReport) -> Rows:
    return (_grade(paper) for paper in report.papers)


def class_xlsx(report: ClassReport, speaker: Speaker) -> bytes:
    """A workbook with the grades, who found what, the items and the false alarms. No cell is a formula or a link."""
    import xlsxwriter  # type: ignore[import-untyped,unused-ignore]

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    sheets, named = _Sheets(book, speaker), speaker.named
    sheets.add("grades", list(_GRADES), _grades(report), [28, 11])
    numbers = [str(n) for n in range(1, len(report.items) + 1)]
    found: Rows = (
        [visible(one.paper.name), *(_Sign(entry.outcome) for entry in one.score.entries)] for one in report.papers
    )
    sheets.add("who-found-what", ["name"], found, [28, 6], numbers)
    items: Rows = (
        [
            report.items.index(item) + 1, _quotes(report, item.entry.places), named("family", item.entry.family),
            named("kind", item.entry.kind), *(item.times(outcome) for outcome in OUTCOMES), round(100 * item.share, 1),
        ]
        for item in report.hardest()
    )  # fmt: skip
    heads = [named("outcome", outcome) for outcome in OUTCOMES]
    heads.append(speaker.say("training.share"))
    sheets.add("hardest", ["number", "words", "family", "kind"], items, [7, 60, 14], heads)
    traps: Rows = (
        [_quotes(report, row.trap.places), named("trap", row.trap.sort), row.taken, visible(speaker.pick(row.trap.why))]
        for row in report.traps
    )
    sheets.add("traps", ["words", "trap-sort", "taken", "trap-why"], traps, [60, 20, 11, 60])
    alarms: Rows = (
        [visible(" | ".join(one.quotes)), named("family", one.family) if one.family else "", one.papers]
        for one in report.alarms
    )
    sheets.add("common-alarms", ["words", "family", "papers"], alarms, [80, 24, 11])
    book.close()
    return bytes(out.getvalue())


class _Sheets:
    """Adds sheets to a workbook, all of one look."""

    def __init__(self, book: Any, speaker: Speaker) -> None:
        self._book, self._say, self._rtl = book, speaker.say, speaker.code == "ar"
        order = 2 if self._rtl else 1
        look = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#CFD5DA", "reading_order": order}
        self._head = book.add_format({**look, "bold": True, "bg_color": "#E9ECEF"})
        self._plain = book.add_format(look)
        self._tints = {
            name: book.add_format({**look, "bg_color": colour, "align": "center"}) for name, colour in _TINTS.items()
        }

    def add(
        self, name: str, head: Sequence[str], rows: Rows, widths: Sequence[float],
        more: Sequence[str] = (),
    ) -> None:  # fmt: skip
        """A sheet and its head: words of the table by key, then ``more`` as they are; the last width holds on."""
        sheet = self._book.add_worksheet(self._say(f"training.{name}")[:31])
        if self._rtl:
            sheet.right_to_left()
        for column, words in enumerate([*(self._say(f"training.{key}") for key in head), *more]):
            sheet.write_string(0, column, fitting(words), self._head)
            sheet.set_column(column, column, widths[min(column, len(widths) - 1)])
        for row, cells in enumerate(rows, 1):
            for column, cell in enumerate(cells):
                if isinstance(cell, _Sign):
                    words = self._say(f"outcome-sign.{cell.outcome}")
                    sheet.write_string(row, column, words, self._tints[cell.outcome])
                elif isinstance(cell, int | float):
                    sheet.write_number(row, column, cell, self._plain)
                else:
                    sheet.write_string(row, column, fitting(cell or ""), self._plain)
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)


_TINTS = {"found": "#E6F1EA", "missed": "#FBE9EA", "wrong-kind": "#E7EEF8", "partly": "#F6ECDF"}


def _quotes(report: ClassReport, places: Iterable[KeyPlace]) -> str:
    texts = (report.exercise.text(place.article)[place.span.start : place.span.end] for place in places)
    return visible(" | ".join(texts))
