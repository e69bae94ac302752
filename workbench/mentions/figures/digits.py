"""Reading figures: digits of every family with their separators, spaced thousands, fractions, powers, suffixes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.text.values import Token

_GROUPED = re.compile(r"\d{1,3}([,٬،'’.])\d{3}(?:\1\d{3})*")
_THREE_DIGITS = re.compile(r"\d{3}(?:[.,٫]\d+)?")
_SEPARATOR = re.compile(r"\D")
# Written against a figure only («20k», «3.5M»); «m» in small is a metre.
_SUFFIXES = {"k": 1e3, "K": 1e3, "M": 1e6, "MM": 1e6, "mn": 1e6, "mln": 1e6, "B": 1e9, "bn": 1e9, "G": 1e9, "T": 1e12}
_LARGEST_POWER = 18
_LONGEST = 30  # digits; longer ones are no figure that anybody counts with


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure's value, the index after its last token, and what it means if its separator is taken the other way."""

    value: float
    last: int
    other: float | None = None


def figure_values(plain: str) -> tuple[float, float | None] | None:
    """What a figure written in ASCII digits with separators means, and what else it may mean.

    A comma before exactly three digits groups thousands, a point before three digits is a decimal point unless it
    occurs twice: «5,200» and «1.200.000» are whole, «16,5» and «0,770» are not, «5.200» may be either. None where
    the separators make no one number («1,2,3»).
    """
    if len(plain) > _LONGEST:
        return None
    if plain.isdigit():
        return float(plain), None
    pieces = _SEPARATOR.split(plain)
    separators = _SEPARATOR.findall(plain)
    leading_zero = (len(pieces[0]) > 1 and pieces[0].startswith("0")) or pieces[0] == "0"
    whole = None if leading_zero or _GROUPED.fullmatch(plain) is None else float("".join(pieces))
    if len(separators) > 1:
        if whole is not None:
            return whole, None
        head, mark, tail = "".join(pieces[:-1]), separators[-1], pieces[-1]
        start = plain[: -len(tail) - 1]
        if mark in ".,،٫" and mark not in start and _GROUPED.fullmatch(start):
            return float(f"{head}.{tail}"), None
        thousands = not leading_zero and len(pieces[0]) <= 3 and all(len(piece) == 3 for piece in pieces[1:])
        return (float("".join(pieces)), None) if thousands and set(separators) <= set("٬٫,،") else None
    if separators[0] in "'’" or (separators[0] == "٬" and whole is not None):
        return (whole, None) if whole is not None else None
    decimal = float(f"{pieces[0]}.{pieces[1]}")
    if whole is None or separators[0] == "٫":
        return decimal, None
    return (decimal, whole) if separators[0] == "." else (whole, decimal)


def figure_at(tokens: Sequence[Token], i: int) -> Figure | None:
    """The figure at ``tokens[i]``; thousands parted by single spaces («1 234 567») are one figure."""
    if i >= len(tokens) or tokens[i].kind != "number":
        return None
    text = tokens[i].plain
    values = figure_values(text)
    if values is None:
        return None
    before = i > 0 and tokens[i - 1].kind == "number"
    if len(text) <= 3 and text.isdigit() and text[0] != "0" and not before:
        last = i + 1
        while (
            last < len(tokens)
            and tokens[last].kind == "number"
            and _THREE_DIGITS.fullmatch(tokens[last].plain)
            and tokens[last].start - tokens[last - 1].end == 1
            and text.isdigit()
            and len(text) < _LONGEST
        ):
            text += tokens[last].plain
            last += 1
        follows = last < len(tokens) and tokens[last].kind == "number" and tokens[last].spaced
        if last > i + 1 and not follows:
            return Figure(float(re.sub("[,٫]", ".", text)), last)
    return Figure(values[0], i + 1, values[1])


def glued(tokens: Sequence[Token], i: int) -> bool:
    """Whether token ``i`` exists and stands against the one before it."""
    return 0 < i < len(tokens) and not tokens[i].spaced and tokens[i].start == tokens[i - 1].end


def sign_at(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """-1 or 1 for a sign written against the figure at ``i``, and the index where figure and sign begin.

    A dash is a minus only after a space, a bracket or the beginning: «2019-2020», «إف-16» and «- 5» have none.
    """
    if not glued(tokens, i) or tokens[i - 1].text not in ("-", "−", "–", "+", "‐", "﹣", "－"):
        return 1, i
    opens = tokens[i - 1].spaced or (i > 1 and tokens[i - 2].text in "([{«\"'=<>≥≤:/")
    if not opens:
        return 1, i
    return (1 if tokens[i - 1].text == "+" else -1), i - 1


def ratio_at(tokens: Sequence[Token], i: int) -> Figure | None:
    """A proper fraction in figures: «3/4», «5 1/4». Dates, page and decree numbers («307/2013») are none."""
    found = _proper(tokens, i)
    if found is not None:
        return found
    if i + 1 < len(tokens) and tokens[i].plain.isdigit() and tokens[i + 1].kind == "number" and tokens[i + 1].spaced:
        part = _proper(tokens, i + 1)
        if part is not None:
            return Figure(float(tokens[i].plain) + part.value, part.last)
    return None


def _proper(tokens: Sequence[Token], i: int) -> Figure | None:
    if (
        i + 2 >= len(tokens)
        or tokens[i + 1].text not in ("/", "⁄")
        or not (glued(tokens, i + 1) and glued(tokens, i + 2))
    ):
        return None
    above, below = tokens[i].plain, tokens[i + 2].plain
    if not (above.isdigit() and below.isdigit()) or not 0 < int(above) < int(below) < 1000 or below[0] == "0":
        return None
    chained = i > 1 and tokens[i - 1].text == "/" and glued(tokens, i)
    if chained or (glued(tokens, i + 3) and tokens[i + 3].text in "/-"):
        return None
    return Figure(int(above) / int(below), i + 3)


def multiplied_at(tokens: Sequence[Token], figure: Figure) -> Figure | None:
    """The figure with what is written against it: «20k», «3.5M», «1e10», «2^10»; None where there is nothing."""
    at = figure.last
    if not glued(tokens, at):
        return None
    mark = tokens[at].text
    factor = _SUFFIXES.get(mark)
    if factor is not None and not glued_to_letters(tokens, at + 1):
        # «4G» is a network
        return None if mark == "G" and figure.value < 7 else Figure(figure.value * factor, at + 1)
    if mark in ("e", "E", "^"):
        at, sign = at + 1, 1
        if glued(tokens, at) and tokens[at].text in "+-":
            sign, at = (-1 if tokens[at].text == "-" else 1), at + 1
        if glued(tokens, at) and tokens[at].plain.isdigit() and (power := int(tokens[at].plain)) <= _LARGEST_POWER * 2:
            base = figure.value if mark == "^" else 10.0
            if base == 0 or abs(base) > 1e6:
                return None
            value = base ** (sign * power) * (1 if mark == "^" else figure.value)
            return Figure(value, at + 1)
    return None


def glued_to_letters(tokens: Sequence[Token], i: int) -> bool:
    """Whether Latin letters stand against what ends before token ``i``."""
    return glued(tokens, i) and tokens[i].kind == "latin"
