"""Numbers, ordinals, percentages, amounts of money, quantities and scores of one sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from workbench.knowledge.amount_words import AmountWords, Marker
from workbench.knowledge.lexicon import Lexicon, Memory
from workbench.knowledge.numeral_words import PARTICLES, NumeralWords
from workbench.knowledge.phrases import Hit
from workbench.knowledge.score_words import ScoreWords
from workbench.mentions.figures import figure_at, glued, glued_to_letters, multiplied_at, ratio_at, sign_at
from workbench.mentions.money import Counting, Unit, country_of, currency_before, percent_before, unit_after
from workbench.mentions.numerals import Numeral, cardinal_at, ordinal_at
from workbench.mentions.scores import find_scores
from workbench.mentions.values import Amount, Mention, MentionType
from workbench.text.values import Token

_PARTICLES = frozenset(PARTICLES[1:])
_DASHES = frozenset("-–—−‐‑~～÷")
_NEGATIVE = frozenset(("سالب", "ناقص", "السالب"))
_BETWEEN = frozenset(p + "بين" for p in ("", "و", "ف", "ما", "وما", "فيما"))
_FROM = frozenset(("من", "ومن", "فمن"))
_TO = frozenset(("الي", "حتي", "لغايه", "وحتي", "والي", "ولغايه"))
_WHAT = frozenset(("ما", "وما", "لما", "بما"))
_CONJUNCTIONS = frozenset(("و", "ف", "او", "لكن", "ولكن", "ثم"))
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

    ``taken`` holds the indexes of tokens that belong to times and names (best a set); their figures are no numbers.
    ``memory`` spares the lexicon reading a word twice; it may be shared by all sentences.
    """
    masked = frozenset(taken) | frozenset(_addresses(tokens))
    scores = find_scores(tokens, masked, knowledge.numerals, knowledge.scores)
    used = masked | frozenset(at for score in scores for at in range(score.first, score.last))
    counting = Counting(tokens, used, knowledge.lexicon, {} if memory is None else memory)
    finder = _Finder(tokens, used, knowledge.numerals, knowledge.amounts, counting, _markers(tokens, knowledge.amounts))
    mentions = [
        *(Mention(tokens[s.first].start, tokens[s.last - 1].end, "score", s.score) for s in scores),
        *(_mention(tokens, found) for found in _merged(tokens, finder.find())),
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


@dataclass(frozen=True, slots=True)
class _Figure:
    """A numeral with what belongs to it: ``first`` takes in sign, particles and a currency before it; ``last`` and
    ``reach`` are where the span and the counted noun end. ``low`` and ``high`` differ for vague words only."""

    numeral: Numeral
    low: float
    high: float | None
    first: int
    last: int
    reach: int
    unit: Unit | None = None
    about: bool = False


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


def _markers(tokens: Sequence[Token], amounts: AmountWords) -> dict[int, Hit[Marker]]:
    """Phrases that bound the figure after them, by the index after their last word."""
    return {hit.last: hit for hit in amounts.before.find(tokens)}


def _merged(tokens: Sequence[Token], found: list[_Found]) -> list[_Found]:
    """«أكثر من 100 وأقل من 300»: a least and a most said of one thing are one range."""
    out: list[_Found] = []
    for one in found:
        before = out[-1] if out else None
        if (
            before is not None
            and before.type != "ordinal"
            and one.type != "ordinal"
            and _one_range(tokens, before, one)
        ):
            low, high = (before, one) if before.low is not None else (one, before)
            if low.low is not None and high.high is not None and low.low < high.high:
                out[-1] = _Found(
                    one.type if one.unit else before.type, low.low, high.high, before.first, one.last, before.lead,
                    one.reach, before.about or one.about, one.unit or before.unit,
                )  # fmt: skip
                continue
        out.append(one)
    return out


def _one_range(tokens: Sequence[Token], one: _Found, other: _Found) -> bool:
    if (one.low is None) == (other.low is None) or (one.high is None) == (other.high is None):
        return False
    if one.unit and other.unit and one.unit != other.unit:
        return False
    between = tokens[one.reach : other.lead]
    joined = not between and other.lead < len(tokens) and tokens[other.lead].key[0] in "وف"
    return joined or (len(between) == 1 and between[0].key in _CONJUNCTIONS)


@dataclass(frozen=True, slots=True)
class _Finder:
    tokens: Sequence[Token]
    taken: frozenset[int]
    words: NumeralWords
    amounts: AmountWords
    counting: Counting
    markers: dict[int, Hit[Marker]]

    def find(self) -> list[_Found]:
        tokens, readings = self.tokens, self.words.readings
        out: list[_Found] = []
        at = floor = 0
        while at < len(tokens):
            token = tokens[at]
            found: _Found | None = None
            if at not in self.taken:
                if token.kind == "number" or token.key in readings:
                    found = self.expression(at, floor)
                elif token.kind == "word" and token.key.endswith(("ان", "ين")) and len(token.key) > 4:
                    found = self.dual(at, out[-1].last if out else -1)
            if found is None:
                at += 1
            else:
                out.append(found)
                at = floor = max(found.reach, at + 1)
        return out

    # one numeral

    def numeral(self, i: int) -> tuple[Numeral, int] | None:
        """The numeral at ``tokens[i]`` and the index where it begins with its sign and particles."""
        if i >= len(self.tokens) or i in self.taken:
            return None
        return self.in_figures(i) if self.tokens[i].kind == "number" else self.in_words(i)

    def untaken(self, i: int) -> Sequence[Token]:
        """The tokens up to the next one that is taken, so that no numeral reaches into it."""
        for at in range(i + 1, min(i + 24, len(self.tokens))):
            if at in self.taken:
                return self.tokens[:at]
        return self.tokens

    def in_figures(self, i: int) -> tuple[Numeral, int] | None:
        tokens = self.untaken(i)
        if glued(tokens, i):
            before = tokens[i - 1]
            if before.kind == "latin" and before.key not in self.amounts.signs:
                return None
            if before.text in _DASHES and glued(tokens, i - 1) and tokens[i - 2].kind in ("word", "latin"):
                return None  # «إف-16», «كوفيد-19»
        ordinal = ordinal_at(tokens, i, self.words)
        if ordinal is not None:
            return ordinal, i
        ratio = ratio_at(tokens, i)
        numeral = Numeral(ratio.value, i, ratio.last, "digits") if ratio else cardinal_at(tokens, i, self.words)
        if numeral is None:
            return None
        figure = figure_at(tokens, i)
        if figure is not None and numeral.last == figure.last:
            grown = multiplied_at(tokens, figure)
            if grown is not None:
                numeral = Numeral(grown.value, i, grown.last, "digits")
            elif glued_to_letters(tokens, figure.last) and not unit_after(tokens, figure.last, self.amounts, True):
                return None
        sign, first = sign_at(tokens, i)
        if first == i and glued(tokens, i) and tokens[i - 1].text in (".", "٫") and tokens[i].plain.isdigit():
            if tokens[i - 1].spaced or i == 1:
                digits = tokens[i].plain
                numeral = replace(numeral, value=numeral.value / 10 ** len(digits), other=None)
                first = i - 1
                if first > 0 and glued(tokens, first) and tokens[first - 1].text == "-":
                    sign, first = -1, first - 1
        elif first == i and glued(tokens, i) and tokens[i - 1].key in _PARTICLES and tokens[i - 1].kind == "word":
            first = i - 1
            particles = tokens[first].key
            numeral = replace(numeral, particles=particles, definite=particles.endswith(("ال", "لل")))
        elif first == i and i > 0 and tokens[i - 1].key in _NEGATIVE:
            sign, first = -1, i - 1
        return (replace(numeral, value=-numeral.value, other=None) if sign < 0 else numeral), first

    def in_words(self, i: int) -> tuple[Numeral, int] | None:
        tokens = self.untaken(i)
        ordinal = ordinal_at(tokens, i, self.words)
        cardinal = self.share(i) or cardinal_at(tokens, i, self.words)
        numeral = cardinal
        if ordinal is not None and (cardinal is None or ordinal.last >= cardinal.last):
            proper = any(word.role in ("ordinal", "first") for word in self.words.get(tokens[i].key))
            if cardinal is None or proper or not self.counts(cardinal):
                numeral = ordinal
        if numeral is None or self.trapped(numeral):
            return None
        if i > 0 and tokens[i - 1].key in _NEGATIVE and not numeral.ordinal:
            return replace(numeral, value=-numeral.value), i - 1
        return numeral, i

    def share(self, i: int) -> Numeral | None:
        """«خمس السكان» is a fifth of them."""
        if i + 1 >= len(self.tokens):
            return None
        for word in self.words.get(self.tokens[i].key):
            if word.role == "rarepart" and not word.definite:
                base = self.tokens[i].key[len(word.particles) :]
                if self.tokens[i + 1].key in self.amounts.shares.get(base, ()):
                    return Numeral(word.value, i, i + 1, "words", fraction=True, particles=word.particles)
        return None

    def counts(self, numeral: Numeral) -> bool:
        """Whether definite tens count something: «الأعوام العشرين», «العشرين شخصا»; else they are an ordinal."""
        if self.counting.after(replace(numeral, definite=False, fraction=False)) is not None:
            return True
        if unit_after(self.tokens, numeral.last, self.amounts, False) is not None:
            return True
        before = numeral.first - 1
        if before < 0 or self.tokens[before].kind != "word":
            return False
        noun = self.counting.noun(before)
        if noun is not None:
            return not noun.definite or noun.number == "plural"
        return not self.tokens[before].key.startswith(("ال", "وال", "بال", "لل", "فال"))

    def trapped(self, numeral: Numeral) -> bool:
        """Whether the words around say that a word is no numeral after all."""
        tokens, first, last = self.tokens, numeral.first, numeral.last
        if last > first + 1:
            return False
        token = tokens[first]
        after = tokens[last].key if last < len(tokens) else ""
        before = tokens[first - 1].key if first > 0 else ""
        base = token.key[len(numeral.particles) :]
        amounts = self.amounts
        for word in (base, "ال" + base) if numeral.definite else (base,):
            if after in amounts.traps_after.get(word, ()) or before in amounts.traps_before.get(word, ()):
                return True
        roles = {word.role for word in self.words.get(token.key)}
        if numeral.ordinal:
            return base == "اول" and after == "من" and last + 1 < len(tokens) and tokens[last + 1].key == "امس"
        if "unit" in roles and numeral.value == 1:
            return numeral.definite or (after == "من" and not self.numeral_follows(last + 1))
        if "unit" in roles and numeral.value == 2 and numeral.definite:
            return base == "اثنين"
        if base == "ست" and numeral.definite:
            return not before.startswith(("ال", "وال", "لل", "بال"))
        if numeral.fraction and numeral.definite:
            follows = ordinal_at(tokens, last, self.words) if last < len(tokens) else None
            return follows is not None and follows.definite
        return False

    def numeral_follows(self, i: int) -> bool:
        return i < len(self.tokens) and (self.tokens[i].kind == "number" or self.tokens[i].key in self.words)

    def vague(self, i: int) -> _Figure | None:
        """«بضع», «عشرات», «مئات الآلاف»: a few is 3 to 9; tens, hundreds, thousands are at least two of them."""
        tokens = self.tokens
        word = next((w for w in self.words.get(tokens[i].key) if w.role in ("few", "many", "scales")), None)
        if word is None or i in self.taken:
            return None
        last, unit = i + 1, 1.0 if word.role == "few" else word.value
        while last < len(tokens) and last not in self.taken:
            scale = next(
                (w for w in self.words.get(tokens[last].key)
                 if w.role in ("many", "scales", "scale") and w.particles in ("", "ال") and w.value > (unit if unit > 1 else 0)),
                None,
            )  # fmt: skip
            if scale is None:
                break
            unit, last = unit * scale.value, last + 1
        low, high = (3 * unit, 9 * unit) if word.role == "few" else (2 * unit, None)
        numeral = Numeral(low, i, last, "words", scale=unit, definite=word.definite, particles=word.particles)
        return self.with_unit(numeral, i, i, low, high)

    # a numeral and what it is of

    def figure(self, i: int, floor: int) -> _Figure | None:
        """The figure at ``tokens[i]`` with its unit."""
        read = self.numeral(i)
        if read is None:
            return self.vague(i) if self.tokens[i].kind == "word" else None
        numeral, first = read
        return self.with_unit(numeral, first, floor, numeral.value, numeral.value)

    def with_unit(self, numeral: Numeral, first: int, floor: int, low: float, high: float | None) -> _Figure:
        tokens, vague = self.tokens, low != high
        if numeral.ordinal:
            return _Figure(numeral, low, high, first, numeral.last, numeral.last)
        unit = unit_after(tokens, numeral.last, self.amounts, numeral.written != "words")
        if unit is not None and any(at in self.taken for at in range(unit.first, unit.last)):
            unit = None
        if unit is None and percent_before(tokens, first, floor):
            unit, first = Unit("percentage", "", first - 1, numeral.last), first - 1
        money = currency_before(tokens, first, self.amounts, floor)
        if money is not None and (unit is None or unit.kind != "percentage"):
            unit, first = Unit("money", money.id, money.first, numeral.last), money.first
        if unit is None:
            thing = self.counting.after(numeral, vague) or self.counting.before(numeral, first)
            return _Figure(
                numeral, low, high, first, numeral.last, max(numeral.last, thing.last if thing else 0), thing, vague
            )
        low, high = low * unit.factor, None if high is None else high * unit.factor
        last = unit.last if unit.kind in ("percentage", "money") else numeral.last
        figure = _Figure(numeral, low, high, first, last, max(unit.last, numeral.last), unit, vague)
        return self.with_coins(figure) if unit.kind == "money" and not vague else figure

    def with_coins(self, figure: _Figure) -> _Figure:
        """«5 جنيهات و50 قرشا», «دولار و20 سنتا»: the coins are part of the amount."""
        at, tokens = figure.reach, self.tokens
        if at + 1 >= len(tokens) or figure.unit is None:
            return figure
        if tokens[at].key == "و":
            at += 1
        elif tokens[at].key not in self.words or not tokens[at].key.startswith("و"):
            return figure
        coins = self.numeral(at)
        if coins is None or coins[0].ordinal:
            return figure
        unit = unit_after(tokens, coins[0].last, self.amounts, True)
        parts = self.amounts.coins.get((unit.id, figure.unit.id)) if unit is not None and unit.kind == "money" else None
        if unit is None or parts is None or not 0 < coins[0].value < parts:
            return figure
        value = figure.low + coins[0].value / parts
        return replace(figure, low=value, high=value, last=unit.last, reach=unit.last)

    # a figure, its range and its bounds

    def expression(self, i: int, floor: int) -> _Found | None:
        one = self.figure(i, floor)
        if one is None:
            return None
        if one.numeral.ordinal:
            return _Found("ordinal", one.low, one.high, one.first, one.last, one.first, one.reach)
        lead, kinds, between, beginning = self.leading(one.first, floor)
        one = self.settled(one)
        low, high, last, reach, unit = one.low, one.high, one.last, one.reach, one.unit
        other = self.range_end(one, i, between, beginning, lead)
        if other is not None:
            one, two = other
            unit = two.unit or one.unit
            low, high = sorted((one.low, two.high if two.high is not None else two.low))
            last, reach = two.last, two.reach
        kinds = [kind for kind in kinds if not kind.bare or unit is None or unit.kind != "thing"]
        following, reach = self.following(reach)
        named = {marker.kind for marker in (*kinds, *following)}
        about = one.about or "about" in named
        if low == high:
            if "low" in named and "high" not in named:
                high = None
            elif "high" in named and "low" not in named:
                low = None  # type: ignore[assignment]
        kind: MentionType = "number"
        if unit is not None:
            kind = {"percentage": "percentage", "money": "money"}.get(unit.kind, "quantity")  # type: ignore[assignment]
        elif self.numbering(one):
            kind = "ordinal"
        return _Found(kind, low, high, one.first, last, lead, reach, about, (unit.id or None) if unit else None)

    def numbering(self, one: _Figure) -> bool:
        """«الدورة الـ40» numbers what it stands after; so do «البيت المئة» and «المادة 5» not."""
        if not one.numeral.definite or one.numeral.fraction or one.first == 0:
            return False
        noun = self.counting.noun(one.first - 1)
        return noun is not None and noun.definite and noun.number == "singular"

    def settled(self, one: _Figure) -> _Figure:
        """«5.200 شخص» are thousands: nobody counts parts of people; so are «12.500 دولار»."""
        other, unit = one.numeral.other, one.unit
        if other is None or unit is None or one.low != one.numeral.value or other < one.low:
            return one
        digits = self.tokens[one.numeral.first].plain
        if unit.kind == "thing" or (unit.kind == "money" and (digits.endswith("00") or len(digits) > 5)):
            return replace(one, low=other, high=other)
        return one

    def leading(self, first: int, floor: int) -> tuple[int, list[Marker], bool, bool]:
        """What stands before a figure: where it begins, the markers, whether «بين» or «من» is among it."""
        kinds: list[Marker] = []
        between = beginning = False
        at, tokens = first, self.tokens
        if (
            at > floor
            and tokens[at - 1].key in _PARTICLES
            and tokens[at - 1].kind == "word"
            and len(tokens[at - 1].text) > 1
        ):
            at -= 1  # «الـ 50»
        for _ in range(4):
            hit = self.markers.get(at)
            if hit is not None and hit.first >= floor:
                if hit.value.kind == "high" and hit.first == at - 1 and self.without(hit.first):
                    break
                kinds.append(hit.value)
                at = hit.first
            elif at > floor and tokens[at - 1].key in _BETWEEN and not between:
                between, at = True, at - 1
                if at > floor and tokens[at - 1].key in _WHAT:
                    at -= 1
            elif at > floor and tokens[at - 1].key in _FROM and not beginning:
                beginning = True
                if self.markers.get(at - 1) is None:
                    break
                at -= 1
            else:
                break
        return at, kinds, between, beginning

    def without(self, i: int) -> bool:
        """«من دون 3 لاعبين» is without them, not fewer than three."""
        return self.tokens[i].key == "دون" and i > 0 and self.tokens[i - 1].key in _FROM

    def following(self, i: int) -> tuple[list[Marker], int]:
        """Markers after a figure and its noun («20 شخصا على الأقل»), and where they end."""
        tokens, at = self.tokens, i
        for step in range(_CLOSE_BY + 1):
            if at >= len(tokens) or at in self.taken or tokens[at].kind not in ("word", "symbol"):
                break
            hit = self.amounts.after.at(tokens, at)
            if hit is not None:
                if step and self.numeral_follows(hit.last):
                    break
                if not step and self.numeral_follows(hit.last) and self.markers.get(hit.last) is not None:
                    break
                more, end = self.following(hit.last) if step == 0 else ([], hit.last)
                return [hit.value, *more], end
            if tokens[at].key.startswith("و") or self.numeral_follows(at) or self.amounts.before.at(tokens, at):
                break
            at += 1
        return [], i

    def range_end(
        self, one: _Figure, i: int, between: bool, beginning: bool, lead: int
    ) -> tuple[_Figure, _Figure] | None:
        """The two ends of a range that begins with the figure ``one``, or None."""
        if one.low != one.high:
            return None
        ends = [one.numeral.last, *([one.reach] if one.reach > one.numeral.last else [])]
        for end in ends:
            two = self.other_end(one, end, between, beginning, lead)
            if two is not None:
                return self.paired(one, two)
        if between and one.numeral.written == "words":
            alone = cardinal_at(self.untaken(i), i, self.words, alone=True)
            if alone is not None and alone.last < one.numeral.last:
                short = self.with_unit(alone, one.first, one.first, alone.value, alone.value)
                two = self.other_end(short, alone.last, True, False, lead)
                if two is not None:
                    return self.paired(short, two)
        return None

    def other_end(self, one: _Figure, end: int, between: bool, beginning: bool, lead: int) -> _Figure | None:
        tokens = self.tokens
        if end >= len(tokens) or end in self.taken:
            return None
        token, at = tokens[end], -1
        if between and token.key in ("و", "وبين"):
            at = end + 1
        elif between and token.key.startswith("و") and token.key in self.words:
            at = end
        elif token.key in _TO and (beginning or between or one.unit is None or one.unit.kind != "thing"):
            if self.changes(lead):
                return None
            at = end + 1
        elif token.key == "و" and end + 1 < len(tokens) and tokens[end + 1].key in _TO and beginning:
            at = end + 2
        elif token.text in _DASHES and end == one.last:
            at = end + 1
            if at >= len(tokens) or tokens[at].kind == "punctuation" or (glued(tokens, end) != glued(tokens, at)):
                return None
        elif token.key == "او" and end == one.last and not between:
            at = end + 1
        if at < 0 or at >= len(tokens):
            return None
        if tokens[at].kind == "word" and tokens[at].key in _PARTICLES and glued(tokens, at + 1):
            at += 1
        two = self.figure_after(at)
        if two is None or two.numeral.ordinal or two.high is None:
            return None
        two = self.settled(two)
        if token.text in _DASHES:
            chain = two.last < len(tokens) and tokens[two.last].text in _DASHES and self.numeral_follows(two.last + 1)
            if chain or (one.first > 0 and tokens[one.first - 1].text in _DASHES and glued(tokens, one.first)):
                return None
        if token.key == "او" and not one.numeral.value < two.numeral.value <= 3 * one.numeral.value + 1:
            return None
        return two

    def figure_after(self, i: int) -> _Figure | None:
        """A figure whose currency sign may stand before it: «$10 إلى $20»."""
        if i < len(self.tokens) and self.tokens[i].kind == "symbol":
            i += 1
        figure = self.figure(i, i - 1) if i < len(self.tokens) else None
        return figure if figure is not None and not figure.about else None

    def changes(self, lead: int) -> bool:
        """«ارتفع العدد من 5 إلى 10» tells of two figures, not of a range."""
        tokens = self.tokens
        for at in range(lead - 1, max(lead - 8, -1), -1):
            if tokens[at].kind == "punctuation":
                return False
            if tokens[at].key in self.amounts.changes:
                return True
        return False

    def paired(self, one: _Figure, two: _Figure) -> tuple[_Figure, _Figure] | None:
        """The two ends with a scale word shared («3 إلى 4 ملايين»), if they can be ends of one range."""
        first, second = one.numeral, two.numeral
        if (
            one.unit is not None
            and two.unit is not None
            and (one.unit.kind, one.unit.id) != (two.unit.kind, two.unit.id)
        ):
            if not (one.unit.kind == two.unit.kind == "money" and self.amounts.same_money(one.unit.id, two.unit.id)):
                return None
        if first.scale == 1 and second.scale > 1 and 0 < first.value < second.value / second.scale:
            one = replace(one, low=one.low * second.scale, high=one.low * second.scale)
        if one.low == two.low:
            return None
        return (one, two) if one.low < two.low else None

    # words that say two

    def dual(self, i: int, ended: int) -> _Found | None:
        """«جنديين», «دولاران», «كيلومترين»: two of something in one word."""
        tokens = self.tokens
        key, last = tokens[i].key, i + 1
        kind: MentionType = "quantity"
        noun = self.amounts.currency_nouns.get(key)
        if noun is not None and noun.dual:
            code, last = country_of(tokens, last, noun.noun, self.amounts)
            unit, kind = code or noun.unit, "money"
        elif key in self.amounts.measure_duals:
            unit = self.amounts.measure_duals[key]
        else:
            counted = self.counting.noun(i)
            if (
                counted is None
                or counted.number != "dual"
                or counted.maybe_dual
                or counted.definite
                or counted.enclitic
            ):
                return None
            if counted.kind in ("time", "numeral") or ended == i:
                return None
            unit = counted.concept
        if last < len(tokens) and tokens[last].key in ("اثنين", "اثنان", "اثنتين", "اثنتان"):
            last += 1
        span = last if kind == "money" else i + 1
        lead, kinds, _, _ = self.leading(i, max(ended, 0))
        following, reach = self.following(last)
        named = {marker.kind for marker in (*kinds, *following) if not marker.bare}
        low: float | None = 2.0
        high: float | None = 2.0
        if "low" in named:
            high = None
        elif "high" in named:
            low = None
        return _Found(kind, low, high, i, span, lead, reach, "about" in named, unit)
