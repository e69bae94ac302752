"""Cutting a sentence into clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.knowledge.clause_words import ClauseWords
from workbench.text.values import Token

Opening = Literal["start", "comma", "break", "background", "result", "cause", "relative", "and"]
_STOPS = frozenset("،,؛;:()[]{}«»“”\"—–|")


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens ``first`` to ``last`` (exclusive) of a sentence; ``opening`` says what cut it from what stands before."""

    first: int
    last: int
    opening: Opening


def _stops(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign ends a clause; the colon of a clock and the dash of a compound do not."""
    token = tokens[at]
    if token.text == ":" and 0 < at < len(tokens) - 1:
        return tokens[at - 1].kind != "number" or tokens[at + 1].kind != "number" or tokens[at + 1].spaced
    return token.text in _STOPS or (token.text == "-" and token.spaced)


def cut_clauses(tokens: Sequence[Token], words: ClauseWords) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order, covering every token. A comma between figures or names of a list cuts too:
    whoever asks for a clause's neighbours decides whether they belong together."""
    cuts: list[tuple[int, Opening]] = [(0, "start")]
    for at, token in enumerate(tokens):
        if token.kind == "punctuation" and _stops(tokens, at):
            cuts.append((at + 1, "comma"))
            continue
        opening: Opening | None = words.opening_at(tokens, at)
        if opening is not None and at > 0:
            if cuts[-1][0] == at:
                cuts[-1] = (at, opening)
            else:
                cuts.append((at, opening))
    clauses: list[Clause] = []
    for number, (first, opening) in enumerate(cuts):
        last = cuts[number + 1][0] if number + 1 < len(cuts) else len(tokens)
        if first < last:
            clauses.append(Clause(first, last, opening))
    return tuple(clauses)
