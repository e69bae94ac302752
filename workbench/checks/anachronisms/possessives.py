"""Ministers of whoever is named before: «الرئيس الفرنسي … وزير خارجيته فلان», «رئيس وزرائها فلانة»."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.anachronisms.deed_words import DeedWords
from workbench.checks.anachronisms.tenure import Scene
from workbench.knowledge.base import Knowledge
from workbench.mentions.names.holdings import Holding
from workbench.mentions.names.values import OfficeName, PersonName
from workbench.mentions.values import Mention

_HEADS = frozenset(("president", "king", "emir", "sultan", "prime-minister", "chancellor", "head-of-council",
                    "supreme-leader", "crown-prince"))  # fmt: skip
_FRONTS = ("", "و", "ل", "ب", "ف", "ول", "وب")
_ENDINGS = ("هم", "ها", "ه")


@dataclass(frozen=True, slots=True)
class _Owner:
    """Somebody at the head of countries, named from token ``first`` on; no ``people`` where only the title is."""

    first: int
    countries: frozenset[str]
    people: tuple[str, ...]
    modes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Possessives:
    """Reads titles that a pronoun gives to somebody named earlier in the sentence, in an article of ``days``."""

    knowledge: Knowledge
    words: DeedWords
    days: tuple[dt.date, dt.date] | None

    def holdings(self, scene: Scene) -> Iterator[Holding]:
        """The holdings such titles make, as if their country stood with them; none where whoever they are given to is
        out of office on the article's days, or the sentence tells of an earlier term of theirs."""
        own_ages = self.knowledge.world.words.own_ages
        if self.days is None or any(token.key in own_ages for token in scene.tokens):
            return
        titled = {holding.person for holding in scene.holdings}
        for mention in scene.mentions:
            value = mention.value
            if isinstance(value, PersonName) and value.candidates and mention not in titled:
                holding = self._owned(scene, mention, value)
                if holding is not None:
                    yield holding

    def is_owned(self, holding: Holding) -> bool:
        """Whether a holding is one of these."""
        return holding.office is None and holding.form == "title-before" and holding.country

    def _owned(self, scene: Scene, mention: Mention, value: PersonName) -> Holding | None:
        first, last = scene.tokens_of(mention)
        at = first
        modes: frozenset[str] = frozenset()
        known = self.knowledge.world.words
        while at > 2 and (scene.tokens[at - 1].key in known.after or scene.tokens[at - 1].key in known.honorifics):
            at -= 1
            mode = known.after.get(scene.tokens[at].key)
            modes |= {mode} if mode else frozenset()
        kinds = self._kinds(scene, at)
        if not kinds:
            return None
        begin = at - 2
        world = self.knowledge.world
        for owner in sorted(self._owners(scene, begin), key=lambda owner: -owner.first):
            offices = tuple(
                id for kind in kinds for country in owner.countries for id in world.offices_of.get((kind, country), ())
            )
            people = tuple(
                id for id in value.candidates if any(term.office in offices for term in world.terms_of(id))
            )
            if not people:
                continue
            if owner.modes or (owner.people and not self._sits(owner)):
                return None
            return Holding(
                scene.number, "title-before", people, offices, scene.offset + scene.tokens[begin].start, mention.end,
                begin, last, mention, None, modes | self.words.modes_around(scene, begin, last), True,
                value.form == "full",
            )  # fmt: skip
        return None

    def _kinds(self, scene: Scene, end: int) -> tuple[str, ...]:
        """The kinds of office that «وزير خارجيته», ending at token ``end``, names."""
        if end < 2:
            return ()
        head, owned = scene.tokens[end - 2].key, scene.tokens[end - 1].key
        uses = self.knowledge.world.names.uses
        for ending in _ENDINGS:
            stem = owned.removesuffix(ending)
            if stem == owned:
                continue
            for front in (front for front in _FRONTS if head.startswith(front)):
                for noun in _free(stem):
                    title = f"{head.removeprefix(front)} {noun}"
                    kinds = tuple(kind for use, kind in uses.get(title, ()) if use == "construct")
                    if kinds:
                        return kinds
        return ()

    def _owners(self, scene: Scene, end: int) -> Iterator[_Owner]:
        """Whoever is at the head of a country and named before token ``end``."""
        world = self.knowledge.world
        used: set[Mention] = set()
        for holding in scene.holdings:
            used |= {mention for mention in (holding.person, holding.office) if mention is not None}
            if holding.last <= end:
                heads = [world.offices[id] for id in holding.offices if world.offices[id].kind in _HEADS]
                countries = frozenset(office.country for office in heads)
                yield _Owner(holding.first, countries, holding.people, holding.modes)
        for mention in scene.mentions:
            first, last = scene.tokens_of(mention)
            if last > end or mention in used:
                continue
            value = mention.value
            modes = self.words.modes_around(scene, first, last)
            if isinstance(value, OfficeName):
                heads = [world.offices[id] for id in value.offices if world.offices[id].kind in _HEADS]
                yield _Owner(first, frozenset(office.country for office in heads), (), modes)
            elif isinstance(value, PersonName) and value.candidates:
                terms = [term for id in value.candidates for term in world.terms_of(id)]
                heads = [world.offices[term.office] for term in terms if world.offices[term.office].kind in _HEADS]
                yield _Owner(first, frozenset(office.country for office in heads), value.candidates, modes)

    def _sits(self, owner: _Owner) -> bool:
        assert self.days is not None
        world = self.knowledge.world
        return any(
            term.covers(*self.days) == "yes"
            for id in owner.people
            for term in world.terms_of(id)
            if world.offices[term.office].kind in _HEADS and world.offices[term.office].country in owner.countries
        )


def _free(stem: str) -> Iterator[str]:
    """What a noun before a pronoun may be without it: «خارجيت» is «خارجية», «وزراي» «وزراء»."""
    yield stem
    if stem.endswith("ت"):
        yield f"{stem[:-1]}ه"
    if stem.endswith("ي"):
        yield f"{stem[:-1]}ء"
