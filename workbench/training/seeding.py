"""Seeding: errors that a clean article can be given, each with the entry that it brings into the key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from workbench.checks.values import Family
from workbench.claims.values import Claim
from workbench.engine import CheckResult
from workbench.knowledge.base import Knowledge
from workbench.knowledge.facts.offices import NOBODY
from workbench.knowledge.tables import read_table
from workbench.mentions.values import Amount, Entity, Mention, Value
from workbench.source_words import read_source_words
from workbench.text.values import Bilingual, Span
from workbench.training.making import changed_text, free_id, with_entry
from workbench.training.values import Exercise, KeyEntry, KeyPlace

COLUMNS = ("family", "kind", "sentence")
MOST_OF_A_SORT = 12
_FIGURE = re.compile(r"[0-9]+|[٠-٩]+")
_SENTENCE_END = re.compile(r"[.؟!](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Seed:
    """One error that can be planted: ``words`` go in the place of ``span`` (which may be empty) of an article. The
    entry's passages are ``mark``, which counts from the start of ``words``, and ``against``: what it then disagrees
    with. ``sort`` groups seeds: figure, weekday, holder, sentence."""

    sort: str
    article: str
    span: Span
    words: str
    mark: Span
    family: Family
    kind: str
    teaches: Bilingual
    source: Bilingual
    against: KeyPlace | None = None


def plant(exercise: Exercise, seed: Seed) -> tuple[Exercise, str]:
    """The exercise with the error in its text and in its key, and the new entry's name. Raises ChangeError where the
    words belong to the key already."""
    against = seed.against
    changed = changed_text(exercise, seed.article, seed.span, seed.words)
    places = [KeyPlace(seed.article, seed.mark.shifted(seed.span.start))]
    if against is not None:
        if against.article == seed.article and against.span.start >= seed.span.end:
            moved = len(seed.words) - (seed.span.end - seed.span.start)
            against = KeyPlace(against.article, against.span.shifted(moved))
        places.append(against)
    places.sort(key=lambda place: place.article)
    id = free_id(exercise, seed.kind)
    entry = KeyEntry(id, tuple(places), seed.family, (seed.kind,), seed.teaches, seed.source)
    return with_entry(changed, entry), id


def seeds_for(exercise: Exercise, result: CheckResult, knowledge: Knowledge, folder: Path) -> tuple[Seed, ...]:
    """What can be planted in the exercise's articles, as checked in ``result``; ``folder`` is the data folder."""
    seeds = [
        *_figures(exercise, result), *_weekdays(result, folder), *_holders(result, knowledge, folder),
        *_sentences(exercise, folder),
    ]  # fmt: skip
    kept: list[Seed] = []
    for seed in seeds:
        if sum((one.sort, one.article) == (seed.sort, seed.article) for one in kept) < MOST_OF_A_SORT:
            kept.append(seed)
    return tuple(kept)


# A figure that the other article, or another sentence, has too


def _figures(exercise: Exercise, result: CheckResult) -> Iterator[Seed]:
    claims = {claim.id: claim for claim in result.claims}
    seen: set[Span] = set()
    for pair in result.alignments:
        first, second = (claims[id] for id in pair.claims)
        if pair.relation != "agrees" or {first.kind, second.kind} - {"quantity", "casualties"}:
            continue
        # Only exact figures: «more than thirty» would agree with the wrong one as well.
        if not _exact(first.value) or first.value != second.value or second.span in seen:
            continue
        kept, changed = first, second
        seen.add(changed.span)
        text = exercise.text(changed.article)
        figure = _FIGURE.search(text, changed.span.start, changed.span.end)
        if figure is None:
            continue
        other = other_figure(figure.group())
        words = text[changed.span.start : figure.start()] + other + text[figure.end() : changed.span.end]
        yield Seed(
            "figure", changed.article, changed.span, words, Span(0, len(words)), "contradiction",
            "casualties" if changed.kind == "casualties" else "quantity",
            Bilingual(f"{figure.group()} became {other}: the other passage has {_quoted(exercise, kept)}.",
                      f"صار {figure.group()} في النص {other}، وفي الموضع الآخر {_quoted(exercise, kept)}."),
            Bilingual("The original of the article.", "الأصل المنشور للمقال."),
            KeyPlace(kept.article, kept.span),
        )  # fmt: skip


