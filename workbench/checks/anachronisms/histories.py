"""History told with a date of its own: whether whoever is said to have appointed, received or ruled held the office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.checks.anachronisms.deed_words import DeedWords, Link
from workbench.checks.anachronisms.deeds import Deeds
from workbench.checks.anachronisms.tenure import LONGEST, Scene, Time, behind_barrier, bound_times, in_office
from workbench.knowledge.base import Knowledge
from workbench.knowledge.facts.offices import Term
from workbench.knowledge.facts.world import World
from workbench.mentions.names.constraints import held_terms
from workbench.mentions.names.holdings import Holding
from workbench.mentions.names.values import PersonName
from workbench.mentions.values import Mention

Weight = Literal["age", "sovereign", "official", "social"]

_EARLIEST = 1900  # years before it may be of another calendar
_DECADE = 3660  # days
_HANDOVER = dt.timedelta(days=31)  # lists date a term by the naming, the vote, the oath or the first day
_RISE = dt.timedelta(days=366)  # an age is told of from a little before its ruler's first day
_ROUND = dt.timedelta(days=366)  # a decade is a round number
_ABOUT = dt.timedelta(days=730)  # «نحو عام 1989»
_COURTESY = dt.timedelta(days=2900)  # about eight years: so long the title of the living is news, then courtesy
_NAMESAKES = dt.timedelta(days=30 * 365)  # «الملك حسين» of another age is another king
_BACK = 2  # sentences back to what «تلك المفاوضات» means
_RULERS = frozenset(("president", "king", "emir", "sultan", "supreme-leader", "head-of-council", "pope"))
_HEADS = frozenset(("prime-minister", "chancellor"))


@dataclass(frozen=True, slots=True)
class Histories:
    """Reads the dated deeds and ages of one article's sentences."""

    knowledge: Knowledge
    deeds: Deeds
    words: DeedWords
    days: tuple[dt.date, dt.date] | None

    def out_of_time(self, scene: Scene, holding: Holding) -> Time | None:
        """The time, given beside the deed or the age of the holder, at which that was nobody's to do; None where there
        is none, or where it may date something else."""
        first, last = holding.first, holding.last
        link = self.words.link_before(scene, first)
        if holding.modes - {"memory"}:
            return None
        age = link is not None and link.kind == "age"
        if holding.modes and not age and not self.words.is_deed(scene, first):
            return None
        if not any(time.begin.year >= _EARLIEST for time in scene.times):
            return None
        found = self._linked(scene, holding, link) if link is not None else self._done(scene, holding)
        if found is None:
            return None
        time, weight, start = found
        if self.words.doubtful(scene, min(start, time.first), max(last, time.last), (start, last)):
            return None
        ordered = link is not None and link.kind in ("official", "sovereign")
        return time if self._out(scene, holding, time, weight, ordered) else None

    def next_day(self, scene: Scene, holding: Holding, before: Sequence[Scene]) -> Time | None:
        """The time of the sentence before from which «وفي اليوم التالي» goes on to what somebody did who was dead by
        then; None where that tells of more than one time, or names nobody who was in office at it, so that it may be
        the time of a book or a memory only. Or the time of what «طوال تلك المفاوضات» means."""
        if scene.times or holding.modes:
            return None
        if not self.words.goes_on(scene):
            return self._meanwhile(scene, holding, before)
        told = before[-1] if before else None
        times = () if told is None else tuple(time for time in told.times if self.words.has_year(told, time))
        if told is None or not times or any(time.days > LONGEST for time in times):
            return None
        begin, end = min(time.begin for time in times), max(time.end for time in times)
        people = [self.world.people[id] for id in holding.people]
        if (end - begin).days > LONGEST or not all(p.died is not None and p.died.last < begin for p in people):
            return None
        if not any(in_office(other, begin, end, self.world) == "yes" for other in told.holdings if not other.modes):
            return None
        words, first, last = self.words, holding.first, holding.last
        link = words.link_before(scene, first)
        if link is None:
            acts = words.first_deed(scene) == words.verb_at(scene, first) and not words.may_undergo(scene, first, last)
        else:
            acts = link.kind != "age" and words.first_deed(scene) is not None
        return Time(begin, end, 0, 0) if acts and not words.doubtful(scene, first, last, (first, last)) else None

    def _meanwhile(self, scene: Scene, holding: Holding, before: Sequence[Scene]) -> Time | None:
        """The time of the talks, the war or the like just told of, throughout which («طوال تلك المفاوضات») somebody,
        named in full with the full title, is said to have done something, though another held the office then; None
        where those told of there were not in office either."""
        noun = self._those(scene) if holding.country and holding.full else None
        told = next((one for one in reversed(before[-_BACK:]) if noun in self._nouns(one)), None) if noun else None
        times = () if told is None else tuple(time for time in told.times if self.words.has_year(told, time))
        if told is None or not times or any(time.days > LONGEST for time in told.times):
            return None
        begin, end = min(time.begin for time in times), max(time.end for time in times)
        if (end - begin).days > LONGEST or in_office(holding, begin - _HANDOVER, end + _HANDOVER, self.world) != "no":
            return None
        others = [other for office in holding.offices for other in self.world.holders(office, begin)]
        if not any(other.status == "holder" and other.person not in holding.people for other in others):
            return None
        if not any(in_office(other, begin, end, self.world) == "yes" for other in told.holdings if not other.modes):
            return None
        first, last, words = holding.first, holding.last, self.words
        was = bool(first) and scene.tokens[first - 1].key.removeprefix("و") in words.words.was | words.words.gone_on
        acts = was or not {last, first - 1}.isdisjoint(scene.verbs - scene.named)
        past_before = any(token.key in ("قد", "سبق", "لقد") for token in scene.tokens)
        if not acts or past_before or words.doubtful(scene, first, last, (first - was, last)):
            return None
        return Time(begin, end, 0, 0)

    def _those(self, scene: Scene) -> str | None:
        """The noun of «طوال تلك المفاوضات»."""
        words, tokens = self.words.words, scene.tokens
        for at in range(len(tokens) - 2):
            that = tokens[at + 1].key in words.pointing and tokens[at + 2].key.startswith("ال")
            if that and tokens[at].key.removeprefix("و") in words.throughout:
                return tokens[at + 2].key.removeprefix("ال")
        return None

    def _nouns(self, scene: Scene) -> frozenset[str]:
        return frozenset(token.key.removeprefix("ب").removeprefix("ال") for token in scene.tokens)

    def tells(self, scene: Scene, holding: Holding, begin: dt.date) -> bool:
        """Whether a sentence dates what the holder did or underwent to years that were over when the article was
        written, on day ``begin``."""
        times = bound_times(scene, holding.first, holding.last, self.world)
        return bool(times) and all(time.days > _HANDOVER.days and time.end < begin for time in times)

    def bare(self, scene: Scene) -> Iterator[Holding]:
        """Holdings that no title shows, only «في عهد» before the name, or a ruler's title that is part of it."""
        if not scene.times:
            return
        titled = {holding.person for holding in scene.holdings}
        for mention in scene.mentions:
            value = mention.value
            if not isinstance(value, PersonName) or mention in titled or not value.candidates:
                continue
            holding = self._untitled(scene, mention, value)
            if holding is not None:
                yield holding

    def _untitled(self, scene: Scene, mention: Mention, value: PersonName) -> Holding | None:
        first, last = scene.tokens_of(mention)
        link = self.words.link_before(scene, first)
        if not (link is not None and link.kind == "age") and not self.words.rules(scene, first):
            return None
        offices = self._top_offices(value.candidates)
        if not offices or any(not self.knowledge.world.terms_of(id) for id in value.candidates):
            return None
        modes = self.words.modes_around(scene, first, last)
        return Holding(
            scene.number, "title-before", value.candidates, offices, mention.start, mention.end, first, last, mention,
            None, modes, False, value.form == "full",
        )  # fmt: skip

    def _top_offices(self, people: tuple[str, ...]) -> tuple[str, ...]:
        world = self.world
        terms = [term for id in people for term in world.terms_of(id) if term.office in world.offices]
        for kinds in (_RULERS, _HEADS):
            found = tuple(dict.fromkeys(term.office for term in terms if world.offices[term.office].kind in kinds))
            if found:
                return found
        return ()

    @property
    def world(self) -> World:
        return self.knowledge.world

    # -- which time ---------------------------------------------------------------------------------------------

    def _linked(self, scene: Scene, holding: Holding, link: Link) -> tuple[Time, Weight, int] | None:
        """«عام 1989 في عهد …», «بقرار من … عام 2012»: the time, and what stands between, must belong to one deed."""
        for time in scene.times:
            if not self._counts(scene, time, link.kind == "age"):
                continue
            weight = self._weight_of(scene, holding, link, time)
            if weight is not None and not self._touches(scene, holding, time):
                return time, weight, link.first
        return None

    def _weight_of(self, scene: Scene, holding: Holding, link: Link, time: Time) -> Weight | None:
        words = self.words
        begin = words.head_of(scene, time)
        further = words.words.sending if link.kind == "sent" else frozenset[str]()
        if time.last <= link.first:
            between = words.through(scene, time.last, link.first, further)
            before = begin
        elif begin >= holding.last:
            between = words.through(scene, holding.last, begin)
            before = link.first
        else:
            return None
        if between is None:
            return None
        direct = time.last == link.first or (
            time.last + 1 == link.first and scene.tokens[time.last].text in "،," and words.closes(scene, holding.last)
            and sum(at < time.first for at in scene.verbs - scene.named) < 2  # «وفُتح ملف عقود أُبرمت عام 2016، في عهد»
        )
        if link.kind == "sent" or link.kind == "got":
            passed = self._passed_on(scene, link, between, before) and not self._overthrown(holding, time)
            return "social" if passed else None
        verb = between
        if not verb:
            if direct and link.kind != "agent":
                return link.kind
            verb = words.verb_behind(scene, before) or ""
            if not verb and not (link.kind == "age" and words.opens(scene, before) and begin >= holding.last):
                return None
        elif not words.opens(scene, before):
            return None
        if link.kind == "agent":
            return words.weight(verb) or "social"
        return link.kind

    def _overthrown(self, holding: Holding, time: Time) -> bool:
        """Whether the holder lived on, overthrown, and in prison for all we know: letters reach them there."""
        people = [self.world.people[id] for id in holding.people]
        return any(term.how_ended == "deposed" for term in held_terms(holding, self.world)) and not all(
            person.died is not None and person.died.last < time.begin for person in people
        )

    def _passed_on(self, scene: Scene, link: Link, between: str, before: int) -> bool:
        """Whether «سلّم», «تلقى» and the like, with nothing in between, pass on the letter of a link."""
        words = self.words
        if link.kind == "got":  # «تسلم المتحف رسالة من الرئيس فلان» is of another day than the letter
            deed = words.deed(scene.tokens[before - 1], words.words.receiving) if before else None
            return deed is not None and deed.verb in words.words.receiving and not between
        verb = between or words.verb_behind(scene, before, words.words.sending) or ""
        return verb in words.words.sending

    def _done(self, scene: Scene, holding: Holding) -> tuple[Time, Weight, int] | None:
        """«عينه الرئيس فلان عام 1989», «وكان الرئيس فلان قد عينه عام 1989»."""
        words, tokens = self.words, scene.tokens
        verb = words.verb_at(scene, holding.first)
        if verb is not None:
            between = [time for time in scene.times if time.last == holding.first and verb < time.first]
            times = (*between, *self.deeds.times_of(scene, verb, holding.last, words.is_deed(scene, holding.first)))
        else:
            verb = holding.last
            if verb < len(tokens) and tokens[verb].key == "قد":
                verb += 1
            if verb >= len(tokens) or not words.starts(scene, holding.first):
                return None
            times = self.deeds.times_behind(scene, verb)
        deed = words.deed(tokens[verb])
        if deed is None or words.may_undergo(scene, holding.first, holding.last):
            return None
        weight: Weight | None = words.weight(deed.verb)
        if weight is None:
            return None
        when = words.when(scene, verb) if verb < holding.first else None
        if when is not None:
            time, earlier = when
            counts = self._counts(scene, time, False) and not self._touches(scene, holding, time)
            if counts and (not earlier or self._not_yet(holding, time)):
                return time, weight, verb
        if any(self._touches_at(holding, time) for time in times):
            return None
        for time in times:
            if not self._counts(scene, time, False) or self._touches(scene, holding, time):
                continue
            if time.last == holding.first:
                return time, weight, verb
            if time.last <= verb:
                if words.opens(scene, words.head_of(scene, time)):
                    return time, weight, verb
            elif not words.moves_on(scene, holding.last, time.first):
                return time, weight, verb
        return None

    def _counts(self, scene: Scene, time: Time, age: bool) -> bool:
        """Whether a time is a date written out, and of nothing else («اتفاق 1989», «منذ 1989»)."""
        if time.begin.year < _EARLIEST or behind_barrier(scene, time, self.world):
            return False
        if time.days > LONGEST:
            return age and time.days <= _DECADE and self.words.is_decade(scene, time)
        return self.words.has_year(scene, time)

    def _touches(self, scene: Scene, holding: Holding, time: Time) -> bool:
        """Whether another time beside this one, with no verb between, lies in the term: «بين 1985 و1989»."""
        return any(
            self._touches_at(holding, other) and self.words.beside(scene, time, other)
            for other in scene.times
            if other != time
        )

    def _not_yet(self, holding: Holding, time: Time) -> bool:
        return all(term.start.first > time.end for term in held_terms(holding, self.world))

    def _touches_at(self, holding: Holding, time: Time) -> bool:
        return in_office(holding, time.begin, time.end, self.world) != "no"

    # -- the term -----------------------------------------------------------------------------------------------

    def _out(self, scene: Scene, holding: Holding, time: Time, weight: Weight, ordered: bool) -> bool:
        """Whether the holder was not in office at a time; ``ordered``: something was done by their decision then."""
        world = self.world
        wide = _ROUND if time.days > LONGEST else dt.timedelta(0)
        begin, latest = time.begin - max(wide, _HANDOVER), time.end + max(wide, _HANDOVER)
        end = max(latest, time.end + _RISE) if weight == "age" else latest
        if in_office(holding, begin, end, world) != "no":
            return False
        every = [term for id in holding.people for term in world.terms_of(id)]
        if weight == "age" and any(
            term.covers(begin, end if world.offices[term.office].kind in _RULERS else latest) != "no"
            for term in every
        ):
            return False  # somebody's age goes on in another office of theirs
        terms = held_terms(holding, world)
        left = [term.end.last for term in terms if term.end is not None and term.end.last < time.begin]
        coming = [term.start.first for term in terms if term.start.first > time.end]
        if self._namesake_likely(holding, left, coming, time):
            return False
        if weight == "age":
            return True
        if weight == "sovereign" and not left and self.words.before_reign(scene, holding.first, holding.last):
            reigns = [term for term in every if self.world.offices[term.office].kind != "crown-prince"]
            return bool(coming) and self._anothers(holding, reigns, time)
        if self._sits(holding, terms):
            return False
        if left:
            return weight in ("sovereign", "official") or self._gone(holding, max(left), time)
        return (ordered and holding.full and self._anothers(holding, every, time)) or (
            self._of_another(holding, every, time)
        )

    def _namesake_likely(
        self, holding: Holding, left: list[dt.date], coming: list[dt.date], time: Time
    ) -> bool:
        if holding.full and not self.words.ruler(holding.person.value):
            return False
        near = [time.begin - day for day in left] + [day - time.end for day in coming]
        return not any(gap <= _NAMESAKES for gap in near)

    def _sits(self, holding: Holding, terms: tuple[Term, ...]) -> bool:
        """Whether the holder is in office as the article is written, or for all we know still is."""
        if self.days is not None:
            return in_office(holding, *self.days, self.world) == "yes"
        return any(term.end is None for term in terms)

    def _gone(self, holding: Holding, left: dt.date, time: Time) -> bool:
        """Whether nobody is received or honoured by them any more: dead, or lately out of office, with the full title.
        The living keep theirs out of courtesy."""
        people = [self.world.people[id] for id in holding.people]
        if all(person.died is not None and person.died.last < time.begin for person in people):
            return True
        return holding.country and holding.full and time.begin - left <= _COURTESY

    def _of_another(self, holding: Holding, every: list[Term], time: Time) -> bool:
        """Before the office: writers call people by what they became; a fault only with the full title, where another
        is known to have held it, and the later holder nothing."""
        return holding.country and holding.full and self._anothers(holding, every, time)

    def _anothers(self, holding: Holding, every: list[Term], time: Time) -> bool:
        """Whether another is known to have held the office at a time, and its later holder nothing."""
        if any(term.covers(time.begin, time.end) != "no" for term in every):
            return False
        return any(
            term.person not in holding.people and term.status == "holder"
            for office in holding.offices
            for term in self.world.holders(office, time.begin)
        )
