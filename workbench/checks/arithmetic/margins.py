"""The margin between two results: votes, seats, points, goals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.arithmetic.mismatch import NEAR, Mismatch, keys_of, speaks_anew
from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.sum_words import SumWords


@dataclass(frozen=True, slots=True)
class MarginReader:
    words: SumWords

    def mismatches(self, line: Line) -> Iterator[Mismatch]:
        """«فاز 80-72 بفارق عشر نقاط», «120 صوتا مقابل 100، بفارق 30 صوتا»."""
        for at in range(len(line.tokens)):
            hit = self.words.cues["margin"].at(line.tokens, at)
            said = line.figure_at(hit.last) if hit is not None else None
            if said is None or not said.exact or said.kind != "count" or _over_another(line, said.after):
                continue
            sides = self._sides(line, at, said)
            if sides is not None:
                one, other, first = sides
                made = abs(one - other)
                if made != said.value:
                    yield Mismatch("margin", (max(one, other), min(one, other)), said, made, first, said.after)

    def _sides(self, line: Line, at: int, said: Figure) -> tuple[float, float, int] | None:
        """The two results right before «بفارق»: a score, or two counts with «مقابل» between."""
        if line.scores:
            first, last, values = line.scores[0]
            counted = said.unit == "goal" or max(values) > 20  # «بفارق 5 نقاط» beside 2-1 speaks of the table
            alone = len(line.scores) == 1 and len(values) == 2
            turns = speaks_anew(line, last, at) or line.words.turning & set(keys_of(line, last, at))
            close = 0 <= at - last <= 4 and not turns
            return (values[0], values[1], first) if alone and counted and close else None
        before = [figure for figure in line.figures if figure.last <= at and figure.kind == "count"]
        if len(before) < 2 or self._apart(line, before[-1].after, at):
            return None
        one, other = before[-2:]
        against = any(self.words.cues["against"].at(line.tokens, n) for n in range(one.last, other.first))
        facing = any(self.words.cues["facing"].at(line.tokens, n) for n in range(one.last, other.first))
        alike = one.unit is None or other.unit is None or one.unit == other.unit
        fits = said.unit is None or said.unit in (one.unit, other.unit)
        close = other.first - one.after <= NEAR
        if (against or (facing and one.unit == other.unit)) and alike and fits and close and one.exact and other.exact:
            return one.value, other.value, one.first
        return None

    def _apart(self, line: Line, first: int, last: int) -> bool:
        """Whether what stands between the results and the margin may speak of another pair of results."""
        if last - first > NEAR or line.words.turning & set(keys_of(line, first, last)):
            return True
        if any(self.words.cues["earlier"].at(line.tokens, n) for n in range(first, last)):
            return True
        if any(first <= at < last for at in line.dates):
            return True
        for n in range(first, last):
            if line.key(n).startswith("و") and line.key(n - 1) in ("،", ","):
                return True
            verbs = [entry for entry in line.entries(n) if entry.pos == "verb"]
            if verbs and (last - first > 6 or any("و" in verb.proclitics for verb in verbs)):
                return True
        return False


def _over_another(line: Line, at: int) -> bool:
    """«بفارق 30 صوتا عن صاحب المركز الثالث»: over somebody else than the second of the two."""
    if line.key(at) not in ("عن", "امام", "علي"):
        return False
    return not line.key(at + 1).removeprefix("ال").startswith(tuple(line.words.rival))
