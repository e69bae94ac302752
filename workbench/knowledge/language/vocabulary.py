"""The lines of the lexicon's tables as words, and the stems each word shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from workbench.knowledge.language.affixes import Gender
from workbench.knowledge.language.inflection import (
    Stem,
    defective_stems,
    is_hollow,
    nominal_stems,
    passive_past,
    passive_present,
    past_stems,
    present_stems,
)
from workbench.knowledge.tables import read_cells

Pos = Literal["noun", "verb", "masdar", "participle", "adjective", "particle"]

NOUN_COLUMNS = ("lemma", "concept", "class", "gender", "plurals", "feminine", "notes")
VERB_COLUMNS = ("lemma", "concept", "class", "present", "passive", "masdars", "active", "acted", "prepositions")
ADJECTIVE_COLUMNS = ("lemma", "concept", "class", "feminine", "plurals")
PARTICLE_COLUMNS = ("lemma", "concept", "class", "forms", "pronouns")


class Word(NamedTuple):
    """A lemma with one meaning. Verbal nouns and participles are words of their own, with their verb's concept.
    A tuple for the sake of speed, like Stem.

    ``plurals`` and ``feminine`` are as in the tables, defaults filled in; ``present`` is a verb's; ``form`` a
    participle's voice; ``prepositions`` those a verb takes.
    """

    lemma: str
    concept: str
    kind: str
    pos: Pos
    gender: Gender = "m"
    plurals: tuple[str, ...] = ()
    feminine: str = ""
    notes: tuple[str, ...] = ()
    present: str = ""
    has_passive: bool = False
    form: str = ""
    prepositions: tuple[str, ...] = ()


def load_words(folder: Path) -> tuple[Word, ...]:
    """Every word of the four tables in ``folder``; a lemma of the same part of speech and concept counts once."""
    words: dict[tuple[str, str, Pos], Word] = {}
    for found in (
        _nouns(read_cells(folder / "nouns.tsv", NOUN_COLUMNS)),
        _verbs(read_cells(folder / "verbs.tsv", VERB_COLUMNS)),
        _adjectives(read_cells(folder / "adjectives.tsv", ADJECTIVE_COLUMNS)),
        _particles(read_cells(folder / "particles.tsv", PARTICLE_COLUMNS)),
    ):
        for word in found:
            words.setdefault((word.lemma, word.concept, word.pos), word)
    return tuple(words.values())


_Rows = list[tuple[int, tuple[str, ...]]]


def _variants(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _gender(lemma: str, cell: str = "") -> Gender:
    if cell:
        return "f" if cell == "f" else "m"
    return "f" if lemma.endswith("ة") else "m"


def _nouns(rows: _Rows) -> Iterator[Word]:
    for _, (lemma, concept, kind, gender, plurals, feminine, notes) in rows:
        yield Word(lemma, concept, kind, "noun", _gender(lemma, gender), _variants(plurals), feminine, _variants(notes))


def _adjectives(rows: _Rows) -> Iterator[Word]:
    for _, (lemma, concept, kind, feminine, plurals) in rows:
        forms = () if plurals == "-" else _variants(plurals) or ("+ون", "+ات")
        yield Word(lemma, concept, kind, "adjective", "m", forms, "" if feminine == "-" else feminine or "+ة")


def _verbs(rows: _Rows) -> Iterator[Word]:
    for _, (lemma, concept, kind, present, passive, masdars, active, acted, prepositions) in rows:
        yield Word(
            lemma, concept, kind, "verb", present=present, has_passive=passive == "+",
            prepositions=_variants(prepositions),
        )  # fmt: skip
        for masdar in _variants(masdars):
            plurals = ("+ات",) if len(masdar) > 3 and masdar[-1] != "ى" else ()
            yield Word(masdar, concept, kind, "masdar", _gender(masdar), plurals)
        for cell, form in ((active, "active"), (acted, "passive")):
            for participle in _variants(cell):
                yield _participle("م" + present[1:] if participle == "+" else participle, concept, kind, form)


def _participle(lemma: str, concept: str, kind: str, form: str) -> Word:
    if lemma.endswith("ي") and form == "active":
        plurals = (lemma[:-1] + "ون", "+ات")
        return Word(lemma, concept, kind, "participle", "m", plurals, "+ة", ("defective",), form=form)
    if lemma.endswith("ى"):
        return Word(lemma, concept, kind, "participle", "m", (), lemma[:-1] + "اة", form=form)
    return Word(lemma, concept, kind, "participle", "m", ("+ون", "+ات"), "+ة", form=form)


def _particles(rows: _Rows) -> Iterator[Word]:
    for _, (lemma, concept, kind, forms, pronouns) in rows:
        yield Word(lemma, concept, kind, "particle", plurals=_variants(forms), notes=_variants(pronouns))


def stems(word: Word) -> Iterator[tuple[str, Stem]]:
    """A word's stems, each with the form it belongs to (past, present, active, passive, or nothing)."""
    if word.pos == "verb":
        yield from _verb_stems(word)
    elif word.pos == "particle":
        for form in (word.lemma, *word.plurals):
            yield "", Stem(form, "w", "singular", "m")
        for form in word.notes:
            yield "", Stem(form, "wp", "singular", "m")
    else:
        for stem in nominal_stems(word.lemma, word.gender, word.plurals, word.feminine):
            yield word.form, stem
        if "defective" in word.notes:
            for stem in defective_stems(word.lemma):
                yield word.form, stem


def _verb_stems(word: Word) -> Iterator[tuple[str, Stem]]:
    for stem in past_stems(word.lemma):
        yield "past", stem
    if word.present:
        for stem in present_stems(word.present, is_hollow(word.lemma)):
            yield "present", stem
    if word.has_passive:
        past, present = passive_past(word.lemma), passive_present(word.lemma, word.present)
        if past != word.lemma:
            for stem in past_stems(past, "passive"):
                yield "past", stem
        if present != word.present:
            for stem in present_stems(present, is_hollow(word.lemma), "passive"):
                yield "present", stem
