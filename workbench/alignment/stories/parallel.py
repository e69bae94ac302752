"""Sentences that two reports share nearly word for word, with one name put for another: copies that were changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from rapidfuzz.distance import Indel

from workbench.alignment.kinds.which_place import are_one, place_of
from workbench.alignment.values import Alignment
from workbench.claims.places.sides import is_side
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.knowledge.working_memory import WorkingMemory
from workbench.mentions.values import Entity
from workbench.text.values import Bilingual

_ALIKE = 0.75
_FEWEST_WORDS = 6
_CONFIDENCE = 0.7
_APART = 4  # days
_WHY = Bilingual(
    "Both have nearly the same sentence, with another place in it.",
    "الجملة نفسها تقريبا في النصين، والمكان فيها مختلف.",
)


def align_parallel(
    a: ArticleClaims, b: ArticleClaims, knowledge: Knowledge, memory: WorkingMemory
) -> Iterator[Alignment]:
    """Place claims of nearly equal sentences that differ in that one place. Two places of which one lies in the other,
    or of which one is a country and one a town, are not held against each other. ``memory`` keeps the words of each
    article's sentences."""
    if _of_two_days(a, b):
        return  # reports of two rounds are of one mould
    places_a, places_b = (_places(article) for article in (a, b))
    words_a, words_b = (memory.recall("words", article, partial(_words, article)) for article in (a, b))
    found = [
        (number, other, pair)
        for number, one in words_a.items() if number in places_a
        for other, two in words_b.items() if other in places_b
        if _alike(one, two) and (pair := _swapped(places_a[number], places_b[other], knowledge)) is not None
    ]  # fmt: skip
    for number, other, (one, two) in found:
        # Reports of accidents have headlines of one mould; a copy shares more than one sentence.
        rest_a = [words for at, words in words_a.items() if at != number]
        rest_b = [words for at, words in words_b.items() if at != other]
        if any(_alike(x, y) for x in rest_a for y in rest_b):
            yield Alignment((one.id, two.id), _CONFIDENCE, "contradicts", _WHY)


def _of_two_days(a: ArticleClaims, b: ArticleClaims) -> bool:
    """Whether what the articles are about has days of its own that are far from each other."""
    mains = [next((event for event in article.events if event.main), None) for article in (a, b)]
    days = [main.begin for main in mains if main is not None and main.own_time and main.begin == main.end]
    return len(days) == 2 and days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) >= _APART


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a sentence in order, and each of them once."""

    row: tuple[str, ...]
    each: frozenset[str]


def _alike(a: _Words, b: _Words) -> bool:
    """Whether three quarters of the words of two sentences are shared in order."""
    size_a, size_b = len(a.row), len(b.row)
    least = _ALIKE * (size_a + size_b) / 2
    if size_a < least or size_b < least:
        return False
    # No word that the other lacks is shared.
    shared = len(a.each & b.each)
    if size_a - len(a.each) + shared < least or size_b - len(b.each) + shared < least:
        return False
    return Indel.normalized_similarity(a.row, b.row, score_cutoff=_ALIKE) >= _ALIKE


def _words(article: ArticleClaims) -> dict[int, _Words]:
    """The words of the sentences by number, but for the shortest."""
    found = {}
    for number, sentence in enumerate(article.sentences):
        row = tuple([token.key for token in sentence.view.tokens if token.kind in ("word", "number", "latin")])
        if len(row) >= _FEWEST_WORDS:
            found[number] = _Words(row, frozenset(row))
    return found


def _places(article: ArticleClaims) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = {}
    for claim in article.claims:
        if claim.kind == "place" and claim.part != "dateline" and not is_side(claim.predicate):
            found.setdefault(claim.sentence, []).append(claim)
    return found


def _swapped(a: Sequence[Claim], b: Sequence[Claim], knowledge: Knowledge) -> tuple[Claim, Claim] | None:
    """The one place of each sentence that the other lacks."""
    ids_a, ids_b = ({_id(claim) for claim in claims} for claims in (a, b))
    only_a = [claim for claim in a if _id(claim) not in ids_b]
    only_b = [claim for claim in b if _id(claim) not in ids_a]
    if len(only_a) != 1 or len(only_b) != 1:
        return None
    one, other = _id(only_a[0]), _id(only_b[0])
    geography = knowledge.geography
    if geography.touch(one, other) or geography.is_wide(one) != geography.is_wide(other):
        return None
    here, there = (place_of(claim, knowledge) for claim in (only_a[0], only_b[0]))
    if are_one(here, there, knowledge) or (here.sort and there.sort and here.sort != there.sort):
        return None  # «قرية "الحيبة"», «قرية الحيبة»; a village may lie in the town's district
    return only_a[0], only_b[0]


def _id(claim: Claim) -> str:
    return claim.value.id or claim.value.name if isinstance(claim.value, Entity) else claim.text
