"""Two figures that are the ends of one: «من 11 إلى 14», «بين 20 و30», «11-14», «3 إلى 4 ملايين»."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.mentions.figures.amounts import ReadAmount, amount_at, with_unit
from workbench.mentions.figures.digits import glued
from workbench.mentions.figures.money import Unit
from workbench.mentions.figures.numeral_context import ATTACHED, DASHES, NumeralContext, Reading
from workbench.mentions.figures.numerals import cardinal_at

_TO = frozenset(("الي", "حتي", "لغايه", "وحتي", "والي", "ولغايه"))
_LOOK_BACK = 8  # words in which a verb of change is looked for


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the first figure of a range: where it begins, and whether «بين» or «من» is among it."""

    lead: int
    between: bool
    beginning: bool


@dataclass(frozen=True, slots=True)
class Range:
    """A range's ends and its unit; the span ends at token ``last``, the counted noun at ``reach``. ``change`` says that
    the two are no range but what something was and became: only ``low`` and ``unit`` are told then."""

    low: float
    high: float
    last: int
    reach: int
    unit: Unit | None
    change: bool = False


def range_at(context: NumeralContext, one: ReadAmount, opening: Opening) -> Range | None:
    """The range that begins with the figure ``one``, or None."""
    tokens = context.tokens
    if one.vague:
        return None
    for end in dict.fromkeys((one.numeral.last, one.last, one.reach)):
        two = _other_end(context, one, end, opening)
        if two is not None:
            if opening.beginning and tokens[end].key in _TO and _changes(context, opening.lead):
                return Range(_shared(one, two), two.low, one.last, one.reach, one.unit or two.unit, change=True)
            return _paired(context, one, two)
    if not opening.between or one.numeral.written != "words":
        return None
    # «بين خمسة وعشرين» without a second «و» is from five to twenty
    first = one.numeral.first
    alone = cardinal_at(context.untaken(first), first, context.words, alone=True)
    if alone is None or alone.last >= one.numeral.last:
        return None
    short = with_unit(context, Reading(alone, one.first, alone.value, alone.value), one.first)
    two = _other_end(context, short, alone.last, opening)
    return _paired(context, short, two) if two is not None else None


def _other_end(context: NumeralContext, one: ReadAmount, end: int, opening: Opening) -> ReadAmount | None:
    """The figure that ends a range whose first figure ends at ``end``."""
    tokens = context.tokens
    if end >= len(tokens) or end in context.taken:
        return None
    at = _second_begins(context, one, end, opening)
    if at is None or at >= len(tokens):
        return None
    if tokens[at].key in ATTACHED and tokens[at].kind == "word" and glued(tokens, at + 1):
        at += 1
    if tokens[at].kind == "symbol":
        at += 1
    two = amount_at(context, at, at - 1) if at < len(tokens) else None
    if two is None or two.numeral.ordinal or two.vague:
        return None
    token = tokens[end]
    if token.text in DASHES:
        chained = two.last < len(tokens) and tokens[two.last].text in DASHES and context.follows(two.last + 1)
        if chained or (one.first > 0 and tokens[one.first - 1].text in DASHES and glued(tokens, one.first)):
            return None
    if token.key == "او" and not one.numeral.value < two.numeral.value <= 3 * one.numeral.value + 1:
        return None
    return two


def _second_begins(context: NumeralContext, one: ReadAmount, end: int, opening: Opening) -> int | None:
    """Where a second figure would begin, judged by the word at ``end`` that links it to the first."""
    tokens = context.tokens
    word = tokens[end].key
    if opening.between and word in ("و", "وبين"):
        return end + 1
    if opening.between and word.startswith("و") and word in context.words:
        return end
    if word in _TO:
        counts = one.unit is not None and one.unit.kind == "thing"
        if counts and not (opening.beginning or opening.between):
            return None  # «نقل 20 جنديا إلى 3 قواعد»
        if one.unit is not None and not (opening.beginning or opening.between) and _changes(context, one.first):
            return None  # «ارتفع ثلاثة دولارات إلى 84 دولارا»
        return end + 1
    if word == "و" and opening.beginning and end + 1 < len(tokens) and tokens[end + 1].key in _TO:
        return end + 2
    if tokens[end].text in DASHES and end == one.last:
        at = end + 1
        if at >= len(tokens) or tokens[at].kind == "punctuation" or glued(tokens, end) != glued(tokens, at):
            return None
        return at
    if word == "او" and end == one.last and not opening.between:
        return end + 1
    return None


def _changes(context: NumeralContext, lead: int) -> bool:
    """«ارتفع العدد من 5 إلى 10» tells of two figures, not of a range."""
    for at in range(lead - 1, max(lead - _LOOK_BACK, -1), -1):
        token = context.tokens[at]
        if token.kind == "punctuation" or token.key in context.amounts.ranging:
            return False
        if token.key in context.amounts.changes:
            return True
    return False


def _paired(context: NumeralContext, one: ReadAmount, two: ReadAmount) -> Range | None:
    """The two ends with a scale word shared («3 إلى 4 ملايين»), if they can be ends of one range."""
    if one.unit is not None and two.unit is not None and not _same_unit(context, one.unit, two.unit):
        return None
    low, high = _shared(one, two), two.low
    if low > high:
        low = one.low
    if two.unit is not None and two.unit.kind == "percentage" and one.unit is None:
        low *= two.unit.factor
    unit = two.unit or one.unit
    return Range(low, high, two.last, two.reach, unit) if low < high else None


def _shared(one: ReadAmount, two: ReadAmount) -> float:
    """The first figure with the second's scale word, where it plainly belongs to both: «3 إلى 4 ملايين»."""
    first, second = one.numeral, two.numeral
    if first.scale == 1 and second.scale > 1 and second.value > second.scale:
        count = second.value / second.scale
        if 0 < first.value < count or count / 10 <= first.value <= count * 10:
            return one.low * second.scale
    return one.low


def _same_unit(context: NumeralContext, one: Unit, two: Unit) -> bool:
    if one.kind == two.kind == "money":
        return context.amounts.same_money(one.id, two.id)
    return (one.kind, one.id) == (two.kind, two.id)
