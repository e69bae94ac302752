"""The tables by which claims are read name concepts and families that exist."""

from __future__ import annotations

from dataclasses import fields

from tests.checks.subjects import engine


def test_concepts_are_words_of_the_lexicon() -> None:
    knowledge = engine().knowledge
    known = {word.concept for word in knowledge.lexicon.words}
    named = set(knowledge.operators)
    for table in (knowledge.blame, knowledge.claim_cues):
        for field in fields(table):
            if field.name.endswith("_concepts"):
                named |= getattr(table, field.name)
    for verb, deeds in knowledge.sole_deeds.items():
        named |= {verb}.union(*deeds.values())
    assert sorted(named - known) == []


def test_deeds_are_families_of_events() -> None:
    knowledge = engine().knowledge
    assert sorted(knowledge.blame.deed_families - set(knowledge.events.families.values())) == []


def test_no_row_is_empty() -> None:
    words = engine().knowledge.blame
    assert [field.name for field in fields(words) if not getattr(words, field.name)] == []
