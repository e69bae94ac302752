"""Whether a count and a later recall are of one group: whether an article tells of one such group only, and of nothing
between that makes its count another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from workbench.claims.events.when import day_of
from workbench.claims.people.recalls import Recall
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount, Timex
from workbench.text.normal import key
from workbench.text.values import Token

_MOST_SUMMED = 8
_LONG_AGO = 7  # days before the article from which a time in a recall's sentence is that of another event
_GENERAL = frozenset(("be", "carry-out", "commit", "participate", "undertake"))
_ARTICLES = ("وبال", "ولل", "وال", "بال", "لل", "كال", "فال", "ال")
_PARTICLES = ("و", "ل", "ب", "ف", "ك")


@dataclass(frozen=True, slots=True)
class Placed:
    """A recall, the claim of its count, and the sentence they stand in."""

    recall: Recall
    claim: Claim
    view: SentenceView


def only_one(told: Sequence[Claim], one: Placed) -> Claim | None:
    """The first of the counts, where all say the same, exactly, in a sentence before the recall."""
    if not told or any(not is_exact(claim) for claim in told) or len({repr(claim.value) for claim in told}) > 1:
        return None
    first = told[0]
    return first if first.sentence < one.claim.sentence and first.part != "headline" else next(
        (claim for claim in told if claim.part != "headline" and claim.sentence < one.claim.sentence), None
    )


def nothing_between(first: Claim, one: Placed, article: ArticleClaims, knowledge: Knowledge) -> bool:
    """Whether nothing in the text may make the second count another: of others too, of some, of another event."""
    words, views = knowledge.recalls, [sentence.view for sentence in article.sentences]
    low, high = sorted((low_of(first), low_of(one.claim)))
    if _is_rounded(low, high) or _several(first, article):
        return False
    span = range(first.sentence, one.claim.sentence + 1)
    start = token_behind(first, views[first.sentence], article)
    between = [
        (views[number], at) for number in span for at in range(len(views[number].tokens))
        if (number != first.sentence or at >= start) and (number != one.claim.sentence or at < one.recall.seen.first)
    ]  # fmt: skip
    if any(view.tokens[at].key.removeprefix("و") in words.joined for view, at in between):
        return False
    smaller = low_of(one.claim) < low_of(first)
    if smaller and any(entry.concept in words.left for view, at in between for entry in view.entries[at][:2]):
        return False
    if is_restricted(one) and (smaller or not _is_known(first, one, article, knowledge)):
        return False
    if _is_someones(one, knowledge) or _of_another_time(one, article):
        return False
    return not _is_a_sum(first, one, article, high - low, knowledge)


def is_restricted(one: Placed) -> bool:
    """Whether words behind a recall tell its people from others; where the members of a body are, does not."""
    said = one.recall.said
    return bool(said) and not (one.recall.body and any(
        entry.pos == "particle" and entry.kind != "relative" for entry in one.view.entries[said[0]][:1]
    ))  # fmt: skip


def _is_known(first: Claim, one: Placed, article: ArticleClaims, knowledge: Knowledge) -> bool:
    """Whether the words that tell the recalled from others say only what was told of the group, or what the story is
    of: «الذين أوقفهم الدرك», «في القضية»."""
    state = one.recall.state or one.claim.state
    known = _told_words(article, first.sentence + 1) | {bare(word) for word in knowledge.recalls.matter}
    for at in one.recall.said:
        token, entries = one.view.tokens[at], one.view.entries[at]
        if token.kind != "word":
            return False
        if any(seen.first <= at < seen.last and seen.mention.type in ("date", "time") for seen in one.view.seen):
            return False
        if entries and entries[0].pos == "particle":
            continue
        if any(found == state for entry in entries[:3] for _, found in knowledge.casualties.of(entry.lemma)):
            continue
        if any(entry.concept in _GENERAL for entry in entries[:2]) or bare(token.key) in known:
            continue
        return False
    return True


def _is_someones(one: Placed, knowledge: Knowledge) -> bool:
    """«محامي الموقوفين الخمسة», «عائلات المفقودين التسعة»: of some of them only."""
    before = min(one.recall.head, one.recall.seen.first) - 1
    if before < 0 or one.view.tokens[before].key.startswith("ال"):
        return False
    words = {key(entry.lemma) for entry in one.view.entries[before][:2]} | {one.view.tokens[before].key}
    return bool(words & knowledge.recalls.kin)


def _several(first: Claim, article: ArticleClaims) -> bool:
    return any(event.several for event in article.events if event.id == first.event)


def _of_another_time(one: Placed, article: ArticleClaims) -> bool:
    """Whether a recall's sentence tells of a day long before the article."""
    date = article.reading.date.begin
    for claim in article.claims:
        if claim.sentence == one.claim.sentence and isinstance(claim.value, Timex) and claim.kind in ("date", "time"):
            begin = day_of(claim.value.begin)
            if begin is not None and date is not None and (date - begin).days > _LONG_AGO:
                return True
    return False


