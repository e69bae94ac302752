"""Figures and times in the fewest words, for chips, tables and reports."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from workbench.wording import day_words, month_words

if TYPE_CHECKING:
    from workbench.mentions.values import Amount, Timex
    from workbench.wording import Code


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
