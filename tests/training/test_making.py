"""Making exercises: changed texts move their passages along, seeds enter the key, findings become entries."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.training.papers_of import A, small_exercise, span
from workbench.engine import Engine
from workbench.knowledge.base import load_knowledge
from workbench.resources import resource_folder
from workbench.source_words import read_source_words
from workbench.text.values import Bilingual, Span
from workbench.training.debrief import check_exercise, drafts_of, key_paper
from workbench.training.editing import said, with_date, with_family, with_kind, with_other_kind, with_wording
from workbench.training.files import exercise_bytes, read_exercise
from workbench.training.making import (
    ChangeError,
    changed_text,
    entries_of,
    entry_as_trap,
    free_id,
    new_exercise,
    with_entry,
    without,
)
from workbench.training.scoring import score_paper
from workbench.training.seeding import Seed, other_figure, plant, seeds_for
from workbench.training.validation import exercise_faults
from workbench.training.values import Exercise, MarkPlace

EXERCISE = small_exercise()
SOURCES = read_source_words(resource_folder())
DAY = dt.date(2019, 3, 13)
CLEAN_A = (
    "مقتل 12 شخصا في انفجار وسط باريس\n\nباريس - قتل 12 شخصا في انفجار يوم الثلاثاء 12 مارس 2019، حسب الشرطة. "
    "وقال الرئيس الفرنسي إيمانويل ماكرون إن التحقيق بدأ.\n\nوأصيب 25 شخصا بجروح.\n"
)
CLEAN_B = "انفجار باريس\n\nباريس - أعلنت الشرطة مقتل 12 شخصا في انفجار باريس يوم الثلاثاء وإصابة 25 آخرين.\n"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load_knowledge(resource_folder()))


@pytest.fixture(scope="module")
def seeds(engine: Engine) -> tuple[Seed, ...]:
    clean = new_exercise([(CLEAN_A, DAY), (CLEAN_B, DAY)])
    return seeds_for(clean, engine.check(drafts_of(clean)), engine.knowledge, resource_folder())


def passages(exercise: Exercise) -> list[str]:
    return [
        exercise.text(place.article)[one.start : one.end]
        for item in (*exercise.key, *exercise.traps)
        for place in item.places
        for one in place.spans()
    ]


@given(st.integers(0, len(A)), st.text(alphabet="اب ج", max_size=9))
@settings(deadline=None)
def test_an_insertion_moves_passages_along_or_says_whose_it_tears(at: int, words: str) -> None:
    inside = [one for item in (*EXERCISE.key, *EXERCISE.traps) for place in item.places if place.article == "a"
              for one in place.spans() if one.start < at < one.end]  # fmt: skip
    if inside:
        with pytest.raises(ChangeError):
            changed_text(EXERCISE, "a", Span(at, at), words)
    else:
        changed = changed_text(EXERCISE, "a", Span(at, at), words)
        assert passages(changed) == passages(EXERCISE)
        assert changed.text("a") == A[:at] + words + A[at:]


def test_words_of_the_key_are_not_changed_under_it() -> None:
    with pytest.raises(ChangeError, match="toll"):
        changed_text(EXERCISE, "a", span("a", "ثلاثة عمال"), "أربعة عمال")


@pytest.mark.parametrize("figure", ["12", "21", "11", "5", "0", "1240", "100", "٥٢", "٩", "2019"])
def test_another_figure_is_another_value_of_the_same_length(figure: str) -> None:
    other = other_figure(figure)
    assert int(other) != int(figure)
    assert len(other) == len(figure)
    assert other.isdigit()
    assert (other[0] in "٠١٢٣٤٥٦٧٨٩") == (figure[0] in "٠١٢٣٤٥٦٧٨٩")
    assert other[0] not in "0٠" or len(figure) == 1


def test_every_sort_of_seed_is_offered(seeds: tuple[Seed, ...]) -> None:
    assert {seed.sort for seed in seeds} == {"figure", "weekday", "holder", "sentence"}
    holder = next(seed for seed in seeds if seed.sort == "holder")
    assert holder.words == "الرئيس الفرنسي فرانسوا هولاند"


def test_each_seed_enters_the_key_with_its_words(seeds: tuple[Seed, ...]) -> None:
    clean = new_exercise([(CLEAN_A, DAY), (CLEAN_B, DAY)], "paris")
    for seed in seeds:
        planted, id = plant(clean, seed)
        entry = planted.entry(id)
        place = next(place for place in entry.places if place.article == seed.article)
        assert planted.text(seed.article)[place.span.start : place.span.end] == seed.words[seed.mark.start :].strip()
        assert exercise_faults(planted) == []
        assert read_exercise(exercise_bytes(named(planted))) == named(planted)


def named(exercise: Exercise) -> Exercise:
    return replace(exercise, title=Bilingual("Paris", "باريس"))


def test_seeds_are_planted_one_after_the_other_and_the_engine_finds_them(
    seeds: tuple[Seed, ...], engine: Engine
) -> None:
    exercise = new_exercise([(CLEAN_A, DAY), (CLEAN_B, DAY)], "paris")
    for sort in ("weekday", "holder", "figure", "sentence"):
        found = seeds_for(exercise, engine.check(drafts_of(exercise)), engine.knowledge, resource_folder())
        seed = next(one for one in found if one.sort == sort)
        exercise, _ = plant(exercise, seed)
    assert len(exercise.key) == 4
    assert score_paper(exercise, key_paper(exercise)).total == 4
    assert score_paper(exercise, check_exercise(exercise, engine)).located >= 3


def test_findings_become_entries_once(engine: Engine) -> None:
    exercise = new_exercise([(article.text, article.date) for article in EXERCISE.articles], "roof")
    result = engine.check(drafts_of(exercise))
    entries = entries_of(exercise, result.findings, SOURCES)
    assert entries
    assert not [entry for entry in entries if entry.source.en and not re.search("[\u0620-\u064a]", entry.source.ar)]
    grown = exercise
    for entry in entries:
        grown = with_entry(grown, entry)
    assert not [fault.en for fault in exercise_faults(grown) if "overlap" in fault.en or "named" in fault.en]
    assert entries_of(grown, result.findings, SOURCES) == ()


def test_an_entry_made_a_trap_and_taken_away() -> None:
    trapped = entry_as_trap(EXERCISE, "in-in")
    assert [trap.id for trap in trapped.traps] == ["crowd", "old", "in-in"]
    assert [entry.id for entry in trapped.key] == ["toll", "hour"]
    assert without(trapped, "in-in").traps == EXERCISE.traps
    assert free_id(EXERCISE, "toll") == "toll-2"


def test_kinds_that_are_right_too() -> None:
    wider = with_other_kind(EXERCISE, "toll", "quantity")
    assert wider.entry("toll").kinds == ("casualties", "quantity")
    assert with_other_kind(wider, "toll", "quantity") == EXERCISE
    assert with_other_kind(EXERCISE, "toll", "casualties") == EXERCISE
    assert with_other_kind(EXERCISE, "toll", "sum") == EXERCISE
    assert with_kind(wider, "toll", "quantity").entry("toll").kinds == ("quantity",)
    assert with_family(wider, "toll", "copy").entry("toll").kinds == ("insertion",)


def test_other_wordings_days_and_languages() -> None:
    start = A.index("انهيار سقف سوق\n")
    place = MarkPlace("a", start, start + 6)
    wider = with_wording(EXERCISE, "toll", place)
    assert wider.entry("toll").places[0].others == (Span(start, start + 6),)
    assert with_wording(wider, "toll", place) == wider
    assert with_wording(EXERCISE, "in-in", MarkPlace("b", 0, 4)) == EXERCISE
    assert with_date(EXERCISE, "b", "").articles[1].date is None
    assert with_date(EXERCISE, "b", "2024-01-31").articles[1].date == dt.date(2024, 1, 31)
    with pytest.raises(ValueError, match="Invalid isoformat"):
        with_date(EXERCISE, "b", "tomorrow")
    assert said(Bilingual("", ""), "كلام", "ar") == Bilingual("كلام", "كلام")
    assert said(Bilingual("why", "لماذا"), "عجبا", "ar") == Bilingual("why", "عجبا")
    assert said(Bilingual("why", "لماذا"), "how", "en") == Bilingual("how", "لماذا")
