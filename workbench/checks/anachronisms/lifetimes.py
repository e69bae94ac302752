"""Organisations, states, diseases, products and wars named before they existed or acting after their end, and people
after their death."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.checks.anachronisms.dealings import Dealings
from workbench.checks.anachronisms.deed_words import DeedWords
from workbench.checks.anachronisms.deeds import Deeds
from workbench.checks.anachronisms.delegates import Delegates
from workbench.checks.anachronisms.encounters import Encounters
from workbench.checks.anachronisms.plain_things import PlainThings
from workbench.checks.anachronisms.sitting import Sitting
from workbench.checks.anachronisms.telling import Telling
from workbench.checks.anachronisms.tenure import (
    Scene,
    Time,
    compares,
    known_days,
    remembers,
    words_of_another_time,
)
from workbench.checks.keys import finding_key
from workbench.checks.values import Evidence, Finding, Place
from workbench.knowledge.base import Knowledge
from workbench.knowledge.facts.organisations import Organisation
from workbench.knowledge.facts.people import Person
from workbench.knowledge.language.phrases import phrase_keys
from workbench.knowledge.time.days import Day, exactly
from workbench.mentions.names.values import OfficeName, OrganisationName, PersonName
from workbench.mentions.reading import ArticleReading
from workbench.mentions.values import Mention
from workbench.text.values import Bilingual

# How many days before its birth a thing may already be spoken of: what is founded by treaty is planned for years.
_PLANNED = {
    "union": 1500, "body": 1500, "court": 1500, "agency": 1500, "bank": 1500, "fund": 1500, "alliance": 400,
    "agreement": 400, "mission": 400, "state": 400, "force": 200, "party": 100, "movement": 100, "company": 100,
    "media": 400, "product": 200, "university": 1500, "ministry": 400, "club": 400, "event": 3000, "policy": 400,
    "operation": 30, "war": 30, "disease": 2,
}  # fmt: skip
_RENAMED = 400  # days before the day of a new name
_AFTERLIFE = dt.timedelta(days=3)  # reports of a death still call the dead by what they did
_FORESEEN = dt.timedelta(days=400)  # what is agreed on is dealt with from about a year before its birth
_SLACK = dt.timedelta(days=60)  # around the birth and the end of an organisation
_UNNAMED = dt.timedelta(days=200)  # a disease, a war, a product is told of from before the day it was named
_EXACT = 31  # days: a time that is exact to the month
_REMEMBERED = dt.timedelta(days=5500)  # about fifteen years: what those do without a date is history
_NEWS = dt.timedelta(days=60)  # a paragraph whose times all lie within this of the article's date tells of the present


@dataclass(frozen=True, slots=True)
class _Fault:
    """Words out of their time: what they name, the rule that says so, when, and the fact it rests on."""

    rule: str
    kind: str
    message: Bilingual
    fact: Bilingual
    source: str
    confidence: float


def check_lifetimes(
    reading: ArticleReading, scenes: Sequence[Scene], knowledge: Knowledge, taken: Sequence[tuple[int, int]]
) -> Iterator[Finding]:
    """Findings of the kinds ``organisation``, ``state`` and ``lifespan``; ``taken`` are stretches already found."""
    lives = _Lives(reading, scenes, knowledge)
    seen: set[str] = set()
    known: set[str] = set()  # people the article has named in full
    for scene in scenes:
        things = frozenset(scene.things)
        for mention in (*scene.mentions, *scene.things):
            value = mention.value
            if isinstance(value, OfficeName):
                thing = knowledge.world.organisations.get(value.country)
                if thing is None or thing.id in seen or any(start <= mention.start < end for start, end in taken):
                    continue
                fault = lives.of_office(scene, mention, thing)
                if fault is not None:
                    seen.add(thing.id)
                    yield _told(fault, mention, thing.id, reading, scene)
                continue
            if not isinstance(value, (OrganisationName, PersonName)) or value.id is None or value.id in seen:
                continue
            if any(start <= mention.start < end for start, end in taken):
                continue
            if mention in things and isinstance(value, OrganisationName):
                fault = lives.of_thing(scene, mention, knowledge.world.organisations[value.id])
            elif isinstance(value, OrganisationName):
                fault = lives.of_organisation(scene, mention, knowledge.world.organisations[value.id])
            elif value.form == "full":
                known.add(value.id)
                fault = lives.of_person(scene, mention, knowledge.world.people[value.id])
            elif value.form == "short" and value.id in known and lives.bears_alone(scene, mention):
                fault = lives.of_person(scene, mention, knowledge.world.people[value.id], short=True)
            else:
                fault = None
            if fault is not None:
                seen.add(value.id)
                yield _told(fault, mention, value.id, reading, scene)


class _Lives:
    def __init__(self, reading: ArticleReading, scenes: Sequence[Scene], knowledge: Knowledge) -> None:
        self.scenes = scenes
        self.world = knowledge.world
        self.deeds = Deeds(knowledge)
        self.words = DeedWords(knowledge)
        self.telling = Telling(knowledge, self.deeds, Sitting(knowledge))
        self.days = known_days(reading.date)
        self.plain = PlainThings(knowledge, self.deeds, self.words)
        self.dealings = Dealings(knowledge.world, self.words)
        self.encounters = Encounters(knowledge.world, self.words)
        self.delegates = Delegates(reading, scenes, knowledge, self.deeds, self.days)

    # -- organisations ------------------------------------------------------------------------------------------

    def of_organisation(self, scene: Scene, mention: Mention, thing: Organisation) -> _Fault | None:
        """Named in an article older than itself; or acting, in a clause with a date, before its birth or after its
        end."""
        born, ended = thing.start, thing.end
        fault = self._unborn(thing)
        if fault is not None:
            return fault
        if born is None and ended is None:
            return None
        first, last = scene.tokens_of(mention)
        if ended is not None and self.delegates.act_now(scene, first, last, thing):
            return self._gone_now(thing, ended)
        if ended is not None and self.delegates.listed_now(scene, first, last, thing):
            return self._gone_now(thing, ended)
        if not scene.times:
            return None
        fault = self._dealt_with(scene, first, last, thing) or self._gathered(scene, first, last, thing)
        if fault is not None or words_of_another_time(scene, first, True):
            return fault
        confidence = 0.8 if self.days is None else 0.75
        if born is not None and all(time.end < born.first - _SLACK for time in scene.times):
            times = self._dated(scene, first, last, latest=True)
            if not times and all(time.end < born.first - _FORESEEN for time in scene.times):
                times = self.plain.times(scene, first, last, thing, gone=False)
            return _before_birth(thing, born, _at(times[0]), confidence) if times else None
        if ended is not None and all(time.begin > ended.last + _SLACK for time in scene.times):
            times = self._dated(scene, first, last, latest=False)
            times = times or self.plain.times(scene, first, last, thing, gone=True)
            return _after_end(thing, ended, _at(times[0]), confidence) if times else None
        return None

    def _dealt_with(
        self, scene: Scene, first: int, last: int, thing: Organisation, office: bool = False
    ) -> _Fault | None:
        """An ambassador to it, a visit, a meeting with its head, dated before its birth or after its end; with
        ``office`` the tokens are its head's title."""
        born, ended = thing.start, thing.end
        dated = self.dealings.office_times if office else self.dealings.times
        if words_of_another_time(scene, first, True):
            return None
        if born is not None and all(time.end < born.first - _FORESEEN for time in scene.times):
            times = dated(scene, first, last, thing, gone=False)
            return _before_birth(thing, born, _at(times[0]), 0.75) if times else None
        if ended is not None and all(time.begin > ended.last + _SLACK for time in scene.times):
            times = dated(scene, first, last, thing, gone=True)
            return _after_end(thing, ended, _at(times[0]), 0.75) if times else None
        return None

    def _gathered(self, scene: Scene, first: int, last: int, thing: Organisation) -> _Fault | None:
        """A summit of it, an agreement with it, dated before its birth or after its end."""
        born, ended = thing.start, thing.end
        clause = scene.clause_at(first)
        if any(clause.first <= begin and end <= clause.last for begin, end in scene.thens):
            return None
        if born is not None and all(time.end < born.first - _FORESEEN for time in scene.times):
            times = self.dealings.gathering_times(scene, first, last, thing)
            return _before_birth(thing, born, _at(times[0]), 0.75) if times else None
        if ended is not None and all(time.begin > ended.last + _SLACK for time in scene.times):
            times = self.dealings.gathering_times(scene, first, last, thing)
            return _after_end(thing, ended, _at(times[0]), 0.75) if times else None
        return None

    def _dated(self, scene: Scene, first: int, last: int, latest: bool) -> tuple[Time, ...]:
        times = self.deeds.times(scene, first, last, latest) or self.deeds.partner_times(scene, first, last, latest)
        return times or self.deeds.same_times(scene, first, last)

    def of_office(self, scene: Scene, mention: Mention, thing: Organisation) -> _Fault | None:
        """The holder of an office of a state or a body that is gone, acting in the article's own days; or met at a time
        before its birth or after its end."""
        first, last = scene.tokens_of(mention)
        fault = self._dealt_with(scene, first, last, thing, office=True) if scene.times else None
        if fault is not None:
            return fault
        if thing.end is None or not self.delegates.act_now(scene, first, last, thing, office=True):
            return None
        return self._gone_now(thing, thing.end)

    def _gone_now(self, thing: Organisation, ended: Day) -> _Fault:
        assert self.days is not None
        day = exactly(self.days[0])
        when = Bilingual(f"on the article's date, {day.english}", f"في تاريخ المقال، {day.arabic}")
        return _after_end(thing, ended, when, 0.8)

    def of_thing(self, scene: Scene, mention: Mention, thing: Organisation) -> _Fault | None:
        """Named in an article older than itself; or in a clause with a date, exact to the month, before its birth,
        where nobody knows when the article was written and all its times are that old. Later writers know the word
        and may use it of any age; what has ended goes on being spoken of."""
        born = thing.start
        if born is None or self.days is not None:
            return self._unborn(thing)
        limit = born.first - dt.timedelta(days=_PLANNED.get(thing.kind, 0)) - _UNNAMED
        first, last = scene.tokens_of(mention)
        clause = scene.clause_at(first)
        times = [
            time
            for time in scene.times
            if time.days <= _EXACT and clause.first <= time.first < clause.last and not first <= time.first < last
        ]
        if not times or words_of_another_time(scene, first) or compares(scene, clause, self.world):
            return None
        if not all(time.end < limit for other in self.scenes for time in other.times):
            return None
        return _before_birth(thing, born, _at(times[0]), 0.8)

    def _unborn(self, thing: Organisation) -> _Fault | None:
        """Whether the article is older than what it names, plans and rumours allowed for."""
        if thing.start is None or self.days is None:
            return None
        if self.days[1] >= thing.start.first - dt.timedelta(days=self._planned(thing)):
            return None
        day = exactly(self.days[1])
        when = Bilingual(f"on the article's date, {day.english}", f"في تاريخ المقال، {day.arabic}")
        return _before_birth(thing, thing.start, when, 0.95)

    def _planned(self, thing: Organisation) -> int:
        """For how many days a thing is spoken of before its birth; no long ones where a body only changed its name."""
        planned = _PLANNED.get(thing.kind, 0)
        if thing.kind == "union" or thing.start is None:
            return planned  # the African Union was prepared for years
        before = [self.world.organisations[id] for id in self.world.forerunners.get(thing.id, ())]
        renamed = any(one.kind == thing.kind and one.end == thing.start for one in before)
        return min(planned, _RENAMED) if renamed else planned

    # -- people -------------------------------------------------------------------------------------------------

    def bears_alone(self, scene: Scene, mention: Mention) -> bool:
        """Whether a short name is that of nobody else, nor stands behind another given name in the article."""
        first, last = scene.tokens_of(mention)
        said = " ".join(token.key for token in scene.tokens[first:last])
        if sum(use == "short" for use, _ in self.world.names.uses.get(said, ())) != 1:
            return False
        assert isinstance(mention.value, PersonName)
        names = self.world.people[mention.value.id or ""].names
        full = {word for phrase in phrase_keys(names) for word in phrase.split(" ")}
        return not any(
            one.key in self.world.words.given and one.key not in full and other.key == said
            for told in self.scenes for one, other in pairwise(told.tokens)
        )  # fmt: skip

    def of_person(self, scene: Scene, mention: Mention, person: Person, short: bool = False) -> _Fault | None:
        """Somebody dead who acts: in a clause with a date after the death, or, unless named by the ``short`` name only,
        in the article's own present; or somebody unborn, unless they held an office: names of kings and their kin come
        again every generation."""
        died, born = person.died, person.born
        first, last = scene.tokens_of(mention)
        if words_of_another_time(scene, first, True) or self._belongs(scene, first):
            return None
        title = self.deeds.with_title(scene, first)
        shared = title > 0 and scene.tokens[title - 1].key == "مع"  # «مقابلة مع فلان نشرت»
        ship = not shared and _of_a_ship(scene, last, person)
        if ship or any(token.key in self.world.words.vessels for token in scene.tokens):
            return None  # «حاملة الطائرات … جيرالد فورد»
        if self.words.denied(scene, title) or self.words.may_undergo(scene, title, last):
            return None
        verb = self.words.verb_at(scene, title) if self.words.is_deed(scene, title) else None
        own = () if verb is None else self.deeds.times_of(scene, verb, last, True)  # «كلّفه», no «كلفة»
        times = tuple(
            time
            for time in (self.deeds.times(scene, first, last) or own)
            if time.last <= first or not self.words.moves_on(scene, last, time.first)
        )
        unborn = born is not None and all(time.end < born.first for time in scene.times)
        if times and born is not None and unborn and not self.world.terms_of(person.id):
            return _before_own_birth(person, born, _at(times[0]), 0.8)
        if died is None:
            return None
        limit = died.last + _AFTERLIFE
        times = times or self.encounters.times(scene, self._titled(scene, first), last)
        times = times or self.encounters.relative_times(scene, first, last)
        times = times or tuple(time for time in self.deeds.had_done(scene, first, last) if time.days <= _EXACT)
        if times and all(time.begin > limit for time in scene.times):
            return _after_death(person, died, _at(times[0]), 0.8)
        if short or self.days is None or self.days[0] <= limit or not self._present(scene, first, last):
            return None
        if self.days[0] > died.last + _REMEMBERED and not self._dated_now(scene):
            return None
        day = exactly(self.days[0])
        when = Bilingual(f"the article's date, {day.english}", f"تاريخ المقال، {day.arabic}")
        return _after_death(person, died, when, 0.75)

    def _titled(self, scene: Scene, first: int) -> int:
        """As ``with_title``; «بالشاعر» counts too."""
        title = self.deeds.with_title(scene, first)
        joined = title > 0 and scene.tokens[title - 1].key.startswith("بال")
        return title - 1 if joined and scene.tokens[title - 1].key[1:] in self.world.words.ranks else title

    def _dated_now(self, scene: Scene) -> bool:
        """Whether the paragraph gives a time at all; its times lie near the article's date then."""
        return any(other.times for other in self.scenes if other.paragraph == scene.paragraph)

    def _belongs(self, scene: Scene, first: int) -> bool:
        """«نجل الملكة فلانة», «كتاب فلان»: the word before is what acts."""
        before = scene.tokens[first - 1].key if first else ""
        return any(before.removeprefix(front) in self.world.words.before for front in ("", "و", "ل", "ب"))

    def _present(self, scene: Scene, first: int, last: int) -> bool:
        """«والشاعر فلان الذي وقّع نسخا», «وحضر فلان»: bodily there, in a paragraph that tells of nothing but the
        present and an article of nobody's memory."""
        tokens, present = scene.tokens, self.world.words.present
        after = last + 1 if last < len(tokens) and tokens[last].key in ("الذي", "التي") else last
        there = (after < len(tokens) and tokens[after].key in present and after in scene.verbs) or (
            first > 0 and tokens[first - 1].key.removeprefix("و") in present
        )
        there = there or self._in_person(scene, first, after) or self._former_met(scene, first)
        if not there or self.days is None:
            return False
        begin, end = self.days
        return not remembers(scene, self.scenes) and all(
            begin - _NEWS <= time.begin and time.end <= end + _NEWS
            for other in self.scenes
            if other.paragraph == scene.paragraph
            for time in other.times
            if not self._of_a_birth(other, time)
        )


    def _former_met(self, scene: Scene, first: int) -> bool:
        """«التقى الرئيس الأمين العام الأسبق فلان», «وشارك الأمين العام السابق فلان»: what somebody was stands between
        the verb and the name."""
        title = self._former_title(scene, first)
        if title is None:
            return False
        verb = scene.tokens[title - 1].key.removeprefix("و") if title else ""
        return verb in self.world.words.present or self.telling.met(scene, title)

    def _former_title(self, scene: Scene, first: int) -> int | None:
        """Where «الأمين العام الأسبق للأمم المتحدة» begins that ends before token ``first``; None where no office with
        «former» does."""
        after = self.world.words.after
        begin, former = first, False
        while begin:
            covering = next(
                (at for mention in scene.mentions if mention.type in ("office", "organisation", "place")
                 and (at := scene.tokens_of(mention))[1] == begin), None,
            )  # fmt: skip
            if covering is not None:
                begin = covering[0]
                if any(m.type == "office" and scene.tokens_of(m)[0] == begin for m in scene.mentions):
                    return begin if former or after.get(scene.tokens[begin - 1].key) == "former" else None
            elif after.get(scene.tokens[begin - 1].key) == "former":
                begin, former = begin - 1, True
            else:
                return None
        return None

    def _in_person(self, scene: Scene, first: int, after: int) -> bool:
        """«من يد الممثل فلان», «الممثل فلان الذي حل ضيف شرف»: of somebody with a title."""
        tokens, title, words = scene.tokens, self.deeds.with_title(scene, first), self.world.words
        if title == first:
            return False
        came = after + 1 < len(tokens) and tokens[after].key in words.coming
        guest = came and tokens[after + 1].key.startswith("ضيف")
        hand = title > 1 and tokens[title - 2].key in ("من", "علي") and tokens[title - 1].key in words.hands
        return guest or hand

    def _of_a_birth(self, scene: Scene, time: Time) -> bool:
        """«وهي من مواليد عام 1988»: no time of the news."""
        born, before = self.world.words.born, scene.tokens[max(0, time.first - 3) : time.first]
        return any(token.key.removeprefix("و") in born for token in before)


