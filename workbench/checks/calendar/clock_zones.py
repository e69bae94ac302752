"""One moment told by two clocks: «20:45 بالتوقيت المحلي (17:45 ت غ)», and whether the zones allow it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.knowledge.base import Knowledge
from workbench.knowledge.time.zones import utc_offset, utc_offsets
from workbench.mentions.reading import ArticleReading
from workbench.mentions.times.values import Clock, Moment, TimeReading
from workbench.mentions.values import Entity, Mention, SentenceReading
from workbench.text.values import Token

_DAY = 24 * 60
_BETWEEN = frozenset(("(", "،", ",", "/", "اي", "-", "–", "[", "الموافقه", "الموافق"))
_STOPS = frozenset("،,؛;:()[]–—")
_FIRST, _LAST = dt.date(1970, 1, 1), dt.date(2037, 12, 31)
_AROUND = 200  # days around the article's in which a clock without a date was read


@dataclass(frozen=True, slots=True)
class ClockPair:
    """Two clocks of one moment in a sentence, the second right behind the first or in brackets behind it;
    ``start``/``end`` count from the sentence's start."""

    first: Clock
    second: Clock
    start: int
    end: int
    day: Moment


@dataclass(frozen=True, slots=True)
class Disagreement:
    """``stated``: minutes by which the local clock is ahead of the other in the text; ``right``: by the zones."""

    stated: int
    right: tuple[int, ...]
    zone: str
    zone_en: str
    zone_ar: str
    base_en: str
    base_ar: str
    since_en: str
    since_ar: str


def clock_pairs(reading: SentenceReading) -> Iterator[ClockPair]:
    """Neighbouring clocks that tell one moment in two zones."""
    times = [mention for mention in reading.mentions if isinstance(mention.value, TimeReading)]
    starts = [token.start for token in reading.tokens] if len(times) > 1 else []
    for left, right in pairwise(times):
        one, other = _clock(left), _clock(right)
        if one is None or other is None:
            continue
        first, second = one.clock, other.clock
        if first is None or second is None or (first.zone is None and second.zone is None):
            continue
        between: Sequence[Token] = reading.tokens[bisect_left(starts, left.end) : bisect_left(starts, right.start)]
        between = _past_place(between, reading.mentions)
        if len(between) > 2 or not between or any(token.key not in _BETWEEN for token in between):
            continue
        bracket = between[-1].key in ("(", "[")
        if not bracket and (first.zone is None or second.zone is None):
            continue
        if first.zone == second.zone or (other.day is not None and one.day is not None):
            continue
        end = right.end
        closing = bisect_left(starts, right.end)
        if bracket and closing < len(starts) and reading.tokens[closing].key in (")", "]"):
            end = reading.tokens[closing].end
        yield ClockPair(first, second, left.start, end, one)


def _past_place(between: Sequence[Token], mentions: Sequence[Mention]) -> Sequence[Token]:
    """«19:40 بالتوقيت المحلي في كورو (16:40 ت غ)»: without the place whose clock the first is."""
    for mention in mentions:
        if mention.type != "place" or not between:
            continue
        if between[0].start <= mention.start and mention.end <= between[-1].start:
            led = [token for token in between if token.start < mention.start]
            if len(led) <= 1 and all(token.key in ("في", "ب") for token in led):
                return [token for token in between if token.start >= mention.end]
    return between


def _clock(mention: Mention) -> Moment | None:
    value = mention.value
    if not isinstance(value, TimeReading) or not isinstance(value.node, Moment):
        return None
    return value.node if value.node.clock is not None else None


