"""Whether two reports give one title to one person or to two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from workbench.alignment.likeness import one_word
from workbench.alignment.relations import Verdict
from workbench.claims.titled import KINSHIP
from workbench.claims.values import Claim
from workbench.mentions.values import Entity
from workbench.text.normal import key

# Up to this likeness (0 to 100) two words are surely two names.
_TWO_NAMES = 60
_FULL_NAME = 2
# Concepts of those who head something, and words of what may be headed besides.
_HEADS = frozenset("director-manager commander president governor mayor minister ambassador".split())
_BESIDES = frozenset("delegation committee session meeting council conference round mission".split())
_COMPOUND = re.compile(r"\b(عبد|ابو|ابي|بن|ابن|ال) ")


def compare_holders(a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim]) -> Verdict | None:
    """Two claims of kind office. «هشام الدسوقي» and «عصام الدسوقي», both the chief executive, are one person under two
    names, unless a report knows both; names with no word in common may be two people of one title."""
    if _posts(a, b):
        return None if _has_post(in_a, b) or _has_post(in_b, a) else "differ"
    if {a.predicate, b.predicate} <= KINSHIP and a.predicate != b.predicate:
        # «شقيق المتهم», «نجل المدير السابق»
        return "differ" if len(_words(a)) >= _FULL_NAME and _words(a) == _words(b) else None
    if a.predicate != b.predicate or not _one_title(a, b):
        return None
    words_a, words_b = _words(a), _words(b)
    if len(words_a) != len(words_b):
        return None
    unlike = [(one, other) for one, other in zip(words_a, words_b, strict=True) if not one_word(one, other)]
    if not unlike:
        return "agree"
    one, other = unlike[0]
    if len(unlike) > 1 or len(words_a) == 1 or ratio(one, other) > _TWO_NAMES:
        return None
    return None if _holds(in_a, other) or _holds(in_b, one) else "differ"


def _posts(a: Claim, b: Claim) -> bool:
    """Whether one person of one full name heads something else in each claim: what they head is named by words of which
    neither title has all."""
    words_a, words_b = _words(a), _words(b)
    if len(words_a) < _FULL_NAME or words_a != words_b or not {a.predicate, b.predicate} <= _HEADS:
        return False
    led_a, led_b = (frozenset(word for word in claim.of.split("|") if word) for claim in (a, b))
    if (led_a | led_b) & _BESIDES or not led_a - led_b or not led_b - led_a:
        return False
    # One head of the same sort of body says so by the body's name only.
    return a.predicate != b.predicate or any(not word.isascii() for word in led_a ^ led_b)


def _has_post(claims: Sequence[Claim], post: Claim) -> bool:
    """Whether a report gives the person that post too."""
    return any(
        claim.kind == "office" and claim.predicate == post.predicate and _words(claim) == _words(post)
        and set(post.of.split("|")) & set(claim.of.split("|"))
        for claim in claims
    )  # fmt: skip


def _one_title(a: Claim, b: Claim) -> bool:
    words_a, words_b = ({word for word in claim.of.split("|") if word} for claim in (a, b))
    return words_a <= words_b or words_b <= words_a


def _words(claim: Claim) -> list[str]:
    """The words of a name, folded; «عبد القادر» and «أبو ضيف» are one."""
    name = claim.value.name if isinstance(claim.value, Entity) else claim.text
    return [word.removeprefix("ال") for word in _COMPOUND.sub(r"\1", key(name)).split()]


def _holds(claims: Sequence[Claim], word: str) -> bool:
    """Whether a report has a name with this word."""
    return any(one_word(word, other) for claim in claims if claim.kind == "office" for other in _words(claim))
