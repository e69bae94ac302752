"""Bodies and states dealt with at a time, told in the sentence, before their birth or after their end, whatever stands
between the time and the name but words that turn to another time."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.checks.anachronisms.deed_words import DeedWords
from workbench.checks.anachronisms.deeds import Deeds
from workbench.checks.anachronisms.tenure import Scene, Time, behind_barrier, words_of_another_time
from workbench.knowledge.base import Knowledge
from workbench.knowledge.facts.organisations import Organisation

_LONGEST = 3700  # days, about ten years: «بين عامي 1996 و1998»
_VERBS = 3  # verbs between a time and a name
_BEHIND = 3  # words behind a name that put it into another time
_KINDS = frozenset(("union", "body", "agency", "alliance", "bank", "fund", "court"))
_FRONTS = frozenset(("في", "الي", "لدي", "مع", "امام", "من"))


@dataclass(frozen=True, slots=True)
class PlainThings:
    """Reads the sentences of one article."""

    knowledge: Knowledge
    deeds: Deeds
    words: DeedWords

    def times(self, scene: Scene, first: int, last: int, thing: Organisation, gone: bool) -> tuple[Time, ...]:
        """The times that date a dealing with ``thing``, named at tokens ``first`` to ``last``, ``gone`` or unborn then.
        Those that live on under another name are dealt with under it for all their time."""
        tokens, words = scene.tokens, self.knowledge.world.words
        if not first or (thing.kind not in _KINDS and (thing.kind != "state" or not gone)):
            return ()
        if any(" ".join(t.key for t in tokens[first : first + n]) in words.regions for n in (1, 2)):
            return ()
        behind = tokens[last : last + _BEHIND]
        longer = ("لل", "ال") if last - first > 2 or thing.kind == "state" else ("ل", "ال")
        if behind and (behind[0].key.startswith(longer) or behind[0].text in "(["):
            return ()
        turning = words.prior | words.once | words.of_history | words.comparisons | words.reissues | words.long_past
        turning -= {"اول"}  # «سكرتيرا أول»
        plain = [token.key for at, token in enumerate(tokens) if not first <= at < last and not scene.in_time(at)]
        if words_of_another_time(scene, first, True):
            return ()
        if any(not turning.isdisjoint((word, word.removeprefix("و"), word.removeprefix("ل"))) for word in plain):
            return ()
        start = self._start(scene, first, thing, gone)
        if start is None:
            return ()
        if start and any(part in words.before for part in _bare(tokens[start - 1].key)):
            return ()  # «ابنة سفير»
        near = sorted(scene.times, key=lambda time: abs(time.first - first))
        return tuple(time for time in near if self._dates(scene, start, last, time))

    def _start(self, scene: Scene, first: int, thing: Organisation, gone: bool) -> int | None:
        """Where the words begin that make it dealt with: a summit, an embassy, «أمام», a verb whose agent it is."""
        tokens, words, world = scene.tokens, self.knowledge.world.words, self.knowledge.world
        before, own = tokens[first - 1], tokens[first].key
        given = own.startswith(("لل", "بال"))
        lives_on = not gone and thing.id in world.forerunners
        noun = next((part for part in _bare(before.key) if part in words.of_body | words.summits), "")
        if lives_on and thing.kind not in ("union", "state"):
            return None
        if noun in words.summits or (noun in words.of_body and thing.kind == "state" and gone):
            return first - 1
        verb = self._hosted(scene, first)
        if verb is not None:
            return verb
        if lives_on and thing.kind == "union":
            return None
        if noun in words.of_body:
            return first - 1
        if given or before.key in _FRONTS:
            at = first if given else first - 1
            reached = range(max(0, at - 6), at)
            if any(tokens[one].kind == "punctuation" for one in reached[-1:]):
                return None
            dealt = words.of_body | words.postings
            if any(not dealt.isdisjoint(_bare(tokens[one].key)) for one in reached):
                return at
        return None

    def _hosted(self, scene: Scene, first: int) -> int | None:
        """«في مؤتمر نظمه الاتحاد»."""
        at = first - 1
        deed = self.words.deed(scene.tokens[at], self.knowledge.world.words.same_day) if at in scene.verbs else None
        if deed is None or deed.verb not in self.knowledge.world.words.same_day or not deed.enclitic:
            return None
        return None if self.deeds.is_present(scene, at) else at

    def _dates(self, scene: Scene, start: int, last: int, time: Time) -> bool:
        tokens, words = scene.tokens, self.knowledge.world.words
        if time.days > _LONGEST or not self.words.has_year(scene, time):
            return False
        if behind_barrier(scene, time, self.knowledge.world):
            return False
        between = range(time.last, start) if time.last <= start else range(last, time.first)
        if any(tokens[at].key in words.barriers - words.was | words.moving_on for at in between):
            return False
        if any(tokens[at].key in ("عن", "حول") for at in between):
            return False  # «ألف كتابا عن رئيس …»
        if any(tokens[at].key == "من" and at + 1 in scene.verbs and at + 2 < last for at in between):
            return False  # «كرّم من عمل سفيرا لدى»
        verbs = [at for at in between if at in scene.verbs and at not in scene.named and not scene.in_time(at)]
        if time.first >= last:
            if verbs or self.words.moves_on(scene, last, time.first) or len(between) > _BEHIND:
                return False
        elif len(verbs) > _VERBS or any(self.deeds.is_present(scene, at) for at in verbs):
            return False
        begin, end = min(start, time.first), max(last, time.last)
        return not self.words.doubtful(scene, begin, end, (start, last))


def _bare(word: str) -> tuple[str, ...]:
    return (word, *(word[1:] for front in ("و", "ب", "ل") if word.startswith(front)))
