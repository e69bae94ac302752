"""Bracketed words: which brackets belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.text.values import Span

_PAIRS = {"(": ")", "[": "]", "{": "}", "﴾": "﴿", "（": "）"}
_BRACKET = re.compile(r"[()\[\]{}﴾﴿（）]")
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}
# How far the partner may be: a remark in round brackets is short, an inserted passage may run over paragraphs.
_REACH = {"(": 1000, "[": 5000, "{": 5000, "﴾": 5000, "（": 1000}


@dataclass(frozen=True, slots=True)
class Bracketed:
    """Words in brackets: ``start``/``end`` take in the brackets, ``inner`` does not; ``depth`` counts the pairs
    around it."""

    start: int
    end: int
    inner: Span
    opening: str
    depth: int


def find_brackets(text: str) -> tuple[Bracketed, ...]:
    """Every pair of brackets in order of its first one; a bracket without partner gives none. Linear in the length."""
    open_: list[tuple[str, int]] = []
    found: list[Bracketed] = []
    for match in _BRACKET.finditer(text):
        sign, at = match.group(), match.start()
        if sign in _PAIRS:
            open_.append((sign, at))
            continue
        opening = _OPENING[sign]
        # Only a handful of brackets can be open at a time; the rest has lost its partner.
        for place in range(len(open_) - 1, max(len(open_) - 9, -1), -1):
            if open_[place][0] == opening and at - open_[place][1] <= _REACH[opening]:
                begin = open_[place][1]
                found.append(Bracketed(begin, at + 1, Span(begin + 1, at), opening, place))
                del open_[place:]
                break
    return tuple(sorted(found, key=lambda pair: pair.start))
