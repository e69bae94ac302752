"""The machine-readable face: the engine's values as the JSON that other programs rely on."""

from __future__ import annotations

from typing import Any

from workbench.alignment.values import Alignment
from workbench.checks.values import Finding
from workbench.claims.values import Claim, Event
from workbench.engine import CheckResult
from workbench.mentions.reading import ArticleReading
from workbench.mentions.values import Amount, ArticleDate, Entity, Mention, Score, Timex, Value
from workbench.text.values import Bilingual

CHECK_SCHEMA = "workbench.check/1"
EXTRACT_SCHEMA = "workbench.extract/1"


def bilingual_json(words: Bilingual) -> dict[str, str]:
    return {"en": words.en, "ar": words.ar}


def _figure(number: float | None) -> float | int | None:
    """Whole figures as JSON integers: 12 and not 12.0."""
    if number is None or not float(number).is_integer() or abs(number) > 1e15:
        return number
    return int(number)


def value_json(value: Value) -> dict[str, Any] | None:
    """A mention's or claim's value as the contract writes it; a time that nobody resolved is None."""
    match value:
        case Amount():
            amount: dict[str, Any] = {
                "low": _figure(value.low), "high": _figure(value.high), "approximate": value.approximate
            }  # fmt: skip
            if value.unit is not None:
                amount["unit"] = value.unit
            return amount
        case Score():
            return {"values": list(value.values)}
        case Timex():
            time: dict[str, Any] = {"timex": value.timex, "begin": value.begin, "end": value.end}
            if value.zone is not None:
                time["zone"] = value.zone
            return time
        case Entity():
            return {"id": value.id, "name": value.name}
        case _:
            return None


def date_json(date: ArticleDate) -> dict[str, Any]:
    return {
        "begin": date.begin.isoformat() if date.begin else None,
        "end": date.end.isoformat() if date.end else None,
        "source": date.source,
        "why": bilingual_json(date.why),
    }


def mention_json(mention: Mention, text: str) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": text[mention.start : mention.end],
        "type": mention.type,
        "value": value_json(mention.value),
    }


def extract_json(reading: ArticleReading) -> dict[str, Any]:
    """The answer of ``workbench extract``."""
    text = reading.article.text
    return {
        "schema": EXTRACT_SCHEMA,
        "text": text,
        "date": date_json(reading.date),
        "mentions": [mention_json(mention, text) for mention in reading.mentions],
    }


def article_json(reading: ArticleReading, with_text: bool = True) -> dict[str, Any]:
    article = reading.article
    out: dict[str, Any] = {"id": article.id, "path": article.path, "title": article.title}
    if with_text:
        out["text"] = article.text
    out |= {
        "sha256": article.sha256,
        "language": article.language,
        "parts": [{"kind": part.kind, "start": part.start, "end": part.end} for part in article.parts],
        "credit": article.credit,
        "date": date_json(reading.date),
    }
    return out


def claim_json(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "article": claim.article,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "clause_start": claim.clause.start,
        "clause_end": claim.clause.end,
        "kind": claim.kind,
        "predicate": claim.predicate,
        "of": claim.of,
        "state": claim.state,
        "value": value_json(claim.value),
        "polarity": claim.polarity,
        "source": claim.source,
        "event": claim.event,
    }


def event_json(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "label": bilingual_json(event.label),
        "begin": event.begin,
        "end": event.end,
        "place": event.place,
        "claims": list(event.claims),
    }


def alignment_json(alignment: Alignment) -> dict[str, Any]:
    return {
        "claims": list(alignment.claims),
        "score": round(alignment.score, 3),
        "relation": alignment.relation,
        "by": alignment.by,
        "why": bilingual_json(alignment.why),
    }


def finding_json(finding: Finding, id: str) -> dict[str, Any]:
    return {
        "id": id,
        "key": finding.key,
        "family": finding.family,
        "kind": finding.kind,
        "scope": finding.scope,
        "headline": finding.headline,
        "severity": finding.severity,
        "confidence": round(finding.confidence, 2),
        "rule": finding.rule,
        "spans": [
            {"article": place.article, "start": place.start, "end": place.end, "text": place.text}
            for place in finding.places
        ],
        "message": bilingual_json(finding.message),
        "evidence": [{"text": bilingual_json(step.text), "source": step.source} for step in finding.evidence],
        "mends": [
            {"article": mend.article, "start": mend.start, "end": mend.end, "replacement": mend.replacement}
            for mend in finding.mends
        ],
        "claims": list(finding.claims),
    }


def check_json(result: CheckResult, with_text: bool = True) -> dict[str, Any]:
    """The answer of ``workbench check --format json``; a line of ``--pairs`` leaves the texts out."""
    return {
        "schema": CHECK_SCHEMA,
        "articles": [article_json(reading, with_text) for reading in result.readings],
        "claims": [claim_json(claim) for claim in result.claims],
        "events": [event_json(event) for event in result.events],
        "alignments": [alignment_json(alignment) for alignment in result.alignments],
        "findings": [finding_json(finding, f"f{number}") for number, finding in enumerate(result.findings, 1)],
    }
