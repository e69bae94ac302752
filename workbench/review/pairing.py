"""The claims of two articles in one table: aligned ones side by side, then what stands in one of them only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from workbench.alignment.values import Alignment
    from workbench.claims.values import Claim, Event
    from workbench.engine import CheckResult
    from workbench.text.values import Bilingual


Standing = Literal["contradicts", "updates", "unsure", "agrees", "only-a", "only-b"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One line of the table; ``alignment`` is None for a claim without a counterpart."""

    a: Claim | None
    b: Claim | None
    standing: Standing
    event: Bilingual | None
    alignment: Alignment | None = None

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in (self.a, self.b) if claim is not None)


def claim_rows(result: CheckResult, other: str) -> tuple[ClaimRow, ...]:
    """The claims of article ``a`` and of ``other``, in the order of the draft's text; those of the other alone last."""
    claims = {claim.id: claim for claim in result.claims if claim.article in ("a", other)}
    events: dict[str, Event] = {event.id: event for event in result.events}
    rows: list[ClaimRow] = []
    aligned: set[str] = set()
    for alignment in result.alignments:
        first, second = (claims.get(id) for id in alignment.claims)
        if first is None or second is None or first.article == second.article:
            continue
        if first.article != "a":
            first, second = second, first
        aligned.update((first.id, second.id))
        rows.append(ClaimRow(first, second, alignment.relation, _event(events, first, second), alignment))
    for claim in claims.values():
        if claim.id not in aligned:
            if claim.article == "a":
                rows.append(ClaimRow(claim, None, "only-a", _event(events, claim)))
            else:
                rows.append(ClaimRow(None, claim, "only-b", _event(events, claim)))
    rows.sort(key=_place)
    return tuple(rows)


def supports(result: CheckResult, articles: Sequence[str]) -> dict[str, dict[str, Standing]]:
    """For each claim of the draft, what every other report says to it: its standing by article."""
    table: dict[str, dict[str, Standing]] = {claim.id: {} for claim in result.claims if claim.article == "a"}
    for article in articles:
        for row in claim_rows(result, article):
            if row.a is not None and row.b is not None:
                standing = table[row.a.id].get(article)
                if standing is None or STANDINGS.index(row.standing) < STANDINGS.index(standing):
                    table[row.a.id][article] = row.standing
    return table


def _event(events: dict[str, Event], *claims: Claim) -> Bilingual | None:
    return next((events[claim.event].label for claim in claims if claim.event in events and claim.event), None)


def _place(row: ClaimRow) -> tuple[int, int]:
    if row.a is not None:
        return 0, row.a.span.start
    assert row.b is not None
    return 1, row.b.span.start
