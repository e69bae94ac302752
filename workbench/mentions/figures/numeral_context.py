"""Whether a word is a numeral here: signs and particles before it, neighbours that make it something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import overload

from workbench.knowledge.words.amount_words import AmountWords
from workbench.knowledge.words.numeral_words import PARTICLES, NumeralWord, NumeralWords
from workbench.mentions.figures.digits import figure_at, glued, glued_to_letters, multiplied_at, ratio_at, sign_at
from workbench.mentions.figures.money import Counting, unit_after
from workbench.mentions.figures.numerals import Numeral, cardinal_at, ordinal_at
from workbench.text.values import Token

ATTACHED = frozenset(PARTICLES[1:])
DASHES = frozenset("-–—−‐‑~～÷")
_NEGATIVE = frozenset(("سالب", "ناقص", "السالب"))
_DEFINITE = ("ال", "وال", "بال", "لل", "فال")
_LONGEST = 24  # tokens of a numeral


@dataclass(frozen=True, slots=True)
class Reading:
    """A numeral with the values it stands for: ``low`` and ``high`` differ for vague words only. It begins at token
    ``first``, with its sign and particles."""

    numeral: Numeral
    first: int
    low: float
    high: float | None


class _Until(Sequence[Token]):
    """The tokens before ``end``, without copying them: a long sentence has many such beginnings."""

    __slots__ = ("_end", "_tokens")

    def __init__(self, tokens: Sequence[Token], end: int) -> None:
        self._tokens, self._end = tokens, end

    def __len__(self) -> int:
        return self._end

    @overload
    def __getitem__(self, i: int) -> Token: ...
    @overload
    def __getitem__(self, i: slice) -> Sequence[Token]: ...
    def __getitem__(self, i: int | slice) -> Token | Sequence[Token]:
        return self._tokens[i]


@dataclass(frozen=True, slots=True)
class NumeralContext:
    """Reads numerals out of a sentence whose tokens are partly ``taken`` by times and names."""

    tokens: Sequence[Token]
    taken: frozenset[int]
    words: NumeralWords
    amounts: AmountWords
    counting: Counting

    def reading(self, i: int) -> Reading | None:
        """The numeral at ``tokens[i]``, exact or vague."""
        if i >= len(self.tokens) or i in self.taken:
            return None
        read = self.in_figures(i) if self.tokens[i].kind == "number" else self.in_words(i)
        if read is None:
            return self.vague(i)
        numeral, first = read
        return Reading(numeral, first, numeral.value, numeral.value)

    def follows(self, i: int) -> bool:
        """Whether a figure or a numeral word stands at ``i``."""
        return i < len(self.tokens) and (self.tokens[i].kind == "number" or self.tokens[i].key in self.words)

    def untaken(self, i: int) -> Sequence[Token]:
        """The tokens up to the next one that is taken, so that no numeral reaches into it."""
        for at in range(i + 1, min(i + _LONGEST, len(self.tokens))):
            if at in self.taken:
                return _Until(self.tokens, at)
        return self.tokens

    def in_figures(self, i: int) -> tuple[Numeral, int] | None:
        tokens = self.untaken(i)
        if glued(tokens, i):
            before = tokens[i - 1]
            if before.kind == "latin" and before.key not in self.amounts.signs:
                return None
            if before.text in DASHES and glued(tokens, i - 1) and tokens[i - 2].kind in ("word", "latin"):
                return None  # «إف-16», «كوفيد-19»
        ordinal = ordinal_at(tokens, i, self.words)
        if ordinal is not None:
            return ordinal, i
        ratio = ratio_at(tokens, i)
        numeral = Numeral(ratio.value, i, ratio.last, "digits") if ratio else cardinal_at(tokens, i, self.words)
        if numeral is None:
            return None
        if ratio:
            numeral = self.scaled(tokens, numeral)
        figure = figure_at(tokens, i)
        if numeral.last == i + 1 and tokens[i - 1].text == "(" and i > 0:
            scaled = self.bracketed(tokens, numeral)
            if scaled is not None:
                return scaled, i - 1
        glyph = next((w for w in self.reading_words(tokens, numeral.last) if w.role == "glyph"), None)
        if glyph is not None and not ratio:
            numeral = self.scaled(tokens, Numeral(numeral.value + glyph.value, i, numeral.last + 1, "digits"))
        elif figure is not None and numeral.last == figure.last:
            grown = multiplied_at(tokens, figure)
            if grown is not None:
                numeral = Numeral(grown.value, i, grown.last, "digits")
            elif glued_to_letters(tokens, figure.last) and not unit_after(tokens, figure.last, self.amounts, True):
                return None
        return self.signed(tokens, self.over(tokens, numeral), i)

    def over(self, tokens: Sequence[Token], numeral: Numeral) -> Numeral:
        """«خمسة على ستة», «3 على 10»: a part of a whole, unless the second figure counts something."""
        at = numeral.last
        if at + 1 >= len(tokens) or tokens[at].plain != "على" or numeral.ordinal or numeral.scale != 1:
            return numeral
        whole = cardinal_at(tokens, at + 1, self.words)
        if whole is None or whole.particles or whole.fraction or not 0 < numeral.value < whole.value:
            return numeral
        counts = self.counting.after(whole, whole.last) or unit_after(tokens, whole.last, self.amounts, True)
        if counts is not None or numeral.value != int(numeral.value) or whole.value != int(whole.value):
            return numeral
        return replace(numeral, value=numeral.value / whole.value, last=whole.last, other=None)

    def bracketed(self, tokens: Sequence[Token], numeral: Numeral) -> Numeral | None:
        """«(60) مليون»: a figure in brackets with a scale word after it, or None."""
        last = numeral.last
        if last + 1 < len(tokens) and tokens[last].text == ")":
            scaled = self.scaled(tokens, replace(numeral, last=last + 1))
            return scaled if scaled.scale > 1 else None
        return None

    def reading_words(self, tokens: Sequence[Token], i: int) -> tuple[NumeralWord, ...]:
        return self.words.get(tokens[i].key) if i < len(tokens) else ()

    def scaled(self, tokens: Sequence[Token], numeral: Numeral) -> Numeral:
        """«3/4 مليون», «2 ½ مليون»: a scale word after a fraction."""
        for word in self.reading_words(tokens, numeral.last):
            if word.role in ("scale", "one") and not word.particles:
                value = numeral.value * word.value
                return replace(numeral, value=value, last=numeral.last + 1, scale=word.value, written="mixed")
        return numeral

    def signed(self, tokens: Sequence[Token], numeral: Numeral, i: int) -> tuple[Numeral, int]:
        """A figure with the sign, the decimal point («.5») or the particles («بـ14») in front of it."""
        sign, first = sign_at(tokens, i)
        if first == i and i > 0:
            before = tokens[i - 1]
            if glued(tokens, i) and before.text in (".", "٫") and tokens[i].plain.isdigit() and opens(tokens, i - 1):
                numeral = replace(numeral, value=numeral.value / 10 ** len(tokens[i].plain), other=None)
                sign, first = sign_at(tokens, i - 1)
            elif glued(tokens, i) and before.kind == "word" and before.key in ATTACHED:
                first = i - 1
                numeral = replace(numeral, particles=before.key, definite=before.key.endswith(("ال", "لل")))
            elif before.key in _NEGATIVE:
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
        if numeral is None or (numeral.last == i + 1 and self.trapped(numeral)):
            return None
        if i > 0 and tokens[i - 1].key in _NEGATIVE and not numeral.ordinal:
            return replace(numeral, value=-numeral.value), i - 1
        return self.over(tokens, numeral), i

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
        if self.counting.after(replace(numeral, definite=False), numeral.last) is not None:
            return True
        if unit_after(self.tokens, numeral.last, self.amounts, False) is not None:
            return True
        before = numeral.first - 1
        if before < 0 or self.tokens[before].kind != "word":
            return False
        noun = self.counting.noun(before)
        if noun is not None:
            return not noun.definite or (noun.number == "plural" and not self.counting.singular(before))
        return not self.tokens[before].key.startswith(_DEFINITE)

    def trapped(self, numeral: Numeral) -> bool:
        """Whether the words around a single word say that it is no numeral after all."""
        tokens, first, last = self.tokens, numeral.first, numeral.last
        token, amounts = tokens[first], self.amounts
        after = tokens[last].key if last < len(tokens) else ""
        before = tokens[first - 1].key if first > 0 else ""
        base = token.key[len(numeral.particles) :]
        for word in (base, "ال" + base) if numeral.definite else (base,):
            if after in amounts.traps_after.get(word, ()) or before in amounts.traps_before.get(word, ()):
                return True
        if numeral.ordinal:
            return base == "اول" and after == "من" and last + 1 < len(tokens) and tokens[last + 1].key == "امس"
        unit = any(word.role == "unit" for word in self.words.get(token.key))
        if unit and numeral.value == 1:
            of_many = after == "من" and not self.follows(last + 1) and self.counting.before(numeral, first) is None
            of_these = last < len(tokens) and tokens[last].plain.startswith("ال")
            return numeral.definite or of_many or of_these
        if unit and numeral.value == 2 and numeral.definite:
            return base == "اثنين"  # Monday
        if base == "ست" and numeral.definite:
            return not before.startswith(_DEFINITE)  # a lady, unless «الدول الست»
        if numeral.fraction and numeral.definite and last < len(tokens):
            part = ordinal_at(tokens, last, self.words)
            return part is not None and part.definite  # «الربع الأول» of a year
        return False

    def vague(self, i: int) -> Reading | None:
        """«بضع», «عشرات», «مئات الآلاف»: a few is 3 to 9; tens, hundreds, thousands are at least two of them."""
        word = next((w for w in self.words.get(self.tokens[i].key) if w.role in ("few", "many", "scales")), None)
        if word is None:
            return None
        last, unit = i + 1, 1.0 if word.role == "few" else word.value
        while (scale := self.larger(last, unit)) is not None:
            unit, last = unit * scale.value, last + 1
        low, high = (3 * unit, 9 * unit) if word.role == "few" else (2 * unit, None)
        numeral = Numeral(low, i, last, "words", scale=unit, definite=word.definite, particles=word.particles)
        return Reading(numeral, i, low, high)

    def larger(self, i: int, unit: float) -> NumeralWord | None:
        """A plural or scale word that multiplies a vague one before it: «الآلاف» after «عشرات»."""
        if i >= len(self.tokens) or i in self.taken:
            return None
        for word in self.words.get(self.tokens[i].key):
            if word.role in ("many", "scales", "scale") and word.particles in ("", "ال") and word.value > unit:
                return word
        return None


def opens(tokens: Sequence[Token], i: int) -> bool:
    """Whether token ``i`` stands at the beginning or after a space, or only a sign that does stands before it."""
    if i == 0 or tokens[i].spaced:
        return True
    return tokens[i - 1].text in "-−+" and (i == 1 or tokens[i - 1].spaced)
