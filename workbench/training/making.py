"""Making an exercise: entries and traps from selections and from the engine's findings, seeds planted in a text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from workbench.checks.values import Family, Finding
from workbench.source_words import SourceWords
from workbench.text.values import Bilingual, Span
from workbench.training.values import Exercise, ExerciseArticle, KeyEntry, KeyPlace, Trap

EMPTY = Bilingual("", "")


def new_exercise(texts: Iterable[tuple[str, dt.date | None]], id: str = "exercise") -> Exercise:
    """An exercise with an empty key over one or two texts."""
    articles = tuple(
        ExerciseArticle(letter, text, date) for letter, (text, date) in zip("ab", texts, strict=False)
    )  # fmt: skip
    return Exercise(id, 1, EMPTY, "easy", "other", articles, ())


def free_id(exercise: Exercise, stem: str) -> str:
    """A name that no entry or trap has: ``date``, ``date-2`` …"""
    taken = {entry.id for entry in exercise.key} | {trap.id for trap in exercise.traps}
    if stem not in taken:
        return stem
    n = 2
    while f"{stem}-{n}" in taken:
        n += 1
    return f"{stem}-{n}"


def with_entry(exercise: Exercise, entry: KeyEntry) -> Exercise:
    """The exercise with the entry of that name changed, or with a new one."""
    if any(one.id == entry.id for one in exercise.key):
        return replace(exercise, key=tuple(entry if one.id == entry.id else one for one in exercise.key))
    return replace(exercise, key=(*exercise.key, entry))


def with_trap(exercise: Exercise, trap: Trap) -> Exercise:
    """The exercise with the trap of that name changed, or with a new one."""
    if any(one.id == trap.id for one in exercise.traps):
        return replace(exercise, traps=tuple(trap if one.id == trap.id else one for one in exercise.traps))
    return replace(exercise, traps=(*exercise.traps, trap))


def without(exercise: Exercise, id: str) -> Exercise:
    """The exercise without the entry or trap of that name."""
    return replace(
        exercise,
        key=tuple(entry for entry in exercise.key if entry.id != id),
        traps=tuple(trap for trap in exercise.traps if trap.id != id),
    )


def entry_as_trap(exercise: Exercise, id: str) -> Exercise:
    """An entry of the key made a trap: it looks like a fault and is none."""
    entry = exercise.entry(id)
    trap = Trap(entry.id, entry.places, "other", entry.family, entry.teaches)
    return with_trap(without(exercise, id), trap)


def new_entry(exercise: Exercise, places: tuple[KeyPlace, ...], family: Family, kind: str) -> KeyEntry:
    """An entry without explanations yet."""
    return KeyEntry(free_id(exercise, kind), places, family, (kind,), EMPTY, EMPTY)


def entries_of(exercise: Exercise, findings: Iterable[Finding], sources: SourceWords) -> tuple[KeyEntry, ...]:
    """The engine's findings as entries, explained in its words, their ``sources`` said for people; those whose words an
    entry has already are left out."""
    taken = [place for entry in exercise.key for place in entry.places]
    found: list[KeyEntry] = []
    for finding in findings:
        places = tuple(KeyPlace(place.article, Span(place.start, place.end)) for place in finding.places[:4])
        if not places or any(
            place.article == other.article and place.span.overlaps(other.span) for place in places for other in taken
        ):
            continue
        told = [step.source for step in finding.evidence if step.source]
        settled = sources.both(told[0]) if told else EMPTY
        grown = replace(exercise, key=(*exercise.key, *found))
        id = free_id(grown, finding.kind)
        found.append(KeyEntry(id, places, finding.family, (finding.kind,), finding.message, settled))
        taken += places
    return tuple(found)


class ChangeError(ValueError):
    """A change of a text that would touch words of the key; ``why`` says which."""

    def __init__(self, id: str) -> None:
        self.why = Bilingual(f"The change touches the words of {id}.", f"يمس التغيير كلمات {id}.")
        super().__init__(self.why.en)


def changed_text(exercise: Exercise, article: str, span: Span, words: str) -> Exercise:
    """The exercise with other words in a text; every passage behind them moves along. Raises ChangeError where a
    passage of the key, a trap or a gloss lies on them."""
    by = len(words) - (span.end - span.start)

    def moved(one: Span, id: str) -> Span:
        # An insertion has no length and touches only what it would tear apart.
        touched = one.start < span.start < one.end if span.start == span.end else one.overlaps(span)
        if touched:
            raise ChangeError(id)
        return one.shifted(by) if one.start >= span.end else one

    def places(ones: tuple[KeyPlace, ...], id: str) -> tuple[KeyPlace, ...]:
        return tuple(
            KeyPlace(one.article, moved(one.span, id), tuple(moved(other, id) for other in one.others))
            if one.article == article
            else one
            for one in ones
        )

    text = exercise.text(article)
    return replace(
        exercise,
        articles=tuple(
            replace(one, text=text[: span.start] + words + text[span.end :]) if one.id == article else one
            for one in exercise.articles
        ),
        key=tuple(replace(entry, places=places(entry.places, entry.id)) for entry in exercise.key),
        traps=tuple(replace(trap, places=places(trap.places, trap.id)) for trap in exercise.traps),
        glosses=tuple(
            replace(gloss, span=moved(gloss.span, gloss.meaning)) if gloss.article == article else gloss
            for gloss in exercise.glosses
        ),
    )
