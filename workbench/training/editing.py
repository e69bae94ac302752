"""What a trainer's editor does to an exercise, as plain functions beside those of ``making``."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from workbench.text.values import Bilingual, Span
from workbench.training.making import with_entry, with_trap
from workbench.training.values import KINDS, Exercise, KeyEntry, KeyPlace, MarkPlace, Trap, TrapSort
from workbench.wording import Code

MOST_PLACES = 4


def said(old: Bilingual, words: str, code: Code) -> Bilingual:
    """Words written in one language. What both languages said alike, or nobody said, is said in both."""
    words = words.strip()
    if old.ar == old.en:
        return Bilingual(words, words)
    return Bilingual(old.en, words) if code == "ar" else Bilingual(words, old.ar)


def items_of(exercise: Exercise) -> list[KeyEntry | Trap]:
    """Every entry, then every trap."""
    return [*exercise.key, *exercise.traps]


def item_of(exercise: Exercise, id: str) -> KeyEntry | Trap:
    """The entry or trap of that name; KeyError where there is none."""
    for item in items_of(exercise):
        if item.id == id:
            return item
    raise KeyError(id)


def with_item(exercise: Exercise, item: KeyEntry | Trap) -> Exercise:
    return with_entry(exercise, item) if isinstance(item, KeyEntry) else with_trap(exercise, item)


def with_passage(exercise: Exercise, id: str, place: MarkPlace) -> Exercise:
    """The entry or trap with one more passage; as it was where it has these words already, or enough."""
    item = item_of(exercise, id)
    span = Span(place.start, place.end)
    meets = any(one.article == place.article and one.span.overlaps(span) for one in item.places)
    if meets or len(item.places) >= MOST_PLACES:
        return exercise
    places = sorted((*item.places, KeyPlace(place.article, span)), key=lambda one: (one.article, one.span))
    return with_item(exercise, replace(item, places=tuple(places)))


def with_wording(exercise: Exercise, id: str, place: MarkPlace) -> Exercise:
    """The entry or trap with another passage that says the same as its passage in that article; as it was where it has
    none there, or has these words."""
    item = item_of(exercise, id)
    span = Span(place.start, place.end)
    own = next((one for one in item.places if one.article == place.article), None)
    if own is None or any(span.overlaps(other) for one in item.places if one.article == place.article
                          for other in one.spans()):  # fmt: skip
        return exercise
    wider = replace(own, others=(*own.others, span))
    return with_item(exercise, replace(item, places=tuple(wider if one is own else one for one in item.places)))


def with_date(exercise: Exercise, article: str, words: str) -> Exercise:
    """The article with another day, written YYYY-MM-DD; with none for empty words. Raises ValueError for others."""
    day = dt.date.fromisoformat(words.strip()) if words.strip() else None
    return replace(
        exercise,
        articles=tuple(replace(one, date=day) if one.id == article else one for one in exercise.articles),
    )


def with_family(exercise: Exercise, id: str, family: str) -> Exercise:
    """The entry or trap in another family; an entry takes its first kind where its own is none of it."""
    known = next((name for name in KINDS if name == family), None)
    if known is None:
        return exercise
    item = item_of(exercise, id)
    if isinstance(item, Trap):
        return with_trap(exercise, replace(item, family=known))
    kinds = tuple(kind for kind in item.kinds if kind in KINDS[known])
    return with_entry(exercise, replace(item, family=known, kinds=kinds or KINDS[known][:1]))


def with_kind(exercise: Exercise, id: str, kind: str) -> Exercise:
    """The entry with another best kind; the others that are right too stay so."""
    item = item_of(exercise, id)
    if isinstance(item, Trap) or kind not in KINDS[item.family]:
        return exercise
    rest = tuple(one for one in item.kinds[1:] if one != kind)
    return with_entry(exercise, replace(item, kinds=(kind, *rest)))


def with_other_kind(exercise: Exercise, id: str, kind: str) -> Exercise:
    """The entry with one more kind that is right too, or without it where it had it; the best kind stays."""
    item = item_of(exercise, id)
    if isinstance(item, Trap) or kind not in KINDS[item.family] or kind == item.kind:
        return exercise
    kinds = tuple(one for one in item.kinds if one != kind) if kind in item.kinds else (*item.kinds, kind)
    return with_entry(exercise, replace(item, kinds=kinds))


def with_sort(exercise: Exercise, id: str, sort: TrapSort) -> Exercise:
    item = item_of(exercise, id)
    return exercise if isinstance(item, KeyEntry) else with_trap(exercise, replace(item, sort=sort))


def explained(exercise: Exercise, id: str, field: str, words: str, code: Code) -> Exercise:
    """The entry or trap with another explanation: ``teaches`` (a trap's reason), ``source``, or ``hints``, one a
    line."""
    item = item_of(exercise, id)
    if isinstance(item, Trap):
        return with_trap(exercise, replace(item, why=said(item.why, words, code))) if field == "teaches" else exercise
    if field == "hints":
        lines = [line.strip() for line in words.splitlines() if line.strip()]
        olds = (*item.hints, *(Bilingual("", "") for _ in lines))
        hints = tuple(said(old, line, code) for old, line in zip(olds, lines, strict=False))
        return with_entry(exercise, replace(item, hints=hints))
    if field == "source":
        return with_entry(exercise, replace(item, source=said(item.source, words, code)))
    return with_entry(exercise, replace(item, teaches=said(item.teaches, words, code)))
