"""A check after an edit finds what a new engine finds, and works out anew only what the edit touched."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.checks.subjects import engine
from tests.gold.pieces import FOLDER
from workbench.checks.subject import Profile
from workbench.engine import CheckResult, Draft, Engine, Overrides
from workbench.knowledge.working_memory import WorkingMemory

DATES = (None, dt.date(2019, 3, 10), dt.date(2020, 1, 2), dt.date(2023, 4, 15))
FIGURE = re.compile(r"\d+")
PROFILES = (
    Profile(),
    Profile(off=frozenset(("copy",)), severities={"contradiction/date": "low"}),
    Profile(accepted_sources=frozenset(("مصدر طبي",))),
)


@cache
def pairs() -> tuple[tuple[str, ...], ...]:
    """The texts of the gold pieces: one or two articles each."""
    firsts = sorted(FOLDER.glob("*-a.txt"))
    return tuple(
        tuple(
            path.read_text(encoding="utf-8")
            for path in (first, Path(str(first).replace("-a.txt", "-b.txt")))
            if path.exists()
        )
        for first in firsts
    )


def sentences(text: str) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in engine().read(Draft(text)).article.sentences]


# Each edit takes a text and a source of chance, and gives a text; none looks at what the engine makes of it.


def without_a_sentence(text: str, chance: random.Random) -> str:
    start, end = chance.choice(sentences(text) or [(0, 0)])
    return text[:start] + text[end:]


def with_a_foreign_sentence(text: str, chance: random.Random) -> str:
    other = chance.choice(chance.choice(pairs()))
    start, end = chance.choice(sentences(other))
    at = chance.choice([found[1] for found in sentences(text)] or [0])
    return f"{text[:at]} {other[start:end]}{text[at:]}"


def with_a_sentence_twice(text: str, chance: random.Random) -> str:
    start, end = chance.choice(sentences(text) or [(0, 0)])
    return f"{text[:end]} {text[start:end]}{text[end:]}"


def with_sentences_swapped(text: str, chance: random.Random) -> str:
    found = sentences(text)
    if len(found) < 2:
        return text
    (a, b), (c, d) = sorted(chance.sample(found, 2))
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def with_a_paragraph_moved(text: str, chance: random.Random) -> str:
    rows = text.split("\n")
    row = rows.pop(chance.randrange(len(rows)))
    rows.insert(chance.randrange(len(rows) + 1), row)
    return "\n".join(rows)


def with_another_figure(text: str, chance: random.Random) -> str:
    found = list(FIGURE.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    return text[: one.start()] + str(chance.randrange(1, 60)) + text[one.end() :]


def with_a_word_changed(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    words[chance.randrange(len(words))] = chance.choice(words)
    return " ".join(words)


def with_a_letter_less(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text)) if text else 0
    return text[:at] + text[at + 1 :]


def with_a_mark_more(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice("«»\"()[]:،.") + text[at:]


EDITS: tuple[Callable[[str, random.Random], str], ...] = (
    without_a_sentence, with_a_foreign_sentence, with_a_sentence_twice, with_sentences_swapped, with_a_paragraph_moved,
    with_another_figure, with_a_word_changed, with_a_letter_less, with_a_mark_more,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One edit of one of the articles; ``date`` of another day for it, ``profile`` other settings."""

    edit: int
    side: int
    seed: int
    date: int | None
    profile: int


STEPS = st.builds(
    Step, st.integers(0, len(EDITS) - 1), st.integers(0, 1), st.integers(0, 9999),
    st.none() | st.integers(0, len(DATES) - 1), st.sampled_from((0, 0, 0, 1, 2)),
)  # fmt: skip


def everything(result: CheckResult) -> tuple[object, ...]:
    """All that a check tells, for comparing."""
    told = [(one.reading, one.mentions, one.quoted) for reading in result.readings for one in reading.told]
    readings = [replace(reading, told=()) for reading in result.readings]
    return readings, told, result.claims, result.events, result.alignments, result.findings


@given(st.integers(0, len(pairs()) - 1), st.lists(STEPS, min_size=1, max_size=4))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_edited_article_is_read_as_a_new_engine_reads_it(number: int, steps: list[Step]) -> None:
    drafts = [Draft(text) for text in pairs()[number]]
    for step in steps:
        side = step.side % len(drafts)
        text = EDITS[step.edit](drafts[side].text, random.Random(step.seed))
        date = drafts[side].date if step.date is None else DATES[step.date]
        drafts[side] = Draft(text, date)
        profile = PROFILES[step.profile]
        again = engine().check(drafts, profile=profile)
        anew = Engine(engine().knowledge).check(drafts, profile=profile)
        assert everything(again) == everything(anew)


def test_a_persons_word_is_heeded_at_once() -> None:
    text_a, text_b = next(pair for pair in pairs() if len(pair) == 2)
    drafts = [Draft(text_a), Draft(text_b)]
    reader = Engine(engine().knowledge)
    before = reader.check(drafts)
    given_day = Overrides(dates={"a": dt.date(2021, 5, 4)})
    assert everything(reader.check(drafts, given_day)) == everything(Engine(reader.knowledge).check(drafts, given_day))
    assert reader.check(drafts, given_day).readings[0].date != before.readings[0].date
    one, other = before.alignments[0].claims
    parted = Overrides(parted=((one, other),))
    assert (one, other) not in [found.claims for found in reader.check(drafts, parted).alignments]
    assert everything(reader.check(drafts)) == everything(before)


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each kind of thing had to be worked out."""
    counted: Counter[str] = Counter()
    recall = WorkingMemory.recall

    def counting(memory: WorkingMemory, what: str, key: object, work_out: Callable[[], object]) -> object:
        def work() -> object:
            counted[what] += 1
            return work_out()

        return recall(memory, what, key, work)  # type: ignore[arg-type]

    monkeypatch.setattr(WorkingMemory, "recall", counting)
    return counted


def test_a_change_inside_one_sentence_reads_one_sentence(worked: Counter[str]) -> None:
    text_a, text_b = next(pair for pair in pairs() if len(pair) == 2)
    reader = Engine(engine().knowledge)
    reader.check([Draft(text_a), Draft(text_b)])
    assert worked["article"] == 2
    worked.clear()
    reader.check([Draft(text_a), Draft(text_b)])
    assert not +worked
    start, end = sentences(text_a)[3]
    worked.clear()  # the tests' own engine has read it too
    changed = f"{text_a[: end - 1]} في وقت لاحق{text_a[end - 1 :]}"
    reader.check([Draft(changed), Draft(text_b)])
    assert worked["article"] == worked["sentence"] == worked["claims"] == 1, text_a[start:end]
    assert max(worked.values()) <= 2


def test_a_memory_keeps_what_is_asked_for_and_stays_small() -> None:
    memory = WorkingMemory(20)
    made: list[int] = []

    def square(key: int) -> int:
        def work_out() -> int:
            made.append(key)
            return key * key

        return memory.recall("square", key, work_out)

    for key in range(1, 100):
        assert square(0) == 0
        assert square(key) == key * key
        assert len(memory) <= 20
    assert made.count(0) == 1, "what is asked for all the time is never forgotten"
    assert square(99) == 9801
    assert made.count(99) == 1
    assert square(1) == 1
    assert made.count(1) == 2, "what was not asked for was forgotten"
    assert memory.recall("cube", 2, lambda: 8) == 8
