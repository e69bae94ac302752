"""Where those told of before came from: «وفقد 30 آخرون. … المفقودين هم 17 من سكان بلدة روشان، وتسعة من قرية
بارتانغ، وستة من ناحية شغنان»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.checks.arithmetic.parts import PERSON_KINDS, PartList, PartReader, is_people
from workbench.checks.arithmetic.sums import Miscount
from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.sum_words import SumWords

_NAMED = 3  # words between «الضحايا» and «هم»
_NEAR = 4  # words between «مقتل», «في عداد المفقودين» and their figure


@dataclass(frozen=True, slots=True)
class NamedPartReader:
    words: SumWords
    parts: PartReader

    def miscounts(self, lines: Sequence[Line]) -> Iterator[tuple[int, int, Miscount]]:
        """Lists of people named by what became of them that come to more than the one number of such people in the
        article: the sentence of the list, that of the number, the parts."""
        for number, line in enumerate(lines):
            for at in range(1, len(line.tokens)):
                hit = self.words.cues["exactly"].at(line.tokens, at)
                if hit is None or not line.key(at).startswith("ه"):
                    continue
                state = self._state_of(line, at)
                found = self.parts.list_at(line, hit.last)
                if state is None or len(found.parts) < 2 or not all(self._is_part(line, of) for of in found.parts):
                    continue
                told = list(self._told(lines, number, found, state))
                made = sum(part.value for part in found.parts)
                if len({whole.value for _, whole in told}) != 1 or max(p.value for p in found.parts) > told[0][1].value:
                    continue
                where, whole = told[-1]
                if any(self._grows(lines[n]) for n in range(min(where, number), number + 1)):
                    continue
                if made > whole.value and whole.exact:
                    yield number, where, Miscount(whole, found.parts, found.parts[0].first, found.parts[-1].after, True)

    def _grows(self, line: Line) -> bool:
        """«ارتفعت الحصيلة»: a number told before may be overtaken."""
        return any(line.key(at) in self.words.ways for at in range(len(line.tokens)))

    def _is_part(self, line: Line, part: Figure) -> bool:
        """«تسعة من قرية بارتانغ»; what kinds of people they are, «15 مدنيا و6 جنود», groups of people tell."""
        return part.exact and part.kind == "count" and line.key(part.last) == "من"

    def _state_of(self, line: Line, at: int) -> str | None:
        """What became of the people that «هم» at ``at`` speaks of, named by a plural with the article before it."""
        for before in range(at - 1, max(-1, at - 1 - _NAMED), -1):
            noun = line.noun(before)
            if noun is not None:
                plain = noun.definite and noun.number == "plural" and noun.kind in PERSON_KINDS
                return self._state(line, before) if plain else None
        return None

    def _state(self, line: Line, at: int) -> str | None:
        states = {
            state for entry in line.entries(at)
            for name in (entry.lemma, entry.concept or "") for _, state in self.parts.casualties.of(name)
        }  # fmt: skip
        return states.pop() if len(states) == 1 else None

    def _told(self, lines: Sequence[Line], number: int, found: PartList, state: str) -> Iterator[tuple[int, Figure]]:
        """Every number of people of that state in the article, but for the parts themselves; victims may be hurt."""
        parts = {part.first for part in found.parts}
        for where, line in enumerate(lines):
            for figure in line.figures:
                if figure.kind != "count" or (where == number and figure.first in parts):
                    continue
                if figure.unit is None or is_people(line, figure):
                    own = self._state_at(line, figure)
                    if own == state or (state == "casualty" and own in ("killed", "injured")):
                        yield where, figure

    def _state_at(self, line: Line, figure: Figure) -> str | None:
        """What became of the people a figure counts, by its noun, the words before it, or those behind."""
        last = max((f.after for f in line.figures if f.last <= figure.first), default=0)
        following = min((f.first for f in line.figures if f.first >= figure.after), default=len(line.tokens))
        before = range(figure.first - 1, max(last, figure.first - _NEAR) - 1, -1)
        behind = range(figure.after, min(following, figure.after + _NEAR))
        for at in (*range(figure.last, figure.after), *before, *behind):
            state = self._state(line, at)
            if state is not None:
                return state
        return None
