"""What only those in office do, and who is there in the flesh, as the news of the day tells it: decrees, the chair of a
council of ministers, letters of credence; «بحضور», «جلس إلى يمينه»."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.checks.anachronisms.deeds import TOLD_OF, bare
from workbench.checks.anachronisms.tenure import Scene
from workbench.knowledge.base import Knowledge
from workbench.mentions.names.holdings import Holding
from workbench.text.normal import key

_OBJECT = 7  # tokens behind the agent within which the object of an act begins
_FRONT = 4  # words of «أوراق اعتماده إلى»
_THERE = 3  # words of «في مقدمة مستقبليه»
_REACH = 6  # tokens between «جلس» and the title
_PAUSES = frozenset("،,؛.[]()-–—")


@dataclass(frozen=True, slots=True)
class Sitting:
    """Reads the sentences of an article for acts of office and for those present."""

    knowledge: Knowledge

    def acts_in_office(self, scene: Scene, holding: Holding) -> bool:
        """Whether the holder does what only the sitting do. Telegrams and ambassadors count where former leaders do
        not stay in public life."""
        world = self.knowledge.world
        signs = all(world.offices[id].country.casefold() not in world.words.in_public for id in holding.offices)
        for length in range(min(_FRONT, holding.first), 0, -1):
            phrase = " ".join(token.key for token in scene.tokens[holding.first - length : holding.first])
            given = f"{phrase} ل" if scene.tokens[holding.first].key.startswith("لل") else phrase
            if given in world.words.office_fronts:
                return True
        verbs = self._verbs(scene, holding)
        if not verbs:
            return False
        acts = world.words.office_acts | (world.words.office_signs if signs else frozenset())
        behind = holding.last if self._opens(scene, holding.first - 1) else holding.last + 1
        return self._takes(scene, verbs, acts, behind)

    def rules(self, scene: Scene, holding: Holding) -> bool:
        """Whether the holder's verb, which opens the sentence or the clause, is one of ruling a country day by day."""
        return not self._verbs(scene, holding).isdisjoint(self.knowledge.world.words.ruling)

    def had_acted(self, scene: Scene, verb: int) -> bool:
        """Whether the verb at token ``verb``, behind «وكان الرئيس فلان», begins what only the sitting do."""
        return self._takes(scene, self._lemmas(scene, verb), self.knowledge.world.words.office_acts, verb + 1)

    def _takes(self, scene: Scene, verbs: frozenset[str], acts: frozenset[str], behind: int) -> bool:
        """Whether one of ``verbs`` is that of an act whose object begins soon, from token ``behind`` on."""
        return any(
            self._begins(scene, at, act.split(" ")[1:])
            for act in acts
            if act.split(" ")[0] in verbs
            for at in range(behind, min(behind + _OBJECT, self._pause(scene, behind)))
        )

    def may_be_history(self, scene: Scene, holding: Holding) -> bool:
        """Whether the verb tells history as readily as news («أصدر», «أقال»)."""
        words = self.knowledge.world.words
        return not self._verbs(scene, holding).isdisjoint(words.history | words.sovereign)

    def keeps_title(self, holding: Holding) -> bool:
        """Whether an office is of a country whose newspapers leave former leaders their title («الرئيس … الجميل»)."""
        world = self.knowledge.world
        return any(world.offices[id].country.casefold() in world.words.titles_kept for id in holding.offices)

    def _verbs(self, scene: Scene, holding: Holding) -> frozenset[str]:
        """The verbs that what opens a clause may be, right before the title; or behind a title that opens the sentence.
        """
        if holding.first and self._opens(scene, holding.first - 1):
            return self._lemmas(scene, holding.first - 1)
        if holding.first == 0 and holding.last < len(scene.tokens):
            return self._lemmas(scene, holding.last)
        return frozenset()

    def _opens(self, scene: Scene, at: int) -> bool:
        return at == 0 or (at > 0 and scene.tokens[at - 1].text in _PAUSES)

    def _pause(self, scene: Scene, begin: int) -> int:
        """The first sign that ends a clause, from token ``begin`` on."""
        for at in range(begin, len(scene.tokens)):
            if scene.tokens[at].text in _PAUSES:
                return at
        return len(scene.tokens)

    def _lemmas(self, scene: Scene, at: int) -> frozenset[str]:
        token = scene.tokens[at]
        entries = self.knowledge.lexicon.lookup(token.key, None, token.plain)
        lemmas = (key(entry.lemma) for entry in entries if entry.pos == "verb" and entry.person in TOLD_OF)
        return frozenset((*bare(token.key), *lemmas))

    def _begins(self, scene: Scene, at: int, words: list[str]) -> bool:
        """Whether ``words``, the first of them with «ب» or «ل» or without, stand from token ``at`` on."""
        found = [token.key for token in scene.tokens[at : at + len(words)]]
        return found[1:] == words[1:] and found[0] in (words[0], f"ب{words[0]}", f"ل{words[0]}")

    # -- who is there -------------------------------------------------------------------------------------------

    def is_present(self, scene: Scene, holding: Holding) -> bool:
        """«بحضور وزير … فلان», «ضم الوفد», «جلس في مقدمتهم»: whether the holder is there, in the clause's own day."""
        first = self._list(scene, holding)
        if [token.key for token in scene.tokens[max(0, first - 2) : first]] == ["كل", "من"]:
            first -= 2
        if scene.tokens[first].key.startswith("ل"):
            return False  # «ممثلا لوزير»
        clause = scene.clause_at(first)
        tokens, words = scene.tokens, self.knowledge.world.words
        before = tokens[clause.first : first]
        relates = self.knowledge.claim_cues.relative | words.what | words.pictures | {"حيث"}
        if any(token.key in words.out_of_office for token in tokens[clause.first : clause.last]):
            return False
        if any(token.key in relates or (at and token.key in words.was) for at, token in enumerate(before)):
            return False
        ends = (first, first - 2) if first > 2 and tokens[first - 2].key == "في" else (first,)
        for end in ends:  # «في استقباله في المطار»
            for length in range(min(_THERE, end), 0, -1):
                if " ".join(token.key for token in tokens[end - length : end]) in words.attending:
                    told = [token for token in tokens[: end - length] if token.key in words.was | relates]
                    return not told or (tokens[0].key in words.was and end - length == 1)
        if any(token.key in words.in_place_of for token in before):
            return False
        for at in range(max(clause.first, first - _REACH), first - 1):
            if at > clause.first + 1 or at not in scene.verbs:
                continue
            phrase = " ".join(token.key for token in tokens[at:first]).removeprefix("و")
            if any(phrase == said or phrase.startswith(f"{said} ال") for said in words.delegations):
                return True
            if not words.seating.isdisjoint((*bare(tokens[at].key),)):
                return True
        return False

    def _list(self, scene: Scene, holding: Holding) -> int:
        """Where a list of titles and names begins that the holder stands in: «وزير … فلان ووزير … فلان»."""
        first = holding.first
        while scene.tokens[first].key.startswith("و"):
            before = next((other for other in scene.holdings if other.last == first), None)
            if before is None:
                break
            first = before.first
        return first
