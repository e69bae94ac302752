"""Answer files: a trainee's paper as JSON, written whole or not at all, read with suspicion."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from workbench.report.writing import write_whole
from workbench.text.reading import UnreadableError, read_file_bytes
from workbench.text.values import Bilingual
from workbench.training.faults import PaperError, in_one_line
from workbench.training.fields import Fields, clip, decode_json, unique_ids
from workbench.training.files import digest
from workbench.training.values import KINDS, Exercise, Mark, MarkPlace, Paper

FORMAT = "workbench.answers/1"
LARGEST = 2 * 1024 * 1024
MOST_MARKS = 300
LONGEST_NAME = 120
_TOP = ("format", "exercise", "name", "marks", "hints", "seconds", "handed_in", "only")


def blank_paper(exercise: Exercise, name: str = "", only: tuple[str, ...] = ()) -> Paper:
    """A paper with nothing on it yet."""
    return Paper(exercise.id, exercise.version, digest(exercise), name, only=only)


def paper_json(paper: Paper, exercise: Exercise) -> dict[str, Any]:
    """The paper as JSON; the marked words stand beside their offsets, for people."""
    return {
        "format": FORMAT,
        "exercise": {"id": paper.exercise, "version": paper.version, "texts": paper.digest},
        "name": paper.name,
        "marks": [
            {
                "id": mark.id,
                "places": [
                    {
                        "article": place.article, "start": place.start, "end": place.end,
                        "words": exercise.text(place.article)[place.start : place.end],
                    }
                    for place in mark.places
                ],
                "family": mark.family, "kind": mark.kind, "why": mark.why, "verify": mark.verify,
            }
            for mark in paper.marks
        ],
        "hints": [list(hint) for hint in paper.hints],
        "seconds": paper.seconds,
        "handed_in": paper.handed_in.isoformat() if paper.handed_in else None,
        "only": list(paper.only),
    }  # fmt: skip


def save_paper(paper: Paper, exercise: Exercise, path: Path) -> None:
    """Write an answer file, whole or not at all. Raises ReportError."""
    text = json.dumps(paper_json(paper, exercise), ensure_ascii=False, indent=1)
    write_whole(path, text.encode("utf-8", "replace") + b"\n")


def open_paper(path: Path) -> Paper:
    """The paper in an answer file. Raises PaperError."""
    try:
        data = read_file_bytes(path, LARGEST)
    except UnreadableError as error:
        raise PaperError(error.why.en, error.why.ar) from None
    return read_paper(data)


def read_paper(data: bytes) -> Paper:
    """The paper in the bytes of an answer file; whether it fits an exercise, ``check_fits`` says. Raises PaperError
    with every fault."""
    value, broken = decode_json(data)
    if broken is not None:
        raise PaperError(broken.en, broken.ar)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise PaperError("It is no answer file.", "ليس ملف إجابات.")
    faults: list[Bilingual] = []
    top = Fields(value, "", faults, _TOP)
    exercise = Fields(value.get("exercise"), "exercise", faults, ("id", "version", "texts"))
    # Kept words are only for people: the offsets and the digest of the texts say what was marked.
    paper = Paper(
        exercise.words("id", None, 60),
        exercise.whole("version", None, 1, 100_000),
        exercise.words("texts", None, 60),
        top.words("name", "", LONGEST_NAME).strip(),
        tuple(_mark(row) for row in top.each("marks", ("id", "places", "family", "kind", "why", "verify"), MOST_MARKS)),
        tuple(_hints(top)),
        top.whole("seconds", 0, 0, 10_000_000),
        top.day("handed_in"),
        tuple(str(id) for id in top.rows("only") if isinstance(id, str)),
    )
    faults += unique_ids(
        [mark.id for mark in paper.marks],
        lambda id: Bilingual(f"Two marks are named {clip(id)!r}.", f"علامتان باسم «{clip(id)}»."),
    )
    if faults:
        why = in_one_line(faults)
        raise PaperError(why.en, why.ar)
    return paper


def _mark(row: Fields) -> Mark:
    places = []
    for place in row.each("places", ("article", "start", "end", "words"), 6):
        start, end = place.whole("start", None, 0, 100_000_000), place.whole("end", None, 0, 100_000_000)
        if end <= start:
            place.fault("end", "must lie behind start", "يجب أن يلي البداية")
        places.append(MarkPlace(place.words("article", None, 4), start, end))
    if not places:
        row.fault("places", "names no words", "لا يذكر أي كلمات")
    family = row.choice("family", ("", *KINDS)) if "family" in row.values else ""
    kinds = next((kinds for name, kinds in KINDS.items() if name == family), ())
    kind = row.choice("kind", ("", *kinds)) if "kind" in row.values else ""
    return Mark(row.words("id", None, 60), tuple(places), family, kind, row.words("why"), row.words("verify"))


def _hints(top: Fields) -> list[tuple[str, int]]:
    found = []
    for row in top.rows("hints", 2000):
        good = isinstance(row, list) and len(row) == 2 and isinstance(row[0], str)
        if good and isinstance(row[1], int) and not isinstance(row[1], bool) and 1 <= row[1] <= 100:
            if (row[0], row[1]) not in found:
                found.append((row[0], row[1]))
        else:
            top.fault("hints", "must be pairs of an entry and a step", "يجب أن تكون أزواجا من بند وخطوة")
            break
    return found


def check_fits(paper: Paper, exercise: Exercise) -> None:
    """Raise PaperError where the paper was written for another exercise, another version or other texts, or marks
    words that are not there."""
    if paper.exercise != exercise.id:
        raise PaperError(
            f"It answers the exercise {clip(paper.exercise)!r}, not {exercise.id!r}.",
            f"هي إجابة عن التمرين «{clip(paper.exercise)}» لا «{exercise.id}».",
        )
    if paper.version != exercise.version:
        raise PaperError(
            f"It answers version {paper.version} of the exercise; this is version {exercise.version}.",
            f"هي إجابة عن النسخة {paper.version} من التمرين، وهذه النسخة {exercise.version}.",
        )
    if paper.digest != digest(exercise):
        raise PaperError(
            "The texts of the exercise have changed since it was answered.", "تغيّرت نصوص التمرين بعد الإجابة عنه."
        )
    lengths = {article.id: len(article.text) for article in exercise.articles}
    if any(place.end > lengths.get(place.article, -1) for mark in paper.marks for place in mark.places):
        raise PaperError("It marks words that the exercise does not have.", "فيها علامات على كلمات ليست في التمرين.")
    steps = {(entry.id, step) for entry in exercise.key for step in range(1, len(entry.hints) + 1)}
    if set(paper.hints) - steps or set(paper.only) - {entry.id for entry in exercise.key}:
        raise PaperError("It names entries that the key does not have.", "تذكر بنودا ليست في المفتاح.")
