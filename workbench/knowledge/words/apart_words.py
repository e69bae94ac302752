"""Words that tell two things of one sort apart: the first dose and the second, an exchange that opens and closes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from workbench.knowledge.language.phrases import PhraseIndex
from workbench.knowledge.tables import Fault, TableError, read_table
from workbench.text.values import Token

Reach = Literal["sentence", "lead"]
_PARTICLES = ("ب", "ل", "ك", "ال", "بال", "وال", "فال", "كال", "لل", "ولل", "وب", "ول")


@dataclass(frozen=True, slots=True)
class ApartWords:
    """``members`` finds (partition, member) in words; ``of_leads`` are the partitions whose member may stand in a
    report's lead for all that it tells."""

    members: PhraseIndex[tuple[str, str]]
    of_leads: frozenset[str] = frozenset()

    def told(self, tokens: Sequence[Token]) -> dict[str, set[str]]:
        """The members that words name, by their partition."""
        found: dict[str, set[str]] = {}
        for hit in self.members.find(tokens):
            partition, member = hit.value
            found.setdefault(partition, set()).add(member)
        return found


NO_APART_WORDS = ApartWords(PhraseIndex(()))


def load_apart_words(folder: Path) -> ApartWords:
    """Read ``told_apart.tsv`` below ``folder``. Raises TableError with every fault."""
    phrases: list[tuple[str, tuple[str, str]]] = []
    reaches: dict[str, Reach] = {}
    faults: list[Fault] = []
    for row in read_table(folder / "told_apart.tsv", ("partition", "member", "reach", "words")):
        partition, reach = row["partition"], row["reach"]
        if reach not in get_args(Reach):
            faults.append(Fault(row.file, row.line, f"unknown reach {reach!r}"))
        elif reaches.setdefault(partition, cast(Reach, reach)) != reach:
            faults.append(Fault(row.file, row.line, f"{partition} has two reaches"))
        phrases += [(words, (partition, row["member"])) for words in row.variants("words")]
    if faults:
        raise TableError(tuple(faults))
    of_leads = frozenset(partition for partition, reach in reaches.items() if reach == "lead")
    return ApartWords(PhraseIndex(phrases, particles=_PARTICLES), of_leads)
