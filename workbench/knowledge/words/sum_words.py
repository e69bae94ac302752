"""How figures of a sentence hang together, and kinds that nothing belongs to twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast, get_args

from workbench.knowledge.language.phrases import PhraseIndex
from workbench.knowledge.tables import Fault, TableError, read_table
from workbench.text.normal import key

SumCue = Literal[
    "exactly", "spread", "rest", "besides", "total", "share", "of", "change", "margin", "against", "facing", "earlier",
    "ballot", "won", "drawn", "lost", "balance", "town", "site", "region", "voted", "for", "not-for", "abstain",
    "lasting", "twice", "no-abstention", "not-voting", "pieces", "stay",
    "remainder", "holding", "vacant", "beyond", "contrast", "decided", "this-win", "this-draw",
    "that", "including", "two-sides", "shoot-out", "all-of", "deadly", "ill", "amounting",
    "as-follows", "cast", "sum",
]  # fmt: skip
Way = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Balance:
    """What is left where ``costs`` are taken from ``gains``: ``over`` where these are more, ``under`` where they are
    less, all of them names in the books. ``derived``: only where the text says that the one follows from the others."""

    gains: frozenset[str]
    costs: frozenset[str]
    over: frozenset[str]
    under: frozenset[str]
    derived: bool


_LED = {"town": ("ب",), "site": ("ب",), "region": ("ب",)}  # «65 بمدينة طوخ»


@dataclass(frozen=True, slots=True, eq=False)
class SumWords:
    """``cues`` by what they say, each an index of its own; ``kinds``: for a concept or a word's key, the partitions it
    belongs to and which member of each it is; ``ways``: words of growing (up) and shrinking (down), of which
    ``nouns_of_change`` stand between a new figure and the old one («55، ارتفاعا من 40»). ``books``: what a word
    names in the books («إيرادات» is revenue), ``balances`` what is reckoned from such."""

    cues: dict[SumCue, PhraseIndex[bool]]
    kinds: dict[str, frozenset[tuple[str, int]]]
    ways: dict[str, Way]
    nouns_of_change: frozenset[str] = frozenset()
    books: Mapping[str, str] = field(default_factory=dict)
    balances: tuple[Balance, ...] = ()

    def apart(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether nothing can be of both kinds, each given by the names it goes by."""
        mine, theirs = (
            {row for name in names for row in self.kinds.get(name, ())} for names in (one, other)
        )  # fmt: skip
        members = dict(theirs)
        return not mine & theirs and any(members.get(partition, row) != row for partition, row in mine)


NO_SUM_WORDS = SumWords({cue: PhraseIndex(()) for cue in get_args(SumCue)}, {}, {})


def load_sum_words(folder: Path) -> SumWords:
    """Read ``sum_cues.tsv``, ``exclusive_kinds.tsv``, ``change_words.tsv``, ``book_words.tsv`` and
    ``balances.tsv`` below ``folder``. Raises TableError with
    every fault."""
    cues: dict[str, list[tuple[str, bool]]] = {cue: [] for cue in get_args(SumCue)}
    faults: list[Fault] = []
    for row in read_table(folder / "sum_cues.tsv", ("cue", "words")):
        if row["cue"] not in cues:
            faults.append(Fault(row.file, row.line, f"unknown cue {row['cue']!r}"))
            continue
        cues[row["cue"]] += [(words, True) for words in row.variants("words")]
    kinds: dict[str, set[tuple[str, int]]] = {}
    for number, row in enumerate(read_table(folder / "exclusive_kinds.tsv", ("partition", "members"))):
        for member in row.variants("members"):
            found = kinds.setdefault(key(member), set())
            if row["partition"] in dict(found):
                faults.append(Fault(row.file, row.line, f"{member} stands twice in {row['partition']}"))
            found.add((row["partition"], number))
    ways: dict[str, Way] = {}
    between: set[str] = set()
    for row in read_table(folder / "change_words.tsv", ("way", "words")):
        way = row["way"].removesuffix("-from")
        if way not in get_args(Way):
            faults.append(Fault(row.file, row.line, f"unknown way {row['way']!r}"))
        for word in row.variants("words"):
            for conjunction in ("", "و", "ف"):
                ways.setdefault(conjunction + key(word), cast(Way, way))
                if way != row["way"]:
                    between.add(conjunction + key(word))
    books: dict[str, str] = {}
    for row in read_table(folder / "book_words.tsv", ("name", "words")):
        books.update({key(word): row["name"] for word in row.variants("words")})
    balances = [
        Balance(
            frozenset(row.variants("gains")), frozenset(row.variants("costs")), frozenset(row.variants("over")),
            frozenset(row.variants("under")), row["derived"] != "",
        )
        for row in read_table(folder / "balances.tsv", ("gains", "costs", "over", "under", "derived"))
    ]
    named = {name for of in balances for name in of.gains | of.costs | of.over | of.under}
    faults += [Fault("balances.tsv", 0, f"unknown name {name!r}") for name in sorted(named - set(books.values()))]
    if faults:
        raise TableError(tuple(faults))
    return SumWords(
        {cast(SumCue, cue): PhraseIndex(phrases, particles=_LED.get(cue, ())) for cue, phrases in cues.items()},
        {kind: frozenset(found) for kind, found in kinds.items()},
        ways,
        frozenset(between),
        books,
        tuple(balances),
    )
