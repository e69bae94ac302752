"""How messages quote an article and write a calculation, so that figures keep their order in either script."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.checks.values import Place
from workbench.mentions.reading import ArticleReading
from workbench.text.values import Article

_FSI, _LRI, _PDI = "\u2068", "\u2066", "\u2069"


def quoted(words: str) -> str:
    """The words between Arabic quotation marks, on one line, kept apart from the text around."""
    return f"«{_FSI}{' '.join(words.split())}{_PDI}»"


def calculation(text: str) -> str:
    """A calculation, always read from left to right."""
    return f"{_LRI}{text}{_PDI}"


def figure(number: float) -> str:
    """12, 1,250,000, 3.5: as a calculation shows it."""
    if float(number).is_integer():
        return f"{int(number):,}"
    return f"{number:,.2f}".rstrip("0").rstrip(".")


def total(parts: Iterable[float]) -> str:
    """«7 + 4 + 2 = 13»."""
    numbers = list(parts)
    return calculation(f"{' + '.join(map(figure, numbers))} = {figure(sum(numbers))}")


def place(article: Article, start: int, end: int) -> Place:
    """A stretch of an article."""
    return Place(article.id, start, end, article.text[start:end])


def words_place(reading: ArticleReading, sentence: int, first: int, last: int) -> Place:
    """Tokens ``first`` to ``last`` of a sentence."""
    offset, tokens = reading.article.sentences[sentence].start, reading.told[sentence].tokens
    return place(reading.article, offset + tokens[first].start, offset + tokens[last - 1].end)


def shortened(article: Article, start: int, end: int, longest: int) -> Place:
    """The stretch, or as many of its first words as ``longest`` characters hold."""
    if end - start > longest:
        cut = max(article.text.rfind(" ", start, start + longest), article.text.rfind("\n", start, start + longest))
        end = cut if cut > start else start + longest
    return place(article, start, end)
