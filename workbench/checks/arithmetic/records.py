"""A team's record: matches won, drawn and lost, and the points they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from workbench.checks.figures import Figure, Line
from workbench.knowledge.sum_words import SumWords

Result = Literal["won", "drawn", "lost"]
_RESULTS: tuple[Result, ...] = ("won", "drawn", "lost")
_NEAR = 3  # words between «فاز» and how often
# What a win and a draw are worth: football today, football once and handball.
_POINTS = ((3, 1), (2, 1))


@dataclass(frozen=True, slots=True)
class BadRecord:
    """``results`` are won, drawn and lost as far as told; ``stated`` is the count of matches or of points."""

    kind: Literal["matches", "points"]
    results: tuple[Figure, ...]
    stated: Figure
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class RecordReader:
    words: SumWords

    def bad_records(self, line: Line) -> Iterator[BadRecord]:
        """Records of one sentence that do not add up."""
        results: dict[Result, Figure] = {}
        rest: list[Figure] = []
        for figure in line.figures:
            result = self._result(line, figure) if figure.kind == "count" and figure.exact else None
            if result is None:
                rest.append(figure)
            elif result in results:
                return  # two teams, or two halves of a season
            else:
                results[result] = figure
        told = [results[name] for name in _RESULTS if name in results]
        if len(told) < 2:
            return
        matches = [f for f in rest if f.exact and f.unit == "match"]
        points = [f for f in rest if f.exact and f.unit == "point"]
        if len(matches) == 1:
            played = sum(figure.value for figure in told)
            if played > matches[0].value or (played < matches[0].value and len(told) == 3):
                yield _bad("matches", told, matches[0])
        if len(points) == 1 and "won" in results and "drawn" in results and self._balance(line):
            won, drawn = results["won"].value, results["drawn"].value
            if all(win * won + draw * drawn != points[0].value for win, draw in _POINTS):
                yield _bad("points", [results["won"], results["drawn"]], points[0])

    def _result(self, line: Line, figure: Figure) -> Result | None:
        for name in _RESULTS:
            if self.words.cues[name].at(line.tokens, figure.after - 1) is not None:
                return name
        for at in range(figure.first - 1, max(-1, figure.first - 1 - _NEAR), -1):
            if line.tokens[at].kind == "punctuation" or line.figure_at(at) is not None:
                return None
            for name in _RESULTS:
                if self.words.cues[name].at(line.tokens, at) is not None:
                    return name
        return None

    def _balance(self, line: Line) -> bool:
        return any(self.words.cues["balance"].at(line.tokens, at) for at in range(len(line.tokens)))


def _bad(kind: Literal["matches", "points"], results: list[Figure], stated: Figure) -> BadRecord:
    every = sorted((*results, stated), key=lambda figure: figure.first)
    return BadRecord(kind, tuple(results), stated, every[0].first, every[-1].after)
