"""The one percentage, sum or measure of a headline beside the one of the lead: «لقاح يحمي بنسبة 87 في المئة», «أن لقاحا
… يحمي من الإصابة بنسبة 78 في المئة»."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.alignment.candidates import NEWS_SENTENCES, SHARED_WORDS, Candidate
from workbench.alignment.relations import compare
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount

_ALIKE = 0.6
_MOST_TIMES = 2.0
_PERCENT = "percentage"


def headline_figures(article: ArticleClaims, knowledge: Knowledge) -> Iterator[Candidate]:
    """Pairs that differ. Of most of the headline's words the lead's sentence has its own, one figure is no more than
    twice the other, and the headline's stands nowhere below; what something rose by is not what it rose to."""
    measured = [
        (claim, unit) for claim in article.claims
        if claim.kind == "quantity" and claim.polarity == "affirmed" and claim.predicate != "age"
        and (unit := _unit(claim, article)) is not None
    ]  # fmt: skip
    for head, unit in measured:
        if head.part != "headline" or not _exact(head):
            continue
        same = [claim for claim, other in measured if other == unit]
        heads = [claim for claim in same if claim.part == "headline"]
        lead = [claim for claim in same if claim.part != "headline" and claim.sentence <= NEWS_SENTENCES]
        below = [claim for claim in same if claim.part != "headline"]
        if len(heads) != 1 or len({repr(claim.value) for claim in lead}) != 1 or not _exact(lead[0]):
            continue
        first = lead[0]
        if any(compare(head.value, claim.value) != "differ" for claim in below) or not _near(head, first):
            continue
        shared = head.context & _words(first, article)
        if len(shared) < max(SHARED_WORDS, _ALIKE * len(head.context)):
            continue
        told = not head.predicate or head.predicate in _words(first, article)
        if told and _manner(head, article, knowledge) == _manner(first, article, knowledge):
            yield Candidate(head, first, "differ", 0.55)


def _unit(claim: Claim, article: ArticleClaims) -> str | None:
    """The unit in which a figure is measured; None where it counts things."""
    if not isinstance(claim.value, Amount):
        return None
    if claim.value.unit is None:
        view = article.sentences[claim.sentence].view
        start = claim.span.start - article.reading.article.sentences[claim.sentence].start
        told = any(seen.mention.type == _PERCENT and seen.mention.start == start for seen in view.seen)
        return _PERCENT if told else None
    return claim.value.unit if claim.value.unit.isupper() else None


def _exact(claim: Claim) -> bool:
    value = claim.value
    return (
        isinstance(value, Amount) and value.low is not None and value.low == value.high
        and not value.approximate and not claim.hedge and claim.role == "whole"
    )  # fmt: skip


def _near(one: Claim, other: Claim) -> bool:
    sizes = [claim.value.low for claim in (one, other) if isinstance(claim.value, Amount) and claim.value.low]
    return len(sizes) == len((one, other)) and max(sizes) <= _MOST_TIMES * min(sizes)


def _words(claim: Claim, article: ArticleClaims) -> frozenset[str]:
    """The content words of a claim's whole sentence."""
    view = article.sentences[claim.sentence].view
    return view.context(0, len(view.tokens))


def _manner(claim: Claim, article: ArticleClaims, knowledge: Knowledge) -> tuple[bool, frozenset[str]]:
    """Whether the words right before a figure make it a level («إلى», «عند»), and what else it is of."""
    view = article.sentences[claim.sentence].view
    start = claim.span.start - article.reading.article.sentences[claim.sentence].start
    at = next((place for place, token in enumerate(view.tokens) if token.end > start), 0)
    level = view.has_key(knowledge.claim_cues.up_to, at - 1, at) is not None
    return level, frozenset(trait for trait in claim.traits if trait.startswith(("of:", "each:", "step")))
