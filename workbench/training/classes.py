"""A class: many papers on one exercise as one frozen report: who found what, what was hard, what misled, how far
trainees agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.text.values import Span
from workbench.training.debrief import Debrief
from workbench.training.passages import WordGrid, agreement, word_grid
from workbench.training.scoring import MEETS, Outcome
from workbench.training.values import Exercise, KeyEntry, Mark, Trap

NOTHING = "-"  # the label of somebody who saw no fault there


@dataclass(frozen=True, slots=True)
class ItemReport:
    """One entry of the key across the class. ``outcomes`` in the order of the papers; ``share`` of points earned on
    average, 0 to 1."""

    entry: KeyEntry
    outcomes: tuple[Outcome, ...]
    share: float

    def times(self, outcome: Outcome) -> int:
        return self.outcomes.count(outcome)


@dataclass(frozen=True, slots=True)
class TrapReport:
    """One trap across the class: how many took it."""

    trap: Trap
    taken: int


@dataclass(frozen=True, slots=True)
class CommonAlarm:
    """False alarms of several papers on the same words: ``quotes`` of one of them, how many papers, the trap if it
    is one, and the family most often chosen."""

    quotes: tuple[str, ...]
    papers: int
    trap: str | None
    family: str


@dataclass(frozen=True, slots=True)
class ClassReport:
    """The papers of a class on one exercise, by name; hardest items first; commonest false alarms first. ``alpha`` is
    Krippendorff's over entries and traps (labels: what each trainee called it, or nothing), None where it is not
    defined: fewer than two papers, or no two labels."""

    exercise: Exercise
    papers: tuple[Debrief, ...]
    items: tuple[ItemReport, ...]
    traps: tuple[TrapReport, ...]
    alarms: tuple[CommonAlarm, ...]
    alpha: float | None
    mean: float
    median: float

    def hardest(self) -> tuple[ItemReport, ...]:
        """Items from the hardest to the easiest; equally hard ones in key order."""
        return tuple(sorted(self.items, key=lambda item: item.share))


def make_class_report(exercise: Exercise, debriefs: Sequence[Debrief]) -> ClassReport:
    """The report of at least one debrief; second tries (``paper.only``) are not to be among them."""
    papers = tuple(sorted(debriefs, key=lambda one: (one.paper.name.casefold(), -one.score.total, repr(one.paper))))
    items = []
    for n, entry in enumerate(exercise.key):
        scores = [paper.score.entries[n] for paper in papers]
        share = sum(score.share for score in scores) / len(scores)
        items.append(ItemReport(entry, tuple(score.outcome for score in scores), round(share, 4)))
    totals = sorted(paper.score.percent for paper in papers)
    middle = len(totals) // 2
    median = totals[middle] if len(totals) % 2 else (totals[middle - 1] + totals[middle]) / 2
    return ClassReport(
        exercise,
        papers,
        tuple(items),
        tuple(TrapReport(trap, sum(trap.id in paper.score.traps for paper in papers)) for trap in exercise.traps),
        _common_alarms(exercise, papers),
        krippendorff(_labels(papers)),
        round(sum(totals) / len(totals), 2),
        round(median, 2),
    )


def _labels(papers: Sequence[Debrief]) -> list[tuple[str, str, str]]:
    """(trainee, item, label) for every entry and trap."""
    rows = []
    for number, paper in enumerate(papers):
        marks = {mark.id: mark for mark in paper.paper.marks}
        for score in paper.score.entries:
            rows.append((str(number), f"entry {score.entry}", _label(marks[score.marks[0]] if score.marks else None)))
        taken = {alarm.trap: marks[alarm.mark] for alarm in paper.score.alarms if alarm.trap}
        for trap in paper.exercise.traps:
            rows.append((str(number), f"trap {trap.id}", _label(taken.get(trap.id))))
    return rows


def _label(mark: Mark | None) -> str:
    return NOTHING if mark is None else f"{mark.family or '?'}/{mark.kind or '?'}"


def krippendorff(rows: Sequence[tuple[str, str, str]]) -> float | None:
    """Krippendorff's alpha of (coder, item, label) triples, nominal; None where chance alone decides everything: one
    coder, or one label for all."""
    if len({coder for coder, _, _ in rows}) < 2 or len({label for _, _, label in rows}) < 2:
        return None
    from nltk.metrics.agreement import AnnotationTask  # type: ignore[import-untyped,unused-ignore]

    return round(float(AnnotationTask(list(rows)).alpha()), 4)


def _common_alarms(exercise: Exercise, papers: Sequence[Debrief]) -> tuple[CommonAlarm, ...]:
    """False alarms gathered by the words they lie on: two are the same where their first passages meet."""
    grids = {article.id: word_grid(article.text) for article in exercise.articles}
    groups: list[list[tuple[int, Mark, str | None]]] = []
    for number, paper in enumerate(papers):
        for alarm in paper.alarms:
            row = (number, alarm.mark, alarm.trap.id if alarm.trap else None)
            for group in groups:
                first = group[0]
                if row[2] == first[2] and (row[2] is not None or _same_words(alarm.mark, first[1], grids)):
                    group.append(row)
                    break
            else:
                groups.append([row])
    found = []
    for group in groups:
        mark = group[0][1]
        quotes = tuple(exercise.text(place.article)[place.start : place.end] for place in mark.places)
        families = Counter(one.family for _, one, _ in group)
        family = max(families, key=lambda name: (families[name], name))
        found.append(CommonAlarm(quotes, len({number for number, _, _ in group}), group[0][2], family))
    return tuple(sorted(found, key=lambda alarm: (-alarm.papers, alarm.quotes)))


def _same_words(one: Mark, other: Mark, grids: dict[str, WordGrid]) -> bool:
    a, b = one.places[0], other.places[0]
    if a.article != b.article:
        return False
    return agreement(Span(a.start, a.end), Span(b.start, b.end), grids[a.article]) >= MEETS