def _of_a_ship(scene: Scene, last: int, person: Person) -> bool:
    """Whether the verb behind a man's name is a woman's or a ship's: «شارل ديغول وصلت»."""
    return person.sex == "m" and last in scene.verbs and scene.tokens[last].key.endswith("ت")


def _at(time: Time) -> Bilingual:
    begin, end = exactly(time.begin), exactly(time.end)
    if time.days == 1:
        return Bilingual(begin.english, begin.arabic)
    return Bilingual(f"{begin.english} to {end.english}", f"{begin.arabic} إلى {end.arabic}")


def _before_birth(thing: Organisation, born: Day, when: Bilingual, confidence: float) -> _Fault:
    return _Fault(
        "before-its-birth",
        "state" if thing.kind == "state" else "organisation",
        Bilingual(f"{thing.name_en} did not exist yet ({when.en})", f"لم يكن لـ«{thing.name}» وجود بعد ({when.ar})"),
        Bilingual(f"{thing.name_en}: since {born.english}", f"{thing.name}: منذ {born.arabic}"),
        f"{thing.where.file}: {thing.source}",
        confidence,
    )


def _after_end(thing: Organisation, ended: Day, when: Bilingual, confidence: float) -> _Fault:
    return _Fault(
        "after-its-end",
        "state" if thing.kind == "state" else "organisation",
        Bilingual(f"{thing.name_en} no longer existed ({when.en})", f"لم يعد لـ«{thing.name}» وجود ({when.ar})"),
        Bilingual(f"{thing.name_en}: until {ended.english}", f"{thing.name}: حتى {ended.arabic}"),
        f"{thing.where.file}: {thing.source}",
        confidence,
    )


