"""Whether somebody held an office at the time a sentence speaks of: the times, the terms, the words between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from workbench.claims.clauses import Clause, cut_clauses
from workbench.knowledge.base import Knowledge
from workbench.knowledge.facts.offices import Answer
from workbench.knowledge.facts.people import Person
from workbench.knowledge.facts.world import World
from workbench.knowledge.language.lexicon import Memory
from workbench.knowledge.working_memory import WorkingMemory
from workbench.mentions.names.constraints import held_terms
from workbench.mentions.names.holdings import Holding, find_holdings
from workbench.mentions.reading import ArticleReading
from workbench.mentions.values import ArticleDate, Mention, Timex, ToldSentence
from workbench.text.values import Token

_INFERRED = 8  # days: as long as "within the week"; what is longer may rest on terms of office
LONGEST = 400  # days: a decade or "recent years" dates nothing


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
    """A sentence as far as it tells who or what was when: its clauses, times and holdings by token; ``named`` are the
    tokens of persons' names, ``things`` the diseases, products, wars and the like that it names, ``verbs`` the tokens
    that may be verbs. ``modes`` are the ways in which its words, persons' names apart, put a title into another time;
    ``thens`` the tokens (first, after the last) of those that do so only in their own clause («آنذاك»). Offsets count
    from the article's start."""

    number: int
    offset: int
    paragraph: int
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    times: tuple[Time, ...]
    holdings: tuple[Holding, ...]
    mentions: tuple[Mention, ...]
    named: frozenset[int]
    things: tuple[Mention, ...]
    verbs: frozenset[int]
    modes: frozenset[str]
    thens: tuple[tuple[int, int], ...]

    def clause_at(self, token: int) -> Clause:
        for clause in self.clauses:
            if clause.first <= token < clause.last:
                return clause
        return Clause(0, len(self.tokens), "start")

    def tokens_of(self, mention: Mention) -> tuple[int, int]:
        """The first token that a mention of the sentence covers, and the one after its last."""
        covered = _covered(mention.moved(-self.offset), self.tokens)
        return covered[0], covered[-1] + 1

    def in_time(self, at: int) -> bool:
        """Whether token ``at`` is part of a time."""
        return any(time.first <= at < time.last for time in self.times)

    def placed(self, number: int, offset: int, paragraph: int) -> Scene:
        """The same sentence elsewhere in an article."""
        by = offset - self.offset
        return Scene(
            number, offset, paragraph, self.tokens, self.clauses, self.times,
            tuple([holding.moved(number, by) for holding in self.holdings]),
            tuple([mention.moved(by) for mention in self.mentions]), self.named,
            tuple([thing.moved(by) for thing in self.things]), self.verbs, self.modes, self.thens,
        )  # fmt: skip


def read_scenes(reading: ArticleReading, knowledge: Knowledge, memory: WorkingMemory) -> tuple[Scene, ...]:
    """The sentences of an article, in order."""
    return tuple(
        memory.recall("scene", told, partial(_scene, told, knowledge, memory.words)).placed(
            number, sentence.start, sentence.paragraph
        )
        for number, (sentence, told) in enumerate(zip(reading.article.sentences, reading.told, strict=True))
    )


def _scene(told: ToldSentence, knowledge: Knowledge, words: Memory) -> Scene:
    """A sentence as if it were an article's first."""
    tokens, near = told.tokens, knowledge.world.words.near
    named = frozenset(
        at for mention in told.mentions if mention.type == "person" for at in _covered(mention, tokens)
    )
    unnamed = [token for at, token in enumerate(tokens) if at not in named]
    return Scene(
        0, 0, 0, tokens,
        cut_clauses(tokens, knowledge.clauses),
        tuple(_times(told.mentions, tokens)),
        tuple(find_holdings(0, 0, tokens, told.mentions, knowledge.world)),
        told.mentions,
        named,
        told.reading.things,
        frozenset(at for at, token in enumerate(tokens) if _may_be_verb(token, knowledge, words)),
        frozenset(hit.value for hit in near.find(unnamed) if hit.value != "then"),
        tuple((hit.first, hit.last) for hit in near.find(tokens) if hit.value == "then"),
    )  # fmt: skip


def _may_be_verb(token: Token, knowledge: Knowledge, words: Memory) -> bool:
    if token.kind != "word":
        return False
    acts = knowledge.world.words.acts
    if token.key in acts or token.key.removeprefix("و") in acts:
        return True
    entries = knowledge.lexicon.lookup(token.key, words, token.plain)
    return any(entry.pos == "verb" and entry.person in (0, 3) for entry in entries) and entries[0].pos != "particle"


def _times(mentions: Iterable[Mention], tokens: Sequence[Token]) -> Iterable[Time]:
    for mention in mentions:
        value = mention.value
        if mention.type not in ("date", "time") or not isinstance(value, Timex):
            continue
        begin, end = _day(value.begin), _day(value.end)
        if begin is None or end is None or end < begin:
            continue
        covered = _covered(mention, tokens)
        if covered:
            yield Time(begin, end, covered[0], covered[-1] + 1)


def _covered(mention: Mention, tokens: Sequence[Token]) -> list[int]:
    """The tokens of a sentence that one of its mentions covers."""
    return [at for at, token in enumerate(tokens) if token.start < mention.end and mention.start < token.end]


