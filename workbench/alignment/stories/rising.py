"""Running counts of one story that a later report tells higher: the dead among the infected, days apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.alignment.candidates import GENERIC, LEAD_SENTENCE, RUNNING, Candidate, EventPair, one_story
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount, Timex

_SCORE = 0.6
_EPIDEMIC = "epidemic"


def rising_across(
    a: ArticleClaims, b: ArticleClaims, pairs: Iterable[EventPair], knowledge: Knowledge
) -> Iterator[tuple[EventPair, Candidate]]:
    """The first exact count of each state that both leads give of one epidemic, where the later report's is the higher:
    its dead may be told as some of its infected («1512 مصابا، توفي 11 منهم»)."""
    told = one_story(pairs, both=True)
    if told is None or told.date_a is None or told.date_b is None or told.date_a == told.date_b:
        return
    yield from _said_to_rise(a, b, told, knowledge)
    if _EPIDEMIC not in told.a.kinds & told.b.kinds:
        return
    for state in sorted(RUNNING):
        one, other = _first(a, told.a.id, state, knowledge), _first(b, told.b.id, state, knowledge)
        if one is None or other is None or {one.role, other.role} == {"whole"}:
            continue
        early, late = (one, other) if told.date_a < told.date_b else (other, one)
        if _low(early) < _low(late):
            yield told, Candidate(one, other, "differ", _SCORE)


def _said_to_rise(
    a: ArticleClaims, b: ArticleClaims, told: EventPair, knowledge: Knowledge
) -> Iterator[tuple[EventPair, Candidate]]:
    """«أعادت القبض على 11 من الفارين», a day later «عدد من أعيد توقيفهم ارتفع إلى 19»: the only count of a state that
    each report gives, of which the later says that it has risen, where either tells it as some of more."""
    first = told.date_a is not None and told.date_b is not None and told.date_a < told.date_b
    early, late = (a, b) if first else (b, a)
    for state in sorted(RUNNING):
        counts = [
            [claim for claim in x.claims
             if claim.kind == "casualties" and claim.state == state and claim.part == "body" and _low(claim) > 1]
            for x in (early, late)
        ]  # fmt: skip
        # «14 موقوفا» on trial were held before: the count that is some of more is the running one.
        counts = [[claim for claim in told_so if claim.role == "part"] or told_so for told_so in counts]
        if not all(len({_low(claim) for claim in told_so}) == 1 for told_so in counts):
            continue
        one, other = counts[0][0], counts[1][0]
        risen = any(knowledge.lexicon.is_a(word, "increase") for word in other.context) or _is_as_of(other, late)
        if risen and "part" in (one.role, other.role) and _low(one) < _low(other):
            yield told, Candidate(*((one, other) if early is a else (other, one)), "differ", _SCORE)


def _is_as_of(count: Claim, article: ArticleClaims) -> bool:
    """Whether a count is told as it was at some time: «بلغ حتى مساء الثلاثاء 17»."""
    return any(
        claim.kind in ("date", "time") and claim.clause == count.clause and isinstance(claim.value, Timex)
        and claim.value.begin is None and claim.value.end is not None for claim in article.claims
    )  # fmt: skip


def _first(article: ArticleClaims, event: str, state: str, knowledge: Knowledge) -> Claim | None:
    """Only where what is counted is people of no sort: pregnant women among the dead are others."""
    return next(
        (
            claim
            for claim in article.claims
            if claim.kind == "casualties" and claim.state == state and claim.event == event
            and claim.part == "body" and claim.sentence <= LEAD_SENTENCE and claim.role in ("whole", "part")
            and claim.polarity == "affirmed" and _low(claim) > 0
            and (claim.of in GENERIC or knowledge.lexicon.is_a(claim.of, "casualty"))
        ),
        None,
    )  # fmt: skip


def _low(claim: Claim) -> float:
    value = claim.value
    exact = isinstance(value, Amount) and value.low is not None and value.low == value.high
    return value.low if exact and isinstance(value, Amount) and value.low is not None else 0.0
