"""What words mean, in order from the special to the general, and what is the opposite of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from workbench.knowledge.language.vocabulary import Word
from workbench.knowledge.tables import read_table
from workbench.text.values import Bilingual

CONCEPT_COLUMNS = ("concept", "parent", "english", "arabic")
OPPOSITE_COLUMNS = ("concept", "opposite")
ALIKE_COLUMNS = ("concepts",)
EXPRESSION_COLUMNS = ("words", "concept", "class")
ENTAILS_COLUMNS = ("concept", "entailed")

_SAYS_NOTHING = frozenset(("thing", "object", "entity", "abstract", "measure", "numeral", "number"))


@dataclass(frozen=True, slots=True, eq=False)
class Concepts:
    """The concepts by identifier. One that its table does not list lies below its words' class and is called by its
    own identifier and its first word."""

    parents: dict[str, str]
    labels: dict[str, Bilingual]
    first_words: dict[str, str]
    opposites: dict[str, frozenset[str]]
    alike: dict[str, str] = field(default_factory=dict)
    entailed: dict[str, frozenset[str]] = field(default_factory=dict)
    entailing: dict[str, frozenset[str]] = field(default_factory=dict)

    def ancestors(self, concept: str) -> Iterator[str]:
        """The concept itself, then what it is a kind of, ever more general."""
        seen = set()
        while concept and concept not in seen:
            yield concept
            seen.add(concept)
            concept = self.parents.get(concept, "")

    def is_a(self, concept: str, ancestor: str) -> bool:
        return ancestor in self.ancestors(concept)

    def stands_for(self, one: str, other: str) -> bool:
        """Whether two reports may count one thing under these names: travellers and passengers."""
        return self.common(one) == self.common(other)

    def common(self, concept: str) -> str:
        """The concept under which all that stand for each other are held together."""
        return self.alike.get(concept, concept)

    def kin(self, one: str, other: str) -> bool:
        """Whether one stands for the other or is a kind of it."""
        return self.stands_for(one, other) or self.is_a(one, other) or self.is_a(other, one)

    def against(self, concept: str) -> list[str]:
        """What is held against a concept where both are said of one thing: its opposites, what follows from it and
        what it follows from."""
        return [other for kin in (self.opposites, self.entailed, self.entailing) for other in kin.get(concept, ())]

    def opposed(self, one: str, other: str) -> bool:
        """Whether saying both of the same thing is a contradiction: rose and fell, accepted and rejected."""
        return other in self.opposites.get(one, frozenset())

    def follows(self, denied: str, said: str) -> bool:
        """Whether one who says ``said`` says ``denied`` with it: the same, or what is so wherever it is."""
        return self.stands_for(denied, said) or denied in self.entailed.get(said, frozenset())

    def name(self, concept: str) -> Bilingual | None:
        """What a person reads for it; None for what is no concept (a stem of an unknown word, a name, several concepts
        at once) and for what says nothing (a thing, a measure)."""
        if concept in _SAYS_NOTHING:
            return None
        known = self.labels.get(concept)
        if known is None and concept in self.first_words:
            known = Bilingual(concept.replace("-", " "), self.first_words[concept])
        return known


def load_concepts(folder: Path, words: Iterable[Word]) -> Concepts:
    """The tables ``concepts.tsv``, ``opposites.tsv``, ``entails.tsv`` and ``alike.tsv`` of ``folder``, completed from
    the words and the expressions."""
    parents: dict[str, str] = {}
    labels: dict[str, Bilingual] = {}
    for row in read_table(folder / "concepts.tsv", CONCEPT_COLUMNS):
        parents[row["concept"]] = row["parent"]
        if row["arabic"]:
            labels[row["concept"]] = Bilingual(row["english"] or row["concept"].replace("-", " "), row["arabic"])
    first_words: dict[str, str] = {}
    for word in words:
        if word.concept not in first_words:
            first_words[word.concept] = word.lemma
            if word.concept not in parents and word.concept != word.kind:
                parents[word.concept] = word.kind if word.pos in ("noun", "adjective") else "action"
    # «سيارة إسعاف» is a kind of «سيارة»: what an expression means lies below its first word.
    meant = {lemma: concept for concept, lemma in reversed(first_words.items())}
    for row in read_table(folder / "expressions.tsv", EXPRESSION_COLUMNS):
        head = row["words"].split()[0]
        if row["concept"] not in parents and head in meant and meant[head] != row["concept"]:
            parents[row["concept"]] = meant[head]
    opposites: dict[str, set[str]] = {}
    for row in read_table(folder / "opposites.tsv", OPPOSITE_COLUMNS):
        opposites.setdefault(row["concept"], set()).add(row["opposite"])
        opposites.setdefault(row["opposite"], set()).add(row["concept"])
    entailed: dict[str, set[str]] = {}
    entailing: dict[str, set[str]] = {}
    for row in read_table(folder / "entails.tsv", ENTAILS_COLUMNS):
        entailed.setdefault(row["concept"], set()).add(row["entailed"])
        entailing.setdefault(row["entailed"], set()).add(row["concept"])
    alike: dict[str, str] = {}
    for row in read_table(folder / "alike.tsv", ALIKE_COLUMNS):
        group = row.variants("concepts")
        alike |= dict.fromkeys(group, group[0])
    return Concepts(
        parents, labels, first_words, _frozen(opposites), alike, _frozen(entailed), _frozen(entailing)
    )


def _frozen(sets: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {concept: frozenset(found) for concept, found in sets.items()}
