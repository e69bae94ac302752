"""A change whose two figures do not stand before it: the old one behind it («بزيادة 17 في المئة عن موازنة 2022
البالغة 10.6 مليار»), or the new one in the sentence before («وكانت النفقات بلغت 10.6 مليار، أي بزيادة 17 في المئة»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.checks.arithmetic.mismatch import Mismatch, comparable, keys_of, last_digit
from workbench.checks.arithmetic.parts import is_people
from workbench.checks.arithmetic.sums import rounding
from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.sum_words import SumWords, Way

_FAR = 10  # words between a figure and what is said of it
_SUBJECT = 3  # words between «كانت» and what it is said of


@dataclass(frozen=True, slots=True)
class GrowthReader:
    words: SumWords

    def mismatches(self, line: Line, before: Line | None) -> Iterator[Mismatch]:
        """Growths of one sentence; ``before`` is the sentence before it."""
        shares = [figure for figure in line.figures if figure.kind == "share"]
        if not shares:
            yield from self._difference(line)
        if len(shares) != 1 or not shares[0].exact:
            return
        share = shares[0]
        way = self._way(line, share)
        if way is None:
            return
        yield from self._old_behind(line, share, way)
        if before is not None:
            yield from self._new_before(line, share, way, before)

    def _way(self, line: Line, share: Figure) -> Way | None:
        """Up or down, where a noun of change stands right before the share: «بزيادة نسبتها», «ارتفاعا بنسبة»."""
        for at in range(share.first - 1, max(-1, share.first - 4), -1):
            if line.tokens[at].kind == "punctuation":
                return None
            word = line.key(at)
            if word in line.words.more_by | line.words.less_by and line.key(at + 1).startswith("ب"):
                return "up" if word in line.words.more_by else "down"  # «أعلى بتسع درجات»
            if word in self.words.nouns_of_change or (word in self.words.ways and self._is_noun(line, at)):
                return self.words.ways[word]
        return None

    def _is_noun(self, line: Line, at: int) -> bool:
        entries = line.entries(at)
        return bool(entries) and entries[0].pos != "verb"

    # «بلغت 11.4 مليارا، بزيادة 17 في المئة عن موازنة 2022 البالغة 10.6 مليار»

    def _old_behind(self, line: Line, share: Figure, way: Way) -> Iterator[Mismatch]:
        others = [figure for figure in line.figures if figure.kind != "length"]
        if len(others) != 3 or others[1] is not share:
            return
        new, _, old = others
        if not self._is_based(line, new, share, old):
            return
        same = old.kind == new.kind and old.unit == new.unit is not None
        if not same and not (old.unit is None and old.kind == "count" and old.scale == new.scale > 1):
            return
        yield from self._grown(line, old, (new,), share, way, new.first, old.after)

    def _is_based(self, line: Line, new: Figure, said: Figure, old: Figure) -> bool:
        """Whether the figure behind a change is what it is reckoned from: «عن موازنة 2022 البالغة 10.6 مليار»."""
        last = said.last if line.key(said.last) in line.words.bases else said.after
        if line.key(last) not in line.words.bases or old.first - last > _FAR or said.first - new.after > _FAR:
            return False
        between = range(last + 1, old.first)
        if any(line.tokens[at].text in "،," for at in between):
            return False
        if not between or line.key(old.first - 1) == "(":
            return True
        hits = (self.words.cues["amounting"].at(line.tokens, at) for at in between[-2:])
        return any(hit is not None and hit.last == old.first for hit in hits)

    # «331 نائبا، أي بزيادة 53 صوتا عن الغالبية المطلوبة البالغة 288 صوتا»

    def _difference(self, line: Line) -> Iterator[Mismatch]:
        others = [figure for figure in line.figures if figure.kind != "length"]
        if len(others) != 3 or not all(figure.exact and figure.value > 0 for figure in others):
            return
        new, said, old = others
        way = self._way(line, said)
        if way is None or not self._is_based(line, new, said, old):
            return
        new, said, old = (figure.priced_like(other) for figure, other in ((new, old), (said, old), (old, new)))
        votes = said.unit == old.unit == "vote" and is_people(line, new)
        if not (votes or comparable(new, old)) or not comparable(said, old):
            return
        if {line.key(said.after - 1), line.key(said.after)} & line.words.times_over:
            return
        made = new.value - old.value if way == "up" else old.value - new.value
        if made > 0 and abs(made - said.value) > rounding((new, old), (said,)):
            yield Mismatch("difference", (new.value, old.value), said, made, new.first, old.after)

    # «وبلغت النفقات 11.4 مليار. وكانت بلغت 10.6 مليار في 2022، ما يعني زيادة بنسبة 17 في المئة.»

    def _new_before(self, line: Line, share: Figure, way: Way, before: Line) -> Iterator[Mismatch]:
        earlier = [figure for figure in line.figures if figure is not share]
        other_base = line.words.another_base | line.words.per_time
        if len(earlier) != 1 or earlier[0].last > share.first or line.key(share.last) in other_base:
            return
        old = earlier[0]
        between = keys_of(line, old.after, share.first)
        if share.first - old.after > _FAR or not {"اي", "يعني", "يمثل", "يعادل", "يشكل", "،"} & set(between):
            return
        named = self._subject(line, old)
        if named is None:
            return
        told = [
            figure for figure in before.figures
            if figure.kind in ("count", "money") and figure.exact and old.unit is not None and figure.unit == old.unit
        ]  # fmt: skip
        spots = [at for at in range(len(before.tokens)) if before.key(at).removeprefix("و") == named]
        if not told or not spots or before.key(spots[0] + 1).startswith("ال"):
            return
        if not any(0 <= figure.first - spots[0] <= _SUBJECT for figure in told):
            return
        yield from self._grown(line, old, told, share, way, old.first, share.last)

    def _subject(self, line: Line, old: Figure) -> str | None:
        """«وكانت النفقات … بلغت»: a definite noun with nothing that narrows it."""
        if line.key(0) not in line.words.was:
            return None
        noun = line.noun(1) if len(line.tokens) > 2 else None
        if noun is None or not noun.definite or line.key(2).startswith("ال") or old.first < 3:
            return None
        return line.key(1)

    def _grown(
        self, line: Line, old: Figure, told: Sequence[Figure], share: Figure, way: Way, first: int, last: int
    ) -> Iterator[Mismatch]:
        """A growth that none of the new figures makes, though the first of them did grow as it says."""
        new = told[0]
        if not (new.exact and old.exact) or old.value <= 0 or new.kind == "share" or not comparable(old, new):
            return
        if (new.value > old.value) is not (way == "up") or new.value == old.value:
            return
        if any(self._makes(old, figure, share) for figure in told):
            return
        made = 100 * abs(new.value - old.value) / old.value
        yield Mismatch("growth", (old.value, new.value), share, made, first, last)

    def _makes(self, old: Figure, new: Figure, share: Figure) -> bool:
        half_new, half_old = last_digit(new) / 2, last_digit(old) / 2
        made = [
            100 * abs(new.value + up * half_new - old.value - back * half_old) / (old.value + back * half_old)
            for up in (-1, 1) for back in (-1, 1)
        ]  # fmt: skip
        slack = max(1.01, 0.03 * max(made))
        return min(made) - slack <= share.value <= max(made) + slack
