"""Sentences that two reports share nearly word for word, with one name put for another: copies that were changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, count

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
    all_a, all_b = (memory.recall("words", article, partial(_words, article)) for article in (a, b))
    words_a, words_b = _coded(*(
        {number: words[number] for number in sorted(places) if number in words}
        for words, places in ((all_a, places_a), (all_b, places_b))
    ))  # fmt: skip
    found = [
        (number, other, pair)
        for number, one in words_a.items()
        for other, two in words_b.items()
        if _alike(one, two) and (pair := _swapped(places_a[number], places_b[other], knowledge)) is not None
    ]
    if not found:
        return
    coded_a, coded_b = _coded(all_a, all_b)
    for number, other, (one, two) in found:
        # Reports of accidents have headlines of one mould; a copy shares more than one sentence.
        rest_a = [words for at, words in coded_a.items() if at != number]
        rest_b = [words for at, words in coded_b.items() if at != other]
        if any(_alike(x, y) for x in rest_a for y in rest_b):
            yield Alignment((one.id, two.id), _CONFIDENCE, "contradicts", _WHY)


def _of_two_days(a: ArticleClaims, b: ArticleClaims) -> bool:
    """Whether what the articles are about has days of its own that are far from each other."""
    mains = [next((event for event in article.events if event.main), None) for article in (a, b)]
    days = [main.begin for main in mains if main is not None and main.own_time and main.begin == main.end]
    return len(days) == 2 and days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) >= _APART


def _alike(a: str, b: str) -> bool:
    # Three quarters of all words cannot be shared where one sentence is so much shorter.
    if len(a) * 5 < len(b) * 3 or len(b) * 5 < len(a) * 3:
        return False
    return Indel.normalized_similarity(a, b, score_cutoff=_ALIKE) >= _ALIKE


def _words(article: ArticleClaims) -> dict[int, list[str]]:
    """The words of the sentences by number, but for the shortest."""
    found = {}
    for number, sentence in enumerate(article.sentences):
        keys = [token.key for token in sentence.view.tokens if token.kind in ("word", "number", "latin")]
        if len(keys) >= _FEWEST_WORDS:
            found[number] = keys
    return found


def _coded(*articles: Mapping[int, Sequence[str]]) -> tuple[dict[int, str], ...]:
    """The sentences as strings of one character a word, the same for the same word of any sentence."""
    words = dict.fromkeys(chain.from_iterable(chain.from_iterable(rows.values()) for rows in articles))
    codes = dict(zip(words, map(chr, count(1)), strict=False))
    return tuple({number: "".join(map(codes.__getitem__, row)) for number, row in rows.items()} for rows in articles)


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
