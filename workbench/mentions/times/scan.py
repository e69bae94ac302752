"""Looking at one sentence's tokens as words of time: what every reader of times builds on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.knowledge.language.lexicon import Lexicon
from workbench.knowledge.words.amount_words import AmountWords
from workbench.knowledge.words.numeral_words import NumeralWords
from workbench.knowledge.words.time_words import TimeWord, TimeWords
from workbench.mentions.figures.money import unit_after
from workbench.mentions.figures.numerals import Numeral, cardinal_at, ordinal_at
from workbench.mentions.times.values import Node, Piece, Role
from workbench.text.values import Token

FoundKind = Literal["day", "part", "clock", "length", "set", "span"]
DASHES = frozenset("-–—‑−")
_COMMAS = frozenset("،,")


@dataclass(frozen=True, slots=True)
class Found:
    """A time read from ``tokens[begin:end]``. ``kind`` says how it may join others: a day (or longer), a part of the
    day, a clock, a length, a set, a span (range). ``proclitic`` are the letters written before its first word;
    ``firm`` ones stand by themselves, others only as part of something larger."""

    kind: FoundKind
    node: Node
    begin: int
    end: int
    pieces: tuple[Piece, ...] = ()
    proclitic: str = ""
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Scan:
    """One sentence: its tokens and, for each, the readings of it as a word of time; ``spoken`` counts its words and
    figures."""

    tokens: Sequence[Token]
    entries: Sequence[tuple[TimeWord, ...]]
    words: TimeWords
    numerals: NumeralWords
    amounts: AmountWords
    lexicon: Lexicon
    spoken: int

    @property
    def alone(self) -> bool:
        """Whether the sentence says hardly more than one word: a time that is all there is."""
        return self.spoken <= 2

    def word(self, i: int, *kinds: str) -> tuple[TimeWord, int] | None:
        """The longest word or phrase of one of the kinds at ``i``, and the index after it."""
        if not 0 <= i < len(self.tokens):
            return None
        for word in self.entries[i]:
            if word.kind in kinds and self._matches(i, word):
                return word, i + 1 + len(word.rest)
        return None

    def words_at(self, i: int, *kinds: str) -> list[tuple[TimeWord, int]]:
        """All of them, longest first."""
        if not 0 <= i < len(self.tokens):
            return []
        return [
            (word, i + 1 + len(word.rest)) for word in self.entries[i] if word.kind in kinds and self._matches(i, word)
        ]

    def _matches(self, i: int, word: TimeWord) -> bool:
        tokens = self.tokens
        if word.rest:
            if i + 1 + len(word.rest) > len(tokens):
                return False
            for offset, key in enumerate(word.rest, i + 1):
                if tokens[offset].key != key:
                    return False
        return not word.spelled or tokens[i].plain[len(word.proclitic) :] in word.spelled

    def key(self, i: int) -> str:
        """The look-up key at ``i``, empty outside the sentence."""
        return self.tokens[i].key if 0 <= i < len(self.tokens) else ""

    def is_word(self, i: int) -> bool:
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == "word"

    def figure(self, i: int, most_digits: int = 4) -> int | None:
        """The whole number written in digits at ``i``, no separators in it."""
        if 0 <= i < len(self.tokens):
            token = self.tokens[i]
            if token.kind == "number" and len(token.plain) <= most_digits and token.plain.isdigit():
                return int(token.plain)
        return None

    def ordinal(self, i: int) -> Numeral | None:
        if 0 <= i < len(self.tokens) and self.tokens[i].key in self.numerals:
            return ordinal_at(self.tokens, i, self.numerals)
        return None

    def cardinal(self, i: int, alone: bool = False) -> Numeral | None:
        """A cardinal in words or figures."""
        if 0 <= i < len(self.tokens) and (self.tokens[i].kind == "number" or self.tokens[i].key in self.numerals):
            return cardinal_at(self.tokens, i, self.numerals, alone)
        return None

    def small(self, i: int, most: int) -> tuple[int, int] | None:
        """A whole number up to ``most`` in figures or words, and the index after it."""
        value = self.figure(i, 2)
        if value is not None:
            return (value, i + 1) if value <= most else None
        if not self.is_word(i):
            return None
        numeral = self.cardinal(i)
        if numeral is None or numeral.fraction or numeral.value != int(numeral.value) or not 0 < numeral.value <= most:
            return None
        return int(numeral.value), numeral.last

    def comma(self, i: int) -> bool:
        return self.key(i) in _COMMAS

    def dash(self, i: int) -> bool:
        return self.key(i) in DASHES

    def guarded(self, guard: str, before: int, after: int) -> bool:
        """Whether the words at ``before`` or ``after`` make what stands between another word."""
        rule = self.words.guards.get(guard)
        return rule is not None and (self.key(before) in rule.before or self.key(after) in rule.after)

    def nameless(self, i: int) -> bool:
        """Whether no table of words knows the word at ``i``, nor can it be a verb's or have anything written onto it:
        most likely it is a name."""
        token = self.tokens[i]
        return self.is_word(i) and not self.entries[i] and not self.lexicon.lookup(token.key, None, token.plain)

    def counted(self, i: int) -> bool:
        """Whether the word at ``i`` may be what a figure before it counts: money, a measure, a percentage, an
        indefinite noun; of the words that no table knows, one that no article or particle seems to be written onto."""
        unit = unit_after(self.tokens, i, self.amounts, True) if i < len(self.tokens) else None
        if unit is not None and unit.kind == "percentage":
            return True  # «بين 5,25 و5,50 في المئة»
        if not self.is_word(i) or self.entries[i]:
            return False
        if unit is not None:
            return True
        token = self.tokens[i]
        readings = self.lexicon.lookup(token.key, None, token.plain)
        if not readings:
            return not token.key.startswith(("ال", "و", "ب", "ل"))
        likeliest = readings[0]
        proper = likeliest.definite or likeliest.proclitics or likeliest.enclitic
        return likeliest.pos not in ("particle", "verb") and not proper

    def about(self, i: int) -> int:
        """The index after words like «نحو» at ``i``."""
        while (found := self.word(i, "about")) is not None:
            i = found[1]
        return i

    def piece(self, role: Role, begin: int, end: int, value: int | None = None) -> Piece:
        return Piece(role, self.tokens[begin].start, self.tokens[end - 1].end, value)

    def moment_verb(self, i: int) -> bool:
        """Whether a verb of something that happened at one moment stands at ``i``: «غادر منذ يومين»."""
        return self.key(i) in self.words.cues.past and not self.guarded("lasting", i, -1)

    def ends_at(self, i: int) -> bool:
        """Whether a clause may end at ``i``: nothing, or a sign that is no word."""
        return i >= len(self.tokens) or self.tokens[i].kind == "punctuation"
