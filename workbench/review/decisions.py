"""Decisions about findings, hand alignments and ticks: a person's side of a comparison, ready to be kept by a store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from workbench.checks.values import Finding


State = Literal["open", "confirmed", "dismissed", "needs-source", "corrected"]
STATES: tuple[State, ...] = get_args(State)
Reason = Literal["", "not-a-fault", "different-events", "style", "checked", "other"]
LinkKind = Literal["joined", "parted", "same-event", "different-event"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about the finding whose key this is. ``when`` is aware (UTC), None for what nobody
    touched yet. A note may stand beside an open state. Equal when all fields are."""

    key: str
    state: State = "open"
    reason: Reason = ""
    note: str = ""
    who: str = ""
    when: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A claim named by its words: offsets in its article's text (code points), which move along with edits."""

    article: str
    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class HandLink:
    """A person's word about two claims."""

    kind: LinkKind
    first: Anchor
    second: Anchor


class Review:
    """The decisions, links and ticks of one comparison. ``recorder`` is told of each decision as it is taken, so that
    a store can write it before the key is released; ``history`` is only added to."""

    def __init__(self, recorder: Callable[[Decision], None] | None = None) -> None:
        self._recorder = recorder
        self._decisions: dict[str, Decision] = {}
        self._remembered: dict[str, Finding] = {}
        self.history: list[Decision] = []
        self.links: tuple[HandLink, ...] = ()
        self.ticks: frozenset[str] = frozenset()
        self.hidden: frozenset[str] = frozenset()

    def record_with(self, recorder: Callable[[Decision], None] | None) -> None:
        """From now on ``recorder`` is told of each decision."""
        self._recorder = recorder

    def recall(
        self, standing: Iterable[Decision], history: Iterable[Decision], findings: Mapping[str, Finding]
    ) -> None:
        """Take up decisions that were taken before; the recorder hears nothing of them. ``findings`` by key are what
        they were about."""
        self._decisions = {decision.key: decision for decision in standing}
        self._remembered = {key: findings[key] for key in self._decisions if key in findings}
        self.history = list(history)

    def remembered(self) -> tuple[Finding, ...]:
        """Findings that somebody decided about, as they were then."""
        return tuple(self._remembered.values())

    def decision(self, key: str) -> Decision:
        """The standing decision; an open one without a note where nobody decided."""
        return self._decisions.get(key) or Decision(key)

    def decide(self, decision: Decision, finding: Finding | None = None) -> Decision:
        """Put a decision in force and return the one it replaces. The finding is remembered, so that the decision
        can still be shown when its words have left the text."""
        before = self.decision(decision.key)
        self._decisions[decision.key] = decision
        if finding is not None:
            self._remembered[decision.key] = finding
        self.history.append(decision)
        if self._recorder is not None:
            self._recorder(decision)
        return before

    def decided(self) -> tuple[Decision, ...]:
        """Every decision that says something: a state, or a note."""
        return tuple(d for d in self._decisions.values() if d.state != "open" or d.note)

    def orphans(self, findings: Iterable[Finding]) -> tuple[tuple[Decision, Finding], ...]:
        """Decisions whose findings are no longer among ``findings``, with what was decided about."""
        present = {finding.key for finding in findings} | self.hidden
        return tuple(
            (decision, self._remembered[decision.key])
            for decision in self.decided()
            if decision.key not in present and decision.key in self._remembered
        )

    def counts(self, findings: Iterable[Finding]) -> dict[State, int]:
        """How many of the findings stand in each state."""
        counts: dict[State, int] = dict.fromkeys(STATES, 0)
        for finding in findings:
            counts[self.decision(finding.key).state] += 1
        return counts
