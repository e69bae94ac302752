"""The manifest of an exercise: JSON to ``Exercise`` and back; passages are named by their words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast

from workbench.checks.values import Family
from workbench.text.values import Bilingual, Span
from workbench.training.faults import ExerciseError
from workbench.training.fields import Fields, clip, decode_json
from workbench.training.validation import exercise_faults
from workbench.training.values import (
    FIELDS,
    KINDS,
    LEVELS,
    TRAP_SORTS,
    Exercise,
    ExerciseArticle,
    Gloss,
    KeyEntry,
    KeyPlace,
    Level,
    Trap,
    TrapSort,
)

FORMAT = "workbench.exercise/1"
FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}\.txt")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")
_TOP = ("format", "id", "version", "title", "level", "field", "goals", "minutes", "hint_cost", "alarm_cost",
        "articles", "key", "traps", "glosses", "debrief")  # fmt: skip
_PLACE = ("article", "words", "prefix", "suffix", "others")
_ENTRY = ("id", "places", "family", "kinds", "teaches", "source", "points", "hints")
_TRAP = ("id", "places", "family", "sort", "why")


def article_files(data: bytes) -> dict[str, str]:
    """Which file each article of a manifest stands in, by article; none for a manifest that makes no sense, which
    ``read_manifest`` then says."""
    value, _ = decode_json(data)
    rows = value.get("articles") if isinstance(value, dict) else None
    return {
        row["id"]: row["file"]
        for row in (rows if isinstance(rows, list) else [])[:2]
        if isinstance(row, dict) and isinstance(row.get("id"), str) and isinstance(row.get("file"), str)
        and FILE_NAME.fullmatch(row["file"])
    }  # fmt: skip


def read_manifest(data: bytes, texts: Mapping[str, str]) -> Exercise:
    """The exercise that a manifest describes over texts by file name. Raises ExerciseError with every fault."""
    value, broken = decode_json(data)
    if broken is not None:
        raise ExerciseError([broken])
    faults: list[Bilingual] = []
    if isinstance(value, dict) and value.get("format") != FORMAT:
        shown = clip(str(value.get("format")))
        raise ExerciseError([
            Bilingual(f"Its format is {shown!r}, not {FORMAT!r}.", f"صيغته «{shown}» وليست «{FORMAT}».")
        ])  # fmt: skip
    top = Fields(value, "", faults, _TOP)
    articles = _articles(top, texts)
    known = {article.id: article.text for article in articles}
    minutes = top.whole("minutes", None, 1, 240) if "minutes" in top.values else None
    exercise = Exercise(
        id=_id(top),
        version=top.whole("version", None, 1, 100_000),
        title=top.both("title") or _NOTHING,
        level=cast(Level, top.choice("level", LEVELS)),
        field=top.choice("field", FIELDS),
        articles=articles,
        key=tuple(_entry(row, known) for row in top.each("key", _ENTRY)),
        traps=tuple(_trap(row, known) for row in top.each("traps", _TRAP)),
        goals=top.all_both("goals"),
        debrief=top.both("debrief", wanted=False),
        glosses=tuple(
            gloss for row in top.each("glosses", (*_PLACE, "meaning")) if (gloss := _gloss(row, known)) is not None
        ),
        minutes=minutes,
        hint_cost=top.figure("hint_cost", 0.5, 0, 100),
        alarm_cost=top.figure("alarm_cost", 0.0, 0, 100),
    )
    if not faults:
        faults += exercise_faults(exercise)
    if faults:
        raise ExerciseError(faults)
    return exercise


_NOTHING = Bilingual("?", "؟")


def _id(fields: Fields) -> str:
    id = fields.words("id", None)
    if id and not _ID.fullmatch(id):
        shown = clip(id)
        fields.fault(
            "id", f"{shown!r} must be small letters a to z, digits and hyphens",
            f"«{shown}» يجب أن يتألف من حروف لاتينية صغيرة وأرقام وشرطات",
        )  # fmt: skip
    return id


def _articles(top: Fields, texts: Mapping[str, str]) -> tuple[ExerciseArticle, ...]:
    rows = top.each("articles", ("id", "file", "date"))
    if not 1 <= len(rows) <= 2:
        top.fault("articles", "there must be one or two", "يجب أن يكون مقالا أو مقالين")
        return ()
    found = []
    for row, id in zip(rows, "ab", strict=False):
        if row.words("id", None) != id:
            row.fault("id", f"must be {id!r}", f"يجب أن يكون «{id}»")
        file = row.words("file", None)
        if file and not FILE_NAME.fullmatch(file):
            row.fault(
                "file", f"{clip(file)!r} must be the name of a .txt file beside the manifest",
                f"«{clip(file)}» يجب أن يكون اسم ملف txt بجوار البيان",
            )  # fmt: skip
        elif file and file not in texts:
            row.fault("file", f"there is no {clip(file)!r}", f"لا يوجد ملف «{clip(file)}»")
        found.append(ExerciseArticle(id, texts.get(file, ""), row.day("date")))
    return tuple(found)


def _places(row: Fields, texts: Mapping[str, str]) -> tuple[KeyPlace, ...]:
    rows = row.each("places", _PLACE, most=4)
    if not rows:
        row.fault("places", "names no words", "لا يذكر أي كلمات")
    return tuple(place for one in rows if (place := _place(one, texts)) is not None)


def _place(row: Fields, texts: Mapping[str, str]) -> KeyPlace | None:
    article = row.words("article", None)
    if article not in texts:
        if article:
            row.fault("article", f"there is no article {clip(article)!r}", f"لا يوجد مقال «{clip(article)}»")
        return None
    span = _find(row, texts[article])
    others = tuple(
        found
        for other in row.each("others", ("words", "prefix", "suffix"), most=10)
        if (found := _find(other, texts[article])) is not None
    )
    return KeyPlace(article, span, others) if span is not None else None


def _find(row: Fields, text: str) -> Span | None:
    """Where the words stand; ``prefix`` and ``suffix`` are the words around them where they stand more than once."""
    words, prefix, suffix = row.words("words", None), row.words("prefix"), row.words("suffix")
    if not words:
        return None
    whole = prefix + words + suffix
    places = occurrences(text, whole)
    if len(places) != 1:
        shown = clip(words)
        if places:
            en, ar = f"«{shown}» stands {len(places)} times in the text", f"«{shown}» ترد {len(places)} مرات في النص"
        else:
            en, ar = f"«{shown}» does not stand in the text", f"«{shown}» لا ترد في النص"
        row.fault("words", en, ar)
        return None
    start = places[0] + len(prefix)
    return Span(start, start + len(words))


def occurrences(text: str, words: str) -> list[int]:
    """Where the words start in the text, overlapping ones too."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _entry(row: Fields, texts: Mapping[str, str]) -> KeyEntry:
    family = cast(Family, row.choice("family", tuple(KINDS)))
    kinds = row.rows("kinds", 13)
    if not kinds:
        row.fault("kinds", "names no kind", "لا يذكر نوعا")
    for kind in kinds:
        if kind not in KINDS[family]:
            shown = clip(str(kind))
            row.fault("kinds", f"{shown!r} is no kind of {family}", f"«{shown}» ليس نوعا من {family}")
    return KeyEntry(
        _id(row), _places(row, texts), family, tuple(str(kind) for kind in kinds), row.both("teaches") or _NOTHING,
        row.both("source") or _NOTHING, row.figure("points", 1.0, 0.25, 20), row.all_both("hints"),
    )  # fmt: skip


