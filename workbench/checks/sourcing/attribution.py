"""Whether words of a sentence are somebody's word or the reporter's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Memory
from workbench.knowledge.words.sourcing_words import CitationKind
from workbench.text.values import Span, Token

_HEADLINE_SOURCE = 6  # words before a colon that name who speaks
_CITING_VERB_NEAR = 3  # words between a verb of saying and its subject


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks in one sentence. ``verbs`` are the numbers of its verbs of saying, ``cited`` the stretches of words
    that cite, each with its kind; ``quoted`` its quotations, in characters from the sentence's start;
    ``that`` the words by which what is told begins."""

    tokens: Sequence[Token]
    verbs: tuple[int, ...]
    cited: tuple[tuple[int, int, CitationKind], ...]
    quoted: tuple[Span, ...]
    that: frozenset[str]

    @property
    def silent(self) -> bool:
        """Whether nobody at all is reported in the sentence."""
        return not self.verbs and not self.cited and not self.quoted

    def in_quotation(self, at: int) -> bool:
        start = self.tokens[at].start
        return any(span.start <= start < span.end for span in self.quoted)

    def owned(self, at: int) -> bool:
        """Whether the words at token ``at`` are somebody's: quoted, behind a verb of saying or «X:», or in a sentence
        that cites a source for the whole of it."""
        if self.in_quotation(at) or self.cited:
            return True
        verbs = [verb for verb in self.verbs if verb < at]
        if verbs and (not self._stands_alone(at) or self._told(verbs[0], at)):
            return True
        colon = next((n for n, token in enumerate(self.tokens[:at]) if token.text == ":"), None)
        return colon is not None and colon <= _HEADLINE_SOURCE

    def cites(self, first: int, last: int) -> int | None:
        """Where the words begin that make ``tokens[first:last]`` a source: «بحسب», «نقلا عن», a verb of saying before
        or right after. None where nothing does."""
        for begin, end, kind in self.cited:
            if kind == "by" and end == first:
                return begin
        if self.tokens[first].plain.endswith("ين") and not self._led(first):
            return None  # «اعتقلت ناشطين»: they are acted upon
        near = [
            verb for verb in self.verbs
            if 0 < first - verb <= _CITING_VERB_NEAR and self._unbroken(verb, first) and not self._told(verb, first)
        ]  # fmt: skip
        if near:
            return near[-1]
        if first and self.tokens[first - 1].key in ("عن", "من"):
            far = [verb for verb in self.verbs if 0 < first - verb <= 8]
            if far:
                return first - 1
        if any(last <= verb <= last + _CITING_VERB_NEAR and self._unbroken(last, verb) for verb in self.verbs):
            return first
        return first if last < len(self.tokens) and self.tokens[last].text == ":" and first == 0 else None

    def _stands_alone(self, at: int) -> bool:
        """«…، ويُتهم …»: a main clause of its own."""
        word = self.tokens[at].key
        joined = word.startswith("و") and word != "وسط"
        return joined and at > 0 and self.tokens[at - 1].kind == "punctuation"

    def _told(self, verb: int, first: int) -> bool:
        """Whether the words are what is told and not who tells it: «أوضحت الشرطة أن معلومات …»."""
        return any(token.key in self.that for token in self.tokens[verb:first])

    def _led(self, first: int) -> bool:
        """Whether a preposition stands before the word or is written onto it."""
        return self.tokens[first].key[0] == "ل" or (first > 0 and self.tokens[first - 1].key in ("عن", "من"))

    def _unbroken(self, first: int, last: int) -> bool:
        return all(token.kind != "punctuation" for token in self.tokens[first:last])


def read_voices(
    tokens: Sequence[Token], quoted: tuple[Span, ...], knowledge: Knowledge, memory: Memory
) -> Voices:  # fmt: skip
    """Look for everybody who speaks in a sentence."""
    verbs, that = knowledge.speech, knowledge.order.cues["that"]

    def says(n: int, token: Token) -> bool:
        if not verbs.attributes(token, memory) or (_carries(token) and not _quotes(tokens, n)):
            return False
        return not verbs.only_quotes(token, memory) or _tells(tokens, n, that, quoted)

    return Voices(
        tokens,
        tuple(n for n, token in enumerate(tokens) if says(n, token)),
        tuple((hit.first, hit.last, hit.value) for hit in knowledge.sourcing.citations.find(tokens)),
        quoted,
        that,
    )  # fmt: skip


def _carries(token: Token) -> bool:
    """«نقلت الجثث» carries bodies, «نقلت الوكالة عن» words."""
    return "نقل" in token.key


def _tells(tokens: Sequence[Token], verb: int, that: frozenset[str], quoted: Sequence[Span]) -> bool:
    """Whether «أن», a colon or a quotation stands behind a verb, or a quotation right before it."""
    behind = any(token.key in that or token.text == ":" for token in tokens[verb + 1 :])
    return behind or any(span.end >= tokens[max(0, verb - 2)].start for span in quoted)


def _quotes(tokens: Sequence[Token], verb: int) -> bool:
    return any(token.key == "عن" for token in tokens[verb : verb + 7])
