"""What ``workbench train`` does on the command line: scores papers and classes, prints sheets, keys and reports."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.report.words import Speaker
from workbench.report.writing import report_path, write_whole
from workbench.resources import resource_folder, user_folder
from workbench.text.values import Bilingual
from workbench.training.classes import ClassReport, make_class_report
from workbench.training.debrief import Debrief, make_debrief
from workbench.training.faults import ExerciseError, PaperError
from workbench.training.files import exercise_paths, open_exercise
from workbench.training.pages import class_page, debrief_page, key_page, sheet_page
from workbench.training.papers import open_paper
from workbench.training.tables import class_xlsx, grades_csv
from workbench.training.values import Exercise
from workbench.training.words import clock_words, points_words, share_words, training_speaker
from workbench.wording import Code

SCHEMA = "workbench.train/1"
FORMATS = ("table", "json", "html", "xlsx", "csv")
BINARY = ("xlsx", "csv")


class TrainingError(ValueError):
    """A call that cannot be answered; ``why`` is one sentence."""

    def __init__(self, why: Bilingual) -> None:
        self.why = why
        super().__init__(why.en)


@dataclass(frozen=True, slots=True)
class Scored:
    """What a file or a folder of answers gave: debriefs by exercise, in the order of the exercises' ids, and for each
    unusable file its name and why."""

    groups: tuple[tuple[Exercise, tuple[tuple[str, Debrief], ...]], ...]
    refused: tuple[tuple[str, Bilingual], ...]


def own_exercises_folder() -> Path:
    """The folder of exercises that a person made or was given."""
    return user_folder() / "exercises"


def known_exercises() -> tuple[Path, ...]:
    """The exercises that come with the program, then the person's own."""
    return exercise_paths(resource_folder() / "exercises", own_exercises_folder())


def find_exercise(name: str) -> Exercise:
    """An exercise by its path, or by the id of a known one. Raises TrainingError."""
    path = Path(name)
    if not path.exists():
        path = next((one for one in known_exercises() if one.stem == name), path)
    try:
        return open_exercise(path)
    except ExerciseError as error:
        raise TrainingError(_in_file(name, error.why)) from None


def _in_file(name: str, why: Bilingual) -> Bilingual:
    return Bilingual(f"{name}: {why.en}", f"{name}: {why.ar}")


def score_answers(path: Path, key: str | None) -> Scored:
    """Score one answer file, or every ``.json`` file of a folder. Without a key each paper is held against the known
    exercise of its id. Raises TrainingError where there is nothing to score."""
    given = find_exercise(key) if key is not None else None
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.suffix == ".json" and file.is_file())
        if not files:
            raise TrainingError(_in_file(str(path), Bilingual("there are no answer files in it.", "ليس فيه إجابات.")))
    else:
        files = [path]
    known = {} if given is not None else _by_id()
    groups: dict[str, tuple[Exercise, list[tuple[str, Debrief]]]] = {}
    refused = []
    for file in files:
        try:
            paper = open_paper(file)
            exercise = given or known.get(paper.exercise)
            if exercise is None:
                raise PaperError(
                    f"The exercise {paper.exercise!r} is not known here; name it with --key.",
                    f"التمرين «{paper.exercise}» غير معروف هنا؛ حدده بالخيار --key.",
                )
            debrief = make_debrief(exercise, paper)
        except PaperError as error:
            refused.append((file.name, error.why))
        else:
            groups.setdefault(exercise.id, (exercise, []))[1].append((file.name, debrief))
    return Scored(tuple((one, tuple(rows)) for _, (one, rows) in sorted(groups.items())), tuple(refused))


def _by_id() -> dict[str, Exercise]:
    found: dict[str, Exercise] = {}
    for path in known_exercises():
        try:
            exercise = open_exercise(path)
        except ExerciseError:
            continue  # a damaged file of the person's own is no reason not to score the rest
        found.setdefault(exercise.id, exercise)
    return found


def answer(scored: Scored, form: str, lang: Code) -> str | bytes:
    """The scores in one of ``FORMATS``: bytes for ``BINARY`` ones. A page, a workbook or grades are of one exercise:
    raises TrainingError where there are several, or none."""
    folder = resource_folder()
    speaker = training_speaker(folder, lang)
    if form == "json":
        return json.dumps(scored_json(scored), ensure_ascii=False, indent=1)
    if form == "table":
        return "\n".join(table_lines(scored, speaker))
    if len(scored.groups) != 1:
        raise TrainingError(Bilingual(
            f"The answers are of {len(scored.groups)} exercises, a report is of one; choose it with --key.",
            f"الإجابات عن {len(scored.groups)} من التمارين والتقرير عن واحد؛ حدده بالخيار --key.",
        ))  # fmt: skip
    exercise, rows = scored.groups[0]
    if form == "html" and len(rows) == 1:
        return debrief_page(rows[0][1], folder, speaker)
    report = class_report(exercise, (debrief for _, debrief in rows))
    if form == "html":
        return class_page(report, folder, speaker)
    return class_xlsx(report, speaker) if form == "xlsx" else grades_csv(report, speaker)


def class_report(exercise: Exercise, debriefs: Iterable[Debrief]) -> ClassReport:
    """The class report; second tries are left out. Raises TrainingError where nothing else is there."""
    first = [debrief for debrief in debriefs if not debrief.paper.only]
    if not first:
        raise TrainingError(Bilingual(
            "There are only second tries, which make no class report.", "ليس هناك غير محاولات ثانية، ولا تقرير صف منها."
        ))  # fmt: skip
    return make_class_report(exercise, first)


