"""A share of a whole that an earlier sentence of the paragraph gives: «وشملت التجربة 12400 متطوع. … وعانى 620 متطوعا،
أي 15 في المئة من المجموع»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.checks.arithmetic.mismatch import Mismatch, keys_of
from workbench.checks.arithmetic.shares import held
from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.sum_words import SumWords
from workbench.mentions.reading import ArticleReading

_NEAR = 4  # words between a part and its share: «، أي ما نسبته»


@dataclass(frozen=True, slots=True)
class ToldShareReader:
    words: SumWords

    def mismatches(self, reading: ArticleReading, lines: Sequence[Line]) -> Iterator[tuple[int, Mismatch]]:
        """The shares of an article, each with the number of its sentence, that the only greater count of the same
        things in it does not bear out; ``lines`` are those of its sentences."""
        found = [
            (number, part, share) for number, line in enumerate(lines) for part, share in self._shares(line)
        ]
        if not found:
            return
        paragraphs = [sentence.paragraph for sentence in reading.article.sentences]
        for number, part, share in found:
            greater = [
                (at, figure)
                for at, line in enumerate(lines)
                for figure in line.figures
                if figure.kind == "count" and figure.unit == part.unit and figure.high > part.value
            ]
            here = [whole for at, whole in greater if at < number and paragraphs[at] == paragraphs[number]]
            if not here or len({(whole.low, whole.high) for _, whole in greater}) > 1 or not here[0].exact:
                continue
            for mismatch in held(part, here[0], share, part.first, share.last):
                yield number, mismatch

    def _shares(self, line: Line) -> Iterator[tuple[Figure, Figure]]:
        """«620 متطوعا، أي 15 في المئة من المجموع»: a count and its share of the whole, no greater count of the same
        things in the sentence."""
        for part, share in zip(line.figures, line.figures[1:], strict=False):
            if share.kind != "share" or part.kind != "count" or part.unit is None or not part.exact:
                continue
            between = keys_of(line, part.after, share.first)
            led = "اي" in between or between == ["("]
            if not led or len(between) > _NEAR or not self._of_the_whole(line, part, share.last):
                continue
            if all(figure is part or figure.kind != "count" or figure.high <= part.value for figure in line.figures):
                yield part, share

    def _of_the_whole(self, line: Line, part: Figure, at: int) -> bool:
        """«من المجموع», «من مجموعهم», «من إجمالي المتطوعين»: of those told of before."""
        if line.key(at) != "من":
            return False
        word = line.key(at + 1)
        if word in line.words.altogether:
            return True
        noun = line.noun(at + 2) if at + 2 < len(line.tokens) else None
        again = noun is not None and noun.definite and noun.concept == part.unit
        ends = at + 3 >= len(line.tokens) or line.tokens[at + 3].kind == "punctuation"
        return word in line.words.the_whole and again and ends
