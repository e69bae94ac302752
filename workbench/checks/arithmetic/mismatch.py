"""What a calculation that does not come out is, and how the figures and words around it are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.checks.figures import Figure, Line

ChangeKind = Literal["share", "part", "growth", "difference", "margin", "direction", "whole"]
SHARE_OUT = 3.0  # points of a share that rounding may excuse
TOTAL_OUT = 0.04  # of a total that it may
NEAR = 10  # words between two figures that belong together


@dataclass(frozen=True, slots=True)
class Mismatch:
    """``given`` are the figures that a calculation starts from, ``stated`` what the text says comes out, ``made`` what
    does. For a direction, ``stated`` is the second figure; for shares of one whole, the last of them."""

    kind: ChangeKind
    given: tuple[float, ...]
    stated: Figure
    made: float
    first: int
    last: int


def keys_of(line: Line, first: int, last: int) -> list[str]:
    return [line.key(at) for at in range(first, min(last, len(line.tokens)))]


def speaks_anew(line: Line, first: int, last: int) -> bool:
    """Whether a new statement begins between two tokens: a verb joined by «و» or one of change."""
    for at in range(first, last):
        entries = line.entries(at)
        if entries and entries[0].pos == "verb" and "و" in entries[0].proclitics and line.key(at) != "وهو":
            return True
    return False


def comparable(one: Figure, other: Figure) -> bool:
    """Whether two figures may measure one thing: the same kind and unit, or one of them bare."""
    if one.kind != other.kind:
        return {one.kind, other.kind} <= {"count", "money"} and None in (one.unit, other.unit)
    return one.unit == other.unit or None in (one.unit, other.unit)


def agrees(said: Figure, made: float, slack: float) -> bool:
    """Whether a percentage comes out, ``slack`` points either way; an approximate one may be three out."""
    slack = max(slack, 3.01) if said.approximate else slack
    return said.low - slack <= made <= said.high + slack


def excused(made: float, low: float, high: float, *figures: Figure) -> tuple[float, float]:
    """The bounds ``low`` to ``high`` of a percentage that rounded figures may make, no farther from ``made`` than
    rounding excuses: who writes «4 ملايين من أصل 5 ملايين» without «نحو» means four fifths."""
    if any(figure.approximate for figure in figures):
        return low, high
    out = max(SHARE_OUT, 0.1 * (made - 100))
    return max(low, made - out), min(high, made + out)


def excused_total(slack: float, *figures: Figure) -> float:
    """How far a total of rounded figures may be out, by ``slack`` at most."""
    if any(figure.approximate for figure in figures):
        return slack
    return min(slack, TOTAL_OUT * max(figure.value for figure in figures))


def last_digit(figure: Figure) -> float:
    """The last digit's worth: 1.2 million stands for anything from 1.15 to 1.25."""
    return 2 * figure.half_digit
