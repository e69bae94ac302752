"""Whether two reports give one title to one person or to two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from workbench.alignment.likeness import one_word
from workbench.alignment.relations import Verdict
from workbench.claims.values import Claim
from workbench.mentions.values import Entity
from workbench.text.normal import key

# Up to this likeness (0 to 100) two words are surely two names.
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
    unlike = [(one, other) for one, other in zip(words_a, words_b, strict=True) if not one_word(one, other)]
    if not unlike:
        return "agree"
    one, other = unlike[0]
    if len(unlike) > 1 or len(words_a) == 1 or ratio(one, other) > _TWO_NAMES:
        return None
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
    return any(one_word(word, other) for claim in claims if claim.kind == "office" for other in _words(claim))
