"""Articles, paragraphs and headlines that stop before their sentence does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from workbench.knowledge.words.copy_words import CopyWords
from workbench.text.lines import ends_like_sentence, visible
from workbench.text.values import Article, Sentence, Token

_STOPS = ".!?؟…؛:\"»”'’)]}*"
_GOES_ON = "،,:-–—(«[؛"
_LONG_ENOUGH = 6  # words before a missing stop means anything


@dataclass(frozen=True, slots=True)
class Cut:
    """The article's sentence number ``sentence`` stops too soon at its token ``token``. ``sure``: by its last word or
    sign; otherwise only the stop is missing, in an article that has them everywhere else."""

    sentence: int
    token: int
    sure: bool
    where: Literal["article", "paragraph", "headline"]


def find_cuts(article: Article, tokens: Sequence[Sequence[Token]], words: CopyWords) -> Iterator[Cut]:
    """Cuts in a text; ``tokens`` run parallel to ``article.sentences``. At most one at the article's end."""
    body = [n for n, sentence in enumerate(article.sentences) if sentence.part == "body" and tokens[n]]
    for n, sentence in enumerate(article.sentences):
        if sentence.part == "headline" and len(tokens[n]) > 3 and tokens[n][-1].key in words.leaning:
            yield Cut(n, len(tokens[n]) - 1, True, "headline")
    for one, other in pairwise(body):
        if article.sentences[one].paragraph != article.sentences[other].paragraph:
            at = _leaning_end(tokens[one], words)
            if at is not None and _opens(tokens[other]):
                yield Cut(one, at, True, "paragraph")
    if len(body) < 2 and not any(part.kind == "headline" for part in article.parts):
        return
    if body:
        last = body[-1]
        at = _leaning_end(tokens[last], words)
        if at is not None:
            yield Cut(last, at, True, "article")
        elif _stops_nowhere(article, body, tokens):
            yield Cut(last, len(tokens[last]) - 1, False, "article")


def _leaning_end(tokens: Sequence[Token], words: CopyWords) -> int | None:
    """The last token, where no sentence can stop at it."""
    if len(tokens) < 3:
        return None
    last = tokens[-1]
    if last.kind == "word":
        cut_off = last.key in words.leaning or last.text.endswith("ـ") or last.key in ("ال", "وال", "بال", "لل")
        return len(tokens) - 1 if cut_off else None
    if last.kind == "punctuation" and last.text in _GOES_ON:
        return len(tokens) - 1
    return None


def _opens(tokens: Sequence[Token]) -> bool:
    """Whether a paragraph plainly begins something new: with «و», or as a note in brackets."""
    return tokens[0].text == "[" or (tokens[0].key.startswith("و") and len(tokens[0].key) > 3)


def _stops_nowhere(article: Article, body: Sequence[int], tokens: Sequence[Sequence[Token]]) -> bool:
    """Whether the last sentence lacks a stop where every other paragraph of a longer article has one."""
    last = article.sentences[body[-1]]
    if _stops(last) or sum(token.kind == "word" for token in tokens[body[-1]]) < _LONG_ENOUGH:
        return False
    ends = [
        article.sentences[one] for one, other in pairwise(body)
        if article.sentences[one].paragraph != article.sentences[other].paragraph
    ]  # fmt: skip
    return len(ends) >= 2 and all(map(_stops, ends))


def _stops(sentence: Sentence) -> bool:
    start, end = visible(sentence.text, 0, len(sentence.text))
    return ends_like_sentence(sentence.text) or sentence.text[start:end][-1:] in tuple(_STOPS)
