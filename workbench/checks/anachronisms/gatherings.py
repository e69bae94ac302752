"""Summits of a body, and agreements with it: the words that tie its name to a verb («حضر … قمة الاتحاد الأفريقي»,
«شارك في المفاوضات التي أفضت إلى اتفاق بين لبنان والاتحاد الأوروبي»)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.anachronisms.tenure import Scene
from workbench.knowledge.facts.organisations import Organisation
from workbench.knowledge.facts.world import World
from workbench.mentions.names.values import OrganisationName, PlaceName

_KINDS = 4  # words of «القمة العادية الثامنة عشرة»
_BETWEEN = 4  # words of «بين لبنان وسوريا و»
_NAMESAKES = "الاتحاد"  # «الاتحاد الأفريقي» is also one of football; its congress is no summit


@dataclass(frozen=True, slots=True)
class Gatherings:
    """Reads what stands before the name of a body."""

    world: World

    def ties(self, scene: Scene, first: int, last: int, thing: Organisation) -> Iterator[tuple[int, frozenset[str]]]:
        """Where words begin that tie the name at tokens ``first`` to ``last`` to a verb before them, and the verbs."""
        if self._only_renamed(thing) or self._longer(scene, last):
            return
        summit = self._summit(scene, first)
        if summit is not None:
            yield summit
        agreement = self._agreement(scene, first)
        if agreement is not None:
            yield agreement

    def _only_renamed(self, thing: Organisation) -> bool:
        """Whether a body goes on under another name, or did, with nothing else changed: the later name is used of all
        its time. Unions are founded anew."""
        return thing.kind != "union" and (bool(thing.successor) or thing.id in self.world.forerunners)

    def _longer(self, scene: Scene, last: int) -> bool:
        """«الاتحاد الأفريقي لكرة السلة»."""
        return last < len(scene.tokens) and scene.tokens[last].key.startswith("ل")

    # -- summits ------------------------------------------------------------------------------------------------

    def _summit(self, scene: Scene, first: int) -> tuple[int, frozenset[str]] | None:
        tokens, words = scene.tokens, self.world.words
        name = tokens[first].key
        given = name.startswith("لل")  # «القمة العادية للاتحاد»
        nouns = words.summits
        if not (f"ال{name[2:]}" if given else name).startswith(_NAMESAKES):
            nouns = nouns | words.sessions
        noun = first - 1
        while given and noun > 0 and first - noun < _KINDS and tokens[noun].key not in nouns:
            noun -= 1
        if noun < 0 or tokens[noun].key.removeprefix("ب") not in nouns:
            return None
        start = noun
        if start and tokens[start - 1].key in nouns:  # «مؤتمر قمة»
            start -= 1
        if start < 1 or not (tokens[start - 1].key in words.at_place or tokens[start - 1].key in ("امام", "خلال")):
            return self._in_capacity(scene, start), words.hosting
        start -= 1
        for length in (2, 1):  # «كلمة بلاده أمام», «وفد بلاده إلى»
            phrase = " ".join(token.key for token in tokens[max(0, start - length) : start])
            if phrase in words.brought:
                return start - length, words.hosting | words.attended
        place = next((at for mention in scene.mentions if isinstance(mention.value, PlaceName)
                      for at, end in (scene.tokens_of(mention),) if end == start), 0)  # fmt: skip
        if place and tokens[place - 1].key in words.brought:  # «كلمة مصر أمام»
            return place - 1, words.hosting | words.attended
        return self._in_capacity(scene, start), words.attended

    def _in_capacity(self, scene: Scene, start: int) -> int:
        """«بصفة مراقب», «بصفته وزيرا للخارجية»: part of what ends at token ``start``."""
        near = range(start - 1, max(-1, start - 4), -1)
        return next((at for at in near if scene.tokens[at].key in self.world.words.capacity), start)

    # -- agreements ---------------------------------------------------------------------------------------------

    def _agreement(self, scene: Scene, first: int) -> tuple[int, frozenset[str]] | None:
        tokens, words = scene.tokens, self.world.words
        end = self._between(scene, first)
        if end is None:
            return None
        near = range(end - 1, max(-1, end - 2 - _KINDS), -1)
        noun = next((at for at in near if tokens[at].key in words.agreements), None)
        if noun is None or any(token.key not in words.agreement_kinds for token in tokens[noun + 1 : end]):
            return None
        if noun > 3 and tokens[noun - 1].key in ("الي", "عن", "ب") and tokens[noun - 2].key in words.led_to:
            talks = noun - 4
            if tokens[noun - 3].key == "التي" and talks > 0 and tokens[talks].key in words.negotiations:
                return (talks - 1 if tokens[talks - 1].key == "في" else talks), words.negotiating
        return noun, words.concluding

    def _between(self, scene: Scene, first: int) -> int | None:
        """The token of «مع», or of «بين» with nothing but places and «بلاده» before the name."""
        tokens = scene.tokens
        if first and tokens[first - 1].key == "مع":
            return first - 1
        if not tokens[first].key.startswith("و"):
            return None
        places = frozenset(
            at
            for mention in scene.mentions
            if isinstance(mention.value, (PlaceName, OrganisationName))
            for at in range(*scene.tokens_of(mention))
        )
        for at in range(first - 1, max(-1, first - 1 - _BETWEEN), -1):
            if tokens[at].key == "بين":
                return at if at + 1 < first else None
            if at not in places and tokens[at].key not in ("بلاده", "بلادها", "كل", "من"):
                return None
        return None
