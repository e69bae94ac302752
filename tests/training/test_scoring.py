"""Scores worked out by hand, and what holds for every paper."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.training.papers_of import CROWD, HOUR, IN_IN, TOLL, A, B, mark, paper, small_exercise
from workbench.text.values import Span
from workbench.training.debrief import key_paper
from workbench.training.passages import agreement, word_grid
from workbench.training.scoring import score_paper
from workbench.training.values import KINDS, Mark, MarkPlace, Paper

EXERCISE = small_exercise()


def score(*marks: Mark, **more: object):  # type: ignore[no-untyped-def]
    return score_paper(EXERCISE, paper(*marks, **more))


def outcomes(*marks: Mark) -> dict[str, tuple[str, float]]:
    return {one.entry: (one.outcome, one.share) for one in score(*marks).entries}


def test_everything_found() -> None:
    one = score(TOLL, HOUR, IN_IN)
    assert (one.total, one.possible, one.recall, one.precision, one.agreement) == (3, 3, 1, 1, 1)
    assert [(f.family, f.earned, f.possible, f.found, f.asked) for f in one.families] == [
        ("contradiction", 2, 2, 2, 2), ("copy", 1, 1, 1, 1),
    ]  # fmt: skip


def test_an_empty_paper() -> None:
    one = score()
    assert (one.total, one.recall, one.precision, one.agreement) == (0, 0, None, None)
    assert {entry.outcome for entry in one.entries} == {"missed"}


def test_partial_overlap_counts_and_is_measured() -> None:
    # Two of the key's three words, and one word beside them: 2·2 / (3 + 3).
    one = score(mark("1", "copy", "doubled-word", ("a", "تحقيقا في في")))
    entry = one.entries[2]
    assert (entry.outcome, entry.share, entry.agreement) == ("found", 1.0, round(2 * 2 / 6, 4))


def test_a_whole_paragraph_is_no_mark_on_three_words() -> None:
    one = score(mark("1", "copy", "doubled-word", ("a", A.split("\n\n")[1])))
    assert [entry.outcome for entry in one.entries] == ["missed"] * 3
    assert [alarm.mark for alarm in one.alarms] == ["1"]


def test_one_passage_of_two_is_half() -> None:
    assert outcomes(mark("1", "contradiction", "casualties", ("a", "ثلاثة عمال")))["toll"] == ("partly", 0.5)


def test_both_passages_unlinked_are_three_quarters() -> None:
    split = (
        mark("1", "contradiction", "casualties", ("a", "ثلاثة عمال")),
        mark("2", "contradiction", "casualties", ("b", "قُتل خمسة عمال")),
    )
    one = score(*split)
    assert (one.entries[0].outcome, one.entries[0].share, one.entries[0].linked) == ("partly", 0.75, False)
    assert (one.right_marks, one.repeated, one.alarms) == (2, (), ())


def test_one_passage_in_two_marks_counts_once() -> None:
    one = score(mark("1", "copy", "doubled-word", ("a", "في في")), mark("2", "copy", "doubled-word", ("a", "أسباب")))
    assert (one.entries[2].share, one.repeated, one.right_marks, one.precision) == (1.0, ("2",), 1, 1.0)


def test_one_mark_over_two_faults_answers_one() -> None:
    # Both passages of A in one mark: it links what does not belong together, and is an answer to nothing whole.
    merged = mark("1", "contradiction", "casualties", ("a", "ثلاثة عمال"), ("a", "الساعة التاسعة صباحا"))
    one = score(merged)
    assert [entry.outcome for entry in one.entries] == ["missed"] * 3
    assert [alarm.mark for alarm in one.alarms] == ["1"]


def test_a_passage_linked_with_the_wrong_one_is_a_false_alarm() -> None:
    one = score(mark("1", "contradiction", "casualties", ("a", "ثلاثة عمال"), ("b", "197 شخصا")))
    assert (one.located, [alarm.mark for alarm in one.alarms]) == (0, ["1"])


def test_linking_the_old_accident_takes_the_trap() -> None:
    one = score(mark("1", "contradiction", "casualties", ("a", "ثلاثة عمال"), ("b", "قُتل عاملان")))
    assert [(alarm.mark, alarm.trap) for alarm in one.alarms] == [("1", "old")]


def test_other_words_that_say_the_same_are_as_good() -> None:
    assert outcomes(mark("1", "contradiction", "casualties", ("a", "ثلاثة عمال"), ("b", "خمسة قتلى")))["toll"] == (
        "found", 1.0,
    )  # fmt: skip


@pytest.mark.parametrize(("family", "kind"), [("contradiction", "quantity"), ("arithmetic", "sum"), ("", "")])
def test_wrong_kind_is_half(family: str, kind: str) -> None:
    one = score(replace(TOLL, family=family, kind=kind))
    assert (one.entries[0].outcome, one.entries[0].share, one.located) == ("wrong-kind", 0.5, 1)
    assert (one.precision, one.earned) == (1.0, 0.5)


def test_wrong_kind_and_one_passage_is_a_quarter() -> None:
    assert outcomes(mark("1", "contradiction", "date", ("a", "ثلاثة عمال")))["toll"] == ("wrong-kind", 0.25)


def test_of_two_marks_on_one_fault_the_right_kind_counts() -> None:
    wrong, right = replace(TOLL, id="w", kind="date"), TOLL
    for marks in ((wrong, right), (right, wrong)):
        one = score(*marks)
        assert (one.entries[0].outcome, one.entries[0].marks[0], one.repeated) == ("found", "1", ("w",))


def test_a_trap_is_a_false_alarm_by_name() -> None:
    one = score(TOLL, CROWD)
    assert [(alarm.mark, alarm.trap) for alarm in one.alarms] == [("4", "crowd")]
    assert (one.precision, one.traps) == (0.5, frozenset({"crowd"}))


def test_half_a_trap_is_the_trap() -> None:
    assert score(mark("1", "contradiction", "quantity", ("b", "197 شخصا"))).alarms[0].trap == "crowd"


def test_hints_cost_and_never_below_nothing() -> None:
    one = score(TOLL, IN_IN, hints=(("toll", 1), ("hour", 2)))
    assert (one.earned, one.hint_cost, one.total) == (2, 1, 1)
    assert score(hints=(("toll", 1),)).total == 0


def test_false_alarms_cost_only_where_the_trainer_says_so() -> None:
    assert score(TOLL, CROWD).total == 1
    strict = replace(EXERCISE, alarm_cost=0.25)
    assert score_paper(strict, paper(TOLL, CROWD)).total == 0.75


def test_points_of_an_entry_weigh() -> None:
    heavy = replace(EXERCISE, key=(replace(EXERCISE.key[0], points=3.0), *EXERCISE.key[1:]))
    one = score_paper(heavy, paper(replace(TOLL, kind="date")))
    assert (one.possible, one.total) == (5, 1.5)


def test_a_second_try_asks_only_for_the_mistakes() -> None:
    one = score(HOUR, IN_IN, only=("hour",), hints=(("toll", 1), ("hour", 1)))
    assert [entry.entry for entry in one.entries] == ["hour"]
    # The mark on what was right before is no false alarm; the hint for it was paid for then.
    assert (one.alarms, one.possible, one.total, one.precision) == ((), 1, 0.5, 1.0)


def test_the_picture_of_the_debrief() -> None:
    """Eight entries of a point, five found, one by a wrong kind, a false alarm, a hint: 5.5 of 8, 5 after the hint."""
    one = small_exercise()
    text = " ".join(f"كلمة{n} خطأ{n} ." for n in range(12))
    spans = [Span(text.index(f"كلمة{n}"), text.index(f"خطأ{n}") + len(f"خطأ{n}")) for n in range(12)]
    key = tuple(
        replace(one.key[2], id=f"k{n}", places=(replace(one.key[2].places[0], span=spans[n]),)) for n in range(8)
    )
    eight = replace(one, articles=(replace(one.articles[0], text=text),), key=key, traps=())
    marks = [
        Mark(str(n), (MarkPlace("a", spans[n].start, spans[n].end),), "copy", "doubled-word" if n < 5 else "bracket")
        for n in (0, 1, 2, 3, 4, 5, 9)
    ]
    worth = score_paper(eight, Paper("roof", 2, "", marks=tuple(marks), hints=(("k7", 1),)))
    assert (worth.right_marks, len(worth.alarms), worth.located, len(worth.entries)) == (6, 1, 6, 8)
    assert (worth.earned, worth.total) == (5.5, 5.0)


# What holds for every paper


def test_the_key_itself_scores_full() -> None:
    one = score_paper(EXERCISE, key_paper(EXERCISE))
    assert (one.total, one.recall, one.precision, one.agreement, one.alarms) == (one.possible, 1, 1, 1, ())


TEXTS = {"a": A, "b": B}


@st.composite
def any_mark(draw: st.DrawFn) -> Mark:
    places = []
    for _ in range(draw(st.integers(1, 3))):
        article = draw(st.sampled_from("ab"))
        start = draw(st.integers(0, len(TEXTS[article]) - 1))
        places.append(MarkPlace(article, start, draw(st.integers(start + 1, min(len(TEXTS[article]), start + 60)))))
    family = draw(st.sampled_from(sorted(KINDS)))
    return Mark(draw(st.uuids()).hex, tuple(places), family, draw(st.sampled_from(KINDS[family])))  # type: ignore[index]


PAPERS = st.lists(st.one_of(any_mark(), st.sampled_from([TOLL, HOUR, IN_IN, CROWD])), max_size=8, unique_by=id)


def named_apart(marks: list[Mark]) -> tuple[Mark, ...]:
    return tuple(replace(one, id=f"m{n}") for n, one in enumerate(marks))


@given(PAPERS, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_order_does_not_matter(marks: list[Mark], chance: random.Random) -> None:
    named = list(named_apart(marks))
    before = score_paper(EXERCISE, paper(*named))
    chance.shuffle(named)
    turned = replace(EXERCISE, traps=EXERCISE.traps[::-1])
    assert score_paper(EXERCISE, paper(*named)) == before
    assert score_paper(turned, paper(*named)) == before


@given(PAPERS)
@settings(max_examples=150, deadline=None)
def test_every_mark_is_accounted_for_once_and_points_stay_in_bounds(marks: list[Mark]) -> None:
    named = named_apart(marks)
    one = score_paper(EXERCISE, paper(*named))
    answers = [id for entry in one.entries for id in entry.marks]
    assert sorted(answers + [alarm.mark for alarm in one.alarms]) == sorted(mark.id for mark in named)
    assert 0 <= one.total <= one.possible
    assert one.earned == sum(entry.points for entry in one.entries)
    assert 0 <= one.recall <= 1
    assert one.precision is None or 0 <= one.precision <= 1


@given(PAPERS)
@settings(max_examples=80, deadline=None)
def test_more_right_marks_never_cost(marks: list[Mark]) -> None:
    named = named_apart(marks)
    right = tuple(replace(one, id=f"k{one.id}") for one in (TOLL, HOUR, IN_IN))
    assert score_paper(EXERCISE, paper(*named, *right)).earned == 3


@given(st.integers(0, len(A)), st.integers(0, len(A)), st.integers(0, len(A)), st.integers(0, len(A)))
@settings(deadline=None)
def test_agreement_is_mutual_and_whole_with_oneself(a: int, b: int, c: int, d: int) -> None:
    grid = word_grid(A)
    one, other = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    value = agreement(one, other, grid)
    assert value == agreement(other, one, grid)
    assert 0 <= value <= 1
    if A[one.start : one.end].strip():
        assert agreement(one, one, grid) == 1


def test_figures_and_vowelled_words_are_one_word() -> None:
    grid = word_grid("بلغ ٥٬٢٠٠ أو 1.5 قُتِلَ 20:45")
    assert len(grid.starts) == 6
