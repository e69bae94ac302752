"""By how much a figure is beyond a limit, an average or a rival's: «158 كيلومترا … والحد 60، أي أنه تجاوزه بـ98»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.checks.arithmetic.mismatch import Mismatch, comparable, last_digit
from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.sum_words import SumWords

_FAR = 20  # words between the two figures, and between the second and «أي»
_SUBJECT = 3  # words between «أي» and the verb
_OF_SPEED = "-per-hour"
_GIVEN_BY = ("ها", "ه")  # pronouns


@dataclass(frozen=True, slots=True)
class ExcessReader:
    """Reads the last two figures before «أي» and the one behind it."""

    words: SumWords

    def mismatches(self, line: Line) -> Iterator[Mismatch]:
        for at in range(len(line.tokens)):
            if line.key(at) == "اي":
                yield from self._beyond(line, at)

    def _beyond(self, line: Line, that: int) -> Iterator[Mismatch]:
        sides = self._sides(line, that)
        said = next((figure for figure in line.figures if figure.first > that), None)
        if sides is None or said is None or not said.exact or said.value < 1:  # «بالثلث»
            return
        one, other = sides
        verb = self._verb(line, that, said.first)
        if verb is None or not self._is_of_these(line, one, other, that, verb, said):
            return
        first, made = one.first, abs(one.value - other.value)
        if said.kind == "share" and one.kind != "share":
            growths = [100 * made / base for base in (one.value, other.value)]
            slack = max(1.01, 0.03 * growths[1])
            if all(abs(growth - said.value) > slack for growth in growths):
                yield Mismatch("growth", (other.value, one.value), said, growths[1], first, said.last)
            return
        said = said.scaled_like(one)
        if not comparable(one, _plain(said)) or {line.key(said.last), line.key(said.after - 1)} & line.words.times_over:
            return
        slack = 0.7 * (last_digit(one) + last_digit(other) + last_digit(said))
        if abs(made - said.value) > max(slack, 1e-6):
            yield Mismatch("difference", (one.value, other.value), said, made, first, said.after)

    def _sides(self, line: Line, that: int) -> tuple[Figure, Figure] | None:
        """The only two figures before «أي», held against each other."""
        before = [_limit(line, figure) for figure in line.figures if figure.first < that and figure.kind != "length"]
        if len(before) != 2 or not all(figure.exact and figure.value > 0 for figure in before):
            return None
        one, other = (_plain(figure) for figure in before)
        one = one.scaled_like(other)
        if one.kind != other.kind or one.unit is None or not comparable(one, other):
            return None
        if other.first - one.after > _FAR or that - other.after > 2:
            return None
        between = range(one.last, other.first)
        if any(line.key(at) in line.words.afterwards for at in between):
            return None
        held = any(self.words.cues["contrast"].at(line.tokens, at) is not None for at in between)
        return (one, other) if held else None

    def _verb(self, line: Line, that: int, last: int) -> int | None:
        for at in range(that + 1, min(that + 2 + _SUBJECT, last)):
            word = line.tokens[at]
            plain = [replace(word, key=word.key.removesuffix(end)) for end in _GIVEN_BY if word.key.endswith(end)]
            if any(self.words.cues["beyond"].at([token], 0) is not None for token in (word, *plain)):
                return at
        return None

    def _is_of_these(self, line: Line, one: Figure, other: Figure, that: int, verb: int, said: Figure) -> bool:
        """Whether what is beyond what are the two just told of: the words around the verb are words of theirs, and
        something or a pronoun says beyond what."""
        before = {_stem(line.key(at)) for at in range(one.first)}
        limit = {_stem(line.key(at)) for at in range(one.after, other.first)}
        passed_over = line.words.that_much | line.words.figure_noun
        subject = [line.key(at) for at in range(that + 1, verb) if line.key(at) not in passed_over]
        if any(_stem(word) not in before for word in subject):
            return False
        rest = [at for at in range(verb + 1, len(line.tokens)) if not said.first <= at < said.after]
        objects: list[str] = []
        for at in rest:
            new = line.key(at).startswith("و") or line.key(at) in line.words.according
            if at >= said.after and (new or line.tokens[at].kind == "punctuation"):
                break
            if line.key(at) not in line.words.beyond_link:
                objects.append(line.key(at))
        pronoun = line.key(verb).endswith(_GIVEN_BY) and not line.key(verb).startswith("ب")
        pronoun = pronoun or any(line.key(at) in ("عنه", "عنها", "عليه", "عليها", "منه", "منها") for at in rest)
        if not objects and not pronoun:
            return False
        return all(_stem(word) in limit for word in objects)


def _limit(line: Line, figure: Figure) -> Figure:
    """«الحد الأقصى 90»: the limit is 90, though what keeps to it may be anything below."""
    bounds = [bound for bound in (figure.low, figure.high) if 0 < bound < float("inf")]
    if figure.exact or len(set(bounds)) != 1 or line.key(figure.first - 1) not in line.words.extreme:
        return figure
    return replace(figure, low=bounds[0], high=bounds[0], approximate=False)


def _plain(figure: Figure) -> Figure:
    """Kilometres an hour as kilometres: their difference is given in either."""
    unit = figure.unit
    return replace(figure, unit=unit.removesuffix(_OF_SPEED)) if unit is not None else figure


def _stem(word: str) -> str:
    """A word without its article, its pronoun and its feminine ending: «الحمولة» and «حمولته» are one."""
    word = word.removeprefix("و").removeprefix("ال")
    for end in _GIVEN_BY:
        word = word.removesuffix(end) if len(word) > len(end) + 2 else word
    return word.removesuffix("ت") if len(word) > 3 else word
