"""Figures and times whose words, or whose reports' leads, tell them apart: of the first dose and of the second, of the
men's match and of the women's, at the opening of an exchange and at its close."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from workbench.alignment.candidates import NEWS_SENTENCES
from workbench.alignment.values import Alignment
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount
from workbench.text.values import Token

_COUNTED = frozenset(("quantity", "casualties", "duration", "score", "date", "time"))
# A figure from which on two reports hardly give it by chance.
_TELLING = 100
Members = Mapping[str, set[str]]


def without_told_apart(
    a: ArticleClaims, b: ArticleClaims, found: Iterable[Alignment], knowledge: Knowledge
) -> Iterator[Alignment]:
    """The alignments but for contradictions between two things that words tell apart, or of which one report tells
    both."""
    claims = {claim.id: claim for article in (a, b) for claim in article.claims}
    leads: list[Members] | None = None
    for one in found:
        first, second = (claims[id] for id in one.claims)
        if one.relation == "contradicts" and first.kind in _COUNTED:
            leads = leads or [_of_lead(article, knowledge) for article in (a, b)]
            told = [_told(claim, article, lead, knowledge)
                    for claim, article, lead in ((first, a, leads[0]), (second, b, leads[1]))]  # fmt: skip
            if _told_there(first, second, b) or _told_there(second, first, a):
                continue
            if any(len(told[0][x]) == len(told[1][x]) == 1 and told[0][x] != told[1][x]
                   for x in told[0].keys() & told[1].keys()):  # fmt: skip
                continue
        yield one


def _told_there(claim: Claim, other: Claim, there: ArticleClaims) -> bool:
    """Whether the report of ``other`` gives the claim's exact figure too, and not in a headline alone: «486 ألف برميل»
    of one state, «210 آلاف برميل» of another."""
    value = claim.value
    if not isinstance(value, Amount) or claim.kind != "quantity" or other.part == "headline":
        return False
    if value.low is None or value.low < _TELLING or value.low != value.high:
        return False
    return any(
        one.kind == "quantity" and one.part != "headline" and isinstance(one.value, Amount) and one.id != other.id
        and (one.value.low, one.value.high, one.value.unit) == (value.low, value.high, value.unit)
        for one in there.claims
    )  # fmt: skip


def _told(claim: Claim, article: ArticleClaims, lead: Members, knowledge: Knowledge) -> Members:
    """The members that a claim is told with: in its clause, else in its sentence, else in the report's lead."""
    view = article.sentences[claim.sentence].view
    offset = article.reading.article.sentences[claim.sentence].start
    clause = [token for token in view.tokens
              if claim.clause.start <= token.start + offset < claim.clause.end]  # fmt: skip
    return {**lead, **knowledge.apart.told(view.tokens), **knowledge.apart.told(clause)}


def _of_lead(article: ArticleClaims, knowledge: Knowledge) -> Members:
    """The members that a report's headline and first sentences name, of what a lead may tell."""
    tokens: list[Token] = []
    below = 0
    for sentence, claims in zip(article.reading.article.sentences, article.sentences, strict=True):
        if sentence.part != "headline":
            below += sentence.part != "dateline"
        if below > NEWS_SENTENCES:
            break
        tokens += claims.view.tokens
    told = knowledge.apart.told(tokens)
    return {partition: members for partition, members in told.items() if partition in knowledge.apart.of_leads}
