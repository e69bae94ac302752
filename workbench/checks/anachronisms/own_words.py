"""Titles whose own words are wrong: «الرئيس السابق» of who still sits, «الرئيس آنذاك» of who did not then."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from workbench.checks.anachronisms.tenure import Scene, Time, behind_barrier, in_office
from workbench.knowledge.base import Knowledge
from workbench.mentions.names.constraints import held_terms
from workbench.mentions.names.holdings import Holding

_SETTLED = dt.timedelta(days=60)  # around a change of office a writer may be ahead of the lists, or behind them
_YEAR = 366  # days: a time that is exact to the year
_REACH = 3  # words behind a title and a name within which «آنذاك» is said of them


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Reads what «السابق» and «آنذاك» beside titles and names say of them."""

    knowledge: Knowledge

    def still_sits(self, scene: Scene, holding: Holding, begin: dt.date, end: dt.date) -> bool:
        """Whether «السابق» is said of somebody who held that very office on the article's days and some time before and
        after them, and no other time is told of; «سلفه الرئيس السابق» depends on who follows."""
        world = self.knowledge.world
        if holding.modes != {"former"} or len(holding.people) != 1 or not holding.full or len(holding.offices) != 1:
            return False
        former = world.words.plainly_former
        inside = [token.key for token in scene.tokens[holding.first : holding.last + 1]]
        if not any(word in former for word in inside) or any(
            token.key in world.words.was | world.words.recalling | world.words.what | world.words.predecessors
            for token in scene.tokens[: holding.first]
        ):
            return False
        if scene.modes or scene.thens or any(not begin <= time.begin <= end for time in scene.times):
            return False
        return any(
            term.status == "holder"
            and term.start.last < begin - _SETTLED
            and (term.last_known if term.end is None else term.end.first) > end + _SETTLED
            for term in held_terms(holding, world)
        )

    def not_then(self, scene: Scene, holding: Holding) -> Time | None:
        """The one time of a sentence to which «آنذاك» beside a title and a name, named in full behind a verb, points
        back, where another held the office then."""
        if holding.modes != {"then"} or not (holding.country and holding.full) or scene.modes:
            return None
        world, tokens = self.knowledge.world, scene.tokens
        if len(scene.times) != 1 or holding.first - 1 not in scene.verbs:
            return None
        time = scene.times[0]
        between = tokens[time.last : holding.first]
        cues = self.knowledge.claim_cues.relative | world.words.what | world.words.sayings | world.words.had_before
        if time.days > _YEAR or time.last > holding.first or behind_barrier(scene, time, world):
            return None
        if any(token.key in cues for token in between) or any(token.key in world.words.was for token in tokens):
            return None
        if not any(first - holding.last < _REACH and first >= holding.first for first, _ in scene.thens):
            return None
        if in_office(holding, time.begin - _SETTLED, time.end + _SETTLED, world) != "no":
            return None
        others = [term for office in holding.offices for term in world.holders(office, time.begin)]
        sure = any(term.status == "holder" and term.person not in holding.people for term in others)
        return time if sure else None
