"""Everything as JSON: the check as the contract writes it, with every decision, the history, edits and versions."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from workbench.contract import check_json, finding_json

if TYPE_CHECKING:
    from workbench.report.values import Report
    from workbench.review.decisions import Anchor, Decision, HandLink

REPORT_SCHEMA = "workbench.report/1"


def report_json(report: Report) -> str:
    """The report's record. With ``only``, findings and decisions are narrowed to it; the history never is. Offsets
    count code points, times are UTC in ISO 8601."""
    record = report.record
    check = check_json(record.result)
    kept = {finding.key for finding in report.findings}
    if report.only:
        check["findings"] = [finding for finding in check["findings"] if finding["key"] in kept]
    whole = {
        "schema": REPORT_SCHEMA,
        "title": record.title,
        "made": _moment(report.made),
        "created": _moment(record.created),
        "changed": _moment(record.changed),
        "only": report.only or None,
        "versions": {
            name: getattr(record.versions, name) for name in ("program", "rules", "knowledge", "morphology")
        },
        "check": check,
        "origins": [
            {"kind": origin.kind, "address": origin.address, "read": _moment(origin.read)} for origin in record.origins
        ],
        "decisions": [
            decision_json(decision) for decision in record.decisions if not report.only or decision.key in kept
        ],
        "history": [decision_json(decision) for decision in record.history],
        "departed": [finding_json(finding, f"d{number}") for number, finding in enumerate(record.departed, 1)],
        "links": [_link(link) for link in record.links],
        "todo": [
            {"key": line.key, "article": "a", "start": line.start, "end": line.end, "text": line.words,
             "done": line.done}
            for line in report.todo
        ],
        "hidden": sorted(record.hidden),
        "edits": [
            {"article": edit.article, "start": edit.start, "removed": edit.removed, "added": edit.added,
             "who": edit.who, "when": _moment(edit.when)}
            for edit in record.edits
        ],
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def decision_json(decision: Decision) -> dict[str, Any]:
    """One decision about the finding with that key."""
    return {
        "key": decision.key, "state": decision.state, "reason": decision.reason, "note": decision.note,
        "who": decision.who, "when": _moment(decision.when),
    }  # fmt: skip


def _link(link: HandLink) -> dict[str, Any]:
    def end(anchor: Anchor) -> dict[str, Any]:
        return {"article": anchor.article, "start": anchor.start, "end": anchor.end, "kind": anchor.kind}

    return {"kind": link.kind, "first": end(link.first), "second": end(link.second)}


def _moment(moment: dt.datetime | None) -> str | None:
    return moment.astimezone(dt.UTC).isoformat().replace("+00:00", "Z") if moment else None
