"""What stands around figures: currencies, measures, bounds, and neighbours that make a word no numeral after all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from workbench.knowledge.language.phrases import PhraseIndex
from workbench.knowledge.tables import Fault, Row, TableError, read_table
from workbench.knowledge.words.numeral_words import PARTICLES
from workbench.text.normal import key
from workbench.text.tokens import read_tokens

MarkerKind = Literal["low", "high", "about"]

CURRENCY_COLUMNS = ("code", "noun", "forms", "duals", "default", "countries", "signs", "parts", "of")
MEASURE_COLUMNS = ("id", "forms", "duals", "signs", "of", "times")
_BOUND_COLUMNS = ("bound", "side", "bare", "phrase")
_APPROXIMATOR_COLUMNS = ("side", "phrase")
_TRAP_COLUMNS = ("word", "side", "neighbours")
_SIDES = ("before", "after", "share", "label", "dual", "change", "ranging")
_ADJECTIVE_ENDINGS = ("", "ا", "ه", "ات", "ين", "ان", "ون", "تين", "تان")
_BEFORE_PHRASES = ("", "ب", "ل", "ك")
_WITHOUT_ARTICLE = tuple(p for p in PARTICLES if not p.endswith(("ال", "لل")))


@dataclass(frozen=True, slots=True)
class Marker:
    """A phrase that bounds a figure or makes it approximate; with ``bare`` only a figure that counts no thing."""

    kind: MarkerKind
    bare: bool = False


@dataclass(frozen=True, slots=True)
class UnitForm:
    """A way to write a currency or a measure: the look-up keys of its tokens and its identifier."""

    keys: tuple[str, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class CurrencyNoun:
    """A word for money. ``unit`` is what it means without an adjective: a code, or the noun's own identifier in
    lower case where the country is not said; ``dual`` where the word itself says two."""

    noun: str
    unit: str
    dual: bool


@dataclass(frozen=True, slots=True)
class AmountWords:
    """Everything by look-up key. Not changed after loading.

    ``countries`` maps (noun, adjective) to a code, ``coins`` (coin, code of the money before it) to how many make
    one; ``signs`` and ``measures`` list forms by their first key, longest first; ``measure_duals`` are words that say
    two of a measure, particles included. ``scales`` gives for a measure that of its kind and how many of it one is.
    """

    currency_nouns: dict[str, CurrencyNoun]
    countries: dict[tuple[str, str], str]
    coins: dict[tuple[str, str], int]
    nouns_of: dict[str, str]
    signs: dict[str, tuple[UnitForm, ...]]
    measures: dict[str, tuple[UnitForm, ...]]
    measure_duals: dict[str, str]
    before: PhraseIndex[Marker]
    after: PhraseIndex[Marker]
    traps_before: dict[str, frozenset[str]]
    traps_after: dict[str, frozenset[str]]
    shares: dict[str, frozenset[str]]
    labels: frozenset[str]
    not_dual: frozenset[str]
    changes: frozenset[str]
    measure_ids: frozenset[str] = frozenset()
    scales: dict[str, tuple[str, float]] = field(default_factory=dict)
    ranging: frozenset[str] = frozenset()

    def same_money(self, one: str, other: str) -> bool:
        """Whether two units of money may be the same: «dinar» says no country, so it may be «IQD»."""
        return one == other or self.nouns_of.get(one) == other or self.nouns_of.get(other) == one

    def of_one_kind(self, one: str, other: str) -> bool:
        """Whether two measures can be turned into each other: kilograms and tonnes."""
        return one in self.scales and other in self.scales and self.scales[one][0] == self.scales[other][0]


NO_AMOUNT_WORDS = AmountWords(
    {}, {}, {}, {}, {}, {}, {}, PhraseIndex(()), PhraseIndex(()), {}, {}, {}, frozenset(), frozenset(), frozenset()
)  # fmt: skip


def load_amount_words(folder: Path) -> AmountWords:
    """Read the tables in ``lexicon`` below ``folder``. Raises TableError with every fault of all of them."""
    lexicon = folder / "lexicon"
    money = read_table(lexicon / "currencies.tsv", CURRENCY_COLUMNS)
    measures = read_table(lexicon / "measures.tsv", MEASURE_COLUMNS)
    bounds = read_table(lexicon / "bounds.tsv", _BOUND_COLUMNS)
    about = read_table(lexicon / "approximators.tsv", _APPROXIMATOR_COLUMNS)
    traps = read_table(lexicon / "numeral_traps.tsv", _TRAP_COLUMNS)
    faults = [*_money_faults(money), *_side_faults(bounds), *_side_faults(about), *_trap_faults(traps),
              *_scale_faults(measures)]  # fmt: skip
    if faults:
        raise TableError(tuple(faults))
    nouns = _currency_nouns(money)
    markers = [
        *(
            (row["side"], row["phrase"], Marker("low" if row["bound"] == "low" else "high", row["bare"] == "yes"))
            for row in bounds
        ),
        *((row["side"], row["phrase"], Marker("about")) for row in about),
    ]
    return AmountWords(
        nouns,
        {
            (row["noun"], key(country) + ending): row["code"]
            for row in money
            for country in row.variants("countries")
            for ending in _ADJECTIVE_ENDINGS
        },
        _coins(money),
        {row["code"]: row["noun"] for row in money},
        _forms((sign, row["code"]) for row in money for sign in row.variants("signs")),
        _forms((form, row["id"]) for row in measures for form in (*row.variants("forms"), *row.variants("signs"))),
        {
            particles + key(form): row["id"]
            for row in measures
            for form in row.variants("duals")
            if " " not in form
            for particles in _WITHOUT_ARTICLE
        },
        PhraseIndex(_carried(markers, "before")),
        PhraseIndex(((phrase, marker) for side, phrase, marker in markers if side == "after"), joined=False),
        _neighbours(traps, "before"),
        _neighbours(traps, "after"),
        _neighbours(traps, "share"),
        frozenset(word for words in _neighbours(traps, "label").values() for word in words),
        frozenset(
            particles + word
            for words in _neighbours(traps, "dual").values()
            for word in words
            for particles in _WITHOUT_ARTICLE
        ),
        frozenset(
            particle + word
            for words in _neighbours(traps, "change").values()
            for word in (form for told in words for form in _tenses(told))
            for particle in ("", "و", "ف")
        ),
        frozenset(row["id"] for row in measures),
        {row["id"]: (row["of"], float(row["times"])) for row in measures if row["times"]},
        frozenset(word for words in _neighbours(traps, "ranging").values() for word in words),
    )  # fmt: skip


def _scale_faults(rows: tuple[Row, ...]) -> Iterator[Fault]:
    ids = {row["id"] for row in rows}
    for row in rows:
        if bool(row["of"]) != bool(row["times"]) or (row["of"] and row["of"] not in ids):
            yield Fault(row.file, row.line, "of and times stand together, and of is a measure of this table")
        elif row["times"] and not _is_positive(row["times"]):
            yield Fault(row.file, row.line, f"{row['times']!r} is no positive number")


def _is_positive(text: str) -> bool:
    try:
        return 0 < float(text) < float("inf")
    except ValueError:
        return False


def _carried(markers: Iterable[tuple[str, str, Marker]], side: str) -> Iterator[tuple[str, Marker]]:
    """Phrases whose first word may carry ب ل ك (PhraseIndex adds و and ف)."""
    for its_side, phrase, marker in markers:
        if its_side == side:
            first, _, rest = phrase.partition(" ")
            words = "/".join(particle + word for word in first.split("/") for particle in _BEFORE_PHRASES)
            yield f"{words} {rest}".strip(), marker


def _currency_nouns(rows: tuple[Row, ...]) -> dict[str, CurrencyNoun]:
    found: dict[str, CurrencyNoun] = {}
    for row in rows:
        unit = row["default"] or row["noun"]
        for form in row.variants("forms"):
            for particles in ("", "ال"):
                found[particles + key(form)] = CurrencyNoun(row["noun"], unit, False)
        for form in row.variants("duals"):
            for particles in _WITHOUT_ARTICLE:
                found[particles + key(form)] = CurrencyNoun(row["noun"], unit, True)
    return found


def _coins(rows: tuple[Row, ...]) -> dict[tuple[str, str], int]:
    """How many coins make one, by coin and code, and by coin and noun where all countries with that noun agree."""
    nouns = {row["code"]: row["noun"] for row in rows}
    found: dict[tuple[str, str], int] = {}
    disagree: set[tuple[str, str]] = set()
    for row in rows:
        for whole in row.variants("of"):
            parts, by_noun = int(row["parts"]), (row["code"], nouns.get(whole, whole))
            found[row["code"], whole] = parts
            if found.setdefault(by_noun, parts) != parts:
                disagree.add(by_noun)
    return {pair: parts for pair, parts in found.items() if pair not in disagree}


def _forms(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[UnitForm, ...]]:
    found: dict[str, list[UnitForm]] = {}
    for form, unit in pairs:
        keys = tuple(token.key for token in read_tokens(form))
        if keys:
            found.setdefault(keys[0], []).append(UnitForm(keys, unit))
    return {first: tuple(sorted(forms, key=lambda form: -len(form.keys))) for first, forms in found.items()}


def _tenses(word: str) -> Iterator[str]:
    """A verb of the present, told by whichever person, also of the time to come: «ترتفع», «سنرفع», «ليرفع»."""
    yield word
    if word.startswith("ي"):
        for person in "يتنا":
            for front in ("", "س", "ل"):
                yield front + person + word[1:]


def _neighbours(rows: tuple[Row, ...], side: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in rows:
        if row["side"] == side:
            for word in row.variants("word"):
                found[key(word)] = found.get(key(word), frozenset()) | {key(n) for n in row.variants("neighbours")}
    return found


def _money_faults(rows: tuple[Row, ...]) -> Iterator[Fault]:
    seen: set[str] = set()
    for row in rows:
        if row["noun"] not in seen and not row["forms"]:
            yield Fault(row.file, row.line, f"the first line with {row['noun']!r} lists no forms")
        if row["noun"] in seen and (row["forms"] or row["duals"] or row["default"]):
            yield Fault(row.file, row.line, f"forms and default of {row['noun']!r} belong on its first line")
        seen.add(row["noun"])
        if bool(row["parts"]) != bool(row["of"]) or (row["parts"] and not row["parts"].isdigit()):
            yield Fault(row.file, row.line, "a coin needs both its parts, a number, and what they are parts of")


def _side_faults(rows: tuple[Row, ...]) -> Iterator[Fault]:
    for row in rows:
        if row["side"] not in ("before", "after"):
            yield Fault(row.file, row.line, f"side is before or after, not {row['side']!r}")
        if row.cells.get("bound", "low") not in ("low", "high"):
            yield Fault(row.file, row.line, f"bound is low or high, not {row['bound']!r}")
        if not row["phrase"]:
            yield Fault(row.file, row.line, "no phrase")


def _trap_faults(rows: tuple[Row, ...]) -> Iterator[Fault]:
    for row in rows:
        if row["side"] not in _SIDES:
            yield Fault(row.file, row.line, f"side is one of {', '.join(_SIDES)}, not {row['side']!r}")
        if not row.variants("word") or not row.variants("neighbours"):
            yield Fault(row.file, row.line, "a word and its neighbours are needed")
