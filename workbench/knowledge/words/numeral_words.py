"""The words that write numbers, under every look-up key a text may show them by."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Literal, get_args

from workbench.knowledge.tables import Fault, Row, TableError, read_table
from workbench.text.normal import key, plain

NumeralRole = Literal[
    "zero", "unit", "joined", "ten", "teen", "tens", "hundred", "hundreds", "many", "few", "scale", "one", "two",
    "scales", "part", "rarepart", "twoparts", "parts", "glyph", "ordinal", "first", "never",
]  # fmt: skip

# Particles that may stand before a numeral, as written in a look-up key.
PARTICLES: tuple[str, ...] = (
    "", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل",
    "ال", "وال", "فال", "بال", "كال", "لل", "وبال", "فبال", "ولل", "فلل", "وكال",
)  # fmt: skip
_ROLES = frozenset(get_args(NumeralRole))
_COLUMNS = ("role", "value", "forms", "ending")


@dataclass(frozen=True, slots=True)
class NumeralWord:
    """One reading of a word as (part of) a number. ``particles`` are the letters in front of it, article included;
    ``ending`` is what the unfolded word must end in, "" where anything goes."""

    role: NumeralRole
    value: float
    particles: str
    ending: str

    @property
    def definite(self) -> bool:
        return self.particles.endswith(("ال", "لل"))

    @property
    def joins(self) -> bool:
        """Whether «و» links the word to what stands before it: «وعشرون», «والعشرون»."""
        return self.particles in ("و", "وال")


@dataclass(frozen=True, slots=True)
class NumeralWords:
    """Readings by look-up key, particles included («بألفين» has its own entry). Not changed after loading."""

    readings: dict[str, tuple[NumeralWord, ...]]

    def __contains__(self, word: str) -> bool:
        return word in self.readings

    def get(self, word: str) -> tuple[NumeralWord, ...]:
        return self.readings.get(word, ())


NO_NUMERALS = NumeralWords({})


def load_numeral_words(folder: Path) -> NumeralWords:
    """Read ``lexicon/numerals.tsv`` below ``folder``. Raises TableError with every fault."""
    rows = read_table(folder / "lexicon" / "numerals.tsv", _COLUMNS)
    faults = [fault for row in rows for fault in _faults(row)]
    if faults:
        raise TableError(tuple(faults))
    readings: dict[str, list[NumeralWord]] = {}
    never: set[str] = set()
    for row in rows:
        for form in row.variants("forms"):
            if row["role"] == "never":
                never.add(key(form))
                continue
            for particles in PARTICLES:
                word = NumeralWord(row["role"], float(Fraction(row["value"])), particles, plain(row["ending"]))  # type: ignore[arg-type]
                entry = readings.setdefault(particles + key(form), [])
                if word not in entry:
                    entry.append(word)
    return NumeralWords({word: tuple(entry) for word, entry in readings.items() if word not in never})


def _faults(row: Row) -> list[Fault]:
    faults: list[str] = []
    if row["role"] not in _ROLES:
        faults.append(f"unknown role {row['role']!r}")
    try:
        Fraction(row["value"])
    except (ValueError, ZeroDivisionError):
        faults.append(f"{row['value']!r} is no number")
    if not row.variants("forms"):
        faults.append("no forms")
    faults.extend(
        f"{form!r} does not end in {row['ending']!r}"
        for form in row.variants("forms")
        if not plain(form).endswith(row["ending"])
    )
    return [Fault(row.file, row.line, message) for message in faults]
