"""Expressions of several words, read as one word: «أطلق سراحهم» is a release, «طائرة مسيّرة» a drone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Entry
from workbench.mentions.values import Amount, Mention
from workbench.text.values import Token

# What others read by words of their own: who says and blames, measures, titles and bodies.
_READ_ELSEWHERE = frozenset("accuse report deny measure money abstract organisation office".split())


@dataclass(frozen=True, slots=True)
class Joined:
    """``entries``: the readings of each token, the first word of an expression with its meaning; ``taken``: tokens
    that say nothing but together with that word; ``units``: the concept of what is counted by the token of its noun,
    with what the noun alone would mean."""

    entries: tuple[tuple[Entry, ...], ...]
    taken: frozenset[int]
    units: dict[int, tuple[str, str]]


def join_expressions(
    tokens: Sequence[Token], entries: tuple[tuple[Entry, ...], ...], knowledge: Knowledge
) -> Joined:
    """Read the expressions of the table."""
    readings = [None if token.kind in ("punctuation", "symbol") else entries[at] for at, token in enumerate(tokens)]
    joined, taken, units = list(entries), set[int](), dict[int, tuple[str, str]]()
    for found in knowledge.expressions.find(readings):
        at, first, expression = found.at[0], found.first, found.expression
        if expression.kind in _READ_ELSEWHERE or at in taken:
            continue
        done = [entry for entry in entries[at] if entry.lemma == first.lemma and entry.pos in ("verb", "masdar")]
        if not done:
            # «حادث سير» is as much an accident as «حادث», but whoever counts «طائرات مسيّرة» counts no airliners.
            units[at] = first.concept, expression.concept
        elif first.pos == "verb" or entries[at][0].pos != "verb":
            others = (entry for entry in entries[at] if entry.lemma != first.lemma)
            joined[at] = (replace(done[0], concept=expression.concept, kind=expression.kind), *others)
            taken |= set(found.at[1:])
    return Joined(tuple(joined), frozenset(taken), units)


def counted(mention: Mention, last: int, units: dict[int, tuple[str, str]]) -> Mention:
    """A count of what an expression names: «أربع طائرات مسيّرة» counts drones. ``last``: the token behind the count."""
    value = mention.value
    if not isinstance(value, Amount) or value.unit is None:
        return mention
    for at in (last - 1, last, last + 1):
        if at in units and units[at][0] == value.unit:
            return replace(mention, value=replace(value, unit=units[at][1]))
    return mention
