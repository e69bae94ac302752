"""What one article tells twice with two values: two hours for one start, two counts of the factories a firm runs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations

from workbench.checks.contradictions.groups import groups_told_twice
from workbench.checks.figures import Figure, Line, remembered_line
from workbench.checks.keys import KeyMaker
from workbench.checks.sequence.clock_deeds import ClockDeed, clock_deeds, of_one_thing, place_of, same_zone_words
from workbench.checks.subject import Subject
from workbench.checks.values import Evidence, Finding, Place
from workbench.checks.wording import quoted, words_place
from workbench.mentions.values import Timex, ToldSentence
from workbench.text.normal import key
from workbench.text.values import Bilingual

_LEAST = 15  # minutes by which two hours of one deed must be apart to be no rounding
_ABOUT = 60  # where one of them is about
_ONCE = frozenset("occur happen explode collapse".split())  # besides what has a beginning and an end
_AGAIN = frozenset(("open", "close", "enter", "go-out", "stop"))  # may be done again, or by several
# What one does more than once on one way.
_ON_THE_WAY = frozenset("arrive set-off land touch-down take-off sail dock disappear".split())
_NEAR = 4  # words between a verb and its figure
_TAIL = 5


def check_told_twice(subject: Subject) -> Iterator[Finding]:
    """Hours of one deed and counts of what somebody has now, told twice and differently by the text itself."""
    keys, told = KeyMaker(), _aligned(subject)
    deeds = clock_deeds(subject)
    once = {concept for pair in subject.knowledge.sequences for concept in pair} - _AGAIN | _ONCE if deeds else _ONCE
    for one, other in combinations(deeds, 2):
        if one.concepts & other.concepts & once and _one_deed(one, other, subject):
            places = (place_of(one, subject), place_of(other, subject))
            yield from _unless_told("time", places, (one.spot.minutes, other.spot.minutes), keys, told)
    counts = [
        replace(count, sentence=number)
        for number, sentence in enumerate(subject.reading.told)
        for count in subject.memory.recall("counts-now", sentence, partial(_counts, subject, sentence))
    ]
    for first, second in combinations(counts, 2):
        if _one_count(first, second, counts, subject):
            places = (_of_count(first, subject), _of_count(second, subject))
            yield from _unless_told("quantity", places, (first.figure.low, second.figure.low), keys, told)
    for both, values in groups_told_twice(subject):
        yield from _unless_told("quantity", both, values, keys, told)


def _aligned(subject: Subject) -> list[tuple[tuple[int, int], ...]]:
    """Spans of the claims that other rules already hold against each other."""
    claims = {claim.id: claim for claim in subject.claims}
    return [
        tuple((claims[id].span.start, claims[id].span.end) for id in alignment.claims if id in claims)
        for alignment in subject.within
    ]


def _unless_told(
    kind: str, places: tuple[Place, Place], values: tuple[object, object], keys: KeyMaker,
    told: list[tuple[tuple[int, int], ...]],
) -> Iterator[Finding]:  # fmt: skip
    for spans in told:
        if all(any(at.start < end and start < at.end for start, end in spans) for at in places):
            return
    one, other = (quoted(at.text) for at in places)
    opening = (
        Bilingual("Two times for the same thing", "موعدان مختلفان للأمر نفسه") if kind == "time"
        else Bilingual("Two figures for the same thing", "رقمان مختلفان للأمر نفسه")
    )  # fmt: skip
    rule = f"contradiction.{kind}.twice"
    yield Finding(
        keys.key(rule, [at.text for at in places], values), "contradiction", kind, "internal", "high", 0.8, rule,
        places,
        Bilingual(f"{opening.en} in one article: {one} and {other}.",
                  f"{opening.ar} في النص الواحد: {one} و{other}."),
        (Evidence(Bilingual("The same words tell of both.", "يروي النص الأمرين بالكلمات نفسها."), "text"),),
    )  # fmt: skip


# Hours of one deed


def _one_deed(one: ClockDeed, other: ClockDeed, subject: Subject) -> bool:
    """Whether two clocks are of one deed of one thing, and cannot both be right."""
    if one.sentence == other.sentence or not one.subject or one.subject != other.subject:
        return False
    if not of_one_thing(one, other, subject.knowledge):
        return False
    if not same_zone_words(one, other, subject.knowledge) or one.spot.zone != other.spot.zone:
        return False
    if one.spot.minutes is None or other.spot.minutes is None:
        return False
    days = {day for day in (one.spot.begin, other.spot.begin) if day is not None}
    if days - {subject.reading.date.begin} and one.spot.begin != other.spot.begin:
        return False
    apart = abs(one.spot.minutes - other.spot.minutes)
    if one.spot.open or other.spot.open:
        apart = min(apart % 720, 720 - apart % 720)
    if apart < (_ABOUT if one.hedged or other.hedged else _LEAST):
        return False
    plan = subject.knowledge.order.cues["plan"]
    keys = {token.key for n in (one.sentence, other.sentence) for token in subject.reading.told[n].tokens}
    if plan & {word.removeprefix("و").removeprefix("ب").removeprefix("ال") for word in keys}:
        return False
    if not _said_of_the_same(one, other, subject):
        return False
    pair = one.sentence, other.sentence
    return _one_mouth(*pair, subject) and _same_day_and_place(*pair, subject)


def _said_of_the_same(one: ClockDeed, other: ClockDeed, subject: Subject) -> bool:
    """Whether the second telling goes back to the deed («كانت المسيرة انطلقت عند …») or tells of nothing but it («وقع
    الانفجار الساعة …»): not «بدأ الاجتماع بكلمة للرئيس الساعة …», not where somebody went next."""
    lines = [
        remembered_line(subject.reading.told[deed.sentence], subject.knowledge, subject.memory) for deed in (one, other)
    ]
    first = {lines[0].key(at).removeprefix("ال") for at in range(len(lines[0].tokens))}
    line, spot = lines[1], other.spot
    leads = line.words.hour_front
    if not {line.key(at).removeprefix("و") for at in range(max(0, other.verb - _NEAR), other.verb)} & {"كان", "كانت"}:
        if other.concepts & _ON_THE_WAY:
            return False
        words = [line.key(at) for at in range(other.verb + 1, spot.first)]
        return len([word for word in words if word not in leads]) <= 1
    between = [line.key(at).removeprefix("ال") for at in range(other.verb + 1, spot.first)]
    new = [word for word in between if word not in leads and word not in first]
    to = line.key(spot.last) == "الي" and line.key(spot.last + 1).removeprefix("ال") not in first
    return not new and not to


def _one_mouth(first: int, second: int, subject: Subject) -> bool:
    """Whether nobody else is named for the second telling."""
    sources = [
        {claim.source for claim in subject.claims if claim.sentence == n and claim.source} for n in (first, second)
    ]
    known = {token.key for token in subject.reading.told[first].tokens}
    return all(source in sources[0] or {key(word) for word in source.split()} <= known for source in sources[1])


def _same_day_and_place(first: int, second: int, subject: Subject) -> bool:
    """Whether the second sentence tells of no day and of no place that the first and the headline do not tell of."""
    days = []
    for number in (first, second, 0):
        told = subject.reading.told[number]
        days.append({
            mention.value.begin for mention in told.mentions
            if mention.type == "date" and isinstance(mention.value, Timex)
        })  # fmt: skip
    date = subject.reading.date.begin
    today = {date.isoformat()} if isinstance(date, dt.date) else set()
    places = _where(first, subject) | _where(0, subject)
    return days[1] <= days[0] | today and _where(second, subject) <= places


def _where(number: int, subject: Subject) -> set[str]:
    """The known places that a sentence names."""
    told = subject.reading.told[number]
    return {id for id, _, _ in remembered_line(told, subject.knowledge, subject.memory).places}


# Counts of what somebody has now


@dataclass(frozen=True, slots=True)
class _Count:
    """``who`` (keys) ``verb``s (lemma, in the present) ``figure`` of something in ``sentence``; ``tail``: the words
    behind it; ``now``: the text says that it is so now."""

    sentence: int
    who: tuple[str, ...]
    verb: str
    figure: Figure
    tail: tuple[str, ...]
    now: bool


def _counts(subject: Subject, told: ToldSentence) -> tuple[_Count, ...]:
    """The counts of a sentence, as if it were an article's first."""
    return tuple(_counts_of(remembered_line(told, subject.knowledge, subject.memory)))


