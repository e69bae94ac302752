"""What is marked in a pane: findings and claims of one article, in Qt's units, found quickly by their place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.engine import CheckResult
    from workbench.gui.offsets import OffsetMap
    from workbench.review.decisions import Review



@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a pane's text in UTF-16 units; ``family`` of a finding, or None with a claim's ``kind``.
    ``name`` is the finding's key or the claim's id."""

    start: int
    end: int
    family: str | None
    kind: str
    severity: str
    name: str


class MarkIndex:
    """Marks by place; nothing in it changes."""

    def __init__(self, marks: tuple[Mark, ...] = ()) -> None:
        self.marks = tuple(sorted(marks, key=attrgetter("start", "end")))
        self._starts = [mark.start for mark in self.marks]
        self._longest = max((mark.end - mark.start for mark in self.marks), default=0)

    def within(self, start: int, end: int) -> tuple[Mark, ...]:
        """The marks that touch a stretch of the text."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return tuple(mark for mark in self.marks[first:last] if mark.end > start)

    def moved(self, move: Callable[[int, int], tuple[int, int] | None]) -> MarkIndex:
        """The marks after an edit; those whose words went are dropped."""
        kept = []
        for mark in self.marks:
            place = move(mark.start, mark.end)
            if place is not None:
                # Made by its class: with thousands of marks ``replace`` would be felt at every key.
                kept.append(Mark(*place, mark.family, mark.kind, mark.severity, mark.name))
        return MarkIndex(tuple(kept))


NO_MARKS = MarkIndex()


def finding_marks(result: CheckResult, review: Review, article: str, units: OffsetMap) -> MarkIndex:
    return MarkIndex(
        tuple(
            Mark(
                units.units(place.start), units.units(place.end), finding.family, finding.kind, finding.severity,
                finding.key,
            )
            for finding in result.findings
            if finding.key not in review.hidden
            for place in finding.places
            if place.article == article
        )
    )  # fmt: skip


def claim_marks(result: CheckResult, article: str, units: OffsetMap) -> MarkIndex:
    return MarkIndex(
        tuple(
            Mark(units.units(claim.span.start), units.units(claim.span.end), None, claim.kind, "low", claim.id)
            for claim in result.claims
            if claim.article == article
        )
    )
