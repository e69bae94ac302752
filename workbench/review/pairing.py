"""The claims of two articles in one table: aligned ones side by side, then what stands in one of them only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from workbench.alignment.values import Alignment
    from workbench.claims.values import Claim
    from workbench.engine import CheckResult
    from workbench.text.values import Bilingual


Standing = Literal["contradicts", "updates", "unsure", "agrees", "only-a", "only-b"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)
_SENTENCE_END = re.compile(r"[.!?؟]\s")
STATEMENT = 90  # letters of a statement that are shown


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One line of the table; ``alignment`` is None for a claim without a counterpart. ``a_words`` and ``b_words`` are
    what a person reads of the claims."""

    a: Claim | None
    b: Claim | None
    standing: Standing
    event: Bilingual | None
    alignment: Alignment | None = None
    a_words: str = ""
    b_words: str = ""

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in (self.a, self.b) if claim is not None)


def claim_rows(result: CheckResult, other: str) -> tuple[ClaimRow, ...]:
    """The claims of article ``a`` and of ``other``, in the order of the draft's text; those of the other alone last."""
    labels: dict[str | None, Bilingual] = {event.id: event.label for event in result.events}
    texts = {reading.article.id: reading.article.text for reading in result.readings}
    words: dict[str, str] = {}

    def words_of(claim: Claim | None) -> str:
        if claim is None:
            return ""
        known = words.get(claim.id)
        if known is None:
            known = words[claim.id] = claim_words(claim, texts)
        return known

    def label_of(claim: Claim | None) -> Bilingual | None:
        return labels.get(claim.event) if claim is not None else None

    rows = [
        ClaimRow(a, b, standing, label_of(a) or label_of(b), alignment, words_of(a), words_of(b))
        for a, b, standing, alignment in pairs(result, other)
    ]
    rows.sort(key=_place)
    return tuple(rows)


def pairs(
    result: CheckResult, other: str
) -> Iterator[tuple[Claim | None, Claim | None, Standing, Alignment | None]]:  # fmt: skip
    """What the rows are made of, in no order: the draft's claim, the other's, their standing and alignment."""
    claims = {claim.id: claim for claim in result.claims if claim.article in ("a", other)}
    aligned: set[str] = set()
    for alignment in result.alignments:
        first, second = (claims.get(id) for id in alignment.claims)
        if first is None or second is None or first.article == second.article:
            continue
        if first.article != "a":
            first, second = second, first
        aligned.update((first.id, second.id))
        yield first, second, alignment.relation, alignment
    for id, claim in claims.items():
        if id not in aligned:
            yield (claim, None, "only-a", None) if claim.article == "a" else (None, claim, "only-b", None)


def claim_words(claim: Claim, texts: Mapping[str, str]) -> str:
    """What a person reads of a claim: its words, and of a statement, whose words are its verb alone, what follows in
    its clause. ``texts`` are the articles' texts by id."""
    words = claim.text
    if claim.kind == "statement":
        end = min(claim.clause.end, claim.span.start + STATEMENT)
        words = texts.get(claim.article, "")[claim.span.start : max(end, claim.span.end)] or words
        sentence = _SENTENCE_END.split(words, maxsplit=1)[0]
        if sentence == words and end < claim.clause.end:
            sentence = words.rsplit(None, 1)[0] + "…"
        words = sentence
    return " ".join(words.split()).strip(" ،؛:[]")


def supports(result: CheckResult, articles: Sequence[str]) -> dict[str, dict[str, Standing]]:
    """For each claim of the draft, what every other report says to it: its standing by article."""
    table: dict[str, dict[str, Standing]] = {claim.id: {} for claim in result.claims if claim.article == "a"}
    for article in articles:
        for own, theirs, found, _ in pairs(result, article):
            if own is not None and theirs is not None:
                standing = table[own.id].get(article)
                if standing is None or STANDINGS.index(found) < STANDINGS.index(standing):
                    table[own.id][article] = found
    return table


def _place(row: ClaimRow) -> tuple[int, int]:
    if row.a is not None:
        return 0, row.a.span.start
    assert row.b is not None
    return 1, row.b.span.start
