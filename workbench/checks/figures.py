"""The figures of a sentence, as a calculation needs them: how many of what, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import CountedNoun, Entry, Lexicon, Memory
from workbench.knowledge.words.claim_cues import ClaimCues
from workbench.knowledge.words.figure_words import FigureWords
from workbench.knowledge.words.numeral_words import NumeralWords
from workbench.knowledge.working_memory import WorkingMemory
from workbench.mentions.values import Amount, Entity, Mention, Score, Timex, ToldSentence
from workbench.text.values import Token

FigureKind = Literal["count", "share", "money", "length"]

_LENGTH = re.compile(r"P(\d+(?:\.\d+)?)([YMWD])$|PT(\d+(?:\.\d+)?)([HMS])$")
_DECIMALS = re.compile(r"\d[.٫](\d+)$")
_SCALES = frozenset(("scale", "scales", "one"))  # «مليون», «ملايين», «مليونا»
_LENGTH_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "TH", "minute": "TM"}
_AGAINST = frozenset(("مقابل", "ضد", "لقاء"))
_MOST_GOALS = 20  # a result with more on a side counts votes, seats or points


@dataclass(frozen=True, slots=True)
class Figure:
    """``tokens[first:last]`` are the numeral, with its sign or currency; the words of what it counts end before
    ``after``. ``unit`` is a concept or word for a count, a currency, or the letter of a length of time. ``scale`` is
    the thousand or million it is counted in, ``decimals`` how many digits are written behind the point.
    ``low``/``high`` are its bounds, equal for an exact one."""

    first: int
    last: int
    after: int
    low: float
    high: float
    approximate: bool
    kind: FigureKind
    unit: str | None
    scale: float = 1.0
    decimals: int = 0

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

    def priced_like(self, other: Figure) -> Figure:
        """«11.4 مليار دينار مقارنة بـ10.6 مليار»: bare millions beside money are money."""
        if self.kind == "count" and self.unit is None and self.scale > 1 and other.kind == "money":
            return replace(self, kind=other.kind, unit=other.unit)
        return self

    @property
    def half_digit(self) -> float:
        """Half the worth of the last digit written: 1.2 million may stand for anything from 1.15 to 1.25 million, 1.20
        million only for 1.195 to 1.205. Nothing for a whole number in full."""
        if self.scale == 1 and self.low == int(self.low):
            return 0.0
        in_scale = self.low / self.scale
        needed = next((n for n in range(4) if abs(in_scale * 10**n - round(in_scale * 10**n)) < 1e-6), 4)
        return self.scale / float(10 ** max(needed, self.decimals)) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence's words, figures, results (first token, token after, values), places (id, first, after), and the
    tokens at which a date or a time begins; ``dated`` are all the tokens of these; ``cues``,
    ``words`` and ``numerals`` are the words that claims, figures and numbers are read by."""

    tokens: tuple[Token, ...]
    figures: tuple[Figure, ...]
    scores: tuple[tuple[int, int, tuple[int, ...]], ...]
    lexicon: Lexicon
    memory: Memory
    cues: ClaimCues
    words: FigureWords
    numerals: NumeralWords
    places: tuple[tuple[str, int, int], ...] = ()
    dates: tuple[int, ...] = ()
    dated: frozenset[int] = frozenset()

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


def read_line(told: ToldSentence, knowledge: Knowledge, memory: Memory) -> Line:
    """The figures of one sentence."""
    bare = Line(told.tokens, (), (), knowledge.lexicon, memory, knowledge.claim_cues, knowledge.figures,
                knowledge.numerals)  # fmt: skip
    placed = [(mention, at) for mention in told.mentions if (at := tokens_of(told.tokens, mention))]
    figures = [figure for mention, at in placed if (figure := _figure(bare, mention, at)) is not None]
    figures += _duals(bare, {n for _, at in placed for n in at})
    dates = [at for mention, at in placed if mention.type in ("date", "time")]
    no_years = list(_no_years(bare, dates))
    figures += no_years
    counted_at = {figure.first for figure in no_years}
    scores: list[tuple[int, int, tuple[int, ...]]] = []
    for mention, at in placed:
        if isinstance(mention.value, Score):
            counted = _counted(bare, mention.value, at)
            figures += counted
            if not counted:
                scores.append((at.start, at.stop, mention.value.values))
    return replace(
        bare, figures=tuple(sorted(figures, key=lambda figure: figure.first)), scores=tuple(scores),
        places=tuple((m.value.id, at.start, at.stop) for m, at in placed if isinstance(m.value, Entity)
                     and m.value.id is not None and m.type == "place"),
        dates=tuple(at.start for at in dates if at.start not in counted_at),
        dated=frozenset(n for at in dates for n in at) - counted_at,
    )  # fmt: skip


def remembered_line(told: ToldSentence, knowledge: Knowledge, memory: WorkingMemory) -> Line:
    """The figures of one sentence, worked out once for all checks."""
    return memory.recall("figures", told, lambda: read_line(told, knowledge, memory.words))


