"""All that the program knows, read once and passed on as one value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.knowledge.cues import load_article_cues
from workbench.knowledge.lexicon import EMPTY_LEXICON, Lexicon, load_lexicon
from workbench.text.cues import NO_CUES, ArticleCues


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The tables of ``resources/``, ready to be queried. Nothing in it changes after loading."""

    folder: Path
    article_cues: ArticleCues = NO_CUES
    lexicon: Lexicon = EMPTY_LEXICON


def load_knowledge(folder: Path) -> Knowledge:
    """Read every table below ``folder`` (see workbench.resources). Raises TableError with all faults."""
    return Knowledge(
        folder,
        article_cues=load_article_cues(folder),
        lexicon=load_lexicon(folder / "lexicon"),
    )
