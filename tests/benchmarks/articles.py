"""The texts the benchmarks read, from the folder beside the checkout."""

from __future__ import annotations

import json
from pathlib import Path

from tests.benchmarks.measuring import SHARED, NotHereError


def shared_file(*parts: str) -> Path:
    """A file of ``../shared``. Raises NotHereError where there is none."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        raise NotHereError(f"needs {path.relative_to(SHARED.parent)} beside the checkout")
    return path


def news_articles() -> list[str]:
    """The distinct articles of the real pairs, in their order there."""
    lines = shared_file("data", "news_pairs.dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return list(dict.fromkeys(row[side] for row in rows for side in ("a", "b") if row.get(side)))


def long_article(words: int) -> str:
    """About so many words of distinct news, as paragraphs of one article."""
    paragraphs: list[str] = []
    count = 0
    for paragraph in dict.fromkeys(line for text in news_articles() for line in text.splitlines() if line.strip()):
        paragraphs.append(paragraph)
        count += len(paragraph.split())
        if count >= words:
            return "\n".join(paragraphs)
    raise NotHereError(f"the news has only {count} words, {words} are wanted")
