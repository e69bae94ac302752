"""Two times of one sentence that «after», «before» or «then» joins in an order they cannot have had."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from workbench.checks.calendar.slips import days_in, fields_in
from workbench.checks.figures import Line, remembered_line, tokens_of
from workbench.checks.keys import KeyMaker
from workbench.checks.subject import Subject
from workbench.checks.values import Evidence, Finding
from workbench.checks.wording import quoted, shortened, words_place
from workbench.knowledge.words.order_words import Join, OrderCue, OrderWords
from workbench.mentions.times.values import Moment, TimeReading
from workbench.mentions.values import Amount, Mention, Timex, ToldSentence
from workbench.text.normal import key
from workbench.text.values import Bilingual

_LONGEST = 120  # characters of a span
_FAR = 14  # words from a time to the joining word, and on to the other time
_BRACKETED = 4  # words from a clock to its bracket
_HOURS_APART = 4 * 60  # minutes by which clocks without their day may be out before they are rather of two days
_DAYS_APART = 120  # days by which dates without their year may be out before they are rather of two years
_NO_YEAR = "2000"  # in its place, where only the order of two days counts


@dataclass(frozen=True, slots=True)
class Disorder:
    """Token stretches of the time in the main clause and of the one that is joined to it."""

    join: Join
    main: tuple[int, int]
    joined: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spot:
    """A time in tokens ``first`` to ``last``: a clock in ``minutes`` of its day (``open`` where it may be either half
    of it), or days from ``begin`` to ``end``; both where a clock has its date. ``year``: written."""

    first: int
    last: int
    minutes: int | None
    begin: dt.date | None
    end: dt.date | None
    open: bool = False
    year: bool = False
    zone: str | None = None


def check_order(subject: Subject) -> Iterator[Finding]:
    """Times in an order that the words between them deny; one finding a pair."""
    reading, knowledge, memory = subject.reading, subject.knowledge, subject.memory
    keys = KeyMaker()

    def disorders_of(told: ToldSentence) -> tuple[Disorder, ...]:
        if sum(mention.type in ("date", "time", "ordinal") for mention in told.mentions) < 2:
            return ()
        return tuple(_Reader(knowledge.order, told, remembered_line(told, knowledge, memory)).disorders())

    for number, told in enumerate(reading.told):
        for found in memory.recall("disorder", told, partial(disorders_of, told)):
            main, joined = (words_place(reading, number, *tokens) for tokens in (found.main, found.joined))
            places = (main, joined) if main.start < joined.start else (joined, main)
            whole = shortened(reading.article, places[0].start, places[1].end, _LONGEST)
            texts = (places[0].text, places[1].text)
            yield Finding(
                keys.key("contradiction.order", texts, (found.join,)), "contradiction", "sequence",
                "internal", "high", 0.8, "contradiction.order", places, _message(found.join, main.text, joined.text),
                (Evidence(Bilingual(f"The text: {quoted(whole.text)}", f"نص الجملة: {quoted(whole.text)}"), "text"),),
            )  # fmt: skip


def _message(join: Join, main: str, joined: str) -> Bilingual:
    if join == "after":
        return Bilingual(
            f"What came first is dated later: «{main}» is said to be after «{joined}».",
            f"الترتيب الزمني معكوس: جعل النص «{main}» بعد «{joined}».",
        )
    if join == "before":
        return Bilingual(
            f"What came later is dated earlier: «{main}» is said to be before «{joined}».",
            f"الترتيب الزمني معكوس: جعل النص «{main}» قبل «{joined}».",
        )
    return Bilingual(
        f"What followed is dated earlier: first «{main}», then «{joined}».",
        f"الترتيب الزمني معكوس: «{main}» ثم «{joined}»."
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    words: OrderWords
    told: ToldSentence
    line: Line

    def disorders(self) -> Iterator[Disorder]:
        spots = spots_of(self.told, self.line)
        if len(spots) < 2:
            return
        covered = {n for spot in spots for n in range(spot.first, spot.last)}
        at = 0
        while at < len(self.line.tokens):
            hit = self.words.joins.at(self.line.tokens, at) if at not in covered else None
            if hit is None:
                at += 1
                continue
            found = self._joined_by(hit.value, hit.first, hit.last, spots)
            if found is not None:
                yield found
            at = hit.last

    def _joined_by(self, join: Join, first: int, last: int, spots: list[Spot]) -> Disorder | None:
        start, length = self._past_length(join, last)
        if start is None:
            return None
        later = next((spot for spot in spots if spot.first >= start), None)
        if later is None or later.first - start > _FAR or not self._plain(start, later, join):
            return None
        if first <= 1 and join == "after":
            main = next((spot for spot in spots if spot.first >= later.last), None)
            if main is None or not self._opens(later.last, main):
                return None
        else:
            before = [spot for spot in spots if spot.last <= first]
            main, last = self._own_clock(before), before[-1].last if before else 0
            sure = length or bool(main and main.minutes)
            if main is None or first - last > _FAR or not self._main(main, last, first, sure, self._goes_on(start)):
                return None
        wrong = _earlier(main, later) if join == "after" else _earlier(later, main)
        return Disorder(join, (main.first, main.last), (later.first, later.last)) if wrong else None

    def _own_clock(self, before: list[Spot]) -> Spot | None:
        """The last of the times before a joining word; where it only gives the one before it in another zone («عند
        11:30 بالتوقيت المحلي (08:30 ت غ)»), that one."""
        if len(before) > 1 and None not in (before[-1].minutes, before[-2].minutes):
            between = range(before[-2].last, before[-1].first)
            if 0 < len(between) <= _BRACKETED and self.line.tokens[between[-1]].text == "(":
                return before[-2]
        return before[-1] if before else None

    def _past_length(self, join: Join, at: int) -> tuple[int | None, bool]:
        """The first token of what is joined, past «أسبوع من» in «بعد أسبوع من تسجيل …», and whether such a length
        stands there; None where nothing is joined: «بعد ذلك», «بعد عام عاد»."""
        length = next((f for f in self.line.figures if f.kind == "length" and f.first == at), None)
        if length is not None:
            return (length.after + 1, True) if self.line.key(length.after) in ("من", "علي") else (None, False)
        if join != "then" and self.line.key(at) in self.words.cues["away"]:
            return None, False
        if self.line.key(at) in self.words.cues["lengths"]:
            return (at + 2, True) if self.line.key(at + 1) == "من" else (None, False)
        return at, False

    def _plain(self, start: int, spot: Spot, join: Join) -> bool:
        """Whether a time behind a joining word is that of the deed right behind it."""
        if join == "then" and not self._is_verb(start):
            return False
        for at in range(start, spot.first):
            if self.line.tokens[at].kind == "punctuation" and self.line.tokens[at].text not in "«»\"()":
                return False
            if self._is(at, "that", "who", "another", "plan", "tell", "state") or self._joins(at):
                return False
            if self._to_come(at) and not (at == start and self.line.key(at - 1) == "ان"):
                return False  # «بعد جدل حول كلمة سيلقيها», «بعد إجازة تنتهي»
        return self._led(spot)

    def _opens(self, start: int, spot: Spot) -> bool:
        """«عقب وصولها في 17، أفرغت حمولتها في 15»: a comma, then a clause of one deed."""
        if self.line.key(start) not in ("،", ",") or spot.first - start > _FAR or not self._led(spot):
            return False
        return not any(
            self.line.tokens[at].kind == "punctuation" or self._is(at, "that", "who", "another", "plan", "tell")
            for at in range(start + 1, spot.first)
        )

    def _goes_on(self, start: int) -> bool:
        """«بعدما أقلعت من عدن»: what is joined names nobody who did it, who is then whoever did the other deed."""
        behind = self.line.entries(start + 1)
        return self._is_verb(start) and bool(behind) and behind[0].kind == "preposition"

    def _main(self, spot: Spot, last: int, join: int, sure: bool, goes_on: bool) -> bool:
        """Whether a time before a joining word is that of the deed it is joined to. ``last``: the token behind it and
        its bracket. ``sure``: so even where somebody's words are told; ``goes_on``: «الطائرة الأولى» did both."""
        if not self._led(spot):
            return False
        for at in range(last, join):
            if self.line.tokens[at].text in ".؛;:" or self._is_verb(at) or self._is(at, "that", "who"):
                return False
        told, here = False, True
        for at in range(spot.first - 1, max(-1, spot.first - 2 * _FAR), -1):
            here = here and self.line.tokens[at].text not in "،,"
            if self._is(at, "find") or (here and at and self._is(at, "who", "plan")):
                return False
            itself = goes_on and self.line.key(at) in self.words.cues["nth"]
            if here and at and self._is(at, "another") and not itself:
                return False
            told = told or self._is(at, "that")
        return sure or not told

    def _led(self, spot: Spot) -> bool:
        """Whether the words before a time make it the time of a deed: not «إلى 12 يونيو», «ميدان 6 أكتوبر»."""
        leads = self.words.cues["leads"]
        own = self.line.key(spot.first)
        before = self.line.key(spot.first - 1)
        if before in leads:
            return True
        return before not in ("الي", "من", "حتي", "منذ", "لغايه") and (own in leads or self._names_weekday(spot))

    def _names_weekday(self, spot: Spot) -> bool:
        return spot.minutes is None and self.line.key(spot.first).startswith("ال")

    def _is(self, at: int, *cues: OrderCue) -> bool:
        """Whether the word at a token, or what it is a form of, does one of these."""
        names = {self.line.key(at), *(key(entry.lemma) for entry in self.line.entries(at)[:2])}
        return any(names & self.words.cues[cue] for cue in cues)

    def _to_come(self, at: int) -> bool:
        verbs = [entry for entry in self.line.entries(at) if entry.pos == "verb"] if self._is_verb(at) else []
        return bool(verbs) and all(verb.form == "present" or "س" in verb.proclitics for verb in verbs)

    def _joins(self, at: int) -> bool:
        return self.words.joins.at(self.line.tokens, at) is not None

    def _is_verb(self, at: int) -> bool:
        entries = self.line.entries(at)
        return bool(entries) and entries[0].pos == "verb"


