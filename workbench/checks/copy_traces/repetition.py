"""Sentences and long clauses that an article tells twice in nearly the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.text.values import Token

_RUN = 5  # words that must follow each other alike to be counted
_SHORTEST = 10  # words in a sentence told twice with small changes; the very same words count from _RUN on
_CLAUSE = 13  # words of a clause inside longer sentences: shorter ones are formulas of the trade
_CLAUSE_NEAR = 6  # the same where the second follows the first at once, or nearly


@dataclass(frozen=True, slots=True)
class Repeat:
    """Words told twice: ``first``/``second`` are (sentence, first token, token after the last). ``whole`` where both
    are whole sentences, ``same`` where the words are the very same."""

    first: tuple[int, int, int]
    second: tuple[int, int, int]
    whole: bool
    same: bool


@dataclass(frozen=True, slots=True)
class Runs:
    """One sentence's words, each with the number of its token, and its runs of words that follow each other."""

    words: tuple[tuple[int, str], ...]
    runs: tuple[str, ...]


def runs_of(tokens: Sequence[Token]) -> Runs:
    """The runs of one sentence."""
    words = [(n, token.key) for n, token in enumerate(tokens) if token.kind in ("word", "number", "latin")]
    keys = [word for _, word in words]
    return Runs(tuple(words), tuple(" ".join(keys[at : at + _RUN]) for at in range(len(keys) - _RUN + 1)))


def repeats(sentences: Sequence[Runs]) -> Iterator[Repeat]:
    """Repeats among the sentences of one article's body, each later sentence at most once. Linear in their length."""
    runs = [run for sentence in sentences for run in sentence.runs]
    if len(set(runs)) == len(runs):
        return
    words = [sentence.words for sentence in sentences]
    seen: dict[str, tuple[int, int]] = {}
    for number, mine in enumerate(sentences):
        places = ((run, (number, at)) for at, run in enumerate(mine.runs))
        if len(set(mine.runs)) == len(mine.runs) and seen.keys().isdisjoint(mine.runs):
            seen.update(places)
            continue
        found = _best(number, mine.words, _matches(mine.runs, seen), words)
        if found is not None:
            yield found
        for run, place in places:
            seen.setdefault(run, place)


def _matches(mine: Sequence[str], seen: dict[str, tuple[int, int]]) -> dict[int, list[tuple[int, int]]]:
    """Runs of words met before: by sentence, (place here, place there)."""
    found: dict[int, list[tuple[int, int]]] = {}
    own: dict[str, int] = {}
    for at, run in enumerate(mine):
        there = seen.get(run)
        if there is not None:
            found.setdefault(there[0], []).append((at, there[1]))
        elif run in own and at - own[run] >= _RUN:
            found.setdefault(-1, []).append((at, own[run]))
        own.setdefault(run, at)
    return found


def _best(
    number: int, mine: Sequence[tuple[int, str]], matches: dict[int, list[tuple[int, int]]],
    words: Sequence[Sequence[tuple[int, str]]],
) -> Repeat | None:  # fmt: skip
    for other, places in sorted(matches.items(), key=lambda item: -len(item[1])):
        theirs = mine if other < 0 else words[other]
        if other >= 0:
            longer = max(len(mine), len(theirs))
            same = [word for _, word in mine] == [word for _, word in theirs]
            if same or (longer >= _SHORTEST and len(_covered(places)) >= 0.75 * longer):
                return Repeat(
                    (other, theirs[0][0], theirs[-1][0] + 1), (number, mine[0][0], mine[-1][0] + 1), True, same
                )
        here, there, length = _longest_run(places)
        near = other < 0 and here - there - length <= 2
        if length >= (_CLAUSE_NEAR if near else _CLAUSE):
            return Repeat(
                (number if other < 0 else other, theirs[there][0], theirs[there + length - 1][0] + 1),
                (number, mine[here][0], mine[here + length - 1][0] + 1), False, True,
            )  # fmt: skip
    return None


def _covered(places: Sequence[tuple[int, int]]) -> set[int]:
    return {at + step for at, _ in places for step in range(_RUN)}


def _longest_run(places: Sequence[tuple[int, int]]) -> tuple[int, int, int]:
    """Where the longest stretch of words alike begins here and there, and how many words it has."""
    best = (0, 0, 0)
    begin = 0
    for at in range(1, len(places) + 1):
        goes_on = at < len(places) and (places[at][0] - places[at - 1][0], places[at][1] - places[at - 1][1]) == (1, 1)
        if not goes_on:
            length = places[at - 1][0] - places[begin][0] + _RUN
            if length > best[2]:
                best = (places[begin][0], places[begin][1], length)
            begin = at
    return best
