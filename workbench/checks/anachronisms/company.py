"""With whom somebody talks, dines or signs in the news of the day: «أجرى … محادثات ثنائية مع رئيس الحكومة … فلان»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.checks.anachronisms.deeds import TOLD_OF, bare
from workbench.checks.anachronisms.tenure import Scene, words_of_another_time
from workbench.knowledge.base import Knowledge
from workbench.mentions.names.holdings import Holding
from workbench.text.normal import key

_KINDS = 4  # words of «اجتماعا ثنائيا مطولا على انفراد»
_REACH = 16  # tokens between the verb and what is shared: the agent and his titles, a place, a day


@dataclass(frozen=True, slots=True)
class Company:
    """Reads who shares a talk, a table or a treaty with whom."""

    knowledge: Knowledge

    def shared_now(self, scene: Scene, holding: Holding, earlier: Sequence[Scene]) -> bool:
        """Whether the holder, named in full with the full title behind «مع», shares something with somebody in the
        article's own days; ``earlier`` are the sentences of the paragraph before this one. What was shared before,
        or by people told of in a relative clause, does not count."""
        if not (holding.country and holding.full) or not holding.first:
            return False
        if scene.tokens[holding.first - 1].key != "مع":
            return False
        verb = self._verb(scene, holding.first - 1)
        if verb is None or not self._is_news(scene, verb, holding.first):
            return False
        return not any(self._looks_back(other) for other in earlier)

    def _verb(self, scene: Scene, end: int) -> int | None:
        """The verb of sharing whose object, with nothing but its kind behind, ends at token ``end``."""
        tokens, words = scene.tokens, self.knowledge.world.words
        near = range(end - 1, max(-1, end - 2 - _KINDS), -1)
        noun = next((at for at in near if tokens[at].key in words.shared), None)
        if noun is None or any(token.key not in words.shared_kinds for token in tokens[noun + 1 : end]):
            return None
        for at in range(noun - 1, max(-1, noun - _REACH), -1):
            if tokens[at].key in words.sayings or self._relates(tokens[at].key):
                return None
            verbs = dict(self._verbs(scene, at))
            if verbs:
                plain = "present" in verbs.values() or not self._told_of(scene, at)
                return at if plain and not words.sharing.isdisjoint(verbs) else None
        return None

    def _told_of(self, scene: Scene, verb: int) -> bool:
        """Whether a verb is no more than the last of several deeds («شغل …، ووقع …»), or what somebody says."""
        sayings = self.knowledge.world.words.sayings
        return any(
            token.key in sayings or any(True for _ in self._verbs(scene, at))
            for at, token in enumerate(scene.tokens[:verb])
        )

    def _verbs(self, scene: Scene, at: int) -> Iterator[tuple[str, str]]:
        """The verbs that a token may be, and their forms; none inside a name or a title."""
        token = scene.tokens[at]
        if at not in scene.verbs or at in scene.named:
            return
        offices = (scene.tokens_of(mention) for mention in scene.mentions if mention.type == "office")
        if any(first <= at < last for first, last in offices):
            return
        entries = self.knowledge.lexicon.lookup(token.key, None, token.plain)
        for entry in entries:
            if entry.pos == "verb" and entry.person in TOLD_OF and not entry.enclitic:
                yield key(entry.lemma), entry.form
        yield from ((word, "past") for word in bare(token.key) if word in self.knowledge.world.words.sharing)

    def _is_news(self, scene: Scene, verb: int, first: int) -> bool:
        clause = scene.clause_at(verb)
        if clause.opening in ("background", "relative") or scene.clause_at(first).opening == "background":
            return False
        before, other_times = scene.tokens[:verb], self.knowledge.world.words.other_times
        return not any(self._was(token.key) or self._relates(token.key) for token in before) and not any(
            token.key in other_times and not scene.in_time(at) for at, token in enumerate(scene.tokens)
        )

    def _was(self, word: str) -> bool:
        words = self.knowledge.world.words
        return word in words.was or word in words.had_before or word in ("لم", "لن")

    def _relates(self, word: str) -> bool:
        """Whether behind a word something else is told than the news: what was, what somebody says, what the dead did.
        """
        words, cues = self.knowledge.world.words, self.knowledge.claim_cues
        return (
            word in cues.relative or word in words.what or word in words.had_before or word in words.clause_fronts
            or word in words.moments or word in self.knowledge.figures.deceased
        )  # fmt: skip

    def _looks_back(self, scene: Scene) -> bool:
        """Whether a sentence turns to what was before the news."""
        opening = scene.tokens[0].key if scene.tokens else ""
        return self._was(opening) or words_of_another_time(scene, 0, True)
