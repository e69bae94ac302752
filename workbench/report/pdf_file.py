"""The report on paper: cover, timeline, findings, texts with their marks, lists and history."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.report.bidi_lines import Colour, Piece, Style, TextLine
from workbench.report.marking import marked_paragraphs, whole_words
from workbench.report.pdf_sheet import FAINT, INK, RULE, Sheet
from workbench.report.picture import Box, Label, Line, Role, draw_timeline
from workbench.report.visible import balanced, visible, without_isolates
from workbench.wording import isolated

if TYPE_CHECKING:
    from workbench.report.marking import Paragraph
    from workbench.report.picture import Picture
    from workbench.report.progress import Progress
    from workbench.report.values import Report, ReportArticle, ReportFinding
    from workbench.report.words import Speaker

_FAMILIES: dict[str, Colour] = {
    "contradiction": (176, 30, 40), "anachronism": (106, 53, 168), "calendar": (27, 88, 176), "arithmetic": (79, 97, 0),
    "sourcing": (138, 75, 0), "copy": (74, 86, 99),
}  # fmt: skip
_ROLES: dict[Role, Colour] = {
    "ink": INK, "faint": FAINT, "rule": RULE, "event": (176, 30, 40), "article": (11, 84, 104), "bar": FAINT,
    "out": (106, 53, 168),
}  # fmt: skip
_PLAIN, _QUIET, _BOLD = Style(), Style(colour=FAINT, size=9.5), Style(bold=True)


def report_pdf(report: Report, speaker: Speaker, fonts: Path, progress: Progress) -> bytes:
    """The whole report as a PDF with bookmarks. ``fonts`` is the folder of the shipped typefaces."""
    sheet = Sheet(fonts, report.rtl, speaker.say("report.title"), report.made)
    try:
        _write(sheet, report, speaker, progress)
        return bytes(sheet.output())
    finally:
        sheet.release()


def _write(sheet: Sheet, report: Report, speaker: Speaker, progress: Progress) -> None:
    say = speaker.say
    sheet.set_title(without_isolates(report.title))
    sheet.set_lang(report.language)
    sheet.set_creator(say("report.program"))
    _cover(sheet, report, speaker)
    _scope(sheet, report, speaker)
    picture = draw_timeline(report.timeline, speaker)
    if picture is not None:
        _heading(sheet, say("report.timeline"), keep=picture.height / picture.width * sheet.wide)
        _draw(sheet, picture)
    _heading(sheet, say("report.findings"))
    for finding in progress.over(report.standing):
        _finding(sheet, finding, speaker)
    if not report.standing:
        sheet.paragraph([Piece(say("report.no-confirmed" if report.only else "report.no-findings"), _PLAIN)])
    if report.departed:
        _heading(sheet, say("report.departed"))
        sheet.paragraph([Piece(say("report.departed.why"), _QUIET)])
        for finding in progress.over(report.departed):
            _finding(sheet, finding, speaker)
    for article in report.articles:
        _text(sheet, article, report)
    _lists(sheet, report, speaker)


def _heading(sheet: Sheet, words: str, keep: float = 14.0, size: float = 15) -> None:
    sheet.skip(5)
    sheet.room(min(keep + 12, sheet.lowest - 20))
    sheet.start_section(without_isolates(words))
    sheet.paragraph([Piece(words, Style(bold=True, size=size))], sheet.rtl, gap=0.5)
    sheet.set_draw_color(*RULE)
    sheet.line(sheet.left, sheet.y, sheet.left + sheet.wide, sheet.y)
    sheet.y += 2.5


def _cover(sheet: Sheet, report: Report, speaker: Speaker) -> None:
    say = speaker.say
    sheet.paragraph([Piece(say("report.title"), _QUIET)], sheet.rtl)
    sheet.paragraph([Piece(report.title, Style(bold=True, size=20))], None, gap=2)
    sheet.paragraph([Piece(say("report.made", when=report.made_words), _QUIET)], sheet.rtl)
    sheet.paragraph([Piece(say("report.draft"), _QUIET)], sheet.rtl)
    if report.only:
        sheet.paragraph([Piece(say(f"report.only.{report.only}"), _BOLD)], sheet.rtl)
    _heading(sheet, say("report.cover"))
    sheet.grid(
        [[figure.words for figure in report.figures], [str(figure.count) for figure in report.figures]],
        [1.0] * len(report.figures),
    )
    sheet.skip(3)
    sheet.grid(
        [[state.words for state in report.states], [str(state.count) for state in report.states]],
        [1.0] * len(report.states),
    )
    for article in report.articles:
        sheet.skip(4)
        sheet.paragraph([Piece(article.name, _BOLD)], sheet.rtl, keep=12)
        rows = [
            [say("article.title"), _apart(article.title)],
            [say("article.date"), article.date + (f"\n{article.date_why}" if article.date_why else "")],
            [say("article.origin"), _apart(article.origin)],
        ]
        if article.credit:
            rows.append([say("article.credit"), article.credit])
        if article.sha256:
            rows.append([say("article.hash"), article.sha256])
        sheet.grid(rows, [1, 4.5], head=False)


def _scope(sheet: Sheet, report: Report, speaker: Speaker) -> None:
    _heading(sheet, speaker.say("report.scope"))
    for name, lines in (("report.checked", report.checked), ("report.unchecked", report.unchecked)):
        sheet.paragraph([Piece(speaker.say(name), _BOLD)], sheet.rtl, keep=8)
        for line in lines:
            _point(sheet, line)
        sheet.skip(1.5)


def _point(sheet: Sheet, words: str, inset: float = 4.0, style: Style = _PLAIN) -> None:
    sheet.paragraph([Piece(f"• {words}", style)], sheet.rtl, inset=inset, gap=0.3)


def _finding(sheet: Sheet, finding: ReportFinding, speaker: Speaker) -> None:
    say, colour = speaker.say, _FAMILIES.get(finding.family, INK)
    sheet.skip(3)
    sheet.room(26)
    sheet.bar = colour
    number = Piece(f"{finding.number}. ", Style(bold=True, colour=colour, size=12.5))
    sheet.paragraph([number, Piece(finding.message, Style(bold=True, size=12.5))], sheet.rtl, 4, 0.4, 10)
    tags = " · ".join((finding.family_words, finding.kind_words, finding.severity_words))
    sheet.paragraph([Piece(tags, _QUIET)], sheet.rtl, 4)
    for quotation in finding.quotations:
        pieces = [Piece(f"{quotation.letter}: ", _QUIET), Piece(isolated(f"«{quotation.words}»"), Style(size=12))]
        if quotation.place:
            pieces.append(Piece(f" ({quotation.place})", _QUIET))
        sheet.paragraph(pieces, sheet.rtl, 8, 0.6)
    for name, lines in (
        ("values", finding.values),
        ("event", (isolated(finding.event),) if finding.event else ()),
        ("evidence", tuple(f"{one.words} [{isolated(one.source)}]" if one.source else one.words
                           for one in finding.reasons)),
        ("mend", finding.mends),
        ("rule", (f"{isolated(finding.rule)} · {say('field.confidence')} {isolated(f'{finding.confidence:.2f}')}",)),
    ):  # fmt: skip
        _field(sheet, say(f"field.{name}"), lines)
    decision = finding.state_words + (f" ({finding.reason_words})" if finding.reason_words else "")
    _field(sheet, say("field.decision"), (decision,), bold=finding.state != "open")
    for name, words in (("who", finding.who), ("when", finding.when)):
        _field(sheet, say(f"field.{name}"), (isolated(words),) if words else ())
    notes = [line for line in finding.note.split("\n") if line.strip()]
    _field(sheet, say("field.note"), tuple(map(isolated, notes)))
    sheet.bar = None


def _field(sheet: Sheet, name: str, lines: Sequence[str], bold: bool = False) -> None:
    """A field's name and its lines; nothing where there are none."""
    style = _BOLD if bold else _PLAIN
    if len(lines) == 1:
        sheet.paragraph([Piece(f"{name}: ", _QUIET), Piece(lines[0], style)], sheet.rtl, 4, 0.3)
    elif lines:
        sheet.paragraph([Piece(f"{name}:", _QUIET)], sheet.rtl, 4, 0.2, 6)
        for line in lines:
            _point(sheet, line, 8, style)


