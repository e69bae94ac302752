"""What is counted and whose clock, in words for people: concepts, measures, currencies and time zones by their
identifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.text.values import Bilingual
from workbench.wording import left_to_right

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.knowledge.language.concepts import Concepts
    from workbench.mentions.values import Amount
    from workbench.wording import Code

_PLURAL = re.compile(r"\w+ات|أ\w+|\w\wا\w{1,3}")  # the shapes of plurals among the forms of a measure
_ENGLISH_PLURALS = {"foot": "feet", "inch": "inches", "penny": "pence"}
_ENGLISH_PLURALS |= dict.fromkeys(("hertz", "celsius", "fahrenheit", "horsepower", "fils"), "")  # say nothing more


@dataclass(frozen=True, slots=True)
class Counted:
    """A measure or a currency after a figure: ``one`` also after hundreds and fractions, ``few`` after 3 to 10,
    ``many`` after 11 to 99 («كيلومتر، كيلومترات، كيلومتراً»); ``sign`` the shortest way to write it in each language."""

    one: Bilingual
    few: Bilingual
    many: Bilingual
    sign: Bilingual


@dataclass(frozen=True, slots=True)
class ThingWords:
    """Read from the lexicon by ``read_thing_words``."""

    concepts: Concepts
    units: dict[str, Bilingual]
    zones: dict[str, Bilingual] = field(default_factory=dict)
    forms: dict[str, Counted] = field(default_factory=dict)

    def name(self, id: str, code: Code) -> str:
        """The name of a counted thing, a measure or a currency; empty where none is known: an identifier is nothing
        that a person reads."""
        known = self.units.get(id) or self.concepts.name(id)
        if known is None:
            return ""
        return known.ar if code == "ar" else known.en

    def counted(self, id: str, amount: Amount, code: Code) -> str:
        """A measure or a currency in the form that its figure asks for: «كيلومتراً» of 22, «كيلومترات» of 8; empty where
        none is known."""
        known = self.forms.get(id)
        number = amount.high if amount.high is not None else amount.low
        if known is None or number is None:
            return self.name(id, code)
        if code == "en":
            return known.one.en if number == 1 else known.few.en
        whole = int(number) if float(number).is_integer() else 0
        if 3 <= whole % 100 <= 10:
            return known.few.ar
        return known.many.ar if whole % 100 > 10 else known.one.ar

    def sign(self, id: str, amount: Amount, code: Code) -> str:
        """The same in the fewest letters: «كم», "km", else the noun alone («ميلاً», "miles"); empty where none is
        known."""
        known = self.forms.get(id)
        if known is None:
            return ""
        noun = self.counted(id, amount, code).partition(" per ")[0].split()
        return (known.sign.ar or noun[0]) if code == "ar" else known.sign.en or noun[-1]

    def zone(self, id: str, code: Code) -> str:
        """Whose clock it is: «بتوقيت بغداد», "Baghdad time", "UTC+3"; empty where the lexicon does not name that
        zone."""
        if id.startswith("Etc/GMT"):  # whose signs run the other way: Etc/GMT-3 is ahead of UTC
            ahead = id.removeprefix("Etc/GMT").translate({ord("+"): "-", ord("-"): "+"})
            universal = self.zone("UTC", code)
            return universal and f"{universal}{' ' if code == 'ar' else ''}{left_to_right(ahead)}"
        known = self.zones.get(id)
        if known is None:
            return ""
        return known.ar if code == "ar" else known.en


def read_thing_words(folder: Path) -> ThingWords:
    """The names in the data folder's ``lexicon/``. Raises TableError with every fault."""
    from workbench.knowledge.language.concepts import load_concepts
    from workbench.knowledge.language.vocabulary import load_words
    from workbench.knowledge.tables import read_table
    from workbench.knowledge.words.amount_words import CURRENCY_COLUMNS, MEASURE_COLUMNS

    lexicon = folder / "lexicon"
    units: dict[str, Bilingual] = {}
    counted: dict[str, Counted] = {}
    for row in read_table(lexicon / "measures.tsv", MEASURE_COLUMNS):
        english, forms = row["id"].replace("-", " "), row["forms"].split("|")
        units[row["id"]] = Bilingual(english, forms[0])
        # Where one row stands for several sizes (bytes, hertz), no sign of it is the measure's own.
        counted[row["id"]] = _counted(english, forms, "", row["signs"].split("|") if row["times"] else [])
    nouns: dict[str, list[str]] = {}
    for row in read_table(lexicon / "currencies.tsv", CURRENCY_COLUMNS):
        forms = nouns.setdefault(row["noun"], row["forms"].split("|"))
        country = row["countries"].split("|")[0].replace("_", " ")
        if row["noun"]:
            counted[row["code"]] = _counted(row["code"], forms, country, [])
            units[row["code"]] = counted[row["code"]].one
            units.setdefault(row["noun"], Bilingual(row["noun"].replace("-", " "), forms[0]))
    zones: dict[str, Bilingual] = {}
    for row in read_table(lexicon / "zones.tsv", ("zone", "names")):
        area, _, city = row["zone"].rpartition("/")
        english = f"{city.replace('_', ' ')} time" if area else city
        zones.setdefault(row["zone"], Bilingual(english, f"بتوقيت {row['names'].split('|')[0]}"))
    return ThingWords(load_concepts(lexicon, load_words(lexicon)), units, zones, counted)


def _counted(english: str, forms: list[str], country: str, signs: list[str]) -> Counted:
    """From the forms of a table: the singular, then, where they stand there, its accusative and its plural. ``country``
    is a currency's adjective in the masculine."""
    one = forms[0]
    head = one.split()[0]
    feminine = head.endswith(("ة", "ا"))
    accusative = next((form for form in forms if form.split()[0] == f"{head}ا"), one)
    after = forms[1:2] if feminine else forms[2:3] if accusative == "".join(forms[1:2]) else []
    few = after[0] if after and _PLURAL.fullmatch(after[0].split()[0]) else one
    many = " ".join(
        f"{word}ً" if word == f"{plain}ا" else word for word, plain in zip(accusative.split(), one.split(), strict=True)
    )
    if country:
        many += f" {country}ة" if feminine else f" {country}اً" if many != one else f" {country}"
        few += f" {country}ة" if feminine or few != one else f" {country}"
        one += f" {country}ة" if feminine else f" {country}"
    plural = english if english.isupper() else _english_plural(english)
    return Counted(
        Bilingual(english, one), Bilingual(plural, few), Bilingual(plural, many),
        Bilingual(
            next((sign for sign in signs if re.fullmatch("[A-Za-z]{1,3}", sign)), ""),
            next((sign for sign in signs if re.fullmatch("[\u0620-\u064a]{1,4}", sign)), ""),
        ),
    )  # fmt: skip


def _english_plural(name: str) -> str:
    before, per, after = name.partition(" per ")
    words = before.split()
    words[-1] = _ENGLISH_PLURALS.get(words[-1], f"{words[-1]}s") or words[-1]
    return " ".join(words) + per + after
