"""A claim's value in a few words, for ribbons' chips, cards and tables."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from workbench.gui.language import day_words, left_to_right, month_words
from workbench.mentions.values import Amount, Entity, Score, Timex

if TYPE_CHECKING:
    from workbench.claims.values import Claim
    from workbench.gui.language import Code

SHORT = 16


def figure(number: float) -> str:
    """A figure with its thousands apart, without a fraction it does not have."""
    if float(number).is_integer() and abs(number) < 1e15:
        return f"{int(number):,}"
    return f"{number:,.2f}".rstrip("0").rstrip(".")


def amount_words(amount: Amount) -> str:
    """«11–14», «≥ 50», «≈ 900», «30»; always from left to right."""
    low, high = amount.low, amount.high
    if low is not None and high is not None:
        words = figure(low) if low == high else f"{figure(low)}–{figure(high)}"
    elif low is not None:
        words = f"≥ {figure(low)}"
    elif high is not None:
        words = f"≤ {figure(high)}"
    else:
        return ""
    return f"≈ {words}" if amount.approximate and low == high else words


def time_words(time: Timex, code: Code) -> str:
    """The day, the month, the year or the clock that a time stands for; empty where none is known."""
    begin, end = time.begin, time.end
    if begin is None:
        return ""
    if "T" in begin:
        clock = begin.split("T", 1)[1]
        return clock if begin == end or end is None else day_or_empty(begin, code)
    if begin == end:
        return day_or_empty(begin, code)
    if end is not None and begin[:7] == end[:7]:
        return month_words(int(begin[:4]), int(begin[5:7]), code)
    if end is not None and begin[:4] == end[:4] and begin.endswith("01-01"):
        return begin[:4]
    return ""


def day_or_empty(iso: str, code: Code) -> str:
    try:
        return day_words(dt.date.fromisoformat(iso[:10]), code)
    except ValueError:
        return ""


def short(words: str, most: int = SHORT) -> str:
    """Words cut at a word's end, with dots where something was left out."""
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    cut = words[: most + 1].rsplit(" ", 1)[0]
    return (cut if cut and len(cut) <= most else words[:most]) + "…"


def chip_words(claim: Claim, code: Code) -> str:
    """A claim's value for a ribbon's chip: a day in figures unless the text's own words are shorter."""
    if isinstance(claim.value, Timex) and len(claim.text) > 7:
        begin, end = claim.value.begin, claim.value.end
        if begin and len(begin) >= 10 and (end is None or begin[:10] == end[:10]):
            if "T" in begin and begin == end:
                return left_to_right(begin[11:16])
            return left_to_right(f"{int(begin[8:10])}/{int(begin[5:7])}")
    return value_words(claim, code)


def value_words(claim: Claim, code: Code, most: int = SHORT) -> str:
    """A claim's value in at most about ``most`` letters."""
    match claim.value:
        case Amount():
            words = amount_words(claim.value)
            if words and claim.value.unit == "percent":
                words += "%"
            return left_to_right(words) if words else short(claim.text, most)
        case Score():
            return left_to_right("–".join(str(value) for value in claim.value.values))
        case Timex():
            words = time_words(claim.value, code)
            return words if words and len(words) <= most else short(claim.text, most)
        case Entity():
            return short(claim.value.name or claim.text, most)
        case _:
            return short(claim.text, most)
