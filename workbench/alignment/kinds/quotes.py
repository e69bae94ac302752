"""Whether two quotations are of the same words, and where they part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel, LCSseq, Levenshtein

from workbench.knowledge.base import Knowledge
from workbench.text.tokens import read_tokens
from workbench.text.values import Span, Token

SAME_FROM = 0.6
# A single place changed in a quotation that is otherwise the same; below that, translators differ.
CHANGED_FROM = 0.75
_TURNED_FROM = 0.5
_SHORTEST = 4
_SPELLING = 0.6
_FEW_WORDS = 2
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """``verdict``: the same words (``agree``), one shortened or nearly the same (``unsure``), one changed (``differ``).
    ``a`` and ``b`` are the stretches where they part, in each quotation's own text; empty ones stand before the word
    that follows."""

    verdict: Literal["agree", "differ", "unsure"]
    likeness: float
    a: Span
    b: Span


def match_quotes(a: str, b: str, negation: frozenset[str], one_speaker: bool = False) -> QuoteMatch | None:
    """None for two quotations of different words. ``negation`` holds the words, folded, that turn a statement round
    (``claim_cues.negation``). Words are compared folded, as sequences (a word is one character to
    rapidfuzz); a quotation cut short, with or without an ellipsis, is not changed. Of ``one_speaker`` less need be the
    same where a word of negation makes the difference."""
    words_a, words_b = _words(a), _words(b)
    if min(len(words_a), len(words_b)) < _SHORTEST:
        return None
    coded: dict[str, int] = {}
    code_a = [coded.setdefault(word.key, len(coded)) for word in words_a]
    code_b = [coded.setdefault(word.key, len(coded)) for word in words_b]
    common = LCSseq.similarity(code_a, code_b)
    shorter = min(len(code_a), len(code_b))
    likeness = common / shorter
    if likeness < (_TURNED_FROM if one_speaker else SAME_FROM):
        return None
    whole = Span(0, len(a)), Span(0, len(b))
    replaced = [
        (block.src_start, block.src_end, block.dest_start, block.dest_end)
        for block in Indel.opcodes(code_a, code_b)
        if block.tag != "equal"
    ]
    changes = _changes(replaced, words_a, words_b) or _lost_negations(replaced, words_a, words_b, negation)
    if not changes:
        return QuoteMatch("agree", likeness, *whole)
    turned = one_speaker and len(changes) == 1 and _is_turned(changes[0], words_a, words_b, negation)
    if likeness < SAME_FROM and not turned:
        return None
    if len(changes) > 1 or (likeness < CHANGED_FROM and not turned):
        # Two translations of one statement, or two statements alike.
        return QuoteMatch("unsure", likeness, *whole)
    first_a, last_a, first_b, last_b = changes[0]
    return QuoteMatch("differ", likeness, _stretch(words_a, first_a, last_a, a), _stretch(words_b, first_b, last_b, b))


def match_short(a: str, b: str, knowledge: Knowledge) -> QuoteMatch | None:
    """Two short quotations of one speaker, where they say opposite things in the same words: «النتائج تفوق توقعاتنا»,
    «النتائج دون توقعاتنا»; «لن نقبل به», «نقبل به». Else None: so few words are alike by chance."""
    words_a, words_b = _words(a), _words(b)
    if len(words_a) == len(words_b):
        apart = [at for at, (one, other) in enumerate(zip(words_a, words_b, strict=True)) if one.key != other.key]
        if len(apart) != 1 or len(words_a) < _FEWEST or not _opposite(words_a[apart[0]], words_b[apart[0]], knowledge):
            return None
        at = apart[0]
        return QuoteMatch("differ", 1 - 1 / len(words_a), _stretch(words_a, at, at + 1, a),
                          _stretch(words_b, at, at + 1, b))  # fmt: skip
    longer, shorter = (words_a, words_b) if len(words_a) > len(words_b) else (words_b, words_a)
    extra = [at for at, word in enumerate(longer) if word.key in knowledge.claim_cues.negation]
    if len(longer) != len(shorter) + 1 or len(shorter) < _FEWEST:
        return None
    for at in extra:
        if [word.key for word in (*longer[:at], *longer[at + 1 :])] == [word.key for word in shorter]:
            return QuoteMatch("differ", 1 - 1 / len(longer), Span(0, len(a)), Span(0, len(b)))
    return None


def _opposite(one: Token, other: Token, knowledge: Knowledge) -> bool:
    concepts = [{entry.concept for entry in knowledge.lexicon.lookup(word.key)} for word in (one, other)]
    return any(knowledge.lexicon.concepts.opposed(a, b) for a in concepts[0] for b in concepts[1])


def _is_turned(
    change: tuple[int, int, int, int], words_a: Sequence[Token], words_b: Sequence[Token], negation: frozenset[str]
) -> bool:
    """Whether one side of a change has a word of negation and the other none: «بلا تذاكر», «بتذاكر رمزية»."""
    first_a, last_a, first_b, last_b = change
    sides = (words_a[first_a:last_a], words_b[first_b:last_b])
    one, other = (any(word.key in negation for word in side) for side in sides)
    return one != other


def _words(text: str) -> list[Token]:
    return [token for token in read_tokens(text) if token.kind in ("word", "number", "latin")]


def _changes(
    blocks: Sequence[tuple[int, int, int, int]], words_a: Sequence[Token], words_b: Sequence[Token]
) -> list[tuple[int, int, int, int]]:
    """Places inside both quotations where words of one stand for other words of the other. What is only missing is a
    cut; «و» before a word, a hamza or an article is the copyist's."""
    changes: list[tuple[int, int, int, int]] = []
    pending: tuple[int, int, int, int] | None = None
    for block in blocks:
        first_a, last_a, first_b, last_b = block
        if pending is not None and pending[1] == first_a and pending[3] == first_b:
            first_a, first_b = pending[0], pending[2]
        pending = (first_a, last_a, first_b, last_b)
        if first_a < last_a and first_b < last_b:
            changes.append(pending)
    return [change for change in changes if _matters(change, words_a, words_b)]


def _lost_negations(
    blocks: Sequence[tuple[int, int, int, int]], words_a: Sequence[Token], words_b: Sequence[Token],
    negation: frozenset[str],
) -> list[tuple[int, int, int, int]]:  # fmt: skip
    """Places where one quotation has a word of negation, and little else, that the other lacks."""
    return [
        block
        for block in blocks
        if (block[1] - block[0]) + (block[3] - block[2]) <= _FEW_WORDS
        and any(word.key in negation for word in (*words_a[block[0] : block[1]], *words_b[block[2] : block[3]]))
    ]


def _matters(change: tuple[int, int, int, int], words_a: Sequence[Token], words_b: Sequence[Token]) -> bool:
    first_a, last_a, first_b, last_b = change
    said_a = "".join(word.key for word in words_a[first_a:last_a])
    said_b = "".join(word.key for word in words_b[first_b:last_b])
    if max(last_a - first_a, last_b - first_b) > 3:
        return False
    shorter, longer = sorted((said_a, said_b), key=len)
    if Levenshtein.normalized_similarity(said_a, said_b) >= _SPELLING:
        return False
    return len(longer) > 2 and not (longer.endswith(shorter) and len(longer) - len(shorter) <= 3)


def _stretch(words: Sequence[Token], first: int, last: int, text: str) -> Span:
    if first >= last:
        at = words[first].start if first < len(words) else len(text)
        return Span(at, at)
    return Span(words[first].start, words[last - 1].end)
