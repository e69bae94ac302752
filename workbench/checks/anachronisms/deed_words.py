"""The words of dated history: what stands for an age, an order, a meeting before a name, and what may stand between a
deed and its date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.checks.anachronisms.tenure import Scene, Time
from workbench.knowledge.base import Knowledge
from workbench.knowledge.words.name_words import NameWords
from workbench.mentions.names.values import OrganisationName, PersonName, PlaceName
from workbench.text.normal import key
from workbench.text.values import Token

LinkKind = Literal["age", "sovereign", "official", "social", "agent", "sent", "got"]

_LONGEST_LINK = 4  # words of «خلال لقاء مع», «من أوراق اعتماده إلى»
_DEPENDENTS = 3  # words of a post: «وزيرا للثقافة والإعلام»
_LETTER = 8  # tokens of «رسالة تهنئة من الرئيس فلان إلى»
_TELLER = 5  # tokens of «يروي السفير السابق فلان في» before «مذكراته»
_REACH = 12  # tokens of a deed's words before «من قبل»
_QUOTES = frozenset("\"“”«»'‘’")
_PAUSES = frozenset("،,")
_OBJECTS = ("هما", "هم", "ها", "ه", "نا", "ني")
_DECADES = ("ينيات", "ينات")
_WHERE = "حيث"
_BECAUSE = "اذ"  # gives a reason as readily as a time
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Link:
    """Words before a holder's title, from token ``first``, that tie it to a deed or an age."""

    kind: LinkKind
    first: int


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb of the table; ``passive``: its passive is written like it, ``enclitic``: an object is written onto it."""

    verb: str
    enclitic: bool
    passive: bool


@dataclass(frozen=True, slots=True)
class DeedWords:
    """Reads sentences with the tables' groups ``age``, ``age_front``, ``order``, ``presence``, ``agent``,
    ``official``, ``social``, ``career``, ``ambiguous``, ``post``, ``award``, ``denial``."""

    knowledge: Knowledge

    @property
    def words(self) -> NameWords:
        return self.knowledge.world.words

    # -- before the title ---------------------------------------------------------------------------------------

    def link_before(self, scene: Scene, first: int) -> Link | None:
        tokens, words = scene.tokens, self.words
        for length in range(min(_LONGEST_LINK, first), 0, -1):
            phrase = " ".join(token.key for token in tokens[first - length : first])
            given = f"{phrase} ل" if tokens[first].key.startswith("ل") else phrase
            for said in dict.fromkeys((phrase, phrase.removeprefix("و"), given, given.removeprefix("و"))):
                if said in words.orders:
                    return Link("sovereign" if said in words.decrees else "official", first - length)
                if said in words.presences:
                    return Link("social", first - length)
                if said in words.agents:
                    return self._letter(scene, first) or Link("agent", first - length)
        return self._age(scene, first) or self._letter(scene, first)

    def _letter(self, scene: Scene, first: int) -> Link | None:
        """«رسالة خطية من الملك فلان إلى», «دعوة من»: what was sent to the holder, or got from them."""
        tokens, words = scene.tokens, self.words
        sent = tokens[first].key.startswith("لل") or (first > 0 and tokens[first - 1].key == "الي")
        if not sent and not (first and tokens[first - 1].key == "من"):
            return None
        at = first - 1 if tokens[first].key.startswith("لل") else first - 2
        for step in range(at, max(-1, at - _LETTER), -1):
            word = tokens[step].key
            if self._is_message(word):
                more = 1 if step and self._is_message(tokens[step - 1].key) else 0  # «برقية تهنئة»
                return Link("sent" if sent else "got", step - more)
            passed = word in words.message_kinds or (
                sent
                and (
                    step in scene.named or word == "من" or word.startswith("ال")
                    or (word.endswith(("ه", "ها")) and step not in scene.verbs and step == at)
                )
            )
            if not passed or tokens[step].kind == "punctuation":
                return None
        return None

    def _is_message(self, word: str) -> bool:
        return not self.words.messages.isdisjoint((word, word.removeprefix("ب")))

    def _age(self, scene: Scene, first: int) -> Link | None:
        """«في عهد», «خلال فترة حكم», «أيام»: one noun or more, opened by a preposition unless it is one itself."""
        tokens, words = scene.tokens, self.words
        at = first
        while at and tokens[at - 1].key in words.ages:
            at -= 1
        if at == first:
            for front in ("ب", "وب"):
                if first and tokens[first - 1].key.removeprefix(front) in words.ages:
                    return Link("age", first - 1)
            return None
        begin = at
        while begin and tokens[begin - 1].key.removeprefix("و") in words.age_fronts:
            begin -= 1
        opened = begin < at or tokens[at].key in words.age_fronts
        return Link("age", begin) if opened and begin != first else None

    def rules(self, scene: Scene, first: int) -> bool:
        """Whether a name begins with a ruler's title of its own."""
        return scene.tokens[first].key in self.words.rulers

    def is_deed(self, scene: Scene, first: int) -> bool:
        """Whether «أقاله» before a title is the verb and not «إقالة»."""
        at = self.verb_at(scene, first)
        return at is not None and scene.tokens[at].plain.endswith("ه")

    def ruler(self, value: object) -> bool:
        return isinstance(value, PersonName) and key(value.name.split(" ", 1)[0]) in self.words.rulers

    def modes_around(self, scene: Scene, first: int, last: int) -> frozenset[str]:
        """What the words right before and right after tokens ``first`` to ``last`` make of them."""
        found: set[str] = set()
        tokens, words = scene.tokens, self.words
        if first:
            found |= {words.before[part] for part in _bare(tokens[first - 1].key) if part in words.before}
        at = last
        while at < len(tokens) and (tokens[at].text in _QUOTES or tokens[at].text in _PAUSES):
            at += 1
        for length in (2, 1):
            phrase = " ".join(token.key for token in tokens[at : at + length])
            if phrase in words.after:
                found.add(words.after[phrase])
        return frozenset(found)

    # -- the deed -----------------------------------------------------------------------------------------------

    def deed(self, token: Token, further: frozenset[str] = _NONE) -> Deed | None:
        """The verb of the table, or of ``further`` ones, that a token is, of whatever gender and with whatever object.
        """
        for bare in dict.fromkeys((token.key, token.key.removeprefix("و"), token.key.removeprefix("ف"))):
            for verb in _subjects(bare):
                if verb in further or self._is_known(verb):
                    return Deed(verb, False, verb in self.words.ambiguous)
            for ending in _OBJECTS:
                if bare.endswith(ending) and len(bare) > len(ending) + 2:
                    for verb in _subjects(bare[: -len(ending)]):
                        if verb in further or self._is_known(verb):
                            return Deed(verb, True, verb in self.words.ambiguous)
        return None

    def _is_known(self, verb: str) -> bool:
        words = self.words
        return verb in words.official or verb in words.social or verb in words.careers

    def weight(self, verb: str) -> Literal["sovereign", "official", "social"] | None:
        if verb in self.words.sovereign:
            return "sovereign"
        if verb in self.words.official:
            return "official"
        return "social" if verb in self.words.social else None

    def verb_at(self, scene: Scene, first: int) -> int | None:
        """The token of a deed's verb right before a title; «عفا عنه الرئيس» counts."""
        at = next((self.head_of(scene, time) for time in scene.times if time.last == first), first) - 1
        if at > 0 and scene.tokens[at].key in self.words.beside_verb:
            at -= 1
        return at if at >= 0 and self.deed(scene.tokens[at]) is not None else None

    def when(self, scene: Scene, verb: int) -> tuple[Time, bool] | None:
        """The time of «عاد عام 2008، حين استقبله …», to which «حين» ties the deed at token ``verb``, and whether the
        deed was before that («بعدما»); None where the clause before tells of a memory, a reason or anything but what
        happened then."""
        tokens, words = scene.tokens, self.words
        at = verb - 1
        if at >= 0 and tokens[at].key == "ان":
            at -= 1
        if at < 1:
            return None
        earlier = " ".join(token.key for token in tokens[at:verb]) in words.after_whens
        if tokens[at].key == _WHERE:
            time = self._on_the_way(scene, at)
            return (time, False) if time is not None else None
        if not earlier and tokens[at].key not in words.whens:
            return None
        end = at - 1 if tokens[at - 1].text in _PAUSES else at
        time = next((time for time in scene.times if time.last == end), None)
        if time is None:
            return None
        begin = time.first
        while begin and (tokens[begin - 1].text not in "،,؛:."):
            begin -= 1
        main = [deed for token in tokens[begin : begin + 2] if (deed := self.deed(token, words.turning)) is not None]
        if not main or main[0].verb not in words.turning | words.careers or main[0].verb in words.social:
            return None
        return None if tokens[at].key == _BECAUSE and main[0].verb not in words.was else (time, earlier)

    def _on_the_way(self, scene: Scene, at: int) -> Time | None:
        """The time of «سافر إلى واشنطن في يناير 1982، حيث استقبله …», «في يناير 1982 وصل إلى واشنطن حيث …»."""
        tokens, words = scene.tokens, self.words
        if any(token.key in words.again for token in tokens[at:]):
            return None
        end = at - 1 if tokens[at - 1].text in _PAUSES else at
        for time in scene.times:
            head = self.head_of(scene, time)
            verb = None
            if time.last == end:
                verb = self.verb_behind(scene, head, words.moving)
            elif time.last < end and self.opens(scene, head):
                verb = self.through(scene, time.last, end, words.moving)
            if verb in words.moving and any(self._place(scene, near) for near in range(max(0, end - _REACH), at)):
                return time
        return None

    def before_reign(self, scene: Scene, first: int, last: int) -> bool:
        """Whether tokens ``first`` to ``last`` are a king's name with its number, and no word of the sentence tells of
        the heir he was."""
        tokens, words = scene.tokens, self.words
        return (
            tokens[first].key in words.rulers
            and tokens[last - 1].key in words.regnal
            and not any(part in words.heirs for token in tokens for part in _bare(token.key))
        )

    def goes_on(self, scene: Scene) -> bool:
        """«وفي اليوم التالي», «بعد يومين»: whether a sentence begins at the time of the one before."""
        tokens, words = scene.tokens, self.words
        if len(tokens) < 3:
            return False
        phrases = (" ".join(token.key for token in tokens[:length]).removeprefix("و") for length in (2, 3))
        return any(phrase in words.next_days for phrase in phrases)

    def first_deed(self, scene: Scene) -> int | None:
        """The first verb of a sentence, where it is one of the table, of sending or of receiving."""
        further = self.words.sending | self.words.receiving
        at = next((at for at in range(len(scene.tokens)) if at in scene.verbs and at not in scene.named), None)
        return at if at is not None and self.deed(scene.tokens[at], further) is not None else None

    def verb_behind(self, scene: Scene, end: int, further: frozenset[str] = _NONE) -> str | None:
        """The verb, if a known one, that ends right before token ``end`` with nothing but its own words behind."""
        tokens = scene.tokens
        for at in range(end - 1, max(-1, end - _REACH), -1):
            token = tokens[at]
            if token.kind == "punctuation":
                return None
            deed = self.deed(token, further) if not scene.in_time(at) else None
            if deed is not None and at not in scene.named and self.through(scene, at + 1, end) == "":
                return deed.verb
        return None

    def _acted_on(self, scene: Scene, last: int) -> bool:
        """Whether somebody or a post stands behind the title, so that its holder is who acts."""
        return any(at in scene.named for at in range(last, min(last + 3, len(scene.tokens))))

    def may_undergo(self, scene: Scene, first: int, last: int) -> bool:
        """Whether the verb before a title may be a passive: «مُنح الرئيس ميدالية»."""
        at = self.verb_at(scene, first)
        deed = self.deed(scene.tokens[at]) if at is not None else None
        return deed is not None and deed.passive and not deed.enclitic and not self._acted_on(scene, last)

    # -- between the deed and the date --------------------------------------------------------------------------

    def through(self, scene: Scene, first: int, end: int, further: frozenset[str] = _NONE) -> str | None:
        """The one verb among tokens ``first`` to ``end`` ("" where there is none), where all the others are a post, an
        award, a person, a pronoun or one definite noun; None where anything else stands there."""
        tokens = scene.tokens
        verb, at, nouns = "", first, 0
        while at < end:
            token = tokens[at]
            step = self._step(scene, at, end)
            if token.text in _PAUSES:
                at += 1
            elif any(time.first == at for time in scene.times):
                at = next(time.last for time in scene.times if time.first == at)
            elif step:
                at = step
            elif not verb and (deed := self.deed(token, further)) is not None and not token.key.startswith("ال"):
                verb = deed.verb
                at += 1
            elif token.key.startswith("ال") and token.kind == "word" and at not in scene.verbs and not nouns:
                nouns += 1
                at += 1
            else:
                return None
        return verb

    def _step(self, scene: Scene, at: int, end: int) -> int:
        """The token after a post, an award, a name or a pronoun that begins at token ``at``; 0 for none."""
        tokens, words = scene.tokens, self.words
        token = tokens[at]
        if at in scene.named:
            while at < end and at in scene.named:
                at += 1
            return at
        dated = token.key in words.time_fronts and any(time.first == at + 1 for time in scene.times)
        if dated or token.key in words.beside_verb:
            return at + 1
        if token.key == "من" and at + 1 < end and tokens[at + 1].key.startswith(("منصبه", "منصبها")):
            return at + 2
        if token.key == "علي" and at + 1 < end and tokens[at + 1].key in words.awards:
            return at + 1
        if token.key == "الي" and at + 2 < end and tokens[at + 1].key == "رتبه":
            return at + 3
        if token.key in words.posts or token.key in words.awards:
            return self._dependents(scene, at + 1, end, token.key in words.awards)
        chaired = self._chaired(scene, at, end)
        if chaired:
            return chaired
        if token.key in words.founded and at and self._founds(scene, at):
            return at + 2 if at + 1 < end and tokens[at + 1].key in words.founded_for else at + 1
        place = self._place(scene, at)
        return place if place <= end else 0

    def _founds(self, scene: Scene, at: int) -> bool:
        """Whether a verb or its time stands right before the noun at token ``at``."""
        return any(time.last == at for time in scene.times) or self.deed(scene.tokens[at - 1]) is not None

    def _chaired(self, scene: Scene, at: int, end: int) -> int:
        """«في وفد», «مؤتمرا» right before «برئاسة»."""
        tokens = scene.tokens
        if end >= len(tokens) or tokens[end].key != "برياسه":
            return 0
        noun = at + 1 if tokens[at].key in ("في", "ضمن") else at
        return end if noun + 1 == end and tokens[noun].key in self.words.presided else 0

    def _dependents(self, scene: Scene, at: int, end: int, award: bool) -> int:
        tokens, words = scene.tokens, self.words
        for _ in range(_DEPENDENTS):
            if at >= end:
                return at
            word = tokens[at].key
            place = self._place(scene, at)
            if place:
                at = place
            elif word in words.bodies or any(word.removeprefix(front) in words.bodies for front in ("لل", "ل", "ال")):
                return at  # «رئيسا للجنة التحقيق في …»: the age is that of what is looked into
            elif word.startswith(("لل", "ولل")) or (word.startswith("ال") and award) or _accusative(tokens[at]):
                at += 1
            else:
                return at
        return at

    def _place(self, scene: Scene, at: int) -> int:
        """The token after a place or body named from token ``at`` on, «في» or «لدى» included; 0 for none."""
        begin = at + 1 if scene.tokens[at].key in self.words.at_place else at
        for mention in scene.mentions:
            if isinstance(mention.value, (PlaceName, OrganisationName)):
                first, last = scene.tokens_of(mention)
                if first == begin:
                    return last
        return 0

    # -- the date -----------------------------------------------------------------------------------------------

    def head_of(self, scene: Scene, time: Time) -> int:
        """Where a time begins with «في» and the like before it, and a comma."""
        at = time.first
        while at and (scene.tokens[at - 1].key in self.words.time_fronts or scene.tokens[at - 1].text in "،,("):
            at -= 1
        return at

    def opens(self, scene: Scene, at: int) -> bool:
        """Whether token ``at`` opens a sentence or what follows a pause."""
        while at and scene.tokens[at - 1].key in self.words.also:
            at -= 1
        return at == 0 or (scene.tokens[at - 1].kind == "punctuation" and scene.tokens[at - 1].text not in _QUOTES)

    def closes(self, scene: Scene, last: int) -> bool:
        return last >= len(scene.tokens) or scene.tokens[last].kind == "punctuation"

    def starts(self, scene: Scene, first: int) -> bool:
        """Whether a title opens what is told, perhaps behind «كان», or behind «أن» in a life told by who lived it."""
        at = first
        if at and scene.tokens[at - 1].key in self.words.was:
            at -= 1
        return self.opens(scene, at) or (
            scene.tokens[at - 1].key in self.words.sayings and bool(self._recounted(scene, first))
        )

    def moves_on(self, scene: Scene, first: int, last: int) -> bool:
        """Whether tokens ``first`` to ``last`` turn to somebody or something else: «ثم», «والملك»."""
        tokens = scene.tokens[first:last]
        joined = any(
            token.key.startswith("و") and (at in scene.named or token.key.startswith("وال"))
            for at, token in enumerate(tokens, first)
        )
        return joined or any(token.key in self.words.moving_on for token in tokens)

    def has_year(self, scene: Scene, time: Time) -> bool:
        """Whether a year is written out, and nothing before it makes it a rough one."""
        before = scene.tokens[time.first - 1].key if time.first else ""
        tokens = scene.tokens[time.first : time.last]
        rough = before in self.words.roughly or any(token.key in self.words.roughly for token in tokens)
        return not rough and any(token.kind == "number" and len(token.key) == 4 for token in tokens)

    def is_decade(self, scene: Scene, time: Time) -> bool:
        tokens = scene.tokens[time.first : time.last]
        return any(token.key.endswith(_DECADES) for token in tokens)

    def beside(self, scene: Scene, one: Time, other: Time) -> bool:
        """Whether no verb and no pause stands between two times."""
        first, last = min(one.last, other.last), max(one.first, other.first)
        return not any(
            scene.tokens[at].kind == "punctuation" or (at in scene.verbs and at not in scene.named)
            for at in range(first, last)
        )

    # -- the whole ----------------------------------------------------------------------------------------------

    def doubtful(self, scene: Scene, first: int, last: int, own: tuple[int, int]) -> bool:
        """Whether a word of the same sentence denies the deed or makes a memory, a trial, a work of it; those of tokens
        ``own``, of a date and of a deed told apart. Or whether a quotation mark parts the deed from its date."""
        words, tokens = self.words, scene.tokens
        if any(token.text in _QUOTES for token in tokens[first:last]):
            return True
        recounted = self._recounted(scene, own[0])
        if any(self._denies(scene, at) for at in range(len(tokens)) if at not in recounted):
            return True
        unnamed = [at for at in range(len(tokens)) if at not in scene.named]
        hits = words.near.find([tokens[at] for at in unnamed])
        return any(
            hit.value == "past"
            and not own[0] <= unnamed[hit.first] < own[1]
            and not self._plain(scene, unnamed[hit.first])
            and unnamed[hit.first] not in recounted
            and not self._other_clause(scene, unnamed[hit.first], first, last)
            for hit in hits
        )

    def _recounted(self, scene: Scene, first: int) -> frozenset[int]:
        """The tokens of «ويروي في مذكراته», where «أنه» begins what is told at token ``first``: a life told with dates
        of its own is as good as a history."""
        tokens, words = scene.tokens, self.words
        said = next((at for at in range(first - 1, 1, -1) if tokens[at].key in words.sayings), 0)
        for at in range(1, said):
            if tokens[at].key in words.memoirs and tokens[at - 1].key == "في":
                near = range(max(0, at - _TELLER), at + 1)
                told = words.retelling | words.memoirs
                return frozenset(step for step in near if not told.isdisjoint(_bare(tokens[step].key)))
            who = at in scene.named or tokens[at].key.removeprefix("ال") not in words.denials | {tokens[at].key}
            if who and not words.retelling.isdisjoint(_bare(tokens[at - 1].key)):
                return frozenset((at - 1,))  # «ويروي الريامي أنه», no «ويروي الفيلم أنه»
        return frozenset()

    def _plain(self, scene: Scene, at: int) -> bool:
        """Whether a word of memory is no more than part of a date («القرن الماضي»), of «كان قد», or what was done."""
        if scene.in_time(at):
            return True
        following = scene.tokens[at + 1].key if at + 1 < len(scene.tokens) else ""
        return following == "قد" or self.deed(scene.tokens[at]) is not None

    def _denies(self, scene: Scene, at: int) -> bool:
        """Whether a token takes back what is told; «نُفي إلى» is no denial."""
        following = scene.tokens[at + 1].key if at + 1 < len(scene.tokens) else ""
        keys = _bare(scene.tokens[at].key)
        return following not in ("الي", "خارج") and not self.words.denials.isdisjoint(keys)

    def denied(self, scene: Scene, first: int) -> bool:
        """«لم يستقبله الملك»: whether the verb before a title is denied."""
        return any(token.key in ("لم", "لن", "ولم", "فلم") for token in scene.tokens[max(0, first - 3) : first])

    def _other_clause(self, scene: Scene, at: int, first: int, last: int) -> bool:
        """Whether a pause stands between token ``at`` and tokens ``first`` to ``last``."""
        between = range(at, first) if at < first else range(last, at)
        return any(scene.tokens[step].text in "،,؛" for step in between)


def _bare(key: str) -> tuple[str, ...]:
    return (key, *(key[len(front) :] for front in ("و", "ل", "ب", "لل", "وب", "ول") if key.startswith(front)))


def _subjects(word: str) -> tuple[str, ...]:
    """What a verb may be without the ending of its subject; «سما…» before an object is «سمى»."""
    forms = [word]
    if word.endswith("ا"):
        forms.append(word[:-1] + "ي")
        forms.append(word[:-1])
    if word.endswith("ت"):
        forms += [word[:-1], word[:-1] + "ي", word[:-1] + "ا"]
    return tuple(forms)


def _accusative(token: Token) -> bool:
    return token.plain.endswith("ا") and not token.key.startswith("ال")
