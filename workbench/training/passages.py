"""Passages as words: how far two stretches of a text agree, without caring for marks and spaces at their ends."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from workbench.text.values import Span

# Letters, digits and the marks that stand on letters: a figure with its separators is one word.
_WORD = re.compile(r"[^\W_](?:[\w\u0610-\u061a\u064b-\u065f\u0670\u0640]|[.,٫٬:/-](?=\d))*")


@dataclass(frozen=True, slots=True)
class WordGrid:
    """Where the words of one text start and end, in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def within(self, span: Span) -> range:
        """The numbers of the words that the stretch touches."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))


def word_grid(text: str) -> WordGrid:
    found = [match.span() for match in _WORD.finditer(text)]
    return WordGrid(tuple(start for start, _ in found), tuple(end for _, end in found))


def agreement(one: Span, other: Span, grid: WordGrid) -> float:
    """How far two stretches cover the same words: twice the words in common over the words of both (Dice), 0 to 1.
    Where a stretch holds no word (a bracket alone), its characters count."""
    left, right = grid.within(one), grid.within(other)
    if left and right:
        common = min(left.stop, right.stop) - max(left.start, right.start)
        return 2 * max(0, common) / (len(left) + len(right))
    common = min(one.end, other.end) - max(one.start, other.start)
    length = one.end - one.start + other.end - other.start
    return 2 * max(0, common) / length if length else 0.0
