"""Whether two reports give one title to one person or to two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from workbench.alignment.relations import Verdict
from workbench.claims.values import Claim
from workbench.mentions.values import Entity
from workbench.text.normal import key

# From this likeness on (0 to 100) two words are one name, however spelt; up to the lower one they are two names.
_ONE_NAME = 75
_TWO_NAMES = 60
_COMPOUND = re.compile(r"\b(عبد|ابو|ابي|بن|ابن|ال) ")


def compare_holders(a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim]) -> Verdict | None:
    """Two claims of kind office. «هشام الدسوقي» and «عصام الدسوقي», both the chief executive, are one person under two
    names, unless a report knows both; names with no word in common may be two people of one title."""
    if a.predicate != b.predicate or not _one_title(a, b):
        return None
    words_a, words_b = _words(a), _words(b)
    if len(words_a) != len(words_b):
        return None
    likenesses = [ratio(one, other) for one, other in zip(words_a, words_b, strict=True)]
    if all(likeness > _TWO_NAMES for likeness in likenesses):
        return "agree"
    others = [number for number, likeness in enumerate(likenesses) if likeness < _ONE_NAME]
    if len(others) != 1 or likenesses[others[0]] > _TWO_NAMES:
        return None
    one, other = words_a[others[0]], words_b[others[0]]
    return None if _holds(in_a, other) or _holds(in_b, one) else "differ"


def _one_title(a: Claim, b: Claim) -> bool:
    words_a, words_b = ({word for word in claim.of.split("|") if word} for claim in (a, b))
    return words_a <= words_b or words_b <= words_a


def _words(claim: Claim) -> list[str]:
    """The words of a name, folded; «عبد القادر» and «أبو ضيف» are one."""
    name = claim.value.name if isinstance(claim.value, Entity) else claim.text
    return [word.removeprefix("ال") for word in _COMPOUND.sub(r"\1", key(name)).split()]


def _holds(claims: Sequence[Claim], word: str) -> bool:
    """Whether a report has a name with this word."""
    return any(
        ratio(word, other) >= _ONE_NAME for claim in claims if claim.kind == "office" for other in _words(claim)
    )
