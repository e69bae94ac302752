"""How news says where it knows something from, and how it sounds when it does not say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, cast, get_args

from workbench.knowledge.language.phrases import PhraseIndex
from workbench.knowledge.tables import Fault, Row, TableError, read_table
from workbench.text.normal import key

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
    """The phrases of ``sources.tsv``, ``citations.tsv`` and ``judgements.tsv``, and look-up keys by what they do: each
    of these fields is a row of ``sourcing_cues.tsv`` (``any_source`` is ``any-source``)."""

    sources: PhraseIndex[SourcePhrase]
    citations: PhraseIndex[CitationKind]
    judgements: PhraseIndex[Judgement]
    official: frozenset[str] = frozenset()
    any_source: frozenset[str] = frozenset()
    day: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    known_at: frozenset[str] = frozenset()
    answering: frozenset[str] = frozenset()


_CUES = {field.name for field in fields(SourcingWords)} - {"sources", "citations", "judgements"}
NO_SOURCING_WORDS = SourcingWords(PhraseIndex(()), PhraseIndex(()), PhraseIndex(()))


def load_sourcing_words(folder: Path) -> SourcingWords:
    """Read the four tables below ``folder``, the lexicon's folder. Raises TableError with every fault."""
    sources = read_table(folder / "sources.tsv", ("kind", "use", "words"))
    citations = read_table(folder / "citations.tsv", ("what", "words"))
    judgements = read_table(folder / "judgements.tsv", ("kind", "where", "words"))
    cues = read_table(folder / "sourcing_cues.tsv", ("cue", "words"))
    found = {row["cue"].replace("-", "_"): frozenset(map(key, row.variants("words"))) for row in cues}
    faults = [
        *_faults(sources, "kind", get_args(SourceKind)), *_faults(sources, "use", get_args(SourceUse)),
        *_faults(citations, "what", get_args(CitationKind)),
        *_faults(judgements, "kind", get_args(JudgementKind)), *_faults(judgements, "where", get_args(JudgementPlace)),
        *_faults(cues, "cue", tuple(name.replace("_", "-") for name in _CUES)),
        *(Fault("sourcing_cues.tsv", 0, f"no row for {name!r}") for name in sorted(_CUES - found.keys())),
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
        **found,
    )  # fmt: skip


def _faults(rows: tuple[Row, ...], column: str, allowed: tuple[str, ...]) -> Iterator[Fault]:
    for row in rows:
        if row[column] not in allowed:
            yield Fault(row.file, row.line, f"unknown {column} {row[column]!r}")
