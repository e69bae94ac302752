"""Findings as rows to look at: both quotations, event, state; filtered, ordered and grouped by plain functions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

from workbench.checks.values import Family
from workbench.review.timeline import day_of
from workbench.text.normal import key as folded

if TYPE_CHECKING:
    from workbench.checks.values import Finding, Severity
    from workbench.claims.values import Event
    from workbench.engine import CheckResult
    from workbench.review.decisions import Review, State
    from workbench.text.values import Bilingual

FAMILIES: tuple[Family, ...] = get_args(Family)
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
Order = Literal["weight", "position", "kind", "state"]
ORPHANS = "orphans"


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding as the list shows it. ``quotations`` are article and words, first the draft's; ``relation`` is the
    sign between two of them: ``contradicts`` or ``updates``; ``day`` when the event was, where that is known."""

    finding: Finding
    quotations: tuple[tuple[str, str], ...]
    relation: str
    event: Bilingual | None
    state: State
    note: str
    orphan: bool = False
    day: dt.date | None = None

    @property
    def key(self) -> str:
        return self.finding.key


@dataclass(frozen=True, slots=True)
class Sieve:
    """What the list is narrowed to; an empty set of families or severities lets everything through."""

    text: str = ""
    families: frozenset[str] = frozenset()
    severities: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    only_open: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading: a family's name, or ``orphans``."""

    name: str
    rows: tuple[FindingRow, ...] = field(default=())


def finding_rows(result: CheckResult, review: Review) -> tuple[FindingRow, ...]:
    """Every finding of a result as a row, then those that were decided about and are no longer in the text."""
    events = {event.id: event for event in result.events}
    claim_events = {claim.id: claim.event for claim in result.claims}
    relations: dict[frozenset[str], str] = {frozenset(pair.claims): pair.relation for pair in result.alignments}
    rows = [
        _row(finding, review, events, claim_events, relations)
        for finding in result.findings
        if finding.key not in review.hidden
    ]
    for _, finding in review.orphans(result.findings):
        rows.append(_row(finding, review, {}, {}, {}, orphan=True))
    return tuple(rows)


def _row(
    finding: Finding, review: Review, events: dict[str, Event], claim_events: dict[str, str | None],
    relations: dict[frozenset[str], str], orphan: bool = False,
) -> FindingRow:  # fmt: skip
    decision = review.decision(finding.key)
    event = next((events[id] for claim in finding.claims if (id := claim_events.get(claim)) in events), None)
    relation = relations.get(frozenset(finding.claims[:2]), "contradicts")
    quotations = tuple((place.article, place.text) for place in finding.places)
    return FindingRow(
        finding,
        quotations,
        relation if relation == "updates" else "contradicts",
        event.label if event else None,
        decision.state,
        decision.note,
        orphan,
        _only_day(event) if event else None,
    )


def _only_day(event: Event) -> dt.date | None:
    """The event's day; None where it took several, or nobody knows which."""
    day = day_of(event.begin)
    return day if day == day_of(event.end) else None


def passes(row: FindingRow, sieve: Sieve, words: tuple[str, ...]) -> bool:
    """``words`` are the sieve's text in normal form, split: each must occur somewhere in the row."""
    if sieve.families and row.finding.family not in sieve.families:
        return False
    if sieve.severities and row.finding.severity not in sieve.severities:
        return False
    if sieve.only_open and row.state != "open":
        return False
    if sieve.states and row.state not in sieve.states:
        return False
    if not words:
        return True
    haystack = folded(
        "\n".join((*(words for _, words in row.quotations), row.finding.message.ar, row.finding.message.en, row.note))
    ).casefold()
    return all(word in haystack for word in words)


def arrange(rows: Iterable[FindingRow], sieve: Sieve | None = None, order: Order = "weight") -> tuple[Group, ...]:
    """The rows that pass, by family in the fixed order of families, orphans last; empty groups are left out."""
    sieve = sieve or Sieve()
    # «المتاجر» is meant to find «للمتاجر» too.
    words = tuple(
        word[2:] if word.startswith("ال") and len(word) > 4 else word for word in folded(sieve.text).casefold().split()
    )
    kept = [row for row in rows if passes(row, sieve, words)]
    kept.sort(key=_sort_key(order))
    groups = [
        Group(family, tuple(row for row in kept if row.finding.family == family and not row.orphan))
        for family in FAMILIES
    ]
    groups.append(Group(ORPHANS, tuple(row for row in kept if row.orphan)))
    return tuple(group for group in groups if group.rows)


def _position(row: FindingRow) -> tuple[str, int]:
    places = row.finding.places
    return (places[0].article, places[0].start) if places else ("", 0)


def _sort_key(order: Order):  # type: ignore[no-untyped-def]
    def weight(row: FindingRow) -> tuple[object, ...]:
        # Of equal weight what the two texts say of each other comes first: for that they lie side by side.
        finding = row.finding
        return (SEVERITIES.index(finding.severity), finding.scope == "internal", -finding.confidence, _position(row))

    keys = {
        "weight": weight,
        "position": lambda row: (_position(row),),
        "kind": lambda row: (row.finding.kind, *weight(row)),
        "state": lambda row: (row.state, *weight(row)),
    }
    return keys[order]
