"""Who is held to be behind what happened: accusations, claims of responsibility, and their absence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.claims.polarity import polarity_at
from workbench.claims.values import Assertion, Polarity
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Entity
from workbench.text.normal import key

_ACTORS = frozenset(("person", "organisation", "office", "place"))
# How far a verb reaches to its parties, and a denial to what it denies.
_REACH = 14
_NEAR = 6
_NOBODY = Entity(None, "")
_OPENING = frozenset(("«", "“", '"'))
_CLOSING = frozenset(("»", "”", '"'))
_COMMAS = frozenset("،,")
_LONGEST_NAME = 5
_BEFORE_NAME = 6


@dataclass(frozen=True, slots=True)
class _Party:
    """Tokens ``first`` to ``last`` name one party; ``side`` identifies what it speaks for (an office, a state);
    ``joined``: «و» adds it to the one before."""

    first: int
    last: int
    value: Entity
    side: str
    joined: bool


def blame_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """``predicate`` is ``blame`` (of: who accuses) or ``claim-responsibility``; the value is who is held responsible,
    an Entity without identifier and name where the text says that nobody is."""
    reader = _Reader(view, knowledge)
    if reader.parties or reader.anyone or any(token.text in _OPENING for token in view.tokens):
        yield from reader.read()


class _Reader:
    def __init__(self, view: SentenceView, knowledge: Knowledge) -> None:
        self.view = view
        self.knowledge = knowledge
        self.words = knowledge.blame
        self.keys = [token.key for token in view.tokens]
        self.anyone = any(word in self.words.anyone for word in self.keys)
        self.parties = _parties(view, knowledge)
        self.deeds = [trigger.at for trigger in view.triggers if trigger.family in self.words.deed_families]

    def read(self) -> Iterator[Assertion]:
        words = self.words
        taken = -1  # an accusation that a denial has dealt with
        for at, entries in enumerate(self.view.entries):
            verbs = {entry.concept for entry in entries[:3] if entry.pos == "verb"}
            object_pronoun = any(entry.pos == "verb" and entry.enclitic for entry in entries[:1])
            if verbs & words.deny_concepts:
                denied = self._denial(at)
                if denied is not None:
                    taken = denied[0]
                    yield from denied[1]
            elif (verbs & words.accuse_concepts or (verbs & words.hold_concepts and self._responsible(at))) and (
                not object_pronoun
            ):
                yield from self._accusation(at)
            elif at != taken and entries and any(
                entry.pos == "masdar" and entry.concept in words.accuse_concepts for entry in entries[:2]
            ) and not self._pointing(at):
                yield from self._accusation_named(at)
            elif verbs & words.adopt_concepts:
                # «الهجوم الذي تبنته الحركة»
                yield from self._owning_up(at, of_deed=not (object_pronoun and any(deed < at for deed in self.deeds)))
            elif verbs & words.announce_concepts:
                quoted = self._quoted_after(at)
                own = self._own(at + 1, min(self._end(at), (quoted.last if quoted is not None else at) + 1 + _NEAR))
                if own is None:
                    end = self._end(at)
                    further = (place for place in self._past_asides(at, end) if place >= end)
                    own = next((place for place in further if _bare(self.keys[place]) in words.own), None)
                said = own is not None and self._first(words.that, at + 1, own) is not None
                if own is not None and not said and self._of_a_deed(own) and not self._of_others(at, own):
                    yield from self._owning_up(at)
            elif self.keys[at] in words.finger and self._pointing(at):
                yield from self._pointed(at, words.finger_to, ("ل",))
            elif self.keys[at] in words.blame and at + 1 < len(self.keys) and self.keys[at + 1] in words.blame_to:
                yield from self._pointed(at, words.blame_to, ("علي",))
            elif self.keys[at] in words.behind and any(at < deed <= at + 2 for deed in self.deeds):
                yield from self._behind(at)

    def _end(self, at: int) -> int:
        return min(self.view.clause_of(at).last, at + 1 + _REACH)

    def _first(self, wanted: frozenset[str], first: int, last: int) -> int | None:
        return self.view.has_key(wanted, first, last)

    def _own(self, first: int, last: int) -> int | None:
        """The first word of responsibility, with «ب» before it or without («اعترفت بمسؤوليتها»)."""
        wanted = self.words.own | self.words.responsible
        return next((at for at in range(first, last) if _bare(self.keys[at]) in wanted), None)

    def _responsible(self, at: int) -> bool:
        near = self.keys[at + 1 : self._end(at)]
        return any(_bare(word) in self.words.responsible for word in near)

    def _after(self, first: int, last: int) -> list[_Party]:
        return [party for party in self.parties if first <= party.first < last and not party.joined]

    def _before(self, at: int) -> _Party | None:
        """Who stands as the subject before a verb: right before it, or before «إنها»."""
        first = self.view.clause_of(at).first
        before = [party for party in self.parties if first <= party.first and party.last <= at and not party.joined]
        if not before:
            return None
        between = self.keys[before[-1].last : at]
        fillers = self.knowledge.claim_cues.negation | {"انها", "انه", "انهم", "قد", "التي", "الذي"}
        return before[-1] if all(word in fillers for word in between) else None

    def _accusation(self, at: int) -> Iterator[Assertion]:
        last = self._complement(at)
        after = [party for party in self._after(at + 1, last) if not self._beside(party)]
        accuser, accused = self._before(at), None
        if accuser is not None:
            accused = after[0] if after and self._direct(at + 1, after[0].first) else None
        elif after and self._direct(at + 1, after[0].first):
            accuser, accused = after[0], after[1] if len(after) > 1 else None
        elif after:
            # «اتهمت مصادر أمنية الميليشيات …»: the accuser is nobody the tables know.
            accused = after[-1]
        anyone = self._first(self.words.anyone, accuser.last if accuser and accuser.first > at else at + 1, last)
        held = last < self._end(at) and _bare(self.keys[last]) in self.words.responsible
        if accused is None and anyone is None and held:
            # «لم يحمل البنتاغون المسؤولية لأي جهة»
            led = (party for party in self._after(last + 1, self._end(at)) if self._led(party, ("ل",), frozenset()))
            accused = next(led, None)
            anyone = self._first(self.words.anyone, last, min(self._end(at), last + 3))
        yield from self._assertion("blame", at, accuser, accused, anyone)

    def _beside(self, party: _Party) -> bool:
        """Whether a party only says more about another: «الميليشيات التابعة لإيران», «من بغداد»."""
        return self._led(party, ("ل", "ب", "ك"), frozenset(("من", "في", "عن", "الي", "علي", "ل", "مع", "ضد", "لدي")))

    def _direct(self, first: int, last: int) -> bool:
        return all(word in self.words.head for word in self.keys[first:last])

    def _complement(self, at: int) -> int:
        """Where what somebody is accused of begins: «بالوقوف», «بأنه», «مسؤولية …»."""
        clause = self._end(at)
        inside = {place for party in self.parties for place in range(party.first, party.last)}
        for place in range(at + 1, clause):
            word = self.keys[place]
            if place in inside:
                continue
            if _bare(word) in self.words.responsible:
                return place
            if word in ("ب", "بان", "بانه", "بانها", "بانهم", "في", "خلال", "علي", "من"):
                return place
            if word.startswith("ب") and any(entry.proclitics.startswith("ب") for entry in self.view.entries[place][:1]):
                return place
        return clause

    def _accusation_named(self, at: int) -> Iterator[Assertion]:
        """«اتهام واشنطن لطهران ب…»"""
        end = self._end(at)
        after = self._after(at + 1, end)
        accused = next((party for party in after if self._led(party, ("ل",), frozenset(("الي", "ضد")))), None)
        if accused is None:
            return
        accuser = after[0] if after[0] is not accused and self._direct(at + 1, after[0].first) else None
        yield from self._assertion("blame", at, accuser, accused, None)

    def _pointing(self, at: int) -> bool:
        """Whether «الاتهام» is what a verb points with: «وجهت واشنطن أصابع الاتهام إلى …»."""
        first = self.view.clause_of(at).first
        fingers = at > 0 and self.keys[at - 1] in ("اصابع", "باصابع", "اصبع", "باصبع")
        return fingers or any(
            entry.pos == "verb" and entry.concept in self.words.finger_concepts
            for place in range(max(first, at - _NEAR), at)
            for entry in self.view.entries[place][:2]
        )

    def _pointed(self, at: int, to: frozenset[str], prefixes: tuple[str, ...]) -> Iterator[Assertion]:
        end = self._end(at)
        after = self._after(at + 1, end)
        accused = next((party for party in after if self._led(party, prefixes, to)), None)
        first = self.view.clause_of(at).first
        verb = next(
            (
                place for place in range(at - 1, max(first, at - _NEAR - 2) - 1, -1)
                if any(entry.pos == "verb" for entry in self.view.entries[place][:1])
            ),
            None,
        )  # fmt: skip
        if verb is None:
            return
        between = [party for party in self.parties if verb < party.first < at]
        accuser = self._before(verb)
        if accuser is None and between and self._direct(verb + 1, between[0].first):
            accuser = between[0]
        marker = self._first(to, at + 1, end)
        anyone = self._first(self.words.anyone, marker, marker + 3) if marker is not None else None
        yield from self._assertion("blame", verb, accuser, accused, anyone)

    def _led(self, party: _Party, prefixes: tuple[str, ...], words: frozenset[str]) -> bool:
        before = party.first - 1
        while before > 0 and self.keys[before] in self.words.head:
            before -= 1
        first = self.keys[before + 1]
        known = key(party.value.name)
        return self.keys[before] in words or any(
            first.startswith(prefix) and not known.startswith(prefix) for prefix in prefixes
        )

    def _owning_up(self, at: int, of_deed: bool = False) -> Iterator[Assertion]:
        after = self._after(at + 1, self._end(at))
        # «متحدث باسم حركة الشباب»: within three words it is still the subject.
        own = self._own(at + 1, self._end(at))
        stop = min([place for place in (own, *self.deeds) if place is not None and place > at], default=self._end(at))
        subject = next((party for party in after if party.first < stop and party.first - at <= 4), None)
        if subject is None:
            subject = self._before(at) or self._quoted_after(at)
        anyone = self._first(self.words.anyone, at + 1, self._end(at)) if subject is None else None
        behind = max([at + 1, *([subject.last] if subject is not None else ()), *([anyone + 2] if anyone else ())])
        if of_deed and not self._next_is_deed(behind) and not self._next_is_deed(at + 1):
            return
        yield from self._assertion("claim-responsibility", at, None, subject, anyone)

    def _quoted_after(self, at: int) -> _Party | None:
        """Who is known by a name in quotation marks only: «جماعة تسمي نفسها «كتائب النخيل»», «حركة «الفرسان»»."""
        tokens = self.view.tokens
        for first in range(at + 1, min(at + 1 + _REACH, len(tokens))):
            if tokens[first].text not in _OPENING:
                continue
            if any(at < party.first < first for party in self.parties):
                return None  # «تبنت الهجوم حركة الشباب التي تسمي جناحها «الأندلس»»
            last = next((n for n in range(first + 1, min(first + _LONGEST_NAME + 2, len(tokens)))
                         if tokens[n].text in _CLOSING), None)  # fmt: skip
            near = self.keys[max(at + 1, first - _BEFORE_NAME) : first] + self.keys[first + 1 : first + 2]
            if last is None or last == first + 1 or not any(word in self.words.head for word in near):
                return None
            name = " ".join(token.text for token in tokens[first + 1 : last])
            return _Party(first + 1, last, Entity(None, name), name, False)
        return None

    def _next_is_deed(self, first: int) -> bool:
        """Whether the next noun is a deed or the responsibility for one: not «تبنى المجلس قرارا بشأن الهجوم». Names on
        the way only say more of who it is: «تبنت الحركة المرتبطة بتنظيم القاعدة الهجوم»."""
        named = {place for party in self.parties for place in range(party.first, party.last)}
        for place in range(first, min(first + _NEAR, len(self.keys))):
            if place in named:
                continue
            if place in self.deeds or self.keys[place] in self.words.responsible | self.words.own:
                return True
            if self.keys[place] in self.words.deed_word and place + 1 in self.deeds:
                return True  # «عملية الاغتيال»
            entry = self.view.entry(place)
            if entry is not None and entry.pos in ("noun", "masdar") and self.keys[place] not in self.words.head:
                return False
        return False

    def _of_a_deed(self, own: int) -> bool:
        """Whether what somebody owns up to is a deed, «عنه», or goes unsaid."""
        end = self._end(own)
        if any(own < deed < end for deed in self.deeds):
            return True
        return own + 1 >= end or self.keys[own + 1] in ("عنه", "عنها", "عنهما")

    def _of_others(self, at: int, own: int) -> bool:
        """«أعلنت الوزارة مسؤولية الشركة»: whose responsibility it is stands behind it."""
        return _bare(self.keys[own]) not in self.words.own and not any(
            party.first < own for party in self._after(at + 1, self._end(at))
        )

    def _denial(self, at: int) -> tuple[int, list[Assertion]] | None:
        """«نفت إيران ضلوعها», «تنفي أي علاقة لها», «نفت واشنطن ضلوع إيران», «تنفي اتهام واشنطن لها»: the token dealt
        with, and what it says."""
        end = self._end(at)
        after = self._after(at + 1, end)
        denier = self._before(at) or (after[0] if after and self._direct(at + 1, after[0].first) else None)
        for place in self._past_asides(at, end):
            word = _bare(self.keys[place])
            to_self = any(one in self.words.to_oneself for one in self.keys[place + 1 : place + 4])
            accusation = any(
                entry.pos == "masdar" and entry.concept in self.words.accuse_concepts
                for entry in self.view.entries[place][:2]
            )
            if accusation and to_self and denier is not None:
                return place, list(self._assertion("claim-responsibility", at, None, denier, None, denied=True))
            if not any(deed > place for deed in self.deeds):
                continue
            if word in self.words.own or (word in self.words.link and to_self):
                return place, list(self._assertion("claim-responsibility", at, None, denier, None, denied=True))
            if word in self.words.accountable and self.keys[place - 1] in self.words.being:
                return place, list(self._assertion("claim-responsibility", at, None, denier, None, denied=True))
            if word in self.words.link:
                other = next((one for one in after if one.first > place and self._direct(place + 1, one.first)), None)
                if other is not None:
                    return place, list(self._assertion("blame", at, denier, other, None, denied=True))
        return None

    def _past_asides(self, at: int, end: int) -> Iterator[int]:
        """The words behind a verb that it may govern; past the end of its clause, those behind what stands between
        commas («نفت الحكومة، الأربعاء، مسؤوليتها عن الغارة»), as far as the next verb."""
        yield from range(at + 1, min(end, at + 1 + _NEAR + 2))
        aside, governing = False, self.words.anyone | self.words.being
        for place in range(at + 1, min(len(self.keys), at + 1 + 2 * _REACH)):
            if self.view.tokens[place].text in _COMMAS:
                aside = not aside
                continue
            verb = any(entry.pos == "verb" for entry in self.view.entries[place][:1])
            if verb and self.keys[place] not in self.words.being and not aside:
                return
            before = self.view.tokens[place - 1]
            if place >= end and not aside and (before.text in _COMMAS or before.key in governing):
                yield place

    def _behind(self, at: int) -> Iterator[Assertion]:
        """«يقف التنظيم وراء الهجوم», «أن يكون التنظيم وراء الهجوم»"""
        first = self.view.clause_of(at).first
        verb = next(
            (
                place for place in range(at - 1, max(first, at - _NEAR - 2) - 1, -1)
                if any(
                    entry.pos == "verb" and entry.concept in self.words.stand_concepts | self.words.be_concepts
                    for entry in self.view.entries[place]
                )
            ),
            None,
        )  # fmt: skip
        subject: _Party | None
        if verb is None:
            subject = next((party for party in self.parties if party.last == at and not party.joined), None)
            if subject is None or (subject.first > 0 and self.keys[subject.first - 1] not in ("ان", "بان")):
                return
            verb = subject.first
        else:
            between = [party for party in self.parties if verb < party.first < at and not party.joined]
            subject = self._before(verb)
            if between and self._direct(verb + 1, between[0].first):
                subject = between[0]
        doubt, denied = False, False
        for place in range(max(0, verb - _REACH), verb):
            concepts = {entry.concept for entry in self.view.entries[place][:2] if entry.pos in ("verb", "masdar")}
            doubt = doubt or bool(concepts & self.words.doubt_concepts)
            denied = denied or bool(concepts & self.words.deny_concepts)
        asked = bool(self.keys) and self.keys[-1] in ("؟", "?")
        yield from self._assertion("blame", verb, None, subject, None, denied, doubt or asked)

    def _assertion(
        self, predicate: str, at: int, accuser: _Party | None, accused: _Party | None, anyone: int | None,
        denied: bool = False, doubted: bool = False,
    ) -> Iterator[Assertion]:  # fmt: skip
        view = self.view
        clause = view.clause_of(at)
        cues = self.knowledge.claim_cues
        coming = any(entry.proclitics.endswith("س") for entry in view.entries[at][:1] if entry.pos == "verb")
        polarity: Polarity = polarity_at(view, at, cues)
        if denied:
            polarity = "negated"
        elif (doubted or coming) and polarity == "affirmed":
            polarity = "uncertain"
        nobody = anyone is not None and polarity == "negated" and not denied
        if accused is None and not nobody:
            return
        first, last = at, at + 1
        while first > clause.first and self.keys[first - 1] in cues.negation:
            first -= 1
        if accused is not None and not nobody:
            first, last = min(first, accused.first), max(last, accused.last)
        elif anyone is not None:
            last = max(last, min(anyone + 2, clause.last))
        yield Assertion(
            "actor",
            view.span(first, last),
            view.span(clause.first, clause.last),
            predicate,
            accuser.side if accuser is not None else "",
            _NOBODY if nobody or accused is None else accused.value,
            polarity,
            hedge=polarity == "negated" and self._may_come(at, clause.last),
            context=view.context(clause.first, clause.last),
        )

    def _may_come(self, at: int, last: int) -> bool:
        """Whether a text says «so far», «officially», «yet», «until noon»: the rest of a clause after ``at``."""
        times = {seen.first for seen in self.view.seen if seen.mention.type in ("date", "time")}
        for place in range(at + 1, last):
            if self.keys[place] == "حتي" and times & {place, place + 1}:
                return True
            word, behind = self.keys[place], self.keys[place + 1] if place + 1 < len(self.keys) else ""
            if word in self.words.officially or (word == "حتي" and behind in self.words.so_far):
                return True
            if word == "بعد" and (not behind or behind in self.words.own or behind in (".", "،", "عن")):
                return True
        return False


def _parties(view: SentenceView, knowledge: Knowledge) -> tuple[_Party, ...]:
    """Everybody named, an office with the name behind it as one; and nouns with a nation («الجيش الأميركي»)."""
    found: list[_Party] = []
    inside: set[int] = set()
    for seen in view.seen:
        value = seen.mention.value
        if seen.mention.type not in _ACTORS or not isinstance(value, Entity):
            continue
        before = found[-1] if found else None
        inside.update(range(seen.first, seen.last))
        if before is not None and before.last == seen.first and seen.mention.type == "person" and before.value.id in (
            knowledge.world.offices
        ):
            found[-1] = _Party(before.first, seen.last, value, before.side, before.joined)
            continue
        word = view.tokens[seen.first].key
        joined = word.startswith("و") and not key(value.name).startswith("و") and seen.first > 0
        found.append(_Party(seen.first, seen.last, value, value.id or value.name, joined))
    for at, id in view.named.items():
        first = at - 1
        while first > 0 and first not in inside and _adjective(view, first):
            first -= 1
        if at in inside or first < 0 or first in inside:
            continue
        noun = view.entry(first)
        if noun is None or noun.pos not in ("noun", "participle", "masdar") or view.tokens[first].kind != "word":
            continue
        while first > 0 and first - 1 not in inside and _head(view, first - 1):
            first -= 1
        name = " ".join(token.text for token in view.tokens[first : at + 1])
        joined = view.tokens[first].key.startswith("و") and noun.proclitics.startswith("و") and first > 0
        found.append(_Party(first, at + 1, Entity(None, name), id, joined))
    return tuple(sorted(found, key=lambda party: party.first))


def _adjective(view: SentenceView, at: int) -> bool:
    entry = view.entry(at)
    return entry is not None and entry.pos == "adjective"


def _bare(word: str) -> str:
    return word.removeprefix("ب")


def _head(view: SentenceView, at: int) -> bool:
    """Whether a noun without an article stands before another: «وزارة الداخلية التركية». A sound plural loses its end
    there, so that «ناشطون» is none."""
    entry = view.entry(at)
    if view.tokens[at].key.endswith(("ون", "ين")):
        return False
    return entry is not None and entry.pos == "noun" and not entry.definite and entry.kind != "time" and (
        not entry.proclitics or entry.proclitics == "و"
    )
