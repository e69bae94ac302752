"""Shares, changes and margins that do not follow from the figures beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from workbench.checks.figures import Figure, Line
from workbench.knowledge.sum_words import SumCue, SumWords

ChangeKind = Literal["share", "growth", "difference", "margin", "direction", "whole"]
_NEAR = 10  # words between two figures that belong together
_OLD = frozenset("من كان كانت مقابل مقارنه".split())
# After a growth: per year, or against another base than the one beside it.
_OTHER_BASE = frozenset("سنويا شهريا يوميا اسبوعيا عن علي مقارنه بالمقارنه قياسا كل لكل".split())
_LAST_TIME = frozenset("العام الموسم الشهر السنه الاسبوع الفصل".split())
_THE_WHOLE = frozenset("اجمالي الاجمالي مجموع المجموع عدد العدد اصل اعداد جمله".split())
_SIDES = frozenset("يعارضون يعارضونه عارضوا رفضوا يرفضون ضد معارضون معارضين رافضون".split())
_THIRDS = frozenset("ثالث رابع خامس صاحب مركز".split())
_RANKS = frozenset("المركز المرتبه الترتيب التصنيف رقم الساعه المرحله الدور الجوله الصفحه الماده عام سنه العام".split())


@dataclass(frozen=True, slots=True)
class Mismatch:
    """``given`` are the figures that a calculation starts from, ``stated`` what the text says comes out, ``made`` what
    does. For a direction, ``stated`` is the second figure."""

    kind: ChangeKind
    given: tuple[float, ...]
    stated: Figure
    made: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ChangeReader:
    words: SumWords

    def mismatches(self, line: Line) -> Iterator[Mismatch]:
        """Faults of one sentence, each figure in at most one."""
        if len(line.figures) < 2 and not line.scores:
            return
        used: set[int] = set()
        for found in (*self._shares(line), *self._changes(line), *self._margins(line), *self._shared_out(line)):
            if found.stated.first not in used:
                used.add(found.stated.first)
                yield found

    # «60 من أصل 100، أي 70 في المئة»

    def _shares(self, line: Line) -> Iterator[Mismatch]:
        for one, other in pairwise(line.figures):
            if one.kind != other.kind or one.kind not in ("count", "money") or not (one.exact and other.exact):
                continue
            joint = self._whole_after(line, one, other)
            share = self._next_share(line, other)
            if joint is None or share is None or not 0 < one.value <= other.value or _of_another(line, other, share):
                continue
            told = joint == "strong" or "اي" in _keys(line, other.after, share.first)
            if not told or not self._led(line, "share", other.after, share.first):
                continue
            made = 100 * one.value / other.value
            if not _agrees(share, made, 0.6 if share.low % 1 else 1.01):
                yield Mismatch("share", (one.value, other.value), share, made, one.first, share.last)

    def _whole_after(self, line: Line, one: Figure, other: Figure) -> str | None:
        """Whether «من أصل» (strong) or «من» (weak) alone stands between a part and its whole."""
        for at in range(one.last, min(other.first, one.after + _NEAR)):
            hit = self.words.cues["of"].at(line.tokens, at)
            if hit is None or hit.last not in (other.first, other.first - 1):
                continue
            if hit.last - hit.first > 1:
                return "strong"
            return "weak" if at - one.after <= 1 else None
        return None

    def _next_share(self, line: Line, after: Figure) -> Figure | None:
        """The percentage that follows, no other figure between."""
        following = next((figure for figure in line.figures if figure.first >= after.last), None)
        if following is None or following.kind != "share" or following.first - after.after > _NEAR:
            return None
        return following

    def _led(self, line: Line, cue: SumCue, first: int, last: int) -> bool:
        """Whether a cue between the two tokens leads to ``last``."""
        hits = (self.words.cues[cue].at(line.tokens, at) for at in range(first, last))
        return any(hit is not None and last - hit.last in (0, 1) for hit in hits)

    # «ارتفع من 40 إلى 55 بزيادة 20», «بنسبة 25 في المئة»

    def _changes(self, line: Line) -> Iterator[Mismatch]:
        pairs = list(self._pairs(line))
        if len(pairs) != 1:
            return
        old, new = pairs[0]
        first, last = min(old.first, new.first), max(old.after, new.after)
        ways = {self.words.ways[key] for key in _keys(line, max(0, first - 12), first) if key in self.words.ways}
        rest = [f for f in line.figures if f is not old and f is not new and f.first >= last - 1]
        before = [f for f in line.figures if f.last <= first]
        for figure in rest[:1]:
            if figure.first - last <= _NEAR:
                yield from self._change(line, old, new, figure, last)
        if not any(found.kind == "share" for found in rest[:1]):
            for figure in before[-1:]:
                if figure.kind == "share" and line.key(figure.first - 1) == "بنسبه" and first - figure.after <= 2:
                    yield from self._growth(old, new, figure, figure.first, last)
        if len(ways) == 1 and not rest and _same_measure(old, new) and not self._speaks_of_rank(line, first):
            up = ways == {"up"}
            wrong = new.high < old.low if up else new.low > old.high
            if wrong and self._governs(line, first):
                yield Mismatch("direction", (old.value, new.value), new, new.value, first, last)

    def _pairs(self, line: Line) -> Iterator[tuple[Figure, Figure]]:
        """«من 40 إلى 55», «إلى 55 من 40», «إلى 55 بعد أن كان 40»: old and new."""
        for one, other in pairwise(line.figures):
            if other.first - one.after > 6 or one.kind == "length" or other.kind == "length":
                continue
            leads = _lead(line, one), _lead(line, other)
            if leads == ("من", "الي"):
                old, new = one, other
            elif leads[0] == "الي" and leads[1] in _OLD:
                old, new = other, one
            else:
                continue
            old, new = old.scaled_like(new), new.scaled_like(old)
            if old.low > 0 and old.low == old.high and new.low == new.high and _comparable(old, new):
                yield old, new

    def _change(self, line: Line, old: Figure, new: Figure, said: Figure, last: int) -> Iterator[Mismatch]:
        if _speaks_anew(line, last, said.first) or _on_another_base(line, said.after):
            return
        if said.kind == "share":
            grows = any(key in self.words.ways for key in _keys(line, max(0, last - 20), said.first))
            if grows and (self._led(line, "share", last, said.first) or self._led(line, "change", last, said.first)):
                yield from self._growth(old, new, said, min(old.first, new.first), said.last)
            return
        points = new.kind == "share" and said.kind == "count" and said.unit in ("point", None)
        if not self._led(line, "change", last, said.first) or not (points or _comparable(new, said)):
            return
        said = said.scaled_like(new)
        made = abs(new.value - old.value)
        hedged = new.approximate or old.approximate or said.approximate
        slack = 0.1 * max(new.high, old.high, said.low) if hedged else 0.0
        slack = max(slack, _ulp(old) + _ulp(new) + _ulp(said) if max(old.scale, new.scale) > 1 else 0.0)
        if not said.low - slack <= made <= said.high + slack:
            yield Mismatch("difference", (new.value, old.value), said, made, min(old.first, new.first), said.after)

    def _growth(self, old: Figure, new: Figure, said: Figure, first: int, last: int) -> Iterator[Mismatch]:
        """A growth per cent, with the rounding of both figures; percentage points of percentages will do, and so will
        the new figure as a percentage of the old, loose as that is."""
        made = 100 * abs(new.value - old.value) / old.value
        changes = [
            100 * abs(new.value + up * _ulp(new) - old.value - back * _ulp(old)) / (old.value + back * _ulp(old))
            for up in (-0.5, 0.5) for back in (-0.5, 0.5)
        ]  # fmt: skip
        hedged = said.approximate or old.approximate or new.approximate
        slack = max(1.01, 0.03 * made) * (2 if hedged else 1)
        allowed = [(min(changes), max(changes)), (100 * new.value / old.value,) * 2]
        if old.kind == new.kind == "share":
            allowed.append((abs(new.value - old.value),) * 2)
        if not any(low - slack <= said.high and said.low <= high + slack for low, high in allowed):
            yield Mismatch("growth", (old.value, new.value), said, made, first, last)

    def _governs(self, line: Line, first: int) -> bool:
        """Whether the word of change stands before the two figures with no other verb and no comma between."""
        for at in range(first - 1, max(-1, first - 9), -1):
            if line.key(at) in self.words.ways:
                return True
            entries = line.entries(at)
            if line.tokens[at].kind == "punctuation" or (entries and entries[0].pos == "verb"):
                return False
        return False

    def _speaks_of_rank(self, line: Line, first: int) -> bool:
        return any(key in _RANKS for key in _keys(line, max(0, first - 6), first + 6))

    # «فاز 80-72 بفارق عشر نقاط», «120 صوتا مقابل 100، بفارق 30 صوتا»

    def _margins(self, line: Line) -> Iterator[Mismatch]:
        for at in range(len(line.tokens)):
            hit = self.words.cues["margin"].at(line.tokens, at)
            said = line.figure_at(hit.last) if hit is not None else None
            if said is None or not said.exact or said.kind != "count" or _of_a_third(line, said.after):
                continue
            sides = self._sides(line, at, said)
            if sides is not None:
                one, other, first = sides
                made = abs(one - other)
                if made != said.value:
                    yield Mismatch("margin", (max(one, other), min(one, other)), said, made, first, said.after)

    def _sides(self, line: Line, at: int, said: Figure) -> tuple[float, float, int] | None:
        """The two results right before «بفارق»: a score, or two counts with «مقابل» between."""
        if line.scores:
            first, last, values = line.scores[0]
            counted = said.unit == "goal" or max(values) > 20  # «بفارق 5 نقاط» beside 2-1 speaks of the table
            alone = len(line.scores) == 1 and len(values) == 2
            close = 0 <= at - last <= 4 and not _speaks_anew(line, last, at)
            return (values[0], values[1], first) if alone and counted and close else None
        before = [figure for figure in line.figures if figure.last <= at and figure.kind == "count"]
        if len(before) < 2 or at - before[-1].after > 6:
            return None
        one, other = before[-2:]
        against = any(self.words.cues["against"].at(line.tokens, n) for n in range(one.last, other.first))
        alike = one.unit is None or other.unit is None or one.unit == other.unit
        fits = said.unit is None or said.unit in (one.unit, other.unit)
        if against and alike and fits and one.exact and other.exact and other.first - one.after <= _NEAR:
            return one.value, other.value, one.first
        return None

    # «55 في المئة من الأصوات مقابل 48 في المئة لمنافسه»

    def _shared_out(self, line: Line) -> Iterator[Mismatch]:
        shares = [figure for figure in line.figures if figure.kind == "share"]
        if len(shares) < 2 or not all(share.exact for share in shares):
            return
        for one, other in pairwise(shares):
            names = [{line.key(share.last)} for share in (one, other)]
            if self.words.apart(*names) and other.first - one.last <= 2 and one.value + other.value > 101:
                yield Mismatch("whole", (one.value, other.value), other, one.value + other.value, one.first, other.last)
        tokens = line.tokens
        if any(self.words.cues["earlier"].at(tokens, at) for at in range(len(tokens))):
            return
        if not any(self.words.cues["ballot"].at(tokens, at) for at in range(len(tokens))):
            return
        for one, other in pairwise(shares):
            against = any(self.words.cues["against"].at(tokens, n) for n in range(one.last, other.first))
            theirs = line.key(other.last).startswith("ل") or line.key(other.last) in _SIDES
            close = other.first - one.last <= _NEAR and len(shares) == 2
            if against and theirs and close and one.value + other.value > 101:
                yield Mismatch("whole", (one.value, other.value), other, one.value + other.value, one.first, other.last)


def _speaks_anew(line: Line, first: int, last: int) -> bool:
    """Whether a new statement begins between two tokens: a verb joined by «و» or one of change."""
    for at in range(first, last):
        entries = line.entries(at)
        if entries and entries[0].pos == "verb" and "و" in entries[0].proclitics and line.key(at) != "وهو":
            return True
    return False


def _on_another_base(line: Line, at: int) -> bool:
    """«بزيادة 20 عن المتوقع», «5 في المئة سنويا»: not against the figure that stands beside it."""
    return line.key(at) in _OTHER_BASE and line.key(at + 1) not in _LAST_TIME


def _of_another(line: Line, whole: Figure, share: Figure) -> bool:
    """«…، أي 2 في المئة من السكان» after «5 من أصل 20 مصابا»: a share of something else."""
    if line.key(share.last) != "من":
        return False
    base = line.key(share.last + 1)
    counted = line.key(whole.after - 1)
    return base not in _THE_WHOLE and base.removeprefix("ال") != counted.removeprefix("ال")


def _of_a_third(line: Line, at: int) -> bool:
    """«بفارق 30 صوتا عن الثالث»."""
    return line.key(at) in ("عن", "امام", "علي") and line.key(at + 1).removeprefix("ال") in _THIRDS


def _keys(line: Line, first: int, last: int) -> list[str]:
    return [line.key(at) for at in range(first, min(last, len(line.tokens)))]


def _lead(line: Line, figure: Figure) -> str:
    """The preposition before a figure, past «نحو» and «حوالي»."""
    at = figure.first - 1
    while line.key(at) in ("نحو", "حوالي", "قرابه", "زهاء", "مبلغ", "مستوي"):
        at -= 1
    if line.key(at) == "ب" and line.key(at - 1) == "مقارنه":
        at -= 1
    return line.key(at)


def _comparable(one: Figure, other: Figure) -> bool:
    if one.kind != other.kind:
        return {one.kind, other.kind} <= {"count", "money"} and None in (one.unit, other.unit)
    return one.unit == other.unit or None in (one.unit, other.unit)


def _same_measure(one: Figure, other: Figure) -> bool:
    return one.kind == other.kind and one.unit == other.unit and one.exact and other.exact


def _agrees(said: Figure, made: float, slack: float) -> bool:
    slack = max(slack, 3.01) if said.approximate else slack
    return said.low - slack <= made <= said.high + slack


def _ulp(figure: Figure) -> float:
    """The last digit's worth: 1.2 million stands for anything from 1.15 to 1.25."""
    if figure.scale > 1:
        in_scale = figure.value / figure.scale
        for digits in range(4):
            if abs(in_scale * 10**digits - round(in_scale * 10**digits)) < 1e-6:
                return float(figure.scale / 10**digits)
    return 0.0 if figure.value == int(figure.value) else 0.1
