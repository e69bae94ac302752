"""Lengths of time beside the clocks of a beginning and an end: «دخل الساعة 8:40 وخرج الساعة 8:55 بعد 35 دقيقة»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from workbench.checks.figures import Figure, Line, remembered_line, tokens_of
from workbench.checks.sequence.clock_deeds import (
    ClockDeed,
    clock_deeds,
    course_of,
    of_one_thing,
    same_zone_words,
    zones_apart,
)
from workbench.checks.subject import Subject
from workbench.mentions.times.values import Moved, TimeReading
from workbench.mentions.values import ToldSentence

_DAY = 24 * 60
_MINUTES = {"TM": 1, "TH": 60}
_NEAR = 6  # words from the second clock to the length


@dataclass(frozen=True, slots=True)
class ClockLength:
    """``stated`` minutes where ``made`` lie between two clocks; ``unit`` of the words (hours or minutes). The length's
    tokens are ``first`` to ``last`` of ``sentence``."""

    unit: str
    stated: float
    made: float
    sentence: int
    first: int
    last: int
    begin: ClockDeed
    end: ClockDeed


def clock_lengths(subject: Subject) -> Iterator[ClockLength]:
    """Lengths that the clocks of a beginning and an end, told just before, do not bear out."""
    deeds = clock_deeds(subject)
    for begin, end in combinations(deeds, 2):
        told = [deed for deed in deeds if begin.sentence <= deed.sentence <= end.sentence]
        if len(told) != 2 or end.sentence - begin.sentence > 1 or not of_one_thing(begin, end, subject.knowledge):
            continue
        if course_of(begin, end, subject.knowledge) is None:
            continue
        made = _minutes_between(begin, end, subject)
        found = _length_beside(begin, end, subject) if made is not None else None
        if made is None or found is None:
            continue
        sentence, length = found
        unit = _MINUTES[str(length.unit)]
        stated = length.low * unit
        slack = 30.0 if unit == 60 else 2.0 if length.low % 5 == 0 else 1.0
        if length.approximate or begin.hedged or end.hedged:
            slack += max(10.0, 0.2 * stated)
        if abs(stated - made) > slack:
            yield ClockLength("hours" if unit == 60 else "minutes", stated, made, sentence, length.first, length.after,
                              begin, end)  # fmt: skip


def _minutes_between(begin: ClockDeed, end: ClockDeed, subject: Subject) -> int | None:
    one, other = begin.spot, end.spot
    if one.minutes is None or other.minutes is None or not same_zone_words(begin, end, subject.knowledge):
        return None
    if one.open != other.open or one.zone != other.zone or zones_apart(begin, end, subject):
        return None
    if one.begin is not None and other.begin is not None and one.begin != other.begin:
        return None
    made = other.minutes - one.minutes
    if made < 0:
        made += _DAY // 2 if one.open else _DAY
    return made if made > 0 else None


def _length_beside(begin: ClockDeed, end: ClockDeed, subject: Subject) -> tuple[int, Figure] | None:
    """The one length told of the time between the two: right behind the second clock, between its verb and it, or at
    the start of the sentence after."""
    told = subject.reading.told
    line = remembered_line(told[end.sentence], subject.knowledge, subject.memory)
    here = [f for f in _lengths(told[end.sentence], line) if f.first > end.verb]
    if len(here) == 1 and here[0].low == here[0].high and not _of_another(line, here[0]):
        length = here[0]
        if length.first < end.spot.first:
            led = {line.key(at) for at in range(end.verb + 1, length.first)}
            return (end.sentence, length) if led in ({"بعد"}, {"بعد", "نحو"}) else None
        behind = range(end.spot.last, length.first)
        if len(behind) <= _NEAR and _said_of_both(line, behind):
            return end.sentence, length
        return None
    if here or end.sentence + 1 >= len(told):
        return None
    following = remembered_line(told[end.sentence + 1], subject.knowledge, subject.memory)
    lengths = _lengths(told[end.sentence + 1], following)
    if len(lengths) != 1 or lengths[0].low != lengths[0].high or lengths[0].first > _NEAR:
        return None
    if following.key(0).removeprefix("و") not in line.words.lasted or _of_another(following, lengths[0]):
        return None
    if subject.knowledge.order.cues["another"] & {following.key(at) for at in range(lengths[0].first)}:
        return None
    noun = following.noun(1)
    things = [line.noun(at) for at in range(len(line.tokens))]
    named = noun is not None and any(thing is not None and thing.lemma == noun.lemma for thing in things)
    return (end.sentence + 1, lengths[0]) if named or lengths[0].first <= 2 else None


def _lengths(told: ToldSentence, line: Line) -> list[Figure]:
    """Hours and minutes of a sentence, those behind «بعد» too: «هبطت بعد 40 دقيقة»."""
    found = [f for f in line.figures if f.kind == "length" and f.unit in _MINUTES]
    for mention in told.reading.mentions:
        node = mention.value.node if isinstance(mention.value, TimeReading) else None
        if not isinstance(node, Moved) or node.sign != 1 or node.anchor is not None or len(node.length.amounts) != 1:
            continue
        (amount,), at = node.length.amounts, tokens_of(line.tokens, mention)
        unit = {"minute": "TM", "hour": "TH"}.get(amount.unit)
        if unit is not None and amount.count is not None and not any(f.first in at for f in found):
            first = next((n + 1 for n in at if line.key(n).removeprefix("و") == "بعد"), at.start)
            about = node.bound is not None
            found.append(Figure(first, at.stop, at.stop, amount.count, amount.count, about, "length", unit))
    return found


def _of_another(line: Line, length: Figure) -> bool:
    """«بعد خمس دقائق (فقط) من إعلان الطوارئ»: counted from something else, or a share of it."""
    at = length.after + (line.key(length.after) in ("فقط", "تقريبا", "كامله", "كامل"))
    return line.key(at) in line.words.counted_from


def _said_of_both(line: Line, behind: range) -> bool:
    """«بعد أن أمضى في داخله 35 دقيقة», «واستمر 35 دقيقة», «أي بعد 35 دقيقة»."""
    words = line.words
    keys = [line.key(at) for at in behind]
    written = [word for word in keys if word not in ("،", ",", "(")]
    plain = [word.removeprefix("و") for word in written]
    if not plain:
        return keys[-1:] == ["("]
    if written[0] == "وبعد":
        return False  # «وبعد ساعة صدر البيان»
    lasted = [word for word in plain if word in words.lasted]
    if lasted and plain[0] not in words.lasted:
        return False  # «بعد جولة استمرت 30 دقيقة»
    return all(word in words.length_front | words.stayed | words.lasted for word in plain) and (
        plain[0] in ("بعد", "اي", "بعدما") or bool(lasted) or plain[0] in words.stayed
    )
