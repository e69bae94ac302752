"""How like two names are, however they are spelt."""

from __future__ import annotations

from collections.abc import Set

from rapidfuzz.fuzz import ratio

# From this likeness on (0 to 100) two words are one name: «زيلينسكي» and «زيلنسكي».
_ONE_NAME = 70


# Letters that one and the same name is spelt with: «فائز», «فايز»; «مبارك», «مبروك» are two.
_SPELT = str.maketrans({"ئ": "ي", "ؤ": "و", "ى": "ي", "ة": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ء": None})


def one_word(one: str, other: str, given: Set[str] = frozenset()) -> bool:
    """Whether two words, folded, are one name. Two of the ``given`` names are two, however alike: «محمد», «أحمد»."""
    if one != other and one in given and other in given and one.translate(_SPELT) != other.translate(_SPELT):
        return False
    return ratio(one, other) >= _ONE_NAME


# Consonants that one foreign sound is written with; long vowels come and go: «غيتاتشو», «جيتاتشو», «زيلنسكي».
_SOUNDS = str.maketrans({"غ": "ج", "ق": "ج", "ك": "ج", "ط": "ت", "ث": "ت", "ذ": "د", "ظ": "د", "ض": "د", "ص": "س",
                         "ف": "ب", "پ": "ب", "ڤ": "ب", "ز": "س", "ح": "ه",
                         **dict.fromkeys("اويىةءأإآئؤ")})  # fmt: skip


def sounds(word: str) -> str:
    """What is left of a name, folded, without its long vowels and with one letter for like sounds: equal for two
    spellings of one name, rarely for two names."""
    return word.translate(_SOUNDS)


def one_name(one: str, other: str) -> bool:
    """Whether two names, folded, are one, or one is the other's longer form: «كتائب النخيل» and «النخيل»."""
    return one in other or other in one or one_word(one, other)
