"""A trainee's session: papers change by plain functions, so that undoing is going back to an older paper."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from workbench.text.values import Span
from workbench.training.faults import PaperError
from workbench.training.papers import blank_paper, check_fits, open_paper, save_paper
from workbench.training.scoring import score_paper
from workbench.training.values import KINDS, Exercise, Mark, MarkPlace, Paper

MOST_PLACES = 4
_SPACE = " \t\n\u00a0\u200e\u200f،.؛:!؟,;?"


def trimmed(exercise: Exercise, place: MarkPlace) -> MarkPlace | None:
    """A selection without the spaces and stops at its ends; None where nothing is left."""
    text = exercise.text(place.article)
    start, end = max(0, place.start), min(len(text), place.end)
    while start < end and text[start] in _SPACE:
        start += 1
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    return MarkPlace(place.article, start, end) if start < end else None


def new_id(paper: Paper) -> str:
    """A mark's name that the paper does not have yet: m1, m2 …"""
    taken = {mark.id for mark in paper.marks}
    n = len(taken) + 1
    while f"m{n}" in taken:
        n += 1
    return f"m{n}"


def with_mark(paper: Paper, place: MarkPlace) -> tuple[Paper, str]:
    """The paper with a new mark on a passage, and the mark's name; the mark that is there already where one lies on
    exactly these words."""
    for mark in paper.marks:
        if place in mark.places:
            return paper, mark.id
    id = new_id(paper)
    return replace(paper, marks=(*paper.marks, Mark(id, (place,)))), id


def with_link(paper: Paper, id: str, place: MarkPlace) -> Paper:
    """The mark with one more passage; as it was where it lies on one that overlaps, or has enough."""
    mark = mark_of(paper, id)
    here = Span(place.start, place.end)
    meets = any(one.article == place.article and Span(one.start, one.end).overlaps(here) for one in mark.places)
    if meets or len(mark.places) >= MOST_PLACES:
        return paper
    # A mark that lies on just these words and says nothing yet was made on the way to linking them.
    marks = tuple(one for one in paper.marks if one.places != (place,) or one.family or one.id == id)
    return _changed(replace(paper, marks=marks), replace(mark, places=(*mark.places, place)))


def without_place(paper: Paper, id: str, place: MarkPlace) -> Paper:
    """The mark without a passage; without its last one it goes."""
    mark = mark_of(paper, id)
    left = tuple(one for one in mark.places if one != place)
    return _changed(paper, replace(mark, places=left)) if left else without_mark(paper, id)


def with_answer(paper: Paper, id: str, **fields: str) -> Paper:
    """The mark with ``family``, ``kind``, ``why`` or ``verify`` changed; another family drops a kind it lacks."""
    mark = replace(mark_of(paper, id), **fields)  # type: ignore[arg-type]
    kinds = next((kinds for name, kinds in KINDS.items() if name == mark.family), ())
    if mark.kind not in kinds:
        mark = replace(mark, kind="")
    return _changed(paper, mark)


def without_mark(paper: Paper, id: str) -> Paper:
    return replace(paper, marks=tuple(mark for mark in paper.marks if mark.id != id))


def mark_of(paper: Paper, id: str) -> Mark:
    """KeyError where the paper has no such mark."""
    for mark in paper.marks:
        if mark.id == id:
            return mark
    raise KeyError(id)


def _changed(paper: Paper, mark: Mark) -> Paper:
    return replace(paper, marks=tuple(mark if one.id == mark.id else one for one in paper.marks))


def next_hint(exercise: Exercise, paper: Paper) -> tuple[str, int] | None:
    """The hint to be given next: the next step towards a fault that hints were begun for, else the first step towards
    another that is not found yet; None where there is none left."""
    taken = set(paper.hints)
    missing = [
        exercise.entry(entry.entry) for entry in score_paper(exercise, paper).entries if entry.outcome == "missed"
    ]
    begun = [entry for entry in missing if any(id == entry.id for id, _ in taken)]
    for entry in begun + [entry for entry in missing if entry not in begun]:
        for step in range(1, len(entry.hints) + 1):
            if (entry.id, step) not in taken:
                return entry.id, step
    return None


def with_hint(paper: Paper, hint: tuple[str, int]) -> Paper:
    return paper if hint in paper.hints else replace(paper, hints=(*paper.hints, hint))


def handed_in(paper: Paper, name: str, day: dt.date) -> Paper:
    return replace(paper, name=" ".join(name.split())[:120], handed_in=day)


def second_try(exercise: Exercise, paper: Paper, only: tuple[str, ...]) -> Paper:
    """A new paper that asks for some entries alone; what was right before stays marked."""
    right = {id for entry in score_paper(exercise, paper).entries if entry.share == 1.0 for id in entry.marks}
    fresh = blank_paper(exercise, paper.name, only)
    return replace(fresh, marks=tuple(mark for mark in paper.marks if mark.id in right))


# Kept between runs


def session_path(folder: Path, exercise: Exercise) -> Path:
    """Where the session on an exercise is kept under a folder: one file an exercise and version."""
    return folder / f"{exercise.id}-{exercise.version}.json"


def keep_session(paper: Paper, exercise: Exercise, folder: Path) -> None:
    """Write the session, whole or not at all. Raises ReportError, or OSError for a folder that cannot be made."""
    folder.mkdir(parents=True, exist_ok=True)
    save_paper(paper, exercise, session_path(folder, exercise))


def file_paper(paper: Paper, exercise: Exercise, folder: Path) -> Path:
    """Keep a paper that was handed in beside the sessions, each in a file of its own: a second try overwrites none.
    Raises ReportError, or OSError for a folder that cannot be made."""
    drawer = folder / "handed-in"
    drawer.mkdir(parents=True, exist_ok=True)
    n = 1
    while (path := drawer / f"{exercise.id}-{exercise.version}-{n}.json").exists():
        n += 1
    save_paper(paper, exercise, path)
    return path


def kept_session(exercise: Exercise, folder: Path) -> Paper | None:
    """The session that was kept, or None: none there, damaged, or of other texts."""
    path = session_path(folder, exercise)
    if not path.is_file():
        return None
    try:
        paper = open_paper(path)
        check_fits(paper, exercise)
    except PaperError:
        return None
    return paper


def forget_session(exercise: Exercise, folder: Path) -> None:
    session_path(folder, exercise).unlink(missing_ok=True)
