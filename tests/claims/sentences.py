"""What one sentence says by itself, and what an article's sentences say together."""

from __future__ import annotations

import datetime as dt

from tests.checks.subjects import engine
from workbench.claims.reading import ArticleClaims, SentenceClaims, SentenceReader, read_claims
from workbench.claims.values import Assertion
from workbench.claims.view import SentenceView
from workbench.engine import Draft
from workbench.knowledge.working_memory import WorkingMemory
from workbench.mentions.reading import read_sentence

DAY = dt.date(2020, 2, 1)


def read(sentence: str) -> SentenceClaims:
    knowledge = engine().knowledge
    return SentenceReader(knowledge, WorkingMemory()).read(read_sentence(sentence, knowledge))


def view_of(sentence: str) -> SentenceView:
    return read(sentence).view


def assertions(sentence: str, *kinds: str) -> list[Assertion]:
    """What the sentence asserts, of these kinds only where some are named."""
    found = [assertion for _, assertion in read(sentence).assertions]
    for assertion in found:
        assert 0 <= assertion.span.start < assertion.span.end <= len(sentence)
        assert assertion.clause.start <= assertion.span.start or assertion.kind == "statement"
    return [assertion for assertion in found if not kinds or assertion.kind in kinds]


def article(text: str, date: dt.date | None = DAY) -> ArticleClaims:
    reader = engine()
    knowledge = reader.knowledge
    return read_claims(reader.read(Draft(text, date)), knowledge, SentenceReader(knowledge, WorkingMemory()))