def disagreement(pair: ClockPair, reading: ArticleReading, number: int, knowledge: Knowledge) -> Disagreement | None:
    """Why the two clocks cannot show one moment; None where they may."""
    local, base = pair.first, pair.second
    if local.zone == "UTC" or (base.zone in (None, "local") and local.zone not in (None, "local")):
        local, base = base, local
    base_zone = base.zone
    if base_zone is None or base_zone == "local":
        return None
    zones = [local.zone] if local.zone not in (None, "local") else _zones_here(pair, reading, number, knowledge)
    known = [zone for zone in zones if zone is not None]
    if not known:
        return None
    days = _days(pair, reading, number)
    right: set[int] = set()
    for zone in known:
        right |= _differences(zone, base_zone, days)
    if not right:
        return None
    stated = _difference(local, base)
    apart = {(stated - offset + _DAY // 2) % _DAY - _DAY // 2 for offset in right}
    if 0 in apart or ((local.twelve or base.twelve) and any(abs(gap) == _DAY // 2 for gap in apart)):
        return None
    zone = known[0]
    nearest = sorted(right, key=lambda offset: abs(stated - offset))
    shown = min((stated, stated - _DAY, stated + _DAY), key=lambda minutes: abs(minutes - nearest[0]))
    names = _zone_names(zone, knowledge), _zone_names(base_zone, knowledge)
    since = _since(days)
    return Disagreement(
        shown, tuple(sorted(right)) if len(right) <= 2 else (nearest[0],), ", ".join(dict.fromkeys(known)),
        names[0][0], names[0][1], names[1][0], names[1][1], *since,
    )  # fmt: skip


def _difference(local: Clock, base: Clock) -> int:
    return (local.hour * 60 + local.minute) - (base.hour * 60 + base.minute)


def _differences(zone: str, base: str, days: tuple[dt.date, dt.date]) -> set[int]:
    """Minutes by which one zone's clock was ahead of another's between two days."""
    if base == "UTC":
        return set(utc_offsets(zone, *days))
    if (days[1] - days[0]).days <= 3:
        found: set[int] = set()
        for n in range((days[1] - days[0]).days + 1):
            day = days[0] + dt.timedelta(days=n)
            one, other = utc_offset(zone, day), utc_offset(base, day)
            if one is not None and other is not None:
                found.add(one - other)
        return found
    return {one - other for one in utc_offsets(zone, *days) for other in utc_offsets(base, *days)}


def _days(pair: ClockPair, reading: ArticleReading, number: int) -> tuple[dt.date, dt.date]:
    """The days on which the clocks may have been read: the time's own day, the dates of its sentence, the article's."""
    sentence = reading.article.sentences[number]
    stated: list[dt.date] = []
    for mention in reading.mentions:
        if not sentence.start <= mention.start < sentence.end or mention.type not in ("date", "time"):
            continue
        begin, end = getattr(mention.value, "begin", None), getattr(mention.value, "end", None)
        for text in (begin, end):
            if isinstance(text, str) and len(text) >= 10 and text[4] == "-":
                stated.append(dt.date.fromisoformat(text[:10]))
    if stated and (max(stated) - min(stated)).days <= 400:
        one = dt.timedelta(days=1)
        return max(min(stated) - one, _FIRST), min(max(stated) + one, _LAST)
    begin_day, end_day = reading.date.begin, reading.date.end
    if begin_day is not None and end_day is not None:
        around = dt.timedelta(days=3 if begin_day == end_day else _AROUND)
        return max(begin_day - around, _FIRST), min(end_day + around, _LAST)
    return _FIRST, _LAST


def _zones_here(pair: ClockPair, reading: ArticleReading, number: int, knowledge: Knowledge) -> list[str]:
    """The zones whose clock may be «local»: of the places in the clock's clause, else its sentence, its paragraph and
    the dateline, the whole article."""
    article = reading.article
    sentence = reading.sentences[number]
    clause = _clause(sentence.tokens, pair)
    nearest = sorted(sentence.mentions, key=lambda m: max(pair.start - m.end, m.start - pair.end))
    here = [mention for mention in nearest if clause[0] <= mention.start < clause[1]]
    paragraph = [
        number_of
        for number_of, other in enumerate(article.sentences)
        if other.paragraph == article.sentences[number].paragraph
    ]
    dateline = [number_of for number_of, other in enumerate(article.sentences) if other.part == "dateline"]
    passed: list[str] = []
    ways = knowledge.claim_cues.whence | knowledge.claim_cues.whither | {"مع", "وجهه"}
    for mentions in (here, nearest):
        standing, way = _standing(mentions, sentence.tokens, ways)
        passed += _place_zones(way, knowledge)
        found = _place_zones(standing, knowledge)
        if found:
            return [*found, *passed]
    # A launch may be told with the hour in two towns: neither is nearer than the place it is written in.
    for numbers in ((*paragraph, *dateline), range(len(reading.sentences))):
        apart = [_standing(reading.sentences[n].mentions, reading.sentences[n].tokens, ways) for n in numbers]
        passed += _place_zones([mention for _, way in apart for mention in way], knowledge)
        found = _place_zones([mention for standing, _ in apart for mention in standing], knowledge)
        if found:
            return [*found, *passed]
    return passed


def _standing(
    mentions: Sequence[Mention], tokens: Sequence[Token], ways: frozenset[str]
) -> tuple[list[Mention], list[Mention]]:
    """The places where something may be happening, and those that somebody only comes from or goes to («المتجهة من
    عمّان إلى مدريد»: an aeroplane may be anywhere between) or that lie beside («الحدود مع العراق»)."""
    starts = [token.start for token in tokens]
    standing: list[Mention] = []
    way: list[Mention] = []
    for mention in mentions:
        if mention.type != "place":
            continue
        at = bisect_left(starts, mention.start)
        before = tokens[at - 1].key.removeprefix("و") if at and at <= len(tokens) else ""
        (way if before in ways else standing).append(mention)
    return standing, way


def _clause(tokens: Sequence[Token], pair: ClockPair) -> tuple[int, int]:
    """The stretch between commas that holds the clocks."""
    start, end = 0, tokens[-1].end if tokens else 0
    for token in tokens:
        if token.kind == "punctuation" and token.key in _STOPS:
            if token.end <= pair.start:
                start = token.end
            elif token.start >= pair.end:
                end = token.start
                break
    return start, end


def _place_zones(mentions: Sequence[Mention], knowledge: Knowledge) -> list[str]:
    """The zones of places named; a place whose zone is not known makes the answer unsafe only by being alone."""
    zones: list[str] = []
    for mention in mentions:
        if mention.type != "place" or not isinstance(mention.value, Entity) or mention.value.id is None:
            continue
        zone = next(
            (
                place.zone
                for id in knowledge.geography.upwards(mention.value.id)
                if (place := knowledge.geography.places.get(id)) is not None and place.zone
            ),
            "",
        )
        if zone and zone not in zones:
            zones.append(zone)
    return zones


def _zone_names(zone: str, knowledge: Knowledge) -> tuple[str, str]:
    """What a zone is called in English and Arabic: by its capital where the knowledge has one."""
    if zone == "UTC":
        return "UTC", "توقيت غرينتش"
    places = [place for place in knowledge.geography.places.values() if place.zone == zone]
    city = zone.rsplit("/", 1)[-1].replace("_", " ")
    for place in places:
        if (place.name_en or "").casefold() == city.casefold():
            return f"the clock of {place.name_en}", f"توقيت {place.name}"
    for place in places:
        if place.kind == "country":
            return f"the clock of {place.name_en}", f"توقيت {place.name}"
    return f"the clock of {city}", f"توقيت {city}"


def _since(days: tuple[dt.date, dt.date]) -> tuple[str, str]:
    if days == (_FIRST, _LAST):
        return "at any time since 1970", "في أي وقت منذ 1970"
    first, last = days
    return f"between {first.isoformat()} and {last.isoformat()}", f"بين {first.isoformat()} و{last.isoformat()}"
