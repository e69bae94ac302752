"""Changes from one figure to another that do not come out: the difference, the growth per cent, the direction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.checks.arithmetic.mismatch import (
    NEAR,
    Mismatch,
    comparable,
    excused,
    excused_total,
    keys_of,
    last_digit,
    speaks_anew,
)
from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.sum_words import SumCue, SumWords, Way
from workbench.text.normal import key

_ROUNDED = 0.7
_POINTS = ("point", "percentage-point")
_JOINING = frozenset(("و", "،", ",", "في", "قبل", "ان"))  # between a figure and the verb of its growing
_SAID_OF = 4  # words behind a growth that say of what kind it is
_FAR = 16  # words between «بلغ 1.84 مليار …» and «ارتفاعا من»


@dataclass(frozen=True, slots=True)
class _Pair:
    """An old figure and its new one; ``way`` where a noun between them says whether it grew («ارتفاعا من»).
    ``beside``: they are only held against each other («بلغ 55 مقابل 40»), which makes a change of what follows."""

    old: Figure
    new: Figure
    way: Way | None = None
    beside: bool = False

    @property
    def first(self) -> int:
        """The first token of the two."""
        return min(self.old.first, self.new.first)

    @property
    def last(self) -> int:
        """The token after the two."""
        return max(self.old.after, self.new.after)


@dataclass(frozen=True, slots=True)
class ChangeReader:
    """Reads «ارتفع من 40 إلى 55 بزيادة 20», «بلغ 55، ارتفاعا من 40، أي بنسبة 25 في المئة»."""

    words: SumWords

    def mismatches(self, line: Line) -> Iterator[Mismatch]:
        """Faults of one sentence, of several changes in it only where each is told with what it comes to."""
        pairs = list(self._pairs(line))
        if any(one.last > other.first for one, other in pairwise(pairs)):
            return  # «من 40 إلى 55 ثم إلى 60»
        for n, pair in enumerate(pairs):
            until = pairs[n + 1].first if n + 1 < len(pairs) else len(line.tokens)
            rest = [
                figure for figure in line.figures
                if figure.first not in (pair.old.first, pair.new.first) and figure.kind != "length"
                and pair.last - 1 <= figure.first < until
            ]  # fmt: skip
            yield from self._faults(line, pair, rest, len(pairs) == 1)
            if not rest:
                return  # «من 50 إلى 70 مدرسة ومن 5000 إلى 9000 طالب، بزيادة»

    def _faults(self, line: Line, pair: _Pair, rest: Sequence[Figure], alone: bool) -> Iterator[Mismatch]:
        """What is wrong with a change; ``rest``: the figures behind it, up to the next change."""
        old, new = pair.old, pair.new
        first, last = pair.first, pair.last
        wrong_way = self._wrong_way(line, pair, first, bool(rest))
        if wrong_way:
            yield Mismatch("direction", (old.value, new.value), new, new.value, first, last)
            return
        if pair.beside and not (rest and self._grown_by(line, last, rest[0].first)):
            return
        if rest and rest[0].kind != "share" and 0 < rest[0].low < 1 and rest[0].unit not in _POINTS:
            return  # «أي بزيادة الثلث»: of what, is not said
        found = [mismatch for figure in rest[:1] for mismatch in self._change(line, old, new, figure, last)]
        if alone and not pair.beside and not any(figure.kind == "share" for figure in rest[:1]):
            found += self._told_first(line, old, new, first, last)
        yield from found

    def _wrong_way(self, line: Line, pair: _Pair, first: int, goes_on: bool) -> bool:
        old, new = pair.old, pair.new
        if old.kind != new.kind or not comparable(old, new) or not (old.exact and new.exact):
            return False
        turned = line.words.turned & set(keys_of(line, max(0, first - 12), len(line.tokens)))
        if turned or self._speaks_of_rank(line, first):
            return False
        way = pair.way
        if way is None:
            ways = {way for at in range(max(0, first - 12), first) if (way := self._way_at(line, at)) is not None}
            if len(ways) != 1 or goes_on or old.unit != new.unit or not self._governs(line, first):
                return False
            way = ways.pop()
        return new.high < old.low if way == "up" else new.low > old.high

    def _pairs(self, line: Line) -> Iterator[_Pair]:
        """«من 40 إلى 55», «إلى 55 من 40», «إلى 55 بعد أن كان 40», «55، ارتفاعا من 40»: old and new."""
        for one, other in pairwise(line.figures):
            if one.kind == "length" or other.kind == "length":
                continue
            one, other = one.priced_like(other), other.priced_like(one)
            leads = _lead(line, one), _lead(line, other)
            near = _apart(line, one.after, other.first) <= 6
            way = self._noun_of_change(line, one, other) if leads[1] in ("من", "عن") else None
            compared = leads[1] in line.cues.compared
            beside = compared and leads[0] not in ("من", "مقابل", "الي") and one.kind == other.kind
            was = leads[0] == "الي" and (compared or leads[1] in ("من", "كان", "كانت"))
            if near and leads == ("من", "الي"):
                old, new = one, other
            elif (grown := self._then_grown(line, one, other)) is not None:
                old, new, way = one, other, grown
            elif way is not None or (near and (beside or was)):
                old, new = other, one
            else:
                continue
            old, new = old.scaled_like(new), new.scaled_like(old)
            if old.low > 0 and old.low == old.high and new.low == new.high and comparable(old, new):
                yield _Pair(old, new, way, beside)

    def _noun_of_change(self, line: Line, one: Figure, other: Figure) -> Way | None:
        """«ارتفاعا» before the «من» that leads to the second figure, no verb between it and the first."""
        at = other.first - 1
        while at > one.last and line.key(at) not in ("من", "عن"):
            at -= 1
        if _apart(line, one.after, other.first) > _FAR or line.key(at - 1) not in self.words.nouns_of_change:
            return None
        if speaks_anew(line, one.last, at):
            return None
        return self.words.ways.get(line.key(at - 1))

    def _then_grown(self, line: Line, one: Figure, other: Figure) -> Way | None:
        """«كان العدد 1250 في كانون الثاني ثم ارتفع إلى 1900»: only a date between figure and verb."""
        at = other.first - 2
        if _lead(line, other) != "الي" or line.key(other.first - 1) != "الي" or at < one.after:
            return None
        between = {line.key(n) for n in range(one.after, at) if n not in line.dated}
        was = any(line.key(n) in line.words.stood_at for n in range(max(0, one.first - 6), one.first))
        verb = line.entries(at)[:1]
        if not was or not between <= line.words.afterwards | _JOINING or not verb or verb[0].pos != "verb":
            return None
        return self.words.ways.get(line.key(at)) if one.after < at or line.key(at)[:1] in "وف" else None

    def _grown_by(self, line: Line, first: int, last: int) -> bool:
        """«مقابل 40 مليونا قبل عام، أي بزيادة»: another time is named, then a word of growing or shrinking leads to the
        next figure; no margin, and no base of its own behind it."""
        keys = keys_of(line, first, last)
        earlier = any(first <= at < last for at in line.dates) or any(
            self.words.cues["earlier"].at(line.tokens, at) for at in range(first, last)
        )
        grown = any(key.startswith("ب") and key in self.words.nouns_of_change for key in keys[-2:])
        means = bool(line.words.meaning & set(keys))  # «ما يعني زيادة بنسبة»
        grown = grown or (means and any(key in self.words.nouns_of_change for key in keys[-2:]))
        said = line.figure_at(last)
        return earlier and grown and len(keys) <= NEAR and said is not None and not _is_other_base(line, said.after)

    def _told_first(self, line: Line, old: Figure, new: Figure, first: int, last: int) -> Iterator[Mismatch]:
        """«ارتفع بنسبة 50 في المئة إلى 60 من 50», «زاد 12 في المئة إلى 250 من 200»."""
        said = next((f for f in reversed(line.figures) if f.last <= first), None)
        if said is None or not 1 <= first - said.after <= 2 or line.key(first - 1) not in ("الي", "من"):
            return
        grows = self._changes(line, max(0, said.first - 8), said.first)
        if said.kind == "share" and (grows or line.key(said.first - 1) == "بنسبه"):
            yield from self._growth(old, new, said, said.first, last)
        elif grows and said.kind in ("count", "money") and said.exact and old.exact and new.exact:
            yield from self._step(line, old, new, said, last)

    def _step(self, line: Line, old: Figure, new: Figure, said: Figure, last: int) -> Iterator[Mismatch]:
        """«ارتفع ثلاثة دولارات إلى 84 دولارا بعدما كان 80»: of the same unit, and no figure of something else («في 3
        هجمات إلى 80»)."""
        same = said.unit is not None and said.unit in (new.unit, old.unit) and said.kind in (new.kind, old.kind)
        if not same or _is_led(line, said.first) or said.value >= max(old.value, new.value):
            return
        made = abs(new.value - old.value)
        rounded = max(old.scale, new.scale, said.scale) > 1
        slack = _ROUNDED * (last_digit(old) + last_digit(new) + last_digit(said)) if rounded else 1e-9
        if abs(said.value - made) > slack:
            yield Mismatch("difference", (new.value, old.value), said, made, said.first, last)

    def _change(self, line: Line, old: Figure, new: Figure, said: Figure, last: int) -> Iterator[Mismatch]:
        between = keys_of(line, last, said.first)
        if _apart(line, last, said.first) > (_FAR if "اي" in between[-3:] else NEAR):
            return
        if speaks_anew(line, last, said.first) or _on_another_base(line, said.after):
            return
        rates = line.words.of_each_time | line.words.per_time
        if line.key(said.after) == "في" and rates & set(keys_of(line, 0, last)):
            return  # «الإصابات اليومية من 50 إلى 90، بزيادة 400 في أسبوع»
        per = line.key(said.after + 1) if line.key(said.after) == "في" else ""
        here = {*keys_of(line, 0, last), line.key(said.after + 2)[:2]}
        if per in line.words.time_unit and not {"ال", per} & here:
            return  # «من 300 دولار في الشهر إلى 450 دولارا، بزيادة 1800 دولار في السنة»
        dated = any(min(old.after, new.after) <= at < max(old.first, new.first) for at in line.dates)
        if dated and line.key(said.after) in ("عن", "علي"):
            return  # «من 40 في آذار 2023 إلى 55 في آذار 2024، وبزيادة 5 عن الشهر السابق»
        behind = [line.key(at) for at in range(said.last, min(said.after + _SAID_OF, len(line.tokens)))]
        if line.words.other_rate & {*between, *behind}:
            return  # «بزيادة 20 في المئة بعد احتساب التضخم»
        if said.kind == "share":
            grows = self._changes(line, max(0, last - 20), said.first)
            if grows and (self._led(line, "share", last, said.first) or self._led(line, "change", last, said.first)):
                keys = keys_of(line, 0, len(line.tokens))
                yield from self._growth(old, new, said, min(old.first, new.first), said.last,
                                        bool(line.words.turned & set(keys)),
                                        self._led(line, "change", last, said.first))  # fmt: skip
            return
        points = new.kind == "share" and said.kind == "count" and said.unit in (*_POINTS, None)
        if not self._led(line, "change", last, said.first) or not (points or comparable(new, said)):
            return
        if {line.key(said.after - 1), line.key(said.after)} & line.words.times_over:
            return
        said = said.scaled_like(new)
        made = abs(new.value - old.value)
        hedged = new.approximate or old.approximate or said.approximate
        slack = 0.1 * max(new.high, old.high, said.low) if hedged else 0.0
        if max(old.scale, new.scale) > 1:
            # Rounded or cut off: three figures are hardly ever all out the same way.
            rounded = _ROUNDED * (last_digit(old) + last_digit(new) + last_digit(said))
            slack = max(slack, excused_total(rounded, old, new, said))
        elif points:
            slack = max(slack, 0.1 + 1e-9)
        if not said.low - slack <= made <= said.high + slack:
            yield Mismatch("difference", (new.value, old.value), said, made, min(old.first, new.first), said.after)

    def _growth(
        self, old: Figure, new: Figure, said: Figure, first: int, last: int, turned: bool = False,
        fell: bool = False,
    ) -> Iterator[Mismatch]:
        """A growth per cent, with the rounding of both figures; percentage points of percentages will do, and so will
        the new figure as a percentage of the old, loose as that is. ``turned``: a lira that falls from 18 to 24 to the
        dollar loses a quarter."""
        made = 100 * abs(new.value - old.value) / old.value
        half_new, half_old = _halves(new, old)
        changes = [
            100 * abs(new.value + up * half_new - old.value - back * half_old) / (old.value + back * half_old)
            for up in (-1, 1) for back in (-1, 1)
        ]  # fmt: skip
        hedged = said.approximate or old.approximate or new.approximate
        slack = max(1.01, 0.03 * made) * (2 if hedged else 1)
        if old.approximate or new.approximate:
            slack += 10  # «نحو ملياري دولار» may be a twentieth out either way
        allowed = [excused(made, min(changes), max(changes), new, old)]
        if new.value > old.value or not fell:
            allowed.append((100 * new.value / old.value,) * 2)
        if turned:
            allowed.append((100 * abs(new.value - old.value) / new.value,) * 2)
        if old.kind == new.kind == "share":
            allowed.append((abs(new.value - old.value),) * 2)
        if not any(low - slack <= said.high and said.low <= high + slack for low, high in allowed):
            yield Mismatch("growth", (old.value, new.value), said, made, first, last)

    def _governs(self, line: Line, first: int) -> bool:
        """Whether the word of change stands before the two figures with no other verb and no comma between."""
        for at in range(first - 1, max(-1, first - 9), -1):
            if self._way_at(line, at) is not None:
                return True
            entries = line.entries(at)
            if line.tokens[at].kind == "punctuation" or (entries and entries[0].pos == "verb"):
                return False
        return False

    def _way_at(self, line: Line, at: int) -> Way | None:
        """Up or down, for a word of the table or any form of it: «سترتفع», «سنخفض»."""
        if line.key(at) in self.words.ways:
            return self.words.ways[line.key(at)]
        first = next(iter(line.entries(at)), None)
        if first is None or first.pos not in ("verb", "masdar") or first.enclitic:
            return None
        return self.words.ways.get(key(first.lemma))

    def _changes(self, line: Line, first: int, last: int) -> bool:
        return any(self._way_at(line, at) is not None for at in range(first, last))

    def _speaks_of_rank(self, line: Line, first: int) -> bool:
        return any(key in line.words.rank for key in keys_of(line, max(0, first - 6), first + 6))

    def _led(self, line: Line, cue: SumCue, first: int, last: int) -> bool:
        """Whether a cue between the two tokens leads to ``last``."""
        hits = (self.words.cues[cue].at(line.tokens, at) for at in range(first, last))
        return any(hit is not None and last - hit.last in (0, 1) for hit in hits)


def _halves(new: Figure, old: Figure) -> tuple[float, float]:
    """Half the last digit of either. Who writes «1.2 مليار» beside it means a full milliard by «مليار»."""
    halves = new.half_digit, old.half_digit
    if new.scale != old.scale or new.approximate or old.approximate or min(halves) == 0:
        return halves
    return min(halves), min(halves)


def _apart(line: Line, first: int, last: int) -> int:
    """How many words stand between two figures, but for dates: «من 1250 في كانون الثاني/يناير إلى 1900»."""
    return sum(at not in line.dated for at in range(first, last))


def _on_another_base(line: Line, at: int) -> bool:
    """«بزيادة 20 عن المتوقع», «5 في المئة سنويا»: not against the figure that stands beside it; «بزيادة 3 في المئة في
    عدد العملاء»: of something else."""
    at += line.key(at) in line.words.of_hundred
    if "كل" in (line.key(at + 1), line.key(at + 2)) or line.key(at) == "منذ":
        return True  # «بزيادة ربع نقطة في كل اجتماع»
    if line.key(at) == "في":
        here = {line.key(at + 1)}
        return not ({at, at + 1} & set(line.dates)) and not here & (line.words.last_time | line.words.span_of_time)
    return _is_other_base(line, at) and line.key(at + 1) not in line.words.last_time


def _is_other_base(line: Line, at: int) -> bool:
    """Whether what follows a growth tells that it is per year, or against another base than the one beside it."""
    at += line.key(at) in line.words.of_hundred
    word = line.key(at)
    if word in line.words.per_time or word in line.cues.each:
        return True
    return word in ("عن", "علي") or (word in line.cues.compared and word != "مقابل")


def _is_led(line: Line, first: int) -> bool:
    """Whether a figure is of where or when something was: «في 3 هجمات»."""
    word = line.key(first - 1)
    return word == "كل" or word in line.words.where or word in line.words.when


def _lead(line: Line, figure: Figure) -> str:
    """The preposition before a figure, past «نحو» and «حوالي»."""
    at = figure.first - 1
    while line.key(at) in line.words.no_lead:
        at -= 1
    if line.key(at) in line.words.compared_link and line.key(at - 1) in ("مقارنه", "قياسا", "بالمقارنه"):
        at -= 1
    return line.key(at)