def _text(sheet: Sheet, article: ReportArticle, report: Report) -> None:
    """An article with its marks, each followed by its finding's number."""
    _heading(sheet, article.name)
    for paragraph in marked_paragraphs(report, article.id):
        headline = paragraph.kind == "headline"
        size = 15.0 if headline else 12.5
        bold = paragraph.kind in ("headline", "standfirst")
        sheet.paragraph(_marked(paragraph, article.text, size, bold), None, gap=2.2)


def _marked(paragraph: Paragraph, text: str, size: float, bold: bool) -> list[Piece]:
    """The paragraph's words, marks widened to whole words so that no letter is torn from the next."""
    start = paragraph.start
    end = paragraph.stretches[-1].start + len(paragraph.stretches[-1].words) if paragraph.stretches else start
    families = [""] * (end - start)
    numbers: dict[int, list[int]] = {}
    for stretch in paragraph.stretches:
        if stretch.findings:
            left, right = whole_words(text, stretch.start, stretch.start + len(stretch.words))
            left, right = max(left, start), min(right, end)
            for place in range(left, right):
                families[place - start] = stretch.findings[0].family
            for finding in stretch.ends:
                numbers.setdefault(right, []).append(finding.number)
    pieces: list[Piece] = []
    left = start
    for place in range(start + 1, end + 1):
        if place == end or families[place - start] != families[left - start] or place in numbers:
            family = families[left - start]
            back = _tint(_FAMILIES[family]) if family in _FAMILIES else None
            pieces.append(Piece(visible(text[left:place]), Style(bold, INK, back, size)))
            left = place
            for number in numbers.get(place, ()):
                pieces.append(Piece(isolated(f"[{number}]"), Style(True, (11, 84, 104), None, size * 0.62)))
    return pieces


