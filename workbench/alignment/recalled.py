"""A group that an article tells of and counts, and comes back to with another count: «أوقفت أربعة أشخاص … الموقوفين
الخمسة».

A definite plural with its count speaks of a group told of before: the count must be that one's. The group is found by
what became of the people (arrested, rescued, killed), by the body they are members of, or by what they are aboard; and
only where the article tells of one such group: nothing joins it or leaves it, no other count of the sort stands in the
text, the words behind the recall name no other place, day or sort, and the difference is no other count of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from workbench.alignment.candidates import GENERIC, Candidate
from workbench.claims.reading import ArticleClaims
from workbench.claims.recalls import Recall, recalls_of
from workbench.claims.values import Claim
from workbench.claims.view import SentenceView
from workbench.claims.when import day_of
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount, Timex
from workbench.text.normal import key
from workbench.text.values import Token

_SCORE = 0.6
# States whose counts differ from source to source while a story runs.
_TOLLS = frozenset(("killed", "injured", "infected", "missing", "displaced", "casualty"))
_MOST_SUMMED = 8
_CROWDS = frozenset(("person", "role"))
_BODIES = frozenset(("organisation", "military", "group", "vehicle"))
_LONG_AGO = 7  # days before the article from which a time in a recall's sentence is that of another event
_REACH = 6  # words between a body and the count of its members
_GENERAL = frozenset(("be", "carry-out", "commit", "participate", "undertake"))
_ARTICLES = ("وبال", "ولل", "وال", "بال", "لل", "كال", "فال", "ال")
_PARTICLES = ("و", "ل", "ب", "ف", "ك")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A recall, the claim of its count, and the sentence they stand in."""

    recall: Recall
    claim: Claim
    view: SentenceView


def recounted(article: ArticleClaims, knowledge: Knowledge) -> Iterator[Candidate]:
    """Pairs of a count and a later recall of the same group with another."""
    placed = [
        _Placed(recall, claim, sentence.view)
        for number, sentence in enumerate(article.sentences)
        for recall in recalls_of(sentence.view, knowledge)
        if (claim := _claim_at(article, number, recall)) is not None
    ]
    ways = (_by_state, _by_body, _aboard)
    for one in placed:
        told = next((found for way in ways if (found := way(one, placed, article, knowledge)) is not None), None)
        if told is not None and told.value != one.claim.value:
            yield Candidate(told, one.claim, "differ", _SCORE)


def _claim_at(article: ArticleClaims, number: int, recall: Recall) -> Claim | None:
    """The claim that a recall's count is."""
    span = recall.seen.mention.span.shifted(article.reading.article.sentences[number].start)
    return next(
        (claim for claim in article.claims
         if claim.kind in ("casualties", "quantity") and claim.span == span and claim.predicate != "age"), None,
    )  # fmt: skip


# By what became of them


def _by_state(
    one: _Placed, placed: Sequence[_Placed], article: ArticleClaims, knowledge: Knowledge
) -> Claim | None:
    """The count of those of whom the article says that the same became of them: «أوقف 31 شخصا … الموقوفين الـ36»."""
    state = one.recall.state or one.claim.state
    if state is None or one.claim.polarity != "affirmed" or one.claim.role != "whole":
        return None
    recalls = [other.claim for other in placed]
    told: list[Claim] = []
    for claim in article.claims:
        if claim.kind != "casualties" or claim.state != state or claim is one.claim or claim.polarity != "affirmed":
            continue
        if claim in recalls and claim.value == one.claim.value:
            continue
        if claim.role == "part" and not _is_of_a_crowd(claim, article, knowledge):
            if claim.value == one.claim.value and claim.span.start < one.claim.span.start:
                return None  # «بينهم خمسة أجانب … الموقوفين الخمسة»
            continue
        if claim.role == "earlier" or "besides" in claim.traits:
            return None
        told.append(claim)
    first = _only_one(told, one)
    if first is None or not _of_one_sort(first, one, knowledge):
        return None
    # «ندد بمقتل الجنود السبعة» gives no toll of its own.
    if state in _TOLLS and (_hedged(told) or (one.recall.state is not None and not _one_mouth(first, one, article))):
        return None
    return first if _nothing_between(first, one, article, knowledge) else None


