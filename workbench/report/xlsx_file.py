"""The report as a workbook: findings, to-do list, history and what was checked, right to left where it is Arabic."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from workbench.report.tables import finding_header, finding_row
from workbench.report.visible import looks_like_formula, without_isolates

if TYPE_CHECKING:
    from workbench.report.progress import Progress
    from workbench.report.values import Report
    from workbench.report.words import Speaker

_MOST = 32_767  # characters that a cell may hold
_LINE, _HIGHEST = 14.0, 409.0  # points
_PRINTABLE = 8  # columns that can still be read when they are fitted to one page's width
_TINTS = {"high": "#F6DADC", "medium": "#F3E4D2", "low": "#EDF0F2"}


def report_xlsx(report: Report, speaker: Speaker, progress: Progress) -> bytes:
    """A workbook whose every cell is text or a plain number, never a formula or a link."""
    import xlsxwriter  # type: ignore[import-untyped]

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    # Otherwise the same report would be another file each second.
    book.set_properties({"title": without_isolates(report.title)[:255], "created": report.made.replace(tzinfo=None)})
    sheets = _Sheets(book, report)
    rows = ((finding_row(one, report), one.severity) for one in progress.over(report.findings))
    sheets.add(speaker.say("report.findings"), finding_header(report, speaker), rows, _widths(report))
    sheets.add(speaker.say("report.cover"), [speaker.say("field.name"), speaker.say("field.words")],
               ((row, "") for row in _cover(report, speaker)), [28, 90])  # fmt: skip
    head = [speaker.say(f"field.{name}") for name in ("words", "where", "settle", "done")]
    todo = (([one.words, one.place, one.settle, speaker.say("yes" if one.done else "no")], "") for one in report.todo)
    sheets.add(speaker.say("report.todo"), head, todo, [70, 18, 50, 8])
    head = [speaker.say(f"field.{name}") for name in ("when", "who", "number", "message", "decision", "reason", "note")]
    history = (
        ([one.stamp, one.who, str(one.number or ""), one.about, one.state_words, one.reason_words, one.note], "")
        for one in report.history
    )
    sheets.add(speaker.say("report.history"), head, history, [20, 20, 8, 60, 14, 18, 60])
    book.close()
    return bytes(out.getvalue())


class _Sheets:
    """Adds sheets to a workbook, all of one look."""

    def __init__(self, book: Any, report: Report) -> None:
        self._book, self._rtl = book, report.rtl
        order = 2 if report.rtl else 1
        look = {"text_wrap": True, "valign": "top", "font_name": "Arial", "font_size": 10, "reading_order": order,
                "align": "right" if report.rtl else "left"}  # fmt: skip
        self._head = book.add_format({**look, "bold": True, "bg_color": "#E9ECEF", "border": 1})
        self._plain, self._quoted = {}, {}
        for name in ("", *_TINTS):
            tint = {"bg_color": _TINTS[name]} if name else {}
            self._plain[name] = book.add_format({**look, **tint, "border": 1, "border_color": "#CFD5DA"})
            # The quote prefix keeps «=…» text when somebody edits the cell.
            self._quoted[name] = book.add_format(
                {**look, **tint, "border": 1, "border_color": "#CFD5DA", "quote_prefix": True}
            )

    def add(
        self, name: str, head: Sequence[str], rows: Iterable[tuple[Sequence[str], str]], widths: Sequence[float]
    ) -> None:
        sheet = self._book.add_worksheet(_sheet_name(name))
        if self._rtl:
            sheet.right_to_left()
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        self._write(sheet, 0, head, self._head, self._head)
        last = 0
        for last, (cells, severity) in enumerate(rows, 1):
            tinted = severity if severity in self._plain else ""
            self._write(sheet, last, cells, self._plain[""], self._quoted[""], tinted)
            # Not every program makes rows as high as their wrapped words by itself.
            sheet.set_row(last, min(_HIGHEST, _LINE * max(map(line_count, cells, widths), default=1)))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(last, 1), len(head) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        if len(head) <= _PRINTABLE:
            sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _write(self, sheet: Any, row: int, cells: Sequence[str], plain: Any, quoted: Any, tinted: str = "") -> None:
        for column, words in enumerate(cells):
            words = fitting(words)
            look = quoted if looks_like_formula(words) else plain
            if tinted and column == 3:
                look = self._quoted[tinted] if look is quoted else self._plain[tinted]
            sheet.write_string(row, column, words, look)


def line_count(words: str, width: float) -> int:
    """How many lines wrapped words take in a column so many characters wide, rather too many than too few."""
    return sum(max(1, math.ceil(len(without_isolates(line)) / (width * 0.95))) for line in words.split("\n"))


def fitting(words: str) -> str:
    """What a cell can hold, cut with dots; halves of surrogate pairs have no place in a file."""
    words = words.encode("utf-8", "replace").decode("utf-8")
    return words if len(words) <= _MOST else words[: _MOST - 1] + "…"


def _sheet_name(words: str) -> str:
    """At most 31 characters without the signs that sheets' names may not hold."""
    return "".join(character for character in without_isolates(words) if character not in "[]:*?/\\'")[:31]


def _widths(report: Report) -> list[float]:
    return [6, 14, 14, 10, 50, *[36, 22] * len(report.articles), 24, 30, 50, 30, 30, 24, 8, 14, 16, 18, 20, 40, 16]


def _cover(report: Report, speaker: Speaker) -> Iterable[list[str]]:
    say = speaker.say
    yield [say("report.title"), report.title]
    yield [say("report.made", when=report.made_words), ""]
    for figure in (*report.figures, *report.states):
        yield [figure.words, str(figure.count)]
    for article in report.articles:
        yield [article.name, article.title]
        yield [say("article.date"), article.date]
        yield [say("article.origin"), article.origin]
        yield [say("article.hash"), article.sha256]
    for name, lines in (("report.checked", report.checked), ("report.unchecked", report.unchecked)):
        for line in lines:
            yield [say(name), line]
    for name, words in report.versions:
        yield [name, words]


