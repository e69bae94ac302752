"""What traces of editing are told by: words that lean on the next one, doubles that are meant, editors' notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from workbench.knowledge.language.phrases import PhraseIndex
from workbench.knowledge.tables import Fault, Row, TableError, read_table
from workbench.text.normal import key

NotePlace = Literal["begins", "whole", "anywhere", "line", "asks", "within", "ends", "later"]
_NOTE_PLACES = frozenset(("begins", "whole", "anywhere", "line", "asks", "within", "ends", "later"))
_ENDS = {"yes": False, "no": True}
_DOUBLED = frozenset(("fine", "fault", "noun", "thing", "object"))


@dataclass(frozen=True, slots=True, eq=False)
class CopyWords:
    """Words by look-up key. ``leaning``: no sentence stops at them; ``doubled``: a slip when written twice, of which
    those in ``before_noun`` are one only before a noun, those in ``before_thing`` before an indefinite one; ``pairs``:
    (first, second) that never stand side by side, with the keys of next words that excuse them; ``meant``: doubles
    written on purpose; ``names``: given names, doubled in a person's name; ``objects``: adverbs that are a slip when
    written twice before what they take («ردا ردا على»)."""

    leaning: frozenset[str]
    doubled: frozenset[str]
    pairs: dict[tuple[str, str], frozenset[str]]
    meant: PhraseIndex[str]
    names: frozenset[str]
    notes: PhraseIndex[NotePlace]
    labels: frozenset[str]
    before_noun: frozenset[str] = frozenset()
    before_thing: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()


NO_COPY_WORDS = CopyWords(
    frozenset(), frozenset(), {}, PhraseIndex(()), frozenset(), PhraseIndex(()), frozenset()
)  # fmt: skip


def load_copy_words(folder: Path) -> CopyWords:
    """Read the tables of copy faults below ``folder``, the lexicon's folder. Raises TableError with every fault."""
    faults: list[Fault] = []
    loose = read_table(folder / "loose_words.tsv", ("words", "ends", "doubled"))
    notes = read_table(folder / "editor_notes.tsv", ("words", "where"))
    faults += [_unknown(row, "ends") for row in loose if row["ends"] not in _ENDS]
    faults += [_unknown(row, "doubled") for row in loose if row["doubled"] not in _DOUBLED]
    faults += [_unknown(row, "where") for row in notes if row["where"] not in _NOTE_PLACES]
    if faults:
        raise TableError(tuple(faults))
    pairs: dict[tuple[str, str], frozenset[str]] = {}
    for row in read_table(folder / "word_pairs.tsv", ("first", "second", "unless")):
        excuses = frozenset(map(key, row.variants("unless")))
        for first in row.variants("first"):
            for second in row.variants("second"):
                for conjunction in ("", "و", "ف"):
                    pairs[conjunction + key(first), key(second)] = excuses
    return CopyWords(
        leaning=_keys(loose, lambda row: _ENDS[row["ends"]]),
        doubled=_keys(loose, lambda row: row["doubled"] == "fault"),
        pairs=pairs,
        meant=PhraseIndex(
            (words, row["why"])
            for row in read_table(folder / "doubles.tsv", ("words", "why"))
            for words in row.variants("words")
        ),
        names=_keys(read_table(folder / "given_names.tsv", ("names",))),
        notes=PhraseIndex(
            ((words, cast(NotePlace, row["where"])) for row in notes for words in row.variants("words")), joined=False
        ),
        labels=_keys(read_table(folder / "bracket_labels.tsv", ("words",))),
        before_noun=_keys(loose, lambda row: row["doubled"] == "noun"),
        before_thing=_keys(loose, lambda row: row["doubled"] == "thing"),
        objects=_keys(loose, lambda row: row["doubled"] == "object"),
    )


def _keys(rows: tuple[Row, ...], wanted: Callable[[Row], bool] = lambda row: True) -> frozenset[str]:
    """The keys of the first column of the rows that are wanted."""
    return frozenset(key(word) for row in rows if wanted(row) for word in row.variants(next(iter(row.cells))))


def _unknown(row: Row, column: str) -> Fault:
    return Fault(row.file, row.line, f"unknown {column} {row[column]!r}")
