"""Amounts told with what they are in the books: «بلغت صادرات البلاد 12 مليار دولار», «موازنة بقيمة 480 مليون»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.sum_words import SumWords

_FAR = 8  # words between a name and its amount
_ENDS = ("ها", "هم", "ه", "ا")  # pronouns; «عجزا»


@dataclass(frozen=True, slots=True)
class NamedAmount:
    """``name``: what the books call it («budget», «exports»); ``of``: the words that narrow it («الصادرات النفطية»);
    ``when``: words of a date between the two; token ``at`` is the name."""

    name: str
    of: tuple[str, ...]
    at: int
    figure: Figure
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A name without its amount, as above."""

    name: str
    of: tuple[str, ...]
    at: int
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AmountReader:
    words: SumWords

    def amounts(self, line: Line) -> Iterator[NamedAmount]:
        """The named amounts of a sentence, in order."""
        for figure in line.figures:
            if figure.kind != "money" and not (figure.kind == "count" and figure.unit is None and figure.scale > 1):
                continue
            name = self.name_at(line, figure.first)
            if name is None or self._is_change(line, name, figure.first):
                continue
            if _is_valued(line, name, figure.first):
                yield NamedAmount(name.name, name.of, name.at, figure, name.when)

    def name_at(self, line: Line, last: int) -> Name | None:
        """The name in the books that stands nearest before token ``last``, nothing between but what describes it."""
        of: list[str] = []
        for at in range(last - 1, max(-1, last - 1 - _FAR), -1):
            word = line.key(at)
            if line.tokens[at].kind == "punctuation" or (line.figure_at(at) is not None and at not in line.dated):
                return None
            name = self.name_of(line, at)
            if name is not None:
                head = self._head(line, at)
                if head is None:
                    return None
                name, first = head
                own = [line.key(n) for n in range(first + 1, at + 1)]
                narrowed = tuple(w for w in (*own, *reversed(of)) if w not in line.words.neutral)
                when = tuple(line.key(n) for n in range(first + 1, last) if n in line.dated)
                return Name(name, narrowed, first, when)
            if at not in line.dated and word not in line.words.valued_at and word not in line.cues.approximate:
                of.append(word)
        return None

    def _is_change(self, line: Line, name: Name, first: int) -> bool:
        """«ارتفعت الصادرات 20 مليون دولار»: by so much, where «إلى» would say how much they are now."""
        near = range(max(0, name.at - 3), first)
        return line.key(first - 1) != "الي" and any(line.key(at) in self.words.ways for at in near)

    def _head(self, line: Line, at: int) -> tuple[str, int] | None:
        """The name at the head of «عجز الموازنة», «مجموع نفقات الموازنة»; None for «زيادة الصادرات»."""
        found = self.name_of(line, at), at
        while at > 0:
            before = line.noun(at - 1)
            if before is None or before.definite or before.enclitic or line.entries(at - 1)[0].pos == "verb":
                break
            noun = line.noun(at)
            if (noun.proclitics if noun is not None else line.key(at)[:1]) not in ("", "ال", "ا"):
                break
            at -= 1
            if line.key(at).removeprefix("و") in line.words.the_whole | line.words.neutral:
                if line.key(at).startswith("و"):
                    break
                continue
            name = self.name_of(line, at)
            if name is None:
                return None
            found = name, at
        name, at = found
        return (name, at) if name is not None else None

    def name_of(self, line: Line, at: int) -> str | None:
        """What the books call the word at ``at``, whatever is attached to it."""
        word = line.key(at)
        for front in ("", "و", "ل", "ب", "ال", "وال", "بال", "ولل", "لل", "وب", "ول"):
            if not word.startswith(front):
                continue
            bare = word.removeprefix(front)
            for form in (bare, *(bare.removesuffix(end) for end in _ENDS if bare.endswith(end))):
                if form in self.words.books:
                    return self.words.books[form]
        return None



def _is_valued(line: Line, name: Name, first: int) -> bool:
    """Whether the amount is that of the name: right behind it, «بقيمة» between, or behind «بلغت» and the name."""
    between = range(name.at + 1, first)
    if not between or any(line.key(at) in line.words.valued_at for at in between):
        return True
    return any(line.key(at).removeprefix("و") in line.words.valued_at for at in range(max(0, name.at - 2), name.at))
