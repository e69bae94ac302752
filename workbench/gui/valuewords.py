"""A claim's value in a few words, for ribbons' chips, cards and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.gui.language import left_to_right
from workbench.mentions.values import Amount, Entity, Score, Timex
from workbench.value_words import amount_words as amount_words  # also for the panel of details
from workbench.value_words import time_words

if TYPE_CHECKING:
    from workbench.claims.values import Claim
    from workbench.gui.look import Look

SHORT = 16


def short(words: str, most: int = SHORT) -> str:
    """Words cut at a word's end, with dots where something was left out."""
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    cut = words[: most + 1].rsplit(" ", 1)[0]
    return (cut if cut and len(cut) <= most else words[:most]) + "…"


def chip_words(claim: Claim, look: Look) -> str:
    """A claim's value for a ribbon's chip: a day in figures unless the text's own words are shorter, "nobody" where a
    text says that nobody was named."""
    if isinstance(claim.value, Entity) and not claim.value.name and claim.polarity == "negated":
        return look.say("chip.nobody")
    if isinstance(claim.value, Timex) and len(claim.text) > 7:
        begin, end = claim.value.begin, claim.value.end
        if begin and len(begin) >= 10 and (end is None or begin[:10] == end[:10]):
            if "T" in begin and begin == end:
                return left_to_right(look.figures(begin[11:16]))
            return left_to_right(look.figures(f"{int(begin[8:10])}/{int(begin[5:7])}"))
    words = value_words(claim, look)
    return words.removeprefix("يوم ") if isinstance(claim.value, Timex) else words  # «الجمعة» says as much


def value_words(claim: Claim, look: Look, most: int = SHORT) -> str:
    """A claim's value in at most about ``most`` letters."""
    match claim.value:
        case Amount():
            words = amount_words(claim.value)
            if words and claim.value.unit == "percent":
                words += "%"
            return left_to_right(look.figures(words)) if words else short(claim.text, most)
        case Score():
            return left_to_right(look.figures("–".join(str(value) for value in claim.value.values)))
        case Timex():
            words = time_words(claim.value, look.code)
            return look.figures(words) if words and len(words) <= most else short(claim.text, most)
        case Entity():
            return short(claim.value.name or claim.text, most)
        case _:
            return short(claim.text, most)
