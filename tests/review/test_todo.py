"""Every item of the checker's list can be understood by itself: whole clauses, marks in pairs, no bare ages."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.claims.values import Claim
from workbench.engine import CheckResult
from workbench.mentions.reading import ArticleReading
from workbench.mentions.values import ArticleDate
from workbench.review.todo import TodoItem, todo_items
from workbench.text.values import Article, Bilingual, Part, PartKind, Sentence, Span

EMPTY = Bilingual("-", "-")


def claim(number: int, kind: str, start: int, end: int) -> Claim:
    return Claim(
        id=f"a{number}", article="a", kind=kind, span=Span(start, min(end, start + 3)), text="…",  # type: ignore[arg-type]
        clause=Span(start, end), part="body", sentence=0, predicate="", of="", value=None,
    )  # fmt: skip


def items_of(
    text: str,
    clauses: list[tuple[str, int, int]],
    sentences: list[tuple[int, int]],
    dateline: tuple[int, int] | None = None,
) -> tuple[TodoItem, ...]:
    kinds: list[tuple[PartKind, int, int]] = [("body", 0, len(text))]
    if dateline:
        kinds.insert(0, ("dateline", *dateline))
    parts = tuple(Part(*part) for part in kinds)
    known = tuple(Sentence(start, end, text[start:end], "body", 0) for start, end in sentences)
    article = Article("a", text, "", parts, known, None, "ar")
    reading = ArticleReading(article, ArticleDate(None, None, "unknown", EMPTY), (), (), ())
    claims = tuple(claim(number, *clause) for number, clause in enumerate(clauses))
    return todo_items(CheckResult((reading,), claims, (), (), ()), None)


def listed(marked: str) -> list[tuple[str, str]]:
    """The items of one sentence; ``kind{words}`` marks a clause."""
    clauses, plain = [], ""
    for before, kind, words in re.findall(r"([^{}]*?)(?:([a-z]+)\{([^{}]*)\}|$)", marked):
        plain += before
        if kind:
            clauses.append((kind, len(plain), len(plain) + len(words)))
            plain += words
    return [(item.kind, item.words) for item in items_of(plain, clauses, [(0, len(plain))])]


CASES = {
    "half a name": (
        "قصف يطال قاعدة «place{كي وان»} في كركوك", [("place", "قصف يطال قاعدة «كي وان» في كركوك")]
    ),
    "an age in brackets": (
        "statement{وقال محمد الجمال من سكان الحي} duration{(27 سنة)} إنه رأى النار",
        [("statement", "وقال محمد الجمال من سكان الحي (27 سنة)")],
    ),
    "a time before a bracket": (
        "time{وهبطت طائرة الوفد الرسمي عند الساعة 20:45 بالتوقيت المحلي (}time{18:45 ت غ)}",
        [("time", "وهبطت طائرة الوفد الرسمي عند الساعة 20:45 بالتوقيت المحلي (18:45 ت غ)")],
    ),
    "a bracket that goes on elsewhere": (
        "quantity{وتضم سجلات السوق أسماء 120 حرفيا من أبناء المدينة (} وغيرهم",
        [("quantity", "وتضم سجلات السوق أسماء 120 حرفيا من أبناء المدينة وغيرهم")],
    ),
    "a quotation cut off": (
        'statement{وكان الهدف إغراق السوق بالبضائع قبل شهر رمضان"}',
        [("statement", "وكان الهدف إغراق السوق بالبضائع قبل شهر رمضان")],
    ),
    "a whole statement of three words": ("casualties{لقي شخصان مصرعهما}", [("casualties", "لقي شخصان مصرعهما")]),
    "a bare figure": ("date{2019 -}", []),
    "a place and a dash": ("place{لندن -}", []),
    "a clause inside another": (
        "statement{وأصيب في القصف خمسة عسكريين، }casualties{هم أربعة أميركيين وعراقيان كما أعلن}",
        [("statement", "وأصيب في القصف خمسة عسكريين"), ("casualties", "هم أربعة أميركيين وعراقيان كما أعلن")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("marked", "wanted"), CASES.values(), ids=CASES)
def test_items_make_sense(marked: str, wanted: list[tuple[str, str]]) -> None:
    assert listed(marked) == wanted


def test_a_clause_inside_another_goes_with_it_and_lends_its_weight() -> None:
    text = "وأصيب في القصف خمسة عسكريين، هم أربعة أميركيين وعراقيان، بحسب البيان صباح اليوم"
    inner = text.index("هم")
    whole = [(0, len(text))]
    clauses = [("statement", 0, len(text)), ("casualties", 0, inner - 2), ("date", inner, len(text))]
    assert [(item.kind, item.words) for item in items_of(text, clauses, whole)] == [("casualties", text)]
    assert [item.kind for item in items_of(text, [clauses[0], clauses[2]], whole)] == ["statement"]


def test_what_stands_in_the_dateline_is_nothing_to_settle() -> None:
    text = "القاهرة 3 مايو 2019 - أعلنت الوزارة افتتاح المعرض غدا"
    end = text.index("أعلنت")
    clauses = [("date", 0, end), ("statement", end, len(text))]
    items = items_of(text, clauses, [(0, len(text))], (0, end))
    assert [item.words for item in items] == ["أعلنت الوزارة افتتاح المعرض غدا"]


def test_a_fragment_in_a_long_sentence_takes_in_words_around_it() -> None:
    words = ["كلمة"] * 120
    words[60] = "وان»"
    text = " ".join(words)
    start = text.index("وان")
    (item,) = items_of(text, [("place", start, start + 4)], [(0, len(text))])
    assert item.start < start < item.end <= item.start + 260
    assert "وان" in item.words
    assert "»" not in item.words
    assert set(item.words.split()) == {"كلمة", "وان"}  # no word is cut


def test_the_same_words_are_listed_once_and_their_key_does_not_move() -> None:
    line = "وأعلنت الوزارة افتتاح المعرض في المدينة"
    text = f"{line}\n{line}"
    again = len(line) + 1
    whole = [(0, len(line)), (again, len(text))]
    (item,) = items_of(text, [("statement", 0, len(line)), ("statement", again, len(text))], whole)
    assert (item.start, item.end) == (0, len(line))
    longer = f"سطر آخر قبله\n{line}"
    (moved,) = items_of(longer, [("statement", longer.index(line), len(longer))], [])
    assert moved.key == item.key


def unmatched(words: str) -> bool:
    counts = Counter(words)
    return any(counts[a] != counts[b] for a, b in ("«»", "()", "[]", "“”")) or bool(counts['"'] % 2)


@given(st.text("اب تج «»()[]\"“”-،. 12\n", max_size=120), st.lists(st.tuples(st.sampled_from(
    ("place", "date", "casualties", "statement", "duration")), st.integers(0, 120), st.integers(0, 120)), max_size=8),
    st.lists(st.integers(0, 120), max_size=4))  # fmt: skip
def test_whatever_the_clauses_are(text: str, drawn: list[tuple[str, int, int]], cuts: list[int]) -> None:
    size = len(text)
    clauses = [(kind, min(a, b, size), min(max(a, b), size)) for kind, a, b in drawn]
    edges = sorted({0, size, *(min(cut, size) for cut in cuts)})
    items = items_of(text, clauses, list(pairwise(edges)))
    assert len({item.key for item in items}) == len(items)
    for item in items:
        assert 0 <= item.start < item.end <= size
        assert not unmatched(item.words)
        assert sum(letter.isalpha() for letter in item.words) >= 4
        assert any(item.start <= start and end <= item.end for _, start, end in clauses)
