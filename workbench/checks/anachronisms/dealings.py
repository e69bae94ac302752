"""States and bodies that somebody is posted to, visits, enters, or meets the head of: which time dates that and nothing
else. Where a name stands for a place only, or the words say that it was another then, there is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.anachronisms.deed_words import DeedWords
from workbench.checks.anachronisms.gatherings import Gatherings
from workbench.checks.anachronisms.tenure import LONGEST, Scene, Time, behind_barrier
from workbench.knowledge.facts.organisations import Organisation
from workbench.knowledge.facts.world import World
from workbench.mentions.names.values import OfficeName, OrganisationName, PlaceName

_POSTED = 5  # words between «سفيرا» and the name: «سفيرا فوق العادة لبلاده لدى»
_TRADE = 7  # words between «اشترت» and «من»
_OFFICE = 2  # words of «وزير خارجية»
_MEETING = 3  # words of «أوراق اعتماده إلى»
_BEHIND = 3  # words behind a name that put it into another time
_LONGEST_TALKS = dt.timedelta(days=3700)  # about ten years: what they led to may be of after its birth
_STATES = frozenset(("state",))
_BODIES = frozenset(("union", "body", "agency", "alliance", "bank", "fund"))


@dataclass(frozen=True, slots=True)
class _Tie:
    """Words from token ``start`` on that tie a name to one of ``verbs``, which stands before them; or to the verb that
    ``start`` is itself, where ``verbs`` is None."""

    start: int
    verbs: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Dealings:
    """Reads the dated dealings of one article's sentences with states and bodies."""

    world: World
    words: DeedWords

    def times(self, scene: Scene, first: int, last: int, thing: Organisation, gone: bool) -> tuple[Time, ...]:
        """The times that date a dealing with ``thing``, named at tokens ``first`` to ``last``; ``gone``: after its end,
        else before its birth."""
        if self._renamed(thing, gone) or self._once(scene, last):
            return ()
        return self._dated(scene, self._ties(scene, first, thing, gone), last)

    def office_times(self, scene: Scene, first: int, last: int, thing: Organisation, gone: bool) -> tuple[Time, ...]:
        """The times that date a meeting with who held the office named at tokens ``first`` to ``last``, of ``thing``;
        none where a person's name follows: that is a matter of their term."""
        if self._renamed(thing, gone) or self._once(scene, last) or last in scene.named:
            return ()
        return self._dated(scene, iter((self._met(scene, first),)), last)

    def gathering_times(self, scene: Scene, first: int, last: int, thing: Organisation) -> tuple[Time, ...]:
        """The times that date a summit of ``thing``, named at tokens ``first`` to ``last``, or an agreement with it."""
        if self._once(scene, last):
            return ()
        found: list[Time] = []
        for start, verbs in Gatherings(self.world).ties(scene, first, last, thing):
            times = self._dated(scene, iter((_Tie(start, verbs),)), last)
            if verbs is self.world.words.negotiating and thing.start is not None:
                times = tuple(time for time in times if abs(thing.start.first - time.end) > _LONGEST_TALKS)
            found += times
        return tuple(found)

    def _dated(self, scene: Scene, ties: Iterator[_Tie], last: int) -> tuple[Time, ...]:
        found: list[Time] = []
        for tie in ties:
            for time in scene.times:
                if time.days > LONGEST or not self.words.has_year(scene, time):
                    continue
                if behind_barrier(scene, time, self.world) or not self._dates(scene, tie, last, time):
                    continue
                begin, end = min(tie.start, time.first), max(last, time.last)
                if not self.words.doubtful(scene, begin, end, (begin, last)):
                    found.append(time)
        return tuple(found)

    def _renamed(self, thing: Organisation, gone: bool) -> bool:
        """Whether a state goes on under another name, or did: the later name is used of all its time."""
        if thing.kind != "state":
            return False
        if gone:
            return bool(thing.successor)
        world = self.world
        return any(world.organisations[id].kind == "state" for id in world.forerunners.get(thing.id, ()))

    def _once(self, scene: Scene, last: int) -> bool:
        """Whether what follows a name puts it into another time, or makes it longer («الاتحاد الأوروبي للإذاعات»)."""
        words = self.world.words
        behind = scene.tokens[last : last + _BEHIND]
        if behind and behind[0].key.startswith(("لل", "ال")):
            return True
        return any(token.key in words.once or token.text in "([" for token in behind)

    # -- what ties the name to a verb ---------------------------------------------------------------------------

    def _ties(self, scene: Scene, first: int, thing: Organisation, gone: bool) -> Iterator[_Tie]:
        posted = self._posting(scene, first)
        if posted is not None:
            yield posted
        met = self._meeting(scene, first)
        if met is not None:
            yield met
        if gone and thing.kind in _STATES:
            bought = self._bought(scene, first)
            if bought is not None:
                yield bought
        called = self._calling(scene, first, thing, gone)
        if called is not None:
            yield called

    def _posting(self, scene: Scene, first: int) -> _Tie | None:
        """«سفيرا لبلاده لدى», «منصب سفير تونس في», «أوراق اعتماده سفيرا لدى», «مثّل بلاده لدى»."""
        tokens, words = scene.tokens, self.world.words
        if first < 2 or tokens[first - 1].key not in words.at_place:
            return None
        at = first - 2
        places = self._places(scene)
        while at > max(0, first - 2 - _POSTED) and tokens[at].key not in words.postings:
            if tokens[at].key not in words.posting_words and at not in places:
                break
            at -= 1
        word = tokens[at].key.removeprefix("و")
        if word in words.represents and at < first - 2:
            return _Tie(at, None)
        if word not in words.postings or tokens[at].key.startswith("ال"):
            return None
        if at and (tokens[at - 1].key in words.mandates or tokens[at - 1].key == "في"):
            at -= 1
        if at > 1 and tokens[at - 2].key == "اوراق" and tokens[at - 1].key.startswith("اعتماد"):
            at -= 2
        return _Tie(at, words.appointing)

    def _places(self, scene: Scene) -> frozenset[int]:
        return frozenset(
            at
            for mention in scene.mentions
            if isinstance(mention.value, (PlaceName, OrganisationName, OfficeName))
            for at in range(*scene.tokens_of(mention))
        )

    def _meeting(self, scene: Scene, first: int) -> _Tie | None:
        """«للقاء رئيس», «بدعوة من وزير خارجية», «التقى ملك»."""
        tokens, words = scene.tokens, self.world.words
        for length in range(min(_OFFICE, first), 0, -1):
            if " ".join(token.key for token in tokens[first - length : first]) in words.state_offices:
                return self._met(scene, first - length)
        return None

    def _met(self, scene: Scene, begin: int) -> _Tie:
        """What stands before the title at token ``begin``."""
        tokens, words = scene.tokens, self.world.words
        for length in range(min(_MEETING, begin), 0, -1):
            phrase = " ".join(token.key for token in tokens[begin - length : begin])
            if phrase in words.meetings:
                return _Tie(begin - length, words.appointing | words.meeting_verbs)
        if begin and tokens[begin - 1].key == "مع":
            begin -= 1
        return _Tie(begin, words.meeting_verbs)

    def _calling(self, scene: Scene, first: int, thing: Organisation, gone: bool) -> _Tie | None:
        """«زار», «درس في», «انضم إلى»: a state that is gone, or a body that is not yet."""
        words = self.world.words
        tokens = scene.tokens
        states = gone and thing.kind in _STATES and not any(name in words.regions for name in self._keys(scene, first))
        bodies = thing.kind in _BODIES and thing.id not in self.world.forerunners
        phrases = words.callings if states else words.joinings_in if bodies and not gone else frozenset[str]()
        front = tokens[first - 1].key if first else ""
        if front in ("في", "الي", "لدي", "مع"):
            start, prep = first - 1, front
        elif tokens[first].key.startswith(("بال", "لل")):
            start, prep = first, tokens[first].key[0]
        else:
            start, prep = first, ""
        verbs = frozenset(
            phrase.split(" ")[0] for phrase in phrases if " ".join(phrase.split(" ")[1:]) == prep
        )
        return _Tie(start, verbs) if verbs else None

    def _bought(self, scene: Scene, first: int) -> _Tie | None:
        """«اشترتها شركة أوكرانية من»: the verb of buying, with no other verb and no pause behind."""
        tokens, words = scene.tokens, self.world.words
        if first < 2 or tokens[first - 1].key != "من":
            return None
        for at in range(first - 2, max(-1, first - 2 - _TRADE), -1):
            deed = self.words.deed(tokens[at], words.trading)
            if deed is not None and deed.verb in words.trading and at in scene.verbs:
                return _Tie(at, None)
            if tokens[at].kind == "punctuation" or tokens[at].key in words.barriers | words.what:
                return None
        return None

    def _keys(self, scene: Scene, first: int) -> tuple[str, ...]:
        tokens = scene.tokens[first : first + 2]
        return tuple(dict.fromkeys((tokens[0].key, " ".join(token.key for token in tokens))))

    # -- the date -----------------------------------------------------------------------------------------------

    def _dates(self, scene: Scene, tie: _Tie, last: int, time: Time) -> bool:
        words = self.words
        head = words.head_of(scene, time)
        verbs = tie.verbs or frozenset()
        if time.last <= tie.start:
            between = words.through(scene, time.last, tie.start, verbs)
            if between is None:
                return False
            if tie.verbs is None:
                return not between and words.opens(scene, head)
            if between:
                return between in verbs and words.opens(scene, head)
            return (words.verb_behind(scene, head, verbs) or "") in verbs
        if head < last or words.through(scene, last, head) != "":
            return False
        if tie.verbs is None:
            return True
        return (words.verb_behind(scene, tie.start, verbs) or "") in verbs