def _is_of_a_crowd(claim: Claim, article: ArticleClaims, knowledge: Knowledge) -> bool:
    """«إصابة تسعة من المارة», «اعتقال خمسة من المتظاهرين»: all that it befell, though some of those who were there."""
    view = article.sentences[claim.sentence].view
    last = _behind(claim, view, article)
    if last + 1 >= len(view.tokens) or view.tokens[last].key != "من":
        return False
    among = view.has_key(knowledge.claim_cues.among, last - 5, last) is not None
    entry = view.entry(last + 1)
    crowd = entry is not None and entry.definite and (entry.number == "plural" or entry.kind in _CROWDS)
    return not among and entry is not None and crowd and not any(
        role == "person" for role, _ in knowledge.casualties.of(entry.lemma)
    )


def _of_one_sort(first: Claim, one: _Placed, knowledge: Knowledge) -> bool:
    """«أوقف 31 شخصا» and «الطلاب الخمسة الموقوفين» are two sorts, «مقتل اثنين من مرافقيه» and «المرافقين الثلاثة» one.
    More of one sort than of all cannot be."""
    if one.recall.state is not None and knowledge.lexicon.is_a(one.recall.noun, "casualty"):
        return first.of in GENERIC or _low(one.claim) < _low(first) or one.claim.of == first.of or not _restricted(one)
    if one.recall.noun in GENERIC:
        return True
    if knowledge.lexicon.concepts.stands_for(first.of, one.recall.noun):
        return True
    return first.of in GENERIC and one.recall.state is not None and _low(one.claim) > _low(first)


def _hedged(told: Sequence[Claim]) -> bool:
    return any(claim.hedge or "may-rise" in claim.traits for claim in told)


# By the body they are members of


def _by_body(
    one: _Placed, placed: Sequence[_Placed], article: ArticleClaims, knowledge: Knowledge
) -> Claim | None:
    """«لجنة مؤلفة من سبعة أعضاء … أعضاء اللجنة الخمسة», «أعضائها الخمسة»; «أعضاء اللجنة التسعة … السبعة»."""
    recall = one.recall
    if not (recall.body or recall.owned) or recall.noun in GENERIC - {"individual"}:
        return None
    told: list[Claim] = []
    name = _name(one.view, recall.body)
    for claim in article.claims:
        if claim.kind != "quantity" or claim is one.claim or not _exact(claim):
            continue
        if not knowledge.lexicon.concepts.stands_for(claim.of, recall.noun):
            continue
        again = next((other for other in placed if other.claim is claim), None)
        if again is not None:
            body = _name(again.view, again.recall.body)
            if claim.value == one.claim.value or not body or again.recall.owned:
                continue
        else:
            body = _composed(claim, article, knowledge)
        if not body:
            continue
        if name and (body[0] != name[0] or not (set(name) <= set(body) or set(body) <= set(name))):
            if body[0] == name[0]:
                return None  # two committees
            continue
        told.append(claim)
    first = _only_one(told, one)
    return first if first is not None and _nothing_between(first, one, article, knowledge) else None


def _composed(claim: Claim, article: ArticleClaims, knowledge: Knowledge) -> tuple[str, ...]:
    """The body that a count gives the members of: «لجنة التحكيم المؤلفة من سبعة أعضاء», «وفد يضم سبعة نواب», «طاقم من
    ستة أفراد»."""
    view = article.sentences[claim.sentence].view
    start = _token(claim, view, article)
    linked = None
    for at in range(start - 1, max(-1, start - 1 - _REACH), -1):
        word = view.tokens[at].key.removeprefix("و")
        if view.tokens[at].text in ".؛؟!":
            break
        if word in knowledge.recalls.composed or (word == "من" and at == start - 1):
            linked = at
            continue
        entry = next(iter(view.entries[at]), None)
        if linked is not None and entry is not None and entry.pos == "noun" and entry.kind in _BODIES:
            return _name(view, tuple(range(at, linked)))
    if linked is not None and linked + 1 < len(view.tokens):
        # «تضم اللجنة سبعة أعضاء»
        entry = next(iter(view.entries[linked + 1]), None)
        if entry is not None and entry.pos == "noun" and entry.kind in _BODIES:
            return _name(view, tuple(range(linked + 1, start)))
    return ()


