"""Parts each told with a verb or an object of its own, of which nobody has two: «12400 متطوع، تلقى 6300 منهم اللقاح
و6200 منهم لقاحا وهميا», «تقدم 500 طالب، نجح 320 منهم ورسب 220»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from workbench.checks.arithmetic.sums import Miscount, rounding
from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.claim_cues import ClaimCues
from workbench.knowledge.words.sum_words import SumWords

# Partitions of lots.
_FATES = frozenset(("trial", "exam", "survival", "verdict", "reply", "extent", "presence", "price", "care"))
_JUDGED = frozenset(("exam", "verdict", "reply"))
_FAR = 6  # words between the whole and the first part, and between two parts
_SAID = 3  # words before a part that may be its verb and subject


@dataclass(frozen=True, slots=True)
class FateReader:
    words: SumWords
    cues: ClaimCues

    def miscounts(self, line: Line) -> Iterator[Miscount]:
        """Wholes that are fewer than those who, each in one way only, fared so or so."""
        if line.dates:
            return  # who failed in June may pass in July
        for whole, one in zip(line.figures, line.figures[1:], strict=False):
            of_them = self._is_of_them(line, one) or self._is_shared(line, whole)
            if not self._is_whole(line, whole) or not of_them or one.first - whole.after > _FAR:
                continue
            parts = self._parts(line, whole, one)
            told = [self._told(line, part, parts) for part in parts]
            if len(parts) < 2 or any(rows is None for rows in told):
                continue
            fates = [rows for rows in told if rows is not None]
            if not all(_apart(mine, theirs) for mine, theirs in combinations(fates, 2)):
                continue
            if sum(part.value for part in parts) > whole.value + rounding(parts, [whole]):
                yield Miscount(whole, tuple(parts), whole.first, parts[-1].after)

    def _is_whole(self, line: Line, whole: Figure) -> bool:
        """A count that goes on behind a comma: «12400 متطوع، تلقى …»."""
        if not whole.exact or whole.kind != "count" or whole.unit is None or self._is_of_them(line, whole):
            return False
        return any(line.tokens[at].text in "،,:" for at in range(whole.after, min(whole.after + 3, len(line.tokens))))

    def _is_shared(self, line: Line, whole: Figure) -> bool:
        """«ومن بين الجرحى الـ21، غادر 13 المستشفى»."""
        return any(
            line.key(at) == "بين" and line.key(at - 1).removeprefix("و") == "من"
            for at in range(max(1, whole.first - 3), whole.first)
        )

    def _is_of_them(self, line: Line, part: Figure) -> bool:
        """«6300 منهم»; «نجح منهم 320»."""
        there = (line.key(part.last), line.key(part.first - 1))
        return any(word in self.cues.among and word.startswith("من") for word in there)

    def _parts(self, line: Line, whole: Figure, one: Figure) -> list[Figure]:
        """The first part and those that go on behind it."""
        parts = [one]
        for figure in line.figures:
            if figure.first <= one.first:
                continue
            if figure.first - parts[-1].after > _FAR + 2 or figure.kind != "count":
                break
            parts.append(figure)
        fit = all(
            part.exact and part.value < whole.value
            and (part.unit in (None, whole.unit) or bool(self._rows(line.key(part.last))))  # «380 دواء وهميا»
            for part in parts
        )  # fmt: skip
        return parts if fit and not (self._is_judged(line, parts) and self._has_object(line, parts[-1])) else []

    def _is_judged(self, line: Line, parts: list[Figure]) -> bool:
        """Whether the parts are told by an answer or a verdict, which may be of two different things."""
        words = range(max(0, parts[0].first - _SAID), parts[-1].first)
        return any(row[0] in _JUDGED for at in words for row in self._rows(line.key(at)))

    def _has_object(self, line: Line, part: Figure) -> bool:
        """«ورفض 400 تقليص الساعات»."""
        at = part.after + (line.key(part.after) in self.cues.among)
        return at < len(line.tokens) and line.tokens[at].kind == "word"

    def _told(self, line: Line, part: Figure, parts: list[Figure]) -> frozenset[tuple[str, int]] | None:
        """The lots named around a part; None where more is said of it than that: «رسب 220 في العربية»."""
        before = max((p.after for p in parts if p.last <= part.first), default=0)
        following = min((p.first for p in parts if p.first > part.first), default=len(line.tokens))
        begin = next(
            (at for at in range(part.first - 1, max(before, part.first - _SAID) - 1, -1)
             if line.tokens[at].kind == "punctuation" or line.key(at).startswith("و")),
            max(before, part.first - _SAID),
        )  # fmt: skip
        end = next(
            (at for at in range(part.last, following)
             if line.tokens[at].kind == "punctuation" or (at > part.last and line.key(at).startswith("و")
                                                          and not self._rows(line.key(at)))),
            following,
        )  # fmt: skip
        at = part.last + (line.key(part.last) in self.cues.among)
        if at < end and (line.key(at) in ("في", "من", "بلا", "دون") or line.key(at).startswith("ب")):
            return None
        keys = [line.key(n) for n in range(begin, end) if not part.first <= n < part.last]
        keys = [key for key in keys if key not in self.cues.among]
        return frozenset(row for key in keys for row in self._rows(key))

    def _rows(self, word: str) -> frozenset[tuple[str, int]]:
        bare = word if word in self.words.kinds else word.removeprefix("و")
        return frozenset(row for row in self.words.kinds.get(bare, ()) if row[0] in _FATES)


def _apart(mine: frozenset[tuple[str, int]], theirs: frozenset[tuple[str, int]]) -> bool:
    """Whether each has a lot that the other has not, of one partition: a sham vaccine is called a vaccine too."""
    return any(
        one[0] == other[0] and one != other and (one not in theirs or other not in mine)
        for one in mine for other in theirs
    )  # fmt: skip
