"""What verbs say of others: that it is not so, that it is only said, that one must come before another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from workbench.knowledge.tables import Fault, TableError, read_table
from workbench.text.normal import key
from workbench.text.values import Bilingual

Effect = Literal["negates", "alleges", "accuses", "carries", "supports", "bears", "sides"]


def load_statement_operators(folder: Path) -> dict[str, Effect]:
    """``statement_operators.tsv`` as effect by concept. Raises TableError with every faulty line."""
    found: dict[str, Effect] = {}
    faults: list[Fault] = []
    for row in read_table(folder / "statement_operators.tsv", ("concept", "effect")):
        if row["effect"] not in get_args(Effect):
            faults.append(Fault(row.file, row.line, f"unknown effect {row['effect']!r}"))
        elif row["concept"] in found:
            faults.append(Fault(row.file, row.line, f"{row['concept']!r} stands twice"))
        found[row["concept"]] = cast(Effect, row["effect"])
    if faults:
        raise TableError(tuple(faults))
    return found


Tie = Literal["", "way", "rescue", "suspect", "burial"]


@dataclass(frozen=True, slots=True)
class SoleDeed:
    """What one alone does to a thing: ``objects`` gives for the concept of each what it is called here, ``plural`` are
    those of them that are told of in the plural, ``verbs`` are concepts of doing it, ``roles`` of who does it."""

    name: str
    verbs: frozenset[str]
    objects: Mapping[str, str]
    roles: frozenset[str]
    plural: frozenset[str] = frozenset()


def load_sole_deeds(folder: Path) -> tuple[SoleDeed, ...]:
    """``sole_deeds.tsv``."""
    return tuple(
        SoleDeed(
            row["deed"], frozenset(row.variants("verbs")),
            {
                one.removesuffix("+"): same.split("=")[0].removesuffix("+")
                for same in row.variants("objects") for one in same.split("=")
            },
            frozenset(row.variants("roles")),
            frozenset(
                one.removesuffix("+")
                for same in row.variants("objects") for one in same.split("=") if one.endswith("+")
            ),
        )
        for row in read_table(folder / "sole_deeds.tsv", ("deed", "verbs", "objects", "roles"))
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class OnceDeed:
    """What is done to a thing but once: ``concepts`` say it; where there are ``stories``, both reports must be about
    one of these families of events, of each of which it befalls once; ``first``: both must say «أول» of it."""

    name: str
    stories: frozenset[str]
    first: bool
    concepts: frozenset[str]


def load_once_deeds(folder: Path) -> tuple[OnceDeed, ...]:
    """``once_deeds.tsv``."""
    return tuple(
        OnceDeed(
            row["deed"], frozenset(row.variants("stories")), row["first"] == "yes", frozenset(row.variants("concepts"))
        )
        for row in read_table(folder / "once_deeds.tsv", ("deed", "stories", "first", "concepts"))
    )


@dataclass(frozen=True, slots=True)
class Course:
    """What two concepts are in words of which the first must come first. ``beside``: the look-up key of a word that
    must stand beside the later one, or empty; ``clocks_only``: only clocks are compared; ``once``: the two cannot
    happen again the other way round, as a gate that was closed may be opened. ``tie``: what makes the two of one
    course, where it is more than one thing that does both."""

    what: Bilingual
    beside: str = ""
    clocks_only: bool = False
    once: bool = False
    tie: Tie = ""


def load_sequences(folder: Path) -> dict[tuple[str, str], Course]:
    """``sequences.tsv``: by the two concepts of which the first must come first."""
    columns = ("earlier", "later", "beside", "by", "english", "arabic")
    found: dict[tuple[str, str], Course] = {}
    for row in read_table(folder / "sequences.tsv", columns):
        tie = cast(Tie, row["by"] if row["by"] in get_args(Tie) else "")
        course = Course(
            Bilingual(row["english"], row["arabic"]), key(row["beside"]), bool(tie) or row["by"].startswith("clock"),
            row["by"] == "clock-once", tie,
        )  # fmt: skip
        for earlier in row.variants("earlier"):
            for later in row.variants("later"):
                found.setdefault((earlier, later), course)
    return found
