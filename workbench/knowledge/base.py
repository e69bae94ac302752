"""All that the program knows, read once and passed on as one value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.knowledge.casualty_words import NO_CASUALTY_WORDS, CasualtyWords, load_casualty_words
from workbench.knowledge.clause_words import NO_CLAUSE_WORDS, ClauseWords, load_clause_words
from workbench.knowledge.cues import load_article_cues
from workbench.knowledge.event_words import NO_EVENT_WORDS, EventWords, load_event_words
from workbench.knowledge.lexicon import EMPTY_LEXICON, Lexicon, load_lexicon
from workbench.text.cues import NO_CUES, ArticleCues


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The tables of ``resources/``, ready to be queried. Nothing in it changes after loading."""

    folder: Path
    article_cues: ArticleCues = NO_CUES
    lexicon: Lexicon = EMPTY_LEXICON
    clauses: ClauseWords = NO_CLAUSE_WORDS
    casualties: CasualtyWords = NO_CASUALTY_WORDS
    events: EventWords = NO_EVENT_WORDS


def load_knowledge(folder: Path) -> Knowledge:
    """Read every table below ``folder`` (see workbench.resources). Raises TableError with all faults."""
    return Knowledge(
        folder,
        article_cues=load_article_cues(folder),
        lexicon=load_lexicon(folder / "lexicon"),
        clauses=load_clause_words(folder / "lexicon"),
        casualties=load_casualty_words(folder / "lexicon"),
        events=load_event_words(folder / "lexicon"),
    )
