"""Words around the results of matches and votes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.knowledge.language.phrases import PhraseIndex
from workbench.knowledge.tables import Fault, TableError, read_table
from workbench.knowledge.words.numeral_words import PARTICLES
from workbench.text.normal import key

_COLUMNS = ("role", "value", "forms")
_ROLES = frozenset(("cue", "one", "two", "many", "single", "haul", "versus", "nil", "clean"))


@dataclass(frozen=True, slots=True)
class ScoreWords:
    """``cues`` are look-up keys; ``scored`` maps a key to what a noun alone says («هدفين»: 2; plurals: 0) and the
    particles before it. Not changed after loading."""

    cues: frozenset[str]
    scored: dict[str, tuple[int, str]]
    singles: frozenset[str]
    versus: PhraseIndex[int]
    nil: PhraseIndex[int]
    nil_words: frozenset[str]
    clean: PhraseIndex[int]


NO_SCORE_WORDS = ScoreWords(
    frozenset(), {}, frozenset(), PhraseIndex(()), PhraseIndex(()), frozenset(), PhraseIndex(())
)


def load_score_words(folder: Path) -> ScoreWords:
    """Read ``lexicon/score_words.tsv`` below ``folder``. Raises TableError with every fault."""
    rows = read_table(folder / "lexicon" / "score_words.tsv", _COLUMNS)
    faults = [
        Fault(row.file, row.line, f"unknown role {row['role']!r} or a value that is no number")
        for row in rows
        if row["role"] not in _ROLES or not (row["value"] or "0").isdigit()
    ]
    if faults:
        raise TableError(tuple(faults))
    scored = {
        particles + key(form): (int(row["value"] or 0), particles)
        for row in rows
        if row["role"] in ("one", "two", "many", "haul")
        for form in row.variants("forms")
        for particles in PARTICLES
    }

    def forms(role: str) -> list[str]:
        return [form for row in rows if row["role"] == role for form in row.variants("forms")]

    return ScoreWords(
        frozenset(particles + key(form) for form in forms("cue") for particles in PARTICLES),
        scored,
        frozenset(key(form) for form in forms("single")),
        PhraseIndex((form, 0) for form in forms("versus")),
        PhraseIndex((particle + form, 0) for form in forms("nil") for particle in ("", "ب", "ل")),
        frozenset(key(form) for form in forms("nil") if " " not in form),
        PhraseIndex((form, 0) for form in forms("clean")),
    )
