"""Whom somebody met, or had a talk with, and when: «أجرى حوارا مع الروائي فلان عام 1976», «التقى بفلان»."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from workbench.checks.anachronisms.deed_words import DeedWords
from workbench.checks.anachronisms.tenure import LONGEST, Scene, Time, behind_barrier
from workbench.knowledge.facts.world import World

_KINDS = 3  # words of «حوارا صحفيا طويلا»
_SAME_YEAR = 8  # tokens of «نُشر في العام نفسه، أي في سنة»


@dataclass(frozen=True, slots=True)
class Encounters:
    """Reads the dated encounters of one sentence: only such as take two that live."""

    world: World
    words: DeedWords

    def times(self, scene: Scene, first: int, last: int) -> tuple[Time, ...]:
        """The times that date a meeting or a talk with somebody, whose title and name are tokens ``first`` to
        ``last``; none where a time may be that of what was made of it («نُشر عام 1976»)."""
        if not self._ends(scene, last):
            return ()
        start, verbs = self._start(scene, first)
        if self.words.verb_behind(scene, start, verbs) not in verbs:
            return ()
        verb = next(at for at in range(start - 1, -1, -1) if self.words.deed(scene.tokens[at], verbs) is not None)
        known = self.world.words
        if any(token.key in known.founded | known.awards | known.posts for token in scene.tokens[verb:start]):
            return ()  # «التقى فرقة أم كلثوم»
        return tuple(
            time
            for time in scene.times
            if time.days <= LONGEST
            and self.words.has_year(scene, time)
            and not behind_barrier(scene, time, self.world)
            and self._dates(scene, time, verb, start, last)
            and not self.words.doubtful(scene, min(verb, time.first), max(last, time.last), (verb, last))
        )

    def _ends(self, scene: Scene, last: int) -> bool:
        """Whether what follows the name is no part of it, nor tells of another who bears it («محمود درويش اللاعب»)."""
        if last >= len(scene.tokens) or scene.tokens[last].kind == "punctuation":
            return True
        following = scene.tokens[last].key
        words = self.world.words
        fronts = words.time_fronts | words.issued | words.name_ends
        return following in fronts or any(time.first == last for time in scene.times)

    def _start(self, scene: Scene, first: int) -> tuple[int, frozenset[str]]:
        """Where the object of a verb begins that ends with a title and name, and the verbs that take it."""
        tokens, words = scene.tokens, self.world.words
        if not first or tokens[first - 1].key != "مع":
            return first, words.encounters
        for noun in range(first - 2, max(-1, first - 3 - _KINDS), -1):
            if tokens[noun].key in words.talks:
                return noun, words.talking
            if tokens[noun].key not in words.shared_kinds:
                break
        return first - 1, words.encounters_with

    def _dates(self, scene: Scene, time: Time, verb: int, start: int, last: int) -> bool:
        words = self.words
        head = words.head_of(scene, time)
        if time.last <= verb:
            return words.opens(scene, head) and words.through(scene, time.last, verb) == ""
        if time.first < start:
            return True
        if head < last:
            return False
        return words.through(scene, last, head) == "" or self._same_year(scene, last, time)

    def _same_year(self, scene: Scene, last: int, time: Time) -> bool:
        """«نُشر في العام نفسه، أي في 1976»: what was made of it is of the same year."""
        between = [token.key for token in scene.tokens[last : time.first] if token.kind != "punctuation"]
        issued = bool(between) and between[0].removeprefix("و") in self.world.words.issued
        words = self.words.knowledge.figures
        return issued and len(between) <= _SAME_YEAR and "اي" in between and any(
            year in words.last_time and same in words.itself for year, same in pairwise(between)
        )
