"""What a figure is of: percentages, money and measures beside it, the noun it counts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.knowledge.language.lexicon import CountedNoun, Lexicon, Memory
from workbench.knowledge.words.amount_words import AmountWords, UnitForm
from workbench.mentions.figures.digits import glued
from workbench.mentions.figures.numerals import Numeral
from workbench.text.values import Token

UnitKind = Literal["percentage", "money", "measure", "thing"]

# Words after a numeral that are no counted noun although they look like nouns without a class of their own.
_NO_PREFIX = frozenset(("", "ال"))


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands beside a figure. ``tokens[first:last]`` are its words; ``factor`` turns the figure into the unit
    (per mille into per cent). For a thing, ``id`` is its concept or lemma and ``plural`` whether it is many."""

    kind: UnitKind
    id: str
    first: int
    last: int
    factor: float = 1.0


def form_at(tokens: Sequence[Token], i: int, forms: dict[str, tuple[UnitForm, ...]]) -> tuple[str, int] | None:
    """The longest form that begins at ``tokens[i]``: its identifier and the index after it."""
    if i < 0 or i >= len(tokens):
        return None
    for form in forms.get(tokens[i].key, ()):
        last = i + len(form.keys)
        if last <= len(tokens) and all(tokens[i + n].key == word for n, word in enumerate(form.keys)):
            return form.unit, last
    return None


def unit_after(tokens: Sequence[Token], i: int, words: AmountWords, figure: bool) -> Unit | None:
    """A percentage, a currency or a measure at ``tokens[i]``, where a numeral has just ended.

    ``figure`` says that the numeral ends in digits: abbreviations («كم», «m») follow only those.
    """
    money = currency_at(tokens, i, words)
    if money is not None:
        return money
    found = form_at(tokens, i, words.measures)
    if found is None:
        found = _definite_measure(tokens, i, words)
        if found is None:
            return None
    unit, last = found
    letter = last == i + 1 and len(tokens[i].key) == 1 and tokens[i].kind in ("word", "latin")
    if letter and (not figure or tokens[i].text.isupper()):
        return None  # «5g» are grams, «5G» is a network
    if tokens[i].kind == "latin" and last < len(tokens) and tokens[last].kind == "number" and glued(tokens, last):
        return None
    if unit == "percent":
        return Unit("percentage", "", i, last)
    if unit == "permille":
        return Unit("percentage", "", i, last, 0.1)
    return Unit("measure", unit, i, last)


def _definite_measure(tokens: Sequence[Token], i: int, words: AmountWords) -> tuple[str, int] | None:
    """«الأمتار», «البراميل» after مئات and آلاف."""
    if i < len(tokens) and tokens[i].key.startswith("ال"):
        for form in words.measures.get(tokens[i].key[2:], ()):
            if len(form.keys) == 1 and len(form.keys[0]) > 2:
                return form.unit, i + 1
    return None


def currency_at(tokens: Sequence[Token], i: int, words: AmountWords) -> Unit | None:
    """A currency's sign, code or noun at ``tokens[i]``, with the adjective of its country."""
    if i >= len(tokens):
        return None
    noun = words.currency_nouns.get(tokens[i].key)
    if noun is not None and tokens[i].kind == "word":
        code, last = country_of(tokens, i + 1, noun.noun, words)
        return Unit("money", code or noun.unit, i, last)
    found = form_at(tokens, i, words.signs)
    if found is None or not _stands_alone(tokens, i, found[1]):
        return None
    return Unit("money", found[0], i, found[1])


def country_of(tokens: Sequence[Token], i: int, noun: str, words: AmountWords) -> tuple[str | None, int]:
    """The code that an adjective at ``tokens[i]`` gives a noun of money, and the index after it."""
    if i < len(tokens) and tokens[i].kind == "word":
        adjective = tokens[i].key
        code = words.countries.get((noun, adjective)) or words.countries.get((noun, adjective.removeprefix("ال")))
        if code is not None:
            return code, i + 1
    return None, i


