"""Scores: which of the key's faults a paper found, which marks are false alarms, what it is worth.

A mark answers an entry where their passages meet, each passage of the smaller of both a different one of the other;
two passages meet from an agreement of a third on. A mark answers one entry at most, the one that it is
worth most for. Nothing depends on the order of marks, entries or traps.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import permutations
from typing import Literal

from workbench.text.values import Span
from workbench.training.passages import WordGrid, agreement, word_grid
from workbench.training.values import Exercise, KeyEntry, KeyPlace, Mark, MarkPlace, Paper, Trap

Outcome = Literal["found", "wrong-kind", "partly", "missed"]
OUTCOMES: tuple[Outcome, ...] = ("found", "partly", "wrong-kind", "missed")

MEETS = 1 / 3  # agreement from which two passages meet: one word in a mark of five, a mark of two on a passage of ten
WRONG_KIND = 0.5  # of an entry's points: the fault is seen and called by another name
UNLINKED = 0.75  # both passages marked, but not as one fault
PARTLY = 0.5  # one passage of two


@dataclass(frozen=True, slots=True)
class EntryScore:
    """What became of one entry. ``share`` of its points earned, 0 to 1; ``marks`` that answer it; ``agreement`` of
    the best of them with the entry's words, 0 to 1; ``kind_right``, ``linked``: what a half point was lost for."""

    entry: str
    outcome: Outcome
    share: float
    points: float
    marks: tuple[str, ...]
    agreement: float
    kind_right: bool
    linked: bool


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    """A mark where the key has no fault; ``trap`` names the trap that was taken."""

    mark: str
    trap: str | None


@dataclass(frozen=True, slots=True)
class FamilyScore:
    """Points of one family: earned, of how many."""

    family: str
    earned: float
    possible: float
    found: int
    asked: int


@dataclass(frozen=True, slots=True)
class Score:
    """One paper's worth. ``earned`` of ``possible`` points, ``hint_cost`` and ``alarm_cost`` taken off in ``total``
    (never below 0). ``precision`` is None for a paper without marks, ``agreement`` for one that found nothing. In key
    order: ``entries``; by name: ``alarms``. ``repeated`` marks say again what another one says and count for
    nothing."""

    entries: tuple[EntryScore, ...]
    alarms: tuple[FalseAlarm, ...]
    repeated: tuple[str, ...]
    families: tuple[FamilyScore, ...]
    possible: float
    earned: float
    hint_cost: float
    alarm_cost: float
    right_marks: int

    @property
    def total(self) -> float:
        return max(0.0, round(self.earned - self.hint_cost - self.alarm_cost, 4))

    @property
    def located(self) -> int:
        """Entries that were seen at all."""
        return sum(entry.outcome != "missed" for entry in self.entries)

    @property
    def recall(self) -> float:
        return self.located / len(self.entries) if self.entries else 1.0

    @property
    def precision(self) -> float | None:
        marks = self.right_marks + len(self.alarms)
        return self.right_marks / marks if marks else None

    @property
    def agreement(self) -> float | None:
        """Mean agreement on words over the entries that were seen."""
        seen = [entry.agreement for entry in self.entries if entry.outcome != "missed"]
        return sum(seen) / len(seen) if seen else None

    @property
    def percent(self) -> float:
        return 100 * self.total / self.possible if self.possible else 100.0

    @property
    def traps(self) -> frozenset[str]:
        """The traps that were taken."""
        return frozenset(alarm.trap for alarm in self.alarms if alarm.trap)


def score_paper(exercise: Exercise, paper: Paper) -> Score:
    """Hold a paper against the key, or against those entries that a second try asks for. The paper must fit
    (``papers.check_fits``)."""
    grids = {article.id: word_grid(article.text) for article in exercise.articles}
    asked = [entry for entry in exercise.key if not paper.only or entry.id in paper.only]
    marks = sorted(paper.marks, key=_sorting)
    # A second try may still hold what was right before: those marks are no false alarms.
    answers = _assign(marks, exercise, grids)
    entries = tuple(_entry_score(entry, answers.get(entry.id, []), grids) for entry in asked)
    taken = {mark.id for group in answers.values() for mark in group}
    alarms = tuple(
        FalseAlarm(mark.id, next((trap.id for trap in _sorted(exercise.traps) if _takes(mark, trap, grids)), None))
        for mark in marks
        if mark.id not in taken
    )
    repeated = tuple(mark for entry in entries for mark in _repeated(entry, answers, grids, exercise))
    hints = {hint for hint in paper.hints if not paper.only or hint[0] in paper.only}
    return Score(
        entries,
        alarms,
        repeated,
        _families(asked, entries),
        sum(entry.points for entry in asked),
        round(sum(entry.points for entry in entries), 4),
        len(hints) * exercise.hint_cost,
        len(alarms) * exercise.alarm_cost,
        sum(len(entry.marks) for entry in entries) - len(repeated),
    )


def _sorting(mark: Mark) -> tuple[object, ...]:
    """An order that depends on what is marked alone."""
    return (tuple(sorted((p.article, p.start, p.end) for p in mark.places)), mark.family, mark.kind, mark.id)


