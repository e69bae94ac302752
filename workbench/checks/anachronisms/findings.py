"""Office-holders named at a time when they did not hold the office, and two side by side whose terms never met."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from workbench.checks.anachronisms.company import Company
from workbench.checks.anachronisms.deed_words import DeedWords
from workbench.checks.anachronisms.deeds import Deeds
from workbench.checks.anachronisms.histories import Histories
from workbench.checks.anachronisms.home import Home
from workbench.checks.anachronisms.lately import Lately
from workbench.checks.anachronisms.lifetimes import check_lifetimes
from workbench.checks.anachronisms.own_words import OwnWords
from workbench.checks.anachronisms.plain import Plain
from workbench.checks.anachronisms.possessives import Possessives
from workbench.checks.anachronisms.sitting import Sitting
from workbench.checks.anachronisms.telling import Telling
from workbench.checks.anachronisms.tenure import (
    Scene,
    Time,
    bound_times,
    in_office,
    is_agent,
    known_days,
    leading_times,
    main_times,
    read_scenes,
    words_of_another_time,
)
from workbench.checks.anachronisms.wording import Doubt, in_the_text, office_finding, policy_evidence, sources
from workbench.checks.subject import Subject
from workbench.checks.values import Evidence, Finding, Severity
from workbench.knowledge.base import Knowledge
from workbench.knowledge.facts.world import World
from workbench.knowledge.time.days import exactly
from workbench.mentions.names.constraints import (
    Intervals,
    by_courtesy,
    clash,
    fell_in_office,
    have_met,
    held_terms,
    intervals_of,
    steadiness,
    terms_in_words,
)
from workbench.mentions.names.holdings import Holding
from workbench.mentions.reading import ArticleReading
from workbench.text.values import Bilingual

_TAKING_OFFICE = dt.timedelta(days=7)  # lists date a term by the naming, the vote, the oath or the first day
_EXACT = 31  # days: a time that is exact to the month
_LONG_DEAD = dt.timedelta(days=5500)  # about fifteen years: what those say without a date is quoted
_JUST_NOW = 7  # days: the news of somebody's last week in office is told with the title
_JUST_LEFT = 1100  # days, about three years
_LEDE = 2  # the paragraphs, headline included, that hold the news itself
_LONG_GONE = 2900  # days, about eight years: after that a title is courtesy
_NEWS = dt.timedelta(days=60)  # times this near the article's date are its own
_SIDE_BY_SIDE = 3  # sentences within which two holders stand side by side where nothing is dated


def check_anachronism(subject: Subject) -> Iterable[Finding]:
    """Findings of the family ``anachronism``."""
    reading, knowledge = subject.reading, subject.knowledge
    scenes = read_scenes(reading, knowledge, subject.memory)
    offices = tuple(_Article(reading, scenes, knowledge).findings())
    yield from offices
    taken = [(place.start, place.end) for finding in offices for place in finding.places]
    yield from check_lifetimes(reading, scenes, knowledge, taken)


class _Article:
    def __init__(self, reading: ArticleReading, scenes: Sequence[Scene], knowledge: Knowledge) -> None:
        self.reading = reading
        self.scenes = scenes
        self.world: World = knowledge.world
        self.days = known_days(reading.date)
        deeds = Deeds(knowledge)
        self.sitting = Sitting(knowledge)
        self.telling = Telling(knowledge, deeds, self.sitting)
        self.company, self.lately = Company(knowledge), Lately(knowledge)
        self.home = Home(reading, scenes, knowledge)
        self.own_words = OwnWords(knowledge)
        words = DeedWords(knowledge)
        self.histories = Histories(knowledge, deeds, words, self.days)
        self.plain = Plain(knowledge, deeds, words)
        self.possessives = Possessives(knowledge, words, self.days)

    def findings(self) -> Iterator[Finding]:
        doubts: list[Doubt] = []
        undated: list[tuple[Scene, Holding]] = []
        for scene in self.scenes:
            for each in (*scene.holdings, *self.possessives.holdings(scene)):
                holding = self.plain.led(scene, each)
                if not holding.offices or not held_terms(holding, self.world):
                    continue
                doubt = self._against_history(scene, holding)
                if doubt is not None:
                    doubts.append(doubt)
                    continue
                doubt = self._against_own_words(scene, holding)
                if doubt is not None:
                    doubts.append(doubt)
                if holding.modes:
                    continue
                if self.days is not None:
                    doubt = self._against_article(scene, holding, *self.days)
                else:
                    doubt, dated = self._against_text(scene, holding)
                    if doubt is None and not dated:
                        undated.append((scene, holding))
                if doubt is not None:
                    doubts.append(doubt)
            bare = (self._against_history(scene, holding) for holding in self.histories.bare(scene))
            doubts += [doubt for doubt in bare if doubt is not None]
        doubts += self._side_by_side(undated)
        seen: dict[str, int] = {}
        told: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
        for doubt in doubts:
            who = (doubt.holding.people, doubt.holding.offices)
            if who in told:
                continue  # one fault is one finding: the same person under the same title once
            told.add(who)
            yield office_finding(doubt, self.reading.article, self.world, seen)

    # -- against a known date -----------------------------------------------------------------------------------

    def _against_article(self, scene: Scene, holding: Holding, begin: dt.date, end: dt.date) -> Doubt | None:
        world = self.world
        now = in_office(holding, begin, end, world)
        if now == "yes":
            return None if self.possessives.is_owned(holding) else self._against_clause(scene, holding)
        if now == "unknown":
            return None
        past = self._left_before(holding, begin)
        for other in (scene, *self._earlier_in_paragraph(scene)):
            times = (time for time in other.times if not past or time.begin <= end)  # «بحلول 2030»
            if any(in_office(holding, time.begin, time.end, world) != "no" for time in times):
                return None
        if not past and in_office(holding, begin, end + _TAKING_OFFICE, world) != "no":
            return None
        if words_of_another_time(scene, holding.first, past) or (past and self.histories.tells(scene, holding, begin)):
            return None
        if past and self._long_dead(holding, begin) and not scene.times:
            return None
        if past and fell_in_office(holding, world) and bound_times(scene, holding.first, holding.last, world):
            return None  # what the dead do on a day of their own is a matter of their life, not of the title
        if past and not (
            self._ordered(scene, holding, begin) or self._had_done(scene, holding)
            or self._acts_in_office(scene, holding, begin)
        ):  # fmt: skip
            if self._told_as_past(scene, holding) or not self._sure_of_past(scene, holding, begin, end):
                return None
            if not self._is_now(scene, holding, begin):
                return None
        day = exactly(begin)
        when = Bilingual(f"on the article's date, {day.english}", f"في تاريخ المقال، {day.arabic}")
        if self.reading.date.source == "inferred":
            when = Bilingual(
                f"about {day.english}, when the article was written", f"نحو {day.arabic}، زمن كتابة المقال"
            )
        confidence = 0.95 if not past else 0.9 if holding.country and holding.full else 0.8
        return Doubt(scene, holding, confidence, "high" if confidence > 0.85 else "medium", when)

    def _ordered(self, scene: Scene, holding: Holding, begin: dt.date) -> bool:
        """«تنفيذا لتوجيهات رئيس الوزراء فلان», in the news of the day."""
        if self.possessives.is_owned(holding):
            return False
        return self.plain.of_now(scene, holding, self._gone(holding, begin))

    def _is_now(self, scene: Scene, holding: Holding, begin: dt.date) -> bool:
        """Whether the sentence tells of what the holder does in the article's own days, begun on ``begin``."""
        gone = self._gone(holding, begin)
        earlier = tuple(self._earlier_in_paragraph(scene))
        amid = self._amid_news(scene, begin)
        if self.telling.tells_of_now(scene, holding, gone, self.possessives.is_owned(holding), amid):
            return True
        news = scene.paragraph <= _LEDE and self._is_news(scene, begin)
        if gone <= _JUST_LEFT and self.lately.met_lately(scene, holding, gone, earlier, news):
            return True
        lately = _JUST_NOW < gone <= _LONG_GONE and self._is_news(scene, begin)
        return lately and self.company.shared_now(scene, holding, earlier)

    def _against_clause(self, scene: Scene, holding: Holding) -> Doubt | None:
        """Somebody in office on the article's days, said to have acted under that title at a time, exact to the
        month, when another held it. Writers call people by what they are now; so only a full name with the full title
        beside a verb counts, and no word that hints at another time."""
        world = self.world
        if not holding.country or not holding.full or holding.form not in ("title-before", "title-after"):
            return None
        deeds = self.telling.deeds
        if self.plain.private(scene):
            return None
        if not is_agent(scene, holding.first, holding.last) and deeds.verb_before(scene, holding.first) is None:
            return None
        if words_of_another_time(scene, holding.first):
            return None
        if self._told_as_past(scene, holding):
            return None
        times = [
            time
            for time in dict.fromkeys(
                (*deeds.times(scene, holding.first, holding.last), *leading_times(scene, holding.first, world))
            )
            if time.days <= 31
        ]
        if not times or any(in_office(holding, time.begin, time.end, world) != "no" for time in scene.times):
            return None
        others = [
            term
            for office in holding.offices
            for term in world.holders(office, times[0].begin)
            if term.person not in holding.people and term.status == "holder"
        ]
        if not others:
            return None
        evidence = Evidence(terms_in_words(others, world), sources(others))
        return Doubt(scene, holding, 0.75, "medium", in_the_text(times[0]), (evidence,))

    def _told_as_past(self, scene: Scene, holding: Holding) -> bool:
        """«وكان الرئيس فلان …»: what came before, or what he was before."""
        before = scene.tokens[holding.first - 1].key if holding.first else ""
        return before in self.world.words.told or before.removeprefix("و") in self.world.words.told

    def _had_done(self, scene: Scene, holding: Holding) -> bool:
        """«وكان وزير المالية فلان قد صرح أمس …»: what came before the news, with a day of its own, and the holder was
        out of office by then already. Bare titles are courtesy, unless only the sitting do what was done."""
        if not self._told_as_past(scene, holding):
            return False
        tokens, verb = scene.tokens, holding.last
        if verb < len(tokens) and tokens[verb].key == "قد":
            verb += 1
        if by_courtesy(holding, self.world):
            if not holding.full or verb >= len(tokens) or not self.sitting.had_acted(scene, verb):
                return False
        elif verb >= len(tokens) or tokens[verb].key not in self.world.words.acts:
            return False
        times = [time for time in self.telling.deeds.times_behind(scene, verb) if time.days <= _EXACT]
        return bool(times) and all(self._left_before(holding, time.begin) for time in times)

    def _sure_of_past(self, scene: Scene, holding: Holding, begin: dt.date, end: dt.date) -> bool:
        """Former holders keep their bare title out of courtesy («الرئيس مبارك»): only an act of the article's own
        days makes that a fault. So do leaders who died as such, with their full one: only what they do counts."""
        if not by_courtesy(holding, self.world) or self.home.is_of_home(holding, self._gone(holding, begin)):
            return True
        if self.home.is_of_state(scene, holding):
            return True
        if self.home.is_ruler_of_home(holding, self._gone(holding, begin)) and self._rules_now(scene, holding, begin):
            return True
        if fell_in_office(holding, self.world):
            return self._acts_beside(scene, holding)
        if not self._acts(scene, holding) or self.sitting.keeps_title(holding):
            return False
        month = dt.timedelta(days=31)
        return any(begin - month <= time.begin and time.end <= end + month for time in scene.times)

    def _rules_now(self, scene: Scene, holding: Holding, begin: dt.date) -> bool:
        """«وهنأ الرئيس فلان المنتخب», amid the news of the holder's own country."""
        words, own = self.histories.words, (holding.first, holding.last)
        if words.doubtful(scene, *own, own) or self._told_as_past(scene, holding):
            return False
        if not self.sitting.rules(scene, holding):
            return False
        plain = not self.sitting.may_be_history(scene, holding)
        return self._is_news(scene, begin) or (plain and self._amid_news(scene, begin))

    def _acts_in_office(self, scene: Scene, holding: Holding, begin: dt.date) -> bool:
        """Whether a former leader does, in the article's own days, what only the sitting do («أصدر مرسوما»): bare
        titles are no courtesy then."""
        if not holding.full or self._gone(holding, begin) > _LONG_GONE or self._told_as_past(scene, holding):
            return False
        words, own = self.histories.words, (holding.first, holding.last)
        if words.may_undergo(scene, *own) or words.doubtful(scene, *own, own):
            return False
        if self.sitting.may_be_history(scene, holding) and not self._of_the_day(scene, holding, begin):
            return False
        return self._is_news(scene, begin) and self.sitting.acts_in_office(scene, holding)

    def _of_the_day(self, scene: Scene, holding: Holding, begin: dt.date) -> bool:
        """Whether what is told as readily of history stands where the news of the day does: high up, or beside a time,
        and done by somebody who left lately."""
        beside = any(other.times for other in self.scenes if other.paragraph == scene.paragraph)
        if scene.times and scene.paragraph <= _LEDE:
            return True
        return self._gone(holding, begin) <= _JUST_LEFT and (beside or scene.paragraph <= _LEDE)

    def _is_news(self, scene: Scene, begin: dt.date) -> bool:
        """Whether all times up to the end of the paragraph are the article's own, and the sentence opens the paragraph
        or goes on from one with such a time."""
        earlier = tuple(self._earlier_in_paragraph(scene))
        return self._amid_news(scene, begin) and (not earlier or any(other.times for other in earlier))

    def _amid_news(self, scene: Scene, begin: dt.date) -> bool:
        """Whether all times up to the end of the paragraph are the article's own, and no word before in the paragraph
        turns to what is past."""
        told = [
            (other, time) for other in self.scenes if other.paragraph <= scene.paragraph for time in other.times
        ]
        times = [time for other, time in told if not self._quoted(other, time)]
        return (
            bool(times)
            and all(begin - _NEWS <= time.begin and (time.end <= begin + _NEWS or time.begin > begin) for time in times)
            and not any(words_of_another_time(other, 0, True) for other in self._earlier_in_paragraph(scene))
        )

    def _quoted(self, scene: Scene, time: Time) -> bool:
        at = scene.offset + scene.tokens[time.first].start
        return any(said.start <= at and (said.end is None or at < said.end) for said in self.reading.quotations)

    def _acts(self, scene: Scene, holding: Holding) -> bool:
        before = scene.tokens[holding.first - 1].key if holding.first else ""
        return before in self.world.words.acts or before.removeprefix("و") in self.world.words.acts

    def _plainly_acts(self, scene: Scene, holding: Holding, time: Time) -> bool:
        return (
            holding.country and holding.full and self._acts(scene, holding)
            and self._gone(holding, time.begin) <= _LONG_GONE
            and not self.histories.words.may_undergo(scene, holding.first, holding.last)
        )  # fmt: skip

    def _acts_beside(self, scene: Scene, holding: Holding) -> bool:
        after = scene.tokens[holding.last].key if holding.last < len(scene.tokens) else ""
        return self._acts(scene, holding) or after in self.world.words.acts

    def _long_dead(self, holding: Holding, day: dt.date) -> bool:
        people = [self.world.people[id] for id in holding.people]
        return all(person.died is not None and person.died.last + _LONG_DEAD < day for person in people)

    def _left_before(self, holding: Holding, day: dt.date) -> bool:
        return any(term.end is not None and term.end.last < day for term in held_terms(holding, self.world))

    def _gone(self, holding: Holding, day: dt.date) -> int:
        """How many days before ``day`` the holder left for the last time."""
        ends = [term.end.last for term in held_terms(holding, self.world) if term.end is not None]
        return min(((day - end).days for end in ends if end < day), default=0)

    def _earlier_in_paragraph(self, scene: Scene) -> Iterator[Scene]:
        for other in reversed(self.scenes[: scene.number]):
            if other.paragraph != scene.paragraph:
                return
            yield other

    # -- against the date of a history ------------------------------------------------------------------------------

    def _against_history(self, scene: Scene, holding: Holding) -> Doubt | None:
        """«عين وزيرا عام 1989 في عهد …», whenever the article was written."""
        if self.possessives.is_owned(holding):
            return None
        time = self.histories.out_of_time(scene, holding) or self.histories.next_day(
            scene, holding, self.scenes[: scene.number]
        )
        time = time or self.plain.out_of_time(scene, holding)
        return None if time is None else Doubt(scene, holding, 0.8, "medium", in_the_text(time))

    def _against_own_words(self, scene: Scene, holding: Holding) -> Doubt | None:
        """«الرئيس السابق» of who sits, «الرئيس آنذاك» of who did not then."""
        if self.days is not None and self.own_words.still_sits(scene, holding, *self.days):
            day = exactly(self.days[0])
            when = Bilingual(f"on the article's date, {day.english}", f"في تاريخ المقال، {day.arabic}")
            return Doubt(scene, holding, 0.85, "high", when, sits=True)
        time = self.own_words.not_then(scene, holding)
        return None if time is None else Doubt(scene, holding, 0.75, "medium", in_the_text(time))

    # -- against the times of the text --------------------------------------------------------------------------

    def _against_text(self, scene: Scene, holding: Holding) -> tuple[Doubt | None, bool]:
        """A doubt, and whether a time of the text decided anything at all."""
        world = self.world
        if any(in_office(holding, time.begin, time.end, world) != "no" for time in scene.times):
            return None, True
        times = bound_times(scene, holding.first, holding.last, world)
        if times and all(time.days > _EXACT for time in times) and not self._plainly_acts(scene, holding, times[0]):
            return None, True  # a year dates history: that was looked at already
        confidence = 0.85
        if not times:
            if scene.times:
                return None, True
            times = self._beside(scene)
            confidence = 0.7
            if any(in_office(holding, time.begin, time.end, world) != "no" for time in times):
                return None, True
            times = tuple(time for time in times if time.days <= 31)
        if not times:
            return None, False
        time = times[0]
        past = self._left_before(holding, time.begin)
        if words_of_another_time(scene, holding.first, past):
            return None, True
        if past and confidence < 0.8 and not holding.country:
            return None, True
        if past and fell_in_office(holding, world) and not self._acts_beside(scene, holding):
            return None, True
        if past and not self.telling.tells_of_now(scene, holding, self._gone(holding, time.begin)):
            return None, True
        severity: Severity = "high" if confidence > 0.8 else "medium"
        return Doubt(scene, holding, confidence, severity, in_the_text(time)), True

    def _beside(self, scene: Scene) -> tuple[Time, ...]:
        """The times of the sentence before, else of the one after, in the same paragraph or right beside."""
        for step in (-1, 1):
            number = scene.number + step
            if 0 <= number < len(self.scenes):
                other = self.scenes[number]
                if other.paragraph == scene.paragraph or step == -1:
                    times = main_times(other, self.world)
                    if times:
                        return times
        return ()

    # -- side by side -------------------------------------------------------------------------------------------

    def _side_by_side(self, undated: Sequence[tuple[Scene, Holding]]) -> Iterator[Doubt]:
        """Of sitting holders whose terms never met, the one that fits the rest of the article least."""
        world = self.world
        sitting = [
            (scene, holding)
            for scene, holding in undated
            if len(holding.people) == 1
            and not words_of_another_time(scene, holding.first)
            and not by_courtesy(holding, world)
        ]
        while True:
            clashes: dict[int, list[int]] = {}
            for one in range(len(sitting)):
                for other in range(one + 1, len(sitting)):
                    if self._clash(sitting[one], sitting[other]):
                        clashes.setdefault(one, []).append(other)
                        clashes.setdefault(other, []).append(one)
            if not clashes:
                return
            odd = min(clashes, key=lambda at: self._standing(at, sitting, clashes))
            scene, holding = sitting[odd]
            evidence = []
            for other in clashes[odd]:
                terms = held_terms(sitting[other][1], world)
                evidence.append(Evidence(terms_in_words(terms, world), sources(terms)))
            yield Doubt(scene, holding, 0.8, "high", None, tuple(dict.fromkeys(evidence)))
            person = holding.people[0]
            sitting = [pair for pair in sitting if pair[1].people[0] != person]

    def _clash(self, one: tuple[Scene, Holding], other: tuple[Scene, Holding]) -> bool:
        (scene, holding), (second, beside) = one, other
        if abs(scene.number - second.number) > _SIDE_BY_SIDE or set(holding.offices) & set(beside.offices):
            return False  # who held one office one after the other stand in a history
        return clash(holding, beside, self.world)

    def _intervals(self, holding: Holding) -> Intervals:
        return intervals_of(held_terms(holding, self.world))

    def _standing(
        self, at: int, sitting: Sequence[tuple[Scene, Holding]], clashes: dict[int, list[int]]
    ) -> tuple[float, ...]:
        """How well a holding stands in its article; the least falls. Others that go with it count first, then the
        policies named beside it, then how surely it is put: not in brackets, with title and full name, early."""
        scene, holding = sitting[at]
        mine = self._intervals(holding)
        people = {other.people for _, other in sitting if other.people != holding.people}
        friends = sum(
            1
            for who in people
            if all(have_met(mine, self._intervals(other)) for _, other in sitting if other.people == who)
        )
        policies = -sum(1 for _ in policy_evidence(scene, holding, self.world))
        return (
            float(friends - len(clashes[at])), float(policies), *steadiness(holding, self.reading.article.text)
        )  # fmt: skip
