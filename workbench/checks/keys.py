"""Stable names of findings."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from workbench.text.normal import fold_words


def finding_key(rule: str, quoted: Iterable[str], values: Iterable[object] = (), occurrence: int = 0) -> str:
    """Twelve hex digits that stay the same across runs and edits elsewhere: from the rule, the quoted words (folded,
    white space collapsed), the normalised values and which occurrence of the same words it is, never from offsets."""
    words = [fold_words(words) for words in quoted]
    material = "\x1f".join([rule, *words, "\x1e", *map(repr, values), str(occurrence)])
    return hashlib.sha1(material.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()[:12]


class KeyMaker:
    """Makes the keys of one article's findings: counts how often the same rule points at the same words."""

    def __init__(self) -> None:
        self._used: Counter[tuple[str, str]] = Counter()

    def key(self, rule: str, quoted: Sequence[str], values: Iterable[object] = ()) -> str:
        """The key of the next finding of a rule that quotes these words; the first of them tell its occurrence."""
        occurrence = self._used[rule, quoted[0]]
        self._used[rule, quoted[0]] += 1
        return finding_key(rule, quoted, values, occurrence)
