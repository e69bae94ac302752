"""Which words of a sentence may be of the name of a person whom no table knows."""

from __future__ import annotations

from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge


def of_a_name(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """Whether a word is a given name or one that no table knows; «على» is not «علي»."""
    token, entry = view.tokens[at], view.entry(at)
    if token.kind != "word" or (entry is not None and entry.pos == "particle"):
        return False
    return token.key in knowledge.world.words.given or at in view.stems or token.key in knowledge.copy.names


def may_be_family(view: SentenceView, at: int) -> bool:
    """Whether a word may be a family's name: it has an article, is no verb, and belongs to no other name."""
    entry = view.entry(at)
    return (
        view.tokens[at].key.startswith(("ال", "بن"))
        and (entry is None or entry.pos in ("noun", "adjective", "participle"))
        and not any(seen.first <= at < seen.last for seen in view.seen)
    )
