"""What is left of one sum in the books where another is taken from it: a deficit, a surplus, a profit that the two do
not make. «إيراداتها 440 مليون دينار، ما يعني عجزا مقداره 55 مليونا»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.checks.arithmetic.mismatch import Mismatch, keys_of
from workbench.checks.arithmetic.named_amounts import AmountReader, NamedAmount
from workbench.checks.arithmetic.sums import rounding
from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.sum_words import Balance, SumWords

_LEAD = 4  # words between «ما يعني» and the deficit


@dataclass(frozen=True, slots=True)
class BalanceReader:
    words: SumWords
    amounts: AmountReader

    def mismatches(self, lines: Sequence[Line]) -> Iterator[tuple[int, Mismatch]]:
        """The balances of an article, each with the number of its sentence, that do not follow from the sums that its
        sentence gives, or from one of these and the only other one that was told before."""
        told = [list(self.amounts.amounts(line)) for line in lines]
        for number, line in enumerate(lines):
            for said in told[number]:
                for balance in self.words.balances:
                    if said.name not in balance.over | balance.under or said.of or said.when or not said.figure.exact:
                        continue
                    sides = self._sides(line, said, balance, told[: number + 1])
                    if sides is None or not self._follows(line, said):
                        continue
                    mismatch = self._checked(said, *sides, balance, told)
                    if mismatch is not None:
                        yield number, mismatch

    def _sides(
        self, line: Line, said: NamedAmount, balance: Balance, told: Sequence[Sequence[NamedAmount]]
    ) -> tuple[NamedAmount | None, NamedAmount | None, NamedAmount, NamedAmount] | None:
        """The gains and the costs in this sentence, where there are such; both of them wherever they are told."""
        here = [amount for amount in told[-1] if amount.figure.last <= said.at]
        gains, costs = ([a for a in here if a.name in names] for names in (balance.gains, balance.costs))
        if len(gains) > 1 or len(costs) > 1 or not (gains or costs):
            return None
        nearest = max(amount.figure.after for amount in (*gains, *costs))
        if any(nearest <= figure.first < said.at for figure in line.figures):
            return None  # «النفقات 280 مليونا والإيرادات 250 مليونا مقابل 230 العام الماضي، بعجز»
        if gains and costs:
            apart = gains[0].of != costs[0].of or (gains[0].when and costs[0].when and gains[0].when != costs[0].when)
            return None if apart else (gains[0], costs[0], gains[0], costs[0])
        if any(amount.of for amount in (*gains, *costs)):
            return None
        names = balance.costs if gains else balance.gains
        earlier = [a for some in told[:-1] for a in some if a.name in names and not a.of]
        if not earlier or len({amount.figure.value for amount in earlier}) > 1:
            return None
        return (gains[0], None, gains[0], earlier[0]) if gains else (None, costs[0], earlier[0], costs[0])

    def _follows(self, line: Line, said: NamedAmount) -> bool:
        """«ما يعني عجزا», «أي بعجز», «ليبلغ العجز», «بعجز»."""
        before = keys_of(line, max(0, said.at - _LEAD), said.at)
        behind = range(said.figure.after, said.figure.after + _LEAD)
        if any(self.words.cues["earlier"].at(line.tokens, at) for at in behind if at < len(line.tokens)):
            return False  # «بعجز قدره 40 مليارا العام الماضي»
        return line.key(said.at).startswith("ب") or any(word in line.words.follows for word in before)

    def _checked(
        self, said: NamedAmount, gains_here: NamedAmount | None, costs_here: NamedAmount | None, gains: NamedAmount,
        costs: NamedAmount, balance: Balance, told: Sequence[Sequence[NamedAmount]],
    ) -> Mismatch | None:  # fmt: skip
        more, less = (gains, costs) if said.name in balance.over else (costs, gains)
        one, other, stated = (_priced(amount.figure, (gains, costs, said)) for amount in (more, less, said))
        if not (one.exact and other.exact) or one.value <= other.value:
            return None
        if len({figure.unit for figure in (one, other, stated)}) > 1 or one.kind != "money":
            return None
        if _made(one, other, stated):
            return None
        every = [amount for some in told for amount in some if amount.name in balance.gains | balance.costs]
        for first in every:  # perhaps of another year, or of a part of the books
            for second in every:
                larger, smaller = (_priced(amount.figure, (gains, costs, said)) for amount in (first, second))
                if larger.value > smaller.value and _made(larger, smaller, stated):
                    return None
        here = [amount.figure for amount in (gains_here, costs_here) if amount is not None]
        first_token = min(figure.first for figure in here)
        return Mismatch("difference", (one.value, other.value), stated, one.value - other.value, first_token,
                        said.figure.after)  # fmt: skip


def _priced(figure: Figure, amounts: Sequence[NamedAmount]) -> Figure:
    """Bare millions in the currency of the others."""
    return next((priced for amount in amounts if (priced := figure.priced_like(amount.figure)).kind == "money"), figure)


def _made(one: Figure, other: Figure, said: Figure) -> bool:
    return abs(one.value - other.value - said.value) <= rounding((one, other), (said,)) + 1e-6 * one.value
