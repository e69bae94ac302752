"""Reading one numeral: a cardinal, an ordinal or a fraction in figures, in words, or in both."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workbench.knowledge.words.numeral_words import NumeralRole, NumeralWord, NumeralWords
from workbench.mentions.figures.digits import figure_at
from workbench.text.values import Token

Written = Literal["digits", "words", "mixed"]

_SCALES: frozenset[NumeralRole] = frozenset(("scale", "one", "scales"))
_FRACTIONS: frozenset[NumeralRole] = frozenset(("part", "twoparts", "glyph"))
_BIG = math.inf


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written. ``tokens[first:last]`` are its words and figures (a particle written before a figure,
    «بـ14», is a token of its own and not among them).

    ``particles`` are the letters in front of its first word, article included; ``scale`` the word it was last
    multiplied by («3 ملايين»: a million, 1 where there is none); ``fraction`` marks a bare part of a whole (نصف،
    ثلاثة أرباع); ``dual`` a number that is one dual word (ألفان); ``other`` what a figure like «5.200» means if its
    separator is taken the other way. Equal when all fields are.
    """

    value: float
    first: int
    last: int
    written: Written
    ordinal: bool = False
    fraction: bool = False
    dual: bool = False
    definite: bool = False
    particles: str = ""
    scale: float = 1.0
    other: float | None = None


def cardinal_at(tokens: Sequence[Token], i: int, words: NumeralWords, alone: bool = False) -> Numeral | None:
    """The longest cardinal or fraction that begins at ``tokens[i]``, a figure or a numeral word.

    With ``alone`` nothing is added by «و»: «خمسة وعشرين» is five, as after «بين».
    """
    if i >= len(tokens):
        return None
    return _Reader(tokens, words).cardinal(i, alone)


