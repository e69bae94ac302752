"""Whether two reports of what seems one event share any particular of it besides day, place and sort.

Two reports of one event agree on something that only its reporters know: a figure, a length of time, a result, an hour,
who did something, a quotation. Two planes that land at one airport on one day, two courts of one town, the first dose
and the second share none, though one minister may speak of both; what differs between them contradicts nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.alignment.candidates import EventPair, one_story
from workbench.alignment.values import Alignment
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.mentions.values import Amount
from workbench.text.values import Bilingual

_FIGURES = frozenset(("quantity", "casualties", "duration", "score"))
_OTHERS = frozenset(("actor", "quote", "time"))
# A report with fewer figures and hours is too short to share one.
_ENOUGH = 3
# Equal lengths of time are often of two things: «ثلاث سنوات».
_SURE_LENGTH = 0.5
_ONE = 1  # of anything
# As for all that is unsure: what is less sure is not shown.
_SHOWN = 0.6
_WHY = Bilingual(
    "The reports share no other figure, name, hour or quotation; they may tell of two events.",
    "لا يشترك النصان في رقم أو اسم أو ساعة أو اقتباس غير ذلك، وقد يرويان حدثين مختلفين.",
)


def doubted(
    a: ArticleClaims, b: ArticleClaims, pairs: Iterable[EventPair], found: Iterable[Alignment]
) -> Iterator[Alignment]:
    """The alignments as they are, or without a contradiction where both reports are rich in particulars and share
    none."""
    found = tuple(found)
    told = {claim.id: claim for article in (a, b) for claim in article.claims}
    doubt = (
        one_story(pairs, both=True) is not None
        and _is_rich(a) and _is_rich(b)
        and not any(one.relation == "agrees" and _shares(one, told[one.claims[0]]) for one in found)
    )  # fmt: skip
    for one in found:
        if not doubt or one.relation != "contradicts":
            yield one
        elif one.score >= _SHOWN:
            yield replace(one, relation="unsure", why=_WHY)


def _is_rich(article: ArticleClaims) -> bool:
    return len({(claim.kind, repr(claim.value)) for claim in article.claims
                if claim.kind in _FIGURES | {"time"} and _tells(claim)}) >= _ENOUGH  # fmt: skip


def _shares(one: Alignment, claim: Claim) -> bool:
    return _tells(claim) and (claim.kind != "duration" or one.score >= _SURE_LENGTH)


def _tells(claim: Claim) -> bool:
    """Whether sharing a claim means anything."""
    if claim.kind in _FIGURES:
        return not (isinstance(claim.value, Amount) and claim.value.low == claim.value.high == _ONE)
    return claim.kind in _OTHERS