def _counts_of(line: Line) -> Iterator[_Count]:
    for figure in line.figures:
        if figure.kind != "count" or not figure.exact or figure.unit is None or figure.low < 2:
            continue
        at = next(
            (n for n in range(figure.first - 1, max(-1, figure.first - _NEAR - 1), -1)
             if (entries := line.entries(n)) and entries[0].pos == "verb"), None,
        )  # fmt: skip
        if at is None or any(line.tokens[n].kind == "punctuation" for n in range(at, figure.first)):
            continue
        entry = line.entries(at)[0]
        present = entry.form == "present" and "س" not in entry.proclitics
        if not present or line.key(at - 1).removeprefix("و") in line.words.not_now:
            continue
        if any(line.key(n) in line.cues.approximate for n in range(at + 1, figure.first)):
            continue
        if any(n < figure.after + _NEAR and line.key(n) not in line.words.now for n in line.dates):
            continue  # «كانت عام 2010 …»; «… ولا تعتزم بناء مصنع جديد هذا العام» is of something else
        who = _who(line, at)
        span = [line.key(n) for n in range(at, min(figure.after + 3, len(line.tokens)))]
        some = line.cues.among | line.cues.further | line.words.only_more
        if who and not some & set(span):
            yield _Count(0, who, key(entry.lemma), figure, _tail(line, figure), bool(line.words.now & set(span)))