def _tint(colour: Colour) -> Colour:
    red, green, blue = (round(255 - (255 - part) * 0.16) for part in colour)
    return red, green, blue


def _lists(sheet: Sheet, report: Report, speaker: Speaker) -> None:
    say = speaker.say
    _heading(sheet, say("report.todo"))
    sheet.paragraph([Piece(say("report.todo.why"), _QUIET)], sheet.rtl)
    if report.todo:
        rows = [[say("field.words"), say("field.where"), say("field.settle"), say("field.done")]]
        rows += [
            [_apart(line.words), line.place, line.settle, say("yes" if line.done else "no")]
            for line in report.todo
        ]
        sheet.grid(rows, [5, 1.4, 3.6, 0.9], size=9.5)
    else:
        sheet.paragraph([Piece(say("report.todo.none"), _PLAIN)], sheet.rtl)
    if report.history:
        _heading(sheet, say("report.history"))
        rows = [[say(f"field.{name}") for name in ("when", "who", "number", "decision", "note")]]
        rows += [
            [_apart(line.when), _apart(line.who), str(line.number or ""),
             line.state_words + (f" ({line.reason_words})" if line.reason_words else ""),
             _apart(line.note)]
            for line in report.history
        ]  # fmt: skip
        sheet.grid(rows, [3, 1.9, 0.8, 1.9, 3.4], size=9.5)
    _heading(sheet, say("report.versions"))
    sheet.grid([[name, _apart(words)] for name, words in report.versions], [1, 3], head=False)


def _apart(words: str) -> str:
    """Words of others, whose direction may be another than the page's."""
    return isolated(words) if words else ""


def _draw(sheet: Sheet, picture: Picture) -> None:
    """The timeline's drawing over the whole width."""
    unit = sheet.wide / picture.width
    top = float(sheet.y)
    for shape in picture.shapes:
        match shape:
            case Line():
                sheet.set_draw_color(*_ROLES[shape.role])
                sheet.set_line_width(0.35 if shape.role == "event" else 0.15)
                sheet.line(sheet.left + shape.x1 * unit, top + shape.y1 * unit,
                           sheet.left + shape.x2 * unit, top + shape.y2 * unit)  # fmt: skip
            case Box():
                sheet.set_fill_color(*_ROLES[shape.role])
                sheet.rect(sheet.left + shape.x * unit, top + shape.y * unit, shape.width * unit, shape.height * unit,
                           style="F")  # fmt: skip
            case Label():
                _label(sheet, shape, unit, top)
    sheet.y = top + picture.height * unit + 2


def _label(sheet: Sheet, label: Label, unit: float, top: float) -> None:
    """Words cut to their room, at their side."""
    size = label.size * unit / (25.4 / 72) * 1.12
    style = Style(label.bold, _ROLES[label.role], None, size)
    room = label.room * unit

    def line_of(length: int) -> TextLine:
        cut = label.words if length >= len(label.words) else balanced(label.words[:length].rstrip() + "…")
        return sheet.lines([Piece(cut, style)], 10_000, sheet.rtl)[0]

    low, high = 0, len(label.words)
    while low < high:
        middle = (low + high + 1) // 2
        if line_of(middle).width <= room:
            low = middle
        else:
            high = middle - 1
    line = line_of(low)
    x = sheet.left + label.x * unit
    x -= line.width / 2 if label.side == "middle" else line.width if label.side == "right" else 0
    sheet.draw_line(line, x, top + label.y * unit)
