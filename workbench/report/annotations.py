"""The findings as W3C Web Annotations: quoted words, and positions in code points."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING, Any

from workbench.report.visible import without_isolates

if TYPE_CHECKING:
    from workbench.report.progress import Progress
    from workbench.report.values import Quotation, Report, ReportFinding
    from workbench.text.values import Article

_AROUND = 32  # code points before and after the quoted words
_MOTIVES = {"confirmed": "assessing", "corrected": "assessing", "dismissed": "assessing", "needs-source": "questioning"}


def report_annotations(report: Report, progress: Progress) -> str:
    """One page of annotations, a finding each. The source is named by the SHA-256 of the text as UTF-8 (RFC 6920), so
    that a selector never meets another version of it."""
    articles = {reading.article.id: reading.article for reading in report.record.result.readings}
    items = [_annotation(finding, report, articles) for finding in progress.over(report.standing)]
    whole = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:factcheck-workbench:annotations:{_digest(articles)}",
        "type": "AnnotationCollection",
        "label": report.title,
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def article_address(article: Article) -> str:
    """``ni:///sha-256;…``: the text's name by its content."""
    digest = hashlib.sha256(article.text.encode("utf-8", "replace")).digest()
    return "ni:///sha-256;" + base64.urlsafe_b64encode(digest).decode("ascii").rstrip("=")


def _annotation(finding: ReportFinding, report: Report, articles: dict[str, Article]) -> dict[str, Any]:
    language = report.language
    body: list[dict[str, Any]] = [
        {"type": "TextualBody", "value": without_isolates(finding.message), "format": "text/plain",
         "language": language, "purpose": "describing"},
        {"type": "TextualBody", "value": f"{finding.family}/{finding.kind}", "format": "text/plain",
         "purpose": "tagging"},
        {"type": "TextualBody", "value": finding.severity, "format": "text/plain", "purpose": "classifying"},
    ]  # fmt: skip
    if finding.reviewed:
        body.append({"type": "TextualBody", "value": finding.state, "format": "text/plain", "purpose": "assessing"})
    if finding.note:
        body.append({"type": "TextualBody", "value": finding.note, "format": "text/plain", "purpose": "commenting"})
    annotation: dict[str, Any] = {
        "id": f"urn:factcheck-workbench:finding:{finding.key}",
        "type": "Annotation",
        "motivation": _MOTIVES.get(finding.state, "highlighting"),
        "body": body,
        "target": [_target(quotation, articles[quotation.article]) for quotation in finding.quotations],
    }
    if finding.who:
        annotation["creator"] = {"type": "Person", "name": finding.who}
    decision = report.record.decision(finding.key)
    if decision.when:
        annotation["modified"] = decision.when.isoformat().replace("+00:00", "Z")
    return annotation


def _target(quotation: Quotation, article: Article) -> dict[str, Any]:
    text, start, end = article.text, quotation.start, quotation.end
    return {
        "type": "SpecificResource",
        "source": {"id": article_address(article), "type": "Text", "format": "text/plain",
                   "language": article.language},
        "selector": [
            {"type": "TextQuoteSelector", "exact": text[start:end], "prefix": text[max(0, start - _AROUND) : start],
             "suffix": text[end : end + _AROUND]},
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }  # fmt: skip


def _digest(articles: dict[str, Article]) -> str:
    whole = hashlib.sha256("\n".join(map(article_address, articles.values())).encode())
    return whole.hexdigest()[:16]