def _may_be_people(unit: str | None, knowledge: Knowledge) -> bool:
    return unit is None or knowledge.lexicon.is_a(unit, "person")


def _is_a_sum(first: Claim, one: Placed, article: ArticleClaims, apart: float, knowledge: Knowledge) -> bool:
    """Whether other counts of the text, up to the recall, make up the difference, or one is the recall's own."""
    counts: list[float] = []
    again = low_of(one.claim)
    for number, sentence in enumerate(article.sentences[: one.claim.sentence + 1]):
        start = article.reading.article.sentences[number].start
        for seen in sentence.view.seen:
            value, at = seen.mention.value, start + seen.mention.start
            if seen.mention.type not in ("number", "quantity") or not isinstance(value, Amount):
                continue
            if at < one.claim.span.start and at != first.span.start:
                if value.low == again and first.span.start < at and _may_be_people(value.unit, knowledge):
                    return True  # «ثلاثة رجال وامرأتان … الموقوفون الثلاثة»
                counts.append(value.low or 0.0)
    counts = [count for count in counts if 0 < count != low_of(first)][-_MOST_SUMMED:]
    return any(sum(some) == apart for size in (1, 2, 3) for some in combinations(counts, size))


def one_mouth(first: Claim, one: Placed, article: ArticleClaims) -> bool:
    """Whether nobody new is named for the recall."""
    source = one.claim.source
    if source is None or source == first.source:
        return True
    known = _told_words(article, one.claim.sentence)
    return all(bare(key(word)) in known for word in source.split())


def _told_words(article: ArticleClaims, before: int) -> frozenset[str]:
    """The words of the sentences before number ``before``."""
    return _words(token for sentence in article.sentences[:before] for token in sentence.view.tokens)


def _is_rounded(low: float, high: float) -> bool:
    """«67 شخصا», «الناجين السبعين»."""
    return any(
        max(low, high) >= 2 * step and (low % step == 0 or high % step == 0) and high - low < step / 2
        for step in (10, 100, 1000, 10000)
    )


def is_exact(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Amount) and value.low is not None and value.low == value.high and not value.approximate


def low_of(claim: Claim) -> float:
    return (claim.value.low or 0.0) if isinstance(claim.value, Amount) else 0.0


def bare(word: str) -> str:
    """A word without its article and its last ه, which may be a ة."""
    article = next((lead for lead in _ARTICLES if word.startswith(lead) and len(word) - len(lead) >= 3), "")
    return word.removeprefix(article).removesuffix("ه")


def _words(tokens: Iterable[Token]) -> frozenset[str]:
    """Words as ``bare`` gives them, with and without a particle of one letter."""
    words = {bare(token.key) for token in tokens}
    return frozenset(words | {word[1:] for word in words if word.startswith(_PARTICLES) and len(word) > 3})


def token_at(claim: Claim, view: SentenceView, article: ArticleClaims) -> int:
    """The token at which a claim's value begins."""
    start = claim.span.start - article.reading.article.sentences[claim.sentence].start
    return next((at for at, token in enumerate(view.tokens) if token.end > start), len(view.tokens))


def token_behind(claim: Claim, view: SentenceView, article: ArticleClaims) -> int:
    """The token behind a claim's value."""
    end = claim.span.end - article.reading.article.sentences[claim.sentence].start
    return next((at for at, token in enumerate(view.tokens) if token.start >= end), len(view.tokens))
