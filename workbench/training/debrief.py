"""The debrief: key, paper and the engine's own findings side by side, as one frozen value that any page can show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.checks.values import Finding
from workbench.engine import CheckResult, Draft, Engine
from workbench.training.files import digest
from workbench.training.papers import check_fits
from workbench.training.scoring import EntryScore, Score, score_paper
from workbench.training.values import Exercise, KeyEntry, Mark, MarkPlace, Paper, Trap


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry of the key beside what the trainee made of it. ``engine``: whether the program itself found it, None
    where it was not asked."""

    entry: KeyEntry
    score: EntryScore
    marks: tuple[Mark, ...]
    engine: bool | None


@dataclass(frozen=True, slots=True)
class AlarmView:
    """A false alarm, with the trap that it took, if one."""

    mark: Mark
    trap: Trap | None


@dataclass(frozen=True, slots=True)
class TrapView:
    """A trap: the marks that took it, none where it was avoided."""

    trap: Trap
    taken_by: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything a trainee is shown after handing in; equal when all of it is."""

    exercise: Exercise
    paper: Paper
    score: Score
    entries: tuple[EntryView, ...]
    alarms: tuple[AlarmView, ...]
    traps: tuple[TrapView, ...]
    engine_alarms: tuple[Mark, ...]

    def of(self, outcome: str) -> tuple[EntryView, ...]:
        """The entries of one outcome: ``found``, ``wrong-kind``, ``partly``, ``missed``."""
        return tuple(view for view in self.entries if view.score.outcome == outcome)

    def mistakes(self) -> tuple[str, ...]:
        """The entries that a second try asks for: all that did not earn every point."""
        return tuple(view.entry.id for view in self.entries if view.score.share < 1.0)


def make_debrief(exercise: Exercise, paper: Paper, engine_paper: Paper | None = None) -> Debrief:
    """The debrief of a paper. ``engine_paper`` is what the program found (``engine_answers``). Raises PaperError where
    the paper is not of this exercise."""
    check_fits(paper, exercise)
    score = score_paper(exercise, paper)
    marks = {mark.id: mark for mark in paper.marks}
    traps = {trap.id: trap for trap in exercise.traps}
    found: dict[str, bool] = {}
    engine_alarms: tuple[Mark, ...] = ()
    if engine_paper is not None:
        theirs = score_paper(exercise, engine_paper)
        found = {entry.entry: entry.outcome != "missed" for entry in theirs.entries}
        wrong = {alarm.mark for alarm in theirs.alarms}
        engine_alarms = tuple(mark for mark in engine_paper.marks if mark.id in wrong)
    return Debrief(
        exercise,
        paper,
        score,
        tuple(
            EntryView(exercise.entry(one.entry), one, tuple(marks[id] for id in one.marks), found.get(one.entry))
            for one in score.entries
        ),
        tuple(AlarmView(marks[alarm.mark], traps.get(alarm.trap or "")) for alarm in score.alarms),
        tuple(
            TrapView(trap, tuple(marks[alarm.mark] for alarm in score.alarms if alarm.trap == trap.id))
            for trap in exercise.traps
        ),
        engine_alarms,
    )


def drafts_of(exercise: Exercise) -> list[Draft]:
    """The articles as the engine takes them."""
    return [Draft(article.text, article.date) for article in exercise.articles]


def engine_answers(exercise: Exercise, result: CheckResult) -> Paper:
    """The findings of a check as if the program had handed in a paper."""
    return Paper(exercise.id, exercise.version, digest(exercise), "", marks_of(result.findings))


def marks_of(findings: Iterable[Finding]) -> tuple[Mark, ...]:
    return tuple(
        Mark(
            f"f{n}",
            tuple(MarkPlace(place.article, place.start, place.end) for place in finding.places[:6]),
            finding.family, finding.kind, finding.message.ar,
        )
        for n, finding in enumerate(findings, 1)
    )  # fmt: skip


def check_exercise(exercise: Exercise, engine: Engine) -> Paper:
    """What the program itself hands in."""
    return engine_answers(exercise, engine.check(drafts_of(exercise)))


def key_paper(exercise: Exercise) -> Paper:
    """The paper of somebody who knows the key: it earns every point."""
    return Paper(
        exercise.id, exercise.version, digest(exercise), "",
        tuple(
            Mark(
                f"k-{entry.id}",
                tuple(MarkPlace(place.article, place.span.start, place.span.end) for place in entry.places),
                entry.family, entry.kind,
            )
            for entry in exercise.key
        ),
    )  # fmt: skip
