"""A claim's value in a few words, for ribbons' chips, cards and tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.gui.language import left_to_right
from workbench.mentions.values import Amount, Entity, Score, Timex
from workbench.value_words import amount_words as amount_words  # also for the panel of details
from workbench.value_words import length_words, value_in_words

if TYPE_CHECKING:
    from workbench.claims.values import Claim
    from workbench.gui.look import Look

SHORT = 16
_SIDES = "شمال جنوب شرق غرب وسط".split()
_LED = re.compile(
    rf"[وف]?(?:[بكف](?=ال(?!غ|ون|ة)\w{{2}})|ب(?=(?:{'|'.join(_SIDES)})ي?\b))|[وف]?(ل)(?=ل(?!ه|ا\b)\w{{2}})"
)


def short(words: str, most: int = SHORT) -> str:
    """Words cut at a word's end, with dots where something was left out."""
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    cut = words[: most + 1].rsplit(" ", 1)[0]
    return (cut if cut and len(cut) <= most else words[:most]) + "…"


def led_by_nothing(words: str) -> str:
    """A value's words without the particle attached to them where that is sure: «بالانتخابات» is «الانتخابات»,
    «للتحالف» is «التحالف», «بشمال العراق» is «شمال العراق»; «بلدة» stays."""
    led = _LED.match(words)
    if led is None:
        return words
    return ("ا" if led[1] else "") + words[led.end() :]


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
    if isinstance(claim.value, Timex) and not length_words(claim.value.timex, look.words, look.code):
        return words.removeprefix("يوم ")  # «الجمعة» says as much
    return words


def value_words(claim: Claim, look: Look, most: int = SHORT) -> str:
    """A claim's value in at most about ``most`` letters."""
    words = look.figures(value_in_words(claim.value, look.words, look.code, brief=True))
    match claim.value:
        case Amount():
            return left_to_right(words) if words else short(claim.text, most)
        case Score():
            return left_to_right(words)
        case Timex():
            return words if words and len(words) <= most else short(led_by_nothing(claim.text), most)
        case Entity():
            return short(led_by_nothing(claim.value.name or claim.text), most)
        case _:
            return short(led_by_nothing(claim.text), most)
