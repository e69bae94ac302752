"""The shipped exercises as gold: ``python -m tests.gold.from_exercises`` writes ``tests/gold/exercises`` anew."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from tests.gold.pieces import FOLDER
from workbench.resources import resource_folder
from workbench.training.files import exercise_paths, open_exercise
from workbench.training.manifest import occurrences
from workbench.training.values import Exercise, KeyEntry, KeyPlace, Trap

INTO = FOLDER / "exercises"


def gold_of(exercise: Exercise) -> dict[str, Any]:
    """The gold piece of an exercise: its key is expected, its traps never, other wordings may be."""
    gold: dict[str, Any] = {"id": exercise.id, "about": f"Exercise: {exercise.title.en}."}
    gold |= {f"date_{article.id}": article.date.isoformat() for article in exercise.articles if article.date}
    gold["expect"] = [expected(entry, exercise) for entry in exercise.key]
    gold["never"] = [forbidden(trap, exercise) for trap in exercise.traps]
    may = [
        {"id": f"{entry.id}-{n}", "family": entry.family, "kinds": list(entry.kinds), **words_of(places, exercise)}
        for entry in exercise.key
        for n, places in enumerate(wordings(entry))
        if n
    ]
    return gold | ({"may": may} if may else {})


def wordings(entry: KeyEntry) -> Iterator[tuple[KeyPlace, ...]]:
    """The entry's places in every wording that is as good; its own words first."""
    ways = product(*([KeyPlace(place.article, span) for span in place.spans()] for place in entry.places))
    return (tuple(way) for way in ways)


def expected(entry: KeyEntry, exercise: Exercise) -> dict[str, Any]:
    row = {"id": entry.id, "family": entry.family, "kinds": list(entry.kinds), **words_of(entry.places, exercise)}
    return row | {"why": entry.teaches.en}


def forbidden(trap: Trap, exercise: Exercise) -> dict[str, Any]:
    row: dict[str, Any] = {"id": trap.id, "family": trap.family, **words_of(trap.places, exercise), "why": trap.why.en}
    if trap.sort == "two-events":
        row["events"] = "different"
    return row


def words_of(places: Sequence[KeyPlace], exercise: Exercise) -> dict[str, Any]:
    """The places as gold names them: ``a``, ``a2``, ``b``, ``b2``, and how often words stand that stand twice."""
    out: dict[str, Any] = {}
    often: dict[str, int] = {}
    seen: Counter[str] = Counter()
    for place in places:
        seen[place.article] += 1
        name = place.article if seen[place.article] == 1 else f"{place.article}{seen[place.article]}"
        text = exercise.text(place.article)
        out[name] = text[place.span.start : place.span.end]
        times = len(occurrences(text, out[name]))
        if times > 1:
            often[name] = times
    return out | ({"occurs": often} if often else {})


def exercises() -> list[Exercise]:
    """The exercises that come with the program."""
    return [open_exercise(path) for path in exercise_paths(resource_folder() / "exercises")]


def files_of(exercise: Exercise) -> dict[str, str]:
    """The gold files of an exercise, by name."""
    files = {f"{exercise.id}-{article.id}.txt": article.text for article in exercise.articles}
    return {f"{exercise.id}.json": json.dumps(gold_of(exercise), ensure_ascii=False, indent=2) + "\n"} | files


def write(into: Path = INTO) -> None:
    into.mkdir(exist_ok=True)
    for old in into.iterdir():
        old.unlink()
    for exercise in exercises():
        for name, text in files_of(exercise).items():
            (into / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
