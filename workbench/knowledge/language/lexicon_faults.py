"""Reading the lexicon's tables with a critical eye: every fault of every line, for tests and ``knowledge validate``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from workbench.knowledge.language.concepts import (
    ALIKE_COLUMNS,
    CONCEPT_COLUMNS,
    ENTAILS_COLUMNS,
    EXPRESSION_COLUMNS,
    OPPOSITE_COLUMNS,
    Concepts,
    load_concepts,
)
from workbench.knowledge.language.expressions import read_parts
from workbench.knowledge.language.vocabulary import (
    ADJECTIVE_COLUMNS,
    NOUN_COLUMNS,
    PARTICLE_COLUMNS,
    VERB_COLUMNS,
    Word,
    load_words,
)
from workbench.knowledge.tables import Fault, Row, TableError, read_table

NOUN_CLASSES = frozenset(
    "person casualty role office military weapon vehicle building place organisation event measure money time numeral "
    "document abstract thing anatomy health nature sport".split()
)
VERB_CLASSES = frozenset(
    "report deny agree accuse kill wound strike launch arrest court politics move change economy sport health "
    "general".split()
)
ADJECTIVE_CLASSES = frozenset(
    "nationality believer party ordinal state-of-person colour extent quality".split()
)  # fmt: skip
PARTICLE_CLASSES = frozenset(
    "preposition conjunction negation pronoun demonstrative relative adverb".split()
)  # fmt: skip

# The letters of unvocalised Arabic: no marks, no tatweel, no presentation forms, no letters of Persian keyboards.
_WORD = re.compile("[ء-غف-ي]+")
_SLUG = re.compile("[a-zA-Z0-9]+(?:-[a-z0-9]+|'s)*")
_PLURAL = re.compile(r"\+ون|\+ات|[ء-غف-ي]+")
_ENDING = re.compile(r"\+ة|[ء-غف-ي]+")


def lexicon_faults(folder: Path) -> tuple[Fault, ...]:
    """Everything wrong with the lexicon's tables in ``folder``, in the order of the files; empty where all is well."""
    faults: list[Fault] = []
    for name, columns, check in (
        ("nouns.tsv", NOUN_COLUMNS, _noun),
        ("verbs.tsv", VERB_COLUMNS, _verb),
        ("adjectives.tsv", ADJECTIVE_COLUMNS, _adjective),
        ("particles.tsv", PARTICLE_COLUMNS, _particle),
    ):
        faults += _table(folder / name, columns, check)
    if not faults:
        words = load_words(folder)
        concepts = load_concepts(folder, words)
        known = {word.concept for word in words} | set(concepts.parents) | set(concepts.parents.values())
        faults += _concepts(folder, concepts, known)
        faults += _opposites(folder, known)
        faults += _entails(folder, known)
        faults += _alike(folder, known)
        faults += _expressions(folder, words)
    return tuple(faults)


def _table(path: Path, columns: tuple[str, ...], check: Callable[[Row], Iterable[str]]) -> Iterator[Fault]:
    try:
        rows = read_table(path, columns)
    except TableError as error:
        yield from error.faults
        return
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        for message in (*_lemma(row), *check(row)):
            yield Fault(row.file, row.line, message)
        first = seen.setdefault((row["lemma"], row["concept"]), row.line)
        if first != row.line:
            yield Fault(row.file, row.line, f"{row['lemma']} as {row['concept']} stands in line {first} already")


def _lemma(row: Row) -> Iterator[str]:
    if not _WORD.fullmatch(row["lemma"]):
        yield f"{row['lemma']!r} is not one unvocalised word of normal letters"
    if not _SLUG.fullmatch(row["concept"]):
        yield f"{row['concept']!r} is no identifier: letters, digits and dashes"


def _forms(row: Row, column: str, pattern: re.Pattern[str]) -> Iterator[str]:
    forms = row.variants(column)
    for form in forms:
        if not pattern.fullmatch(form):
            yield f"{column}: {form!r} is no form"
    if len(set(forms)) < len(forms):
        yield f"{column}: a form stands twice"


def _class(row: Row, classes: frozenset[str]) -> Iterator[str]:
    if row["class"] not in classes:
        yield f"unknown class {row['class']!r}"


def _noun(row: Row) -> Iterator[str]:
    yield from _class(row, NOUN_CLASSES)
    yield from _forms(row, "plurals", _PLURAL)
    yield from _forms(row, "feminine", _ENDING)
    if row["gender"] not in ("", "m", "f"):
        yield f"gender is m, f or empty, not {row['gender']!r}"
    if row["notes"] not in ("", "defective"):
        yield f"unknown note {row['notes']!r}"
    if row["notes"] == "defective" and not row["lemma"].endswith("ي"):
        yield "only a word in ي can be defective"


def _adjective(row: Row) -> Iterator[str]:
    yield from _class(row, ADJECTIVE_CLASSES)
    if row["feminine"] != "-":
        yield from _forms(row, "feminine", _ENDING)
    if row["plurals"] != "-":
        yield from _forms(row, "plurals", _PLURAL)


