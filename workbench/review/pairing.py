"""The claims of two articles in one table: aligned ones side by side, then what stands in one of them only."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from workbench.alignment.values import Alignment
    from workbench.claims.values import Claim, Event
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
    claims = {claim.id: claim for claim in result.claims if claim.article in ("a", other)}
    events: dict[str, Event] = {event.id: event for event in result.events}
    texts = {reading.article.id: reading.article.text for reading in result.readings}
    rows: list[ClaimRow] = []
    aligned: set[str] = set()

    def row(a: Claim | None, b: Claim | None, standing: Standing, alignment: Alignment | None = None) -> ClaimRow:
        words = [claim_words(claim, texts) if claim else "" for claim in (a, b)]
        event = _event(events, *(claim for claim in (a, b) if claim is not None))
        return ClaimRow(a, b, standing, event, alignment, *words)

    for alignment in result.alignments:
        first, second = (claims.get(id) for id in alignment.claims)
        if first is None or second is None or first.article == second.article:
            continue
        if first.article != "a":
            first, second = second, first
        aligned.update((first.id, second.id))
        rows.append(row(first, second, alignment.relation, alignment))
    for claim in claims.values():
        if claim.id not in aligned:
            if claim.article == "a":
                rows.append(row(claim, None, "only-a"))
            else:
                rows.append(row(None, claim, "only-b"))
    rows.sort(key=_place)
    return tuple(rows)


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
        for row in claim_rows(result, article):
            if row.a is not None and row.b is not None:
                standing = table[row.a.id].get(article)
                if standing is None or STANDINGS.index(row.standing) < STANDINGS.index(standing):
                    table[row.a.id][article] = row.standing
    return table


def _event(events: dict[str, Event], *claims: Claim) -> Bilingual | None:
    return next((events[claim.event].label for claim in claims if claim.event in events and claim.event), None)


def _place(row: ClaimRow) -> tuple[int, int]:
    if row.a is not None:
        return 0, row.a.span.start
    assert row.b is not None
    return 1, row.b.span.start
