"""Whether two reports give one title to one person or to two."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from rapidfuzz.fuzz import ratio

from workbench.alignment.candidates import SHARED_WORDS, is_name
from workbench.alignment.likeness import one_word, sounds
from workbench.alignment.relations import Verdict
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Entity
from workbench.text.normal import key

# Up to this likeness (0 to 100) two words are surely two names.
_TWO_NAMES = 60
_FULL_NAME = 2
_COMPOUND = re.compile(r"\b(عبد|ابو|ابي|بن|ابن|ال) ")


def compare_holders(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], knowledge: Knowledge
) -> Verdict | None:
    """Two claims of kind office. «هشام الدسوقي» and «عصام الدسوقي», both the chief executive, are one person under two
    names, unless a report knows both; names with no word in common may be two people of one title. And one person
    heads one body («مدير شرطة حي المنصورة», «مدير شرطة حي الشيخ عثمان») and is to one person either a brother or a
    son."""
    words_a, words_b = _words(a), _words(b)
    if len(words_a) >= _FULL_NAME and words_a == words_b:
        if _two_posts(a, b, knowledge):
            return None if _has_post(in_a, b) or _has_post(in_b, a) else "differ"
        if _two_kinships(a, b, knowledge):
            return "differ"
    if a.predicate != b.predicate or not _one_title(a, b):
        return None
    if len(words_a) != len(words_b):
        return None
    given = knowledge.world.words.given
    unlike = [(one, other) for one, other in zip(words_a, words_b, strict=True) if not one_word(one, other, given)]
    if not unlike:
        sure = all(one == other or sounds(one) == sounds(other) for one, other in zip(words_a, words_b, strict=True))
        return "agree" if sure else "unsure"
    one, other = unlike[0]
    if len(unlike) > 1 or len(words_a) == 1 or (ratio(one, other) > _TWO_NAMES and not {one, other} <= given):
        return None
    if not (a.of or b.of) and (len(words_a) <= _FULL_NAME or len(a.context & b.context) < SHARED_WORDS):
        # Two colonels, two sheikhs of one family.
        return None
    return None if _holds(in_a, other, given) or _holds(in_b, one, given) else "differ"


def _two_posts(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """Whether the titles make one person head two bodies of one sort, each with a name of its own: in other words only
    («قائد الشرطة», «مدير الأمن») they may be one post."""
    cues, led_a, led_b = knowledge.claim_cues, _led(a), _led(b)
    if a.predicate != b.predicate or a.predicate not in cues.head_concepts or (led_a | led_b) & cues.besides_concepts:
        return False
    named_a, named_b = ({word for word in led if is_name(word, knowledge)} for led in (led_a - led_b, led_b - led_a))
    geography = knowledge.geography
    return bool(named_a and named_b) and not any(geography.touch(one, other) for one in named_a for other in named_b)


def _two_kinships(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """«شقيق السائق», «نجل السائق»: to the same person."""
    sorts = [knowledge.claim_cues.kinship(claim.predicate) for claim in (a, b)]
    return None not in sorts and sorts[0] != sorts[1] and bool(_led(a) & _led(b))


def _led(claim: Claim) -> frozenset[str]:
    """The words of a title behind its noun."""
    return frozenset(word for word in claim.of.split("|") if word)


def _has_post(claims: Sequence[Claim], post: Claim) -> bool:
    """Whether a report gives the person that post too."""
    return any(
        claim.kind == "office" and claim.predicate == post.predicate and _words(claim) == _words(post)
        and _led(post) & _led(claim)
        for claim in claims
    )  # fmt: skip


def _one_title(a: Claim, b: Claim) -> bool:
    return _led(a) <= _led(b) or _led(b) <= _led(a)


def _words(claim: Claim) -> list[str]:
    """The words of a name, folded; «عبد القادر» and «أبو ضيف» are one."""
    name = claim.value.name if isinstance(claim.value, Entity) else claim.text
    return [word.removeprefix("ال") for word in _COMPOUND.sub(r"\1", key(name)).split()]


def _holds(claims: Sequence[Claim], word: str, given: Set[str]) -> bool:
    """Whether a report has a name with this word."""
    return any(one_word(word, other, given) for claim in claims if claim.kind == "office" for other in _words(claim))
