"""Shares of a count told before them whose whole is named again («36 …، أي 9 في المئة من مجموع الإصابات»), is said by
«منهم», or is that of an illness («بمعدل إماتة 9 في المئة»)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.arithmetic.mismatch import Mismatch, keys_of
from workbench.checks.arithmetic.parts import PartReader
from workbench.checks.arithmetic.shares import held
from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.sum_words import SumCue, SumWords

_FAR = 14  # words between the whole and the part, the part and its share
_LEAD = 6  # words of «، ما يعني أن معدل الوفيات بلغ»
_NEAR = 3  # words between «توفي» and how many
_OPENS = frozenset(("،", ",", "(", "-", "–"))


@dataclass(frozen=True, slots=True)
class RateReader:
    """Reads the only percentage of a sentence behind a whole and its parts."""

    words: SumWords
    parts: PartReader

    def mismatches(self, line: Line) -> Iterator[Mismatch]:
        shares = [figure for figure in line.figures if figure.kind == "share"]
        if len(shares) != 1:
            return
        share = shares[0]
        counts = [figure for figure in line.figures if figure.kind == "count" and figure.last <= share.first]
        if len(counts) < 2 or not all(figure.exact and figure.value > 0 for figure in counts):
            return
        whole, *some = counts
        some = [part.scaled_like(whole) if part.value < whole.value / whole.scale else part for part in some]
        part = some[-1]
        if share.first - part.after > _FAR or part.first - whole.after > _FAR or part.value >= whole.value:
            return
        if self._of_whole_again(line, whole, share):
            fits = self._led(line, "share", part.after, share.first) and self._linked(line, whole, part, share)
        elif line.key(share.last) == "من":
            fits = False  # of something else
        elif self._is_deadly(line, part, share):
            fits = len(some) == 1 and self._counts_the_ill(line, whole) and self._dies(line, part)
        else:
            fits = len(some) == 1 and self._among(line, whole, part) and self._plainly(line, part, share)
        if not fits:
            return
        found = [list(held(one, whole, share, whole.first, share.last)) for one in some]
        if all(found):
            yield from found[-1]

    # «أي 9 في المئة من مجموع الإصابات»

    def _of_whole_again(self, line: Line, whole: Figure, share: Figure) -> bool:
        """Whether the things of the whole are named again behind the share, and nothing more is said of them."""
        if line.key(share.last) != "من" or whole.unit is None:
            return False
        at = share.last + 1
        if self.words.cues["all-of"].at(line.tokens, at) is not None:
            at += 1
        noun = line.noun(at) if at < len(line.tokens) else None
        if noun is None or noun.concept != whole.unit or not noun.definite or noun.number != "plural" or noun.enclitic:
            return False
        counted = line.noun(whole.after - 1)
        if counted is not None and counted.concept == noun.concept and counted.lemma != noun.lemma:
            return False  # «9 ملايين ناخب … من المقترعين»
        return at + 1 >= len(line.tokens) or line.tokens[at + 1].kind == "punctuation"

    def _linked(self, line: Line, whole: Figure, part: Figure, share: Figure) -> bool:
        """Whether the part is plainly some of the whole: «منهم», «من أصحابها», or no place told since the whole."""
        if self._among(line, whole, part):
            return True
        pronoun = any(
            line.key(at) == "من" and line.key(at + 1).endswith(("ها", "هم")) for at in range(whole.after, part.first)
        )
        return pronoun or not any(whole.after <= first < share.first for _, first, _ in line.places)

    # «شارك 300 منهم في الإضراب، أي 40 في المئة»

    def _among(self, line: Line, whole: Figure, part: Figure) -> bool:
        """«300 منهم», «نجح منهم 300»: the whole is the only count they can be of."""
        among = self.parts.cues.among
        return whole.unit is not None and (
            line.key(part.after) in among or line.key(part.last) in among or line.key(part.first - 1) in among
        )

    def _plainly(self, line: Line, part: Figure, share: Figure) -> bool:
        """Whether the share opens a clause of its own that says of nothing else what it is of."""
        for at in range(max(part.after, share.first - _LEAD), share.first):
            if line.tokens[at].text in _OPENS:
                between = keys_of(line, at + 1, share.first)
                if any(key in self.words.ways or key.startswith("و") for key in between) or not self._ends(line, share):
                    return False
                hits = (self.words.cues["share"].at(line.tokens, n) for n in range(at + 1, share.first))
                behind = [set(keys_of(line, hit.last, share.first)) for hit in hits if hit is not None]
                return not between or any(words <= line.cues.approximate for words in behind)
        return False

    def _ends(self, line: Line, share: Figure) -> bool:
        """Whether the clause ends with the share: «بنسبة 90 في المئة للبنات» is of other people."""
        if share.last >= len(line.tokens) or line.tokens[share.last].kind == "punctuation":
            return True
        return line.key(share.last) in self.parts.cues.among

    # «900 إصابة و36 وفاة، بمعدل إماتة 9 في المئة»

    def _is_deadly(self, line: Line, part: Figure, share: Figure) -> bool:
        """Whether the share is the rate of deaths, told in one breath with them."""
        for at in range(max(part.after, share.first - _LEAD), share.first):
            hit = self.words.cues["deadly"].at(line.tokens, at)
            if hit is None or set(keys_of(line, hit.last, share.first)) - line.words.figured:
                continue
            led = set(keys_of(line, part.after, at))
            return line.key(at).startswith("ب") or bool(led & {"اي", "يعني", "("})
        return False

    def _counts_the_ill(self, line: Line, whole: Figure) -> bool:
        ends = (whole.after - 1, whole.first - 1)
        return any(at >= 0 and self.words.cues["ill"].at(line.tokens, at) is not None for at in ends)

    def _dies(self, line: Line, part: Figure) -> bool:
        """«توفي منهم 36», «36 وفاة», «والوفيات 36»."""
        near = range(max(0, part.first - _NEAR), min(len(line.tokens), part.after + 1))
        states = {
            state for at in near for entry in line.entries(at)[:1] for _, state in self.parts.casualties.of(entry.lemma)
        }
        return "killed" in states

    def _led(self, line: Line, cue: SumCue, first: int, last: int) -> bool:
        """Whether a cue between the two tokens leads to ``last``."""
        hits = (self.words.cues[cue].at(line.tokens, at) for at in range(first, last))
        return any(hit is not None and last - hit.last in (0, 1) for hit in hits)
