"""What is counted and whose clock, in words for people: concepts, measures, currencies and time zones by their
identifiers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.text.values import Bilingual
from workbench.wording import left_to_right

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.knowledge.concepts import Concepts
    from workbench.wording import Code


@dataclass(frozen=True, slots=True)
class ThingWords:
    """Read from the lexicon by ``read_thing_words``."""

    concepts: Concepts
    units: dict[str, Bilingual]
    zones: dict[str, Bilingual] = field(default_factory=dict)

    def name(self, id: str, code: Code) -> str:
        """The name of a counted thing, a measure or a currency; empty where none is known: an identifier is nothing
        that a person reads."""
        known = self.units.get(id) or self.concepts.name(id)
        if known is None:
            return ""
        return known.ar if code == "ar" else known.en

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
    from workbench.knowledge.amount_words import CURRENCY_COLUMNS, MEASURE_COLUMNS
    from workbench.knowledge.concepts import load_concepts
    from workbench.knowledge.tables import read_table
    from workbench.knowledge.vocabulary import load_words

    lexicon = folder / "lexicon"
    units: dict[str, Bilingual] = {}
    for row in read_table(lexicon / "measures.tsv", MEASURE_COLUMNS):
        units[row["id"]] = Bilingual(row["id"].replace("-", " "), row["forms"].split("|")[0])
    nouns: dict[str, str] = {}
    for row in read_table(lexicon / "currencies.tsv", CURRENCY_COLUMNS):
        noun = nouns.setdefault(row["noun"], row["forms"].split("|")[0])
        country = row["countries"].split("|")[0].replace("_", " ")
        country += "ة" if country and noun.endswith(("ة", "ا")) else ""  # the table has its masculine
        if noun:
            units[row["code"]] = Bilingual(row["code"], f"{noun} {country}".strip())
            units.setdefault(row["noun"], Bilingual(row["noun"].replace("-", " "), noun))
    zones: dict[str, Bilingual] = {}
    for row in read_table(lexicon / "zones.tsv", ("zone", "names")):
        area, _, city = row["zone"].rpartition("/")
        english = f"{city.replace('_', ' ')} time" if area else city
        zones.setdefault(row["zone"], Bilingual(english, f"بتوقيت {row['names'].split('|')[0]}"))
    return ThingWords(load_concepts(lexicon, load_words(lexicon)), units, zones)
