"""Expressions of several words that mean one thing: «لقي مصرعه», «أودى بحياة», «سيارة مفخخة»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.knowledge.language.concepts import EXPRESSION_COLUMNS
from workbench.knowledge.language.lexicon import Entry
from workbench.knowledge.tables import Row, read_table

# How many words may stand where an expression has a gap.
LONGEST_GAP = 6


@dataclass(frozen=True, slots=True)
class Part:
    """One word of an expression: a lemma in any of its forms, perhaps with a particle before it (``proclitic``) or a
    pronoun after it. ``gap``: other words may stand before it."""

    lemma: str
    proclitic: str = ""
    pronoun: bool = False
    gap: bool = False

    def fits(self, entry: Entry) -> bool:
        """Whether a reading of a word is this part."""
        if entry.lemma != self.lemma or (self.pronoun and not entry.enclitic):
            return False
        return not self.proclitic or self.proclitic in entry.proclitics

    def follows(self, entry: Entry) -> bool:
        """The same for a part that is not the first: «ضباط وصف» is not «ضباط صف», «سيارة نقلت» no «سيارة نقل»."""
        return self.fits(entry) and entry.pos != "verb" and not entry.proclitics.startswith(("و", "ف"))


@dataclass(frozen=True, slots=True)
class Expression:
    """What several words mean together. ``concept`` and ``kind`` are as in Entry."""

    parts: tuple[Part, ...]
    concept: str
    kind: str


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in a sentence; ``at`` numbers the tokens of its words in order, gaps left out."""

    expression: Expression
    at: tuple[int, ...]
    first: Entry


@dataclass(frozen=True, slots=True)
class Expressions:
    """The expressions by the lemma of their first word, longer ones first."""

    by_first: dict[str, tuple[Expression, ...]]

    def find(self, readings: Sequence[tuple[Entry, ...] | None]) -> Iterator[Found]:
        """Every expression in a sentence, given each token's readings, in order; None stands for punctuation, which no
        expression crosses. Of several that begin at one word the first in the table's order by length is taken."""
        for start, entries in enumerate(readings):
            for entry in entries or ():
                found = self._at(readings, start, entry)
                if found is not None:
                    yield found
                    break

    def _at(self, readings: Sequence[tuple[Entry, ...] | None], start: int, entry: Entry) -> Found | None:
        for expression in self.by_first.get(entry.lemma, ()):
            if expression.parts[0].fits(entry):
                at = _rest(readings, start, expression.parts)
                if at is not None:
                    return Found(expression, at, entry)
        return None


def _rest(readings: Sequence[tuple[Entry, ...] | None], start: int, parts: tuple[Part, ...]) -> tuple[int, ...] | None:
    at = [start]
    for part in parts[1:]:
        here = at[-1] + 1
        for index in range(here, min(len(readings), here + (LONGEST_GAP if part.gap else 0) + 1)):
            entries = readings[index]
            if entries is None:
                return None
            if any(part.follows(entry) for entry in entries):
                at.append(index)
                break
        else:
            return None
    return tuple(at)


def load_expressions(folder: Path) -> Expressions:
    """The table ``expressions.tsv`` of ``folder``. Raises TableError with every faulty line."""
    by_first: dict[str, list[Expression]] = {}
    for row in read_table(folder / "expressions.tsv", EXPRESSION_COLUMNS):
        expression = Expression(read_parts(row), row["concept"], row["class"])
        by_first.setdefault(expression.parts[0].lemma, []).append(expression)
    return Expressions({
        lemma: tuple(sorted(found, key=lambda expression: -len(expression.parts)))
        for lemma, found in by_first.items()
    })  # fmt: skip


def read_parts(row: Row) -> tuple[Part, ...]:
    """The words of one line."""
    parts = []
    gap = False
    for word in row["words"].split():
        if word == "...":
            gap = True
            continue
        proclitic, _, rest = word.rpartition("+")
        parts.append(Part(rest.removesuffix("*"), proclitic, rest.endswith("*"), gap))
        gap = False
    return tuple(parts)


NO_EXPRESSIONS = Expressions({})
