"""Confirmed findings as schema.org ClaimReview: a draft that names what a publisher must add, without a rating."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from workbench.report.annotations import article_address
from workbench.report.visible import one_line, without_isolates

if TYPE_CHECKING:
    from workbench.report.progress import Progress
    from workbench.report.values import Report, ReportFinding
    from workbench.report.words import Speaker

# Findings of these families are about a claim; missing sources and traces of editing are no claims to be reviewed.
_ABOUT_CLAIMS = ("contradiction", "anachronism", "calendar", "arithmetic")
MUST_ADD = (
    "author", "url", "datePublished", "reviewRating", "itemReviewed.author", "itemReviewed.datePublished",
    "itemReviewed.appearance.url",
)  # fmt: skip


def report_claimreview(report: Report, speaker: Speaker, progress: Progress) -> str:
    """A JSON-LD graph, empty where nothing is confirmed. Reviewers' names and notes stay in the newsroom."""
    findings = [
        finding
        for finding in progress.over(report.standing)
        if finding.state == "confirmed" and finding.family in _ABOUT_CLAIMS and finding.quotations
    ]
    whole = {
        "@context": ["https://schema.org", {"workbench": "urn:factcheck-workbench:"}],
        "workbench:draft": True,
        "workbench:about": speaker.say("claimreview.about"),
        "workbench:mustAdd": list(MUST_ADD),
        "@graph": [_review(finding, report) for finding in findings],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _review(finding: ReportFinding, report: Report) -> dict[str, Any]:
    articles = {reading.article.id: reading.article for reading in report.record.result.readings}
    first = next((one for one in finding.quotations if one.article == "a"), finding.quotations[0])
    article = articles[first.article]
    return {
        "@type": "ClaimReview",
        "@id": f"urn:factcheck-workbench:finding:{finding.key}",
        "inLanguage": report.language,
        "claimReviewed": one_line(_clause(finding, report, first.article, first.start, first.end)),
        "reviewBody": without_isolates(finding.message),
        "itemReviewed": {
            "@type": "Claim",
            "text": article.text[first.start : first.end],
            "appearance": {
                "@type": "CreativeWork",
                "headline": one_line(article.title),
                "inLanguage": article.language,
                "identifier": article_address(article),
            },
        },
        "workbench:evidence": [
            {"text": without_isolates(reason.words), "source": reason.source} for reason in finding.reasons
        ],
        "workbench:quotations": [
            {"article": one.article, "exact": articles[one.article].text[one.start : one.end], "start": one.start,
             "end": one.end}
            for one in finding.quotations
        ],
        "workbench:mustAdd": list(MUST_ADD),
    }  # fmt: skip


def _clause(finding: ReportFinding, report: Report, article: str, start: int, end: int) -> str:
    """The sentence the words stand in; the words themselves where none is known."""
    reading = next(one for one in report.record.result.readings if one.article.id == article)
    for sentence in reading.article.sentences:
        if sentence.start <= start and end <= sentence.end:
            return sentence.text
    return reading.article.text[start:end]
