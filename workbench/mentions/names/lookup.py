"""Looking names up: the words of a sentence as units, and the longest name that begins at one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.knowledge.facts.names import NameIndex, Use
from workbench.text.values import Token

# What may be written onto the front of a name, and what then stands in its place.
_FRONTS = (
    ("ولل", "ال"), ("فلل", "ال"), ("لل", "ال"), ("وبال", "ال"), ("فبال", "ال"), ("وكال", "ال"), ("وب", ""), ("ول", ""),
    ("وك", ""), ("فب", ""), ("فل", ""), ("و", ""), ("ف", ""), ("ب", ""), ("ل", ""), ("ك", ""),
)  # fmt: skip
_FRONT_LETTERS = frozenset("وفبلك")
_NAMING = frozenset(("word", "latin"))


@dataclass(frozen=True, slots=True)
class Unit:
    """One word of a name: tokens ``first`` to ``last`` (exclusive) read as one («عبد الله», «أبو مهدي»)."""

    key: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Found:
    """A name over units ``first`` to ``last`` (exclusive); ``front`` is what stands written onto its first word."""

    first: int
    last: int
    front: str
    phrase: str
    uses: tuple[Use, ...]


def read_units(tokens: Sequence[Token]) -> list[Unit]:
    """The words of a sentence, «عبد ال…» and «أبو …» as one; a hyphen inside a name joins («كي-مون»)."""
    units: list[Unit] = []
    count = len(tokens)
    at = 0
    while at < count:
        token = tokens[at]
        key = token.key
        if token.kind not in _NAMING:
            if not (key == "-" and not token.spaced and at + 1 < count and not tokens[at + 1].spaced):
                units.append(Unit("", at, at + 1))
            at += 1
            continue
        after = at + 1
        if after < count and key.endswith(("عبد", "ابو")) and len(key) <= 5 and tokens[after].kind == "word":
            following = tokens[after].key
            if key.endswith("ابو") or following.startswith("ال"):
                units.append(Unit(key + following, at, after + 1))
                at += 2
                continue
        units.append(Unit(key, at, after))
        at = after
    return units


def look_up(units: Sequence[Unit], at: int, names: NameIndex, fronts: bool = True) -> Found | None:
    """The longest name that begins at unit ``at``; with ``fronts``, particles may be written onto its first word."""
    key = units[at].key
    if not key:
        return None
    longest = names.longest
    words = longest.get(key)
    if words is not None:
        found = _longest(units, at, key, words, "", names)
        if found is not None:
            return found
    if fronts and key[0] in _FRONT_LETTERS:
        for front, article in _FRONTS:
            if key.startswith(front):
                bare = article + key[len(front) :]
                words = longest.get(bare)
                if words is not None and len(bare) > 2:
                    found = _longest(units, at, bare, words, front, names)
                    if found is not None:
                        return found
    return None


def _longest(
    units: Sequence[Unit], at: int, first: str, words: int, front: str, names: NameIndex
) -> Found | None:
    uses = names.uses
    phrase = first
    best = Found(at, at + 1, front, phrase, uses[phrase]) if phrase in uses else None
    end = at + 1
    while words > 1 and end < len(units) and (key := units[end].key):
        phrase = f"{phrase} {key}"
        end += 1
        words -= 1
        if phrase in uses:
            best = Found(at, end, front, phrase, uses[phrase])
    return best
