"""What a sentence says was done at a clock's time: the verb, who or what did it, and the clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from workbench.checks.figures import Line, remembered_line
from workbench.checks.sequence.order import Spot, spots_of
from workbench.checks.subject import Subject
from workbench.checks.values import Place
from workbench.checks.wording import words_place
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Entry
from workbench.knowledge.time.zones import utc_offset
from workbench.knowledge.words.order_words import OrderWords
from workbench.knowledge.words.statement_words import Course
from workbench.mentions.values import ToldSentence
from workbench.text.normal import key

_FAR = 10  # words between a verb and its clock
_NEAR = 4  # words around a verb that its subject may stand at
_STOPS = ".؛؟!"


@dataclass(frozen=True, slots=True)
class ClockDeed:
    """``verb`` (token) was done at ``spot`` in ``sentence``.

    ``concepts``: what the verb may mean; ``genders``: of which genders who does it may be. ``subject``: the lemma of
    the noun that does it, ``""`` where only a pronoun does, and then ``goes_on`` where it plainly is the one told of
    last; ``definite``: the noun is one told of before. ``things``: lemmas of the nouns between the verb and its clock,
    and of the subject. ``words``: keys from the subject to behind the clock. ``places``: known places beside.
    ``back``: told as done before what was told last. ``full``: the hour is one of twenty-four. ``undated_day``: a day
    is told beside the clock."""

    sentence: int
    spot: Spot
    verb: int
    concepts: frozenset[str]
    genders: frozenset[str]
    subject: str
    goes_on: bool
    definite: bool
    things: frozenset[str]
    words: frozenset[str]
    places: frozenset[str]
    back: bool
    full: bool
    hedged: bool
    undated_day: bool


def clock_deeds(subject: Subject) -> tuple[ClockDeed, ...]:
    """Every deed of an article whose clock is told, in the order of the text."""

    def read(told: ToldSentence) -> tuple[ClockDeed, ...]:
        if not any(mention.type in ("time", "ordinal") for mention in told.mentions):
            return ()
        line = remembered_line(told, subject.knowledge, subject.memory)
        return tuple(_deeds(line, spots_of(told, line), subject.knowledge.order))

    return tuple(
        replace(deed, sentence=number)
        for number, told in enumerate(subject.reading.told)
        for deed in subject.memory.recall("clock-deeds", told, partial(read, told))
    )


def verb_before(line: Line, end: int, start: int = 0) -> tuple[int, tuple[Entry, ...]] | None:
    """The nearest past verb before token ``end``, none that is to come or denied, and its readings."""
    for at in range(end - 1, max(start, end - _FAR) - 1, -1):
        if line.tokens[at].text in _STOPS:
            return None
        entries = line.entries(at)
        verbs = tuple(entry for entry in entries[:3] if entry.pos == "verb")
        if not verbs or (entries[0].pos != "verb" and not _stands_as_verb(line, at)):
            continue
        past = tuple(entry for entry in verbs if entry.form == "past" and not {"ل", "س"} & set(entry.proclitics))
        before = line.key(at - 1).removeprefix("و")
        denied = before == "ما" or before in line.cues.negation
        return (at, past) if past and not denied else None
    return None


def _stands_as_verb(line: Line, at: int) -> bool:
    """«حين دخل المتهم»: a word that is a noun as well, right before a definite noun and behind «حين» or «و»."""
    following = line.noun(at + 1) if at + 1 < len(line.tokens) else None
    led = line.key(at - 1) in ("حين", "عندما", "حيث", "قد", "الذي", "ان") or at == 0
    return led and following is not None and following.definite


def _deeds(line: Line, spots: Sequence[Spot], words: OrderWords) -> Iterator[ClockDeed]:
    back, pronouns = words.cues["back"] | {"قد"}, words.cues["that-it"]
    clocks = [spot for spot in spots if spot.minutes is not None and spot.begin is None]
    about = line.cues.approximate
    for number, spot in enumerate(spots):
        if spot.minutes is None:
            continue
        start = max((other.last for other in spots[:number]), default=0)
        found = verb_before(line, spot.first, start)
        if found is None:
            continue
        at, verbs = found
        subject, where = _subject(line, at, spot.first, words)
        noun = line.noun(where) if where is not None else None
        first = min(at, where) if where is not None else at
        hour = spot.last - 3 if spot.last - spot.first >= 3 else spot.first
        span = range(first, min(spot.last + 3, len(line.tokens)))
        things = {key(thing.lemma) for n in range(at + 1, spot.first) if (thing := line.noun(n)) is not None}
        dates = [
            n for n in line.dates if not any(other.first <= n < other.last for other in clocks)
            and (first - _NEAR <= n < spot.first or spot.last <= n < spot.last + 2) and not line.key(n).endswith("بعد")
        ]  # fmt: skip
        yield ClockDeed(
            0, spot, at, frozenset(entry.concept for entry in verbs), frozenset(entry.gender for entry in verbs),
            subject,
            not subject and (at <= 1 or line.key(at - 1) in pronouns),
            noun is not None and (noun.definite or bool(noun.enclitic) or _of_definite(line, where)),
            frozenset(things | {subject} - {""}), frozenset(line.key(n) for n in span),
            frozenset(id for id, begin, _ in line.places if first - 2 * _NEAR <= begin < spot.last + 2 * _NEAR),
            any(line.key(n).removeprefix("و") in back for n in range(max(0, first - 3), at)),
            any(line.tokens[n].plain.isdigit() and 13 <= int(line.tokens[n].plain) <= 23 for n in (hour, hour + 1)),
            any(line.key(n).removeprefix("ل") in about for n in range(max(0, spot.first - 3), spot.first)),
            bool(dates),
        )  # fmt: skip


def _of_definite(line: Line, at: int | None) -> bool:
    """«مراكز الاقتراع»: a noun made definite by the next one."""
    following = line.noun(at + 1) if at is not None and at + 1 < len(line.tokens) else None
    return following is not None and following.definite


def _subject(line: Line, verb: int, end: int, words: OrderWords) -> tuple[str, int | None]:
    """The lemma and the token of the noun right behind a verb, else of the one right before it («إن الطائرة أقلعت»);
    what stands between «إن» and the verb is its subject, though the lexicon may not know it («إن شاهين غادر منزله»)."""
    if line.key(verb - 2) in words.cues["emphatic"] and line.tokens[verb - 1].kind == "word":
        led = line.noun(verb - 1)
        return (key(led.lemma), verb - 1) if led is not None else ("", None)
    at = verb + 2 if line.key(verb + 1) in ("عن", "علي") else verb + 1  # «أفرج عن شاب», «سيطر على الحريق»
    noun = line.noun(at) if at < end else None
    if noun is not None and not {"ب", "ل", "ك"} & set(noun.proclitics.removesuffix("ال")) and line.key(at) != "الساعه":
        return key(noun.lemma), at
    for before in range(verb - 1, max(-1, verb - _NEAR), -1):
        if line.tokens[before].kind == "punctuation":
            break
        noun = line.noun(before)
        if noun is not None and line.key(before - 1) in words.cues["subject-front"]:
            return key(noun.lemma), before
    return "", None


def course_of(earlier: ClockDeed, later: ClockDeed, knowledge: Knowledge) -> Course | None:
    for first in earlier.concepts:
        for second in later.concepts:
            course = knowledge.sequences.get((first, second))
            if course is not None and (not course.beside or course.beside in later.things):
                return course
    return None


def of_one_thing(one: ClockDeed, other: ClockDeed, knowledge: Knowledge) -> bool:
    """Whether the later told of two deeds is of the thing that the first told of: it names the same, or nothing at
    all."""
    another = knowledge.order.cues["another"] - knowledge.figures.itself
    if not other.subject and other.sentence == one.sentence:
        another -= knowledge.order.cues["nth"]  # «الطائرة الأولى هبطت …، بعدما أقلعت»
    if any(another & deed.words for deed in (one, other)):
        return False
    if not other.subject:
        goes_on = other.goes_on and other.sentence == one.sentence + 1 and bool(one.genders & other.genders)
        return goes_on or one.sentence == other.sentence
    if other.subject == one.subject:
        return other.definite
    cut_off = "be-cut" in other.concepts and bool(other.words & {"بها", "به", "معها", "معه"})
    return cut_off or bool(one.subject and one.subject in other.things)


def same_zone_words(one: ClockDeed, other: ClockDeed, knowledge: Knowledge) -> bool:
    """Whether both clocks, or neither, are told with words of a time zone, and the same ones."""
    zone_words = knowledge.order.cues["zone"]
    return zone_words & one.words == zone_words & other.words


def zones_apart(one: ClockDeed, other: ClockDeed, subject: Subject) -> int:
    """Minutes by which the clocks of the places named beside two deeds may differ."""
    geography, date = subject.knowledge.geography, subject.reading.date.begin or dt.date(2020, 1, 1)
    zones = {geography.places[id].zone for id in one.places | other.places if id in geography.places} - {""}
    offsets = [offset for zone in zones if (offset := utc_offset(zone, date)) is not None]
    return max(offsets) - min(offsets) if offsets else 0


def place_of(deed: ClockDeed, subject: Subject) -> Place:
    return words_place(subject.reading, deed.sentence, deed.spot.first, deed.spot.last)
