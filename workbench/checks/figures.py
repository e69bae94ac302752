"""The figures of a sentence, as a calculation needs them: how many of what, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workbench.knowledge.lexicon import CountedNoun, Entry, Lexicon, Memory
from workbench.mentions.values import Amount, Mention, Score, Timex, ToldSentence
from workbench.text.values import Token

FigureKind = Literal["count", "share", "money", "length"]

_LENGTH = re.compile(r"P(\d+(?:\.\d+)?)([YMWD])$|PT(\d+(?:\.\d+)?)([HMS])$")
_SCALES = {"الف": 1e3, "الاف": 1e3, "مليون": 1e6, "ملايين": 1e6, "مليونا": 1e6, "مليار": 1e9, "مليارات": 1e9,
           "مليارا": 1e9, "بليون": 1e9, "تريليون": 1e12, "ترليون": 1e12}  # fmt: skip
_LENGTH_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "TH", "minute": "TM"}


@dataclass(frozen=True, slots=True)
class Figure:
    """``tokens[first:last]`` are the numeral, with its sign or currency; the words of what it counts end before
    ``after``. ``unit`` is a concept or word for a count, a currency, or the letter of a length of time. ``scale`` is
    the thousand or million it is counted in. ``low``/``high`` are its bounds, equal for an exact one."""

    first: int
    last: int
    after: int
    low: float
    high: float
    approximate: bool
    kind: FigureKind
    unit: str | None
    scale: float = 1.0

    @property
    def exact(self) -> bool:
        return self.low == self.high and not self.approximate

    @property
    def value(self) -> float:
        return self.low

    def scaled_like(self, other: Figure) -> Figure:
        """«من 40 إلى 55 مليونا»: the first figure counts millions too where it is bare and small."""
        if self.scale == 1 and other.scale > 1 and self.high < 1000 and self.kind == "count":
            by = other.scale
            return replace(self, low=self.low * by, high=self.high * by, scale=by, kind=other.kind, unit=other.unit)
        return self


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence's words, figures and results (first token, token after, values); ``hedges`` are the words that make a
    figure approximate."""

    tokens: tuple[Token, ...]
    figures: tuple[Figure, ...]
    scores: tuple[tuple[int, int, tuple[int, ...]], ...]
    lexicon: Lexicon
    memory: Memory
    hedges: frozenset[str]

    def entries(self, at: int) -> tuple[Entry, ...]:
        return self.lexicon.lookup(self.tokens[at].key, self.memory) if self.tokens[at].kind == "word" else ()

    def noun(self, at: int) -> CountedNoun | None:
        return self.lexicon.noun(self.tokens[at].key, self.memory) if self.tokens[at].kind == "word" else None

    def key(self, at: int) -> str:
        """The look-up key of token ``at``; empty outside the sentence."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def figure_at(self, at: int) -> Figure | None:
        """The figure whose numeral begins at ``at``, or behind a particle of its own there («و 4», «بـ14»)."""
        for figure in self.figures:
            if figure.first == at or (figure.first == at + 1 and self.key(at) in ("و", "ب", "ل")):
                return figure
        return None


def read_line(told: ToldSentence, lexicon: Lexicon, memory: Memory, hedges: frozenset[str]) -> Line:
    """The figures of one sentence."""
    bare = Line(told.tokens, (), (), lexicon, memory, hedges)
    placed = [(mention, at) for mention in told.mentions if (at := tokens_of(told.tokens, mention))]
    figures = [figure for mention, at in placed if (figure := _figure(bare, mention, at)) is not None]
    figures += _duals(bare, {n for _, at in placed for n in at})
    return replace(
        bare,
        figures=tuple(sorted(figures, key=lambda figure: figure.first)),
        scores=tuple((at.start, at.stop, m.value.values) for m, at in placed if isinstance(m.value, Score)),
    )


def tokens_of(tokens: Sequence[Token], mention: Mention) -> range:
    """The tokens of a sentence that one of its mentions covers."""
    first = next((n for n, token in enumerate(tokens) if token.end > mention.start), len(tokens))
    last = next((n for n, token in enumerate(tokens) if token.start >= mention.end), len(tokens))
    return range(first, last)


def _figure(line: Line, mention: Mention, at: range) -> Figure | None:
    if isinstance(mention.value, Amount):
        return _amount(line, mention, mention.value, at.start, at.stop)
    if isinstance(mention.value, Timex) and mention.type == "duration":
        return _length(line, mention.value, at.start, at.stop)
    return None


def _amount(line: Line, mention: Mention, amount: Amount, first: int, last: int) -> Figure | None:
    low, high = amount.low, amount.high
    if mention.type == "ordinal" or (low is None and high is None):
        return None
    kind: FigureKind = "share" if mention.type == "percentage" else "money" if mention.type == "money" else "count"
    unit = amount.unit
    if unit in _LENGTH_UNITS:
        kind, unit = "length", _LENGTH_UNITS[unit]
    after = last
    if unit is not None and line.key(last)[:1] in ("ب", "ل") and line.noun(last) is None:
        unit = None  # «45 ببنها»: a place the lexicon does not know
    itself = line.noun(first) if last == first + 1 else None  # «رجلان»: the figure is the noun
    if kind == "count" and unit is not None and last < len(line.tokens) and itself is None:
        after = last + 1
    bounded = low is None or high is None
    return Figure(
        first, last, after, low if low is not None else 0.0, high if high is not None else float("inf"),
        amount.approximate or bounded, kind, unit, _scale(line, first, last),
    )  # fmt: skip


def _scale(line: Line, first: int, last: int) -> float:
    return max((_SCALES.get(line.key(at), 1.0) for at in range(first, last)), default=1.0)


def _length(line: Line, timex: Timex, first: int, last: int) -> Figure | None:
    match = _LENGTH.match(timex.timex)
    if match is None:
        return None
    number, unit = (match.group(1), match.group(2)) if match.group(1) else (match.group(3), "T" + match.group(4))
    hedged = is_hedged(line.tokens[max(0, first - 2) : first], line.hedges)
    return Figure(first, last, last, float(number), float(number), hedged, "length", unit)


def is_hedged(before: Sequence[Token], hedges: frozenset[str]) -> bool:
    """Whether one of the words before a figure makes it approximate."""
    return any(token.key.removeprefix("ل").removeprefix("ب") in hedges for token in before)


def _duals(line: Line, covered: set[int]) -> Iterator[Figure]:
    """Nouns in the dual that no mention covers: «طفلان» is two children."""
    for at in range(len(line.tokens)):
        if at in covered:
            continue
        noun = line.noun(at)
        if noun is not None and noun.number == "dual" and not (noun.maybe_dual or noun.definite or noun.enclitic):
            yield Figure(at, at + 1, at + 1, 2, 2, False, "count", noun.concept)
