"""Reading sentences and articles: tokens, mentions, times resolved against the article's date."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.mentions.values import ArticleDate, Mention, SentenceReading
from workbench.text.values import Article, Quotation


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """What an article's reader understands before comparing anything. ``sentences`` runs parallel to
    ``article.sentences``; ``mentions`` are those of all sentences with offsets in the article and times resolved."""

    article: Article
    date: ArticleDate
    sentences: tuple[SentenceReading, ...]
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
