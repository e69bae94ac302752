"""What each clause of a sentence contributes to what is known of its event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.claims.clauses import Clause
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount, Entity, Mention, ToldSentence

_MARKS = {"«": "»", "“": "”", '"': '"'}
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class ClauseGist:
    """What one clause says of its event: concepts of its words, words that no table knows, whom it names, the exact
    counts it gives."""

    words: frozenset[str]
    rare: frozenset[str]
    names: frozenset[str]
    figures: frozenset[float]


def clause_gists(told: ToldSentence, view: SentenceView, knowledge: Knowledge) -> tuple[ClauseGist, ...]:
    """The gist of each clause of a sentence."""
    gists = []
    for clause in view.clauses:
        span = view.span(clause.first, clause.last)
        inside = [mention for mention in told.mentions if span.start <= mention.start < span.end]
        gists.append(
            ClauseGist(
                view.context(clause.first, clause.last), frozenset(_rare(view, clause) - knowledge.copy.names),
                frozenset(_names(inside) | _quoted(view, clause)), frozenset(_figures(inside)),
            )
        )  # fmt: skip
    return tuple(gists)


def _names(mentions: Sequence[Mention]) -> set[str]:
    """Persons and organisations, by identifier where they have one."""
    return {
        mention.value.id or mention.value.name
        for mention in mentions
        if mention.type in ("person", "organisation") and isinstance(mention.value, Entity)
    }


def _quoted(view: SentenceView, clause: Clause) -> set[str]:
    """Names in quotation marks: of lists, ships, songs, operations («البتراء-1»)."""
    found = set()
    for at in range(max(clause.first - 1, 0), clause.last):
        close = _MARKS.get(view.tokens[at].text)
        if close is None:
            continue
        end = next((n for n in range(at + 1, min(len(view.tokens), at + _LONGEST_NAME + 2))
                    if view.tokens[n].text == close), None)  # fmt: skip
        if end is not None and end > at + 1:
            found.add(" ".join(token.text for token in view.tokens[at + 1 : end]))
    return found


def _rare(view: SentenceView, clause: Clause) -> set[str]:
    """Words that no table knows: mostly names."""
    found = set()
    for at in range(clause.first, clause.last):
        token = view.tokens[at]
        if at in view.stems and len(token.key) > 3:
            found.add(view.stems[at])
    return found


def _figures(mentions: Sequence[Mention]) -> set[float]:
    return {
        value.low
        for value in (mention.value for mention in mentions)
        if isinstance(value, Amount) and value.low is not None and value.low == value.high
    }
