"""Whether somebody held an office at the time a sentence speaks of: the times, the terms, the words between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.claims.clauses import Clause, cut_clauses
from workbench.knowledge.base import Knowledge
from workbench.knowledge.offices import Answer
from workbench.knowledge.world import World
from workbench.mentions.holdings import Holding, find_holdings, phrase_in
from workbench.mentions.name_constraints import held_terms
from workbench.mentions.reading import ArticleReading
from workbench.mentions.values import ArticleDate, Mention, Timex
from workbench.text.values import Token

_INFERRED = 31  # days
_LONGEST = 400  # days: a decade or "recent years" dates nothing


@dataclass(frozen=True, slots=True)
class Time:
    """A time a sentence names: days ``begin`` to ``end``, both included, at tokens ``first`` to ``last``."""

    begin: dt.date
    end: dt.date
    first: int
    last: int

    @property
    def days(self) -> int:
        return (self.end - self.begin).days + 1


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its holdings, times and clauses, all by token."""

    number: int
    offset: int
    paragraph: int
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    times: tuple[Time, ...]
    holdings: tuple[Holding, ...]
    mentions: tuple[Mention, ...]

    def clause_at(self, token: int) -> Clause:
        for clause in self.clauses:
            if clause.first <= token < clause.last:
                return clause
        return Clause(0, len(self.tokens), "start")


def read_scenes(reading: ArticleReading, knowledge: Knowledge) -> tuple[Scene, ...]:
    """The sentences of an article, in order."""
    scenes: list[Scene] = []
    mentions = iter(reading.mentions)
    mention = next(mentions, None)
    for number, (sentence, read) in enumerate(zip(reading.article.sentences, reading.sentences, strict=True)):
        inside: list[Mention] = []
        while mention is not None and mention.start < sentence.end:
            if mention.start >= sentence.start and mention.type != "quotation":
                inside.append(mention)
            mention = next(mentions, None)
        scenes.append(
            Scene(
                number,
                sentence.start,
                sentence.paragraph,
                read.tokens,
                cut_clauses(read.tokens, knowledge.clauses),
                tuple(_times(inside, sentence.start, read.tokens)),
                tuple(find_holdings(number, sentence.start, read.tokens, inside, knowledge.world)),
                tuple(inside),
            )
        )
    return tuple(scenes)


def _times(mentions: Iterable[Mention], offset: int, tokens: Sequence[Token]) -> Iterable[Time]:
    for mention in mentions:
        value = mention.value
        if mention.type not in ("date", "time") or not isinstance(value, Timex):
            continue
        begin, end = _day(value.begin), _day(value.end)
        if begin is None or end is None or end < begin:
            continue
        start, stop = mention.start - offset, mention.end - offset
        covered = [at for at, token in enumerate(tokens) if token.start < stop and start < token.end]
        if covered:
            yield Time(begin, end, covered[0], covered[-1] + 1)


def _day(moment: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(moment[:10]) if moment else None
    except ValueError:
        return None


def known_days(date: ArticleDate) -> tuple[dt.date, dt.date] | None:
    """The article's days where somebody or its dateline says them, or its words tell them to within a month; a longer
    interval may rest on the very names that are to be judged."""
    if date.begin is None or date.end is None:
        return None
    if date.source in ("given", "dateline") or (date.end - date.begin).days <= _INFERRED:
        return date.begin, date.end
    return None


def in_office(holding: Holding, begin: dt.date, end: dt.date, world: World) -> Answer:
    """Whether any of the people held any of the offices on any day of ``begin`` to ``end``. "unknown" beyond what
    the tables know of the office."""
    unknown = False
    for term in held_terms(holding, world):
        answer = term.covers(begin, end)
        if answer == "yes":
            return "yes"
        unknown = unknown or answer == "unknown"
    if unknown or any(end > known_until(office, world) for office in holding.offices):
        return "unknown"
    return "no"


def known_until(office: str, world: World) -> dt.date:
    """The last day on which the tables know who held an office; for good where it was abolished."""
    found = world.offices.get(office)
    if found is not None and found.until is not None:
        return dt.date.max
    return max((term.last_known for term in world.terms.get(office, ())), default=dt.date.min)


def bound_times(scene: Scene, holding: Holding, world: World) -> tuple[Time, ...]:
    """The times that date the clause of a holding itself: in its clause, or before the verb («في 14 مارس، التقى …»),
    with no word between that turns to something else (أن، الذي، منذ)."""
    clause = scene.clause_at(holding.first)
    found: list[Time] = []
    for time in scene.times:
        if time.days > _LONGEST:
            continue
        if time.last <= holding.first:
            lead, follow = time.last, holding.first
            near = clause.first <= time.first or not _verbs_between(scene, time.last, holding.first, world)
        else:
            lead, follow = holding.last, time.first
            near = time.first < clause.last or time.first - holding.last <= 12
        if not near or _barrier(scene.tokens, lead, follow, world):
            continue
        if time.first and scene.tokens[time.first - 1].key in world.words.barriers:
            continue
        found.append(time)
    return tuple(found)


def _verbs_between(scene: Scene, first: int, last: int, world: World) -> int:
    """How many clauses with a verb of their own stand between a time in front and a holding, beyond the first."""
    acts = sum(1 for token in scene.tokens[first:last] if token.key.removeprefix("و") in world.words.acts)
    return max(0, acts - 1)


def _barrier(tokens: Sequence[Token], first: int, last: int, world: World) -> bool:
    return any(token.key in world.words.barriers for token in tokens[first:last])


def main_times(scene: Scene, world: World) -> tuple[Time, ...]:
    """The times of a sentence's first clause, exact to the month at least: what the next sentence goes on from."""
    return tuple(
        time
        for time in scene.times
        if time.days <= 31
        and not _barrier(scene.tokens, 0, time.first, world)
        and not (time.first and scene.tokens[time.first - 1].key in world.words.barriers)
    )


def words_of_another_time(scene: Scene, holding: Holding, world: World, past: bool) -> bool:
    """Whether the clause (for the past, the sentence) of a holding puts its title into another time: «آنذاك», «في
    عهد», «ذكرى»; of a coming holder «المرشح», «سيخلف»."""
    near = world.words.near
    wanted = {phrase: mode for phrase, mode in near.items() if (mode == "candidate") != past or mode == "then"}
    return phrase_in(scene.tokens, 0, len(scene.tokens), wanted) is not None
