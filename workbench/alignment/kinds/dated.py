"""Days and hours that two articles give."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from workbench.alignment.candidates import LEAD_SENTENCE, NEARLY_ALL, Candidate, EventPair
from workbench.alignment.events import BEFALLING
from workbench.alignment.kinds.clocks import compare_clocks
from workbench.alignment.relations import compare, is_dayless, same_stretch, weekday
from workbench.claims.events.linked import LINKED
from workbench.claims.events.when import PERIOD_DAYS, day_of
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Timex

_WORDS_OF_TIMES = 2
_ALL_BUT_ONE = 0.66  # of three words


def compare_dates(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, likeness: float,
    knowledge: Knowledge,
) -> Candidate | None:  # fmt: skip
    clocks = compare_clocks(a, b, in_a, in_b, pair, knowledge)
    if clocks is not None:
        return clocks
    verdict = compare(a.value, b.value, a.approximate or b.approximate)
    if verdict == "agree":
        news = pair.a.main and pair.b.main and max(a.sentence, b.sentence) <= LEAD_SENTENCE
        word = ("told" in a.traits) != ("told" in b.traits) and likeness < 0.5
        if word and not (news and _is_day_of_news(a, b, pair)):
            # The day of a word is not the day of what it tells.
            return None
        if a.of != b.of and likeness < 0.2 and a.of and b.of and not news:
            return None
        if _is_window(a) != _is_window(b) and likeness < 0.2:
            # Opening hours and the morning of a day only overlap.
            return None
        if not same_stretch(a.value, b.value) and len(a.context & b.context) < _WORDS_OF_TIMES:
            # Most days lie in «هذا العام»: what happened must be said in like words.
            return None
        return Candidate(a, b, "agree", 0.5 + likeness / 2)
    if verdict == "differ" and ("dateline" in (a.part, b.part) or _one_weekday(a, b)):
        return None
    if verdict == "differ" and ("told" in a.traits | b.traits or _one_zone_open(a, b)):
        # One source may speak on two days; a clock of Greenwich and one of no known zone are not set side by side.
        return None
    if verdict == "differ" and LINKED in a.traits | b.traits and not _one_deed(a, b):
        return None  # «التقوا ذويهم الاثنين غداة إطلاق سراحهم»: set free on Sunday
    if verdict == "differ" and (_end_and_start(a, b, knowledge) or _end_and_start(b, a, knowledge)):
        return None
    going_on = knowledge.claim_cues.going_on_concepts
    if verdict == "differ" and (a.predicate in going_on) != (b.predicate in going_on):
        return None  # «بدأ الإضراب الثلاثاء», «واصلوا إضرابهم الأربعاء»
    if verdict == "differ" and _one_onset(a, b, in_a, in_b, pair, knowledge):
        return Candidate(a, b, verdict, 0.6 + likeness / 4)
    if verdict == "differ" and _one_closing(a, b, in_a, in_b, pair, knowledge):
        return Candidate(a, b, verdict, 0.6 + likeness / 4)
    if verdict == "differ" and likeness < NEARLY_ALL and _is_long(a) != _is_long(b):
        return None  # «جلسة أولى في تشرين الثاني», «جلسة الثلاثاء»
    told = a.of == b.of != "" or _one_news(a, b, pair, likeness, knowledge) or _only_clocks(a, b, in_a, in_b, pair)
    if not told or (a.kind != b.kind and (_day(a) == _day(b) or likeness < _ALL_BUT_ONE)):
        return None
    if a.predicate != b.predicate and likeness < 0.4 and not _only_clocks(a, b, in_a, in_b, pair):
        return None
    if verdict == "differ" and (_overtaken(a, pair.date_a, pair.date_b) or _overtaken(b, pair.date_b, pair.date_a)):
        # The appointment of one had come when the other was written: two steps of one story.
        return None
    return Candidate(a, b, verdict, 0.4 + likeness / 2)


def _one_weekday(a: Claim, b: Claim) -> bool:
    """Whether both reports give the same weekday and no date: of which week the one is may be read wrongly, and two
    hearings are held on Wednesdays."""
    days = {weekday(claim.value) if isinstance(claim.value, Timex) else None for claim in (a, b)}
    dated = any(letter.isdigit() for claim in (a, b) for letter in claim.text)
    return len(days) == 1 and None not in days and not dated and _day(a) != _day(b)


def _one_deed(a: Claim, b: Claim) -> bool:
    """Whether two times are of the same deed, or of deeds of one family."""
    return a.predicate == b.predicate != "" or a.of == b.of != ""


def _is_day_of_news(a: Claim, b: Claim, pair: EventPair) -> bool:
    """Whether both days are the one that the story is of: «قالت السلطات اليوم الأربعاء إن …», «ضرب زلزال فجر
    الأربعاء»."""
    days = {_day(a), _day(b)}
    return len(days) == 1 and None not in days and {pair.a.begin, pair.b.begin} & days != set()


def _is_long(claim: Claim) -> bool:
    """Whether a time is a month or longer."""
    value = claim.value
    begin, end = (day_of(value.begin), day_of(value.end)) if isinstance(value, Timex) else (None, None)
    return begin is not None and end is not None and (end - begin).days >= PERIOD_DAYS


def _is_window(claim: Claim) -> bool:
    """«من العاشرة صباحا حتى الثامنة مساء», of no day."""
    return is_dayless(claim.value) and isinstance(claim.value, Timex) and claim.value.begin != claim.value.end


def _one_news(a: Claim, b: Claim, pair: EventPair, likeness: float, knowledge: Knowledge) -> bool:
    """Whether both say in their lead, in nearly the same words, when the news was: «افتتح المعرض السبت», «فتحت أبواب
    المعرض الجمعة»."""
    leads = pair.a.main and pair.b.main and max(a.sentence, b.sentence) <= LEAD_SENTENCE
    opposed = knowledge.lexicon.concepts.opposed(a.predicate, b.predicate)
    said = bool(a.predicate and b.predicate) or likeness >= _ALL_BUT_ONE
    onset = knowledge.claim_cues.onset_concepts
    if a.predicate != b.predicate and a.of != b.of and not ({a.predicate, b.predicate} - onset) & a.context & b.context:
        if "" not in (a.of, b.of, a.predicate, b.predicate):
            return False  # «أفرج عنهم الأحد», «التقوا ذويهم الاثنين»
        if {a.of, b.of} & BEFALLING and not {a.predicate, b.predicate} <= onset:
            return False  # «غرق المركب الأحد», «انتشلت الجثث الاثنين»
    named = (a.predicate != "" and a.predicate in b.context) or (b.predicate != "" and b.predicate in a.context)
    if not named and "" not in (a.predicate, b.predicate) and a.predicate != b.predicate and a.of == b.of == "":
        return False  # «تواصل فرق الإنقاذ البحث الخميس», «عثرت الفرق على جثث الجمعة»
    shared = named or len(a.context & b.context) >= _WORDS_OF_TIMES
    return leads and likeness >= 0.5 and shared and said and not opposed


def _one_onset(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> bool:
    """Whether both say at what hour (or part of a day) what both are about came to pass, each giving one: «الضربة وقعت
    عند الساعة 03:20», «حين بدأ القصف في الخامسة»."""
    if not (pair.a.main and pair.b.main) or pair.match.verdict != "same" or a.kind != b.kind:
        return False
    if a.kind == "date" and max(a.sentence, b.sentence) > LEAD_SENTENCE:
        return False
    kinds = pair.a.kinds & pair.b.kinds
    for claim, claims in ((a, in_a), (b, in_b)):
        if not _is_onset(claim, kinds, knowledge):
            return False
        if any(x.kind == a.kind and x.value != claim.value and _is_onset(x, kinds, knowledge) for x in claims):
            return False
    if a.of == b.of == "":
        # «الإضراب بدأ عند السادسة», «مفاوضات بدأت في السابعة»
        return bool(a.context & b.context - knowledge.claim_cues.onset_concepts)
    return a.of == b.of or bool({a.of, b.of} & {""} and a.context & b.context)


def _is_onset(claim: Claim, kinds: frozenset[str], knowledge: Knowledge) -> bool:
    """Whether a time is said of the coming to pass of an event of these families."""
    if claim.kind not in ("date", "time") or "told" in claim.traits or _is_window(claim):
        return False
    family = knowledge.events.family(claim.predicate, knowledge.lexicon.concepts)
    begun = claim.predicate in knowledge.claim_cues.onset_concepts or (family is not None and family == claim.of)
    return begun and (claim.of in kinds or not claim.of)


def _one_closing(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> bool:
    """Whether both say at what hour what both are about came to its end, each giving one hour of an end: «أغلقت مراكز
    الاقتراع عند السادسة», «اختتم التصويت في السابعة»."""
    if not (pair.a.main and pair.b.main) or pair.match.verdict != "same" or {a.kind, b.kind} != {"time"}:
        return False
    for claim, claims in ((a, in_a), (b, in_b)):
        if not _is_end(claim, knowledge) or any(
            x.kind == "time" and x.value != claim.value and _is_end(x, knowledge) for x in claims
        ):
            return False
    kinds = pair.a.kinds & pair.b.kinds
    of_it = all(not x.of or x.of in kinds for x in (a, b))
    ends = knowledge.claim_cues.closing_concepts
    shared = a.context & b.context - ends
    return of_it and bool(shared or (kinds and a.of == b.of == ""))


def _end_and_start(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """«اختتم التصويت في السابعة», «فتحت المراكز أبوابها عند الثامنة»"""
    cues = knowledge.claim_cues
    return _is_end(a, knowledge) and not _is_end(b, knowledge) and bool(b.context & cues.opening_concepts)


def _is_end(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether an hour is said of an end, and of no beginning."""
    if claim.kind != "time" or "told" in claim.traits or _is_window(claim):
        return False
    cues = knowledge.claim_cues
    said = {claim.predicate} if claim.predicate in cues.closing_concepts | cues.onset_concepts else claim.context
    return bool(said & cues.closing_concepts) and not said & cues.onset_concepts