def _after_death(person: Person, died: Day, when: Bilingual, confidence: float) -> _Fault:
    told = f"on {died.english}" if died.exact else f"in {died.english}"
    return _Fault(
        "acts-after-death",
        "lifespan",
        Bilingual(
            f"{person.name_en} was no longer alive ({when.en})", f"لم يعد {person.name} على قيد الحياة ({when.ar})"
        ),
        Bilingual(f"{person.name_en} died {told}", f"تاريخ وفاة {person.name}: {died.arabic}"),
        f"{person.where.file}: {person.source}",
        confidence,
    )


def _before_own_birth(person: Person, born: Day, when: Bilingual, confidence: float) -> _Fault:
    told = f"on {born.english}" if born.exact else f"in {born.english}"
    return _Fault(
        "acts-before-birth",
        "lifespan",
        Bilingual(f"{person.name_en} was not born yet ({when.en})", f"لم يكن {person.name} قد وُلد بعد ({when.ar})"),
        Bilingual(f"{person.name_en} was born {told}", f"تاريخ ميلاد {person.name}: {born.arabic}"),
        f"{person.where.file}: {person.source}",
        confidence,
    )


def _told(fault: _Fault, mention: Mention, id: str, reading: ArticleReading, scene: Scene) -> Finding:
    words = reading.article.text[mention.start : mention.end]
    return Finding(
        finding_key(fault.rule, [words], [id]), "anachronism", fault.kind, "internal",
        "high" if fault.confidence > 0.9 else "medium", fault.confidence, fault.rule,
        (Place(reading.article.id, mention.start, mention.end, words),),
        Bilingual(f"{fault.message.en}: «{words}».", f"{fault.message.ar}: «{words}»."),
        (Evidence(fault.fact, fault.source),),
        headline=reading.article.sentences[scene.number].part == "headline",
    )  # fmt: skip
