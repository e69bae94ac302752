"""Names nobody has entered, known by their form: «اللواء محمود الحفناوي», «وزارة الصحة», «مدينة نصر»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from workbench.knowledge.words.name_words import NameWords
from workbench.mentions.names.lookup import Unit
from workbench.text.values import Token

_FATHERS = frozenset(("بن", "ابن", "بنت"))
_PARTICLES = frozenset(("بن", "ابن", "بنت", "ال", "ولد", "دي", "فان", "فون"))
_OPENING = frozenset("\"“«'‘")
_CLOSING = frozenset("\"”»'’")


def person_shape(units: Sequence[Unit], at: int, words: NameWords) -> int | None:
    """Where a person's name that begins at unit ``at`` ends, or None: a given name and one to three words more, each
    of them a given name, a word with ال, or (last) any word that is never part of something else."""
    if units[at].key not in words.given:
        return None
    end = at + 1
    surname = False
    while end < len(units) and end - at < 5:
        key = units[end].key
        if not key or key in words.stops or key in words.after or key in words.ranks or key in words.honorifics:
            break
        if key in words.given or key in _PARTICLES or key.startswith(("ابو", "عبدال")):
            end += 1
            continue
        if units[end - 1].key in _FATHERS:
            end += 1  # «ناجي بن مبارك العبيدي»: whoever the father is
            continue
        if key.endswith("ي") and len(key) > 3 and not surname:
            surname = True  # «محمد علمي»
            end += 1
            continue
        if key.startswith("ال") and len(key) > 4 and not surname:
            surname = True
            end += 1
            continue
        break
    while end > at and units[end - 1].key in _PARTICLES:
        end -= 1
    return end if end - at >= 2 else None


def by_shape(
    units: Sequence[Unit], at: int, tokens: Sequence[Token], words: NameWords
) -> tuple[int, Literal["organisation", "place"]] | None:
    """An organisation or a place that its first word gives away; the unit after it and which of the two it is."""
    head = units[at].key
    if head.startswith("وا") and tokens[units[at].first].plain[1] == "أ":
        return None  # «وأدى» is no valley
    kind: Literal["organisation", "place"] | None = None
    bare = ""
    for front in ("", "و", "ب", "ل", "وب", "ول"):
        if head.startswith(front):
            bare = head[len(front) :]
            if bare in words.organisation_heads:
                kind = "organisation"
            elif bare in words.place_heads:
                kind = "place"
            if kind:
                break
    if kind is None or at + 1 >= len(units):
        return None
    end = at + 1
    if not units[end].key:
        return _quoted(units, end, tokens, kind)
    first = units[end].key
    if first in words.stops or first in words.ranks:
        return None
    if not first.startswith("ال"):
        # «مدينة نصر», «قرية بني عدي»: a place by one bare word is too often something else; organisations never
        return None
    limit = 4 if kind == "organisation" else 2
    joined = kind == "organisation" and bare in words.joining_heads
    while end < len(units) and end - at <= limit:
        key = units[end].key
        if not key or key in words.stops or key in words.after or key in words.ranks or key in words.honorifics:
            break
        if not (key.startswith("ال") or (key.startswith("وال") and joined and end == at + 2)):
            break
        end += 1
    return (end, kind) if end > at + 1 else None


def _quoted(
    units: Sequence[Unit], at: int, tokens: Sequence[Token], kind: Literal["organisation", "place"]
) -> tuple[int, Literal["organisation", "place"]] | None:
    """«شركة "المقاولون العرب"»: up to four words in quotation marks."""
    if tokens[units[at].first].text not in _OPENING:
        return None
    for end in range(at + 2, min(at + 6, len(units))):
        if not units[end].key:
            return (end + 1, kind) if tokens[units[end].first].text in _CLOSING else None
    return None
