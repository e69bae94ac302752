"""A team's record: matches won, drawn and lost, and the points they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.sum_words import SumWords

Result = Literal["won", "drawn", "lost"]
_RESULTS: tuple[Result, ...] = ("won", "drawn", "lost")
_NEAR = 3  # words between «فاز» and how often
_MEETINGS = frozenset(("match", "confrontation", "time", "meeting", None))
_RESULT_UNITS = frozenset(("triumph", "victory", "draw"))
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
        """Records of one sentence that do not add up: a team's, or two teams' against each other."""
        yield from self._meetings(line)
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

    def _meetings(self, line: Line) -> Iterator[BadRecord]:
        """«خاض الفريقان 20 مباراة، فاز الفيصلي في 11 منها والحسين في أربع وتعادلا في ست»: every count of the sentence
        behind that of the matches is one of two sides' wins or the draws."""
        counts = [figure for figure in line.figures if figure.kind in ("count", "share")]
        if not 3 <= len(counts) <= 4 or counts[0].unit not in _MEETINGS - {None} or not all(f.exact for f in counts):
            return
        cues = self.words.cues
        if any(cues["shoot-out"].at(line.tokens, at) is not None for at in range(len(line.tokens))):
            return
        if not any(cues["two-sides"].at(line.tokens, at) is not None for at in range(counts[1].first)):
            return
        won: list[Figure] = []
        drawn: list[Figure] = []
        for before, figure in pairwise(counts):
            result = self._result(line, figure)
            if result is None and won and before is won[-1] and self._goes_on(line, before, figure):
                result = "won"
            if result not in ("won", "drawn") or figure.unit not in _MEETINGS | _RESULT_UNITS:
                return
            (won if result == "won" else drawn).append(figure)
        if len(won) != 2 or len(drawn) > 1:
            return
        made, played = sum(figure.value for figure in (*won, *drawn)), counts[0]
        if made > played.value or (made < played.value and drawn):
            yield _bad("matches", [*won, *drawn], played)

    def _goes_on(self, line: Line, before: Figure, figure: Figure) -> bool:
        """«فاز الأهلي في 16 والزمالك في 9»: nothing but the other side's name between two figures."""
        between = range(before.last, figure.first)
        named = any(line.key(at).startswith("و") for at in between) and len(between) <= 6
        return named and not any(
            line.tokens[at].kind == "punctuation" or ((told := line.entries(at)) and told[0].pos == "verb")
            for at in between
        )

    def _result(self, line: Line, figure: Figure) -> Result | None:
        for name in _RESULTS:
            if self.words.cues[name].at(line.tokens, figure.after - 1) is not None:
                return name
        for at in range(figure.first - 1, max(-1, figure.first - 1 - _NEAR), -1):
            if line.tokens[at].kind == "punctuation" or any(f.first <= at < f.after for f in line.figures):
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
