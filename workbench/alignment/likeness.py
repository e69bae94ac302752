"""How like two names are, however they are spelt."""

from __future__ import annotations

from rapidfuzz.fuzz import ratio

# From this likeness on (0 to 100) two words are one name: «زيلينسكي» and «زيلنسكي».
_ONE_NAME = 70


def one_word(one: str, other: str) -> bool:
    """Whether two words, folded, are one name."""
    return ratio(one, other) >= _ONE_NAME


def one_name(one: str, other: str) -> bool:
    """Whether two names, folded, are one, or one is the other's longer form: «كتائب النخيل» and «النخيل»."""
    return one in other or other in one or one_word(one, other)
