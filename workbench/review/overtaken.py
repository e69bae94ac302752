"""What another report has overtaken in the draft: no contradiction, yet a person has to decide about it."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.checks.values import Evidence, Finding, Place
from workbench.text.values import Bilingual

if TYPE_CHECKING:
    from workbench.alignment.values import Alignment
    from workbench.claims.values import Claim
    from workbench.engine import CheckResult

RULE = "review.overtaken"
DRAFT = "a"


def with_overtaken(result: CheckResult) -> CheckResult:
    """The result with one finding more for each claim of the draft on which a report has the later word. They stand
    among the contradictions with low severity; the alignment's relation stays ``updates``."""
    claims = {claim.id: claim for claim in result.claims}
    told = {frozenset(finding.claims) for finding in result.findings}
    seen: Counter[str] = Counter()
    found: list[Finding] = []
    for alignment in result.alignments:
        first, second = (claims.get(id) for id in alignment.claims)
        if alignment.relation != "updates" or first is None or second is None or frozenset(alignment.claims) in told:
            continue
        if first.article != DRAFT:
            first, second = second, first
        if first.article == DRAFT and second.article != DRAFT and alignment.late != first.id:
            found.append(_finding(alignment, first, second, seen))
    return replace(result, findings=(*result.findings, *found)) if found else result


def _finding(alignment: Alignment, old: Claim, new: Claim, seen: Counter[str]) -> Finding:
    words = f"{RULE}\n{old.text}\n{new.text}"
    seen[words] += 1
    key = hashlib.sha256(f"{words}\n{seen[words]}".encode("utf-8", "replace")).hexdigest()[:16]
    return Finding(
        key, "contradiction", old.kind, "across", "low", alignment.score, RULE,
        tuple(Place(one.article, one.span.start, one.span.end, one.text) for one in (old, new)),
        Bilingual(
            "The other report has the later word on this.", "لدى التقرير الآخر قولٌ أحدث في هذا الأمر."
        ),
        (*(Evidence(step, "text") for step in alignment.steps), Evidence(alignment.why, "text")),
        claims=(old.id, new.id),
    )  # fmt: skip
