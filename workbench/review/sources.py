"""Who is quoted how often, and where a source is missing, vague or anonymous."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.text.normal import key as folded

if TYPE_CHECKING:
    from workbench.checks.values import Place
    from workbench.claims.values import Claim
    from workbench.engine import CheckResult


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source; ``counts`` by article; ``places`` are article, start and end of what it is quoted for.
    ``standing`` is ``named``, or the kind of the sourcing finding."""

    name: str
    standing: str
    counts: dict[str, int] = field(default_factory=dict)
    places: tuple[tuple[str, int, int], ...] = ()

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def source_rows(result: CheckResult) -> tuple[SourceRow, ...]:
    """Named sources first, the most quoted on top; then what the sourcing checks noticed, in the order of the text."""
    names: dict[str, str] = {}
    places: dict[str, list[tuple[str, int, int]]] = {}
    seen: set[tuple[str, int, int, str]] = set()
    doubted: dict[str, list[Place]] = {}
    for finding in result.findings:
        if finding.family == "sourcing" and finding.places:
            doubted.setdefault(finding.places[0].article, []).append(finding.places[0])
    longest = 0
    for found in doubted.values():
        found.sort(key=lambda place: place.start)
        longest = max(longest, *(place.end - place.start for place in found))

    def is_doubted(claim: Claim) -> bool:
        """Whether a finding below says already what this source is."""
        near = doubted.get(claim.article, [])
        first = bisect_left(near, claim.clause.start - longest, key=lambda place: place.start)
        last = bisect_left(near, claim.clause.end, key=lambda place: place.start)
        source = folded(claim.source or "")
        return any(claim.clause.start < place.end and source in folded(place.text) for place in near[first:last])

    for claim in result.claims:
        if claim.source and not is_doubted(claim):
            place = (claim.article, claim.clause.start, claim.clause.end)
            if (*place, claim.source) in seen:
                continue
            seen.add((*place, claim.source))
            key = folded(claim.source)
            names.setdefault(key, claim.source)
            places.setdefault(key, []).append(place)
    rows = [_row(names[key], "named", found) for key, found in places.items()]
    rows.sort(key=lambda row: (-row.total, row.name))
    for finding in result.findings:
        if finding.family == "sourcing" and finding.places:
            first = finding.places[0]
            rows.append(_row(first.text, finding.kind, [(first.article, first.start, first.end)]))
    return tuple(rows)


def _row(name: str, standing: str, places: list[tuple[str, int, int]]) -> SourceRow:
    counts: dict[str, int] = {}
    for article, _, _ in places:
        counts[article] = counts.get(article, 0) + 1
    return SourceRow(" ".join(name.split()), standing, counts, tuple(places))
