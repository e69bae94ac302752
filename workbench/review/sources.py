"""Who is quoted how often, and where a source is missing, vague or anonymous."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.text.normal import key as folded

if TYPE_CHECKING:
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
    doubted = [
        (finding.places[0], folded(finding.places[0].text))
        for finding in result.findings
        if finding.family == "sourcing" and finding.places
    ]

    def is_doubted(claim: Claim) -> bool:
        """Whether a finding below says already what this source is."""
        source = folded(claim.source or "")
        return any(
            place.article == claim.article and place.start < claim.clause.end and claim.clause.start < place.end
            and source in words
            for place, words in doubted
        )  # fmt: skip

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
