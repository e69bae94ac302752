"""What somebody or something is said to do in a sentence, and which of its times date that deed and no other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.checks.anachronisms.tenure import LONGEST, Scene, Time, behind_barrier, turns
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Entry
from workbench.mentions.names.values import OfficeName
from workbench.text.normal import key

_LONG_TITLE = 10  # words of «رئيس مجلس الوزراء الأمير»
_TITLE = 3  # words of a title before a name
_CONTRACT = 6  # tokens between «وقعته» and «مع»
_OPENERS = frozenset((":", "«", "“", '"', "؛", "("))
TOLD_OF = (0, 3)  # the grammatical person of who is told of, where it shows


def bare(word: str) -> tuple[str, ...]:
    """A word as it stands, and without the «و» that may be no part of it («وقع», «وقال»)."""
    return word, word.removeprefix("و")


@dataclass(frozen=True, slots=True)
class Deeds:
    """Reads the verbs around names. Where a time may belong to another verb, it dates nothing: «سقطت الطائرة التي صنعها
    الاتحاد السوفياتي في مايو 2001»."""

    knowledge: Knowledge

    def times(self, scene: Scene, first: int, last: int, latest: bool = False) -> tuple[Time, ...]:
        """The times that date what tokens ``first`` to ``last`` do; none where they are no agent of a verb. With
        ``latest`` also those by which it must have been done: who studied in a school in 1940 found it built."""
        first = self.with_title(scene, first)
        verb = self.verb_before(scene, first)
        if verb is not None:
            return self._of_verb(scene, verb, last, latest)
        if last < len(scene.tokens) and self._opens(scene, first):
            verb = last + 1 if scene.tokens[last].key in self.knowledge.world.words.auxiliaries else last
            if self._is_verb(scene, verb) and not self._may_be_noun(scene, verb, ("noun",)):
                return self._bound(scene, first, verb + 1)
        return ()

    def verb_before(self, scene: Scene, first: int) -> int | None:
        """The token of the verb whose agent stands right behind it, from token ``first`` on."""
        at = first - 1
        if at > 0 and scene.tokens[at].key in self.knowledge.world.words.beside_verb:
            at -= 1
        return at if self._is_verb(scene, at) else None

    def partner_times(self, scene: Scene, first: int, last: int, latest: bool = False) -> tuple[Time, ...]:
        """The times of a contract made with tokens ``first`` to ``last`` («وقعت الشركة عقدا مع …»)."""
        tokens, words = scene.tokens, self.knowledge.world.words
        if first < 3 or tokens[first - 1].key != "مع":
            return ()
        near = [at for at in range(max(0, first - _CONTRACT), first - 1) if self._is_verb(scene, at)]
        if near and self._has_object(scene, near[-1]):
            lemmas = {key(entry.lemma) for entry in self._entries(scene, near[-1]) if entry.pos == "verb"}
            between = scene.tokens[near[-1] + 1 : first - 1]
            if words.pacts.isdisjoint(lemmas) or any(token.key in words.prepositions for token in between):
                return ()
            return self._of_verb(scene, near[-1], last, latest)
        if tokens[first - 2].key not in words.pacts or tokens[first - 3].key in words.prepositions:
            return ()
        start = self._segment(scene, first)
        verbs = [at for at in range(start, first) if self._is_verb(scene, at) and at != first - 2]
        if len(verbs) != 1 or words.pacts.isdisjoint(bare(tokens[verbs[0]].key)):
            return ()
        return self._bound(scene, verbs[0], last)

    def same_times(self, scene: Scene, first: int, last: int) -> tuple[Time, ...]:
        """The one time of a sentence, before «واصلت روسيا في العام نفسه», of what tokens ``first`` to ``last``
        do then."""
        words, tokens = self.knowledge.figures, scene.tokens
        verb = self.verb_before(scene, first)
        if verb is None or len(scene.times) != 1 or scene.times[0].last > verb:
            return ()
        if any(self._relates(token.key) for token in tokens[scene.times[0].last : verb]):
            return ()
        near = range(last, min(last + 2, len(tokens) - 1))
        same = any(tokens[at].key in words.last_time and tokens[at + 1].key in words.itself for at in near)
        return scene.times if same and not behind_barrier(scene, scene.times[0], self.knowledge.world) else ()

    def times_of(self, scene: Scene, verb: int, last: int, sure: bool) -> tuple[Time, ...]:
        """The times that date the verb at token ``verb``, whose agent ends before token ``last``; with ``sure`` the
        token is certainly no noun («أقاله»)."""
        return self._of_verb(scene, verb, last, False, sure)

    def times_behind(self, scene: Scene, verb: int) -> tuple[Time, ...]:
        """The times behind the verb at token ``verb`` that no other verb is nearer to."""
        return self._bound(scene, None, verb + 1)

    def had_done(self, scene: Scene, first: int, last: int) -> tuple[Time, ...]:
        """«وكان رئيس الوزراء الأمير فلان وجّه الشهر الماضي»: the times behind the verb of what somebody, named by
        tokens ``first`` to ``last``, had done before the news."""
        tokens, words = scene.tokens, self.knowledge.world.words
        before = range(first - 1, max(-1, first - _LONG_TITLE), -1)
        was = next((at for at in before if tokens[at].key in words.was), None)
        if was is None:
            return ()
        titles = {
            at for mention in scene.mentions if isinstance(mention.value, OfficeName)
            for at in range(*scene.tokens_of(mention))
        }  # fmt: skip
        if not all(
            at in titles or tokens[at].key in words.ranks or tokens[at].key in words.honorifics
            or (tokens[at].key.startswith("ال") and tokens[at].kind == "word") for at in range(was + 1, first)
        ):  # fmt: skip
            return ()
        verb = last + 1 if last < len(tokens) and tokens[last].key == "قد" else last
        if verb >= len(tokens) or not self._is_verb(scene, verb) or self._is_present(scene, verb):
            return ()
        return self.times_behind(scene, verb)

    def is_present(self, scene: Scene, at: int) -> bool:
        """Whether token ``at`` is a verb of the present tense and nothing else."""
        return self._is_verb(scene, at) and self._is_present(scene, at)

    def is_participle(self, scene: Scene, at: int) -> bool:
        """Whether token ``at`` is a participle with «ال» («الموقعة»)."""
        if not scene.tokens[at].key.startswith("ال"):
            return False
        entries = self._entries(scene, at)
        return bool(entries) and entries[0].pos == "participle"

    # -- the verb -----------------------------------------------------------------------------------------------

    def _of_verb(
        self, scene: Scene, verb: int, last: int, latest: bool, sure: bool = False
    ) -> tuple[Time, ...]:
        tokens, words = scene.tokens, self.knowledge.world.words
        start = self._segment(scene, verb)
        if any(tokens[at].key in words.subordinators for at in range(start, verb)):
            return ()
        head = verb - 1 if verb and tokens[verb - 1].key in words.auxiliaries else verb
        relative = head > 0 and self._relates(tokens[head - 1].key)
        enclitic = self._has_object(scene, verb) and verb > start and tokens[verb - 1].kind == "word"
        if relative or (enclitic and not tokens[verb].key.startswith("و")):
            main = [at for at in range(start, head) if self._is_verb(scene, at) and not self._is_present(scene, at)]
            if main and not (latest and not self._is_present(scene, verb)):
                return ()
            return self._bound(scene, None, last)
        if not sure and self._may_be_noun(scene, verb):
            fronted = any(time.last == verb for time in scene.times)
            if not fronted or any(self._is_verb(scene, at) for at in range(start, verb)):
                return ()
        was = tokens[verb].key in words.was  # what somebody had done before the time in front
        return self._bound(scene, None if was else verb, last)

    def _segment(self, scene: Scene, verb: int) -> int:
        """Where what the verb belongs to begins: after «أن», a colon, an opening quotation mark."""
        sayings = self.knowledge.world.words.sayings
        for at in range(verb - 1, -1, -1):
            token = scene.tokens[at]
            if token.key in sayings or token.text in _OPENERS:
                return at + 1
        return 0

    def _bound(self, scene: Scene, before: int | None, after: int) -> tuple[Time, ...]:
        """The times that end before token ``before`` (None: such do not count) or begin behind token ``after``, with
        no other verb in between and nothing that turns to something else."""
        world = self.knowledge.world
        found: list[Time] = []
        for time in scene.times:
            if time.days > LONGEST or behind_barrier(scene, time, world):
                continue
            if time.first >= after:
                between = range(after, time.first)
                if self._of_participle(scene, time):
                    continue
            elif before is not None and time.last <= before:
                between = range(time.last, before)
                if any(self._relates(scene.tokens[at].key) for at in between):
                    continue
            else:
                continue
            if any(self._is_verb(scene, at) and not self._same_deed(scene, at, before) for at in between):
                continue
            words = scene.tokens[between.start : between.stop]
            if turns(words, world, world.words.sayings) or any(token.key in world.words.reissues for token in words):
                continue
            found.append(time)
        return tuple(found)

    def _same_deed(self, scene: Scene, at: int, deed: int | None) -> bool:
        """«أجريت معه», «في حفل أقيم»: whether the verb at token ``at`` is of the day of the deed before it."""
        tokens, words = scene.tokens, self.knowledge.world.words
        if tokens[at + 1].key in words.with_him:
            return True
        return deed is not None and tokens[at].key in words.held and any(
            tokens[noun].key in words.occasions and tokens[noun - 1].key in ("في", "خلال", "اثناء", "ضمن")
            for noun in range(max(1, at - 3), at)
        )

    def _of_participle(self, scene: Scene, time: Time) -> bool:
        """«قصيدة كتبها فلان الصادرة عام 2010»."""
        words = self.knowledge.world.words
        at = time.first - 1
        while at >= 0 and (scene.tokens[at].key in words.time_fronts or scene.tokens[at].key in words.time_nouns):
            at -= 1
        return at >= 0 and self.is_participle(scene, at)

    # -- words --------------------------------------------------------------------------------------------------

    def _relates(self, word: str) -> bool:
        return word in self.knowledge.claim_cues.relative or word in self.knowledge.world.words.what

    def with_title(self, scene: Scene, first: int) -> int:
        """Where «الشاعر», «الزعيم الفلسطيني» begin that stand before a name."""
        words = self.knowledge.world.words
        at = first
        while at and first - at < _TITLE and scene.tokens[at - 1].key.startswith("ال"):
            at -= 1
            if scene.tokens[at].key in words.ranks or scene.tokens[at].key in words.honorifics:
                return at
        return first

    def _opens(self, scene: Scene, first: int) -> bool:
        """Whether a subject opens its clause: first of all, after «إن», a sign, or a time in front."""
        if first == 0:
            return True
        before = scene.tokens[first - 1]
        return (
            before.kind == "punctuation" or before.key in self.knowledge.world.words.sayings
            or any(time.last == first for time in scene.times)
        )  # fmt: skip

    def _is_verb(self, scene: Scene, at: int) -> bool:
        """Whether a token may be a verb: no part of a time, no noun behind a preposition or with a noun's ending."""
        if at < 0 or at not in scene.verbs or at in scene.named or scene.in_time(at):
            return False
        if at and scene.tokens[at - 1].key in self.knowledge.world.words.prepositions:
            return False
        word = scene.tokens[at].plain
        accusative = word.endswith("ا") and not word.endswith(("ها", "نا", "هما"))
        return not word.endswith("ة") and not (accusative and self._may_be_noun(scene, at))

    def _may_be_noun(self, scene: Scene, at: int, nouns: Sequence[str] = ("noun", "masdar")) -> bool:
        if not self.knowledge.world.words.acts.isdisjoint(bare(scene.tokens[at].key)):
            return False
        return any(entry.pos in nouns for entry in self._entries(scene, at))

    def _has_object(self, scene: Scene, at: int) -> bool:
        return any(entry.pos == "verb" and entry.enclitic for entry in self._entries(scene, at))

    def _is_present(self, scene: Scene, at: int) -> bool:
        verbs = [entry for entry in self._entries(scene, at) if entry.pos == "verb"]
        return bool(verbs) and all(entry.form == "present" for entry in verbs)

    def _entries(self, scene: Scene, at: int) -> tuple[Entry, ...]:
        token = scene.tokens[at]
        return self.knowledge.lexicon.lookup(token.key, None, token.plain)
