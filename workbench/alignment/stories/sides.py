"""Two counts that stand side by side in one sentence of each report, one of them the same in both: what is set against
it is the same too, and must be as many: «250 أفرجت عنهم الحكومة و68 أفرج عنهم الحوثيون»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from workbench.alignment.candidates import GENERIC, Candidate, EventPair, is_name, is_telling, one_story
from workbench.alignment.relations import compare
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount

_SCORE = 0.65
_HELD = frozenset(("arrested", "kidnapped", "released"))


def sides_across(
    a: ArticleClaims, b: ArticleClaims, pairs: Iterable[EventPair], knowledge: Knowledge
) -> Iterator[tuple[EventPair, Candidate]]:
    """The other sides of counts of which one agrees, where both have a name in common, the same became of both or of
    neither, and nothing else is counted of the sort between."""
    told = one_story(pairs)
    if told is None:
        return
    for (one, its), (other, others) in product(_pairs_of(a.claims, knowledge), _pairs_of(b.claims, knowledge)):
        if not all(is_telling(claim) for claim in (one, other)) or compare(one.value, other.value) != "agree":
            continue
        if not _of_one_sort(its, others, knowledge) or not _of_one_sort(one, other, knowledge):
            continue
        named = any(is_name(word, knowledge) for word in its.context & others.context)
        said = its.polarity == others.polarity == "affirmed"
        if named and said and (its.event, others.event) == (told.a.id, told.b.id):
            yield told, Candidate(its, others, compare(its.value, others.value), _SCORE)


def _pairs_of(claims: Sequence[Claim], knowledge: Knowledge) -> Iterator[tuple[Claim, Claim]]:
    """Both counts of each two that follow one another in a sentence, in both orders, where it has no third but what
    they make together."""
    rows: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.part == "body" and _exact(claim) is not None and _of_people(claim, knowledge):
            rows.setdefault(claim.sentence, []).append(claim)
    for row in rows.values():
        figures = sorted({_exact(claim) or 0.0 for claim in row})
        if len(figures) == 3 and figures[0] + figures[1] == figures[2]:
            row = [claim for claim in row if _exact(claim) != figures[2]]
        if len(row) == 2 and row[0].value != row[1].value:
            yield row[0], row[1]
            yield row[1], row[0]


def _exact(claim: Claim) -> float | None:
    value = claim.value
    return value.low if isinstance(value, Amount) and value.low is not None and value.low == value.high else None


def _of_people(claim: Claim, knowledge: Knowledge) -> bool:
    return claim.kind == "casualties" or (
        claim.kind == "quantity" and (claim.of in GENERIC or knowledge.lexicon.is_a(claim.of, "person"))
    )


def _of_one_sort(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    if a.kind == b.kind == "quantity":
        return knowledge.lexicon.concepts.stands_for(a.of, b.of)
    # «أفرج الحوثيون عن 68», «86 أسيرا كانوا لدى الحوثيين»
    return a.state == b.state or {a.state, b.state} <= _HELD | {None}