def paper_page(name: str, which: str, lang: Code) -> str:
    """An exercise on paper: ``which`` is ``sheet`` or ``key``. Raises TrainingError."""
    folder = resource_folder()
    page = sheet_page if which == "sheet" else key_page
    return page(find_exercise(name), folder, training_speaker(folder, lang))


@dataclass(frozen=True, slots=True)
class Done:
    """What a call has to say: ``text`` for standard output, empty where it went to a file, and a line for each file
    that could not be used."""

    text: str
    refused: tuple[str, ...] = ()


def run_train(
    exercise: str | None, score: str | None, key: str | None, paper: str | None, form: str, output: str | None,
    lang: Code,
) -> Done:  # fmt: skip
    """Answer ``workbench train --score`` and ``--print``. Raises TrainingError, or ReportError where ``output`` cannot
    be written."""
    target = report_path(output) if output is not None else None
    if score is not None:
        if exercise or paper:
            why = Bilingual("--score takes no EXERCISE; name it with --key.", "حدد التمرين بالخيار --key.")
            raise TrainingError(why)
        if form in BINARY and target is None:
            why = Bilingual(f"{form} needs a file: --output FILE.", f"صيغة {form} تحتاج إلى ملف: --output.")
            raise TrainingError(why)
        scored = score_answers(Path(score), key)
        refused = tuple(f"{file}: {why.en}" for file, why in scored.refused)
        made: str | bytes = answer(scored, form, lang) if scored.groups or form == "json" else ""
    elif exercise is None or paper is None:
        raise TrainingError(Bilingual("--print needs an EXERCISE.", "يلزم تحديد تمرين للطباعة."))
    else:
        made, refused = paper_page(exercise, paper, lang), ()
    if target is None:
        return Done(made if isinstance(made, str) else made.decode("utf-8"), refused)
    if made:
        write_whole(target, made if isinstance(made, bytes) else made.encode("utf-8", "replace") + b"\n")
    return Done("", refused)


# JSON


def scored_json(scored: Scored) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "exercises": [
            {
                "id": exercise.id, "version": exercise.version,
                "title": {"en": exercise.title.en, "ar": exercise.title.ar},
                "papers": [{"file": file, **debrief_json(debrief)} for file, debrief in rows],
                "class": _class_json(exercise, [debrief for _, debrief in rows]),
            }
            for exercise, rows in scored.groups
        ],
        "refused": [{"file": file, "error": {"en": why.en, "ar": why.ar}} for file, why in scored.refused],
    }  # fmt: skip


def debrief_json(debrief: Debrief) -> dict[str, Any]:
    """One paper's score; shares from 0 to 1, null where there is none."""
    score, paper = debrief.score, debrief.paper
    return {
        "name": paper.name, "total": score.total, "possible": score.possible, "earned": score.earned,
        "hint_cost": score.hint_cost, "alarm_cost": score.alarm_cost, "recall": round(score.recall, 4),
        "precision": _rounded(score.precision), "agreement": _rounded(score.agreement), "seconds": paper.seconds,
        "second_try": bool(paper.only),
        "families": [
            {"family": one.family, "earned": one.earned, "possible": one.possible, "found": one.found,
             "asked": one.asked}
            for one in score.families
        ],
        "entries": [
            {"entry": one.entry, "outcome": one.outcome, "points": one.points, "agreement": one.agreement,
             "linked": one.linked, "marks": list(one.marks)}
            for one in score.entries
        ],
        "false_alarms": [{"mark": one.mark, "trap": one.trap} for one in score.alarms],
    }  # fmt: skip


def _class_json(exercise: Exercise, debriefs: list[Debrief]) -> dict[str, Any] | None:
    first = [debrief for debrief in debriefs if not debrief.paper.only]
    if len(first) < 2:
        return None
    report = make_class_report(exercise, first)
    return {
        "papers": len(report.papers), "mean": report.mean, "median": report.median, "alpha": report.alpha,
        "hardest": [{"entry": item.entry.id, "share": item.share} for item in report.hardest()],
        "traps": [{"trap": row.trap.id, "taken": row.taken} for row in report.traps],
        "false_alarms": [
            {"words": list(one.quotes), "papers": one.papers, "trap": one.trap, "family": one.family}
            for one in report.alarms
        ],
    }  # fmt: skip


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


# Table


def table_lines(scored: Scored, speaker: Speaker) -> Iterable[str]:
    """The scores as lines for a terminal: an exercise, its papers, its class."""
    say = speaker.say
    for exercise, rows in scored.groups:
        yield f"{exercise.id}: {speaker.pick(exercise.title)}"
        heads = [say(f"training.{name}") for name in ("points", "recall", "precision", "agreement", "alarms", "time")]
        yield "  " + " | ".join([f"{say('training.name'):24}", *heads])
        for file, debrief in sorted(rows, key=lambda row: (-row[1].score.total, row[1].paper.name, row[0])):
            score = debrief.score
            cells = [
                f"{points_words(score.total)}/{points_words(score.possible)}", share_words(score.recall),
                share_words(score.precision), share_words(score.agreement), str(len(score.alarms)),
                clock_words(debrief.paper.seconds),
            ]  # fmt: skip
            widths = (max(len(head), 5) for head in heads)
            name = " ".join((debrief.paper.name or file).split())
            yield "  " + " | ".join([f"{name[:24]:24}", *(f"{c:>{w}}" for c, w in zip(cells, widths, strict=True))])
        first = [debrief for _, debrief in rows if not debrief.paper.only]
        if len(first) > 1:
            report = make_class_report(exercise, first)
            alpha = "–" if report.alpha is None else f"{report.alpha:.2f}"
            yield f"  {say('training.mean')}: {share_words(report.mean / 100)}"
            yield f"  {say('training.alpha')}: {alpha}"
