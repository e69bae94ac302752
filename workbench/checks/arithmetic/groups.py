"""Parts of a group that the sentence before counts and this one names again: «فر 31 سجينا … أن الفارين هم 14 موقوفا و»,
«موازنة بقيمة 480 مليون … وتتوزع نفقات الموازنة على خمسة أبواب: …»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.arithmetic.named_amounts import AmountReader, NamedAmount
from workbench.checks.arithmetic.parts import PERSON_KINDS, PartReader, fitted, is_people, names_of
from workbench.checks.arithmetic.sums import Miscount, rounding
from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.claim_cues import ClaimCues
from workbench.knowledge.words.sum_words import SumWords
from workbench.text.normal import key

_NEAR = 6  # words between a count and what became of those counted
_OWN = 2  # words that may describe the shares before their list
_WEAK = "اويىءئؤأإآةت"  # letters that come and go between a verb and who does it


@dataclass(frozen=True, slots=True)
class GroupReader:
    words: SumWords
    cues: ClaimCues
    parts: PartReader
    amounts: AmountReader

    def miscounts(self, line: Line, before: Line | None) -> Iterator[Miscount]:
        if before is None or self._grows(line) or self._grows(before):
            return
        for at in range(1, len(line.tokens)):
            if self.words.cues["exactly"].at(line.tokens, at) is not None:
                yield from self._people(line, at, before)
                break
        yield from self._shared_out(line, before)

    def _grows(self, line: Line) -> bool:
        """«ارتفعت الحصيلة إلى …»: the count may have changed since."""
        return any(token.key in line.words.other_count for token in line.tokens)

    # «وأوضحت المديرية أن الفارين هم 14 موقوفا و12 محكوما و7 قاصرين»

    def _people(self, line: Line, at: int, before: Line) -> Iterator[Miscount]:
        group = line.noun(at - 1)
        if group is None or group.kind not in PERSON_KINDS or group.number == "singular" or not group.definite:
            return
        opens = at == 1 or line.tokens[at - 2].kind == "punctuation" or line.key(at - 2) in line.words.opening_that
        if not opens or any(figure.first < at for figure in line.figures):
            return
        found = self.parts.list_at(line, at + 1)
        parts = tuple(found.parts)
        if len(parts) < 2 or not all(part.exact and is_people(line, part) for part in parts):
            return
        if len({part.unit for part in parts}) < len(parts):
            return
        wholes = [figure for figure in before.figures if self._is_of(before, figure, group.lemma, group.concept)]
        if len(wholes) != 1 or not wholes[0].exact:
            return
        made, whole = sum(part.value for part in parts), wholes[0].value
        if any(token.key in self.cues.among for token in before.tokens):
            return  # «اعتقلت 50 شخصا وأفرجت عن 30 منهم»: of those who are still held
        names = names_of(before, wholes[0])
        if any(self.words.apart(names, names_of(line, part)) for part in parts):
            return
        if made > whole:  # fewer may be those whom one of two sources tells of
            yield Miscount(wholes[0], parts, parts[0].first, parts[-1].after, elsewhere=True)

    def _is_of(self, before: Line, figure: Figure, lemma: str, concept: str) -> bool:
        """Whether a count is that of the group: of the same people, or of those of whom its verb is said."""
        if figure.kind != "count" or not is_people(before, figure):
            return False
        if figure.unit == concept:
            return True
        states = {state for _, state in self.parts.casualties.of(lemma)}
        if "casualty" in states and len(before.figures) == 1:
            return True
        for at in (*range(figure.first - 1, max(-1, figure.first - _NEAR), -1), *range(figure.after, figure.after + 2)):
            if at >= len(before.tokens) or before.tokens[at].kind == "punctuation":
                if at < figure.first:
                    break
                continue
            if before.figure_at(at) is not None:
                break
            for entry in before.entries(at):
                told = {state for _, state in self.parts.casualties.of(entry.lemma)}
                if told & states or ("casualty" in states and "killed" in told):
                    return True
                if entry.pos == "verb" and _root(entry.lemma) == _root(lemma) and len(_root(lemma)) > 1:
                    return True
        return False

    # «وتتوزع نفقات الموازنة كلها على خمسة أبواب: 165 مليونا للرواتب و…»

    def _shared_out(self, line: Line, before: Line) -> Iterator[Miscount]:
        verbs = line.words.splitting | line.words.dividing | self.cues.parted
        if line.key(0).removeprefix("و") not in verbs or len(line.figures) < 3:
            return
        sites = line.figures[0]
        mark = next((at for at in range(sites.after, len(line.tokens)) if line.tokens[at].text == ":"), None)
        if mark is None or mark - sites.after > _OWN or not sites.exact or line.key(sites.first - 1) not in (
            "علي", "بين", "الي"
        ):
            return
        found = self.parts.list_at(line, mark + 1)
        if len(found.parts) != sites.value or len(found.parts) < 2:
            return
        whole = self._named(line, sites.first - 1, before)
        if whole is None:
            return
        parts = tuple(part for of in found.parts if (part := fitted(line, whole, of)) is not None and part.exact)
        if len(parts) < len(found.parts):
            return
        made, slack = sum(part.value for part in parts), rounding(parts, [whole])
        left_out = any(self.words.cues["rest"].at(line.tokens, at) for at in range(mark, len(line.tokens)))
        if made > whole.value + slack or (made < whole.value - slack and not left_out):
            yield Miscount(whole, parts, parts[0].first, parts[-1].after, elsewhere=True)

    def _named(self, line: Line, last: int, before: Line) -> Figure | None:
        """The figure of the sentence before for what the words from the verb to ``last`` name, which say no more of it
        than that it is the whole."""
        name = self.amounts.name_at(line, last)
        if name is not None:
            told = [amount for amount in self.amounts.amounts(before) if amount.name == name.name]
            return _only(told) if not (name.of or name.when) else None
        noun = line.noun(1)
        if noun is None or not noun.definite or any(line.key(at) not in line.words.neutral for at in range(2, last)):
            return None
        counts = [figure for figure in before.figures if figure.kind == "count" and figure.unit == noun.concept]
        return counts[0] if len(counts) == 1 and counts[0].exact else None


def _only(amounts: list[NamedAmount]) -> Figure | None:
    return amounts[0].figure if len(amounts) == 1 and amounts[0].figure.exact else None


def _root(lemma: str) -> str:
    """What is left of a verb and of who does it: «فار» and «فر», «مشارك» and «شارك»."""
    word = key(lemma)
    word = word.removeprefix("م") if len(word) > 3 else word
    return "".join(letter for letter in word if letter not in _WEAK)
