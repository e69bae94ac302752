"""A thing that an article dates, and comes back to with another day: «اتفاق وقعه الطرفان يوم 13 … الاتفاق الموقع في
11», «أجلت القضية إلى جلسة 14 مارس … الجلسة المقبلة في 21 مارس».

A definite noun with a participle or a relative clause («الموقع», «الذي وقع») speaks of what was told; so does the next
one («المقبلة») of what was appointed. The noun and what was done must be the same, the days no month apart, and nothing
else of the sort dated or told of in the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from workbench.alignment.candidates import Candidate
from workbench.claims.events.when import day_of
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Entry
from workbench.mentions.values import Timex
from workbench.text.normal import key

_SCORE = 0.6
_REACH = 9  # words between a noun and its day
_BEFORE = 5  # words between a verb and its noun
_BESIDE = 2
_FARTHEST = 45  # days
_HAD_BEEN = frozenset("كان كانت وكان وكانت سبق".split())
_WHERE = frozenset("في قرب مع بين من عن داخل".split())
_DEEDS = frozenset(("verb", "participle", "masdar"))
_NO_THINGS = frozenset(("numeral", "time", "person", "role", "military", "organisation", "office", "measure", "report"))


@dataclass(frozen=True, slots=True)
class _Dated:
    """``claim``'s ``day`` is that of ``noun`` (folded lemma) at token ``at``, of which ``deeds`` (concepts) are told;
    ``again``: the thing is known; ``coming``: it is the next one; ``said``: words that tell it from others."""

    claim: Claim
    day: dt.date
    noun: str
    at: int
    deeds: frozenset[str]
    again: bool
    coming: bool
    said: tuple[int, ...]


def dated_again(article: ArticleClaims, knowledge: Knowledge) -> Iterator[Candidate]:
    """Pairs of days of one thing that differ."""
    days = [found for claim in article.claims for found in _things(claim, article, knowledge)]
    today = article.reading.date.begin
    for first, second in combinations(days, 2):
        if first.noun != second.noun or first.day == second.day or first.claim.sentence >= second.claim.sentence:
            continue
        if not 0 < abs((first.day - second.day).days) <= _FARTHEST:
            continue
        if second.coming:
            ahead = today is not None and min(first.day, second.day) >= today
            near = first.claim.span.start - _end(first, article) <= 1 + len("يوم ")
            one = ahead and near and _is_known(second, article)
        else:
            one = second.again and bool(first.deeds & second.deeds) and _is_known(second, article)
        if one and _alone(first, second, days, article, knowledge):
            yield Candidate(first.claim, second.claim, "differ", _SCORE)


def _end(dated: _Dated, article: ArticleClaims) -> int:
    """Where the noun ends, in the article."""
    token = article.sentences[dated.claim.sentence].view.tokens[dated.at]
    return article.reading.article.sentences[dated.claim.sentence].start + token.end


def _things(claim: Claim, article: ArticleClaims, knowledge: Knowledge) -> Iterator[_Dated]:
    """The nouns that a day may be the day of."""
    day = _single_day(claim)
    if day is None or claim.part in ("headline", "dateline") or "told" in claim.traits:
        return
    view = article.sentences[claim.sentence].view
    start = claim.span.start - article.reading.article.sentences[claim.sentence].start
    date = next((at for at, token in enumerate(view.tokens) if token.end > start), len(view.tokens))
    for at in range(date - 1, max(-1, date - 1 - _REACH), -1):
        if view.tokens[at].text in ".؛؟!":
            return
        noun = next(iter(view.entries[at]), None)
        if noun is None or noun.pos != "noun" or noun.kind in _NO_THINGS or noun.number == "plural":
            continue
        behind = view.tokens[at + 1].key if at + 1 < len(view.tokens) else ""
        coming = noun.definite and _is_next(behind, knowledge)
        who = behind in knowledge.claim_cues.relative
        deed = at + 1 + who
        told = _deeds(view, range(deed, deed + 1)) if deed < date else frozenset[str]()
        again = noun.definite and bool(told) and (who or behind.startswith("ال")) and not coming
        deeds = told if again else _deeds(view, range(max(0, at - _BEFORE), date))
        said = tuple(range(at + 2 if coming else deed + 1, date))
        yield _Dated(claim, day, key(noun.lemma), at, deeds, again, coming, said)


def _is_next(word: str, knowledge: Knowledge) -> bool:
    return any(entry.concept == "coming" for entry in knowledge.lexicon.lookup(word)[:1])


def _deeds(view: SentenceView, tokens: range) -> frozenset[str]:
    return frozenset(entry.concept for at in tokens for entry in view.entries[at] if entry.pos in _DEEDS)


def _single_day(claim: Claim) -> dt.date | None:
    value = claim.value
    if claim.kind not in ("date", "time") or not isinstance(value, Timex) or claim.approximate:
        return None
    begin, end = day_of(value.begin), day_of(value.end)
    return begin if begin is not None and begin == end else None


def _is_known(second: _Dated, article: ArticleClaims) -> bool:
    """Whether the words from the thing to its day, and where or with whom behind it, are known already: not «الاتفاق
    الموقع في الرياض في 5 …», «الانفجار الذي وقع في 3 آذار قرب المطار»; nor is the sentence of what had been before."""
    known = {token.key for sentence in article.sentences[: second.claim.sentence] for token in sentence.view.tokens}
    known |= {word.removeprefix("و").removeprefix("ب").removeprefix("ل").removeprefix("ال") for word in known}
    view = article.sentences[second.claim.sentence].view
    if view.has_key(_HAD_BEEN, 0, len(view.tokens)) is not None:
        return False
    for at in (*second.said, *_behind(second, view, article)):
        word, entry = view.tokens[at].key, next(iter(view.entries[at]), None)
        if view.tokens[at].kind == "punctuation" and not second.coming:
            return False
        if view.tokens[at].kind == "punctuation" or (entry is not None and _tells_nothing(entry, second.coming)):
            continue
        if not {word, word.removeprefix("ل"), word.removeprefix("ال"), word.removeprefix("لل")} & known:
            return False
    return True


def _tells_nothing(entry: Entry, coming: bool) -> bool:
    """«الجلسة المقبلة، المخصصة للمرافعة»: a description adds nothing to what comes next."""
    return entry.pos == "particle" or entry.kind == "time" or (coming and entry.pos in ("adjective", "participle"))


def _behind(second: _Dated, view: SentenceView, article: ArticleClaims) -> range:
    """The words of «قرب المطار», «مع الوزارة» behind a day."""
    end = second.claim.span.end - article.reading.article.sentences[second.claim.sentence].start
    first = next((at for at, token in enumerate(view.tokens) if token.start >= end), len(view.tokens))
    if first + 1 >= len(view.tokens) or view.tokens[first].key not in _WHERE:
        return range(0)
    return range(first + 1, first + 2)


def _alone(
    first: _Dated, second: _Dated, days: list[_Dated], article: ArticleClaims, knowledge: Knowledge
) -> bool:
    """Whether the article dates no third thing of the sort, and tells of no other."""
    if any(one.noun == first.noun and one.day not in (first.day, second.day) for one in days):
        return False
    cues = knowledge.claim_cues
    for sentence in article.sentences[: second.claim.sentence + 1]:
        view = sentence.view
        for at, entries in enumerate(view.entries):
            if not entries or key(entries[0].lemma) != first.noun:
                continue
            if entries[0].number != "singular":
                return False
            if view.has_key(cues.another | cues.further, at + 1, at + 1 + _BESIDE) is not None:
                return False
            if any(seen.mention.type == "ordinal" and at < seen.first <= at + _BESIDE for seen in view.seen):
                return False
    return True