def _who(line: Line, verb: int) -> tuple[str, ...]:
    """The noun that does it, with the word that tells it from others: «تشغل الشركة», «إن الشركة تشغل», «الشركة التي
    تشغل»."""
    behind = line.noun(verb + 1) if verb + 1 < len(line.tokens) else None
    if behind is not None and behind.definite:
        return key(behind.lemma), *_told_by(line, verb + 2)
    before = verb - 2 if line.key(verb - 1) in line.cues.relative else verb - 1
    for at in (before, before - 1):
        noun = line.noun(at) if at >= 0 else None
        if noun is not None and noun.definite:
            return key(noun.lemma), *(_told_by(line, at + 1) if at < before else ())
    return ()


def _told_by(line: Line, at: int) -> tuple[str, ...]:
    word = line.key(at)
    return (word,) if word.startswith("ال") and word not in line.cues.relative | line.words.now else ()


def _tail(line: Line, figure: Figure) -> tuple[str, ...]:
    words: list[str] = []
    for at in range(figure.after, len(line.tokens)):
        entries = line.entries(at)
        verb = bool(entries) and entries[0].pos == "verb"
        ends = line.key(at) in line.words.tail_end or line.key(at) in line.cues.relative
        if line.tokens[at].kind == "punctuation" or verb or ends or len(words) == _TAIL:
            break
        if line.key(at) not in line.words.now:
            words.append(line.key(at))
    return tuple(words)


def _one_count(first: _Count, second: _Count, counts: list[_Count], subject: Subject) -> bool:
    """Whether two counts are of the same things of the same holder at one time, and nothing else counts them."""
    same = (first.who, first.verb, first.figure.unit) == (second.who, second.verb, second.figure.unit)
    if not same or first.sentence == second.sentence or first.figure.low == second.figure.low:
        return False
    if first.tail != second.tail or not (first.now or second.now or first.tail):
        return False
    if sum((one.who, one.verb, one.figure.unit) == (first.who, first.verb, first.figure.unit) for one in counts) != 2:
        return False
    one, other = first.sentence, second.sentence
    return _one_mouth(one, other, subject) and _where(one, subject) == _where(other, subject)


def _of_count(count: _Count, subject: Subject) -> Place:
    return words_place(subject.reading, count.sentence, count.figure.first, count.figure.after)
