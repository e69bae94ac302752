"""How news says where it knows something from, and how it sounds when it does not say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from workbench.knowledge.phrases import PhraseIndex
from workbench.knowledge.tables import Fault, Row, TableError, read_table

SourceKind = Literal["vague", "anonymous"]
SourceUse = Literal["cited", "alone"]
CitationKind = Literal["by", "said", "found"]
JudgementKind = Literal["hedge", "frame", "blame", "charge", "known"]
JudgementPlace = Literal["clause", "any", "passive"]

# «وفقا لمصادر», «بحسب مصادر», «للمراقبين»: particles before the first word of a source.
_BEFORE_SOURCE = ("ل", "ول", "ب", "وب", "ك")


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """A source nobody can check; ``cited`` ones count only beside words of citing."""

    kind: SourceKind
    cited: bool


@dataclass(frozen=True, slots=True)
class Judgement:
    """Words of the reporter's own. ``where``: counts only where a clause begins, anywhere, or only where the first word
    is written as a passive, with its damma («يُتهم»)."""

    kind: JudgementKind
    where: JudgementPlace


@dataclass(frozen=True, slots=True, eq=False)
class SourcingWords:
    """The phrases of ``sources.tsv``, ``citations.tsv`` and ``judgements.tsv``."""

    sources: PhraseIndex[SourcePhrase]
    citations: PhraseIndex[CitationKind]
    judgements: PhraseIndex[Judgement]


NO_SOURCING_WORDS = SourcingWords(PhraseIndex(()), PhraseIndex(()), PhraseIndex(()))


def load_sourcing_words(folder: Path) -> SourcingWords:
    """Read the three tables below ``folder``, the lexicon's folder. Raises TableError with every fault."""
    sources = read_table(folder / "sources.tsv", ("kind", "use", "words"))
    citations = read_table(folder / "citations.tsv", ("what", "words"))
    judgements = read_table(folder / "judgements.tsv", ("kind", "where", "words"))
    faults = [
        *_faults(sources, "kind", get_args(SourceKind)), *_faults(sources, "use", get_args(SourceUse)),
        *_faults(citations, "what", get_args(CitationKind)),
        *_faults(judgements, "kind", get_args(JudgementKind)), *_faults(judgements, "where", get_args(JudgementPlace)),
    ]  # fmt: skip
    if faults:
        raise TableError(tuple(faults))
    return SourcingWords(
        PhraseIndex(
            (
                (words, SourcePhrase(cast(SourceKind, row["kind"]), row["use"] == "cited"))
                for row in sources for words in row.variants("words")
            ),
            particles=_BEFORE_SOURCE,
        ),
        PhraseIndex((words, cast(CitationKind, row["what"])) for row in citations for words in row.variants("words")),
        PhraseIndex(
            (words, Judgement(cast(JudgementKind, row["kind"]), cast(JudgementPlace, row["where"])))
            for row in judgements for words in row.variants("words")
        ),
    )  # fmt: skip


def _faults(rows: tuple[Row, ...], column: str, allowed: tuple[str, ...]) -> Iterator[Fault]:
    for row in rows:
        if row[column] not in allowed:
            yield Fault(row.file, row.line, f"unknown {column} {row[column]!r}")
