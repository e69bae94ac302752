"""Whoever is named in full with the full title in a sentence with a date of its own, or in the news of the day: out of
office then, unless the words turn to another time. What ties somebody to an office is looked for in any position; what
stands between that and the date may be anything that does not turn away."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from workbench.checks.anachronisms.deed_words import DeedWords
from workbench.checks.anachronisms.deeds import Deeds
from workbench.checks.anachronisms.tenure import Scene, Time, behind_barrier, in_office, words_of_another_time
from workbench.knowledge.base import Knowledge
from workbench.knowledge.facts.world import World
from workbench.mentions.names.constraints import held_terms
from workbench.mentions.names.holdings import Holding

Weight = Literal["office", "reception", "person"]

_EARLIEST = 1900  # years before it may be of another calendar
_EXACT = 31  # days: a time that is exact to the month
_HANDOVER = dt.timedelta(days=31)
_LATELY = 2900  # days, about eight years
_JUST_LEFT = 31  # days: the news of the last weeks in office is told with the title
_PHRASE = 4  # words of «نيابة عن», «من أوراق اعتماده إلى»
_FRONTED = 5  # tokens from «سلمه الجائزة» to the title
_TALK = 9  # tokens between «بحث» and «مع»
_VERBS = 3  # verbs between a date and what it dates
_RULERS = frozenset(("president", "king", "emir", "sultan", "supreme-leader", "head-of-council", "pope"))


@dataclass(frozen=True, slots=True)
class Plain:
    """Reads the sentences of one article."""

    knowledge: Knowledge
    deeds: Deeds
    words: DeedWords

    @property
    def world(self) -> World:
        return self.knowledge.world

    def out_of_time(self, scene: Scene, holding: Holding) -> Time | None:
        """The date, exact to the month, of what the holder does or undergoes as such, though out of office then."""
        if not self._is_plain(scene, holding) or self.private(scene):
            return None
        slack = _HANDOVER
        if any(in_office(holding, one.begin - slack, one.end + slack, self.world) != "no" for one in scene.times):
            return None
        tie = self._tie(scene, holding)
        if tie is None:
            return None
        start, weight = tie
        for time in scene.times:
            if time.days > _EXACT or time.begin.year < _EARLIEST or not self.words.has_year(scene, time):
                continue
            if behind_barrier(scene, time, self.world) or not self._dates(scene, holding, start, time):
                continue
            begin, end = min(start, time.first), max(holding.last, time.last)
            if self.words.doubtful(scene, begin, end, (start, holding.last)):
                continue
            if self._is_fault(scene, holding, time, weight):
                return time
        return None

    def led(self, scene: Scene, holding: Holding) -> Holding:
        """The holding; without the mode that «رئاسة فلان» gives it, where it is «وفد برئاسة فلان»."""
        if holding.modes != frozenset(("memory",)) or not holding.first:
            return holding
        by = self._phrase(scene, holding.first, 1) in self.world.words.by_office
        return replace(holding, modes=frozenset()) if by else holding

    def of_now(self, scene: Scene, holding: Holding, gone: int) -> bool:
        """Whether directives, patronage, thanks and the like show somebody in office in the article's own days, who
        left ``gone`` days before; of rulers, whose title stays, and of titles without a country only directives do."""
        if words_of_another_time(scene, holding.first, True):
            return False
        if not self._is_plain(scene, holding, True) or self.private(scene) or not _JUST_LEFT < gone <= _LATELY:
            return False
        tokens, words, first = scene.tokens, self.world.words, holding.first
        turning = words.barriers | words.was | words.had_before | words.what | words.moments | words.pictures
        turning |= words.of_history
        if any(not turning.isdisjoint((token.key, token.key.removeprefix("ال"))) for token in tokens[:first]):
            return False
        if any(token.key in words.prior or token.key in words.once for token in tokens):
            return False
        ruler = self._is_ruler(holding)
        if ruler and not holding.country:
            return False
        phrases = words.directives if ruler or not holding.country else words.by_office | words.directives
        if not any(self._phrase(scene, first, length) in phrases for length in range(1, _PHRASE + 1)):
            return False
        if not self._happens_now(scene, first):
            return False
        return not self.words.doubtful(scene, first, holding.last, (first, holding.last))

    def _is_plain(self, scene: Scene, holding: Holding, bare: bool = False) -> bool:
        if holding.modes or not holding.full or not (holding.country or bare):
            return False
        return holding.form in ("title-before", "title-after")

    def private(self, scene: Scene) -> bool:
        """«التقى زوجته», «درس», «ترشح»: a life, not an office."""
        words = self.world.words
        return any(
            part in words.private
            for at, token in enumerate(scene.tokens)
            if at not in scene.named
            for part in (token.key, token.key.removeprefix("و"))
        )

    def _is_ruler(self, holding: Holding) -> bool:
        return any(self.world.offices[id].kind in _RULERS for id in holding.offices)

    def _happens_now(self, scene: Scene, first: int) -> bool:
        """Whether the sentence is told in the present tense, or as what comes now («جاءت الزيارة»), or with a time of
        the article's own, or opens the article; with no other deed before the title."""
        tokens, words = scene.tokens, self.world.words
        verbs = [
            at for at in range(first) if at in scene.verbs and at not in scene.named and not scene.in_time(at)
            and not (at and tokens[at - 1].key.removeprefix("و") in words.prepositions)
        ]  # fmt: skip
        if not verbs:
            return bool(scene.times)
        if any(self.deeds.is_participle(scene, at) for at in range(max(0, first - _PHRASE), first)):
            return False  # «العقود الموقعة برعاية»
        nearest = tokens[verbs[-1]].key.removeprefix("و")
        if self.deeds.is_present(scene, verbs[-1]):
            said = any(token.key in words.sayings for token in tokens[:first])
            return not said or nearest in words.comes_now or nearest.startswith("ي")  # no «إنه تسلم»
        if len(verbs) > 1:
            return False  # «يقول الشاهد إنه تسلم الأموال بأمر من»
        return nearest in words.comes_now or bool(scene.times) or scene.paragraph <= 1

    # -- what ties the holder to an office ----------------------------------------------------------------------

    def _phrase(self, scene: Scene, first: int, length: int) -> str:
        """The ``length`` words before a title, «ل» and «ب» of the title's own counted as one more word."""
        tokens = scene.tokens
        before = [token.key for token in tokens[max(0, first - length) : first]]
        phrase = " ".join(before).removeprefix("و")
        title = tokens[first].key
        return f"{phrase} ل" if title.startswith("ل") else f"{phrase} ب" if title.startswith("بال") else phrase

    def _tie(self, scene: Scene, holding: Holding) -> tuple[int, Weight] | None:
        """Where the words begin that make what is told a matter of the holder's, and whether only an office gives it.
        """
        first, words = holding.first, self.world.words
        if not first:
            return None
        for length in range(_PHRASE, 0, -1):
            phrase = self._phrase(scene, first, length)
            if phrase in words.office_fronts or phrase in words.orders:
                return first - length, "office"
            if phrase in words.by_office | words.directives:
                return first - length, "office"
        credentials = self._credentials(scene, first)
        if credentials is not None:
            return credentials, "office"
        link = self.words.link_before(scene, first)
        if link is not None and link.kind == "age":
            return None
        if link is not None and link.kind != "agent":
            return link.first, "person"
        verb = self._verb_of(scene, first)
        if verb is not None:
            return verb
        if link is not None and link.first < first - 1:
            return link.first, "reception"  # «من قبل»
        return self._talked(scene, first)

    def _credentials(self, scene: Scene, first: int) -> int | None:
        """«قدم أوراق اعتماده سفيرا في باريس إلى»."""
        tokens = scene.tokens
        given = tokens[first].key.startswith("لل") or tokens[first - 1].key in ("الي", "امام")
        if not given:
            return None
        for at in range(first - 1, max(-1, first - _TALK), -1):
            if tokens[at].kind == "punctuation":
                return None
            if tokens[at].key == "اوراق" and tokens[at + 1].key.startswith("اعتماد"):
                return at
        return None

    def _verb_of(self, scene: Scene, first: int) -> tuple[int, Weight] | None:
        """The verb whose agent the title is, an object of its own before it or not («سلمه الجائزة الرئيس»)."""
        tokens, words = scene.tokens, self.world.words
        first = next((self.words.head_of(scene, time) for time in scene.times if time.last == first), first)
        for at in range(first - 1, max(-1, first - 1 - _FRONTED), -1):
            token = tokens[at]
            if token.kind == "punctuation" or token.key in words.barriers | words.sayings:
                return None
            if at not in scene.verbs or at in scene.named or scene.in_time(at):
                continue
            deed = self.words.deed(token, words.same_day)
            verb = deed is not None and (deed.verb in words.same_day or self.words.weight(deed.verb) is not None)
            if not verb or deed is None or self.deeds.is_present(scene, at):
                return None
            if not (deed.enclitic if at < first - 1 else deed.enclitic or not deed.passive):
                return None
            relative = deed.enclitic and at > 0 and not self._opens(scene, at)
            if relative and deed.verb not in words.same_day:
                return None
            met = words.encounters_with | words.seating | words.encounters - {"استقبل"}
            return at, "reception" if deed.verb in words.same_day - met else "person"
        return None

    def _opens(self, scene: Scene, at: int) -> bool:
        """Whether a verb opens what is told: at a pause, behind a time, «و», «حيث»."""
        before, token = scene.tokens[at - 1], scene.tokens[at]
        return (
            before.kind == "punctuation" or token.key.startswith("و") or before.key in ("حيث", "قد", "و")
            or any(time.last == at for time in scene.times)
        )  # fmt: skip

    def _talked(self, scene: Scene, first: int) -> tuple[int, Weight] | None:
        """«بحث الملف مع», «وقع الاتفاق مع», «في لقاء جمعه مع»; «سلّم المفاتيح إلى», «ألقى محاضرة أمام»."""
        tokens, words = scene.tokens, self.world.words
        if tokens[first - 1].key in ("الي", "امام"):
            for at in range(first - 2, max(-1, first - 2 - _TALK), -1):
                if tokens[at].kind == "punctuation" or tokens[at].key in words.barriers:
                    return None
                deed = self.words.deed(tokens[at], words.handing)
                if deed is not None and deed.verb in words.handing and at in scene.verbs and at not in scene.named:
                    return at, "reception"
            return None
        if tokens[first - 1].key != "مع":
            return None
        for at in range(first - 2, max(-1, first - 2 - _TALK), -1):
            if tokens[at].text in "،؛.«»\"" or tokens[at].key in words.barriers:
                return None
            deed = self.words.deed(tokens[at], words.meeting_verbs | words.concluding)
            met = deed is not None and deed.verb in words.meeting_verbs | words.concluding
            if (met and at in scene.verbs and at not in scene.named) or tokens[at].key in words.shared:
                return at, "person"
        return None

    # -- the date -----------------------------------------------------------------------------------------------

    def _dates(self, scene: Scene, holding: Holding, start: int, time: Time) -> bool:
        words, tokens = self.world.words, scene.tokens
        if time.last <= start:
            between = range(time.last, start)
        elif time.first >= holding.last:
            between = range(holding.last, time.first)
            if self.words.moves_on(scene, holding.last, time.first):
                return False
        else:
            between = range(min(time.last, start), start)
        allowed = {"حيث"} | words.was
        if any(tokens[at].key in words.barriers - allowed or tokens[at].key in words.moving_on for at in between):
            return False
        if any(tokens[at].key in words.prior for at in range(len(tokens)) if not scene.in_time(at)):
            return False
        verbs = [at for at in between if at in scene.verbs and at not in scene.named and not scene.in_time(at)]
        if time.first >= holding.last:
            return not any(self.words.deed(tokens[at]) is not None for at in verbs)
        now = (at for at in verbs if self.deeds.is_present(scene, at) and not tokens[at].key.startswith("ل"))
        return len(verbs) <= _VERBS and not any(now)

    # -- the term -----------------------------------------------------------------------------------------------

    def _is_fault(self, scene: Scene, holding: Holding, time: Time, weight: Weight) -> bool:
        world = self.world
        terms = held_terms(holding, world)
        left = [term.end.last for term in terms if term.end is not None and term.end.last < time.begin]
        every = [term for id in holding.people for term in world.terms_of(id)]
        if words_of_another_time(scene, holding.first, bool(left)):
            return False
        if left:
            people = [world.people[id] for id in holding.people]
            if all(person.died is not None and person.died.last < time.begin for person in people):
                return True
            if (time.begin - max(left)).days > _LATELY:
                return False
            return weight == "office" if self._is_ruler(holding) else True
        if weight == "person" and any(term.covers(time.begin, time.end) != "no" for term in every):
            return False  # whom one meets in another office is called by the later one
        return any(
            term.person not in holding.people and term.status in ("holder", "acting")
            for office in holding.offices
            for term in world.holders(office, time.begin)
        )
