"""Figures that two reports of one story share outside the events that were found to be one: of a background told in
other words, of a day that only one of them names."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from workbench.alignment.candidates import GENERIC, EventPair, is_telling, likeness_of
from workbench.alignment.relations import compare, in_one_unit, is_far, seconds
from workbench.alignment.values import Alignment
from workbench.claims.events.when import day_of
from workbench.claims.figures.measured import MEASURE
from workbench.claims.people.uncounted import REACHED
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount, Timex
from workbench.text.values import Bilingual

_KINDS = frozenset(("quantity", "casualties"))
_SURE = 0.5
_LARGE = 1000
# What a thing has however it is told of: by these a figure is known without more words.
_STANDING = frozenset(("measure:diameter", "measure:length", "measure:depth", "measure:cost", "of:capacity"))
_FEW, _PRECISE, _ROUND = 20, 100, 50
_SAME_DAY = Bilingual("Both name the same day for the same thing.", "يذكر النصان اليوم نفسه للأمر نفسه.")
_OF_TIME = frozenset("day month year last past begin become be".split())
_STORY_DAYS = 7
_WEEKS, _DAY, _ROUGHLY = 13, 86_400, 0.03
_STILL = frozenset(("still", "cease", "remain", "stay"))
_WHY = Bilingual("Both give the same figure for the same thing.", "يذكر النصان الرقم نفسه للشيء نفسه.")


def align_figures(
    a: ArticleClaims, b: ArticleClaims, pairs: Sequence[EventPair], found: Iterable[Alignment], knowledge: Knowledge
) -> Iterator[Alignment]:
    """Equal telling figures of one thing among the claims that ``found`` has aligned with nothing, where the articles
    tell one story or share a large figure."""
    if not any(pair.match.verdict == "same" for pair in pairs) and not _one_story(a, b, knowledge):
        return
    taken = {id for alignment in found if alignment.relation != "unsure" for id in alignment.claims}
    for alignment in (*_ages(a, b), *_lengths(a, b), *_days(a, b)):
        if not taken.intersection(alignment.claims):
            taken.update(alignment.claims)
            yield alignment
    free_a, free_b = ([claim for claim in x.claims if claim.kind in _KINDS and claim.id not in taken] for x in (a, b))
    for one in free_a:
        others = [
            other for other in free_b if other.id not in taken
            and (_share(one, other, knowledge) or _few_of_one_sort(one, other, free_a, free_b, knowledge))
        ]  # fmt: skip
        if others:
            other = max(others, key=lambda claim: likeness_of(one.context, claim.context))
            taken.add(other.id)
            yield Alignment((one.id, other.id), _SURE, "agrees", _WHY)


def _ages(a: ArticleClaims, b: ArticleClaims) -> Iterator[Alignment]:
    """The same age, the only one that each article tells: «دانيال نوبوا (35 عاما)», «خصمها البالغ من العمر خمسة
    وثلاثين عاما»."""
    ages = [[claim for claim in x.claims if claim.predicate == "age"] for x in (a, b)]
    if len(ages[0]) == len(ages[1]) == 1 and compare(ages[0][0].value, ages[1][0].value) == "agree":
        yield Alignment((ages[0][0].id, ages[1][0].id), _SURE, "agrees", _WHY)


def _lengths(a: ArticleClaims, b: ArticleClaims) -> Iterator[Alignment]:
    """«مستحقات متأخرة منذ ثلاثة أشهر», «عدم قبض مستحقاتهم عن ثلاثة أشهر»: since when something lasts in one article,
    how long it has in the other, with a word in common."""
    for one, other, turned in ((a, b, False), (b, a, True)):
        written = one.reading.date.begin
        for since in one.claims if written is not None else ():
            if since.kind != "date" or not isinstance(since.value, Timex) or since.value.end is not None:
                continue
            begin = day_of(since.value.begin)
            if begin is None or written is None or (written - begin).days < _WEEKS:
                continue
            for claim in other.claims:
                if claim.kind != "duration" or not isinstance(claim.value, Timex) or not since.context & claim.context:
                    continue
                length = (seconds(claim.value.timex) or 0.0) / _DAY
                if abs(length - (written - begin).days) <= max(1.0, length * _ROUGHLY):
                    ids = (claim.id, since.id) if turned else (since.id, claim.id)
                    yield Alignment(ids, _SURE, "agrees", _WHY)


def _days(a: ArticleClaims, b: ArticleClaims) -> Iterator[Alignment]:
    """The same day of the background («منذ الاثنين 18 حزيران», «انطلق الإضراب يوم 18 يونيو»), the only one of its date
    that each article gives, with a word in common."""
    named_a, named_b = (
        [(claim, day) for claim in x.claims if claim.kind == "date" and (day := _background_day(claim, x))]
        for x in (a, b)
    )
    alone = [Counter(day for _, day in named) for named in (named_a, named_b)]
    for one, day in named_a:
        for other, its in named_b:
            if its == day and alone[0][day] == alone[1][day] == 1 and one.context & other.context - _OF_TIME:
                yield Alignment((one.id, other.id), _SURE, "agrees", _SAME_DAY)


def _background_day(claim: Claim, article: ArticleClaims) -> dt.date | None:
    """The day that a claim names, or since which it says that something goes on, days before its article."""
    value, written = claim.value, article.reading.date.begin
    if not isinstance(value, Timex) or written is None or claim.polarity != "affirmed":
        return None
    begin, end = day_of(value.begin), day_of(value.end)
    if begin is None or (end is not None and end != begin) or (written - begin).days <= _STORY_DAYS:
        return None
    return begin if claim.part == "body" and any(letter.isdecimal() for letter in claim.text) else None


def _share(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """Whether two claims give one figure for one thing: the figure is told by few, or the words around it agree."""
    if not _one_state(a, b) or "uncertain" in (a.polarity, b.polarity):
        return False
    one, other = in_one_unit(a.value, b.value, knowledge.amounts.scales)
    if not isinstance(one, Amount) or not isinstance(other, Amount) or one.low is None or other.low is None:
        return False
    if compare(one, other) != "agree" or is_far(one, other):
        return False
    measured = not _STANDING.isdisjoint(a.traits & b.traits) and one.unit == other.unit
    if measured and (is_telling(a) or is_telling(b)):
        return True
    exact = is_telling(a) and is_telling(b)
    if not exact and min(one.low, other.low) < _FEW:
        return False
    if REACHED in a.traits | b.traits or "step" in a.traits ^ b.traits:
        return False
    people = all(claim.of in GENERIC or knowledge.lexicon.is_a(claim.of, "person") for claim in (a, b))
    if one.unit != other.unit and not (a.of == b.of or people):
        return False
    shared = a.context & b.context - {a.of, b.of, one.unit or "", *GENERIC}
    if exact and one.low >= _PRECISE and one.low % _ROUND:
        return True  # «112 إصابة»: hardly of two things in one story
    special = exact and a.of == b.of and a.of not in GENERIC and one.unit not in knowledge.amounts.measure_ids
    measured = exact and any(trait.startswith(MEASURE) for trait in a.traits & b.traits)
    return measured or len(shared) >= (1 if one.low >= _LARGE or special else 2)


def _one_state(a: Claim, b: Claim) -> bool:
    """Whether both tell of one thing that became of people, or one does not say what did."""
    return a.state == b.state or (a.kind != b.kind and None in (a.state, b.state))


def _few_of_one_sort(a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], knowledge: Knowledge) -> bool:
    """«معلمان اثنان ما زالا محتجزين»: a small count of people of one sort who are told to remain so, the only such
    count that each article gives."""
    if a.of != b.of or a.of in GENERIC or not knowledge.lexicon.is_a(a.of, "person") or a.state != b.state:
        return False
    if not {a.predicate, b.predicate} <= _STILL or "uncertain" in (a.polarity, b.polarity):
        return False
    alone = all(sum(x.of == a.of and x.predicate in _STILL for x in claims) == 1 for claims in (in_a, in_b))
    return alone and compare(a.value, b.value) == "agree" and not is_far(a.value, b.value)


def _one_story(a: ArticleClaims, b: ArticleClaims, knowledge: Knowledge) -> bool:
    """Whether reports whose main events are two share two large figures of one thing all the same."""
    figures = [claim for claim in b.claims if claim.kind in _KINDS]
    shared = {
        one.value.low
        for one in a.claims
        if one.kind in _KINDS and is_telling(one) and isinstance(one.value, Amount)
        and any(_share(one, other, knowledge) for other in figures)
    }  # fmt: skip
    return len(shared) > 1
