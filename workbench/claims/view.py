"""A sentence as the claims look at it: tokens with their readings, clauses, figures by token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from workbench.claims.clauses import Clause, cut_clauses
from workbench.knowledge.base import Knowledge
from workbench.knowledge.lexicon import Entry, Memory
from workbench.mentions.values import Mention, SentenceReading
from workbench.text.values import Span, Token

# Verbs that carry no content of their own, and words so common that sharing them says nothing.
_EMPTY_KINDS = frozenset(("report", "particle", "numeral", "time"))


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention and the tokens it covers: ``first`` to ``last``, exclusive."""

    mention: Mention
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class SentenceView:
    """``entries`` runs parallel to ``tokens``; ``seen`` are the mentions in order."""

    reading: SentenceReading
    tokens: tuple[Token, ...]
    entries: tuple[tuple[Entry, ...], ...]
    clauses: tuple[Clause, ...]
    seen: tuple[Seen, ...]

    def clause_of(self, at: int) -> Clause:
        for clause in self.clauses:
            if clause.first <= at < clause.last:
                return clause
        return self.clauses[-1]

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens ``first`` to ``last`` (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def lemma(self, at: int) -> str:
        """The likeliest lemma of a token, its key where nothing is known."""
        entries = self.entries[at]
        return entries[0].lemma if entries else self.tokens[at].key

    def has_key(self, keys: frozenset[str], first: int, last: int) -> int | None:
        """The first token of ``first`` to ``last`` whose key is among ``keys``."""
        for at in range(max(first, 0), min(last, len(self.tokens))):
            if self.tokens[at].key in keys:
                return at
        return None

    def context(self, first: int, last: int) -> frozenset[str]:
        """Concepts (or keys, where unknown) of the content words of tokens ``first`` to ``last``."""
        found = set()
        for at in range(first, last):
            token = self.tokens[at]
            if token.kind not in ("word", "latin") or len(token.key) < 3:
                continue
            entries = self.entries[at]
            if not entries:
                found.add(token.key.removeprefix("ال"))
            elif entries[0].kind not in _EMPTY_KINDS:
                found.add(entries[0].concept)
        return frozenset(found)


def view_sentence(reading: SentenceReading, knowledge: Knowledge, memory: Memory) -> SentenceView:
    tokens = reading.tokens
    entries = tuple(
        knowledge.lexicon.lookup(token.key, memory) if token.kind == "word" else () for token in tokens
    )
    starts = [token.start for token in tokens]
    ends = [token.end for token in tokens]
    seen = []
    for mention in reading.mentions:
        first = bisect_right(ends, mention.start)
        last = bisect_left(starts, mention.end)
        if first < last:
            seen.append(Seen(mention, first, last))
    return SentenceView(reading, tokens, entries, cut_clauses(tokens, knowledge.clauses), tuple(seen))
