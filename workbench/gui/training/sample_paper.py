"""A paper as a middling trainee would write it, for pictures of the session and the debrief."""

from __future__ import annotations

from dataclasses import replace

from workbench.training.debrief import key_paper
from workbench.training.values import KINDS, Exercise, Mark, MarkPlace, Paper


def sample_paper(exercise: Exercise) -> Paper:
    """Every third fault is missed, the second named wrongly, the first trap taken; one hint."""
    marks = [mark for n, mark in enumerate(key_paper(exercise).marks) if n % 3 != 2]
    if len(marks) > 1:
        other = next(kind for kind in KINDS[exercise.entry(marks[1].id[2:]).family] if kind != marks[1].kind)
        marks[1] = replace(marks[1], kind=other)
    if exercise.traps:
        trap = exercise.traps[0]
        places = tuple(MarkPlace(place.article, place.span.start, place.span.end) for place in trap.places)
        marks.append(Mark("t", places, trap.family, KINDS[trap.family][0]))
    hints = tuple((entry.id, 1) for entry in exercise.key[2:3] if entry.hints)
    return replace(key_paper(exercise), name="ريم", marks=tuple(marks), hints=hints, seconds=680)
