"""Whether two articles have one origin: two reports of one agency corroborate nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.mentions.reading import ArticleReading



def shared_origin(first: ArticleReading | None, second: ArticleReading | None) -> str | None:
    """The agency that both texts credit, or None."""
    if first is None or second is None:
        return None
    credit = first.article.credit
    return credit if credit and credit == second.article.credit else None
