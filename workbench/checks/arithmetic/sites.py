"""Parts told by where each is: «وُزع المصابون السبعة والعشرون على مستشفيين: 16 في … و13 في …». As many parts as there
are places leave nobody out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.checks.arithmetic.parts import PartReader, fitted, is_people
from workbench.checks.arithmetic.sums import Miscount, rounding
from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.sum_words import SumWords

_MOST_SITES = 8
_FAR = 8  # words between the whole and the number of places
_OWN = 4  # words that may describe the places: «ثلاثة مستشفيات حكومية في المدينة»
_KINDS = frozenset(("building", "place", "organisation", "vehicle", "nature"))


@dataclass(frozen=True, slots=True)
class SiteReader:
    words: SumWords
    parts: PartReader

    def miscounts(self, line: Line) -> Iterator[Miscount]:
        """Wholes shared out among a number of places, each of which is told with its part, that these do not make."""
        for sites in line.figures:
            if not self._are_sites(line, sites):
                continue
            mark = self._mark(line, sites)
            whole = self._whole(line, sites)
            if mark is None or whole is None:
                continue
            found = self.parts.list_at(line, mark + 1)
            parts = tuple(part for of in found.parts if (part := fitted(line, whole, of)) is not None and part.exact)
            if len(parts) != sites.value or len(found.parts) != len(parts) or not self._placed_apart(line, parts):
                continue
            if any(part.unit not in (None, whole.unit) and not is_people(line, part) for part in parts):
                continue  # «6 مراكز في مدينتين: 20 سريرا في …»
            made, slack = sum(part.value for part in parts), rounding(parts, [whole])
            if made > whole.value + slack or (made < whole.value - slack and not self._leaves_out(line, mark)):
                yield Miscount(whole, parts, whole.first, parts[-1].after)

    def _are_sites(self, line: Line, figure: Figure) -> bool:
        """«على ثلاثة مستشفيات», «بين قريتين»."""
        if figure.kind != "count" or not figure.exact or not 2 <= figure.value <= _MOST_SITES:
            return False
        noun = line.noun(figure.first if figure.after == figure.first + 1 else figure.after - 1)
        if noun is None or noun.kind not in _KINDS:
            return False
        aboard = line.key(figure.first - 2) in line.words.where and line.noun(figure.first - 1) is not None
        led = line.key(figure.first - 1) in line.words.where or "ب" in noun.proclitics or "ل" in noun.proclitics
        return aboard or led or line.key(figure.first).startswith(("ب", "ل"))

    def _mark(self, line: Line, sites: Figure) -> int | None:
        """The sign behind the places at which the list begins."""
        for at in range(sites.after, min(sites.after + _OWN + 1, len(line.tokens))):
            if line.tokens[at].text in (":", "،", ",", "(", "-", "–"):
                return at
            entries = line.entries(at)
            if line.figure_at(at) is not None or (entries and entries[0].pos == "verb"):
                return None
        return None

    def _whole(self, line: Line, sites: Figure) -> Figure | None:
        """The figure next before the places, none of another's."""
        whole = next((f for f in reversed(line.figures) if f.after <= sites.first), None)
        if whole is None or not whole.exact or whole.kind not in ("count", "money") or whole.value <= sites.value:
            return None
        counted = whole.unit is not None or whole.kind == "money" or line.key(whole.first - 1) in line.words.numbering
        if sites.first - whole.after > _FAR or not counted:
            return None
        between = range(whole.after, sites.first)
        stop = any(line.tokens[at].text in ".؛;:()" or self._is_of_each(line, line.key(at)) for at in between)
        noun = line.noun(whole.after - 1) if whole.after > whole.last or whole.last == whole.first + 1 else None
        return None if stop or (noun is not None and noun.kind in ("time", "measure")) else whole

    def _placed_apart(self, line: Line, parts: Sequence[Figure]) -> bool:
        """Whether every part is told with a place of its own, and none is a rate or some of another."""
        tails = [self.parts.tail_of(line, part) for part in parts]
        if len(set(tails)) < len(tails) or any(
            self._is_of_each(line, word) for tail in tails for word in tail.split()
        ):
            return False
        if len({is_people(line, part) for part in parts if part.unit is not None}) > 1:
            return False
        return all(tail.startswith(("ل", "ب")) or tail.partition(" ")[0] in line.words.where for tail in tails)

    def _is_of_each(self, line: Line, word: str) -> bool:
        """Whether a word makes the figure beside it a rate or some of another."""
        return word in line.words.per_time or word in line.cues.each or word in line.cues.among

    def _leaves_out(self, line: Line, first: int) -> bool:
        return any(self.words.cues["rest"].at(line.tokens, at) for at in range(first, len(line.tokens)))
