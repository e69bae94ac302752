"""Who is said to hold which office: titles beside names, «إدارة فلان», «نظيره الروسي فلان»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workbench.knowledge.facts.world import World
from workbench.knowledge.words.name_words import NameWords
from workbench.mentions.names.values import OfficeName, PersonName
from workbench.mentions.values import Mention
from workbench.text.values import Token

HoldingForm = Literal["title-before", "title-after", "administration", "counterpart"]

_ADMINISTRATION = {"اداره": ("president",), "حكومه": ("prime-minister", "chancellor", "president", "king")}
# Titles that newspapers hardly ever leave out of a name, and the kinds of office they are of.
_NAME_TITLES: dict[str, tuple[str, ...]] = {"البابا": ("pope",)}
_COUNTERPART = frozenset(("نظيره", "نظيرها", "نظيرته", "نظيرتها", "نظيرهما", "نظيرهم", "نظيري", "لنظيره", "بنظيره",
                          "ونظيره", "ونظيرها", "ونظيرته", "ونظيرتها", "لنظيرته", "لنظيرها", "بنظيرته", "بنظيرها",
                          "كنظيره"))  # fmt: skip
_FRONTS = ("وال", "بال", "لل", "و", "ب", "ل", "ف", "ك")
_LETTERS = 3  # words of a body's short name in brackets
_QUOTES = frozenset("\"“”«»'‘’")
_SIGNS = _QUOTES | frozenset("()،,:.-")


@dataclass(frozen=True, slots=True)
class Holding:
    """A sentence's word that somebody holds an office. ``people`` and ``offices`` are the ids that may be meant;
    ``start`` to ``end`` cover title and name, counting from the article's start; ``first`` to ``last`` are the
    tokens of its sentence. ``modes`` are the words that change the title (former, late, elect …), empty for a
    sitting holder; ``kin`` words and the like are modes too. ``country`` says whether a country or body stands with
    the title, ``full`` whether the person is named in full."""

    sentence: int
    form: HoldingForm
    people: tuple[str, ...]
    offices: tuple[str, ...]
    start: int
    end: int
    first: int
    last: int
    person: Mention
    office: Mention | None
    modes: frozenset[str]
    country: bool
    full: bool

    def moved(self, sentence: int, by: int) -> Holding:
        """The same in sentence number ``sentence``, ``by`` characters further on."""
        office = self.office.moved(by) if self.office is not None else None
        return replace(
            self, sentence=sentence, start=self.start + by, end=self.end + by, person=self.person.moved(by),
            office=office,
        )  # fmt: skip


def find_holdings(
    number: int, offset: int, tokens: Sequence[Token], mentions: Sequence[Mention], world: World
) -> list[Holding]:
    """The holdings of sentence ``number``, whose tokens count from ``offset`` in the article; ``mentions`` are the
    article's resolved ones that lie in the sentence, in order."""
    return list(_Sentence(number, offset, tokens, mentions, world).holdings())