def _verb(row: Row) -> Iterator[str]:
    yield from _class(row, VERB_CLASSES)
    lemma, present = row["lemma"], row["present"]
    if present and not (_WORD.fullmatch(present) and present.startswith("ي") and len(present) > 2):
        yield f"present: {present!r} does not begin with ي"
    if row["passive"] not in ("", "+"):
        yield f"passive is + or empty, not {row['passive']!r}"
    yield from _forms(row, "masdars", _WORD)
    yield from _forms(row, "prepositions", _WORD)
    for column in ("active", "acted"):
        if row[column] != "+":
            yield from _forms(row, column, _WORD)
    for masdar in row.variants("masdars"):
        if len(lemma) > 3 and lemma[0] == "أ" and masdar.startswith("ا"):
            yield f"{masdar}: the verbal noun of a verb in أ begins with إ"
        if lemma[0] == "ا" and masdar.startswith(("إ", "أ")):
            yield f"{masdar}: the verbal noun of a verb in ا begins with ا"


def _particle(row: Row) -> Iterator[str]:
    yield from _class(row, PARTICLE_CLASSES)
    for column in ("forms", "pronouns"):
        for form in row.variants(column):
            if not re.fullmatch("[ء-ي]+", form):  # tatweel too: «بـ» is written so before figures
                yield f"{column}: {form!r} is no form"


def _concepts(folder: Path, concepts: Concepts, known: set[str]) -> Iterator[Fault]:
    used = set(concepts.parents.values())
    seen: dict[str, int] = {}
    for row in read_table(folder / "concepts.tsv", CONCEPT_COLUMNS):
        concept, parent = row["concept"], row["parent"]
        if seen.setdefault(concept, row.line) != row.line:
            yield Fault(row.file, row.line, f"{concept} stands in line {seen[concept]} already")
        if parent != "entity" and parent not in concepts.parents:
            yield Fault(row.file, row.line, f"the parent {parent!r} is not a concept")
        if concept not in known and concept not in used:
            yield Fault(row.file, row.line, f"no word has the concept {concept!r} and nothing lies below it")
        if len([found for found in concepts.ancestors(concept) if concepts.parents.get(found) == concept]) > 0:
            yield Fault(row.file, row.line, f"{concept} lies below itself")
        if bool(row["english"]) != bool(row["arabic"]):
            yield Fault(row.file, row.line, f"{concept} has a label in one language only")


def _opposites(folder: Path, known: set[str]) -> Iterator[Fault]:
    seen: dict[frozenset[str], int] = {}
    for row in read_table(folder / "opposites.tsv", OPPOSITE_COLUMNS):
        pair = frozenset((row["concept"], row["opposite"]))
        for concept in pair - known:
            yield Fault(row.file, row.line, f"no word has the concept {concept!r}")
        if len(pair) < 2:
            yield Fault(row.file, row.line, f"{row['concept']} is its own opposite")
        if seen.setdefault(pair, row.line) != row.line:
            yield Fault(row.file, row.line, f"the pair stands in line {seen[pair]} already")


def _entails(folder: Path, known: set[str]) -> Iterator[Fault]:
    seen: dict[tuple[str, str], int] = {}
    for row in read_table(folder / "entails.tsv", ENTAILS_COLUMNS):
        pair = (row["concept"], row["entailed"])
        for concept in {*pair} - known:
            yield Fault(row.file, row.line, f"no word has the concept {concept!r}")
        if pair[0] == pair[1]:
            yield Fault(row.file, row.line, f"{pair[0]} follows from itself")
        if seen.setdefault(pair, row.line) != row.line:
            yield Fault(row.file, row.line, f"the pair stands in line {seen[pair]} already")


def _alike(folder: Path, known: set[str]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for row in read_table(folder / "alike.tsv", ALIKE_COLUMNS):
        for concept in row.variants("concepts"):
            if concept not in known:
                yield Fault(row.file, row.line, f"no word has the concept {concept!r}")
            if seen.setdefault(concept, row.line) != row.line:
                yield Fault(row.file, row.line, f"{concept!r} stands in line {seen[concept]} already")


def _expressions(folder: Path, words: Iterable[Word]) -> Iterator[Fault]:
    lemmas = {word.lemma for word in words}
    seen: dict[str, int] = {}
    for row in read_table(folder / "expressions.tsv", EXPRESSION_COLUMNS):
        parts = read_parts(row)
        for part in parts:
            if part.lemma not in lemmas:
                yield Fault(row.file, row.line, f"{part.lemma!r} is not a word of the tables")
        if len(parts) < 2 or row["words"].startswith("...") or row["words"].endswith("..."):
            yield Fault(row.file, row.line, "an expression has two words or more, and begins and ends with one")
        if not _SLUG.fullmatch(row["concept"]):
            yield Fault(row.file, row.line, f"{row['concept']!r} is no identifier")
        if row["class"] not in NOUN_CLASSES | VERB_CLASSES:
            yield Fault(row.file, row.line, f"unknown class {row['class']!r}")
        if seen.setdefault(row["words"], row.line) != row.line:
            yield Fault(row.file, row.line, f"the same words stand in line {seen[row['words']]} already")
