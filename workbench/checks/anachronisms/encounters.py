"""Whom somebody met, or had a talk with, and when: «أجرى حوارا مع الروائي فلان عام 1976», «التقى بفلان»."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from workbench.checks.anachronisms.deed_words import DeedWords
from workbench.checks.anachronisms.tenure import LONGEST, Scene, Time, behind_barrier
from workbench.knowledge.facts.world import World
from workbench.mentions.names.values import OfficeName

_KINDS = 3  # words of «حوارا صحفيا طويلا»
_WHO = frozenset(("الذي",))  # «التي» may be of a letter that a man sent
_FRONTS = frozenset(("مع", "من", "الي", "ب"))
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

    def relative_times(self, scene: Scene, first: int, last: int) -> tuple[Time, ...]:
        """«برئيس الوزراء فلان، الذي استقبله في القصر آخر مرة في 2006»: the times behind the verb of meeting, where the
        name, tokens ``first`` to ``last``, and no noun before it is what the relative clause is of."""
        tokens = scene.tokens
        at = last + 1 if last < len(tokens) and tokens[last].text in "،," else last
        deed = self.words.deed(tokens[at + 1], self.world.words.encounters) if at + 1 < len(tokens) else None
        relative = at + 1 < len(tokens) and tokens[at].key in _WHO and self._is_of_name(scene, first)
        if not relative or deed is None or not deed.enclitic or deed.verb not in self.world.words.encounters:
            return ()
        signs = (n for n in range(at + 2, len(tokens)) if tokens[n].kind == "punctuation" and tokens[n].text != "/")
        stop = next(signs, len(tokens))
        return tuple(
            time
            for time in scene.times
            if at + 1 < time.first and time.last <= stop and time.days <= LONGEST and self.words.has_year(scene, time)
            and not behind_barrier(scene, time, self.world)
            and not any(self._may_be_verb(scene, n) for n in range(at + 2, self.words.head_of(scene, time)))
            and not any(tokens[n].key in _WHO for n in range(at + 2, time.first))
            and not self.words.doubtful(scene, at, time.last, (at, time.last))
        )

    def _may_be_verb(self, scene: Scene, at: int) -> bool:
        """Whether token ``at`` may be a verb; behind «في» and before the article («في قصر الإليزيه») it is none."""
        at_place = scene.tokens[at - 1].key == "في" and at + 1 < len(scene.tokens)
        return at in scene.verbs and not (at_place and scene.tokens[at + 1].key.startswith("ال"))

    def _is_of_name(self, scene: Scene, first: int) -> bool:
        titles = [scene.tokens_of(one) for one in scene.mentions if isinstance(one.value, OfficeName)]
        begin = min((start for start, end in titles if start < first and first - end in (0, 1)), default=first)
        front = scene.tokens[begin - 1] if begin else None
        if front is None or front.kind == "punctuation" or front.key in _FRONTS or begin - 1 in scene.verbs:
            return True
        return scene.tokens[begin].key.startswith(("ب", "ل")) and begin < first

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
