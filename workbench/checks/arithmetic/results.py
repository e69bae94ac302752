"""What a match's result allows of what is told elsewhere: the margin of the win, the points it brings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.sum_words import SumCue, SumWords
from workbench.mentions.reading import ArticleReading

_NEAR = 3  # sentences between a result and its margin
_MOST_GOALS = 9  # results of more on a side are of no football match
_WON, _DRAWN = 3, 1  # points in football, since about 1995
_THREE_POINTS = 1996


@dataclass(frozen=True, slots=True)
class ResultFault:
    """In ``sentence`` the tokens ``first`` to ``last`` say ``said``, where the result makes ``made``: ``given`` are the
    two sides of the result, told at ``elsewhere`` (sentence, first token, token after), or the points before and after.
    """

    kind: Literal["margin", "points"]
    sentence: int
    first: int
    last: int
    given: tuple[float, float]
    made: float
    said: float
    elsewhere: tuple[int, int, int] | None = None


def _is_of_football(reading: ArticleReading) -> bool:
    """Whether an article speaks of football: other games give other points for a win."""
    return any(
        one.key.removeprefix("ل").removeprefix("ب") in ("كره", "الكره") and other.key in ("القدم", "قدم")
        for told in reading.told for one, other in zip(told.tokens, told.tokens[1:], strict=False)
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ResultReader:
    words: SumWords

    def faults(self, reading: ArticleReading, lines: Sequence[Line]) -> Iterator[ResultFault]:
        """The margins and the points of an article that no result in it allows; ``lines`` are those of its
        sentences."""
        results = {number: line for number, line in enumerate(lines) if line.scores}
        year = reading.date.begin.year if reading.date.begin is not None else _THREE_POINTS
        for number, line in enumerate(lines):
            if results and not line.scores:
                yield from self._margin(number, line, results)
            if year >= _THREE_POINTS:
                yield from (fault for fault in self._points(number, line) if _is_of_football(reading))

    def _margin(self, number: int, line: Line, results: dict[int, Line]) -> Iterator[ResultFault]:
        """«فاز 29-26 … وحسم النهائي بفارق أربعة أهداف»: no result of the article has that margin."""
        for hit in self.words.cues["margin"].find(line.tokens):
            said = line.figure_at(hit.last)
            if said is None or not said.exact or said.kind != "count" or not self._decided(line, hit.first, said):
                continue
            told = [
                (at, score) for at, other in results.items() if 0 < number - at <= _NEAR for score in other.scores
            ]
            every = [score for other in results.values() for score in other.scores]
            if not told or any(len(values) != 2 for _, _, values in every):
                continue
            if any(abs(values[0] - values[1]) == said.value for _, _, values in every):
                continue
            at, (first, last, values) = told[0]
            if said.unit != "goal" and max(values) <= 2 * _MOST_GOALS:
                continue  # «بفارق 5 نقاط» beside 2-1 speaks of the table
            given = float(max(values)), float(min(values))
            yield ResultFault("margin", number, hit.first, said.after, given, given[0] - given[1], said.value,
                              (at, first, last))  # fmt: skip

    def _decided(self, line: Line, margin: int, said: Figure) -> bool:
        """Whether the margin is that of the match's end: a verb of winning before it, nothing of another match."""
        before = range(max(0, margin - 8), margin)
        if any(line.key(at) in line.words.not_the_end for at in range(len(line.tokens))) or line.dates:
            return False
        if any(self.words.cues["earlier"].at(line.tokens, at) for at in before):
            return False
        after = line.key(said.after)
        if after in ("عن", "امام", "علي", "خلف", "لكن", "قبل", "في"):
            return False
        return any(self.words.cues["decided"].at(line.tokens, at) for at in before)

    def _points(self, number: int, line: Line) -> Iterator[ResultFault]:
        """«رفع رصيده بهذا الفوز من 24 نقطة إلى 28»."""
        if all(figure.unit != "point" for figure in line.figures):
            return
        if any(token.key in line.words.other_points for token in line.tokens):
            return
        kinds: tuple[tuple[SumCue, int], ...] = (("this-win", _WON), ("this-draw", _DRAWN))
        told = [(hit, points) for cue, points in kinds for hit in self.words.cues[cue].find(line.tokens)]
        if len(told) != 1:
            return
        points = told[0][1]
        at = next((n for n in range(len(line.tokens)) if self.words.cues["balance"].at(line.tokens, n)), None)
        if at is None:
            return
        spans = [(f.first, f.after, f.low, f.high) for f in line.figures if f.unit == "point" and f.low < f.high]
        spans += [
            (one.first, other.after, one.low, other.low)
            for one, other in zip(line.figures, line.figures[1:], strict=False)
            if line.key(one.first - 1) == "من" and line.key(other.first - 1) == "الي" and "point" in (
                one.unit, other.unit) and one.exact and other.exact
        ]  # fmt: skip
        if len(spans) != 1 or line.key(spans[0][0] - 1) != "من" or abs(spans[0][0] - at) > 8:
            return
        first, last, low, high = spans[0]
        if 0 < high - low < 10 and high - low != points:
            yield ResultFault("points", number, first, last, (low, high), low + points, high)