def _sorted(traps: tuple[Trap, ...]) -> list[Trap]:
    return sorted(traps, key=lambda trap: trap.id)


def _meeting(place: MarkPlace, key: KeyPlace, grids: dict[str, WordGrid]) -> float:
    """How far marked words are the key's words or others that say the same; 0 below ``MEETS``."""
    if place.article != key.article:
        return 0.0
    here = Span(place.start, place.end)
    best = max(agreement(here, span, grids[key.article]) for span in key.spans())
    return best if best >= MEETS else 0.0


def _match(places: tuple[MarkPlace, ...], key: tuple[KeyPlace, ...], grids: dict[str, WordGrid]) -> list[float]:
    """The agreement of each passage of the smaller side with a different one of the other, in the best way to pair
    them; empty where some passage meets none."""
    table = [[_meeting(place, one, grids) for one in key] for place in places]
    if len(places) > len(key):
        table = [list(column) for column in zip(*table, strict=True)]
    width = len(table[0]) if table else 0
    ways = ([row[n] for row, n in zip(table, order, strict=True)] for order in permutations(range(width), len(table)))
    return max((way for way in ways if all(way)), key=sum, default=[])


def _kind_right(mark: Mark, entry: KeyEntry) -> bool:
    return mark.family == entry.family and mark.kind in entry.kinds


def _assign(marks: list[Mark], exercise: Exercise, grids: dict[str, WordGrid]) -> dict[str, list[Mark]]:
    """For each entry the marks that answer it, the best first. Where every passage of a mark lies on a trap, and only
    some on an entry, it is the trap that was taken."""
    chances = []
    for mark in marks:
        trapped = max((len(_match(mark.places, trap.places, grids)) for trap in exercise.traps), default=0)
        for entry in exercise.key:
            met = _match(mark.places, entry.places, grids)
            if met and not len(met) < len(mark.places) == trapped:
                whole = len(met) == len(entry.places)
                worth = (_kind_right(mark, entry), mark.family == entry.family, whole, round(sum(met) / len(met), 6))
                chances.append((worth, mark, entry))
    chances.sort(key=lambda chance: (tuple(-float(part) for part in chance[0]), chance[2].id, _sorting(chance[1])))
    found: dict[str, list[Mark]] = {}
    done: set[str] = set()
    for _, mark, entry in chances:
        if mark.id not in done:
            done.add(mark.id)
            found.setdefault(entry.id, []).append(mark)
    return found


def _covered(mark: Mark, entry: KeyEntry, grids: dict[str, WordGrid]) -> frozenset[int]:
    """Which passages of the entry, by number, the mark meets."""
    return frozenset(
        n for n, key in enumerate(entry.places) if any(_meeting(place, key, grids) for place in mark.places)
    )


def _entry_score(entry: KeyEntry, marks: list[Mark], grids: dict[str, WordGrid]) -> EntryScore:
    if not marks:
        return EntryScore(entry.id, "missed", 0.0, 0.0, (), 0.0, False, False)
    wanted = len(entry.places)
    best = max(len(_covered(mark, entry, grids)) for mark in marks)
    together = len(frozenset().union(*(_covered(mark, entry, grids) for mark in marks)))
    if best == wanted:
        share = 1.0
    elif together == wanted:
        share = UNLINKED
    else:
        share = PARTLY
    kind_right = any(_kind_right(mark, entry) for mark in marks)
    if not kind_right:
        share *= WRONG_KIND
    outcome: Outcome = "wrong-kind" if not kind_right else "found" if share == 1.0 else "partly"
    mean = max(sum(met) / wanted for mark in marks if (met := _match(mark.places, entry.places, grids)))
    ids = tuple(mark.id for mark in marks)
    return EntryScore(
        entry.id, outcome, share, share * entry.points, ids, round(mean, 4), kind_right, best == wanted
    )  # fmt: skip


def _repeated(
    score: EntryScore, answers: dict[str, list[Mark]], grids: dict[str, WordGrid], exercise: Exercise
) -> list[str]:
    """Marks of an entry that add no passage to those before them."""
    entry, seen, again = exercise.entry(score.entry), frozenset[int](), []
    for mark in answers.get(score.entry, []):
        covered = _covered(mark, entry, grids)
        if covered <= seen:
            again.append(mark.id)
        seen |= covered
    return again


def _takes(mark: Mark, trap: Trap, grids: dict[str, WordGrid]) -> bool:
    return bool(_match(mark.places, trap.places, grids))


def _families(asked: list[KeyEntry], scores: tuple[EntryScore, ...]) -> tuple[FamilyScore, ...]:
    found: dict[str, FamilyScore] = {}
    for entry, score in zip(asked, scores, strict=True):
        old = found.get(entry.family, FamilyScore(entry.family, 0.0, 0.0, 0, 0))
        found[entry.family] = replace(
            old, earned=round(old.earned + score.points, 4), possible=old.possible + entry.points,
            found=old.found + (score.outcome != "missed"), asked=old.asked + 1,
        )  # fmt: skip
    return tuple(found.values())