def _only_clocks(a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair) -> bool:
    """Whether each article gives one hour only of what both are about, beside a word that both headlines have: «انهارت
    الرافعة في التاسعة», «سقطت الرافعة في الحادية عشرة»."""
    if not (pair.a.main and pair.b.main) or {a.kind, b.kind} != {"time"}:
        return False
    if a.of != b.of and a.of and b.of and not {a.of, b.of} & BEFALLING:
        return False  # the truce, and a meeting of the mediators
    alone = all(len({repr(one.value) for one in claims if one.kind == "time"}) == 1 for claims in (in_a, in_b))
    shared = a.context & b.context
    return alone and bool(shared & pair.topic or (shared and a.of == b.of != ""))


def _one_zone_open(a: Claim, b: Claim) -> bool:
    """Whether only one of two clocks says in which zone it is."""
    values = [claim.value for claim in (a, b)]
    zones = [value.zone for value in values if isinstance(value, Timex) and "T" in (value.begin or "")]
    return len(zones) == 2 and (zones[0] is None) != (zones[1] is None)


def _day(claim: Claim) -> dt.date | None:
    return day_of(claim.value.begin) if isinstance(claim.value, Timex) else None


def _overtaken(claim: Claim, own: dt.date | None, day: dt.date | None) -> bool:
    """Whether the other article was written on or after the day that a claim names, a day ahead for its own article."""
    value = claim.value
    begin = day_of(value.begin) if isinstance(value, Timex) else None
    return begin is not None and day is not None and begin <= day and (own is None or begin > own)