def ordinal_at(tokens: Sequence[Token], i: int, words: NumeralWords) -> Numeral | None:
    """The longest ordinal that begins at ``tokens[i]``: الثالث، الحادي عشر، الخامس والعشرون، العشرون، 21st.

    Definite tens and «الواحد والعشرون» are returned though they may be cardinals too: the words around decide.
    """
    if i >= len(tokens):
        return None
    return _Reader(tokens, words).ordinal(i)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch read so far: its value and where it ends."""

    value: float
    last: int
    digits: bool = False
    other: float | None = None


@dataclass(frozen=True, slots=True)
class _Reader:
    tokens: Sequence[Token]
    words: NumeralWords

    def at(self, i: int) -> tuple[NumeralWord, ...]:
        """Every reading of token ``i`` that its spelling allows."""
        token = self.tokens[i]
        words = self.words.get(token.key)
        if any(word.ending for word in words):
            return tuple(word for word in words if token.plain.endswith(word.ending))
        return words

    def reading(self, i: int, *roles: NumeralRole) -> NumeralWord | None:
        """The first reading of token ``i`` in one of the roles."""
        if i < len(self.tokens):
            for word in self.at(i):
                if word.role in roles:
                    return word
        return None

    def bare(self, i: int, *roles: NumeralRole) -> NumeralWord | None:
        """The same, without particles in front."""
        word = self.reading(i, *roles)
        return word if word is not None and not word.particles else None

    def figure(self, i: int) -> _Part | None:
        """A figure at ``i``."""
        found = figure_at(self.tokens, i)
        return _Part(found.value, found.last, True, found.other) if found is not None else None

    def joined(self, i: int, definite: bool) -> tuple[int, bool] | None:
        """Where the word linked by «و» at ``i`` begins, and whether the «و» is a token of its own."""
        if i + 1 < len(self.tokens) and self.tokens[i].key == "و" and self.tokens[i].kind == "word":
            return i + 1, True
        words = self.at(i) if i < len(self.tokens) else ()
        if any(word.joins and (definite or word.particles == "و") for word in words):
            return i, False
        return None

    def opening(self, i: int, link: bool, definite: bool) -> tuple[int, tuple[str, ...] | None] | None:
        """Where a number's word begins at ``i``, and with ``link`` which particles it may have in front; None where
        nothing stands there, or nothing is joined."""
        if not link:
            return (i, None) if i < len(self.tokens) else None
        join = self.joined(i, definite)
        if join is None or join[0] >= len(self.tokens):
            return None
        return join[0], ("", "ال") if join[1] else ("و", "وال")

    def linked(self, i: int, definite: bool, *roles: NumeralRole) -> tuple[NumeralWord, int] | None:
        """A word in one of the roles linked by «و» at ``i``, and the index after it."""
        join = self.joined(i, definite)
        if join is None:
            return None
        at, apart = join
        fitting = ("", "ال") if apart else ("و", "وال")
        for word in self.at(at):
            if word.role in roles and word.particles in fitting and (definite or not word.definite):
                return word, at + 1
        return None

    def below_hundred(self, i: int, link: bool, definite: bool, alone: bool) -> _Part | None:
        """Units, teens and tens at ``i``; with ``link`` they must be joined by «و» to what stands before."""
        opening = self.opening(i, link, definite)
        if opening is None:
            return None
        at, fits = opening
        best: _Part | None = None
        for word in self.at(at):
            if fits is not None and (word.particles not in fits or (word.definite and not definite)):
                continue
            last = at + 1
            if word.role in ("zero", "ten", "teen", "tens"):
                best = best or _Part(word.value, last)
            elif word.role in ("unit", "joined"):
                ten = self.reading(last, "ten")
                if ten is not None and (not ten.particles or (word.definite and ten.particles == "ال")):
                    return _Part(word.value + 10, last + 1)
                tens = None if alone else self.linked(last, definite or word.definite, "tens")
                if tens is not None:
                    return _Part(word.value + tens[0].value, tens[1])
                if word.role == "unit":
                    best = best or _Part(word.value, last)
        return best

    def below_thousand(self, i: int, link: bool, definite: bool, alone: bool) -> _Part | None:
        """A group before a scale word: «ثلاث مئة وخمسة وعشرون», «مئتان», «12»."""
        at, fits = i, None
        if link:
            join = self.joined(i, definite)
            if join is None:
                figure_at = self.linked_figure(i)
                return self.figure(figure_at) if figure_at is not None else None
            at, apart = join
            fits = ("", "ال") if apart else ("و", "وال")
            if apart and self.tokens[at].kind == "number":
                return self.figure(at)
        figure = self.figure(at)
        if figure is not None:
            hundred = self.bare(figure.last, "hundred") if figure.value < 100 else None
            return replace(figure, value=figure.value * 100, last=figure.last + 1, other=None) if hundred else figure
        if at >= len(self.tokens):
            return None
        hundreds: _Part | None = None
        for word in self.at(at):
            if fits is not None and (word.particles not in fits or (word.definite and not definite)):
                continue
            if word.role in ("hundred", "hundreds"):
                hundreds = _Part(word.value, at + 1)
            elif word.role == "unit" and word.value >= 3 and (many := self.bare(at + 1, "hundred", "many")):
                hundreds = _Part(word.value * many.value, at + 2)
        if hundreds is None:
            return self.below_hundred(i, link, definite, alone)
        rest = None if alone else self.below_hundred(hundreds.last, True, definite or self.definite(at), False)
        if rest is None or rest.value == 0 or self.part_count(hundreds.last) is not None:
            return hundreds
        return _Part(hundreds.value + rest.value, rest.last)

    def linked_figure(self, i: int) -> int | None:
        """The index of a figure written against «و» at ``i``: «و500»."""
        tokens = self.tokens
        if i + 1 < len(tokens) and tokens[i].key == "و" and tokens[i + 1].kind == "number":
            return i + 1
        return None

    def definite(self, i: int) -> bool:
        return any(word.definite for word in self.at(i))

    def part_count(self, i: int, link: bool = True) -> _Part | None:
        """«(و)ثلاثة أرباع», «(و)ثلثان», «(و)نصف»: a part of a whole at ``i``, joined by «و» with ``link``."""
        opening = self.opening(i, link, True)
        if opening is None:
            return None
        at, fits = opening
        token = self.tokens[at]
        if token.kind == "number" and not link:
            parts = self.bare(at + 1, "parts")
            return _Part(float(token.plain) * parts.value, at + 2, True) if parts and token.plain.isdigit() else None
        for word in self.at(at):
            if fits is not None and word.particles not in fits:
                continue
            if word.role in ("unit", "ten"):
                parts = self.bare(at + 1, "parts")
                if parts is not None:
                    return _Part(word.value * parts.value, at + 2)
                if word.value == 1:
                    part = self.bare(at + 1, "part")
                    if part is not None:
                        return _Part(part.value, at + 2)
        for word in self.at(at):
            if fits is not None and word.particles not in fits:
                continue
            if word.role in _FRACTIONS:
                two = word.role == "twoparts" or (self.bare_twoparts(at) and self.owned(at + 1))
                return _Part(word.value * (2 if two else 1), at + 1)
            if word.role == "rarepart" and (self.voiced_part(token) or (link and self.definite_scale(at + 1, _BIG))):
                return _Part(word.value, at + 1)
        return None

    def bare_twoparts(self, i: int) -> bool:
        return any(word.role == "twoparts" for word in self.at(i))

    def owned(self, i: int) -> bool:
        """Whether «ثلثا» has the whole after it, and so is the dual: «ثلثا الأعضاء»."""
        if i >= len(self.tokens) or self.tokens[i].kind != "word":
            return False
        return not self.tokens[i].key.startswith("و") and self.tokens[i].key != "من"

    @staticmethod
    def voiced_part(token: Token) -> bool:
        """Whether the marks written in the text say «خُمس», a fifth, not «خَمس», five."""
        return re.search("[خسثتع]\u064f", token.text) is not None

    def definite_scale(self, i: int, below: float) -> NumeralWord | None:
        """«المليون» repeated after a part of it: «مليون ونصف المليون»."""
        word = self.reading(i, "scale")
        return word if word is not None and word.particles == "ال" and word.value < below else None

    def scales(self, i: int, value: float) -> tuple[float, int, bool]:
        """The scale words after a number at ``i``: their product, the index after them, whether one is «ألفا»."""
        product, last, accusative = 1.0, i, False
        while (word := self.bare(last, *_SCALES)) is not None:
            if product > 1 and (word.value < product or word.value == 12):
                break
            product *= word.value
            accusative = word.role == "one"
            last += 1
        return product, last, accusative

    def group(self, i: int, link: bool, definite: bool, alone: bool, below: float) -> tuple[_Part, float] | None:
        """A group with its scale words, less than ``below``: «خمسة وعشرون ألفا», «ألفان», «مليون», «12»."""
        at, fits = i, None
        if link:
            join = self.joined(i, definite)
            if join is not None:
                at, apart = join
                fits = ("", "ال") if apart else ("و", "وال")
        count = self.below_thousand(i, link, definite, alone)
        if count is not None:
            product, last, _ = self.scales(count.last, count.value)
            value = count.value * product
            if value >= below or (product == 1 and count.value >= below):
                return None
            return _Part(value, last, count.digits, count.other if product == 1 else None), product
        if at >= len(self.tokens) or (link and fits is None):
            return None
        found: tuple[_Part, float] | None = None
        for word in self.at(at):
            if fits is not None and (word.particles not in fits or (word.definite and not definite)):
                continue
            if word.role in ("scale", "two") or (word.role == "one" and found is None):
                product, last, _ = self.scales(at + 1, word.value)
                if product > 1 and product < word.value:
                    product, last = 1.0, at + 1
                count_value = word.value * (2 if word.role == "two" else 1)
                if word.role == "one" and self.one_is_dual(at):
                    count_value = 2 * word.value
                if count_value * product < below:
                    found = _Part(count_value * product, last), word.value * product
        return found

    def one_is_dual(self, i: int) -> bool:
        """Whether «ألفا» with no number before it is the dual before a noun («ألفا رجل»), not a thousand.

        With its tanwin written, or followed by more of the number («ألفا و500»), it is one thousand.
        """
        if "\u064b" in self.tokens[i].text or i + 1 >= len(self.tokens):
            return False
        after = self.tokens[i + 1]
        return after.kind == "word" and not after.key.startswith("و") and after.key not in self.words

    def cardinal(self, i: int, alone: bool) -> Numeral | None:
        tokens = self.tokens
        token = tokens[i]
        if token.kind != "number" and token.key not in self.words:
            return None
        if token.kind == "word" and token.key == "و":
            return None
        first_words = self.at(i)
        definite = any(word.definite for word in first_words)
        part = self.part_count(i, link=False)
        if part is not None:
            return self.bare_fraction(i, part, definite)
        head = self.group(i, False, definite, alone, _BIG)
        if head is None:
            return None
        found, scale = head
        total, below, last = found.value, (scale if scale > 1 else 1.0), found.last
        written: Written = "digits" if found.digits else "words"
        if found.digits and scale > 1:
            written = "mixed"
        other = found.other
        while not alone and below > 1:
            if self.part_count(last) is not None:
                break
            following = self.group(last, True, definite, False, below)
            if following is None and (
                self.bare(last, "hundred", "hundreds") or (self.bare(last, "unit") and self.bare(last + 1, "hundred"))
            ):
                following = self.group(last, False, False, False, below)
            if following is None:
                break
            total, last, scale = total + following[0].value, following[0].last, following[1]
            if following[0].digits or written == "digits":
                written = written if written == "digits" and following[0].digits else "mixed"
            other = None
            below = scale if scale > 1 else 1.0
        numeral = Numeral(
            total, i, last, written, definite=definite, scale=scale, other=other,
            particles=self.particles(i),
            dual=last == i + 1 and any(word.role == "two" for word in first_words),
        )  # fmt: skip
        numeral = self.with_point(numeral)
        return numeral if alone else self.with_fraction(numeral)

    def particles(self, i: int) -> str:
        return next((word.particles for word in self.at(i)), "")

    def bare_fraction(self, i: int, part: _Part, definite: bool) -> Numeral:
        """A part of a whole, or of a scale word after it: «نصف مليون», «ثلاثة أرباع المليون»."""
        value, last, scale = part.value, part.last, 1.0
        word = self.bare(last, "scale") or self.definite_scale(last, _BIG)
        if word is not None:
            value, last, scale = value * word.value, last + 1, word.value
        return Numeral(
            value, i, last, "mixed" if part.digits else "words", fraction=scale == 1, definite=definite,
            scale=scale, particles=self.particles(i),
        )  # fmt: skip

    def with_point(self, numeral: Numeral) -> Numeral:
        """«ثلاثة فاصلة خمسة»: the digits after the point, spoken one by one or as one number."""
        tokens, last = self.tokens, numeral.last
        if numeral.scale != 1 or last + 1 >= len(tokens) or numeral.value != int(numeral.value):
            return numeral
        point = tokens[last].key
        if point not in ("فاصله", "فاصل", "نقطه") or (point == "نقطه" and numeral.written == "digits"):
            return numeral
        after, digits = last + 1, ""
        while (part := self.below_thousand(after, False, False, False)) is not None and part.value == int(part.value):
            if digits and part.value > 9:
                break
            if self.particles(after):
                break
            digits, after = digits + str(int(part.value)), part.last
        if not digits:
            return numeral
        value = float(f"{int(numeral.value)}.{digits}")
        product, after, _ = self.scales(after, value)
        return replace(numeral, value=value * product, last=after, scale=product)

    def with_fraction(self, numeral: Numeral) -> Numeral:
        """«مليون ونصف المليون», «واحد ونصف», «مئة وثلاثة أرباع», «ثلاثة ونصف مليون»."""
        part = self.part_count(numeral.last)
        if part is None:
            return numeral
        value, last, scale = numeral.value, part.last, numeral.scale
        repeated = self.definite_scale(last, _BIG)
        bare = self.bare(last, "scale")
        if repeated is not None:
            if repeated.value > max(scale, 1.0) and scale > 1:
                return numeral
            return replace(numeral, value=value + part.value * repeated.value, last=last + 1)
        if bare is not None and bare.value == scale:
            return replace(numeral, value=value + part.value * scale, last=last + 1)
        if bare is not None and scale == 1:
            return replace(numeral, value=(value + part.value) * bare.value, last=last + 1, scale=bare.value)
        # «مليون ونصف» halves the million; «ألف وثلاثة أخماس» is arithmetic, not news
        quarter = part.value * 4 == int(part.value * 4) or part.value in (1 / 3, 2 / 3)
        if scale >= 1000 and quarter:
            return replace(numeral, value=value + part.value * scale, last=last)
        return replace(numeral, value=value + part.value, last=last)

    def ordinal(self, i: int) -> Numeral | None:
        tokens = self.tokens
        token = tokens[i]
        if token.kind == "number":
            suffix = tokens[i + 1] if i + 1 < len(tokens) else None
            if suffix is None or suffix.spaced or not token.plain.isdigit():
                return None
            if suffix.key in ("st", "nd", "rd", "th"):
                return Numeral(float(token.plain), i, i + 2, "digits", ordinal=True)
            return None
        for word in self.at(i):
            found = self.ordinal_from(i, word)
            if found is not None:
                return self.with_hundreds(found)
        return None

    def ordinal_from(self, i: int, word: NumeralWord) -> Numeral | None:
        """An ordinal whose first word is read as ``word``."""
        definite = word.definite

        def numeral(value: float, last: int) -> Numeral:
            return Numeral(value, i, last, "words", ordinal=True, definite=definite, particles=word.particles)

        if word.role in ("ordinal", "first"):
            ten = self.reading(i + 1, "ten")
            if word.value < 10 and ten is not None and ten.particles in ("", "ال"):
                return numeral(word.value + 10, i + 2)
            if word.value < 10:
                tens = self.linked(i + 1, True, "tens")
                if tens is not None and tens[0].definite == definite:
                    return numeral(word.value + tens[0].value, tens[1])
            return numeral(word.value, i + 1) if word.role == "ordinal" else None
        if not definite:
            return None
        if word.role in ("unit", "joined") and word.value == 1:
            tens = self.linked(i + 1, True, "tens")
            if tens is not None and tens[0].definite:
                return numeral(1 + tens[0].value, tens[1])
            ten = self.bare(i + 1, "ten")
            return numeral(11, i + 2) if ten is not None and word.role == "joined" else None
        return numeral(word.value, i + 1) if word.role == "tens" else None

    def with_hundreds(self, numeral: Numeral) -> Numeral:
        """«الخامس والعشرون بعد المئة»: hundreds and thousands named after the rest."""
        if numeral.last + 1 < len(self.tokens) and self.tokens[numeral.last].key == "بعد":
            word = self.reading(numeral.last + 1, "hundred", "hundreds", "scale")
            if word is not None and word.particles == "ال" and word.value > numeral.value:
                return replace(numeral, value=numeral.value + word.value, last=numeral.last + 2)
        return numeral