def _counted(line: Line, score: Score, at: range) -> list[Figure]:
    """«1410 أصوات مقابل 1120 صوتا», «54 مقعدا مقابل 41»: a result that counts something other than goals is two
    figures."""
    nouns = [(n, noun) for n in (*at, at.stop) if n < len(line.tokens) and (noun := line.noun(n)) is not None]
    if len(score.values) != 2 or max(score.values) <= _MOST_GOALS or len(at) < 3 or not nouns:
        return []
    apart = next((n for n in at if line.key(n) in _AGAINST), None)
    if apart is None:
        return []
    unit = nouns[0][1].concept
    found = []
    for first, last, value in ((at.start, apart, score.values[0]), (apart + 1, at.stop, score.values[1])):
        noun = next((n for n, _ in nouns if first < n <= last), None)
        end = noun if noun is not None else last
        after = end + 1 if noun is not None else end
        found.append(Figure(first, end, after, value, value, False, "count", unit))
    return found


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
    if mention.type == "ordinal" or (low is None and high is None) or _of_time(line, amount, first, last):
        return None
    kind: FigureKind = "share" if mention.type == "percentage" else "money" if mention.type == "money" else "count"
    unit = amount.unit
    if unit in _LENGTH_UNITS:
        kind, unit = "length", _LENGTH_UNITS[unit]
    after = last
    if unit is not None and line.key(last)[:1] in ("ب", "ل") and line.noun(last) is None:
        unit = None  # «45 ببنها»: a place the lexicon does not know
    itself = line.noun(first) if last == first + 1 else None  # «رجلان»: the figure is the noun
    if _is_behind_its_noun(line, unit, first, last):
        itself = line.noun(first - 1)
    if kind == "count" and unit is not None and last < len(line.tokens) and itself is None and (
        line.tokens[last].kind == "word" and line.key(last) not in ("من", "و")  # «310 من القوات»
        and line.key(first) not in ("واحد", "واحده")  # «عضو واحد وامتنع ثلاثة»
    ):
        after = last + 1
    bounded = low is None or high is None
    return Figure(
        first, last, after, low if low is not None else 0.0, high if high is not None else float("inf"),
        amount.approximate or bounded, kind, unit, _scale(line, first, last), _decimals(line, first, last),
    )  # fmt: skip


def _is_behind_its_noun(line: Line, unit: str | None, first: int, last: int) -> bool:
    """«القتلى الستون على …»: what is counted stands before the numeral."""
    before = line.noun(first - 1) if first else None
    behind = line.noun(last) if last < len(line.tokens) else None
    return unit is not None and before is not None and before.definite and before.concept == unit and (
        behind is None or behind.concept != unit
    )


def _no_years(line: Line, dates: Sequence[range]) -> Iterator[Figure]:
    """«إلى 1900 في شباط»: what a month follows is a count, though it reads like a year."""
    starts = {at.start for at in dates}
    for at in {n for date in dates for n in date}:
        year = line.tokens[at].plain
        if len(year) != 4 or not year.isdigit() or line.key(at - 1) not in ("من", "الي"):
            continue
        if line.key(at + 1) == "في" and at + 2 in starts and not line.tokens[at + 2].plain.isdigit():
            yield Figure(at, at + 1, at + 1, float(year), float(year), False, "count", None)


def _of_time(line: Line, amount: Amount, first: int, last: int) -> bool:
    """«الربع الأول», «النصف نفسه»: a part of the year, no figure; «في 2018», «من 2018»: a year that no date took."""
    if amount.low is not None and 0 < amount.low < 1 and line.key(first).startswith(("ال", "بال", "لل")):
        following = line.key(last)
        return following.startswith("ال") or following == "من" or following in line.words.itself
    year = amount.unit is None and last - first == 1 and amount.low == amount.high and amount.low is not None
    if not year or not 1900 <= (amount.low or 0) <= 2099 or not line.tokens[first].plain.isdigit():
        return False
    ends = last >= len(line.tokens) or line.tokens[last].kind == "punctuation"
    return ends and line.key(first - 1) in ("في", "من", "عام", "سنه", "منذ", "حتي", "لعام", "بحلول", "قبل", "بعد")


def _scale(line: Line, first: int, last: int) -> float:
    words = (word for at in range(first, last) for word in line.numerals.get(line.key(at)))
    return max((word.value for word in words if word.role in _SCALES and not word.particles), default=1.0)


def _decimals(line: Line, first: int, last: int) -> int:
    found = (_DECIMALS.search(line.tokens[at].plain) for at in range(first, last))
    return max((len(match.group(1)) for match in found if match is not None), default=0)


def _length(line: Line, timex: Timex, first: int, last: int) -> Figure | None:
    match = _LENGTH.match(timex.timex)
    if match is None:
        return None
    number, unit = (match.group(1), match.group(2)) if match.group(1) else (match.group(3), "T" + match.group(4))
    hedged = is_hedged(line.tokens[max(0, first - 2) : first], line.cues.approximate)
    return Figure(first, last, last, float(number), float(number), hedged, "length", unit)


def is_hedged(before: Sequence[Token], hedges: frozenset[str]) -> bool:
    """Whether one of the words before a figure makes it approximate."""
    return any(token.key.removeprefix("ل").removeprefix("ب") in hedges for token in before)


def _counts_many(line: Line, at: int) -> bool:
    """Whether a numeral from three on ends at token ``at``."""
    words = (word.value for word in line.numerals.get(line.key(at)))
    digits = line.tokens[at].plain
    return (digits.isdigit() and int(digits) > 2) or any(value > 2 for value in words)


def _duals(line: Line, covered: set[int]) -> Iterator[Figure]:
    """Nouns in the dual that no mention covers: «طفلان» is two children."""
    for at in range(len(line.tokens)):
        if at in covered or all(entry.number != "dual" for entry in line.entries(at)):
            continue
        noun = line.noun(at)
        first = line.entries(at)[0]
        described = first.pos == "adjective" and first.number == "singular" and line.key(at).endswith("ي")
        counted = at - 1 in covered and not first.proclitics and _counts_many(line, at - 1)
        if first.pos == "verb" or described or counted:
            continue  # «تلقى», «عجز مالي», «3 ألمان»
        if noun is not None and noun.number == "dual" and not (noun.maybe_dual or noun.definite or noun.enclitic):
            yield Figure(at, at + 1, at + 1, 2, 2, False, "count", noun.concept)
