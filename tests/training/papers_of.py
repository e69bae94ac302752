"""Small exercises and papers for the tests of training."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from workbench.checks.values import Family
from workbench.text.values import Bilingual, Span
from workbench.training.papers import blank_paper
from workbench.training.values import Exercise, ExerciseArticle, KeyEntry, KeyPlace, Mark, MarkPlace, Paper, Trap

A = (
    "قتلى في انهيار سقف سوق\n\nعمّان - قُتل ثلاثة عمال وأصيب سبعة في انهيار سقف سوق المدينة عند الساعة التاسعة صباحا، "
    "وفق الدفاع المدني.\n\nوكان نحو مئتي شخص في السوق. وفتحت النيابة تحقيقا في في أسباب الحادث.\n"
)
B = (
    "خمسة قتلى تحت سقف السوق\n\nعمّان - قُتل خمسة عمال حين انهار السقف في الحادية عشرة صباحا، ولم تتغير الحصيلة.\n\n"
    "وكان 197 شخصا في السوق. وفي حادث قديم عام 2016 قُتل عاملان.\n"
)
TEXTS = {"a": A, "b": B}
WORDS = Bilingual("why", "لماذا")


def span(article: str, words: str) -> Span:
    assert TEXTS[article].count(words) == 1, words
    start = TEXTS[article].index(words)
    return Span(start, start + len(words))


def key_place(article: str, words: str, *others: str) -> KeyPlace:
    return KeyPlace(article, span(article, words), tuple(span(article, other) for other in others))


def entry(id: str, family: Family, kinds: tuple[str, ...], *places: KeyPlace, hints: int = 2) -> KeyEntry:
    return KeyEntry(id, places, family, kinds, WORDS, WORDS, 1.0, (WORDS,) * hints)


def small_exercise() -> Exercise:
    """Three faults (toll: two passages, the headline says it too; hour: two passages; in-in: one), two traps."""
    return Exercise(
        "roof", 2, Bilingual("The roof", "السقف"), "easy", "accident",
        (ExerciseArticle("a", A, dt.date(2023, 3, 13)), ExerciseArticle("b", B, dt.date(2023, 3, 13))),
        (
            entry("toll", "contradiction", ("casualties",), key_place("a", "ثلاثة عمال"),
                  key_place("b", "قُتل خمسة عمال", "خمسة قتلى")),
            entry("hour", "contradiction", ("time",), key_place("a", "الساعة التاسعة صباحا"),
                  key_place("b", "الحادية عشرة صباحا")),
            entry("in-in", "copy", ("doubled-word",), key_place("a", "في في أسباب"), hints=1),
        ),
        (
            Trap("crowd", (key_place("a", "نحو مئتي شخص"), key_place("b", "197 شخصا")), "approximate", "contradiction",
                 WORDS),
            Trap("old", (key_place("b", "قُتل عاملان"),), "two-events", "contradiction", WORDS),
        ),
        (WORDS,), WORDS, (), 10,
    )  # fmt: skip


def mark(id: str, family: str, kind: str, *quotes: tuple[str, str]) -> Mark:
    """A mark on quoted words: ``("a", "ثلاثة عمال")``."""
    places = []
    for article, words in quotes:
        found = span(article, words)
        places.append(MarkPlace(article, found.start, found.end))
    return Mark(id, tuple(places), family, kind)


def paper(*marks: Mark, exercise: Exercise | None = None, **more: object) -> Paper:
    exercise = exercise or small_exercise()
    return replace(blank_paper(exercise, "ريم"), marks=marks, **more)  # type: ignore[arg-type]


TOLL = mark("1", "contradiction", "casualties", ("a", "ثلاثة عمال"), ("b", "قُتل خمسة عمال"))
HOUR = mark("2", "contradiction", "time", ("a", "الساعة التاسعة صباحا"), ("b", "الحادية عشرة صباحا"))
IN_IN = mark("3", "copy", "doubled-word", ("a", "في في أسباب"))
CROWD = mark("4", "contradiction", "quantity", ("a", "نحو مئتي شخص"), ("b", "197 شخصا"))
