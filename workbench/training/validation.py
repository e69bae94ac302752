"""What makes an exercise unfit to be set: every fault at once, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.text.values import Bilingual
from workbench.training.fields import clip, unique_ids
from workbench.training.values import KINDS, Exercise, KeyEntry, KeyPlace, Trap

LONGEST_SPAN = 400  # characters: what a trainee can be expected to mark in one piece


def exercise_faults(exercise: Exercise) -> list[Bilingual]:
    """Everything that keeps the exercise from being set; none where it is fit."""
    faults = []
    if not exercise.key:
        faults.append(Bilingual("The key is empty: there is nothing to find.", "المفتاح فارغ: لا شيء يُبحث عنه."))
    if [article.id for article in exercise.articles] not in (["a"], ["a", "b"]):
        faults.append(Bilingual("There must be one or two articles.", "يجب أن يكون مقالا أو مقالين."))
    for article in exercise.articles:
        if not article.text.strip():
            faults.append(Bilingual(f"Article {article.id} is empty.", f"المقال {article.id} فارغ."))
    faults += unique_ids(
        [entry.id for entry in exercise.key],
        lambda id: Bilingual(f"The key has two entries named {id!r}.", f"في المفتاح بندان باسم «{id}»."),
    )
    faults += unique_ids(
        [trap.id for trap in exercise.traps],
        lambda id: Bilingual(f"There are two traps named {id!r}.", f"هناك فخان باسم «{id}»."),
    )
    for entry in exercise.key:
        faults += _entry_faults(entry, exercise)
    for trap in exercise.traps:
        faults += _place_faults(trap.id, trap.places, exercise)
    faults += _overlaps(exercise)
    faults += _traps_on_faults(exercise)
    return faults


def _entry_faults(entry: KeyEntry, exercise: Exercise) -> Iterator[Bilingual]:
    id = entry.id
    known = KINDS.get(entry.family)
    if known is None:
        yield Bilingual(f"{id}: there is no family {entry.family!r}.", f"{id}: لا توجد فئة «{entry.family}».")
    elif not entry.kinds:
        yield Bilingual(f"{id}: no kind is chosen.", f"{id}: لم يُختر نوع.")
    else:
        for kind in entry.kinds:
            if kind not in known:
                yield Bilingual(
                    f"{id}: {clip(kind)!r} is no kind of {entry.family}.",
                    f"{id}: «{clip(kind)}» ليس نوعا من {entry.family}.",
                )
    if entry.family == "contradiction" and len(entry.places) < 2:
        yield Bilingual(f"{id}: a contradiction needs two passages.", f"{id}: التناقض يحتاج إلى موضعين.")
    if not entry.teaches.ar.strip("؟? "):
        yield Bilingual(f"{id}: nothing explains it.", f"{id}: لا شرح له.")
    if not entry.source.ar.strip("؟? "):
        yield Bilingual(f"{id}: no source settles it.", f"{id}: لا مصدر يحسمه.")
    yield from _place_faults(id, entry.places, exercise)


def _place_faults(id: str, places: tuple[KeyPlace, ...], exercise: Exercise) -> Iterator[Bilingual]:
    texts = {article.id: article.text for article in exercise.articles}
    if not places:
        yield Bilingual(f"{id}: it names no words.", f"{id}: لا يذكر أي كلمات.")
    for place in places:
        text = texts.get(place.article)
        if text is None:
            yield Bilingual(f"{id}: there is no article {place.article!r}.", f"{id}: لا يوجد مقال «{place.article}».")
            continue
        for span in place.spans():
            if not 0 <= span.start < span.end <= len(text) or not text[span.start : span.end].strip():
                yield Bilingual(f"{id}: a passage holds no words.", f"{id}: موضع لا كلمات فيه.")
            elif span.end - span.start > LONGEST_SPAN:
                yield Bilingual(
                    f"{id}: a passage is longer than {LONGEST_SPAN} characters.",
                    f"{id}: موضع أطول من {LONGEST_SPAN} حرف.",
                )
    for n, place in enumerate(places):
        for other in places[n + 1 :]:
            if _meet(place, other):
                yield Bilingual(f"{id}: two of its passages overlap.", f"{id}: موضعان منه متداخلان.")


def _meet(one: KeyPlace, other: KeyPlace) -> bool:
    return one.article == other.article and any(a.overlaps(b) for a in one.spans() for b in other.spans())


def _overlaps(exercise: Exercise) -> Iterator[Bilingual]:
    """Entries that share words: which of them a mark there means could not be told."""
    for n, entry in enumerate(exercise.key):
        for other in exercise.key[n + 1 :]:
            if any(_meet(one, two) for one in entry.places for two in other.places):
                yield Bilingual(
                    f"{entry.id} and {other.id}: their passages overlap.", f"{entry.id} و{other.id}: مواضعهما متداخلة."
                )


def _traps_on_faults(exercise: Exercise) -> Iterator[Bilingual]:
    for trap in exercise.traps:
        for entry in exercise.key:
            if trap.family == entry.family and _same_ground(trap, entry):
                yield Bilingual(
                    f"{trap.id}: a trap on the very words of {entry.id}.", f"{trap.id}: فخ على كلمات {entry.id} نفسها."
                )


def _same_ground(trap: Trap, entry: KeyEntry) -> bool:
    return len(trap.places) == len(entry.places) and all(
        any(_meet(place, other) for other in entry.places) for place in trap.places
    )

