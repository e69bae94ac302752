"""A numeral together with what it is of: a percentage, money, a measure, a counted thing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.mentions.figures.money import Unit, currency_before, one_of, percent_before, unit_after
from workbench.mentions.figures.numeral_context import NumeralContext, Reading
from workbench.mentions.figures.numerals import Numeral

_BELOW_ZERO = (["تحت", "الصفر"], ["دون", "الصفر"])


@dataclass(frozen=True, slots=True)
class ReadAmount:
    """A numeral with its unit. ``tokens[first:last]`` are the span (sign, particles and currency included), ``reach``
    is where the counted noun ends. ``low`` and ``high`` differ for vague words only."""

    numeral: Numeral
    low: float
    high: float | None
    first: int
    last: int
    reach: int
    unit: Unit | None = None

    @property
    def vague(self) -> bool:
        return self.low != self.high


def amount_at(context: NumeralContext, i: int, floor: int) -> ReadAmount | None:
    """The amount whose numeral stands at ``tokens[i]``; signs before it are looked for from ``floor`` on."""
    reading = context.reading(i)
    if reading is None:
        return None
    return _settled(context, with_unit(context, reading, floor))


def with_unit(context: NumeralContext, reading: Reading, floor: int) -> ReadAmount:
    """A numeral with the unit beside it."""
    tokens, numeral = context.tokens, reading.numeral
    low, high, first, last = reading.low, reading.high, reading.first, numeral.last
    if numeral.ordinal:
        return ReadAmount(numeral, low, high, first, last, last)
    counted = _past_bracket(context, first, last)
    unit = unit_after(tokens, counted, context.amounts, numeral.written != "words")
    if unit is not None and any(at in context.taken for at in range(unit.first, unit.last)):
        unit = None
    if unit is None and percent_before(tokens, first, floor):
        unit, first = Unit("percentage", "", first - 1, last), first - 1
    money = currency_before(tokens, first, context.amounts, floor)
    if money is not None and (unit is None or unit.kind != "percentage"):
        unit, first = Unit("money", money.id, money.first, last), money.first
    if unit is None and numeral.value == 1 and numeral.written == "words":
        unit = one_of(tokens, first, context.amounts)
        if unit is not None and unit.kind == "money":
            return ReadAmount(numeral, low, high, unit.first, last, last, unit)
    if unit is None and last < len(tokens) and context.amounts.after.at(tokens, last) is not None:
        return ReadAmount(numeral, low, high, first, last, last)  # «20 فما فوق» counts no mouths
    if unit is None:
        labelled = numeral.written == "digits" and _labelled(context, first)
        counting = context.counting
        thing = counting.before(numeral, first) if numeral.definite else None
        if thing is None and not labelled:
            thing = counting.after(numeral, counted, low != high)
        thing = thing or counting.before(numeral, first)
        two = counting.and_two(numeral, last) if thing is None and low == high else None
        if two is not None:
            return ReadAmount(numeral, low + 2, low + 2, first, last, two.last, two)
        return ReadAmount(numeral, low, high, first, last, max(last, thing.last if thing else 0), thing)
    low, high = low * unit.factor, None if high is None else high * unit.factor
    if unit.kind == "measure":
        if (
            unit.id in ("degree", "celsius")
            and [token.key for token in tokens[unit.last : unit.last + 2]] in _BELOW_ZERO
        ):
            return ReadAmount(numeral, -low, -low, first, last, unit.last + 2, unit)
        return ReadAmount(numeral, low, high, first, last, max(unit.last, last), unit)
    last = max(unit.last, last)
    if unit.kind == "money" and low == high:
        low, last = with_coins(context, low, unit.id, last)
        high = low
    return ReadAmount(numeral, low, high, first, last, last, unit)


def _past_bracket(context: NumeralContext, first: int, last: int) -> int:
    """Where the unit begins: «(4) ضباط» has a bracket between."""
    tokens = context.tokens
    bracketed = first > 0 and tokens[first - 1].text == "(" and last < len(tokens) and tokens[last].text == ")"
    return last + 1 if bracketed else last


def _labelled(context: NumeralContext, first: int) -> bool:
    """«السيارة رقم (100363) ملاكي»: a figure that names something counts nothing."""
    tokens, at = context.tokens, first - 1
    while at >= max(first - 2, 0) and tokens[at].kind == "punctuation" and tokens[at].text in '([«":':
        at -= 1
    return at >= 0 and tokens[at].key in context.amounts.labels


def with_coins(context: NumeralContext, value: float, unit: str, at: int) -> tuple[float, int]:
    """An amount of money that ends before ``at`` with the coins after it, and where they end.

    «5 جنيهات و50 قرشا», «دولار و20 سنتا»: the coins are part of the amount.
    """
    tokens, first = context.tokens, at
    if at + 1 >= len(tokens):
        return value, at
    if tokens[at].key == "و":
        first = at + 1
    elif not context.follows(at):
        return value, at
    coins = context.reading(first)
    if coins is None or coins.numeral.ordinal or coins.low != coins.high:
        return value, at
    coin = unit_after(tokens, coins.numeral.last, context.amounts, True)
    parts = context.amounts.coins.get((coin.id, unit)) if coin is not None and coin.kind == "money" else None
    if coin is None or parts is None or not 0 < coins.low < parts:
        return value, at
    return value + coins.low / parts, coin.last


def _settled(context: NumeralContext, amount: ReadAmount) -> ReadAmount:
    """«5.200 شخص» are thousands: nobody counts parts of people; so are «12.500 دولار»."""
    other, unit = amount.numeral.other, amount.unit
    if other is None or unit is None or amount.low != amount.numeral.value or other < amount.low:
        return amount
    digits = context.tokens[amount.numeral.first].plain
    if unit.kind == "thing" or (unit.kind == "money" and (digits.endswith("00") or len(digits) > 5)):
        return replace(amount, low=other, high=other)
    return amount
