"""An article cut into stretches at the ends of its marks, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.report.values import Report, ReportFinding
    from workbench.text.values import Article


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words under the same marks: ``findings`` the gravest first, ``begins`` and ``ends`` those whose mark begins
    with or ends after these words. ``start`` counts code points in the article's text."""

    start: int
    words: str
    findings: tuple[ReportFinding, ...] = ()
    begins: tuple[ReportFinding, ...] = ()
    ends: tuple[ReportFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text that holds words. ``kind`` is its part: headline, standfirst, dateline, body, caption."""

    kind: str
    start: int
    stretches: tuple[Stretch, ...]


def marked_paragraphs(report: Report, article: str) -> tuple[Paragraph, ...]:
    """The article's paragraphs, every mark of the report's findings in them. The stretches' words, joined by what
    stands between the lines, are the text as it was read."""
    reading = next(one for one in report.record.result.readings if one.article.id == article)
    spans = [
        (place.start, place.end, finding)
        for finding in report.standing
        for place in finding.quotations
        if place.article == article
    ]
    return tuple(_paragraphs(reading.article, spans))


def _paragraphs(article: Article, spans: list[tuple[int, int, ReportFinding]]) -> Iterable[Paragraph]:
    start = 0
    for line in article.text.split("\n"):
        end = start + len(line)
        if line.strip():
            kind = next((part.kind for part in article.parts if part.start < end and start < part.end), "body")
            inside = [span for span in spans if span[0] < end and start < span[1]]
            yield Paragraph(kind, start, tuple(_stretches(article.text, start, end, inside)))
        start = end + 1


def _stretches(
    text: str, start: int, end: int, spans: list[tuple[int, int, ReportFinding]]
) -> Iterable[Stretch]:
    edges = sorted({start, end, *(max(start, s) for s, _, _ in spans), *(min(end, e) for _, e, _ in spans)})
    for left, right in pairwise(edges):
        over = [span for span in spans if span[0] <= left and right <= span[1]]
        # The narrowest mark lies on top of a wide one.
        over.sort(key=lambda span: (span[1] - span[0], span[2].number))
        yield Stretch(
            left,
            text[left:right],
            tuple(dict.fromkeys(finding for _, _, finding in over)),
            tuple(finding for s, _, finding in over if s == left),
            tuple(finding for _, e, finding in over if e == right),
        )


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch widened to whole words: a mark that begins inside an Arabic word breaks its letters apart."""
    while start > 0 and not text[start - 1].isspace() and not text[start].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace() and not text[end - 1].isspace():
        end += 1
    return start, end
