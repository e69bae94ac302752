"""Shares of one whole, the last of which goes to all the others: seats of «سائر الأحزاب», medals of «بقية الدول»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from workbench.checks.arithmetic.sums import Miscount
from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.claim_cues import ClaimCues
from workbench.knowledge.words.sum_words import SumCue, SumWords

_FAR = 14  # words between two of the shares
_PARTS_AT_MOST = 8
_OTHER_CALCULATION: tuple[SumCue, ...] = ("change", "margin", "total")


@dataclass(frozen=True, slots=True)
class _Rest:
    """``figure`` is that of all the others, named by the tokens from ``first`` to ``last``, a noun."""

    figure: Figure
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class RemainderReader:
    words: SumWords
    cues: ClaimCues

    def miscounts(self, line: Line) -> Iterator[Miscount]:
        """«107 مقاعد، مقابل 11 لتواصل و68 لسائر الأحزاب، من أصل 176»: too many, or too few where all are told of."""
        rests = list(self._rests(line))
        wholes = [figure for figure in line.figures if self._is_whole(line, figure)]
        if len(rests) != 1 or len(wholes) != 1:
            return
        rest, whole = rests[0], wholes[0]
        if rest.figure.unit is None or rest.figure.unit != whole.unit or self._may_mislead(line):
            return
        parts = [f for f in line.figures if f is not whole and f.kind == "count" and f.unit in (None, whole.unit)]
        if not self._make_one_list(line, whole, parts):
            return
        made = sum(part.value for part in parts)
        if made > whole.value or (made < whole.value and self._leaves_nothing_out(line, rest)):
            first, last = min(whole.first, parts[0].first), max(whole.after, parts[-1].after)
            yield Miscount(whole, tuple(parts), first, last)

    def _rests(self, line: Line) -> Iterator[_Rest]:
        for hit in self.words.cues["remainder"].find(line.tokens):
            noun = line.noun(hit.last) if hit.last < len(line.tokens) else None
            if noun is None or noun.number != "plural" or not noun.definite:
                continue  # «باقي أحزاب الائتلاف» leaves others out
            for figure in line.figures:
                to = line.key(figure.after) in ("علي", "في")
                behind = hit.first == figure.after + to
                if behind or figure.first in (hit.last + 1, hit.last + 2):
                    yield _Rest(figure, hit.first, hit.last)
                    break

    def _is_whole(self, line: Line, figure: Figure) -> bool:
        if figure.kind != "count" or not figure.exact or figure.unit is None:
            return False
        houses = tuple(line.words.house)
        for at in range(max(0, figure.first - 4), figure.first):
            hit = self.words.cues["of"].at(line.tokens, at)
            if hit is not None and hit.last == figure.first and hit.last - hit.first > 1:
                return True
            house = any(line.key(n).startswith(houses) for n in range(max(0, at - 3), figure.first))
            if house and self.words.cues["holding"].at(line.tokens, at) is not None:
                return not any(line.figure_at(n) for n in range(at, figure.first - 1))
        return False

    def _may_mislead(self, line: Line) -> bool:
        """Whether something else is reckoned here too: some of one share, the shares of another ballot, a margin."""
        for at in range(len(line.tokens)):
            near = line.figure_at(at + 1) is not None or (
                line.key(at + 1) in line.cues.approximate and line.figure_at(at + 2) is not None
            )
            if line.key(at) in self.cues.among and (near or any(f.after == at for f in line.figures)):
                return True
            elsewhere = line.key(at) in line.words.other_ballot or line.key(at) in self.cues.alone
            if elsewhere or self.words.cues["earlier"].at(line.tokens, at) is not None:
                return True
            hits = (self.words.cues[cue].at(line.tokens, at) for cue in _OTHER_CALCULATION)
            if any(hit is not None and line.figure_at(hit.last) is not None for hit in hits):
                return True
        return False

    def _make_one_list(self, line: Line, whole: Figure, parts: Sequence[Figure]) -> bool:
        if not 2 <= len(parts) <= _PARTS_AT_MOST or not all(part.exact for part in parts):
            return False
        if parts[0].unit != whole.unit or any(
            part.unit is None and not line.key(part.last).startswith("ل") for part in parts
        ):
            return False
        if parts[0].first < whole.first < parts[-1].first:
            return False
        told = line.entries(whole.after)[:1] if whole.after < len(line.tokens) else ()
        if told and told[0].pos in ("adjective", "participle"):
            return False  # «من أصل 60 مقعدا مخصصة للنساء»: the whole of the last share only
        if any(parts[0].first < at < parts[-1].first for at in line.dates):
            return False  # of two ballots
        if any(other.first - one.after > _FAR for one, other in pairwise(parts)):
            return False
        values = [part.value for part in parts]
        return not any(
            sum(some) == value
            for n, value in enumerate(values)
            for size in range(2, len(values))
            for some in combinations(values[:n] + values[n + 1 :], size)
        )  # «نال الائتلاف 90 مقعدا، 60 للحزب و30 لباقي الأحزاب»

    def _leaves_nothing_out(self, line: Line, rest: _Rest) -> bool:
        """Whether the rest are all the others: not those of one camp, no parties where independents may sit too, no
        votes, of which some are void, nothing vacant."""
        at = rest.last + 1
        if line.key(at).startswith("وال"):
            at += 1
        elif line.key(rest.last) in line.words.parties and not any("مستقل" in token.key for token in line.tokens):
            return False
        ends = at >= len(line.tokens) or line.tokens[at].kind == "punctuation" or line.figure_at(at) is not None
        if not ends and self.words.cues["of"].at(line.tokens, at) is None:
            return False
        if rest.figure.unit == "vote":
            return False
        return not any(self.words.cues["vacant"].at(line.tokens, n) is not None for n in range(len(line.tokens)))
