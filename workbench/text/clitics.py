"""Particles written onto the front of an Arabic word: و ف ب ك ل ال س."""

from __future__ import annotations

from collections.abc import Iterator

# As written in a look-up key (hamza seats folded). «لل» is ل + ال; the longest come first.
PROCLITICS: tuple[str, ...] = (
    "وبال", "فبال", "وكال", "فكال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال", "وب", "فب", "ول", "فل",
    "وك", "فك", "وس", "فس", "و", "ف", "ب", "ك", "ل", "س",
)  # fmt: skip
_BEFORE_NOUN = ("", *(p for p in PROCLITICS if p not in ("س", "وس", "فس")))


def noun_surfaces(key: str) -> Iterator[tuple[str, str]]:
    """Every look-up key under which a noun may stand, with the particles in front: («بالصاروخ», «بال»)."""
    bare = key.removeprefix("ال") if key.startswith("ال") else key
    if bare != key:
        for proclitic in _BEFORE_NOUN:
            if proclitic.endswith("ال"):
                yield proclitic + bare, proclitic[:-2]
            elif proclitic.endswith("لل"):
                yield proclitic + bare, proclitic[:-1]
        return
    for proclitic in _BEFORE_NOUN:
        yield proclitic + key, proclitic


def splits(key: str, shortest: int = 2) -> Iterator[tuple[str, str]]:
    """Every way to read a key as particles and a rest of at least ``shortest`` letters; the whole word first."""
    yield "", key
    for proclitic in PROCLITICS:
        if key.startswith(proclitic) and len(key) - len(proclitic) >= shortest:
            yield proclitic, key[len(proclitic):]


# What a noun plainly carries in front; single letters of which a word may as well begin («كتاب», «فريق») are not cut.
_PLAINLY_LED = ("وال", "بال", "لل", "كال", "فال", "ال", "و", "ل", "ب")
_SHORTEST_BARE = 3


def bare_noun(key: str) -> str:
    """A look-up key without its article, one particle before it, and a feminine ending, by which two forms of one noun
    are alike: «الأسيرة», «أسير», «بأسير». For comparing only: of «ورشة» it leaves «رش», twice the same."""
    for lead in _PLAINLY_LED:
        if key.startswith(lead) and len(key) - len(lead) >= _SHORTEST_BARE:
            key = key.removeprefix(lead)
            break
    return key.removesuffix("ه")
