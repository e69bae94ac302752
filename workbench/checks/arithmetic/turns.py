"""Figures in brackets of what came one after the other: «88 هدفا في مبارياتها الثلاث (31 و28 و27)»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.checks.arithmetic.parts import PartReader, fitted
from workbench.checks.arithmetic.sums import Miscount, rounding
from workbench.checks.figures import Figure, Line
from workbench.text.normal import key

_FAR = 4  # words between the whole and how many turns
_LENGTHS = frozenset("YMWD")


@dataclass(frozen=True, slots=True)
class TurnReader:
    parts: PartReader

    def miscounts(self, line: Line) -> Iterator[Miscount]:
        """Wholes of so many matches, days, stages, whose figures, one of each, behind these do not make them."""
        for at, token in enumerate(line.tokens):
            if token.text != "(":
                continue
            turns = self._turns(line, at)
            whole = self._whole(line, turns) if turns is not None else None
            if turns is None or whole is None:
                continue
            found = self.parts.list_at(line, at + 1)
            told = found.parts
            closed = ")" in (line.key(found.last), *(line.key(of.after - 1) for of in told[-1:]))
            # «(150 و140 و120 كيلومترا)»
            told = tuple(replace(of, unit=None, after=of.last) if of.unit == whole.unit else of for of in told)
            parts = tuple(part for of in told if (part := fitted(line, whole, of)) is not None and part.exact)
            if len(parts) != turns.value or len(parts) != len(told) or not closed:
                continue
            if any(of.unit is not None or part.value >= whole.value for of, part in zip(told, parts, strict=True)):
                continue
            if abs(sum(part.value for part in parts) - whole.value) > rounding(parts, [whole]):
                yield Miscount(whole, parts, whole.first, parts[-1].after)

    def _turns(self, line: Line, bracket: int) -> Figure | None:
        """The number of turns right before a bracket: «المباريات الثلاث الأخيرة», «ثلاث مراحل», «الشوطين»."""
        turns = next((figure for figure in reversed(line.figures) if figure.last <= bracket), None)
        if turns is None or not turns.exact or not 2 <= turns.value <= 12:
            return None
        if any(not line.key(at).startswith("ال") for at in range(max(turns.after, turns.last), bracket)):
            return None  # «ثلاث مباريات ودية أمام …»
        if bracket - turns.after > 1:
            return None
        if turns.kind == "length":
            return turns if turns.unit in _LENGTHS else None
        lemmas = (noun.lemma for at in (turns.first - 1, turns.first, turns.last) if (noun := line.noun(at)))
        return turns if any(key(lemma) in line.words.turn for lemma in lemmas) else None

    def _whole(self, line: Line, turns: Figure) -> Figure | None:
        """The count or amount next before, of these turns: «88 هدفا في …», «420 كيلومترا على …»."""
        whole = next((figure for figure in reversed(line.figures) if figure.after <= turns.first), None)
        if whole is None or not whole.exact or whole.kind not in ("count", "money") or whole.unit is None:
            return None
        between = range(whole.after, turns.first)
        if len(between) > _FAR or any(line.tokens[at].kind == "punctuation" for at in between):
            return None
        led = line.key(whole.after) in line.words.where | line.words.when
        return whole if led and not any(line.key(at) in line.cues.each for at in between) else None
