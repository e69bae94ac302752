"""Pages for paper and screen: the blank sheet, the key, one debrief, the report of a class. Self-contained HTML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from workbench.report.visible import visible
from workbench.report.words import Speaker
from workbench.text.values import Bilingual, Span
from workbench.training.classes import ClassReport
from workbench.training.debrief import Debrief
from workbench.training.marked_text import Label, marked_paragraphs
from workbench.training.values import KINDS, Exercise, KeyEntry, KeyPlace, Mark, Trap
from workbench.training.words import clock_words, points_words, share_words
from workbench.wording import day_words, isolated, letter

ANSWER_ROWS = 4  # empty rows of a blank sheet beyond one for each fault: nobody shall count the faults


def sheet_page(exercise: Exercise, folder: Path, speaker: Speaker) -> str:
    """The exercise as a sheet to be answered by hand. ``folder`` is the data folder."""
    rows = max(ANSWER_ROWS + len(exercise.key) // 2 * 2, 8)
    return _fill("training-sheet.html.j2", folder, speaker, exercise, labels=[], rows=rows)


def key_page(exercise: Exercise, folder: Path, speaker: Speaker) -> str:
    """The exercise with its key: numbered passages, explanations, sources, traps, debrief."""
    return _fill("training-key.html.j2", folder, speaker, exercise, labels=_key_labels(exercise))


def debrief_page(debrief: Debrief, folder: Path, speaker: Speaker) -> str:
    """One trainee's debrief, on paper."""
    labels = []
    numbers = {entry.id: n for n, entry in enumerate(debrief.exercise.key, 1)}
    for view in debrief.entries:
        number = str(numbers[view.entry.id])
        labels += [
            (place.article, Label(place.span, view.score.outcome, number)) for place in view.entry.places
        ]  # fmt: skip
    for alarm in debrief.alarms:
        labels += [
            (place.article, Label(Span(place.start, place.end), "alarm", "!")) for place in alarm.mark.places
        ]  # fmt: skip
    return _fill("training-debrief.html.j2", folder, speaker, debrief.exercise, labels=labels, debrief=debrief)


def class_page(report: ClassReport, folder: Path, speaker: Speaker) -> str:
    """The report of a class, made for A4 across."""
    return _fill("training-class.html.j2", folder, speaker, report.exercise, labels=[], report=report)


def _key_labels(exercise: Exercise) -> list[tuple[str, Label]]:
    """(article, label) for every passage of the key and the traps."""
    entries = [
        (place.article, Label(place.span, entry.family, str(n)))
        for n, entry in enumerate(exercise.key, 1)
        for place in entry.places
    ]
    return entries + [
        (place.article, Label(place.span, "trap", trap_sign(n)))
        for n, trap in enumerate(exercise.traps)
        for place in trap.places
    ]


def trap_sign(n: int) -> str:
    """What a trap is called on paper: T1, T2 …; ``n`` counts from 0."""
    return f"T{n + 1}"


def _fill(
    name: str, folder: Path, speaker: Speaker, exercise: Exercise, labels: list[tuple[str, Label]], **values: Any
) -> str:
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(str(folder / "templates")), autoescape=True, undefined=jinja2.StrictUndefined
    )
    code = speaker.code

    def quote(place: KeyPlace) -> str:
        return visible(exercise.text(place.article)[place.span.start : place.span.end])

    def mark_quote(mark: Mark) -> list[tuple[str, str]]:
        return [
            (letter(place.article, code), visible(exercise.text(place.article)[place.start : place.end]))
            for place in mark.places
        ]

    def quotes(item: KeyEntry | Trap) -> list[tuple[str, str]]:
        return [(letter(place.article, code), quote(place)) for place in item.places]

    def kind_words(family: str, kind: str) -> str:
        if not family:
            return speaker.say("training.not-chosen")
        named = speaker.named("family", family)
        return f"{named}: {speaker.named('kind', kind)}" if kind else named

    environment.filters |= {
        "pick": lambda words: visible(speaker.pick(words)) if isinstance(words, Bilingual) else "",
        "visible": visible,
        "points": lambda value: isolated(points_words(value)),
        "share": lambda value: isolated(share_words(value)),
        "clock": lambda value: isolated(clock_words(value)),
    }
    return environment.get_template(name).render(
        say=speaker.say,
        named=speaker.named,
        rtl=code == "ar",
        language=code,
        exercise=exercise,
        families=KINDS,
        paragraphs=lambda article: marked_paragraphs(
            visible_text(exercise.text(article)), [label for where, label in labels if where == article]
        ),
        letter=lambda article: letter(article, code),
        day=lambda day: isolated(day_words(day, code, weekday=True)) if day else "",
        quotes=quotes,
        mark_quotes=mark_quote,
        kind_words=kind_words,
        sign=trap_sign,
        **values,
    )


_SHOWN_AS = str.maketrans(dict.fromkeys((*range(8234, 8239), *range(8294, 8298)), "�"))


def visible_text(text: str) -> str:
    """An article whose offsets must stay: what would reorder the page is replaced, sign for sign."""
    return text.translate(_SHOWN_AS)
