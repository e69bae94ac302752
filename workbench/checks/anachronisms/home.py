"""Of which country an article's news is: there «رئيس الوزراء فلان» without a country is who holds that office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.checks.anachronisms.tenure import Scene
from workbench.knowledge.base import Knowledge
from workbench.mentions.names.holdings import Holding
from workbench.mentions.names.values import PlaceName
from workbench.mentions.reading import ArticleReading

_LEDE = 1  # the paragraph, headline apart, that says where the news is
_LATELY = 7, 2900  # days: who left within the week is told of by the title; after about eight years so is history
# Presidents and kings keep their title for life, prime ministers are called «former».
_KINDS = frozenset(("prime-minister",))
_RULERS = frozenset(("president", "emir", "king", "sultan"))


@dataclass(frozen=True, slots=True)
class Home:
    """Reads the headline and the first paragraph of one article."""

    reading: ArticleReading
    scenes: Sequence[Scene]
    knowledge: Knowledge

    def is_of_home(self, holding: Holding, gone: int) -> bool:
        """Whether a full name with a head of government's bare title, who left ``gone`` days before, is told of in the
        news of the country they governed, none of those whose newspapers leave former leaders their title."""
        return self._is_at_home(holding, gone, _KINDS)

    def is_ruler_of_home(self, holding: Holding, gone: int) -> bool:
        """The same of «الرئيس» and other rulers: of them it says something only where they rule."""
        return self._is_at_home(holding, gone, _RULERS)

    def _is_at_home(self, holding: Holding, gone: int, kinds: frozenset[str]) -> bool:
        world = self.knowledge.world
        offices = [world.offices[id] for id in holding.offices]
        if not holding.full or not offices or not _LATELY[0] < gone <= _LATELY[1]:
            return False
        countries = {office.country for office in offices}
        if len(countries) > 1 or any(office.kind not in kinds for office in offices):
            return False
        kept = world.words.titles_kept | world.words.in_public
        return countries == self._countries() and not any(country.casefold() in kept for country in countries)

    def is_of_state(self, scene: Scene, holding: Holding) -> bool:
        """Whether a full name stands with «رئيس الجمهورية», which nobody is called out of courtesy."""
        words = " ".join(token.key for token in scene.tokens[holding.first : holding.first + 2])
        return holding.full and words.removeprefix("و") in self.knowledge.world.words.state_titles

    def _countries(self) -> set[str]:
        """The countries of the places and the nationalities («مجلس النواب الأردني») named where the news begins."""
        geography = self.knowledge.geography
        lede = [scene for scene in self.scenes if scene.paragraph <= _LEDE]
        places = [mention.value.id for scene in lede for mention in scene.mentions
                  if isinstance(mention.value, PlaceName)]  # fmt: skip
        nations = [geography.nations.get(_adjective(token.key)) for scene in lede for token in scene.tokens]
        return {country for id in (*places, *nations) if id is not None and (country := geography.country(id))}


def _adjective(word: str) -> str:
    """«اردني» of «الأردنية»; empty for what is not definite."""
    return word[2:].removesuffix("ه") if word.startswith("ال") else ""
