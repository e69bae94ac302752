"""Margins of races in fractions of a second: «في 1:44.35 دقيقة، ومحسنا الرقم القياسي البالغ 1:44.90 بفارق 65 جزءا من
المئة من الثانية»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from workbench.checks.arithmetic.mismatch import Mismatch
from workbench.checks.figures import Figure, Line
from workbench.text.normal import key

_SECONDS = re.compile(r"\d{1,2}[.,٫]\d{1,3}$", re.ASCII)
_WHOLE = re.compile(r"\d{1,2}$", re.ASCII)
_PARTS = frozenset(("جزء", "جزءا", "اجزاء"))
_SECOND = frozenset(("ثانيه", "ثواني", "ثوان", "ث"))
_OF = {
    key(article + word): part
    for part, words in {0.1: ("عشرة", "عشر"), 0.01: ("مئة", "مائة"), 0.001: ("ألف",)}.items()
    for word in words for article in ("", "ال")
}  # fmt: skip
_NEAR = 5  # words between the second time and «بفارق»
_OVER = frozenset(("علي", "عن", "امام"))


@dataclass(frozen=True, slots=True)
class _Time:
    """Seconds, and the tokens they are written in."""

    first: int
    last: int
    seconds: float


def wrong_margins(line: Line) -> Iterator[Mismatch]:
    """Margins that no two of the times of a sentence make. A margin over somebody named behind it, or between it and
    the times, is left: his time may not be told."""
    times = list(_times(line))
    if len(times) < 2:
        return
    for figure in line.figures:
        part = _fraction(line, figure)
        if part is None or not figure.exact:
            continue
        unit, end = part
        behind = [time for time in times if time.last <= figure.first]
        if len(behind) != 2 or figure.first - behind[-1].last > _NEAR or len(times) != 2:
            continue
        between = {line.key(at) for at in range(behind[-1].last, figure.first)}
        if between & _OVER or line.key(end) in _OVER:
            continue
        said = figure.value * unit
        made = min((abs(a.seconds - b.seconds) for a, b in combinations(times, 2)), key=lambda gap: abs(gap - said))
        if abs(made - said) > 0.6 * unit:
            stated = replace(figure, low=round(said, 3), high=round(said, 3))
            given = tuple(sorted((time.seconds for time in times), reverse=True))
            yield Mismatch("margin", given, stated, round(made, 3), behind[0].first, end)


def _times(line: Line) -> Iterator[_Time]:
    """«1:44.35», «2:05:10.5», «9.81 ثانية»."""
    at = 0
    while at < len(line.tokens):
        first, minutes = at, 0.0
        while _WHOLE.match(line.tokens[at].plain) and line.key(at + 1) == ":" and at + 2 < len(line.tokens):
            minutes = 60 * minutes + float(line.tokens[at].plain)
            at += 2
        if _SECONDS.match(line.tokens[at].plain) and (at > first or line.key(at + 1).removeprefix("ال") in _SECOND):
            number = float(line.tokens[at].plain.replace(",", ".").replace("٫", "."))
            led = line.key(first - 1) in ("بفارق", "بفرق")
            if not led:
                yield _Time(first, at + 1, 60 * minutes + number)
        at += 1


def _fraction(line: Line, figure: Figure) -> tuple[float, int] | None:
    """What fraction of a second a figure counts, and the token after: «65 جزءا من المئة من الثانية»."""
    at = figure.last
    if line.key(at) not in _PARTS or line.key(at + 1) != "من" or line.key(at + 2) not in _OF:
        return None
    end = at + 3
    if line.key(end) == "من":
        end += 1
    return (_OF[line.key(at + 2)], end + 1) if line.key(end) in ("الثانيه", "ثانيه") else None
