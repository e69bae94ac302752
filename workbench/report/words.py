"""The reports' words in one language: their own table and the window's names of families, kinds and states."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.source_words import SourceWords, read_source_words
from workbench.thing_words import ThingWords, read_thing_words
from workbench.wording import COLUMNS, Code, Words

if TYPE_CHECKING:
    from workbench.mentions.values import Amount
    from workbench.text.values import Bilingual


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says things in one language, each value isolated in its place."""

    code: Code
    words: Words
    sources: SourceWords | None = None
    things: ThingWords | None = None

    def say(self, key: str, **values: object) -> str:
        """The sentence called ``key``. Raises KeyError for what no table holds."""
        return self.words.say(self.code, key, **values)

    def named(self, group: str, name: str) -> str:
        """The name of a kind or a state; the identifier itself where the table does not know it yet."""
        key = f"{group}.{name}"
        return self.say(key) if key in self.words else name

    def known(self, group: str, name: str) -> str:
        """The name of something, empty where the table does not have it."""
        key = f"{group}.{name}"
        return self.say(key) if key in self.words else ""

    def thing(self, id: str) -> str:
        """The name of what is counted, a measure or a currency; empty where none is known."""
        return self.things.name(id, self.code) if self.things else ""

    def counted(self, id: str, amount: Amount) -> str:
        """The same in the form that its figure asks for: «كيلومتراً» of 22."""
        return self.things.counted(id, amount, self.code) if self.things else ""

    def zone(self, name: str) -> str:
        """Whose clock a time is told by: «بتوقيت بغداد»; the zone's identifier in brackets where no table names it."""
        return (self.things.zone(name, self.code) if self.things else "") or f"({name})"

    def source(self, name: str) -> str:
        """Where a fact comes from, in words; the name itself where no table of sources is at hand."""
        return self.sources.say(name, self.code) if self.sources else name

    def pick(self, words: Bilingual) -> str:
        return words.ar if self.code == "ar" else words.en


def read_speaker(folder: Path, code: Code) -> Speaker:
    """The words of ``translations/`` in the data folder. Raises TableError with every fault."""
    from workbench.knowledge.tables import read_table

    tables = [read_table(folder / "translations" / name, COLUMNS) for name in ("window.tsv", "report.tsv")]
    own = {row["key"] for row in tables[1]}
    # Where both tables have a key, a report's own sentence counts.
    kept = tuple(row for row in tables[0] if row["key"] not in own)
    return Speaker(code, Words(kept + tables[1]), read_source_words(folder), read_thing_words(folder))
