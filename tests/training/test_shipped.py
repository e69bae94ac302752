"""The exercises that come with the program: fit to be set, broad, true to what they say of the calendar and holders."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.resources import resource_folder
from workbench.training.debrief import key_paper, make_debrief
from workbench.training.files import exercise_bytes as packed
from workbench.training.files import exercise_paths, open_exercise, read_exercise
from workbench.training.papers import blank_paper, read_paper, save_paper
from workbench.training.values import FIELDS, KINDS, LEVELS, TRAP_SORTS, Exercise, Mark, MarkPlace

PATHS = exercise_paths(resource_folder() / "exercises")
EXERCISES = [open_exercise(path) for path in PATHS]
IDS = [exercise.id for exercise in EXERCISES]


@pytest.mark.parametrize("exercise", EXERCISES, ids=IDS)
def test_full_marks_for_the_key_and_none_for_an_empty_paper(exercise: Exercise, tmp_path: Path) -> None:
    path = tmp_path / "key.json"
    save_paper(key_paper(exercise), exercise, path)
    full = make_debrief(exercise, read_paper(path.read_bytes())).score
    assert (full.total, full.recall, full.precision, full.agreement) == (full.possible, 1, 1, 1)
    empty = make_debrief(exercise, blank_paper(exercise)).score
    assert (empty.total, empty.recall, empty.precision) == (0, 0, None)


@pytest.mark.parametrize("exercise", EXERCISES, ids=IDS)
def test_it_packs_and_unpacks(exercise: Exercise) -> None:
    assert read_exercise(packed(exercise)) == exercise


@pytest.mark.parametrize("exercise", EXERCISES, ids=IDS)
def test_each_says_what_it_is_for(exercise: Exercise) -> None:
    assert exercise.goals
    assert exercise.debrief
    assert exercise.minutes
    assert len(exercise.key) >= 4
    assert len(exercise.traps) >= 2
    assert all(entry.hints for entry in exercise.key)
    assert exercise.title.en != exercise.title.ar
    assert all(article.date for article in exercise.articles)


@pytest.mark.parametrize("exercise", EXERCISES, ids=IDS)
def test_who_takes_every_trap_is_told_of_every_trap(exercise: Exercise) -> None:
    marks = tuple(
        Mark(
            trap.id, tuple(MarkPlace(place.article, place.span.start, place.span.end) for place in trap.places),
            trap.family, KINDS[trap.family][0],
        )
        for trap in exercise.traps
    )  # fmt: skip
    debrief = make_debrief(exercise, replace(blank_paper(exercise), marks=marks))
    assert debrief.score.traps == {trap.id for trap in exercise.traps}
    assert debrief.score.located == 0


def test_there_are_twelve_over_different_fields_and_levels() -> None:
    assert len(EXERCISES) == 12
    assert len({exercise.field for exercise in EXERCISES}) == 12
    assert {exercise.level for exercise in EXERCISES} == set(LEVELS)
    assert {exercise.field for exercise in EXERCISES} <= set(FIELDS)


def test_every_family_contradiction_and_trap_twice_every_kind_once() -> None:
    kinds = Counter((entry.family, kind) for one in EXERCISES for entry in one.key for kind in entry.kinds)
    families = Counter(entry.family for one in EXERCISES for entry in one.key)
    assert all(families[family] >= 2 for family in KINDS)
    assert all(kinds["contradiction", kind] >= 2 for kind in KINDS["contradiction"])
    assert [(family, kind) for family in KINDS for kind in KINDS[family] if not kinds[family, kind]] == []
    traps = Counter(trap.sort for one in EXERCISES for trap in one.traps)
    assert all(traps[sort] >= 2 for sort in TRAP_SORTS)


def test_four_are_explained_in_english_with_glosses() -> None:
    english = [
        exercise
        for exercise in EXERCISES
        if exercise.glosses
        and all(words.en != words.ar for entry in exercise.key for words in (entry.teaches, entry.source, *entry.hints))
        and all(trap.why.en != trap.why.ar for trap in exercise.traps)
        and exercise.debrief is not None
        and exercise.debrief.en != exercise.debrief.ar
    ]
    assert len(english) == 4
