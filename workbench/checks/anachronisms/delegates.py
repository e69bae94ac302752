"""States and bodies that are gone and yet act in an article's own days: through a delegate, an ambassador, a team, or
in its headline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.checks.anachronisms.deeds import Deeds, bare
from workbench.checks.anachronisms.tenure import Scene, behind_barrier, remembers, words_of_another_time
from workbench.knowledge.base import Knowledge
from workbench.knowledge.facts.organisations import Organisation
from workbench.mentions.reading import ArticleReading

# Kinds whose end is the end of their names: newspapers go on calling armed groups, parties and firms by old ones.
_KINDS = frozenset(("state", "union", "body", "court", "mission", "agency", "bank", "fund"))
_LONG_GONE = dt.timedelta(days=400)
_BEFORE, _AFTER = dt.timedelta(days=60), dt.timedelta(days=30)  # times this near the article's date are its own
_LONGEST_TITLE = 4  # words of «المندوب الدائم», «المتحدث باسم»
_REACH = 6  # tokens between the verb of meeting and the one who is met


@dataclass(frozen=True, slots=True)
class Delegates:
    """Reads who acts for whom in one article, given for ``days``."""

    reading: ArticleReading
    scenes: Sequence[Scene]
    knowledge: Knowledge
    deeds: Deeds
    days: tuple[dt.date, dt.date] | None

    def act_now(self, scene: Scene, first: int, last: int, thing: Organisation, office: bool = False) -> bool:
        """Whether tokens ``first`` to ``last``, the name of ``thing``, or with ``office`` a title with its name, stand
        for somebody who does something in the article's own days, long after the end of ``thing``."""
        if self.days is None or thing.end is None or thing.kind not in _KINDS:
            return False
        if self.days[0] <= thing.end.last + _LONG_GONE or self._told_as_past(scene, first):
            return False
        if self._heads_the_article(scene, first, last):
            return self._present_alone(scene)
        head = first if office else self._title(scene, first)
        if head is None:
            return False
        times = scene.times
        if not self._acts(scene, head, last, told=not times):
            return False
        if not times:
            return self._present_alone(scene)
        world = self.knowledge.world
        return all(self._own(time.begin, time.end) and not behind_barrier(scene, time, world) for time in times)

    def listed_now(self, scene: Scene, first: int, last: int, thing: Organisation) -> bool:
        """Whether a state that is gone stands in a list of those of the article's own days: «دول بينها الهند
        وتشيكوسلوفاكيا», in a sentence whose times are of these days or year, another state beside it."""
        if self.days is None or thing.end is None or thing.kind != "state" or not scene.times:
            return False
        if self.days[0] <= thing.end.last + _LONG_GONE or self._told_as_past(scene, first, listed=True):
            return False
        words, among = self.knowledge.world.words, self.knowledge.claim_cues.among
        if any(token.key.removeprefix("ال").removeprefix("ل") in words.of_history for token in scene.tokens):
            return False
        begin, end = self.days
        this_year = dt.date(begin.year, 1, 1), dt.date(end.year, 12, 31)
        world = self.knowledge.world
        if any(behind_barrier(scene, time, world) for time in scene.times) or not all(
            self._own(time.begin, time.end) or (time.begin, time.end) == this_year for time in scene.times
        ):
            return False
        marker = next(
            (at for at in range(first - 1, 0, -1) if (word := scene.tokens[at].key) in among or word in ("هي", "وهي")),
            None,
        )
        if marker is None or not any(
            scene.tokens[at].key.removeprefix("ال") in words.countries for at in range(max(0, marker - 3), marker)
        ):
            return False
        places = [mention for mention in scene.mentions if mention.type == "place"]
        between = any(scene.tokens_of(place)[0] > marker and scene.tokens_of(place)[0] != first for place in places)
        return between and not any(at in scene.verbs for at in range(marker, first) if at not in scene.named)

    def _told_as_past(self, scene: Scene, first: int, listed: bool = False) -> bool:
        words, relative = self.knowledge.world.words, self.knowledge.claim_cues.relative
        after, before = words.after, {token.key for token in scene.tokens[:first]}
        opening = relative | words.what | words.subordinators
        return (
            words_of_another_time(scene, first, True)
            or (not listed and scene.clause_at(first).opening in ("background", "relative"))
            or any(token.key in words.long_past or after.get(token.key) in ("former", "late") for token in scene.tokens)
            or bool(before & words.was or before & words.gone_on)
            or (not listed and bool(before & opening))
        )

    def _title(self, scene: Scene, first: int) -> int | None:
        """Where «مندوب», «المتحدث باسم» and the like begin that stand right before token ``first``."""
        tokens, delegates = scene.tokens, self.knowledge.world.words.delegates
        end = first - 1 if first and tokens[first - 1].key in ("من", "في") else first
        for begin in range(max(0, end - _LONGEST_TITLE), end):
            words = " ".join(token.key for token in tokens[begin:end])
            if any(words.removeprefix(front) in delegates for front in ("", "و", "ب", "ل")):
                return begin
        return None

    def _acts(self, scene: Scene, head: int, last: int, told: bool) -> bool:
        """Whether a verb of the living stands before the title or behind the name, or one of meeting before somebody
        else («استقبل الوزير سفير …»). ``told``: only verbs that seldom tell history count."""
        words = self.knowledge.world.words
        acts = words.acts - words.history if told else words.acts | words.present
        verb = self.deeds.verb_before(scene, head)
        if verb is not None:
            keys = bare(scene.tokens[verb].key)
            if told:
                return verb == 0 and not acts.isdisjoint(keys) and words.history.isdisjoint(keys)
            return not acts.isdisjoint(keys) or not words.contests.isdisjoint(keys)
        if told or not head or scene.clause_at(head).opening not in ("start", "comma"):
            return False
        before = range(max(0, head - _REACH), head - 1)
        return any(not acts.isdisjoint(bare(scene.tokens[at].key)) for at in before if at in scene.verbs) and (
            scene.tokens[head - 1].key.startswith("ال") or any(time.last == head for time in scene.times)
            or head - 1 in scene.named
        )  # fmt: skip

    def _heads_the_article(self, scene: Scene, first: int, last: int) -> bool:
        """«الاتحاد السوفياتي يرسل مساعدات»: the subject of a headline's verb in the present."""
        part = self.reading.article.sentences[scene.number].part
        return part == "headline" and first == 0 and self.deeds.is_present(scene, last)

    def _present_alone(self, scene: Scene) -> bool:
        """Whether the article, as far as the end of this paragraph, tells of its own days and nothing else."""
        if remembers(scene, self.scenes):
            return False
        headline = self.reading.article.sentences[scene.number].part == "headline"
        times = [
            time
            for other in self.scenes
            if headline or other.number <= scene.number or other.paragraph == scene.paragraph
            for time in other.times
        ]
        return bool(times) and all(self._own(time.begin, time.end) for time in times)

    def _own(self, begin: dt.date, end: dt.date) -> bool:
        assert self.days is not None
        return self.days[0] - _BEFORE <= begin and end <= self.days[1] + _AFTER