def _exact(value: Value) -> bool:
    return isinstance(value, Amount) and value.low == value.high and value.low is not None and not value.approximate


def _quoted(exercise: Exercise, claim: Claim) -> str:
    return f"«{exercise.text(claim.article)[claim.span.start : claim.span.end]}»"


def other_figure(figure: str) -> str:
    """A figure that a hurried hand would write: two unequal neighbours change places, else the last digit is another.
    In the digits of the figure itself; never the same value, never with a zero in front."""
    zero = "٠" if figure[0] in "٠١٢٣٤٥٦٧٨٩" else "0"
    values = [ord(digit) - ord(zero) for digit in figure]
    for at in range(len(values) - 1):
        one, other = values[at], values[at + 1]
        if one != other and (at > 0 or other != 0):
            values[at], values[at + 1] = other, one
            break
    else:
        values[-1] = values[-1] + 3 if values[-1] < 7 else values[-1] - 2
    return "".join(chr(ord(zero) + value) for value in values)


# A weekday beside its date


def _weekdays(result: CheckResult, folder: Path) -> Iterator[Seed]:
    table = read_table(folder / "lexicon" / "weekdays.tsv", ("iso", "names", "bare"))
    names = [row.variants("names")[0] for row in table]
    for reading in result.readings:
        text = reading.article.text
        for mention in reading.mentions:
            words = text[mention.start : mention.end]
            day = next((name for name in names if name in words), None)
            if mention.type != "date" or day is None or not _FIGURE.search(words):
                continue
            wrong = names[(names.index(day) + 2) % 7]
            changed = words.replace(day, wrong, 1)
            yield Seed(
                "weekday", reading.article.id, mention.span, changed, Span(0, len(changed)), "calendar", "weekday",
                Bilingual(f"In the original the day is {day}, not {wrong}.", f"كان اليوم في الأصل {day} لا {wrong}."),
                Bilingual("Any calendar.", "أي تقويم."),
            )  # fmt: skip


# An office-holder beside the title


def _holders(result: CheckResult, knowledge: Knowledge, folder: Path) -> Iterator[Seed]:
    world, sources = knowledge.world, read_source_words(folder)
    for reading in result.readings:
        day = reading.date.begin
        if day is None:
            continue
        text = reading.article.text
        named = [mention for mention in reading.mentions if mention.type in ("office", "person")]
        for title, person in pairwise(named):
            office = _id(title) if title.type == "office" else None
            holder = _id(person) if person.type == "person" else None
            if not office or not holder or person.start - title.end > 2:
                continue
            terms = [term for term in world.terms.get(office, ()) if term.person != NOBODY]
            if not any(term.person == holder and term.covers(day, day) == "yes" for term in terms):
                continue
            others = [term for term in terms if term.person != holder and term.covers(day, day) == "no"]
            for term in others[-1:]:
                other = world.people[term.person]
                words = text[title.start : person.start] + other.name
                until = str(term.end) if term.end else "…"
                yield Seed(
                    "holder", reading.article.id, Span(title.start, person.end), words, Span(0, len(words)),
                    "anachronism", "office",
                    Bilingual(f"{other.name_en} held the office from {term.start} to {until}.",
                              f"شغل {other.name} المنصب من {term.start} إلى {until}."),
                    sources.both(term.source),
                )  # fmt: skip


def _id(mention: Mention) -> str | None:
    return mention.value.id if isinstance(mention.value, Entity) else None


# A sentence without a source


def _sentences(exercise: Exercise, folder: Path) -> Iterator[Seed]:
    rows = read_table(folder / "training" / "seeds.tsv", COLUMNS)
    for article in exercise.articles:
        ends = [match.end() for match in _SENTENCE_END.finditer(article.text)]
        if not ends:
            continue
        # In the middle of the article, where a reader has settled in.
        at = ends[len(ends) // 2]
        for row in rows:
            words = " " + row["sentence"]
            family: Family = "copy" if row["family"] == "copy" else "sourcing"
            yield Seed(
                "sentence", article.id, Span(at, at), words, Span(1, len(words)), family, row["kind"],
                Bilingual("A sentence that the reporter did not write.", "جملة لم يكتبها صاحب الخبر."),
                Bilingual("The original of the article.", "الأصل المنشور للمقال."),
            )  # fmt: skip
