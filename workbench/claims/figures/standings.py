"""Figures that rank or bound: in which place of a ranking somebody stands, how many points a team has come to, between
which ages people are."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.values import Assertion
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.figures.numerals import ordinal_at
from workbench.mentions.values import Amount, Timex

RANK, AGES = "rank", "ages"
_BETWEEN, _FROM, _TO, _AND = "بين", "من", "الي", "و"
_POINT = "point"
_REACH = 6
_OLDEST = 110


def standing_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """«المصنفة 41 عالميا» (``of`` is ``rank``), «وصل إلى النقطة 28» (``of`` is ``point``), «تراوح أعمارهم بين التاسعة
    والسادسة عشرة» (``of`` is ``ages``, a range of years)."""
    cues = knowledge.claim_cues
    for seen in view.seen:
        value = seen.mention.value
        if seen.mention.type not in ("number", "ordinal") or not isinstance(value, Amount) or seen.first == 0:
            continue
        before = view.tokens[seen.first - 1].key.removeprefix("و")
        of = RANK if before in cues.ranked else _POINT if before in cues.nth_point else ""
        if of:
            yield _assertion(view, seen.first, seen.last, of, Amount(value.low, value.high, unit=of))
    for at, token in enumerate(view.tokens):
        if token.key.removeprefix("و") not in cues.ages_of:
            continue
        for place in range(at + 1, min(len(view.tokens) - 3, at + 1 + _REACH)):
            if view.tokens[place].key not in (_BETWEEN, _FROM):
                continue
            youngest = _years(view, place + 1, knowledge)
            oldest = _years(view, youngest[1], knowledge) if youngest is not None else None
            if youngest is not None and oldest is not None and youngest[0] < oldest[0] <= _OLDEST:
                value = Amount(youngest[0], oldest[0], unit="year")
                yield _assertion(view, place, oldest[1], AGES, value)
            break


def _assertion(view: SentenceView, first: int, last: int, of: str, value: Amount) -> Assertion:
    clause = view.clause_of(first)
    return Assertion(
        "quantity", view.span(first, last), view.span(clause.first, clause.last), of, of, value,
        context=view.context(clause.first, clause.last),
    )  # fmt: skip


def _years(view: SentenceView, at: int, knowledge: Knowledge) -> tuple[float, int] | None:
    """A number of years at a token, behind «و» or «إلى», and the token behind it: «التاسعة», «9», «16 عاما»."""
    if at < len(view.tokens) and view.tokens[at].key in (_AND, _TO):
        at += 1
    for seen in view.seen:
        value = seen.mention.value
        if seen.first > at or seen.last <= at:
            continue
        if isinstance(value, Amount) and value.low is not None and value.low == value.high:
            return value.low, seen.last
        if isinstance(value, Timex) and value.timex.startswith("P") and value.timex.endswith("Y"):
            return (float(value.timex[1:-1]), seen.last) if value.timex[1:-1].isdigit() else None
    numeral = ordinal_at(view.tokens, at, knowledge.numerals)
    if numeral is not None:
        return float(numeral.value), numeral.last
    token = view.tokens[at] if at < len(view.tokens) else None
    return (float(token.text), at + 1) if token is not None and token.text.isdecimal() else None