def _name(view: SentenceView, tokens: tuple[int, ...]) -> tuple[str, ...]:
    """The words of a body's name without the article: «لجنة», «تحكيم»."""
    words = []
    for at in tokens:
        if view.tokens[at].kind == "punctuation" or view.tokens[at].key in ("من", "في", "علي", "التي", "الذي"):
            break
        noun = next((entry for entry in view.entries[at][:1] if entry.pos == "noun"), None)
        words.append(key(noun.lemma) if noun is not None else _bare(view.tokens[at].key))
    return tuple(words)


# By what they are aboard


def _aboard(one: _Placed, _: Sequence[_Placed], article: ArticleClaims, knowledge: Knowledge) -> Claim | None:
    """«على متنها 48 راكبا … ركابها الأربعة والثمانين»."""
    recall = one.recall
    if recall.noun not in knowledge.recalls.aboard or recall.state is not None:
        return None
    told = [
        claim for claim in article.claims
        if claim.kind == "quantity" and "aboard" in claim.traits and claim is not one.claim and _exact(claim)
        and claim.of in knowledge.recalls.aboard
    ]  # fmt: skip
    first = _only_one(told, one)
    if first is None:
        return None
    if not (recall.body or recall.owned) and _low(one.claim) < _low(first):
        return None  # «الركاب الاثنا عشر» may be those who were hurt
    return first if _nothing_between(first, one, article, knowledge) else None


# Whether the article tells of one group only


def _only_one(told: Sequence[Claim], one: _Placed) -> Claim | None:
    """The first of the counts, where all say the same, exactly, in a sentence before the recall."""
    if not told or any(not _exact(claim) for claim in told) or len({repr(claim.value) for claim in told}) > 1:
        return None
    first = told[0]
    return first if first.sentence < one.claim.sentence and first.part != "headline" else next(
        (claim for claim in told if claim.part != "headline" and claim.sentence < one.claim.sentence), None
    )


def _nothing_between(first: Claim, one: _Placed, article: ArticleClaims, knowledge: Knowledge) -> bool:
    """Whether nothing in the text may make the second count another: of others too, of some, of another event."""
    words, views = knowledge.recalls, [sentence.view for sentence in article.sentences]
    low, high = sorted((_low(first), _low(one.claim)))
    if _is_rounded(low, high) or _several(first, article):
        return False
    span = range(first.sentence, one.claim.sentence + 1)
    start = _behind(first, views[first.sentence], article)
    between = [
        (views[number], at) for number in span for at in range(len(views[number].tokens))
        if (number != first.sentence or at >= start) and (number != one.claim.sentence or at < one.recall.seen.first)
    ]  # fmt: skip
    if any(view.tokens[at].key.removeprefix("و") in words.joined for view, at in between):
        return False
    smaller = _low(one.claim) < _low(first)
    if smaller and any(entry.concept in words.left for view, at in between for entry in view.entries[at][:2]):
        return False
    if _restricted(one) and (smaller or not _is_known(first, one, article, knowledge)):
        return False
    return not (
        _is_someones(one, knowledge) or _of_another_time(one, article) or _is_a_sum(first, one, article, high - low)
    )


def _restricted(one: _Placed) -> bool:
    """Whether words behind a recall tell its people from others."""
    return bool(one.recall.said)


def _is_known(first: Claim, one: _Placed, article: ArticleClaims, knowledge: Knowledge) -> bool:
    """Whether the words that tell the recalled from others say only what was told of the group, or what the story is
    of: «الذين أوقفهم الدرك», «في القضية»."""
    state = one.recall.state or one.claim.state
    known = _told_words(article, first.sentence + 1) | {_bare(word) for word in knowledge.recalls.matter}
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
        if any(entry.concept in _GENERAL for entry in entries[:2]) or _bare(token.key) in known:
            continue
        return False
    return True


