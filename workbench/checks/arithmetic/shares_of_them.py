"""Shares of those just counted, told as a fraction and in full: «400 شخص، ربعهم أي 150», «25 في المئة منهم (150)»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.checks.arithmetic.mismatch import Mismatch, keys_of
from workbench.checks.arithmetic.parts import PartReader, is_people
from workbench.checks.arithmetic.shares import LOOSE_FRACTION, held
from workbench.checks.figures import Figure, Line, is_hedged

_PEOPLE = ("هم", "هن")
_THINGS = "ها"
_NEAR = 4  # tokens between a whole and «ربعهم»: a comma, «في المدينة»
_HEDGED = 4.0  # points more where «نحو» is said
_MEANS = (["اي"], ["("], ["،", "اي"], [",", "اي"])  # between a share and what it comes to


@dataclass(frozen=True, slots=True)
class ShareOfThemReader:
    parts: PartReader

    def mismatches(self, line: Line) -> Iterator[Mismatch]:
        """Shares of the only count before them that are not what the text says they come to."""
        for whole in line.figures[:1]:
            if whole.kind != "count" or not whole.exact or whole.unit is None or whole.value < 2:
                continue
            for at in range(whole.after, min(whole.after + _NEAR + 1, len(line.tokens))):
                share, pronoun, slack = self._share(line, at)
                if share is None or not self._meant(line, whole, share.first, pronoun):
                    continue
                said = self._told_in_full(line, whole, share)
                if said is not None:
                    yield from held(said, whole, share, whole.first, said.after, slack)
                return

    def _share(self, line: Line, at: int) -> tuple[Figure | None, str, float | None]:
        """The share at token ``at``, ending with its pronoun; that pronoun; by how many points it may be out."""
        figure = line.figure_at(at)
        if figure is not None:
            pronoun = line.key(figure.last)
            if pronoun not in self.parts.cues.among or not (figure.kind == "share" or 0 < figure.low < 1):
                return None, "", None
            if figure.kind == "share":
                return replace(figure, last=figure.last + 1), pronoun, None
            return self._as_share(figure.first, figure.last + 1, figure.low, figure.approximate), pronoun, (
                LOOSE_FRACTION + (_HEDGED if figure.approximate else 0)
            )
        word = line.key(at)
        stem = word[:-2]
        if not word.endswith((*_PEOPLE, _THINGS)):
            return None, "", None
        readings = {reading.role: reading.value for reading in line.numerals.get(stem) if not reading.particles}
        hedged = is_hedged(line.tokens[max(0, at - 2) : at], line.cues.approximate)
        value, first = readings.get("part", 0.0), at
        if "twoparts" in readings:  # «ثلثاهم»
            value = 2 * readings["twoparts"]
        elif "parts" in readings:  # «ثلاثة أرباعهم»
            times = [of.value for of in line.numerals.get(line.key(at - 1)) if of.role == "unit" and not of.particles]
            value, first = (times[0] * readings["parts"] if times else 0.0), at - 1
        if not 0 < value < 1:
            return None, "", None
        return self._as_share(first, at + 1, value, hedged), word, LOOSE_FRACTION + (_HEDGED if hedged else 0)

    def _as_share(self, first: int, last: int, value: float, approximate: bool) -> Figure:
        return Figure(first, last, last, 100 * value, 100 * value, approximate, "share", None)

    def _meant(self, line: Line, whole: Figure, at: int, pronoun: str) -> bool:
        """Whether a pronoun can only mean those just counted: no other plural and no new statement between."""
        people = is_people(line, whole)
        if people is not pronoun.endswith(_PEOPLE) or not any(
            line.tokens[n].text in "،,(" for n in range(whole.after, at)
        ):
            return False
        for n in range(whole.after, at):
            noun, entries = line.noun(n), line.entries(n)
            if (noun is not None and noun.number != "singular") or (entries and entries[0].pos == "verb"):
                return False
            if not people and noun is not None and noun.gender == "f":
                return False  # «20 مصنعا في المدينة، ربعها»
        return True

    def _told_in_full(self, line: Line, whole: Figure, share: Figure) -> Figure | None:
        said = next((figure for figure in line.figures if figure.first >= share.last), None)
        if said is None or said.kind != "count" or not said.exact or not 0 < said.value < whole.value:
            return None
        if keys_of(line, share.last, said.first) not in _MEANS:
            return None
        alike = said.unit in (None, whole.unit) or (is_people(line, whole) and is_people(line, said))
        return said if alike else None
