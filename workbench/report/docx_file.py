"""The report as a Word document: headings, mirrored tables, the findings as comments on the words they are about."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import docx
from docx.oxml.ns import qn
from docx.shared import Mm

from workbench.report.docx_text import add_page_number, add_runs, prepare, set_direction, set_table_direction
from workbench.report.marking import marked_paragraphs
from workbench.report.picture import timeline_lines
from workbench.report.visible import visible, without_isolates
from workbench.wording import isolated

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from workbench.report.progress import Progress
    from workbench.report.values import Report, ReportArticle, ReportFinding
    from workbench.report.words import Speaker

_QUIET = (90, 101, 111)
_SHADES = {
    "contradiction": "F5DFE0", "anachronism": "E9E1F3", "calendar": "DDE7F4", "arithmetic": "E6E9D9",
    "sourcing": "F2E6D9", "copy": "E5E8EA",
}  # fmt: skip


def report_docx(report: Report, speaker: Speaker, progress: Progress) -> bytes:
    """The whole report. Comments are by the reviewer where there is one, else by the program."""
    out = io.BytesIO()
    writer = _Writer(report, speaker)
    writer.write(progress)
    writer.document.save(out)
    return out.getvalue()


class _Writer:
    """Fills one document from its beginning to its end."""

    def __init__(self, report: Report, speaker: Speaker) -> None:
        self.report, self.speaker, self.say = report, speaker, speaker.say
        self.document: Document = docx.Document()
        prepare(self.document, report.rtl)
        properties = self.document.core_properties
        properties.title = without_isolates(report.title)[:255]
        properties.author = without_isolates(speaker.say("report.program"))
        properties.comments = ""
        properties.created = properties.modified = report.made.replace(tzinfo=None)
        properties.language = report.language
        footer = self.document.sections[0].footer.paragraphs[0]
        add_page_number(footer)
        set_direction(footer, report.rtl)

    def write(self, progress: Progress) -> None:
        say, report = self.say, self.report
        self.paragraph(say("report.title"), colour=_QUIET, size=9.5)
        self.paragraph(report.title, style="Title", rtl=_right_to_left(report.title, report.rtl))
        self.paragraph(say("report.made", when=report.made_words), colour=_QUIET, size=9.5)
        self.paragraph(say("report.draft"), colour=_QUIET, size=9.5)
        if report.only:
            self.paragraph(say(f"report.only.{report.only}"), bold=True)
        self.heading(say("report.cover"))
        self.table([[figure.words, str(figure.count)] for figure in (*report.figures, *report.states)])
        for article in report.articles:
            self.heading(article.name, 2)
            self.table(self._about(article))
        self.heading(say("report.scope"))
        for name, lines in (("report.checked", report.checked), ("report.unchecked", report.unchecked)):
            self.heading(say(name), 2)
            for line in lines:
                self.paragraph(line, style="List Bullet")
        dated = timeline_lines(report.timeline, self.speaker)
        if dated:
            self.heading(say("report.timeline"))
            self.table([list(line) for line in dated])
        self.heading(say("report.texts"))
        for article in report.articles:
            self.heading(article.name, 2)
            self._article(article)
        self._findings(progress)
        self._lists()

    def paragraph(
        self, words: str, style: str | None = None, rtl: bool | None = None, bold: bool = False,
        colour: tuple[int, int, int] | None = None, size: float | None = None,
    ) -> Paragraph:  # fmt: skip
        paragraph = self.document.add_paragraph(style=style)
        rtl = self.report.rtl if rtl is None else rtl
        set_direction(paragraph, rtl)
        add_runs(paragraph, words, rtl, bold, size, colour)
        return paragraph

    def heading(self, words: str, level: int = 1) -> None:
        self.paragraph(words, style=f"Heading {level}")

    def table(self, rows: Sequence[Sequence[str]], shares: Sequence[float] = (1, 2.6), head: bool = False) -> None:
        """Columns as wide as their shares of the page's width."""
        table = self.document.add_table(rows=0, cols=len(rows[0]))
        table.autofit = False
        widths = [Mm(170 * share / sum(shares)) for share in shares]
        table.style = "Table Grid"
        set_table_direction(table, self.report.rtl)
        # Word looks at the cells' widths, LibreOffice at the columns'.
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for number, row in enumerate(rows):
            for cell, words, width in zip(table.add_row().cells, row, widths, strict=True):
                cell.width = width
                for place, line in enumerate(words.split("\n")):
                    paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
                    set_direction(paragraph, self.report.rtl)
                    add_runs(paragraph, line, self.report.rtl, bold=head and number == 0, size=10)
        self.document.add_paragraph()

    def _about(self, article: ReportArticle) -> list[list[str]]:
        say = self.say
        rows = [
            [say("article.title"), isolated(article.title)],
            [say("article.date"), article.date + (f"\n{article.date_why}" if article.date_why else "")],
            [say("article.origin"), article.origin],
        ]
        if article.credit:
            rows.append([say("article.credit"), article.credit])
        if article.sha256:
            rows.append([say("article.hash"), article.sha256])
        return rows

    # --- the texts and their comments ---

    def _article(self, article: ReportArticle) -> None:
        """The text with a comment on every mark: the finding in full where it is met first, else a word of it."""
        open_runs: dict[tuple[int, int], Run] = {}
        for part in marked_paragraphs(self.report, article.id):
            words = "".join(stretch.words for stretch in part.stretches)
            rtl = _right_to_left(words, article.language not in ("en", "und"))
            paragraph = self.document.add_paragraph()
            set_direction(paragraph, rtl)
            bold = part.kind in ("headline", "standfirst")
            for stretch in part.stretches:
                shade = _SHADES.get(stretch.findings[0].family) if stretch.findings else None
                size = 14.0 if part.kind == "headline" else 12.0
                runs = add_runs(paragraph, visible(stretch.words), rtl, bold, size, None, shade, faithful=True)
                for finding in stretch.begins:
                    open_runs[finding.number, _place(finding, article.id, stretch.start)] = runs[0]
                for finding in stretch.ends:
                    end = stretch.start + len(stretch.words)
                    self._close(open_runs, finding, article.id, end, runs[-1])

    def _close(
        self, open_runs: dict[tuple[int, int], Run], finding: ReportFinding, article: str, end: int, last: Run
    ) -> None:
        for number, quotation in enumerate(finding.quotations):
            if quotation.article == article and quotation.end == end:
                first = open_runs.pop((finding.number, number), None)
                if first is not None:
                    self._comment(finding, [first, last], number == 0)

    def _comment(self, finding: ReportFinding, runs: list[Run], whole: bool) -> None:
        program = without_isolates(self.say("report.program"))
        author = without_isolates(finding.who) or program
        initials = "".join(word[0] for word in author.split()[:3])
        comment = self.document.add_comment(runs, "", author=author, initials=initials)
        made: Any = comment._comment_elm
        made.set(qn("w:date"), self.report.made.strftime("%Y-%m-%dT%H:%M:%SZ"))
        lines = [f"{finding.number}. {finding.message}"]
        if whole:
            lines += [reason.words for reason in finding.reasons]
            decision = finding.state_words + (f" ({finding.reason_words})" if finding.reason_words else "")
            lines.append(f"{self.say('field.decision')}: {decision}")
            lines += [line for line in finding.note.split("\n") if line.strip()]
        else:
            lines = [lines[0], self.say("comment.see", n=finding.number)]
        for number, line in enumerate(lines):
            paragraph = comment.paragraphs[0] if number == 0 else comment.add_paragraph()
            set_direction(paragraph, self.report.rtl)
            add_runs(paragraph, line, self.report.rtl, size=10)

    # --- the findings and lists ---

    def _findings(self, progress: Progress) -> None:
        say, report = self.say, self.report
        self.heading(say("report.findings"))
        for finding in progress.over(report.standing):
            self._finding(finding)
        if not report.standing:
            self.paragraph(say("report.no-confirmed" if report.only else "report.no-findings"))
        if report.departed:
            self.heading(say("report.departed"))
            self.paragraph(say("report.departed.why"), colour=_QUIET)
            for finding in progress.over(report.departed):
                self._finding(finding)

    def _finding(self, finding: ReportFinding) -> None:
        say = self.say
        self.heading(f"{finding.number}. {finding.message}", 2)
        tags = " · ".join((finding.family_words, finding.kind_words, finding.severity_words))
        self.paragraph(tags, colour=_QUIET, size=9.5)
        for quotation in finding.quotations:
            place = f" ({quotation.place})" if quotation.place else ""
            self.paragraph(f"{quotation.letter}: {isolated(f'«{quotation.words}»')}{place}")
        decision = finding.state_words + (f" ({finding.reason_words})" if finding.reason_words else "")
        fields = [
            ("values", finding.values),
            ("event", (isolated(finding.event) if finding.event else "",)),
            ("evidence", tuple(f"{one.words} [{isolated(one.source)}]" if one.source else one.words
                               for one in finding.reasons)),
            ("mend", finding.mends),
            ("rule", (f"{finding.rule} · {say('field.confidence')} {finding.confidence:.2f}",)),
            ("decision", (decision,)),
            ("who", (isolated(finding.who) if finding.who else "",)),
            ("when", (finding.when,)),
            ("note", tuple(isolated(line) for line in finding.note.split("\n") if line.strip())),
        ]  # fmt: skip
        for name, lines in fields:
            for line in lines:
                if line.strip():
                    paragraph = self.paragraph(f"{say(f'field.{name}')}: ", colour=_QUIET)
                    add_runs(paragraph, line, self.report.rtl, bold=name == "decision" and finding.state != "open")

    def _lists(self) -> None:
        say, report = self.say, self.report
        self.heading(say("report.todo"))
        self.paragraph(say("report.todo.why"), colour=_QUIET)
        if report.todo:
            rows = [[say(f"field.{name}") for name in ("words", "where", "settle", "done")]]
            for line in report.todo:
                rows.append([isolated(line.words), line.place, line.settle, say("yes" if line.done else "no")])
            self.table(rows, (5, 1.6, 3.6, 1), head=True)
        else:
            self.paragraph(say("report.todo.none"))
        if report.history:
            self.heading(say("report.history"))
            rows = [[say(f"field.{name}") for name in ("when", "who", "number", "decision", "note")]]
            for step in report.history:
                decision = step.state_words + (f" ({step.reason_words})" if step.reason_words else "")
                rows.append([step.when, isolated(step.who), str(step.number or ""), decision, isolated(step.note)])
            self.table(rows, (2.3, 2, 0.9, 2, 3.5), head=True)
        self.heading(say("report.versions"))
        self.table([[name, words] for name, words in report.versions] or [["", ""]])


def _place(finding: ReportFinding, article: str, start: int) -> int:
    """Which of a finding's quotations begins there."""
    return next(
        (number for number, one in enumerate(finding.quotations) if one.article == article and one.start == start), 0
    )


def _right_to_left(words: str, otherwise: bool) -> bool:
    """The direction of the first letter."""
    for character in words:
        if "\u0590" <= character <= "\u08ff" or "\ufb1d" <= character <= "\ufefc":
            return True
        if character.isalpha():
            return False
    return otherwise
