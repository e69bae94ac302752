"""Whether a sentence tells of somebody's present under a title once theirs, or only of what they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from workbench.checks.anachronisms.deeds import TOLD_OF, Deeds
from workbench.checks.anachronisms.sitting import Sitting
from workbench.checks.anachronisms.tenure import Scene, bound_times
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Entry
from workbench.mentions.names.holdings import Holding
from workbench.text.normal import key

_LONG_AGO = 2900  # days, about eight years: nobody calls those "former" each time they are remembered
_JUST_NOW = 2  # days: the news of somebody's last day in office is told with the title
_EXACT = 31  # days: a time that is exact to the month
_REACH = 8  # tokens between the verb of meeting and the one who is met
_SIGNS = frozenset("\"“”«»'‘’()[]،,-–")


@dataclass(frozen=True, slots=True)
class Telling:
    """Reads the words around holdings. Writers drop "former" of the long gone whenever they tell history, hardly ever
    of those who left lately; so the longer somebody is gone, the plainer the sentence must be about its own days."""

    knowledge: Knowledge
    deeds: Deeds
    sitting: Sitting

    def tells_of_now(
        self, scene: Scene, holding: Holding, gone: int, owned: bool = False, news: bool = False
    ) -> bool:
        """Whether the holder, ``gone`` so many days before the time that counts, does or undergoes something then:
        speaks, meets, is met. History, things named after them and what is said about them do not count. An ``owned``
        title («وزير خارجيته») stays somebody's as long as that one is in office: it must be as plain as of the long
        gone, or show them present. Amid the ``news`` of the day the long gone are met in person too."""
        if self._relative(scene, holding):
            return any(time.days <= _EXACT for time in self.deeds.times(scene, holding.first, holding.last))
        dated = any(
            time.days <= _EXACT for time in bound_times(scene, holding.first, holding.last, self.knowledge.world)
        )
        lately = gone <= _LONG_AGO and not owned
        if not dated and (gone <= _JUST_NOW or self._background(scene, holding)):
            return False
        if not dated and not lately and self._reported(scene, holding):
            return False
        if lately and dated:
            return True
        if gone <= _LONG_AGO and self.sitting.is_present(scene, holding):
            return True
        if not dated and self._was(scene, holding):
            return False
        words = self.knowledge.world.words
        acts = words.acts if lately or dated else words.acts - words.history
        if any(verb in acts or (lately and form == "present") for verb, form in self._verbs_beside(scene, holding)):
            return True
        if (lately or dated) and (self.met(scene, holding.first) or self._is_source(scene, holding)):
            return True
        if not news or owned or not (holding.country and holding.full):
            return False
        return self.met(scene, holding.first, words.present - words.history)

    def _is_source(self, scene: Scene, holding: Holding) -> bool:
        """«بحسب وزير الخارجية … فلان»."""
        title, words = scene.tokens[holding.first].key, self.knowledge.world.words
        before = scene.tokens[holding.first - 1].key if holding.first else ""
        said = f"{before} ل" if title.startswith("ل") else before
        return holding.country and holding.full and said.removeprefix("و") in words.according

    def _was(self, scene: Scene, holding: Holding) -> bool:
        """«كانت الحكومة السابقة تضم وزير … فلان», «سبق أن استقبل …», «ذكّر بأنه التقى …»."""
        clause = scene.clause_at(holding.first)
        before = scene.tokens[clause.first : holding.first]
        words = self.knowledge.world.words
        earlier = words.was | words.had_before | words.predecessors | words.moments
        if any(token.key in earlier for token in before):
            return True
        tokens = scene.tokens[: holding.first]
        if any(one.key.removeprefix("و") in ("بعد", "قبل") and other.key == "ذلك" for one, other in pairwise(tokens)):
            return True
        reminded = next((at for at, token in enumerate(scene.tokens) if token.key in words.reminding), holding.first)
        return any(token.key in words.of_what for token in scene.tokens[reminded : holding.first])

    def _verbs_beside(self, scene: Scene, holding: Holding) -> Iterator[tuple[str, str]]:
        """The lemmas, as keys, and the forms of the verbs right before and right after a holding; a headline's colon
        is a saying."""
        tokens = scene.tokens
        before = holding.first - 1
        while before >= 0 and tokens[before].text in _SIGNS:
            before -= 1
        if before >= 0:
            yield from self._lemmas(scene, self._past_complement(scene, before))
        after = holding.last
        while after < len(tokens) and tokens[after].text in _SIGNS:
            after += 1
        if after < len(tokens) and tokens[after].text == ":":
            yield "قال", "past"
        elif after < len(tokens):
            yield from self._lemmas(scene, after)

    def _before_length(self, scene: Scene, first: int) -> int:
        """The token behind «زيارته» of «زيارته التي تدوم أربعة أيام» that ends before token ``first``; else that."""
        end = scene.offset + scene.tokens[first - 1].end if first else -1
        for mention in scene.mentions:
            if mention.end == end and mention.type == "duration":
                begin, _ = scene.tokens_of(mention)
                if begin > 2 and begin - 1 in scene.verbs and self._relates(scene.tokens[begin - 2].key):
                    return begin - 2
        return first

    def _relates(self, word: str) -> bool:
        return word in self.knowledge.claim_cues.relative or word in self.knowledge.world.words.what

    def _past_complement(self, scene: Scene, at: int) -> int:
        """The token before «به», «بالاتفاق», «على القرار» at token ``at``, which stand between a verb and who does it;
        ``at`` itself for anything else."""
        tokens, words = scene.tokens, self.knowledge.world.words
        if at < 1 or at in scene.named or at in scene.verbs:
            return at
        if tokens[at].key in words.beside_verb or tokens[at].key.startswith("بال"):
            verb = at - 1
        elif at > 1 and tokens[at].key.startswith("ال") and tokens[at - 1].key in words.led_by:
            verb = at - 2
        else:
            return at
        before = tokens[verb - 1] if verb else None
        opens = before is None or before.kind == "punctuation" or before.key in words.also
        return verb if opens else at  # «أراض وافق عليه رئيس الوزراء»

    def _lemmas(self, scene: Scene, at: int) -> Iterator[tuple[str, str]]:
        """A verb that takes up something said before («قرارا اتخذته») is none, unless it opens the sentence."""
        token = scene.tokens[at]
        if token.kind != "word":
            return
        opens = at == 0 or scene.tokens[at - 1].kind == "punctuation"
        for entry in self._verbs(token.key, token.plain):
            if not entry.enclitic or opens:
                yield key(entry.lemma), entry.form
        bare = token.key.removeprefix("و")
        if bare in self.knowledge.world.words.acts:
            yield bare, "past"

    def _verbs(self, word: str, plain: str) -> Iterator[Entry]:
        entries = self.knowledge.lexicon.lookup(word, None, plain)
        if entries and entries[0].pos == "particle":
            return  # «بين», «عبر»
        yield from (entry for entry in entries if entry.pos == "verb" and entry.person in TOLD_OF)

    def met(self, scene: Scene, first: int, verbs: frozenset[str] | None = None) -> bool:
        """«التقى السفير الرئيس فلان», «بحث مع الرئيس فلان»: whether what begins at token ``first`` is met by somebody,
        with no noun in between that the title belongs to («استقبل نجل الرئيس»); ``verbs``: by one of those."""
        tokens, title = scene.tokens, scene.tokens[first].key
        direct, first = first, self._before_length(scene, first)
        clause = scene.clause_at(first - 1 if first < direct else first)
        at = first - 1
        if at < 0:
            return False
        before = tokens[at]
        words = self.knowledge.world.words
        if not (
            first < direct or before.key in words.meeting_with or before.key.startswith("ال") or at in scene.named
            or _ends_a_name(scene, at) or title.startswith(("بال", "لل"))
            or (title.startswith("ب") and title[1:] in self.knowledge.world.names.longest)
        ):  # fmt: skip
            return False
        for verb in range(at, max(clause.first, first - _REACH) - 1, -1):
            if tokens[verb].key in words.sayings:
                return False
            if any(lemma in (verbs or words.acts - words.history) for lemma, _ in self._lemmas(scene, verb)):
                return True
        return False

    def _reported(self, scene: Scene, holding: Holding) -> bool:
        sayings = self.knowledge.world.words.sayings
        return any(token.key in sayings for token in scene.tokens[: holding.first])

    def _background(self, scene: Scene, holding: Holding) -> bool:
        """«بعد أن أمر الرئيس فلان …»."""
        return scene.clause_at(holding.first).opening == "background"

    def _relative(self, scene: Scene, holding: Holding) -> bool:
        """«الرسوم التي فرضتها إدارة فلان»."""
        first = self._before_length(scene, holding.first)
        clause = scene.clause_at(first - 1 if first < holding.first else first)
        return clause.opening == "relative" or any(
            self._relates(token.key) for token in scene.tokens[clause.first : first]
        )


def _ends_a_name(scene: Scene, at: int) -> bool:
    end = scene.offset + scene.tokens[at].end
    return any(mention.end == end and mention.type in ("place", "organisation") for mention in scene.mentions)
