"""Results of matches and votes: «4-2», «بهدفين لهدف», «60 صوتا مقابل 40»."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from workbench.knowledge.words.numeral_words import NumeralWords
from workbench.knowledge.words.score_words import ScoreWords
from workbench.mentions.figures.digits import glued
from workbench.mentions.figures.numerals import cardinal_at
from workbench.mentions.values import Score
from workbench.text.values import Token

_BETWEEN_FIGURES = frozenset("-–—−:/")
_HIGHEST_IN_MATCH = 200
_HIGHEST_IN_VOTE = 5000


@dataclass(frozen=True, slots=True)
class FoundScore:
    """``tokens[first:last]`` are the words of the score."""

    first: int
    last: int
    score: Score


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a result: what was scored, where its words end, whether a noun says what (goals, votes)."""

    value: int
    last: int
    named: bool


def find_scores(
    tokens: Sequence[Token], taken: Collection[int], numerals: NumeralWords, words: ScoreWords
) -> list[FoundScore]:
    """The scores of a sentence, in order. Without a word of sport or voting in it «4-2» is none."""
    if not any(token.key in words.cues for token in tokens):
        return []
    reader = _Reader(tokens, taken, numerals, words)
    out: list[FoundScore] = []
    at = 0
    while at < len(tokens):
        found = None if at in taken else reader.figures(at) or reader.sides(at)
        if found is None:
            at += 1
        else:
            out.append(found)
            at = found.last
    return out


@dataclass(frozen=True, slots=True)
class _Reader:
    tokens: Sequence[Token]
    taken: Collection[int]
    numerals: NumeralWords
    words: ScoreWords

    def figures(self, i: int) -> FoundScore | None:
        """«4-2», «4 - 2», «(3:1)»: two small figures with one mark between, as close on both sides."""
        tokens = self.tokens
        if i + 2 >= len(tokens) or tokens[i].kind != "number" or tokens[i + 1].text not in _BETWEEN_FIGURES:
            return None
        one, two = tokens[i].plain, tokens[i + 2].plain
        if not one.isdigit() or i + 1 in self.taken or i + 2 in self.taken:
            return None
        if tokens[i + 2].key in self.words.nil_words:
            two = "0"
        if not two.isdigit() or glued(tokens, i + 1) != glued(tokens, i + 2):
            return None
        if max(int(one), int(two)) > _HIGHEST_IN_MATCH or len(one) > 3 or (len(one) > 1 and one[0] == "0"):
            return None
        if self.chained(i, i + 3) or self.introduces_range(i) or self.counts(i + 3, int(one) < int(two)):
            return None
        first = i - 1 if glued(tokens, i) and tokens[i - 1].key in ("ب", "ل") else i
        return FoundScore(first, i + 3, Score((int(one), int(two))))

    def chained(self, first: int, last: int) -> bool:
        """Whether more figures hang on: dates, formations, telephone numbers."""
        tokens = self.tokens
        before = first > 1 and tokens[first - 1].text in _BETWEEN_FIGURES and glued(tokens, first)
        after = last + 1 < len(tokens) and tokens[last].text in _BETWEEN_FIGURES and tokens[last + 1].kind == "number"
        return before or (after and glued(tokens, last) and glued(tokens, last + 1))

    def introduces_range(self, i: int) -> bool:
        return i > 0 and self.tokens[i - 1].key in ("من", "بين", "حوالي", "نحو", "سن", "عمر", "اعمار")

    def counts(self, i: int, rising: bool) -> bool:
        """«10-12 لاعبا»: the range of a counted noun."""
        if not rising or i >= len(self.tokens) or self.tokens[i].kind not in ("word", "symbol"):
            return False
        token = self.tokens[i]
        return token.kind == "symbol" or token.plain.endswith("ا") or "\u064b" in token.text

    def sides(self, i: int) -> FoundScore | None:
        """«بهدفين لهدف», «ثلاثة أهداف مقابل هدفين», «بهدف دون رد», «بثلاثية نظيفة», «60 صوتا مقابل 40»."""
        one = self.side(i, ("", "ب", "ال", "و", "وب"))
        if one is None:
            return None
        tokens, last = self.tokens, one.last
        first = i - 1 if tokens[i].kind == "number" and glued(tokens, i) and tokens[i - 1].key in ("ب", "وب") else i
        highest = _HIGHEST_IN_VOTE if one.named else _HIGHEST_IN_MATCH
        clean = self.words.clean.at(tokens, last) if last < len(tokens) else None
        if clean is not None and one.named and last not in self.taken:
            return FoundScore(first, clean.last, Score((one.value, 0)))
        versus = self.words.versus.at(tokens, last) if last < len(tokens) else None
        two = self.side(versus.last, ("", "ال")) if versus is not None else self.side(last, ("ل", "لل"))
        if two is None or max(one.value, two.value) > highest:
            return None
        if not (one.named or two.named) and versus is None:
            return None
        return FoundScore(first, two.last, Score((one.value, two.value)))

    def side(self, i: int, particles: tuple[str, ...]) -> _Side | None:
        tokens = self.tokens
        if i >= len(tokens) or i in self.taken:
            return None
        nil = self.words.nil.at(tokens, i)
        if nil is not None:
            return _Side(0, nil.last, False)
        scored = self.words.scored.get(tokens[i].key)
        if scored is not None and scored[0] and scored[1] in particles:
            last = i + 1
            if last < len(tokens) and tokens[last].key in self.words.singles:
                last += 1
            return _Side(scored[0], last, True)
        if tokens[i].kind == "word" and tokens[i].key in ("ل", "ب") and glued(tokens, i + 1):
            i += 1
            numeral = cardinal_at(tokens, i, self.numerals)
        else:
            numeral = cardinal_at(tokens, i, self.numerals)
            if numeral is not None and numeral.particles not in particles:
                return None
            if numeral is not None and numeral.written == "digits" and "" not in particles:
                return None
        if numeral is None or numeral.value != int(numeral.value) or numeral.value < 0:
            return None
        if any(at in self.taken for at in range(i, numeral.last)):
            return None
        last = numeral.last
        named = last < len(tokens) and tokens[last].key in self.words.scored and last not in self.taken
        return _Side(int(numeral.value), last + 1 if named else last, named)