def spots_of(told: ToldSentence, line: Line) -> list[Spot]:
    raw = {mention.start: mention for mention in told.reading.mentions}
    spots = []
    for mention in told.mentions:
        spot = _spot(mention, raw.get(mention.start), line)
        if spot is not None:
            spots.append(spot)
    return sorted(spots, key=lambda spot: spot.first)


def _spot(mention: Mention, raw: Mention | None, line: Line) -> Spot | None:
    """A time of its own; None for «أمس», ranges, lengths and everything counted from another time."""
    at = tokens_of(line.tokens, mention)
    value = mention.value
    if mention.type == "ordinal" and isinstance(value, Amount) and value.low is not None:
        hour = line.key(at.start - 1) in ("عند", "الساعه") and 1 <= value.low <= 12
        return Spot(at.start, at.stop, int(value.low) * 60, None, None, open=True) if hour else None
    if not isinstance(value, Timex) or "/" in value.timex or raw is None or not isinstance(raw.value, TimeReading):
        return None
    node = raw.value.node
    if isinstance(node, Moment):
        if node.clock is None or value.begin is None:
            return None
        day, _, clock = value.begin.partition("T")
        date = _date(day) if day else None
        minutes = int(clock[:2]) * 60 + int(clock[3:5])
        by_day = any(line.tokens[n].plain.startswith("0") for n in at)  # «09:12»: nobody writes the evening so
        return Spot(at.start, at.stop, minutes, date, date, node.clock.twelve and not by_day, False, value.zone)
    fields = [found for part in days_in(node) for found in fields_in(part)]
    if mention.type != "date" or len(fields) != 1 or fields[0].calendar != "gregorian" or fields[0].event:
        return None
    begin, end = value.begin, value.end
    if begin is None or end is None:
        if not value.timex.startswith("XXXX-") or len(value.timex) != 10:
            return None
        begin = end = value.timex.replace("XXXX", _NO_YEAR)
    first, last = _date(begin), _date(end)
    if first is None or last is None:
        return None
    return Spot(at.start, at.stop, None, first, last, year=fields[0].year is not None)


def _earlier(one: Spot, other: Spot) -> bool:
    """Whether ``one`` is plainly before ``other``."""
    if (one.minutes is None) is not (other.minutes is None):
        return False
    if one.minutes is None or other.minutes is None:
        if one.begin is None or one.end is None or other.begin is None:
            return False
        apart = (other.begin - one.end).days
        return apart > 0 and ((one.year and other.year) or apart <= _DAYS_APART)
    if one.open or other.open or (one.zone != other.zone and None not in (one.zone, other.zone)):
        return False
    apart = other.minutes - one.minutes
    if one.begin is not None and other.begin is not None:
        return (other.begin - one.begin).days * 24 * 60 + apart > 0
    return other.begin is None and 0 < apart <= _HOURS_APART


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
