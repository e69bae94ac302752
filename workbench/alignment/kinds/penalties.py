"""Death, life or a term of years: what a court gave in two reports, or in a headline and its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.alignment.candidates import NEWS_SENTENCES, SHARED_WORDS, Candidate, EventPair, likeness_of, one_story
from workbench.claims.figures.told_of import PRISON
from workbench.claims.people.penalties import ASKED, PENALTY
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Timex

_TERM = "term"
# What the books of several states call life.
_LIFE_TERMS = frozenset(("P20Y", "P25Y"))


def penalties_across(
    a: ArticleClaims, b: ArticleClaims, pairs: Iterable[EventPair], knowledge: Knowledge
) -> Iterator[tuple[EventPair, Candidate]]:
    """Two reports of one verdict, each of which knows of one penalty only, given, asked for or possible."""
    told = one_story(pairs, both=True)
    first, second = _of_lead(a), _of_lead(b)
    if told is None or first is None or second is None or not apart(first, second):
        return
    if any(len(_states(x.claims)) > 1 for x in (a, b)) or len(first.context & second.context) < SHARED_WORDS:
        return
    yield told, Candidate(first, second, "differ", 0.5 + likeness_of(first.context, second.context) / 4)


def headline_penalty(article: ArticleClaims) -> Iterator[Candidate]:
    """«السجن المؤبد لقاتل صائغ» above, «قضت محكمة بسجنه 30 عاما» in the lead, and nothing of life below."""
    heads = [claim for claim in article.claims if claim.part == "headline" and _sort(claim)]
    if not heads:
        return
    bodies = [claim for claim in article.claims if claim.part != "headline" and _sort(claim)]
    given = [claim for claim in bodies if claim.sentence <= NEWS_SENTENCES and ASKED not in claim.traits]
    if not given or len(_states(heads)) > 1 or len(_states(given)) > 1:
        return
    if _states(heads) & _states(bodies) or ASKED in heads[0].traits or not apart(heads[0], given[0]):
        return
    yield Candidate(heads[0], given[0], "differ", 0.6)


def apart(one: Claim, other: Claim) -> bool:
    """Whether two penalties are two of sort, also where life is a number of years."""
    terms = {claim.value.timex for claim in (one, other) if isinstance(claim.value, Timex)}
    return _sort(one) != _sort(other) and not terms & _LIFE_TERMS


def _sort(claim: Claim) -> str | None:
    if claim.predicate == PENALTY:
        return claim.state
    years = isinstance(claim.value, Timex) and claim.value.timex.endswith("Y")
    return _TERM if claim.of == PRISON and years and claim.polarity == "affirmed" else None


def _states(claims: Sequence[Claim]) -> frozenset[str]:
    return frozenset(state for claim in claims if (state := _sort(claim)) is not None)


def _of_lead(article: ArticleClaims) -> Claim | None:
    """The first penalty of the headline or the lead, where it is given."""
    found = (claim for claim in article.claims if claim.sentence <= NEWS_SENTENCES and _sort(claim))
    return next((claim for claim in found if ASKED not in claim.traits), None)
