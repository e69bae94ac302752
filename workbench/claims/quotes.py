"""What an article quotes word for word, and who said it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.claims.name_words import name_at
from workbench.claims.values import Assertion
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.lexicon import Memory
from workbench.mentions.name_values import is_doubtful
from workbench.mentions.reading import ArticleReading
from workbench.mentions.values import Entity, Mention
from workbench.text.normal import key
from workbench.text.values import Span

# Shorter ones are names and words held at arm's length, not statements.
_FEWEST_WORDS = 5
# How many words may stand between a quotation and the name of who says it.
_REACH = 7
_NEAR = 4


def quote_assertions(
    reading: ArticleReading, views: Sequence[SentenceView], mentions: Sequence[Sequence[Mention]],
    sources: Sequence[Span | None], knowledge: Knowledge, memory: Memory | None = None,
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
        post = _post(speaker, knowledge, memory) if not person else frozenset[str]()
        if not person:
            named = _name_beside(views[number], inner.start - start, inner.end - start, knowledge)
            speaker, person = (named, True) if named else (speaker, False)
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
                traits=post,
            ),
        )


def _post(speaker: str, knowledge: Knowledge, memory: Memory | None) -> frozenset[str]:
    """``post:governor`` for a source called by the post of one who heads something: «والي النيل الأبيض»."""
    noun = knowledge.lexicon.noun(key(speaker.partition(" ")[0]), memory)
    if noun is None or noun.concept not in knowledge.claim_cues.head_concepts:
        return frozenset()
    return frozenset((f"post:{noun.concept}",))


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
                sure = isinstance(value, Entity) and not is_doubtful(value)
                if mention.type == kind and isinstance(value, Entity) and sure and mention.span.overlaps(span):
                    return value.id or value.name, kind == "person"
        return " ".join(reading.article.text[span.start : span.end].split()), False
    return "", False


def _name_beside(view: SentenceView, start: int, end: int, knowledge: Knowledge) -> str:
    """The name, of two words or more, of somebody whom no table knows, right before a quotation or right behind it:
    «وصرح مدير الجمارك طلال الرشود قائلا: "…"»; empty where there is none. Offsets in the sentence."""
    tokens = view.tokens
    first = next((at for at, token in enumerate(tokens) if token.end > start), len(tokens))
    last = next((at for at, token in enumerate(tokens) if token.start >= end), len(tokens))
    said = next((at for at in range(last, min(len(tokens), last + 3)) if _reports(view, at)), len(tokens))
    # «ووصف الوالي عمر الطريفي الهجوم بأنه متعمد، وقال إن «…»»: a verb without a subject goes on with the one before.
    goes_on = any(_reports(view, at) and _that(view, at + 1, first) for at in range(max(0, first - _NEAR), first))
    before = range(first - 1, -1 if goes_on else max(-1, first - _REACH - 1), -1)
    for at in (*before, *range(said, min(len(tokens), said + _REACH))):
        stop = name_at(view, at, knowledge)
        if stop is not None:
            return " ".join(token.text for token in tokens[at:stop])
    return ""


def _that(view: SentenceView, at: int, end: int) -> bool:
    """Whether nothing but «إن» or a colon stands from token ``at`` to the quotation at ``end``."""
    return all(view.tokens[near].kind == "punctuation" or view.tokens[near].key == "ان" for near in range(at, end))


def _reports(view: SentenceView, at: int) -> bool:
    entry = view.entry(at)
    return entry is not None and entry.pos == "verb" and entry.kind == "report"