class _Sentence:
    def __init__(
        self, number: int, offset: int, tokens: Sequence[Token], mentions: Sequence[Mention], world: World
    ) -> None:
        self.number = number
        self.offset = offset
        self.tokens = tokens
        self.world = world
        self.words: NameWords = world.words
        self.named = [mention for mention in mentions if isinstance(mention.value, (PersonName, OfficeName))]
        self.times = [mention for mention in mentions if mention.type in ("date", "duration")]

    def holdings(self) -> Iterator[Holding]:
        taken: set[int] = set()
        for at, mention in enumerate(self.named):
            if not isinstance(mention.value, PersonName) or not mention.value.candidates:
                continue
            before = self._title_before(at)
            after = self.named[at + 1] if at + 1 < len(self.named) else None
            if before is not None and isinstance(before.value, OfficeName) and at - 1 not in taken:
                modes = self._gap(before, mention)
                if modes is not None:
                    taken.add(at - 1)
                    yield self._governing(self._titled("title-before", before, mention, modes))
                    continue
            special = self._administration(mention) or self._counterpart(mention, before)
            if special is not None:
                yield special
                continue
            if after is not None and isinstance(after.value, OfficeName) and self._apposed(mention, after, at):
                taken.add(at + 1)
                yield self._titled("title-after", after, mention, frozenset())
                continue
            own = self._in_name(mention)
            if own is not None:
                yield own

    def _in_name(self, person: Mention) -> Holding | None:
        """«البابا فرنسيس»: a title that is part of the name."""
        assert isinstance(person.value, PersonName)
        first, last = self._token(person.start), self._token(person.end - 1) + 1
        kinds = _NAME_TITLES.get(_bare(self.tokens[first].key, _NAME_TITLES), ())
        offices = self._offices_of_kinds(person.value, kinds) if kinds and last - first > 1 else ()
        if not offices:
            return None
        return Holding(
            self.number, "title-before", self._holders(person.value, offices), offices, person.start, person.end, first,
            last, person, None, self._modes(first, last), False, person.value.form == "full",
        )  # fmt: skip

    def _title_before(self, at: int) -> Mention | None:
        """The mention before a person; of two titles side by side («وزير الخارجية السعودي الأمير …») the fuller one
        where the person never held such an office as the barer."""
        before = self.named[at - 1] if at else None
        if before is None or at < 2 or not isinstance(before.value, OfficeName) or before.value.offices:
            return before
        fuller, person = self.named[at - 2], self.named[at].value
        assert isinstance(person, PersonName)
        if not isinstance(fuller.value, OfficeName) or not fuller.value.offices or before.start - fuller.end > 2:
            return before
        return before if self._offices_of_kinds(person, before.value.kinds) else fuller

    # -- a title and a name -------------------------------------------------------------------------------------

    def _titled(self, form: HoldingForm, office: Mention, person: Mention, modes: frozenset[str]) -> Holding:
        assert isinstance(office.value, OfficeName)
        assert isinstance(person.value, PersonName)
        start, end = min(office.start, person.start), max(office.end, person.end)
        first, last = self._token(start), self._token(end - 1) + 1
        offices = office.value.offices or self._offices_of_kinds(person.value, office.value.kinds)
        return Holding(
            self.number, form, self._holders(person.value, offices), offices, start, end, first, last, person, office,
            modes | self._modes(first, last), bool(office.value.country), person.value.form == "full",
        )  # fmt: skip

    def _offices_of_kinds(self, person: PersonName, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """A bare title means an office that the person ever held; none where they never held such a one."""
        world = self.world
        return tuple(
            dict.fromkeys(
                term.office
                for id in person.candidates
                for term in world.terms_of(id)
                if term.office in world.offices
                and any(term.office in world.offices_of.get((k, world.offices[term.office].country), ()) for k in kinds)
            )
        )

    def _holders(self, person: PersonName, offices: tuple[str, ...]) -> tuple[str, ...]:
        """Of those who bear a name, the ones who ever held such an office; all where none did."""
        held = tuple(
            id for id in person.candidates if any(term.office in offices for term in self.world.terms_of(id))
        )
        return held or person.candidates

    def _gap(self, office: Mention, person: Mention) -> frozenset[str] | None:
        """The modes between a title and a name that belong together; None where they do not."""
        at, end = self._token(office.end - 1) + 1, self._token(person.start)
        modes: set[str] = set()
        commas = 0
        while at < end:
            token = self.tokens[at]
            closed = self._short_name(at, end)
            if closed is not None:
                at = closed
                continue
            if token.kind == "punctuation" and token.text in _SIGNS:
                commas += token.text in "،,"
                if commas > 1:
                    return None
                at += 1
                continue
            step = self._word_at(at, end)
            if step is None:
                return None
            at, mode = step
            if mode:
                modes.add(mode)
        return frozenset(modes)

    def _short_name(self, at: int, end: int) -> int | None:
        """The token behind «(فيفا)», letters in brackets right behind a title, with no word that changes it."""
        inside = range(at + 1, min(at + 2 + _LETTERS, end))
        closing = next((i for i in inside if self.tokens[i].text == ")"), None)
        if self.tokens[at].text != "(" or closing is None or closing == at + 1:
            return None
        return None if self._word_at(at + 1, closing) is not None else closing + 1

    def _word_at(self, at: int, end: int) -> tuple[int, str] | None:
        """An honorific or a word such as السابق at token ``at``: the token after it and its mode."""
        for length in (4, 3, 2, 1):
            if at + length <= end:
                phrase = " ".join(token.key for token in self.tokens[at : at + length])
                if phrase in self.words.after:
                    return at + length, self.words.after[phrase]
                if phrase in self.words.honorifics:
                    return at + length, ""
        return None

    def _apposed(self, person: Mention, office: Mention, at: int) -> bool:
        """«جون كيري، وزير الخارجية الأميركي،» and «سيرغي لافروف وزير الخارجية الروسي»: the title is the person's
        own, not the next one's, and somebody who held such an office."""
        assert isinstance(office.value, OfficeName)
        assert isinstance(person.value, PersonName)
        if at + 2 < len(self.named):
            following = self.named[at + 2]
            if isinstance(following.value, PersonName) and self._gap(office, following) is not None:
                return False
        between = self.tokens[self._token(person.end - 1) + 1 : self._token(office.start)]
        if self.tokens[self._token(office.start)].key not in self.world.names.longest or len(between) > 2:
            return False  # «قال كيري ووزير الخارجية الروسي»
        if any(token.kind != "punctuation" or token.text not in "،,(\"«-" for token in between):
            return False
        if not office.value.offices:
            return bool(self._offices_of_kinds(person.value, office.value.kinds)) and bool(between)
        held = any(
            term.office in office.value.offices for id in person.value.candidates for term in self.world.terms_of(id)
        )
        return held and (bool(between) or person.value.form == "full")

    # -- «إدارة بايدن», «نظيره الروسي» ---------------------------------------------------------------------

    def _governing(self, holding: Holding) -> Holding:
        """«إدارة الرئيس أوباما»: the word before belongs to it, and nobody says it out of courtesy."""
        at = holding.first - 1
        if at < 0 or _bare(self.tokens[at].key, _ADMINISTRATION) not in _ADMINISTRATION:
            return holding
        start = self.offset + self.tokens[at].start
        modes = holding.modes | self._modes(at, holding.last)
        return replace(holding, form="administration", start=start, first=at, modes=modes)

    def _administration(self, person: Mention) -> Holding | None:
        assert isinstance(person.value, PersonName)
        name = self._token(person.start)
        at = name - 1
        while at >= 0 and self.tokens[at].text in _QUOTES:
            at -= 1
        if at < 0:
            return None
        kinds = _ADMINISTRATION.get(_bare(self.tokens[at].key, _ADMINISTRATION))
        if kinds is None:
            return None
        last = self._token(person.end - 1) + 1
        if last < len(self.tokens) and self.tokens[last].kind == "word" and self.tokens[last].key.startswith("ل"):
            return None  # «إدارة مرسي للأزمة»: how he ran it
        offices = self._offices_of_kinds(person.value, kinds)
        if not offices:
            return None
        start = self.offset + self.tokens[at].start
        return Holding(
            self.number, "administration", self._holders(person.value, offices), offices, start, person.end, at, last,
            person, None,
            self._modes(at, last), False, person.value.form == "full",
        )  # fmt: skip

    def _counterpart(self, person: Mention, before: Mention | None) -> Holding | None:
        assert isinstance(person.value, PersonName)
        name = self._token(person.start)
        index = self.world.names
        words: list[str] = []
        for back in range(1, 4):
            if name - back < 0:
                return None
            token = self.tokens[name - back]
            if token.key in _COUNTERPART:
                break
            words.insert(0, token.key)
        else:
            return None
        countries = tuple(iso for use, iso in index.uses.get(" ".join(words), ()) if use == "adjective")
        if not countries:
            return None
        kinds = self._kinds_of(before)
        world = self.world
        offices = tuple(
            id
            for (kind, country), ids in world.offices_of.items()
            if country in countries and (not kinds or kind in kinds)
            for id in ids
        )
        if not offices or not any(
            term.office in offices for id in person.value.candidates for term in world.terms_of(id)
        ):
            return None
        at, last = name - len(words) - 1, self._token(person.end - 1) + 1
        start = self.offset + self.tokens[at].start
        return Holding(
            self.number, "counterpart", self._holders(person.value, offices), offices, start, person.end, at, last,
            person, None,
            self._modes(at, last), True, person.value.form == "full",
        )  # fmt: skip

    def _kinds_of(self, before: Mention | None) -> frozenset[str]:
        """The kinds of office of the last title before «نظيره»; nothing where there is none."""
        if before is None:
            return frozenset()
        titles = [m for m in self.named if m.start <= before.start and isinstance(m.value, OfficeName)]
        if not titles:
            return frozenset()
        value = titles[-1].value
        assert isinstance(value, OfficeName)
        kinds = {self.world.offices[id].kind for id in value.offices} | set(value.kinds)
        if kinds & {"president", "king", "emir", "sultan", "head-of-council"}:
            kinds |= {"president", "king", "emir", "sultan", "head-of-council"}
        if kinds & {"prime-minister", "chancellor"}:
            kinds |= {"prime-minister", "chancellor"}
        return frozenset(kinds)

    # -- words around -------------------------------------------------------------------------------------------

    def _modes(self, first: int, last: int) -> frozenset[str]:
        """What the words right before and right after tokens ``first`` to ``last`` say of the title."""
        modes: set[str] = set()
        at = first - 1
        while at >= 0 and self.tokens[at].text in _QUOTES:
            at -= 1
        if at >= 0 and not self._counted_time(at):
            for length in (3, 2, 1):
                if at - length + 1 >= 0:
                    keys = [token.key for token in self.tokens[at - length + 1 : at + 1]]
                    mode = self._before(keys)
                    if mode:
                        modes.add(mode)
        at = last
        while at < len(self.tokens) and self.tokens[at].text in _SIGNS:
            at += 1
        step = self._word_at(at, len(self.tokens)) if at < len(self.tokens) else None
        if step is not None and step[1]:
            modes.add(step[1])
        return frozenset(modes)

    def _counted_time(self, at: int) -> bool:
        """Whether token ``at`` ends a time of three words or more, or a counted length: «قبل ثلاث سنوات», «أربعة أيام»,
        unlike «سنوات الرئيس فلان»."""
        end = self.offset + self.tokens[at].end
        return any(
            m.end == end and at >= words and m.start <= self.offset + self.tokens[at - words].start
            for m in self.times
            for words in ((1,) if m.type == "duration" else (2,))
        )

    def _before(self, keys: list[str]) -> str:
        known = self.words.before
        phrase = " ".join(keys)
        if phrase in known:
            return known[phrase]
        for front in _FRONTS:
            if phrase.startswith(front) and phrase[len(front) :] in known:
                return known[phrase[len(front) :]]
        return ""

    def _token(self, offset: int) -> int:
        """The token that covers an offset of the article."""
        at = offset - self.offset
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= at:
                low = middle + 1
            else:
                high = middle
        return min(low, len(self.tokens) - 1)


def _bare(key: str, known: dict[str, tuple[str, ...]]) -> str:
    if key in known:
        return key
    for front in _FRONTS:
        if key.startswith(front) and key[len(front) :] in known:
            return key[len(front) :]
    return key
