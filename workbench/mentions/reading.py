"""Reading sentences and articles: tokens, mentions, times resolved against the article's date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Memory
from workbench.knowledge.working_memory import WorkingMemory
from workbench.mentions.dating import date_article, resolved_mentions
from workbench.mentions.figures.numbers import find_numbers
from workbench.mentions.names.constraints import office_constraints
from workbench.mentions.names.dated import find_dated_names, free_of
from workbench.mentions.names.finding import find_names
from workbench.mentions.names.nationals import without_counted
from workbench.mentions.names.resolution import resolve_names
from workbench.mentions.names.things import find_things
from workbench.mentions.names.values import PersonName
from workbench.mentions.times.finding import find_times
from workbench.mentions.values import ArticleDate, Mention, SentenceReading, ToldSentence
from workbench.text.quotations import find_quotations
from workbench.text.tokens import read_tokens
from workbench.text.values import Article, Quotation, Span, Token


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """What an article's reader understands before comparing anything. ``sentences`` and ``told`` run parallel to
    ``article.sentences``: what each says by itself, and what it says in this article. ``mentions`` are those of all
    sentences, with the quotations, in order; offsets in the article, times and names resolved."""

    article: Article
    date: ArticleDate
    sentences: tuple[SentenceReading, ...]
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    told: tuple[ToldSentence, ...] = ()


def read_sentence(text: str, knowledge: Knowledge, memory: Memory | None = None) -> SentenceReading:
    """The tokens and mentions of one sentence: times first, then names, then the figures that are left."""
    tokens = read_tokens(text)
    names: Sequence[Mention] = find_names(tokens, knowledge.world, knowledge.lexicon)
    names = without_counted(names, tokens, knowledge.lexicon)
    dated = find_dated_names(tokens, names, knowledge)
    if dated:
        names = sorted((*free_of(names, dated), *dated), key=lambda mention: mention.start)
    mentions: list[Mention] = _times_beside(names, dated, tokens, knowledge)
    mentions += _free(names, mentions)
    mentions += find_numbers(tokens, _covered(tokens, mentions), knowledge, memory)
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    return SentenceReading(text, tokens, tuple(mentions), find_things(tokens, knowledge.world, mentions))


def _times_beside(
    names: Sequence[Mention], dated: Sequence[Mention], tokens: Sequence[Token], knowledge: Knowledge
) -> list[Mention]:
    """The times of a sentence; a person's full name keeps its words («صباح الأحمد الصباح اليوم» holds no morning), and
    so does a name that holds a day."""
    times = list(find_times(tokens, knowledge))
    kept = [
        name
        for name in names
        if (name in dated or (isinstance(name.value, PersonName) and name.value.form == "full"))
        and any(name.start < time.end and time.start < name.end for time in times)
    ]
    if not kept:
        return times
    masked = [
        replace(token, kind="latin", plain="x", key="x")
        if any(name.start <= token.start < name.end for name in kept)
        else token
        for token in tokens
    ]
    return list(find_times(masked, knowledge))


def _free(found: Sequence[Mention], mentions: Sequence[Mention]) -> list[Mention]:
    """Those that touch none of the mentions there are already."""
    return [
        mention
        for mention in found
        if not any(mention.start < other.end and other.start < mention.end for other in mentions)
    ]


def _covered(tokens: Sequence[Token], mentions: Sequence[Mention]) -> set[int]:
    """The indexes of the tokens that lie in a mention."""
    covered: set[int] = set()
    rest = iter(sorted(mentions, key=lambda mention: mention.start))
    mention = next(rest, None)
    for at, token in enumerate(tokens):
        while mention is not None and mention.end <= token.start:
            mention = next(rest, None)
        if mention is None:
            break
        if mention.start < token.end:
            covered.add(at)
    return covered


def read_article(
    article: Article,
    given: dt.date | None,
    knowledge: Knowledge,
    memory: WorkingMemory,
    stated: ArticleDate | None = None,
) -> ArticleReading:
    """Read every sentence, date the article (``given`` by a person, ``stated`` by its file), resolve times, names."""
    sentences = tuple(
        memory.recall("sentence", sentence.text, partial(read_sentence, sentence.text, knowledge, memory.words))
        for sentence in article.sentences
    )
    constraints = () if given is not None else office_constraints(article, sentences, knowledge.world)
    date = date_article(article, sentences, given, knowledge, constraints, stated)
    resolved = resolved_mentions(article, sentences, date, knowledge, memory)
    named = resolve_names(resolved, knowledge.world, date.begin, date.end)
    quotations = find_quotations(article.text, article.paragraphs)
    told = tuple(_told(article, sentences, named, quotations, memory))
    told_in_order = sorted(
        (*named, *_quotation_mentions(quotations)), key=lambda mention: (mention.start, -mention.end)
    )
    return ArticleReading(article, date, sentences, tuple(told_in_order), quotations, told)


def _told(
    article: Article, readings: Sequence[SentenceReading], mentions: Sequence[Mention],
    quotations: Sequence[Quotation], memory: WorkingMemory,
) -> Iterator[ToldSentence]:  # fmt: skip
    """The article's mentions and quotations parted by sentence; those of one sentence are in order."""
    quoted = [Span(found.start, found.end) for found in quotations if found.end is not None]
    at = 0
    for sentence, reading in zip(article.sentences, readings, strict=True):
        begin, origin = at, sentence.start
        while at < len(mentions) and mentions[at].start < sentence.end:
            at += 1
        inside = tuple([mention.moved(-origin) for mention in mentions[begin:at]])
        spans = tuple([
            Span(max(0, span.start - origin), min(span.end, sentence.end) - origin)
            for span in quoted
            if span.start < sentence.end and sentence.start < span.end
        ])  # fmt: skip
        yield memory.recall("told", (reading.text, inside, spans), partial(ToldSentence, reading, inside, spans))


def _quotation_mentions(quotations: Sequence[Quotation]) -> list[Mention]:
    """Closed quotations as mentions; one whose end is missing is the business of the copy check."""
    return [
        Mention(quotation.start, quotation.end, "quotation", None)
        for quotation in quotations
        if quotation.end is not None
    ]
