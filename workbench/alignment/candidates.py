"""Two claims held against each other, and the pair of events they are of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.alignment.events import EventMatch
from workbench.alignment.relations import Verdict
from workbench.claims.events.values import ArticleEvent
from workbench.claims.events.when import day_of
from workbench.claims.figures.lengths import LASTED
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount, Timex

GENERIC = frozenset("person citizen individual people victim other human resident".split())
# States whose counts rise while a story runs.
RUNNING = frozenset(
    "killed injured infected missing arrested displaced evacuated rescued kidnapped released casualty".split()
)
LEAD_SENTENCE = 3
NEWS_SENTENCES = 2
# Words in common from which two clauses tell of one thing.
SHARED_WORDS = 3
NEARLY_ALL = 0.7
# Fewer than these may be shared by chance.
FEW_THINGS = 10
FEW_PEOPLE = 5


@dataclass(frozen=True, slots=True)
class EventPair:
    """An event of one article and one of another, and how they compare. ``topic``: the content words that both
    headlines have. ``owned``: whose a figure is, by the claim's id."""

    a: ArticleEvent
    b: ArticleEvent
    match: EventMatch
    date_a: dt.date | None = None
    date_b: dt.date | None = None
    topic: frozenset[str] = frozenset()
    owned: Mapping[str, str] = field(default_factory=dict)


def one_story(pairs: Iterable[EventPair], *, both: bool = False) -> EventPair | None:
    """The first pair of events that are surely one, if it is what either article is about, or with ``both`` what both
    are; None where the articles tell of no such event."""
    enough = all if both else any
    return next((one for one in pairs if one.match.verdict == "same" and enough((one.a.main, one.b.main))), None)


def is_plan_and_outcome(pair: EventPair, in_a: Sequence[Claim], in_b: Sequence[Claim]) -> bool:
    """Whether one report was written before what both are about and the other after it: what the one expects and what
    the other tells may differ."""
    return _was_coming(pair.date_a, pair.a, pair.b, in_a) or _was_coming(pair.date_b, pair.b, pair.a, in_b)


def _was_coming(written: dt.date | None, coming: ArticleEvent, told: ArticleEvent, claims: Sequence[Claim]) -> bool:
    """Whether a report names in its lead a day after its own for what the other tells as past by its day."""
    if written is None or told.begin is None or not (coming.main and told.main and told.own_time):
        return False
    if coming.own_time or written >= told.begin:
        return False
    days = (
        day_of(claim.value.begin) for claim in claims
        if claim.kind == "date" and claim.sentence <= NEWS_SENTENCES and isinstance(claim.value, Timex)
    )
    return any(day is not None and written < day <= told.begin for day in days)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two claims that can be compared: whether both can be true, and how surely they speak of one thing (0 to 1)."""

    a: Claim
    b: Claim
    verdict: Verdict
    score: float


def likeness_of(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / max(1, min(len(a), len(b)))


def tells(value: object, kin: bool, few: int = FEW_THINGS) -> bool:
    """Whether sharing a figure means anything: two threes of different things do not."""
    if kin or not isinstance(value, Amount):
        return True
    return value.low is not None and value.low >= few


def any_other_one(a: Claim, b: Claim) -> bool:
    """Whether the claims number what they tell of otherwise: the first wave, the second."""
    one, other = _nth(a), _nth(b)
    return bool(one and other) and one != other


def one_of_several(a: Claim, b: Claim) -> bool:
    """Whether only one claim says the how manieth it is, and it is not the first: «في اليوم الثالث 303 عسكريين»."""
    return bool(_nth(a)) != bool(_nth(b)) and (_nth(a) | _nth(b)) != {"nth:1.0"}


def _nth(claim: Claim) -> set[str]:
    return {trait for trait in claim.traits if trait.startswith("nth:")}


def is_telling(claim: Claim) -> bool:
    """An exact figure that two reports of different things hardly share: 7.8 percent, 16,400 voters."""
    value = claim.value
    if not isinstance(value, Amount) or value.low is None or value.low != value.high:
        return False
    return value.low >= 20 or value.low != int(value.low)


def tells_alike(a: Claim, b: Claim) -> bool:
    """Whether what two claims give alike is hardly alike by chance: an exact figure, one day, how long one thing
    lasted."""
    if isinstance(a.value, Timex) and isinstance(b.value, Timex):
        day = a.value.begin is not None and a.value.begin == a.value.end == b.value.begin == b.value.end
        long = LASTED in a.traits & b.traits and a.value.timex == b.value.timex
        return long or (day and a.kind == b.kind == "date")
    return is_telling(a) and is_telling(b)


def is_name(word: str, knowledge: Knowledge) -> bool:
    """Whether a word of a context names somebody or something: it has an identifier, or no table knows it."""
    world = knowledge.world
    return not word.isascii() or word in world.people or word in world.organisations or word in world.places


def sorts_of(claim: Claim) -> frozenset[str]:
    """What a figure is of, but for the thing: of every day, of a step up or down, of what is asked or planned."""
    return frozenset(trait for trait in claim.traits if trait == "step" or trait.startswith(("each:", "of:")))
