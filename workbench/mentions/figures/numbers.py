"""Numbers, ordinals, percentages, amounts of money, quantities and scores of one sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from workbench.knowledge.language.lexicon import Lexicon, Memory
from workbench.knowledge.language.phrases import Hit
from workbench.knowledge.words.amount_words import AmountWords, Marker
from workbench.knowledge.words.numeral_words import NumeralWords
from workbench.knowledge.words.score_words import ScoreWords
from workbench.mentions.figures.amounts import ReadAmount, amount_at, with_coins
from workbench.mentions.figures.money import Counting, country_of
from workbench.mentions.figures.numeral_context import ATTACHED, NumeralContext
from workbench.mentions.figures.ranges import Opening, range_at
from workbench.mentions.figures.scores import find_scores
from workbench.mentions.values import Amount, Mention, MentionType
from workbench.text.values import Token

_BETWEEN = frozenset(p + "بين" for p in ("", "و", "ف", "ما", "وما", "فيما"))
_FROM = frozenset(("من", "ومن", "فمن"))
_WHAT = frozenset(("ما", "وما", "لما", "بما"))
_CONJUNCTIONS = frozenset(("و", "ف", "لكن", "ولكن", "ثم"))
_TWO = frozenset(("اثنين", "اثنان", "اثنتين", "اثنتان"))
_CLOSE_BY = 3  # words between a figure and a bound written after it


class NumberKnowledge(Protocol):
    """The tables that numbers are read by."""

    @property
    def numerals(self) -> NumeralWords: ...
    @property
    def amounts(self) -> AmountWords: ...
    @property
    def scores(self) -> ScoreWords: ...
    @property
    def lexicon(self) -> Lexicon: ...


def find_numbers(
    tokens: Sequence[Token], taken: Collection[int], knowledge: NumberKnowledge, memory: Memory | None = None
) -> tuple[Mention, ...]:
    """Every mention of a number in a sentence, in order; offsets count from the sentence's start.

    ``taken`` holds the indexes of tokens that belong to times and names; their figures are no numbers. ``memory``
    spares the lexicon reading a word twice; it may be shared by all sentences.
    """
    masked = frozenset(taken) | frozenset(_addresses(tokens))
    scores = find_scores(tokens, masked, knowledge.numerals, knowledge.scores)
    used = masked | frozenset(at for score in scores for at in range(score.first, score.last))
    counting = Counting(tokens, used, knowledge.lexicon, {} if memory is None else memory)
    context = NumeralContext(tokens, used, knowledge.numerals, knowledge.amounts, counting)
    markers = {hit.last: hit for hit in knowledge.amounts.before.find(tokens)}
    mentions = [
        *(Mention(tokens[s.first].start, tokens[s.last - 1].end, "score", s.score) for s in scores),
        *(_mention(tokens, found) for found in _merged(tokens, _Finder(context, markers).find())),
    ]
    return tuple(sorted(mentions, key=lambda mention: mention.start))


@dataclass(frozen=True, slots=True)
class _Found:
    """``tokens[first:last]`` are the span; ``lead`` to ``reach`` takes in markers and the counted noun as well."""

    type: MentionType
    low: float | None
    high: float | None
    first: int
    last: int
    lead: int
    reach: int
    about: bool = False
    unit: str | None = None


def _mention(tokens: Sequence[Token], found: _Found) -> Mention:
    value = Amount(found.low, found.high, found.about, found.unit)
    return Mention(tokens[found.first].start, tokens[found.last - 1].end, found.type, value)


def _addresses(tokens: Sequence[Token]) -> list[int]:
    """The tokens of web addresses: no figure in them is a number."""
    found: list[int] = []
    inside = False
    for at, token in enumerate(tokens):
        if token.spaced:
            inside = False
        if token.kind == "latin" and token.key.startswith(("http", "www")):
            inside = True
        if inside:
            found.append(at)
    return found


def _merged(tokens: Sequence[Token], found: list[_Found]) -> list[_Found]:
    """«أكثر من 100 وأقل من 300»: a least and a most said of one thing are one range."""
    out: list[_Found] = []
    for one in found:
        both = _one_range(tokens, out[-1], one) if out else None
        if both is None:
            out.append(one)
        else:
            out[-1] = both
    return out


def _one_range(tokens: Sequence[Token], one: _Found, other: _Found) -> _Found | None:
    """The range that two neighbours make, or None."""
    if "ordinal" in (one.type, other.type) or (one.unit and other.unit and one.unit != other.unit):
        return None
    least, most = (one, other) if one.low is not None else (other, one)
    if least.low is None or least.high is not None or most.low is not None or most.high is None:
        return None
    between = tokens[one.reach : other.lead]
    joined = not between and other.lead < len(tokens) and tokens[other.lead].key.startswith(("و", "ف"))
    if least.low >= most.high or not (joined or (len(between) == 1 and between[0].key in _CONJUNCTIONS)):
        return None
    return _Found(
        other.type if other.unit else one.type,
        least.low,
        most.high,
        one.first,
        other.last,
        one.lead,
        other.reach,
        one.about or other.about,
        other.unit or one.unit,
    )


@dataclass(frozen=True, slots=True)
class _Finder:
    """Looks for numbers from the first token to the last; ``markers`` are phrases that bound a figure after them, by
    the index after their last word."""

    context: NumeralContext
    markers: dict[int, Hit[Marker]]

    def find(self) -> list[_Found]:
        tokens, readings, taken = self.context.tokens, self.context.words.readings, self.context.taken
        out: list[_Found] = []
        at = floor = 0
        while at < len(tokens):
            token = tokens[at]
            found: _Found | None = None
            if at not in taken:
                if token.kind == "number" or token.key in readings:
                    found = self.expression(at, floor)
                elif token.kind == "word" and token.key.endswith(("ان", "ين")) and len(token.key) > 4:
                    found = self.dual(at, floor)
            if found is None:
                at += 1
            else:
                out.append(found)
                at = floor = max(found.reach, at + 1)
        return out

    def expression(self, i: int, floor: int) -> _Found | None:
        """The figure at ``tokens[i]`` with its range, its bounds and its unit."""
        amount = amount_at(self.context, i, floor)
        if amount is None:
            return None
        if amount.numeral.ordinal:
            first = amount.first
            return _Found("ordinal", amount.low, amount.high, first, amount.last, first, amount.reach)
        lead, before, opening = self.leading(amount.first, floor)
        ends = range_at(self.context, amount, opening)
        low: float | None = amount.low
        high, last, reach, unit = amount.high, amount.last, amount.reach, amount.unit
        if ends is not None:
            low, high, last, reach, unit = ends.low, ends.high, ends.last, ends.reach, ends.unit
            if ends.change:
                high = ends.low
        after, reach = self.following(reach)
        thing = unit is not None and unit.kind == "thing"
        named = {marker.kind for marker in (*before, *after) if not (marker.bare and thing)}
        if low == high:
            low, high = _bounded(low, high, named)
        kind: MentionType = "number"
        if unit is not None:
            kind = unit.kind if unit.kind in ("percentage", "money") else "quantity"
        elif self.numbering(amount):
            kind = "ordinal"
        about = amount.vague or "about" in named
        return _Found(kind, low, high, amount.first, last, lead, reach, about, (unit.id or None) if unit else None)

    def numbering(self, amount: ReadAmount) -> bool:
        """«الدورة الـ40» and «البيت المئة» number what they stand after; «المادة 5» does not."""
        if not amount.numeral.definite or amount.numeral.fraction or amount.first == 0 or amount.vague:
            return False
        counting = self.context.counting
        noun = counting.noun(amount.first - 1)
        if noun is None or not noun.definite or noun.number != "singular":
            return False
        whole = counting.noun(amount.first - 2) if amount.first > 1 else None
        return whole is None or whole.number == "singular"  # «حالات الإصابة الـ27» counts

    def leading(self, first: int, floor: int) -> tuple[int, list[Marker], Opening]:
        """What stands before a figure: where it begins, the markers, whether «بين» or «من» is among it."""
        markers: list[Marker] = []
        between = beginning = False
        at, tokens = first, self.context.tokens
        if at > floor and tokens[at - 1].key in ATTACHED and len(tokens[at - 1].text) > 1:
            at -= 1  # «الـ 50»
        for _ in range(4):
            hit = self.markers.get(at)
            before = tokens[at - 1].key if at > floor else ""
            if hit is not None and hit.first >= floor:
                if self.without(hit.first):
                    break
                markers.append(hit.value)
                at = hit.first
            elif before in _BETWEEN and not between:
                between, at = True, at - 1
                if at > floor and tokens[at - 1].key in _WHAT:
                    at -= 1
            elif before in _FROM and not beginning:
                beginning = True
                if self.markers.get(at - 1) is None:
                    break
                at -= 1
            else:
                break
        return at, markers, Opening(at, between, beginning)

    def without(self, i: int) -> bool:
        """«من دون 3 لاعبين» is without them, not fewer than three."""
        tokens = self.context.tokens
        return tokens[i].key == "دون" and i > 0 and tokens[i - 1].key in _FROM

    def following(self, i: int) -> tuple[list[Marker], int]:
        """Markers after a figure and its noun («20 شخصا على الأقل»), and where they end."""
        context, at = self.context, i
        tokens, found = context.tokens, context.amounts.after
        while at < len(tokens) and at <= i + _CLOSE_BY and at not in context.taken:
            if tokens[at].kind not in ("word", "symbol"):
                break
            hit = found.at(tokens, at)
            if hit is not None:
                end = hit.last
                compares = end < len(tokens) and tokens[end].key in ("من", "عن", "علي")
                if compares or (context.follows(end) and (at > i or self.markers.get(end) is not None)):
                    break
                second = found.at(tokens, end) if end < len(tokens) else None
                return ([hit.value, second.value], second.last) if second else ([hit.value], end)
            if tokens[at].key.startswith("و") or context.follows(at) or context.amounts.before.at(tokens, at):
                break
            at += 1
        return [], i

    def dual(self, i: int, floor: int) -> _Found | None:
        """«جنديين», «دولاران», «كيلومترين»: two of something in one word."""
        context = self.context
        tokens, amounts, last = context.tokens, context.amounts, i + 1
        kind: MentionType = "quantity"
        figure = 2.0
        noun = amounts.currency_nouns.get(tokens[i].key)
        measure = amounts.measure_duals.get(tokens[i].key)
        if noun is not None and noun.dual:
            code, last = country_of(tokens, last, noun.noun, amounts)
            unit, kind = code or noun.unit, "money"
            figure, last = with_coins(context, 2.0, unit, last)
        elif measure is not None:
            unit = measure
        else:
            counted = context.counting.two(i)
            if counted is None or counted.kind in ("time", "numeral") or tokens[i].key in amounts.not_dual:
                return None
            if i == floor and i > 0:
                return None  # the adjective of a dual: «جنديان عراقيان»
            unit = counted.concept
        reach = last + 1 if last < len(tokens) and tokens[last].key in _TWO else last
        lead, before, _ = self.leading(i, floor)
        after, reach = self.following(reach)
        named = {marker.kind for marker in (*before, *after) if not marker.bare}
        low, high = _bounded(figure, figure, named)
        return _Found(kind, low, high, i, last, lead, reach, "about" in named, unit)


def _bounded(low: float | None, high: float | None, named: Collection[str]) -> tuple[float | None, float | None]:
    """A figure with its markers: a least has no high end, a most no low one."""
    if "low" in named and "high" not in named:
        return low, None
    if "high" in named and "low" not in named:
        return None, high
    return low, high