def _trap(row: Fields, texts: Mapping[str, str]) -> Trap:
    return Trap(
        _id(row), _places(row, texts), cast(TrapSort, row.choice("sort", TRAP_SORTS)),
        cast(Family, row.choice("family", tuple(KINDS))), row.both("why") or _NOTHING,
    )  # fmt: skip


def _gloss(row: Fields, texts: Mapping[str, str]) -> Gloss | None:
    place = _place(row, texts)
    meaning = row.words("meaning", None)
    return Gloss(place.article, place.span, meaning) if place is not None else None


# Writing


def manifest_of(exercise: Exercise) -> dict[str, Any]:
    """The manifest of an exercise whose articles stand in ``a.txt`` and ``b.txt``."""
    texts = {article.id: article.text for article in exercise.articles}
    out: dict[str, Any] = {
        "format": FORMAT, "id": exercise.id, "version": exercise.version, "title": _both_json(exercise.title),
        "level": exercise.level, "field": exercise.field, "goals": [_both_json(goal) for goal in exercise.goals],
    }  # fmt: skip
    if exercise.minutes is not None:
        out["minutes"] = exercise.minutes
    out |= {"hint_cost": exercise.hint_cost, "alarm_cost": exercise.alarm_cost}
    out["articles"] = [
        {"id": article.id, "file": f"{article.id}.txt"} | ({"date": article.date.isoformat()} if article.date else {})
        for article in exercise.articles
    ]
    out["key"] = [
        {
            "id": entry.id, "family": entry.family, "kinds": list(entry.kinds),
            "places": [_place_json(place, texts[place.article]) for place in entry.places],
            "teaches": _both_json(entry.teaches), "source": _both_json(entry.source), "points": entry.points,
            "hints": [_both_json(hint) for hint in entry.hints],
        }
        for entry in exercise.key
    ]  # fmt: skip
    out["traps"] = [
        {
            "id": trap.id, "sort": trap.sort, "family": trap.family,
            "places": [_place_json(place, texts[place.article]) for place in trap.places],
            "why": _both_json(trap.why),
        }
        for trap in exercise.traps
    ]  # fmt: skip
    out["glosses"] = [
        {"article": gloss.article, **quote(texts[gloss.article], gloss.span), "meaning": gloss.meaning}
        for gloss in exercise.glosses
    ]
    if exercise.debrief is not None:
        out["debrief"] = _both_json(exercise.debrief)
    return out


def _both_json(words: Bilingual) -> str | dict[str, str]:
    return words.ar if words.ar == words.en else {"ar": words.ar, "en": words.en}


def _place_json(place: KeyPlace, text: str) -> dict[str, Any]:
    out: dict[str, Any] = {"article": place.article, **quote(text, place.span)}
    if place.others:
        out["others"] = [quote(text, other) for other in place.others]
    return out


def quote(text: str, span: Span) -> dict[str, str]:
    """The words of a stretch, with as many words before and behind as make them stand once in the text."""
    words = text[span.start : span.end]
    before, behind = span.start, span.end
    while len(occurrences(text, text[before:behind])) > 1 and (before > 0 or behind < len(text)):
        before = max(0, text.rfind(" ", 0, max(0, before - 1)) + 1)
        if before == 0:
            end = text.find(" ", behind + 1)
            behind = len(text) if end < 0 else end
    out = {"words": words}
    if before < span.start:
        out["prefix"] = text[before : span.start]
    if behind > span.end:
        out["suffix"] = text[span.end : behind]
    return out