def _day(moment: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(moment[:10]) if moment else None
    except ValueError:
        return None


def known_days(date: ArticleDate) -> tuple[dt.date, dt.date] | None:
    """The article's days where somebody or its dateline says them, or its words tell them to within a week; a longer
    interval may rest on the very names that are to be judged."""
    if date.begin is None or date.end is None:
        return None
    if date.source in ("given", "dateline") or (date.end - date.begin).days <= _INFERRED:
        return date.begin, date.end
    return None


def in_office(holding: Holding, begin: dt.date, end: dt.date, world: World) -> Answer:
    """Whether any of the people held any of the offices on any day of ``begin`` to ``end``. "unknown" for the living
    beyond what the tables know of the office, and in stretches whose holders they do not name."""
    unknown = any(_may_live(world.people[id], begin) for id in holding.people) and any(
        end > known_until(office, world)
        or any(term.status == "unknown" and term.covers(begin, end) != "no" for term in world.terms.get(office, ()))
        for office in holding.offices
    )
    for term in held_terms(holding, world):
        answer = term.covers(begin, end)
        if answer == "yes":
            return "yes"
        unknown = unknown or answer == "unknown"
    return "unknown" if unknown else "no"


def _may_live(person: Person, day: dt.date) -> bool:
    return person.died is None or person.died.last >= day


def known_until(office: str, world: World) -> dt.date:
    """The last day on which the tables know who held an office; for good where it was abolished."""
    found = world.offices.get(office)
    if found is not None and found.until is not None:
        return dt.date.max
    return max((term.last_known for term in world.terms.get(office, ())), default=dt.date.min)


def bound_times(scene: Scene, first: int, last: int, world: World) -> tuple[Time, ...]:
    """The times that date the clause of tokens ``first`` to ``last`` itself: in its clause, or before the verb («في 14
    مارس، التقى …»), with no word between that turns to something else (أن، الذي، منذ)."""
    clause = scene.clause_at(first)
    found: list[Time] = []
    for time in scene.times:
        if time.days > LONGEST or behind_barrier(scene, time, world):
            continue
        if time.last <= first:
            near = clause.first <= time.first or not _verbs_between(scene, time.last, first, world)
            between = scene.tokens[time.last : first]
        else:
            near = time.first < clause.last or time.first - last <= 12
            between = scene.tokens[last : time.first]
        if near and not turns(between, world, world.words.sayings):
            found.append(time)
    return tuple(found)


def leading_times(scene: Scene, first: int, world: World) -> tuple[Time, ...]:
    """The times, exact to the month, that stand before token ``first`` and date what is said there, if only as the
    time of its saying («في محضر من آذار 2017 أن …»)."""
    return tuple(
        time
        for time in scene.times
        if time.days <= 31
        and time.last <= first
        and not behind_barrier(scene, time, world)
        and not turns(scene.tokens[time.last : first], world)
    )


def behind_barrier(scene: Scene, time: Time, world: World) -> bool:
    """Whether the word before a time makes it the time of something else: «منذ 2003», «اتفاق 2015»."""
    if not time.first:
        return False
    key, words = scene.tokens[time.first - 1].key, world.words
    return key in words.barriers or any(key.removeprefix(front) in words.dated for front in ("", "ل", "ب", "و", "ك"))


def turns(tokens: Sequence[Token], world: World, further: frozenset[str] = frozenset()) -> bool:
    """Whether a word among ``tokens`` turns to something else: a barrier («الذي», «منذ») or one of ``further``."""
    return any(token.key in world.words.barriers or token.key in further for token in tokens)


def _verbs_between(scene: Scene, first: int, last: int, world: World) -> int:
    """How many clauses with a verb of their own stand between a time in front and a holding, beyond the first."""
    acts = sum(1 for token in scene.tokens[first:last] if token.key.removeprefix("و") in world.words.acts)
    return max(0, acts - 1)


def main_times(scene: Scene, world: World) -> tuple[Time, ...]:
    """The times of a sentence's first clause, exact to the month at least: what the next sentence goes on from."""
    return tuple(
        time
        for time in scene.times
        if time.days <= 31 and not turns(scene.tokens[: time.first], world, world.words.sayings)
    )


def words_of_another_time(scene: Scene, first: int, past: bool | None = None) -> bool:
    """Whether the words of a sentence put the title at token ``first`` into another time: of a past holder «في عهد»,
    «ذكرى», of a coming one «المرشح», «سيخلف»; in the title's own clause also «آنذاك». ``past`` None asks for any."""
    if any(past is None or (mode == "past") == past for mode in scene.modes):
        return True
    clause = scene.clause_at(first)
    return any(clause.first <= begin and end <= clause.last for begin, end in scene.thens)


def remembers(scene: Scene, article: Sequence[Scene]) -> bool:
    """Whether an article remembers another time: in the paragraph of ``scene`` or before, or anywhere without a date
    of its own («المبرم عام 2015 في عهد الرئيس آنذاك فلان», told later, is of 2015 and of nothing else)."""
    return any(
        words_of_another_time(other, 0, True)
        for other in article
        if other.paragraph <= scene.paragraph or not other.times
    )


def compares(scene: Scene, clause: Clause, world: World) -> bool:
    """Whether a clause sets what it names against something of another time («مثل», «قبل ظهور», «شبيه ب»)."""
    keys = [token.key.removeprefix("و") for token in scene.tokens[clause.first : clause.last]]
    return any(key in world.words.barriers or key in world.words.comparisons for key in keys)


def is_agent(scene: Scene, first: int, last: int) -> bool:
    """Whether a verb stands right before tokens ``first`` to ``last``, or right after them."""
    return first - 1 in scene.verbs or last in scene.verbs
