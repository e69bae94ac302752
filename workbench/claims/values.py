"""The values of claims and events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.mentions.values import Value
from workbench.text.values import Bilingual, PartKind, Span

ClaimKind = Literal[
    "quantity", "casualties", "date", "time", "duration", "place", "actor", "office", "score", "quote", "statement"
]
Polarity = Literal["affirmed", "negated", "uncertain"]


Role = Literal["whole", "part", "addend", "earlier"]


@dataclass(frozen=True, slots=True)
class Assertion:
    """Something one sentence says by itself: a pure function of the sentence's text, offsets in that sentence.

    ``span`` covers the words of the value. ``role``: the whole count, some of a whole («بينهم 3»), one of several
    counts that add up («5 جنود و3 مدنيين»), or a count the text itself calls an earlier one. ``hedge``: the text calls
    the value preliminary. ``approximate``: the words before a time or a length hedge it. ``context`` holds the concepts
    of the clause's content words, by which two assertions about the same kind of thing are told apart. ``traits``: what
    candidate), ``total`` (the count of all), ``aboard`` (of all who are in something), ``all`` (of all that somebody
    has), ``after`` (a length that passed before something was: «بعد ساعتين»), ``each:1 day`` (of every day),
    ``of:asked`` (of what is asked, planned, held, of all together), ``step`` (how far something rose or fell),
    ``from:bechar`` (a distance from there), ``nth:3`` (behind «الثالثة»), ``told`` (the time of a word, not of what it
    tells), ``post:governor`` (said by one), ``besides`` (beside somebody named), ``may-rise``
    (in a text that expects more); for places those of ``ways``; for statements ``none:candidate`` (of none of them),
    ``plain``, ``total``, ``yet``, ``future``, ``wished`` (how it is denied or said), ``with:vest``, ``head:passenger``,
    ``core:vest`` (words beside it); for actors ``deed`` (done by one alone), ``sort:person``, ``which:final``.
    """

    kind: ClaimKind
    span: Span
    clause: Span
    predicate: str
    of: str
    value: Value
    polarity: Polarity = "affirmed"
    state: str | None = None
    role: Role = "whole"
    hedge: bool = False
    approximate: bool = False
    source: str | None = None
    context: frozenset[str] = frozenset()
    traits: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Claim:
    """Something an article says, placed in its event. ``span`` covers the words of the value, ``clause`` the clause
    they stand in, both in the article's text. ``event`` is None for what is timeless (where a base lies, how old a
    state is). Equal when all fields are."""

    id: str
    article: str
    kind: ClaimKind
    span: Span
    text: str
    clause: Span
    part: PartKind
    sentence: int
    predicate: str
    of: str
    value: Value
    polarity: Polarity = "affirmed"
    state: str | None = None
    role: Role = "whole"
    hedge: bool = False
    approximate: bool = False
    source: str | None = None
    event: str | None = None
    context: frozenset[str] = frozenset()
    traits: frozenset[str] = frozenset()

    def of_event(self, event: str | None) -> Claim:
        """The same claim in an event of another name. Every claim of every check passes here: ``replace`` takes twice
        as long."""
        return Claim(
            self.id, self.article, self.kind, self.span, self.text, self.clause, self.part, self.sentence,
            self.predicate, self.of, self.value, self.polarity, self.state, self.role, self.hedge, self.approximate,
            self.source, event, self.context, self.traits,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, as one or several articles tell it; ``begin``/``end`` are ISO days or None."""

    id: str
    label: Bilingual
    begin: str | None
    end: str | None
    place: str | None
    claims: tuple[str, ...]
