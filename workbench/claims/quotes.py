"""What an article quotes word for word, and who said it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.claims.values import Assertion
from workbench.claims.view import SentenceView
from workbench.mentions.reading import ArticleReading
from workbench.mentions.values import Entity, Mention
from workbench.text.values import Span

# Shorter ones are names and words held at arm's length, not statements.
_FEWEST_WORDS = 5


def quote_assertions(
    reading: ArticleReading, views: Sequence[SentenceView], mentions: Sequence[Sequence[Mention]],
    sources: Sequence[Span | None],
) -> Iterator[tuple[int, Assertion]]:  # fmt: skip
    """Each quotation of five words or more with the number of the sentence it begins in; offsets in that sentence.
    ``of`` is the speaker's identifier or name, from the sentence, else the one before; ``predicate`` says whether it is
    a person."""
    sentences = reading.article.sentences
    for quotation in reading.quotations:
        inner = quotation.inner
        if quotation.end is None or len(reading.article.text[inner.start : inner.end].split()) < _FEWEST_WORDS:
            continue
        number = next(
            (at for at, sentence in enumerate(sentences) if sentence.start <= inner.start < sentence.end), None
        )
        if number is None or not views[number].tokens:
            continue
        start = sentences[number].start
        speaker, person = _speaker(number, inner, reading, mentions, sources)
        yield (
            number,
            Assertion(
                "quote",
                Span(inner.start - start, inner.end - start),
                Span(0, sentences[number].end - start),
                "say-person" if person else "say",
                speaker,
                None,
                context=views[number].context(0, len(views[number].tokens)),
            ),
        )


def _speaker(
    number: int, inner: Span, reading: ArticleReading, mentions: Sequence[Sequence[Mention]],
    sources: Sequence[Span | None],
) -> tuple[str, bool]:  # fmt: skip
    """Who says it, and whether that is a person by name."""
    for at in (number, number - 1):
        if at < 0:
            continue
        source = sources[at]
        if source is None:
            continue
        span = source.shifted(reading.article.sentences[at].start)
        for kind in ("person", "office", "organisation"):
            for mention in mentions[at]:
                value = mention.value
                if mention.type == kind and isinstance(value, Entity) and mention.span.overlaps(span):
                    return value.id or value.name, kind == "person"
        return " ".join(reading.article.text[span.start : span.end].split()), False
    return "", False