def _is_someones(one: _Placed, knowledge: Knowledge) -> bool:
    """«محامي الموقوفين الخمسة», «عائلات المفقودين التسعة»: of some of them only."""
    if not one.recall.head:
        return False
    before = one.recall.head - 1
    words = {key(entry.lemma) for entry in one.view.entries[before][:2]} | {one.view.tokens[before].key}
    return bool(words & knowledge.recalls.kin)


def _several(first: Claim, article: ArticleClaims) -> bool:
    return any(event.several for event in article.events if event.id == first.event)


def _of_another_time(one: _Placed, article: ArticleClaims) -> bool:
    """Whether a recall's sentence tells of a day long before the article."""
    date = article.reading.date.begin
    for claim in article.claims:
        if claim.sentence == one.claim.sentence and isinstance(claim.value, Timex) and claim.kind in ("date", "time"):
            begin = day_of(claim.value.begin)
            if begin is not None and date is not None and (date - begin).days > _LONG_AGO:
                return True
    return False


def _is_a_sum(first: Claim, one: _Placed, article: ArticleClaims, apart: float) -> bool:
    """Whether other counts of the text, up to the recall, make up the difference."""
    counts: list[float] = []
    for number, sentence in enumerate(article.sentences[: one.claim.sentence + 1]):
        start = article.reading.article.sentences[number].start
        for seen in sentence.view.seen:
            value, at = seen.mention.value, start + seen.mention.start
            if seen.mention.type not in ("number", "quantity") or not isinstance(value, Amount):
                continue
            if at < one.claim.span.start and at != first.span.start:
                counts.append(value.low or 0.0)
    counts = [count for count in counts if 0 < count != _low(first)][-_MOST_SUMMED:]
    return any(sum(some) == apart for size in (1, 2, 3) for some in combinations(counts, size))


def _one_mouth(first: Claim, one: _Placed, article: ArticleClaims) -> bool:
    """Whether nobody new is named for the recall."""
    source = one.claim.source
    if source is None or source == first.source:
        return True
    known = _told_words(article, one.claim.sentence)
    return all(_bare(key(word)) in known for word in source.split())


def _told_words(article: ArticleClaims, before: int) -> frozenset[str]:
    """The words of the sentences before number ``before``."""
    return _words(token for sentence in article.sentences[:before] for token in sentence.view.tokens)


def _is_rounded(low: float, high: float) -> bool:
    """«67 شخصا», «الناجين السبعين»."""
    return any(
        max(low, high) >= 2 * step and (low % step == 0 or high % step == 0) and high - low < step / 2
        for step in (10, 100, 1000, 10000)
    )


def _exact(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Amount) and value.low is not None and value.low == value.high and not value.approximate


def _low(claim: Claim) -> float:
    return (claim.value.low or 0.0) if isinstance(claim.value, Amount) else 0.0


def _bare(word: str) -> str:
    """A word without its article and its last ه, which may be a ة."""
    article = next((lead for lead in _ARTICLES if word.startswith(lead) and len(word) - len(lead) >= 3), "")
    return word.removeprefix(article).removesuffix("ه")


def _words(tokens: Iterable[Token]) -> frozenset[str]:
    """Words as ``_bare`` gives them, with and without a particle of one letter."""
    bare = {_bare(token.key) for token in tokens}
    return frozenset(bare | {word[1:] for word in bare if word.startswith(_PARTICLES) and len(word) > 3})


def _token(claim: Claim, view: SentenceView, article: ArticleClaims) -> int:
    """The token at which a claim's value begins."""
    start = claim.span.start - article.reading.article.sentences[claim.sentence].start
    return next((at for at, token in enumerate(view.tokens) if token.end > start), len(view.tokens))


def _behind(claim: Claim, view: SentenceView, article: ArticleClaims) -> int:
    """The token behind a claim's value."""
    end = claim.span.end - article.reading.article.sentences[claim.sentence].start
    return next((at for at, token in enumerate(view.tokens) if token.start >= end), len(view.tokens))