def _stands_alone(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Codes in Latin letters are read in capitals only; a one-letter word is no sign."""
    token = tokens[first]
    if token.kind != "latin":
        return True
    return token.text.isupper() or token.text[:1].isupper() or len(token.text) > 3


def currency_before(tokens: Sequence[Token], i: int, words: AmountWords, floor: int) -> Unit | None:
    """A sign or a code that ends just before ``tokens[i]``: «$20», «USD 20»; it begins at ``floor`` or later."""
    for length in (1, 2):
        first = i - length
        if first < floor:
            return None
        token = tokens[first]
        if token.kind == "word":
            continue
        found = form_at(tokens, first, words.signs)
        if found is None or found[1] != i or not _stands_alone(tokens, first, i):
            continue
        if token.kind in ("symbol", "punctuation") or not glued(tokens, i) or token.text.isupper():
            return Unit("money", found[0], first, i)
    return None


def percent_before(tokens: Sequence[Token], i: int, floor: int) -> bool:
    """«%20», «٪ 20»: the sign written first."""
    return i - 1 >= floor and tokens[i - 1].text in ("%", "٪", "﹪", "％")


def one_of(tokens: Sequence[Token], i: int, words: AmountWords) -> Unit | None:
    """Money or a measure before «واحد» at ``tokens[i]``: «دولار واحد», «متر واحد»."""
    if i == 0 or tokens[i - 1].kind != "word":
        return None
    noun = words.currency_nouns.get(tokens[i - 1].key)
    if noun is not None and not noun.dual:
        return Unit("money", noun.unit, i - 1, i)
    found = form_at(tokens, i - 1, words.measures)
    return Unit("measure", found[0], i - 1, i) if found is not None and found[1] == i else None


@dataclass(frozen=True, slots=True)
class Counting:
    """Finds what numerals count; ``memory`` spares looking a word up twice."""

    tokens: Sequence[Token]
    taken: Collection[int]
    lexicon: Lexicon
    memory: Memory

    def noun(self, i: int) -> CountedNoun | None:
        token = self.tokens[i]
        return self.lexicon.noun(token.key, self.memory) if token.kind == "word" else None

    def after(self, numeral: Numeral, i: int, vague: bool = False) -> Unit | None:
        """The noun at ``tokens[i]`` that a numeral before it counts: «12 قتيلا», «ستة من الجرحى», «مئات المتظاهرين».

        ``vague`` numerals and scale words count definite nouns too; a part of a whole counts nothing.
        """
        tokens = self.tokens
        if numeral.fraction or i >= len(tokens) or tokens[i].kind != "word" or i in self.taken:
            return None
        if tokens[i].key == "من":
            noun = self.noun(i + 1) if i + 1 < len(tokens) and i + 1 not in self.taken else None
            article = noun is not None and not noun.definite and tokens[i + 1].plain.startswith("ال")
            many = noun is not None and (noun.number == "plural" or self.plural(i + 1))
            if noun is not None and many and noun.proclitics in _NO_PREFIX and not article:
                return Unit("thing", noun.concept, i, i + 2)
            return None
        noun = self.noun(i)
        if noun is None:
            return self._unknown(numeral, i)
        if noun.proclitics not in _NO_PREFIX or noun.number == "dual" or noun.enclitic or self.is_particle(i):
            return None
        if noun.kind == "time" and not self.agrees(numeral, noun, i):
            return None  # «6 أكتوبر»
        if noun.definite and not (vague or numeral.definite or numeral.scale > 1):
            return None
        return Unit("thing", noun.concept, i, i + 1)

    def and_two(self, numeral: Numeral, i: int) -> Unit | None:
        """The dual that makes a hundred of it a hundred and two: «مئة ومقعدين»."""
        if numeral.value < 100 or numeral.value % 100 or numeral.fraction or i >= len(self.tokens) or i in self.taken:
            return None
        noun = self.noun(i)
        if noun is None or noun.proclitics != "و" or noun.number != "dual" or noun.definite or noun.enclitic:
            return None
        return Unit("thing", noun.concept, i, i + 1) if noun.kind not in ("time", "numeral") else None

    def two(self, i: int) -> CountedNoun | None:
        """The noun at ``i`` if the word can only mean two of it: «جنديين», not «مواطنين» nor «الرئيسان»."""
        noun = self.noun(i)
        if noun is None or noun.number != "dual" or noun.maybe_dual or noun.definite or noun.enclitic:
            return None
        return None if self.plural(i) else noun

    def agrees(self, numeral: Numeral, noun: CountedNoun, i: int) -> bool:
        """Whether a noun has the number and the ending that grammar wants after this numeral, up to a hundred."""
        rest = numeral.value % 100
        if 3 <= rest <= 10:
            return noun.number == "plural"
        return not 11 <= rest <= 99 or self.tokens[i].plain.endswith(("ا", "ة"))

    def plural(self, i: int) -> bool:
        """Whether the word may be a plural, as «معتمري», «my pilgrim», may be «the pilgrims of»."""
        return any(entry.number == "plural" for entry in self.lexicon.lookup(self.tokens[i].key, self.memory))

    def singular(self, i: int) -> bool:
        """Whether the word may be a singular, as «الكتاب» is the book or the writers."""
        return any(
            entry.number == "singular" and entry.pos == "noun"
            for entry in self.lexicon.lookup(self.tokens[i].key, self.memory)
        )

    def is_particle(self, i: int) -> bool:
        entries = self.lexicon.lookup(self.tokens[i].key, self.memory)
        return bool(entries) and entries[0].pos == "particle"

    def _unknown(self, numeral: Numeral, i: int) -> Unit | None:
        """A word that the lexicon has no noun for, taken as counted where its ending agrees with the number."""
        token, value = self.tokens[i], numeral.value
        key = token.key
        entries = self.lexicon.lookup(key, self.memory)
        nominal = next((entry for entry in entries if entry.pos in ("participle", "masdar")), None)
        if entries and (nominal is None or entries[0].pos in ("particle", "verb")):
            return None
        if nominal is not None and (nominal.definite or nominal.proclitics):
            return None
        if value < 3 or value != int(value) or key.startswith(("ال", "وال", "بال", "لل", "فال")) or len(key) < 3:
            return None
        rest = value % 100
        if 11 <= rest <= 99:
            if not (token.plain.endswith(("ا", "ة")) or "\u064b" in token.text):
                return None
        elif (not 3 <= rest <= 10 and value % 100 != 0) or (nominal is None and (rest == 0 or not _looks_plural(key))):
            return None
        if nominal is not None:
            return Unit("thing", nominal.concept, i, i + 1)
        lemma = token.plain[:-1] if token.plain.endswith("ا") and len(token.plain) > 3 else token.plain
        return Unit("thing", lemma, i, i + 1)

    def before(self, numeral: Numeral, first: int) -> Unit | None:
        """The noun a numeral follows: «الجنود الثلاثة», «طائرة واحدة», «عدد القتلى 12», «عددهم 12»."""
        tokens = self.tokens
        if first == 0 or first - 1 in self.taken or tokens[first - 1].kind != "word":
            return None
        noun = self.noun(first - 1)
        if noun is not None:
            if numeral.definite and noun.definite and noun.number == "plural":
                return Unit("thing", noun.concept, first - 1, first)
            if numeral.value == 1 and numeral.written == "words" and not noun.definite and noun.number == "singular":
                return Unit("thing", noun.concept, first - 1, first)
            if numeral.value == 2 and numeral.written == "words" and (noun.number == "dual" or noun.maybe_dual):
                return Unit("thing", noun.concept, first - 1, first)
        return self._number_of(first)

    def _number_of(self, first: int) -> Unit | None:
        """«عدد القتلى 12», «ارتفع عدد القتلى إلى 12», «بلغت حصيلة القتلى 12»: what stands after «عدد»."""
        tokens = self.tokens
        for at in range(first - 1, max(first - 6, -1), -1):
            if tokens[at].kind != "word" or at in self.taken:
                return None
            if tokens[at].key in _TOTALS and at + 1 < first:
                noun = self.noun(at + 1)
                return (
                    Unit("thing", noun.concept, at + 1, at + 2)
                    if noun is not None and noun.number == "plural"
                    else None
                )
        return None


_TOTALS = frozenset(p + w for w in ("عدد", "حصيله", "اعداد") for p in ("", "و", "ف", "ب", "ل", "ان"))


def _looks_plural(key: str) -> bool:
    """Endings and patterns of plurals, for words nobody listed: ات، ين، أفعال، فعائل."""
    return key.endswith(("ات", "ين")) or (len(key) in (5, 6) and ((key[0] == "ا" and key[-2] == "ا") or key[2] == "ا"))
