"""What whole articles share that two reports of different things hardly do: quoted words, people whom no table knows,
exact figures of one thing, a minute told by the clocks of the world."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from workbench.alignment.candidates import GENERIC, is_telling
from workbench.alignment.kinds.quotes import match_quotes
from workbench.alignment.relations import compare
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount, Entity, Timex
from workbench.text.normal import key

# What each shared thing tells, in points of the score of two events.
_QUOTE, _PERSON, _FIGURE, _LARGE_FIGURE, _MINUTE = 2.0, 1.0, 0.7, 1.0, 1.5
_QUARTER = 15  # what is appointed begins on a quarter of an hour
_MOST_OF_FIGURES = 2.0
_MOST = 3.0
_LARGE = 1000
_WORDS_OF_A_QUOTE = 4
_LIKE = 0.7
# Behind these the name goes on: «عبد الله حسن».
_OPENING = frozenset("عبد ابو ابي ابن".split())


def story_evidence(a: ArticleClaims, b: ArticleClaims, knowledge: Knowledge) -> float:
    """How much two articles share of what one story has."""
    quotes = _QUOTE if _shared_quote(a, b, knowledge) else 0.0
    people = _PERSON * len(_people(a, knowledge) & _people(b, knowledge))
    minutes = _MINUTE if _minutes(a) & _minutes(b) else 0.0
    return min(quotes + people + minutes + min(_figures(a, b, knowledge), _MOST_OF_FIGURES), _MOST)


def _shared_quote(a: ArticleClaims, b: ArticleClaims, knowledge: Knowledge) -> bool:
    return any(
        (match := match_quotes(one.text, other.text, knowledge.claim_cues.negation, False)) is not None
        and match.likeness >= _LIKE
        for one in _quotes(a) for other in _quotes(b)
    )  # fmt: skip


def _quotes(article: ArticleClaims) -> Iterator[Claim]:
    return (claim for claim in article.claims if claim.kind == "quote"
            and len(claim.text.split()) >= _WORDS_OF_A_QUOTE)  # fmt: skip


def _people(article: ArticleClaims, knowledge: Knowledge) -> frozenset[str]:
    """Those named with two words or more of whom no table knows; who governs is named in all sorts of stories."""
    found = set()
    for claim in article.claims:
        value = claim.value
        if claim.kind in ("office", "actor") and isinstance(value, Entity) and not value.id:
            words = key(value.name).split()
            length = 3 if words[:1] and words[0] in _OPENING else 2
            if len(words) >= length:
                found.add(" ".join(words[:length]))
    return frozenset(found)


def _minutes(article: ArticleClaims) -> frozenset[dt.datetime]:
    """The minutes, by one clock for all, that an article gives with their day and zone."""
    found = set()
    for claim in article.claims:
        value = claim.value
        if claim.kind != "time" or not isinstance(value, Timex) or value.zone is None or value.begin is None:
            continue
        if value.begin != value.end or value.begin.startswith("T"):
            continue
        moment = dt.datetime.fromisoformat(value.begin).replace(tzinfo=ZoneInfo(value.zone)).astimezone(dt.UTC)
        if moment.minute % _QUARTER:
            found.add(moment)
    return frozenset(found)


def _figures(a: ArticleClaims, b: ArticleClaims, knowledge: Knowledge) -> float:
    """Equal telling figures of one thing, each told once."""
    weights: dict[float, float] = {}
    for one in a.claims:
        value = one.value
        if one.kind not in ("quantity", "casualties") or not is_telling(one) or not isinstance(value, Amount):
            continue
        for other in b.claims:
            if other.kind not in ("quantity", "casualties") or not is_telling(other) or value.low is None:
                continue
            people = all(claim.of in GENERIC or knowledge.lexicon.is_a(claim.of, "person") for claim in (one, other))
            if compare(value, other.value) == "agree" and (one.of == other.of or people):
                weights[value.low] = _LARGE_FIGURE if value.low >= _LARGE else _FIGURE
    return sum(weights.values())
