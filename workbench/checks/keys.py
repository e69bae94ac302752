"""Stable names of findings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from workbench.text.normal import fold_words


def finding_key(rule: str, quoted: Iterable[str], values: Iterable[object] = (), occurrence: int = 0) -> str:
    """Twelve hex digits that stay the same across runs and edits elsewhere: from the rule, the quoted words (folded,
    white space collapsed), the normalised values and which occurrence of the same words it is, never from offsets."""
    words = [fold_words(words) for words in quoted]
    material = "\x1f".join([rule, *words, "\x1e", *map(repr, values), str(occurrence)])
    return hashlib.sha1(material.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()[:12]
