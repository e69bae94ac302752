"""Shares whose whole is named again behind them, and is told somewhere before: «وشملت التجربة 12400 متطوع. … وعانى 620
متطوعا، أي 15 في المئة من المجموع», «تستحوذ الطرق وحصتها 140 مليونا على 35 في المئة من الموازنة»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.checks.arithmetic.mismatch import Mismatch, keys_of
from workbench.checks.arithmetic.named_amounts import AmountReader, NamedAmount
from workbench.checks.arithmetic.parts import PERSON_KINDS, PartReader
from workbench.checks.arithmetic.shares import held
from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.sum_words import SumWords
from workbench.mentions.reading import ArticleReading

_NEAR = 4  # words between a part and its share: «، أي ما نسبته»
_LEAD = 7  # words between «تستحوذ» and «وحصتها», «عدد النساء» and «بين المقترعين»
_CAST = 8  # words between voters and «أدلوا بأصواتهم»
_EARLIER = 4  # words between a whole and «العام الماضي»


@dataclass(frozen=True, slots=True)
class _Whole:
    """What a share is said to be of: all that was told of («all»), people or things («unit»), a sum in the books
    («book»), with the identifier of these, or the ``figure`` behind it («given»).
    ``every``: «من إجمالي المتطوعين»."""

    kind: Literal["all", "unit", "book", "given"]
    id: str = ""
    figure: Figure | None = None
    every: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    part: Figure
    share: Figure
    whole: _Whole


@dataclass(frozen=True, slots=True)
class ToldShareReader:
    words: SumWords
    parts: PartReader
    amounts: AmountReader

    def mismatches(self, reading: ArticleReading, lines: Sequence[Line]) -> Iterator[tuple[int, Mismatch]]:
        """The shares of an article, each with the number of its sentence, that no whole they can be of bears out;
        ``lines`` are those of its sentences."""
        paragraphs = [sentence.paragraph for sentence in reading.article.sentences]
        for number, line in enumerate(lines):
            for told in self._shares(line):
                if told.whole.figure is not None:
                    wholes = [told.whole.figure] if told.whole.figure.value > told.part.value else []
                elif told.whole.kind == "book":
                    wholes = self._in_the_books(told, lines[: number + 1])
                else:
                    wholes = self._counted(told, lines, number, paragraphs)
                if not wholes:
                    continue
                found = [list(held(told.part, whole, told.share, told.part.first, told.share.last)) for whole in wholes]
                if all(found):
                    yield number, found[-1][0]

    # the whole

    def _in_the_books(self, told: _Told, lines: Sequence[Line]) -> list[Figure]:
        """Every sum of that name: the nearest comes last."""
        wholes = []
        for line in lines:
            for amount in self.amounts.amounts(line):
                whole = amount.figure.priced_like(told.part)
                if amount.name != told.whole.id or not self._is_all(line, amount) or not whole.exact:
                    continue
                part = told.part.priced_like(whole)
                if (part.kind, part.unit) == (whole.kind, whole.unit) and part.value < whole.value:
                    if self._of_another_time(line, whole, line is lines[-1]):
                        return []
                    wholes.append(whole)
        return wholes

    def _is_all(self, line: Line, amount: NamedAmount) -> bool:
        """Whether nothing narrows a sum but whose it is: «ميزانية الوزارة», not «صادرات القمح»."""
        nouns = [line.noun(at) for at in range(amount.at + 1, amount.figure.first) if line.key(at) in amount.of]
        return all(noun is not None and noun.kind in ("organisation", "place") for noun in nouns)

    def _of_another_time(self, line: Line, whole: Figure, here: bool) -> bool:
        """«600 مليون دولار العام الماضي», «800 مليون في الربع الأول»; ``here``: in the share's own sentence."""
        behind = range(whole.after, min(whole.after + _EARLIER, len(line.tokens)))
        if not here and any(at in line.dated or line.key(at) in line.words.span_of_time for at in behind[:2]):
            return True
        return any(self.words.cues["earlier"].at(line.tokens, at) is not None for at in behind)

    def _counted(self, told: _Told, lines: Sequence[Line], number: int, paragraphs: Sequence[int]) -> list[Figure]:
        """The only greater count of the same in the article, where it stands before in the paragraph or in the sentence
        before."""
        unit = told.whole.id or told.part.unit
        elsewhere = told.whole.kind == "unit" and self._names_a_place(lines[number], told.share)
        greater = [
            (at, figure)
            for at, line in enumerate(lines)
            for figure in line.figures
            if figure.kind == "count" and figure.high > told.part.value and unit in self._units(line, figure)
        ]
        here = [
            whole for at, whole in greater
            if (at == number and whole.last <= told.part.first)
            or (at < number and not elsewhere and (at == number - 1 or paragraphs[at] == paragraphs[number]))
        ]  # fmt: skip
        if any(self._has_parts_of_its_own(lines[at], whole) for at, whole in greater):
            return []
        if told.whole.kind == "unit" and not all(self._is_plain(told, lines, at, number, of) for at, of in greater):
            return []
        if not here or len({(whole.low, whole.high) for _, whole in greater}) > 1 or not here[0].exact:
            return []
        return here[:1]

    def _is_plain(self, told: _Told, lines: Sequence[Line], at: int, number: int, whole: Figure) -> bool:
        """Whether a count can only be that of the people named behind the share: told of in one sentence with it, or
        by «عدد المشاركين»; voters are those who voted, or those who may."""
        line = lines[at]
        if told.whole.id == "voter":
            near = range(max(0, whole.first - 4), min(whole.after + _CAST, len(line.tokens)))
            if not any(self.words.cues["cast"].at(line.tokens, n) is not None for n in near):
                return False
        return at == number or told.whole.every or self._named(line, whole) == told.whole.id

    def _has_parts_of_its_own(self, line: Line, whole: Figure) -> bool:
        """«45 في المئة من 4.6 ملايين ناخب», «من أصل 9 ملايين ناخب»: those who voted are fewer."""
        hits = (self.words.cues["of"].at(line.tokens, at) for at in range(max(0, whole.first - 2), whole.first))
        return any(hit is not None and hit.last == whole.first for hit in hits)

    def _names_a_place(self, line: Line, share: Figure) -> bool:
        """«وفي البلاد 18 ألف طبيب، أي 1 في المئة من السكان»: the people of another place than those told of before."""
        nouns = (line.noun(at) for at in range(share.first))
        return bool(line.places) or any(noun is not None and noun.kind == "place" for noun in nouns)

    def _units(self, line: Line, figure: Figure) -> set[str | None]:
        """What a count is of: its own noun, and what it is called before it («عدد سكان المدينة 800 ألف نسمة»)."""
        return {figure.unit, self._named(line, figure) or figure.unit}

    def _named(self, line: Line, figure: Figure) -> str | None:
        for at in range(figure.first - 1, max(0, figure.first - 4), -1):
            noun = line.noun(at)
            if noun is not None and line.key(at - 1).removeprefix("و") in line.words.the_whole:
                return noun.concept
        return None

    # the share

    def _shares(self, line: Line) -> Iterator[_Told]:
        before: _Whole | None = None  # «من المجموع نفسه» is what the share before it is of
        for part, share in zip((None, *line.figures), line.figures, strict=False):
            if share.kind != "share":
                continue
            whole = self._whole(line, part, share)
            if whole is not None and whole.kind == "all" and line.key(share.last + 2) in line.words.itself:
                whole = before or whole
            before = whole or before
            if whole is None or part is None or part.kind not in ("count", "money") or not part.exact:
                continue
            if whole.kind != "book" and (part.kind != "count" or self._has_greater(line, part, whole)):
                continue
            if self._linked(line, part, share, whole):
                yield _Told(part, share, whole)

    def _has_greater(self, line: Line, part: Figure, whole: _Whole) -> bool:
        """Whether the sentence tells of a whole itself, which other readers see."""
        if whole.kind != "all":
            return False
        return part.unit is None or any(
            figure.kind == "count" and figure.high > part.value and figure.unit == part.unit for figure in line.figures
        )

    def _linked(self, line: Line, part: Figure, share: Figure, whole: _Whole) -> bool:
        """Whether a share is said of the figure before it: «، أي 15 في المئة», «يمثلون 15 في المئة», or «وتستحوذ الطرق
        وحصتها 140 مليونا على 15 في المئة»."""
        # «وعددهن 120 نسبة 45 في المئة»
        after = part.last if line.key(part.last) in line.words.share_link else part.after
        between = keys_of(line, after, share.first)
        if ("اي" in between or between == ["("]) and len(between) <= _NEAR:
            return True
        if whole.kind == "all":
            return False
        makes = [word for word in between if word.removeprefix("و") in line.words.makes_up]
        passed = line.words.share_link | line.cues.approximate
        if any(word not in passed and word not in makes for word in between):
            return False
        if makes:
            return True
        holding = any(line.key(at) in line.words.holding for at in (part.first - 1, part.first - 2))
        verbs = (line.key(at).removeprefix("و") for at in range(max(0, part.first - _LEAD), part.first))
        return holding and any(word in line.words.makes_up for word in verbs)

    def _whole(self, line: Line, part: Figure | None, share: Figure) -> _Whole | None:
        """What stands behind «من»: «المجموع», «مجموعهم», «إجمالي الصادرات», «السكان»; «منهم», of «بين المقترعين»."""
        if line.key(share.last) in self.parts.cues.among:
            return self._among(line, part) if part is not None and self._ends(line, share.last + 1) else None
        if line.key(share.last) != "من":
            return None
        at = share.last + 1
        if line.key(at) in line.words.altogether:
            return _Whole("all")
        if line.key(at) in line.words.the_whole or self.words.cues["all-of"].at(line.tokens, at) is not None:
            at += 1
        given = next((found for n in (at + 1, at + 2) if (found := self._given(line, n)) is not None), None)
        if given is not None:
            return _Whole("given", figure=given)
        if not self._ends(line, at + 1):
            return None
        name = self.amounts.name_of(line, at)
        noun = line.noun(at) if at < len(line.tokens) else None
        if name is not None:
            return _Whole("book", name)
        if noun is None or not noun.definite or noun.enclitic:
            return None
        counted = line.noun(part.after - 1) if part is not None and part.after > part.last else None
        if noun.gender == "f" and noun.kind in PERSON_KINDS and (counted is None or counted.concept == noun.concept):
            return None  # «150 طبيبة يشكلن 60 في المئة من الطبيبات»
        people = noun.kind in PERSON_KINDS and (noun.number == "plural" or at > share.last + 1)
        again = at > share.last + 1 and part is not None and part.unit == noun.concept
        return _Whole("unit", noun.concept, every=at > share.last + 1) if people or again else None

    def _given(self, line: Line, at: int) -> Figure | None:
        """«من المشاركين البالغ عددهم 500»."""
        if line.key(at) not in line.words.holding or line.key(at + 1) not in line.words.holding:
            return None
        figure = line.figure_at(at + 2)
        return figure if figure is not None and figure.exact and figure.kind == "count" else None

    def _among(self, line: Line, part: Figure) -> _Whole | None:
        for at in range(max(1, part.first - _LEAD), part.first):
            noun = line.noun(at)
            if line.key(at - 1) == "بين" and noun is not None and noun.definite and noun.kind in PERSON_KINDS:
                return _Whole("unit", noun.concept)
        return None

    def _ends(self, line: Line, at: int) -> bool:
        """Whether nothing at ``at`` says more of a whole."""
        if at >= len(line.tokens) or line.tokens[at].kind == "punctuation":
            return True
        return line.key(at) in line.words.itself
