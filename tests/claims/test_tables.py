"""The tables by which claims are read name concepts and families that exist."""

from __future__ import annotations

from dataclasses import fields

from tests.checks.subjects import engine
from workbench.knowledge.language.lexicon import Memory
from workbench.knowledge.tables import read_table


def test_concepts_are_words_of_the_lexicon() -> None:
    knowledge = engine().knowledge
    known = {word.concept for word in knowledge.lexicon.words}
    expressions = read_table(knowledge.folder / "lexicon" / "expressions.tsv", ("words", "concept", "class"))
    known |= {row["concept"] for row in expressions}
    named = set(knowledge.operators)
    for table in (knowledge.blame, knowledge.claim_cues):
        for field in fields(table):
            if field.name.endswith("_concepts"):
                named |= getattr(table, field.name)
    for deed in knowledge.sole_deeds:
        named |= deed.verbs | deed.roles | deed.objects.keys()
    assert sorted(named - known) == []


def test_deeds_are_families_of_events() -> None:
    knowledge = engine().knowledge
    assert sorted(knowledge.blame.deed_families - set(knowledge.events.families.values())) == []


def test_no_row_is_empty() -> None:
    words = engine().knowledge.blame
    assert [field.name for field in fields(words) if not getattr(words, field.name)] == []


def test_relative_words_are_the_same_in_every_table() -> None:
    knowledge = engine().knowledge
    opening = {first for first, rows in knowledge.clauses.by_first.items() if ((), "relative") in rows}
    joined = {word for word in opening if word[1:] in opening}  # «والذي», «فالتي»
    assert opening - joined == knowledge.claim_cues.relative
    unknown = [
        word
        for word in opening - joined
        if "who" not in {entry.concept for entry in knowledge.lexicon.lookup(word, Memory())}
    ]
    assert sorted(unknown) == []
