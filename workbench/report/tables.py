"""The findings as rows of a table: what CSV and XLSX share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.report.visible import without_isolates

if TYPE_CHECKING:
    from workbench.report.values import Report, ReportFinding
    from workbench.report.words import Speaker


def finding_header(report: Report, speaker: Speaker) -> list[str]:
    """The columns' names; two for each article: its words and their place."""
    say = speaker.say
    names = [say(f"field.{name}") for name in ("number", "family", "kind", "severity", "message")]
    for article in report.articles:
        names += [say("field.quotation", letter=article.letter), say("field.place", letter=article.letter)]
    names += [
        say(f"field.{name}")
        for name in ("values", "event", "evidence", "source", "mend", "rule", "confidence", "decision", "reason", "who",
                     "when", "note", "key")
    ]  # fmt: skip
    # Scripts look columns up by name: no marks in them.
    return [without_isolates(name) for name in names]


def finding_row(finding: ReportFinding, report: Report) -> list[str]:
    """One finding's cells, parallel to the header. Several quotations of one article stand in one cell, a line each."""
    cells = [str(finding.number), finding.family_words, finding.kind_words, finding.severity_words, finding.message]
    for article in report.articles:
        own = [quotation for quotation in finding.quotations if quotation.article == article.id]
        cells += ["\n".join(one.words for one in own), "\n".join(one.place for one in own)]
    sources = dict.fromkeys(reason.source for reason in finding.reasons if reason.source)
    cells += [
        "\n".join(finding.values), finding.event, "\n".join(reason.words for reason in finding.reasons),
        "\n".join(sources), "\n".join(finding.mends), finding.rule, f"{finding.confidence:.2f}", finding.state_words,
        finding.reason_words, finding.who, finding.stamp, finding.note, finding.key,
    ]  # fmt: skip
    return cells
